package th.oit.ita;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Words;

/** Tables of measures in a text: whether they have every column, and no empty cell. */
final class TableCheck {
  private static final int LABEL = 160;
  private static final int STACKED_LABEL = 60;
  private static final int STACK = 6;

  /** The columns of a table of measures; the first that fits a label is its kind. */
  private enum Column {
    FOLLOW_UP("ติดตาม|รายงานผล", "การกำกับติดตาม", "follow-up"),
    RESPONSIBLE(
        "ผู้รับผิดชอบ|(?:หน่วยงาน|ส่วนงาน|กอง)\\s*(?:ที่)?\\s*รับผิดชอบ",
        "ผู้รับผิดชอบ",
        "department"),
    PERIOD("ระยะเวลา|วัน\\s*เดือน\\s*ปี|กำหนดเวลา|ช่วงเวลา", "ระยะเวลา", "period"),
    STEPS("ขั้นตอน|วิธีการดำเนินการ|วิธีปฏิบัติ|วิธีการปฏิบัติ", "ขั้นตอน/วิธีปฏิบัติ", "steps"),
    MEASURE("มาตรการ|แนวทาง|วิธี(?:การ)?นำผล|โครงการ", "มาตรการ", "measure");

    private final Pattern label;
    private final Words words;

    Column(String label, String th, String en) {
      this.label = Pattern.compile(label);
      this.words = Words.of(th, en);
    }

    static Optional<Column> of(String label) {
      for (Column column : values()) {
        if (column.label.matcher(label).find()) {
          return Optional.of(column);
        }
      }
      return Optional.empty();
    }
  }

  /** A table of measures: where its head stands, and in which cell each column is. */
  private record Head(int line, Source at, Map<Column, Integer> columns, boolean stacked) {
    Set<Column> missing() {
      EnumSet<Column> missing = EnumSet.of(Column.FOLLOW_UP, Column.RESPONSIBLE, Column.PERIOD);
      missing.add(Column.STEPS);
      missing.removeAll(columns.keySet());
      return missing;
    }
  }

  private TableCheck() {}

  static void check(Draft draft, Findings findings) {
    List<Head> heads = heads(draft);
    Map<Set<Column>, List<Head>> lacking = new LinkedHashMap<>();
    for (Head head : heads) {
      if (!head.missing().isEmpty()) {
        lacking.computeIfAbsent(head.missing(), key -> new ArrayList<>()).add(head);
      }
      if (!head.stacked()) {
        empty(draft, head, findings);
      }
    }
    lacking.forEach((missing, tables) -> lacking(draft, missing, tables, findings));
  }

  /** The line at which the first table of measures begins, counted from 0. */
  static Optional<Integer> firstTable(Draft draft) {
    return heads(draft).stream().map(Head::line).findFirst();
  }

  private static void lacking(
      Draft draft, Set<Column> missing, List<Head> tables, Findings findings) {
    String th =
        missing.stream().map(column -> column.words.th()).reduce((a, b) -> a + ", " + b).get();
    String en =
        missing.stream().map(column -> column.words.en()).reduce((a, b) -> a + ", " + b).get();
    DraftCheck.add(
        findings,
        draft,
        tables.get(0).at(),
        Finding.of(
                Rule.ITA_COLUMNS,
                "ตารางมาตรการไม่มีคอลัมน์ "
                    + th
                    + (tables.size() > 1 ? " (" + tables.size() + " ตาราง)" : ""),
                "the table of measures has no column for "
                    + en
                    + (tables.size() > 1 ? " (" + tables.size() + " tables)" : ""))
            .as(Severity.WARNING)
            .about(en)
            .hint("เพิ่มคอลัมน์ " + th, "add a column for " + en));
  }

