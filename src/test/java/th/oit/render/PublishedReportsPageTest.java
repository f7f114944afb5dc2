package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.TestSite;
import th.oit.ita.ScoreReport;
import th.oit.source.CsvReader;
import th.oit.source.SourceText;

/** The five reports of {@code src/test/resources/ita/reports} as the pages they become. */
class PublishedReportsPageTest {
  private static final Path REPORTS = Path.of("src/test/resources/ita/reports");

  /** Blanks, and what is put between Thai words so that a browser may break a line there. */
  private static String folded(String text) {
    return text.replaceAll("[\\s\\u00a0\\u200b\\u2060]+", "");
  }

  private static void add(List<String> texts, String text) {
    if (text != null) {
      texts.add(text);
    }
  }

  /** Every word of a report that its reader must find on the page. */
  private static List<String> texts(ScoreReport report) {
    List<String> texts = new ArrayList<>(report.constraints());
    report.questions().forEach(question -> add(texts, question.text()));
    report.analysis().forEach(analysis -> add(texts, analysis.finding()));
    for (ScoreReport.Measure measure : report.measures()) {
      add(texts, measure.name());
      add(texts, measure.details());
      texts.addAll(measure.steps());
      add(texts, measure.lead());
      texts.addAll(measure.support());
      add(texts, measure.period());
      add(texts, measure.followUp());
    }
    report.targets().forEach(target -> add(texts, target.what()));
    return texts;
  }

  private static int rows(Rendered rendered, String file) {
    return CsvReader.read(new SourceText(file, rendered.text(file))).rows().size();
  }

  @ParameterizedTest
  @CsvSource({
    "000, 2566, 94.30, ผ่าน, 0, 12, 8",
    "001, 2565, 83.67, B, 10, 6, 8",
    "002, 2568, 83.69, ต้องปรับปรุง, 10, 0, 30",
    "003, 2568, 97.92, ผ่านดีเยี่ยม, 10, 71, 7",
    "004, 2564, 82.76, B, 10, 0, 3",
  })
  void aPageShowsAllOfAReport(
      String folder,
      int year,
      String total,
      String rating,
      int indicators,
      int questions,
      int measures) {
    TestSite site = TestSite.read(REPORTS.resolve(folder));
    ScoreReport report = site.site().reports().get(0).report();
    Rendered rendered = Rendered.of(site, 1);
    String at = "ita/" + year + "/";
    Document page = rendered.html(at + "index.html");

    assertEquals(report.title(), page.select("h1").text());
    assertEquals(total, page.select(".result-total strong").text());
    assertTrue(page.select(".facts").text().contains(rating), folder);
    assertEquals(indicators, page.select("#indicators tbody tr").size());
    assertEquals(questions, page.select("#questions tbody tr").size());
    assertEquals(measures, page.select("#measures tbody tr").size());

    String shown = folded(page.select("main").text());
    for (String text : texts(report)) {
      assertTrue(shown.contains(folded(text)), folder + ": " + text);
    }
    Stream.concat(
            report.indicators().stream().map(ScoreReport.Indicator::score),
            Stream.concat(
                report.instruments().stream().map(ScoreReport.Score::value),
                report.scoredQuestions().stream().map(ScoreReport.Question::score)))
        .forEach(
            score ->
                assertTrue(
                    shown.contains(score.setScale(2).toPlainString()), folder + ": " + score));
    assertEquals(measures, rows(rendered, at + "measures.csv"));
    if (questions > 0) {
      assertEquals(questions, rows(rendered, at + "questions.csv"));
    }
    // Tags that had leaked into a cell are words of the page, as above, and no elements of it.
    assertEquals(0, page.select("#measures p, #measures i, .findings i").size(), folder);
  }
}
