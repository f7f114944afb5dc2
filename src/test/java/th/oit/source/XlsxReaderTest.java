package th.oit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.Refusal;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

class XlsxReaderTest {
  private static final Path OFFICE = Path.of("src/test/resources/tables/office.xlsx");
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  @TempDir Path folder;

  @Test
  void readsWhatTheFirstSheetShowsAsLibreOfficeSavesIt() {
    DataTable table = XlsxReader.read(OFFICE, "plan.xlsx", null);
    assertEquals(new DataTable.Sheet("แผนงาน", 1), table.sheet());
    assertEquals(
        List.of(
            "ลำดับ",
            "โครงการ",
            "งบประมาณ ที่ได้รับ",
            "งบประมาณ ที่ใช้จริง",
            "ร้อยละ",
            "วันที่ทำสัญญา",
            "วันที่ส่งมอบ"),
        table.columns());
    assertEquals(
        List.of(
            List.of(
                "1",
                "ก่อสร้างถนน หมู่ที่ 5",
                "1,250,000.00",
                "478,000.50",
                "38.24%",
                "12 ม.ค. 2567",
                "11 เม.ย. 2567"),
            List.of("3", "ซื้อรถ & อุปกรณ์", "870,000.00", "0.00", "0.00%", "19 ก.พ. 2567", ""),
            List.of("", "รวม", "2,120,000.00", "478,000.50", "", "", "")),
        cells(table));
    assertEquals(List.of(6, 8, 9), table.rows().stream().map(DataTable.Row::line).toList());
    assertEquals(new Source("plan.xlsx", 5, 4), table.columnsAt().get(3));
    assertEquals(new Source("plan.xlsx", 8, 0), table.rowAt(1));
  }

  @Test
  void publishesNothingThatIsHidden() {
    DataTable table = XlsxReader.read(OFFICE, "plan.xlsx", null);
    assertTrue(cells(table).stream().flatMap(List::stream).noneMatch(cell -> cell.contains("ลับ")));
    assertTrue(table.columns().stream().noneMatch(label -> label.contains("ภายใน")));
    Finding finding = Refusal.one(() -> XlsxReader.read(OFFICE, "plan.xlsx", "ข้อมูลดิบ"));
    assertEquals(Rule.SOURCE_TABLE, finding.rule());
    assertTrue(finding.message().th().contains("ถูกซ่อนไว้"), finding.message().th());
  }

  @Test
  void readsTheFirstSheetThatIsNotHidden() {
    Workbook workbook =
        sheet("ก,ข\n1,2\n")
            .workbook(
                """
                <sheets><sheet name="a" state="veryHidden" r:id="rId1"/>
                <sheet name="b" r:id="rId2"/></sheets>""");
    assertEquals(new DataTable.Sheet("b", 1), read(workbook).sheet());
    workbook.workbook("<sheets><sheet name=\"a\" state=\"hidden\" r:id=\"rId1\"/></sheets>");
    assertTrue(Refusal.one(() -> read(workbook)).hint().th().contains("ยกเลิกการซ่อน"));
  }

  @Test
  void readsTheSheetThatIsAskedForHoweverItIsSpelt() {
    DataTable table = XlsxReader.read(OFFICE, "plan.xlsx", "ผล ๖ เดือน");
    assertEquals(new DataTable.Sheet("ผล 6 เดือน", 2), table.sheet());
    assertEquals(List.of(List.of("1", "12"), List.of("2", "30")), cells(table));
  }

  @Test
  void namesTheSheetsThatAreThereWhenThereIsNoSuchSheet() {
    Finding near = Refusal.one(() -> XlsxReader.read(OFFICE, "plan.xlsx", "แผนงาม"));
    assertEquals("did you mean 'แผนงาน'?", near.hint().en());
    Finding far = Refusal.one(() -> XlsxReader.read(OFFICE, "plan.xlsx", "อื่น"));
    assertEquals("there are: แผนงาน, ผล 6 เดือน", far.hint().en());
  }

