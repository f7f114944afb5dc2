package th.oit.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import th.oit.catalog.Column;
import th.oit.catalog.Element;
import th.oit.check.PageTable.Row;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/**
 * Judges the cells of one table: what each column of the list holds, totals against the rows above
 * them, percentages against the amounts beside them. Used once, in one pass over the rows.
 */
final class TableCheck {
  private static final int SHOWN = 5;
  private static final double SATANG = 0.01;
  private static final double PERCENT_OFF = 0.05;
  private static final double ROUNDING = 1e-6;

  /** Heads of columns whose numbers nobody adds up. */
  private static final Pattern NOT_ADDED =
      Pattern.compile(
          "ร้อยละ|%|เปอร์เซ็นต์|เฉลี่ย|สัดส่วน|อัตราส่วน|คะแนน|ต่อหน่วย|หน่วยละ|ลำดับ|เลข|รหัส|โทร|ระดับ"
              + "|สะสม|ยกมา|โอกาส|ผลกระทบ|เป้าหมาย|ค่าฐาน|ข้อมูลฐาน|ครั้งที่|งวดที่|ไตรมาสที่|หมู่ที่"
              + "|^\\s*(ที่|ปี|ปีงบประมาณ|พ\\.ศ\\.|ข้อ|หมู่|วันที่|ระยะเวลา)\\s*$");

  private static final Pattern SHARE = Pattern.compile("ร้อยละ|%|เปอร์เซ็นต์");
  private static final Pattern SPENT =
      Pattern.compile("ใช้จ่าย|เบิกจ่าย|ที่ใช้|ใช้ไป|จ่ายจริง|spent");
  private static final Pattern BUDGET = Pattern.compile("งบประมาณ|วงเงิน|จัดสรร|budget");

  private final PageTable table;
  private final String page;
  private final ItemFindings out;
  private final Map<Integer, Asked> asked = new LinkedHashMap<>();
  private final Sum[] sums;
  private final int[] wrong;
  private final List<Share> shares = new ArrayList<>();
  private List<Integer> budgets = List.of();
  private List<Integer> spendings = List.of();
  private boolean afterTotal;

  /** What the list asks of a column, and of which element it is. */
  private record Asked(Element element, Column column) {}

  /** The running sums of a column. */
  private static final class Sum {
    double sinceTotal;
    double all;
    boolean added = true;
    final List<Words> contradictions = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
  }

  /** A column of percentages of what was spent, and what speaks for it and against. */
  private static final class Share {
    final int column;
    final boolean named;
    int agreeing;
    final List<Row> off = new ArrayList<>();
    final List<Double> right = new ArrayList<>();

    Share(int column, boolean named) {
      this.column = column;
      this.named = named;
    }
  }

  /**
   * @param page on which the table stands
   */
  TableCheck(PageTable table, String page, ItemFindings out) {
    this.table = table;
    this.page = page;
    this.out = out;
    this.sums = new Sum[table.heads().size()];
    this.wrong = new int[table.heads().size()];
  }

  PageTable table() {
    return table;
  }

  /** Has the cells of a column judged as the element asks. */
  void ask(Element element, Column column, int index) {
    asked.merge(
        index, new Asked(element, column), (old, added) -> old.element.required() ? old : added);
  }

  void judge() {
    prepare();
    for (Row row : table.rows()) {
      switch (row.kind()) {
        case DATA -> data(row);
        case TOTAL -> total(row);
        case SAMPLE -> sample(row);
        case REMARK, TITLE, BLANK -> {
          // nothing to add up
        }
      }
    }
    report();
  }

  private void prepare() {
    for (int i = 0; i < sums.length; i++) {
      Asked column = asked.get(i);
      Column.Type type = column == null ? null : column.column.type();
      String head = table.heads().get(i).text();
      boolean counted = type == Column.Type.MONEY || type == Column.Type.INTEGER;
      if ((type == null || counted) && !NOT_ADDED.matcher(head).find()) {
        sums[i] = new Sum();
      }
      if (type == Column.Type.PERCENT || SHARE.matcher(head).find() && !head.contains("ของ")) {
        shares.add(new Share(i, SPENT.matcher(head).find()));
      }
    }
    if (!shares.isEmpty()) {
      budgets = columns(false);
      spendings = columns(true);
    }
  }

