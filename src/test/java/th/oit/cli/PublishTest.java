package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site that stands in the repository, from its Markdown to what the public gets. */
class PublishTest {
  private static final int KILO = 1000;

  @TempDir static Path folder;
  private static TestSite site;
  private static Run published;

  @BeforeAll
  static void publishItOnce() {
    site = TestSite.ours(folder.resolve("เว็บไซต์ อบต ตัวอย่าง (new)"));
    published = site.publish();
  }

  @Test
  void everyItemPasses() {
    published.exits(0);
    JsonNode report = published.json();
    assertEquals("pass", report.path("verdict").asText());
    assertEquals(2567, report.path("catalog").path("year").asInt());
    assertEquals(35, report.path("catalog").path("items").asInt());
    assertEquals(35, report.path("catalog").path("passed").asInt());
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode item : report.path("items")) {
      assertEquals("pass", item.path("status").asText(), item::toString);
      assertEquals(
          item.path("elements").path("required").asInt(),
          item.path("elements").path("covered").asInt(),
          item::toString);
      assertTrue(item.path("elements").path("required").asInt() > 0, item::toString);
      ids.add(item.path("id").asText());
    }
    assertEquals(35, ids.size());
    assertEquals(List.of(), published.findings());
  }

  @Test
  void everyItemHasItsPageAtThePermanentAddressThatTheReportGives() {
    for (JsonNode item : published.json().path("items")) {
      String id = item.path("id").asText();
      String url = item.path("url").asText();
      assertEquals("/oit/2567/" + id.toLowerCase() + "/", url);
      Document page = page("public" + url + "index.html");
      Element article = page.selectFirst("[data-oit-item=" + id + "]");
      assertEquals("2567", article.attr("data-oit-year"));
      assertFalse(page.select("[data-oit-element] a[href]").isEmpty(), id);
    }
  }

  @Test
  void theTreeIsComplete() {
    for (String file :
        List.of(
            "index.html",
            "404.html",
            "sitemap.xml",
            "robots.txt",
            "feed.xml",
            "assets/site.css",
            "oit/2567/index.html",
            "news/index.html",
            "contact/index.html",
            "privacy/index.html")) {
      assertTrue(site.has("public/" + file), file);
      assertTrue(site.bytes("public/" + file).length > 0, file);
    }
    Map<String, String> tree = site.tree("public");
    assertTrue(tree.keySet().stream().filter(file -> file.endsWith(".pdf")).count() >= 15);
    assertTrue(tree.keySet().stream().filter(file -> file.endsWith(".woff2")).count() >= 2);
    assertTrue(tree.keySet().stream().noneMatch(file -> file.endsWith(".md")));
    assertTrue(tree.keySet().stream().noneMatch(file -> file.endsWith(".yml")));
  }

  /**
   * What a browser loads with a page: as the host compresses it, pictures and fonts as they are.
   */
  private static int weight(String output, boolean withPictures) throws IOException {
    Document page = page("public/" + output);
    int weight = packed(site.bytes("public/" + output));
    Set<String> loaded = new LinkedHashSet<>();
    page.select("link[rel=stylesheet], link[rel=icon]").forEach(l -> loaded.add(l.attr("href")));
    page.select("script[src]").forEach(script -> loaded.add(script.attr("src")));
    if (withPictures) {
      page.select("img").forEach(picture -> loaded.add(onPhone(picture)));
    } else {
      page.select("img.brand-seal").forEach(picture -> loaded.add(picture.attr("src")));
    }
    Set<String> fonts = new LinkedHashSet<>();
    for (String target : loaded) {
      byte[] bytes = site.bytes("public" + target);
      boolean asItIs = target.matches(".*\\.(jpg|png|webp)");
      weight += asItIs ? bytes.length : packed(bytes);
      if (target.endsWith(".css")) {
        Matcher font =
            Pattern.compile("url\\((fonts/[^)]+)\\)")
                .matcher(new String(bytes, StandardCharsets.UTF_8));
        while (font.find()) {
          fonts.add(font.group(1));
        }
      }
    }
    assertEquals(4, fonts.size(), "two weights, Thai and Latin: every page shows some of each");
    for (String font : fonts) {
      weight += site.bytes("public/assets/" + font).length;
    }
    return weight;
  }

  /** Of the copies of a picture, the one for 7rem of 18 pixels, on a screen of 2.5 dots a pixel. */
  private static String onPhone(Element picture) {
    for (String candidate : picture.attr("srcset").split(", ")) {
      String[] parts = candidate.split(" ");
      if (parts.length == 2 && Integer.parseInt(parts[1].replace("w", "")) >= 315) {
        return parts[0];
      }
    }
    return picture.attr("src");
  }

  private static int packed(byte[] bytes) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(bytes);
    deflater.finish();
    int size = 18; // the head and the foot of gzip
    byte[] buffer = new byte[65_536];
    while (!deflater.finished()) {
      size += deflater.deflate(buffer);
    }
    deflater.end();
    return size;
  }

  @Test
  void theFirstVisitOfTheHomePageIsLight() throws IOException {
    for (String output : List.of("index.html", "en/index.html")) {
      int weight = weight(output, true);
      assertTrue(weight < 100 * KILO, output + " weighs " + weight);
    }
  }

  @Test
  void theFirstVisitOfAnItemIsLightWithoutItsEvidence() throws IOException {
    List<String> heavy = new ArrayList<>();
    for (String output : site.tree("public").keySet()) {
      if (output.matches("oit/\\d+/o\\d+/index.html") && weight(output, false) >= 60 * KILO) {
        heavy.add(output + " " + weight(output, false));
      }
    }
    assertEquals(List.of(), heavy);
  }

  @Test
  void allScriptsTogetherAreSmall() throws IOException {
    int weight = 0;
    for (String file : site.tree("public").keySet()) {
      // Each stands there twice, under its plain name and with its fingerprint.
      if (file.endsWith(".js") && file.matches(".*\\.[0-9a-f]{10}\\.js")) {
        weight += packed(site.bytes("public/" + file));
      }
    }
    assertTrue(weight > 0 && weight < 15 * KILO, "they weigh " + weight);
  }

  @Test
  void theTreeHoldsWhatHostsRead() {
    for (String file : List.of(".htaccess", "web.config", "_headers", "_redirects")) {
      assertTrue(site.has("public/" + file), file);
    }
    assertTrue(site.text("reports/nginx.conf").contains("error_page 404 /404.html;"));
    assertFalse(site.has("public/nginx.conf"));
  }

  @Test
  void theSitemapNamesEveryPageByItsFullAddress() {
    Document sitemap =
        Jsoup.parse(site.text("public/sitemap.xml"), "", org.jsoup.parser.Parser.xmlParser());
    List<String> locations = sitemap.select("loc").eachText();
    assertEquals(locations.size(), new LinkedHashSet<>(locations).size(), "each once");
    for (String file : site.tree("public").keySet()) {
      if (file.endsWith("index.html")) {
        String path = file.substring(0, file.length() - "index.html".length());
        boolean sought = path.endsWith("search/"); // nothing that a search engine should list
        assertEquals(!sought, locations.contains("https://www.example.go.th/" + path), file);
      }
    }
    assertTrue(site.text("public/robots.txt").contains("https://www.example.go.th/sitemap.xml"));
  }

  @Test
  void theFeedHoldsTheNews() {
    Document feed =
        Jsoup.parse(site.text("public/feed.xml"), "", org.jsoup.parser.Parser.xmlParser());
    assertTrue(feed.select("feed > entry").size() >= 10);
    for (Element entry : feed.select("feed > entry")) {
      assertTrue(
          entry.selectFirst("link").attr("href").startsWith("https://www.example.go.th/news/"));
      assertFalse(entry.selectFirst("title").text().isBlank());
      assertTrue(entry.selectFirst("updated").text().matches("\\d{4}-\\d\\d-\\d\\dT.+"));
    }
  }

  @Test
  void nothingIsLoadedFromAnotherHostAndNoScriptOrStyleStandsInAPage() throws IOException {
    List<String> foreign = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site.path("public"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = file.toString();
        if (name.endsWith(".html")) {
          Document page = Jsoup.parse(Files.readString(file));
          assertEquals(
              0,
              page.select(
                      "script:not([src]):not([type=application/ld+json]), [style], iframe, object, embed")
                  .size(),
              name);
          for (Element element : page.select("[src], [srcset], [poster], link[href]")) {
            boolean loads =
                !element.normalName().equals("link")
                    || element.attr("rel").matches("(?i).*(stylesheet|icon|preload|manifest).*");
            for (String attribute : List.of("src", "srcset", "poster", "href")) {
              if (loads && element.attr(attribute).matches("(?i)\\s*([a-z]+:)?//.*")) {
                foreign.add(name + ": " + element);
              }
            }
          }
          if (page.select("[style]").eachAttr("style").stream().anyMatch(s -> s.contains("//"))) {
            foreign.add(name + ": style");
          }
        } else if (name.endsWith(".css")) {
          String css = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
          if (css.matches("(?si).*(url\\(\\s*['\"]?|@import\\s+['\"])\\s*([a-z]+:)?//.*")) {
            foreign.add(name);
          }
        }
      }
    }
    assertEquals(List.of(), foreign);
  }

  @Test
  void everyPageSaysItsLanguageAndHasOneTitleAndOneMain() throws IOException {
    try (Stream<Path> files = Files.walk(site.path("public"))) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".html"))::iterator) {
        Document page = Jsoup.parse(Files.readString(file));
        boolean english = file.startsWith(site.path("public/en"));
        assertEquals(english ? "en" : "th", page.selectFirst("html").attr("lang"), file::toString);
        assertEquals(1, page.select("main#main").size(), file::toString);
        assertEquals(1, page.select("h1").size(), file::toString);
        assertFalse(page.title().isBlank(), file::toString);
      }
    }
  }

  @Test
  void aSecondPublishChangesNoByte() {
    Map<String, String> before = site.tree("public");
    site.publish().exits(0);
    TestSite.assertSameTree(before, site.tree("public"));
    site.publish().exits(0);
    TestSite.assertSameTree(before, site.tree("public"));
  }

  @Test
  void theNumberOfJobsAndTheFolderChangeNoByte() {
    Map<String, String> expected = site.tree("public");
    for (String jobs : List.of("1", "4")) {
      TestSite other = TestSite.ours(folder.resolve("jobs-" + jobs));
      other.publish("--jobs", jobs).exits(0);
      TestSite.assertSameTree(expected, other.tree("public"));
    }
  }

  @Test
  void aChangedWordIsPublishedAndWhatIsGoneFromTheContentIsGone() {
    TestSite other = TestSite.ours(folder.resolve("changed"));
    other.publish().exits(0);
    other.write("content/pages/extra.md", "---\ntitle: หน้าใหม่\n---\n\nข้อความใหม่เอี่ยม\n");
    Map<String, String> before = other.tree("public");
    other.publish().exits(0);
    assertTrue(other.text("public/extra/index.html").contains("ข้อความใหม่เอี่ยม"));
    assertNotEquals(before, other.tree("public"));
    other.delete("content/pages/extra.md");
    other.publish().exits(0);
    assertFalse(other.has("public/extra"));
    TestSite.assertSameTree(before, other.tree("public"));
  }

  @Test
  void aSiteWithoutTemplatesOfItsOwnGetsThoseOfTheTool() throws IOException {
    TestSite other = TestSite.ours(folder.resolve("no-templates"));
    for (String file : other.tree("templates").keySet()) {
      other.delete("templates/" + file);
    }
    other.publish().exits(0);
    TestSite.assertSameTree(site.tree("public"), other.tree("public"));
  }

  @Test
  void itPassesOnAnyDayToCome() {
    TestSite other = TestSite.ours(folder.resolve("later"));
    other.run("publish", "--format", "json", "--today", "2590-01-01").exits(0);
  }

  @Test
  void theReportIsLeftBesideTheSite() {
    site.publish().exits(0);
    String report = site.text("reports/publish.json");
    assertTrue(report.contains("\"command\" : \"publish\""));
    assertTrue(
        new String(site.bytes("reports/publish.json"), StandardCharsets.UTF_8)
            .contains("โครงสร้าง"));
  }

  @Test
  void aPersonReadsTheItemsByIndicatorAndTheSummaryLast() {
    Run run = site.run("publish", "--today", TestSite.TODAY).exits(0);
    run.says("ตัวชี้วัดที่ 9", "9.1 ข้อมูลพื้นฐาน", "O14");
    List<String> lines = run.out().lines().toList();
    String last = lines.get(lines.size() - 1);
    assertTrue(last.contains("public/") && last.contains("ผ่าน 35 จาก 35 ข้อ"), last);
    assertEquals("", run.err(), "no progress is drawn without a terminal");
  }

  private static Document page(String file) {
    return Jsoup.parse(site.text(file));
  }
}
