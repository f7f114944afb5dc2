package th.oit.ita;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.catalog.CatalogReader;
import th.oit.finding.Finding;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;

/** The texts of five real score reports, and the errors that people found in them by hand. */
class RealReportsTest {
  private static final Map<String, String> FILES =
      Map.of(
          "000", "report-000-wangsai-2566.txt",
          "001", "report-001-dan-2565.txt",
          "002", "report-002-phonong-2568.txt",
          "003", "report-003-paphlu-2568.txt",
          "004", "report-004-nongleng-2564.txt");

  private static final Map<String, List<Finding>> FOUND = new LinkedHashMap<>();

  static {
    FILES.forEach((id, file) -> FOUND.put(id, check(file)));
  }

  private static List<Finding> check(String file) {
    return ScoreReports.check(
        SourceText.read(Path.of("src/test/resources/ita/texts", file), file),
        Optional.empty(),
        CatalogReader::bundled,
        SchemeReader.bundled(),
        Optional.empty());
  }

  /** Each error with its report, the rule that finds it, the line, and a word of the message. */
  @ParameterizedTest
  @CsvSource({
    "E1, 002, ita/total, 30, 83.69",
    "E2, 002, ita/two-values, 74, 80.1",
    "E2, 002, ita/two-values, 124, 90",
    "E3, 002, ita/indicator-name, 19, การใช้จ่ายเงิน",
    "E4, 002, ita/indicator-name, 56, ประสิทธิภาพการสื่อสาร",
    "E5, 002, ita/item-code, 38, O37",
    "E6, 002, ita/list, 10, 5 ปี",
    "E7, 002, ita/frequency, 102, ตรวจสอบลิงก์เสีย",
    "E8, 002, ita/columns, 70, ติดตาม",
    "E9, 002, ita/empty, 85, ผู้รับผิดชอบ",
    "E11, 002, ita/code-spelling, 71, 08",
    "E11, 002, ita/markup, 71, <p>",
    "E12, 003, ita/total, 9, 97.92",
    "E12, 003, ita/two-values, 27, 98.32",
    "E13, 003, ita/year, 27, 2567",
    "E14, 003, ita/mean, 16, 98.96",
    "E14, 003, ita/mean, 17, 99.56",
    "E14, 003, ita/mean, 18, 89.58",
    "E14, 003, ita/mean, 19, 97.92",
    "E14, 003, ita/mean, 20, 99.92",
    "E14, 003, ita/mean, 21, 96.67",
    "E14, 003, ita/mean, 22, 98.84",
    "E15, 003, ita/question, 51, 96.88",
    "E16, 003, ita/mean, 47, 98.45",
    "E17, 003, ita/mean, 23, 97.50",
    "E18, 003, ita/question, 60, e8",
    "E19, 003, ita/superlative, 142, สูงสุด",
    "E19, 003, ita/superlative, 179, มากที่สุด",
    "E20, 003, ita/item-code, 42, 2567",
    "E21, 003, ita/columns, 148, ติดตาม",
    "E22, 003, ita/rounding, 84, 99.32",
    "E22, 003, ita/rounding, 94, 98.97",
    "E22, 003, ita/rounding, 142, 99.88",
    "E23, 003, ita/agency, 5, ป่าพูลู",
    "E23, 003, ita/agency, 179, ป่าพญา",
    "E23, 003, ita/list, 159, เลขข้อ",
    "E24, 000, ita/agency, 108, ทุ่งฮั้ว",
    "E25, 000, ita/instrument, 14, EIT",
    "E25, 000, ita/instrument, 15, EIT",
    "E25, 000, ita/instrument, 16, OIT",
    "E26, 000, ita/columns, 24, ติดตาม",
    "E27, 000, ita/no-score, 45, E12",
    "E29, 001, ita/agency, 10, ไม่ได้กรอก",
    "E29, 001, ita/agency, 103, ด้าน",
    "E30, 001, ita/two-values, 70, 84",
    "E31, 001, ita/no-measure, 82, การใช้งบประมาณ",
    "E31, 001, ita/no-measure, 83, การใช้อำนาจ",
    "E31, 001, ita/no-measure, 85, การแก้ไขปัญหาการทุจริต",
    "E31, 001, ita/no-measure, 88, การปรับปรุงการทำงาน",
    "E32, 001, ita/year, 23, 2566",
    "E32, 001, ita/year, 130, 2565",
    "E33, 001, ita/list, 39, 5 ตัวชี้วัดย่อย",
    "E35, 001, ita/typo, 121, กล่องรับ",
    "E35, 001, ita/code-spelling, 96, I20",
    "E35, 001, ita/code-spelling, 104, 010",
    "E35, 001, ita/markup, 121, <p>",
    "E36, 004, ita/year, 15, 2564",
    "E37, 004, ita/no-measure, 40, การใช้งบประมาณ",
    "E37, 004, ita/no-measure, 37, การปรับปรุงการทำงาน"
  })
  void findsTheErrorThatPeopleFound(
      String error, String report, String rule, int line, String word) {
    assertTrue(
        FOUND.get(report).stream()
            .anyMatch(
                finding ->
                    finding.rule().id().equals(rule)
                        && finding.source().line() == line
                        && finding.message().th().contains(word)),
        () -> error + " is not among " + lines(FOUND.get(report)));
  }

  /** E28, E34, E38: the arithmetic of three reports holds. */
  @ParameterizedTest
  @CsvSource({"000", "001", "004"})
  void saysNothingAboutArithmeticThatHolds(String report) {
    Set<String> arithmetic =
        Set.of(
            "ita/total",
            "ita/rating",
            "ita/mean",
            "ita/rounding",
            "ita/question",
            "ita/superlative",
            "ita/indicator-name");
    assertEquals(
        List.of(),
        FOUND.get(report).stream()
            .filter(finding -> arithmetic.contains(finding.rule().id()))
            .map(finding -> finding.message().en())
            .toList());
  }

  @Test
  void readsEveryScoreThatTheControlsStand() {
    assertEquals("[(96.75), (95.08), (76.10), (99.00)] 94.30 ผ่าน", stated("000", 2566));
    assertEquals("[(97.32)] 83.67 B", stated("001", 2565));
    assertEquals("[] 82.76 B", stated("004", 2564));
  }

  private static String stated(String id, int year) {
    FiscalYear of = new FiscalYear(year);
    String file = FILES.get(id);
    ScoreReport report =
        DraftReader.read(
            Draft.of(SourceText.read(Path.of("src/test/resources/ita/texts", file), file)),
            of,
            CatalogReader.bundled(of).orElseThrow(),
            SchemeReader.of(of, SchemeReader.bundled()).orElseThrow());
    return report.instruments().stream().map(score -> "(" + score.value() + ")").toList()
        + " "
        + report.statedTotal().orElseThrow()
        + " "
        + report.statedRating().orElseThrow();
  }

  private static String lines(List<Finding> findings) {
    StringBuilder all = new StringBuilder();
    for (Finding finding : findings) {
      all.append('\n')
          .append(finding.source())
          .append(' ')
          .append(finding.rule().id())
          .append(' ')
          .append(finding.message().th());
    }
    return all.toString();
  }
}
