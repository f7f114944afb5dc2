package th.oit.check.links;

import java.util.function.Consumer;

/**
 * The URLs of a {@code srcset}, found as the HTML standard finds them: a comma inside a URL belongs
 * to it ({@code foo,bar} is one URL, and {@code data:} is full of them).
 *
 * <p>A candidate whose descriptor is no descriptor is dropped by browsers; its URL is given here
 * all the same, since somebody meant it to be shown.
 */
final class SrcSet {
  private SrcSet() {}

  static void split(String text, Consumer<String> url) {
    int at = 0;
    while (true) {
      while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
        at++;
      }
      if (at >= text.length()) {
        return;
      }
      int start = at;
      while (at < text.length() && !isSpace(text.charAt(at))) {
        at++;
      }
      int end = at;
      while (end > start && text.charAt(end - 1) == ',') {
        end--;
      }
      if (end > start) {
        url.accept(text.substring(start, end));
      }
      if (end == at) {
        at = afterDescriptors(text, at);
      }
    }
  }

  /** Descriptors end at a comma outside of parentheses, which do not nest. */
  private static int afterDescriptors(String text, int from) {
    boolean inside = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        inside = true;
      } else if (c == ')') {
        inside = false;
      } else if (c == ',' && !inside) {
        return i + 1;
      }
    }
    return text.length();
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
