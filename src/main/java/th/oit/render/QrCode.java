package th.oit.render;

import io.nayuki.qrcodegen.QrSegment;
import java.util.List;

/** An address as a square that phones read, drawn as an SVG of one path, four modules of margin. */
final class QrCode {
  private static final int MARGIN = 4;

  private QrCode() {}

  /** The code that the library makes of a text when it chooses the mask itself. */
  static io.nayuki.qrcodegen.QrCode encode(String text) {
    List<QrSegment> segments = QrSegment.makeSegments(text);
    io.nayuki.qrcodegen.QrCode first = encode(segments, 0);
    if (first.version > QrMask.LARGEST_VERSION) {
      return encode(segments, -1);
    }
    int mask = QrMask.best(first);
    return mask == 0 ? first : encode(segments, mask);
  }

  private static io.nayuki.qrcodegen.QrCode encode(List<QrSegment> segments, int mask) {
    return io.nayuki.qrcodegen.QrCode.encodeSegments(
        segments,
        io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM,
        io.nayuki.qrcodegen.QrCode.MIN_VERSION,
        io.nayuki.qrcodegen.QrCode.MAX_VERSION,
        mask,
        true);
  }

  /**
   * Draws a code; medium error correction, which stands a folded sheet of paper.
   *
   * @param text in ASCII, so that every reader understands it
   */
  static String svg(String text) {
    io.nayuki.qrcodegen.QrCode code = encode(text);
    StringBuilder path = new StringBuilder(4096);
    for (int y = 0; y < code.size; y++) {
      int pen = -1;
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          // A stroke along the middle of the row: half the bytes of the outlines.
          if (pen < 0) {
            path.append('M').append(from + MARGIN).append(' ').append(y + MARGIN).append(".5");
          } else {
            path.append('m').append(from - pen).append(" 0");
          }
          path.append('h').append(x - from);
          pen = x;
        }
      }
    }
    int size = code.size + 2 * MARGIN;
    return "<svg class=\"qr\" viewBox=\"0 0 "
        + size
        + ' '
        + size
        + "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\">"
        + "<path class=\"qr-ground\" d=\"M0 0h"
        + size
        + 'v'
        + size
        + "H0z\"/><path stroke=\"#000\" d=\""
        + path
        + "\"/></svg>";
  }
}
