package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.schema.Schema;

/**
 * The documentation is a site of the tool, and says what the program does.
 *
 * <p>The pages about the commands and the list of the rules are made from the program itself; after
 * a change they are written anew by {@code mvn test -Dtest=DocumentationTest -Ddocs.write=true}.
 */
class DocumentationTest {
  private static final Path DOCS = Path.of("src/docs");
  private static final Path PAGES = DOCS.resolve("content/pages");
  private static final Path JOBS = DOCS.resolve("ci");
  private static final Path RULES = PAGES.resolve("rules");

  @TempDir Path folder;

  // The site.

  @Test
  void theDocumentationIsPublishedWithoutAnErrorOrAWarning() throws IOException {
    Path site = copy();
    Run run = Run.in(site, "publish", "--strict", "--format", "json", "--lang", "en").exits(0);
    assertEquals(List.of(), run.findings());
    assertFalse(run.json().has("items"), "a site of documentation has no items");
    Path shown = site.resolve("public");
    assertTrue(Files.exists(shown.resolve("index.html")));
    assertTrue(Files.exists(shown.resolve("rules/link/case/index.html")));
    assertTrue(Files.exists(shown.resolve("en/rules/link/case/index.html")));
    for (String absent : List.of("news", "oit", "feed.xml")) {
      assertFalse(Files.exists(shown.resolve(absent)), absent);
    }
    String home = Files.readString(shown.resolve("index.html"));
    for (String empty :
        List.of("contact-title", "footer-contact", "news-title", "<dl", "<ul>\n</ul>")) {
      assertFalse(home.contains(empty), empty);
    }
    Run.in(site, "check", "--strict", "--format", "json").exits(0);
  }

  @ParameterizedTest
  @CsvSource({"status", "answers"})
  void whatIsAskedOfAnAssessmentIsRefusedThere(String command) throws IOException {
    Run run =
        Run.in(copy(), command, "--lang", "en", "--output", "out.xlsx", "--today", "2567-04-10");
    run.exits(2);
    String said =
        run.all()
            + (Files.exists(folder.resolve("docs/out.xlsx"))
                ? Files.readString(folder.resolve("docs/out.xlsx"))
                : "");
    assertTrue(said.contains("this site is made for no assessment"), said);
  }

  private Path copy() throws IOException {
    return copy(folder);
  }

  /** Publishes the manual in a copy below a folder; gives the folder that would go to the host. */
  static Path publish(Path folder) throws IOException {
    Path site = copy(folder);
    Run.in(site, "publish", "--quiet").exits(0);
    return site.resolve("public");
  }

  private static Path copy(Path folder) throws IOException {
    Path site = folder.resolve("docs");
    for (String part : List.of("site-config.yml", "content", "templates")) {
      Path from = DOCS.resolve(part);
      if (!Files.exists(from)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          Path to = site.resolve(DOCS.relativize(file).toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    return site;
  }

  @Test
  void everyPageIsThereInBothLanguages() throws IOException {
    List<String> alone = new ArrayList<>();
    for (Path page : pagesBelow(DOCS.resolve("content"))) {
      String name = page.toString();
      String twin =
          name.endsWith(".en.md")
              ? name.replace(".en.md", ".md")
              : name.replaceFirst("\\.md$", ".en.md");
      if (!Files.exists(Path.of(twin))) {
        alone.add(name);
      }
    }
    assertEquals(List.of(), alone);
  }

  private static List<Path> pagesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  // The rules.

  @Test
  void everyRuleHasAPageAndEveryPageARule() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      expected.add(rule.id() + ".md");
      expected.add(rule.id() + ".en.md");
    }
    Set<String> there = new TreeSet<>();
    for (Path page : pagesBelow(RULES)) {
      there.add(RULES.relativize(page).toString().replace('\\', '/'));
    }
    assertEquals(expected, there);
  }

  @Test
  void everyPageOfARuleSaysAllFiveThingsAndShowsWhatFailsAndWhatPasses() throws IOException {
    List<String> lacking = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      for (String end : List.of(".md", ".en.md")) {
        String page = Files.readString(RULES.resolve(rule.id() + end));
        for (String part : List.of("what", "why", "mend", "off", "risk")) {
          Matcher section =
              Pattern.compile("(?ms)^## [^\\n]+\\{#" + part + "\\}\\n(.*?)(?=^## |\\z)")
                  .matcher(page);
          if (!section.find() || section.group(1).strip().length() < 12) {
            lacking.add(rule.id() + end + " " + part);
          }
        }
        if (page.split("(?m)^```", -1).length < 5) {
          lacking.add(rule.id() + end + " examples");
        }
        if (!page.replace("''", "'")
            .contains(end.equals(".md") ? rule.says().th() : rule.says().en())) {
          lacking.add(rule.id() + end + " its short text");
        }
      }
    }
    assertEquals(List.of(), lacking);
  }

