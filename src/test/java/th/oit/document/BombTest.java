package th.oit.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that claim far more than they are, all judged by one Java that has 64 MB of heap. */
class BombTest {
  /** Enough to fill the memory four times over. */
  private static final long MUCH = 1L << 28;

  @TempDir Path folder;
  private final Map<String, String> expected = new TreeMap<>();
  private final List<String> files = new ArrayList<>();

  @Test
  void noFileTakesMoreThanItsShareWhateverItClaims() throws IOException, InterruptedException {
    unpackingToFarTooMuch();
    turningInCircles();
    ofMillionsOfParts();
    archives();
    others();
    List<String> lines = Judged.run(folder, Judged.class, files);
    assertEquals("exit 0", lines.remove(lines.size() - 1), () -> String.join("\n", lines));
    Map<String, String> said = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      said.put(parts[0], parts[1] + " " + parts[2]);
      assertTrue(Integer.parseInt(parts[3]) < 2000, line);
    }
    assertEquals(expected, said);
  }

  private void bomb(String name, String verdict, byte[] bytes) {
    files.add(PdfBuilder.write(folder.resolve(name), bytes).toString());
    expected.put(name, verdict);
  }

  private void unpackingToFarTooMuch() {
    byte[] run = PdfBuilder.deflatedRun(' ', MUCH);
    bomb("content.pdf", "OK UNDECIDED", PdfBuilder.page("/Filter/FlateDecode", run).bytes());
    bomb(
        "twice.pdf",
        "OK UNDECIDED",
        PdfBuilder.page("/Filter[/FlateDecode/FlateDecode]", PdfBuilder.deflated(run)).bytes());
    bomb(
        "filters.pdf",
        "OK UNDECIDED",
        PdfBuilder.page("/Filter[" + "/Fl".repeat(5000) + "]", run).bytes());
    bomb(
        "objects.pdf",
        "DAMAGED UNDECIDED",
        new PdfBuilder()
            .stream(9, "/Type/ObjStm/N 2147483647/First 2147483647/Filter/FlateDecode", run)
                .endingIn(
                    10,
                    "/Type/XRef/W[1 4 2]/Index[1 2 9 2]/Size 11/Root 1 0 R",
                    new byte[] {2, 0, 0, 0, 9, 0, 0, 2, 0, 0, 0, 9, 0, 1, 1, 0, 0, 0, 15, 0, 0}));
    bomb(
        "references.pdf",
        "DAMAGED UNDECIDED",
        new PdfBuilder()
            .endingIn(1, "/Type/XRef/W[1 8 8]/Size 2147483647/Root 1 0 R/Filter/FlateDecode", run));
    bomb(
        "predictor.pdf",
        "TOO_COSTLY UNDECIDED",
        new PdfBuilder()
            .endingIn(
                1,
                "/Type/XRef/W[1 2 2]/Size 9/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor"
                    + " 12/Columns 2147483647>>",
                run));
    bomb(
        "length.pdf",
        "OK UNDECIDED",
        PdfBuilder.page("/Filter/RL", repeated(new byte[] {(byte) 129, ' '}, 4 << 20)).bytes());
    bomb("digits.pdf", "OK UNDECIDED", PdfBuilder.page("/Filter/A85", run(16 << 20, 'z')).bytes());
    bomb("letters.pdf", "OK ABSENT", PdfBuilder.page("/Filter/LZW", run(4 << 20, 0xFF)).bytes());
    StringBuilder pages = new StringBuilder();
    PdfBuilder many = new PdfBuilder().object(1, "<</Type/Catalog/Pages 2 0 R>>");
    for (int i = 0; i < 400; i++) {
      pages.append(10 + i).append(" 0 R ");
      many.object(
          10 + i,
          "<</Type/Page/Contents " + "5 0 R ".repeat(1) + "/Resources<</Font<</F 4 0 R>>>>>>");
    }
    many.object(2, "<</Type/Pages/Kids[" + pages + "]>>").stream(5, "/Filter/FlateDecode", run);
    bomb("pages.pdf", "OK UNDECIDED", many.bytes());
    bomb(
        "map.pdf",
        "OK UNDECIDED",
        PdfBuilder.page("", "BT /F 1 Tf <0041> Tj ET".getBytes(UTF_8)).stream(
                7,
                "",
                "9 beginbfrange <00000000> <0000FFFF> <0041> <00010000> <0001FFFF> <0041> endbfrange"
                    .getBytes(UTF_8))
            .bytes());
  }

  private void turningInCircles() {
    String catalog = "<</Type/Catalog/Pages 2 0 R>>";
    bomb(
        "kids.pdf",
        "DAMAGED UNDECIDED",
        new PdfBuilder()
            .object(1, catalog)
            .object(2, "<</Type/Pages/Kids[3 0 R]>>")
            .object(3, "<</Type/Pages/Kids[2 0 R]>>")
            .bytes());
    PdfBuilder doubling = new PdfBuilder().object(1, catalog);
    for (int i = 2; i < 60; i++) {
      doubling.object(i, "<</Type/Pages/Kids[" + (i + 1) + " 0 R " + (i + 1) + " 0 R]>>");
    }
    bomb(
        "doubling.pdf",
        "DAMAGED UNDECIDED",
        doubling.object(60, "<</Type/Page/Contents 61 0 R>>").bytes());
    bomb(
        "forms.pdf",
        "OK ABSENT",
        PdfBuilder.page("", "/X Do ".repeat(100_000).getBytes(UTF_8)).stream(
                6,
                "/Subtype/Form/Resources<</XObject<</X 6 0 R/Y 8 0 R>>>>",
                "/X Do /Y Do ".repeat(10_000).getBytes(UTF_8))
            .stream(
                8,
                "/Subtype/Form/Resources<</XObject<</X 6 0 R/Y 8 0 R>>>>",
                "/X Do /Y Do ".repeat(10_000).getBytes(UTF_8))
            .bytes());
    bomb(
        "itself.pdf",
        "DAMAGED UNDECIDED",
        new PdfBuilder().object(1, "1 0 R").object(2, "3 0 R").object(3, "2 0 R").bytes());
    bomb(
        "stream-in-itself.pdf",
        "DAMAGED UNDECIDED",
        new PdfBuilder()
            .object(8, "<</Type/ObjStm/N 1/First 4/Length 1 0 R>>\nstream\n1 0 (x)\nendstream")
            .endingIn(
                9,
                "/Type/XRef/W[1 2 1]/Index[1 1 8 1]/Size 9/Root 1 0 R",
                new byte[] {2, 0, 8, 0, 1, 0, 15, 0}));
    byte[] before = new PdfBuilder().object(1, catalog).object(2, "<</Kids[2 0 R]>>").bytes();
    String text = new String(before, ISO_8859_1);
    int start = text.indexOf("xref\n");
    bomb(
        "previous.pdf",
        "DAMAGED UNDECIDED",
        text.replace("/Root", "/Prev " + start + "/XRefStm " + start + "/Root")
            .getBytes(ISO_8859_1));
  }

  private void ofMillionsOfParts() {
    PdfBuilder base = PdfBuilder.page("", "[".repeat(8 << 20).getBytes(UTF_8));
    bomb("brackets.pdf", "OK UNDECIDED", base.bytes());
    bomb("dictionaries.pdf", "OK UNDECIDED", page("<<".repeat(4 << 20)));
    bomb("arrays.pdf", "OK UNDECIDED", page("[" + "[]".repeat(8 << 20)));
    bomb("string.pdf", "OK UNDECIDED", page("(" + "x".repeat(16 << 20)));
    bomb("name.pdf", "OK UNDECIDED", page("/" + "x".repeat(16 << 20)));
    bomb("comment.pdf", "OK UNDECIDED", page("%" + "x".repeat(16 << 20)));
    bomb("numbers.pdf", "OK UNDECIDED", page("9".repeat(16 << 20)));
    bomb("picture.pdf", "OK UNDECIDED", page("BI ID " + "EI".repeat(8 << 20)));
    bomb(
        "catalog.pdf",
        "DAMAGED UNDECIDED",
        new PdfBuilder().object(1, "<</Pages" + "[".repeat(8 << 20)).bytes());
    bomb(
        "wide.pdf",
        "TOO_COSTLY UNDECIDED",
        new PdfBuilder()
            .object(1, "<</Type/Catalog/Pages 2 0 R>>")
            .object(2, "<</Type/Pages/Kids[" + "3 0 R ".repeat(2_000_000) + "]>>")
            .object(3, "<</Type/Page>>")
            .bytes());
    PdfBuilder many = new PdfBuilder().object(1, "<</Type/Catalog/Pages 2 0 R>>");
    for (int i = 0; i < 64; i++) {
      many.object(
          2 + i,
          "<</Type/Pages/Kids["
              + (3 + i)
              + " 0 R]/Resources<<"
              + "/A[0 0 0 0 0 0 0 0]".repeat(9_000)
              + ">>>>");
    }
    bomb("resources.pdf", "TOO_COSTLY UNDECIDED", many.object(66, "<</Type/Page>>").bytes());
    StringBuilder table = new StringBuilder("%PDF-1.4\nxref\n1 2147483647\n");
    for (int i = 0; i < 1_000_000; i++) {
      table.append("0000000017 00000 n \n");
    }
    table.append("trailer\n<</Root 1 0 R/Size 2147483647>>\nstartxref\n9\n%%EOF\n");
    bomb("table.pdf", "DAMAGED UNDECIDED", table.toString().getBytes(ISO_8859_1));
    bomb(
        "numbered.pdf",
        "TOO_COSTLY UNDECIDED",
        "%PDF-1.4\nxref\n2000000000 1\n0000000017 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
            .getBytes(ISO_8859_1));
    StringBuilder objects = new StringBuilder("%PDF-1.4\n");
    for (int i = 1; i < 900_000; i++) {
      objects.append(i).append(" 0 obj/ObjStm\n");
    }
    int start = objects.length();
    objects.append("xref\ntrailer\n<<>>\nstartxref\n").append(start).append("\n%%EOF\n");
    bomb("scattered.pdf", "DAMAGED UNDECIDED", objects.toString().getBytes(ISO_8859_1));
    PdfBuilder endless = PdfBuilder.page("", new byte[0]);
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      parts.append(10 + i).append(" 0 R ");
      endless.object(10 + i, "<</Length 99999999>>\nstream\n");
    }
    bomb(
        "endless.pdf",
        "OK UNDECIDED",
        endless.object(3, "<</Type/Page/Resources<</Font<<>>>>/Contents[" + parts + "]>>").bytes());
  }

  private static byte[] page(String content) {
    return PdfBuilder.page("", content.getBytes(ISO_8859_1)).bytes();
  }

  private void archives() throws IOException {
    bomb("text.docx", "TOO_COSTLY UNDECIDED", word(MUCH, "<w:body>"));
    bomb("large.docx", "OK UNDECIDED", word(MUCH, "<w:body>x"));
    ByteArrayOutputStream sheets = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(sheets)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      for (int i = 0; i < 60; i++) {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
        zip.write(run(4 << 20, ' '));
      }
    }
    bomb("sheets.xlsx", "TOO_COSTLY UNDECIDED", sheets.toByteArray());
    byte[] plain = Files.readAllBytes(Path.of("src/test/resources/documents/plain.docx"));
    byte[] lying = plain.clone();
    ByteBuffer little = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 46 < lying.length; i++) {
      if (FileBytes.startsWith(lying, i, "PK\u0001\u0002")) {
        little.putInt(i + 24, 1);
      }
    }
    bomb("lying.docx", "OK UNDECIDED", lying);
    byte[] boasting = plain.clone();
    little = ByteBuffer.wrap(boasting).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 46 < boasting.length; i++) {
      if (FileBytes.startsWith(boasting, i, "PK\u0001\u0002")) {
        little.putInt(i + 24, -2);
      }
    }
    bomb("boasting.docx", "TOO_COSTLY UNDECIDED", boasting);
    byte[] overlapping = plain.clone();
    little = ByteBuffer.wrap(overlapping).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 46 < overlapping.length; i++) {
      if (FileBytes.startsWith(overlapping, i, "PK\u0001\u0002")) {
        little.putInt(i + 42, 0);
        little.putInt(i + 20, overlapping.length - 200);
      }
    }
    bomb("overlapping.docx", "DAMAGED UNDECIDED", overlapping);
    // A directory of twelve megabytes with entries of no name.
    byte[] entry = new byte[46];
    System.arraycopy("PK\u0001\u0002".getBytes(ISO_8859_1), 0, entry, 0, 4);
    bomb("entries.zip", "TOO_COSTLY UNDECIDED", archive(repeated(entry, 300_000), 65535));
    bomb("counted.zip", "DAMAGED UNDECIDED", archive(repeated(entry, 100), 60_000));
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(nested)) {
      zip.putNextEntry(new ZipEntry("inner.zip"));
      zip.write(word(MUCH / 4, "<w:body>"));
    }
    bomb("nested.zip", "OK UNDECIDED", nested.toByteArray());
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(open)) {
      ZipEntry kind = new ZipEntry("mimetype");
      byte[] name = "application/vnd.oasis.opendocument.text".getBytes(UTF_8);
      kind.setMethod(ZipEntry.STORED);
      kind.setSize(name.length);
      java.util.zip.CRC32 crc = new java.util.zip.CRC32();
      crc.update(name);
      kind.setCrc(crc.getValue());
      zip.putNextEntry(kind);
      zip.write(name);
      zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
      spaces(zip, MUCH / 4);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write("<office:body>".getBytes(UTF_8));
      spaces(zip, MUCH / 4);
    }
    bomb("manifest.odt", "TOO_COSTLY UNDECIDED", open.toByteArray());
  }

  private static byte[] archive(byte[] directory, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(directory.length + 26).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("PK\u0003\u0004".getBytes(ISO_8859_1)).put(directory);
    bytes.put("PK\u0005\u0006".getBytes(ISO_8859_1)).putInt(0);
    bytes.putShort((short) count).putShort((short) count);
    return bytes.putInt(directory.length).putInt(4).putShort((short) 0).array();
  }

  private static byte[] word(long spaces, String body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(body.getBytes(UTF_8));
      spaces(zip, spaces);
    }
    return out.toByteArray();
  }

  private static void spaces(ZipOutputStream zip, long count) throws IOException {
    byte[] piece = run(1 << 16, ' ');
    for (long left = count; left > 0; left -= piece.length) {
      zip.write(piece);
    }
  }

  private void others() throws IOException {
    byte[] png = Files.readAllBytes(Path.of("src/test/resources/documents/picture.png"));
    ByteBuffer.wrap(png).putInt(16, Integer.MAX_VALUE).putInt(20, Integer.MAX_VALUE);
    bomb("wide.png", "OK UNDECIDED", png);
    byte[] negative = png.clone();
    ByteBuffer.wrap(negative).putInt(16, -1);
    bomb("negative.png", "DAMAGED UNDECIDED", negative);
    byte[] doc = Files.readAllBytes(Path.of("src/test/resources/documents/plain.doc"));
    byte[] tables = doc.clone();
    ByteBuffer.wrap(tables).order(ByteOrder.LITTLE_ENDIAN).putInt(44, -1);
    bomb("tables.doc", "DAMAGED UNDECIDED", tables);
    byte[] segments = repeated(new byte[] {(byte) 0xFF, (byte) 0xE0, 0, 2}, 4 << 20);
    segments[0] = (byte) 0xFF;
    segments[1] = (byte) 0xD8;
    segments[2] = (byte) 0xFF;
    bomb("segments.jpg", "DAMAGED UNDECIDED", segments);
    bomb("fill.jpg", "DAMAGED UNDECIDED", fill());
    byte[] spaces = run(64 << 20, ' ');
    bomb("spaces.csv", "OK UNDECIDED", spaces);
  }

  private static byte[] fill() {
    byte[] bytes = run(16 << 20, 0xFF);
    bytes[1] = (byte) 0xD8;
    return bytes;
  }

  private static byte[] run(int length, int value) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] repeated(byte[] piece, int times) {
    byte[] bytes = new byte[piece.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, bytes, i * piece.length, piece.length);
    }
    return bytes;
  }
}
