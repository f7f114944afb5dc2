package th.oit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import th.oit.baseline.KnownFinding;
import th.oit.catalog.Indicator;
import th.oit.catalog.Item;
import th.oit.catalog.SubIndicator;
import th.oit.catalog.Waiver;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.RuleSettings;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/**
 * A report for people at a terminal: the items by indicator, the findings by source file, and the
 * summary last, where it is still on the screen.
 */
public final class TextReport {
  private static final int NAME_WIDTH = 56;

  /** How many places of one fault are listed. */
  private static final int MOST_PLACES = 20;

  private final Report report;
  private final Language language;
  private final boolean color;
  private final boolean quiet;
  private final Function<String, String> departmentName;
  private final Function<Source, String> excerpt;
  private final StringBuilder out = new StringBuilder();

  private TextReport(
      Report report,
      Language language,
      boolean color,
      boolean quiet,
      Function<String, String> departmentName,
      Function<Source, String> excerpt) {
    this.report = report;
    this.language = language;
    this.color = color;
    this.quiet = quiet;
    this.departmentName = departmentName;
    this.excerpt = excerpt;
  }

  /**
   * Writes a report.
   *
   * @param quiet leaves out the table of items when all of them pass
   * @param departmentName what to call a department by its id
   * @param excerpt the line of a source; empty when it cannot be shown
   */
  public static String of(
      Report report,
      Language language,
      boolean color,
      boolean quiet,
      Function<String, String> departmentName,
      Function<Source, String> excerpt) {
    return new TextReport(report, language, color, quiet, departmentName, excerpt).write();
  }

  private String write() {
    if (!report.items().isEmpty() && !quiet) {
      items();
    }
    waivers();
    rules();
    findings();
    if (!quiet) {
      putOff();
    }
    summary();
    return out.toString();
  }

  private void items() {
    Map<String, ItemVerdict> verdicts =
        report.items().stream().collect(Collectors.toMap(ItemVerdict::id, item -> item));
    for (Indicator indicator : report.catalog().indicators()) {
      line(bold(say("ตัวชี้วัดที่ ", "Indicator ") + indicator.id() + " " + indicator.name()));
      for (SubIndicator sub : indicator.subIndicators()) {
        line("  " + sub.id() + " " + sub.name());
        for (Item item : sub.items()) {
          item(verdicts.get(item.code().toString()));
        }
      }
    }
    line("");
  }

  private void item(ItemVerdict item) {
    String elements = item.covered() + "/" + item.required() + (item.waived().isEmpty() ? "" : "*");
    String owner = item.department() == null ? "" : departmentName.apply(item.department());
    line(
        ("    "
                + mark(item.status())
                + " "
                + DisplayWidth.fit(item.id(), 4)
                + DisplayWidth.fit(item.name(), NAME_WIDTH - 1)
                + " "
                + DisplayWidth.fit(elements, 6)
                + owner)
            .stripTrailing());
  }

  private String mark(ItemVerdict.Status status) {
    return switch (status) {
      case PASS -> paint("32", say("ผ่าน   ", "pass   "));
      case FAIL -> paint("31", say("ไม่ผ่าน", "fail   "));
      case MISSING -> paint("31", say("ไม่มี  ", "missing"));
    };
  }

  /** What was passed over is said in every report, whatever became of the items. */
  private void waivers() {
    if (report.waivers().isEmpty()) {
      return;
    }
    line(bold(say("* ยกเว้นไว้ ไม่ได้ตรวจ", "* waived, not judged")));
    for (Waiver waiver : report.waivers()) {
      String until = day(waiver.until());
      line(
          "  "
              + waiver.item()
              + " "
              + waiver.element()
              + say(" ถึง ", " until ")
              + until
              + ": "
              + waiver.reason());
    }
    line("");
  }

  /** What the site weighs otherwise is said in every report too. */
  private void rules() {
    if (report.rules().isEmpty()) {
      return;
    }
    line(bold(say("กฎที่เว็บไซต์นี้ปิดหรือเปลี่ยนระดับ", "rules that this site changes")));
    report
        .rules()
        .byRule()
        .forEach((rule, setting) -> line("  " + rule.id() + ": " + setting.id()));
    line("");
  }

  private void findings() {
    Map<String, List<Finding>> byFile = new TreeMap<>();
    for (Finding finding : report.findings()) {
      String file =
          finding.source() != null
              ? finding.source().file()
              : finding.page() == null ? "" : finding.page();
      byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(finding);
    }
    byFile.forEach(
        (file, findings) -> {
          if (!file.isEmpty()) {
            line(bold(file));
          }
          for (Finding finding : findings) {
            finding(finding);
          }
          line("");
        });
  }

  /** What was put off is told with its day, so that nobody takes it for mended. */
  private void putOff() {
    if (report.putOff().isEmpty()) {
      return;
    }
    line(
        bold(
            say(
                "ข้อบกพร่องเดิมที่ผ่อนผันไว้ ยังไม่ได้แก้",
                "known faults that were put off, not mended")));
    for (KnownFinding known : report.putOff()) {
      Finding finding = known.finding();
      String place =
          finding.source() != null
              ? finding.source() + "  "
              : finding.page() == null ? "" : finding.page() + "  ";
      line(
          "  "
              + place
              + (finding.item() == null ? "" : finding.item() + " ")
              + finding.message().in(language)
              + paint("2", "  [" + finding.rule().id() + "]")
              + say(" ถึง ", " until ")
              + day(known.until())
              + (known.reason() == null ? "" : ": " + known.reason()));
    }
    line("");
  }

  private String day(LocalDate day) {
    return language == Language.TH ? ThaiDate.longForm(day) : day.toString();
  }

