package th.oit.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import th.oit.catalog.Catalog;
import th.oit.catalog.Element;
import th.oit.catalog.Item;
import th.oit.catalog.Period;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Origins;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.ThaiDigits;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/**
 * Decides, item by item, whether the site may go out: the list of the year against what the pages
 * say they show. Used once.
 */
final class Gate {
  private static final int MOST_LINKS_FROM_HOME = 2;
  private static final int SHORTEST_REASON = 15;

  /** A fiscal year stated in words: ปีงบประมาณ พ.ศ. 2567, ปีงบประมาณ ๒๕๖๗. */
  private static final Pattern STATED_YEAR =
      Pattern.compile("ปีงบประมาณ\\s*(?:พ\\.\\s*ศ\\.\\s*)?(2[45]\\d\\d)");

  private final Catalog catalog;
  private final String home;
  private final Origins origins;
  private final Targets targets;
  private final Evidence evidence;
  private final Timeliness timeliness;
  private final int thin;
  private final Findings findings;
  private final Waivers waivers;
  private final ElementCheck elements;
  private final Function<String, Outline> outlines;
  private final Map<String, PageFacts> facts = new TreeMap<>();
  private final Map<String, Integer> distances;

  /**
   * @param home the output file of the home page
   * @param outgoing for every page, the pages to which it links
   * @param outlines what stands on a page
   */
  Gate(
      Catalog catalog,
      String home,
      Map<String, PageFacts> facts,
      Map<String, ? extends Iterable<String>> outgoing,
      Function<String, Outline> outlines,
      Origins origins,
      Targets targets,
      Evidence evidence,
      Timeliness timeliness,
      int thin,
      Waivers waivers,
      Findings findings) {
    this.catalog = catalog;
    this.home = home;
    this.origins = origins;
    this.targets = targets;
    this.evidence = evidence;
    this.timeliness = timeliness;
    this.thin = thin;
    this.waivers = waivers;
    this.findings = findings;
    this.outlines = outlines;
    this.facts.putAll(facts);
    this.elements =
        new ElementCheck(catalog.year(), outlines, targets, evidence, generalChannels());
    this.distances = distances(outgoing);
  }

  /** The ways by which every page says that the body is reached. */
  private Set<Way> generalChannels() {
    Set<Way> general = new LinkedHashSet<>();
    PageFacts front = facts.get(home);
    if (front != null) {
      for (String href : front.channels()) {
        general.add(Way.of(href).orElseGet(() -> Way.web(href)));
      }
    }
    return general;
  }

  private Map<String, Integer> distances(Map<String, ? extends Iterable<String>> outgoing) {
    Map<String, Integer> distances = new HashMap<>();
    Deque<String> next = new ArrayDeque<>();
    distances.put(home, 0);
    next.add(home);
    while (!next.isEmpty()) {
      String page = next.poll();
      int distance = distances.get(page) + 1;
      Iterable<String> targets = outgoing.get(page);
      if (targets != null) {
        for (String target : targets) {
          if (distances.putIfAbsent(target, distance) == null) {
            next.add(target);
          }
        }
      }
    }
    return distances;
  }

  /** Judges every item of the list; what is wrong goes to the findings. */
  List<ItemVerdict> judge() {
    findings.addAll(waivers.wrong(catalog));
    Map<ItemCode, List<PageFacts>> pages = pagesByItem();
    List<ItemVerdict> verdicts = new ArrayList<>();
    for (Item item : catalog.items()) {
      verdicts.add(judge(item, pages.getOrDefault(item.code(), List.of())));
    }
    findings.addAll(evidence.shared().findings());
    return verdicts;
  }

  /** The verdicts again, with the items failed that an error of any check concerns. */
  static List<ItemVerdict> afterAllChecks(List<ItemVerdict> verdicts, List<Finding> findings) {
    Set<String> failed =
        findings.stream().filter(Finding::isError).map(Finding::item).collect(Collectors.toSet());
    return verdicts.stream()
        .map(
            verdict ->
                verdict.status() == ItemVerdict.Status.PASS && failed.contains(verdict.id())
                    ? verdict.as(ItemVerdict.Status.FAIL)
                    : verdict)
        .toList();
  }

