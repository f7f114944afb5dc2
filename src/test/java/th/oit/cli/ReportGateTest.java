package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The items that rest on a score report pass through its page, and fail with it. */
class ReportGateTest {
  private static final String REPORT = "content/ita/2566.yml";

  @TempDir static Path folder;
  private static TestSite site;

  @BeforeAll
  static void ourSite() {
    site = TestSite.ours(folder.resolve("site"));
  }

  @AfterEach
  void mend() throws IOException {
    site.restore();
  }

  @Test
  void theSamplesReportPassesEveryRuleAndCarriesItsTwoItems() {
    Run run = site.publish().exits(0);
    assertEquals("pass", run.status("O34"));
    assertEquals("pass", run.status("O35"));
    assertTrue(
        run.findings().stream().noneMatch(finding -> finding.startsWith("ita/")),
        () -> run.findings().toString());
    assertTrue(site.text("public/oit/2567/o34/index.html").contains("href=\"/ita/2566/#issue-7\""));
    assertTrue(site.has("public/ita/2565/index.html"));
  }

  @Test
  void aTotalThatDoesNotFollowFailsTheItemThatRestsOnTheReport() {
    Run run = site.replace(REPORT, "total: 89.42", "total: 90.10").publish().exits(1);
    assertEquals("fail", run.status("O34"));
    assertEquals("pass", run.status("O35"));
    assertEquals(List.of("ita/total O34 content/ita/2566.yml:7:13 90.10"), run.findings());
  }

  @Test
  void aMeasureWithoutAFollowUpFailsIt() {
    Run run =
        site.replace(REPORT, "    follow_up: สำนักปลัดทดสอบการยื่นคำขอทุกเดือน\n", "")
            .publish()
            .exits(1);
    assertEquals("fail", run.status("O34"));
    assertTrue(run.findings().get(0).startsWith("ita/columns O34 " + REPORT), run.all());
  }

  @Test
  void anIssueThatTheReportDoesNotTreatIsAPlaceThatIsNotThere() {
    Run run =
        site.replace(REPORT, "    issues: [3]\n", "")
            .replace(REPORT, "    issues: [3]\n", "")
            .publish()
            .exits(1);
    assertEquals("fail", run.status("O34"));
    assertTrue(
        run.findings().stream().anyMatch(f -> f.startsWith("link/no-fragment O34")), run.all());
  }

  @Test
  void proseThatStatesAnotherTotalIsFound() {
    Run run =
        site.replace("content/ita/2566.md", "ทุกไตรมาส\n", "ทุกไตรมาส คะแนนภาพรวม 90.10 คะแนน\n")
            .publish()
            .exits(1);
    assertEquals("fail", run.status("O34"));
    assertTrue(
        run.findings().stream().anyMatch(f -> f.contains("O34 content/ita/2566.md:")), run.all());
  }

  @Test
  void aRuleThatTheSiteHasWeighedLessOnlyWarns() {
    site.replace(REPORT, "total: 89.42", "total: 90.10")
        .replace("site-config.yml", "\nchecks:\n", "\nchecks:\n  rules: {ita/total: warning}\n")
        .publish()
        .exits(0);
  }
}
