package th.oit.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand, part by part, with what no program writes by itself. */
final class Workbook {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private final Map<String, String> parts = new LinkedHashMap<>();

  /** A workbook of one sheet, with the XML between {@code <worksheet>} and its end. */
  static Workbook of(String sheet) {
    return new Workbook()
        .part("xl/worksheets/sheet1.xml", HEAD + "<worksheet>" + sheet + "</worksheet>")
        .workbook("<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>");
  }

  /** What the part of the workbook itself holds. */
  Workbook workbook(String xml) {
    return part("xl/workbook.xml", HEAD + "<workbook xmlns:r=\"" + RELATIONS + "\">" + xml)
        .part("xl/workbook.xml", parts.get("xl/workbook.xml") + "</workbook>")
        .part(
            "xl/_rels/workbook.xml.rels",
            HEAD
                + "<Relationships>"
                + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "worksheet", "/xl/worksheets/sheet1.xml")
                + relation("rId3", "sharedStrings", "sharedStrings.xml")
                + relation("rId4", "styles", "styles.xml")
                + "</Relationships>");
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  /** The texts that cells of type {@code s} name by number, as XML of each {@code <si>}. */
  Workbook texts(String... texts) {
    return part(
        "xl/sharedStrings.xml",
        HEAD + "<sst><si>" + String.join("</si><si>", texts) + "</si></sst>");
  }

  /** Number formats by the number of the style that cells name, from 1. */
  Workbook formats(String... codes) {
    StringBuilder formats = new StringBuilder("<numFmts>");
    StringBuilder styles = new StringBuilder("<cellXfs><xf numFmtId=\"0\"/>");
    for (int i = 0; i < codes.length; i++) {
      boolean builtIn = codes[i].matches("\\d+!");
      String id = builtIn ? codes[i].replace("!", "") : String.valueOf(164 + i);
      String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
      if (!builtIn) {
        formats.append("<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>".formatted(id, code));
      }
      styles.append("<xf numFmtId=\"%s\"/>".formatted(id));
    }
    return part(
        "xl/styles.xml",
        HEAD
            + "<styleSheet>"
            + formats
            + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
            + styles
            + "</cellXfs></styleSheet>");
  }

  Workbook part(String name, String xml) {
    parts.put(name, xml);
    return this;
  }

  Path save(Path file) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
