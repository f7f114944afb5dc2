package th.oit.render;

/** An address as a square that phones read, drawn as an SVG of one path, four modules of margin. */
final class QrCode {
  private static final int MARGIN = 4;

  private QrCode() {}

  /**
   * Draws a code; medium error correction, which stands a folded sheet of paper.
   *
   * @param text in ASCII, so that every reader understands it
   */
  static String svg(String text) {
    io.nayuki.qrcodegen.QrCode code =
        io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder(4096);
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          int width = x - from;
          path.append('M').append(from + MARGIN).append(' ').append(y + MARGIN);
          path.append('h').append(width).append("v1h-").append(width).append('z');
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
        + "H0z\"/><path d=\""
        + path
        + "\"/></svg>";
  }
}
