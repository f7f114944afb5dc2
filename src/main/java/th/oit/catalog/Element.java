package th.oit.catalog;

import java.util.List;

/**
 * One thing that an item must show.
 *
 * @param id stable ASCII name, unique within the item
 * @param columns for tables, what they must have; else empty
 */
public record Element(
    String id, String text, ElementKind kind, boolean required, List<Column> columns) {
  public Element {
    columns = List.copyOf(columns);
  }
}
