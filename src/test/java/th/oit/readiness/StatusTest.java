package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.report.Report;
import th.oit.text.Language;

class StatusTest {
  private static final Finding MISSING =
      Finding.of(Rule.OIT_ELEMENT, "ขาด | \"แผน\"", "lacks 'plan'").ofItem("O9");

  private final Readiness readiness = Samples.readiness(2567, Set.of("O9"), MISSING);

  @Test
  void markdownShowsEveryTable() {
    String markdown = StatusMarkdown.of(readiness, Language.TH);
    for (String heading :
        List.of(
            "ภาพรวม",
            "ควรแก้ก่อน",
            "กำหนดเวลา",
            "รายตัวชี้วัดย่อย",
            "รายหน่วยงาน",
            "รายข้อ",
            "งานที่ต้องทำ")) {
      assertTrue(markdown.contains("\n## " + heading + "\n"), heading + "\n" + markdown);
    }
    assertTrue(markdown.contains("| 34 จาก 35 |"), markdown);
    assertTrue(markdown.contains("ขาด \\| \"แผน\""), markdown);
    assertTrue(markdown.contains("[O9](https://www.example.go.th/oit/2567/o9/)"), markdown);
  }

  @Test
  void everyRowOfAMarkdownTableHasAsManyCellsAsItsHead() {
    int cells = 0;
    for (String line : StatusMarkdown.of(readiness, Language.TH).split("\n")) {
      int found = line.replace("\\|", "").split("\\|", -1).length;
      if (!line.startsWith("|")) {
        cells = 0;
      } else if (cells == 0) {
        cells = found;
      } else {
        assertEquals(cells, found, line);
      }
    }
  }

  @Test
  void thePageStandsByItself() {
    String html = StatusHtml.of(readiness, Language.TH);
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"th\">"));
    assertTrue(html.contains("@page { size: A4"));
    assertFalse(html.contains("<script") || html.contains("<link") || html.contains(" src="));
    assertTrue(html.contains("<td class=\"bad\">ยังไม่ผ่าน</td>"), html);
    assertTrue(html.contains("ขาด | &quot;แผน&quot;"), html);
  }

  @Test
  void englishIsSpokenToo() {
    String html = StatusHtml.of(readiness, Language.EN);
    assertTrue(html.contains("<html lang=\"en\">") && html.contains("34 of 35"), html);
    assertTrue(
        StatusText.of(readiness, Language.EN, false).contains("OIT if it were today: 98.57"));
  }

  @Test
  void theTerminalShowsSubIndicatorsForecastAndDays() {
    String text = StatusText.of(readiness, Language.TH, false);
    assertTrue(text.contains("   85.71  6/7  9.2 "), text);
    assertTrue(text.contains("ถ้าประเมินวันนี้ OIT ได้ 98.57  เสีย 0.57 คะแนนจากคะแนนรวม"), text);
    assertTrue(text.contains("  +1.43 (0.57)  O9 "), text);
    assertTrue(text.contains("ผ่าน 10/11  กองคลัง"), text);
    assertTrue(text.contains("ต้องเผยแพร่ให้ครบภายใน 15 เมษายน 2567 (เหลือ 14 วัน)"), text);
    assertTrue(text.contains("ระบบปิด 30 เมษายน 2567 (เหลือ 29 วัน)"), text);
  }

  @Test
  void jsonKeepsTheReportAndAddsToIt() {
    Report report =
        new Report(
            "1",
            "status",
            Report.Verdict.FAIL,
            1,
            2,
            3,
            readiness.catalog(),
            readiness.items(),
            readiness.findings(),
            null,
            List.of());
    String json = StatusJson.of(report, readiness, Language.TH);
    assertTrue(json.contains("\"version\" : 1") && json.contains("\"findings\" : ["), json);
    assertTrue(json.contains("\"oit\" : 98.5714"), json);
    assertTrue(
        json.contains(
            "\"id\" : \"own\",\n      \"day\" : \"2024-04-15\",\n      \"daysLeft\" : 14"),
        json);
    assertTrue(json.contains("\"pointsOfWhole\" : 0.5714"), json);
  }

  @Test
  void waiversThatStillCountAreShown() {
    var config =
        Samples.config(
            """
            site: {base_url: https://www.example.go.th}
            organization: {name: ตัวอย่าง}
            assessment:
              year: 2567
              waivers:
                - {item: O1, element: structure-chart, reason: ยังไม่มีคำสั่ง, until: 2567-12-31}
                - {item: O2, element: person-photo, reason: หมดไปแล้ว, until: 2567-01-31}
            """);
    Readiness waived =
        Readiness.of(
            config, readiness.catalog(), readiness.items(), List.of(), Map.of(), Samples.TODAY);
    String markdown = StatusMarkdown.of(waived, Language.TH);
    assertTrue(
        markdown.contains("แผนผังโครงสร้างการแบ่งส่วนราชการ | ยังไม่มีคำสั่ง | 31 ธันวาคม 2567"),
        markdown);
    assertFalse(markdown.contains("หมดไปแล้ว"), markdown);
    String text = StatusText.of(waived, Language.TH, false);
    assertTrue(text.contains("O1 structure-chart: ยังไม่มีคำสั่ง (ถึง 31 ธันวาคม 2567)"), text);
    assertTrue(
        Memo.of(waived, Memo.Letterhead.of(config), null)
            .html()
            .contains("ยกเว้นไว้ ๑ องค์ประกอบ"));
  }

  @Test
  void theSameStatusMakesTheSameWorkbook() {
    assertArrayEquals(StatusXlsx.of(readiness, Language.TH), StatusXlsx.of(readiness, Language.TH));
  }
}
