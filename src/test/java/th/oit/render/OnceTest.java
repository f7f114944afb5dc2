package th.oit.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.SiteFiles;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

/** What many pages have in common is filled once, and no page shows that. */
class OnceTest {
  private static final String SITE =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th/sub, digits: DIGITS}
      organization:
        name: {th: อบต.ตัวอย่าง หมู่ที่ 3, en: Example SAO}
        short: {th: อบต.ตัวอย่าง, en: Example}
        address: {th: เลขที่ 1 หมู่ที่ 3 ถนน ก, en: 1 Moo 3}
        hours: {th: เวลา 08.30 น. ถึง 16.30 น., en: 8.30 to 16.30}
        channels:
          - {kind: phone, value: 0 2123 4567}
          - {kind: email, value: a@example.go.th}
      departments:
        - {id: office, name: {th: สำนักปลัด, en: Office}}
      assessment: {year: 2567}
      menu:
        - {title: {th: หน้าแรก, en: Home}, to: index.md}
        - title: {th: เกี่ยวกับเรา ปี 2567, en: About us}
          items:
            - {title: {th: ติดต่อ, en: Contact}, to: pages/contact.md}
            - {title: ข่าว, to: /news/}
      == content/index.md
      ---
      title: หน้าแรก
      ---
      == content/index.en.md
      ---
      title: Home
      ---
      == content/pages/contact.md
      ---
      title: ติดต่อเรา
      updated: 2567-04-10
      ---

      ปี พ.ศ. 2567
      == content/pages/contact.en.md
      ---
      title: Contact us
      department: office
      updated: 2567-04-10
      ---

      Call us.
      == content/pages/about.md
      ---
      title: ประวัติ
      ---

      ไม่มีฉบับภาษาอังกฤษ
      == content/pages/accessibility.md
      ---
      title: การเข้าถึง
      ---

      มาตรา 9
      == content/news/2567-03-01-a.md
      ---
      title: ข่าวแรก
      date: 2567-03-01
      topic: ประกาศ
      ---

      วันที่ 1 มีนาคม 2567
      == content/news/2567-03-02-b.md
      ---
      title: ข่าวที่สอง
      date: 2567-03-02
      ---

      ต่าง ๆ
      == content/oit/2567/o1.md
      ---
      item: O1
      year: 2567
      title: โครงสร้าง
      department: office
      updated: 2567-01-15
      ---

      ข้อ 1
      == content/oit/2567/o2.md
      ---
      item: O2
      year: 2567
      title: ผู้บริหาร
      department: office
      updated: 2567-01-15
      ---

      ข้อ 2
      """;

  @TempDir private Path folder;

  private TestSite site(String digits) {
    return TestSite.of(folder, SITE.replace("DIGITS", digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arabic", "thai"})
  void hasTheBytesOfPagesFilledOneByOne(String digits) throws IOException {
    Rendered once = Rendered.of(site(digits), 2);
    String layout = bundled("layout.ftlh");
    String everyTime = layout.replaceAll("(?m)^</?@once.*>\\n", "");
    assertNotEquals(layout, everyTime);
    assertTrue(!everyTime.contains("\n<@once"), everyTime);
    SiteFiles.put(folder.resolve("templates/layout.ftlh"), everyTime);
    Rendered each = Rendered.of(TestSite.read(folder), 1);
    assertEquals(each.files().keySet(), once.files().keySet());
    each.files().forEach((output, bytes) -> assertEquals(text(bytes), once.text(output), output));
    assertTrue(once.files().size() > 30, once.files().keySet().toString());
    assertEquals(1, once.html("en/contact/index.html").select(".menu-bar [aria-current]").size());
    assertEquals(1, once.html("accessibility/index.html").select("footer [aria-current]").size());
  }

  @Test
  void printsAgainWhatTheFirstPageWithTheSameValuesHasPrinted() {
    SiteFiles.put(
        folder.resolve("templates/layout.ftlh"),
        """
        <#macro frame list="" crumb="" styles=[] scripts=[] contacts=true>
        <html lang="th"><body>
        <@once per=[page.kind, 1, [true]]><i>${page.url}</i></@once>
        <#local caught><@once per=page.url><b>ปี 2567 ${page.url}</b></@once></#local>${caught}
        <main id="main"><#nested></main></body></html>
        </#macro>
        """
            + macros());
    Rendered site = Rendered.of(site("thai"), 1);
    assertEquals(
        site.html("oit/2567/o1/index.html").select("i").text(),
        site.html("oit/2567/o2/index.html").select("i").text());
    assertNotEquals(
        site.html("about/index.html").select("i").text(),
        site.html("oit/2567/o2/index.html").select("i").text());
    assertEquals(
        "ปี\u00A0๒๕๖๗ /sub/oit/2567/o2/",
        site.html("oit/2567/o2/index.html").select("b").first().wholeText());
  }

  @Test
  void tellsWhereATemplateGivesValuesThatCannotBeCompared() {
    SiteFiles.put(
        folder.resolve("templates/not-found.ftlh"), "<p>\n<@once per=site>x</@once>\n</p>");
    Finding finding = Refusal.one(() -> Rendered.of(site("thai"), 1));
    assertEquals(Rule.TEMPLATE_FAILED, finding.rule());
    assertEquals(new Source("templates/not-found.ftlh", 2, 1), finding.source());
    assertTrue(finding.message().en().contains("texts, numbers"), finding.message().en());
  }

  @Test
  void tellsWhereATemplateGivesAnotherParameter() {
    SiteFiles.put(
        folder.resolve("templates/not-found.ftlh"), "<p>\n<@once for=page.url>x</@once>\n</p>");
    Finding finding = Refusal.one(() -> Rendered.of(site("thai"), 1));
    assertEquals(new Source("templates/not-found.ftlh", 2, 1), finding.source());
    assertTrue(finding.message().en().contains("'for'"), finding.message().en());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ปี 2567",
        "<p>ปี 2567 😀</p>",
        "5 <p>ปี 2567</p> 5\n",
        "<p>ปี 2567",
        "<p title='ปี",
        "<!-- ปี 2567",
        "<!-- ปี 2567 --><p>ปี 1</p>",
        "<table>1",
        "</table>1<p>2</p>",
        "<table>1</table><b>2</b>",
        "<svg><p>1</p>",
        "2 > <b>1</b> 3 > 4",
        "<span class=\"url\">1</span><br>2<br>",
        "\uD83D<b>\uDE00</b>\uD83D",
      })
  void setsAPartAsThePageAroundItAsks(String part) {
    Typography typography = new Typography(true);
    for (String before :
        new String[] {"", "ปี ", "<p>5 ", "<table>1", "<a title=\"", "<!--", "a\uD83D"}) {
      for (String after :
          new String[] {"", " 5 คน", "</table><i>7</i>", "\">8", "-->9", "\uDE00"}) {
        PageText whole = new PageText(1);
        whole.write(before + part + part + after);
        PageText written = new PageText(1);
        PageText filled = new PageText(1);
        filled.write(part);
        Once.Part known = typography.part(filled);
        written.write(before);
        written.write(known);
        written.write(known);
        written.write(after);
        typography.set(whole);
        typography.set(written);
        String name = before + "|" + part + "|" + after;
        assertEquals(whole.toString(), written.toString(), name);
        assertArrayEquals(whole.toString().getBytes(UTF_8), written.utf8(), name);
      }
    }
  }

  @Test
  void knowsWhatIsTheSameOnEveryPageOfAWellFormedPart() {
    PageText filled = new PageText(1);
    filled.write("\n<p>ปี 2567</p><table>1</table>\n");
    Once.Part part = new Typography(true).part(filled);
    assertEquals("<p>ปี\u00A0๒๕๖๗</p><table>1</table>", new String(part.set()));
    assertEquals(1, part.from());
    assertEquals(new String(part.set()), text(part.bytes()));
  }

  private static String macros() {
    String layout = bundled("layout.ftlh");
    return layout.substring(0, layout.indexOf("<#macro frame "));
  }

  private static String bundled(String name) {
    try (InputStream in = TemplateSources.bundled(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
