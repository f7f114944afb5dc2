package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import th.oit.network.FaultServer;

/** Links to other hosts as the commands see them; a proxy on loopback plays the whole world. */
@Timeout(30)
class ExternalLinksTest {
  private static final String HTML = "Content-Type: text/html\r\n";
  private static final String PDF = "Content-Type: application/pdf\r\n";

  @TempDir Path folder;
  private FaultServer world;

  @BeforeEach
  void start() throws IOException {
    world = new FaultServer();
    world.on("http://fine.go.th/plan.pdf", (request, line) -> line.send(request, 200, PDF, "%PDF"));
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  private void page(String body) throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(
        tree.resolve("index.html"),
        "<!DOCTYPE html>\n<html lang=\"th\"><title>หน้าแรก</title>\n" + body);
  }

  private Run check(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("check", "tree", "--links-only", "--format", "json", "--lang", "en"));
    arguments.addAll(List.of(more));
    return Run.in(
        folder,
        Map.of("HTTP_PROXY", world.url(""), "HTTPS_PROXY", world.url("")),
        false,
        arguments.toArray(String[]::new));
  }

  private static String severity(Run run, String rule) {
    for (JsonNode finding : run.json().path("findings")) {
      if (finding.path("rule").asText().equals(rule)) {
        return finding.path("severity").asText();
      }
    }
    return "no " + rule + " in " + run.out();
  }

  @Test
  void asksNobodyUnlessTold() throws IOException {
    page("<a href=\"http://fine.go.th/plan.pdf\">ดี</a><a href=\"http://bad.go.th/\">เสีย</a>");
    check().exits(0);
    assertEquals(List.of(), world.requests());
    check("--external").exits(1);
    assertFalse(world.requests().isEmpty());
  }

  @Test
  void namesThePlaceOfADeadLinkAndFails() throws IOException {
    page(
        "<p>ดู <a href=\"http://fine.go.th/plan.pdf\">ก</a>\n<a href=\"http://fine.go.th/gone.pdf#page=2\">ข</a>");
    check("--external")
        .exits(1)
        .finds("external/dead", "-", "index.html:4:4")
        .findsOnly("external/dead")
        .says("no such page (404)");
  }

  @Test
  void namesThePlaceInAStyleSheetToo() throws IOException {
    page("<link rel=stylesheet href=a.css>");
    Files.writeString(
        folder.resolve("tree/a.css"), "p {\n  background: url(http://fine.go.th/gone.png) }");
    check("--external").exits(1).finds("external/dead", "-", "a.css:2:19");
  }

  @Test
  void doesNotFailForWhatCannotBeDecided() throws IOException {
    world.on("http://shy.go.th/", (request, line) -> line.send(request, 403, HTML, "no"));
    page("<a href=\"http://shy.go.th/\">ก</a> <a href=\"https://www.facebook.com/tessaban\">ข</a>");
    Run run = check("--external", "--strict").exits(0);
    assertEquals("unverified", severity(run, "external/unverified"));
    assertEquals("unverified", severity(run, "external/login"));
    assertEquals(2, run.json().path("summary").path("unverified").asInt());
  }

  @Test
  void tellsAFacebookPostFromAFacebookPage() throws IOException {
    page("<a href=\"https://www.facebook.com/tessaban/posts/1\">ข</a>");
    assertEquals("warning", severity(check("--external").exits(0), "external/login"));
    assertEquals(List.of(), world.requests(), "asking it would decide nothing");
  }

  @Test
  void failsForAFileThatItsOwnerHasNotShared() throws IOException {
    world.on(
        "http://drive.google.com/file/d/1/view",
        (request, line) ->
            line.send(request, 302, "Location: http://accounts.google.com/ServiceLogin\r\n", ""));
    world.on("http://accounts.google.com/*", (request, line) -> line.send(request, 200, HTML, "x"));
    page("<a href=\"http://drive.google.com/file/d/1/view\">ก</a>");
    Run run = check("--external").exits(1).says("anyone with the link");
    assertEquals("error", severity(run, "external/login"));
  }

  @Test
  void warnsOfAViewerThatNobodyCanSaveFrom() throws IOException {
    world.on(
        "http://online.anyflip.com/a/b/", (request, line) -> line.send(request, 200, HTML, "flip"));
    page(
        "<a href=\"http://online.anyflip.com/a/b/\">ก</a><a href=\"http://anyflip.com/gone\">ข</a>");
    Run run = check("--external").exits(1).findsOnly("external/login", "external/dead");
    assertEquals("warning", severity(run, "external/login"));
  }

  @Test
  void advisesTheNewAddressWithThePlaceOnThePage() throws IOException {
    world.on(
        "http://old.go.th/plan.pdf",
        (request, line) -> line.send(request, 301, "Location: http://fine.go.th/plan.pdf\r\n", ""));
    page("<a href=\"http://old.go.th/plan.pdf#page=3\">ก</a>");
    check("--external")
        .exits(0)
        .finds("external/redirect", "-", "index.html:3:4")
        .says("write http://fine.go.th/plan.pdf#page=3");
  }

  @Test
  void advisesHttpsWhereAHostLeadsThere() throws IOException {
    world.on(
        "http://half.go.th/plan",
        (request, line) -> line.send(request, 301, "Location: https://half.go.th/plan\r\n", ""));
    page("<a href=\"http://half.go.th/plan\">ก</a>");
    // The world on loopback has no certificate for it, so that the end cannot be seen.
    check("--external").exits(0).findsOnly("external/unverified");
  }

  @Test
  void doesNotAskForHttpsWhenTold() throws IOException {
    page("<a href=\"http://fine.go.th/plan.pdf\">ก</a>");
    check("--external").exits(0).findsOnly();
    assertTrue(connects(), "https was tried");
    world.forget();
    Files.writeString(folder.resolve("policy.yml"), config("    https: false"));
    check("--external", "--config", "policy.yml").exits(0).findsOnly();
    assertFalse(connects());
  }

  private boolean connects() {
    return world.requests().stream().anyMatch(request -> request.method().equals("CONNECT"));
  }

  private static String config(String external) {
    return """
        site:
          base_url: https://www.here.go.th
        organization:
          name: เทศบาล
        assessment:
          year: 2567
        checks:
          external:
            pause: 0
        """
        + external.indent(0);
  }

  @Test
  void readsItsSettingsFromTheConfigurationAndSaysWhereTheyAreWrong() throws IOException {
    page("<a href=\"http://fine.go.th/plan.pdf\">ก</a>");
    Files.writeString(
        folder.resolve("own.yml"),
        config("    user_agent: Somebody/1\n    login_hosts: [members.go.th]\n    timeout: 5s"));
    check("--external", "--config", "own.yml").exits(0);
    assertEquals("Somebody/1", world.requests().get(0).headers().get("user-agent"));
    Files.writeString(
        folder.resolve("bad.yml"),
        config("    timeout: soon\n    per_host: 0\n    retrys: 1\n    https: maybe"));
    Run run = check("--external", "--config", "bad.yml").exits(2);
    run.finds("source/value", "-", "bad.yml:10:14")
        .finds("source/value", "-", "bad.yml:11:15")
        .finds("source/key", "-", "bad.yml:12:5")
        .finds("source/value", "-", "bad.yml:13:12");
  }

  @Test
  void saysWhoAsks() throws IOException {
    page("<a href=\"http://fine.go.th/plan.pdf\">ก</a>");
    Files.writeString(folder.resolve("own.yml"), config(""));
    check("--external", "--config", "own.yml").exits(0);
    assertTrue(
        world.requests().get(0).headers().get("user-agent").contains("+https://www.here.go.th/"));
  }

  @Test
  void refusesSettingsThatCannotBeUsed() throws IOException {
    page("<a href=\"http://fine.go.th/plan.pdf\">ก</a>");
    check("--external", "--timeout", "soon").exits(2).says("20s, 10m, 1h");
    check("--external", "--proxy", "socks5://localhost").exits(2).says("HTTP proxy");
    check("--external", "--ca", "none.pem").exits(2).says("none.pem", "BEGIN CERTIFICATE");
    Run.in(folder, Map.of("HTTP_PROXY", "ftp://x"), false, "check", "tree", "--external")
        .exits(2)
        .says("HTTP_PROXY=ftp://x");
    assertEquals(List.of(), world.requests());
  }

  @Test
  void countsInOneLineWhatWasNotAsked() throws IOException {
    page(
        "<a href=\"http://fine.go.th/plan.pdf\">ก</a><a href=\"http://b.go.th/2.pdf\">ข</a>"
            + "<a href=\"http://c.go.th/3.pdf\">ค</a><a href=\"http://c.go.th/3.pdf\">ง</a>");
    world.on("*", (request, line) -> line.send(request, 200, PDF, "%PDF"));
    Run run = check("--external", "--requests", "1").exits(0).findsOnly("external/unverified");
    assertEquals(1, run.json().path("findings").size());
    run.says("2 addresses of other hosts not asked");
  }

  @Test
  void doesNotOpenWhereAFormIsSent() throws IOException {
    page(
        "<form action=\"http://bad.go.th/send\"><button formaction=\"http://bad.go.th/b\">ก</button></form>");
    check("--external").exits(0).findsOnly();
    assertEquals(List.of(), world.requests());
  }

  @Test
  void givesTheSameReportEveryTime() throws IOException {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      links
          .append("<a href=\"http://h")
          .append(i % 7)
          .append(".go.th/")
          .append(i)
          .append(".pdf\">ก</a>\n");
    }
    page(links.toString());
    Files.writeString(folder.resolve("own.yml"), config(""));
    String first = check("--external", "--config", "own.yml").exits(1).out();
    String second = check("--external", "--config", "own.yml").exits(1).out();
    assertEquals(
        first.replaceAll("\"elapsedMillis\" : \\d+", ""),
        second.replaceAll("\"elapsedMillis\" : \\d+", ""));
  }

  @Test
  void publishesNothingThatLeadsToWhatIsGone() throws IOException {
    TestSite site = TestSite.ours(folder.resolve("site"));
    world.on("*", (request, line) -> line.send(request, 404, HTML, "gone"));
    Map<String, String> environment =
        Map.of("HTTP_PROXY", world.url(""), "HTTPS_PROXY", world.url(""));
    String[] publish = {
      "publish", "--format", "json", "--lang", "en", "--today", TestSite.TODAY, "--no-cache"
    };
    Run.in(site.folder(), environment, false, publish).exits(0);
    assertEquals(List.of(), world.requests());

    String config = Files.readString(site.path("site-config.yml"));
    Path contact = site.path("content/pages/contact.md");
    Files.writeString(
        contact, Files.readString(contact) + "\n[ระเบียบ](http://gone.go.th/rule.pdf)\n");
    Files.writeString(
        site.path("site-config.yml"),
        config + "  external: {pause: 0, retries: 0, https: false}\n");
    int line = Files.readAllLines(contact).size();
    String[] external = java.util.Arrays.copyOf(publish, publish.length + 1);
    external[publish.length] = "--external";
    Run.in(site.folder(), environment, false, external)
        .exits(1)
        .finds("external/dead", "-", "content/pages/contact.md:" + line + ":1");
    assertFalse(
        Files.readString(site.path("public/contact/index.html")).contains("gone.go.th"),
        "the old site stays");
  }

  @Test
  void reportsWhatItHasWhenSomebodyPressesCtrlC() throws Exception {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no signals there");
    world.on("http://slow.go.th/*", (request, line) -> Thread.sleep(60_000));
    page(
        "<a href=\"http://gone.go.th/a.pdf\">ก</a><a href=\"http://slow.go.th/b\">ข</a>"
            + "<a href=\"http://slow.go.th/c\">ค</a>");
    Path report = folder.resolve("report.json");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "th.oit.cli.Main",
                "check",
                "tree",
                "--links-only",
                "--external",
                "--format",
                "json",
                "--lang",
                "en")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(report.toFile());
    command.environment().put("HTTP_PROXY", world.url(""));
    Process process = command.start();
    try {
      while (world.requests().stream().noneMatch(request -> request.target().contains("slow"))
          || world.requests().stream().filter(r -> r.target().endsWith("a.pdf")).count() < 2) {
        assertTrue(process.isAlive(), "it ended by itself");
        Thread.sleep(20);
      }
      Thread.sleep(300); // the answer is on its way
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it ends soon");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(130, process.exitValue());
    Run run = new Run(130, Files.readString(report), "");
    run.finds("external/dead", "-", "index.html:3:4").says("2 addresses of other hosts not asked");
  }
}
