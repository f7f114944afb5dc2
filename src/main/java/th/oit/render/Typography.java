package th.oit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import th.oit.text.ThaiDate;

/**
 * Sets the text of a finished page as Thai readers expect it: numbers stay on one line with the
 * word that belongs to them ({@code พ.ศ. 2567}, {@code หมู่ที่ 3}, {@code 10 เมษายน 2567}), {@code
 * ๆ} stays with its word, and, where the site asks for it, digits are Thai. Data stay as they are:
 * tables, addresses, codes, foreign words and everything inside tags. Immutable.
 */
final class Typography {
  private static final char NO_BREAK_SPACE = '\u00A0';

  /** Elements whose text is not set. */
  private static final Set<String> LEFT =
      Set.of("script", "style", "code", "pre", "kbd", "samp", "textarea", "svg", "table");

  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");

  /** Words that belong to the number after them. */
  private static final List<String> BEFORE =
      withMonths(
          "พ.ศ.",
          "ค.ศ.",
          "หมู่ที่",
          "หมู่",
          "ข้อ",
          "มาตรา",
          "ปี",
          "ฉบับที่",
          "ครั้งที่",
          "เลขที่",
          "วันที่",
          "โทร.",
          "ชั้น",
          "ลำดับที่",
          "ตัวชี้วัดที่",
          "ระเบียนที่");

  /** Words that belong to the number before them. */
  private static final List<String> AFTER =
      withMonths(
          "น.",
          "บาท",
          "คน",
          "วัน",
          "ปี",
          "หน้า",
          "ข้อ",
          "แห่ง",
          "ครั้ง",
          "หมู่บ้าน",
          "ครัวเรือน",
          "รายการ",
          "โครงการ",
          "KB",
          "MB");

  private static List<String> withMonths(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(ThaiDate.SHORT_MONTHS);
    all.addAll(ThaiDate.MONTHS);
    return List.copyOf(all);
  }

  private final boolean thaiDigits;

  Typography(boolean thaiDigits) {
    this.thaiDigits = thaiDigits;
  }

  /** Sets a page; what is not well-formed is left as it is from there on. */
  String set(String html) {
    StringBuilder out = new StringBuilder(html.length() + 256);
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        text(html, at, html.length(), out);
        break;
      }
      text(html, at, tag, out);
      int end = endOfTag(html, tag);
      if (end < 0) {
        return out.append(html, tag, html.length()).toString();
      }
      out.append(html, tag, end);
      at = end;
      if (isLeft(html, tag, end)) {
        int close = endOfElement(html, name(html, tag + 1), end);
        if (close < 0) {
          return out.append(html, at, html.length()).toString();
        }
        out.append(html, at, close);
        at = close;
      }
    }
    return out.toString();
  }

  /** Behind the tag or comment that begins here; -1 when it has no end. */
  private static int endOfTag(String html, int tag) {
    if (html.startsWith("<!--", tag)) {
      int end = html.indexOf("-->", tag + 4);
      return end < 0 ? -1 : end + 3;
    }
    char quote = 0;
    for (int i = tag + 1; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private static String name(String html, int from) {
    int end = from;
    while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return html.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private boolean isLeft(String html, int tag, int end) {
    char first = html.charAt(tag + 1);
    if (first == '/' || first == '!' || first == '?') {
      return false;
    }
    if (has(html, tag, end, " lang=\"en\"") || has(html, tag, end, " class=\"url\"")) {
      return !has(html, tag, end, "<html");
    }
    if (has(html, tag, end, " class=\"code\"") || has(html, tag, end, "\"mailto:")) {
      return true;
    }
    String name = name(html, tag + 1);
    return LEFT.contains(name);
  }

  private static boolean has(String html, int from, int to, String wanted) {
    for (int i = from; i <= to - wanted.length(); i++) {
      if (html.startsWith(wanted, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Behind the end of an element whose start tag ends here, elements of its name inside counted.
   */
  private static int endOfElement(String html, String name, int from) {
    if (VOID.contains(name)) {
      return from;
    }
    int depth = 1;
    int at = from;
    while (depth > 0) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        return -1;
      }
      boolean closing = html.startsWith("/", tag + 1);
      int start = closing ? tag + 2 : tag + 1;
      if (html.regionMatches(true, start, name, 0, name.length())
          && start + name.length() < html.length()
          && !Character.isLetterOrDigit(html.charAt(start + name.length()))) {
        depth += closing ? -1 : 1;
      }
      int end = html.indexOf('>', tag);
      if (end < 0) {
        return -1;
      }
      at = end + 1;
    }
    return at;
  }

  private void text(String html, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) {
      char c = html.charAt(i);
      if (c == ' ' && i > from && i + 1 < to && belongs(html, from, i, to)) {
        out.append(NO_BREAK_SPACE);
      } else if (thaiDigits && c >= '0' && c <= '9' && isNumber(html, from, i, to)) {
        out.append((char) (c - '0' + '๐'));
      } else {
        out.append(c);
      }
    }
  }

  private static boolean belongs(String html, int from, int space, int to) {
    char next = html.charAt(space + 1);
    if (next == 'ๆ') {
      return true;
    }
    if (isDigit(next)) {
      for (String word : BEFORE) {
        if (space - from >= word.length() && html.startsWith(word, space - word.length())) {
          return true;
        }
      }
    }
    if (isDigit(html.charAt(space - 1))) {
      for (String word : AFTER) {
        if (to - space > word.length() && html.startsWith(word, space + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c >= '๐' && c <= '๙';
  }

  /**
   * A digit in a word that holds no Latin letter, such as O14, COVID-19 or a character reference.
   */
  private static boolean isNumber(String html, int from, int at, int to) {
    for (int i = at - 1; i >= from && isPartOfWord(html.charAt(i)); i--) {
      if (isLatin(html.charAt(i))) {
        return false;
      }
    }
    for (int i = at + 1; i < to && isPartOfWord(html.charAt(i)); i++) {
      if (isLatin(html.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPartOfWord(char c) {
    return c > ' ' && c < 0x7F && c != '(' && c != ')' && c != ',';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '&' || c == '@' || c == '#';
  }
}
