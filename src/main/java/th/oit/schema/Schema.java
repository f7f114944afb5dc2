package th.oit.schema;

import java.util.List;
import java.util.Optional;
import th.oit.text.Words;

/**
 * One kind of file that an office writes.
 *
 * @param name by which commands and files name it
 * @param globs the files that are of this kind, as patterns below the site's folder; none for the
 *     front matter of pages, which editors do not take for YAML
 */
public record Schema(String name, Words title, List<String> globs, Shape shape) {
  /** What the name of every file with a schema ends with. */
  public static final String EXTENSION = ".schema.json";

  /** All of them, in the order in which an office meets them. */
  public static List<Schema> all() {
    return List.of(
        SiteConfigShape.schema(),
        PageShapes.home(),
        PageShapes.page(),
        PageShapes.news(),
        PageShapes.item(),
        PageShapes.service(),
        DataShapes.people(),
        DataShapes.chart(),
        DataShapes.questions(),
        DataShapes.voices(),
        ScoreShapes.report(),
        ScoreShapes.rules(),
        CatalogShape.schema(),
        BaselineShape.schema(),
        WordsShape.schema());
  }

  /** The one of this name. */
  public static Optional<Schema> of(String name) {
    return all().stream().filter(schema -> schema.name().equals(name)).findFirst();
  }

  static Schema of(String name, String th, String en, List<String> globs, Shape shape) {
    return new Schema(name, Words.of(th, en), globs, shape);
  }

  /** The name of the file that holds it. */
  public String file() {
    return name + EXTENSION;
  }

  /** JSON Schema, draft 7. */
  public String json() {
    return SchemaJson.of(this);
  }
}
