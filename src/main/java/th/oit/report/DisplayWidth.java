package th.oit.report;

/** How many columns a text takes on a terminal: Thai vowels and marks above and below take none. */
final class DisplayWidth {
  private DisplayWidth() {}

  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      int type = Character.getType(text.charAt(i));
      if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
        width++;
      }
    }
    return width;
  }

  /** The text, cut or filled with spaces to a width. */
  static String fit(String text, int width) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    boolean cut = of(text) > width;
    for (int i = 0; i < text.length(); i++) {
      String next = text.substring(i, i + 1);
      int step = of(next);
      if (used + step > (cut ? width - 1 : width)) {
        break;
      }
      out.append(next);
      used += step;
    }
    if (cut) {
      out.append('…');
      used++;
    }
    return out.append(" ".repeat(Math.max(0, width - used))).toString();
  }
}
