package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;

/** The chart of a body, the index of the Act, the policies and the map of the site. */
class SiteIndexesTest {
  private static final String POLICIES =
      "policies: {version: 2, date: 2567-03-20, department: office}\n";

  private static final String HOME = "== content/index.md\n";

  @TempDir Path folder;

  // The chart.

  @Test
  void aChartIsListsWithinListsInTheOrderOfTheFile() {
    Rendered site =
        Rendered.of(
            folder,
            """
            == content/pages/structure.md
            ---
            title: โครงสร้าง
            ---
            ![แผนผังโครงสร้าง](units.yml)
            == content/pages/units.yml
            - name: นายก
              head: นายสมมติ
              units:
                - name: กองคลัง
                  note: กลุ่ม <ก>
                  units: [{name: งานการเงิน}, {name: งานพัสดุ}]
                - name: กองช่าง
            """);
    Document page = site.html("structure/index.html");
    Element chart = page.selectFirst("#units");
    assertEquals("แผนผังโครงสร้าง", page.selectFirst("#units-caption").text());
    assertEquals("นายก นายสมมติ", chart.selectFirst("> ul > li > .unit").text());
    assertEquals(
        List.of("กองคลัง กลุ่ม <ก>", "กองช่าง"),
        chart.select("> ul > li > ul > li > .unit").eachText());
    assertEquals(
        List.of("งานการเงิน", "งานพัสดุ"),
        chart.select("> ul > li > ul > li > ul.chart-leaves > li").eachText());
    assertFalse(site.files().containsKey("units.yml"));
  }

  @Test
  void refusesAWordInAChartThatMeansNothing() {
    Finding finding =
        Refusal.one(
            () ->
                TestSite.of(
                    folder,
                    TestSite.CONFIG
                        + """
                        == content/pages/structure.md
                        ---
                        title: โครงสร้าง
                        ---
                        ![แผนผัง](units.yml)
                        == content/pages/units.yml
                        - name: นายก
                          units:
                            - {name: กองคลัง, heads: x}
                        """));
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals("content/pages/units.yml", finding.source().file());
    assertEquals(3, finding.source().line());
  }

  // The Official Information Act.

  private static String tagged(String name, String tags) {
    return "== content/pages/%s.md\n---\ntitle: หน้า %s\noia: %s\n---\nข้อความ\n"
        .formatted(name, name, tags);
  }

