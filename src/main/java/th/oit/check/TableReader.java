package th.oit.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import th.oit.check.PageTable.Head;
import th.oit.check.PageTable.Row;
import th.oit.text.SampleRow;
import th.oit.text.TotalRow;

/** Gathers one table while a page is walked through. */
final class TableReader {
  private static final int WIDEST_SPAN = 100;
  private static final int FEWEST_COLUMNS_WITH_TITLES = 3;

  private static final Pattern REMARK =
      Pattern.compile(
          "(คะแนน|ค่า)?เฉลี่ย.*|(คิดเป็น)?(อัตรา)?(ร้อยละ|เปอร์เซ็นต์|%|สัดส่วน)(ของ\\S*|การ(ใช้|เบิก)จ่าย\\S*)?[\\s:]*"
              + "|(หมายเหตุ|ที่มา[\\s:]).*");

  private final Element table;
  private final List<List<HeadCell>> headRows = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder caption = new StringBuilder();

  /** For each column, into how many further rows a cell reaches down. */
  private final List<Integer> reach = new ArrayList<>();

  /** Column and further rows of the cells of this row that reach down. */
  private final List<int[]> begun = new ArrayList<>();

  private final boolean hasHead;

  private boolean firstRow = true;
  private boolean headRow;
  private boolean totalRow;
  private boolean picture;
  private boolean contact;
  private List<LocalDate> times = List.of();
  private List<String> cells = new ArrayList<>();
  private List<HeadCell> headCells = new ArrayList<>();
  private StringBuilder cell;
  private Element cellElement;

  private record HeadCell(String id, String label, int columns, int rows) {}

  TableReader(Element table) {
    this.table = table;
    boolean head = false;
    for (Element child : table.children()) {
      head |= child.normalName().equals("thead");
    }
    this.hasHead = head;
  }

  Element element() {
    return table;
  }

  void begin(Element element) {
    switch (element.normalName()) {
      case "tr" -> {
        Element parent = element.parent();
        headRow = parent != null && parent.normalName().equals("thead") || !hasHead && firstRow;
        totalRow =
            element.hasAttr("data-oit-total")
                || parent != null && parent.normalName().equals("tfoot");
        firstRow = false;
        cells = new ArrayList<>();
        headCells = new ArrayList<>();
        picture = false;
        contact = false;
        times = List.of();
      }
      case "td", "th" -> {
        cell = new StringBuilder();
        cellElement = element;
      }
      case "caption" -> {
        cell = caption;
        cellElement = element;
      }
      case "img", "svg" -> picture = true;
      case "a" -> {
        String href = element.attr("href");
        contact |= href.startsWith("tel:") || href.startsWith("mailto:");
      }
      default -> {
        // nothing of the table's own
      }
    }
  }

  void text(String text) {
    if (cell != null) {
      cell.append(text);
    }
  }

  void time(LocalDate day) {
    if (times.isEmpty()) {
      times = new ArrayList<>(1);
    }
    times.add(day);
  }

  void end(Element element) {
    if (element == cellElement) {
      if (!element.normalName().equals("caption")) {
        endCell(element);
      }
      cell = null;
      cellElement = null;
    } else if (element.normalName().equals("tr")) {
      endRow();
    }
  }

  private void endCell(Element element) {
    String text = squeeze(cell);
    int columns = span(element, "colspan");
    int below = span(element, "rowspan");
    if (headRow) {
      headCells.add(new HeadCell(element.attr("data-oit-column"), text, columns, below));
      return;
    }
    fillSpanned();
    for (int i = 0; i < columns; i++) {
      if (below > 1) {
        begun.add(new int[] {cells.size(), below - 1});
      }
      cells.add(i == 0 ? text : "");
    }
  }

  /** Leaves empty what cells of rows above reach down into. */
  private void fillSpanned() {
    while (cells.size() < reach.size() && reach.get(cells.size()) > 0) {
      cells.add("");
    }
  }

  private void endRow() {
    if (headRow) {
      if (!headCells.isEmpty()) {
        headRows.add(headCells);
      }
      return;
    }
    fillSpanned();
    reach.replaceAll(rowsLeft -> Math.max(0, rowsLeft - 1));
    for (int[] span : begun) {
      while (reach.size() <= span[0]) {
        reach.add(0);
      }
      reach.set(span[0], span[1]);
    }
    begun.clear();
    rows.add(new Row(rows.size(), kind(), List.copyOf(cells), picture, contact, times));
  }

  private Row.Kind kind() {
    String first = "";
    int filled = 0;
    for (String text : cells) {
      if (!text.isEmpty()) {
        filled++;
        if (first.isEmpty()) {
          first = text;
        }
      }
    }
    if (filled == 0) {
      return Row.Kind.BLANK;
    }
    if (SampleRow.isMarkedBy(first)) {
      return Row.Kind.SAMPLE;
    }
    if (totalRow || TotalRow.isNamedBy(first)) {
      return Row.Kind.TOTAL;
    }
    char initial = first.charAt(0);
    if (!Character.isDigit(initial) && REMARK.matcher(first).matches()) {
      return Row.Kind.REMARK;
    }
    return filled == 1
            && cells.size() >= FEWEST_COLUMNS_WITH_TITLES
            && !picture
            && !Character.isDigit(initial)
        ? Row.Kind.TITLE
        : Row.Kind.DATA;
  }

  PageTable table() {
    return new PageTable(table.id(), table.attr("data-oit-data"), squeeze(caption), heads(), rows);
  }

  /** The heads of each column from top to bottom. */
  private List<Head> heads() {
    if (headRows.size() == 1) {
      List<Head> heads = new ArrayList<>();
      for (HeadCell head : headRows.get(0)) {
        for (int i = 0; i < head.columns; i++) {
          heads.add(new Head(head.id, List.of(head.label)));
        }
      }
      return heads;
    }
    List<List<HeadCell>> grid = new ArrayList<>();
    for (int row = 0; row < headRows.size(); row++) {
      int column = 0;
      for (HeadCell head : headRows.get(row)) {
        while (column < grid.size() && grid.get(column).size() > row) {
          column++;
        }
        for (int i = 0; i < head.columns; i++, column++) {
          while (grid.size() <= column) {
            grid.add(new ArrayList<>());
          }
          List<HeadCell> own = grid.get(column);
          for (int j = 0;
              j < head.rows && row + j < headRows.size() && own.size() <= row + j;
              j++) {
            own.add(head);
          }
        }
      }
    }
    List<Head> heads = new ArrayList<>();
    for (List<HeadCell> column : grid) {
      String id = "";
      List<String> labels = new ArrayList<>();
      for (HeadCell head : column) {
        if (!head.id.isEmpty()) {
          id = head.id;
        }
        if (!head.label.isEmpty() && !labels.contains(head.label)) {
          labels.add(head.label);
        }
      }
      heads.add(new Head(id, List.copyOf(labels)));
    }
    return heads;
  }

  private static int span(Element element, String attribute) {
    String written = element.attr(attribute).strip();
    if (written.isEmpty()
        || written.length() > 3
        || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 1;
    }
    return Math.max(1, Math.min(WIDEST_SPAN, Integer.parseInt(written)));
  }

  /** The text with every run of white space as one space. */
  static String squeeze(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        space = out.length() > 0;
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      out.append(c);
    }
    return out.toString();
  }
}
