package th.oit.source;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import th.oit.finding.Finding;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.Folding;
import th.oit.text.NearMatch;
import th.oit.text.Words;

/**
 * Reads the table of a worksheet as the office saved it (XLSX). Thread-safe.
 *
 * <p><b>What is read.</b> What the sheet shows: numbers in their format, results of formulas as
 * they were saved, texts without their formatting. Hidden sheets, rows and columns are left out,
 * those that a filter hides too.
 *
 * <p><b>Where the table begins.</b> The labels stand in the first row that has two or more filled
 * cells and is followed by another filled row; what stands above it, such as a title, is left out.
 * Where no row has two, the table is of one column. Labels that are merged downwards, or stand
 * below a label merged over several columns, make a header of several rows: the label of a column
 * is then those texts from top to bottom. Every column with data must have one.
 *
 * <p><b>Merged data.</b> A text that is merged downwards counts for every row; a number only for
 * the first, lest a sum count it twice. What is merged sideways stands in the first column.
 */
public final class XlsxReader {
  private static final int MOST_CHARACTERS = 8 << 20;
  private static final int TALLEST_HEADER = 4;
  private static final int MOST_FINDINGS = 20;

  private final String file;
  private final XlsxPackage workbook;
  private String sheetName;
  private Worksheet sheet;

  /** The texts of merged cells, other than the first one, of the header. */
  private final Map<Long, String> repeated = new HashMap<>();

  private XlsxReader(String file, XlsxPackage workbook) {
    this.file = file;
    this.workbook = workbook;
  }

  /**
   * Reads a table.
   *
   * @param sheet the name of the worksheet; null for the first one that is not hidden
   * @throws UnusableInput when the file is no workbook, asks for a password or is too large, when
   *     there is no such sheet or it is hidden, and when the sheet holds no table, data without a
   *     label, or a formula without a result; names the cell
   */
  public static DataTable read(Path path, String file, String sheet) {
    try (XlsxPackage workbook = XlsxPackage.open(path, file)) {
      return new XlsxReader(file, workbook).table(sheet);
    }
  }

  /** A sheet as the workbook lists it. */
  private record Listed(String name, String relation, boolean hidden) {}

  private DataTable table(String wanted) {
    List<Listed> listed = new ArrayList<>();
    boolean[] from1904 = new boolean[1];
    String part = workbook.workbook();
    workbook.read(
        part,
        xml -> {
          while (xml.hasNext()) {
            if (xml.next() != START_ELEMENT) {
              continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
              from1904[0] = XlsxPackage.flag(xml, "date1904");
            } else if (xml.getLocalName().equals("sheet")) {
              listed.add(
                  new Listed(
                      XlsxPackage.attribute(xml, "name", ""),
                      XlsxPackage.attribute(xml, "id", ""),
                      !XlsxPackage.attribute(xml, "state", "visible").equals("visible")));
            }
          }
        });
    Map<String, XlsxPackage.Relation> relations = workbook.relations(part);
    listed.removeIf(
        entry ->
            !relations.containsKey(entry.relation())
                || !relations.get(entry.relation()).type().endsWith("/worksheet"));
    List<Listed> shown = listed.stream().filter(entry -> !entry.hidden()).toList();
    Listed chosen = choose(wanted, listed, shown);
    sheetName = chosen.name();
    sheet = new Worksheet(file, sharedTexts(relations), formats(relations), from1904[0]);
    String worksheet = relations.get(chosen.relation()).target();
    if (!workbook.read(worksheet, sheet::read)) {
      throw XlsxPackage.broken(
          file, Words.of("ไฟล์เสียหายหรือไม่ครบ", "the part " + worksheet + " is missing"));
    }
    return table(new DataTable.Sheet(chosen.name(), shown.indexOf(chosen) + 1));
  }

