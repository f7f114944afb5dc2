package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.Refusal;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.site.HistoryCheck;

/** What was changed on a page, and when, as its front matter tells it. */
class HistoryTest {
  @TempDir Path folder;

  private static String item(String front) {
    return "== content/oit/2567/o14.md\n---\ntitle: รายการจัดซื้อจัดจ้าง\n"
        + front
        + "---\nข้อความ\n";
  }

  private static final String TWO =
      """
      history:
        - {date: 2566-10-10, what: เผยแพร่ครั้งแรก}
        - {date: 2567-04-05, what: แก้วงเงิน <4> & ผู้ชนะ}
      """;

  @Test
  void showsTheNewestChangeFirstInWhicheverOrderItIsWritten() {
    Rendered site = Rendered.of(folder, item(TWO));
    Document page = site.html("oit/2567/o14/index.html");
    assertEquals(
        List.of("5 เมษายน 2567 แก้วงเงิน <4> & ผู้ชนะ", "10 ตุลาคม 2566 เผยแพร่ครั้งแรก"),
        page.select(".history li").eachText());
    assertEquals("2024-04-05", page.selectFirst(".history time").attr("datetime"));
    assertEquals(
        0, page.select("[data-oit-body] .history").size(), "no part of what the item shows");
  }

  @Test
  void theNewestChangeIsTheDayOfRenewalWhereNoneIsWritten() {
    Rendered site = Rendered.of(folder, item(TWO));
    Document page = site.html("oit/2567/o14/index.html");
    assertEquals("2024-04-05", page.selectFirst(".item").attr("data-oit-updated"));
    assertTrue(site.text("sitemap.xml").contains("<lastmod>2024-04-05</lastmod>"));
  }

  @Test
  void everyChangeOfAnItemStandsInTheFeedUnderAnAddressOfItsOwn() {
    Rendered site = Rendered.of(folder, item(TWO));
    Document feed = Jsoup.parse(site.text("oit/feed.xml"), "", Parser.xmlParser());
    String page = "https://www.example.go.th/oit/2567/o14/";
    List<String> ids = feed.select("entry > id").eachText();
    assertEquals(List.of(page + "#history-2024-04-05", page + "#history-2023-10-10"), ids);
    assertEquals("แก้วงเงิน <4> & ผู้ชนะ", feed.selectFirst("entry > summary").text());
    Document html = site.html("oit/2567/o14/index.html");
    for (String id : ids) {
      assertEquals(1, html.select("#" + id.substring(id.indexOf('#') + 1)).size());
    }
  }

  @Test
  void aRenewalThatTheHistoryDoesNotTellStandsInTheFeedToo() {
    Rendered site = Rendered.of(folder, item("updated: 2567-04-09\n" + TWO));
    Document feed = Jsoup.parse(site.text("oit/feed.xml"), "", Parser.xmlParser());
    assertEquals(3, feed.select("entry").size());
    assertEquals("https://www.example.go.th/oit/2567/o14/", feed.selectFirst("entry > id").text());
  }

  @Test
  void twoChangesOfOneDayKeepTheirOrderAndTheirOwnPlaces() {
    Rendered site =
        Rendered.of(
            folder,
            item(
                """
                history:
                  - {date: 2567-04-05, what: บ่าย}
                  - {date: 2567-04-05, what: เช้า}
                  - {date: 2567-04-01, what: แรก}
                """));
    Document page = site.html("oit/2567/o14/index.html");
    assertEquals(
        List.of("history-2024-04-05-2", "history-2024-04-05", "history-2024-04-01"),
        page.select(".history li").eachAttr("id"));
    assertEquals(List.of("บ่าย", "เช้า", "แรก"), page.select(".history li span").eachText());
  }

  @ParameterizedTest
  @CsvSource({
    "pages/about, about/index.html",
    "services/light, services/light/index.html",
    "news/2567-04-01-x, news/2567-04-01-x/index.html"
  })
  void everyKindOfPageMayHaveAHistory(String path, String output) {
    Rendered site =
        Rendered.of(
            folder,
            "== content/"
                + path
                + ".md\n---\ntitle: หน้า\ndate: 2567-04-01\n"
                + (path.startsWith("services") ? "service: {time: 1 วัน, fee: ไม่มี}\n" : "")
                + "history: {date: 2567-04-03, what: แก้เบอร์โทร}\n---\n");
    assertEquals("3 เมษายน 2567 แก้เบอร์โทร", site.html(output).select(".history li").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{date: เมื่อวาน, what: x} | source/value | เมื่อวาน",
        "{what: x} | source/missing | date",
        "{date: 2567-04-01} | source/missing | what",
        "{date: 2567-04-01, what: x, who: y} | source/key | who",
        "แก้แล้ว | source/value | ชื่อ: ค่า"
      })
  void refusesAChangeThatCannotBeRead(String change, String rule, String said) {
    List<Finding> findings =
        Refusal.all(
            () -> TestSite.of(folder, TestSite.CONFIG + item("history: [" + change + "]\n")));
    Finding finding =
        findings.stream().filter(f -> f.rule().id().equals(rule)).findFirst().orElseThrow();
    assertEquals("content/oit/2567/o14.md", finding.source().file());
    assertEquals(3, finding.source().line());
    assertTrue(finding.message().th().contains(said), finding.message().th());
  }

  @Test
  void speaksOfADayThatIsStillToComeOnAnyPageThatIsOut() {
    TestSite site =
        TestSite.of(
            folder,
            TestSite.CONFIG
                + """
                == content/pages/contact.md
                ---
                title: ติดต่อ
                history:
                  - {date: 2567-04-10, what: วันนี้}
                  - {date: 2567-04-11, what: พรุ่งนี้}
                ---
                == content/pages/later.md
                ---
                title: วันหน้า
                publish: 2567-04-11
                history: {date: 2567-04-11, what: เผยแพร่ครั้งแรก}
                ---
                """);
    List<Finding> findings = HistoryCheck.judge(site.site());
    assertEquals(List.of("content/pages/contact.md:5:12 oit/stale"), Refusal.lines(findings));
    assertTrue(findings.get(0).message().th().contains("11 เมษายน 2567"));
  }

  @Test
  void leavesToTheGateTheDayThatItJudgesAnyway() {
    String soon = "history: {date: 2567-04-11, what: แก้}\n";
    TestSite taken = TestSite.of(folder, TestSite.CONFIG + item(soon));
    assertEquals(List.of(), HistoryCheck.judge(taken.site()));
    TestSite apart = TestSite.of(folder, TestSite.CONFIG + item("updated: 2567-04-11\n" + soon));
    assertEquals(
        List.of("content/oit/2567/o14.md:4:17 oit/stale"),
        Refusal.lines(HistoryCheck.judge(apart.site())));
  }

  @Test
  void refusesADayOfRenewalBeforeTheNewestChange() {
    Finding finding =
        Refusal.one(
            () -> TestSite.of(folder, TestSite.CONFIG + item("updated: 2567-04-01\n" + TWO)));
    assertEquals(Rule.SOURCE_VALUE, finding.rule());
    assertEquals(3, finding.source().line());
    assertEquals(10, finding.source().column());
  }
}
