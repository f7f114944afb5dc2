package th.oit.ita;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import th.oit.catalog.CatalogReader;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.source.SourceText;

/** The five reports of {@code src/test/resources/ita/reports}, counted by hand in their texts. */
class PublishedReportsTest {
  private static final Path REPORTS = Path.of("src/test/resources/ita/reports");

  private static ScoreReport report(String folder, int year) {
    String file = "content/ita/" + year + ".yml";
    return ScoreReportReader.read(
        SourceText.read(REPORTS.resolve(folder).resolve(file), file),
        (table, sheet) -> {
          throw new AssertionError("no table is asked for");
        });
  }

  private static Results results(ScoreReport report) {
    return Results.of(
        report,
        CatalogReader.bundled(report.year()).orElseThrow(),
        SchemeReader.of(report.year(), SchemeReader.bundled()).orElseThrow());
  }

  private static String total(Results results) {
    return Scores.shown(results.total().orElseThrow());
  }

  private static String score(Results results, String instrument) {
    return Scores.shown(results.instrument(instrument).orElseThrow().score());
  }

  private static int steps(ScoreReport report) {
    return report.measures().stream().mapToInt(measure -> measure.steps().size()).sum();
  }

  private static List<BigDecimal> totals(ScoreReport report) {
    return report.statements().stream().map(ScoreReport.Statement::total).toList();
  }

  private static long without(ScoreReport report, Function<ScoreReport.Measure, String> cell) {
    return report.measures().stream().filter(measure -> cell.apply(measure) == null).count();
  }

  @Test
  void wangSaiIsWholeAndItsTotalFollowsFromFourParts() {
    ScoreReport report = report("000", 2566);
    assertEquals(4, report.instruments().size());
    assertEquals(0, report.indicators().size());
    assertEquals(12, report.questions().size());
    assertEquals(0, report.scoredQuestions().size());
    assertEquals(10, report.analysis().size());
    assertEquals(
        List.of(1, 2, 2, 3, 3, 3, 4, 5, 6, 7),
        report.analysis().stream().map(analysis -> analysis.about().issues().get(0)).toList());
    assertEquals(8, report.measures().size());
    assertEquals(29, steps(report));
    assertEquals(11, report.constraints().size());
    assertEquals(1, without(report, ScoreReport.Measure::lead));
    assertEquals(8, without(report, ScoreReport.Measure::followUp));

    Results results = results(report);
    assertEquals("94.30", total(results));
    assertEquals("94.30", report.statedTotal().orElseThrow().toPlainString());
    assertEquals("ผ่าน", results.rating().name());
    assertEquals("ผ่าน", report.statedRating().orElseThrow());
    assertTrue(results.passed());
  }