  private Listed choose(String wanted, List<Listed> listed, List<Listed> shown) {
    if (shown.isEmpty()) {
      throw refused(
          Source.of(file),
          Words.of("ไม่มีแผ่นงานที่แสดงอยู่", "it has no sheet that is not hidden"),
          Words.of(
              "เปิดด้วย Excel แล้วยกเลิกการซ่อนแผ่นงานที่มีตาราง",
              "unhide the sheet that has the table"));
    }
    if (wanted == null) {
      return shown.get(0);
    }
    for (Listed entry : listed) {
      if (Folding.key(entry.name()).equals(Folding.key(wanted))) {
        if (entry.hidden()) {
          throw refused(
              Source.of(file),
              Words.of(
                  "แผ่นงาน \"" + entry.name() + "\" ถูกซ่อนไว้ จึงไม่เผยแพร่",
                  "the sheet '" + entry.name() + "' is hidden, and so is not published"),
              Words.of(
                  "ยกเลิกการซ่อนแผ่นงานใน Excel หรือเลือกแผ่นงานอื่น",
                  "unhide it, or choose another sheet"));
        }
        return entry;
      }
    }
    List<String> names = shown.stream().map(Listed::name).toList();
    String list = names.stream().collect(Collectors.joining(", "));
    throw refused(
        Source.of(file),
        Words.of("ไม่มีแผ่นงานชื่อ \"" + wanted + "\"", "there is no sheet '" + wanted + "'"),
        NearMatch.of(wanted, names)
            .map(near -> Words.of("น่าจะหมายถึง \"" + near + "\"", "did you mean '" + near + "'?"))
            .orElse(Words.of("ที่มีคือ " + list, "there are: " + list)));
  }

  private List<String> sharedTexts(Map<String, XlsxPackage.Relation> relations) {
    List<String> texts = new ArrayList<>();
    int[] characters = new int[1];
    for (String part : parts(relations, "/sharedStrings")) {
      workbook.read(
          part,
          xml -> {
            while (xml.hasNext()) {
              if (xml.next() == START_ELEMENT && xml.getLocalName().equals("si")) {
                String text = Worksheet.richText(xml, "si");
                characters[0] += text.length();
                if (characters[0] > MOST_CHARACTERS || texts.size() > Worksheet.MOST_CELLS) {
                  throw XlsxPackage.tooLarge(file);
                }
                texts.add(text);
              }
            }
          });
    }
    return texts;
  }

  /** The number format of every style, in the order in which cells name them. */
  private List<CellFormat> formats(Map<String, XlsxPackage.Relation> relations) {
    Map<Integer, String> codes = new HashMap<>();
    Map<Integer, CellFormat> known = new HashMap<>();
    List<CellFormat> formats = new ArrayList<>();
    for (String part : parts(relations, "/styles")) {
      workbook.read(
          part,
          xml -> {
            boolean inCells = false;
            while (xml.hasNext()) {
              int event = xml.next();
              if (event != START_ELEMENT) {
                continue;
              }
              String name = xml.getLocalName();
              if (name.equals("numFmt")) {
                codes.put(
                    Integer.parseInt(XlsxPackage.attribute(xml, "numFmtId", "0")),
                    XlsxPackage.attribute(xml, "formatCode", ""));
              } else if (name.endsWith("Xfs") || name.equals("cellStyles") || name.equals("dxfs")) {
                inCells = name.equals("cellXfs");
              } else if (name.equals("xf") && inCells) {
                int id = Integer.parseInt(XlsxPackage.attribute(xml, "numFmtId", "0"));
                formats.add(
                    known.computeIfAbsent(
                        id,
                        key ->
                            codes.containsKey(key)
                                ? CellFormat.of(codes.get(key))
                                : CellFormat.builtIn(key)));
              }
            }
          });
    }
    return formats;
  }

  private static List<String> parts(Map<String, XlsxPackage.Relation> relations, String kind) {
    return relations.values().stream()
        .filter(relation -> relation.type().endsWith(kind))
        .map(XlsxPackage.Relation::target)
        .limit(1)
        .toList();
  }

