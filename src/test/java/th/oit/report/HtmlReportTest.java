package th.oit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.SiteFiles;
import th.oit.check.links.LinkCheck;
import th.oit.check.links.LinkCheckRequest;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.Language;

/** The page that is mailed, kept and printed. */
class HtmlReportTest {
  @TempDir Path folder;

  private static Document page(Report report, Language language, String line) {
    return Jsoup.parse(HtmlReport.of(report, language, id -> "สำนักปลัด", source -> line));
  }

  private static Document page(Report report) {
    return page(report, Language.EN, "");
  }

  @Test
  void theSummaryStandsOnTop() {
    Document page = page(Reports.failed());
    assertEquals("Fail: not published, the old site stands", page.select(".verdict").text());
    assertEquals(
        List.of(
            "items that pass 1 of 3",
            "errors 2",
            "warnings 1",
            "unverified 1",
            "pages 1,234",
            "links 56,789"),
        page.select("dl.counts > div").eachText());
    assertEquals("Report on the website – oit publish", page.title());
    assertEquals("en", page.selectFirst("html").attr("lang"));
    assertEquals("th", page(Reports.failed(), Language.TH, "").selectFirst("html").attr("lang"));
  }

  @Test
  void theFindingsStandBySeverityThenItemThenFile() {
    List<String> outline = new ArrayList<>();
    for (Element heading : page(Reports.failed()).select("h1, h2, h3, h4")) {
      outline.add(heading.tagName() + " " + heading.text());
    }
    assertEquals(
        List.of(
            "h1 Report on the website – oit publish",
            "h2 Items",
            "h2 Errors (2)",
            "h3 O2 แผน \"ปี\"",
            "h4 content/oit/2567/o2.md",
            "h3 O3 ผล",
            "h2 Warnings (1)",
            "h3 Of no item",
            "h4 oit/2567/o1/plan.pdf",
            "h2 Not decided (1)",
            "h3 Of no item",
            "h4 content/index.md"),
        outline);
  }

  @Test
  void anItemComesBeforeAnotherByItsNumber() {
    Report report =
        Reports.check(
            Finding.of(Rule.OIT_THIN, "x", "x").ofItem("O10"),
            Finding.of(Rule.OIT_THIN, "y", "y"),
            Finding.of(Rule.OIT_THIN, "x", "x").ofItem("O9"));
    assertEquals(List.of("O9", "O10", "All files"), page(report).select("h3").eachText());
  }

