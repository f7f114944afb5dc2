package th.oit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import th.oit.baseline.KnownFinding;
import th.oit.catalog.Waiver;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.ItemCode;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/**
 * A report as one page of HTML that can be mailed, kept and printed: it loads nothing and runs
 * nothing. The summary stands on top, then the items, then the findings by severity, item and file.
 */
public final class HtmlReport {
  /** How much of a long source line is shown before and behind the place, in UTF-16 code units. */
  private static final int BEFORE = 60;

  private static final int BEHIND = 100;

  private static final String STYLE =
      """
      .verdict { display: inline-block; margin: 0 0 .8rem; padding: .35rem .8rem; border-radius: .3rem; font-weight: 700 }
      dl.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .5rem; margin: 0 }
      dl.counts div { padding: .4rem .7rem; border: 1px solid var(--line); border-radius: .3rem }
      dl.counts dt { color: var(--soft); font-size: .9rem }
      dl.counts dd { margin: 0; font-size: 1.3rem; font-weight: 700 }
      nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 1rem 0 0; padding: 0; list-style: none }
      nav a { display: inline-block; padding: .3rem 0 }
      h3 { margin: 1.3em 0 .2em; font-size: 1.05rem; break-after: avoid }
      h4 { margin: .8em 0 .2em; font-size: .95rem; font-weight: 700; overflow-wrap: anywhere; break-after: avoid }
      td { overflow-wrap: anywhere }
      td small { display: block; color: var(--soft) }
      ul.findings { margin: 0; padding: 0; list-style: none }
      ul.findings > li { margin: .5rem 0; padding: .45rem .8rem; border: 1px solid var(--line); border-left: .35rem solid #9db1b6; border-radius: .2rem; break-inside: avoid }
      ul.error > li { border-left-color: #a3271a }
      ul.warning > li { border-left-color: #8a6100 }
      .findings p { margin: 0; overflow-wrap: anywhere }
      .place { color: var(--soft); font-size: .88rem; font-variant-numeric: tabular-nums }
      pre { margin: .3rem 0; padding: .35rem .6rem; background: var(--wash); font-size: .85rem; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere }
      mark { color: inherit; background: #ffe08a; outline: 1px solid #8a6100; print-color-adjust: exact; -webkit-print-color-adjust: exact }
      footer { margin-top: 2rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem }
      @media (max-width: 40rem) { body { padding: 1rem .8rem } }
      @media print { nav { display: none } }
      """;

  private final Report report;
  private final Language language;
  private final Function<String, String> departmentName;
  private final Function<Source, String> excerpt;
  private final Map<String, String> itemNames = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(
      Report report,
      Language language,
      Function<String, String> departmentName,
      Function<Source, String> excerpt) {
    this.report = report;
    this.language = language;
    this.departmentName = departmentName;
    this.excerpt = excerpt;
    report.items().forEach(item -> itemNames.put(item.id(), item.name()));
  }

  /**
   * Writes a report.
   *
   * @param departmentName what to call a department by its id
   * @param excerpt the line of a source; empty when it cannot be shown
   */
  public static String of(
      Report report,
      Language language,
      Function<String, String> departmentName,
      Function<Source, String> excerpt) {
    return new HtmlReport(report, language, departmentName, excerpt).write();
  }

  private String write() {
    Map<Severity, List<Finding>> bySeverity = new EnumMap<>(Severity.class);
    report
        .findings()
        .forEach(
            finding ->
                bySeverity
                    .computeIfAbsent(finding.severity(), s -> new ArrayList<>())
                    .add(finding));
    String title = say("ผลการตรวจเว็บไซต์", "Report on the website") + " – oit " + report.command();
    out.append("<header>\n<h1>").append(HtmlText.escape(title)).append("</h1>\n");
    summary();
    contents(bySeverity);
    out.append("</header>\n<main>\n");
    items();
    waivers();
    bySeverity.forEach(this::severity);
    known();
    if (report.findings().isEmpty() && report.putOff().isEmpty()) {
      out.append("<p>").append(say("ไม่พบข้อบกพร่อง", "Nothing was found.")).append("</p>\n");
    }
    out.append("</main>\n<footer><p>oit ").append(HtmlText.escape(report.version()));
    out.append(" · oit ").append(HtmlText.escape(report.command()));
    out.append(String.format(Locale.ROOT, " · %.2f ", report.elapsedMillis() / 1000.0));
    out.append(say("วินาที", "s")).append("</p></footer>\n");
    return HtmlText.page(title, language, STYLE, out.toString());
  }

