package th.oit.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.Refusal;
import th.oit.TestSite;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

class SiteBuilderTest {
  @TempDir Path folder;

  @Test
  void givesEveryKindOfSourceItsAddress() {
    Site site =
        site(
            """
            == content/index.md
            == content/pages/contact.md
            ---
            title: x
            ---
            == content/pages/about/index.md
            ---
            title: x
            ---
            == content/pages/about/villages.md
            ---
            title: x
            ---
            == content/oit/2567/o14.md
            ---
            title: x
            ---
            == content/oit/2567/o15/index.md
            ---
            title: x
            ---
            == content/news/2567-03-01-flood.md
            ---
            title: x
            date: 2567-03-01
            ---
            == content/news/2567-03-02-fire/index.md
            ---
            title: x
            date: 2567-03-02
            ---
            == content/oit/2567/o15/plan.pdf
            == content/oit/2567/o15/plan.csv
            == content/oit/2567/o15/people.yml
            == content/pages/about/x.png
            == content/images/seal.svg
            == content/news/2567-03-02-fire/a.jpg
            """);
    Map<String, String> outputs = new TreeMap<>();
    site.pages().forEach(page -> outputs.put(page.path(), page.output()));
    assertEquals(
        Map.of(
            "/", "index.html",
            "/contact/", "contact/index.html",
            "/about/", "about/index.html",
            "/about/villages/", "about/villages/index.html",
            "/oit/2567/o14/", "oit/2567/o14/index.html",
            "/oit/2567/o15/", "oit/2567/o15/index.html",
            "/news/2567-03-01-flood/", "news/2567-03-01-flood/index.html",
            "/news/2567-03-02-fire/", "news/2567-03-02-fire/index.html"),
        outputs);
    assertEquals(
        Set.of(
            "oit/2567/o15/plan.pdf",
            "oit/2567/o15/plan.csv",
            "about/x.png",
            "images/seal.svg",
            "news/2567-03-02-fire/a.jpg"),
        site.files().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "plan.pdf, /oit/2567/o14/plan.pdf",
    "plan.pdf#page=2, /oit/2567/o14/plan.pdf#page=2",
    "plan.pdf?v=1#x, /oit/2567/o14/plan.pdf?v=1#x",
    "./plan.pdf, /oit/2567/o14/plan.pdf",
    "../o15/index.md, /oit/2567/o15/",
    "../o15/index.md#list, /oit/2567/o15/#list",
    "../o15/, /oit/2567/o15/",
    "../../../pages/contact.md#map, /contact/#map",
    "../../../pages/about/x.png, /about/x.png",
    "../../../index.md, /",
    "แผน ปี.pdf, /oit/2567/o14/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5.pdf",
    "%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5.pdf, /oit/2567/o14/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5.pdf",
    "a+b.pdf, /oit/2567/o14/a+b.pdf",
    "missing.pdf, /oit/2567/o14/missing.pdf",
    "../o16/index.md, /oit/2567/o16/",
    "../../../pages/none.md#x, /none/#x",
    "/contact/#map, /contact/#map",
    "'#list', '#list'",
    "'', ''",
    "'?q=1', '?q=1'",
    "https://www.nacc.go.th/x?y#z, https://www.nacc.go.th/x?y#z",
    "//other.example/x, //other.example/x",
    "mailto:a@b.go.th, mailto:a@b.go.th",
    "tel:021234567, tel:021234567",
    "C:\\plan.pdf, C:\\plan.pdf",
    "../../../../x.md, ../../../../x.md"
  })
  void makesAnAddressOfALinkBetweenSources(String target, String href) {
    Site site = site(LINKED);
    assertEquals(href, site.link("oit/2567/o14/index.md", target));
  }