  @Test
  void aFindingSaysItsPlaceRulePageAndRemedy() {
    String text =
        page(Reports.failed(), Language.TH, "  ดู [แผน](/files/plan.pdf) ครับ")
            .selectFirst(".error > li")
            .text();
    for (String part :
        List.of(
            "ไม่พบ plan.pdf",
            "บรรทัด 12 ตำแหน่ง 5",
            "หน้า oit/2567/o2/index.html",
            "link/not-found",
            "วิธีแก้: วางไฟล์ไว้ข้างหน้านี้")) {
      assertTrue(text.contains(part), text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ดู [แผน](/files/plan.pdf) ครับ, 1, /files/plan.pdf, /files/plan.pdf",
    "ดู [ที่นี่](../o1) ครับ, 5, /elsewhere/, ที่",
    "ดู [ที่นี่](../o1) ครับ, 5, , ที่",
    "abc, 3, , c",
  })
  void thePlaceIsMarkedInTheLine(String line, int column, String target, String marked) {
    Finding finding =
        Finding.of(Rule.LINK_NOT_FOUND, "x", "x").at(new Source("a.md", 1, column)).about(target);
    Document page = page(Reports.check(finding), Language.TH, line);
    assertEquals(marked, page.select("mark").text());
    assertEquals(line, page.select("pre").text());
  }

  @Test
  void aLongLineIsCutAroundThePlaceAndNoLetterLosesItsMarks() {
    String line = "ที่นี่".repeat(200);
    for (int column = 1; column <= line.length() + 1; column++) {
      Finding finding = Finding.of(Rule.LINK_NOT_FOUND, "x", "x").at(new Source("a.md", 1, column));
      String shown = page(Reports.check(finding), Language.TH, line).select("pre").text();
      assertTrue(shown.length() < 180, shown);
      int first = shown.startsWith("…") ? 1 : 0;
      assertEquals(
          Character.OTHER_LETTER, Character.getType(shown.charAt(first)), column + ": " + shown);
    }
  }

  @Test
  void aPlaceBehindTheEndOfItsLineIsNoFault() {
    Finding finding = Finding.of(Rule.LINK_NOT_FOUND, "x", "x").at(new Source("a.md", 1, 99));
    assertEquals("short", page(Reports.check(finding), Language.TH, "short").select("pre").text());
  }

  @Test
  void nothingThatAMessageHoldsBecomesMarkup() {
    Finding nasty =
        Finding.of(Rule.LINK_NOT_FOUND, "<script>alert(1)</script>", "<img src=x>")
            .ofItem("\"><b>")
            .at(new Source("</style><b>.md", 1, 1))
            .about("</pre><b>")
            .hint("<b>", "<b>");
    for (Language language : Language.values()) {
      Document page = page(Reports.check(nasty), language, "</pre><b>x");
      assertEquals(0, page.select("script, img, b").size(), page::html);
    }
  }

  @Test
  void whatWasPutOffStandsLastWithItsDayAndReason() {
    Document page = page(Reports.putOff(), Language.TH, "");
    Element known = page.select("section").last();
    assertEquals("ข้อบกพร่องเดิมที่ผ่อนผันไว้ ยังไม่ได้แก้ (1)", known.select("h2").text());
    assertTrue(known.text().contains("ผ่อนผันถึง 30 มิถุนายน 2567: รอกองคลังส่งไฟล์"), known::text);
    Element row = page.select("tbody tr").get(1);
    assertEquals("O2 แผน \"ปี\" ไม่ผ่าน ผ่อนผันไว้ 1/2", row.text());
  }

  @Test
  void whatAMenuDoesToEveryPageIsToldOnce() {
    Finding menu =
        Finding.of(Rule.LINK_NOT_FOUND, "x", "x")
            .at(new Source("site-config.yml", 9, 3))
            .about("/a");
    Report report =
        Reports.check(
            menu.onPage("a.html"), menu.onPage("b.html"), menu.onPage("b.html").about("/b"));
    Document page = page(report);
    assertEquals("Errors (3)", page.select("h2").text());
    assertEquals(
        List.of(
            "line 9 column 3 · on 2 pages · link/not-found",
            "line 9 column 3 · page b.html · link/not-found"),
        page.select(".place").eachText());
  }

  @Test
  void whatDidNotChangeIsCounted() {
    assertTrue(
        page(Reports.changed(), Language.TH, "")
            .select(".note")
            .text()
            .contains("3 ไฟล์ที่แก้ตั้งแต่ origin/main ไม่แสดงที่อื่นอีก 4 จุด"));
  }

  @Test
  void thePageLoadsNothingAndLeadsNowhereWrong() throws Exception {
    List<Report> reports = CiReportsTest.reportsOfAllKinds();
    for (int i = 0; i < reports.size(); i++) {
      String html = HtmlReport.of(reports.get(i), Language.TH, id -> id, source -> "บรรทัด");
      Document page = Jsoup.parse(html);
      assertEquals(0, page.select("script, link, img, iframe, [src], [onclick]").size());
      assertFalse(html.contains("http:") || html.contains("https:"), html);
      assertFalse(html.contains("url(") || html.contains("@import"), html);
      SiteFiles.put(folder.resolve("report-" + i + ".html"), html);
    }
    assertEquals(
        List.of(), LinkCheck.run(LinkCheckRequest.of(folder)).findings(), "dead links, double ids");
  }

  @Test
  void everySectionHasItsHeadingAndNoLevelIsLeftOut() {
    for (Report report : CiReportsTest.reportsOfAllKinds()) {
      Document page = page(report);
      assertEquals(1, page.select("h1").size());
      assertEquals(1, page.select("main").size());
      for (Element section : page.select("section")) {
        assertEquals(
            "h2", page.getElementById(section.attr("aria-labelledby")).tagName(), page::html);
      }
      int level = 0;
      for (Element heading : page.select("h1, h2, h3, h4")) {
        int own = heading.tagName().charAt(1) - '0';
        assertTrue(own <= level + 1, page::html);
        level = own;
      }
      Elements cells = page.select("thead th:not([scope]), tbody th:not([scope])");
      assertEquals(0, cells.size());
    }
  }
}