  private Map<ItemCode, List<PageFacts>> pagesByItem() {
    Map<ItemCode, List<PageFacts>> pages = new TreeMap<>();
    for (PageFacts page : facts.values()) {
      if (page.item() == null || !page.isOfYear(catalog.year().toString())) {
        continue;
      }
      Optional<ItemCode> code =
          ItemCode.parse(page.item().code()).filter(parsed -> catalog.item(parsed).isPresent());
      if (code.isPresent()) {
        pages.computeIfAbsent(code.get(), c -> new ArrayList<>()).add(page);
      } else {
        unknownItem(page);
      }
    }
    return pages;
  }

  private void unknownItem(PageFacts page) {
    Optional<ItemCode> meant = ItemCode.parse(page.item().code());
    String code = meant.map(ItemCode::toString).orElse(page.item().code());
    List<Item> items = catalog.items();
    String range =
        items.isEmpty() ? "" : items.get(0).code() + "–" + items.get(items.size() - 1).code();
    String years = meant.map(ListedYears::having).orElse("");
    Words elsewhere =
        years.isEmpty()
            ? Words.same("")
            : Words.of(
                " แต่ข้อ " + code + " มีในรายการปี " + years,
                "; " + code + " is in the lists of " + years);
    findings.add(
        Finding.of(
                Rule.OIT_UNKNOWN_ITEM,
                "รายการของปี " + catalog.year() + " ไม่มีข้อ " + code + elsewhere.th(),
                "the list of " + catalog.year() + " has no item " + code + elsewhere.en())
            .onPage(page.page())
            .ofItem(code)
            .about(page.item().code())
            .at(at(page.page(), Origins.key("item")))
            .hint("ข้อของปีนี้คือ " + range, "this year's items are " + range));
  }

  private ItemVerdict judge(Item item, List<PageFacts> pages) {
    String code = item.code().toString();
    int required = (int) item.elements().stream().filter(Element::required).count();
    List<String> waived = waivers.of(item);
    if (pages.isEmpty()) {
      noPage(item);
      return new ItemVerdict(
          code, item.name(), ItemVerdict.Status.MISSING, null, null, required, 0, waived);
    }
    PageFacts page = pages.get(0);
    for (PageFacts other : pages.subList(1, pages.size())) {
      findings.add(
          of(Rule.OIT_DUPLICATE, other, item)
              .apply(
                  Words.of(
                      "ข้อ " + code + " มีหน้าอยู่แล้วที่ " + url(page.page()),
                      code + " already has a page at " + url(page.page())))
              .at(at(other.page(), Origins.key("item")))
              .hint(
                  "แก้ item: ของหน้าใดหน้าหนึ่ง หรือรวมเป็นหน้าเดียว",
                  "correct 'item:' on one of them, or join them"));
    }
    Findings own = new Findings();
    int covered = page(item, page, waived, own);
    findings.addAll(own.sorted());
    boolean failed = own.hasErrors() || pages.size() > 1;
    return new ItemVerdict(
        code,
        item.name(),
        failed ? ItemVerdict.Status.FAIL : ItemVerdict.Status.PASS,
        url(page.page()),
        page.item().department().isEmpty() ? null : page.item().department(),
        required,
        covered,
        waived);
  }

  private void noPage(Item item) {
    String code = item.code().toString();
    String listPage = null;
    boolean draft = false;
    for (PageFacts page : facts.values()) {
      if (catalog.year().toString().equals(page.list())) {
        listPage = page.page();
        draft = "draft".equals(page.entries().get(code));
      }
    }
    if (draft) {
      findings.add(
          Finding.of(
                  Rule.OIT_DRAFT,
                  "หน้าของข้อ " + code + " " + item.name() + " ยังเป็นฉบับร่าง",
                  "the page of " + code + " is still a draft")
              .onPage(listPage)
              .ofItem(code)
              .at(at(listPage, Origins.key(code)))
              .hint(
                  "เมื่อเนื้อหาพร้อม ให้ลบบรรทัด status: draft หรือแก้วันที่ publish และ expires",
                  "when it is ready, remove 'status: draft', or mend 'publish' and 'expires'"));
      return;
    }
    String expected = "content/oit/" + catalog.year() + "/" + item.code().slug() + "/index.md";
    findings.add(
        Finding.of(
                Rule.OIT_MISSING,
                "ยังไม่มีหน้าของข้อ " + code + " " + item.name(),
                code + " has no page")
            .onPage(listPage)
            .ofItem(code)
            .at(listPage == null ? null : Source.of(expected))
            .hint("สร้างไฟล์ " + expected, "write " + expected));
  }

