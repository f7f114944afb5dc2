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
import th.oit.text.SampleRow;
import th.oit.text.ThaiDate;

/**
 * The shortest page of an item that passes, made from what the list says of it: with made-up
 * content, to show the form that the gate asks, or with that form alone, to be filled in.
 *
 * @param texts the text of each file that is written, by its path in the site folder; the page
 *     first
 * @param files the files that the office lays beside them, by their path
 */
public record Example(Map<String, String> texts, List<String> files) {
  private static final int DAYS_INTO_THE_PERIOD = 40;

  /** Makes the example of an item. */
  public static Example of(Catalog catalog, Item item) {
    return new Writer(catalog.year(), item, null, "").write();
  }

  /**
   * Makes the page of an item to be filled in: a draft with the same headings and data files, which
   * say what belongs there and nothing else, so that it does not pass before somebody has written.
   *
   * @param department the id of the department that keeps the page
   * @param note what else to tell the person who fills it in, in lines; may be empty
   */
  public static Example toFill(Catalog catalog, Item item, String department, String note) {
    return new Writer(catalog.year(), item, department, note).write();
  }

  /** An element as the heading of a page: without the remark that a list may add in brackets. */
  public static String headingOf(Element element) {
    String bare = element.text().replaceFirst("(\\s*(\\([^()]*\\)|\\[[^\\[\\]]*\\]))+\\s*$", "");
    return bare.isEmpty() ? element.text() : bare;
  }

  /** Gathers the page and what it places. Used once. */
  private static final class Writer {
    private final FiscalYear year;
    private final Item item;

    /** Null where the page is an example with content. */
    private final String toBeFilledBy;

    private final String note;
    private final String folder;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> evidence = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> beside = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();

    Writer(FiscalYear year, Item item, String toBeFilledBy, String note) {
      this.year = year;
      this.item = item;
      this.toBeFilledBy = toBeFilledBy;
      this.note = note;
      this.folder = "content/oit/" + year + "/" + item.code().slug() + "/";
    }

    Example write() {
      if (isBlank()) {
        comment(
            note
                + "เขียนย่อหน้าแรกสองสามประโยค: หน้านี้คือเรื่องอะไร ข้อมูลของช่วงใด ใครจัดทำ สอบถามได้ที่ใด\n"
                + "ข้อความใต้หัวข้อที่อยู่ในเครื่องหมายแบบนี้เป็นคำแนะนำ ไม่ขึ้นบนเว็บไซต์ เขียนเสร็จแล้วลบได้");
      } else {
        body.append("หน้านี้แสดงข้อมูลเรื่อง")
            .append(item.name())
            .append(
                " ขององค์การบริหารส่วนตำบลตัวอย่าง จัดทำโดยสำนักปลัด สอบถามเพิ่มเติมได้ที่หมายเลขโทรศัพท์ด้านล่างของหน้านี้ ในวันและเวลาราชการ\n\n");
      }
      item.elements().stream().filter(Element::required).forEach(this::element);
      if (isBlank()) {
        optional();
      }
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put(
          folder + "index.md",
          frontMatter() + body.toString().replace("\n\n\n", "\n\n").stripTrailing() + "\n");
      texts.putAll(beside);
      return new Example(texts, List.copyOf(files));
    }

