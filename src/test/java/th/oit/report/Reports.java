package th.oit.report;

import java.time.LocalDate;
import java.util.List;
import th.oit.baseline.KnownFinding;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.source.SourceText;

/** Reports to be written. */
final class Reports {
  private Reports() {}

  static final Finding BROKEN =
      Finding.of(Rule.LINK_NOT_FOUND, "ไม่พบ plan.pdf", "no such file: plan.pdf")
          .onPage("oit/2567/o2/index.html")
          .ofItem("O2")
          .at(new Source("content/oit/2567/o2.md", 12, 5))
          .about("/files/plan.pdf")
          .hint("วางไฟล์ไว้ข้างหน้านี้", "put the file beside the page");

  static final Finding LARGE =
      Finding.of(Rule.EVIDENCE_LARGE, "ไฟล์ใหญ่", "large").onPage("oit/2567/o1/plan.pdf");

  static final Finding UNKNOWN =
      Finding.of(Rule.EXTERNAL_UNVERIFIED, "ยังไม่รู้", "not known")
          .onPage("index.html")
          .at(Source.of("content/index.md"));

  static final Finding MISSING =
      Finding.of(Rule.OIT_MISSING, "ไม่มีหน้า O3", "no page of O3").ofItem("O3");

  /** A publish that the gate refused. */
  static Report failed() {
    Findings findings = new Findings();
    findings.addAll(List.of(BROKEN, LARGE, UNKNOWN, MISSING));
    return new Report(
        "0.1.0",
        "publish",
        Report.Verdict.FAIL,
        1_234,
        56_789,
        1_500,
        catalog(),
        List.of(
            new ItemVerdict(
                "O1", "โครงสร้าง", ItemVerdict.Status.PASS, "/oit/2567/o1/", "office", 1, 1),
            new ItemVerdict(
                "O2", "แผน \"ปี\"", ItemVerdict.Status.FAIL, "/oit/2567/o2/", null, 2, 1),
            new ItemVerdict("O3", "ผล", ItemVerdict.Status.MISSING, null, null, 1, 0)),
        findings.sorted(),
        null,
        List.of());
  }

  /** As {@link #failed}, but what is wrong with O2 was put off. */
  static Report putOff() {
    Report all = failed();
    return new Report(
        all.version(),
        all.command(),
        all.verdict(),
        all.pages(),
        all.links(),
        all.elapsedMillis(),
        all.catalog(),
        all.items(),
        all.findings().stream().filter(finding -> finding != BROKEN).toList(),
        null,
        List.of(),
        all.rules(),
        List.of(new KnownFinding(BROKEN, LocalDate.of(2024, 6, 30), "รอกองคลังส่งไฟล์")),
        null,
        false);
  }

  /** As {@link #failed}, but nothing wrong is in what changed. */
  static Report changed() {
    Report all = failed();
    return new Report(
        all.version(),
        "check",
        Report.Verdict.PASS,
        all.pages(),
        all.links(),
        all.elapsedMillis(),
        all.catalog(),
        all.items(),
        List.of(),
        null,
        List.of(),
        all.rules(),
        null,
        new Report.Since("origin/main", 3, 4),
        false);
  }

  /** A check without a gate, with these findings. */
  static Report check(Finding... findings) {
    Findings sorted = new Findings();
    sorted.addAll(List.of(findings));
    boolean fails = sorted.hasErrors();
    return new Report(
        "0.1.0",
        "check",
        fails ? Report.Verdict.FAIL : Report.Verdict.PASS,
        3,
        4,
        20,
        null,
        List.of(),
        sorted.sorted(),
        null,
        List.of());
  }

  static Finding at(String file, int line, int column) {
    return Finding.of(Rule.SOURCE_VALUE, "ใช้ไม่ได้", "cannot be used")
        .at(new Source(file, line, column))
        .as(Severity.ERROR);
  }

  private static Catalog catalog() {
    return CatalogReader.read(
        new SourceText(
            "own.yml",
            """
            year: 2567
            name: รายการ
            indicators:
              - id: '9'
                name: การเปิดเผย
                sub_indicators:
                  - {id: '9.1', name: พื้นฐาน, items: [{id: O1, name: โครงสร้าง}, {id: O2, name: แผน}]}
                  - {id: '9.2', name: ผล, items: [{id: O3, name: ผล}]}
            """));
  }
}
