package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.TestSite;
import th.oit.content.ContentPage;

/** Services: their pages, their list, and the home page that begins with them. */
class ServicesTest {
  private static final String LIGHT =
      """
      == content/services/light.md
      ---
      title: แจ้งซ่อมไฟฟ้า
      department: office
      topic: สาธารณูปโภค
      featured: 2
      service:
        online: 'mailto:light@example.go.th?subject=ไฟดับ'
        time: ภายใน 5 วันทำการ
        fee: ไม่มีค่าธรรมเนียม
        who: ทุกคน
        documents:
          - เลขเสา
          - {name: บัตรประจำตัวประชาชน, copy: false, note: แสดงเท่านั้น}
          - {name: แผนที่, copies: 2}
        steps:
          - แจ้งจุดชำรุด
          - {do: ซ่อม, who: กองช่าง, time: 3 วัน}
        law: [พระราชบัญญัติสภาตำบล พ.ศ. 2537]
        forms: [{file: form.pdf, title: แบบแจ้งซ่อม}]
      ---
      ตัดไฟก่อนเข้าใกล้
      == content/services/form.pdf
      %PDF-1.4
      """;

  @TempDir Path folder;

  @Test
  void aServiceShowsItsFactsDocumentsStepsFormsAndLaw() {
    Document page = Rendered.of(folder, LIGHT).html("services/light/index.html");
    Element facts = page.selectFirst(".service-facts");
    assertTrue(facts.text().contains("ภายใน 5 วันทำการ"), facts::text);
    assertTrue(facts.text().contains("ไม่มีค่าธรรมเนียม"), facts::text);
    assertEquals("tel:000000001", facts.selectFirst("a.phone").attr("href"));
    assertEquals("ยื่นคำขอทางอีเมล", page.selectFirst(".service-apply a.button").text());
    assertTrue(page.selectFirst(".service-apply a").attr("href").startsWith("mailto:light@"));
    assertEquals(
        List.of(
            "เลขเสา", "บัตรประจำตัวประชาชน ไม่ต้องใช้สำเนา แสดงเท่านั้น", "แผนที่ สำเนา 2 ฉบับ"),
        page.select(".documents li").eachText());
    assertEquals(
        List.of("แจ้งจุดชำรุด", "ซ่อม กองช่าง · 3 วัน"), page.select(".steps li").eachText());
    Element form = page.selectFirst(".forms .file a");
    assertEquals("แบบแจ้งซ่อม", form.text());
    assertEquals("/services/form.pdf", form.attr("href"));
    assertEquals("พระราชบัญญัติสภาตำบล พ.ศ. 2537", page.selectFirst(".law li").text());
    assertEquals("ตัดไฟก่อนเข้าใกล้", page.selectFirst(".prose").text());
  }

  @Test
  void aServiceWithNothingButTimeAndFeeHasNoEmptySections() {
    Document page =
        Rendered.of(folder, plain("tax", "ชำระภาษี", "")).html("services/tax/index.html");
    assertEquals(2, page.select(".service-facts > div").size());
    assertTrue(page.select("article section, .service-apply, .prose").isEmpty());
  }

  @Test
  void theListIsMadeWhereNobodyWroteOneAndGroupsByTopic() {
    Rendered site =
        Rendered.of(
            folder, LIGHT + plain("tax", "ชำระภาษี", "topic: ภาษี") + plain("other", "คำร้อง", ""));
    Document list = site.html("services/index.html");
    assertEquals("บริการประชาชน", list.selectFirst("h1").text());
    assertEquals(List.of("สาธารณูปโภค", "ภาษี", "บริการอื่น"), list.select(".topic h2").eachText());
    assertEquals(
        List.of("/services/light/", "/services/tax/", "/services/other/"),
        list.select("a.tile").eachAttr("href"));
    assertEquals(1, list.select(".tile .tag").size());
    assertTrue(site.text("sitemap.xml").contains("https://www.example.go.th/services/</loc>"));
    Document service = site.html("services/light/index.html");
    assertEquals(List.of("หน้าแรก", "บริการประชาชน"), service.select(".crumbs a").eachText());
  }

  @Test
  void aWrittenListTakesThePlaceOfTheMadeOneAndKeepsItsText() {
    Rendered site =
        Rendered.of(
            folder,
            LIGHT
                + """
                == content/services/index.md
                ---
                title: ขอรับบริการ
                ---
                โทรถามได้
                """);
    Document list = site.html("services/index.html");
    assertEquals("ขอรับบริการ", list.selectFirst("h1").text());
    assertEquals("โทรถามได้", list.selectFirst(".prose").text());
    assertEquals(1, list.select("a.tile").size());
    assertEquals(
        1, site.text("sitemap.xml").split("/services/</loc>", -1).length - 1, "named once");
  }

  @Test
  void theHomePageBeginsWithTheFeaturedServicesInTheirOrder() {
    Rendered site =
        Rendered.of(
            folder,
            LIGHT
                + plain("tax", "ชำระภาษี", "featured: 1")
                + plain("water", "ขอน้ำ", "featured: true")
                + plain("other", "คำร้อง", ""));
    Document home = site.html("index.html");
    assertEquals(
        List.of("/services/tax/", "/services/light/", "/services/water/"),
        home.select("a.tile").eachAttr("href"));
    Element first = home.selectFirst("main section");
    assertTrue(first.hasClass("hero-services"), first::className);
    assertEquals("/services/", first.selectFirst("a.onward").attr("href"));
  }

  @Test
  void aSiteWithoutServicesOrNewsHasNoEmptySectionsForThem() {
    Rendered site = Rendered.of(folder, "== content/pages/contact.md\n---\ntitle: ติดต่อ\n---\n");
    Document home = site.html("index.html");
    assertNull(home.selectFirst(".hero-services, .home-news"));
    assertFalse(site.files().containsKey("services/index.html"));
  }

  @Test
  void theEnglishHomePageShowsTheEnglishServicesOnly() {
    Rendered site =
        Rendered.of(
            folder,
            LIGHT
                + plain("light.en", "Street lights", "")
                + "== content/index.en.md\n---\ntitle: Home\n---\n");
    assertEquals(
        List.of("/en/services/light/"),
        site.html("en/index.html").select("a.tile").eachAttr("href"));
    assertEquals(
        List.of("/services/light/"), site.html("index.html").select("a.tile").eachAttr("href"));
  }

  @Test
  void aSearchFindsWhatTheFactsSay() {
    TestSite site = TestSite.of(folder, TestSite.CONFIG + LIGHT);
    ContentPage page = site.site().pages().get(0).content();
    String text = SearchText.of(page, page.body().tree(), null);
    for (String words :
        List.of("ภายใน 5 วัน", "เลขเสา", "แสดงเท่านั้น", "ซ่อม", "สภาตำบล", "ตัดไฟ")) {
      assertTrue(text.contains(words), text);
    }
  }

  private static String plain(String name, String title, String line) {
    return """
        == content/services/%s.md
        ---
        title: %s
        %s
        service: {time: 5 นาที, fee: ไม่มี}
        ---
        """
        .formatted(name, title, line);
  }
}
