package th.oit.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

class CsvReaderTest {
  @Test
  void readsLabelsAndRows() {
    DataTable table = parse("โครงการ,งบประมาณ\nถนน หมู่ 5,\"1,234.50\"\nบ่อน้ำ,200\n");
    assertEquals(List.of("โครงการ", "งบประมาณ"), table.columns());
    assertEquals(
        List.of(List.of("ถนน หมู่ 5", "1,234.50"), List.of("บ่อน้ำ", "200")), cells(table));
    assertEquals(List.of(2, 3), table.rows().stream().map(DataTable.Row::line).toList());
    assertEquals(List.of(new Source("x.csv", 1, 1), new Source("x.csv", 1, 9)), table.columnsAt());
  }

  @Test
  void readsDoubledQuotesAndLineBreaksInsideQuotes() {
    DataTable table = parse("a,b\n\"he said \"\"yes\"\"\",\"one\ntwo\"\nx,y\n");
    assertEquals(List.of(List.of("he said \"yes\"", "one\ntwo"), List.of("x", "y")), cells(table));
    assertEquals(List.of(2, 4), table.rows().stream().map(DataTable.Row::line).toList());
  }

  @Test
  void readsALineBreakInALabel() {
    DataTable table = parse("ลำดับ,\"งบประมาณ\n(บาท)\"\n1,2\n");
    assertEquals(List.of("ลำดับ", "งบประมาณ\n(บาท)"), table.columns());
    assertEquals(3, table.rows().get(0).line());
  }

  @Test
  void readsSemicolonsAndTabsAsSeparators() {
    assertEquals(List.of(List.of("1,5", "2")), cells(parse("a;b\n1,5;2\n")));
    assertEquals(List.of(List.of("1,5", "2;3")), cells(parse("a\tb\n1,5\t2;3\n")));
  }

  @Test
  void doesNotTakeACommaInsideQuotesForTheSeparator() {
    DataTable table = parse("\"ชื่อ, สกุล, ตำแหน่ง\";โทร\nก;1\n");
    assertEquals(List.of("ชื่อ, สกุล, ตำแหน่ง", "โทร"), table.columns());
    assertEquals(List.of(List.of("ก", "1")), cells(table));
  }

  @Test
  void readsATableOfOneColumn() {
    assertEquals(List.of(List.of("x"), List.of("y")), cells(parse("a\nx\ny")));
  }

  @Test
  void fillsShortRowsAndLeavesEmptyLinesOut() {
    assertEquals(
        List.of(List.of("1", "", ""), List.of("2", "3", "")),
        cells(parse("a,b,c\n1\n\n,,\n2,3\n")));
  }

  @Test
  void leavesOutEmptyCellsAtTheEndThatSpreadsheetsAdd() {
    DataTable table = parse("a,b,,\n1,2,,\n3,4\n");
    assertEquals(List.of("a", "b"), table.columns());
    assertEquals(List.of(List.of("1", "2"), List.of("3", "4")), cells(table));
  }

  @Test
  void refusesALongRowAtItsFirstCellTooMany() {
    Finding finding = refused("a,b\n1,2\n3,\"x\ny\",z,w\n");
    assertEquals(Rule.SOURCE_TABLE, finding.rule());
    assertEquals(new Source("x.csv", 4, 4), finding.source());
    assertTrue(finding.message().en().contains("4 cells"), finding.message().en());
    assertTrue(finding.message().th().contains("2 คอลัมน์"), finding.message().th());
  }

  @Test
  void refusesAQuoteThatIsNeverClosedWhereItOpens() {
    Finding finding = refused("a,b\n1,\"2\n3,4\n5,6\n");
    assertEquals(new Source("x.csv", 2, 3), finding.source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", ",,\n1,2,3\n", "\n\na,b\n"})
  void refusesAFileWithoutLabelsInItsFirstRow(String text) {
    assertEquals(new Source("x.csv", 1, 1), refused(text).source());
  }

  @Test
  void readsAFileAsExcelSavesIt() {
    byte[] saved = "\uFEFFชื่อ,จำนวน\r\n\"ก\r\nข\",1\r\n".getBytes(UTF_8);
    DataTable table = CsvReader.read(SourceText.decode(saved, "x.csv"));
    assertEquals(List.of("ชื่อ", "จำนวน"), table.columns());
    assertEquals(List.of(List.of("ก\nข", "1")), cells(table));
  }

  @Test
  void readsTheLastRowWithoutALineEnd() {
    assertEquals(List.of(List.of("1", "")), cells(parse("a,b\n1,")));
    assertEquals(List.of(List.of("1", "2")), cells(parse("a,b\n1,\"2\"")));
  }

  private static DataTable parse(String text) {
    return CsvReader.read(new SourceText("x.csv", text));
  }

  private static Finding refused(String text) {
    return Refusal.one(() -> parse(text));
  }

  private static List<List<String>> cells(DataTable table) {
    return table.rows().stream().map(DataTable.Row::cells).toList();
  }
}
