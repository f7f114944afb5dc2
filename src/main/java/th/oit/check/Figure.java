package th.oit.check;

import java.util.Optional;

/**
 * A number as offices write it in a table: Thai or Arabic digits, thousands apart, perhaps a unit.
 *
 * @param decimals how many were written
 */
record Figure(double value, int decimals) {
  private static final int THOUSANDS = 3;

  /**
   * Reads a number; empty when the text is none.
   *
   * @param unit whether a unit may follow, such as บาท, คน or %
   */
  static Optional<Figure> read(String text, boolean unit) {
    int end = text.length();
    int at = 0;
    boolean negative = false;
    if (end > 2 && text.charAt(0) == '(' && text.charAt(end - 1) == ')') {
      negative = true;
      at++;
      end--;
    }
    if (at < end && isSign(text.charAt(at))) {
      negative |= text.charAt(at) != '+';
      at++;
    }
    long whole = 0;
    int digits = 0;
    int group = -1;
    for (; at < end; at++) {
      char c = text.charAt(at);
      int digit = digit(c);
      if (digit >= 0) {
        whole = whole * 10 + digit;
        digits++;
        group += group >= 0 ? 1 : 0;
      } else if (c == ',' && digits > 0 && digits <= 15) {
        if (group >= 0 ? group != THOUSANDS : digits > THOUSANDS) {
          return Optional.empty();
        }
        group = 0;
      } else {
        break;
      }
    }
    if (digits == 0 || digits > 17 || group >= 0 && group != THOUSANDS) {
      return Optional.empty();
    }
    double value = whole;
    int decimals = 0;
    if (at + 1 < end && text.charAt(at) == '.' && digit(text.charAt(at + 1)) >= 0) {
      double place = 1;
      for (at++; at < end && digit(text.charAt(at)) >= 0; at++) {
        place *= 10;
        value += digit(text.charAt(at)) / place;
        decimals++;
      }
    }
    return isRest(text.substring(at, end).strip(), unit)
        ? Optional.of(new Figure(negative ? -value : value, decimals))
        : Optional.empty();
  }

  private static boolean isRest(String rest, boolean unit) {
    if (rest.isEmpty() || rest.equals(".-") || rest.equals("-") || rest.equals("บาท")) {
      return true;
    }
    if (!unit || rest.length() > 20) {
      return false;
    }
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (!(c == '%' || c == '.' || c >= 'ก' && c <= '๎')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+' || c == '−' || c == '–';
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '๐' && c <= '๙' ? c - '๐' : -1;
  }

  /** Whether a cell says that there is nothing: a dash, or a word for none. */
  static boolean isNone(String text) {
    return text.equals("-")
        || text.equals("–")
        || text.equals("—")
        || text.equals("−")
        || text.equals("N/A")
        || text.startsWith("ไม่")
        || text.startsWith("ยังไม่");
  }
}