  private void finding(Finding finding) {
    Source source = finding.source();
    String place =
        source == null || source.line() == 0
            ? ""
            : source.line() + (source.column() == 0 ? "" : ":" + source.column()) + "  ";
    String item = finding.item() == null ? "" : finding.item() + " ";
    line(
        "  "
            + place
            + severity(finding.severity())
            + "  "
            + item
            + finding.message().in(language)
            + paint("2", "  [" + finding.rule().id() + "]"));
    String shown =
        finding.excerpt() != null || source == null || source.line() == 0
            ? finding.excerpt()
            : excerpt.apply(source);
    if (shown != null && !shown.isBlank()) {
      int column = source == null ? 0 : source.column();
      excerpt(shown, finding.caret() > 0 ? finding.caret() : column);
    }
    places(finding);
    if (finding.hint() != null) {
      line("      " + say("วิธีแก้: ", "remedy: ") + finding.hint().in(language));
    }
  }

  /** All places of a fault that stands in several. */
  private void places(Finding finding) {
    List<String> places = BrokenTargets.places(finding, language);
    if (finding.places().size() > 1 && places.isEmpty()) {
      line("      " + say("พบ", "found ") + BrokenTargets.count(finding, language));
    }
    if (places.isEmpty()) {
      return;
    }
    line("      " + say("พบ ", "used in ") + BrokenTargets.count(finding, language) + ":");
    int shown = places.size() <= MOST_PLACES ? places.size() : MOST_PLACES - 1;
    places.subList(0, shown).forEach(place -> line("        " + place));
    if (shown < places.size()) {
      int more = places.size() - shown;
      line("        " + say("และอีก " + more + " แห่ง", "and " + more + " more"));
    }
  }

  /**
   * The source line with a caret under the place; long lines are cut around it.
   *
   * @param caret from 1; 0 for none
   */
  private void excerpt(String text, int caret) {
    String shown = text.replace('\t', ' ');
    int column = Math.min(caret, shown.length() + 1);
    int from = Math.max(0, column - 60);
    while (from > 0 && DisplayWidth.of(shown.substring(from, from + 1)) == 0) {
      from--; // no mark without its letter
    }
    int to = Math.min(shown.length(), from + 110);
    String cut =
        (from > 0 ? "…" : "") + shown.substring(from, to) + (to < shown.length() ? "…" : "");
    line("      " + paint("2", "| ") + cut);
    if (column > 0) {
      String before = (from > 0 ? "…" : "") + shown.substring(from, column - 1);
      line("      " + paint("2", "| ") + " ".repeat(DisplayWidth.of(before)) + paint("36", "^"));
    }
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> paint("31", say("ผิด", "error"));
      case WARNING -> paint("33", say("เตือน", "warning"));
      case UNVERIFIED -> paint("36", say("ยังไม่ทราบผล", "unverified"));
    };
  }

  private void summary() {
    List<String> parts = new ArrayList<>();
    if (!report.items().isEmpty()) {
      parts.add(
          say(
              "ผ่าน " + report.passed() + " จาก " + report.items().size() + " ข้อ",
              report.passed() + " of " + report.items().size() + " items pass"));
    }
    if (report.pages() > 0) {
      String pages = report.pages() == 1 ? " page" : " pages";
      parts.add(say(number(report.pages()) + " หน้า", number(report.pages()) + pages));
    }
    if (report.links() > 0) {
      parts.add(say(number(report.links()) + " ลิงก์", number(report.links()) + " links"));
    }
    long errors = report.count(Severity.ERROR);
    long warnings = report.count(Severity.WARNING);
    parts.add(
        say("ข้อผิดพลาด " + number(errors), number(errors) + (errors == 1 ? " error" : " errors")));
    if (warnings > 0) {
      parts.add(
          say(
              "คำเตือน " + number(warnings),
              number(warnings) + (warnings == 1 ? " warning" : " warnings")));
    }
    long unverified = report.count(Severity.UNVERIFIED);
    if (unverified > 0) {
      parts.add(say("ยังไม่ทราบผล " + number(unverified), number(unverified) + " unverified"));
    }
    long off =
        report.rules().byRule().values().stream()
            .filter(setting -> setting == RuleSettings.Setting.OFF)
            .count();
    if (off > 0) {
      parts.add(
          say("ปิดไว้ " + off + " กฎ", off + (off == 1 ? " rule" : " rules") + " switched off"));
    }
    parts.addAll(MarkdownReport.asides(report, language));
    parts.add(
        String.format(Locale.ROOT, "%.2f ", report.elapsedMillis() / 1000.0) + say("วินาที", "s"));
    line(verdict() + "  " + String.join(" · ", parts));
  }

  private String verdict() {
    Words words =
        switch (report.verdict()) {
          case PASS ->
              report.written() == null
                  ? Words.of("ผ่าน", "pass")
                  : Words.of(
                      (report.command().equals("build") ? "สร้างแล้วที่ " : "เผยแพร่แล้วที่ ")
                          + report.written(),
                      (report.unchanged() ? "stands in " : "written to ") + report.written());
          case FAIL ->
              report.command().equals("publish")
                  ? Words.of(
                      "ยังไม่เผยแพร่ เว็บไซต์เดิมอยู่ครบ", "not published; the old site stands")
                  : Words.of("ไม่ผ่าน", "fail");
          case UNUSABLE ->
              Words.of("ทำต่อไม่ได้ ต้องแก้ไขก่อน", "cannot go on until this is mended");
        };
    return paint(report.verdict() == Report.Verdict.PASS ? "1;32" : "1;31", words.in(language));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private String say(String th, String en) {
    return language == Language.TH ? th : en;
  }

  private String bold(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return color ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
