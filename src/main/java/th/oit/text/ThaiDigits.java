package th.oit.text;

/** Thai digits (๐–๙) and Arabic digits (0–9), one for the other. */
public final class ThaiDigits {
  private ThaiDigits() {}

  /** The text with every Thai digit written as an Arabic one; everything else unchanged. */
  public static String toArabic(String text) {
    return shift(text, '๐', '0');
  }

  /** The text with every Arabic digit written as a Thai one; everything else unchanged. */
  public static String toThai(String text) {
    return shift(text, '0', '๐');
  }

  private static String shift(String text, char from, char to) {
    StringBuilder changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= from && c <= from + 9) {
        if (changed == null) {
          changed = new StringBuilder(text);
        }
        changed.setCharAt(i, (char) (c - from + to));
      }
    }
    return changed == null ? text : changed.toString();
  }
}
