package th.oit.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import th.oit.SiteFiles;
import th.oit.TestSite;
import th.oit.baseline.BaselineReader;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.config.ConfigReader;
import th.oit.config.SiteConfig;
import th.oit.content.ContentReader;
import th.oit.finding.Finding;
import th.oit.finding.UnusableInput;
import th.oit.ita.SchemeReader;
import th.oit.ita.ScoreReportReader;
import th.oit.site.SiteBuilder;
import th.oit.source.DataTable;
import th.oit.source.SourceText;
import th.oit.starter.Body;
import th.oit.starter.BodyKind;
import th.oit.starter.StarterSite;
import th.oit.text.FiscalYear;
import th.oit.work.Workers;

/**
 * The schemas and the readers agree: on every file of the project, on every key, and on every small
 * change to a file in which every key is written.
 */
class SchemaTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/schema");

  /** As editors read YAML: by version 1.2, in which {@code off} is a word. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private static final JsonMapper JSON = new JsonMapper();
  private static final String UNKNOWN = "zzzz_unknown";
  private static final Map<String, JsonSchema> SCHEMAS = new TreeMap<>();
  private static final SiteConfig CONFIG =
      ConfigReader.read(
          new SourceText(
              "site-config.yml",
              TestSite.CONFIG
                  .substring(TestSite.CONFIG.indexOf('\n') + 1)
                  .replace("{year: 2567}", "{year: 2567, years: [2567, 2566]}")));

  private static final Map<FiscalYear, Catalog> CATALOGS = new LinkedHashMap<>();

  static {
    for (FiscalYear year : CONFIG.assessment().years()) {
      CATALOGS.put(year, CatalogReader.bundled(year).orElseThrow());
    }
    for (Schema schema : Schema.all()) {
      SCHEMAS.put(
          schema.name(),
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema.json()));
    }
  }

  @TempDir Path folder;

  static Stream<String> names() {
    return Schema.all().stream().map(Schema::name);
  }

  static Stream<String> namesOfReaders() {
    return names().filter(name -> !name.equals("words"));
  }

  // What the readers say.

  /** Reads a text as the commands do. */
  private List<Finding> read(String name, String yaml) {
    SourceText text = new SourceText("file.yml", yaml);
    try {
      switch (name) {
        case "site-config" -> ConfigReader.read(text);
        case "catalog" -> CatalogReader.read(text);
        case "ita-rules" -> SchemeReader.read(text);
        case "ita-report" ->
            ScoreReportReader.read(
                text,
                (file, sheet) ->
                    new DataTable(file, List.of("รหัส", "คะแนน"), List.of(), List.of()));
        case "baseline" -> BaselineReader.read(text);
        case "people", "chart", "questions", "voices" ->
            page("content/pages/a.md", "---\ntitle: ก\n---\n\n![ข้อมูล](list.yml)\n", yaml);
        default -> page(pathOf(name), "---\n" + yaml + "\n---\n\nเนื้อหา\n", null);
      }
      return List.of();
    } catch (UnusableInput e) {
      return e.findings();
    }
  }

  private static String pathOf(String name) {
    return switch (name) {
      case "front-matter-home" -> "content/index.md";
      case "front-matter-news" -> "content/news/a.md";
      case "front-matter-item" -> "content/oit/2567/o14/index.md";
      case "front-matter-service" -> "content/services/a.md";
      default -> "content/pages/a.md";
    };
  }

  private void page(String path, String text, String data) {
    Path site = folder.resolve(path.replaceAll("\\W", ""));
    SiteFiles.put(site.resolve(path), text);
    if (data != null) {
      SiteFiles.put(site.resolve("content/pages/list.yml"), data);
    }
    try (Workers workers = new Workers(1)) {
      SiteBuilder.build(
          CONFIG, CATALOGS, ContentReader.read(site, workers), List.of(), TestSite.TODAY);
    }
  }

  private static Set<ValidationMessage> validate(String name, JsonNode node) {
    return SCHEMAS.get(name).validate(node);
  }

  private static JsonNode example(String name) {
    return tree(text(EXAMPLES.resolve(name + ".yml")));
  }

  private static JsonNode tree(String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      return tree == null || tree instanceof MissingNode || tree.isNull()
          ? JsonNodeFactory.instance.objectNode()
          : tree;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The examples.

  @ParameterizedTest
  @MethodSource("namesOfReaders")
  void anExampleWithEveryKeyIsTakenByBoth(String name) {
    assertEquals(Set.of(), validate(name, example(name)));
    assertEquals(List.of(), read(name, text(EXAMPLES.resolve(name + ".yml"))));
    Set<String> unused = new TreeSet<>();
    Schema schema = Schema.of(name).orElseThrow();
    unused("", schema.shape(), List.of(example(name)), unused);
    unused.removeIf(key -> key.startsWith("/last_year/")); // of one shape with /measures
    assertEquals(Set.of(), unused, "keys of the schema that the example does not have");
  }

  private static void unused(String at, Shape shape, List<JsonNode> nodes, Set<String> unused) {
    if (shape.entries() != null) {
      List<JsonNode> entries = new ArrayList<>();
      nodes.stream().filter(JsonNode::isArray).forEach(node -> node.forEach(entries::add));
      unused(at + "/*", shape.entries(), entries, unused);
      return; // a mapping in place of a list is of the shape of its entries
    }
    if (shape.mapping() != null) {
      for (Mapping.Key key : shape.mapping().keys()) {
        List<JsonNode> found =
            nodes.stream()
                .filter(n -> n.isObject() && n.has(key.name()))
                .map(n -> n.get(key.name()))
                .toList();
        if (found.isEmpty() && !at.equals("/checks/rules")) {
          unused.add(at + "/" + key.name());
        }
        unused(at + "/" + key.name(), key.shape(), found, unused);
      }
    }
  }

  // Every key.

  /** A reader that meets a key that nobody has lists those that it knows. */
  @ParameterizedTest
  @MethodSource("namesOfReaders")
  void theReaderKnowsTheKeysOfTheSchemaAndNoOthers(String name) {
    Schema schema = Schema.of(name).orElseThrow();
    int[] objects = {0};
    eachObject(
        schema.shape(),
        example(name),
        "",
        (at, mapping, object) -> {
          if (mapping.others() != null || at.equals("/checks/rules")) {
            return;
          }
          ObjectNode changed = (ObjectNode) object;
          changed.put(UNKNOWN, "x");
          List<Finding> said = read(name, changed(name, object));
          changed.remove(UNKNOWN);
          Finding finding =
              said.stream()
                  .filter(each -> UNKNOWN.equals(each.target()))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(at + " takes any key: " + said));
          Set<String> known =
              new TreeSet<>(
                  List.of(finding.hint().en().replaceFirst("known here: ", "").split(", ")));
          Set<String> keys = new TreeSet<>();
          mapping.keys().forEach(key -> keys.add(key.name()));
          assertEquals(keys, known, at);
          objects[0]++;
        });
    assertTrue(objects[0] > 0);
  }

  private JsonNode whole;

  private String changed(String name, JsonNode object) {
    return write(whole);
  }

  private static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface EachObject {
    void see(String at, Mapping mapping, JsonNode object);
  }

  private void eachObject(Shape shape, JsonNode root, String at, EachObject seer) {
    whole = root;
    eachObject(shape, root, at, new TreeMap<>(), seer);
  }

  private static void eachObject(
      Shape shape, JsonNode node, String at, Map<String, Mapping> around, EachObject seer) {
    Mapping mapping = shape.again() == null ? shape.mapping() : around.get(shape.again());
    if (node.isArray() && shape.entries() != null) {
      node.forEach(entry -> eachObject(shape.entries(), entry, at + "/*", around, seer));
    } else if (node.isObject() && mapping != null) {
      if (mapping.name() != null) {
        around.put(mapping.name(), mapping);
      }
      seer.see(at, mapping, node);
      for (Mapping.Key key : mapping.keys()) {
        if (node.has(key.name())) {
          eachObject(key.shape(), node.get(key.name()), at + "/" + key.name(), around, seer);
        }
      }
    }
  }

  // The files of the project.

  private static Map<String, String> starter() {
    Body body =
        Body.of(
            BodyKind.of("อบต.บางดี"),
            "อบต.บางดี",
            "อำเภอบางดี จังหวัดดีงาม",
            "https://www.example.go.th",
            "0 0000 0000",
            "saraban@example.go.th",
            List.of());
    return StarterSite.files(body, CatalogReader.bundled(new FiscalYear(2567)).orElseThrow());
  }

  /** Whatever the tool takes without a word, an editor takes without a mark. */
  @Test
  void everyFileOfEverySiteOfTheProjectIsOfItsSchema() throws IOException {
    Path laid = folder.resolve("starter");
    starter().forEach((path, held) -> SiteFiles.put(laid.resolve(path), held));
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    List<Path> sites = new ArrayList<>(List.of(Path.of(""), Path.of("src/docs"), laid));
    try (Stream<Path> configs = Files.walk(Path.of("src/test/resources"))) {
      configs
          .filter(file -> file.endsWith("site-config.yml") && !file.startsWith(EXAMPLES))
          .map(Path::getParent)
          .sorted()
          .forEach(sites::add);
    }
    for (Path site : sites) {
      for (String part : List.of("site-config.yml", "content", "templates", "catalog")) {
        if (Files.exists(site.resolve(part))) {
          try (Stream<Path> files = Files.walk(site.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
              check(site, file, seen, wrong);
            }
          }
        }
      }
    }
    try (Stream<Path> lists = Files.list(Path.of("src/main/resources/catalog"))) {
      for (Path file : lists.sorted().toList()) {
        check("catalog", file, text(file), seen, wrong);
      }
    }
    Path rules = Path.of("src/main/resources/ita/rules.yml");
    check("ita-rules", rules, text(rules), seen, wrong);
    assertEquals("", String.join("\n", wrong));
    assertTrue(seen.size() >= Schema.all().size() - 1, seen::toString);
    assertTrue(seen.get("front-matter-item") > 50, seen::toString);
  }

  private static void check(Path site, Path file, Map<String, Integer> seen, List<String> wrong)
      throws IOException {
    String path = site.relativize(file).toString().replace('\\', '/');
    if (path.endsWith(".md")) {
      String text = SourceText.read(file, path).text();
      Optional<String> front =
          text.startsWith("---\n")
              ? Optional.of(text.substring(4, text.indexOf("\n---", 3) + 1))
              : Optional.empty();
      if (front.isPresent()) {
        check(kindOf(path), file, front.get(), seen, wrong);
      }
    } else if (path.endsWith(".yml")) {
      for (Schema schema : Schema.all()) {
        if (schema.globs().stream()
            .anyMatch(
                glob ->
                    FileSystems.getDefault()
                        .getPathMatcher("glob:" + glob)
                        .matches(Path.of(path)))) {
          check(schema.name(), file, text(file), seen, wrong);
          return;
        }
      }
      wrong.add(file + " is of no schema");
    }
  }

  private static String kindOf(String path) {
    if (path.matches("content/index(\\.en)?\\.md")) {
      return "front-matter-home";
    }
    if (path.matches("content/oit/\\d+/[^/]+(/index)?\\.md") && !path.contains(".en.")) {
      return "front-matter-item";
    }
    if (path.startsWith("content/news/")) {
      return "front-matter-news";
    }
    return path.startsWith("content/services/") && !path.contains("services/index")
        ? "front-matter-service"
        : "front-matter-page";
  }

  private static void check(
      String name, Path file, String yaml, Map<String, Integer> seen, List<String> wrong) {
    seen.merge(name, 1, Integer::sum);
    for (ValidationMessage message : validate(name, tree(yaml))) {
      wrong.add(file + " (" + name + "): " + message.getMessage());
    }
  }

  /** What a writer gets from a prepared text, as it stands before anything is changed in it. */
  @Test
  void thePreparedTextsOfEditorsAreTaken() throws IOException {
    JsonNode snippets = JSON.readTree(text(Path.of(".vscode/oit.code-snippets")));
    int pages = 0;
    for (JsonNode snippet : snippets) {
      StringBuilder body = new StringBuilder();
      snippet.path("body").forEach(line -> body.append(line.asText()).append('\n'));
      String plain =
          body.toString()
              .replaceAll("\\$\\{\\d+\\|([^,|]+)[^}]*}", "$1")
              .replaceAll("\\$\\{\\d+:([^}]*)}", "$1")
              .replace("$0", "");
      String prefix = snippet.path("prefix").get(0).asText();
      if (plain.startsWith("---")) {
        String name =
            prefix.equals("oit-page") ? "front-matter-page" : "front-matter-" + prefix.substring(4);
        String front = plain.substring(4, plain.indexOf("\n---", 3));
        assertEquals(Set.of(), validate(name, tree(front)), prefix);
        assertEquals(List.of(), read(name, front), prefix);
        pages++;
      } else if (!plain.startsWith("!")) {
        String item =
            prefix.equals("oit-evidence") ? "title: ก\nevidence:\n" + plain : "title: ก\n" + plain;
        assertEquals(Set.of(), validate("front-matter-item", tree(item)), prefix);
        assertEquals(List.of(), read("front-matter-item", item), prefix);
      }
    }
    assertEquals(3, pages);
  }

  @Test
  void everySchemaIsFoundByItsName() {
    for (Schema schema : Schema.all()) {
      assertEquals(schema.name(), Schema.of(schema.name()).orElseThrow().name());
      assertEquals(schema.json(), Schema.of(schema.name()).orElseThrow().json());
    }
  }

  @Test
  void everySchemaIsOnThePageAboutEditors() {
    for (String page : List.of("editor.md", "editor.en.md")) {
      String text = text(Path.of("src/docs/content/pages").resolve(page));
      for (Schema schema : Schema.all()) {
        String link = "[" + schema.name() + "](../schema/" + schema.file() + ")";
        assertTrue(text.contains(link), page + " " + link);
      }
    }
  }

  /** The words of the templates have no reader of their own; their names are in a file. */
  @Test
  void theWordsAreThoseOfTheTemplates() {
    Set<String> words = new TreeSet<>();
    tree(text(Path.of("templates/words.th.yml"))).fieldNames().forEachRemaining(words::add);
    Set<String> keys = new TreeSet<>();
    Schema.of("words").orElseThrow().shape().mapping().keys().forEach(key -> keys.add(key.name()));
    assertEquals(words, keys);
  }

  // Small changes.

  /** One small change to an example. */
  private record Change(String at, String what, JsonNode result) {}

  /**
   * Where the two may differ, and why.
   *
   * @param at the place, with {@code *} for the number of an entry, as a regular expression
   */
  private record Difference(String names, String at, String change, String why) {
    boolean covers(String name, Change change) {
      return name.matches(names) && change.at().matches(at) && change.what().matches(this.change);
    }
  }

  private static final List<Difference> DIFFERENCES =
      List.of(
          new Difference(
              ".*",
              "/department|/policies/department",
              "text|number|large",
              "which departments there are stands in another place of the site"),
          new Difference(
              "front-matter-item",
              "/item",
              "text|number|large",
              "the reader leaves a code that is none to the gate, which then fails the item"),
          new Difference(
              "front-matter-item",
              "/elements",
              "mapping|unknown",
              "which elements there are stands in the list of the year"),
          new Difference(
              "site-config",
              "/departments|/departments/\\*/id",
              "null|missing|text|number|large",
              "the policies name the department that is gone"),
          new Difference(
              "site-config",
              "/search/synonyms",
              "list",
              "the reader alone says that a group has two words or more"),
          new Difference(
              "site-config",
              "/news/topics/\\*/id",
              "number|large",
              "an id of digits alone would do for the reader, and is a number in YAML"),
          new Difference(
              "chart", "/\\*", "mapping", "a list in which nothing has units is a table"),
          new Difference(
              ".*",
              ".*/\\*",
              "null",
              "readers pass over an empty entry of a list; an editor shows it to its writer"),
          new Difference(
              ".*",
              ".*",
              "unlisted",
              "readers take a mapping for a list of one; an editor asks for the dash"));

  private static final Set<Difference> USED = ConcurrentHashMap.newKeySet();

  @AfterAll
  static void everyDifferenceIsStillThere() {
    if (!USED.isEmpty()) { // else a single other test was run
      assertEquals(
          Set.of(),
          DIFFERENCES.stream().filter(each -> !USED.contains(each)).collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("namesOfReaders")
  void bothRefuseTheSameChanges(String name) {
    List<String> differ = new ArrayList<>();
    List<Change> changes = changes(example(name));
    for (Change change : changes) {
      boolean schemaTakes = validate(name, change.result()).isEmpty();
      List<Finding> said = read(name, write(change.result()));
      if (schemaTakes != said.isEmpty()
          && DIFFERENCES.stream()
              .filter(each -> each.covers(name, change))
              .peek(USED::add)
              .findFirst()
              .isEmpty()) {
        differ.add(
            change.at()
                + " "
                + change.what()
                + ": schema "
                + (schemaTakes
                    ? "takes"
                    : "refuses " + validate(name, change.result()).iterator().next().getMessage())
                + ", reader "
                + (said.isEmpty() ? "takes" : "refuses: " + said.get(0).message().en()));
      }
    }
    assertTrue(changes.size() > 20);
    assertEquals("", String.join("\n", differ), changes.size() + " changes");
  }

  private static List<Change> changes(JsonNode example) {
    List<Change> changes = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    walk(example, example, "", changes, seen);
    return changes;
  }

  private static void walk(
      JsonNode root, JsonNode node, String at, List<Change> changes, Set<String> seen) {
    String place = at.replaceAll("/\\d+(?=/|$)", "/*");
    if (!seen.add(place + "|" + node.getNodeType())) {
      return; // another entry of a list in the same place says nothing new
    }
    if (!at.isEmpty()) {
      put(root, at, place, "null", JsonNodeFactory.instance.nullNode(), changes);
      put(root, at, place, "text", JsonNodeFactory.instance.textNode("zzzz"), changes);
      put(root, at, place, "number", JsonNodeFactory.instance.numberNode(7), changes);
      put(root, at, place, "large", JsonNodeFactory.instance.numberNode(99999), changes);
      put(root, at, place, "mapping", JSON.createObjectNode().put("zzzz", 1), changes);
      put(
          root,
          at,
          place,
          "list",
          JSON.createArrayNode().add(JSON.createArrayNode().add("x")),
          changes);
      JsonNode copy = root.deepCopy();
      JsonNode parent = copy.at(at.substring(0, at.lastIndexOf('/')));
      if (parent instanceof ObjectNode object) {
        object.remove(at.substring(at.lastIndexOf('/') + 1).replace("~1", "/"));
        changes.add(new Change(place, "missing", copy));
      }
    }
    if (node.isArray() && !node.isEmpty() && !at.isEmpty()) {
      put(root, at, place, "unlisted", node.get(0), changes);
    }
    if (node.isObject()) {
      JsonNode copy = root.deepCopy();
      ((ObjectNode) copy.at(at)).put(UNKNOWN, "x");
      changes.add(new Change(place, "unknown", copy));
      node.properties()
          .forEach(
              entry ->
                  walk(
                      root,
                      entry.getValue(),
                      at + "/" + entry.getKey().replace("/", "~1"),
                      changes,
                      seen));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(root, node.get(i), at + "/" + i, changes, seen);
      }
    }
  }

  private static void put(
      JsonNode root, String at, String place, String what, JsonNode value, List<Change> changes) {
    JsonNode copy = root.deepCopy();
    JsonNode parent = copy.at(at.substring(0, at.lastIndexOf('/')));
    String last = at.substring(at.lastIndexOf('/') + 1);
    if (parent instanceof ObjectNode object) {
      object.set(last.replace("~1", "/"), value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(last), value);
    }
    changes.add(new Change(place, what, copy));
  }
}
