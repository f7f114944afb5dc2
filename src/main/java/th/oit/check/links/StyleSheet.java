package th.oit.check.links;

/**
 * The URLs of a style sheet: {@code url(…)}, {@code image-set(…)} and {@code @import}, outside of
 * comments and other strings, by the tokens of CSS Syntax Level 3.
 */
final class StyleSheet {
  private final String css;
  private final Sink sink;
  private int at;

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
        string(null);
      } else if (c == '@') {
        atRule();
      } else if (isName(c)) {
        word();
      } else {
        at++;
      }
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
    while (at < css.length() && isName(css.charAt(at))) {
      at++;
    }
    if (at >= css.length() || css.charAt(at) != '(') {
      return;
    }
    if (isWord(start, "image-set") || isWord(start, "-webkit-image-set")) {
      at++;
      imageSet();
    } else if (isWord(start, "url")) {
      url();
    }
  }

  private void url() {
    at++;
    while (at < css.length() && SrcSet.isSpace(css.charAt(at))) {
      at++;
    }
    if (at < css.length() && (css.charAt(at) == '"' || css.charAt(at) == '\'')) {
      string(sink);
      return;
    }
    int from = at;
    while (at < css.length() && css.charAt(at) != ')' && !SrcSet.isSpace(css.charAt(at))) {
      at = css.charAt(at) == '\\' ? afterEscape(css, at) : at + 1;
    }
    if (at > from) {
      sink.url(unescape(css.substring(from, at)), from);
    }
  }

  private boolean isWord(int start, String word) {
    return at - start == word.length() && css.regionMatches(true, start, word, 0, word.length());
  }

  /** Pictures to choose from, each in {@code url()} or as a mere string; {@code type()} is none. */
  private void imageSet() {
    int depth = 1;
    while (at < css.length() && depth > 0) {
      char c = css.charAt(at);
      if (css.startsWith("/*", at)) {
        skipComment();
      } else if (c == '"' || c == '\'') {
        string(depth == 1 ? sink : null);
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
        at++;
      } else if (isName(c)) {
        int start = at;
        while (at < css.length() && isName(css.charAt(at))) {
          at++;
        }
        if (isWord(start, "url") && at < css.length() && css.charAt(at) == '(') {
          url();
          depth++; // whose other half is still to come
        }
      } else {
        at++;
      }
    }
  }

  private void string(Sink to) {
    char quote = css.charAt(at++);
    int from = at;
    while (at < css.length() && css.charAt(at) != quote && !isLineEnd(css.charAt(at))) {
      at = css.charAt(at) == '\\' ? afterEscape(css, at) : at + 1;
    }
    if (to != null && at > from) {
      to.url(unescape(css.substring(from, at)), from);
    }
    at = Math.min(at + 1, css.length());
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

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\f';
  }
}
