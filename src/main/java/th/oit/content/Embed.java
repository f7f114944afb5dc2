package th.oit.content;

import java.util.List;
import th.oit.source.DataTable;

/** Data that a page places in its text by the image syntax. */
public sealed interface Embed {
  /**
   * A table.
   *
   * @param name what the table is called on the page and in the names of its data files: the file's
   *     base name, with the number of the sheet behind it unless that is the first
   */
  record Table(DataTable table, String name, Format format) implements Embed {
    /** The path of the file in which it is written, relative to {@code content/}. */
    public String path() {
      return table.file().substring(ContentReader.FOLDER.length() + 1);
    }
  }

  /** In what kind of file a table is written. */
  enum Format {
    CSV,
    XLSX,
    /** Not published itself: it may say more than the table shows. */
    YAML
  }

  /** A list of people from a YAML file. */
  record People(List<Person> people) implements Embed {}

  /** One person; what the office left out is null. */
  record Person(
      String name,
      String position,
      String image,
      String phone,
      String email,
      String group,
      String note) {}

  /**
   * Under what a page keeps the data that it places.
   *
   * @param target as written
   * @param title what stands in quotes behind it; null when nothing does
   */
  static String key(String target, String title) {
    return title == null ? target : target + " \"" + title + "\"";
  }
}
