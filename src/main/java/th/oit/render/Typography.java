package th.oit.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import th.oit.text.ThaiDate;

/**
 * Sets the text of a finished page as Thai readers expect it: numbers stay on one line with the
 * word that belongs to them ({@code พ.ศ. 2567}, {@code หมู่ที่ 3}, {@code 10 เมษายน 2567}), so do
 * those of a telephone, {@code ๆ} stays with its word, and, where the site asks for it, digits are
 * Thai. Data stay as they are: tables, addresses, codes, foreign words and everything inside tags.
 * Immutable.
 *
 * <p>Every character is set in its own place: a page becomes neither longer nor shorter.
 */
final class Typography {
  private static final char NO_BREAK_SPACE = '\u00A0';

  /** Elements whose text is not set. */
  private static final String[] LEFT = {
    "script", "style", "code", "pre", "kbd", "samp", "textarea", "svg", "table"
  };

  private static final String[] VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr"
  };

  /** Words that belong to the number after them. */
  private static final String[] BEFORE =
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
  private static final String[] AFTER =
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

  private static String[] withMonths(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(ThaiDate.SHORT_MONTHS);
    all.addAll(ThaiDate.MONTHS);
    return all.toArray(String[]::new);
  }

  private final boolean thaiDigits;

  Typography(boolean thaiDigits) {
    this.thaiDigits = thaiDigits;
  }

  /** Sets a page; what is not well-formed is left as it is from there on. */
  void set(PageText page) {
    char[] html = page.chars;
    int length = page.length;
    Iterator<PageText.Place> places = page.places().iterator();
    PageText.Place place = places.hasNext() ? places.next() : null;
    int at = 0;
    while (at < length) {
      int tag = indexOf(html, '<', at, length);
      text(html, at, tag < 0 ? length : tag);
      if (tag < 0) {
        return;
      }
      while (place != null && place.start < tag) {
        place = places.hasNext() ? places.next() : null; // in an element that is left
      }
      if (place != null && place.start == tag) {
        page.set(place);
        at = place.end();
      } else {
        at = next(html, tag, length);
        if (at < 0) {
          return;
        }
      }
    }
  }

  /** Behind the tag that begins here, or the element where that is left; -1 without an end. */
  private static int next(char[] html, int tag, int length) {
    int end = endOfTag(html, tag, length);
    return end < 0 || !isLeft(html, tag, end)
        ? end
        : endOfElement(html, tag + 1, endOfName(html, tag + 1, length), end, length);
  }

  /** Sets a part that many pages have, where that does not depend on what is around it. */
  Once.Part part(PageText filled) {
    char[] plain = Arrays.copyOf(filled.chars, filled.length);
    int from = Math.max(0, indexOf(plain, '<', 0, plain.length));
    int to = plain.length;
    while (to > from && plain[to - 1] != '>') {
      to--;
    }
    char[] set = Arrays.copyOfRange(plain, from, to);
    int at = 0;
    while (at >= 0 && at < set.length) {
      int tag = indexOf(set, '<', at, set.length);
      text(set, at, tag < 0 ? set.length : tag);
      at = tag < 0 ? -1 : next(set, tag, set.length);
    }
    // Where a tag or an element that is left goes on behind the part, the page is asked.
    char[] known = at < 0 ? new char[0] : set;
    return new Once.Part(plain, from, known, PageText.utf8(known));
  }

  private static int indexOf(char[] html, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (html[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Behind the tag or comment that begins here; -1 when it has no end. */
  private static int endOfTag(char[] html, int tag, int length) {
    if (startsWith(html, tag, length, "<!--")) {
      for (int i = tag + 4; i < length; i++) {
        if (html[i] == '-' && startsWith(html, i, length, "-->")) {
          return i + 3;
        }
      }
      return -1;
    }
    char quote = 0;
    for (int i = tag + 1; i < length; i++) {
      char c = html[i];
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

  private static int endOfName(char[] html, int from, int length) {
    int end = from;
    while (end < length && Character.isLetterOrDigit(html[end])) {
      end++;
    }
    return end;
  }

  private static boolean isOneOf(String[] names, char[] html, int from, int to) {
    for (String name : names) {
      if (name.length() == to - from && isName(html, from, to, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(char[] html, int from, int to, String name) {
    for (int i = from; i < to; i++) {
      if (lower(html[i]) != name.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  private static boolean isLeft(char[] html, int tag, int end) {
    char first = html[tag + 1];
    if (first == '/' || first == '!' || first == '?') {
      return false;
    }
    boolean foreign = false;
    boolean data = false;
    for (int i = tag + 1; i < end; i++) {
      char c = html[i];
      if (c == ' ') {
        foreign |=
            startsWith(html, i, end, " lang=\"en\"") || startsWith(html, i, end, " class=\"url\"");
        data |= startsWith(html, i, end, " class=\"code\"");
      } else if (c == '"') {
        data |= startsWith(html, i, end, "\"mailto:");
      }
    }
    int name = endOfName(html, tag + 1, end);
    if (foreign) {
      return !(name == tag + 5 && isName(html, tag + 1, name, "html"));
    }
    return data || isOneOf(LEFT, html, tag + 1, name);
  }

  private static boolean startsWith(char[] html, int at, int to, String wanted) {
    int length = wanted.length();
    if (to - at < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (html[at + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Behind the end of an element whose start tag ends here, elements of its name inside counted.
   *
   * @param name where its name stands, up to {@code nameEnd}
   */
  private static int endOfElement(char[] html, int name, int nameEnd, int from, int length) {
    if (isOneOf(VOID, html, name, nameEnd)) {
      return from;
    }
    int depth = 1;
    int at = from;
    while (depth > 0) {
      int tag = indexOf(html, '<', at, length);
      if (tag < 0) {
        return -1;
      }
      boolean closing = tag + 1 < length && html[tag + 1] == '/';
      int start = closing ? tag + 2 : tag + 1;
      if (isSameName(html, name, nameEnd, start, length)) {
        depth += closing ? -1 : 1;
      }
      int end = indexOf(html, '>', tag, length);
      if (end < 0) {
        return -1;
      }
      at = end + 1;
    }
    return at;
  }

  private static boolean isSameName(char[] html, int name, int nameEnd, int start, int length) {
    int end = start + nameEnd - name;
    if (end >= length || Character.isLetterOrDigit(html[end])) {
      return false;
    }
    for (int i = name; i < nameEnd; i++) {
      if (lower(html[i]) != lower(html[start + i - name])) {
        return false;
      }
    }
    return true;
  }

  private void text(char[] html, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = html[i];
      if (c > '9') {
        continue;
      }
      if (c == ' ') {
        if (i > from && i + 1 < to && belongs(html, from, i, to)) {
          html[i] = NO_BREAK_SPACE;
        }
      } else if (thaiDigits && c >= '0' && isNumber(html, from, i, to)) {
        html[i] = (char) (c - '0' + '๐');
      }
    }
  }

  private static boolean belongs(char[] html, int from, int space, int to) {
    char next = html[space + 1];
    if (next == 'ๆ') {
      return true;
    }
    if (isDigit(next)) {
      for (String word : BEFORE) {
        if (space - from >= word.length() && startsWith(html, space - word.length(), space, word)) {
          return true;
        }
      }
    }
    if (isDigit(html[space - 1])) {
      for (String word : AFTER) {
        if (startsWith(html, space + 1, to, word)) {
          return true;
        }
      }
      return isDigit(next) && isInTelephoneNumber(html, from, space, to);
    }
    return false;
  }

  /** Whether a space parts a number such as {@code 0 2123 4567} or {@code 08 1234 5678}. */
  private static boolean isInTelephoneNumber(char[] html, int from, int space, int to) {
    int start = space;
    while (start > from && isOfNumber(html[start - 1])) {
      start--;
    }
    while (!isDigit(html[start])) {
      start++;
    }
    if (html[start] != '0' && html[start] != '๐') {
      return false;
    }
    int digits = 0;
    int group = 0;
    int end = start;
    for (; end < to && isOfNumber(html[end]); end++) {
      if (isDigit(html[end])) {
        digits++;
        group++;
      } else if (end + 1 == to || !isDigit(html[end + 1])) {
        break;
      } else if (group < 3 && digits > group) {
        return false;
      } else {
        group = 0;
      }
    }
    return (digits == 9 || digits == 10) && group >= 3 && space < end;
  }

  private static boolean isOfNumber(char c) {
    return isDigit(c) || c == ' ' || c == NO_BREAK_SPACE;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c >= '๐' && c <= '๙';
  }

  /**
   * A digit in a word that holds no Latin letter, such as O14, COVID-19 or a character reference.
   * All digits of a word are of one kind, so that those set already do not mislead those behind.
   */
  private static boolean isNumber(char[] html, int from, int at, int to) {
    for (int i = at - 1; i >= from && isPartOfWord(html[i]); i--) {
      if (isLatin(html[i])) {
        return false;
      }
    }
    for (int i = at + 1; i < to && isPartOfWord(html[i]); i++) {
      if (isLatin(html[i])) {
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
