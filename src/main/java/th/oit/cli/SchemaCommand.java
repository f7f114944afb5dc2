package th.oit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.schema.Schema;
import th.oit.text.NearMatch;
import th.oit.text.Words;

/** Prints or writes the schemas by which editors help to fill in the files of a site. */
@Command(name = "schema", sortOptions = false)
final class SchemaCommand extends SiteCommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "schema-name")
  String asked;

  @Option(names = "--list")
  boolean list;

  @Option(names = "--write", paramLabel = "DIR")
  Path write;

  SchemaCommand(Main.Surroundings around) {
    super(around, "schema");
  }

  @Override
  public Integer call() throws IOException {
    List<Schema> chosen = asked == null ? Schema.all() : List.of(named());
    if (write != null) {
      write(chosen);
    } else if (asked == null || list) {
      print(listed(chosen));
    } else {
      print(text(chosen.get(0)));
    }
    return 0;
  }

  private Schema named() {
    String name =
        asked.endsWith(Schema.EXTENSION)
            ? asked.substring(0, asked.length() - Schema.EXTENSION.length())
            : asked;
    return Schema.of(name)
        .orElseThrow(
            () -> {
              List<String> known = Schema.all().stream().map(Schema::name).toList();
              Words hint =
                  NearMatch.of(name, known)
                      .map(near -> Words.of("น่าจะหมายถึง " + near, "did you mean " + near + "?"))
                      .orElse(
                          Words.of(
                              "ที่มีคือ " + String.join(", ", known),
                              "there are: " + String.join(", ", known)));
              return new UnusableInput(
                  Finding.of(
                          Rule.SOURCE_VALUE,
                          "ไม่มีสคีมาชื่อ \"" + asked + "\"",
                          "there is no schema '" + asked + "'")
                      .at(Source.of("oit schema"))
                      .about(asked)
                      .hint(hint));
            });
  }

  private String listed(List<Schema> schemas) {
    int width = schemas.stream().mapToInt(schema -> schema.name().length()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (Schema schema : schemas) {
      out.append(schema.name());
      out.append(" ".repeat(width - schema.name().length() + 2));
      out.append(schema.title().in(language()));
      if (!schema.globs().isEmpty()) {
        out.append("  ").append(String.join(" ", schema.globs()));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private void write(List<Schema> schemas) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Schema schema : schemas) {
      Path file = write.resolve(schema.file());
      write(file, text(schema).getBytes(StandardCharsets.UTF_8));
      out.append("  ").append(file.toString().replace('\\', '/')).append('\n');
    }
    print(options.quiet ? "" : out.toString());
  }

  private static String text(Schema schema) throws IOException {
    try (InputStream in = SchemaCommand.class.getResourceAsStream("/schema/" + schema.file())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  @Override
  List<CommonOptions.Format> formats() {
    return List.of(CommonOptions.Format.TEXT);
  }

  @Override
  boolean leavesReport() {
    return false;
  }
}
