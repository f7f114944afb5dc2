package th.oit.ita;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import th.oit.catalog.Catalog;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;

/** Judges score reports: those of a site, and drafts in any text. Thread-safe. */
public final class ScoreReports {
  private ScoreReports() {}

  /**
   * What in a report of the site contradicts itself.
   *
   * @param yaml the text that the report was read from
   * @param prose texts that belong to it, such as {@code 2567.md}
   * @param body the body's full name; empty when it is to be found in the text
   */
  public static List<Finding> check(
      ScoreReport report,
      SourceText yaml,
      Collection<SourceText> prose,
      Catalog catalog,
      Scheme scheme,
      Optional<String> body) {
    Findings findings = new Findings();
    ScoreReportCheck.scores(report, catalog, scheme, findings);
    ScoreReportCheck.measures(report, catalog, scheme, findings);
    DraftCheck.yaml(report, Draft.of(yaml), catalog, scheme, body, findings);
    for (SourceText text : prose) {
      DraftCheck.prose(report, Draft.of(text), catalog, scheme, body, findings);
    }
    return findings.sorted();
  }

  /**
   * Years that a report says it compares, and of which the site has no result.
   *
   * @param known the years whose results there are
   */
  public static List<Finding> checkChart(ScoreReport report, Set<FiscalYear> known) {
    Findings findings = new Findings();
    ScoreReportCheck.chart(report, known, findings);
    return findings.sorted();
  }

  /**
   * What in a text that states scores contradicts itself.
   *
   * @param year the fiscal year of the result; empty to take it from the text
   * @param catalogs the lists of the years
   * @param schemes the rules of the years
   * @param body the body's full name; empty to take it from the text
   * @throws UnusableInput when the year cannot be told, or nothing is known about it
   */
  public static List<Finding> check(
      SourceText text,
      Optional<FiscalYear> year,
      Function<FiscalYear, Optional<Catalog>> catalogs,
      List<Scheme> schemes,
      Optional<String> body) {
    Draft draft = Draft.of(text);
    FiscalYear of =
        year.or(() -> YearCheck.yearOf(draft))
            .orElseThrow(
                () ->
                    refused(
                        text,
                        "ไม่พบปีงบประมาณของผลการประเมินในไฟล์นี้",
                        "the fiscal year of the result is not to be found in it"));
    Optional<Catalog> catalog = catalogs.apply(of);
    Optional<Scheme> scheme = SchemeReader.of(of, schemes);
    if (catalog.isEmpty() || scheme.isEmpty()) {
      throw refused(
          text,
          "ไม่มีรายการของปี " + of + " ให้ตรวจเทียบ",
          "there is no list of " + of + " to check by");
    }
    Findings findings = new Findings();
    DraftCheck.all(draft, of, catalog.get(), scheme.get(), body, findings);
    return findings.sorted();
  }

  private static UnusableInput refused(SourceText text, String th, String en) {
    return new UnusableInput(
        Finding.of(Rule.SOURCE_VALUE, th, en)
            .at(Source.of(text.file()))
            .hint("ระบุปีด้วย --year เช่น --year 2567", "name the year, such as --year 2567"));
  }
}
