package th.oit.catalog;

import java.util.List;

/**
 * One thing that an item must show.
 *
 * @param id stable ASCII name, unique within the item
 * @param note what the list says of the words and where they come from; no part of them; empty
 *     where it says nothing
 * @param atLeast how many of the kind are asked: channels, entries of a log
 * @param separate whether it must not be one of the body's general channels
 * @param columns for tables, what they must have; else empty
 */
public record Element(
    String id,
    String text,
    String note,
    ElementKind kind,
    boolean required,
    int atLeast,
    boolean separate,
    List<Column> columns) {
  public Element {
    columns = List.copyOf(columns);
  }

  /** The same element, asked for or not. */
  Element required(boolean value) {
    return new Element(id, text, note, kind, value, atLeast, separate, columns);
  }
}
