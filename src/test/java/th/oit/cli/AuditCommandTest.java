package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.LoopbackServer;

/** A site of ours as it is served, audited whole and by its answer sheet. */
class AuditCommandTest {
  @TempDir static Path folder;
  private static TestSite site;
  private static LoopbackServer server;

  @BeforeAll
  static void serve() {
    site = TestSite.ours(folder.resolve("site"));
    site.publish().exits(0);
    site.run("answers", "--output", "answers.xlsx", "--today", TestSite.TODAY).exits(0);
    server = LoopbackServer.of(site.path("public"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void mend() throws Exception {
    site.restore();
  }

  private static Run audit(String... more) {
    List<String> args =
        Stream.concat(
                Stream.of(
                    "audit",
                    server.url(),
                    "--format",
                    "json",
                    "--lang",
                    "en",
                    "--today",
                    TestSite.TODAY,
                    "--pause",
                    "0ms"),
                Stream.of(more))
            .toList();
    return site.run(args.toArray(String[]::new));
  }

  private static JsonNode item(Run run, String id) {
    for (JsonNode item : run.json().path("audit").path("items")) {
      if (item.path("id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError(id + " is not in " + run.out());
  }

  @Test
  void aLiveSiteHasTheVerdictOfItsFolder() {
    Run live = audit().exits(0);
    Run local =
        site.run("check", "--format", "json", "--lang", "en", "--today", TestSite.TODAY).exits(0);
    assertEquals(local.json().path("catalog"), live.json().path("catalog"));
    assertEquals(local.json().path("items"), live.json().path("items"));
    assertEquals(local.findings(), live.findings());
    JsonNode opening = item(live, "O8").path("urls").get(0);
    assertEquals("https://www.example.go.th/oit/2567/o8/", opening.path("url").asText());
    assertEquals("yes", opening.path("opens").asText());
    assertEquals("HTML", opening.path("type").asText());
    assertEquals(2567, opening.path("years").get(0).asInt());
    assertTrue(site.has("reports/audit.json"));
  }

  @Test
  void brokenSitesHaveTheFindingsOfTheirFolder() throws Exception {
    site.write("public/oit/2567/o14/broken.txt", "");
    site.replace("public/oit/2567/o14/index.html", "<h1", "<a href=\"nothing.pdf\">x</a><h1");
    site.replace("public/oit/2567/o15/index.html", "data-oit-department", "data-was");
    site.delete("public/oit/2567/o5/index.html");
    Run live = audit().exits(1);
    // A copy, of which nobody knows where it was written: as little as is known of a live site.
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(site.path("public"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(site.path("public").relativize(file).toString()));
      }
    }
    Run local =
        site.run(
                "check",
                copy.toString(),
                "--site",
                ".",
                "--format",
                "json",
                "--lang",
                "en",
                "--today",
                TestSite.TODAY)
            .exits(1);
    assertEquals(local.json().path("items"), live.json().path("items"));
    List<String> rules = rules(live);
    assertEquals(rules(local), rules);
    assertTrue(rules.contains("link/not-found O14 nothing.pdf"), rules.toString());
    assertTrue(rules.contains("oit/missing O5 null"), rules.toString());
  }

  private static List<String> rules(Run run) {
    List<String> rules = new ArrayList<>();
    for (JsonNode finding : run.json().path("findings")) {
      rules.add(
          finding.path("rule").asText()
              + " "
              + finding.path("item").asText()
              + " "
              + finding.path("target").asText());
    }
    return rules.stream().sorted().toList();
  }

  @Test
  void theSheetOfTheSiteOpensEveryUrlAndNothingElse() {
    int before = server.asked().size();
    Run run = audit("--answers", "answers.xlsx").exits(0);
    assertEquals(35, run.json().path("catalog").path("passed").asInt(), run.out());
    for (JsonNode item : run.json().path("audit").path("items")) {
      assertEquals("pass", item.path("state").asText(), item.toString());
      for (JsonNode url : item.path("urls")) {
        assertEquals("yes", url.path("opens").asText(), url.toString());
      }
    }
    List<String> asked = server.asked().subList(before, server.asked().size());
    assertFalse(asked.contains("GET /robots.txt"), asked.toString());
    assertFalse(asked.contains("GET /news/rss.xml"), asked.toString());
  }

  @Test
  void aSheetTypedByHandIsReadAsPeopleTypeIt() throws Exception {
    String sheet =
        """
        ลำดับ;รายการ;มี/ไม่มี;ลิงก์ (URL)
        1;โครงสร้าง;มี;URLoit/2567/o1/
        ๐๒;ผู้บริหาร;มี;URL
        ข้อ ๓;อำนาจหน้าที่;มี;URLoit/2567/gone/
        O7;แผน;มี;https://www.example.go.th/oit/2567/o8/#nowhere
        O8;แผน;มี;"URLoit/2567/o8/ และ URLoit/2566/"
        O9;;มี;https://
        O10;คู่มือ;ไม่มี;
        """
            .replace("URL)", "ที่อยู่)")
            .replace("URL", server.url());
    Files.write(site.path("typed.csv"), sheet.getBytes(Charset.forName("x-windows-874")));
    Run run = audit("--answers", "typed.csv").exits(1);
    assertEquals("pass", item(run, "O1").path("state").asText(), run.out());
    assertEquals("pass", item(run, "O8").path("state").asText(), run.out());
    assertEquals("no", item(run, "O3").path("urls").get(0).path("opens").asText());
    assertEquals(404, item(run, "O3").path("urls").get(0).path("status").asInt());
    run.finds("audit/home-page", "O2", "typed.csv:3:0")
        .finds("link/not-found", "O3", "typed.csv:4:0")
        .finds("audit/other-item", "O7", "typed.csv:5:0")
        .finds("link/no-fragment", "O7", "typed.csv:5:0")
        .finds("link/malformed", "O9", "typed.csv:7:0")
        .finds("oit/missing", "O10", "typed.csv:8:0")
        .finds("oit/missing", "-", "typed.csv:0:0");
  }

  /** A sheet of some items, each with its page. */
  private static void few(String... items) {
    StringBuilder sheet = new StringBuilder("ข้อ,URL\n");
    for (String item : items) {
      sheet.append(item).append(',').append(server.url()).append("oit/2567/");
      sheet.append(item.toLowerCase(java.util.Locale.ROOT)).append("/\n");
    }
    site.write("few.csv", sheet.toString());
  }

  @Test
  void whatBrokeSinceAndWhatWasMendedIsTold() throws Exception {
    few("O5", "O6", "O7");
    site.delete("public/oit/2567/o5/index.html");
    audit("--answers", "few.csv", "--save", "april.json").exits(1);
    site.restore();
    few("O5", "O6", "O7");
    site.write("public/oit/2567/o7/index.html", site.text("public/index.html"));
    Run run = audit("--answers", "few.csv", "--compare", "april.json").exits(1);
    JsonNode compared = run.json().path("audit").path("compared");
    assertEquals("2024-04-20", compared.path("day").asText());
    assertEquals("O7", compared.path("broken").get(0).path("item").asText(), compared.toString());
    assertEquals("O5", compared.path("mended").get(0).path("item").asText(), compared.toString());
    audit("--compare", "nothing.json").exits(2).says("nothing.json");
    site.write("other.json", "{\"version\": 1, \"command\": \"check\"}");
    audit("--compare", "other.json").exits(2).says("not the report of an audit");
    site.write("broken.json", "{\n  \"version\": oh}");
    audit("--compare", "broken.json").exits(2).says("broken.json", "not JSON");
  }

  @Test
  void everyFormatHasTheItems() {
    few("O5", "O8");
    for (String format : List.of("text", "markdown", "junit")) {
      Run run =
          site.run(
              "audit",
              server.url(),
              "--answers",
              "few.csv",
              "--format",
              format,
              "--today",
              TestSite.TODAY,
              "--pause",
              "0ms");
      run.exits(0);
      assertTrue(run.out().contains("O8"), format + run.out());
    }
  }

  @Test
  void aSheetThatCannotBeUsedNamesThePlace() {
    site.write("bad.csv", "ข้อ,รายการ\nO1,โครงสร้าง\n");
    audit("--answers", "bad.csv").exits(2).says("\"file\" : \"bad.csv\"", "no column");
    site.write("bad.csv", "ข้อ,URL\nที่หนึ่ง,http://127.0.0.1/\n");
    audit("--answers", "bad.csv").exits(2).finds("source/value", "-", "bad.csv:2:0");
    site.write("bad.csv", "ข้อ,URL\nO1,\n");
    audit("--answers", "bad.csv").exits(2).says("answers no item");
    audit("--answers", "nothing.xlsx").exits(2).says("nothing.xlsx");
    audit("--year", "2599").exits(2).says("no list of 2599");
  }

  @Test
  void theHelpIsInBothLanguages() {
    Run.in(folder, "audit", "--help").exits(0).says("ไฟล์คำตอบ", "--stands-for");
    Run.in(folder, "audit", "--help", "--lang", "en").exits(0).says("answer sheet");
  }
}
