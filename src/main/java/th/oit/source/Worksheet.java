package th.oit.source;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import th.oit.text.ThaiDate;

/**
 * The cells of one worksheet as they are shown, with what is hidden and what is merged. Rows and
 * columns count from 1. Layout: ECMA-376 part 1, 18.3.
 */
final class Worksheet {
  /** More than a page can show, and no more than fits into 64 MB of memory. */
  static final int MOST_CELLS = 300_000;

  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;
  private static final int LONGEST_NUMBER = 40;
  private static final int LARGEST_EXPONENT = 400;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** What a cell holds. */
  enum Kind {
    TEXT,
    NUMBER,
    /** A formula whose result no program has saved. */
    UNCALCULATED,
    /** A formula that failed. */
    ERROR
  }

  /** A cell that holds something. */
  record Cell(int column, String text, Kind kind) {}

  /** A row that is not empty, with the cells that hold something, by column. */
  record Row(int number, boolean hidden, List<Cell> cells) {
    /** The cell of a column; null when it is empty. */
    Cell at(int column) {
      for (Cell cell : cells) {
        if (cell.column() == column) {
          return cell;
        }
      }
      return null;
    }
  }

  /** Merged cells: all show what the first one holds. */
  record Range(int top, int left, int bottom, int right) {}

  private final String file;
  private final List<String> shared;
  private final List<CellFormat> formats;
  private final boolean from1904;
  private final List<Row> rows = new ArrayList<>();
  private final List<Range> merged = new ArrayList<>();
  private final List<Range> hiddenColumns = new ArrayList<>();
  private int cells;
  private int lastRow;

  /**
   * @param shared the texts that cells name by number
   * @param formats the number formats that cells name by the number of their style
   */
  Worksheet(String file, List<String> shared, List<CellFormat> formats, boolean from1904) {
    this.file = file;
    this.shared = shared;
    this.formats = formats;
    this.from1904 = from1904;
  }

  List<Row> rows() {
    return rows;
  }

  List<Range> merged() {
    return merged;
  }

