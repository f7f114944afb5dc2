package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.Refusal;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;

class NewsArchiveTest {
  private static final String TOPICS =
      """
      news:
        topics:
          - {id: water, name: {th: น้ำประปา, en: Water}}
          - {id: road, name: ถนน}
      """;

  @TempDir Path folder;

  private static String post(String name, String date, String topic) {
    return "== content/news/%s.md\n---\ntitle: ข่าว %s\ndate: %s\n%s---\nข้อความ\n"
        .formatted(name, name, date, topic == null ? "" : "topic: " + topic + "\n");
  }

  private static String posts(int number) {
    StringBuilder posts = new StringBuilder();
    for (int i = 1; i <= number; i++) {
      posts.append(post("n%02d".formatted(i), "2567-03-%02d".formatted(i), null));
    }
    return posts.toString();
  }

  @Test
  void putsTwelvePostsOnAPageAndTheOldestOnTheLast() {
    Rendered site = Rendered.of(folder, posts(25));
    assertEquals(12, site.html("news/index.html").select(".news-card").size());
    assertEquals(12, site.html("news/page/2/index.html").select(".news-card").size());
    Document last = site.html("news/page/3/index.html");
    assertEquals(List.of("ข่าว n01"), last.select(".news-card h3").eachText());
    assertFalse(site.files().containsKey("news/page/4/index.html"));
    assertEquals("3", last.select(".pages [aria-current=page]").first().ownText());
    assertEquals("ข่าวประชาสัมพันธ์ หน้า 3", last.select("h1").text());
  }

  @Test
  void makesNoPagesOfNumbersForTwelvePosts() {
    Rendered site = Rendered.of(folder, posts(12));
    assertFalse(site.files().containsKey("news/page/2/index.html"));
    assertTrue(site.html("news/index.html").select(".pages").isEmpty());
  }

  @Test
  void sortsByTheCalendarYearThatStandsOnThePost() {
    Rendered site =
        Rendered.of(
            folder,
            post("budget", "2566-10-05", null)
                + post("eve", "2566-12-31", null)
                + post("morning", "2567-01-01", null));
    assertEquals(
        List.of("ข่าว eve", "ข่าว budget"),
        site.html("news/2566/index.html").select(".news-card h3").eachText());
    assertEquals(
        List.of("2567", "2566"),
        site.html("news/index.html").select("[aria-labelledby=years-title] a").eachText());
  }

  @Test
  void listsATopicUnderItsIdentifierHoweverThePostsNameIt() {
    Rendered site =
        Rendered.of(
            TestSite.of(
                folder,
                TestSite.CONFIG
                    + TOPICS
                    + post("a", "2567-01-01", "น้ำประปา")
                    + post("b", "2567-01-02", "water")
                    + post("c", "2567-01-03", "Water")),
            1);
    assertEquals(
        List.of("ข่าว c", "ข่าว b", "ข่าว a"),
        site.html("news/topic/water/index.html").select(".news-card h3").eachText());
    assertFalse(site.files().containsKey("news/topic/road/index.html"), "no post names it");
    assertEquals(
        "/news/topic/water/", site.html("news/b/index.html").select("a.topic").attr("href"));
    assertTrue(site.text("sitemap.xml").contains("https://www.example.go.th/news/topic/water/"));
  }

  @Test
  void aTopicThatNobodyConfiguredHasAnAddressOfItsOwn() {
    Rendered site =
        Rendered.of(
            folder,
            post("a", "2567-01-01", "น้ำประปา") + post("b", "2567-01-02", "Public Health!"));
    assertEquals(
        "/news/topic/t-0f60e68e/", site.html("news/a/index.html").select("a.topic").attr("href"));
    assertTrue(site.files().containsKey("news/topic/public-health/index.html"));
  }

  @Test
  void refusesATopicThatIsNotAmongTheConfigured() {
    Finding finding =
        Refusal.one(
            () ->
                TestSite.of(
                    folder, TestSite.CONFIG + TOPICS + post("a", "2567-01-01", "น้ำประปาา")));
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals(4, finding.source().line());
    assertTrue(finding.hint().th().contains("น้ำประปา"), finding.hint().th());
  }

  @Test
  void theTopicsOfServicesAreTheirOwn() {
    Rendered site =
        Rendered.of(
            TestSite.of(
                folder,
                TestSite.CONFIG
                    + TOPICS
                    + "== content/services/tax.md\n---\ntitle: ภาษี\ntopic: ภาษีอากร\nservice:\n  time: 1 วัน\n  fee: ไม่มี\n  steps: [{do: ยื่นแบบ}]\n---\nข้อความ\n"),
            1);
    assertTrue(site.files().containsKey("services/tax/index.html"));
    assertEquals(1, site.html("sitemap/index.html").select("main [href=/services/tax/]").size());
  }
}
