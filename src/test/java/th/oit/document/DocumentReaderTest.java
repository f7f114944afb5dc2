package th.oit.document;

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
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
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
  void printsNothingAboutWhatPdfBoxMends() throws IOException {
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
}
