package th.oit.source;

import java.util.ArrayList;
import java.util.List;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;

/**
 * A CSV file as Excel saves it: comma, semicolon or tab, quotes doubled inside quotes, line breaks
 * inside quotes; the first row holds the column labels.
 *
 * @param columns the labels, stripped
 * @param columnsAt where each label stands
 */
public record CsvTable(String file, List<String> columns, List<Source> columnsAt, List<Row> rows) {

  /** A row of data; always as many cells as there are columns. */
  public record Row(int line, List<String> cells) {}

  /**
   * Parses the text of a CSV file.
   *
   * @throws UnusableInput when there is no header, a row has more cells than there are columns, or
   *     a quote is never closed; names the line and column
   */
  public static CsvTable parse(SourceText source) {
    return new Parser(source).table();
  }

  /** One pass over one text. */
  private static final class Parser {
    private final String text;
    private final String file;
    private final char separator;
    private int at;
    private int line = 1;
    private int lineStart;

    Parser(SourceText source) {
      this.text = source.text();
      this.file = source.file();
      this.separator = separator(source.line(1));
    }

    CsvTable table() {
      List<Source> places = new ArrayList<>();
      List<String> labels = record(places);
      while (!labels.isEmpty() && labels.get(labels.size() - 1).isBlank()) {
        labels.remove(labels.size() - 1);
        places.remove(places.size() - 1);
      }
      if (labels.isEmpty()) {
        throw refused(
            new Source(file, 1, 1),
            "ไม่มีแถวหัวตาราง",
            "the first row must hold the column labels");
      }
      List<Row> rows = new ArrayList<>();
      while (at < text.length()) {
        int first = line;
        List<Source> cellPlaces = new ArrayList<>();
        List<String> cells = record(cellPlaces);
        while (cells.size() > labels.size() && cells.get(cells.size() - 1).isBlank()) {
          cells.remove(cells.size() - 1);
        }
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (cells.size() > labels.size()) {
          throw refused(
              cellPlaces.get(labels.size()),
              "แถวนี้มี " + cells.size() + " ช่อง แต่หัวตารางมี " + labels.size() + " คอลัมน์",
              "this row has " + cells.size() + " cells, the header has " + labels.size());
        }
        while (cells.size() < labels.size()) {
          cells.add("");
        }
        rows.add(new Row(first, List.copyOf(cells)));
      }
      return new CsvTable(file, List.copyOf(labels), List.copyOf(places), List.copyOf(rows));
    }

    private List<String> record(List<Source> places) {
      List<String> cells = new ArrayList<>();
      while (true) {
        places.add(new Source(file, line, at - lineStart + 1));
        cells.add(cell());
        if (at >= text.length()) {
          return cells;
        }
        char c = text.charAt(at++);
        if (c == '\n') {
          line++;
          lineStart = at;
          return cells;
        }
      }
    }

    /** Reads one cell and stops before its separator or line end. */
    private String cell() {
      if (at < text.length() && text.charAt(at) == '"') {
        return quoted();
      }
      int start = at;
      while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
        at++;
      }
      return text.substring(start, at).strip();
    }

    private String quoted() {
      Source open = new Source(file, line, at - lineStart + 1);
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '"') {
          if (at < text.length() && text.charAt(at) == '"') {
            cell.append('"');
            at++;
            continue;
          }
          while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            cell.append(text.charAt(at++));
          }
          return cell.toString().strip();
        }
        if (c == '\n') {
          line++;
          lineStart = at;
        }
        cell.append(c);
      }
      throw refused(open, "เปิดเครื่องหมาย \" แล้วไม่ได้ปิด", "this quote is never closed");
    }

    private UnusableInput refused(Source at, String th, String en) {
      return new UnusableInput(
          Finding.of(Rule.SOURCE_TABLE, "อ่านตาราง " + file + " ไม่ได้: " + th, file + ": " + en)
              .at(at)
              .hint(
                  "เปิดไฟล์ด้วย Excel ตรวจแถวนี้ แล้วบันทึกเป็น CSV UTF-8",
                  "open it in a spreadsheet, mend the row and save it as CSV UTF-8"));
    }

    private static char separator(String header) {
      char best = ',';
      long most = count(header, ',');
      for (char candidate : new char[] {';', '\t'}) {
        long count = count(header, candidate);
        if (count > most) {
          best = candidate;
          most = count;
        }
      }
      return best;
    }

    /** How often a character stands outside quotes. */
    private static long count(String text, char wanted) {
      long count = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (c == wanted && !quoted) {
          count++;
        }
      }
      return count;
    }
  }
}
