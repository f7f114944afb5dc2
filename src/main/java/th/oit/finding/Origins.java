package th.oit.finding;

import java.util.Optional;

/**
 * The way back from the published bytes to what a person wrote.
 *
 * <p>A check sees only the output; with this it can name the line of the Markdown, the front matter
 * or the configuration that made what it sees. Implementations are immutable.
 */
public interface Origins {
  /** Knows nothing: for trees that no one here made. */
  Origins NONE =
      new Origins() {
        @Override
        public Optional<Source> of(String page, String key, int occurrence) {
          return Optional.empty();
        }

        @Override
        public boolean knowsEveryPage() {
          return false;
        }
      };

  /** Whether all pages were made here; where not, places in the pages themselves are named. */
  default boolean knowsEveryPage() {
    return true;
  }

  /**
   * Where something on a page was written.
   *
   * @param page the output file, relative to the site's root, such as {@code news/index.html}
   * @param key what is meant; see the factory methods
   * @param occurrence from 0: which of several alike on the page, in document order; when there are
   *     fewer origins than occurrences, the last is given
   */
  Optional<Source> of(String page, String key, int occurrence);

  /** The page as a whole: its source file. */
  static String page() {
    return "page";
  }

  /** A link with this value in the HTML, as a browser reads the attribute. */
  static String link(String value) {
    return "link:" + value;
  }

  /** An element's entry in the front matter. */
  static String element(String id) {
    return "element:" + id;
  }

  /** A key of the front matter, such as {@code updated}. */
  static String key(String name) {
    return "key:" + name;
  }

  /** A row of data, counted from 0, of the table with this id. */
  static String row(String tableId, int row) {
    return "row:" + tableId + ":" + row;
  }

  /** The data file behind the table with this id. */
  static String table(String id) {
    return "table:" + id;
  }
}
