package th.oit.render;

import io.nayuki.qrcodegen.QrSegment;
import java.util.List;

/** An address as a square that phones read, drawn as an SVG of one path, four modules of margin. */
final class QrCode {
  private static final int MARGIN = 4;

  private QrCode() {}

  /** The rows of a small code, the lowest bit on the left; null when it is a large one. */
  static long[] rows(String text) {
    io.nayuki.qrcodegen.QrCode first = encode(QrSegment.makeSegments(text), 0);
    return first.version > QrMask.LARGEST_VERSION ? null : QrMask.best(first);
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
    StringBuilder path = new StringBuilder(4096);
    long[] rows = rows(text);
    int modules;
    if (rows == null) {
      io.nayuki.qrcodegen.QrCode code = encode(QrSegment.makeSegments(text), -1);
      modules = code.size;
      draw(code, path);
    } else {
      modules = rows.length;
      draw(rows, path);
    }
    int size = modules + 2 * MARGIN;
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

  private static void draw(long[] rows, StringBuilder path) {
    for (int y = 0; y < rows.length; y++) {
      long row = rows[y];
      int pen = -1;
      for (int at = 0; row >>> at != 0; at = pen) {
        int from = at + Long.numberOfTrailingZeros(row >>> at);
        int to = from + Long.numberOfTrailingZeros(~(row >>> from));
        stroke(from, to, pen, y, path);
        pen = to;
      }
    }
  }

  private static void draw(io.nayuki.qrcodegen.QrCode code, StringBuilder path) {
    for (int y = 0; y < code.size; y++) {
      int pen = -1;
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          stroke(from, x, pen, y, path);
          pen = x;
        }
      }
    }
  }

  /**
   * A stroke along the middle of the row: half the bytes of the outlines.
   *
   * @param pen where the last one of the row ended; negative for the first
   */
  private static void stroke(int from, int to, int pen, int y, StringBuilder path) {
    if (pen < 0) {
      path.append('M').append(from + MARGIN).append(' ').append(y + MARGIN).append(".5");
    } else {
      path.append('m').append(from - pen).append(" 0");
    }
    path.append('h').append(to - from);
  }
}
