package th.oit.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads PDF objects: ISO 32000-1, 7.2 and 7.3.
 *
 * <p>Objects are plain values: {@code Long}, {@code Double}, {@code Boolean}, {@link Name}, {@code
 * byte[]} for strings, {@code List} and {@code Map} for arrays and dictionaries, {@link Ref}, and
 * {@code null}. What is none of these, an operator or a stray bracket, is a {@link Word}. Not
 * thread-safe.
 */
final class PdfLexer {
  /** Stands for the end of the bytes. */
  static final Object END = new Object();

  private static final int DEEPEST = 100;
  private static final int LONGEST_NAME = 256;

  /** Longer strings are cut: nothing that is asked of a document stands in them. */
  private static final int LONGEST_STRING = 1 << 16;

  private final PdfBytes bytes;
  private final Allowance allowance;
  private final boolean withRefs;
  private long at;
  private int left;
  private int stringLeft;

  /** A name, without its slash. */
  record Name(String text) {}

  /** A reference to an object. */
  record Ref(int number, int generation) {}

  /** An operator, a keyword, or a bracket that closes nothing. */
  record Word(String text) {}

  /**
   * @param withRefs whether {@code 1 0 R} is a reference, as in files, or three things, as in the
   *     content of a page
   */
  PdfLexer(PdfBytes bytes, long from, Allowance allowance, boolean withRefs) {
    this.bytes = bytes;
    this.at = from;
    this.allowance = allowance;
    this.withRefs = withRefs;
  }

  long position() {
    return at;
  }

  void moveTo(long place) {
    at = place;
  }

  /**
   * The next object or word; {@link #END} when there is none.
   *
   * @throws IOException when an array or dictionary does not end
   */
  Object next() throws IOException {
    left = Allowance.LARGEST_OBJECT;
    stringLeft = 1 << 20;
    Object value = value(0);
    int parts = Allowance.LARGEST_OBJECT - left;
    if (parts > Allowance.SMALL_OBJECT) {
      allowance.large(parts);
    }
    return value;
  }

  /** Whether the next thing is this word; then it is passed over. */
  boolean take(String word) throws IOException {
    long before = at;
    if (next() instanceof Word found && found.text.equals(word)) {
      return true;
    }
    at = before;
    return false;
  }