  /** What a page says of switching a rule off is what the configuration takes. */
  @Test
  void everyPageSaysTrulyWhetherItsRuleCanBeSwitchedOff() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      for (String end : List.of(".md", ".en.md")) {
        String page = Files.readString(RULES.resolve(rule.id() + end));
        boolean shown = page.contains("    " + rule.id() + ": off\n");
        boolean refused =
            page.contains(
                "{#off}\n\n" + (end.equals(".md") ? "ปิดไม่ได้" : "It cannot be switched off"));
        if (shown == RuleSettings.isFixed(rule) || refused != RuleSettings.isFixed(rule)) {
          wrong.add(rule.id() + end);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @CsvSource({"th, rules.md", "en, rules.en.md"})
  void theListOfTheRulesIsThatOfTheProgram(String language, String page) throws IOException {
    boolean thai = language.equals("th");
    StringBuilder out = new StringBuilder();
    Map<String, List<Rule>> families = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      String family = rule.id().substring(0, rule.id().indexOf('/'));
      families.computeIfAbsent(family, f -> new ArrayList<>()).add(rule);
    }
    families.forEach(
        (family, rules) -> {
          out.append("## ").append(family).append(" {#").append(family).append("}\n\n");
          out.append(
              thai ? "| กฎ | พบอะไร | ระดับปกติ |\n" : "| Rule | What it finds | Usual weight |\n");
          out.append("|---|---|---|\n");
          for (Rule rule : rules) {
            String severity =
                switch (rule.severity()) {
                  case ERROR -> thai ? "ข้อผิดพลาด" : "error";
                  case WARNING -> thai ? "คำเตือน" : "warning";
                  case UNVERIFIED -> thai ? "ยังไม่ทราบผล" : "unverified";
                };
            String says = thai ? rule.says().th() : rule.says().en();
            out.append("| [").append(rule.id()).append("](rules/").append(rule.id());
            out.append(thai ? ".md" : ".en.md").append(") | ");
            out.append(says.replace("\\", "\\\\")).append(" | ").append(severity).append(" |\n");
          }
          out.append('\n');
        });
    isMade(page, "{#link}", out.toString());
  }

  // The commands.

  @ParameterizedTest
  @CsvSource({"th, commands.md", "en, commands.en.md"})
  void thePageAboutTheCommandsNamesEveryCommandAndOption(String language, String page)
      throws IOException {
    boolean thai = language.equals("th");
    Properties texts = bundle(thai ? "help_th.properties" : "help.properties");
    Main.Surroundings around = new Main.Surroundings(folder, Map.of(), false, null, null);
    Set<String> common = new HashSet<>();
    StringBuilder out = new StringBuilder();
    out.append(
        thai
            ? "## ตัวเลือกที่ทุกคำสั่งมี {#common}\n\n"
            : "## Options that all commands have {#common}\n\n");
    out.append(thai ? "| ตัวเลือก | ความหมาย |\n|---|---|\n" : "| Option | Meaning |\n|---|---|\n");
    for (OptionSpec option : CommandSpec.forAnnotatedObject(new CommonOptions()).options()) {
      common.add(option.longestName());
      row(out, option, texts.getProperty(key(option)));
    }
    out.append('\n');
    Commands.all()
        .forEach(
            (name, make) -> {
              CommandSpec spec = new CommandLine(make.apply(around)).getCommandSpec();
              String header = "oit." + name + ".usage.header";
              out.append("## oit ").append(name).append(" {#").append(name).append("}\n\n");
              out.append(texts.getProperty(header)).append("\n\n");
              List<ArgSpec> own = new ArrayList<>();
              own.addAll(spec.positionalParameters());
              spec.options().stream()
                  .filter(
                      option ->
                          !common.contains(option.longestName())
                              || texts.containsKey("oit." + name + "." + key(option)))
                  .forEach(own::add);
              if (!own.isEmpty()) {
                out.append(
                    thai
                        ? "| ตัวเลือก | ความหมาย |\n|---|---|\n"
                        : "| Option | Meaning |\n|---|---|\n");
                for (ArgSpec argument : own) {
                  String key = key(argument);
                  row(
                      out,
                      argument,
                      texts.getProperty("oit." + name + "." + key, texts.getProperty(key)));
                }
                out.append('\n');
              }
            });
    isMade(page, "{#common}", out.toString());
  }

  private static String key(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName().substring(2)
        : argument.descriptionKey();
  }

  private static void row(StringBuilder out, ArgSpec argument, String text) {
    String label = argument.paramLabel();
    String shown =
        argument instanceof OptionSpec option
            ? String.join(", ", option.names()) + (option.arity().max() > 0 ? " " + label : "")
            : label;
    out.append("| `").append(shown.replace("|", "\\|")).append("` | ");
    out.append(String.valueOf(text).replace("%n", " ").replace("|", "\\|").replace("<", "\\<"));
    out.append(" |\n");
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Commands.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  // The jobs for CI.

  /** The jobs that lie beside the documentation stand in it, to be copied. */
  @ParameterizedTest
  @CsvSource({"th, ci.md", "en, ci.en.md"})
  void theJobsForCiStandOnTheirPage(String language, String page) throws IOException {
    StringBuilder out = new StringBuilder();
    if (Files.isDirectory(JOBS)) {
      out.append(language.equals("th") ? "## ตัวอย่างงาน" : "## Sample jobs").append(" {#jobs}\n");
      try (Stream<Path> jobs = Files.list(JOBS)) {
        for (Path job : jobs.filter(file -> file.toString().endsWith(".yml")).sorted().toList()) {
          out.append("\n### src/docs/ci/").append(job.getFileName()).append("\n\n```yaml\n");
          out.append(Files.readString(job).stripTrailing()).append("\n```\n");
        }
      }
    }
    isMade(page, "{#jobs}", out.toString());
  }

  /**
   * The last part of a page is what the program makes of it.
   *
   * @param first what the heading of that part ends with
   */
  private static void isMade(String page, String first, String made) throws IOException {
    Path file = PAGES.resolve(page);
    String text = Files.readString(file);
    int heading = text.indexOf(first + "\n");
    String written = heading < 0 ? text : text.substring(0, text.lastIndexOf("\n## ", heading));
    String expected =
        made.isEmpty()
            ? written.stripTrailing() + "\n"
            : written.stripTrailing() + "\n\n" + made.stripTrailing() + "\n";
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file), "write it anew with -Ddocs.write=true");
  }