  /** Judges the page of an item; returns how many required elements are covered. */
  private int page(Item item, PageFacts page, List<String> waived, Findings own) {
    PageFacts.ItemFacts facts = page.item();
    Integer distance = distances.get(page.page());
    if (distance == null || distance > MOST_LINKS_FROM_HOME) {
      own.add(
          of(Rule.OIT_UNREACHABLE, page, item)
              .apply(
                  distance == null
                      ? Words.of(
                          "ไม่มีทางเปิดหน้านี้จากหน้าแรก",
                          "no way leads from the home page to this page")
                      : Words.of(
                          "ต้องคลิกจากหน้าแรก " + distance + " ครั้งจึงจะถึงหน้านี้ (ไม่ควรเกิน 2)",
                          "this page is " + distance + " links from the home page (2 at most)"))
              .hint(
                  "เพิ่มหน้ารายการ OIT ของปีไว้ในเมนู",
                  "put the year's list of items into the menu"));
    }
    if (facts.department().isEmpty()) {
      own.add(
          of(Rule.OIT_OWNER, page, item)
              .apply(
                  Words.of(
                      "ไม่ได้ระบุหน่วยงานที่รับผิดชอบข้อ " + item.code(),
                      "no department is responsible for " + item.code()))
              .at(at(page.page(), Origins.key("department")))
              .hint(
                  "เพิ่มบรรทัด department: ในส่วนหัวของหน้า",
                  "add a 'department:' line to the front matter"));
    }
    years(item, page, own);
    Finding renewal = timeliness.renewal(item, facts.updated(), facts.every());
    if (renewal != null) {
      own.add(
          renewal
              .onPage(page.page())
              .ofItem(item.code().toString())
              .at(at(page.page(), Origins.key("updated"))));
    }
    files(item, page, own);
    if (facts.status().equals("none")) {
      return none(item, page, own);
    }
    List<Outline.Part> body = page.outline().in(page.outline().whole());
    int length = Statements.lettersOfAll(body);
    boolean isThin = length < thin && body.stream().noneMatch(Gate::isThing);
    if (isThin) {
      own.add(
          of(Rule.OIT_THIN, page, item)
              .apply(
                  Words.of(
                      "หน้านี้มีข้อความเพียง " + length + " ตัวอักษร และไม่มีตารางหรือภาพ",
                      "only " + length + " letters of text, and no table or picture"))
              .hint(
                  "แสดงเนื้อหาบนหน้าเว็บ ไม่ใช่เพียงลิงก์หรือไฟล์แนบ",
                  "show the content on the page itself, not only a link or a file"));
    }
    ItemFindings out = new ItemFindings(item, page.page(), origins, own);
    TableChecks tables = new TableChecks(out);
    ElementCheck.On on = new ElementCheck.On(item, page, isThin, out, tables);
    int covered = 0;
    for (Element element : item.elements()) {
      boolean shown = waived.contains(element.id()) || element(element, on, own);
      if (shown && element.required()) {
        covered++;
      }
    }
    for (Outline.Part part : body) {
      if (part instanceof Outline.Tabular tabular) {
        tables.of(tabular.table(), page.page());
      }
    }
    tables.judge();
    return covered;
  }

  private static boolean isThing(Outline.Part part) {
    return part instanceof Outline.Tabular
        || part instanceof Outline.Picture
        || part instanceof Outline.Drawing;
  }

