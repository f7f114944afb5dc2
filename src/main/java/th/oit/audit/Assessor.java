package th.oit.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import th.oit.catalog.Catalog;
import th.oit.catalog.Item;
import th.oit.check.ItemVerdict;
import th.oit.check.LinkedFiles;
import th.oit.check.Outcome;
import th.oit.check.SiteCheck;
import th.oit.check.links.LiveSite.Landing;
import th.oit.check.links.PageReading;
import th.oit.check.links.WebAddress;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.network.Answer;
import th.oit.network.Ask;
import th.oit.network.Network;
import th.oit.network.Reason;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Words;

/**
 * Opens the URLs of an answer sheet as an assessor does, and on each page the files to which it
 * leads; nothing else of the site but its home page, to know it again. {@code robots.txt} is for
 * programs that go through a site, and these few addresses were named by the body itself, so it is
 * not asked. Used once.
 */
final class Assessor {
  private static final Set<Rule> OF_OPENED_PAGES =
      Set.of(
          Rule.LINK_NOT_FOUND,
          Rule.LINK_CASE,
          Rule.EXTERNAL_DEAD,
          Rule.EXTERNAL_LOGIN,
          Rule.EXTERNAL_UNVERIFIED);

  private final Audit audit;
  private final AuditRequest request;
  private final Scope scope;
  private final Mirror mirror;
  private final Network network;
  private final Crawl crawl;
  private final Findings findings = new Findings();

  /** Which items were answered with a page, by its file. */
  private final Map<String, Set<String>> itemsOfPages = new HashMap<>();

  private final Map<String, Answer> elsewhere = new LinkedHashMap<>();
  private int incoming;

  Assessor(
      Audit audit,
      AuditRequest request,
      Scope scope,
      Mirror mirror,
      Network network,
      Audit.Progress progress) {
    this.audit = audit;
    this.request = request;
    this.scope = scope;
    this.mirror = mirror;
    this.network = network;
    this.crawl =
        new Crawl(scope, network, mirror, request.limits(), Robots.ALLOW_ALL, progress::at);
  }

  /** A URL of the sheet. */
  private record Asked(AnswerFile.Row row, String raw, WebAddress address) {
    String item() {
      return row.item().toString();
    }
  }

  AuditResult assess(WebAddress home, AnswerFile sheet) throws IOException {
    crawl.ask(List.of(new Crawl.Order(home, Crawl.Want.PAGE, true)));
    List<Asked> urls = urls(sheet);
    open(urls);
    List<FiscalYear> years = yearsSaid(urls); // of the pages that the answers open
    Catalog catalog = request.catalog().apply(years);
    Map<String, List<Opening>> openings = new LinkedHashMap<>();
    for (AnswerFile.Row row : sheet.rows()) {
      openings.put(row.item().toString(), new ArrayList<>());
    }
    Set<String> first = new HashSet<>();
    for (Asked asked : urls) {
      openings.get(asked.item()).add(judge(asked, home, catalog, first.add(asked.item())));
    }
    shared(urls);
    Outcome judged =
        SiteCheck.run(request.check().apply(mirror.root(), catalog), request.others(), mirror);
    pages(judged, catalog);
    files(urls);
    return result(sheet, catalog, judged, openings);
  }

