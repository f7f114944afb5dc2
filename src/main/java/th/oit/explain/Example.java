package th.oit.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import th.oit.catalog.Catalog;
import th.oit.catalog.Column;
import th.oit.catalog.Element;
import th.oit.catalog.ElementKind;
import th.oit.catalog.Item;
import th.oit.catalog.Period;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDate;

/**
 * The shortest page of an item that passes, made from what the list says of it. The content is made
 * up; the form is what the gate asks.
 *
 * @param texts the text of each file that is written, by its path in the site folder; the page
 *     first
 * @param files the files that the office lays beside them, by their path
 */
public record Example(Map<String, String> texts, List<String> files) {
  private static final int DAYS_INTO_THE_PERIOD = 40;

  /** Makes the example of an item. */
  public static Example of(Catalog catalog, Item item) {
    return new Writer(catalog.year(), item).write();
  }

  /** Gathers the page and what it places. Used once. */
  private static final class Writer {
    private final FiscalYear year;
    private final Item item;
    private final String folder;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> evidence = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> beside = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();

    Writer(FiscalYear year, Item item) {
      this.year = year;
      this.item = item;
      this.folder = "content/oit/" + year + "/" + item.code().slug() + "/";
    }

    Example write() {
      body.append("หน้านี้แสดงข้อมูลเรื่อง")
          .append(item.name())
          .append(
              " ขององค์การบริหารส่วนตำบลตัวอย่าง จัดทำโดยสำนักปลัด สอบถามเพิ่มเติมได้ที่หมายเลขโทรศัพท์ด้านล่างของหน้านี้ ในวันและเวลาราชการ\n\n");
      item.elements().stream().filter(Element::required).forEach(this::element);
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put(folder + "index.md", frontMatter() + body.toString().stripTrailing() + "\n");
      texts.putAll(beside);
      return new Example(texts, List.copyOf(files));
    }

    private String frontMatter() {
      StringBuilder out = new StringBuilder("---\n");
      out.append("item: ").append(item.code()).append('\n');
      out.append("title: '").append(item.name().replace("'", "''")).append("'\n");
      out.append("department: office\n");
      out.append("updated: ").append(year).append("-04-10\n");
      Set<FiscalYear> years = item.period().yearsFor(year);
      if (!years.isEmpty()) {
        out.append("period: ").append(years.iterator().next()).append('\n');
      }
      out.append("elements:\n");
      places.forEach((id, place) -> out.append("  " + id + ": " + place + "\n"));
      if (!evidence.isEmpty()) {
        out.append("evidence:\n");
        evidence.forEach(file -> out.append("  - ").append(file).append('\n'));
      }
      return out.append("---\n\n").toString();
    }

    private void element(Element element) {
      switch (element.kind()) {
        case PEOPLE -> shared(element, "people", "รายชื่อ", this::people);
        case TABLE -> shared(element, "list", item.name(), this::table);
        default -> {
          places.put(element.id(), "'#" + element.id() + "'");
          heading(element.text(), element.id());
          own(element);
          body.append('\n');
        }
      }
    }

    private void heading(String text, String id) {
      body.append("## ").append(text).append(" {#").append(id).append("}\n\n");
    }

    /** One list of people, and one table, shows all the elements of its kind. */
    private void shared(Element element, String id, String heading, Runnable content) {
      if (!places.containsValue("'#" + id + "'")) {
        heading(heading, id);
        content.run();
        body.append('\n');
      }
      places.put(element.id(), "'#" + id + "'");
    }

    private void own(Element element) {
      switch (element.kind()) {
        case TEXT ->
            body.append(
                "เขียนเนื้อหาของเรื่องนี้ไว้ในหน้านี้ให้อ่านได้เลย บอกว่าใครทำอะไร เมื่อไร อย่างไร และอ้างคำสั่งหรือกฎหมายใด\n");
        case DOCUMENT -> document(element);
        case STATISTIC -> statistic(element);
        case CHANNEL ->
            body.append("- โทรศัพท์ [0 0000 0123](tel:000000123)\n")
                .append("- อีเมล <reports@example.go.th>\n")
                .append("- [แบบฟอร์มออนไลน์](https://forms.example.go.th/reports)\n");
        case MAP ->
            body.append("[แผนที่ตั้งสำนักงาน](https://www.google.com/maps?q=13.7563,100.5018)\n");
        case LOG -> log(element);
        case LINK -> body.append("[เปิดบริการ](https://service.example.go.th/)\n");
        case PEOPLE, TABLE -> throw new IllegalStateException("shared: " + element.kind());
      }
    }

