package th.oit.check.links;

/**
 * The URL of {@code <meta http-equiv="refresh" content="…">}, by the steps of the HTML standard.
 */
final class MetaRefresh {
  private MetaRefresh() {}

  /** The URL; null when the page only loads itself again, or nothing happens at all. */
  static String url(String content) {
    int at = skipSpace(content, 0);
    int digits = at;
    while (at < content.length() && isDigit(content.charAt(at))) {
      at++;
    }
    if (at == digits && (at >= content.length() || content.charAt(at) != '.')) {
      return null;
    }
    while (at < content.length() && (isDigit(content.charAt(at)) || content.charAt(at) == '.')) {
      at++;
    }
    int afterTime = at;
    at = skipSpace(content, at);
    boolean separated = at > afterTime;
    if (at < content.length() && (content.charAt(at) == ';' || content.charAt(at) == ',')) {
      at = skipSpace(content, at + 1);
    } else if (!separated) {
      return null;
    }
    if (at >= content.length()) {
      return null;
    }
    int equals = content.regionMatches(true, at, "url", 0, 3) ? skipSpace(content, at + 3) : -1;
    if (equals >= 0 && equals < content.length() && content.charAt(equals) == '=') {
      at = skipSpace(content, equals + 1);
    } else if (content.charAt(at) == 'u' || content.charAt(at) == 'U') {
      return content.substring(at);
    }
    if (at < content.length() && (content.charAt(at) == '"' || content.charAt(at) == '\'')) {
      int close = content.indexOf(content.charAt(at), at + 1);
      return close < 0 ? content.substring(at + 1) : content.substring(at + 1, close);
    }
    return content.substring(at);
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && SrcSet.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
