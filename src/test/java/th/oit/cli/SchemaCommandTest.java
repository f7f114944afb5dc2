package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.schema.Schema;

/** {@code oit schema}, and what {@code oit init} lays out for editors. */
class SchemaCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void printsASchemaThatIsJson() throws IOException {
    Run run = Run.in(folder, "schema", "site-config").exits(0);
    JsonNode schema = JSON.readTree(run.out());
    assertEquals("http://json-schema.org/draft-07/schema#", schema.path("$schema").asText());
    assertTrue(schema.path("properties").has("organization"));
    assertEquals(run.out(), Run.in(folder, "schema", "site-config.schema.json").exits(0).out());
  }

  @Test
  void listsEverySchemaWithItsFiles() {
    Run run = Run.in(folder, "schema", "--list").exits(0);
    assertEquals(Schema.all().size(), run.out().lines().count());
    run.says("site-config.yml", "ผลการประเมิน ITA", "content/ita/");
    assertEquals(run.out(), Run.in(folder, "schema").exits(0).out());
    Run.in(folder, "schema", "--list", "--lang", "en").says("settings of a site");
  }

  @Test
  void writesThemIntoAFolder() throws IOException {
    Run.in(folder, "schema", "--write", "ที่ เก็บ/oit").exits(0);
    try (Stream<Path> files = Files.list(folder.resolve("ที่ เก็บ/oit"))) {
      assertEquals(Schema.all().size(), files.count());
    }
    String written = Files.readString(folder.resolve("ที่ เก็บ/oit/people.schema.json"));
    assertEquals(Run.in(folder, "schema", "people").out(), written);
    Run.in(folder, "schema", "people", "--write", "one", "--quiet").exits(0);
    try (Stream<Path> files = Files.list(folder.resolve("one"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void suggestsTheSchemaThatWasMeant() {
    Run.in(folder, "schema", "site-confg", "--lang", "en")
        .exits(2)
        .says("there is no schema 'site-confg'", "did you mean site-config?");
  }

  /** Every schema that the settings of the editor name lies where they say. */
  @Test
  void aNewSiteHasWhatItsEditorNeeds() throws IOException {
    Run.in(folder, "init", "site", "--yes", "--name", "อบต.บางดี", "--year", "2567").exits(0);
    Path site = folder.resolve("site");
    JsonNode settings = JSON.readTree(site.resolve(".vscode/settings.json").toFile());
    List<String> named = new java.util.ArrayList<>();
    settings.path("yaml.schemas").fieldNames().forEachRemaining(named::add);
    assertEquals(10, named.size());
    for (String each : named) {
      assertTrue(Files.isRegularFile(site.resolve(each)), each);
    }
    String head = Files.readString(site.resolve("site-config.yml")).lines().findFirst().get();
    String schema = head.substring(head.indexOf('=') + 1);
    assertTrue(head.startsWith("# yaml-language-server: $schema="), head);
    assertTrue(Files.isRegularFile(site.resolve(schema)), schema);
    assertEquals(
        "redhat.vscode-yaml",
        JSON.readTree(site.resolve(".vscode/extensions.json").toFile())
            .path("recommendations")
            .get(0)
            .asText());
  }

  @Test
  void whatAnOfficeHasSetInItsEditorStays() throws IOException {
    Files.createDirectories(folder.resolve(".vscode"));
    Files.writeString(folder.resolve(".vscode/settings.json"), "{}");
    Run.in(folder, "init", "--add", "--yes", "--name", "อบต.บางดี", "--year", "2567").exits(0);
    assertEquals("{}", Files.readString(folder.resolve(".vscode/settings.json")));
    assertFalse(Files.readString(folder.resolve(".vscode/extensions.json")).isBlank());
  }
}
