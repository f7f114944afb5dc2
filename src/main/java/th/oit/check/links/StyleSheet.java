package th.oit.check.links;

/**
 * The URLs of a style sheet: {@code url(…)}, {@code @import} and the strings of {@code
 * image-set(…)}, outside of comments and other strings, by the tokens of CSS Syntax Level 3. What
 * that standard calls a bad string or a bad URL is loaded by no browser, and is passed over.
 */
final class StyleSheet {
  private final String css;
  private final Sink sink;
  private int at;
  private int depth; // of parentheses
  private int imageSet; // the depth inside of an image-set, 0 outside of one

  /** Takes what is found. */
  interface Sink {
    /**
     * @param url as written, its escapes undone
     * @param offset where it begins, in UTF-16 code units
     */
    void url(String url, int offset);
  }

  private StyleSheet(String css, Sink sink) {
    this.css = css;
    this.sink = sink;
  }

  static void urls(String css, Sink sink) {
    // Most style attributes hold no URL at all.
    if (css.indexOf('(') >= 0 || css.indexOf('@') >= 0) {
      new StyleSheet(css, sink).scan();
    }
  }

  private void scan() {
    while (at < css.length()) {
      char c = css.charAt(at);
      if (css.startsWith("/*", at)) {
        skipComment();
      } else if (c == '"' || c == '\'') {
        string(imageSet > 0 && depth == imageSet ? sink : null);
      } else if (c == '@') {
        atRule();
      } else if (isName(c) || isEscape()) {
        word();
      } else {
        at++;
        enterOrLeave(c);
      }
    }
  }

  private void enterOrLeave(char c) {
    if (c == '(') {
      depth++;
    } else if (c == ')') {
      depth--;
    } else if (c == ';' || c == '}') {
      depth = 0; // what was left open ends with its declaration
    }
    if (depth < imageSet) {
      imageSet = 0;
    }
  }

  private void skipComment() {
    int end = css.indexOf("*/", at + 2);
    at = end < 0 ? css.length() : end + 2;
  }

  private void skipSpace() {
    while (at < css.length()) {
      if (SrcSet.isSpace(css.charAt(at))) {
        at++;
      } else if (css.startsWith("/*", at)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void atRule() {
    at++;
    int start = at;
    while (at < css.length() && isName(css.charAt(at))) {
      at++;
    }
    String name = css.substring(start, at);
    if (name.equalsIgnoreCase("import")) {
      skipSpace();
      if (at < css.length() && (css.charAt(at) == '"' || css.charAt(at) == '\'')) {
        string(sink);
      }
    } else if (name.equalsIgnoreCase("namespace")) {
      // The name of a vocabulary, never fetched.
      int end = css.indexOf(';', at);
      at = end < 0 ? css.length() : end;
    }
  }

  private void word() {
    int start = at;
    while (at < css.length() && (isName(css.charAt(at)) || isEscape())) {
      if (css.charAt(at) == '\\') {
        at = afterEscape(css, at);
      } else {
        at++;
      }
    }
    if (at >= css.length() || css.charAt(at) != '(') {
      return;
    }
    at++;
    depth++;
    String name = unescape(css.substring(start, at - 1));
    if (name.equalsIgnoreCase("url")) {
      url();
    } else if (name.equalsIgnoreCase("image-set") || name.equalsIgnoreCase("-webkit-image-set")) {
      imageSet = depth;
    }
  }

  /** What stands after {@code url(}. */
  private void url() {
    while (at < css.length() && SrcSet.isSpace(css.charAt(at))) {
      at++;
    }
    if (at < css.length() && (css.charAt(at) == '"' || css.charAt(at) == '\'')) {
      string(sink);
      return;
    }
    int from = at;
    boolean bad = false;
    while (at < css.length() && css.charAt(at) != ')' && !SrcSet.isSpace(css.charAt(at))) {
      bad |= "\"'(".indexOf(css.charAt(at)) >= 0;
      at = css.charAt(at) == '\\' ? afterEscape(css, at) : at + 1;
    }
    int end = at;
    while (at < css.length() && css.charAt(at) != ')') {
      bad |= !SrcSet.isSpace(css.charAt(at));
      at = css.charAt(at) == '\\' ? afterEscape(css, at) : at + 1;
    }
    if (end > from && !bad) {
      sink.url(unescape(css.substring(from, end)), from);
    }
  }

  private void string(Sink to) {
    char quote = css.charAt(at++);
    int from = at;
    while (at < css.length() && css.charAt(at) != quote && !isLineEnd(css.charAt(at))) {
      at = css.charAt(at) == '\\' ? afterEscape(css, at) : at + 1;
    }
    boolean broken = at < css.length() && css.charAt(at) != quote;
    if (to != null && at > from && !broken) {
      to.url(unescape(css.substring(from, at)), from);
    }
    at = Math.min(at + 1, css.length());
  }

  /** Whether an escape begins here, of any character but a line end. */
  private boolean isEscape() {
    return css.charAt(at) == '\\' && at + 1 < css.length() && !isLineEnd(css.charAt(at + 1));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\f';
  }

  private static boolean isName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c >= 128;
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        i++;
        continue;
      }
      int end = i + 1;
      int value = 0;
      while (end < text.length() && end < i + 7 && isHex(text.charAt(end))) {
        value = value * 16 + Character.digit(text.charAt(end), 16);
        end++;
      }
      if (end > i + 1) {
        boolean letter = value > 0 && value <= Character.MAX_CODE_POINT && !isHalf(value);
        out.appendCodePoint(letter ? value : 0xFFFD);
      } else if (!isLineEnd(text.charAt(end))) {
        out.append(text.charAt(end));
      }
      i = afterEscape(text, i);
    }
    return out.toString();
  }

  /** Where an escape ends that begins at a backslash; one white space after a number is part. */
  private static int afterEscape(String text, int from) {
    int at = from + 1;
    while (at < text.length() && at < from + 7 && isHex(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return at;
    }
    boolean number = at > from + 1;
    if (text.startsWith("\r\n", at)) {
      return at + 2;
    }
    return number && !SrcSet.isSpace(text.charAt(at)) ? at : at + 1;
  }

  private static boolean isHex(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
