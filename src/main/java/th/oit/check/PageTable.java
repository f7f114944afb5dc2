package th.oit.check;

import java.time.LocalDate;
import java.util.List;
import th.oit.catalog.Column;

/**
 * A table as it stands on a page. Immutable; no two are equal, so that each is judged once.
 *
 * <p>Cells that span columns or rows stand in the first of them, the others are empty.
 */
final class PageTable {
  private final String id;
  private final String file;
  private final String caption;
  private final List<Head> heads;
  private final List<Row> rows;

  /**
   * @param id empty when it has none
   * @param file of which it was made; empty when the page does not say
   */
  PageTable(String id, String file, String caption, List<Head> heads, List<Row> rows) {
    this.id = id;
    this.file = file;
    this.caption = caption;
    this.heads = List.copyOf(heads);
    this.rows = List.copyOf(rows);
  }

  /**
   * The head of a column.
   *
   * @param id the column's name in data files; empty when the page does not say
   * @param labels from top to bottom, where heads stand over heads
   */
  record Head(String id, List<String> labels) {
    boolean names(Column column) {
      return id.equals(column.id()) || labels.stream().anyMatch(column::isNamedBy);
    }

    /** The label that stands next to the data. */
    String label() {
      return labels.isEmpty() ? "" : labels.get(labels.size() - 1);
    }

    /** All labels as one text. */
    String text() {
      return labels.size() == 1 ? labels.get(0) : String.join(" ", labels);
    }
  }

  /**
   * A row of data.
   *
   * @param number from 0, in the order of the table
   * @param picture whether one stands in it
   * @param contact whether a telephone number or an e-mail address is linked in it
   * @param times what the page itself marks as dates
   */
  record Row(
      int number,
      Kind kind,
      List<String> cells,
      boolean picture,
      boolean contact,
      List<LocalDate> times) {
    /** What a row is for. */
    enum Kind {
      DATA,
      TOTAL,
      /** An average, a share, a note: neither data nor their sum. */
      REMARK,
      /** A title over the rows that follow. */
      TITLE,
      /** A row that was only to show what belongs there, and still stands. */
      SAMPLE,
      BLANK
    }

    boolean isData() {
      return kind == Kind.DATA;
    }

    /** A cell, empty where the row is shorter than the head. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  String id() {
    return id;
  }

  String file() {
    return file;
  }

  String caption() {
    return caption;
  }

  List<Head> heads() {
    return heads;
  }

  List<Row> rows() {
    return rows;
  }

  boolean hasData() {
    return rows.stream().anyMatch(Row::isData);
  }

  /** Which column is the one asked for; -1 when none is. */
  int indexOf(Column column) {
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i).id().equals(column.id())) {
        return i;
      }
    }
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i).names(column)) {
        return i;
      }
    }
    return -1;
  }
}