  @Test
  void listsEveryKindOfInformationWithThePagesTaggedWithIt() {
    Rendered site =
        Rendered.of(
            folder, tagged("structure", "['7(1)', '๙(๓)']") + tagged("plan", "มาตรา 9 (3)"));
    Document page = site.html("oia/index.html");
    assertEquals(13, page.select(".oia > ol > li").size());
    assertEquals(List.of("หน้า structure"), page.select("#oia-7-1 a").eachText());
    assertEquals(List.of("หน้า plan", "หน้า structure"), page.select("#oia-9-3 a").eachText());
    assertEquals(11, page.select(".oia > ol > li > p").size(), "kinds of which there is nothing");
    assertEquals(1, site.html("index.html").select(".statutory a[href=/oia/]").size());
    assertTrue(site.text("sitemap.xml").contains("https://www.example.go.th/oia/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7(6)", "9(0)", "8(1)", "9", "แผน"})
  void refusesATagThatTheActDoesNotHave(String tag) {
    Finding finding =
        Refusal.one(
            () -> TestSite.of(folder, TestSite.CONFIG + tagged("plan", "['9(3)', '" + tag + "']")));
    assertEquals(Rule.SOURCE_VALUE, finding.rule());
    assertEquals(3, finding.source().line());
  }

  @Test
  void makesNoIndexWhereNothingIsTaggedAndNoneBesideOneThatIsWritten() {
    Rendered none = Rendered.of(folder.resolve("none"), HOME);
    assertFalse(none.files().containsKey("oia/index.html"));
    Rendered own = Rendered.of(folder.resolve("own"), tagged("oia", "['7(1)']"));
    assertEquals("หน้า oia", own.html("oia/index.html").select("h1").text());
    assertEquals("หน้า oia", own.html("index.html").select(".statutory [href=/oia/]").text());
  }

  // Policies.

  @Test
  void fillsThePoliciesThatNobodyWrote() {
    Rendered site =
        Rendered.of(
            TestSite.of(
                folder,
                TestSite.CONFIG
                    + POLICIES
                    + "== content/pages/privacy.md\n---\ntitle: ของเราเอง\n---\nข้อความ\n"),
            1);
    assertEquals("ของเราเอง", site.html("privacy/index.html").select("h1").text());
    for (String made : List.of("cookies", "website-policy", "security-policy", "accessibility")) {
      String text = site.html(made + "/index.html").select("main").text();
      assertTrue(text.contains("ฉบับที่ 2 ใช้ตั้งแต่วันที่ 20 มีนาคม 2567"), text);
      assertTrue(text.contains("สำนักปลัด โทร. 0 0000 0001"), text);
    }
    assertEquals(
        List.of(
            "/privacy/",
            "/cookies/",
            "/website-policy/",
            "/security-policy/",
            "/accessibility/",
            "/sitemap/"),
        site.html("index.html").select(".statutory a").eachAttr("href"));
    String all = site.text("cookies/index.html") + site.text("accessibility/index.html");
    assertTrue(all.contains("localStorage"));
    assertTrue(all.contains("ไม่ใช่การรับรองว่าผ่านมาตรฐาน"));
  }

  @Test
  void saysThatTheAddressIsEncryptedOnlyWhereItIs() {
    String config = TestSite.CONFIG + POLICIES + HOME;
    Rendered secure = Rendered.of(TestSite.of(folder.resolve("a"), config), 1);
    assertTrue(secure.html("security-policy/index.html").select("main").text().contains("https"));
    Rendered plain =
        Rendered.of(TestSite.of(folder.resolve("b"), config.replace("https:", "http:")), 1);
    assertFalse(plain.html("security-policy/index.html").select("main").text().contains("https"));
  }

  @Test
  void writesThePoliciesOfAnEnglishSiteInEnglish() {
    Rendered site =
        Rendered.of(
            TestSite.of(
                folder,
                TestSite.CONFIG.replace("go.th}", "go.th, language: en}") + POLICIES + HOME),
            1);
    assertTrue(site.html("privacy/index.html").text().contains("sets no cookies"));
  }

  @Test
  void makesNoPolicyUnasked() {
    Rendered site = Rendered.of(folder, HOME);
    assertFalse(site.files().containsKey("privacy/index.html"));
  }

  // The map of the site.

  @Test
  void theMapLeadsToEveryPageEitherItselfOrByTheListsOfTheNews() {
    Rendered site =
        Rendered.of(
            TestSite.of(
                folder,
                TestSite.CONFIG
                    + """
                    menu:
                      - {title: หน้าแรก, to: index.md}
                      - {title: ติดต่อ, to: pages/contact.md}
                    == content/index.md
                    == content/pages/contact.md
                    ---
                    title: ติดต่อเรา
                    ---
                    == content/pages/about.en.md
                    ---
                    title: About
                    ---
                    == content/oit/2567/o1.md
                    ---
                    title: โครงสร้าง
                    ---
                    == content/news/flood.md
                    ---
                    title: น้ำท่วม
                    date: 2567-03-01
                    topic: Flood
                    ---
                    """),
            1);
    Document map = site.html("sitemap/index.html");
    assertEquals(
        List.of(
            "/",
            "/contact/",
            "/news/",
            "/news/2567/",
            "/news/topic/flood/",
            "/en/about/",
            "/oit/2567/",
            "/oit/2567/o1/"),
        map.select("main a").eachAttr("href"));
    assertEquals("en", map.select("main [href=/en/about/]").attr("lang"));
  }

  // The same in the other language.

  private static final String ENGLISH =
      """
      == content/index.en.md
      == content/pages/plan.md
      ---
      title: แผนพัฒนา
      oia: ['9(3)']
      ---
      ข้อความ
      == content/pages/structure.md
      ---
      title: โครงสร้าง
      oia: ['7(1)']
      ---
      ข้อความ
      == content/pages/structure.en.md
      ---
      title: Structure
      ---
      Text
      == content/oit/2567/o1.md
      ---
      title: โครงสร้าง
      ---
      """;

  private Rendered bilingual(String more) {
    return Rendered.of(TestSite.of(folder, TestSite.CONFIG + POLICIES + HOME + ENGLISH + more), 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oia",
        "sitemap",
        "privacy",
        "cookies",
        "website-policy",
        "security-policy",
        "accessibility"
      })
  void isMadeInBothLanguagesWithTheWayFromOneToTheOther(String name) {
    Rendered site = bilingual("");
    Document thai = site.html(name + "/index.html");
    Document english = site.html("en/" + name + "/index.html");
    assertEquals("en", english.selectFirst("html").attr("lang"));
    assertFalse(english.select("h1, .lead").text().matches(".*[ก-๙].*"), english.text());
    assertEquals("/en/" + name + "/", thai.selectFirst("a.language").attr("href"));
    assertEquals("/" + name + "/", english.selectFirst("a.language").attr("href"));
    String here = "https://www.example.go.th/en/" + name + "/";
    for (Document page : List.of(thai, english)) {
      assertEquals(here, page.selectFirst("link[hreflang=en]").attr("href"));
      assertEquals(
          "https://www.example.go.th/" + name + "/",
          page.selectFirst("link[hreflang=th]").attr("href"));
    }
    assertEquals(here, english.selectFirst("link[rel=canonical]").attr("href"));
    assertEquals(
        2, site.text("sitemap.xml").split("hreflang=\"en\" href=\"" + here, -1).length - 1);
    assertEquals(1, english.select(".statutory [aria-current]").size());
    assertEquals(
        name.equals("sitemap") ? 0 : 1,
        site.html("en/a-z/index.html").select("main [href=/en/" + name + "/]").size());
  }

  @Test
  void theEnglishFooterLeadsToTheEnglishPages() {
    List<String> links =
        bilingual("").html("en/index.html").select(".statutory a").eachAttr("href");
    assertEquals(7, links.size());
    assertTrue(links.stream().allMatch(link -> link.startsWith("/en/")), links::toString);
  }

  @Test
  void theEnglishIndexNamesEachPageInEnglishWhereItCan() {
    Document page = bilingual("").html("en/oia/index.html");
    assertEquals(List.of("/en/structure/"), page.select("#oia-7-1 a").eachAttr("href"));
    assertEquals("Structure", page.select("#oia-7-1 a").text());
    Element thai = page.selectFirst("#oia-9-3 a");
    assertEquals("/plan/", thai.attr("href"));
    assertEquals("th", thai.attr("lang"));
  }

  @Test
  void theEnglishMapSaysWhichTitlesAreThai() {
    Document map = bilingual("").html("en/sitemap/index.html");
    for (Element link : map.select("main a")) {
      boolean thai = link.text().matches(".*[ก-๙].*");
      assertEquals(thai ? "th" : "", link.attr("lang"), link.outerHtml());
    }
    assertEquals(1, map.select("main [href=/oit/2567/o1/]").size());
  }

  @Test
  void aPageThatIsWrittenInEnglishIsTheTwinOfOneThatIsMade() {
    Rendered site =
        bilingual("== content/pages/cookies.en.md\n---\ntitle: No cookies\n---\nNone.\n");
    assertEquals("No cookies", site.html("en/cookies/index.html").select("h1").text());
    for (String output : List.of("cookies/index.html", "en/cookies/index.html")) {
      assertEquals(
          "https://www.example.go.th/en/cookies/",
          site.html(output).selectFirst("link[hreflang=en]").attr("href"),
          output);
    }
    assertEquals(
        "No cookies", site.html("en/index.html").select(".statutory [href=/en/cookies/]").text());
    String map = site.text("sitemap.xml");
    assertEquals(1, map.split("<loc>https://www.example.go.th/en/cookies/</loc>", -1).length - 1);
    assertEquals(2, map.split("hreflang=\"en\" href=\"[^\"]*/en/cookies/", -1).length - 1);
  }

  @Test
  void nothingIsMadeBesideWhatTheBodyHasWrittenItself() {
    Rendered site =
        bilingual("== content/pages/cookies.md\n---\ntitle: คุกกี้ของเรา\n---\nมีสองตัว\n");
    assertFalse(site.files().containsKey("en/cookies/index.html"));
    Element link = site.html("en/privacy/index.html").selectFirst(".statutory [href=/cookies/]");
    assertEquals("th", link.attr("lang"));
    assertEquals("คุกกี้ของเรา", link.text());
  }

  @Test
  void anAddressOfAPageThatIsMadeInEnglishIsTaken() {
    Finding finding =
        Refusal.one(
            () ->
                bilingual(
                    "== content/pages/old.md\n---\ntitle: เก่า\naliases: [/en/oia/]\n---\nข้อความ\n"));
    assertEquals(Rule.SITE_URL_CONFLICT, finding.rule());
    assertEquals("content/pages/old.md:3:11", finding.source().toString());
  }
}
