package th.oit.render;

import java.time.LocalDate;
import java.util.Optional;
import th.oit.text.ThaiDate;

/** What a cell means that somebody wrote for people: nothing, a number, a day. */
final class CellValue {
  /** More digits than this are a code, and more than a program's numbers can hold. */
  private static final int MOST_DIGITS = 15;

  /** Longer than this, a cell is running text and no day. */
  private static final int LONGEST_DAY = 40;

  private CellValue() {}

  /** Whether the cell says that there is nothing: it is empty or holds a dash. */
  static boolean isNothing(String cell) {
    return cell.isEmpty()
        || cell.length() == 1 && (cell.charAt(0) == '-' || cell.charAt(0) == '–')
        || cell.equals("—")
        || cell.isBlank();
  }

  /**
   * The number as programs write it: {@code ๑,๒๓๔.๕๐} becomes {@code 1234.50}, {@code (200)} and
   * {@code −200} become {@code -200}, {@code 45%} becomes {@code 45}. Null for everything else, and
   * for digits that are a code: those that begin with a needless zero and those of more than
   * fifteen digits.
   */
  static String number(String cell) {
    int end = cell.length();
    int at = 0;
    boolean negative = false;
    if (end > 2 && cell.charAt(0) == '(' && cell.charAt(end - 1) == ')') {
      negative = true;
      at++;
      end--;
    }
    if (end > at && cell.charAt(end - 1) == '%') {
      end--;
      while (end > at && cell.charAt(end - 1) == ' ') {
        end--;
      }
    }
    if (at < end && (cell.charAt(at) == '-' || cell.charAt(at) == '−' || cell.charAt(at) == '+')) {
      negative |= cell.charAt(at) != '+';
      at++;
    }
    StringBuilder out = new StringBuilder(end - at + 1);
    if (negative) {
      out.append('-');
    }
    int digits = 0;
    int whole = -1;
    int group = -1;
    int first = -1;
    for (; at < end; at++) {
      char c = cell.charAt(at);
      int digit = digit(c);
      if (digit >= 0) {
        first = first < 0 ? digit : first;
        digits++;
        group += group >= 0 ? 1 : 0;
        out.append((char) ('0' + digit));
      } else if (c == ',' && digits > 0 && whole < 0 && (group == 3 || group < 0 && digits <= 3)) {
        group = 0;
      } else if (c == '.' && digits > 0 && whole < 0 && (group == 3 || group < 0)) {
        whole = digits;
        group = -1;
        out.append('.');
      } else {
        return null;
      }
    }
    boolean complete = digits > 0 && whole != digits && (group < 0 || group == 3);
    boolean code = digits > MOST_DIGITS || first == 0 && (whole < 0 ? digits : whole) > 1;
    return complete && !code ? out.toString() : null;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '๐' && c <= '๙' ? c - '๐' : -1;
  }

  /** The day that a cell names, in any form of {@link ThaiDate#read}; empty for all else. */
  static Optional<LocalDate> day(String cell) {
    if (cell.length() < 6 || cell.length() > LONGEST_DAY || digit(cell.charAt(0)) < 0) {
      return Optional.empty();
    }
    return ThaiDate.read(cell);
  }
}
