package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.UnusableInput;

/** A page may have a twin in the other language, and the frame speaks the language of its page. */
class LanguagesTest {
  private static final String CONFIG =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th}
      organization:
        name: {th: อบต.ตัวอย่าง, en: Example SAO}
        channels:
          - {kind: phone, value: 0 0000 0000}
      departments:
        - {id: office, name: {th: สำนักปลัด, en: Office}}
      assessment: {year: 2567}
      menu:
        - {title: {th: ติดต่อ, en: Contact}, to: pages/contact.md}
        - {title: ข่าว, to: /news/}
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
      title: เกี่ยวกับ
      ---
      """;

  @TempDir Path folder;

  private Rendered site(String files) {
    return Rendered.of(TestSite.of(folder, files), 1);
  }

  @Test
  void speaksTheLanguageOfThePage() {
    Document english = site(CONFIG + PAGES).html("en/contact/index.html");
    assertEquals("en", english.selectFirst("html").attr("lang"));
    assertEquals("Example SAO", english.selectFirst(".brand-name").text());
    assertEquals("Skip to main content", english.selectFirst(".skip").text());
    assertEquals("Contact", english.selectFirst(".menu a").text());
    assertEquals("/en/contact/", english.selectFirst(".menu a").attr("href"));
    assertTrue(english.selectFirst(".owner").text().startsWith("Responsible: Office"));
    assertEquals("10 April 2024", english.selectFirst(".owner time").text());
  }

  @Test
  void linksThePagesThatSayTheSameInBothLanguages() {
    Rendered site = site(CONFIG + PAGES);
    assertEquals(
        "/en/contact/", site.html("contact/index.html").selectFirst("a.language").attr("href"));
    Document english = site.html("en/contact/index.html");
    assertEquals("/contact/", english.selectFirst("a.language").attr("href"));
    assertEquals("ภาษาไทย", english.selectFirst("a.language").text());
    assertEquals(
        "https://www.example.go.th/contact/",
        english.selectFirst("link[hreflang=th]").attr("href"));
  }

  @Test
  void leadsFromAPageWithoutATwinToTheOtherHomePage() {
    Document about = site(CONFIG + PAGES).html("about/index.html");
    assertEquals("/en/", about.selectFirst("a.language").attr("href"));
    assertTrue(about.select("link[hreflang]").isEmpty());
  }

  @Test
  void offersNoOtherLanguageWhereThereIsNone() {
    String thai = PAGES.replace("index.en.md", "pages/a.md").replace("contact.en.md", "b.md");
    Rendered site = site(CONFIG + thai);
    assertTrue(site.html("contact/index.html").select("a.language").isEmpty());
    assertFalse(site.files().containsKey("en/index.html"));
  }

  @Test
  void speaksEnglishThroughoutWhereTheSiteSaysSo() {
    Rendered site =
        site(
            CONFIG.replace("go.th}", "go.th, language: en}")
                + "== content/pages/a.md\n---\ntitle: A\n---\n");
    assertEquals("en", site.html("a/index.html").selectFirst("html").attr("lang"));
    assertEquals("Page not found", site.html("404.html").selectFirst("h1").text());
    assertEquals(
        "What is disclosed", site.html("oit/2567/index.html").selectFirst("th.m-name").text());
  }

  @Test
  void showsThaiDigitsWhereTheSiteSaysSoButNotInData() {
    Rendered site = site(CONFIG.replace("go.th}", "go.th, digits: thai}") + PAGES);
    Document page = site.html("contact/index.html");
    assertEquals("ปี พ.ศ.\u00A0๒๕๖๗", page.selectFirst(".prose p").wholeText());
    assertEquals("๑๐\u00A0เมษายน\u00A0๒๕๖๗", page.selectFirst(".owner time").wholeText());
    assertEquals("2024-04-10", page.selectFirst(".owner time").attr("datetime"));
    assertEquals("tel:000000000", page.selectFirst("footer a[href^=tel]").attr("href"));
  }

  @Test
  void takesAWordOfTheSiteForOneOfTheTool() {
    Rendered site = site(CONFIG + PAGES + "== templates/words.th.yml\nskip: ไปที่เนื้อหาเลย\n");
    assertEquals("ไปที่เนื้อหาเลย", site.html("index.html").selectFirst(".skip").text());
  }

  @Test
  void refusesAWordThatNoTemplateUses() {
    UnusableInput refused =
        assertThrows(
            UnusableInput.class,
            () -> site(CONFIG + PAGES + "== templates/words.th.yml\nskipp: ไป\n"));
    Finding finding = refused.findings().get(0);
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals("templates/words.th.yml:1:1", finding.source().toString());
    assertEquals("did you mean 'skip'?", finding.hint().en());
  }
}