    private String frontMatter() {
      StringBuilder out = new StringBuilder("---\n");
      out.append("item: ").append(item.code()).append('\n');
      out.append("title: '").append(item.name().replace("'", "''")).append("'\n");
      if (isBlank()) {
        out.append("department: ").append(toBeFilledBy).append('\n');
        out.append("status: draft       # ลบบรรทัดนี้เมื่อข้อมูลครบและพร้อมเผยแพร่\n");
        out.append("updated:            # วันที่ตรวจว่าข้อมูลเป็นปัจจุบัน เช่น ");
        out.append(year).append("-04-10\n");
        out.append("# history: [{date: ").append(year).append("-04-10, what: แก้ไขอะไร}]");
        out.append("   # ประวัติการปรับปรุง (ถ้ามี)\n");
        out.append("supervisor:         # ผู้กำกับดูแลข้อนี้ (ตำแหน่ง)\n");
        out.append("preparer:           # ผู้จัดทำข้อมูล (ตำแหน่ง)\n");
        if (item.noneAllowed()) {
          out.append(
              "# ปีนี้ไม่มีเรื่องนี้: ใช้ status: none แทน แล้วเพิ่มบรรทัด reason: บอกเหตุผล\n");
        }
      } else {
        out.append("department: office\n");
        out.append("updated: ").append(year).append("-04-10\n");
      }
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

    private boolean isBlank() {
      return toBeFilledBy != null;
    }

    private String label(Element element) {
      return isBlank() ? headingOf(element) : element.text();
    }

    private void comment(String text) {
      body.append("<!-- ").append(text.strip()).append(" -->\n\n");
    }

    /** Names what may be shown besides, as a comment. */
    private void optional() {
      for (Element element : item.elements()) {
        if (!element.required()) {
          comment(
              "ไม่บังคับ: "
                  + element.text()
                  + "\nถ้ามี ให้เพิ่มหัวข้อที่ลงท้ายด้วย {#"
                  + element.id()
                  + "} และเพิ่มบรรทัด "
                  + element.id()
                  + ": '#"
                  + element.id()
                  + "' ใต้ elements: ข้างบน");
        }
      }
    }

    private void element(Element element) {
      switch (element.kind()) {
        case PEOPLE -> shared(element, "people", "รายชื่อ", this::people);
        case TABLE -> shared(element, "list", item.name(), this::table);
        default -> {
          places.put(element.id(), "'#" + element.id() + "'");
          heading(label(element), element.id());
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
      if (isBlank()) {
        guide(element);
        return;
      }
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

    /** Says what belongs below a heading, and places the files in which it is to be filled in. */
    private void guide(Element element) {
      switch (element.kind()) {
        case TEXT ->
            comment(
                "เขียนที่นี่: "
                    + element.text()
                    + "\nเขียนให้อ่านได้ในหน้านี้เลย อย่างน้อยสองสามประโยค หรือวางภาพ ตาราง หรือลิงก์ไปไฟล์ PDF");
        case DOCUMENT -> {
          comment(
              "วางไฟล์ PDF ชื่อ "
                  + element.id()
                  + ".pdf ไว้ในโฟลเดอร์เดียวกับหน้านี้ เป็นไฟล์ที่ค้นและคัดลอกข้อความได้ ไม่ใช่ภาพสแกน");
          document(element);
        }
        case STATISTIC -> {
          comment(
              "กรอกตัวเลขในไฟล์ " + element.id() + ".csv (เปิดด้วย Excel ได้) แล้วลบแถวตัวอย่าง");
          statistic(element);
        }
        case LOG -> {
          comment(
              "กรอกรายการในไฟล์ "
                  + element.id()
                  + ".csv (เปิดด้วย Excel ได้) ทุกรายการต้องมีวันที่ แล้วลบแถวตัวอย่าง"
                  + (element.atLeast() > 1 ? "\nอย่างน้อย " + element.atLeast() + " รายการ" : ""));
          log(element);
        }
        case CHANNEL ->
            comment(
                "ใส่ช่องทางที่กดแล้วใช้ได้จริง"
                    + (element.atLeast() > 1 ? " อย่างน้อย " + element.atLeast() + " ช่องทาง" : "")
                    + (element.separate() ? " แยกจากช่องทางติดต่อทั่วไปของหน่วยงาน" : "")
                    + " เขียนแบบนี้:\n"
                    + "- โทรศัพท์ [หมายเลข](tel:หมายเลขติดกัน)\n"
                    + "- อีเมล [ที่อยู่อีเมล](mailto:ที่อยู่อีเมล)\n"
                    + "- [แบบฟอร์มออนไลน์](https://ที่อยู่ของแบบฟอร์ม)");
        case MAP ->
            comment(
                "ใส่ลิงก์แผนที่ เขียนแบบนี้: [แผนที่ตั้งสำนักงาน](https://ลิงก์จากแผนที่)\n"
                    + "หรือวางภาพแผนที่ไว้ในโฟลเดอร์นี้ แล้วเขียน ![คำบรรยายแผนที่](map.png)");
        case LINK ->
            comment(
                "ใส่ลิงก์: "
                    + element.text()
                    + "\nเขียนแบบนี้: [ชื่อบริการ](https://ที่อยู่ของบริการ)");
        case PEOPLE, TABLE -> throw new IllegalStateException("shared: " + element.kind());
      }
    }

    private void people() {
      if (isBlank()) {
        comment(
            "กรอกรายชื่อในไฟล์ people.yml ให้ครบทุกคน วางรูปถ่ายไว้ในโฟลเดอร์ people/ ข้างหน้านี้");
        body.append("![รายชื่อและช่องทางติดต่อ](people.yml)\n");
        beside.put(
            folder + "people.yml",
            """
            # หนึ่งคนคือหนึ่งรายการ คัดลอกทั้งหกบรรทัดเพื่อเพิ่มคน แล้วแก้รายการตัวอย่างนี้ให้เป็นข้อมูลจริง
            - name: %s ชื่อ นามสกุล
              position: ตำแหน่ง
              image: people/name.jpg     # รูปถ่าย ตั้งชื่อไฟล์เป็นภาษาอังกฤษ
              phone: ''
              email: ''
            """
                .formatted(SampleRow.MARK.replace("แถว", "รายการ")));
        files.add(folder + "people/name.jpg");
        return;
      }
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
      body.append("![").append(label(element)).append("](").append(file).append(")\n");
      String period =
          item.period().yearsFor(year).stream().findFirst().map(of -> ", period: " + of).orElse("");
      evidence.add(
          "{file: " + file + ", title: '" + label(element).replace("'", "''") + "'" + period + "}");
      files.add(folder + file);
    }

    private void table() {
      Map<String, Column> columns = new LinkedHashMap<>();
      item.elements().stream()
          .filter(element -> element.required() && element.kind() == ElementKind.TABLE)
          .flatMap(element -> element.columns().stream())
          .forEach(column -> columns.putIfAbsent(column.id(), column));
      if (isBlank()) {
        comment(
            "กรอกข้อมูลในไฟล์ data.csv (เปิดด้วย Excel ได้ บันทึกเป็น CSV UTF-8) ให้ครบทุกคอลัมน์ แล้วลบแถวตัวอย่าง\n"
                + "ตารางเดียวนี้แสดง: "
                + item.elements().stream()
                    .filter(element -> element.required() && element.kind() == ElementKind.TABLE)
                    .map(Element::text)
                    .collect(Collectors.joining("; ")));
      }
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
      csv(element.id(), label(element), columns);
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
          label(element),
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
      (isBlank() ? List.of(sample(rows.get(0))) : rows).forEach(row -> out.append(line(row)));
      beside.put(folder + file, out.toString());
    }

    /** The row with the mark of a sample in front. */
    private static List<String> sample(List<String> row) {
      List<String> marked = new ArrayList<>(row);
      marked.set(0, SampleRow.MARK + " " + row.get(0));
      return marked;
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
