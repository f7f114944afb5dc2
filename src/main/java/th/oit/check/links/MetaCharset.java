package th.oit.check.links;

import java.util.Locale;

/**
 * The charset that a page declares in a {@code <meta>}, found before anything is known of its
 * letters: the HTML standard's prescan of a byte stream, over bytes read as Latin-1.
 */
final class MetaCharset {
  private final String html;
  private final boolean skipText;
  private int at;
  private String name;
  private String value;

  private MetaCharset(String html, boolean skipText) {
    this.html = html;
    this.skipText = skipText;
  }

  /**
   * The label as declared, in lower case; null when there is none.
   *
   * @param skipText whether what stands in scripts, styles and titles is text, as it is to the
   *     parser; the prescan of the first kilobyte does not know them
   */
  static String of(String html, boolean skipText) {
    return new MetaCharset(html, skipText).scan();
  }

  private String scan() {
    while ((at = html.indexOf('<', at)) >= 0) {
      if (html.startsWith("<!--", at)) {
        skipPast("-->", at + 2);
      } else if (html.regionMatches(true, at, "<meta", 0, 5) && endsName(at + 5)) {
        at += 5;
        String label = meta();
        if (label != null) {
          return label;
        }
      } else if (isLetter(at + 1) || html.startsWith("</", at) && isLetter(at + 2)) {
        tag();
      } else if (at + 1 < html.length() && "!/?".indexOf(html.charAt(at + 1)) >= 0) {
        skipPast(">", at);
      } else {
        at++;
      }
    }
    return null;
  }

  private void skipPast(String end, int from) {
    int found = html.indexOf(end, from);
    at = found < 0 ? html.length() : found + end.length();
  }

  private void tag() {
    int start = at + 1;
    while (at < html.length() && !SrcSet.isSpace(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    String element = html.substring(start, at).toLowerCase(Locale.ROOT);
    while (attribute()) {
      // what it says does not matter
    }
    if (skipText) {
      switch (element) {
        case "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes" -> {
          String end = "</" + element;
          while (at < html.length() && !html.regionMatches(true, at, end, 0, end.length())) {
            at++;
          }
        }
        default -> {
          // holds elements
        }
      }
    }
  }

  /** What a {@code <meta>} declares; null when nothing. */
  private String meta() {
    String charset = null;
    String content = null;
    boolean declares = false;
    while (attribute()) {
      if (name.equals("charset") && charset == null) {
        charset = value;
      } else if (name.equals("content") && content == null) {
        content = inContent(value);
      } else if (name.equals("http-equiv")) {
        declares |= value.equals("content-type");
      }
    }
    return charset != null ? charset : declares ? content : null;
  }

  /** What stands behind {@code charset=}; null when nothing does. */
  private static String inContent(String text) {
    for (int found = text.indexOf("charset"); found >= 0; found = text.indexOf("charset", found)) {
      found = skipSpace(text, found + 7);
      if (found >= text.length() || text.charAt(found) != '=') {
        continue;
      }
      int from = skipSpace(text, found + 1);
      if (from >= text.length()) {
        return null;
      }
      char quote = text.charAt(from);
      if (quote == '"' || quote == '\'') {
        int end = text.indexOf(quote, from + 1);
        return end < 0 ? null : text.substring(from + 1, end);
      }
      int end = from;
      while (end < text.length() && !SrcSet.isSpace(text.charAt(end)) && text.charAt(end) != ';') {
        end++;
      }
      return text.substring(from, end);
    }
    return null;
  }

  private static int skipSpace(String text, int from) {
    int next = from;
    while (next < text.length() && SrcSet.isSpace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** Reads one attribute into name and value, in lower case; false at the end of the tag. */
  private boolean attribute() {
    while (at < html.length() && (SrcSet.isSpace(html.charAt(at)) || html.charAt(at) == '/')) {
      at++;
    }
    if (at >= html.length() || html.charAt(at) == '>') {
      return false;
    }
    int start = at++;
    while (at < html.length() && "= \t\n\r\f/>".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    name = html.substring(start, at).toLowerCase(Locale.ROOT);
    value = "";
    int equals = skipSpace(html, at);
    if (equals >= html.length() || html.charAt(equals) != '=') {
      return true;
    }
    at = skipSpace(html, equals + 1);
    char quote = at < html.length() ? html.charAt(at) : ' ';
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, at + 1);
      value = html.substring(at + 1, end < 0 ? html.length() : end);
      at = end < 0 ? html.length() : end + 1;
    } else {
      int from = at;
      while (at < html.length() && !SrcSet.isSpace(html.charAt(at)) && html.charAt(at) != '>') {
        at++;
      }
      value = html.substring(from, at);
    }
    value = value.toLowerCase(Locale.ROOT);
    return true;
  }

  private boolean endsName(int index) {
    return index < html.length()
        && (SrcSet.isSpace(html.charAt(index)) || html.charAt(index) == '/');
  }

  private boolean isLetter(int index) {
    if (index >= html.length()) {
      return false;
    }
    int lower = html.charAt(index) | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
