package th.oit.render;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON that may stand inside HTML too. */
final class Json {
  private Json() {}

  /** On one line. */
  static String line(Object value) {
    StringBuilder out = new StringBuilder(1024);
    write(value, -1, out);
    return out.toString();
  }

  /** With line breaks and two spaces a level, for people and for {@code diff}. */
  static String text(Object value) {
    StringBuilder out = new StringBuilder(16_384);
    write(value, 0, out);
    return out.append('\n').toString();
  }

  /**
   * @param level how deep the value stands; negative to write all on one line
   */
  private static void write(Object value, int level, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      int inner = level < 0 ? level : level + 1;
      for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
        Map.Entry<?, ?> entry = i.next();
        indent(inner, out);
        string((String) entry.getKey(), out);
        out.append(level < 0 ? ":" : ": ");
        write(entry.getValue(), inner, out);
        out.append(i.hasNext() ? "," : "");
      }
      indent(map.isEmpty() ? -1 : level, out);
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      int inner = level < 0 ? level : level + 1;
      for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
        indent(inner, out);
        write(i.next(), inner, out);
        out.append(i.hasNext() ? "," : "");
      }
      indent(list.isEmpty() ? -1 : level, out);
      out.append(']');
    } else if (value instanceof String text) {
      string(text, out);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON for " + value);
    }
  }

  private static void indent(int level, StringBuilder out) {
    if (level >= 0) {
      out.append('\n').append("  ".repeat(level));
    }
  }

  /** {@code <} is escaped, without which a text could end the script element it stands in. */
  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
