package th.oit.ita;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import th.oit.finding.UnusableInput;
import th.oit.source.CsvReader;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

class ScoreReportReaderTest {
  private static final ScoreReportReader.Tables NONE =
      (file, sheet) -> {
        throw new AssertionError("no table is asked for");
      };

  private static ScoreReport read(String yaml) {
    return ScoreReportReader.read(new SourceText("content/ita/2566.yml", yaml), NONE);
  }

  @Test
  void readsTheDocumentedExample() {
    ScoreReport report =
        ScoreReportReader.read(
            SourceText.read(Path.of("src/test/resources/ita/example.yml"), "example.yml"), NONE);
    assertEquals(new FiscalYear(2566), report.year());
    assertEquals(Optional.of(new BigDecimal("89.42")), report.statedTotal());
    assertEquals(10, report.indicators().size());
    assertEquals(Set.of("EIT1", "EIT2"), report.indicator(6).orElseThrow().parts().keySet());
    assertEquals(
        List.of("i20", "O18"), report.questions().stream().map(ScoreReport.Question::id).toList());
    assertEquals(List.of(new ItemCode(18)), report.measures().get(0).about().items());
    assertEquals(ScoreReport.State.DONE, report.measures().get(0).state());
    assertEquals(1, report.lastYear().size());
  }

  @Test
  void readsScoresFromATable() {
    String csv =
        "รหัส,ชื่อ,คะแนน,EIT1,EIT2\nIIT,,๘๘.๑,,\n6,คุณภาพการดำเนินงาน,,92.36,89.12\nE4,,99.08,,\nรวม,,89.42,,\n";
    ScoreReport report =
        ScoreReportReader.read(
            new SourceText("2566.yml", "year: ๒๕๖๖\nscores: {file: scores.csv}\n"),
            (file, sheet) -> CsvReader.read(new SourceText(file, csv)));
    assertEquals("88.1", report.instrument("IIT").orElseThrow().value().toPlainString());
    assertEquals("90.74", report.indicator(6).orElseThrow().score().toPlainString());
    assertEquals("e4", report.questions().get(0).id());
    assertEquals(Optional.of(new BigDecimal("89.42")), report.statedTotal());
    assertTrue(report.isScoresOnly());
  }

  @Test
  void namesThePlaceOfEverythingThatCannotBeUsed() {
    UnusableInput refusal =
        assertThrows(
            UnusableInput.class,
            () ->
                read(
                    "year: 2566\nscores:\n  indicators:\n    - {id: 1, score: 184}\n"
                        + "  instruments:\n    - {id: XIT, score: 90}\nmeasure: []\n"));
    assertEquals(
        List.of(
            "content/ita/2566.yml:4:22", "content/ita/2566.yml:6:12", "content/ita/2566.yml:7:1"),
        refusal.findings().stream().map(finding -> finding.source().toString()).toList());
  }
}
