package th.oit.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.TestSite;

/** The page of a score report: what it shows, and that it shows the same everywhere. */
class ReportPageTest {
  private static final String PAGE = "ita/2566/index.html";

  private static final String SCORES =
      """
      == content/ita/2566.yml
      year: 2566
      stated: [{total: 89.42}]
      scores:
        instruments:
          - {id: IIT, score: 88.10}
          - {id: EIT1, score: 90.20}
          - {id: EIT2, score: 86.40}
          - {id: OIT, score: 91.25}
        indicators:
          - {id: 4, score: 84.27}
          - {id: 8, parts: {EIT1: 87.86, EIT2: 83.74}}
          - {id: 9, score: 92.50}
      """;

  @TempDir Path folder;

  private Document page(String files) {
    return Rendered.of(folder, files).html(PAGE);
  }

  private static List<String> column(Document page, String table, String column) {
    List<String> heads = page.select("#" + table + " thead th").eachAttr("data-oit-column");
    List<String> cells = new ArrayList<>();
    for (Element row : page.select("#" + table + " tbody tr")) {
      cells.add(row.child(heads.indexOf(column)).text());
    }
    return cells;
  }

  @Test
  void saysTheResultAndTheWayToTheNextRatingFirst() {
    Document page = page(SCORES);
    Element result = page.selectFirst(".result");
    assertEquals("89.42", result.selectFirst(".result-total strong").text());
    assertTrue(result.text().contains("ระดับ ผ่านดี ถึงเกณฑ์ 85 คะแนน"), result.text());
    assertEquals("ระดับถัดไป: ผ่านดีเยี่ยม", result.selectFirst("h3").text());
    assertEquals(
        List.of(
            "คะแนนรวมยังขาด 5.58 คะแนน",
            "IIT ยังขาด 6.90 คะแนน",
            "EIT ส่วนที่ 1 ยังขาด 4.80 คะแนน",
            "EIT ส่วนที่ 2 ยังขาด 8.60 คะแนน",
            "OIT ยังขาด 3.75 คะแนน"),
        result.select("li").eachText().subList(0, 5));
    assertTrue(page.selectFirst("main h2").text().contains("โดยสรุป"));
  }

  @Test
  void tellsHowFarAResultIsBelowTheMark() {
    Document page = page(SCORES.replace("{id: OIT, score: 91.25}", "{id: OIT, score: 71.25}"));
    assertTrue(
        page.selectFirst(".result").text().contains("ต่ำกว่าเกณฑ์ 85 คะแนน อยู่ 3.58 คะแนน"));
    assertEquals("ต่ำกว่าเกณฑ์", page.selectFirst(".facts .tag-missing").text());
    assertTrue(
        page.selectFirst(".notice").text().contains("คะแนนรวมไว้ 89.42"),
        "the stated total is told");
  }

  @Test
  void drawsEveryIndicatorAsLongAsItsScoreAndSaysTheSameInWords() {
    Document page = page(SCORES);
    Element chart = page.selectFirst("svg[role=img][aria-labelledby~=chart-indicators-desc]");
    List<String> scores = column(page, "indicators", "score");
    List<String> drawn = chart.select("text.chart-value").eachText();
    assertEquals(List.of("84.27", "85.80", "92.50"), scores);
    assertEquals(List.of("▼ 84.27", "85.80", "92.50"), drawn);
    List<String> widths = new ArrayList<>();
    for (String score : scores) {
      BigDecimal width = new BigDecimal(score).multiply(new BigDecimal("0.76"));
      widths.add(width.setScale(2, RoundingMode.HALF_UP) + "%");
    }
    assertEquals(widths, chart.select("rect.chart-bar").eachAttr("width"));
    assertEquals(1, chart.select("rect.chart-low").size());
    assertEquals(
        "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ 84.27 คะแนน ต่ำกว่าเกณฑ์; ตัวชี้วัดที่ 8"
            + " การปรับปรุงการทำงาน 85.80 คะแนน ถึงเกณฑ์; ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล 92.50 คะแนน"
            + " ถึงเกณฑ์",
        chart.selectFirst("desc").text());
    assertEquals(List.of("84.27", "85.80", "92.50"), column(page, "indicators", "score"));
    assertEquals("64.60%", chart.selectFirst("line.chart-pass").attr("x1"));
    assertTrue(chart.select("[style], [onload], script").isEmpty());
  }

