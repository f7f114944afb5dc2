package th.oit.ita;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import th.oit.catalog.Catalog;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;

/** Runs over a text what can be judged in it, each check in its own class. */
final class DraftCheck {
  private DraftCheck() {}

  /** Everything. */
  static void all(
      Draft draft,
      FiscalYear year,
      Catalog catalog,
      Scheme scheme,
      Optional<String> body,
      Findings findings) {
    ScoreReport stated = DraftReader.read(draft, year, catalog, scheme);
    ScoreReportCheck.scores(stated, catalog, scheme, findings);
    text(draft, stated, catalog, scheme, body, findings);
  }

  /** Everything in the prose of a report, whose result is that of its data. */
  static void prose(
      ScoreReport report,
      Draft draft,
      Catalog catalog,
      Scheme scheme,
      Optional<String> body,
      Findings findings) {
    ScoreReport stated = DraftReader.read(draft, report.year(), catalog, scheme);
    ScoreReportCheck.prose(report, stated, catalog, scheme, findings);
    against(report, stated, catalog, scheme, findings);
    text(draft, stated, catalog, scheme, body, findings);
  }

  /** What can be judged in the YAML of a report as text. */
  static void yaml(
      ScoreReport report,
      Draft draft,
      Catalog catalog,
      Scheme scheme,
      Optional<String> body,
      Findings findings) {
    writing(draft, report.year(), catalog, body, findings);
    ListCheck.check(draft, findings);
    FrequencyCheck.check(draft, findings);
    ClaimCheck.report(report, draft, catalog, scheme, findings);
    PeriodCheck.measures(report, findings);
  }

  private static void text(
      Draft draft,
      ScoreReport stated,
      Catalog catalog,
      Scheme scheme,
      Optional<String> body,
      Findings findings) {
    FiscalYear year = stated.year();
    writing(draft, year, catalog, body, findings);
    YearCheck.check(draft, year, findings);
    TableCheck.check(draft, findings);
    ListCheck.check(draft, findings);
    FrequencyCheck.check(draft, findings);
    ClaimCheck.check(draft, stated, catalog, scheme, findings);
    CodeCheck.names(draft, stated, catalog, findings);
  }

  /** What can be judged in any text, were it the YAML of a report. */
  static void writing(
      Draft draft, FiscalYear year, Catalog catalog, Optional<String> body, Findings findings) {
    CodeCheck.codes(draft, catalog, findings);
    SpellingCheck.check(draft, findings);
    BodyNameCheck.check(draft, body, findings);
  }

  /** Totals in the prose of a report that are not those of its data. */
  private static void against(
      ScoreReport report, ScoreReport stated, Catalog catalog, Scheme scheme, Findings findings) {
    Optional<BigDecimal> total =
        report.statedTotal().or(() -> Results.of(report, catalog, scheme).total());
    if (total.isEmpty()) {
      return;
    }
    String right = Scores.shown(total.get());
    for (ScoreReport.Statement statement : stated.statements()) {
      if (statement.total() != null
          && Scores.rounded(statement.total()).compareTo(Scores.rounded(total.get())) != 0) {
        findings.add(
            Finding.of(
                    Rule.ITA_TWO_VALUES,
                    "คะแนนรวมเขียนว่า " + statement.total() + " แต่ข้อมูลของรายงานคือ " + right,
                    "the total is " + statement.total() + " here and " + right + " in the data")
                .at(statement.totalAt())
                .about(statement.total().toPlainString())
                .hint("ใช้ตัวเลขเดียวกันทุกแห่ง", "use one number throughout"));
      }
    }
  }

  /** A finding at a place of a draft, with the line to show. */
  static void add(Findings findings, Draft draft, Source at, Finding finding) {
    findings.add(finding.at(at).excerpt(draft.raw(at.line()), at.column()));
  }

  /** Up to so many of a list, and how many more there are. */
  static String some(List<String> all) {
    int shown = 8;
    return all.size() <= shown
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, shown)) + " +" + (all.size() - shown);
  }
}