  /** The columns of what was spent, or of what there was to spend. */
  private List<Integer> columns(boolean ofSpending) {
    List<Integer> columns = new ArrayList<>(2);
    for (int i = 0; i < sums.length; i++) {
      PageTable.Head head = table.heads().get(i);
      boolean spent = SPENT.matcher(head.text()).find() || head.id().contains("spent");
      boolean meant =
          ofSpending
              ? spent
              : !spent && (BUDGET.matcher(head.text()).find() || head.id().contains("budget"));
      if (meant && !SHARE.matcher(head.text()).find() && !head.text().contains("แหล่ง")) {
        columns.add(i);
      }
    }
    return columns;
  }

  private void data(Row row) {
    for (int i = 0; i < sums.length; i++) {
      Asked column = asked.get(i);
      String cell = row.cell(i);
      if (column != null) {
        typed(row, i, column, cell);
      }
      Sum sum = sums[i];
      if (sum == null || !sum.added || cell.isEmpty() || Figure.isNone(cell)) {
        continue;
      }
      Optional<Figure> figure = Figure.read(cell, true);
      if (figure.isPresent()) {
        sum.sinceTotal += figure.get().value();
        sum.all += figure.get().value();
      } else {
        sum.added = false; // text, or an amount that is said to be none
      }
    }
    shares(row);
  }

  /** A row that was laid out as an example must not be shown to the public as data. */
  private void sample(Row row) {
    asked.values().stream()
        .findFirst()
        .ifPresent(
            any -> {
              Words where = where(row, 0);
              out.add(
                  any.element,
                  Rule.OIT_VALUE,
                  any.column.id(),
                  source(row),
                  Words.of(
                      where.th() + ": ยังเป็นแถวตัวอย่าง",
                      where.en() + ": this is still the sample row"),
                  Words.of(
                      "กรอกข้อมูลจริงในไฟล์ข้อมูล แล้วลบแถวตัวอย่างทิ้ง",
                      "fill the data file with real data, and delete the sample row"));
            });
  }

  private void typed(Row row, int index, Asked asked, String cell) {
    Column.Type type = asked.column.type();
    if (type == Column.Type.TEXT || type == Column.Type.PERIOD || Figure.isNone(cell)) {
      return;
    }
    if (cell.isEmpty()) {
      wrong(
          row,
          index,
          asked,
          Words.of("ช่องว่าง", "the cell is empty"),
          type == Column.Type.DATE
              ? Words.of(
                  "กรอกวันที่ ถ้าไม่มีให้เขียน -", "fill in the date; if there is none, write -")
              : Words.of(
                  "กรอกตัวเลข ถ้าเป็นศูนย์ให้เขียน 0 ถ้าไม่มีให้เขียน - หรือ ไม่มี",
                  "fill in the number: 0 for zero, '-' for none"));
      return;
    }
    switch (type) {
      case MONEY -> money(row, index, asked, cell);
      case INTEGER -> integer(row, index, asked, cell);
      case PERCENT -> percent(row, index, asked, cell);
      case DATE -> {
        if (ThaiDate.allIn(cell).isEmpty()) {
          wrong(
              row,
              index,
              asked,
              Words.of("\"" + cell + "\" ไม่ใช่วันที่", "'" + cell + "' is not a date"),
              Words.of(
                  "เขียนวัน เดือน ปี เช่น 31 มี.ค. 2567 หรือ 31/3/2567",
                  "write day, month and year, such as 31 มี.ค. 2567 or 2024-03-31"));
        }
      }
      case TEXT, PERIOD -> throw new IllegalStateException();
    }
  }