  @Test
  void readsSharedInlineAndRichTexts() {
    Workbook workbook =
        Workbook.of(
                """
                <sheetData>
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>หมายเหตุ</t></is></c></row>
                <row><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>ตัว</t></r><r><rPr><b/></rPr><t>หนา</t></r></is></c></row>
                <row><c t="b"><v>1</v></c><c t="str"><f>A1&amp;""</f><v>ผลของสูตร</v></c></row>
                <row><c t="s"><v>2</v></c><c t="str"><f>""</f><v></v></c></row>
                </sheetData>""")
            .texts(
                "<t xml:space=\"preserve\"> ชื่อ </t>",
                "<r><t>นาย</t></r><r><t>สมมติ</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>",
                "<t>บรรทัดแรก_x000D_\nบรรทัดสอง</t>");
    DataTable table = read(workbook);
    assertEquals(List.of("ชื่อ", "หมายเหตุ"), table.columns());
    assertEquals(
        List.of(
            List.of("นายสมมติ", "ตัวหนา"),
            List.of("TRUE", "ผลของสูตร"),
            List.of("บรรทัดแรก\nบรรทัดสอง", "")),
        cells(table));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "General | 66120000001 | 66120000001",
        "General | 0.30000000000000004 | 0.3",
        "General | 1234567.8915 | 1234567.8915",
        "0.00 | 1234.5 | 1234.50",
        "#,##0 | 1234567.5 | 1,234,568",
        "#,##0.## | 1234.5 | 1,234.5",
        "4! | -1234.5 | -1,234.50",
        "#,##0.00;[Red]#,##0.00 | -1234.5 | -1,234.50",
        "#,##0.00_);(#,##0.00) | -1234.5 | (1,234.50)",
        "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_- | 0 | -",
        "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_- | -5 | -5.00",
        "[$฿-41E]#,##0.00 | 99 | ฿99.00",
        "#,##0.00\\ \"บาท\" | 99 | 99.00 บาท",
        "#,##0, | 1234567 | 1,235",
        "00\\-0000 | 120034 | 12-0034",
        "0% | 0.4085 | 41%",
        "10! | 0.4085 | 40.85%",
        "61! | 1234 | ๑,๒๓๔",
        "[$-D000000]0.00 | 12.5 | ๑๒.๕๐",
        "[<1]0.00;0 | 0.5 | 0.50",
        "0.00E+00 | 1200 | 1200",
        "# ?/? | 0.5 | 0.5",
        "14! | 45303 | 12 ม.ค. 2567",
        "d/m/yyyy | 45303 | 12 ม.ค. 2567",
        "[$-107041E]d mmmm yyyy | 45303 | 12 มกราคม 2567",
        "[$-D07041E]d mmm yy | 45303 | ๑๒ ม.ค. ๒๕๖๗",
        "[$-41E]dddd d bbbb | 45303 | 12 2567",
        "mmm-yy | 45303 | ม.ค. 2567",
        "d-mmm | 45303 | 12 ม.ค.",
        "yyyy | 45303 | 2567",
        "d/m/yyyy h:mm | 45303.354166666664 | 12 ม.ค. 2567 08:30 น.",
        "h:mm AM/PM | 0.6875 | 16:30",
        "[h]:mm | 1.5 | 36:00",
        "d/m/yyyy | 243630 | 12 ม.ค. 2567",
        "d/m/yyyy | 59 | 28 ก.พ. 2443",
        "d/m/yyyy | -1 | -1"
      })
  void showsNumbersInTheirFormat(String format, String value, String shown) {
    Workbook workbook =
        Workbook.of(
                """
                <sheetData><row><c t="inlineStr"><is><t>ก</t></is></c><c t="inlineStr"><is><t>ข</t></is></c></row>
                <row><c s="1"><v>%s</v></c><c><v>1</v></c></row></sheetData>"""
                    .formatted(value))
            .formats(format);
    assertEquals(shown, read(workbook).rows().get(0).cells().get(0));
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() {
    Workbook workbook =
        Workbook.of(
                """
                <sheetData><row><c><v>1</v></c><c><v>2</v></c></row>
                <row><c s="1"><v>43841</v></c><c><v>1</v></c></row></sheetData>""")
            .formats("d/m/yyyy")
            .workbook(
                "<workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets>");
    assertEquals("12 ม.ค. 2567", read(workbook).rows().get(0).cells().get(0));
  }

  @Test
  void carriesMergedTextsDownButNotMergedNumbers() {
    DataTable table =
        read(sheet("ยุทธศาสตร์,โครงการ,งบประมาณ\nด้านที่ 1,ก,500\n,ข,\n,ค,\n", "A2:A4", "C2:C4"));
    assertEquals(
        List.of(
            List.of("ด้านที่ 1", "ก", "500"),
            List.of("ด้านที่ 1", "ข", ""),
            List.of("ด้านที่ 1", "ค", "")),
        cells(table));
  }

  @Test
  void joinsLabelsBelowAMergedLabel() {
    DataTable table = read(sheet("ที่,งบประมาณ,\n,ได้รับ,ใช้ไป\n1,20,30\n2,30,40\n", "B1:C1"));
    assertEquals(List.of("ที่", "งบประมาณ ได้รับ", "งบประมาณ ใช้ไป"), table.columns());
    assertEquals(2, table.rows().size());
  }

  @Test
  void leavesTitlesAndEmptyRowsOut() {
    DataTable table = read(sheet("ตารางที่ 1,\n,\nหน่วย: บาท,\nชื่อ,จำนวน\n,\nก,1\n,\nข,2\n"));
    assertEquals(List.of("ชื่อ", "จำนวน"), table.columns());
    assertEquals(List.of(6, 8), table.rows().stream().map(DataTable.Row::line).toList());
  }

  @Test
  void readsATableOfOneColumnAndOneWithoutRows() {
    assertEquals(List.of(List.of("ก"), List.of("ข")), cells(read(sheet("ชื่อ\nก\nข\n"))));
    assertEquals(List.of(), cells(read(sheet("รายชื่อ,\nชื่อ,จำนวน\n"))));
  }

  @Test
  void refusesDataInAColumnWithoutALabelAndNamesTheCell() {
    Finding finding = Refusal.one(() -> read(sheet("ก,ข,\n1,2,\n3,4,ตรวจแล้ว\n")));
    assertEquals(new Source("x.xlsx", 3, 3), finding.source());
    assertTrue(finding.message().th().contains("ช่อง C3"), finding.message().th());
    assertTrue(finding.hint().en().contains("C1"), finding.hint().en());
  }

  @Test
  void refusesFormulasThatFailedOrWereNeverCalculated() {
    Workbook workbook =
        Workbook.of(
            """
            <sheetData><row><c><v>1</v></c><c><v>2</v></c></row>
            <row><c t="e"><f>A9/0</f><v>#DIV/0!</v></c><c><f>SUM(A1:A1)</f><v></v></c></row></sheetData>""");
    List<Finding> findings = Refusal.all(() -> read(workbook));
    assertEquals(
        List.of("x.xlsx:2:1 source/table", "x.xlsx:2:2 source/table"), Refusal.lines(findings));
    assertTrue(findings.get(0).message().th().contains("#DIV/0!"));
    assertTrue(findings.get(1).hint().th().contains("บันทึก"));
  }

  @Test
  void refusesAnEmptySheet() {
    assertTrue(Refusal.one(() -> read(sheet(",\n"))).message().th().contains("ว่างเปล่า"));
  }

  @Test
  void saysHowToTakeAPasswordAway() {
    Finding finding = refused(DOCUMENTS.resolve("locked.xlsx"));
    assertTrue(finding.message().th().contains("รหัสผ่าน"), finding.message().th());
    assertTrue(finding.hint().en().contains("Encrypt with Password"), finding.hint().en());
  }

  @Test
  void saysHowToSaveAnOldWorkbookAsANewOne() {
    Finding finding = refused(DOCUMENTS.resolve("plain.xls"));
    assertTrue(finding.hint().th().contains("*.xlsx"), finding.hint().th());
  }

  @Test
  void refusesWhatIsBroken() throws IOException {
    byte[] whole = Files.readAllBytes(OFFICE);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertTrue(refused(cut).hint().th().contains("บันทึกใหม่"));
    assertTrue(refused(new byte[0]).hint().th().contains("บันทึกใหม่"));
    assertTrue(refused("ชื่อ,จำนวน\n".getBytes()).hint().th().contains("บันทึกใหม่"));
    assertTrue(refused(Files.readAllBytes(DOCUMENTS.resolve("plain.docx"))).isError());
    assertTrue(refused(Files.readAllBytes(DOCUMENTS.resolve("plain.ods"))).isError());
  }

  @Test
  void refusesXmlThatIsNoneAndCellsThatPointNowhere() {
    for (String data :
        List.of(
            "<sheetData><row></sheetData>",
            "<sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData>",
            "<sheetData><row><c r=\"AAAAAAA1\"><v>7</v></c></row></sheetData>",
            "<sheetData><row><c><v>seven</v></c></row></sheetData>",
            "<sheetData><row r=\"x\"><c><v>1</v></c></row></sheetData>",
            "<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"?\"/></mergeCells>")) {
      assertTrue(Refusal.one(() -> read(Workbook.of(data))).message().th().contains("เสียหาย"));
    }
  }

  @Test
  void readsNothingFromOutsideAndExpandsNoEntities() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "ความลับ");
    Workbook outside = sheet("ก,ข\n1,2\n");
    outside
        .part("xl/sharedStrings.xml", "")
        .part(
            "xl/worksheets/sheet1.xml",
            """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
            <worksheet><sheetData><row><c t="inlineStr"><is><t>a&e;</t></is></c></row></sheetData></worksheet>"""
                .formatted(secret.toUri()));
    assertTrue(Refusal.one(() -> read(outside)).message().th().contains("เสียหาย"));
  }

  @Test
  void stopsAtASmallFileThatUnpacksWithoutEnd() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    Workbook.of("").save(bomb);
    byte[] spaces = " ".repeat(1 << 20).getBytes();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook>".getBytes());
      for (int i = 0; i < 200; i++) {
        zip.write(spaces);
      }
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertTrue(refused(bomb).message().th().contains("ใหญ่เกินไป")));
  }

  @Test
  void stopsAtMoreCellsThanAPageCanShow() {
    StringBuilder rows = new StringBuilder("<sheetData>");
    for (int i = 0; i < 40_000; i++) {
      rows.append("<row>").append("<c><v>1</v></c>".repeat(10)).append("</row>");
    }
    Workbook large = Workbook.of(rows.append("</sheetData>").toString());
    assertTrue(Refusal.one(() -> read(large)).message().th().contains("ใหญ่เกินไป"));
  }

  @Test
  void isNotHeldUpByFormattedRowsAndMergesOverTheWholeSheet() {
    StringBuilder sheet =
        new StringBuilder(
            "<sheetData><row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row><row r=\"2\"><c><v>3</v></c></row>");
    for (int row = 3; row < 300_000; row++) {
      sheet.append("<row r=\"").append(row).append("\"><c s=\"1\"/></row>");
    }
    sheet.append("</sheetData><mergeCells>");
    for (int i = 0; i < 5_000; i++) {
      sheet.append("<mergeCell ref=\"A3:XFD1048576\"/><mergeCell ref=\"C1:XFD1\"/>");
    }
    Workbook workbook = Workbook.of(sheet.append("</mergeCells>").toString());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(1, read(workbook).rows().size()));
  }

  private static Workbook sheet(String csv, String... merged) {
    StringBuilder sheet = new StringBuilder("<sheetData>");
    int row = 0;
    for (String line : csv.split("\n")) {
      row++;
      sheet.append("<row r=\"").append(row).append("\">");
      int column = 0;
      for (String cell : line.split(",", -1)) {
        column++;
        sheet.append("<c r=\"").append(Worksheet.nameOf(row, column)).append('"');
        if (cell.matches("\\d+")) {
          sheet.append("><v>").append(cell).append("</v></c>");
        } else if (cell.isEmpty()) {
          sheet.append("/>");
        } else {
          sheet.append(" t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
      }
      sheet.append("</row>");
    }
    sheet.append("</sheetData><mergeCells>");
    for (String range : merged) {
      sheet.append("<mergeCell ref=\"").append(range).append("\"/>");
    }
    return Workbook.of(sheet.append("</mergeCells>").toString());
  }

  private DataTable read(Workbook workbook) {
    return XlsxReader.read(workbook.save(folder.resolve("x.xlsx")), "x.xlsx", null);
  }

  private Finding refused(byte[] bytes) throws IOException {
    Path file = folder.resolve("broken.xlsx");
    Files.write(file, bytes);
    return refused(file);
  }

  private static Finding refused(Path file) {
    Finding finding = Refusal.one(() -> XlsxReader.read(file, "x.xlsx", null));
    assertEquals(Rule.SOURCE_TABLE, finding.rule());
    assertEquals(Source.of("x.xlsx"), finding.source());
    return finding;
  }

  private static List<List<String>> cells(DataTable table) {
    return table.rows().stream().map(DataTable.Row::cells).toList();
  }
}
