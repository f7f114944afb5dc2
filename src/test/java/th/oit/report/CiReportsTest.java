package th.oit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  // The schemas by which others read.

  @ParameterizedTest
  @MethodSource("reportsOfAllKinds")
  void sarifIsAcceptedByItsSchema(Report report) throws Exception {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(
                CiReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    for (Language language : Language.values()) {
      String sarif = SarifReport.of(report, language);
      assertEquals(Set.of(), schema.validate(sarif, InputFormat.JSON), sarif);
      assertFalse(
          schema
              .validate(sarif.replace("\"columnKind\"", "\"columKind\""), InputFormat.JSON)
              .isEmpty(),
          "the schema is looked at");
    }
  }

  @ParameterizedTest
  @MethodSource("reportsOfAllKinds")
  void junitKeepsToWhatJenkinsReads(Report report) throws Exception {
    Element suite = xml(JunitReport.of(report, Language.TH));
    assertEquals("testsuite", suite.getTagName());
    assertEquals(
        Set.of("name", "tests", "failures", "errors", "skipped", "time"), attributes(suite));
    assertTrue(suite.getAttribute("time").matches("\\d+\\.\\d{3}"), suite.getAttribute("time"));
    Map<String, Integer> counts = new TreeMap<>(Map.of("failure", 0, "skipped", 0));
    for (Element testCase : children(suite)) {
      assertEquals("testcase", testCase.getTagName());
      assertEquals(Set.of("name", "classname"), attributes(testCase));
      for (Element inner : children(testCase)) {
        Set<String> allowed =
            switch (inner.getTagName()) {
              case "failure" -> Set.of("type", "message");
              case "skipped" -> Set.of("message");
              case "system-out" -> Set.of();
              default -> throw new AssertionError(inner.getTagName());
            };
        assertEquals(allowed, attributes(inner));
        assertEquals(List.of(), children(inner));
        counts.merge(inner.getTagName(), 1, Integer::sum);
      }
    }
    assertEquals(suite.getAttribute("tests"), Integer.toString(children(suite).size()));
    assertEquals(suite.getAttribute("failures"), counts.get("failure").toString());
    assertEquals(suite.getAttribute("skipped"), counts.get("skipped").toString());
  }

  static List<Report> reportsOfAllKinds() {
    return List.of(
        Reports.failed(),
        Reports.check(),
        Reports.check(NASTY, Reports.UNKNOWN, Reports.LARGE),
        Reports.check(Finding.of(Rule.OIT_MISSING, "ไม่มี", "missing").ofItem("O3")),
        Reports.putOff(),
        Reports.changed());
  }

  // What was put off, and what did not change.

  @Test
  void anItemThatFailsByOldDebtAloneIsSkippedAndNotPassed() throws Exception {
    Element suite = xml(JunitReport.of(Reports.putOff(), Language.EN));
    Element second = (Element) suite.getElementsByTagName("testcase").item(1);
    assertEquals("O2 แผน \"ปี\"", second.getAttribute("name"));
    assertEquals(
        "put off until 2024-06-30: no such file: plan.pdf",
        ((Element) second.getElementsByTagName("skipped").item(0)).getAttribute("message"));
    assertEquals("1", suite.getAttribute("failures"), "O3 is missing, and nobody put that off");
  }

  @Test
  void anItemThatFailsElsewhereIsSkippedWhenOnlyChangesAreAskedFor() throws Exception {
    Element suite = xml(JunitReport.of(Reports.changed(), Language.EN));
    assertEquals("0", suite.getAttribute("failures"));
    assertEquals("2", suite.getAttribute("skipped"));
  }

  @Test
  void sarifSuppressesWhatWasPutOffAndGivesTheReason() throws Exception {
    JsonNode results =
        new ObjectMapper()
            .readTree(SarifReport.of(Reports.putOff(), Language.EN))
            .at("/runs/0/results");
    List<JsonNode> suppressed = new ArrayList<>();
    for (JsonNode result : results) {
      if (result.has("suppressions")) {
        suppressed.add(result);
      }
    }
    assertEquals(1, suppressed.size());
    assertEquals("link/not-found", suppressed.get(0).path("ruleId").asText());
    assertEquals(
        "put off until 2024-06-30: รอกองคลังส่งไฟล์",
        suppressed.get(0).at("/suppressions/0/justification").asText());
  }

  @Test
  void everySarifResultNamesAFileForCodeHostsRefuseOthers() throws Exception {
    for (Report report : reportsOfAllKinds()) {
      for (JsonNode result :
          new ObjectMapper().readTree(SarifReport.of(report, Language.TH)).at("/runs/0/results")) {
        String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
        assertTrue(uri.matches("[A-Za-z0-9%/._~-]+"), uri);
      }
    }
  }

  @Test
  void sarifNeverTakesAColonInAFileNameForAScheme() throws Exception {
    Finding finding = NASTY.at(new Source("ประกาศ: 1#2?.md", 1, 1));
    assertEquals(
        "%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8%3A%201%232%3F.md",
        new ObjectMapper()
            .readTree(SarifReport.of(Reports.check(finding), Language.TH))
            .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
            .asText());
  }

  /**
   * As the runner of GitHub reads a command: the first {@code ::} behind the properties ends them.
   */
  @Test
  void githubReadsBackWhatWasMeant() {
    Finding finding =
        Finding.of(Rule.LINK_CASE, "x", "100% :: a,b\r\nc %0A")
            .at(new Source("content/50%, a::b.md", 3, 7));
    String line = GithubReport.of(Reports.check(finding), Language.EN).lines().findFirst().get();
    int space = line.indexOf(' ');
    int end = line.indexOf("::", 2);
    assertEquals("::error", line.substring(0, space));
    Map<String, String> properties = new TreeMap<>();
    for (String pair : line.substring(space + 1, end).split(",")) {
      int equals = pair.indexOf('=');
      properties.put(pair.substring(0, equals), unescaped(pair.substring(equals + 1)));
    }
    assertEquals(
        Map.of("file", "content/50%, a::b.md", "line", "3", "col", "7", "title", "link/case"),
        properties);
    assertEquals("100% :: a,b\r\nc %0A", unescaped(line.substring(end + 2)));
  }

  private static String unescaped(String text) {
    return text.replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%25", "%");
  }

  private static Set<String> attributes(Element element) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    return names;
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < element.getChildNodes().getLength(); i++) {
      if (element.getChildNodes().item(i) instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }
}
