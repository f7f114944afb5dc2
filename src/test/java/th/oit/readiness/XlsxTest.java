package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class XlsxTest {
  static Map<String, Document> parts(byte[] workbook) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Map<String, Document> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        parts.put(
            entry.getName(), factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
      }
    }
    return parts;
  }

  private static Grid grid(String title, Grid.Cell... row) {
    List<Grid.Head> heads =
        java.util.stream.IntStream.range(0, row.length)
            .mapToObj(i -> new Grid.Head("หัว" + i, 10))
            .toList();
    return new Grid(title, heads, List.of(List.of(row)));
  }

  @Test
  void everyPartIsXmlWhateverStandsInACell() throws Exception {
    String nasty = "น้ำ & <b> \"x\" \u0000\u0008\uFFFE\uD800 😀\nบรรทัดสอง";
    String url = "https://www.example.go.th/?a=1&b='2'";
    Map<String, Document> parts =
        parts(Xlsx.of(List.of(grid("ก/ข", Grid.Cell.text(nasty), Grid.Cell.link("ไป", url)))));
    Document sheet = parts.get("xl/worksheets/sheet1.xml");
    assertTrue(
        sheet.getDocumentElement().getTextContent().contains("น้ำ & <b> \"x\"  😀\nบรรทัดสอง"));
    assertEquals(
        url,
        parts
            .get("xl/worksheets/_rels/sheet1.xml.rels")
            .getElementsByTagName("Relationship")
            .item(0)
            .getAttributes()
            .getNamedItem("Target")
            .getNodeValue());
  }

  @Test
  void numbersAreNumbers() throws Exception {
    Document sheet =
        parts(Xlsx.of(List.of(grid("x", Grid.Cell.count(7), Grid.Cell.score(94.642857)))))
            .get("xl/worksheets/sheet1.xml");
    assertEquals("7", sheet.getElementsByTagName("v").item(0).getTextContent());
    assertEquals("94.642857", sheet.getElementsByTagName("v").item(1).getTextContent());
  }

  @Test
  void sheetNamesAreMadeAcceptable() throws Exception {
    String longName = "ก".repeat(40);
    Document workbook =
        parts(
                Xlsx.of(
                    List.of(
                        grid("a:b*c", Grid.Cell.text("")),
                        grid(longName, Grid.Cell.text("")),
                        grid(longName, Grid.Cell.text("")),
                        grid("it's", Grid.Cell.text("")))))
            .get("xl/workbook.xml");
    var sheets = workbook.getElementsByTagName("sheet");
    List<String> names =
        java.util.stream.IntStream.range(0, sheets.getLength())
            .mapToObj(i -> sheets.item(i).getAttributes().getNamedItem("name").getNodeValue())
            .toList();
    assertEquals(List.of("a b c", "ก".repeat(31), "ก".repeat(29) + " 2", "it's"), names);
  }

  @Test
  void columnsAreCountedAsSpreadsheetsDo() {
    assertEquals("A", Xlsx.column(0));
    assertEquals("Z", Xlsx.column(25));
    assertEquals("AA", Xlsx.column(26));
    assertEquals("AZ", Xlsx.column(51));
    assertEquals("BA", Xlsx.column(52));
  }

  @Test
  void csvBeginsWithAByteOrderMarkAndQuotesWhatNeedsIt() throws IOException {
    String csv = Csv.of(grid("x", Grid.Cell.text("ก,\"ข\"\nค"), Grid.Cell.text("=1+1")));
    assertEquals("\uFEFFหัว0,หัว1\r\n\"ก,\"\"ข\"\"\nค\",'=1+1\r\n", csv);
    assertEquals((byte) 0xEF, csv.getBytes(StandardCharsets.UTF_8)[0]);
  }
}
