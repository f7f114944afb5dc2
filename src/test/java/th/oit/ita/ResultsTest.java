package th.oit.ita;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import th.oit.catalog.CatalogReader;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;

class ResultsTest {
  private static ScoreReport report(int year, String scores) {
    return ScoreReportReader.read(
        new SourceText("content/ita/" + year + ".yml", "year: " + year + "\n" + scores),
        (file, sheet) -> {
          throw new AssertionError("no table is asked for");
        });
  }

  private static Results of(ScoreReport report) {
    return Results.of(
        report,
        CatalogReader.bundled(report.year()).orElseThrow(),
        SchemeReader.of(report.year(), SchemeReader.bundled()).orElseThrow());
  }

  static String indicators(String... scores) {
    StringBuilder yaml = new StringBuilder("scores:\n  indicators:\n");
    for (int i = 0; i < scores.length; i++) {
      yaml.append("    - {id: ").append(i + 1).append(", score: ").append(scores[i]).append("}\n");
    }
    return yaml.toString();
  }

  private static String total(Results results) {
    return Scores.shown(results.total().orElseThrow());
  }

  @Test
  void aTotalFollowsFromTheInstrumentsWithBothPartsOfEit() {
    Results results =
        of(
            report(
                2566,
                "scores:\n  instruments:\n    - {id: IIT, score: 96.75}\n"
                    + "    - {id: EIT1, score: 95.08}\n    - {id: EIT2, score: 76.10}\n"
                    + "    - {id: OIT, score: 99.00}\n"));
    assertEquals("94.30", total(results));
    assertEquals("ผ่าน", results.rating().name());
    assertTrue(results.sure());
    assertEquals("ผ่านดี", results.next().rating().name());
    assertEquals(
        List.of("EIT2 8.90"),
        results.next().lacking().stream()
            .map(gap -> gap.instrument() + " " + gap.points())
            .toList());
  }

  @Test
  void aTotalFollowsFromTheIndicators() {
    Results results =
        of(
            report(
                2565,
                indicators(
                    "84.72", "75.90", "81.11", "71.62", "78.38", "74.76", "66.78", "70.81", "94.64",
                    "100")));
    assertEquals("83.67", total(results));
    assertEquals("97.32", Scores.shown(results.instrument("OIT").orElseThrow().score()));
    assertEquals("B", results.rating().name());
    assertFalse(results.passed());
    assertEquals(8, results.weak().size());
    assertEquals("A", results.next().rating().name());
    assertEquals(new BigDecimal("1.33"), results.next().points());
    assertEquals(7, results.next().mover().number());
    assertEquals("13.30", Scores.shown(results.next().rise()));
  }

  @Test
  void theRankingRunsFromTheBestToTheWorst() {
    Results results =
        of(
            report(
                2564,
                indicators(
                    "88.95", "78.28", "84.01", "81.40", "78.82", "84.95", "86.63", "83.53", "69.07",
                    "93.75")));
    assertEquals("82.76", total(results));
    assertEquals("B", results.rating().name());
    assertEquals(
        "10 1 7 6 3 8 4 5 2 9",
        results.ranking().stream()
            .map(rank -> Integer.toString(rank.number()))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void scoresThatShareAPlaceShareIt() {
    Results results = of(report(2567, indicators("90", "95", "90", "80")));
    assertEquals(List.of(1, 2, 2, 4), results.ranking().stream().map(Results.Rank::place).toList());
    assertTrue(results.total().isEmpty());
    assertNull(results.passed());
  }

  @Test
  void aRatingIsNotSureWhenThePartsOfAnInstrumentAreNotKnown() {
    Results results =
        of(
            report(
                2568,
                indicators(
                    "90.10", "85.25", "90.10", "73.33", "74.75", "97.73", "97.00", "95.60", "59.25",
                    "90.00")));
    assertEquals("83.69", total(results));
    assertFalse(results.sure());
    assertEquals("ต้องปรับปรุง", results.rating().name());
  }

  @Test
  void theExampleHasItsTotalAndItsIssues() {
    ScoreReport report =
        ScoreReportReader.read(
            SourceText.read(Path.of("src/test/resources/ita/example.yml"), "example.yml"),
            (file, sheet) -> null);
    Results results = of(report);
    assertEquals("89.42", total(results));
    assertEquals("ผ่านดี", results.rating().name());
    assertEquals("5.58", results.next().points().toPlainString());
    assertEquals(4, results.next().lacking().size());
    assertNull(results.next().rise());
    assertEquals(List.of(4), results.weak().stream().map(Results.Rank::number).toList());
    assertEquals(
        List.of("M5"),
        Results.answersTo(
                4,
                report,
                CatalogReader.bundled(new FiscalYear(2566)).orElseThrow(),
                SchemeReader.of(new FiscalYear(2566), SchemeReader.bundled()).orElseThrow())
            .stream()
            .map(ScoreReport.Measure::id)
            .toList());
  }

  @Test
  void aChangeIsTheDifferenceOfWhatIsShown() {
    Results before = of(report(2565, indicators("80.004", "70")));
    Results now = of(report(2566, indicators("85.006", "70")));
    assertEquals(
        List.of("1 5.01", "2 0.00"),
        now.since(before).stream().map(c -> c.id() + " " + c.difference()).toList());
  }

  @Test
  void theMeanOfAnIssueIsThatOfTheRowsThatTheReportLists() {
    Results results =
        of(
            report(
                2567,
                "scores:\n  questions:\n    - {id: i10, issue: 4, score: 90}\n"
                    + "    - {id: i11, issue: 4, score: 80}\n    - {id: o30, issue: 4, score: 100}\n"));
    assertEquals(1, results.issues().size());
    assertEquals("90.00", Scores.shown(results.issues().get(0).mean()));
    assertEquals(3, results.issues().get(0).rows());
  }
}