  // The files that an office writes.

  /**
   * What editors read lies beside the documentation, and is what the program makes of its model.
   */
  @Test
  void theSchemasAndTheSettingsOfEditorsAreThoseOfTheProgram() throws IOException {
    Path published = DOCS.resolve("content/schema");
    Map<Path, String> expected = new LinkedHashMap<>();
    for (Schema schema : Schema.all()) {
      expected.put(published.resolve(schema.file()), schema.json());
    }
    Run.in(folder, "init", "site", "--yes", "--name", "อบต.บางดี", "--year", "2567").exits(0);
    for (String file : List.of("settings.json", "extensions.json", "oit.code-snippets")) {
      String laid = Files.readString(folder.resolve("site/.vscode").resolve(file));
      expected.put(
          Path.of(".vscode", file), laid.replace("./.vscode/oit/", "./src/docs/content/schema/"));
    }
    for (Map.Entry<Path, String> file : expected.entrySet()) {
      if (Boolean.getBoolean("docs.write")) {
        Files.writeString(file.getKey(), file.getValue());
      }
      assertEquals(
          file.getValue(), Files.readString(file.getKey()), "write it anew with -Ddocs.write=true");
    }
    try (Stream<Path> files = Files.list(published)) {
      assertEquals(Schema.all().size(), files.count());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/th/oit/config/ConfigReader.java, configuration",
    "src/main/java/th/oit/content/PageReader.java, front-matter",
    "src/main/java/th/oit/content/ServiceReader.java, front-matter",
    "src/main/java/th/oit/content/RecordReader.java, front-matter",
    "src/main/java/th/oit/catalog/CatalogReader.java, catalogue",
  })
  void everyKeyThatIsReadIsDocumented(String reader, String page) throws IOException {
    Matcher key =
        Pattern.compile(
                "\\.(?:require|requiredText|text|texts|fields|list|scalars|integer|number|flag|date|"
                    + "choice|parsed|node|nodes|has)\\(\\s*\"([a-z_]+)\""
                    + "|(?:name|day)\\(\\w+, \"([a-z_]+)\"")
            .matcher(Files.readString(Path.of(reader)));
    Set<String> keys = new TreeSet<>();
    while (key.find()) {
      keys.add(key.group(1) == null ? key.group(2) : key.group(1));
    }
    assertTrue(keys.size() > 9, keys::toString);
    for (String end : List.of(".md", ".en.md")) {
      String text = Files.readString(PAGES.resolve(page + end));
      List<String> silent =
          keys.stream()
              .filter(name -> !text.contains("`" + name + "`") && !text.contains("{#" + name + "}"))
              .toList();
      assertEquals(List.of(), silent, page + end);
    }
  }
}
