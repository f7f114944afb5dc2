package th.oit.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.document.Document.Condition;
import th.oit.document.Document.Type;

class DocumentReaderTest {
  private static final Path REAL = Path.of("src/test/resources/documents");

  @TempDir Path folder;
  private final DocumentReader reader = new DocumentReader();

  @ParameterizedTest
  @CsvSource({
    "thai.pdf, 3",
    "linearized.pdf, 3",
    "object-streams.pdf, 3",
    "owner-only.pdf, 3",
    "owner-only-256.pdf, 3",
    "from-writer.pdf, 1",
    "updated.pdf, 1",
    "scan.pdf, 2"
  })
  void countsThePagesOfAPdfThatOpens(String name, int pages) throws IOException {
    Document document = reader.read(REAL.resolve(name));
    assertEquals(Type.PDF, document.type());
    assertEquals(Condition.OK, document.condition());
    assertEquals(pages, document.pages());
    assertEquals(Files.size(REAL.resolve(name)), document.size());
  }

  @ParameterizedTest
  @CsvSource({
    "plain.doc, DOC",
    "plain.docx, DOCX",
    "plain.xls, XLS",
    "plain.xlsx, XLSX",
    "plain.odt, ODT",
    "plain.ods, ODS",
    "structure-protected.xls, XLS",
    "picture.png, PNG",
    "picture.jpg, JPEG",
    "picture.gif, GIF",
    "picture.webp, WEBP"
  })
  void knowsWhatTheOtherProgramsWrite(String name, Type type) throws IOException {
    Document document = reader.read(REAL.resolve(name));
    assertEquals(type, document.type());
    assertEquals(type, document.promised());
    assertEquals(Condition.OK, document.condition());
    assertTrue(document.opens());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user-password.pdf",
        "locked.doc",
        "locked.docx",
        "locked.xls",
        "locked.xlsx",
        "locked.odt",
        "locked.ods"
      })
  void seesThatAFileAsksForAPassword(String name) throws IOException {
    Document document = reader.read(REAL.resolve(name));
    assertEquals(Condition.ENCRYPTED, document.condition());
    assertEquals(document.promised(), document.type());
    assertFalse(document.opens());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thai.pdf",
        "linearized.pdf",
        "object-streams.pdf",
        "owner-only-256.pdf",
        "user-password.pdf",
        "from-writer.pdf",
        "scan.pdf"
      })
  void callsAPdfDamagedWhereverItWasCut(String name) throws IOException {
    byte[] whole = Files.readAllBytes(REAL.resolve(name));
    // The last bytes may be lost without harm only as far as they are the line end after the mark.
    int mark = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("%%EOF");
    for (int length : lengths(whole.length, mark + 4)) {
      Document document = read("cut.pdf", Arrays.copyOf(whole, length));
      assertEquals(Condition.DAMAGED, document.condition(), name + " cut to " + length);
    }
  }

  /** Every length near both ends, and some between. */
  private static int[] lengths(int size, int last) {
    return java.util.stream.IntStream.rangeClosed(6, last)
        .filter(i -> i < 40 || i > last - 60 || i % 997 == 0 || i > size)
        .toArray();
  }

  @Test
  void callsAPdfDamagedWhoseUpdateWasCut() throws IOException {
    byte[] whole = Files.readAllBytes(REAL.resolve("updated.pdf"));
    int original = (int) Files.size(REAL.resolve("from-writer.pdf"));
    for (int length = original + 20; length < whole.length - 8; length += 7) {
      Document document = read("cut.pdf", Arrays.copyOf(whole, length));
      assertEquals(Condition.DAMAGED, document.condition(), "cut to " + length);
    }
  }

  @Test
  void callsAPdfDamagedThatWasSentAsText() throws IOException {
    byte[] whole = Files.readAllBytes(REAL.resolve("thai.pdf"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte b : whole) {
      if (b == '\n') {
        out.write('\r');
      }
      out.write(b);
    }
    assertEquals(Condition.DAMAGED, read("plan.pdf", out.toByteArray()).condition());
  }

  @Test
  void callsAPdfDamagedWhosePagesAreNotThere() throws IOException {
    String body = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n";
    String xref =
        "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\n"
            + "startxref\n"
            + body.length()
            + "\n%%EOF\n";
    assertEquals(Condition.DAMAGED, read("plan.pdf", (body + xref).getBytes(UTF_8)).condition());
  }

  @Test
  void forgivesWhatReadersForgive() throws IOException {
    byte[] whole = Files.readAllBytes(REAL.resolve("from-writer.pdf"));
    assertEquals(
        Condition.OK, read("plan.pdf", join(whole, "\r\n\r\n".getBytes(UTF_8))).condition());
    assertEquals(Condition.OK, read("plan.pdf", join(whole, new byte[500])).condition());
    byte[] page = "<html>served by a careless script</html>\n".getBytes(UTF_8);
    assertEquals(Condition.OK, read("plan.pdf", join(whole, page)).condition());
    assertEquals(Condition.DAMAGED, read("plan.pdf", join(whole, new byte[2000])).condition());
    assertEquals(
        Condition.OK, read("plan.pdf", join("\r\n\r\n".getBytes(UTF_8), whole)).condition());
  }

  @Test
  void callsAFileWrongWhenTheExtensionPromisesSomethingElse() throws IOException {
    byte[] page = "<!DOCTYPE html>\n<html><title>ไม่พบหน้า</title>".getBytes(UTF_8);
    Document document = read("plan.pdf", page);
    assertEquals(Type.HTML, document.type());
    assertEquals(Type.PDF, document.promised());
    assertEquals(Condition.WRONG_TYPE, document.condition());
    byte[] table = "<table><tr><td>โครงการ".getBytes(Charset.forName("windows-874"));
    assertEquals(Condition.WRONG_TYPE, read("plan.xls", table).condition());
    byte[] png = Files.readAllBytes(REAL.resolve("picture.png"));
    assertEquals(Condition.WRONG_TYPE, read("mayor.jpg", png).condition());
    byte[] pdf = Files.readAllBytes(REAL.resolve("thai.pdf"));
    assertEquals(Condition.WRONG_TYPE, read("plan.docx", pdf).condition());
    assertEquals(Condition.WRONG_TYPE, read("plan.docx", zip("readme.txt")).condition());
    assertEquals(Type.ZIP, read("plan.docx", zip("readme.txt")).type());
    assertEquals(Condition.WRONG_TYPE, read("plan.xlsx", read(REAL, "plain.docx")).condition());
  }

  @Test
  void promisesNothingForAnExtensionItDoesNotKnow() throws IOException {
    Document document = read("film.mp4", new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p'});
    assertNull(document.promised());
    assertEquals(Type.UNKNOWN, document.type());
    assertEquals(Condition.OK, document.condition());
    assertEquals(Condition.OK, read("README", "ข้อความ".getBytes(UTF_8)).condition());
  }

  @Test
  void takesWhatOfficeProgramsTakeWithoutAWord() throws IOException {
    byte[] rtf = "{\\rtf1\\ansi \\u3649?}".getBytes(UTF_8);
    assertEquals(Condition.OK, read("letter.doc", rtf).condition());
    assertEquals(Type.RTF, read("letter.doc", rtf).type());
    byte[] csv = "ลำดับ,โครงการ\r\n1,ถนน\r\n".getBytes(Charset.forName("windows-874"));
    assertEquals(Type.TEXT, read("plan.csv", csv).type());
    assertEquals(Condition.OK, read("plan.csv", csv).condition());
    assertEquals(Condition.OK, read("all.zip", read(REAL, "plain.docx")).condition());
  }

  @Test
  void callsAFileEmptyWithoutBytesOrWithWhiteSpaceAlone() throws IOException {
    assertEquals(Condition.EMPTY, read("plan.pdf", new byte[0]).condition());
    assertEquals(Type.PDF, read("plan.pdf", new byte[0]).type());
    assertEquals(Condition.EMPTY, read("plan.csv", "\uFEFF \r\n\r\n".getBytes(UTF_8)).condition());
  }

  @Test
  void callsAFileOfZerosDamaged() throws IOException {
    assertEquals(Condition.DAMAGED, read("plan.pdf", new byte[9000]).condition());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.docx",
        "plain.xlsx",
        "plain.ods",
        "plain.doc",
        "plain.xls",
        "locked.docx",
        "picture.png",
        "picture.jpg",
        "picture.gif",
        "picture.webp"
      })
  void callsOtherFilesDamagedWhenTheyWereCut(String name) throws IOException {
    byte[] whole = read(REAL, name);
    // A sector at the end of a compound file may be short, so less than that does not show.
    int most =
        name.endsWith(".doc") || name.endsWith(".xls") || name.startsWith("locked") ? 1100 : 1;
    for (int lost : new int[] {most, whole.length / 4, whole.length / 2, whole.length * 3 / 4}) {
      if (lost >= most) {
        Document document = read(name, Arrays.copyOf(whole, whole.length - lost));
        assertEquals(Condition.DAMAGED, document.condition(), name + " without its last " + lost);
        assertEquals(document.promised(), document.type());
      }
    }
  }

  @Test
  void findsTheEndOfAPhotographThatATelephoneAddedAFilmTo() throws IOException {
    byte[] photograph = read(REAL, "picture.jpg");
    assertEquals(Condition.OK, read("a.jpg", join(photograph, new byte[5000])).condition());
    byte[] cut = Arrays.copyOf(photograph, photograph.length - 2);
    assertEquals(Condition.DAMAGED, read("b.jpg", join(cut, new byte[5000])).condition());
  }

  @Test
  void takesNoPreviewForTheEndOfAPhotograph() throws IOException {
    byte[] photograph = read(REAL, "picture.jpg");
    byte[] preview = {(byte) 0xFF, (byte) 0xE1, 0, 6, 1, 2, (byte) 0xFF, (byte) 0xD9};
    byte[] start = Arrays.copyOf(photograph, 2);
    assertEquals(Condition.DAMAGED, read("a.jpg", join(start, preview)).condition());
    byte[] rest = Arrays.copyOfRange(photograph, 2, photograph.length);
    assertEquals(Condition.OK, read("b.jpg", join(join(start, preview), rest)).condition());
  }

  @Test
  void knowsAnArchiveWhoseNamesAreInTheThaiCodePage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("windows-874"))) {
      zip.putNextEntry(new ZipEntry("แผนการจัดซื้อ.txt"));
      zip.write(65);
    }
    assertEquals(Condition.OK, read("plan.zip", out.toByteArray()).condition());
  }

  @Test
  void seesThatAnArchiveAsksForAPassword() throws IOException {
    byte[] zip = zip("readme.txt");
    String text = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1);
    zip[text.indexOf("PK\u0001\u0002") + 8] |= 1;
    assertEquals(Condition.ENCRYPTED, read("plan.zip", zip).condition());
  }

  @Test
  void recognisesAPictureInMarkup() throws IOException {
    String svg = "<?xml version='1.0'?>\n<!-- ตรา -->\n<svg xmlns='http://www.w3.org/2000/svg'/>";
    assertEquals(Type.SVG, read("seal.svg", svg.getBytes(UTF_8)).type());
    assertEquals(Condition.OK, read("seal.svg", svg.getBytes(UTF_8)).condition());
    byte[] cut = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0".getBytes(UTF_8);
    assertEquals(Condition.DAMAGED, read("seal.svg", cut).condition());
  }

  @Test
  void doesNotReadTheCopyOfAFileAgain() throws IOException {
    Path copy = Files.copy(REAL.resolve("thai.pdf"), folder.resolve("copy.pdf"));
    assertSame(reader.read(REAL.resolve("thai.pdf")), reader.read(copy));
  }

  @Test
  void tellsTwoFilesOfOneSizeApart() throws IOException {
    byte[] whole = read(REAL, "from-writer.pdf");
    assertEquals(Condition.OK, read("a.pdf", whole).condition());
    byte[] other = whole.clone();
    other[other.length - 4] = 'X';
    assertEquals(Condition.DAMAGED, read("b.pdf", other).condition());
  }

  @Test
  void tellsAScanFromAText() throws IOException {
    assertEquals(TextLayer.PRESENT, reader.text(REAL.resolve("thai.pdf")));
    assertEquals(TextLayer.PRESENT, reader.text(REAL.resolve("owner-only-256.pdf")));
    assertEquals(TextLayer.PRESENT, reader.text(REAL.resolve("from-writer.pdf")));
    assertEquals(TextLayer.ABSENT, reader.text(REAL.resolve("scan.pdf")));
    assertEquals(TextLayer.UNDECIDED, reader.text(REAL.resolve("user-password.pdf")));
    assertEquals(TextLayer.UNDECIDED, reader.text(REAL.resolve("plain.docx")));
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThrows(NoSuchFileException.class, () -> reader.read(folder.resolve("none.pdf")));
  }

  @Test
  void printsNothingAboutWhatItMends() throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      byte[] whole = read(REAL, "from-writer.pdf");
      String text = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
      int object = text.indexOf(" 0 obj");
      whole[object + 3] = 'x';
      read("odd.pdf", whole);
    } finally {
      System.setErr(before);
    }
    assertEquals("", printed.toString(UTF_8));
  }

  private Document read(String name, byte[] bytes) throws IOException {
    return reader.read(Files.write(folder.resolve(name), bytes));
  }

  private static byte[] read(Path directory, String name) throws IOException {
    return Files.readAllBytes(directory.resolve(name));
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] zip(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write("ข้อความ".getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void findsTheObjectsOfAPdfWhoseTableMisleads() throws IOException {
    byte[] whole = PdfBuilder.saying("ประกาศ", 0);
    String text = new String(whole, ISO_8859_1);
    int table = text.lastIndexOf("xref\n0 1");
    // Every object one byte after the place that the table gives.
    String moved = text.substring(0, table).replace("%PDF-1.7\n", "%PDF-1.7\n\n");
    String rest = text.substring(table).replaceAll("startxref\n\\d+", "startxref\n" + (table + 1));
    byte[] misled = (moved + rest).getBytes(ISO_8859_1);
    assertEquals(Condition.OK, read("plan.pdf", misled).condition());
    assertEquals(TextLayer.PRESENT, reader.text(folder.resolve("plan.pdf")));
  }

  @Test
  void agreesWithPdfBoxOnThePagesOfRealFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of("content"))) {
      all.filter(file -> file.toString().endsWith(".pdf")).sorted().forEach(files::add);
    }
    assertTrue(files.size() > 40);
    for (Path file : files) {
      Document document = reader.read(file);
      assertEquals(Condition.OK, document.condition(), file.toString());
      try (var second = org.apache.pdfbox.Loader.loadPDF(file.toFile())) {
        assertEquals(second.getNumberOfPages(), document.pages(), file.toString());
      }
      assertEquals(TextLayer.PRESENT, reader.text(file), file.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Vowels and marks in code points of one company's own.
        "ท\uF70A\uF701 ป\uF705 ญ\uF70F คำสั่งองค์การบริหาร",
        // Sara am with a space before it, or taken apart.
        "ค าน า การด าเนินงาน การท างาน ก าหนด",
        "ดํานํา กําหนด ทํางาน",
        "ถ ึง ท ี่ ต ้อง จ ัด",
        // Thai letters of a font that calls them western.
        "»ÃÐ¡ÒÈÍ§¤ì¡ÒÃºÃÔËÒÃÊèÇ¹µÓºÅ àÃ×èÍ§ á¼¹¡ÒÃ¨Ñ´«×éÍ¨Ñ´¨éÒ§"
      })
  void warnsOfTextThatTurnsIntoOtherLettersWhenCopied(String text) throws IOException {
    read("plan.pdf", PdfBuilder.saying(text, 0));
    assertEquals(TextLayer.GARBLED, reader.text(folder.resolve("plan.pdf")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "คำนำ การดำเนินงาน ที่ น้ำ ปู่ ญู ฐู ป้า ต่าง ๆ",
        "Plan 2567 – \uF0B7 รายการ",
        "Résumé français déjà vu, où l'été à la plage coûte cher"
      })
  void doesNotWarnOfTextThatCopiesAsItLooks(String text) throws IOException {
    read("plan.pdf", PdfBuilder.saying(text, 0));
    assertEquals(TextLayer.PRESENT, reader.text(folder.resolve("plan.pdf")));
  }

  @Test
  void warnsOfATextWhoseFontDoesNotSayWhatItsCodesMean() throws IOException {
    byte[] content = ("BT /F 12 Tf <" + "0042".repeat(40) + "> Tj ET").getBytes(UTF_8);
    read("plan.pdf", PdfBuilder.page("", content).bytes());
    assertEquals(TextLayer.GARBLED, reader.text(folder.resolve("plan.pdf")));
  }

  @Test
  void takesTheWordsThatAreGivenForGlyphs() throws IOException {
    String words = "/Span<</ActualText<FEFF0E190E490E33>>>BDC <0099> Tj EMC ";
    byte[] content = ("BT /F 12 Tf " + words.repeat(30) + " ET").getBytes(UTF_8);
    read("plan.pdf", PdfBuilder.page("", content).bytes());
    assertEquals(TextLayer.PRESENT, reader.text(folder.resolve("plan.pdf")));
  }

  @Test
  void callsAnOfficeDocumentEmptyThatShowsNothing() throws IOException {
    String types = "[Content_Types].xml";
    assertEquals(
        Condition.EMPTY,
        read(
                "a.docx",
                zip(Map.of(types, "", "word/document.xml", "<w:body><w:p></w:p> </w:body>x")))
            .condition());
    assertEquals(
        Condition.OK,
        read("b.docx", zip(Map.of(types, "", "word/document.xml", "<w:body><w:t>ก</w:t>")))
            .condition());
    assertEquals(
        Condition.OK,
        read("c.docx", zip(Map.of(types, "", "word/document.xml", "<w:body><w:drawing/>")))
            .condition());
    String none = "<worksheet><sheetData><row><c r='A1'/></row></sheetData><f>&amp;P</f>";
    assertEquals(
        Condition.EMPTY,
        read("a.xlsx", zip(Map.of(types, "", "xl/worksheets/sheet1.xml", none))).condition());
    assertEquals(
        Condition.OK,
        read(
                "b.xlsx",
                zip(
                    Map.of(
                        types,
                        "",
                        "xl/worksheets/sheet1.xml",
                        none,
                        "xl/worksheets/sheet2.xml",
                        none.replace("<c r='A1'/>", "<c><v>1</v></c>"))))
            .condition());
    assertEquals(
        Condition.EMPTY,
        read("a.pptx", zip(Map.of(types, "", "ppt/presentation.xml", "<p/>"))).condition());
  }

  @Test
  void callsAnOfficeDocumentDamagedWhoseTextChangedOnTheWay() throws IOException {
    byte[] whole = read(REAL, "plain.docx");
    String text = new String(whole, ISO_8859_1);
    int data = text.indexOf("word/document.xml") + 60;
    whole[data] ^= 0x55;
    whole[data + 1] ^= 0x55;
    assertEquals(Condition.DAMAGED, read("plan.docx", whole).condition());
  }

  @Test
  void callsATextDamagedThatIsInNoEncodingOfAnOffice() throws IOException {
    byte[] utf8 = "ลำดับ,โครงการ\n".getBytes(UTF_8);
    assertEquals(Condition.OK, read("a.csv", utf8).condition());
    byte[] cut = Arrays.copyOf(utf8, utf8.length - 2);
    assertEquals(Condition.DAMAGED, read("b.csv", cut).condition());
    assertEquals(
        Condition.OK,
        read("c.csv", "ลำดับ,โครงการ\n".getBytes(Charset.forName("windows-874"))).condition());
    byte[] binary = join(new byte[5000], new byte[] {0, 1, 2});
    Arrays.fill(binary, 0, 5000, (byte) 'a');
    assertEquals(Condition.DAMAGED, read("d.csv", binary).condition());
    assertEquals(
        Condition.OK,
        read("e.csv", "\uFEFFก,ข".getBytes(java.nio.charset.StandardCharsets.UTF_16LE))
            .condition());
  }

  @Test
  void remembersTheTextLayerBetweenRuns() throws IOException {
    Path memory = folder.resolve("text-layers");
    DocumentReader first = DocumentReader.remembering(memory);
    assertEquals(TextLayer.PRESENT, first.text(REAL.resolve("thai.pdf")));
    first.save();
    String kept = Files.readString(memory);
    String entries = kept.substring(0, kept.lastIndexOf("end "));
    String other = entries.replace("PRESENT", "GARBLED");
    Files.writeString(memory, other + Memory.end(other));
    Path copy = Files.copy(REAL.resolve("thai.pdf"), folder.resolve("copy.pdf"));
    assertEquals(TextLayer.GARBLED, DocumentReader.remembering(memory).text(copy));
    Files.writeString(memory, kept.replace("PRESENT", "GARBLED"));
    assertEquals(TextLayer.PRESENT, DocumentReader.remembering(memory).text(copy), "damaged");
    String nonsense = entries.replace("PRESENT", "nonsense");
    Files.writeString(memory, nonsense + Memory.end(nonsense));
    assertEquals(TextLayer.PRESENT, DocumentReader.remembering(memory).text(copy));
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  void seesThatSlidesOfPowerPoint97AskForAPassword() throws IOException {
    assertEquals(Condition.OK, read("a.ppt", slides(0xE391C05F, 40)).condition());
    assertEquals(Type.PPT, read("a.ppt", slides(0xE391C05F, 40)).type());
    assertEquals(Condition.ENCRYPTED, read("b.ppt", slides(0xF3D1C4DF, 40)).condition());
  }

  @Test
  void callsALongCompoundFileDamagedThatWasCutBehindTheTablesOfItsHeader() throws IOException {
    byte[] whole = slides(0xE391C05F, 115 * 128);
    assertEquals(Condition.OK, read("a.ppt", whole).condition());
    byte[] cut = Arrays.copyOf(whole, whole.length - 2000);
    assertEquals(Condition.DAMAGED, read("b.ppt", cut).condition());
  }

  /** A compound file of so many sectors with slides and the mark that says how they are kept. */
  private static byte[] slides(int mark, int sectors) {
    int tables = (sectors + 127) / 128;
    ByteBuffer file = ByteBuffer.allocate(512 * (sectors + 1)).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    file.put(new byte[] {(byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
    file.putShort(30, (short) 9).putInt(44, tables).putInt(48, 0).putInt(56, 4096);
    // Sector 0 is the directory, 1 to 8 and 9 to 16 the streams, 17 the list of further tables.
    file.putInt(68, tables > 109 ? 17 : -2);
    for (int i = 0; i < tables; i++) {
      file.putInt(i < 109 ? 76 + 4 * i : 512 * 18 + 4 * (i - 109), 20 + i);
    }
    for (int i = 0; i < sectors; i++) {
      file.putInt(512 * 21 + 4 * i, i == 0 || i == 8 || i == 16 ? -2 : i + 1);
    }
    for (int i = sectors; i < tables * 128; i++) {
      file.putInt(512 * 21 + 4 * i, -1);
    }
    entry(file, 512, "Root Entry", 5, -2);
    entry(file, 512 + 128, "PowerPoint Document", 2, 1);
    entry(file, 512 + 256, "Current User", 2, 9);
    file.putInt(512 * 10 + 12, mark);
    return file.array();
  }

  private static void entry(ByteBuffer file, int at, String name, int kind, int start) {
    file.position(at);
    file.put(name.getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    file.putShort(at + 64, (short) (2 * name.length() + 2)).put(at + 66, (byte) kind);
    file.putInt(at + 116, start).putInt(at + 120, 4096);
  }
}
