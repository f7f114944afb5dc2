package th.oit.ita;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.Refusal;
import th.oit.TestSite;
import th.oit.finding.Finding;

/** The reports of a site, read from its folder. */
class ReportFolderTest {
  @TempDir Path folder;

  private List<YearReport> reports(String files) {
    return TestSite.of(folder, TestSite.CONFIG + files).site().reports();
  }

  private Finding refused(String files) {
    return Refusal.one(() -> reports(files));
  }

  @Test
  void theNewestYearStandsFirstAndAnUnknownOneHasItsStatedTotalAlone() {
    List<YearReport> reports =
        reports(
            """
            == content/ita/2563.yml
            year: 2563
            stated: [{total: 78, rating: B}]
            == content/ita/2566.yml
            year: 2566
            stated: [{total: 89.42}]
            """);
    assertEquals("[2566, 2563]", reports.stream().map(YearReport::year).toList().toString());
    assertTrue(reports.get(0).isKnown());
    assertFalse(reports.get(1).isKnown());
    assertEquals("78", reports.get(1).total().orElseThrow().toPlainString());
    assertEquals("B", reports.get(1).rating().orElseThrow());
  }

  @Test
  void scoresComeFromATableBesideTheReport() {
    List<YearReport> reports =
        reports(
            """
            == content/ita/2566.yml
            year: 2566
            scores: {file: scores.csv}
            == content/ita/scores.csv
            รหัส,คะแนน
            IIT,80
            EIT1,90
            EIT2,70
            OIT,100
            """);
    assertEquals(0, reports.get(0).total().orElseThrow().compareTo(new BigDecimal(88)));
  }

  @Test
  void aTableThatIsNotThereIsNamed() {
    Finding finding = refused("== content/ita/2566.yml\nyear: 2566\nscores: {file: Scores.csv}\n");
    assertEquals("content/ita/2566.yml source/missing", Refusal.lines(List.of(finding)).get(0));
    assertEquals("Scores.csv", finding.target());
  }

  @Test
  void theYearInTheFileIsThatOfItsName() {
    assertEquals(
        "content/ita/2566.yml source/value",
        Refusal.lines(List.of(refused("== content/ita/2566.yml\nyear: 2567\n"))).get(0));
  }

  @Test
  void aReportIsNamedByItsYear() {
    assertEquals(
        "content/ita/result.yml source/name",
        Refusal.lines(List.of(refused("== content/ita/result.yml\nyear: 2567\n"))).get(0));
  }

  @Test
  void aTextNeedsItsScores() {
    Finding finding = refused("== content/ita/2566.md\n---\ntitle: รายงาน\n---\n");
    assertEquals("content/ita/2566.md source/missing", Refusal.lines(List.of(finding)).get(0));
    assertEquals("content/ita/2566.yml", finding.target());
  }

  @Test
  void aDepartmentThatIsMisspeltIsRefusedAndAThaiNameIsNot() {
    String report = "== content/ita/2566.yml\nyear: 2566\nmeasures:\n  - {measure: ก, lead: %s}\n";
    Finding finding = refused(report.formatted("finanse"));
    assertEquals("finanse", finding.target());
    assertTrue(finding.hint().en().contains("finance"), finding.hint().en());
    assertEquals(1, reports(report.formatted("ทุกส่วนราชการ")).size());
  }
}
