package th.oit.report;

import java.util.ArrayList;
import java.util.List;
import th.oit.baseline.KnownFinding;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.Severity;
import th.oit.text.Language;
import th.oit.text.ThaiDate;

/** A report as Markdown, for a comment on a change or a job's summary. */
public final class MarkdownReport {
  private MarkdownReport() {}

  /** Writes a report: the summary, the items that do not pass, and the findings. */
  public static String of(Report report, Language language) {
    boolean th = language == Language.TH;
    StringBuilder out = new StringBuilder();
    out.append("# oit ").append(report.command()).append('\n');
    out.append('\n').append(summary(report, language)).append('\n');
    boolean anyOpen =
        report.items().stream().anyMatch(item -> item.status() != ItemVerdict.Status.PASS);
    if (anyOpen) {
      out.append(
          th
              ? "\n## ข้อที่ยังไม่ผ่าน\n\n| ข้อ | รายการ | ผล | องค์ประกอบ |\n"
              : "\n## Items that do not pass\n\n| item | name | status | elements |\n");
      out.append("| --- | --- | --- | --- |\n");
      for (ItemVerdict item : report.items()) {
        if (item.status() != ItemVerdict.Status.PASS) {
          String status =
              item.status() == ItemVerdict.Status.MISSING
                  ? th ? "ยังไม่มีหน้า" : "missing"
                  : th ? "ไม่ผ่าน" : "fail";
          out.append("| ").append(item.id()).append(" | ").append(cell(item.name()));
          out.append(" | ").append(status).append(" | ");
          out.append(item.covered()).append('/').append(item.required()).append(" |\n");
        }
      }
    }
    if (!report.findings().isEmpty()) {
      out.append(
          th
              ? "\n## สิ่งที่พบ\n\n| ที่ | กฎ | ข้อความ | วิธีแก้ |\n"
              : "\n## Findings\n\n| place | rule | message | remedy |\n");
      out.append("| --- | --- | --- | --- |\n");
      for (Finding finding : report.findings()) {
        String place = place(finding);
        out.append("| ").append(place.isEmpty() ? "" : "`" + cell(place) + "`");
        out.append(" | ").append(finding.rule().id());
        out.append(
            finding.severity() == Severity.ERROR ? "" : " (" + finding.severity().id() + ")");
        out.append(" | ");
        out.append(finding.item() == null ? "" : finding.item() + " ");
        out.append(cell(BrokenTargets.message(finding, language))).append(" | ");
        out.append(finding.hint() == null ? "" : cell(finding.hint().in(language)));
        out.append(" |\n");
      }
    }
    putOff(out, report, language);
    return out.toString();
  }

  private static void putOff(StringBuilder out, Report report, Language language) {
    if (report.putOff().isEmpty()) {
      return;
    }
    out.append(
        language == Language.TH
            ? "\n## ข้อบกพร่องเดิมที่ผ่อนผันไว้\n\n| ที่ | กฎ | ข้อความ | ถึงวันที่ | เหตุผล |\n"
            : "\n## Known faults that were put off\n\n| place | rule | message | until | reason |\n");
    out.append("| --- | --- | --- | --- | --- |\n");
    for (KnownFinding known : report.putOff()) {
      Finding finding = known.finding();
      String place = place(finding);
      out.append("| ").append(place.isEmpty() ? "" : "`" + cell(place) + "`");
      out.append(" | ").append(finding.rule().id()).append(" | ");
      out.append(finding.item() == null ? "" : finding.item() + " ");
      out.append(cell(finding.message().in(language))).append(" | ");
      out.append(
          language == Language.TH ? ThaiDate.shortForm(known.until()) : known.until().toString());
      out.append(" | ").append(known.reason() == null ? "" : cell(known.reason())).append(" |\n");
    }
  }

  private static String place(Finding finding) {
    return finding.source() != null
        ? finding.source().toString()
        : finding.page() == null ? "" : finding.page();
  }

  /** What did not count in this run, in as many phrases as there are kinds of it. */
  static List<String> asides(Report report, Language language) {
    boolean th = language == Language.TH;
    List<String> asides = new ArrayList<>();
    if (!report.putOff().isEmpty()) {
      int known = report.putOff().size();
      asides.add(th ? "ข้อบกพร่องเดิมที่ผ่อนผัน " + known : known + " known, put off");
    }
    if (report.since() != null) {
      asides.add(
          th
              ? "เฉพาะ "
                  + report.since().files()
                  + " ไฟล์ที่แก้ตั้งแต่ "
                  + report.since().ref()
                  + " ไม่แสดงที่อื่นอีก "
                  + report.since().leftOut()
                  + " จุด"
              : "only what changed since "
                  + report.since().ref()
                  + " (files: "
                  + report.since().files()
                  + "), findings elsewhere not shown: "
                  + report.since().leftOut());
    }
    if (report.unchanged()) {
      asides.add(th ? "ไม่มีอะไรเปลี่ยนจากครั้งก่อน" : "nothing changed since the last run");
    }
    return asides;
  }

  /** The result in one line. */
  static String summary(Report report, Language language) {
    boolean th = language == Language.TH;
    StringBuilder out = new StringBuilder();
    if (!report.items().isEmpty()) {
      out.append(
          th
              ? "ผ่าน " + report.passed() + " จาก " + report.items().size() + " ข้อ · "
              : report.passed() + " of " + report.items().size() + " items pass · ");
    }
    long errors = report.count(Severity.ERROR);
    long warnings = report.count(Severity.WARNING);
    out.append(
        th
            ? report.pages()
                + " หน้า · "
                + report.links()
                + " ลิงก์ · ข้อผิดพลาด "
                + errors
                + " · คำเตือน "
                + warnings
            : report.pages()
                + " pages · "
                + report.links()
                + " links · errors: "
                + errors
                + " · warnings: "
                + warnings);
    asides(report, language).forEach(aside -> out.append(" · ").append(aside));
    return out.toString();
  }

  /** Text that cannot break out of its cell or become markup. */
  private static String cell(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append(' ');
      } else if ("|\\`*_<>[]".indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
