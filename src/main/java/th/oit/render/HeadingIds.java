package th.oit.render;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;

/**
 * Gives every heading of a page an id: the one written by hand as {@code {#id}} at its end, else
 * one made of its words. All ids written by hand are taken first, so that a made one never
 * collides.
 */
final class HeadingIds {
  private static final Pattern BY_HAND = Pattern.compile("\\s*\\{#([^\\s{}]+)\\}\\s*$");
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
    Matcher matcher = matcher(heading);
    return matcher == null ? null : matcher.group(1);
  }

  /** The text of the heading's last node without the id written by hand; null when it has none. */
  static String withoutId(Text last) {
    Matcher matcher = matcher(last.getLiteral());
    return matcher == null ? null : last.getLiteral().substring(0, matcher.start());
  }

  private static Matcher matcher(Heading heading) {
    return heading.getLastChild() instanceof Text text ? matcher(text.getLiteral()) : null;
  }

  private static Matcher matcher(String text) {
    if (text.indexOf("{#") < 0) {
      return null;
    }
    Matcher matcher = BY_HAND.matcher(text);
    return matcher.find() ? matcher : null;
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
