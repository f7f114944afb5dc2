package th.oit.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PDFs object by object, right ones and such as no program would write. */
final class PdfBuilder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TreeMap<Integer, Long> places = new TreeMap<>();
  private String trailer = "";

  PdfBuilder() {
    text("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
  }

  private void text(String latin) {
    out.writeBytes(latin.getBytes(ISO_8859_1));
  }

  /** An object of which the text is given. */
  PdfBuilder object(int number, String body) {
    places.put(number, (long) out.size());
    text(number + " 0 obj\n" + body + "\nendobj\n");
    return this;
  }

  /** A stream; {@code dictionary} without its brackets and length. */
  PdfBuilder stream(int number, String dictionary, byte[] bytes) {
    places.put(number, (long) out.size());
    text(number + " 0 obj\n<<" + dictionary + "/Length " + bytes.length + ">>\nstream\n");
    out.writeBytes(bytes);
    text("\nendstream\nendobj\n");
    return this;
  }

  PdfBuilder trailer(String more) {
    trailer = more;
    return this;
  }

  /** A catalogue, a tree of one page with a font and this content. */
  static PdfBuilder page(String contentDictionary, byte[] content) {
    return new PdfBuilder()
            .object(1, "<</Type/Catalog/Pages 2 0 R>>")
            .object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object(
                3,
                "<</Type/Page/Parent 2 0 R/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>"
                    + "/Contents 5 0 R>>")
            .object(4, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R>>")
            .stream(5, contentDictionary, content);
  }

  /** A page that says a text through a font that maps every code to itself, moved by some. */
  static byte[] saying(String text, int moved) {
    StringBuilder map =
        new StringBuilder("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
    StringBuilder shown = new StringBuilder("BT /F 12 Tf <");
    text.chars()
        .distinct()
        .forEach(
            c -> map.append("1 beginbfchar <%04X> <%04X> endbfchar\n".formatted(c - moved, c)));
    text.chars().forEach(c -> shown.append("%04X".formatted(c - moved)));
    return page("", shown.append("> Tj ET").toString().getBytes(ISO_8859_1)).stream(
            7, "", map.toString().getBytes(ISO_8859_1))
        .bytes();
  }

  /** Ended with a table of all objects. */
  byte[] bytes() {
    StringBuilder table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
    places.forEach(
        (number, place) ->
            table.append(number).append(" 1\n").append("%010d 00000 n \n".formatted(place)));
    int start = out.size();
    text(table + "trailer\n<</Size " + (places.lastKey() + 1) + "/Root 1 0 R" + trailer + ">>\n");
    text("startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  /** Ended with a cross-reference stream that was made by somebody else. */
  byte[] endingIn(int number, String dictionary, byte[] stream) {
    int start = out.size();
    stream(number, dictionary, stream);
    text("startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  static byte[] deflated(byte[] bytes) {
    return deflated(out -> out.write(bytes));
  }

  /** A run of one byte, deflated without ever being whole. */
  static byte[] deflatedRun(int value, long length) {
    return deflated(
        out -> {
          byte[] piece = new byte[1 << 16];
          java.util.Arrays.fill(piece, (byte) value);
          for (long left = length; left > 0; left -= piece.length) {
            out.write(piece, 0, (int) Math.min(piece.length, left));
          }
        });
  }

  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  static byte[] deflated(Writing writing) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(1);
    try (OutputStream out =
        new BufferedOutputStream(new DeflaterOutputStream(packed, deflater), 1 << 16)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
