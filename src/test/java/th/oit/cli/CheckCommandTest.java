package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judging a tree that no one here made, and the published tree of a site. */
class CheckCommandTest {
  private static final String HOME =
      """
      <!DOCTYPE html>
      <html lang="th">
      <head><title>หน้าแรก</title></head>
      <body>
      <h1 id="top-of-it">หน้าแรก</h1>
      <p>ดู <a href="sub/">หน้าย่อย</a> และ <a href="gone.html">หน้าที่ไม่มี</a></p>
      <p><a href="sub/#nowhere">ตำแหน่งที่ไม่มี</a>
         <img src="Photo.png" alt="ภาพ"></p>
      </body>
      </html>
      """;
  private static final String SUB =
      """
      <!DOCTYPE html>
      <html lang="th"><head><title>หน้าย่อย</title></head>
      <body><h1 id="here">หน้าย่อย</h1>
      <a href="/">กลับ</a> <a href="../#top-of-it">ต้นหน้า</a>
      <a href="old.pdf">เอกสารเก่า</a>
      </body></html>
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeTheTree() throws Exception {
    write("index.html", HOME);
    write("sub/index.html", SUB);
    write("photo.png", "png");
  }

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve("tree").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }

  private Run check(String... more) {
    return Run.in(
        folder,
        Stream.concat(Stream.of("check", "--format", "json", "--lang", "en"), Stream.of(more))
            .toArray(String[]::new));
  }

  /** Where a text stands in a page, as a report names it. */
  private static String at(String file, String html, String text) {
    List<String> lines = html.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf(text);
      if (column >= 0) {
        return file + ":" + (i + 1) + ":" + (column + 1);
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void everyDeadLinkIsNamedByLineAndColumnOfTheHtml() {
    Run run = check("tree", "--links-only").exits(1);
    run.finds("link/not-found", "-", at("index.html", HOME, "href=\"gone.html\""));
    run.finds("link/no-fragment", "-", at("index.html", HOME, "href=\"sub/#nowhere\""));
    run.finds("link/case", "-", at("index.html", HOME, "src=\"Photo.png\""));
    run.finds("link/not-found", "-", at("sub/index.html", SUB, "href=\"old.pdf\""));
    assertEquals(4, run.findings().size(), run::all);
    assertEquals(2, run.json().path("summary").path("pages").asInt());
    assertFalse(run.json().has("items"));
    assertFalse(run.json().has("catalog"));
  }

  @Test
  void aTreeWithNothingWrongPasses() throws Exception {
    write("index.html", HOME.replaceAll("gone.html|sub/#nowhere", "sub/#here"));
    write("sub/index.html", SUB.replace("old.pdf", "../photo.png"));
    Files.move(folder.resolve("tree/photo.png"), folder.resolve("tree/Photo.png"));
    write("sub/index.html", SUB.replace("old.pdf", "../Photo.png"));
    Run run = check("tree", "--links-only").exits(0);
    assertEquals("pass", run.json().path("verdict").asText());
    assertTrue(run.json().path("summary").path("links").asInt() >= 7);
  }

  @Test
  void aTreeOfOthersIsJudgedWithoutASiteFolderToo() {
    check("tree").exits(1).finds("link/not-found", "-", at("index.html", HOME, "href=\"gone"));
    assertFalse(Files.exists(folder.resolve("reports")), "nothing is written beside it");
  }

  @Test
  void oneFileIsJudgedAloneWithItsFolderAsTheRoot() {
    Run run = check("tree/sub/index.html", "--links-only").exits(1);
    run.finds("link/not-found", "-", at("index.html", SUB, "href=\"old.pdf\""));
    run.finds("link/outside-site", "-", at("index.html", SUB, "href=\"../#top-of-it\""));
  }

  @Test
  void oneFileIsJudgedAloneInTheRootThatIsNamed() {
    Run run = check("tree/sub/index.html", "--links-only", "--root", "tree").exits(1);
    run.finds("link/not-found", "-", at("sub/index.html", SUB, "href=\"old.pdf\""));
    assertEquals(1, run.findings().size(), run::all);
  }

  @Test
  void aFileOutsideTheRootIsRefused() {
    check("tree/index.html", "--links-only", "--root", "tree/sub").exits(2).says("--root");
  }

  @Test
  void linksThatAreToBeIgnoredArePassedOver() {
    Run run =
        check("tree", "--links-only", "--ignore", "^gone", "--ignore", "nowhere|Photo").exits(1);
    assertEquals(1, run.findings().size(), run::all);
    run.finds("link/not-found", "-", at("sub/index.html", SUB, "href=\"old.pdf\""));
  }

  @Test
  void theConfigurationCanNameLinksToIgnore() throws Exception {
    String config = Files.readString(Path.of("site-config.yml"));
    assertTrue(config.contains("ignore: []"));
    Files.writeString(
        folder.resolve("mine.yml"),
        config.replace("ignore: []", "ignore: ['^gone\\.html$', '#nowhere$']"));
    Run run = check("tree", "--links-only", "--config", "mine.yml").exits(1);
    assertEquals(2, run.findings().size(), run::all);
    run.findsOnly("link/case", "link/not-found");
  }

  @Test
  void aConfigurationThatIsNotThereIsRefused() {
    check("tree", "--links-only", "--config", "no.yml")
        .exits(2)
        .finds("source/missing", "-", "no.yml:0:0");
  }

  @Test
  void aPathThatIsNotThereIsRefusedWithARemedy() {
    check("nothing", "--links-only")
        .exits(2)
        .finds("source/missing", "-", "nothing:0:0")
        .says("oit build");
  }

  @Test
  void aPatternThatDoesNotParseIsRefused() {
    check("tree", "--links-only", "--ignore", "[").exits(2).says("--ignore", "oit check --help");
  }

  @Test
  void theTextNamesFileLineAndColumn() {
    Run run = Run.in(folder, "check", "tree", "--links-only", "--lang", "en").exits(1);
    run.says("index.html", "6:", "gone.html", "[link/not-found]", "4 errors");
  }

  @Test
  void thePublishedTreeOfASiteIsJudgedWithItsItems() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("check").exits(2).says("oit build");
    site.run("build", "--today", TestSite.TODAY).exits(0);
    Run run = site.run("check", "--format", "json", "--lang", "en").exits(0);
    assertEquals(35, run.json().path("catalog").path("passed").asInt());

    Map<String, String> before = site.tree("public");
    String page = "public/oit/2567/o9/index.html";
    site.replace(page, "data-oit-element=\"problems\"", "");
    site.delete("public/oit/2567/o14/investment-account-2567.pdf");
    Run worse = site.run("check", "--format", "json", "--lang", "en").exits(1);
    worse.findsOnly("oit/element", "evidence/missing", "link/not-found");
    assertEquals("fail", worse.status("O9"));
    assertEquals("fail", worse.status("O14"));
    assertEquals(33, worse.json().path("catalog").path("passed").asInt());
    assertEquals(before.size() - 1, site.tree("public").size(), "it only reads");
    assertTrue(site.has("reports/check.json"));
  }

  @Test
  void aPageOfOursThatNobodyTouchedIsNamedByItsSource() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("build", "--today", TestSite.TODAY).exits(0);
    site.delete("public/oit/2567/o14/investment-account-2567.pdf");
    Run run =
        site.run("check", "--format", "json", "--lang", "en", "--today", TestSite.TODAY).exits(1);
    String o14 = "content/oit/2567/o14/index.md";
    run.finds("evidence/missing", "O14", site.at(o14, "investment-account-2567.pdf, title"));
    // A page that was changed after the build speaks only for itself.
    site.replace("public/contact/index.html", "</main>", "<a href=nothing.html>x</a></main>");
    Run touched =
        site.run("check", "--format", "json", "--lang", "en", "--today", TestSite.TODAY).exits(1);
    assertTrue(
        touched.findings().stream()
            .anyMatch(line -> line.startsWith("link/not-found - contact/index.html:")),
        touched.findings().toString());
  }

  @Test
  void linksOnlyNeedsNoItems() {
    TestSite site = TestSite.named("paphlu", folder.resolve("paphlu"));
    site.run("build").exits(0);
    site.run("check").exits(1);
    Run run = site.run("check", "public", "--links-only", "--format", "json").exits(0);
    assertFalse(run.json().has("items"));
  }

  @Test
  void otherNamesOfTheSiteAreItsOwnWithoutAConfiguration() throws Exception {
    write(
        "sub/index.html",
        "<a href='http://example.go.th/gone'></a><a href='https://อบต-ตัวอย่าง.ไทย/gone'></a>"
            + "<a href='https://other.go.th/gone'></a>");
    List<String> ignoreHome =
        List.of("tree", "--links-only", "--ignore", "gone.html|nowhere|Photo");
    check(ignoreHome.toArray(String[]::new)).exits(0);
    Run run =
        check(
                Stream.concat(
                        ignoreHome.stream(),
                        Stream.of(
                            "--base-url",
                            "https://www.example.go.th",
                            "--alias",
                            "อบต-ตัวอย่าง.ไทย"))
                    .toArray(String[]::new))
            .exits(1);
    assertEquals(2, run.findings().size(), run::all);
  }

  @Test
  void aHostThatIsNoneIsRefused() {
    check("tree", "--links-only", "--alias", "a b").exits(2).says("--alias", "example.go.th");
    check("tree", "--links-only", "--base-url", "example.go.th").exits(2).says("--base-url");
  }

  @Test
  void mattersOfTasteAreWeighedAsAsked() throws Exception {
    write(
        "index.html",
        "<a href=#></a><a href=''></a><a href=sub></a><a href=page></a><a href=http://a.go.th/></a>");
    write("sub/index.html", "");
    write("page.html", "");
    Run usual = check("tree", "--links-only").exits(1);
    usual.finds("link/not-found", "-", "index.html:1:49").findsOnly("link/not-found", "link/empty");
    Run asked =
        check(
                "tree",
                "--links-only",
                "--hash=allow",
                "--empty=allow",
                "--slashless=error",
                "--insecure=WARN",
                "--extensionless")
            .exits(1);
    assertEquals(
        List.of(
            "link/slash - index.html:1:33 sub",
            "external/insecure - index.html:1:66 http://a.go.th/"),
        asked.findings());
    check("tree", "--links-only", "--hash=loud").exits(2).says("--hash", "allow, warn, error");
  }

  @Test
  void theConfigurationWeighsThemAndTheCommandLineOverridesIt() throws Exception {
    write("index.html", "<a href=#></a><a href=sub></a>");
    write("sub/index.html", "");
    String config = Files.readString(Path.of("site-config.yml"));
    Files.writeString(
        folder.resolve("mine.yml"),
        config.replace("hash: warn", "hash: error").replace("slashless: allow", "slashless: warn"));
    assertEquals(
        List.of("link/empty - index.html:1:4 #", "link/slash - index.html:1:18 sub"),
        check("tree", "--links-only", "--config", "mine.yml").exits(1).findings());
    check("tree", "--links-only", "--config", "mine.yml", "--hash=allow", "--slashless=allow")
        .exits(0);
  }

  @Test
  void linksToOneBrokenTargetAreOneFindingWhenAsked() throws Exception {
    write("sub/index.html", "<a href=../gone.html></a>\n<a href=/gone.html></a><a href=#no></a>");
    Run run = check("tree", "--links-only", "--group", "--ignore", "nowhere|Photo").exits(1);
    assertEquals(2, run.findings().size(), run::all);
    assertEquals(2, run.json().path("summary").path("errors").asInt());
    List<String> places = new ArrayList<>();
    for (JsonNode place : run.json().path("findings").get(0).path("places")) {
      JsonNode source = place.path("source");
      assertEquals(place.path("page").asText(), source.path("file").asText());
      places.add(source.path("file").asText() + ":" + source.path("line").asInt());
    }
    assertEquals(List.of("index.html:6", "sub/index.html:1", "sub/index.html:2"), places);
    assertEquals(1, run.json().path("findings").get(1).path("places").size());
    Run text = Run.in(folder, "check", "tree", "--links-only", "--group", "--lang", "th").exits(1);
    text.says("พบ 3 แห่ง:", "        sub/index.html:2:4\n");
    assertFalse(check("tree", "--links-only").exits(1).out().contains("\"places\""));
  }

  @Test
  void theTextShowsTheLineAndPointsAtTheLink() {
    Run run = Run.in(folder, "check", "tree", "--links-only", "--lang", "en").exits(1);
    List<String> lines = run.out().lines().toList();
    int at = 0;
    while (!lines.get(at).contains("gone.html")) {
      at++;
    }
    assertEquals("      | " + HOME.lines().toList().get(5), lines.get(at + 1));
    // The words before the link take fewer columns than letters: Thai vowels stand above others.
    String before =
        HOME.lines()
            .toList()
            .get(5)
            .substring(0, HOME.lines().toList().get(5).indexOf("href=\"gone"));
    int marks = (int) before.chars().filter(c -> "ิีึืุูัํ็่้๊๋์".indexOf(c) >= 0).count();
    assertEquals("      | ".length() + before.length() - marks, lines.get(at + 2).indexOf('^'));
  }
}