  boolean isShown(int column) {
    for (Range range : hiddenColumns) {
      if (column >= range.left() && column <= range.right()) {
        return false;
      }
    }
    return true;
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "col" -> column(xml);
          case "row" -> row(xml);
          case "mergeCell" -> merged.add(range(XlsxPackage.attribute(xml, "ref", "")));
          default -> {}
        }
        limit(merged.size() + hiddenColumns.size());
      }
    }
    rows.sort(Comparator.comparingInt(Row::number));
  }

  private void column(XMLStreamReader xml) {
    boolean narrow = XlsxPackage.attribute(xml, "width", "1").matches("0+(\\.0*)?");
    if (XlsxPackage.flag(xml, "hidden") || narrow) {
      int from = Integer.parseInt(XlsxPackage.attribute(xml, "min", "1"));
      int to = Integer.parseInt(XlsxPackage.attribute(xml, "max", "1"));
      hiddenColumns.add(new Range(1, from, MOST_ROWS, to));
    }
  }

  private void row(XMLStreamReader xml) throws XMLStreamException {
    String written = XlsxPackage.attribute(xml, "r", "");
    lastRow = written.isEmpty() ? lastRow + 1 : Integer.parseInt(written);
    boolean flat = XlsxPackage.attribute(xml, "ht", "1").matches("0+(\\.0*)?");
    boolean hidden = XlsxPackage.flag(xml, "hidden") || flat;
    List<Cell> found = new ArrayList<>();
    int column = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == START_ELEMENT && xml.getLocalName().equals("c")) {
        String reference = XlsxPackage.attribute(xml, "r", "");
        column = reference.isEmpty() ? column + 1 : columnOf(reference);
        Cell cell = cell(xml, column);
        if (cell != null) {
          found.add(cell);
          limit(++cells);
        }
      }
    }
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Cell::column));
      rows.add(new Row(lastRow, hidden, List.copyOf(found)));
    }
  }

  private void limit(int count) {
    if (count > MOST_CELLS) {
      throw XlsxPackage.tooLarge(file);
    }
  }

  /** Reads a cell to its end; null when it shows nothing. */
  private Cell cell(XMLStreamReader xml, int column) throws XMLStreamException {
    String type = XlsxPackage.attribute(xml, "t", "n");
    int style = Integer.parseInt(XlsxPackage.attribute(xml, "s", "0"));
    boolean formula = false;
    String value = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
      if (event == START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "f" -> formula = true;
          case "v" -> value = xml.getElementText();
          case "is" -> value = richText(xml, "is");
          default -> {}
        }
      }
    }
    if (value.isEmpty()) {
      return formula && !type.equals("str") ? new Cell(column, "", Kind.UNCALCULATED) : null;
    }
    String text =
        switch (type) {
          case "s" -> shared(Integer.parseInt(value.strip()));
          case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
          case "d" -> isoDate(value);
          case "n" -> number(value.strip(), style);
          default -> clean(value);
        };
    if (text.isEmpty()) {
      return null;
    }
    return new Cell(
        column, text, type.equals("n") ? Kind.NUMBER : type.equals("e") ? Kind.ERROR : Kind.TEXT);
  }

  private String shared(int index) {
    if (index < 0 || index >= shared.size()) {
      throw new NumberFormatException("no shared text " + index);
    }
    return shared.get(index);
  }

  private String number(String value, int style) {
    if (value.length() > LONGEST_NUMBER) {
      return value;
    }
    BigDecimal number = new BigDecimal(value);
    if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
      return value;
    }
    CellFormat format =
        style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
    return format.show(number, from1904).strip();
  }

  private static String isoDate(String value) {
    int time = value.indexOf('T');
    return ThaiDate.parse(time < 0 ? value : value.substring(0, time))
        .map(ThaiDate::shortForm)
        .orElse(value);
  }

  /** The text of all runs, without the reading aids of East Asian texts. */
  static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    int aids = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == START_ELEMENT) {
        inText = xml.getLocalName().equals("t");
        aids += xml.getLocalName().equals("rPh") ? 1 : 0;
      } else if (event == END_ELEMENT) {
        inText = false;
        aids -= xml.getLocalName().equals("rPh") ? 1 : 0;
        if (xml.getLocalName().equals(end)) {
          break;
        }
      } else if (inText && aids == 0 && (event == CHARACTERS || event == CDATA || event == SPACE)) {
        text.append(xml.getText());
      }
    }
    return clean(text.toString());
  }

  /** Characters that XML cannot hold are written {@code _x000D_}. */
  private static String clean(String text) {
    String clean = text;
    if (clean.contains("_x")) {
      Matcher matcher = ESCAPED.matcher(clean);
      clean =
          matcher.replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
    if (clean.indexOf('\r') >= 0) {
      clean = clean.replace("\r\n", "\n").replace('\r', '\n');
    }
    return clean.strip();
  }

  private static Range range(String reference) {
    int colon = reference.indexOf(':');
    String first = colon < 0 ? reference : reference.substring(0, colon);
    String last = colon < 0 ? reference : reference.substring(colon + 1);
    return new Range(rowOf(first), columnOf(first), rowOf(last), columnOf(last));
  }

  private static int rowOf(String reference) {
    return Integer.parseInt(reference.replaceFirst("^[A-Z]+", ""));
  }

  private static int columnOf(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A'; i++) {
      column = column * 26 + reference.charAt(i) - 'A' + 1;
      if (column > MOST_COLUMNS || reference.charAt(i) > 'Z') {
        throw new NumberFormatException("no cell " + reference);
      }
    }
    return column;
  }

  /** The name that people give a cell: D3. */
  static String nameOf(int row, int column) {
    StringBuilder name = new StringBuilder();
    for (int left = column; left > 0; left = (left - 1) / 26) {
      name.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return name.append(row).toString();
  }
}
