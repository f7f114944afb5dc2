package th.oit.render;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;

/**
 * Gives every heading of a page an id: the one written by hand as {@code {#id}} at its end, else
 * one made of its words. All ids written by hand are taken first, so that a made one never
 * collides.
 */
final class HeadingIds {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Set<String> taken = new HashSet<>();

  /** Notes an id that something else on the page has. */
  void take(String id) {
    taken.add(id);
  }

  boolean isFree(String id) {
    return !taken.contains(id);
  }

  /** The id written at the end of a heading; null when there is none. */
  static String byHand(Heading heading) {
    if (!(heading.getLastChild() instanceof Text last)) {
      return null;
    }
    String text = last.getLiteral();
    int sign = sign(text);
    return sign < 0 ? null : text.substring(sign + 2, text.lastIndexOf('}'));
  }

  /** The text of the heading's last node without the id written by hand; null when it has none. */
  static String withoutId(Text last) {
    String text = last.getLiteral();
    int end = sign(text);
    if (end < 0) {
      return null;
    }
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Where an id begins that the text ends with, written as {@code {#id}}; -1 when none does. */
  private static int sign(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end == 0 || text.charAt(end - 1) != '}') {
      return -1;
    }
    int at = end - 2;
    while (at > 0 && isPartOfId(text.charAt(at))) {
      at--;
    }
    boolean isSign = at >= 0 && text.startsWith("{#", at) && at + 2 < end - 1;
    return isSign ? at : -1;
  }

  private static boolean isPartOfId(char c) {
    return c != '{' && c != '}' && !isSpace(c);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** A free id made of a heading's words. */
  String made(String title) {
    String words =
        NOT_WORD.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    String base = words.isEmpty() ? "section" : words;
    String id = base;
    for (int i = 2; !taken.add(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }
}
