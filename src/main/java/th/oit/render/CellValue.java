package th.oit.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.text.ThaiDate;
import th.oit.text.ThaiDigits;

/** What a cell means that somebody wrote for people: nothing, a number, a day. */
final class CellValue {
  /** More digits than this are a code, and more than a program's numbers can hold. */
  private static final int MOST_DIGITS = 15;

  private static final int FIRST_BUDDHIST_YEAR = 2400;
  private static final int BUDDHIST_ERA = 543;
  private static final int CENTURY = 2500;
  private static final Map<String, Integer> MONTHS = months();
  private static final Pattern IN_WORDS =
      Pattern.compile("(\\d{1,2})\\s*([ก-๎.]+?)\\s*(?:พ\\.ศ\\.)?\\s*(\\d{4}|\\d{2})");
  private static final Pattern IN_DIGITS =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");

  private CellValue() {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (int month = 1; month <= 12; month++) {
      LocalDate day = LocalDate.of(2000, month, 1);
      months.put(ThaiDate.longForm(day).split(" ")[1], month);
      months.put(ThaiDate.shortForm(day).split(" ")[1].replace(".", ""), month);
    }
    return months;
  }

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

  /**
   * The day that a cell names, in either era and either digits: {@code 2567-01-15}, {@code 15 ม.ค.
   * 2567}, {@code 15 มกราคม พ.ศ. 2567}, {@code 15/1/2567}, {@code 15 ม.ค. 67}. A year of two digits
   * is of the Buddhist era.
   */
  static Optional<LocalDate> day(String cell) {
    if (cell.length() < 6 || digit(cell.charAt(0)) < 0) {
      return Optional.empty();
    }
    String text = ThaiDigits.toArabic(cell.strip());
    Optional<LocalDate> iso = ThaiDate.parse(text);
    if (iso.isPresent()) {
      return iso;
    }
    Matcher words = IN_WORDS.matcher(text);
    if (words.matches()) {
      Integer month = MONTHS.get(words.group(2).replace(".", ""));
      return month == null ? Optional.empty() : day(words.group(1), month, words.group(3));
    }
    Matcher digits = IN_DIGITS.matcher(text);
    return digits.matches()
        ? day(digits.group(1), Integer.parseInt(digits.group(2)), digits.group(3))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String day, int month, String year) {
    int number = Integer.parseInt(year) + (year.length() == 2 ? CENTURY : 0);
    try {
      return Optional.of(
          LocalDate.of(
              number >= FIRST_BUDDHIST_YEAR ? number - BUDDHIST_ERA : number,
              month,
              Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
