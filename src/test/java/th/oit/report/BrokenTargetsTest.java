package th.oit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Language;

class BrokenTargetsTest {
  private static Finding gone(String page, String raw, Source source) {
    return Finding.of(Rule.LINK_NOT_FOUND, "ไม่มี /a.pdf", "no /a.pdf")
        .onPage(page)
        .about(raw)
        .at(source);
  }

  private static final Source MENU = new Source("site-config.yml", 9, 3);

  private static final List<Finding> FINDINGS =
      List.of(
          gone("index.html", "/a.pdf", MENU),
          Finding.of(Rule.LINK_DUPLICATE_ID, "ซ้ำ", "twice").onPage("index.html").about("x"),
          gone("b/index.html", "/a.pdf", MENU),
          Finding.of(Rule.LINK_DUPLICATE_ID, "ซ้ำ", "twice").onPage("b/index.html").about("x"),
          gone("b/index.html", "../a.pdf", new Source("b.md", 4, 1)).ofItem("O1"),
          gone("c/index.html", "../a.pdf", null).as(Severity.WARNING));

  @Test
  void joinsWhatIsSaidOfOneTargetAndNothingElse() {
    List<Finding> joined = BrokenTargets.join(FINDINGS);
    assertEquals(4, joined.size());
    assertEquals(
        List.of("index.html", "b/index.html", "b/index.html"),
        joined.get(0).places().stream().map(Finding.Place::page).toList());
    assertEquals("O1", joined.get(0).places().get(2).item());
    assertEquals(List.of(), joined.get(1).places());
    assertEquals(1, joined.get(3).places().size());
  }

  @Test
  void saysAPlaceThatManyPagesShareOnce() {
    Finding joined = BrokenTargets.join(FINDINGS).get(0);
    assertEquals(
        "no /a.pdf (3 places: site-config.yml:9:3 ×2, b.md:4:1)",
        BrokenTargets.message(joined, Language.EN));
    assertEquals("ไม่มี /a.pdf", BrokenTargets.message(FINDINGS.get(0), Language.TH));
  }

  @Test
  void tellsPeopleOnceWhatIsWrongAtOnePlaceOfASource() {
    List<Finding> once = BrokenTargets.joinOfOnePlace(FINDINGS);
    assertEquals(5, once.size());
    assertEquals(2, once.get(0).places().size());
    assertEquals("no /a.pdf (on 2 pages)", BrokenTargets.message(once.get(0), Language.EN));
    assertEquals(List.of(), once.get(3).places());
    String text =
        TextReport.of(
            Reports.check().withFindings(once), Language.EN, false, false, id -> id, source -> "");
    assertTrue(text.contains("found on 2 pages"), text);
  }

  @Test
  void everyFormatNamesThePlaces() {
    Report report = Reports.check().withFindings(BrokenTargets.join(FINDINGS));
    for (String text :
        List.of(
            GithubReport.of(report, Language.EN),
            JunitReport.of(report, Language.EN),
            SarifReport.of(report, Language.EN),
            MarkdownReport.of(report, Language.EN))) {
      assertTrue(text.contains("3 places: site-config.yml"), text);
      assertTrue(text.contains("b.md"), text);
    }
  }

  @Test
  void thePageListsThePlaces() {
    Report report = Reports.check().withFindings(BrokenTargets.join(FINDINGS));
    String html = HtmlReport.of(report, Language.EN, id -> id, source -> "");
    assertTrue(html.contains("Used in 3 places:</p>"), html);
    assertTrue(html.contains("<li>site-config.yml:9:3 ×2</li>\n<li>b.md:4:1</li>"), html);
  }

  @Test
  void theTextListsSoManyPlacesAsCanBeRead() {
    List<Finding> many =
        IntStream.rangeClosed(1, 30)
            .mapToObj(line -> gone("index.html", "/a.pdf", new Source("a.md", line, 1)))
            .toList();
    String text =
        TextReport.of(
            Reports.check().withFindings(BrokenTargets.join(many)),
            Language.EN,
            false,
            false,
            id -> id,
            source -> "");
    assertTrue(text.contains("      used in 30 places:\n        a.md:1:1\n"), text);
    assertTrue(text.contains("        a.md:19:1\n        and 11 more\n"), text);
    assertFalse(text.contains("a.md:20:1"), text);
  }
}
