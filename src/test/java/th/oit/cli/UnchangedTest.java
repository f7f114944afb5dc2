package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import th.oit.output.RunLock;

/** A command that would do all again for nothing says so, and does nothing. */
class UnchangedTest {
  private static final String SAYS_SO = "nothing changed since the last run";
  private static final String PAGE = "content/pages/contact.md";
  private static final String SHOWN = "public/contact/index.html";

  @TempDir static Path folder;
  private static TestSite site;

  @BeforeAll
  static void aSite() {
    site = TestSite.small(folder.resolve("เว็บไซต์"));
  }

  /** Publishes until there is nothing left to do. */
  @BeforeEach
  void everythingIsDone() throws Exception {
    site.restore();
    settle();
    publish();
    assertUnchanged(publish());
  }

  /** What is written now has another date than what follows. */
  private static void settle() throws InterruptedException {
    Thread.sleep(30);
  }

  private static Run publish(String... more) {
    return run("publish", more);
  }

  private static Run run(String command, String... more) {
    String[] usual = {command, "--lang", "en", "--today", TestSite.TODAY};
    String[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return site.run(all);
  }

  private static Run assertUnchanged(Run run) {
    assertTrue(run.out().contains(SAYS_SO), run.all());
    return run;
  }

  private static Run assertDone(Run run) {
    assertFalse(run.out().contains(SAYS_SO), run.all());
    return run;
  }

  @Test
  void theSecondRunSaysWhatTheFirstSaidAndTouchesNothing() throws Exception {
    site.append(PAGE, "\nAnd a word more.\n");
    settle();
    Run first = assertDone(publish()).exits(0);
    FileTime shown = Files.getLastModifiedTime(site.path(SHOWN));
    byte[] report = site.bytes("reports/publish.json");
    Run second = assertUnchanged(publish()).exits(0);
    assertEquals(withoutSummary(first.out()), withoutSummary(second.out()));
    assertTrue(second.out().contains("2 of 2 items pass"), second.out());
    assertTrue(second.out().matches("(?s).* · \\d+\\.\\d\\d s\n"), second.out());
    assertEquals(shown, Files.getLastModifiedTime(site.path(SHOWN)));
    assertArrayEquals(report, site.bytes("reports/publish.json"));
  }

  private static String withoutSummary(String out) {
    return out.substring(0, out.lastIndexOf('\n', out.length() - 2));
  }

  @Test
  void theReportForScriptsIsTheSameButForItsTime() throws Exception {
    JsonNode first = publish("--format", "json").exits(0).json();
    Run again = publish("--format", "json").exits(0);
    ((ObjectNode) first.path("summary")).remove("elapsedMillis");
    JsonNode second = again.json();
    assertTrue(second.path("summary").path("elapsedMillis").isNumber());
    ((ObjectNode) second.path("summary")).remove("elapsedMillis");
    assertEquals(first, second);
  }

  @Test
  void everyChangeOfASourceIsSeen() throws Exception {
    List<Runnable> changes =
        List.of(
            () -> site.append(PAGE, "\nAnother word.\n"),
            () -> site.append("site-config.yml", "\n# a note\n"),
            () -> site.write("templates/words.th.yml", "menu: เมนูของเรา\n"),
            () -> site.write("content/pages/one-more.md", "---\ntitle: อีกหน้า\n---\n\nใหม่\n"),
            () -> site.delete("content/pages/one-more.md"),
            () -> site.write("content/files/one-more.pdf", new byte[0]));
    for (Runnable change : changes) {
      change.run();
      settle();
      assertDone(publish());
      assertUnchanged(publish());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSourceWhoseDateWasSetBackIsSeen() throws Exception {
    Path page = site.path(PAGE);
    FileTime date = Files.getLastModifiedTime(page);
    site.replace(PAGE, "title: ", "title: ก");
    site.replace(PAGE, "title: ก", "title: ");
    Files.setLastModifiedTime(page, date);
    settle();
    assertDone(publish());
    assertUnchanged(publish());
  }

  @Test
  void aSiteThatSomebodyTouchedIsMadeWholeAgain() throws Exception {
    byte[] shown = site.bytes(SHOWN);
    Files.writeString(site.path(SHOWN), "<p>changed by hand");
    assertDone(publish());
    assertArrayEquals(shown, site.bytes(SHOWN));
    Files.delete(site.path(SHOWN));
    assertDone(publish());
    assertArrayEquals(shown, site.bytes(SHOWN));
    Files.writeString(site.path("public/stranger.html"), "<p>added by hand");
    assertDone(publish());
    assertFalse(site.has("public/stranger.html"));
    Files.delete(site.path("reports/publish.json"));
    assertDone(publish());
    assertTrue(site.has("reports/publish.json"));
    site.run("build").exits(0);
    assertDone(publish());
    assertUnchanged(publish());
  }

  @Test
  void otherCircumstancesAreAnotherRun() {
    assertDone(publish("--strict"));
    assertUnchanged(publish("--strict"));
    assertDone(publish("--jobs", "1"));
    assertDone(site.run("publish", "--lang", "en", "--today", "2567-04-21"));
    String[] thai = {"publish", "--today", TestSite.TODAY};
    Map<String, String> english = Map.of("OIT_LANG", "en");
    assertDone(site.run(thai));
    assertTrue(site.run(thai).out().contains("ไม่มีอะไรเปลี่ยนจากครั้งก่อน"));
    assertDone(Run.in(site.folder(), english, false, thai));
    assertUnchanged(Run.in(site.folder(), english, false, thai));
    assertDone(Run.in(site.folder(), english, true, thai));
    assertDone(Run.in(site.path("content"), english, true, thai));
  }

  @Test
  void whoWantsItAllDoneGetsItDone() {
    assertDone(publish("--no-cache"));
    assertDone(publish("--no-cache"));
    assertDone(publish("--debug"));
    assertDone(publish("--debug"));
    assertDone(publish("--output", "report.txt"));
    assertFalse(site.text("report.txt").contains(SAYS_SO));
    assertDone(publish("--output", "report.txt"));
    assertFalse(site.text("report.txt").contains(SAYS_SO));
  }

  @Test
  void aClosedGateStaysClosedAndSaysTheSame() throws Exception {
    site.replace("content/oit/2567/o1.md", "department", "status: draft\ndepartment");
    settle();
    Run first = assertDone(publish()).exits(1);
    Run second = assertUnchanged(publish()).exits(1);
    assertEquals(withoutSummary(first.out()), withoutSummary(second.out()));
    assertTrue(second.out().contains("not published; the old site stands"), second.out());
    Files.delete(site.path(SHOWN));
    assertUnchanged(publish()).exits(1); // what stands in public/ was not judged, nor is it now
    site.restore();
    settle();
    assertDone(publish()).exits(0);
    assertTrue(site.has(SHOWN));
  }

  @Test
  void whatOnlyGitCanTellIsAskedEachTime() throws Exception {
    site.append(PAGE, "\n[dead](nowhere.md)\n");
    settle();
    for (int i = 0; i < 2; i++) {
      assertDone(publish()).exits(1);
    }
  }

  @Test
  void inputThatCannotBeUsedIsReadAgainEachTime() throws Exception {
    site.append("site-config.yml", "\nnonsense: 1\n");
    settle();
    for (int i = 0; i < 2; i++) {
      assertDone(publish()).exits(2);
    }
  }

  @Test
  void twoRunsAtOnceAreRefusedAsAlways() throws IOException {
    try (RunLock lock = RunLock.take(site.path(".oit")).orElseThrow()) {
      assertDone(publish()).exits(2).says("another run is working on this site");
    }
    assertDone(publish()).exits(0); // its report said that it was refused
    assertUnchanged(publish()).exits(0);
  }

  @Test
  void aRunThatWasKilledInTheExchangeIsMended() throws IOException {
    Files.move(site.path("public"), site.path(".oit/aside"));
    assertDone(publish()).exits(0);
    assertFalse(site.has(".oit/aside"));
    assertUnchanged(publish());
  }

  @Test
  void checkAndStatusKnowItToo() throws Exception {
    settle();
    assertDone(run("check")).exits(0);
    Run checked = assertUnchanged(run("check")).exits(0);
    assertTrue(checked.out().contains("2 of 2 items pass"), checked.out());
    Run first = assertDone(run("status"));
    Run second = assertUnchanged(run("status"));
    assertEquals(
        first.out().replaceAll("\\d+\\.\\d\\d s", ""),
        second.out().replace(" · " + SAYS_SO, "").replaceAll("\\d+\\.\\d\\d s", ""));
    assertDone(run("check", "--no-cache"));
    assertDone(run("status", "--no-cache"));
    Files.writeString(site.path(SHOWN), "<p>changed by hand <a href=\"nowhere\">dead</a>");
    settle();
    assertDone(run("check")).exits(1);
    assertUnchanged(run("check")).exits(1);
    assertUnchanged(run("status"));
  }

  @Test
  void whoLooksForTheTimeIsToldOfEachStage() {
    Map<String, String> timed = Map.of("OIT_TIMINGS", "1", "OIT_LANG", "en");
    Run run =
        Run.in(site.folder(), timed, false, "publish", "--today", TestSite.TODAY, "--no-cache");
    List<String> stages = run.err().lines().map(line -> line.replaceFirst(".* CPU +", "")).toList();
    assertEquals(
        List.of(
            "start",
            "reading",
            "rendering",
            "checking links, evidence and elements",
            "replacing the old site",
            "reporting"),
        stages);
    assertTrue(
        run.err()
            .lines()
            .allMatch(line -> line.matches("oit: +\\d+\\.\\d{3} s +\\d+\\.\\d\\d s CPU .*")));
  }

  @Test
  void aDamagedNoteIsAsGoodAsNone() throws Exception {
    Path note = site.path(".oit/cache/publish.run");
    byte[] whole = Files.readAllBytes(note);
    for (byte[] damaged :
        List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), new byte[whole.length])) {
      Files.write(note, damaged);
      assertDone(publish()).exits(0);
      assertUnchanged(publish());
    }
  }
}
