package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.SiteFiles;

/** The body of a page: from Markdown to the HTML between the templates' own. */
class BodyRendererTest {
  @TempDir Path folder;

  @Test
  void joinsLinesBetweenThaiLettersWithoutASpace() {
    assertEquals("<p>การจัดซื้อจัดจ้าง</p>", html("การจัดซื้อ\nจัดจ้าง"));
    assertEquals("<p>ค่าน้ำประปา</p>", html("ค่าน้ำ\nประปา"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"one\ntwo", "ปี\n2567", "OIT\nปี", "ครบ (ทุกข้อ)\nและ", "ปี\n๒๕๖๗", "ก,\nข"})
  void joinsOtherLinesWithASpace(String markdown) {
    assertEquals("<p>" + markdown + "</p>", html(markdown));
  }

  @Test
  void joinsThaiLinesAcrossEmphasisAndLinks() {
    assertEquals("<p><strong>จัดซื้อ</strong>จัดจ้าง</p>", html("**จัดซื้อ**\nจัดจ้าง"));
    assertEquals("<p>จัดซื้อ<em>จัดจ้าง</em></p>", html("จัดซื้อ\n*จัดจ้าง*"));
    assertEquals("<p>ดู<a href=\"/a/\">แผน</a>นี้</p>", html("ดู\n[แผน](/a/)\nนี้"));
    assertEquals("<p><strong>OIT</strong>\nปี</p>", html("**OIT**\nปี"));
  }

  @Test
  void keepsALineBreakThatIsMeant() {
    assertEquals("<p>หมู่\u00A01<br>\nหมู่\u00A02</p>", html("หมู่ 1\\\nหมู่ 2"));
  }

  @Test
  void joinsThaiLinesOfACaptionWithoutASpace() {
    assertTrue(html("ดู ![ภาพการ\nประชุม](a.png) นี้").contains("alt=\"ภาพการประชุม\""));
  }

  @Test
  void takesTheIdOfAHeadingWrittenByHand() {
    assertEquals("<h2 id=\"list\">รายการ</h2>", html("## รายการ {#list}"));
    assertEquals(
        "<h3 id=\"my_long-id.2\">รายการ <em>สำคัญ</em></h3>",
        html("### รายการ *สำคัญ* {#my_long-id.2}"));
    assertEquals("<h2 id=\"แผน\">แผน</h2>", html("แผน {#แผน}\n---"));
  }

  @Test
  void makesTheIdOfAHeadingOfItsWords() {
    assertEquals(
        List.of("แผนการจัดซื้อ-ปี-2567", "e-service", "section", "น้ำ"),
        ids("## แผนการจัดซื้อ ปี 2567!\n\n## E-Service\n\n## ???\n\n## น้ำ"));
  }

  @Test
  void neverGivesTwoHeadingsOneMadeId() {
    assertEquals(
        List.of("plan", "plan-2", "plan-3", "plan-4"),
        ids("## Plan\n\n## plan {#plan-2}\n\n## plan\n\n## Plan"));
    assertEquals(List.of("plan-2", "plan"), ids("## Plan\n\n## list {#plan}"));
  }

  @Test
  void leavesToThePageTheIdOfItsMainPart() {
    assertEquals(List.of("main-2"), ids("## Main"));
  }

  @Test
  void beginsHeadingsBelowTheTitleOfThePage() {
    assertEquals(
        "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h6 id=\"c\">C</h6>",
        html("# A\n\n### B\n\n###### C"));
  }

  @Test
  void rendersFootnotes() {
    Element body = body("ข้อความ[^1]\n\n[^1]: หมายเหตุ");
    Element reference = body.selectFirst("sup a[href^=#]");
    Element note = body.getElementById(reference.attr("href").substring(1));
    assertTrue(note.text().contains("หมายเหตุ"));
    assertEquals(reference.id(), note.selectFirst("a[href^=#]").attr("href").substring(1));
  }

  @Test
  void rendersATableWithScopesAndNumbersOnTheRight() {
    assertEquals(
        """
        <div class="table" role="region" tabindex="0" aria-label="ตาราง"><table>
        <thead>
        <tr>
        <th scope="col">โครงการ</th>
        <th class="number" scope="col">บาท</th>
        <th class="center" scope="col">ผล</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>ถนน</td>
        <td class="number">1,200</td>
        <td class="center">ดี</td>
        </tr>
        </tbody>
        </table></div>"""
            .replaceAll("\n", ""),
        html("| โครงการ | บาท | ผล |\n|---|--:|:-:|\n| ถนน | 1,200 | ดี |").replaceAll("\n", ""));
  }

  @Test
  void writesNoSlashInElementsWithoutContent() {
    assertEquals("<p>ก<br>\nข</p>\n<hr>\n<p>ค</p>", html("ก  \nข\n\n---\n\nค"));
  }

  @Test
  void givesEveryTableOfAPageItsOwnName() {
    String table = "\n\n| ก | ข |\n|---|---|\n| 1 | 2 |\n\n";
    assertEquals(
        List.of("ตาราง", "ตาราง รายรับ", "ตาราง รายรับ (2)", "ตาราง รายจ่าย"),
        body(table + "## รายรับ" + table + "ต่อ" + table + "## รายจ่าย" + table)
            .select("[role=region]")
            .eachAttr("aria-label"));
  }

  @Test
  void makesLinksOfBareAddresses() {
    assertEquals(
        "<p>ดู <a href=\"https://www.nacc.go.th/x?a=1&amp;b=2\">https://www.nacc.go.th/x?a=1&amp;b=2</a>"
            + " หรือ <a href=\"mailto:a@example.go.th\">a@example.go.th</a></p>",
        html("ดู https://www.nacc.go.th/x?a=1&b=2 หรือ a@example.go.th"));
  }

  @Test
  void keepsListsTightWhereTheyAreWrittenSo() {
    assertEquals("<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>", html("- ก\n- ข"));
    assertEquals("<ul>\n<li>\n<p>ก</p>\n</li>\n<li>\n<p>ข</p>\n</li>\n</ul>", html("- ก\n\n- ข"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "ก <script src=https://evil.example/x.js></script> ข",
        "<img src=x onerror=alert(1)>",
        "ก <img src=x onerror=alert(1)> ข",
        "<svg/onload=alert(1)>",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<u onclick=alert(1)>x</u>",
        "<br onmouseover=alert(1)>",
        "<style>body{display:none}</style>",
        "<form action=//evil.example><input>",
        "<!-- --><script>alert(1)</script><!-- -->",
        "<scr<!-- x -->ipt>alert(1)</scr<!-- x -->ipt>",
        "<div\n<script>alert(1)</script>",
        "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"
      })
  void letsNoRawHtmlAct(String markdown) {
    Element body = body(markdown);
    assertEquals(
        0, body.select("script,img,svg,iframe,style,form,input,base,meta,a,noscript").size());
    body.getAllElements()
        .forEach(
            element ->
                element
                    .attributes()
                    .forEach(a -> assertFalse(a.getKey().startsWith("on"), element.outerHtml())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](<\u0001javascript:alert(1)>)",
        "[x](vbscript:x)",
        "[x](data:text/html,<script>alert(1)</script>)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x](javascript:alert.pdf)",
        "[x][1]\n\n[1]: javascript:alert(1)"
      })
  void letsNoLinkAct(String markdown) {
    Element body = body(markdown);
    for (Element element : body.select("[href],[src]")) {
      String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
      String bare = target.replaceAll("[\\u0000-\\u0020]", "").toLowerCase(java.util.Locale.ROOT);
      assertFalse(bare.matches("(javascript|vbscript|data):.*"), element.outerHtml());
    }
  }

  @Test
  void showsRawHtmlThatIsNotAllowedAsTheTextThatItIs() {
    assertEquals("<p>ก &lt;b class=\"x\"&gt;ข&lt;/b&gt;</p>", html("ก <b class=\"x\">ข</b>"));
    assertEquals("<p>&lt;div&gt;\nก &amp; ข\n&lt;/div&gt;</p>", html("<div>\nก & ข\n</div>"));
  }

  @Test
  void keepsTheFewTagsThatAreAllowed() {
    assertEquals(
        "<p>ม<sup>2</sup> ก<br>ข H<sub>2</sub>O</p>", html("ม<sup>2</sup> ก<br/>ข H<SUB>2</SUB>O"));
    assertEquals("<p><mark>ก</mark></p>", html("<mark>ก</mark>"));
    assertEquals("<p>ก ข</p>", html("ก <!-- ซ่อน -->ข"));
    assertEquals("", html("<!-- ซ่อน -->"));
  }

  @Test
  void letsNoTagThatIsNeverClosedReachTheRestOfThePage() {
    for (String markdown :
        List.of(
            "ก <u>ข",
            "<u>\nก",
            "ก </u> ข",
            "<small>ก\n\nข",
            "**ก <mark>ข** ค</mark>",
            "<u><small>ก</u></small>",
            "- <u>ก\n- ข")) {
      Element page = rendered(markdown + "\n\nท้าย\n").html("a/index.html");
      Element last = page.select("[class=prose] p").last();
      assertEquals("ท้าย", last.text(), markdown);
      assertTrue(
          last.parents().stream().noneMatch(e -> e.tagName().matches("u|small|mark")), markdown);
      assertEquals(0, last.select("u,small,mark").size(), markdown + " " + last.outerHtml());
      assertEquals(0, page.select("footer u, footer small, footer mark").size(), markdown);
    }
  }

  @Test
  void placesATableMadeOfCsv() {
    SiteFiles.put(
        folder.resolve("content/pages/data/plan.csv"),
        "โครงการ,งบประมาณ (บาท),ร้อยละ,หมายเหตุ\nถนน <b>,\"1,234.50\",๑๒.๕%,-\nบ่อน้ำ,-,,ยืม 2\n");
    Element body = body("![แผน & งบ](data/plan.csv)");
    Element table = body.getElementById("plan");
    assertEquals("table", table.tagName());
    assertEquals("plan.csv", table.attr("data-oit-data"));
    assertEquals("แผน & งบ", table.selectFirst("caption").text());
    assertEquals(
        List.of("โครงการ", "งบประมาณ (บาท)", "ร้อยละ", "หมายเหตุ"),
        table.select("th[scope=col]").eachText());
    assertEquals(List.of("งบประมาณ (บาท)", "ร้อยละ"), table.select("th.number").eachText());
    assertEquals(
        List.of("ถนน <b>", "1,234.50", "๑๒.๕%", "-"),
        table.select("tbody tr").first().select("td").eachText());
    Element download = body.selectFirst("a[download]");
    assertEquals("/data/plan.csv", download.attr("href"));
    assertTrue(download.parent().text().contains("CSV"), download.parent().text());
  }

  @Test
  void placesATableMadeOfYamlAndOffersItsDataButNotTheYaml() {
    SiteFiles.put(folder.resolve("content/pages/plan.yml"), "- {ก: 1, ข: x}\n- {ก: 2}\n");
    Element body = body("![แผน](plan.yml)");
    assertEquals(List.of("ก", "ข"), body.getElementById("plan").select("th").eachText());
    assertEquals(2, body.select("tbody tr").size());
    assertEquals(List.of("/plan.csv", "/plan.json"), body.select("a").eachAttr("href"));
  }

  @Test
  void placesAListOfPeople() {
    SiteFiles.write(
        folder,
        """
        == content/pages/staff/people.yml
        - {name: นาย ก, position: นายก, image: mayor.jpg, phone: 0 2123 4567 ต่อ 1, email: a@example.go.th, group: ฝ่ายการเมือง, note: ลา}
        - {name: นาย ข, position: ปลัด, group: ฝ่ายประจำ}
        - {name: นาย ค, position: รองนายก, group: ฝ่ายการเมือง}
        == content/pages/staff/mayor.jpg
        x
        """);
    Element body = body("![คณะผู้บริหาร](staff/people.yml)");
    Element people = body.getElementById("people");
    assertEquals(List.of("ฝ่ายการเมือง", "ฝ่ายประจำ"), people.select(".people-group").eachText());
    assertEquals(List.of("นาย ก", "นาย ค", "นาย ข"), people.select(".person-name").eachText());
    assertEquals("/staff/mayor.jpg", people.selectFirst("img").attr("src"));
    assertTrue(people.selectFirst("img").attr("alt").contains("นาย ก"));
    assertEquals("tel:021234567", people.selectFirst("a[href^=tel]").attr("href"));
    assertEquals("mailto:a@example.go.th", people.selectFirst("a[href^=mailto]").attr("href"));
  }

  @Test
  void placesAFileWithItsTypeAndSize() {
    SiteFiles.put(folder.resolve("content/pages/แผน 2567.pdf"), "x".repeat(2_345));
    Element body = body("![แผนปี 2567](<แผน 2567.pdf>)");
    Element file = body.getElementById("แผน 2567");
    Element link = file.selectFirst("a");
    assertEquals("แผนปี 2567", link.text());
    assertEquals("/%E0%B9%81%E0%B8%9C%E0%B8%99%202567.pdf", link.attr("href"));
    assertTrue(file.text().contains("PDF · 2 KB"), file.text());
  }

  @Test
  void countsThePagesOfAPdf() throws java.io.IOException {
    byte[] pdf = java.nio.file.Files.readAllBytes(Path.of("src/test/resources/documents/thai.pdf"));
    SiteFiles.put(folder.resolve("content/pages/thai.pdf"), pdf);
    assertTrue(body("![x](thai.pdf)").getElementById("thai").text().contains("3 หน้า"));
  }

  @Test
  void placesAPictureWithItsCaption() {
    SiteFiles.put(folder.resolve("content/pages/photo.jpg"), "x");
    Element figure = body("![ภาพ \"งาน\"](photo.jpg)").selectFirst("figure");
    assertEquals("/photo.jpg", figure.selectFirst("img").attr("src"));
    assertEquals("ภาพ \"งาน\"", figure.selectFirst("img").attr("alt"));
    assertEquals("ภาพ \"งาน\"", figure.selectFirst("figcaption").text());
  }

  @Test
  void leavesAPictureInALineInItsLine() {
    assertEquals(
        "<p>ดู <img src=\"/icon.png\" alt=\"รูป\"> นี้</p>", html("ดู ![รูป](icon.png) นี้"));
  }

  @Test
  void showsAPlacedFileThatIsMissingForTheLinkCheckToFind() {
    assertEquals("/none.pdf", body("![x](none.pdf)").selectFirst("a").attr("href"));
    assertEquals("/none.csv", body("![x](none.csv)").selectFirst("a").attr("href"));
  }

  @Test
  void givesAPlacedThingAnotherIdWhereAHeadingHasItsName() {
    SiteFiles.put(folder.resolve("content/pages/plan.csv"), "a\n1\n");
    SiteFiles.put(folder.resolve("content/pages/plan.pdf"), "x");
    Element body = body("## x {#plan}\n\n![a](plan.csv)\n\n![b](plan.pdf)");
    assertEquals("plan-table", body.selectFirst("table").id());
    assertEquals("plan-file", body.selectFirst(".file").id());
  }

  @Test
  void resolvesLinksBetweenSources() {
    SiteFiles.put(folder.resolve("content/pages/b/c.md"), "---\ntitle: x\n---\n");
    assertEquals("<p><a href=\"/b/c/#x\" title=\"t\">y</a></p>", html("[y](b/c.md#x \"t\")"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1 KB",
    "24499, 24 KB",
    "999499, 999 KB",
    "1300000, 1.3 MB",
    "12345678, 12.3 MB"
  })
  void saysSizesAsPeopleDo(long bytes, String said) {
    assertEquals(said, Attachments.size(bytes));
  }

  private Rendered rendered(String markdown) {
    SiteFiles.put(
        folder.resolve("content/pages/a.md"), "---\ntitle: หน้า\n---\n" + markdown + "\n");
    return Rendered.of(folder, "");
  }

  private Element body(String markdown) {
    return rendered(markdown).html("a/index.html").selectFirst("div.prose");
  }

  /** The HTML of the body as it was written. */
  private String html(String markdown) {
    String page = rendered(markdown).text("a/index.html");
    int from = page.indexOf("<div class=\"prose\">") + "<div class=\"prose\">".length();
    return page.substring(from, page.lastIndexOf("</div>", page.indexOf("</article>", from)))
        .strip();
  }

  private List<String> ids(String markdown) {
    return body(markdown).select("h1,h2,h3,h4,h5,h6").eachAttr("id");
  }
}
