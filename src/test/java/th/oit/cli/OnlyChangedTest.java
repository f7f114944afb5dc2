package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.Refusal;
import th.oit.SiteFiles;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

/** Judging what a change can have broken. */
class OnlyChangedTest {
  private static final String PAGE = "<!DOCTYPE html><title>x</title>\n";

  @TempDir Path folder;

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=x", "-c", "user.email=x@example.org"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> command + ": " + said);
  }

  /** Two pages with a dead link each, and a file that one of them links to. */
  private void repository() throws Exception {
    SiteFiles.put(folder.resolve("tree/หนึ่ง.html"), PAGE + "<a href=\"gone.html\">x</a>");
    SiteFiles.put(
        folder.resolve("tree/two.html"),
        PAGE + "<a href=\"lost.html\">x</a> <a href=\"แผน%20ปี.pdf\">x</a>");
    SiteFiles.put(folder.resolve("tree/แผน ปี.pdf"), "%PDF");
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "begin");
  }

  private Run check(String... more) {
    return Run.in(
        folder,
        Stream.concat(
                Stream.of("check", "tree", "--links-only", "--format", "json", "--lang", "en"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<String> targets(Run run) {
    List<String> targets = new ArrayList<>();
    run.json().path("findings").forEach(finding -> targets.add(finding.path("target").asText()));
    return targets;
  }

  @Test
  void whatNobodyTouchedIsCountedAndNotShown() throws Exception {
    repository();
    Run run = check("--only-changed").exits(0);
    assertEquals(List.of(), targets(run));
    assertEquals("HEAD", run.json().path("onlyChanged").path("since").asText());
    assertEquals(2, run.json().path("onlyChanged").path("leftOut").asInt());
    Run.in(folder, "check", "tree", "--links-only", "--lang", "en", "--only-changed")
        .exits(0)
        .says("only what changed since HEAD (files: 0), findings elsewhere not shown: 2");
  }

  @Test
  void whatChangedOrIsNewIsReported() throws Exception {
    repository();
    SiteFiles.put(folder.resolve("tree/หนึ่ง.html"), PAGE + "\n<a href=\"gone.html\">x</a>");
    SiteFiles.put(folder.resolve("tree/three.html"), PAGE + "<a href=\"never.html\">x</a>");
    Run run = check("--only-changed").exits(1);
    assertEquals(Set.of("gone.html", "never.html"), Set.copyOf(targets(run)));
    assertEquals(2, run.json().path("onlyChanged").path("files").asInt());
    git("add", ".");
    git("commit", "-q", "-m", "more");
    assertEquals(List.of(), targets(check("--only-changed").exits(0)));
    assertEquals(2, targets(check("--only-changed=HEAD~1").exits(1)).size());
  }

  @Test
  void aLinkThatBrokeBecauseItsTargetWentAwayIsReported() throws Exception {
    repository();
    Files.delete(folder.resolve("tree/แผน ปี.pdf"));
    assertEquals(List.of("แผน%20ปี.pdf"), targets(check("--only-changed").exits(1)));
  }

  @Test
  void theSourcesOfASiteCountNotItsPages() throws Exception {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.append("content/pages/qa.md", "\n[ก](no.md)\n");
    SiteFiles.put(folder.resolve(".gitignore"), "public/\nreports/\n.oit/\n");
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "begin");
    site.append("content/oit/2567/o9/index.md", "\n[ข](none.md)\n");
    site.run("build", "--today", TestSite.TODAY).exits(0);
    String[] check = {
      "check", "--format", "json", "--lang", "en", "--today", TestSite.TODAY, "--only-changed"
    };
    Run run = site.run(check).exits(1);
    assertEquals(1, run.findings().size(), run::all);
    run.finds("link/not-found", "O9", site.at("content/oit/2567/o9/index.md", "[ข]"));
    assertEquals("fail", run.status("O9"));
    // What shapes every page can have caused anything.
    site.append("templates/feed.ftlx", "\n");
    site.run("build", "--today", TestSite.TODAY).exits(0);
    assertEquals(2, site.run(check).exits(1).findings().size());
  }

  @Test
  void anItemWhosePageWentAwayIsReported() throws Exception {
    TestSite site = TestSite.ours(folder.resolve("site"));
    SiteFiles.put(folder.resolve(".gitignore"), "public/\nreports/\n.oit/\n");
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "begin");
    site.delete("content/oit/2567/o9/index.md");
    site.run("build", "--today", TestSite.TODAY).exits(0);
    Run run =
        site.run("check", "--format", "json", "--today", TestSite.TODAY, "--only-changed").exits(1);
    run.finds("oit/missing", "O9", "content/oit/2567/o9/index.md:0:0");
  }

  @Test
  void withoutARepositoryTheRemedyIsNamed() {
    SiteFiles.put(folder.resolve("tree/index.html"), PAGE);
    check("--only-changed").exits(2).says("not in a git repository", "--baseline");
  }

  @ParameterizedTest
  @CsvSource({"--only-changed=nothing-like-it, does not know", "--only-changed=-z, no state"})
  void aStateThatGitDoesNotKnowIsRefused(String option, String said) throws Exception {
    repository();
    check(option).exits(2).says(said);
  }

  @Test
  void withoutGitTheRemedyIsNamed() {
    Finding refused = Refusal.one(() -> Changes.since("HEAD", folder, "no-such-program-as-this"));
    assertTrue(refused.hint().en().contains("--baseline"), refused.hint().en());
  }

  @ParameterizedTest
  @CsvSource({
    // finding's file, its target, changed file, whether the change can have caused it
    "content/a.md, x.pdf, content/a.md, true",
    "content/a.md, x.pdf, content/b.md, false",
    "content/a.md, ../files/x.pdf?v=2#page=3, content/files/x.pdf, true",
    "content/a.md, /news/plan/, content/news/plan/index.md, true",
    "content/a.md, /news/plan/#part, content/news/plan.md, true",
    "content/a.md, /news/plan/index.html, content/news/plan.md, true",
    "content/a.md, /news/, content/news/plan.md, false",
    "content/a.md, '#part', content/b.md, false",
    "content/a.md, /, content/b.md, false",
    "content/oit/o1/index.md, budget, content/oit/o1/table.csv, true",
    "content/oit/o1/index.md, budget, content/oit/o2/table.csv, false",
    "content/oit/o1.md, budget, content/oit/o2.md, false",
    "news/index.html, x.pdf, public/news/index.html, true",
  })
  void tellsWhatAChangeCanHaveCaused(String file, String target, String changed, boolean caused) {
    Finding finding =
        Finding.of(Rule.LINK_NOT_FOUND, "x", "x").at(new Source(file, 1, 1)).about(target);
    Changes changes = new Changes("HEAD", folder, Set.of(changed));
    assertEquals(caused, changes.concern(finding, folder.resolve("public")));
  }
}
