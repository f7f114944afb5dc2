package th.oit.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.CRC32;
import th.oit.document.Document.Condition;

/**
 * Tells whether a part of an office document, which is XML, shows anything: text, a number, a
 * picture.
 *
 * <p>The XML is passed over once and not parsed, so that neither its length nor its depth matters.
 * Names of elements: ECMA-376 part 1; OpenDocument 1.3 part 3.
 */
final class OfficePart {
  private static final int LONGEST_TAG = 64;

  /** Beyond this, a part that shows something is not read on. */
  private static final long MOST_CHECKED = 8L << 20;

  private static final Set<String> THINGS =
      Set.of(
          "w:drawing",
          "w:pict",
          "w:object",
          "w:altChunk",
          "draw:image",
          "draw:object",
          "draw:custom-shape",
          "draw:path");

  private final String from;
  private final String to;
  private final StringBuilder tag = new StringBuilder();
  private boolean inTag;
  private boolean inside;
  private boolean shows;

  private OfficePart(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /**
   * How the part stands: {@link Condition#OK} when it shows something, {@link Condition#EMPTY} when
   * it shows nothing.
   *
   * @param in the part, unpacked; where it cannot be unpacked, reading throws
   * @param crc of the whole part, checked when it is read to its end
   * @param from the element within which something must be shown, and {@code to} its end
   */
  static Condition condition(InputStream in, long crc, String from, String to, Allowance allowance)
      throws IOException {
    OfficePart part = new OfficePart(from, to);
    CRC32 sum = new CRC32();
    byte[] bytes = new byte[1 << 13];
    long length = 0;
    for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
      sum.update(bytes, 0, read);
      length += read;
      for (int i = 0; i < read && !part.shows; i++) {
        part.next(bytes[i]);
      }
      allowance.unpacked(read);
      if (length > MOST_CHECKED && part.shows) {
        return Condition.OK;
      }
    }
    if (crc != sum.getValue()) {
      return Condition.DAMAGED;
    }
    return part.shows ? Condition.OK : Condition.EMPTY;
  }

  private void next(byte b) {
    if (b == '<') {
      inTag = true;
      tag.setLength(0);
    } else if (inTag) {
      if (b == '>') {
        inTag = false;
        String whole = tag.toString();
        int end = 0;
        while (end < whole.length() && whole.charAt(end) > ' ') {
          end++;
        }
        String name = whole.substring(0, end);
        inside = (inside || name.equals(from)) && !name.equals(to);
        shows |= inside && (THINGS.contains(name.replace("/", "")));
      } else if (tag.length() < LONGEST_TAG) {
        tag.append((char) (b & 0xFF));
      }
    } else if (inside && (b < 0 || b > ' ')) {
      shows = true;
    }
  }
}
