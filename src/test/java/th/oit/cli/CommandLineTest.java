package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import th.oit.output.RunLock;

/** What the command line promises to people and to scripts. */
class CommandLineTest {
  private static final List<String> COMMANDS =
      List.of("publish", "build", "check", "status", "catalog", "explain");

  @TempDir static Path folder;
  private static TestSite site;
  private static Path nowhere;

  @BeforeAll
  static void prepare() throws IOException {
    site = TestSite.ours(folder.resolve("site"));
    nowhere = Files.createDirectories(folder.resolve("nowhere"));
  }

  // Help and version.

  @Test
  void theHelpInBothLanguagesDescribesEveryOptionOfEveryCommand() throws IOException {
    Properties english = bundle("help.properties");
    Properties thai = bundle("help_th.properties");
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(thai.keySet()));
    List<String> bare = new ArrayList<>();
    for (String command : COMMANDS) {
      for (Map.Entry<String, Properties> language : Map.of("en", english, "th", thai).entrySet()) {
        String shown =
            flat(Run.in(nowhere, command, "--help", "--lang", language.getKey()).exits(0).out());
        assertFalse(shown.contains("%"), shown);
        assertTrue(
            shown.contains(language.getKey().equals("en") ? "Usage:oit" : "วิธีใช้:oit"), shown);
        Properties texts = language.getValue();
        for (String key : keysOf(command)) {
          String text = texts.getProperty("oit." + command + "." + key, texts.getProperty(key));
          if (text == null || !shown.contains(flat(text))) {
            bare.add(command + " " + key + " (" + language.getKey() + ")");
          }
        }
      }
    }
    assertEquals(List.of(), bare);
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Commands.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  /** The keys of all that a command's help has to explain. */
  private static List<String> keysOf(String command) {
    Main.Surroundings around = new Main.Surroundings(nowhere, Map.of(), false, null, null);
    Object object =
        switch (command) {
          case "publish" -> new PublishCommand(around);
          case "build" -> new BuildCommand(around);
          case "check" -> new CheckCommand(around);
          case "status" -> new StatusCommand(around);
          case "explain" -> new ExplainCommand(around);
          default -> new CatalogCommand(around);
        };
    List<String> keys = new ArrayList<>(List.of("oit." + command + ".usage.header"));
    for (ArgSpec argument : new CommandLine(object).getCommandSpec().args()) {
      keys.add(
          argument instanceof OptionSpec option
              ? option.longestName().substring(2)
              : argument.descriptionKey());
    }
    return keys;
  }