  @Test
  void leavesAGapInTheChartOfTheYearsWhereOneIsMissing() {
    Document page =
        page(
            SCORES
                + """
                == content/ita/2564.yml
                year: 2564
                stated: [{total: 81.02, rating: B}]
                == content/ita/2563.yml
                year: 2563
                stated: [{total: 78}]
                """);
    Element chart = page.selectFirst("svg[aria-labelledby~=chart-years-desc]");
    assertEquals(List.of("78.00", "81.02", "89.42"), chart.select("text.chart-value").eachText());
    assertEquals(1, chart.select("line.chart-line").size(), "2563–2564 alone are joined");
    assertEquals(
        List.of("2563", "2564", "2565", "2566"), chart.select("text.chart-label").eachText());
    assertEquals(List.of("78.00", "81.02", "-", "89.42"), column(page, "years", "total"));
    assertEquals(List.of("-", "+3.02", "-", "-"), column(page, "years", "change"));
    assertEquals(
        "ปี 2563 78.00 คะแนน; ปี 2564 81.02 คะแนน B; ปี 2565 ไม่มีข้อมูล; ปี 2566 89.42 คะแนน ผ่านดี",
        chart.selectFirst("desc").text());
  }

  @Test
  void drawsNoChartOfOneYear() {
    assertNull(page(SCORES).selectFirst("#over-years"));
  }

  @Test
  void comparesAnInstrumentThatWasOneWithItsParts() {
    Document page =
        page(
            SCORES
                + """
                == content/ita/2565.yml
                year: 2565
                scores:
                  instruments:
                    - {id: IIT, score: 86.20}
                    - {id: EIT, score: 84.10}
                    - {id: OIT, score: 83.75}
                """);
    assertEquals(List.of("คะแนนรวม", "IIT", "EIT", "OIT"), column(page, "changes", "what"));
    assertEquals(List.of("+4.83", "+1.90", "+4.20", "+7.50"), column(page, "changes", "change"));
    assertEquals("+4.83", page.selectFirst(".facts dt:containsOwn(2565) + dd").text());
  }

  private static final String MEASURES =
      """
      analysis:
        - kind: urgent
          indicators: [4]
          issues: [4]
          finding: แบบยืม <ไม่เหมือนกัน> & ไม่มีทะเบียน
          measures: [M 1]
      measures:
        - id: M 1
          measure: ทะเบียน "ยืม" <b>รวม</b>
          issues: [4]
          steps: [ทบทวน, ประกาศ]
          lead: finance
          support: [ทุกส่วนราชการ]
          period: 1 ธ.ค. 2566 – 31 ม.ค. 2567
          follow_up: สุ่มตรวจทุกไตรมาส
          state: done
          result: เปิดทะเบียน
          outcome: คืนครบ
          evidence: [{file: register.pdf, title: ทะเบียน, date: 2567-01-20}]
      """;

  @Test
  void showsWhatWasWrittenAsTextAndNotAsMarkup() {
    Rendered site = Rendered.of(folder, SCORES + MEASURES);
    Document page = site.html(PAGE);
    assertEquals(
        "แบบยืม <ไม่เหมือนกัน> & ไม่มีทะเบียน", page.selectFirst(".findings p:eq(1)").text());
    assertEquals("M 1 ทะเบียน \"ยืม\" <b>รวม</b>", page.selectFirst("#measures tbody th").text());
    assertFalse(site.text(PAGE).contains("<b>รวม"));
    assertEquals("#measure-M-1", page.selectFirst(".findings a").attr("href"));
    assertEquals("measure-M-1", page.selectFirst("#measures tbody tr").id());
    assertTrue(site.text("ita/2566/measures.csv").contains("\"ทะเบียน \"\"ยืม\"\" <b>รวม</b>\""));
  }

  @Test
  void showsMeasuresByTheColumnsThatAreAskedOfThem() {
    Document page = page(SCORES + MEASURES);
    assertEquals(
        List.of("measure", "answers", "steps", "responsible", "period", "follow-up"),
        page.select("#measures thead th").eachAttr("data-oit-column"));
    assertEquals(
        List.of("กองคลัง (หลัก) ทุกส่วนราชการ (ร่วม)"), column(page, "measures", "responsible"));
    assertEquals(List.of("ทบทวน", "ประกาศ"), page.select("#measures li").eachText());
    assertEquals(
        page.select("#measures thead th").eachText().subList(1, 6),
        page.select("#measures tbody td").eachAttr("data-label"),
        "a card on a phone names what a column of the table is");
    Element issue = page.selectFirst("#issue-4 + dl");
    assertTrue(issue.text().contains("84.27"), issue.text());
    assertEquals("/ita/register.pdf", page.selectFirst(".proofs a").attr("href"));
    assertEquals("แล้วเสร็จ 1", page.selectFirst(".states").text());
  }

