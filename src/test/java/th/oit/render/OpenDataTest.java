package th.oit.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import th.oit.SiteFiles;
import th.oit.TestSite;

/** What a site says to machines: search engines, catalogues, readers of feeds, browsers. */
class OpenDataTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOST = "https://www.example.go.th";

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "GovernmentOrganization", List.of("@id", "name", "url"),
          "WebSite", List.of("name", "url", "publisher"),
          "BreadcrumbList", List.of("itemListElement"),
          "NewsArticle",
              List.of("headline", "datePublished", "dateModified", "author", "mainEntityOfPage"),
          "Dataset", List.of("name", "description", "url", "publisher", "distribution"));

  @TempDir Path folder;

  private Rendered site() {
    return Rendered.of(TestSite.of(folder, SITE), 1);
  }

  private static final String SITE =
      SiteRendererTest.SITE.replace(
              "assessment: {year: 2567",
              "data: {license: 'https://creativecommons.org/licenses/by/4.0/',"
                  + " contact: data@example.go.th}\nassessment: {year: 2567")
          + """
          == content/index.en.md
          ---
          title: Home
          ---
          == content/news/2567-03-05-script.md
          ---
          title: หัวข้อ </script><script>alert(1)</script> "ก"
          date: 2567-03-05
          updated: 2567-03-09
          topic: ประปา
          ---
          """;

  private static JsonNode graph(Document page) throws IOException {
    JsonNode data = JSON.readTree(page.select("script[type=application/ld+json]").first().data());
    assertEquals("https://schema.org", data.path("@context").asText());
    return data.path("@graph");
  }

  private static JsonNode first(JsonNode graph, String type) {
    for (JsonNode node : graph) {
      if (node.path("@type").asText().equals(type)) {
        return node;
      }
    }
    throw new AssertionError("no " + type + " in " + graph);
  }

  @Test
  void everyPageSaysWhatItIsInTheWordsOfSchemaOrg() throws IOException {
    Rendered site = site();
    Set<String> types = new HashSet<>();
    for (String output : site.files().keySet()) {
      boolean moved = output.startsWith("old-contact");
      if (!output.endsWith(".html") || output.equals("404.html") || moved) {
        continue;
      }
      assertEquals(1, site.html(output).select("script[type=application/ld+json]").size(), output);
      for (JsonNode node : graph(site.html(output))) {
        String type = node.path("@type").asText();
        types.add(type);
        assertTrue(REQUIRED.containsKey(type), output + type);
        for (String property : REQUIRED.get(type)) {
          JsonNode value = node.path(property);
          assertFalse(
              value.isValueNode() ? value.asText().isBlank() : value.isEmpty(),
              output + " " + property);
        }
      }
    }
    assertEquals(REQUIRED.keySet(), types);
  }

  @Test
  void theBreadcrumbsLeadFromTheHomePageToThePage() throws IOException {
    JsonNode steps =
        first(graph(site().html("oit/2567/o14/index.html")), "BreadcrumbList")
            .path("itemListElement");
    assertEquals(3, steps.size());
    assertEquals(HOST + "/", steps.get(0).path("item").asText());
    assertEquals(HOST + "/oit/2567/", steps.get(1).path("item").asText());
    assertEquals(HOST + "/oit/2567/o14/", steps.get(2).path("item").asText());
    for (int i = 0; i < 3; i++) {
      assertEquals(i + 1, steps.get(i).path("position").asInt());
    }
  }

  @Test
  void noTextOfAnOfficeEndsTheScriptElement() throws IOException {
    Document page = site().html("news/2567-03-05-script/index.html");
    assertEquals(
        "หัวข้อ </script><script>alert(1)</script> \"ก\"",
        first(graph(page), "NewsArticle").path("headline").asText());
    assertEquals(0, page.select("script:not([src]):not([type=application/ld+json])").size());
  }

  @Test
  void theCatalogueListsEveryTableWithItsFilesAndTheirSizes() throws IOException {
    Rendered site = site();
    JsonNode catalog = JSON.readTree(site.text("data.json"));
    assertEquals("dcat:Catalog", catalog.path("@type").asText());
    assertEquals(1, catalog.path("dataset").size());
    JsonNode dataset = catalog.path("dataset").get(0);
    assertEquals("ตาราง", dataset.path("title").asText());
    assertTrue(dataset.path("description").asText().contains("โครงการ, งบประมาณ"));
    assertEquals("2024-04-09", dataset.path("modified").asText());
    assertEquals("2022-10-01/2024-09-30", dataset.path("temporal").asText());
    assertEquals(HOST + "/oit/2567/o14/", dataset.path("landingPage").asText());
    assertEquals("https://creativecommons.org/licenses/by/4.0/", dataset.path("license").asText());
    assertEquals("กองคลัง", dataset.path("contactPoint").path("fn").asText());
    assertEquals(
        "mailto:data@example.go.th", dataset.path("contactPoint").path("hasEmail").asText());
    assertEquals("องค์การบริหารส่วนตำบลตัวอย่าง", dataset.path("publisher").path("name").asText());
    assertEquals(2, dataset.path("distribution").size());
    for (JsonNode file : dataset.path("distribution")) {
      String url = file.path("downloadURL").asText();
      byte[] bytes = site.files().get(url.substring(HOST.length() + 1));
      assertEquals(bytes.length, file.path("byteSize").asInt(), url);
      assertEquals(
          url.endsWith(".csv") ? "text/csv" : "application/json", file.path("mediaType").asText());
    }
    // Every short name is explained, or JSON-LD would drop what it names.
    List<String> unknown = new ArrayList<>();
    dataset
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.startsWith("@") && !catalog.path("@context").has(name)) {
                unknown.add(name);
              }
            });
    assertEquals(List.of(), unknown);
  }

  @Test
  void noLicenseIsSaidUnlessTheOfficeSaysIt() throws IOException {
    Rendered site = Rendered.of(TestSite.of(folder, SiteRendererTest.SITE), 1);
    assertFalse(site.text("data.json").contains("creativecommons"));
    JsonNode dataset = JSON.readTree(site.text("data.json")).path("dataset").get(0);
    assertTrue(dataset.path("license").isMissingNode());
    assertTrue(dataset.path("contactPoint").isMissingNode(), "no address is known");
  }

  @Test
  void aSiteWithoutTablesHasNoCatalogue() {
    assertFalse(Rendered.of(folder, "== content/index.md\n").files().containsKey("data.json"));
  }

  // Feeds.

  @Test
  void everyFeedIsWellFormedAndNamesItself() throws Exception {
    Rendered site = site();
    List<String> feeds =
        site.files().keySet().stream().filter(name -> name.endsWith("feed.xml")).toList();
    assertEquals(4, feeds.size(), feeds::toString);
    Set<String> ids = new HashSet<>();
    for (String output : feeds) {
      org.w3c.dom.Element feed = xml(site, output).getDocumentElement();
      Map<String, String> links = new HashMap<>();
      for (org.w3c.dom.Element link : children(feed, "link")) {
        links.put(link.getAttribute("rel"), link.getAttribute("href"));
      }
      assertEquals(HOST + "/" + output, links.get("self"));
      assertTrue(ids.add(text(feed, "id")), "its own name");
      OffsetDateTime newest = OffsetDateTime.parse(text(feed, "updated"));
      Set<String> entries = new HashSet<>();
      for (org.w3c.dom.Element entry : children(feed, "entry")) {
        assertTrue(entries.add(text(entry, "id")), output);
        assertFalse(text(entry, "title").isBlank());
        assertFalse(OffsetDateTime.parse(text(entry, "updated")).isAfter(newest), output);
        String url = children(entry, "link").get(0).getAttribute("href");
        assertTrue(site.files().containsKey(url.substring(HOST.length() + 1) + "index.html"), url);
      }
      assertFalse(entries.isEmpty(), output);
    }
  }

  @Test
  void theFeedOfTheDisclosureTellsTheNewestChangeFirst() throws Exception {
    List<org.w3c.dom.Element> entries =
        children(xml(site(), "oit/feed.xml").getDocumentElement(), "entry");
    assertEquals(2, entries.size(), "items that say when they were changed");
    assertEquals("O1 ปี 2567: โครงสร้างของเรา", text(entries.get(0), "title"));
    assertEquals("2024-04-10T00:00:00+07:00", text(entries.get(0), "updated"));
  }

  @Test
  void aPostNamesTheFeedOfItsTopicWhichHoldsIt() throws Exception {
    Rendered site = site();
    Element link =
        site.html("news/2567-03-05-script/index.html")
            .select("link[rel=alternate][href^=/news/topic/]")
            .first();
    org.w3c.dom.Element feed = xml(site, link.attr("href").substring(1)).getDocumentElement();
    assertEquals(1, children(feed, "entry").size());
    assertEquals("ข่าวเรื่องประปา องค์การบริหารส่วนตำบลตัวอย่าง", text(feed, "title"));
  }

  // The sitemap.

  @Test
  void theSitemapNamesTranslationsOfEachOther() throws Exception {
    org.w3c.dom.Element map = xml(site(), "sitemap.xml").getDocumentElement();
    Map<String, List<String>> alternates = new HashMap<>();
    for (org.w3c.dom.Element url : children(map, "url")) {
      alternates.put(
          text(url, "loc"),
          children(url, "link").stream()
              .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href"))
              .sorted()
              .toList());
    }
    List<String> both = List.of("en " + HOST + "/en/", "th " + HOST + "/");
    assertEquals(both, alternates.get(HOST + "/"));
    assertEquals(both, alternates.get(HOST + "/en/"));
    assertEquals(List.of(), alternates.get(HOST + "/contact/"));
  }

  @Test
  void aSitemapThatIsTooLongIsSplit() throws Exception {
    TestSite site = TestSite.of(folder, SITE);
    Templates templates = new Templates(new TemplateSources(folder));
    Map<String, byte[]> files = new Sitemap(site.site()).files(templates, Map.of(), 5);
    assertTrue(files.size() > 2);
    org.w3c.dom.Element index = xml(files.get("sitemap.xml")).getDocumentElement();
    assertEquals("sitemapindex", index.getLocalName());
    int pages = 0;
    for (org.w3c.dom.Element part : children(index, "sitemap")) {
      String name = text(part, "loc").substring(HOST.length() + 1);
      int named = children(xml(files.get(name)).getDocumentElement(), "url").size();
      assertTrue(named > 0 && named <= 5, name);
      pages += named;
    }
    assertEquals(files.size() - 1, children(index, "sitemap").size());
    Map<String, byte[]> whole = new Sitemap(site.site()).files(templates, Map.of(), Sitemap.LIMIT);
    assertEquals(Set.of("sitemap.xml"), whole.keySet());
    assertEquals(pages, children(xml(whole.get("sitemap.xml")).getDocumentElement(), "url").size());
  }

  private static org.w3c.dom.Document xml(Rendered site, String output) throws Exception {
    return xml(site.files().get(output));
  }

  private static org.w3c.dom.Document xml(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<org.w3c.dom.Element> children(org.w3c.dom.Element parent, String name) {
    List<org.w3c.dom.Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof org.w3c.dom.Element child && name.equals(child.getLocalName())) {
        children.add(child);
      }
    }
    return children;
  }

  private static String text(org.w3c.dom.Element parent, String name) {
    return children(parent, name).get(0).getTextContent();
  }

  // What others show of a page.

  @Test
  void aPageSharedElsewhereHasItsPicture() {
    Rendered site = site();
    assertEquals(
        HOST + "/news/flood.jpg", meta(site.html("news/2567-03-01-flood/index.html"), "og:image"));
    assertEquals(HOST + "/images/seal.svg", meta(site.html("contact/index.html"), "og:image"));
    Document post = site.html("news/2567-03-05-script/index.html");
    assertEquals("2024-03-05", meta(post, "article:published_time"));
    assertEquals("2024-03-09", meta(post, "article:modified_time"));
    assertEquals("article", meta(post, "og:type"));
  }

  private static String meta(Document page, String property) {
    return page.select("meta[property=" + property + "]").attr("content");
  }

  // Fingerprints.

  @Test
  void pagesNameTheirStyleSheetsAndScriptsByFingerprintsThatAreTrue() throws Exception {
    Rendered site = site();
    Document page = site.html("oit/2567/index.html");
    int checked = 0;
    for (Element element : page.select("link[rel=stylesheet], script[src]")) {
      String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
      assertTrue(target.matches("/assets/\\w+\\.[0-9a-f]{10}\\.(css|js)"), target);
      byte[] digest =
          MessageDigest.getInstance("SHA-384").digest(site.files().get(target.substring(1)));
      assertEquals(
          "sha384-" + Base64.getEncoder().encodeToString(digest), element.attr("integrity"));
      checked++;
    }
    assertEquals(3, checked);
    String font = page.select("link[rel=preload]").attr("href");
    assertTrue(site.files().containsKey(font.substring(1)), font);
    String sheet = page.select("link[rel=stylesheet]").first().attr("href").substring(1);
    assertTrue(site.text(sheet).contains("url(" + font.substring("/assets/".length()) + ")"));
  }

  @Test
  void aFileThatChangesHasANewNameAndSoHasTheSheetThatNamesIt() {
    Map<String, byte[]> files =
        Map.of(
            "a.css",
            "@font-face { src: url(\"fonts/f.woff2?#x\") }\n".getBytes(UTF_8),
            "fonts/f.woff2",
            new byte[] {1});
    Map<String, byte[]> changed = new HashMap<>(files);
    changed.put("fonts/f.woff2", new byte[] {2});
    assertNotEquals(new Assets(files).fixedOutputs(), new Assets(changed).fixedOutputs());
    assertEquals(new Assets(files).fixedOutputs(), new Assets(files).fixedOutputs());
    assertEquals(2, new HashSet<>(new Assets(changed).fixedOutputs()).size());
    assertFalse(
        new Assets(files)
            .fixedOutputs().stream().anyMatch(new Assets(changed).fixedOutputs()::contains));
  }

  @Test
  void aSheetKeepsItsLinesAndWhatIsNotOfTheLook() {
    String css =
        "a { /* red\n\n*/ color: red } b::after { content: \"/* no */\" }\n"
            + ".x { background: url(../images/a.png), url('p/s.svg#i'), url(data:a/*b*/) }\n";
    Assets assets =
        new Assets(Map.of("look.css", css.getBytes(UTF_8), "p/s.svg", "<svg/>".getBytes(UTF_8)));
    for (Assets.Asset asset : assets.all()) {
      if (asset.name().equals("look.css")) {
        assertArrayEquals(css.getBytes(UTF_8), asset.plain());
        String fixed = new String(asset.fixed(), UTF_8);
        assertEquals(
            "a { \n\n color: red } b::after { content: \"/* no */\" }\n"
                + ".x { background: url(../images/a.png), url('p/s.HASH.svg#i'),"
                + " url(data:a/*b*/) }\n",
            fixed.replaceAll("[0-9a-f]{10}", "HASH"));
      }
    }
  }

  @Test
  void anOfficesOwnTemplateMayNameAFileByItsPlainName() {
    SiteFiles.write(
        folder,
        """
        == templates/page.ftlh
        <link rel="stylesheet" href="${site.assets}site.css">
        <link rel="stylesheet" href="${site.asset["site.css"].href}">
        """);
    Rendered site = site();
    List<String> hrefs = site.html("contact/index.html").select("link").eachAttr("href");
    assertEquals("/assets/site.css", hrefs.get(0));
    for (String href : hrefs) {
      assertTrue(site.files().containsKey(href.substring(1)), href);
    }
  }

  @Test
  void everyPageSatisfiesThePolicyOfTheHost() {
    Rendered site = site();
    for (String output : site.files().keySet()) {
      if (output.endsWith(".html") && !output.startsWith("old-contact")) {
        Document page = site.html(output);
        assertEquals(0, page.select("[style], style, [onclick], [onload]").size(), output);
      }
    }
  }

  @Test
  void anOfficesOwnSettingsOfItsHostGoOutInsteadOfOurs() {
    Rendered site =
        Rendered.of(TestSite.of(folder, SITE + "== content/web.config\n<configuration/>\n"), 1);
    assertEquals("<configuration/>\n", site.text("web.config"));
    assertTrue(site.files().containsKey(".htaccess"));
  }
}
