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

  /** Their names, in the order in which an office meets them. */
  private static final List<String> NAMES =
      List.of(
          "site-config",
          "front-matter-home",
          "front-matter-page",
          "front-matter-news",
          "front-matter-item",
          "front-matter-service",
          "people",
          "chart",
          "questions",
          "voices",
          "ita-report",
          "ita-rules",
          "catalog",
          "baseline",
          "words");

  /** All of them, in the order in which an office meets them. */
  public static List<Schema> all() {
    return NAMES.stream().map(name -> of(name).orElseThrow()).toList();
  }

  /** The one of this name. */
  public static Optional<Schema> of(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "site-config" -> SiteConfigShape.schema();
          case "front-matter-home" -> PageShapes.home();
          case "front-matter-page" -> PageShapes.page();
          case "front-matter-news" -> PageShapes.news();
          case "front-matter-item" -> PageShapes.item();
          case "front-matter-service" -> PageShapes.service();
          case "people" -> DataShapes.people();
          case "chart" -> DataShapes.chart();
          case "questions" -> DataShapes.questions();
          case "voices" -> DataShapes.voices();
          case "ita-report" -> ScoreShapes.report();
          case "ita-rules" -> ScoreShapes.rules();
          case "catalog" -> CatalogShape.schema();
          case "baseline" -> BaselineShape.schema();
          case "words" -> WordsShape.schema();
          default -> null;
        });
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
