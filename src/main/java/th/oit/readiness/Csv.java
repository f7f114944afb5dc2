package th.oit.readiness;

import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV that Excel opens with Thai intact: UTF-8 with a byte order mark, CRLF. */
final class Csv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Csv() {}

  static String of(Grid grid) {
    StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
    line(out, grid.heads().stream().map(Grid.Head::label).toList());
    grid.rows().forEach(row -> line(out, row.stream().map(Grid.Cell::text).toList()));
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  /** A cell that begins like a formula would be run as one, so it is told to be text. */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }
}
