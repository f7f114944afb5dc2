package th.oit.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML that stands in Markdown, made harmless: a few tags without attributes stay, comments go, and
 * everything else is shown as the text that it is. Nothing is lost and nothing can act.
 */
final class RawHtml {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern ALLOWED =
      Pattern.compile("(?i)<(?:(br|wbr)\\s*/?|(/?(?:sup|sub|u|small|mark|kbd)))\\s*>");

  private RawHtml() {}

  static String sanitize(String html) {
    String text = COMMENT.matcher(html).replaceAll("");
    StringBuilder out = new StringBuilder(text.length());
    Matcher matcher = ALLOWED.matcher(text);
    int from = 0;
    while (matcher.find()) {
      escape(text, from, matcher.start(), out);
      String tag = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      out.append('<').append(tag.toLowerCase(java.util.Locale.ROOT)).append('>');
      from = matcher.end();
    }
    escape(text, from, text.length(), out);
    return out.toString();
  }

  private static void escape(String text, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        default -> out.append(c);
      }
    }
  }
}
