package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.SiteFiles;

/** Old debt does not block, new breakage does. */
class BaselineCommandTest {
  private static final String TREE =
      """
      == tree/index.html
      <!DOCTYPE html><title>หน้าแรก</title>
      <a href="gone.html">หาย</a>
      == tree/sub/index.html
      <!DOCTYPE html><title>หน้าย่อย</title>
      <a href="old.pdf">เก่า</a> <a>ว่าง</a> <a href="">ว่าง</a>
      """;

  @TempDir Path folder;

  private Run check(String... more) {
    return Run.in(
        folder,
        Stream.concat(
                Stream.of("check", "tree", "--links-only", "--lang", "en", "--today", "2567-04-20"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Run json(String... more) {
    return check(
        Stream.concat(Stream.of("--format", "json"), Stream.of(more)).toArray(String[]::new));
  }

  private void writeBaseline() {
    SiteFiles.write(folder, TREE);
    check("--write-baseline", "debt.yml", "--until", "2567-06-30", "--reason", "old site")
        .exits(1)
        .says("2 old faults written to debt.yml");
  }

  @Test
  void whatWasWrittenClosesNoGateAndIsStillShown() {
    writeBaseline();
    Run run = json("--baseline", "debt.yml").exits(0);
    assertEquals("pass", run.json().path("verdict").asText());
    assertEquals(2, run.json().path("summary").path("baselined").asInt());
    assertEquals(0, run.json().path("summary").path("errors").asInt());
    JsonNode known = run.json().path("baselined").path(0);
    assertEquals("link/not-found", known.path("rule").asText());
    assertEquals("gone.html", known.path("target").asText());
    assertEquals("2024-06-30", known.path("until").asText());
    assertEquals("old site", known.path("reason").asText());
    check("--baseline", "debt.yml")
        .exits(0)
        .says(
            "known faults that were put off, not mended", "gone.html", "until 2024-06-30: old site")
        .says("2 known, put off");
    Run quiet = check("--baseline", "debt.yml", "--quiet").exits(0).says("2 known, put off");
    assertFalse(quiet.all().contains("old site"), quiet::all);
  }

  @Test
  void withoutABaselineTheReportHasNoListOfThem() {
    SiteFiles.write(folder, TREE);
    Run run = json().exits(1);
    assertFalse(run.json().has("baselined"));
    assertEquals(0, run.json().path("summary").path("baselined").asInt());
  }

  @Test
  void newBreakageClosesTheGate() {
    writeBaseline();
    SiteFiles.put(
        folder.resolve("tree/index.html"),
        "<!DOCTYPE html>\n\n<title>x</title>\n<a href=\"gone.html\">x</a> <a href=\"new.html\">x</a>");
    Run run = json("--baseline", "debt.yml").exits(1);
    assertEquals(
        List.of("link/not-found - index.html:4:30 new.html"),
        run.findings().stream().filter(line -> !line.startsWith("link/empty")).toList());
    assertEquals(2, run.json().path("summary").path("baselined").asInt());
  }

  @Test
  void afterItsDayAnEntryNoLongerHelps() {
    writeBaseline();
    Run later =
        Run.in(
                folder,
                "check",
                "tree",
                "--links-only",
                "--format",
                "json",
                "--baseline",
                "debt.yml",
                "--today",
                "2567-07-01")
            .exits(1);
    assertEquals(2, later.json().path("summary").path("errors").asInt());
    assertTrue(later.all().contains("baseline/expired"), later::all);
  }

  @Test
  void whatWasMendedIsToldAndClosesNoGateNotEvenAStrictOne() {
    writeBaseline();
    SiteFiles.put(folder.resolve("tree/sub/old.pdf"), "%PDF");
    SiteFiles.put(folder.resolve("tree/sub/index.html"), "<!DOCTYPE html><title>x</title>");
    Run run = json("--baseline", "debt.yml", "--strict").exits(0);
    assertEquals(1, run.json().path("summary").path("baselined").asInt());
    assertTrue(run.findings().get(0).startsWith("baseline/unused - debt.yml:"), run::all);
    assertEquals(1, run.findings().size());
  }

  @Test
  void strictPutsOffWarningsToo() {
    SiteFiles.write(folder, TREE);
    check("--strict", "--write-baseline", "debt.yml", "--until", "2567-06-30").exits(1);
    check("--strict", "--baseline", "debt.yml").exits(0);
  }

  @Test
  void oneFileAloneDoesNotMakeTheOthersEntriesUnused() {
    writeBaseline();
    Run run =
        Run.in(
                folder,
                "check",
                "tree/index.html",
                "--links-only",
                "--format",
                "json",
                "--today",
                "2567-04-20",
                "--baseline",
                "debt.yml")
            .exits(0);
    assertEquals(List.of(), run.findings());
  }

  @Test
  void aFileThatCannotBeUsedStopsTheRun() throws Exception {
    SiteFiles.write(folder, TREE);
    json("--baseline", "no.yml").exits(2).finds("source/missing", "-", "no.yml:0:0");
    Files.writeString(folder.resolve("debt.yml"), "entries:\n  - rule: link/lost\n");
    Run run = json("--baseline", "debt.yml").exits(2);
    run.finds("source/value", "-", "debt.yml:2:11");
    // What cannot be read is not written over either.
    json("--write-baseline", "debt.yml", "--until", "2567-06-30").exits(2);
    assertEquals("entries:\n  - rule: link/lost\n", Files.readString(folder.resolve("debt.yml")));
  }

  @Test
  void writingNeedsADayThatIsToCome() {
    SiteFiles.write(folder, TREE);
    check("--write-baseline", "debt.yml").exits(2).says("--until");
    check("--write-baseline", "debt.yml", "--until", "2567-04-19").exits(2).says("has passed");
    check("--write-baseline", "debt.yml", "--until", "soon").exits(2).says("soon");
    check("--until", "2567-06-30").exits(2).says("--write-baseline");
    assertFalse(Files.exists(folder.resolve("debt.yml")));
  }

  @Test
  void aSiteWithOldDebtGoesOutAndItsItemsStayAsTheyAre() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.replace("content/oit/2567/o14/index.md", "(../o15/index.md)", "(../o15/nothing.md)");
    site.publish("--write-baseline", "debt.yml", "--until", "2567-06-30").exits(1);
    assertFalse(site.has("public"), "writing the list lets nothing out");
    Run run = site.publish("--baseline", "debt.yml").exits(0);
    assertEquals("pass", run.json().path("verdict").asText());
    assertEquals("fail", run.status("O14"));
    assertEquals(34, run.json().path("catalog").path("passed").asInt());
    assertEquals(1, run.json().path("summary").path("baselined").asInt());
    assertTrue(site.has("public/index.html"));
    site.run("publish", "--today", TestSite.TODAY, "--baseline", "debt.yml")
        .exits(0)
        .says("ผ่าน 34 จาก 35 ข้อ", "ข้อบกพร่องเดิมที่ผ่อนผัน 1");
    // The tree that went out is judged by the same list, for its places are those of the sources.
    site.run("check", "--today", TestSite.TODAY, "--baseline", "debt.yml").exits(0);
    site.run("check", "--today", TestSite.TODAY).exits(1);
    // And a new fault keeps the next site from going out.
    site.append("content/pages/qa.md", "\n[ใหม่](no.md)\n");
    site.publish("--baseline", "debt.yml").exits(1).findsOnly("link/not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "junit", "sarif", "github", "markdown", "html"})
  void everyFormatTellsThatSomethingWasPutOff(String format) {
    writeBaseline();
    Run run = check("--baseline", "debt.yml", "--format", format).exits(0);
    assertTrue(run.all().matches("(?s).*(put off|baselined\" : 2).*"), run::all);
  }
}