  private void summary() {
    Words words =
        switch (report.verdict()) {
          case PASS ->
              report.written() == null
                  ? Words.of("ผ่าน", "Pass")
                  : Words.of(
                      "ผ่าน และเผยแพร่แล้วที่ " + report.written(),
                      (report.unchanged() ? "Pass, stands in " : "Pass, written to ")
                          + report.written());
          case FAIL ->
              report.command().equals("publish")
                  ? Words.of(
                      "ไม่ผ่าน ยังไม่เผยแพร่ เว็บไซต์เดิมอยู่ครบ",
                      "Fail: not published, the old site stands")
                  : Words.of("ไม่ผ่าน", "Fail");
          case UNUSABLE ->
              Words.of("ทำต่อไม่ได้ ต้องแก้ไขก่อน", "Cannot go on until this is mended");
        };
    boolean good = report.verdict() == Report.Verdict.PASS;
    out.append("<p class=\"verdict ").append(good ? "good" : "bad").append("\">");
    out.append(HtmlText.escape(words.in(language))).append("</p>\n<dl class=\"counts\">\n");
    if (!report.items().isEmpty()) {
      count(
          say("ข้อที่ผ่าน", "items that pass"),
          report.passed() + say(" จาก ", " of ") + report.items().size());
    }
    count(say("ข้อผิดพลาด", "errors"), number(report.count(Severity.ERROR)));
    count(say("คำเตือน", "warnings"), number(report.count(Severity.WARNING)));
    long unverified = report.count(Severity.UNVERIFIED);
    if (unverified > 0) {
      count(say("ยังไม่ทราบผล", "unverified"), number(unverified));
    }
    if (report.known() != null) {
      count(say("ข้อบกพร่องเดิมที่ผ่อนผัน", "known, put off"), number(report.known().size()));
    }
    if (report.pages() > 0) {
      count(say("หน้า", "pages"), number(report.pages()));
      count(say("ลิงก์", "links"), number(report.links()));
    }
    out.append("</dl>\n");
    if (report.since() != null) {
      out.append("<p class=\"note\">");
      Report.Since since = report.since();
      out.append(
          HtmlText.escape(
              say(
                  "แสดงเฉพาะที่เกี่ยวกับ "
                      + since.files()
                      + " ไฟล์ที่แก้ตั้งแต่ "
                      + since.ref()
                      + " ไม่แสดงที่อื่นอีก "
                      + since.leftOut()
                      + " จุด",
                  "Only what changed since "
                      + since.ref()
                      + " (files: "
                      + since.files()
                      + "); findings elsewhere not shown: "
                      + since.leftOut())));
      out.append("</p>\n");
    }
  }

  private void count(String name, String value) {
    out.append("<div><dt>").append(HtmlText.escape(name)).append("</dt><dd>");
    out.append(HtmlText.escape(value)).append("</dd></div>\n");
  }

  private void contents(Map<Severity, List<Finding>> bySeverity) {
    StringBuilder links = new StringBuilder();
    if (!report.items().isEmpty()) {
      link(links, "items", say("ผลรายข้อ", "Items"));
    }
    bySeverity.forEach(
        (severity, findings) -> link(links, severity.id(), heading(severity, findings.size())));
    if (!report.putOff().isEmpty()) {
      link(links, "known", knownHeading());
    }
    if (!links.isEmpty()) {
      out.append("<nav aria-label=\"").append(say("ในรายงานนี้", "In this report"));
      out.append("\"><ul>\n").append(links).append("</ul></nav>\n");
    }
  }