  @ParameterizedTest
  @CsvSource({
    "plan.pdf, /oit/oit/2567/o14/plan.pdf",
    "../../../index.md, /oit/",
    "/contact/#map, /oit/contact/#map",
    "'#list', '#list'",
    "https://x.example/, https://x.example/"
  })
  void putsTheBasePathBeforeEveryAddressOfTheSite(String target, String href) {
    Site site = site(LINKED.replace("== content/index.md", BASE_PATH + "== content/index.md"));
    assertEquals(href, site.link("oit/2567/o14/index.md", target));
    assertEquals("https://x.example/oit/contact/", site.config().baseUrl().absolute("/contact/"));
  }

  @Test
  void linksToTheAddressThatADraftWillHave() {
    Site site = site("== content/pages/a.md\n---\ntitle: x\nstatus: draft\n---\n");
    assertEquals(List.of(), site.pages());
    assertEquals("/a/", site.link("index.md", "pages/a.md"));
  }

  @Test
  void namesBothSourcesThatClaimOneAddress() {
    Finding finding =
        refused(
            """
            == content/pages/about.md
            ---
            title: x
            ---
            == content/pages/about/index.md
            ---
            title: x
            ---
            """);
    assertEquals(Rule.SITE_URL_CONFLICT, finding.rule());
    assertEquals(Source.of("content/pages/about/index.md"), finding.source());
    assertEquals("/about/", finding.target());
    assertTrue(finding.message().en().contains("content/pages/about.md"), finding.message().en());
    assertTrue(finding.message().th().contains("content/pages/about.md"), finding.message().th());
  }

  @Test
  void namesBothFilesThatClaimOneAddress() {
    Finding finding = refused("== content/images/a.png\n== content/pages/images/a.png\n");
    assertEquals(Source.of("content/pages/images/a.png"), finding.source());
    assertTrue(finding.message().en().contains("content/images/a.png"), finding.message().en());
  }

  @Test
  void refusesAddressesThatDifferOnlyByCase() {
    Finding finding =
        refused("== content/oit/2567/o14/Plan.pdf\n== content/oit/2567/o14/plan.PDF\n");
    assertEquals(Rule.SITE_URL_CONFLICT, finding.rule());
    assertTrue(finding.message().en().contains("only by case"), finding.message().en());
    assertTrue(finding.message().en().contains("o14/Plan.pdf"), finding.message().en());
    assertTrue(finding.message().en().contains("o14/plan.PDF"), finding.message().en());
  }

  @ParameterizedTest
  @CsvSource({
    "content/sitemap.xml",
    "content/robots.txt",
    "content/pages/feed.xml",
    "content/404.html",
    "content/news/index.html",
    "content/search/index.html",
    "content/pages/a-z/index.html",
    "content/oit/2567/index.html"
  })
  void refusesAFileInPlaceOfOneThatTheToolMakes(String path) {
    assertEquals(Source.of(path), refused("== " + path + "\n").source());
  }

  @Test
  void refusesAPageInPlaceOfTheListOfTheYear() {
    Finding finding = refused("== content/oit/2567/index.md\n---\ntitle: x\n---\n");
    assertEquals(Rule.SITE_URL_CONFLICT, finding.rule());
  }

  @Test
  void sendsReadersOnFromOldAddresses() {
    Site site =
        site(
            """
            == content/pages/a.md
            ---
            title: x
            aliases: [/old/, /old-a, /old.html]
            ---
            """);
    assertEquals(
        Set.of("old/index.html", "old-a/index.html", "old.html"), site.redirects().keySet());
  }

  @Test
  void refusesAnOldAddressThatIsInUseOrClaimedTwice() {
    List<Finding> findings =
        Refusal.all(
            () ->
                site(
                    """
                    == content/pages/a.md
                    ---
                    title: x
                    aliases: [/b/, /old/]
                    ---
                    == content/pages/b.md
                    ---
                    title: x
                    aliases:
                      - /old
                    ---
                    """));
    assertEquals(
        List.of(
            "content/pages/a.md:3:11 site/url-conflict",
            "content/pages/b.md:4:5 site/url-conflict"),
        Refusal.lines(findings));
  }

