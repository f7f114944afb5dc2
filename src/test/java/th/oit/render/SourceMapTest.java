package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;
import th.oit.TestSite;
import th.oit.finding.Origins;
import th.oit.finding.Source;

/** The way back from what stands on a page to the line that made it. */
class SourceMapTest {
  private static final String PAGE = "oit/2567/o14/index.html";
  private static final String FILE = "content/oit/2567/o14/index.md";

  @TempDir Path folder;

  @Test
  void knowsTheFileOfEveryOutput() {
    Rendered site = site();
    assertEquals(at(FILE, 0, 0), origin(site, PAGE, Origins.page()));
    assertEquals(
        at("content/oit/2567/o14/plan.pdf", 0, 0),
        origin(site, "oit/2567/o14/plan.pdf", Origins.page()));
    assertEquals(
        at("content/pages/contact.md", 0, 0), origin(site, "contact/index.html", Origins.page()));
    assertEquals(
        at("oit:/templates/assets/site.css", 0, 0),
        origin(site, "assets/site.css", Origins.page()));
    assertEquals(Optional.empty(), site.origins().of("none.html", Origins.page(), 0));
  }

  @Test
  void knowsTheLineAndColumnOfLinksAndPictures() {
    Rendered site = site();
    assertEquals(at(FILE, 17, 8), origin(site, PAGE, Origins.link("/oit/2567/o14/none.pdf")));
    assertEquals(at(FILE, 19, 1), origin(site, PAGE, Origins.link("/oit/2567/o14/photo.png")));
    assertEquals(at(FILE, 21, 4), origin(site, PAGE, Origins.link("/oit/2567/o14/icon.png")));
    assertEquals(at(FILE, 25, 3), origin(site, PAGE, Origins.link("/oit/2567/o14/in-table.pdf")));
    assertEquals(at(FILE, 29, 1), origin(site, PAGE, Origins.link("https://www.nacc.go.th/x")));
  }

  @Test
  void knowsTheLineAndColumnOfElementsEvidenceAndKeys() {
    Rendered site = site();
    assertEquals(at(FILE, 7, 21), origin(site, PAGE, Origins.element("investment-list")));
    assertEquals(at(FILE, 7, 30), origin(site, PAGE, Origins.element("investment-list"), 1));
    assertEquals(at(FILE, 10, 14), origin(site, PAGE, Origins.link("/oit/2567/o14/old.pdf")));
    assertEquals(at(FILE, 4, 10), origin(site, PAGE, Origins.key("updated")));
    assertEquals(at(FILE, 5, 9), origin(site, PAGE, Origins.key("period")));
    assertEquals(Optional.empty(), site.origins().of(PAGE, Origins.key("expires"), 0));
  }

  @Test
  void knowsTheDataFileBehindATable() {
    assertEquals(
        at("content/oit/2567/o14/plan.csv", 1, 1), origin(site(), PAGE, Origins.table("plan")));
  }

  @Test
  void tellsLinksToOneTargetApartInTheOrderOfThePage() {
    Rendered site = site();
    String plan = Origins.link("/oit/2567/o14/plan.pdf");
    assertEquals(4, site.html(PAGE).select("a[href=/oit/2567/o14/plan.pdf]").size());
    assertEquals(at(FILE, 7, 30), origin(site, PAGE, plan, 0));
    assertEquals(at(FILE, 15, 4), origin(site, PAGE, plan, 1));
    assertEquals(at(FILE, 27, 1), origin(site, PAGE, plan, 2));
    assertEquals(at(FILE, 9, 14), origin(site, PAGE, plan, 3));
    assertEquals(at(FILE, 9, 14), origin(site, PAGE, plan, 9));
  }

  @Test
  void looksForNoLinkOfAPageInTemplatesThatMakeNone() {
    assertEquals(Optional.empty(), origin(site(), PAGE, Origins.link("/none/sitemap.xml")));
  }

  @Test
  void knowsTheEntriesOfTheConfigurationThatStandOnEveryPage() {
    Rendered site = site();
    assertEquals(at("site-config.yml", 10, 29), origin(site, PAGE, Origins.link("/none/")));
    assertEquals(
        at("site-config.yml", 11, 50), origin(site, "index.html", Origins.link("/contact/")));
    assertEquals(at("site-config.yml", 4, 9), origin(site, PAGE, Origins.link("/images/none.svg")));
    assertEquals(
        at("site-config.yml", 6, 31), origin(site, PAGE, Origins.link("https://x.example/us")));
  }

  @Test
  void knowsTheListOfPeopleBehindAPicture() {
    assertEquals(
        "content/pages/people.yml",
        origin(site(), "contact/index.html", Origins.link("/mayor.jpg")).orElseThrow().file());
  }

  @Test
  void knowsThePictureOfNews() {
    assertEquals(
        at("content/news/a.md", 4, 8),
        origin(site(), "news/a/index.html", Origins.link("/news/a.jpg")));
  }

  @Test
  void knowsTheDraftBehindAnItemThatTheListShowsAsOne() {
    assertEquals(
        at("content/oit/2567/o2.md", 3, 9),
        origin(site(), "oit/2567/index.html", Origins.key("O2")));
  }

  @Test
  void findsALinkOfATemplateInTheTemplate() {
    SiteFiles.put(
        folder.resolve("templates/not-found.ftlh"), "<p>\n  <a href=\"/nowhere/\">x</a>\n</p>\n");
    assertEquals(
        at("templates/not-found.ftlh", 2, 12),
        origin(site(), "404.html", Origins.link("/nowhere/")));
  }

  private Rendered site() {
    return Rendered.of(
        TestSite.of(
            folder,
            """
            == site-config.yml
            site: {base_url: https://www.example.go.th}
            organization:
              name: ก
              seal: images/none.svg
              channels:
                - {kind: web, value:      https://x.example/us}
            departments: [{id: office, name: ก}]
            assessment: {year: 2567}
            menu:
              - {title: ไม่มี,      to: pages/none.md}
              - {title: ข้อมูล, items: [{title: ติดต่อ,  to: pages/contact.md}]}
            == content/oit/2567/o14/index.md
            ---
            item: O14
            title: แผน
            updated: 2567-04-10
            period: 2567
            elements:
              investment-list: ['#plan', plan.pdf]
            evidence:
              - {file:   plan.pdf}
              - {file:   old.pdf}
            ---

            ![ตาราง](plan.csv)

            ดู [แผน](plan.pdf)

            ไม่พบ  [ไม่มี](none.pdf)

            ![ภาพ](photo.png)

            ดู ![รูป](icon.png) นี้

            | ก | ข |
            |---|---|
            | [x](in-table.pdf) | y |

            ![แผน](plan.pdf)

            https://www.nacc.go.th/x
            == content/oit/2567/o14/plan.csv
            a,b
            1,2
            == content/oit/2567/o14/plan.pdf
            x
            == content/oit/2567/o2.md
            ---
            title: x
            status: draft
            ---
            == content/pages/contact.md
            ---
            title: x
            ---

            ![คณะ](people.yml)
            == content/pages/people.yml
            - {name: ก, position: ข, image: mayor.jpg}
            == content/news/a.md
            ---
            title: x
            date: 2567-01-01
            image: a.jpg
            image_alt: y
            ---
            """),
        2);
  }

  private static Optional<Source> at(String file, int line, int column) {
    return Optional.of(new Source(file, line, column));
  }

  private static Optional<Source> origin(Rendered site, String page, String key) {
    return origin(site, page, key, 0);
  }

  private static Optional<Source> origin(Rendered site, String page, String key, int occurrence) {
    return site.origins().of(page, key, occurrence);
  }
}