  private List<Asked> urls(AnswerFile sheet) {
    List<Asked> urls = new ArrayList<>();
    List<Finding> wrong = new ArrayList<>();
    for (AnswerFile.Row row : sheet.rows()) {
      if (!row.yes()) {
        continue;
      }
      for (String raw : row.urls()) {
        WebAddress address = WebAddress.parse(raw);
        if (address.fault() != null || !address.isWeb()) {
          Words says =
              address.fault() == null
                  ? Words.of("ไม่ได้ขึ้นต้นด้วย http", "it does not begin with http")
                  : address.fault().says();
          wrong.add(
              Finding.of(
                      Rule.LINK_MALFORMED,
                      "URL ของข้อ " + row.item() + " ใช้ไม่ได้: " + raw + " " + says.th(),
                      "the URL of " + row.item() + " is none: " + raw + ", " + says.en())
                  .ofItem(row.item().toString())
                  .about(raw)
                  .at(row.at())
                  .hint(
                      "คัดลอกที่อยู่จากแถบที่อยู่ของเบราว์เซอร์มาวางใหม่",
                      "copy the address from the browser's address bar again"));
        } else {
          urls.add(new Asked(row, raw, scope.known(address)));
        }
      }
    }
    if (urls.isEmpty() && wrong.isEmpty()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_TABLE,
                  "ไฟล์คำตอบไม่มีข้อใดตอบว่ามีพร้อม URL",
                  "the answer sheet answers no item with a URL")
              .at(Source.of(sheet.file()))
              .hint(
                  "กรอกคอลัมน์ URL หรือใช้ไฟล์ที่ได้จาก oit answers",
                  "fill in the column URL, or use what 'oit answers' writes"));
    }
    findings.addAll(wrong);
    return urls;
  }

  private void open(List<Asked> urls) throws IOException {
    Map<String, Crawl.Order> orders = new LinkedHashMap<>();
    for (Asked asked : urls) {
      String key = scope.key(asked.address);
      if (!scope.isOwn(asked.address)) {
        elsewhere(key, asked.address);
      } else if (crawl.answer(asked.address) == null) {
        orders.putIfAbsent(key, new Crawl.Order(asked.address, Crawl.wanted(asked.address), false));
      }
    }
    List<PageReading.Link> found = crawl.ask(List.copyOf(orders.values()));
    crawl.ask(crawl.opened(found));
  }

  private void elsewhere(String key, WebAddress address) throws IOException {
    if (!elsewhere.containsKey(key)) {
      Ask ask =
          Crawl.wanted(address) == Crawl.Want.FILE
              ? Ask.file(address, mirror.incoming(1_000_000 + incoming++))
              : Ask.page(address);
      elsewhere.put(key, network.ask(ask).join());
    }
  }

  private List<FiscalYear> yearsSaid(List<Asked> urls) {
    Map<FiscalYear, Integer> counts = new LinkedHashMap<>();
    for (Asked asked : urls) {
      reading(asked)
          .flatMap(PageReading::ofItem)
          .flatMap(says -> FiscalYear.parse(says.year()))
          .ifPresent(year -> counts.merge(year, 1, Integer::sum));
    }
    return counts.keySet().stream()
        .sorted(
            Comparator.<FiscalYear, Integer>comparing(counts::get)
                .reversed()
                .thenComparing(Comparator.reverseOrder()))
        .toList();
  }

  private Optional<PageReading> reading(Asked asked) {
    Landing landing = mirror.landing(asked.address);
    return landing.kind() == Landing.Kind.FILE
        ? Optional.ofNullable(crawl.reading(landing.file()))
        : Optional.empty();
  }

  // One URL

  private Opening judge(Asked asked, WebAddress home, Catalog catalog, boolean first)
      throws IOException {
    String key = scope.key(asked.address);
    boolean own = scope.isOwn(asked.address);
    Answer answer = own ? crawl.answer(asked.address) : elsewhere.get(key);
    Opening opening =
        own ? audit.opening(asked.raw, asked.address, answer, crawl) : foreign(asked, answer);
    WebAddress arrived = scope.known(answer.arrived());
    boolean isHome =
        answer.reason() == Reason.HOME_PAGE
            || scope.key(arrived).equals(scope.key(home))
            || own && sameFile(asked.address, home);
    if (isHome) {
      homePage(asked, answer, scope.key(asked.address).equals(scope.key(home)));
      return opening;
    }
    if (opening.opens() != Opening.Opens.YES) {
      closed(asked, answer, opening, own);
      return opening;
    }
    Audit.slow(answer, asked.item(), asked.raw, asked.row.at(), findings);
    answer.movedTo().ifPresent(to -> moved(asked, scope.known(to)));
    if (!own) {
      add(
          asked,
          Finding.of(
                  Rule.EVIDENCE_EXTERNAL_HOST,
                  "URL ของข้อ " + asked.item() + " อยู่บนเว็บไซต์อื่น: " + asked.address.host(),
                  "the URL of " + asked.item() + " is on another host: " + asked.address.host())
              .hint(
                  "ตอบด้วยหน้าในเว็บไซต์ของหน่วยงาน แล้วนำไฟล์มาวางไว้ในเว็บไซต์ ถ้าเป็นชื่ออื่นของเว็บไซต์นี้ ให้ระบุด้วย --alias",
                  "answer with a page of the body's own site, and host the file there; where it is"
                      + " another name of this site, say so with --alias"));
      return opening;
    }
    Landing landing = mirror.landing(asked.address);
    reading(asked).ifPresent(page -> page(asked, page, catalog, first));
    if (landing.kind() == Landing.Kind.FILE) {
      itemsOfPages.computeIfAbsent(landing.file(), f -> new LinkedHashSet<>()).add(asked.item());
    } else if (landing.problem() != null) {
      add(asked, landing.problem());
    }
    year(asked, opening, catalog);
    return opening;
  }

  private boolean sameFile(WebAddress one, WebAddress other) {
    Landing landing = mirror.landing(one);
    return landing.kind() == Landing.Kind.FILE
        && landing.file().equals(mirror.landing(other).file());
  }

  private static Opening foreign(Asked asked, Answer answer) {
    boolean moved = !answer.arrived().toString().equals(asked.address.withoutFragment().toString());
    return new Opening(
        asked.raw,
        Audit.opens(answer),
        Audit.opens(answer) == Opening.Opens.YES ? null : answer.reason().says(),
        answer.status(),
        answer.took().toMillis(),
        moved ? answer.arrived().toString() : null,
        "",
        answer.mediaType(),
        List.of(),
        answer.length());
  }

  private void add(Asked asked, Finding finding) {
    Finding told = finding.ofItem(asked.item()).about(asked.raw).at(asked.row.at());
    findings.add(told);
  }

  private void homePage(Asked asked, Answer answer, boolean named) {
    add(
        asked,
        Finding.of(
                Rule.AUDIT_HOME_PAGE,
                named
                    ? "URL ของข้อ " + asked.item() + " คือหน้าแรก ไม่ใช่หน้าที่มีข้อมูล"
                    : "URL ของข้อ "
                        + asked.item()
                        + " เปิดแล้วได้หน้าแรก หน้าที่ต้องการอาจถูกลบหรือย้าย",
                named
                    ? "the URL of " + asked.item() + " is the home page, not the page with the data"
                    : "the URL of "
                        + asked.item()
                        + " opens the home page; the page itself may be gone"
                        + (answer.hops().isEmpty() ? "" : " (redirected)"))
            .hint(
                "เปิดหน้าที่มีข้อมูลของข้อนี้ แล้วคัดลอกที่อยู่จากแถบที่อยู่มาตอบ",
                "open the page that holds the data, and answer with its address"));
  }

  private void closed(Asked asked, Answer answer, Opening opening, boolean own) {
    Words why = answer.reason().says();
    String status =
        answer.status() == 0 || why.en().contains(Integer.toString(answer.status()))
            ? ""
            : " (" + answer.status() + ")";
    boolean gone = answer.reason() == Reason.NOT_FOUND || answer.reason() == Reason.GONE;
    Rule rule =
        switch (opening.opens()) {
          case NO -> own && gone ? Rule.LINK_NOT_FOUND : Rule.EXTERNAL_DEAD;
          case LOGIN -> Rule.EXTERNAL_LOGIN;
          default ->
              answer.reason() == Reason.WRONG_TYPE ? Rule.EVIDENCE_TYPE : Rule.EXTERNAL_UNVERIFIED;
        };
    Words hint =
        switch (rule) {
          case LINK_NOT_FOUND ->
              Words.of(
                  "นำหน้าหรือไฟล์กลับมาไว้ที่เดิม หรือแก้ URL ในระบบ ITAS ก่อนปิดรับคำตอบ",
                  "put the page or file back, or correct the answer before the window closes");
          case EXTERNAL_LOGIN ->
              Words.of(
                  "เปิดให้ทุกคนดูได้โดยไม่ต้องเข้าสู่ระบบ หรือนำไฟล์มาวางไว้ในเว็บไซต์ของหน่วยงาน",
                  "open it to everybody, or host the file on the body's own site");
          case EVIDENCE_TYPE ->
              Words.of(
                  "เปิด URL นี้ด้วยเบราว์เซอร์ แล้ววางไฟล์จริงไว้ที่นั้น",
                  "open it in a browser, and put the real file there");
          default ->
              Words.of(
                  "ลองเปิดด้วยเบราว์เซอร์ในหน้าต่างส่วนตัว แล้วสั่งตรวจใหม่",
                  "open it in a private browser window, and audit again");
        };
    add(
        asked,
        Finding.of(
                rule,
                "URL ของข้อ " + asked.item() + " เปิดไม่ได้: " + why.th() + status,
                "the URL of " + asked.item() + " does not open: " + why.en() + status)
            .hint(hint));
  }

  private void moved(Asked asked, WebAddress to) {
    add(
        asked,
        Finding.of(
                Rule.EXTERNAL_REDIRECT,
                "URL ของข้อ " + asked.item() + " ย้ายไปที่ " + to,
                "the URL of " + asked.item() + " has moved to " + to)
            .hint("แก้คำตอบเป็นที่อยู่ใหม่", "answer with the new address"));
  }

  private void page(Asked asked, PageReading page, Catalog catalog, boolean first) {
    String fragment = asked.address.fragment();
    if (fragment != null && !page.hasPlace(fragment)) {
      add(
          asked,
          Finding.of(
                  Rule.LINK_NO_FRAGMENT,
                  "หน้าของข้อ " + asked.item() + " เปิดได้ แต่ไม่มีตำแหน่ง #" + fragment,
                  "the page of " + asked.item() + " opens, but has no #" + fragment)
              .as(Severity.WARNING)
              .hint("แก้ส่วนหลัง # ของ URL", "mend what follows # in the URL"));
    }
    PageReading.Says says = page.ofItem().orElse(null);
    if (says == null || !first) {
      return;
    }
    Optional<ItemCode> item = ItemCode.parse(says.item());
    if (item.isPresent() && !item.get().equals(asked.row.item())) {
      add(
          asked,
          Finding.of(
                  Rule.AUDIT_OTHER_ITEM,
                  "URL ของข้อ " + asked.item() + " เปิดได้หน้าของข้อ " + item.get(),
                  "the URL of " + asked.item() + " opens the page of " + item.get())
              .hint("ตรวจว่าไม่ได้วาง URL สลับข้อ", "see that no URLs were swapped"));
    }
    if (catalog != null && !says.year().equals(catalog.year().toString())) {
      add(
          asked,
          Finding.of(
                  Rule.OIT_YEAR,
                  "URL ของข้อ "
                      + asked.item()
                      + " เปิดได้หน้าของปี "
                      + says.year()
                      + " ไม่ใช่ปี "
                      + catalog.year(),
                  "the URL of "
                      + asked.item()
                      + " opens the page of "
                      + says.year()
                      + ", not of "
                      + catalog.year())
              .hint("ตอบด้วยหน้าของปีที่ประเมิน", "answer with the page of the assessed year"));
    }
  }

  /** What a title or a file says of years is a hint and not proof, so it warns. */
  private void year(Asked asked, Opening opening, Catalog catalog) {
    if (catalog == null || reading(asked).flatMap(PageReading::ofItem).isPresent()) {
      return;
    }
    Item item = catalog.item(asked.row.item()).orElse(null);
    if (item == null) {
      return;
    }
    Set<FiscalYear> wanted = item.period().yearsFor(catalog.year());
    if (!Years.fit(opening.years(), wanted)) {
      String named =
          opening.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
      add(
          asked,
          Finding.of(
                  Rule.OIT_YEAR,
                  "“" + opening.title() + "” ของข้อ " + asked.item() + " บอกปี " + named,
                  "'" + opening.title() + "' of " + asked.item() + " names the year " + named)
              .as(Severity.WARNING)
              .hint("ข้อนี้ต้องเป็นข้อมูลของปี " + wanted, "the item asks for " + wanted));
    }
  }

  private void shared(List<Asked> urls) {
    Map<String, Asked> first = new HashMap<>();
    for (Asked asked : urls) {
      String place =
          scope.key(asked.address) + "#" + Objects.toString(asked.address.fragment(), "");
      Asked other = first.putIfAbsent(place, asked);
      if (other != null && !other.row.item().equals(asked.row.item())) {
        add(
            asked,
            Finding.of(
                    Rule.AUDIT_SHARED_URL,
                    "ข้อ " + asked.item() + " ตอบด้วย URL เดียวกับข้อ " + other.item(),
                    asked.item() + " is answered with the URL of " + other.item())
                .hint(
                    "ทำหน้าของแต่ละข้อแยกกัน หรือชี้ตำแหน่งในหน้าด้วย #",
                    "give each item a page of its own, or point into the page with #"));
      }
    }
  }

  // What the checks say of the opened pages

  private void pages(Outcome judged, Catalog catalog) {
    for (Finding finding : judged.findings()) {
      Set<String> items = itemsOfPages.get(finding.page());
      if (items == null) {
        continue;
      }
      boolean ofGate =
          finding.rule().id().startsWith("oit/") || finding.rule().id().startsWith("evidence/");
      if (finding.rule() == Rule.OIT_UNREACHABLE
          || !ofGate && !OF_OPENED_PAGES.contains(finding.rule())) {
        continue;
      }
      boolean said = finding.item() != null && items.contains(finding.item());
      if (said || finding.item() != null && catalog != null) {
        if (said) {
          findings.add(audit.shown(finding));
        }
        continue;
      }
      for (String item : items) {
        findings.add(audit.shown(finding.ofItem(item)));
      }
    }
  }

  /** The files that answers name, and those of pages that say nothing of items. */
  private void files(List<Asked> urls) {
    LinkedFiles files = new LinkedFiles(mirror.root(), request.documents());
    Set<String> judged = new HashSet<>();
    for (Asked asked : urls) {
      Landing landing = mirror.landing(asked.address);
      if (landing.kind() != Landing.Kind.FILE) {
        continue;
      }
      PageReading page = crawl.reading(landing.file());
      if (page == null && crawl.isFetchedFile(asked.address)) {
        for (Finding finding : files.judge(asked.raw, landing.file())) {
          add(asked, finding);
        }
      } else if (page != null && page.ofItem().isEmpty()) {
        for (PageReading.Link link : page.links()) {
          Landing at = mirror.landing(link.address());
          if (link.use() == PageReading.Use.FOLLOWED
              && at.kind() == Landing.Kind.FILE
              && crawl.isFetchedFile(link.address())
              && judged.add(asked.item() + " " + at.file())) {
            for (Finding finding : files.judge(link.address().toString(), at.file())) {
              findings.add(
                  audit.shown(
                      finding
                          .onPage(landing.file())
                          .ofItem(asked.item())
                          .about(link.address().toString())));
            }
          }
        }
      }
    }
  }

  // What comes out

  private AuditResult result(
      AnswerFile sheet, Catalog catalog, Outcome judged, Map<String, List<Opening>> openings) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> absent = new ArrayList<>();
    if (catalog != null) {
      catalog.items().forEach(item -> names.put(item.code().toString(), item.name()));
      absent.addAll(names.keySet());
    }
    sheet.rows().forEach(row -> names.putIfAbsent(row.item().toString(), row.name()));
    Map<String, ItemVerdict> byGate =
        judged.items().stream().collect(Collectors.toMap(ItemVerdict::id, verdict -> verdict));
    for (AnswerFile.Row row : sheet.rows()) {
      String item = row.item().toString();
      absent.remove(item);
      if (catalog != null && catalog.item(row.item()).isEmpty()) {
        unknown(row, catalog);
      } else if (openings.get(item).isEmpty() && !Audit.isFailed(item, findings.sorted())) {
        unanswered(row);
      }
    }
    absent(sheet, absent);
    List<Finding> sorted = findings.sorted();
    List<AuditedItem> items = new ArrayList<>();
    List<ItemVerdict> verdicts = new ArrayList<>();
    for (Map.Entry<String, String> named : names.entrySet()) {
      String item = named.getKey();
      List<Opening> opened = openings.getOrDefault(item, List.of());
      AuditedItem.State state = state(item, opened, sorted);
      if (openings.containsKey(item)) {
        items.add(new AuditedItem(item, named.getValue(), state, opened));
      }
      if (catalog != null && catalog.item(code(item)).isPresent()) {
        verdicts.add(verdict(named, opened, state, byGate.get(item)));
      }
    }
    Outcome outcome =
        new Outcome(crawl.readings().size(), judged.links(), verdicts, sorted, judged.waivers());
    return audit.result(outcome, catalog, items, crawl);
  }

  private static ItemCode code(String item) {
    return ItemCode.parse(item).orElseThrow();
  }

  private static ItemVerdict verdict(
      Map.Entry<String, String> named,
      List<Opening> opened,
      AuditedItem.State state,
      ItemVerdict gate) {
    ItemVerdict.Status status =
        switch (state) {
          case PASS -> ItemVerdict.Status.PASS;
          case MISSING -> ItemVerdict.Status.MISSING;
          default -> ItemVerdict.Status.FAIL;
        };
    boolean judged = gate != null && gate.url() != null;
    return new ItemVerdict(
        named.getKey(),
        named.getValue(),
        status,
        opened.isEmpty() ? null : opened.get(0).url(),
        judged ? gate.department() : null,
        judged ? gate.required() : 0,
        judged ? gate.covered() : 0,
        judged ? gate.waived() : List.of());
  }

  private static AuditedItem.State state(
      String item, List<Opening> opened, List<Finding> findings) {
    if (opened.isEmpty()) {
      return AuditedItem.State.MISSING;
    }
    if (Audit.isFailed(item, findings)) {
      return AuditedItem.State.FAIL;
    }
    return opened.stream().allMatch(opening -> opening.opens() == Opening.Opens.YES)
        ? AuditedItem.State.PASS
        : AuditedItem.State.UNVERIFIED;
  }

  private void unanswered(AnswerFile.Row row) {
    findings.add(
        Finding.of(
                Rule.OIT_MISSING,
                "ข้อ " + row.item() + " ตอบว่าไม่มี หรือไม่ได้ใส่ URL",
                row.item() + " is answered with no, or without a URL")
            .ofItem(row.item().toString())
            .at(row.at())
            .hint(
                "ถ้ามีข้อมูลแล้ว ให้ตอบว่ามีพร้อม URL ของหน้านั้น",
                "where the data are there, answer with the URL of their page"));
  }

  /** A sheet of a few items may be meant so; what it does not have is said once. */
  private void absent(AnswerFile sheet, List<String> items) {
    if (!items.isEmpty()) {
      String list = String.join(" ", items);
      findings.add(
          Finding.of(
                  Rule.OIT_MISSING,
                  "ไฟล์คำตอบไม่มี " + items.size() + " ข้อ: " + list,
                  "the answer sheet does not have " + items.size() + " items: " + list)
              .as(Severity.WARNING)
              .at(Source.of(sheet.file()))
              .hint(
                  "ถ้าตั้งใจตรวจเพียงบางข้อ ไม่ต้องแก้",
                  "nothing to do when only some items were to be looked at"));
    }
  }

  private void unknown(AnswerFile.Row row, Catalog catalog) {
    findings.add(
        Finding.of(
                Rule.OIT_UNKNOWN_ITEM,
                "รายการของปี " + catalog.year() + " ไม่มีข้อ " + row.item(),
                "the list of " + catalog.year() + " has no " + row.item())
            .ofItem(row.item().toString())
            .at(row.at())
            .hint(
                "ตรวจว่าไฟล์คำตอบเป็นของปีใด แล้วระบุด้วย --year",
                "see of which year the sheet is, and say so with --year"));
  }
}
