package th.oit.readiness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import th.oit.report.XmlText;

/**
 * Tables as a workbook that Excel and LibreOffice open: a sheet each, with a header that stays in
 * sight, widths, wrapped text, real numbers and links. The same tables make the same bytes.
 */
final class Xlsx {
  /** No entry tells when it was written. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int LONGEST_CELL = 32_767;
  private static final int LONGEST_SHEET_NAME = 31;
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  /** Cell formats, by their place in {@link #styles()}. */
  private static final int PLAIN = 0;

  private static final int HEADER = 1;
  private static final int LINK = 2;
  private static final int COUNT = 3;
  private static final int SCORE = 4;
  private static final int GOOD = 5;
  private static final int BAD = 6;
  private static final int WAIT = 7;

  private Xlsx() {}

  static byte[] of(List<Grid> grids) {
    List<String> names = names(grids);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", contentTypes(grids.size()));
      put(
          zip,
          "_rels/.rels",
          relationships(List.of(relationship("officeDocument", "xl/workbook.xml"))));
      put(zip, "xl/workbook.xml", workbook(names));
      put(zip, "xl/_rels/workbook.xml.rels", workbookRelationships(grids.size()));
      put(zip, "xl/styles.xml", styles());
      for (int i = 0; i < grids.size(); i++) {
        List<String> links = new ArrayList<>();
        put(zip, "xl/worksheets/sheet" + (i + 1) + ".xml", sheet(grids.get(i), i == 0, links));
        if (!links.isEmpty()) {
          put(zip, "xl/worksheets/_rels/sheet" + (i + 1) + ".xml.rels", relationships(links));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String contentTypes(int sheets) {
    StringBuilder out = new StringBuilder(XML);
    out.append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    out.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    out.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    override(out, "/xl/workbook.xml", "sheet.main");
    override(out, "/xl/styles.xml", "styles");
    for (int i = 1; i <= sheets; i++) {
      override(out, "/xl/worksheets/sheet" + i + ".xml", "worksheet");
    }
    return out.append("</Types>").toString();
  }

  private static void override(StringBuilder out, String part, String type) {
    out.append("<Override PartName=\"").append(part);
    out.append("\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.");
    out.append(type).append("+xml\"/>");
  }

  private static String relationship(String type, String target) {
    return "Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"";
  }

  private static String relationships(List<String> relationships) {
    StringBuilder out = new StringBuilder(XML);
    out.append("<Relationships xmlns=\"").append(PACKAGE).append("\">");
    for (int i = 0; i < relationships.size(); i++) {
      out.append("<Relationship Id=\"rId").append(i + 1).append("\" ");
      out.append(relationships.get(i)).append("/>");
    }
    return out.append("</Relationships>").toString();
  }

  private static String workbookRelationships(int sheets) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= sheets; i++) {
      all.add(relationship("worksheet", "worksheets/sheet" + i + ".xml"));
    }
    all.add(relationship("styles", "styles.xml"));
    return relationships(all);
  }

  private static String workbook(List<String> names) {
    StringBuilder out = new StringBuilder(XML);
    out.append("<workbook xmlns=\"").append(MAIN).append("\" xmlns:r=\"").append(OFFICE);
    out.append("\"><bookViews><workbookView/></bookViews><sheets>");
    for (int i = 0; i < names.size(); i++) {
      out.append("<sheet name=\"").append(XmlText.escape(names.get(i))).append("\" sheetId=\"");
      out.append(i + 1).append("\" r:id=\"rId").append(i + 1).append("\"/>");
    }
    out.append("</sheets><definedNames>");
    for (int i = 0; i < names.size(); i++) {
      out.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"").append(i);
      out.append("\">'")
          .append(XmlText.escape(names.get(i).replace("'", "''")))
          .append("'!$1:$1</definedName>");
    }
    return out.append("</definedNames></workbook>").toString();
  }