  private void money(Row row, int index, Asked asked, String cell) {
    Optional<Figure> figure = Figure.read(cell, false);
    Words hint =
        Words.of(
            "เขียนเป็นบาท ตัวเลขล้วน เช่น 1,234.50 ถ้าไม่มีให้เขียน - หรือ ไม่มี",
            "write baht as a plain number, such as 1,234.50; '-' for none");
    if (figure.isEmpty()) {
      wrong(
          row,
          index,
          asked,
          Words.of("\"" + cell + "\" ไม่ใช่จำนวนเงิน", "'" + cell + "' is not an amount of money"),
          hint);
    } else if (figure.get().value() < 0) {
      wrong(
          row,
          index,
          asked,
          Words.of("จำนวนเงิน " + cell + " ติดลบ", "the amount " + cell + " is less than nothing"),
          hint);
    } else if (figure.get().decimals() > 2) {
      wrong(
          row,
          index,
          asked,
          Words.of(
              "จำนวนเงิน " + cell + " มีทศนิยมเกินสองตำแหน่ง",
              "the amount " + cell + " has more than two decimals"),
          hint);
    }
  }

  private void integer(Row row, int index, Asked asked, String cell) {
    Optional<Figure> figure = Figure.read(cell, true);
    if (figure.isEmpty()
        || figure.get().value() < 0
        || figure.get().value() != Math.rint(figure.get().value())) {
      wrong(
          row,
          index,
          asked,
          Words.of("\"" + cell + "\" ไม่ใช่จำนวนนับ", "'" + cell + "' is not a count"),
          Words.of("เขียนเป็นจำนวนเต็ม เช่น 12", "write a whole number, such as 12"));
    }
  }

  private void percent(Row row, int index, Asked asked, String cell) {
    Optional<Figure> figure = Figure.read(cell.replaceFirst("^ร้อยละ\\s*", ""), true);
    Words hint =
        Words.of("เขียนตัวเลข 0 ถึง 100 เช่น 45.08", "write a number from 0 to 100, such as 45.08");
    if (figure.isEmpty()) {
      wrong(
          row,
          index,
          asked,
          Words.of("\"" + cell + "\" ไม่ใช่ร้อยละ", "'" + cell + "' is not a percentage"),
          hint);
    } else if (figure.get().value() < 0 || figure.get().value() > 100) {
      wrong(
          row,
          index,
          asked,
          Words.of(
              "ร้อยละ " + cell + " ไม่อยู่ระหว่าง 0 ถึง 100", cell + " is not between 0 and 100"),
          hint);
    }
  }

  private void wrong(Row row, int index, Asked asked, Words message, Words hint) {
    wrong[index]++;
    if (wrong[index] <= SHOWN) {
      Words where = where(row, index);
      out.add(
          asked.element,
          Rule.OIT_VALUE,
          asked.column.id(),
          source(row),
          Words.of(where.th() + ": " + message.th(), where.en() + ": " + message.en()),
          hint);
    }
  }

  private void total(Row row) {
    for (int i = 0; i < sums.length; i++) {
      Sum sum = sums[i];
      if (sum == null || !sum.added) {
        continue;
      }
      Optional<Figure> written = Figure.read(row.cell(i), true);
      if (written.isPresent()
          && !isNear(written.get().value(), sum.sinceTotal)
          && !(afterTotal && isNear(written.get().value(), sum.all))) {
        double right = afterTotal && isNear(sum.sinceTotal, 0) ? sum.all : sum.sinceTotal;
        Words where = where(row, i);
        sum.rows.add(row);
        sum.contradictions.add(
            Words.of(
                where.th() + ": ผลรวมเขียนว่า " + row.cell(i) + " แต่แถวที่รวมได้ " + number(right),
                where.en()
                    + ": the total says "
                    + row.cell(i)
                    + ", its rows make "
                    + number(right)));
      }
      sum.sinceTotal = 0;
    }
    afterTotal = true;
    shares(row);
  }

  private static boolean isNear(double a, double b) {
    return Math.abs(a - b) <= SATANG + ROUNDING;
  }