  private int none(Item item, PageFacts page, Findings own) {
    if (!item.noneAllowed()) {
      own.add(
          of(Rule.OIT_ELEMENT, page, item)
              .apply(
                  Words.of(
                      "ข้อ " + item.code() + " ตอบว่าไม่มีรายการไม่ได้",
                      item.code() + " cannot be answered with 'none'"))
              .at(at(page.page(), Origins.key("status")))
              .hint(
                  "แสดงองค์ประกอบของข้อนี้ให้ครบ ดูได้จาก oit catalog " + catalog.year(),
                  "show the item's elements; see 'oit catalog " + catalog.year() + "'"));
      return 0;
    }
    if (page.item().noneReason().strip().length() < SHORTEST_REASON) {
      own.add(
          of(Rule.OIT_THIN, page, item)
              .apply(
                  Words.of(
                      "เหตุผลที่ไม่มีรายการสั้นเกินไป",
                      "the reason why there is none says too little"))
              .at(at(page.page(), Origins.key("reason")))
              .hint(
                  "เขียนเป็นประโยค เช่น ปีงบประมาณ พ.ศ. 2567 ไม่ได้รับงบลงทุน",
                  "say in a sentence why there was none this year"));
      return 0;
    }
    return (int) item.elements().stream().filter(Element::required).count();
  }

