package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import th.oit.Refusal;
import th.oit.SiteFiles;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

class SiteRendererTest {
  /** A site with something of every kind. */
  static final String SITE =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th}
      organization:
        name: {th: องค์การบริหารส่วนตำบลตัวอย่าง, en: Example}
        seal: images/seal.svg
        address: 1 หมู่ 1
        channels:
          - {kind: phone, value: 0 0000 0000}
          - {kind: facebook, value: อบต.ตัวอย่าง}
      departments:
        - {id: office, name: สำนักปลัด, phone: 0 0000 0001, head: หัวหน้า}
        - {id: finance, name: กองคลัง}
      assessment: {year: 2567, years: [2567, 2566]}
      menu:
        - {title: หน้าแรก, to: index.md}
        - title: ข้อมูล
          items:
            - {title: ติดต่อ, to: pages/contact.md}
            - {title: ปี 2567, to: /oit/2567/}
      == content/index.md
      ---
      summary: ยินดีต้อนรับ
      ---

      ดู [ติดต่อ](pages/contact.md#map)
      == content/pages/contact.md
      ---
      title: ติดต่อเรา & แผนที่
      department: office
      updated: 2567-04-01
      aliases: [/old-contact/]
      ---

      ## แผนที่ {#map}

      หมู่ 1
      == content/oit/2567/o1.md
      ---
      title: โครงสร้างของเรา
      updated: 2567-04-10
      department: office
      elements:
        structure-chart: ['#chart', '/contact/#map']
      ---

      ## แผนผัง {#chart}

      ![แผนผัง](../../images/chart.png)
      == content/oit/2567/o14/index.md
      ---
      item: ๐๑๔
      title: แผนการจัดซื้อจัดจ้าง
      department: finance
      updated: 2567-04-09
      period: [2567, 2566]
      elements:
        investment-list: plan.pdf
      evidence:
        - {file: plan.pdf, title: แผน ปี 2567, date: 2566-10-30, period: 2567}
        - file: plan.csv
      ---

      ![ตาราง](plan.csv)

      [แผน](plan.pdf)
      == content/oit/2567/o14/plan.pdf
      x
      == content/oit/2567/o14/plan.csv
      โครงการ,งบประมาณ
      ถนน,"1,200"
      == content/oit/2567/o15.md
      ---
      title: ไม่มีปีนี้
      status: none
      reason: ไม่มีงบลงทุน
      ---
      == content/oit/2567/o16.md
      ---
      title: ร่าง
      status: draft
      ---
      == content/oit/2566/o1.md
      ---
      title: โครงสร้างปีก่อน
      ---
      == content/news/2567-03-01-flood.md
      ---
      title: น้ำท่วม <หมู่ 5> & อื่น ๆ
      date: 2567-03-01
      summary: สรุป
      topic: ภัย
      image: flood.jpg
      image_alt: ภาพน้ำท่วม
      ---

      เนื้อข่าว
      == content/news/2567-03-02-fire.md
      ---
      title: ไฟไหม้
      date: 2567-03-02
      ---
      == content/news/flood.jpg
      x
      == content/images/chart.png
      x
      == content/images/seal.svg
      <svg xmlns="http://www.w3.org/2000/svg"/>
      """;

  @TempDir Path folder;

  @Test
  void writesAPageForEverySourceAndEveryList() {
    Set<String> outputs = new TreeSet<>(site().files().keySet());
    outputs.removeIf(output -> output.startsWith("assets/"));
    assertTrue(
        outputs.removeAll(Set.of(".htaccess", "_headers", "_redirects", "web.config")),
        "what hosts read");
    assertEquals(
        new TreeSet<>(
            Set.of(
                "404.html",
                "a-z/index.html",
                "contact/index.html",
                "data.json",
                "feed.xml",
                "images/chart.png",
                "images/seal.svg",
                "index.html",
                "news/2567-03-01-flood/index.html",
                "news/2567-03-02-fire/index.html",
                "news/2567/index.html",
                "news/topic/t-9a45bd55/index.html",
                "news/flood.jpg",
                "news/index.html",
                "news/topic/t-9a45bd55/feed.xml",
                "oit/2566/index.html",
                "oit/2566/o1/index.html",
                "oit/2567/index.html",
                "oit/2567/o1/index.html",
                "oit/2567/o14/index.html",
                "oit/2567/o14/plan.csv",
                "oit/2567/o14/plan.json",
                "oit/2567/o14/plan.pdf",
                "oit/2567/o15/index.html",
                "oit/feed.xml",
                "old-contact/index.html",
                "robots.txt",
                "search/index.html",
                "sitemap.xml",
                "sitemap/index.html")),
        outputs);
  }

  @Test
  void saysOnAnItemsPageWhatItShows() {
    Element article = site().html("oit/2567/o14/index.html").selectFirst("article");
    assertEquals("O14", article.attr("data-oit-item"));
    assertEquals("2567", article.attr("data-oit-year"));
    assertEquals("published", article.attr("data-oit-status"));
    assertEquals("finance", article.attr("data-oit-department"));
    assertEquals("2024-04-09", article.attr("data-oit-updated"));
    assertEquals("2567 2566", article.attr("data-oit-period"));
    assertEquals(1, article.select("div[data-oit-body]").size());
    assertEquals(1, article.select("div[data-oit-body] table#plan[data-oit-data=plan.csv]").size());
    assertEquals(0, article.select("[data-oit-none]").size());
    assertEquals(
        List.of("/oit/2567/o14/plan.pdf"),
        article.select("li[data-oit-element=investment-list] a").eachAttr("href"));
    List<Element> evidence = article.select("li[data-oit-evidence]");
    assertEquals("2567", evidence.get(0).attr("data-oit-period"));
    assertEquals("2023-10-30", evidence.get(0).attr("data-oit-date"));
    assertEquals("/oit/2567/o14/plan.pdf", evidence.get(0).selectFirst("a").attr("href"));
    assertEquals("แผน ปี 2567", evidence.get(0).selectFirst("a").text());
    assertFalse(evidence.get(1).hasAttr("data-oit-period"));
    assertEquals("plan.csv", evidence.get(1).selectFirst("a").text());
  }

  @Test
  void linksEveryPlaceOfAnElementAndCallsItByItsName() {
    Element element =
        site().html("oit/2567/o1/index.html").selectFirst("li[data-oit-element=structure-chart]");
    assertEquals(List.of("#chart", "/contact/#map"), element.select("a").eachAttr("href"));
    assertEquals(List.of("แผนผัง", "ติดต่อเรา & แผนที่"), element.select("a").eachText());
  }

  @Test
  void leavesOutWhatAnItemsPageDoesNotSay() {
    Document page = site().html("oit/2566/o1/index.html");
    Element article = page.selectFirst("article[data-oit-item=O1]");
    assertFalse(article.hasAttr("data-oit-department"));
    assertFalse(article.hasAttr("data-oit-updated"));
    assertFalse(article.hasAttr("data-oit-period"));
    assertEquals(0, page.select("[data-oit-element],[data-oit-evidence]").size());
  }

  @Test
  void saysWhyThereWasNone() {
    Document page = site().html("oit/2567/o15/index.html");
    assertEquals("none", page.selectFirst("article").attr("data-oit-status"));
    assertEquals("ไม่มีงบลงทุน", page.selectFirst("p[data-oit-none]").text());
  }

  @Test
  void listsEveryItemOfAYearWithItsState() {
    Document page = site().html("oit/2567/index.html");
    assertEquals("2567", page.selectFirst("main#main").attr("data-oit-list"));
    assertEquals(35, page.select("[data-oit-entry]").size());
    assertEquals(
        List.of("published", "missing", "published", "none", "draft"),
        List.of("O1", "O2", "O14", "O15", "O16").stream()
            .map(c -> page.selectFirst("[data-oit-entry=" + c + "]").attr("data-oit-status"))
            .toList());
    assertEquals("/oit/2567/o14/", page.selectFirst("[data-oit-entry=O14] a").attr("href"));
    assertEquals(0, page.select("[data-oit-entry=O16] a").size());
    assertEquals(
        "2566", site().html("oit/2566/index.html").selectFirst("main").attr("data-oit-list"));
  }

  @Test
  void datesTheListOfAYearByItsNewestPage() {
    Document page = site().html("oit/2567/index.html");
    assertEquals("2024-04-10", page.selectFirst(".tally time").attr("datetime"));
    assertEquals("2024-04-10", page.selectFirst(".printed time").attr("datetime"));
  }

  @Test
  void saysOfEveryPageItsLanguageAndItsMainPart() {
    Rendered site = site();
    for (String output : site.files().keySet()) {
      if (output.endsWith(".html")) {
        Document page = site.html(output);
        assertEquals("th", page.selectFirst("html").attr("lang"), output);
        assertEquals(1, page.select("main#main").size(), output);
        assertEquals(1, page.select("h1").size(), output);
        assertFalse(page.title().isBlank(), output);
      }
    }
  }

  @Test
  void sendsTheReaderOfAnOldAddressOn() {
    Document page = site().html("old-contact/index.html");
    assertEquals(List.of("/contact/"), page.select("main a").eachAttr("href"));
    assertTrue(page.selectFirst("meta[http-equiv=refresh]").attr("content").endsWith("/contact/"));
  }

  @Test
  void marksInTheMenuThePageThatIsShown() {
    assertEquals(
        List.of("/contact/"),
        site().html("contact/index.html").select("nav [aria-current=page][href]").eachAttr("href"));
  }

  @Test
  void showsNewsFromTheNewestOnTheHomePageAndInTheirList() {
    Rendered site = site();
    List<String> newestFirst = List.of("/news/2567-03-02-fire/", "/news/2567-03-01-flood/");
    assertEquals(newestFirst, site.html("news/index.html").select(".news a").eachAttr("href"));
    assertEquals(newestFirst, site.html("index.html").select(".news a").eachAttr("href"));
    Document flood = site.html("news/2567-03-01-flood/index.html");
    assertEquals("น้ำท่วม <หมู่ 5> & อื่น ๆ", flood.selectFirst("h1").text());
    assertEquals("1 มีนาคม 2567", flood.selectFirst("time").text());
    assertEquals("/news/flood.jpg", flood.selectFirst("article img").attr("src"));
    assertEquals("ภาพน้ำท่วม", flood.selectFirst("article img").attr("alt"));
    assertEquals("/news/2567-03-02-fire/", flood.selectFirst("a[rel=next]").attr("href"));
  }

  @Test
  void makesAHomePageWhereNobodyWroteOne() {
    Rendered site = Rendered.of(folder, "== content/pages/a.md\n---\ntitle: x\n---\n");
    Document home = site.html("index.html");
    assertEquals("องค์การบริหารส่วนตำบลตัวอย่าง", home.selectFirst("h1").text());
    assertEquals(1, home.select("a[href=/oit/2567/]:contains(2567)").stream().limit(1).count());
  }

  @Test
  void publishesCsvWithAByteOrderMarkWhateverItWasSavedIn() {
    byte[] saved = "ชื่อ,จำนวน\nก,1\n".getBytes(Charset.forName("x-windows-874"));
    SiteFiles.put(folder.resolve("content/images/a.csv"), saved);
    byte[] published = Rendered.of(folder, "== content/index.md\n").files().get("images/a.csv");
    assertArrayEquals("\uFEFFชื่อ,จำนวน\r\nก,1\r\n".getBytes(StandardCharsets.UTF_8), published);
  }

  @Test
  void publishesOtherFilesByteForByte() {
    byte[] bytes = {0, (byte) 0xFF, 13, 10, 26};
    SiteFiles.put(folder.resolve("content/images/a.bin"), bytes);
    assertArrayEquals(
        bytes, Rendered.of(folder, "== content/index.md\n").files().get("images/a.bin"));
  }

  @Test
  void loadsNothingFromAnotherHost() {
    Rendered site = site();
    List<String> foreign = new ArrayList<>();
    for (String output : site.files().keySet()) {
      if (output.endsWith(".html")) {
        Document page = site.html(output);
        assertEquals(
            0,
            page.select(
                    "iframe,object,embed,style,[style],script:not([src]):not([type=application/ld+json])")
                .size());
        page.select("[src],link[href],[srcset],[poster],[data]")
            .forEach(
                element -> {
                  String target =
                      element.hasAttr("src") ? element.attr("src") : element.attr("href");
                  boolean metadata = element.attr("rel").equals("canonical");
                  if (!metadata && !(target.startsWith("/") && !target.startsWith("//"))) {
                    foreign.add(output + ": " + element.outerHtml());
                  }
                });
        page.select("a[href]")
            .forEach(
                a -> {
                  if (a.attr("href").matches("(?i)(https?:)?//.*")) {
                    foreign.add(output + ": " + a.outerHtml());
                  }
                });
      } else if (output.endsWith(".css") || output.endsWith(".svg")) {
        String text = site.text(output).replace("http://www.w3.org/2000/svg", "");
        if (text.matches("(?s).*(https?:)?//[a-z].*")) {
          foreign.add(output);
        }
      }
    }
    assertEquals(List.of(), foreign);
  }

  @Test
  void linksOnlyToWhatItWrites() {
    Rendered site = site();
    List<String> broken = new ArrayList<>();
    for (String output : site.files().keySet()) {
      if (output.endsWith(".html")) {
        for (Element element : site.html(output).select("[href^=/],[src^=/]")) {
          String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
          String path = target.replaceFirst("[?#].*$", "").substring(1);
          if (!site.files()
              .containsKey(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path)) {
            broken.add(output + ": " + target);
          }
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void putsTheBasePathBeforeEveryLink() {
    String files = SITE.replace("https://www.example.go.th", "https://x.example/sub");
    Rendered site = Rendered.of(TestSite.of(folder, files), 1);
    List<String> outside = new ArrayList<>();
    for (String output : site.files().keySet()) {
      if (output.endsWith(".html")) {
        for (Element element : site.html(output).select("[href^=/],[src^=/]")) {
          String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
          if (!target.startsWith("/sub/")) {
            outside.add(output + ": " + target);
          }
        }
      }
    }
    assertEquals(List.of(), outside);
    assertTrue(site.text("robots.txt").contains("https://x.example/sub/sitemap.xml"));
    assertTrue(site.text("sitemap.xml").contains("<loc>https://x.example/sub/contact/</loc>"));
  }

  @Test
  void writesASitemapThatIsWellFormed() throws Exception {
    org.w3c.dom.Document map = xml(site().files().get("sitemap.xml"));
    NodeList places = map.getElementsByTagNameNS("*", "loc");
    Set<String> urls = new TreeSet<>();
    for (int i = 0; i < places.getLength(); i++) {
      urls.add(places.item(i).getTextContent());
    }
    assertEquals(
        new TreeSet<>(
            List.of(
                "https://www.example.go.th/",
                "https://www.example.go.th/a-z/",
                "https://www.example.go.th/contact/",
                "https://www.example.go.th/news/",
                "https://www.example.go.th/news/2567-03-01-flood/",
                "https://www.example.go.th/news/2567-03-02-fire/",
                "https://www.example.go.th/news/2567/",
                "https://www.example.go.th/news/topic/t-9a45bd55/",
                "https://www.example.go.th/news/2567/",
                "https://www.example.go.th/news/topic/t-9a45bd55/",
                "https://www.example.go.th/oit/2566/",
                "https://www.example.go.th/oit/2566/o1/",
                "https://www.example.go.th/oit/2567/",
                "https://www.example.go.th/oit/2567/o1/",
                "https://www.example.go.th/oit/2567/o14/",
                "https://www.example.go.th/oit/2567/o15/",
                "https://www.example.go.th/sitemap/")),
        urls);
    assertEquals(9, map.getElementsByTagNameNS("*", "lastmod").getLength());
  }

  @Test
  void writesAFeedThatIsWellFormed() throws Exception {
    org.w3c.dom.Document feed = xml(site().files().get("feed.xml"));
    assertEquals("http://www.w3.org/2005/Atom", feed.getDocumentElement().getNamespaceURI());
    assertEquals(2, feed.getElementsByTagNameNS("*", "entry").getLength());
    NodeList titles = feed.getElementsByTagNameNS("*", "title");
    assertEquals("น้ำท่วม <หมู่ 5> & อื่น ๆ", titles.item(2).getTextContent());
    assertEquals(
        "2024-03-02T00:00:00+07:00",
        feed.getElementsByTagNameNS("*", "updated").item(0).getTextContent());
  }

  @Test
  void writesAFeedWithoutNews() throws Exception {
    Rendered site = Rendered.of(folder, "== content/index.md\n");
    assertEquals(
        0, xml(site.files().get("feed.xml")).getElementsByTagNameNS("*", "entry").getLength());
    assertTrue(site.html("news/index.html").text().contains("ยังไม่มีข่าว"));
  }

  @Test
  void writesTheSameBytesHoweverManyWork() {
    TestSite.of(folder, SITE);
    for (int i = 17; i < 36; i++) {
      SiteFiles.put(
          folder.resolve("content/oit/2567/o" + i + ".md"), "---\ntitle: ข้อ " + i + "\n---\nก\n");
    }
    Rendered alone = Rendered.of(TestSite.read(folder), 1);
    Rendered four = Rendered.of(TestSite.read(folder), 4);
    assertEquals(alone.files().keySet(), four.files().keySet());
    alone
        .files()
        .forEach((output, bytes) -> assertArrayEquals(bytes, four.files().get(output), output));
  }

  @Test
  void takesASitesOwnTemplatesOneFileAtATime() {
    SiteFiles.write(
        folder,
        """
        == templates/page.ftlh
        <p id="own">${page.title} ${site.short}</p>
        == templates/assets/site.css
        body { color: red }
        == templates/assets/own/logo.svg
        <svg/>
        == templates/assets/.hidden
        x
        """);
    Rendered site = site();
    assertEquals(
        "ติดต่อเรา & แผนที่ องค์การบริหารส่วนตำบลตัวอย่าง",
        site.html("contact/index.html").getElementById("own").text());
    assertEquals("body { color: red }\n", site.text("assets/site.css"));
    assertEquals("<svg/>\n", site.text("assets/own/logo.svg"));
    assertFalse(site.files().containsKey("assets/.hidden"));
    assertTrue(site.files().containsKey("assets/favicon.svg"));
    assertEquals(1, site.html("oit/2567/o1/index.html").select("article[data-oit-item]").size());
  }

  @Test
  void namesTheLineAndColumnAtWhichATemplateDoesNotParse() {
    SiteFiles.put(folder.resolve("templates/page.ftlh"), "<p>\n<#if page.title>\n<b>\n</#list>\n");
    Finding finding = Refusal.one(this::site);
    assertEquals(Rule.TEMPLATE_SYNTAX, finding.rule());
    assertEquals(new Source("templates/page.ftlh", 4, 1), finding.source());
    assertEquals("</#list>", finding.excerpt());
    assertTrue(finding.hint().en().contains("page.ftlh"));
  }

  @Test
  void namesTheTemplateThatDoesNotParseWhereAnotherImportsIt() {
    SiteFiles.put(
        folder.resolve("templates/layout.ftlh"),
        "<#macro frame list='' crumb=''>\n${page.}\n</#macro>");
    Finding finding = Refusal.one(this::site);
    assertEquals(Rule.TEMPLATE_SYNTAX, finding.rule());
    assertEquals("templates/layout.ftlh", finding.source().file());
    assertEquals(2, finding.source().line());
  }

  @Test
  void namesTheLineAndColumnAtWhichATemplateFailsOnceForAllPages() {
    SiteFiles.put(folder.resolve("templates/item.ftlh"), "<p>\n  ${page.titel}\n</p>\n");
    Finding finding = Refusal.one(this::site);
    assertEquals(Rule.TEMPLATE_FAILED, finding.rule());
    assertEquals(new Source("templates/item.ftlh", 2, 5), finding.source());
    assertEquals("  ${page.titel}", finding.excerpt());
    assertTrue(finding.message().en().contains("page.titel"), finding.message().en());
    assertTrue(finding.message().en().contains("content/oit/2566/o1.md"), finding.message().en());
  }

  @Test
  void namesATemplateThatFailsOnAThingPlacedInTheText() {
    SiteFiles.put(folder.resolve("templates/table.ftlh"), "${embed.rows?size + nothing}");
    Finding finding = Refusal.one(this::site);
    assertEquals("templates/table.ftlh", finding.source().file());
    assertTrue(finding.message().en().contains("o14/index.md"), finding.message().en());
  }

  @Test
  void reportsEveryTemplateThatIsWrong() {
    SiteFiles.put(folder.resolve("templates/page.ftlh"), "${nothing}");
    SiteFiles.put(folder.resolve("templates/item.ftlh"), "<#if>");
    assertEquals(
        List.of("templates/item.ftlh", "templates/page.ftlh"),
        Refusal.all(this::site).stream().map(f -> f.source().file()).toList());
  }

  @Test
  void letsNoTemplateReachIntoTheMachine() {
    SiteFiles.put(
        folder.resolve("templates/page.ftlh"),
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");
    assertEquals(Rule.TEMPLATE_FAILED, Refusal.one(this::site).rule());
  }

  @Test
  void refusesAFileInPlaceOfOneOfTheLook() {
    SiteFiles.put(folder.resolve("content/assets/site.css"), "x");
    Finding finding = Refusal.one(this::site);
    assertEquals(Rule.SITE_URL_CONFLICT, finding.rule());
    assertEquals(Source.of("content/assets/site.css"), finding.source());
  }

  private Rendered site() {
    return Rendered.of(TestSite.of(folder, SITE), 1);
  }

  private static org.w3c.dom.Document xml(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }
}
