package th.oit.starter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import th.oit.schema.Schema;

/**
 * What VS Code needs to help while a site is written: the schemas of its YAML files, which files
 * they are for, the extension that reads them, and prepared text for pages, whose front matter no
 * extension takes for YAML.
 */
final class EditorFiles {
  private static final String FOLDER = ".vscode/";
  private static final String SCHEMAS = FOLDER + "oit/";
  private static final String RESOURCES = "/th/oit/starter/vscode-";

  private EditorFiles() {}

  /** The text of every file by its path in the site's folder. */
  static Map<String, String> texts() {
    List<Schema> ofFiles =
        Schema.all().stream().filter(schema -> !schema.globs().isEmpty()).toList();
    Map<String, String> texts = new LinkedHashMap<>();
    String lines =
        ofFiles.stream()
            .map(schema -> "    \"./" + SCHEMAS + schema.file() + "\": " + globs(schema))
            .collect(Collectors.joining(",\n"));
    texts.put(
        FOLDER + "settings.json",
        Template.fill(RESOURCES + "settings.json", Map.of("schemas", lines)));
    texts.put(FOLDER + "extensions.json", Template.fill(RESOURCES + "extensions.json", Map.of()));
    texts.put(FOLDER + "oit.code-snippets", Template.fill(RESOURCES + "code-snippets", Map.of()));
    for (Schema schema : ofFiles) {
      texts.put(SCHEMAS + schema.file(), Template.fill("/schema/" + schema.file(), Map.of()));
    }
    return texts;
  }

  private static String globs(Schema schema) {
    return schema.globs().stream()
        .map(glob -> "\"" + glob + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