  @Test
  void suggestsTheDepartmentThatWasMeant() {
    Finding finding = refused("== content/pages/a.md\n---\ntitle: x\ndepartment: finnance\n---\n");
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals(new Source("content/pages/a.md", 3, 13), finding.source());
    assertEquals("did you mean 'finance'?", finding.hint().en());
  }

  @Test
  void listsTheDepartmentsWhereNoneIsNear() {
    Finding finding =
        refused("== content/pages/a.md\n---\ntitle: x\ndepartment: engineering\n---\n");
    assertEquals("there are: office, finance", finding.hint().en());
  }

  @Test
  void suggestsTheElementThatWasMeant() {
    Finding finding =
        refused(
            "== content/oit/2567/o1.md\n---\ntitle: x\nelements:\n  structure-chrat: '#a'\n---\n");
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals(new Source("content/oit/2567/o1.md", 4, 3), finding.source());
    assertEquals("O1", finding.item());
    assertTrue(finding.hint().en().contains("structure-chart"), finding.hint().en());
  }

  @Test
  void reportsMistakesOfDraftsToo() {
    assertEquals(
        "x",
        refused("== content/pages/a.md\n---\ntitle: x\nstatus: draft\ndepartment: x\n---\n")
            .target());
  }

  @Test
  void ordersNewsFromTheNewest() {
    Site site =
        site(
            """
            == content/news/a.md
            ---
            title: a
            date: 2566-12-31
            ---
            == content/news/b.md
            ---
            title: b
            date: 2024-02-01
            ---
            == content/news/c.md
            ---
            title: c
            date: 2567-02-01
            ---
            """);
    assertEquals(
        List.of("b", "c", "a"), site.news().stream().map(page -> page.content().title()).toList());
  }

  @Test
  void knowsTheStateOfEveryItem() {
    Site site =
        site(
            """
            == content/oit/2567/o1.md
            ---
            title: x
            ---
            == content/oit/2567/o2.md
            ---
            title: x
            status: none
            reason: y
            ---
            == content/oit/2567/o3.md
            ---
            title: x
            status: draft
            ---
            == content/oit/2567/o4.md
            ---
            title: x
            publish: 2567-04-11
            ---
            == content/oit/2567/o98.md
            ---
            title: x
            ---
            == content/oit/2560/o5.md
            ---
            title: of a year that the site does not show
            ---
            """);
    YearList year = site.assessed().orElseThrow();
    assertEquals(YearList.State.PUBLISHED, year.state(new ItemCode(1)));
    assertEquals(YearList.State.NONE, year.state(new ItemCode(2)));
    assertEquals(YearList.State.DRAFT, year.state(new ItemCode(3)));
    assertEquals(YearList.State.DRAFT, year.state(new ItemCode(4)));
    assertEquals(YearList.State.MISSING, year.state(new ItemCode(5)));
    assertEquals(2, year.ready());
    assertEquals("/oit/2567/", year.path());
    assertEquals(
        List.of("O1", "O2"), year.published().stream().map(i -> i.code().toString()).toList());
    assertFalse(site.year(new FiscalYear(2560)).isPresent());
    assertTrue(site.pages().stream().noneMatch(page -> page.path().contains("2560")));
  }

  private static final String BASE_PATH =
      """
      == site-config.yml
      site: {base_url: https://x.example/oit}
      organization: {name: ก}
      assessment: {year: 2567}
      """;

  private static final String LINKED =
      """
      == content/index.md
      == content/pages/contact.md
      ---
      title: x
      ---
      == content/oit/2567/o14/index.md
      ---
      title: x
      ---
      == content/oit/2567/o15/index.md
      ---
      title: x
      ---
      == content/oit/2567/o14/plan.pdf
      == content/oit/2567/o14/a+b.pdf
      == content/oit/2567/o14/แผน ปี.pdf
      == content/pages/about/x.png
      """;

  private Site site(String files) {
    return TestSite.of(folder, TestSite.CONFIG + files).site();
  }

  private Finding refused(String files) {
    return Refusal.one(() -> site(files));
  }
}
