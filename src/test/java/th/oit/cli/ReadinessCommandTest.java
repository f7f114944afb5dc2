package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the status writes besides what it prints: memo, calendar, work lists, other formats. */
class ReadinessCommandTest {
  @TempDir Path folder;

  @Test
  void theStatusShowsTheScoreOfEverySubIndicator() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("status", "--today", TestSite.TODAY)
        .exits(0)
        .says("ถ้าประเมินวันนี้ OIT ได้ 100.00", "  100.00  7/7  9.2 ");
    var json = site.run("status", "--format", "json", "--today", TestSite.TODAY).exits(0).json();
    assertEquals(100, json.path("forecast").path("oit").asInt());
    assertEquals(2, json.path("forecast").path("indicators").size());
    assertEquals("2024-04-15", json.path("deadlines").path(2).path("day").asText());
  }

  @Test
  void anotherYearOfTheSiteIsJudgedByItsOwnList() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    Run next = site.run("status", "--year", "2568", "--format", "json", "--today", TestSite.TODAY);
    var json = next.exits(1).json();
    assertEquals(2568, json.path("catalog").path("year").asInt());
    assertEquals(28, json.path("catalog").path("items").asInt());
    assertTrue(next.findings().stream().anyMatch(line -> line.startsWith("oit/draft O6 ")));
    // The window is that of the assessed year alone.
    site.run("status", "--year", "2568", "--today", TestSite.TODAY)
        .exits(1)
        .says("ยังไม่ได้ระบุวันปิดระบบ");
    site.run("status", "--year", "68").exits(2).says("68");
    site.run("answers", "--year", "2566", "--draft", "--output", "a.xlsx").exits(0);
    assertTrue(site.has("a.xlsx"));
    assertFalse(site.has("public"), "looking at a year publishes nothing");
  }

  @Test
  void everyFormatIsWritten() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("status", "--format", "markdown", "--today", TestSite.TODAY)
        .exits(0)
        .says("## รายตัวชี้วัดย่อย", "| 35 จาก 35 |");
    site.run("status", "--format", "html", "--output", "s.html", "--today", TestSite.TODAY)
        .exits(0);
    assertTrue(site.text("s.html").startsWith("<!DOCTYPE html>"));
    site.run("status", "--format", "xlsx", "--output", "s.xlsx", "--today", TestSite.TODAY)
        .exits(0);
    assertTrue(site.has("s.xlsx"));
    site.run("status", "--format", "csv").exits(2).says("text, json, markdown, html, xlsx");
  }

  @Test
  void theMemoTellsTheChangeSinceTheLastOneAndKeepsTheStandOfToday() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("status", "--memo", "memo.html", "--today", "2567-03-15").exits(0);
    assertTrue(site.text("memo.html").contains("ฉบับแรก"));
    assertTrue(site.text("reports/memo/2024-03-15.json").contains("\"O1\" : \"pass\""));
    site.delete("content/oit/2567/o9/index.md");
    site.run("status", "--memo", "memo.html", "--today", "2567-04-01").exits(1);
    assertTrue(
        site.text("memo.html").contains("เทียบกับบันทึกเมื่อวันที่ ๑๕ มีนาคม ๒๕๖๗ กลับมาไม่ผ่าน"),
        site.text("memo.html").replaceAll("(?s)<style>.*?</style>", ""));
    // Written again on the same day, it is still compared with the one before.
    site.run("status", "--memo", "memo.html", "--today", "2567-04-01").exits(1);
    assertTrue(site.text("memo.html").contains("๑๕ มีนาคม ๒๕๖๗"));
  }

  @Test
  void theCalendarHoldsEveryDeadline() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("status", "--calendar", "oit.ics", "--today", TestSite.TODAY).exits(0);
    String calendar = site.text("oit.ics");
    assertTrue(calendar.contains("DTSTART;VALUE=DATE:20240430\r\n"), calendar);
    assertTrue(calendar.contains("UID:own-2567@www.example.go.th\r\n"), calendar);
  }

  @Test
  void aDepartmentIsNamedByItsIdOrItsName() {
    TestSite site = TestSite.named("paphlu", folder.resolve("paphlu"));
    site.run("status", "--work-list", "--today", TestSite.TODAY)
        .exits(1)
        .says("งานของผู้ดูแลเว็บไซต์", "ยังไม่มีหน้าของข้อ O2");
    site.run("status", "--work-list", "nobody-at-all", "--lang", "en")
        .exits(2)
        .says("there is no department 'nobody-at-all'");
    TestSite ours = TestSite.ours(folder.resolve("site"));
    ours.run("status", "--work-list", "กองคลัง", "--today", TestSite.TODAY).exits(0);
    ours.run("status", "--work-list", "finance", "--format", "json").exits(2).says("markdown");
    assertFalse(ours.has("reports"));
  }
}
