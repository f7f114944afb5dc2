package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.TestSite;

/** The index of the search, its page, and the list from A to Z. */
class SearchPagesTest {
  private static final String CONFIG =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th/sub/}
      organization: {name: {th: อบต.ตัวอย่าง, en: Example SAO}}
      departments: [{id: finance, name: {th: กองคลัง, en: Finance}}]
      assessment: {year: 2567, years: [2566]}
      search: {synonyms: [[ตั๋ว, แผน]]}
      """;
  private static final String PAGES =
      """
      == content/index.md
      ---
      title: หน้าแรก
      ---
      == content/index.en.md
      ---
      title: Home
      ---

      Welcome.
      == content/pages/plan.md
      ---
      title: แผนพัฒนา
      summary: แผนห้าปี
      department: finance
      updated: 2567-04-10
      ---

      ## หัวข้อ {#top}

      บรรทัดแรก
      บรรทัดสอง **หนา** [ลิงก์](https://www.example.com/) <span>ดิบ</span>

      | ก | ข |
      |---|---|
      | 1 | 2 |

      ![คน](people.yml)

      ![ตาราง](figures.csv)
      == content/pages/people.yml
      - {name: นายสมมติ ตัวอย่างดี, position: นายก}
      == content/pages/figures.csv
      ชื่อ,บาท
      ถนน,"1,000"
      สะพาน,"2,000"
      == content/pages/fire.md
      ---
      title: "ไฟไหม้ \\"ใหญ่\\""
      ---
      == content/oit/2567/o14/index.md
      ---
      title: รายการการจัดซื้อจัดจ้าง
      evidence:
        - {file: a.pdf, title: คำสั่งแต่งตั้ง}
      ---

      เนื้อหา
      == content/oit/2567/o14/a.pdf
      %PDF-
      == content/oit/2566/o2/index.md
      ---
      title: ข้อมูลผู้บริหาร
      ---
      == content/oit/2567/o20/index.md
      ---
      title: ร่าง
      status: draft
      ---
      """;

  @TempDir Path folder;

  private Rendered site() {
    return Rendered.of(TestSite.of(folder, CONFIG + PAGES), 1);
  }

  private static String nameOfIndex(Rendered site) {
    List<String> names =
        site.files().keySet().stream()
            .filter(output -> output.matches("assets/search-[0-9a-f]{10}\\.json"))
            .toList();
    assertEquals(1, names.size());
    return names.get(0);
  }

  private static JsonNode page(Rendered site, String url) throws IOException {
    for (JsonNode page : new ObjectMapper().readTree(site.text(nameOfIndex(site))).get("pages")) {
      if (page.get(0).asText().equals(url)) {
        return page;
      }
    }
    return null;
  }

  @Test
  void knowsOfAPageWhatTheOfficeWrote() throws IOException {
    JsonNode plan = page(site(), "/sub/plan/");
    assertEquals("th", plan.get(1).asText());
    assertEquals("แผนพัฒนา", plan.get(2).asText());
    assertEquals("", plan.get(3).asText());
    assertEquals(0, plan.get(4).asInt());
    assertEquals("กองคลัง", plan.get(5).asText());
    assertEquals("10 เมษายน 2567", plan.get(6).asText());
    assertEquals("แผนห้าปี", plan.get(7).asText());
    assertEquals(
        "หัวข้อ บรรทัดแรกบรรทัดสอง หนา ลิงก์ ดิบ ก · ข · 1 · 2 · คน นายสมมติ ตัวอย่างดี นายก ตาราง"
            + " · ชื่อ · บาท · ถนน · 1,000 · สะพาน · 2,000",
        plan.get(8).asText());
  }

  @Test
  void knowsOfAnItemItsCodeYearAndDocuments() throws IOException {
    JsonNode item = page(site(), "/sub/oit/2567/o14/");
    assertEquals("O14", item.get(3).asText());
    assertEquals(2567, item.get(4).asInt());
    assertTrue(item.get(8).asText().contains("คำสั่งแต่งตั้ง"), item.toString());
  }

  @Test
  void knowsOnlyWhatIsPublished() throws IOException {
    Rendered site = site();
    assertNull(page(site, "/sub/oit/2567/o20/"));
    assertFalse(site.text(nameOfIndex(site)).contains("ร่าง"));
    assertEquals("en", page(site, "/sub/en/").get(1).asText());
    assertEquals("ไฟไหม้ \"ใหญ่\"", page(site, "/sub/fire/").get(2).asText());
    assertEquals(2566, page(site, "/sub/oit/2566/").get(4).asInt());
  }

  @Test
  void makesTheSameIndexOnAnyNumberOfWorkersAndAnotherNameForAnotherText() {
    TestSite site = TestSite.of(folder, CONFIG + PAGES);
    Rendered one = Rendered.of(site, 1);
    Rendered many = Rendered.of(site, 4);
    assertArrayEquals(one.files().get(nameOfIndex(one)), many.files().get(nameOfIndex(many)));
    Rendered changed = Rendered.of(TestSite.of(folder, PAGES.replace("บรรทัดสอง", "อีกบรรทัด")), 1);
    assertNotEquals(nameOfIndex(one), nameOfIndex(changed));
  }

  @Test
  void hasASearchPageInEveryLanguage() {
    Rendered site = site();
    for (String language : List.of("", "en/")) {
      Document page = site.html(language + "search/index.html");
      Element form = page.selectFirst("form#search-form");
      assertEquals("/sub/" + language + "search/", form.attr("action"));
      assertEquals("/sub/" + nameOfIndex(site), form.attr("data-index"));
      assertEquals("noindex", page.selectFirst("meta[name=robots]").attr("content"));
      assertEquals(1, page.select("script[src*=/search.][src$=.js][defer]").size());
      assertFalse(page.selectFirst("noscript").text().isBlank());
      assertEquals(1, page.select("main a[href='/sub/" + language + "a-z/']").size());
      assertEquals(1, page.select("form[role=search]").size());
    }
    assertEquals(
        "/sub/en/search/", site.html("search/index.html").selectFirst("a.language").attr("href"));
  }

  @Test
  void hasASearchFieldOnEveryOtherPage() {
    Rendered site = site();
    for (String output : List.of("index.html", "404.html", "plan/index.html", "a-z/index.html")) {
      Document page = site.html(output);
      Element form = page.selectFirst("form[role=search]");
      assertEquals("/sub/search/", form.attr("action"), output);
      assertEquals("q", form.selectFirst("input").attr("name"));
      assertEquals(form.selectFirst("input").id(), form.selectFirst("label").attr("for"), output);
      assertEquals(1, page.select("form[role=search]").size(), output);
      assertTrue(page.select("script[src$=search.js]").isEmpty(), output);
    }
    assertEquals(
        "/sub/en/search/",
        site.html("en/index.html").selectFirst("form[role=search]").attr("action"));
  }

  @Test
  void listsEveryPageOfTheLanguageUnderItsFirstConsonant() {
    Document page = site().html("a-z/index.html");
    List<String> letters = page.select("section.letter h2").eachText();
    assertEquals(
        List.of("ก", "ข", "ต", "ผ", "ฟ", "ร", "ห", "รหัสข้อ OIT"),
        without(letters, "O", "น", "ป", "พ"));
    assertEquals(
        letters.size(), page.select("nav.letters a[href^='#']").size(), "a jump to every letter");
    for (Element jump : page.select("nav.letters a")) {
      assertEquals(1, page.select(jump.attr("href")).size(), jump.toString());
    }
    assertEquals(
        List.of("/sub/fire/"),
        page.select("section[aria-labelledby=letter-e1f] > ul > li > a").eachAttr("href"));
    List<String> all = page.select("section.letter a").eachAttr("href");
    for (String url : List.of("/sub/", "/sub/plan/", "/sub/oit/2566/o2/", "/sub/oit/2567/o14/")) {
      assertTrue(all.contains(url), url);
    }
    assertFalse(all.contains("/sub/en/"));
  }

  private static List<String> without(List<String> letters, String... others) {
    List<String> left = new ArrayList<>(letters);
    left.removeAll(List.of(others));
    return left;
  }

  @Test
  void listsItemsByTheirCodeToo() {
    Document page = site().html("a-z/index.html");
    assertEquals(
        List.of("/sub/oit/2566/o2/", "/sub/oit/2567/o14/"),
        page.select("section[aria-labelledby=codes] a").eachAttr("href"));
  }

  @Test
  void leadsFromAWordOfTheSitesOwnToThePageThatSaysItOtherwise() {
    Document page = site().html("a-z/index.html");
    Element word = page.selectFirst("li:matchesOwn(^ตั๋ว)");
    assertEquals(List.of("/sub/plan/"), word.select("ul a").eachAttr("href"));
    Element supplies = page.selectFirst("li:matchesOwn(^พัสดุ)");
    assertEquals(List.of("/sub/oit/2567/o14/"), supplies.select("ul a").eachAttr("href"));
  }

  @Test
  void tellsTheSitemapOfTheListButNotOfTheSearch() {
    String map = site().text("sitemap.xml");
    assertTrue(map.contains("https://www.example.go.th/sub/a-z/"));
    assertTrue(map.contains("https://www.example.go.th/sub/en/a-z/"));
    assertFalse(map.contains("search"));
  }

  @Test
  void staysBelow150KilobytesForFiveHundredPages() throws IOException {
    List<String> sentences = sentences();
    assertTrue(
        sentences.size() > 1000, sentences.size() + " sentences of the repository's own site");
    Random random = new Random(2567);
    List<SearchIndex.Entry> pages = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 300 + random.nextInt(6000)) {
        text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
      }
      String title = sentences.get(random.nextInt(sentences.size()));
      String summary = sentences.get(random.nextInt(sentences.size()));
      pages.add(
          new SearchIndex.Entry(
              "/oit/2567/page-" + i + "/",
              "th",
              title.substring(0, Math.min(60, title.length())) + " " + i,
              "O" + (i % 35 + 1),
              2563 + i % 6,
              "กองการศึกษา ศาสนาและวัฒนธรรม",
              "10 เมษายน 2567",
              summary.substring(0, Math.min(140, summary.length())),
              text.toString().strip()));
    }
    int longest =
        SearchIndex.longestText(pages.stream().mapToInt(page -> page.text().length()).toArray());
    byte[] bytes = SearchIndex.of(pages, longest, Synonyms.with(List.of())).bytes();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    assertTrue(packed.size() < 150_000, packed.size() + " bytes compressed");
    JsonNode index = new ObjectMapper().readTree(bytes);
    int most = 0;
    for (JsonNode page : index.get("pages")) {
      most += page.get(8).asText().length();
    }
    assertTrue(most <= SearchIndex.MOST_TEXT && most > SearchIndex.MOST_TEXT * 9 / 10, most + "");
  }

  /** Sentences of real pages, so that the text compresses as an office's does. */
  private static List<String> sentences() throws IOException {
    Set<String> sentences = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("content"))) {
      for (Path file :
          (Iterable<Path>)
              files.filter(f -> f.toString().matches(".*\\.(md|csv)")).sorted()::iterator) {
        for (String line : Files.readString(file).split("\n")) {
          if (line.length() > 30 && line.chars().filter(c -> c >= 'ก' && c <= '๛').count() > 20) {
            sentences.add(line.replaceAll("^[- ]+", ""));
          }
        }
      }
    }
    return sentences.stream().sorted().toList();
  }
}