  private void shares(Row row) {
    for (Share share : shares) {
      Optional<Figure> written =
          Figure.read(row.cell(share.column).replaceFirst("^ร้อยละ\\s*", ""), true);
      if (written.isEmpty()) {
        continue;
      }
      double allowed = Math.max(PERCENT_OFF, 0.5 * Math.pow(10, -written.get().decimals()));
      double nearest = Double.NaN;
      for (int budget : budgets) {
        Optional<Figure> whole = Figure.read(row.cell(budget), false);
        if (whole.isEmpty() || whole.get().value() <= 0) {
          continue;
        }
        for (int spending : spendings) {
          Optional<Figure> part = Figure.read(row.cell(spending), false);
          if (part.isPresent()) {
            double right = part.get().value() / whole.get().value() * 100;
            if (Double.isNaN(nearest)
                || Math.abs(written.get().value() - right)
                    < Math.abs(written.get().value() - nearest)) {
              nearest = right;
            }
          }
        }
      }
      if (Double.isNaN(nearest)) {
        continue;
      }
      if (Math.abs(written.get().value() - nearest) <= allowed + ROUNDING) {
        share.agreeing++;
      } else {
        share.off.add(row);
        share.right.add(nearest);
      }
    }
  }

  private void report() {
    for (int i = 0; i < sums.length; i++) {
      if (wrong[i] > SHOWN) {
        rest(i);
      }
      Sum sum = sums[i];
      if (sum != null && sum.added) {
        for (int j = 0; j < Math.min(SHOWN, sum.rows.size()); j++) {
          contradiction(i, sum.rows.get(j), sum.contradictions.get(j));
        }
      }
    }
    for (Share share : shares) {
      int judged = share.agreeing + share.off.size();
      boolean evident =
          share.named
              ? share.agreeing > 0 || judged <= 2
              : share.agreeing >= 2 && share.agreeing * 3 >= judged * 2;
      for (int j = 0; evident && j < Math.min(SHOWN, share.off.size()); j++) {
        Row row = share.off.get(j);
        Words where = where(row, share.column);
        String right = number(share.right.get(j));
        contradiction(
            share.column,
            row,
            Words.of(
                where.th()
                    + ": เขียนว่าร้อยละ "
                    + row.cell(share.column)
                    + " แต่คำนวณจากงบประมาณและผลการใช้จ่ายได้ "
                    + right,
                where.en()
                    + ": "
                    + row.cell(share.column)
                    + " per cent, but budget and spending make "
                    + right));
      }
    }
  }

  private void rest(int index) {
    Asked column = asked.get(index);
    int more = wrong[index] - SHOWN;
    String name = label(index);
    out.add(
        column.element,
        Rule.OIT_VALUE,
        column.column.id(),
        out.tableSource(page, table).orElse(null),
        Words.of(
            name() + " คอลัมน์ \"" + name + "\": ยังมีค่าที่ใช้ไม่ได้อีก " + more + " แถว",
            name() + ", column '" + name + "': " + more + " more cells cannot be used"),
        Words.of("แก้ทั้งคอลัมน์ให้เป็นแบบเดียวกัน", "mend the whole column in one go"));
  }

  private void contradiction(int index, Row row, Words message) {
    out.add(
        Rule.OIT_TOTAL,
        label(index),
        source(row),
        message,
        Words.of(
            "ตรวจตัวเลขในคอลัมน์นี้ แล้วแก้ผลรวมหรือแถวที่ผิด",
            "check the column and mend the total or the row that is wrong"));
  }

  private Source source(Row row) {
    return out.rowSource(page, table, row.number())
        .or(() -> out.tableSource(page, table))
        .orElse(null);
  }

  /** File, row and column, as a person finds them. */
  private Words where(Row row, int index) {
    Optional<Source> source = out.rowSource(page, table, row.number());
    boolean line = source.isPresent() && source.get().line() > 0;
    int number = line ? source.get().line() : row.number() + 1;
    return Words.of(
        name() + (line ? " แถว " : " แถวข้อมูลที่ ") + number + " คอลัมน์ \"" + label(index) + "\"",
        name() + (line ? ", row " : ", data row ") + number + ", column '" + label(index) + "'");
  }

  private String name() {
    if (!table.file().isEmpty()) {
      return table.file();
    }
    return "ตาราง" + (table.caption().isEmpty() ? "" : " " + table.caption());
  }

  private String label(int index) {
    String label = table.heads().get(index).label();
    return label.isEmpty() ? Integer.toString(index + 1) : label;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }
}
