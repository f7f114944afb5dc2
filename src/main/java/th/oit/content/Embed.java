package th.oit.content;

import java.util.List;
import th.oit.source.CsvTable;

/** Data that a page places in its text by the image syntax. */
public sealed interface Embed {
  /**
   * A table.
   *
   * @param published whether the file itself goes out beside the page, as CSV does and YAML does
   *     not
   */
  record Table(CsvTable table, boolean published) implements Embed {}

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
}