  void skipSpace() throws IOException {
    while (true) {
      int c = bytes.at(at);
      if (c == '%') {
        while (c >= 0 && c != '\n' && c != '\r') {
          c = bytes.at(++at);
        }
      } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0) {
        at++;
      } else {
        return;
      }
    }
  }

  static boolean isRegular(int c) {
    return c > ' ' && c != '(' && c != ')' && c != '<' && c != '>' && c != '[' && c != ']'
        && c != '{' && c != '}' && c != '/' && c != '%';
  }

  private Object value(int depth) throws IOException {
    skipSpace();
    allowance.parts(1);
    if (--left < 0) {
      throw new TooCostly("an object of too many parts");
    }
    int c = bytes.at(at);
    switch (c) {
      case -1 -> {
        return END;
      }
      case '/' -> {
        return name();
      }
      case '(' -> {
        return literal();
      }
      case '<' -> {
        if (bytes.at(at + 1) == '<') {
          at += 2;
          return dictionary(depth);
        }
        return hexadecimal();
      }
      case '>' -> {
        at += bytes.at(at + 1) == '>' ? 2 : 1;
        return new Word(">>");
      }
      case '[' -> {
        at++;
        return array(depth);
      }
      case ']', ')', '{', '}' -> {
        at++;
        return new Word(String.valueOf((char) c));
      }
      default -> {
        return c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9' ? number() : word();
      }
    }
  }

  private Object word() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = bytes.at(at);
    do {
      if (text.length() < LONGEST_NAME) {
        text.append((char) c);
      }
      c = bytes.at(++at);
    } while (isRegular(c));
    return switch (text.toString()) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "null" -> null;
      default -> new Word(text.toString());
    };
  }

  private Name name() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = bytes.at(++at);
    while (isRegular(c)) {
      if (c == '#' && digit(bytes.at(at + 1)) >= 0 && digit(bytes.at(at + 2)) >= 0) {
        c = digit(bytes.at(at + 1)) << 4 | digit(bytes.at(at + 2));
        at += 2;
      }
      if (text.length() < LONGEST_NAME) {
        text.append((char) c);
      }
      c = bytes.at(++at);
    }
    return new Name(text.toString());
  }

  private Object number() throws IOException {
    long start = at;
    long whole = 0;
    int digits = 0;
    double fraction = 0;
    double scale = 1;
    boolean negative = false;
    boolean real = false;
    int c = bytes.at(at);
    while (isRegular(c)) {
      if (c >= '0' && c <= '9') {
        if (real) {
          scale /= 10;
          fraction += (c - '0') * scale;
        } else if (digits < 18) {
          whole = whole * 10 + c - '0';
          digits += whole == 0 ? 0 : 1;
        }
      } else if (c == '.') {
        real = true;
      } else if (c == '-') {
        negative |= at == start;
      } else if (c != '+') {
        if (at == start + 1 && digits == 0 && whole == 0) {
          return word(); // an operator that begins with a sign
        }
        break;
      }
      c = bytes.at(++at);
    }
    if (real) {
      return negative ? -(whole + fraction) : whole + fraction;
    }
    if (withRefs && !negative && whole <= Integer.MAX_VALUE) {
      Ref ref = ref((int) whole);
      if (ref != null) {
        return ref;
      }
    }
    return negative ? -whole : whole;
  }

  /** The rest of {@code 12 0 R}, when it is one; nothing is passed over otherwise. */
  private Ref ref(int number) throws IOException {
    long place = at;
    int c = bytes.at(place);
    if (c > ' ') {
      return null;
    }
    while (c >= 0 && c <= ' ') {
      c = bytes.at(++place);
    }
    int generation = 0;
    int digits = 0;
    while (c >= '0' && c <= '9' && digits < 6) {
      generation = generation * 10 + c - '0';
      digits++;
      c = bytes.at(++place);
    }
    if (digits == 0 || digits == 6 || c < 0 || c > ' ') {
      return null;
    }
    while (c >= 0 && c <= ' ') {
      c = bytes.at(++place);
    }
    if (c != 'R' || isRegular(bytes.at(place + 1))) {
      return null;
    }
    at = place + 1;
    return new Ref(number, generation);
  }

  private byte[] literal() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int open = 1;
    at++;
    while (true) {
      int c = bytes.at(at++);
      if (c < 0) {
        throw new IOException("a string without an end");
      } else if (c == '(') {
        open++;
      } else if (c == ')' && --open == 0) {
        return string(out);
      } else if (c == '\\') {
        c = escaped();
        if (c < 0) {
          continue;
        }
      }
      if (out.size() < LONGEST_STRING) {
        out.write(c);
      }
    }
  }

  /** What stands behind a backslash; -1 when nothing is meant. */
  private int escaped() throws IOException {
    int c = bytes.at(at++);
    switch (c) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case '\r':
        at += bytes.at(at) == '\n' ? 1 : 0;
        return -1;
      case '\n':
      case -1:
        return -1;
      default:
        if (c < '0' || c > '7') {
          return c;
        }
        int code = c - '0';
        for (int i = 0; i < 2 && bytes.at(at) >= '0' && bytes.at(at) <= '7'; i++) {
          code = code << 3 | bytes.at(at++) - '0';
        }
        return code & 0xFF;
    }
  }

  private byte[] hexadecimal() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int high = -1;
    for (int c = bytes.at(++at); c != '>'; c = bytes.at(++at)) {
      if (c < 0) {
        throw new IOException("a string without an end");
      }
      int digit = digit(c);
      if (digit >= 0 && high >= 0) {
        if (out.size() < LONGEST_STRING) {
          out.write(high << 4 | digit);
        }
        high = -1;
      } else if (digit >= 0) {
        high = digit;
      }
    }
    at++;
    if (high >= 0) {
      out.write(high << 4);
    }
    return string(out);
  }

  /** Many long strings in one object take as much memory as one that is longer. */
  private byte[] string(ByteArrayOutputStream out) throws TooCostly {
    stringLeft -= out.size();
    if (stringLeft < 0) {
      throw new TooCostly("an object of too much text");
    }
    return out.toByteArray();
  }

  private List<Object> array(int depth) throws IOException {
    List<Object> list = new ArrayList<>();
    while (true) {
      Object value = depth < DEEPEST ? value(depth + 1) : END;
      if (value == END) {
        throw new IOException("an array without an end");
      }
      if (value instanceof Word word) {
        if (word.text.equals("]")) {
          return list;
        }
        if (word.text.equals("endobj") || word.text.equals("stream")) {
          throw new IOException("an array without an end");
        }
      } else {
        list.add(value);
      }
    }
  }

  private Map<String, Object> dictionary(int depth) throws IOException {
    Map<String, Object> map = new HashMap<>();
    while (true) {
      Object key = depth < DEEPEST ? value(depth + 1) : END;
      if (key == END) {
        throw new IOException("a dictionary without an end");
      }
      if (key instanceof Name name) {
        Object value = value(depth + 1);
        if (value instanceof Word word) {
          if (word.text.equals(">>")) {
            return map;
          }
          value = null;
        }
        if (value == END) {
          throw new IOException("a dictionary without an end");
        }
        map.put(name.text, value);
      } else if (key instanceof Word word) {
        if (word.text.equals(">>")) {
          return map;
        }
        if (word.text.equals("endobj") || word.text.equals("stream")) {
          throw new IOException("a dictionary without an end");
        }
      }
    }
  }

  static int digit(int c) {
    return c >= '0' && c <= '9'
        ? c - '0'
        : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  /** The characters of a text string: UTF-16 with a mark, UTF-8 with a mark, or Latin. */
  static String text(byte[] string) {
    if (FileBytes.startsWith(string, 0, "\u00FE\u00FF")) {
      return new String(string, 2, string.length - 2, StandardCharsets.UTF_16BE);
    }
    if (FileBytes.startsWith(string, 0, "\u00EF\u00BB\u00BF")) {
      return new String(string, 3, string.length - 3, StandardCharsets.UTF_8);
    }
    return new String(string, StandardCharsets.ISO_8859_1);
  }
}