    private void people() {
      body.append("![รายชื่อและช่องทางติดต่อ](people.yml)\n");
      beside.put(
          folder + "people.yml",
          """
          - name: นายสมมติ ตัวอย่างดี
            position: นายกองค์การบริหารส่วนตำบล
            image: people/mayor.jpg
            phone: 0 0000 0010
            email: mayor@example.go.th
          """);
      files.add(folder + "people/mayor.jpg");
    }

    private void document(Element element) {
      String file = element.id() + ".pdf";
      body.append("![").append(element.text()).append("](").append(file).append(")\n");
      String period =
          item.period().yearsFor(year).stream().findFirst().map(of -> ", period: " + of).orElse("");
      evidence.add(
          "{file: " + file + ", title: '" + element.text().replace("'", "''") + "'" + period + "}");
      files.add(folder + file);
    }

    private void table() {
      Map<String, Column> columns = new LinkedHashMap<>();
      item.elements().stream()
          .filter(element -> element.required() && element.kind() == ElementKind.TABLE)
          .flatMap(element -> element.columns().stream())
          .forEach(column -> columns.putIfAbsent(column.id(), column));
      csv("data", item.name(), List.copyOf(columns.values()));
    }

    /** Figures stand behind what was counted. */
    private void statistic(Element element) {
      List<Column> columns = new ArrayList<>(element.columns());
      if (columns.stream().noneMatch(Writer::isFigure)) {
        columns.add(new Column("count", "จำนวน", List.of(), Column.Type.INTEGER));
      }
      if (isFigure(columns.get(0))) {
        columns.add(0, new Column("what", "รายการ", List.of(), Column.Type.TEXT));
      }
      csv(element.id(), element.text(), columns);
    }

    private static boolean isFigure(Column column) {
      return switch (column.type()) {
        case MONEY, INTEGER, PERCENT -> true;
        case TEXT, DATE, PERIOD -> false;
      };
    }

    private void csv(String name, String caption, List<Column> columns) {
      if (columns.isEmpty()) {
        csv(name, caption, List.of("รายการ", "จำนวน"), List.of(List.of("ตัวอย่าง", "12")));
      } else {
        csv(
            name,
            caption,
            columns.stream().map(Column::label).toList(),
            List.of(columns.stream().map(this::cell).toList()));
      }
    }

    private void log(Element element) {
      LocalDate day = firstDay().plusDays(DAYS_INTO_THE_PERIOD);
      csv(
          element.id(),
          element.text(),
          List.of("วันที่", "เรื่อง", "คำตอบ", "วันที่ตอบ"),
          IntStream.range(0, Math.max(1, element.atLeast()))
              .mapToObj(
                  i ->
                      List.of(
                          ThaiDate.shortForm(day.plusDays(i)),
                          "ตัวอย่างเรื่องที่ " + (i + 1),
                          "ดำเนินการแล้ว",
                          ThaiDate.shortForm(day.plusDays(i + 1L))))
              .toList());
    }

    private void csv(String name, String caption, List<String> heads, List<List<String>> rows) {
      String file = name + ".csv";
      body.append("![").append(caption).append(" ปีงบประมาณ พ.ศ. ").append(dataYear());
      body.append("](").append(file).append(")\n");
      StringBuilder out = new StringBuilder(line(heads));
      rows.forEach(row -> out.append(line(row)));
      beside.put(folder + file, out.toString());
    }

    private static String line(List<String> cells) {
      return cells.stream()
              .map(
                  cell -> cell.matches(".*[,\"].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
              .collect(Collectors.joining(","))
          + "\n";
    }

    private String cell(Column column) {
      LocalDate day = firstDay().plusDays(DAYS_INTO_THE_PERIOD);
      return switch (column.type()) {
        case TEXT -> "ตัวอย่าง";
        case MONEY -> "125,000.00";
        case INTEGER -> "12";
        case PERCENT -> "100.00";
        case DATE -> ThaiDate.shortForm(day);
        case PERIOD -> "ปีงบประมาณ พ.ศ. " + dataYear();
      };
    }

    private FiscalYear dataYear() {
      return item.period().yearsFor(year).stream().findFirst().orElse(year);
    }

    private LocalDate firstDay() {
      return item.period().of().contains(Period.Kind.PREVIOUS) && item.period().of().size() == 1
          ? year.previous().firstDay()
          : dataYear().firstDay();
    }
  }
}