  /** Without the line breaks and spaces that the width of the help puts in. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void theHelpOfAllCommandsNamesThemAndTheExitCodes() {
    for (String[] args : new String[][] {{}, {"--help"}, {"-h"}}) {
      Run run = Run.in(nowhere, args).exits(0);
      COMMANDS.forEach(command -> run.says("\n  " + command + " "));
      run.says("รหัสผลลัพธ์", "วิธีใช้: oit ", "พิมพ์สคริปต์เติมคำสั่ง");
    }
    Run.in(nowhere, "--help", "--lang", "en").exits(0).says("Exit codes: 0", "Usage: oit ");
    Run.in(nowhere, Map.of("OIT_LANG", "en"), false, "--help").exits(0).says("Exit codes: 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionIsOneLine(String option) {
    Run run = Run.in(nowhere, option).exits(0);
    assertTrue(run.out().matches("oit \\S+\\R"), run.out());
  }

  @Test
  void theCompletionScriptIsPrinted() {
    Run.in(nowhere, "completion").exits(0).says("publish", "complete");
  }

  // What cannot be understood.

  @Test
  void anUnknownCommandIsRefusedWithTheNearestOne() {
    Run.in(nowhere, "publich").exits(2).says("publich", "(publish?)", "oit --help");
    Run.in(nowhere, "frobnicate", "--lang", "en").exits(2).says("unknown: frobnicate");
  }

  @ParameterizedTest
  @CsvSource({
    "--formet, --format",
    "--strictt, --strict",
    "--no-such-thing, --no-such-thing",
  })
  void anUnknownOptionIsRefusedWithTheNearestOne(String option, String near) {
    Run.in(nowhere, "publish", option, "--lang", "en")
        .exits(2)
        .says(option, near, "oit publish --help");
  }

  @ParameterizedTest
  @CsvSource({
    "--today, tomorrow",
    "--today, 2567-02-30",
    "--today, 2567-13-01",
    "--lang, de",
    "--format, xml",
    "--color, blue",
    "--jobs, many"
  })
  void aValueThatCannotBeUsedIsRefused(String option, String value) {
    Run run = Run.in(site.folder(), "publish", option, value).exits(2);
    run.says(value);
    assertFalse(run.all().contains("Exception"), run::all);
    assertFalse(site.has("public"));
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    Run.in(nowhere, "publish", "--site").exits(2).says("--site");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "build", "status", "check"})
  void withoutASiteFolderTheRemedyIsNamed(String command) {
    Run.in(nowhere, command).exits(2).says("site-config.yml", "--site");
    Run.in(nowhere, command, "--lang", "en")
        .exits(2)
        .says("no site-config.yml in", "run this inside the site's folder");
    Run.in(folder, command, "--site", "nowhere", "--format", "json")
        .exits(2)
        .finds("source/missing", "-", "site-config.yml:0:0");
    assertFalse(Files.exists(nowhere.resolve(".oit")));
  }

  // Options that all commands have.

  @Test
  void theNearestSiteFolderUpwardsIsTaken() {
    Path deep = site.path("content/oit/2567");
    Run run = Run.in(deep, "catalog", "--format", "json").exits(0);
    assertEquals(2567, run.json().path("year").asInt());
    Run.in(deep, "status", "--quiet").exits(0);
    Run.in(nowhere, "status", "--quiet", "--site", "../site").exits(0);
    Run.in(nowhere, "status", "--quiet", "--site", site.folder().toString()).exits(0);
  }

  @Test
  void theReportGoesToAFileWhenOneIsNamed() throws IOException {
    Path file = folder.resolve("out/deep/report.json");
    Run run =
        Run.in(
                nowhere,
                "status",
                "--site",
                "../site",
                "--format",
                "json",
                "--output",
                "../out/deep/report.json")
            .exits(0);
    assertEquals("", run.all());
    assertTrue(Files.readString(file).contains("\"verdict\" : \"pass\""));
  }

  @Test
  void aReportThatCannotBeWrittenIsNoFaultOfTheProgram() {
    Run.in(site.folder(), "status", "--output", "content", "--lang", "en").exits(2).says("content");
  }

  @Test
  void theLanguageIsThatOfTheOptionElseOfTheEnvironmentElseOfTheSite() {
    site.run("status", "--lang", "en").says("35 of 35 items pass");
    Run.in(site.folder(), Map.of("OIT_LANG", "en"), false, "status").says("35 of 35 items pass");
    Run.in(site.folder(), Map.of("OIT_LANG", "en"), false, "status", "--lang", "th")
        .says("ผ่าน 35 จาก 35 ข้อ");
    site.run("status").says("ผ่าน 35 จาก 35 ข้อ");
    TestSite english = TestSite.ours(folder.resolve("english"));
    english.replace("site-config.yml", "language: th", "language: en");
    english.run("status").says("35 of 35 items pass");
  }

  @Test
  void colourIsForTerminalsUnlessSomebodySaysOtherwise() {
    String escape = "\u001B[";
    assertFalse(site.run("status").out().contains(escape));
    assertTrue(Run.in(site.folder(), Map.of(), true, "status").out().contains(escape));
    assertFalse(
        Run.in(site.folder(), Map.of("NO_COLOR", "1"), true, "status").out().contains(escape));
    assertFalse(
        Run.in(site.folder(), Map.of(), true, "status", "--color", "never").out().contains(escape));
    assertTrue(site.run("status", "--color", "always").out().contains(escape));
    assertFalse(
        Run.in(site.folder(), Map.of(), true, "status", "--format", "json").all().contains(escape));
  }

  @Test
  void quietLeavesOutWhatIsRight() {
    assertTrue(site.run("status").out().contains("9.1 ข้อมูลพื้นฐาน"));
    Run quiet = site.run("status", "--quiet").exits(0);
    assertFalse(quiet.out().contains("9.1 ข้อมูลพื้นฐาน"));
    quiet.says("ผ่าน 35 จาก 35 ข้อ");
  }

  @Test
  void strictLetsWarningsCloseTheGate() {
    TestSite warned = TestSite.ours(folder.resolve("warned"));
    warned.append("content/pages/qa.md", "\nดู[ที่นี่]()\n");
    Run run = warned.publish().exits(0);
    assertEquals(1, run.json().path("summary").path("warnings").asInt());
    Map<String, String> before = warned.tree("public");
    warned.append("content/pages/qa.md", "\nแก้แล้ว\n");
    Run strict = warned.publish("--strict").exits(1);
    assertEquals("fail", strict.json().path("verdict").asText());
    TestSite.assertSameTree(before, warned.tree("public"));
  }

  @Test
  void aSecondRunWaitsItsTurn() throws IOException {
    try (RunLock lock = RunLock.take(site.path(".oit")).orElseThrow()) {
      assertTrue(lock != null);
      for (String command : List.of("publish", "build", "status")) {
        site.run(command, "--format", "json").exits(2).finds("run/locked", "-", ".oit/lock:0:0");
      }
      assertFalse(site.has("public"));
    }
    site.run("status").exits(0);
  }

  // The report for scripts.

  @Test
  void theJsonHasTheKeysThatScriptsRelyOn() {
    TestSite broken = TestSite.ours(folder.resolve("broken"));
    broken.replace("content/oit/2567/o14/index.md", "(../o15/index.md)", "(../o15/nothing.md)");
    JsonNode report = broken.publish().exits(1).json();
    assertEquals(
        List.of(
            "version",
            "tool",
            "command",
            "verdict",
            "summary",
            "catalog",
            "items",
            "waivers",
            "findings"),
        keys(report));
    assertEquals(1, report.path("version").asInt());
    assertEquals(List.of("name", "version"), keys(report.path("tool")));
    assertEquals("oit", report.path("tool").path("name").asText());
    assertEquals(
        List.of("pages", "links", "errors", "warnings", "unverified", "baselined", "elapsedMillis"),
        keys(report.path("summary")));
    assertEquals(List.of("year", "items", "passed"), keys(report.path("catalog")));
    assertEquals(
        List.of("id", "name", "status", "url", "department", "elements", "waived"),
        keys(report.path("items").path(0)));
    assertEquals(
        List.of("required", "covered"), keys(report.path("items").path(0).path("elements")));
    JsonNode finding = report.path("findings").path(0);
    assertEquals(
        List.of("rule", "severity", "page", "item", "source", "target", "message", "hint"),
        keys(finding));
    assertEquals(List.of("file", "line", "column"), keys(finding.path("source")));
    assertEquals("error", finding.path("severity").asText());
    assertEquals("oit/2567/o14/index.html", finding.path("page").asText());
    assertEquals(1, report.path("summary").path("errors").asInt());
  }

  @Test
  void aReportOnInputThatCannotBeUsedHasNoItems() {
    TestSite broken = TestSite.ours(folder.resolve("unusable"));
    broken.replace("content/oit/2567/o14/index.md", "period: 2567", "period: [2567");
    JsonNode report = broken.publish().exits(2).json();
    assertEquals(
        List.of("version", "tool", "command", "verdict", "summary", "findings"), keys(report));
    assertEquals("unusable", report.path("verdict").asText());
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void twoRunsPrintTheSameBytesButForTheTime() {
    TestSite broken = TestSite.named("paphlu", folder.resolve("twice"));
    Map<String, String> outputs = new LinkedHashMap<>();
    for (String jobs : List.of("1", "2", "4")) {
      String out = broken.publish("--jobs", jobs).exits(1).out();
      outputs.put(jobs, out.replaceAll("(\"elapsedMillis\" : )\\d+", "$1-"));
    }
    assertEquals(1, new TreeSet<>(outputs.values()).size(), "with 1, 2 and 4 jobs");
    assertTrue(outputs.get("1").contains("\"elapsedMillis\" : -"));
  }

  @Test
  void theFindingsAreSortedByPageAndPosition() {
    TestSite broken = TestSite.ours(folder.resolve("sorted"));
    broken.append("content/pages/qa.md", "\n[ก](no-2.md)\n\n[ข](no-1.md)\n");
    broken.append("content/oit/2567/o9/index.md", "\n[ค](no.md)\n");
    List<String> places = new ArrayList<>();
    for (JsonNode finding : broken.publish().exits(1).json().path("findings")) {
      places.add(finding.path("page").asText() + " " + finding.path("target").asText());
    }
    assertEquals(
        List.of("oit/2567/o9/index.html", "qa/index.html", "qa/index.html"),
        places.stream().map(place -> place.split(" ")[0]).toList());
    assertTrue(places.get(1).contains("no-2") && places.get(2).contains("no-1"), places::toString);
  }
}