  private boolean element(Element element, ElementCheck.On on, Findings own) {
    Item item = on.item();
    PageFacts page = on.page();
    List<String> places = page.item().elements().getOrDefault(element.id(), List.of());
    String what = "\"" + element.text() + "\"";
    if (places.isEmpty()) {
      if (element.required()) {
        on.out()
            .add(
                element,
                Rule.OIT_ELEMENT,
                element.id(),
                at(page.page(), Origins.key("elements")),
                Words.of(
                    "ยังไม่ได้บอกว่าองค์ประกอบ " + what + " อยู่ตรงไหน",
                    "no place shows the element " + what),
                Words.of(
                    "เพิ่มใน elements: เช่น  " + element.id() + ": '#หัวข้อ'",
                    "add to 'elements:', such as  " + element.id() + ": '#heading'"));
      }
      return false;
    }
    List<Place> standing = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Targets.Target target = targets.of(page.page(), places.get(i));
      if (target.stands()) {
        standing.add(place(places.get(i), target));
      } else {
        own.add(
            of(Rule.OIT_ELEMENT, page, item)
                .apply(
                    Words.of(
                        "ที่แสดงองค์ประกอบ " + what + " ไม่มีอยู่: " + places.get(i),
                        "the place of the element " + what + " does not exist: " + places.get(i)))
                .about(places.get(i))
                .at(origin(page.page(), Origins.element(element.id()), i))
                .hint(
                    "แก้ตำแหน่งนี้ให้ตรงกับหัวข้อ {#…} หรือไฟล์ที่มีอยู่",
                    "make it name a heading {#…} or a file that exists"));
      }
    }
    if (standing.isEmpty()) {
      return false;
    }
    return elements.shows(element, standing, on);
  }

  private Place place(String href, Targets.Target target) {
    boolean read =
        target.kind() == Targets.Target.Kind.INTERNAL && ElementCheck.isPage(target.file());
    Outline outline = read ? outlines.apply(target.file()) : null;
    if (outline == null) {
      return new Place(href, target, null, null);
    }
    Outline.Span span = outline.place(target.fragment());
    return new Place(href, target, outline, span == null ? outline.whole() : span);
  }

  /** Whether what the page states about years fits what the item asks for. */
  private void years(Item item, PageFacts page, Findings own) {
    PageFacts.ItemFacts stated = page.item();
    String year = catalog.year().toString();
    if (!stated.year().equals(year)) {
      own.add(
          of(Rule.OIT_YEAR, page, item)
              .apply(
                  Words.of(
                      "หน้านี้บอกว่าเป็นของปี " + stated.year() + " แต่อยู่ในรายการของปี " + year,
                      "the page says that it is of " + stated.year() + ", in the list of " + year))
              .about(stated.year())
              .at(at(page.page(), Origins.key("year"))));
    }
    Set<FiscalYear> asked = item.period().yearsFor(catalog.year());
    if (asked.isEmpty()) {
      return;
    }
    Set<String> askedNames = asked.stream().map(FiscalYear::toString).collect(Collectors.toSet());
    Words period = item.period().wordsFor(catalog.year()).orElse(Words.of("", ""));
    Words hint =
        Words.of("ข้อนี้ต้องเป็นข้อมูลของ " + period.th(), "the item asks for " + period.en());
    if (!stated.periods().isEmpty() && stated.periods().stream().noneMatch(askedNames::contains)) {
      own.add(
          of(Rule.OIT_YEAR, page, item)
              .apply(
                  Words.of(
                      "ข้อมูลของหน้านี้เป็นของปี " + String.join(", ", stated.periods()),
                      "the data are of " + String.join(", ", stated.periods())))
              .about(String.join(" ", stated.periods()))
              .at(at(page.page(), Origins.key("period")))
              .hint(hint));
    }
    if (!item.period().of().contains(Period.Kind.COVERS_ASSESSED)) {
      Set<String> inTitle = new LinkedHashSet<>();
      Matcher matcher = STATED_YEAR.matcher(ThaiDigits.toArabic(stated.title()));
      while (matcher.find()) {
        inTitle.add(matcher.group(1));
      }
      if (!inTitle.isEmpty() && inTitle.stream().noneMatch(askedNames::contains)) {
        own.add(
            of(Rule.OIT_YEAR, page, item)
                .apply(
                    Words.of(
                        "ชื่อหน้าบอกปีงบประมาณ " + String.join(", ", inTitle),
                        "the title names the fiscal year " + String.join(", ", inTitle)))
                .about(String.join(" ", inTitle))
                .at(at(page.page(), Origins.key("title")))
                .hint(hint));
      }
    }
    for (PageFacts.FileLink file : stated.evidence()) {
      if (file.declared()
          && !file.periods().isEmpty()
          && file.periods().stream().noneMatch(askedNames::contains)) {
        own.add(
            of(Rule.OIT_YEAR, page, item)
                .apply(
                    Words.of(
                        "หลักฐาน "
                            + file.href()
                            + " เป็นของปี "
                            + String.join(", ", file.periods()),
                        "the evidence "
                            + file.href()
                            + " is of "
                            + String.join(", ", file.periods())))
                .about(file.href())
                .at(at(page, file))
                .hint(hint));
      }
    }
  }

  private void files(Item item, PageFacts page, Findings own) {
    Set<String> seen = new LinkedHashSet<>();
    for (PageFacts.FileLink file : page.item().evidence()) {
      if (!seen.add(file.href())) {
        continue;
      }
      Targets.Target target = targets.of(page.page(), file.href());
      List<Finding> wrong = new ArrayList<>(evidence.judge(file, target));
      Finding year = timeliness.year(item, file, target);
      if (year != null) {
        wrong.add(year);
      }
      if (file.declared()
          && target.kind() == Targets.Target.Kind.INTERNAL
          && target.stands()
          && !ElementCheck.isPage(target.file())) {
        evidence
            .shared()
            .add(
                new SharedEvidence.Shown(
                    item.code().toString(),
                    page.page(),
                    file.href(),
                    target.file(),
                    at(page, file)));
      }
      for (Finding finding : wrong) {
        own.add(
            finding
                .onPage(page.page())
                .ofItem(item.code().toString())
                .about(file.href())
                .at(at(page, file)));
      }
    }
  }

  /**
   * Where the page names a file: its own entry when it is evidence, which stands on the page behind
   * all other links to the same file.
   */
  private Source at(PageFacts page, PageFacts.FileLink file) {
    return origin(page.page(), Origins.link(file.href()), file.declared() ? Integer.MAX_VALUE : 0);
  }

  private Function<Words, Finding> of(Rule rule, PageFacts page, Item item) {
    return message ->
        Finding.of(rule, message)
            .onPage(page.page())
            .ofItem(item.code().toString())
            .at(at(page.page(), Origins.page()));
  }

  private Source at(String page, String key) {
    return page == null ? null : origin(page, key, 0);
  }

  private Source origin(String page, String key, int occurrence) {
    return origins
        .of(page, key, occurrence)
        .or(() -> origins.of(page, Origins.page(), 0))
        .orElse(null);
  }

  private static String url(String page) {
    String path = page.endsWith("index.html") ? page.substring(0, page.length() - 10) : page;
    return "/" + UrlPath.encode(path);
  }
}
