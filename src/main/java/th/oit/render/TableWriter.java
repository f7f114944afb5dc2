package th.oit.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import th.oit.catalog.Column;
import th.oit.source.DataTable;
import th.oit.text.TotalRow;

/**
 * Writes a placed table for people and for programs: rows of HTML, CSV, and JSON with a data
 * dictionary. Immutable.
 *
 * <p>The HTML and the CSV hold the cells as they were written. The JSON is {@code {"title",
 * "source", "columns": [{"id", "label", "type"}], "rows": [{…}]}}, and
 *
 * <ul>
 *   <li>a column has the id that the year's list gives it; one that the list does not know has its
 *       own label where that is English, else {@code column_} and its number from 1;
 *   <li>its type is that of the list ({@code text}, {@code money}, {@code integer}, {@code
 *       percent}, {@code date}, {@code period}), else {@code number} or {@code date} when all its
 *       cells are, else {@code text};
 *   <li>a number is a number, nothing or a dash where one belongs is {@code null}, and a cell that
 *       is not what its column says stays a text as written;
 *   <li>a date is ISO, and what was written stands beside it under the id with {@code _text}
 *       behind;
 *   <li>a row that adds up the others says so by {@code "total": true}.
 * </ul>
 */
final class TableWriter {
  private static final String NUMBER = "number";
  private static final String DATE = "date";
  private static final String TEXT = "text";
  private static final String TOTAL_KEY = "total";
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z][A-Za-z0-9 _.-]*");

  private final DataTable table;
  private final List<Shown> columns;

  /**
   * A column as it goes out.
   *
   * @param named the id of the list's column; null when the list knows none
   * @param numeric whether it holds nothing but numbers, and so stands on the right
   */
  record Shown(String id, String label, String type, String named, boolean numeric) {}

  /**
   * @param known columns that the table may have, the likeliest first
   */
  TableWriter(DataTable table, List<Column> known) {
    this.table = table;
    List<Shown> shown = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of(TOTAL_KEY));
    for (int i = 0; i < table.columns().size(); i++) {
      shown.add(shown(i, known, taken));
    }
    this.columns = List.copyOf(shown);
  }

  /**
   * A table that no list knows.
   *
   * @param ids of its columns, unique
   * @param names those whose numbers are names, such as years, and nothing to count with
   */
  TableWriter(DataTable table, List<String> ids, Set<String> names) {
    this.table = table;
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      boolean numeric = !names.contains(ids.get(i)) && isNumeric(i);
      String type = numeric ? NUMBER : TEXT;
      String label = table.columns().get(i);
      shown.add(new Shown(ids.get(i), label, type, ids.get(i), numeric));
    }
    this.columns = List.copyOf(shown);
  }

  /** What the columns are called. */
  List<String> labels() {
    return columns.stream().map(Shown::label).toList();
  }

  private Shown shown(int index, List<Column> known, Set<String> taken) {
    String label = table.columns().get(index).replaceAll("\\s+", " ");
    Column column = null;
    for (Column candidate : known) {
      if (candidate.isNamedBy(label)) {
        column = candidate;
        break;
      }
    }
    boolean numeric = isNumeric(index);
    String type =
        column != null ? column.type().id() : numeric ? NUMBER : isDate(index) ? DATE : TEXT;
    String id =
        column != null
            ? column.id()
            : ENGLISH.matcher(label).matches()
                ? label.toLowerCase(Locale.ROOT).replaceAll("[ .-]+", "_")
                : "column_" + (index + 1);
    String unique = id;
    for (int n = 2; taken.contains(unique) || taken.contains(unique + "_text"); n++) {
      unique = id + "_" + n;
    }
    taken.add(unique);
    if (type.equals(DATE)) {
      taken.add(unique + "_text");
    }
    return new Shown(unique, label, type, column == null ? null : column.id(), numeric);
  }

  List<Shown> columns() {
    return columns;
  }

  private boolean isNumeric(int column) {
    boolean any = false;
    for (DataTable.Row row : table.rows()) {
      String cell = row.cells().get(column);
      if (!CellValue.isNothing(cell)) {
        if (CellValue.number(cell) == null) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private boolean isDate(int column) {
    boolean any = false;
    for (DataTable.Row row : table.rows()) {
      String cell = row.cells().get(column);
      if (!CellValue.isNothing(cell)) {
        if (CellValue.day(cell).isEmpty()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static boolean isTotal(DataTable.Row row) {
    for (String cell : row.cells()) {
      if (!cell.isEmpty()) {
        return TotalRow.isNamedBy(cell);
      }
    }
    return false;
  }

  /** The rows as HTML; written here and not by a template because there may be thousands. */
  String html() {
    StringBuilder out = new StringBuilder(table.rows().size() * columns.size() * 48);
    for (DataTable.Row row : table.rows()) {
      out.append(isTotal(row) ? "<tr data-oit-total>" : "<tr>");
      for (int i = 0; i < columns.size(); i++) {
        out.append(columns.get(i).numeric() ? "<td class=\"number\">" : "<td>");
        escape(row.cells().get(i), out);
        out.append("</td>");
      }
      out.append("</tr>\n");
    }
    return out.toString();
  }

  private static void escape(String text, StringBuilder out) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String entity =
          switch (text.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\n' -> "<br>";
            default -> null;
          };
      if (entity != null) {
        out.append(text, from, i).append(entity);
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
  }

  /** CSV with a byte order mark, without which Excel shows Thai as rubbish. */
  byte[] csv() {
    StringBuilder out = new StringBuilder(table.rows().size() * columns.size() * 16);
    out.append('\uFEFF');
    csv(table.columns(), out);
    for (DataTable.Row row : table.rows()) {
      csv(row.cells(), out);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void csv(List<String> cells, StringBuilder out) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      String cell = cells.get(i);
      boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
      if (quoted) {
        out.append('"').append(cell.replace("\"", "\"\"")).append('"');
      } else {
        out.append(cell);
      }
    }
    out.append("\r\n");
  }

  /**
   * JSON with a data dictionary.
   *
   * @param title what the table shows
   * @param source the address at which people see it
   */
  byte[] json(String title, String source) {
    StringBuilder out = new StringBuilder(table.rows().size() * columns.size() * 32);
    out.append("{\n\"title\": ");
    string(title, out);
    out.append(",\n\"source\": ");
    string(source, out);
    out.append(",\n\"columns\": [\n");
    List<String> keys = new ArrayList<>();
    for (Shown column : columns) {
      out.append(keys.isEmpty() ? "" : ",\n").append("{\"id\": ");
      int start = out.length();
      string(column.id(), out);
      keys.add(out.substring(start));
      out.append(", \"label\": ");
      string(column.label(), out);
      out.append(", \"type\": \"").append(column.type()).append("\"}");
    }
    out.append("\n],\n\"rows\": [\n");
    Map<String, String> textKeys = new HashMap<>();
    for (Shown column : columns) {
      textKeys.put(column.id(), "\"" + column.id() + "_text\"");
    }
    boolean first = true;
    for (DataTable.Row row : table.rows()) {
      out.append(first ? "{" : ",\n{");
      first = false;
      for (int i = 0; i < columns.size(); i++) {
        out.append(i == 0 ? "" : ", ").append(keys.get(i)).append(": ");
        String cell = row.cells().get(i);
        Shown column = columns.get(i);
        switch (column.type()) {
          case DATE -> {
            date(cell, out);
            out.append(", ").append(textKeys.get(column.id())).append(": ");
            string(cell, out);
          }
          case TEXT, "period" -> string(cell, out);
          default -> number(cell, out);
        }
      }
      out.append(isTotal(row) ? ", \"total\": true}" : "}");
    }
    out.append("\n]\n}\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void number(String cell, StringBuilder out) {
    if (CellValue.isNothing(cell)) {
      out.append("null");
      return;
    }
    String number = CellValue.number(cell);
    if (number == null) {
      string(cell, out);
    } else {
      out.append(number);
    }
  }

  private static void date(String cell, StringBuilder out) {
    if (CellValue.isNothing(cell)) {
      out.append("null");
    } else {
      string(CellValue.day(cell).map(Object::toString).orElse(cell), out);
    }
  }

  /** A text as JSON. */
  static void string(String text, StringBuilder out) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        out.append(text, from, i);
        from = i + 1;
        switch (c) {
          case '"', '\\' -> out.append('\\').append(c);
          case '\n' -> out.append("\\n");
          case '\t' -> out.append("\\t");
          default -> out.append(String.format("\\u%04x", (int) c));
        }
      }
    }
    out.append(text, from, text.length()).append('"');
  }
}
