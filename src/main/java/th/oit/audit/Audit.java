package th.oit.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import th.oit.catalog.Catalog;
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
import th.oit.network.Verdict;
import th.oit.text.FiscalYear;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/** Audits a live site: the whole of it, or the URLs of an answer sheet. Used once. */
public final class Audit {
  /** Slower than this, an assessor may think that nothing comes. */
  static final long SLOW_MILLIS = 10_000;

  private final AuditRequest request;
  private final Network network;
  private final Progress progress;
  private final Scope scope;
  private final Mirror mirror;

  /** Hears how far the audit is; called by one thread. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Something was asked for.
     *
     * @param asked so far
     * @param waiting of those known to be next
     */
    void at(int asked, int waiting);
  }

  private Audit(AuditRequest request, Network network, Progress progress, Scope scope)
      throws IOException {
    this.request = request;
    this.network = network;
    this.progress = progress;
    this.scope = scope;
    this.mirror = new Mirror(Files.createDirectories(request.folder().resolve("site")), scope);
  }

  /**
   * Audits.
   *
   * @param network which may be stopped meanwhile; then what was asked so far is judged
   * @throws UnusableInput when the answer sheet cannot be read, or the site does not open at all
   * @throws IOException when the fetched files cannot be written or read
   */
  public static AuditResult run(AuditRequest request, Network network, Progress progress)
      throws IOException {
    AnswerFile answers =
        request.answers() == null
            ? null
            : AnswerFile.read(request.answers(), request.answersName());
    // The front door first: it tells under which name the site is really served.
    Answer door = network.ask(Ask.page(request.url().withoutFragment())).join();
    if (door.verdict() != Verdict.FINE) {
      throw closed(request.url(), door);
    }
    List<WebAddress> aliases = new ArrayList<>(request.aliases());
    WebAddress asked = request.url();
    if (!door.arrived().host().equals(asked.host()) || door.arrived().port() != asked.port()) {
      aliases.add(asked);
      asked =
          new WebAddress(
              door.arrived().scheme(),
              null,
              door.arrived().host(),
              door.arrived().port(),
              asked.path(),
              asked.query(),
              null,
              false,
              null);
    }
    Scope scope = new Scope(asked, request.knownAs(), aliases);
    Audit audit = new Audit(request, network, progress, scope);
    WebAddress home = scope.known(asked);
    return answers == null ? audit.wholeSite(home) : audit.answers(home, answers);
  }

  private static UnusableInput closed(WebAddress url, Answer door) {
    String status = door.status() == 0 ? "" : " (" + door.status() + ")";
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "เปิดเว็บไซต์ " + url + " ไม่ได้: " + door.reason().says().th() + status,
                url + " does not open: " + door.reason().says().en() + status)
            .at(Source.of(url.toString()))
            .about(url.toString())
            .hint(
                "ตรวจที่อยู่ว่าพิมพ์ถูก ลองเปิดด้วยเบราว์เซอร์ ถ้าเว็บไซต์ขัดข้องอยู่ให้รอแล้วสั่งใหม่",
                "check the address in a browser; when the site is down, wait and try again"));
  }

  // The whole site

  private AuditResult wholeSite(WebAddress home) throws IOException {
    Robots robots = robots(home);
    Crawl crawl = new Crawl(scope, network, mirror, request.limits(), robots, progress::at);
    crawl.all(home);
    Catalog catalog = request.catalog().apply(yearsSaid(crawl));
    Outcome judged =
        SiteCheck.run(request.check().apply(mirror.root(), catalog), request.others(), mirror);
    Findings findings = new Findings();
    boolean incomplete = crawl.isIncomplete();
    for (Finding finding : judged.findings()) {
      boolean unsure =
          incomplete
              && (finding.rule() == Rule.OIT_MISSING || finding.rule() == Rule.OIT_UNREACHABLE);
      findings.add(shown(unsure ? finding.as(Severity.UNVERIFIED) : finding));
    }
    if (catalog == null) {
      linkedFiles(crawl, findings);
    }
    leftOut(crawl, robots, findings);
    List<AuditedItem> items = new ArrayList<>();
    for (ItemVerdict verdict : judged.items()) {
      items.add(item(verdict, crawl, findings));
    }
    Outcome outcome =
        new Outcome(
            judged.pages(), judged.links(), judged.items(), findings.sorted(), judged.waivers());
    return result(outcome, catalog, items, crawl);
  }

  private Robots robots(WebAddress home) {
    WebAddress address =
        new WebAddress(
            home.scheme(), null, home.host(), home.port(), "/robots.txt", null, null, false, null);
    WebAddress site = scope.toAsk(address);
    Answer answer = network.ask(Ask.page(site)).join();
    if (answer.verdict() == Verdict.FINE && !answer.mediaType().contains("html")) {
      byte[] body = answer.body();
      int length = Math.min(body.length, Robots.MOST_BYTES);
      return Robots.parse(PageReading.text(Arrays.copyOf(body, length), "utf-8"));
    }
    boolean trouble = answer.verdict() == Verdict.UNVERIFIED && answer.status() >= 500;
    return trouble ? Robots.UNREACHABLE : Robots.ALLOW_ALL;
  }

  /** The years of the item pages, the most frequent first; of as frequent ones the newest. */
  private static List<FiscalYear> yearsSaid(Crawl crawl) {
    Map<FiscalYear, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    for (PageReading reading : crawl.readings().values()) {
      reading
          .ofItem()
          .flatMap(says -> FiscalYear.parse(says.year()))
          .ifPresent(year -> counts.merge(year, 1, Integer::sum));
    }
    List<FiscalYear> years = new ArrayList<>(counts.keySet());
    years.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
    return years;
  }

  /** Files of a site that says nothing of items: each is judged where it is linked first. */
  private void linkedFiles(Crawl crawl, Findings findings) {
    LinkedFiles files = new LinkedFiles(mirror.root(), request.documents());
    Set<String> seen = new HashSet<>();
    for (String page : new TreeSet<>(crawl.readings().keySet())) {
      for (PageReading.Link link : crawl.readings().get(page).links()) {
        Landing landing = mirror.landing(link.address());
        if (link.use() == PageReading.Use.FOLLOWED
            && landing.kind() == Landing.Kind.FILE
            && crawl.reading(landing.file()) == null
            && crawl.isFetchedFile(link.address())
            && seen.add(landing.file())) {
          String name = UrlPath.decode(link.address().path());
          for (Finding finding : files.judge(name, landing.file())) {
            findings.add(shown(finding.onPage(page).about(link.address().toString())));
          }
        }
      }
    }
  }

  /** Says what was not looked at: a report must not seem to be of the whole site when it is not. */
  private void leftOut(Crawl crawl, Robots robots, Findings findings) {
    Map<Crawl.Skipped, Integer> skipped = crawl.skipped();
    if (robots.isUnreachable()) {
      findings.add(
          incomplete(
              Words.of(
                  "อ่าน robots.txt ของเว็บไซต์ไม่ได้ จึงไม่ได้เปิดหน้าอื่น",
                  "the site's robots.txt could not be read, so no other page was opened"),
              Words.of("รอแล้วสั่งใหม่", "wait and try again")));
    } else if (skipped.containsKey(Crawl.Skipped.ROBOTS)) {
      int count = skipped.get(Crawl.Skipped.ROBOTS);
      findings.add(
          incomplete(
              Words.of(
                  "robots.txt ของเว็บไซต์ขอไม่ให้โปรแกรมเปิด " + count + " ที่อยู่ จึงไม่ได้ตรวจ",
                  "robots.txt asks programs to keep out of " + count + " addresses; not looked at"),
              Words.of(
                  "ถ้าเป็นเว็บไซต์ของหน่วยงานเอง ให้แก้ robots.txt หรือตรวจด้วย --answers",
                  "on a site of your own, mend robots.txt, or audit with --answers")));
    }
    crawl
        .endless()
        .forEach(
            (shape, count) ->
                findings.add(
                    incomplete(
                            Words.of(
                                "มีหน้าแบบ "
                                    + shape
                                    + " มากเหมือนไม่มีที่สิ้นสุด ไม่ได้เปิดอีก "
                                    + count
                                    + " หน้า",
                                "there seems to be no end of "
                                    + shape
                                    + "; "
                                    + count
                                    + " more were left out"),
                            null)
                        .about(shape)));
    limit(skipped, Crawl.Skipped.PAGES, "--max-pages", findings);
    limit(skipped, Crawl.Skipped.DEPTH, "--max-depth", findings);
    Integer stopped = skipped.get(Crawl.Skipped.STOPPED);
    if (stopped != null) {
      findings.add(
          incomplete(
              Words.of(
                  "หยุดก่อนตรวจครบ ยังไม่ได้เปิดอย่างน้อย " + stopped + " ที่อยู่",
                  "stopped before the end: at least " + stopped + " addresses were not opened"),
              Words.of("ให้เวลามากขึ้นด้วย --budget", "give it more time with --budget")));
    }
    Integer files = skipped.get(Crawl.Skipped.FILES);
    if (files != null) {
      findings.add(
          incomplete(
              Words.of(
                  "ไม่ได้เปิดไฟล์อีก " + files + " ไฟล์", files + " more files were not opened"),
              null));
    }
  }

  private static void limit(
      Map<Crawl.Skipped, Integer> skipped, Crawl.Skipped why, String option, Findings findings) {
    Integer count = skipped.get(why);
    if (count != null) {
      findings.add(
          incomplete(
              Words.of(
                  "ครบจำนวนที่กำหนด ยังไม่ได้เปิดอีกอย่างน้อย " + count + " หน้า",
                  "the limit was reached: at least " + count + " more pages were not opened"),
              Words.of("เพิ่มได้ด้วย " + option, "raise it with " + option)));
    }
  }

  private static Finding incomplete(Words message, Words hint) {
    Finding finding = Finding.of(Rule.AUDIT_INCOMPLETE, message);
    return hint == null ? finding : finding.hint(hint);
  }

  private AuditedItem item(ItemVerdict verdict, Crawl crawl, Findings findings) throws IOException {
    List<Opening> openings = new ArrayList<>();
    if (verdict.url() != null) {
      WebAddress address = WebAddress.parse(verdict.url().substring(1), scope.base());
      Answer answer = crawl.answer(address);
      if (answer != null) {
        openings.add(opening(address.toString(), address, answer, crawl));
        slow(answer, verdict.id(), address.toString(), null, findings);
      }
    }
    AuditedItem.State state =
        switch (verdict.status()) {
          case PASS -> AuditedItem.State.PASS;
          case FAIL -> AuditedItem.State.FAIL;
          case MISSING ->
              crawl.isIncomplete() ? AuditedItem.State.UNVERIFIED : AuditedItem.State.MISSING;
        };
    return new AuditedItem(verdict.id(), verdict.name(), state, openings);
  }

  // The answer sheet

  private AuditResult answers(WebAddress home, AnswerFile answers) throws IOException {
    return new Assessor(this, request, scope, mirror, network, progress).assess(home, answers);
  }

  // Both

  /** Tells what an address opens. */
  Opening opening(String url, WebAddress address, Answer answer, Crawl crawl) throws IOException {
    Landing landing = mirror.landing(address);
    PageReading reading =
        landing.kind() == Landing.Kind.FILE ? crawl.reading(landing.file()) : null;
    WebAddress arrived = scope.known(answer.arrived());
    boolean moved = !scope.key(arrived).equals(scope.key(address));
    String title = "";
    String type = "";
    List<Integer> years = List.of();
    long bytes = -1;
    if (reading != null) {
      title = reading.title().isEmpty() ? reading.heading() : reading.title();
      type = "HTML";
      years = Years.of(reading);
    } else if (landing.kind() == Landing.Kind.FILE && crawl.isFetchedFile(address)) {
      Path file = mirror.root().resolve(landing.file());
      String path = UrlPath.decode(arrived.path());
      title = path.substring(path.lastIndexOf('/') + 1);
      type = request.documents().read(file).type().label();
      bytes = Files.size(file);
      years = Years.of(title, file, request.statedYears());
    } else {
      type = answer.mediaType();
    }
    return new Opening(
        url,
        opens(answer),
        answer.verdict() == Verdict.FINE ? null : answer.reason().says(),
        answer.status(),
        answer.took().toMillis(),
        moved ? arrived.toString() : null,
        title,
        type,
        years,
        bytes);
  }

  static Opening.Opens opens(Answer answer) {
    if (answer.reason() == Reason.CREDENTIALS) {
      return Opening.Opens.LOGIN; // whoever is no member of the office is asked for a password
    }
    return switch (answer.verdict()) {
      case FINE -> Opening.Opens.YES;
      case DEAD -> Opening.Opens.NO;
      case LOGIN -> Opening.Opens.LOGIN;
      case UNVERIFIED -> Opening.Opens.UNVERIFIED;
    };
  }

  static void slow(Answer answer, String item, String url, Source at, Findings findings) {
    long millis = answer.took().toMillis();
    if (answer.verdict() == Verdict.FINE && millis > SLOW_MILLIS) {
      String seconds = String.format(Locale.ROOT, "%.0f", millis / 1000.0);
      findings.add(
          Finding.of(
                  Rule.AUDIT_SLOW,
                  url + " ใช้เวลาเปิด " + seconds + " วินาที",
                  url + " took " + seconds + " s to open")
              .ofItem(item)
              .about(url)
              .at(at)
              .hint(
                  "ผู้ตรวจอาจคิดว่าเปิดไม่ได้ ลดขนาดไฟล์หรือภาพ หรือแจ้งผู้ให้บริการพื้นที่เว็บไซต์",
                  "an assessor may take it for dead: make files and pictures smaller, or ask the"
                      + " host"));
    }
  }

  /** A finding as the reader knows the page: by its address, not by our file of it. */
  Finding shown(Finding finding) {
    Finding told = finding;
    if (finding.page() != null) {
      told = told.onPage(mirror.shown(finding.page()));
    }
    Source source = finding.source();
    if (source != null) {
      told = told.at(new Source(mirror.shown(source.file()), source.line(), source.column()));
    }
    return told;
  }

  AuditResult result(Outcome outcome, Catalog catalog, List<AuditedItem> items, Crawl crawl) {
    List<AuditResult.Skip> skips = new ArrayList<>();
    crawl
        .skipped()
        .forEach(
            (why, count) ->
                skips.add(new AuditResult.Skip(why.name().toLowerCase(Locale.ROOT), count)));
    Map<String, String> files = new HashMap<>();
    for (String file : crawl.readings().keySet()) {
      files.put(mirror.shown(file), file);
    }
    Outcome weighed =
        new Outcome(
            outcome.pages(),
            outcome.links(),
            outcome.items(),
            request.rules().apply(outcome.findings()),
            outcome.waivers());
    return new AuditResult(
        scope.toAsk(scope.base()).toString(),
        weighed,
        catalog,
        items,
        crawl.answers().size(),
        skips,
        source -> line(files.get(source.file()), source.line()));
  }

  private String line(String file, int line) {
    if (file == null || line < 1) {
      return "";
    }
    try {
      byte[] bytes = Files.readAllBytes(mirror.root().resolve(file));
      String[] lines = PageReading.text(bytes, null).split("\n", line + 1);
      return line <= lines.length ? lines[line - 1].replace("\r", "") : "";
    } catch (IOException e) {
      return ""; // an excerpt is a help, and no more
    }
  }

  /** The errors that concern an item. */
  static boolean isFailed(String item, List<Finding> findings) {
    return findings.stream()
        .anyMatch(finding -> finding.isError() && Objects.equals(finding.item(), item));
  }
}