  private static void link(StringBuilder links, String id, String label) {
    links.append("<li><a href=\"#").append(id).append("\">").append(HtmlText.escape(label));
    links.append("</a></li>\n");
  }

  private String heading(Severity severity, int count) {
    String name =
        switch (severity) {
          case ERROR -> say("ข้อผิดพลาด", "Errors");
          case WARNING -> say("คำเตือน", "Warnings");
          case UNVERIFIED -> say("ยังไม่ทราบผล", "Not decided");
        };
    return name + " (" + number(count) + ")";
  }

  private String knownHeading() {
    return say(
            "ข้อบกพร่องเดิมที่ผ่อนผันไว้ ยังไม่ได้แก้",
            "Known faults that were put off, not mended")
        + " ("
        + number(report.putOff().size())
        + ")";
  }

  private void items() {
    if (report.items().isEmpty()) {
      return;
    }
    out.append("<section aria-labelledby=\"items\">\n<h2 id=\"items\">");
    out.append(say("ผลรายข้อ", "Items"))
        .append("</h2>\n<div class=\"scroll\"><table>\n<thead><tr>");
    for (String head :
        List.of(
            say("ข้อ", "Item"),
            say("รายการ", "Name"),
            say("ผล", "Status"),
            say("องค์ประกอบ", "Elements"))) {
      out.append("<th scope=\"col\">").append(head).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    report.items().forEach(this::item);
    out.append("</tbody>\n</table></div>\n</section>\n");
  }

  private void item(ItemVerdict item) {
    boolean told =
        report.findings().stream()
            .anyMatch(
                finding ->
                    item.id().equals(finding.item()) && finding.severity() == Severity.ERROR);
    out.append("<tr><th scope=\"row\" class=\"code\">");
    if (told) {
      out.append("<a href=\"#error-").append(HtmlText.escape(item.id())).append("\">");
    }
    out.append(HtmlText.escape(item.id())).append(told ? "</a>" : "").append("</th><td>");
    out.append(HtmlText.escape(item.name()));
    if (item.department() != null) {
      out.append(" <small>").append(HtmlText.escape(departmentName.apply(item.department())));
      out.append("</small>");
    }
    boolean good = item.status() == ItemVerdict.Status.PASS;
    out.append("</td><td class=\"code ").append(good ? "good" : "bad").append("\">");
    out.append(
        switch (item.status()) {
          case PASS -> say("ผ่าน", "pass");
          case FAIL -> say("ไม่ผ่าน", "fail");
          case MISSING -> say("ยังไม่มีหน้า", "missing");
        });
    if (!good && !told && putOff(item.id())) {
      out.append(" <small>").append(say("ผ่อนผันไว้", "put off")).append("</small>");
    }
    out.append("</td><td class=\"number\">").append(item.covered()).append('/');
    out.append(item.required()).append(item.waived().isEmpty() ? "" : "*").append("</td></tr>\n");
  }

  private boolean putOff(String item) {
    return report.putOff().stream().anyMatch(known -> item.equals(known.finding().item()));
  }

  private void waivers() {
    if (report.waivers().isEmpty()) {
      return;
    }
    out.append("<section aria-labelledby=\"waived\">\n<h2 id=\"waived\">");
    out.append(say("* ยกเว้นไว้ ไม่ได้ตรวจ", "* Waived, not judged")).append("</h2>\n<ul>\n");
    for (Waiver waiver : report.waivers()) {
      out.append("<li>")
          .append(
              HtmlText.escape(
                  waiver.item()
                      + " "
                      + waiver.element()
                      + say(" ถึง ", " until ")
                      + (language == Language.TH
                          ? ThaiDate.longForm(waiver.until())
                          : waiver.until().toString())
                      + ": "
                      + waiver.reason()))
          .append("</li>\n");
    }
    out.append("</ul>\n</section>\n");
  }

  private void severity(Severity severity, List<Finding> findings) {
    out.append("<section aria-labelledby=\"").append(severity.id()).append("\">\n<h2 id=\"");
    out.append(severity.id()).append("\">").append(heading(severity, findings.size()));
    out.append("</h2>\n");
    byItem(findings)
        .forEach(
            (item, ofItem) -> {
              out.append("<h3");
              if (!item.isEmpty()) {
                out.append(" id=\"").append(severity.id()).append('-');
                out.append(HtmlText.escape(item)).append('"');
              }
              out.append('>').append(HtmlText.escape(itemHeading(item))).append("</h3>\n");
              byFile(ofItem)
                  .forEach(
                      (file, ofFile) -> {
                        if (!file.isEmpty()) {
                          out.append("<h4>").append(HtmlText.escape(file)).append("</h4>\n");
                        }
                        out.append("<ul class=\"findings ").append(severity.id());
                        out.append("\">\n");
                        byPlace(ofFile, finding -> finding)
                            .forEach(same -> finding(same.get(0), null, pages(same)));
                        out.append("</ul>\n");
                      });
            });
    out.append("</section>\n");
  }

  private void known() {
    if (report.putOff().isEmpty()) {
      return;
    }
    out.append("<section aria-labelledby=\"known\">\n<h2 id=\"known\">").append(knownHeading());
    out.append("</h2>\n<ul class=\"findings\">\n");
    for (List<KnownFinding> same : byPlace(report.putOff(), KnownFinding::finding)) {
      List<Finding> findings = same.stream().map(KnownFinding::finding).toList();
      finding(findings.get(0), same.get(0), pages(findings));
    }
    out.append("</ul>\n</section>\n");
  }

  /** The findings of no item stand last. */
  private static Map<String, List<Finding>> byItem(List<Finding> findings) {
    Map<String, List<Finding>> byItem =
        new TreeMap<>(
            (one, other) -> {
              if (one.isEmpty() || other.isEmpty()) {
                return Boolean.compare(one.isEmpty(), other.isEmpty());
              }
              ItemCode first = ItemCode.parse(one).orElse(null);
              ItemCode second = ItemCode.parse(other).orElse(null);
              return first == null || second == null
                  ? one.compareTo(other)
                  : first.compareTo(second);
            });
    for (Finding finding : findings) {
      String item = finding.item() == null ? "" : finding.item();
      byItem.computeIfAbsent(item, i -> new ArrayList<>()).add(finding);
    }
    return byItem;
  }

  private static Map<String, List<Finding>> byFile(List<Finding> findings) {
    Map<String, List<Finding>> byFile = new TreeMap<>();
    for (Finding finding : findings) {
      byFile.computeIfAbsent(file(finding), f -> new ArrayList<>()).add(finding);
    }
    return byFile;
  }

  /** What a menu or a template does to every page was written once and is told once. */
  private static <T> Collection<List<T>> byPlace(List<T> all, Function<T, Finding> finding) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                one ->
                    finding.apply(one).source() == null
                        ? finding.apply(one)
                        : finding.apply(one).onPage(null),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static List<String> pages(List<Finding> same) {
    return same.stream().map(Finding::page).filter(Objects::nonNull).distinct().toList();
  }

  private static String file(Finding finding) {
    if (finding.source() != null) {
      return finding.source().file();
    }
    return finding.page() == null ? "" : finding.page();
  }

  private String itemHeading(String item) {
    if (item.isEmpty()) {
      return report.items().isEmpty()
          ? say("ทุกไฟล์", "All files")
          : say("ไม่เกี่ยวกับข้อใดโดยเฉพาะ", "Of no item");
    }
    return item + (itemNames.containsKey(item) ? " " + itemNames.get(item) : "");
  }

  private void finding(Finding finding, KnownFinding known, List<String> pages) {
    Source source = finding.source();
    out.append("<li>\n<p>");
    if (known != null && finding.item() != null) {
      out.append(HtmlText.escape(finding.item())).append(' ');
    }
    out.append(HtmlText.escape(finding.message().in(language))).append("</p>\n");
    out.append("<p class=\"place\">");
    if (known != null && !file(finding).isEmpty()) {
      out.append(HtmlText.escape(file(finding))).append(" · ");
    }
    if (source != null && source.line() > 0) {
      out.append(say("บรรทัด ", "line ")).append(source.line());
      if (source.column() > 0) {
        out.append(say(" ตำแหน่ง ", " column ")).append(source.column());
      }
      out.append(" · ");
    }
    if (pages.size() > 1) {
      out.append(say("พบใน ", "on ")).append(number(pages.size()));
      out.append(say(" หน้า · ", " pages · "));
    } else if (known == null && !pages.isEmpty() && !pages.get(0).equals(file(finding))) {
      out.append(say("หน้า ", "page ")).append(HtmlText.escape(pages.get(0))).append(" · ");
    }
    out.append("<code>").append(finding.rule().id()).append("</code></p>\n");
    if (known == null) {
      excerpt(finding);
      places(finding);
      if (finding.hint() != null) {
        out.append("<p class=\"hint\">").append(say("วิธีแก้: ", "Remedy: "));
        out.append(HtmlText.escape(finding.hint().in(language))).append("</p>\n");
      }
    } else {
      out.append("<p class=\"hint\">").append(say("ผ่อนผันถึง ", "Put off until "));
      out.append(
          language == Language.TH ? ThaiDate.longForm(known.until()) : known.until().toString());
      if (known.reason() != null) {
        out.append(": ").append(HtmlText.escape(known.reason()));
      }
      out.append("</p>\n");
    }
    out.append("</li>\n");
  }

  /** All places of a fault that stands in several. */
  private void places(Finding finding) {
    List<String> places = BrokenTargets.places(finding, language);
    if (!places.isEmpty()) {
      out.append("<p class=\"place\">").append(say("พบ ", "Used in "));
      out.append(BrokenTargets.count(finding, language)).append(":</p>\n<ul class=\"place\">\n");
      for (String place : places) {
        out.append("<li>").append(HtmlText.escape(place)).append("</li>\n");
      }
      out.append("</ul>\n");
    }
  }

  /** The source line with the place marked: the target where it stands there, else one letter. */
  private void excerpt(Finding finding) {
    Source source = finding.source();
    boolean placed = source != null && source.line() > 0;
    int column = finding.caret() > 0 ? finding.caret() : placed ? source.column() : 0;
    String line = finding.excerpt() != null || !placed ? finding.excerpt() : excerpt.apply(source);
    if (line == null || line.isBlank()) {
      return;
    }
    int from = Math.max(0, Math.min(column - 1, line.length()));
    int to = from;
    if (column > 0) {
      int target = finding.target() == null ? -1 : line.indexOf(finding.target(), from);
      if (target >= 0 && !finding.target().isEmpty()) {
        from = target;
        to = target + finding.target().length();
      } else {
        to = afterLetter(line, Math.min(from + 1, line.length()));
      }
    }
    int start = from <= BEFORE ? 0 : afterLetter(line, from - BEFORE);
    int end = afterLetter(line, Math.min(line.length(), to + BEHIND));
    out.append("<pre><code>").append(start > 0 ? "…" : "");
    out.append(HtmlText.escape(line.substring(start, from)));
    if (to > from) {
      out.append("<mark>").append(HtmlText.escape(line.substring(from, to))).append("</mark>");
    }
    out.append(HtmlText.escape(line.substring(to, end)));
    out.append(end < line.length() ? "…" : "").append("</code></pre>\n");
  }

  /** The first place from here on at which no letter is cut from its marks. */
  private static int afterLetter(String line, int at) {
    int end = at;
    while (end < line.length()
        && (Character.getType(line.charAt(end)) == Character.NON_SPACING_MARK
            || Character.isLowSurrogate(line.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private String say(String th, String en) {
    return language == Language.TH ? th : en;
  }
}