  /** Names that a workbook accepts: no signs of its own, at most 31 letters, no two alike. */
  private static List<String> names(List<Grid> grids) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Grid grid : grids) {
      String bare = grid.title().replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
      bare = bare.isEmpty() ? "1" : bare;
      String name = bare.substring(0, Math.min(bare.length(), LONGEST_SHEET_NAME));
      for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
        String number = " " + again;
        int room = Math.min(bare.length(), LONGEST_SHEET_NAME - number.length());
        name = bare.substring(0, room) + number;
      }
      names.add(name);
    }
    return names;
  }

  private static String styles() {
    String font = "<name val=\"Tahoma\"/><family val=\"2\"/>";
    String align = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    return XML
        + "<styleSheet xmlns=\""
        + MAIN
        + "\"><fonts count=\"3\">"
        + "<font><sz val=\"10\"/>"
        + font
        + "</font><font><b/><sz val=\"10\"/><color rgb=\"FFFFFFFF\"/>"
        + font
        + "</font><font><u/><sz val=\"10\"/><color rgb=\"FF075985\"/>"
        + font
        + "</font></fonts><fills count=\"6\">"
        + "<fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill>"
        + fill("FF0F4A52")
        + fill("FFDCF1E3")
        + fill("FFFBE5E1")
        + fill("FFFDF0C8")
        + "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        + "<border>"
        + side("left")
        + side("right")
        + side("top")
        + side("bottom")
        + "<diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
        + "</cellStyleXfs><cellXfs count=\"8\">"
        + format(0, 0, 0, align)
        + format(0, 1, 2, "<alignment vertical=\"center\" wrapText=\"1\"/>")
        + format(0, 2, 0, align)
        + format(1, 0, 0, align)
        + format(2, 0, 0, align)
        + format(0, 0, 3, align)
        + format(0, 0, 4, align)
        + format(0, 0, 5, align)
        + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
        + "</cellStyles></styleSheet>";
  }

  private static String fill(String color) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\""
        + color
        + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
  }

  private static String side(String name) {
    return "<" + name + " style=\"thin\"><color rgb=\"FFC3D0D3\"/></" + name + ">";
  }

  private static String format(int number, int font, int fill, String alignment) {
    return "<xf numFmtId=\""
        + number
        + "\" fontId=\""
        + font
        + "\" fillId=\""
        + fill
        + "\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
        + " applyBorder=\"1\" applyAlignment=\"1\">"
        + alignment
        + "</xf>";
  }

  /** Writes a sheet; the relationships of its links are added to {@code links}. */
  private static String sheet(Grid grid, boolean first, List<String> links) {
    int columns = grid.heads().size();
    String all = "A1:" + column(columns - 1) + (grid.rows().size() + 1);
    StringBuilder out = new StringBuilder(XML);
    out.append("<worksheet xmlns=\"").append(MAIN).append("\" xmlns:r=\"").append(OFFICE);
    out.append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"");
    out.append(all).append("\"/><sheetViews><sheetView");
    out.append(first ? " tabSelected=\"1\"" : "").append(" workbookViewId=\"0\">");
    out.append(
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    out.append("<selection pane=\"bottomLeft\"/></sheetView></sheetViews>");
    out.append("<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
    for (int i = 0; i < columns; i++) {
      out.append("<col min=\"").append(i + 1).append("\" max=\"").append(i + 1);
      out.append("\" width=\"")
          .append(grid.heads().get(i).width())
          .append("\" customWidth=\"1\"/>");
    }
    out.append("</cols><sheetData><row r=\"1\">");
    for (int i = 0; i < columns; i++) {
      text(out, column(i) + 1, HEADER, grid.heads().get(i).label());
    }
    out.append("</row>");
    StringBuilder hyperlinks = new StringBuilder();
    for (int r = 0; r < grid.rows().size(); r++) {
      List<Grid.Cell> row = grid.rows().get(r);
      out.append("<row r=\"").append(r + 2).append("\">");
      for (int i = 0; i < row.size(); i++) {
        String at = column(i) + (r + 2);
        cell(out, at, row.get(i));
        if (row.get(i).link() != null) {
          links.add(
              relationship("hyperlink", XmlText.escape(row.get(i).link()))
                  + " TargetMode=\"External\"");
          hyperlinks.append("<hyperlink ref=\"").append(at).append("\" r:id=\"rId");
          hyperlinks.append(links.size()).append("\"/>");
        }
      }
      out.append("</row>");
    }
    out.append("</sheetData>");
    if (grid.rows().size() > 1) {
      out.append("<autoFilter ref=\"").append(all).append("\"/>");
    }
    if (!hyperlinks.isEmpty()) {
      out.append("<hyperlinks>").append(hyperlinks).append("</hyperlinks>");
    }
    out.append(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
    out.append(
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
    out.append(
        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>");
    return out.append("</worksheet>").toString();
  }

  private static void cell(StringBuilder out, String at, Grid.Cell cell) {
    if (cell.isNumber()) {
      out.append("<c r=\"").append(at).append("\" s=\"");
      out.append(cell.decimals() == 0 ? COUNT : SCORE).append("\"><v>");
      out.append(cell.decimals() == 0 ? cell.text() : Double.toString(cell.number()));
      out.append("</v></c>");
      return;
    }
    int style =
        cell.link() != null
            ? LINK
            : switch (cell.tone()) {
              case PLAIN -> PLAIN;
              case GOOD -> GOOD;
              case BAD -> BAD;
              case WAIT -> WAIT;
            };
    text(out, at, style, cell.text());
  }

  private static void text(StringBuilder out, String at, int style, String text) {
    out.append("<c r=\"").append(at).append("\" s=\"").append(style);
    if (text.isEmpty()) {
      out.append("\"/>");
      return;
    }
    String shown = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL - 1) + "…" : text;
    out.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(XmlText.escape(shown));
    out.append("</t></is></c>");
  }

  /** {@code A}, {@code B}, … {@code Z}, {@code AA}, … */
  static String column(int index) {
    return index < 26
        ? String.valueOf((char) ('A' + index))
        : column(index / 26 - 1) + column(index % 26);
  }
}
