package th.oit.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.Refusal;
import th.oit.SiteFiles;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.work.Workers;

class ServiceReaderTest {
  @TempDir Path folder;

  @Test
  void aServiceMustSayItsTimeAndItsFee() {
    List<Finding> findings = service("service: {who: ทุกคน}");
    assertEquals(List.of("fee", "time"), findings.stream().map(Finding::target).sorted().toList());
    assertTrue(findings.stream().allMatch(finding -> finding.rule() == Rule.SOURCE_MISSING));
  }

  @Test
  void aServiceWithoutItsPartIsRefused() {
    assertEquals("service", service("").get(0).target());
  }

  @Test
  void unknownKeysAreRefusedAtTheirPlaceWithTheNearestKnownOne() {
    Finding finding = service("service:\n  time: 1\n  fee: 0\n  step: [ก]").get(0);
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals(6, finding.source().line());
    assertEquals(3, finding.source().column());
    assertTrue(finding.hint().en().contains("steps"), finding.hint().en());
    assertEquals(
        Rule.SOURCE_KEY,
        service("service: {time: 1, fee: 0, steps: [{do: ก, whom: ข}]}").get(0).rule());
    assertEquals(
        Rule.SOURCE_KEY,
        service("service: {time: 1, fee: 0, documents: [{name: ก, copys: 1}]}").get(0).rule());
  }

  @Test
  void aDocumentCannotBothNeedCopiesAndNeedNone() {
    List<Finding> findings =
        service("service: {time: 1, fee: 0, documents: [{name: ก, copies: 2, copy: false}]}");
    assertEquals(Rule.SOURCE_VALUE, findings.get(0).rule());
  }

  @Test
  void aPlaceOnTheHomePageIsAYesOrANumberFromOne() {
    assertEquals(
        Rule.SOURCE_VALUE, service("featured: ก่อน\nservice: {time: 1, fee: 0}").get(0).rule());
    assertEquals(
        Rule.SOURCE_VALUE, service("featured: 0\nservice: {time: 1, fee: 0}").get(0).rule());
  }

  @Test
  void questionsAndAnswersMustBeWhole() {
    List<Finding> findings =
        placed(
            "qa.yml",
            """
            - {question: ก, answer: ข, asked: 2567-01-05}
            - {question: ก, answer: ข, asked: 2567-01-05, answered: 2567-01-04}
            - {question: ก, answer: ข, answred: 2567-01-04}
            - {question: ก, answer: ข, id: ไฟ}
            """);
    assertEquals(
        List.of(Rule.SOURCE_MISSING, Rule.SOURCE_VALUE, Rule.SOURCE_KEY, Rule.SOURCE_VALUE),
        findings.stream().map(Finding::rule).toList());
    assertEquals(
        List.of(1, 2, 3, 4), findings.stream().map(finding -> finding.source().line()).toList());
  }

  @Test
  void aProposalSaysOneOfFourStates() {
    Finding finding =
        placed("voices.yml", "- {suggestion: ก, action: ข, state: finished}\n").get(0);
    assertTrue(finding.message().en().contains("declined"), finding.message().en());
  }

  @Test
  void anUnknownColumnIsRefusedOnceAtItsHead() {
    SiteFiles.put(folder.resolve("content/pages/log.csv"), "คำถาม,คำตอป\nก,ข\nค,ง\n");
    List<Finding> findings = page("pages/a.md", "title: ก", "![](log.csv \"qa\")\n");
    assertEquals(1, findings.size());
    assertEquals(Rule.SOURCE_KEY, findings.get(0).rule());
    assertEquals("content/pages/log.csv", findings.get(0).source().file());
    assertEquals(1, findings.get(0).source().line());
  }

  @Test
  void whatStandsBehindACsvFileMustBeKnown() {
    SiteFiles.put(folder.resolve("content/pages/log.csv"), "คำถาม,คำตอบ\nก,ข\n");
    Finding finding = page("pages/a.md", "title: ก", "![](log.csv \"faq\")\n").get(0);
    assertEquals(Rule.SOURCE_VALUE, finding.rule());
    assertEquals(4, finding.source().line());
  }

  private List<Finding> service(String front) {
    return page("services/a.md", "title: ก\n" + front, "");
  }

  private List<Finding> placed(String name, String data) {
    SiteFiles.put(folder.resolve("content/pages/" + name), data);
    return page("pages/a.md", "title: ก", "![](" + name + ")\n");
  }

  private List<Finding> page(String path, String front, String body) {
    SiteFiles.put(
        folder.resolve("content").resolve(path),
        "---\n" + front.stripTrailing() + "\n---\n" + body);
    try (Workers workers = new Workers(1)) {
      return Refusal.all(() -> ContentReader.read(folder, workers));
    }
  }
}