  private DataTable table(DataTable.Sheet at) {
    TreeMap<Integer, Worksheet.Row> filled = new TreeMap<>();
    for (Worksheet.Row row : sheet.rows()) {
      if (!row.hidden() && filledCells(row) > 0) {
        filled.put(row.number(), row);
      }
    }
    int top = headerRow(filled);
    int bottom = headerEnd(top, filled);
    for (Worksheet.Range range : sheet.merged()) {
      if (range.top() >= top && range.top() <= bottom) {
        repeatInHeader(range, bottom);
      }
    }
    Map<Integer, String> labels = labels(top, bottom);
    List<Worksheet.Row> data = List.copyOf(filled.tailMap(bottom, false).values());
    refuseWithoutLabel(data, labels, top);
    Map<Long, String> carried = carriedDown(bottom, filled);
    List<Integer> columns = List.copyOf(labels.keySet());
    if ((long) columns.size() * data.size() > Worksheet.MOST_CELLS) {
      throw XlsxPackage.tooLarge(file);
    }
    List<Finding> wrong = new ArrayList<>();
    List<DataTable.Row> rows = new ArrayList<>();
    for (Worksheet.Row row : data) {
      String[] cells = new String[columns.size()];
      Arrays.fill(cells, "");
      int column = 0;
      for (Worksheet.Cell cell : row.cells()) {
        while (column < cells.length && columns.get(column) < cell.column()) {
          column++;
        }
        if (column < cells.length && columns.get(column) == cell.column()) {
          cells[column] = text(row, cell, wrong);
        }
      }
      for (int i = 0; i < cells.length && !carried.isEmpty(); i++) {
        if (cells[i].isEmpty()) {
          cells[i] = carried.getOrDefault(place(row.number(), columns.get(i)), "");
        }
      }
      rows.add(new DataTable.Row(row.number(), List.of(cells)));
    }
    if (!wrong.isEmpty()) {
      throw new UnusableInput(wrong.subList(0, Math.min(wrong.size(), MOST_FINDINGS)));
    }
    return new DataTable(
        file,
        at,
        List.copyOf(labels.values()),
        columns.stream().map(column -> new Source(file, bottom, column)).toList(),
        List.copyOf(rows));
  }

  private int filledCells(Worksheet.Row row) {
    int count = 0;
    for (Worksheet.Cell cell : row.cells()) {
      count += sheet.isShown(cell.column()) ? 1 : 0;
    }
    return count;
  }

  private int headerRow(TreeMap<Integer, Worksheet.Row> filled) {
    if (filled.isEmpty()) {
      throw refused(
          Source.of(file),
          Words.of(
              "แผ่นงาน \"" + sheetName + "\" ว่างเปล่า", "the sheet '" + sheetName + "' is empty"),
          Words.of(
              "เลือกแผ่นงานที่มีตาราง เช่น ![คำบรรยาย](แฟ้ม.xlsx \"sheet=ชื่อแผ่นงาน\")",
              "choose the sheet with the table: ![caption](file.xlsx \"sheet=name\")"));
    }
    int alone = 0;
    for (Map.Entry<Integer, Worksheet.Row> row : filled.entrySet()) {
      if (filledCells(row.getValue()) >= 2) {
        if (row.getKey() < filled.lastKey()) {
          return row.getKey();
        }
        alone = row.getKey();
      }
    }
    return alone > 0 ? alone : filled.firstKey();
  }

  /** The last row of the header. */
  private int headerEnd(int top, TreeMap<Integer, Worksheet.Row> filled) {
    int end = top;
    List<Worksheet.Range> wide = new ArrayList<>();
    for (Worksheet.Range range : sheet.merged()) {
      if (range.top() == top) {
        boolean low = range.bottom() - top < TALLEST_HEADER && range.bottom() < filled.lastKey();
        end = low ? Math.max(end, range.bottom()) : end;
        if (range.right() > range.left()) {
          wide.add(range);
        }
      }
    }
    Map.Entry<Integer, Worksheet.Row> next = filled.higherEntry(end);
    if (end == top && next != null && next.getKey() == top + 1 && !wide.isEmpty()) {
      boolean below =
          next.getValue().cells().stream()
              .allMatch(
                  cell ->
                      cell.kind() == Worksheet.Kind.TEXT
                          && wide.stream()
                              .anyMatch(
                                  range ->
                                      cell.column() >= range.left()
                                          && cell.column() <= range.right()));
      end = below && next.getKey() < filled.lastKey() ? next.getKey() : end;
    }
    return end;
  }

  private void repeatInHeader(Worksheet.Range range, int bottom) {
    Worksheet.Cell first = firstOf(range);
    if (first == null) {
      return;
    }
    int right = Math.min(range.right(), range.left() + Worksheet.MOST_CELLS / 100);
    for (int row = range.top(); row <= Math.min(range.bottom(), bottom); row++) {
      for (int column = range.left(); column <= right; column++) {
        repeated.put(place(row, column), first.text());
      }
    }
  }

  private Worksheet.Cell firstOf(Worksheet.Range range) {
    int index =
        Collections.binarySearch(
            sheet.rows(),
            new Worksheet.Row(range.top(), false, List.of()),
            Comparator.comparingInt(Worksheet.Row::number));
    return index < 0 ? null : sheet.rows().get(index).at(range.left());
  }

