package th.oit.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import th.oit.document.Document.Type;

/** Tells whether a picture reaches its end marker; the pixels are not looked at. */
final class Picture {
  private static final int TAIL = 1024;

  /** Before its pixels, a photograph has some dozens of segments. */
  private static final int MOST_SEGMENTS = 10_000;

  private Picture() {}

  static boolean isWhole(FileBytes file, Type type) throws IOException {
    return switch (type) {
      case PNG ->
          FileBytes.lastIndexOf(file.tail(TAIL), "IEND\u00AE\u0042\u0060\u0082") >= 0
              && hasSize(file);
      case GIF -> gifEnds(file.tail(TAIL));
      case WEBP -> FileBytes.uint32(file.read(4, 4), 0) + 8 <= file.size();
      case JPEG -> jpegEnds(file);
      case SVG -> FileBytes.lastIndexOf(file.tail(TAIL), "</svg") >= 0 || isOneTag(file);
      default -> true;
    };
  }

  /**
   * Whether a PNG begins with its measures, and these are some: no side is 0 or has the highest bit
   * (PNG 1.2, 3.1 and 4.1.1). That a picture is larger than any memory says nothing here, since
   * none is made of its pixels.
   */
  private static boolean hasSize(FileBytes file) throws IOException {
    byte[] head = file.read(8, 16);
    return FileBytes.startsWith(head, 4, "IHDR")
        && isLength(head, 8)
        && isLength(head, 12)
        && head.length == 16;
  }

  private static boolean isLength(byte[] bytes, int at) {
    return at + 4 <= bytes.length
        && bytes[at] >= 0
        && (bytes[at] | bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) != 0;
  }

  /** A trailer after the empty block that ends the last picture; zeros may follow. */
  private static boolean gifEnds(byte[] tail) {
    int last = tail.length - 1;
    while (last > 0 && tail[last] == 0) {
      last--;
    }
    return last > 0 && tail[last] == 0x3B && tail[last - 1] == 0;
  }

  private static boolean isOneTag(FileBytes file) throws IOException {
    return new String(file.tail(TAIL), StandardCharsets.ISO_8859_1).stripTrailing().endsWith("/>");
  }

  /**
   * Walks the segments up to the pixels, then looks for the end marker. A preview inside a segment
   * has an end marker of its own, and telephones append sound or a film to the picture: so neither
   * any marker will do, nor must it stand at the end.
   */
  private static boolean jpegEnds(FileBytes file) throws IOException {
    long at = 2;
    for (int steps = 0; ; steps++) {
      byte[] segment = file.read(at, 4);
      if (steps > MOST_SEGMENTS || segment.length < 4 || (segment[0] & 0xFF) != 0xFF) {
        return false;
      }
      int marker = segment[1] & 0xFF;
      if (marker == 0xFF) {
        at++; // fill bytes may stand before a marker
        continue;
      }
      if (marker == 0xDA) {
        break;
      }
      at += 2 + ((segment[2] & 0xFF) << 8 | segment[3] & 0xFF);
    }
    byte[] last = file.tail(2);
    if ((last[0] & 0xFF) == 0xFF && (last[1] & 0xFF) == 0xD9 && file.size() > at + 4) {
      return true;
    }
    boolean escape = false;
    for (byte[] bytes = file.read(at, 1 << 16); bytes.length > 0; ) {
      for (byte b : bytes) {
        if (escape && (b & 0xFF) == 0xD9) {
          return true;
        }
        escape = b == -1;
      }
      at += bytes.length;
      bytes = file.read(at, 1 << 16);
    }
    return false;
  }
}