  private static List<Head> heads(Draft draft) {
    List<Head> heads = new ArrayList<>();
    Map<Column, Integer> stack = new LinkedHashMap<>();
    int last = 0;
    for (int i = 0; i < draft.lines().size(); i++) {
      Draft.Line line = draft.lines().get(i);
      List<Draft.Cell> filled = line.cells().stream().filter(cell -> !cell.isBlank()).toList();
      if (filled.size() >= 3) {
        stack.clear();
        Map<Column, Integer> columns = new LinkedHashMap<>();
        for (int at = 0; at < line.cells().size(); at++) {
          String text = line.cells().get(at).text();
          if (text.length() <= LABEL) {
            int place = at;
            Column.of(text).ifPresent(column -> columns.putIfAbsent(column, place));
          }
        }
        if (isHead(columns)) {
          heads.add(new Head(i, draft.at(line, filled.get(0)), columns, false));
        }
      } else if (filled.size() == 1) {
        String text = filled.get(0).text();
        Optional<Column> column =
            text.length() <= STACKED_LABEL && startsAsLabel(text)
                ? Column.of(text)
                : Optional.empty();
        if (column.isEmpty()) {
          if (++last > STACK) {
            stack.clear();
          }
          continue;
        }
        last = 0;
        stack.putIfAbsent(column.get(), 0);
        // What a head of stacked labels lacks is known when its last label has been read.
        boolean ends = column.get() == Column.RESPONSIBLE || column.get() == Column.FOLLOW_UP;
        if (ends && isHead(stack)) {
          boolean more = followUpNear(draft, i);
          if (more) {
            stack.put(Column.FOLLOW_UP, 0);
          }
          heads.add(new Head(i, draft.at(line, filled.get(0)), Map.copyOf(stack), true));
          stack.clear();
        }
      }
    }
    return heads;
  }

  private static boolean startsAsLabel(String text) {
    return text.matches(
        "^[(]?(?:การกำหนด|การ|หน่วยงาน|ผู้|ระยะเวลา|ขั้นตอน|วิธี|แนวทาง|มาตรการ|กำหนด|วัน เดือน ปี|ส่วนงาน).*");
  }

  private static boolean followUpNear(Draft draft, int at) {
    for (int i = at + 1; i < Math.min(draft.lines().size(), at + 4); i++) {
      String text = draft.lines().get(i).plain().strip();
      if (text.length() <= STACKED_LABEL && Column.FOLLOW_UP.label.matcher(text).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHead(Map<Column, Integer> columns) {
    return columns.size() >= 3
        && (columns.containsKey(Column.RESPONSIBLE) || columns.containsKey(Column.PERIOD));
  }

  private static void empty(Draft draft, Head head, Findings findings) {
    for (Column column : List.of(Column.RESPONSIBLE, Column.PERIOD, Column.FOLLOW_UP)) {
      Integer place = head.columns().get(column);
      if (place == null) {
        continue;
      }
      List<Draft.Line> rows = new ArrayList<>();
      for (int i = head.line() + 1; i < draft.lines().size(); i++) {
        Draft.Line row = draft.lines().get(i);
        if (!row.isRow()) {
          break;
        }
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        boolean has = place < row.cells().size() && !row.cells().get(place).isBlank();
        if (!has && filled > 0) {
          rows.add(row);
        }
      }
      if (!rows.isEmpty()) {
        Draft.Line row = rows.get(0);
        DraftCheck.add(
            findings,
            draft,
            new Source(draft.file(), row.number(), 1),
            Finding.of(
                    Rule.ITA_EMPTY,
                    "ช่อง" + column.words.th() + "ว่าง " + rows.size() + " แถว",
                    "the cell for " + column.words.en() + " is empty in " + rows.size() + " rows")
                .about(column.words.en())
                .hint(
                    "กรอกให้ครบทุกแถว ถ้าเป็นช่องที่ผสานกัน ให้ใส่ค่าเดิมซ้ำ",
                    "fill in every row; repeat the value where cells were merged"));
      }
    }
  }
}