  /** The label of every shown column that has one, by column. */
  private Map<Integer, String> labels(int top, int bottom) {
    TreeMap<Integer, List<String>> parts = new TreeMap<>();
    for (int number = top; number <= bottom; number++) {
      TreeMap<Integer, String> texts = new TreeMap<>();
      for (Worksheet.Row row : sheet.rows()) {
        if (row.number() == number && !row.hidden()) {
          row.cells().forEach(cell -> texts.put(cell.column(), cell.text()));
        }
      }
      int current = number;
      repeated.forEach(
          (place, text) -> {
            if (place >> 20 == current) {
              texts.put((int) (place & 0xFFFFF), text);
            }
          });
      texts.forEach(
          (column, text) -> {
            if (sheet.isShown(column) && !text.isBlank()) {
              List<String> label = parts.computeIfAbsent(column, key -> new ArrayList<>());
              String line = text.replaceAll("\\s+", " ");
              if (label.isEmpty() || !label.get(label.size() - 1).equals(line)) {
                label.add(line);
              }
            }
          });
    }
    Map<Integer, String> labels = new TreeMap<>();
    parts.forEach((column, label) -> labels.put(column, String.join(" ", label)));
    return labels;
  }

  private void refuseWithoutLabel(
      List<Worksheet.Row> data, Map<Integer, String> labels, int header) {
    for (Worksheet.Row row : data) {
      for (Worksheet.Cell cell : row.cells()) {
        if (sheet.isShown(cell.column()) && !labels.containsKey(cell.column())) {
          String name = Worksheet.nameOf(row.number(), cell.column());
          String label = Worksheet.nameOf(header, cell.column());
          throw refused(
              new Source(file, row.number(), cell.column()),
              Words.of(
                  "ช่อง " + name + " มีข้อมูล แต่คอลัมน์นี้ไม่มีหัวตาราง",
                  "the cell " + name + " holds data, and its column has no label"),
              Words.of(
                  "ใส่ชื่อคอลัมน์ในช่อง "
                      + label
                      + " หรือลบข้อมูลที่อยู่นอกตาราง ถ้าไม่ใช่ตาราง ให้ใส่เป็นลิงก์แทน",
                  "put a label into " + label + ", or remove what is not of the table"));
        }
      }
    }
  }

  /** The texts that merged cells carry down to rows with data of their own. */
  private Map<Long, String> carriedDown(int header, TreeMap<Integer, Worksheet.Row> filled) {
    Map<Long, String> carried = new HashMap<>();
    int steps = 0;
    for (Worksheet.Range range : sheet.merged()) {
      boolean downwards = range.bottom() > range.top() && range.top() > header;
      Worksheet.Cell first = downwards ? firstOf(range) : null;
      if (first == null || first.kind() != Worksheet.Kind.TEXT) {
        continue;
      }
      for (int row : filled.subMap(range.top(), true, range.bottom(), true).keySet()) {
        carried.put(place(row, range.left()), first.text());
        if (++steps > Worksheet.MOST_CELLS) {
          throw XlsxPackage.tooLarge(file);
        }
      }
    }
    return carried;
  }

  private static long place(int row, int column) {
    return (long) row << 20 | column;
  }

  /** The text of a cell, once it is known that somebody calculated it. */
  private String text(Worksheet.Row row, Worksheet.Cell cell, List<Finding> wrong) {
    if (cell.kind() == Worksheet.Kind.UNCALCULATED || cell.kind() == Worksheet.Kind.ERROR) {
      String name = Worksheet.nameOf(row.number(), cell.column());
      boolean failed = cell.kind() == Worksheet.Kind.ERROR;
      Words what =
          failed
              ? Words.of(
                  "สูตรในช่อง " + name + " ผิดพลาด (" + cell.text() + ")",
                  "the formula in " + name + " fails (" + cell.text() + ")")
              : Words.of(
                  "ช่อง " + name + " เป็นสูตรที่ยังไม่มีผลลัพธ์",
                  "the formula in " + name + " has no saved result");
      Words hint =
          failed
              ? Words.of("แก้สูตรใน Excel แล้วบันทึก", "mend the formula and save the file")
              : Words.of(
                  "เปิดด้วย Excel หรือ LibreOffice ให้คำนวณ แล้วบันทึกหนึ่งครั้ง",
                  "open it in Excel or LibreOffice, which calculates it, and save it once");
      wrong.addAll(refused(new Source(file, row.number(), cell.column()), what, hint).findings());
    }
    return cell.text();
  }

  private static UnusableInput refused(Source at, Words what, Words hint) {
    return XlsxPackage.refused(at, what, hint);
  }
}
