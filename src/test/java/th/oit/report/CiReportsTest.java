package th.oit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.Language;

/** The formats in which CI servers and code hosts take a report. */
class CiReportsTest {
  private static final Finding NASTY =
      Finding.of(Rule.LINK_NOT_FOUND, "ไม่มี <b>&\"x\" | a,b:c\u0001", "no <b>&\"x\" | a,b:c\u0001")
          .at(new Source("content/หน้า a.md", 3, 7))
          .about("a%20b.pdf")
          .hint("แก้\nบรรทัดนี้", "mend\nthis line");

  @Test
  void junitHasACaseForEveryItemAndFailsThoseThatDoNotPass() throws Exception {
    Report report = Reports.failed();
    Element suite = xml(JunitReport.of(report, Language.EN));
    NodeList cases = suite.getElementsByTagName("testcase");
    assertEquals(suite.getAttribute("tests"), Integer.toString(cases.getLength()));
    assertEquals(
        suite.getAttribute("failures"),
        Integer.toString(suite.getElementsByTagName("failure").getLength()));
    Element first = (Element) cases.item(0);
    assertEquals("O1 โครงสร้าง", first.getAttribute("name"));
    assertEquals(0, first.getElementsByTagName("failure").getLength());
    Element missing = (Element) cases.item(2);
    assertEquals(1, missing.getElementsByTagName("failure").getLength());
  }

  @Test
  void junitOfACheckWithoutFindingsStillHasACase() throws Exception {
    Element suite = xml(JunitReport.of(Reports.check(), Language.TH));
    assertEquals("1", suite.getAttribute("tests"));
    assertEquals("0", suite.getAttribute("failures"));
  }

  @Test
  void junitStaysXmlWhateverAMessageHolds() throws Exception {
    Element suite = xml(JunitReport.of(Reports.check(NASTY), Language.TH));
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertEquals("ไม่มี <b>&\"x\" | a,b:c", failure.getAttribute("message"));
    assertEquals("link/not-found", failure.getAttribute("type"));
  }

  @Test
  void sarifNamesRulePlaceAndAFingerprintWithoutTheLine() throws Exception {
    JsonNode run =
        new ObjectMapper()
            .readTree(SarifReport.of(Reports.check(NASTY), Language.EN))
            .path("runs")
            .path(0);
    JsonNode result = run.path("results").path(0);
    assertEquals("link/not-found", result.path("ruleId").asText());
    assertEquals("error", result.path("level").asText());
    JsonNode place = result.path("locations").path(0).path("physicalLocation");
    assertEquals(
        "content/%E0%B8%AB%E0%B8%99%E0%B9%89%E0%B8%B2%20a.md",
        place.path("artifactLocation").path("uri").asText());
    assertEquals(3, place.path("region").path("startLine").asInt());
    assertEquals(7, place.path("region").path("startColumn").asInt());
    assertEquals(
        "link/not-found",
        run.path("tool")
            .path("driver")
            .path("rules")
            .path(result.path("ruleIndex").asInt())
            .path("id")
            .asText());
    String moved =
        SarifReport.of(
            Reports.check(NASTY.at(new Source("content/หน้า a.md", 30, 7))), Language.EN);
    assertEquals(
        result.path("partialFingerprints"),
        new ObjectMapper().readTree(moved).at("/runs/0/results/0/partialFingerprints"));
  }

  @Test
  void everyRuleThatSarifUsesIsDescribedOnce() throws Exception {
    JsonNode run =
        new ObjectMapper()
            .readTree(SarifReport.of(Reports.failed(), Language.TH))
            .path("runs")
            .path(0);
    List<String> ids = run.path("tool").path("driver").path("rules").findValuesAsText("id");
    assertEquals(ids.stream().distinct().toList(), ids);
    for (JsonNode result : run.path("results")) {
      assertEquals(result.path("ruleId").asText(), ids.get(result.path("ruleIndex").asInt()));
    }
  }

  @Test
  void githubLinesCannotBeBrokenByWhatAMessageHolds() {
    List<String> lines = GithubReport.of(Reports.check(NASTY), Language.EN).lines().toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "::error file=content/หน้า a.md,line=3,col=7,title=link/not-found::no <b>&"),
        lines.get(0));
    assertTrue(lines.get(0).endsWith("%0Amend%0Athis line"), lines.get(0));
    assertTrue(lines.get(1).startsWith("::notice title=oit::"), lines.get(1));
  }

  @Test
  void aCellOfMarkdownStaysOneCell() {
    String markdown = MarkdownReport.of(Reports.check(NASTY), Language.EN);
    String row =
        markdown.lines().filter(line -> line.contains("link/not-found")).findFirst().orElseThrow();
    assertEquals(5, row.replace("\\|", "").chars().filter(c -> c == '|').count(), row);
    assertTrue(row.contains("mend this line"), row);
    assertFalse(row.contains(" <b>"), row);
  }

  @Test
  void markdownListsTheItemsThatDoNotPass() {
    String markdown = MarkdownReport.of(Reports.failed(), Language.TH);
    assertTrue(markdown.contains("| O3 | ผล | ยังไม่มีหน้า | 0/1 |"), markdown);
    assertFalse(markdown.contains("| O1 |"), markdown);
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }
}
