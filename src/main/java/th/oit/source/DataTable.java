package th.oit.source;

import java.util.List;
import th.oit.finding.Source;

/**
 * A table that a person wrote, in whatever kind of file. Immutable.
 *
 * @param file path relative to the site folder
 * @param sheet the worksheet in which it stands; null for a kind of file that holds one table only
 * @param columns the labels, stripped
 * @param columnsAt where each label stands; in a worksheet, line and column are those of the cell
 */
public record DataTable(
    String file, Sheet sheet, List<String> columns, List<Source> columnsAt, List<Row> rows) {

  /**
   * A worksheet.
   *
   * @param number from 1, counting only the sheets that are not hidden
   */
  public record Sheet(String name, int number) {}

  /**
   * A row of data; always as many cells as there are columns.
   *
   * @param line the line of the file at which it begins, or the row of the worksheet
   */
  public record Row(int line, List<String> cells) {}

  /** A table of a file that holds nothing else. */
  public DataTable(String file, List<String> columns, List<Source> columnsAt, List<Row> rows) {
    this(file, null, columns, columnsAt, rows);
  }

  /** Where a row of data stands, counted from 0. */
  public Source rowAt(int row) {
    return new Source(file, rows.get(row).line(), 0);
  }
}