  @Test
  void givesEveryTableAsDataBesideThePage() {
    Rendered site = Rendered.of(folder, SCORES + MEASURES);
    Document page = site.html(PAGE);
    for (Element table : page.select("table[data-oit-data]")) {
      String csv = site.text("ita/2566/" + table.attr("data-oit-data"));
      assertEquals(table.select("tbody tr").size() + 1, csv.lines().count(), csv);
      assertTrue(table.selectFirst("caption").text().length() > 5);
      assertTrue(site.files().containsKey("ita/2566/" + table.id() + ".json"));
      assertEquals(
          2, page.select(".download a[href^=/ita/2566/" + table.id() + ".]").size(), table.id());
    }
    assertEquals(
        "\uFEFFตัวชี้วัดที่,ตัวชี้วัด,แบบวัด,คะแนน,EIT ส่วนที่ 1,EIT ส่วนที่ 2,อันดับ,ผลเทียบเกณฑ์\r\n"
            + "4,การใช้ทรัพย์สินของราชการ,IIT,84.27,-,-,3,ต่ำกว่าเกณฑ์\r\n"
            + "8,การปรับปรุงการทำงาน,EIT,85.80,87.86,83.74,2,ถึงเกณฑ์\r\n"
            + "9,การเปิดเผยข้อมูล,OIT,92.50,-,-,1,ถึงเกณฑ์\r\n",
        site.text("ita/2566/indicators.csv"));
    assertTrue(
        site.text("ita/2566/indicators.json")
            .contains("\"number\": \"8\", \"indicator\": \"การปรับปรุงการทำงาน\""));
    assertTrue(site.text("ita/2566/indicators.json").contains("\"eit1\": null"));
  }

  @Test
  void takesLastYearsMeasuresFromTheReportThatPlannedThem() {
    Document page =
        page(
            SCORES
                + """
                == content/ita/2565.yml
                year: 2565
                stated: [{total: 84.59}]
                measures:
                  - {measure: บัตรคิว, state: done, result: เปิดใช้แล้ว}
                  - {measure: ยังไม่มีผล}
                """);
    assertEquals(List.of("m1 บัตรคิว"), column(page, "last-year", "measure"));
    assertEquals(List.of("เปิดใช้แล้ว"), column(page, "last-year", "result"));
  }

  @Test
  void aTextOfItsOwnStandsBelowTheSummary() {
    Document page =
        page(
            SCORES
                + """
                == content/ita/2566.md
                ---
                title: รายงานของเรา
                department: office
                updated: 2567-04-05
                ---
                ประชุมวิเคราะห์ผลเมื่อเดือนพฤศจิกายน
                """);
    assertEquals("รายงานของเรา", page.selectFirst("h1").text());
    assertEquals("ประชุมวิเคราะห์ผลเมื่อเดือนพฤศจิกายน", page.selectFirst(".prose > p").text());
    assertTrue(page.selectFirst(".facts").text().contains("สำนักปลัด"));
  }

  @Test
  void speaksEnglishToReadersOfEnglish() {
    Rendered site =
        Rendered.of(
            folder,
            SCORES
                + MEASURES
                + """
                == content/ita/2566.en.md
                ---
                title: ITA score report 2566
                ---
                """);
    Document page = site.html("en/" + PAGE);
    assertEquals("en", page.selectFirst("html").attr("lang"));
    assertEquals("Done", page.selectFirst("#progress .tag").text());
    assertTrue(page.selectFirst("svg desc").text().startsWith("indicator 4"));
    assertEquals(
        "/en/ita/2566/measures.csv", page.selectFirst("a[href$=measures.csv]").attr("href"));
    assertTrue(site.files().containsKey("en/ita/2566/measures.csv"));
    assertTrue(site.files().containsKey(PAGE), "the Thai page stands without a text");
  }

  @Test
  void theExampleReadsAsItDidBefore() throws IOException {
    String example = Files.readString(Path.of("src/test/resources/ita/example.yml"), UTF_8);
    Document page = page("== content/ita/2566.yml\n" + example);
    page.select("svg.qr, .permalink").remove();
    String shown = page.select("article.report > section").outerHtml() + "\n";
    Path golden = Path.of("src/test/resources/ita/example-page.html");
    if (Boolean.getBoolean("oit.golden")) {
      Files.writeString(golden, shown, UTF_8);
    }
    assertEquals(
        Files.readString(golden, UTF_8), shown, "meant so? then run once with -Doit.golden=true");
  }

  @Test
  void rendersTheSameBytesTwice() {
    TestSite site = TestSite.of(folder, TestSite.CONFIG + SCORES + MEASURES);
    Rendered one = Rendered.of(site, 1);
    Rendered two = Rendered.of(TestSite.read(folder), 3);
    one.files().forEach((path, bytes) -> assertEquals(one.text(path), two.text(path), path));
  }
}