  @Test
  void danIsWholeAndItsTotalFollowsFromTenIndicators() {
    ScoreReport report = report("001", 2565);
    assertEquals(10, report.indicators().size());
    assertEquals(
        List.of("i4", "i20", "i23", "i24", "e4", "e10"),
        report.questions().stream().map(ScoreReport.Question::id).toList());
    assertEquals(2, report.targets().size());
    assertEquals(7, report.analysis().size());
    assertEquals(
        4,
        report.analysis().stream()
            .filter(analysis -> analysis.kind() == ScoreReport.Kind.URGENT)
            .count());
    assertEquals(8, report.measures().size());
    assertEquals(16, steps(report));
    assertEquals(0, without(report, ScoreReport.Measure::followUp));

    Results results = results(report);
    assertEquals("83.67", total(results));
    assertEquals("83.67", report.statedTotal().orElseThrow().toPlainString());
    assertEquals("97.32", score(results, "OIT"));
    assertEquals("97.32", Scores.shown(results.instrument("OIT").orElseThrow().computed()));
    assertEquals("78.35", score(results, "IIT"));
    assertEquals("70.78", score(results, "EIT"));
    assertEquals("B", results.rating().name());
    assertEquals(
        "1 2 3 4 5 6 7 8",
        results.weak().stream()
            .map(Results.Rank::number)
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void phoNongIsWholeAndItsTotalIsNotTheStatedOne() {
    ScoreReport report = report("002", 2568);
    assertEquals(10, report.indicators().size());
    assertEquals(13, report.analysis().size());
    assertEquals(30, report.measures().size());
    assertEquals(38, steps(report));
    assertEquals(30, without(report, ScoreReport.Measure::followUp));
    // Measures 4.2, 4.3, 5.2, 5.3, 7.2, 7.3, 9.2 and 9.3 have no department, 4.3 and 5.3 no period.
    assertEquals(8, without(report, ScoreReport.Measure::lead));
    assertEquals(2, without(report, ScoreReport.Measure::period));
    assertEquals(5, report.chart().size());

    TreeMap<BigDecimal, Integer> stated = new TreeMap<>();
    totals(report).forEach(total -> stated.merge(total, 1, Integer::sum));
    assertEquals("{80.1=1, 90=1, 90.1=18}", stated.toString());
    Results results = results(report);
    assertEquals("83.69", total(results));
    assertEquals("82.71", score(results, "IIT"));
    assertEquals("96.78", score(results, "EIT"));
    assertEquals("74.63", score(results, "OIT"));
    assertEquals(List.of(5, 4, 9), results.weak().stream().map(Results.Rank::number).toList());
  }

  @Test
  void paPhluIsWholeAndItsTotalIsNeitherOfTheStatedOnes() {
    ScoreReport report = report("003", 2568);
    assertEquals(10, report.indicators().size());
    TreeMap<Integer, Integer> rows = new TreeMap<>();
    report.questions().forEach(question -> rows.merge(question.issue(), 1, Integer::sum));
    assertEquals("{1=10, 2=14, 3=11, 4=5, 5=8, 6=7, 7=16}", rows.toString());
    assertEquals(6, report.issues().size());
    assertEquals(7, report.analysis().size());
    assertEquals(7, report.measures().size());
    assertEquals(13, steps(report));
    assertEquals(7, without(report, ScoreReport.Measure::followUp));
    assertEquals(
        List.of("98.32", "98.32", "99.40"),
        totals(report).stream().map(BigDecimal::toPlainString).toList());

    Results results = results(report);
    assertEquals("97.92", total(results));
    assertEquals(
        List.of("98.45", "99.14", "99.32", "98.97", "100.00", "100.00", "99.88"),
        results.issues().stream().map(issue -> Scores.shown(issue.mean())).toList());
    assertEquals(0, results.weak().size());
  }

  @Test
  void nongLengIsWholeAndItsTotalAndLevelFollow() {
    ScoreReport report = report("004", 2564);
    assertEquals(10, report.indicators().size());
    assertEquals(3, report.analysis().size());
    assertEquals(3, report.measures().size());
    assertEquals(6, steps(report));
    assertEquals(0, without(report, ScoreReport.Measure::followUp));

    Results results = results(report);
    assertEquals("82.76", total(results));
    assertEquals("B", results.rating().name());
    assertEquals(List.of("B", "B"), report.statements().stream().map(s -> s.rating()).toList());
    assertFalse(results.passed());
    assertEquals(
        List.of(10, 1, 7, 6, 3, 8, 4, 5, 2, 9),
        results.ranking().stream().map(Results.Rank::number).toList());
    assertEquals(
        List.of(2, 3, 4, 5, 6, 8, 9),
        results.weak().stream().map(Results.Rank::number).sorted().toList());
  }

  /** What the checks say, a line each, as in {@code findings.txt} without its comments. */
  private static void says(String folder, int year, String body) throws IOException {
    Path content = REPORTS.resolve(folder).resolve("content/ita");
    String name = "content/ita/" + year;
    SourceText yaml = SourceText.read(content.resolve(year + ".yml"), name + ".yml");
    SourceText prose = SourceText.read(content.resolve(year + ".md"), name + ".md");
    ScoreReport report = report(folder, year);
    Findings findings = new Findings();
    findings.addAll(
        ScoreReports.check(
            report,
            yaml,
            List.of(prose),
            CatalogReader.bundled(report.year()).orElseThrow(),
            SchemeReader.of(report.year(), SchemeReader.bundled()).orElseThrow(),
            Optional.of(body)));
    findings.addAll(ScoreReports.checkChart(report, Set.of(report.year())));
    String found =
        findings.sorted().stream()
            .map(PublishedReportsTest::line)
            .collect(Collectors.joining("\n"));
    String expected =
        Files.readString(REPORTS.resolve(folder).resolve("findings.txt"), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("\\s*#.*", ""))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    assertEquals(expected, found);
  }

  private static String line(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.rule().id()
        + " "
        + finding.source()
        + (finding.target() == null ? "" : " " + finding.target());
  }

  @Test
  void theChecksFindTheFaultsOfEachReport() throws IOException {
    says("000", 2566, "องค์การบริหารส่วนตำบลวังซ้าย");
    says("001", 2565, "องค์การบริหารส่วนตำบลด่าน");
    says("002", 2568, "องค์การบริหารส่วนตำบลโพหนอง");
    says("003", 2568, "องค์การบริหารส่วนตำบลป่าพลู");
    says("004", 2564, "เทศบาลตำบลหนองเล็ง");
  }

  @Test
  void theArithmeticThatHoldsIsLeftAlone() throws IOException {
    for (String folder : List.of("000", "001", "004")) {
      String findings = Files.readString(REPORTS.resolve(folder).resolve("findings.txt"));
      for (String rule : List.of("ita/total", "ita/rating", "ita/mean", "ita/rounding")) {
        assertFalse(findings.contains(rule), folder + " " + rule);
      }
    }
  }
}
