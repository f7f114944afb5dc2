package th.oit.content;

import java.util.function.Supplier;
import org.commonmark.node.Node;
import th.oit.identity.Print;

/**
 * The text of a page as it was written. Its tree takes five times the room of the text, so only the
 * few pages that are looked into while they are read keep theirs; the others make it when they are
 * rendered, and let it go. Immutable; nobody changes a tree.
 */
public final class MarkdownText {
  private final Supplier<String> text;
  private final Node kept;
  private final Print print;

  private MarkdownText(Supplier<String> text, Node kept, Print print) {
    this.text = text;
    this.kept = kept;
    this.print = print;
  }

  static MarkdownText of(String text) {
    return concernsReader(text)
        ? new MarkdownText(null, Markdown.parse(text), Print.of(text))
        : new MarkdownText(() -> text, null, Print.of(text));
  }

  /**
   * A text that is known by its print, and read only when its tree is asked for.
   *
   * @param text reads it
   */
  static MarkdownText later(Supplier<String> text, Print print) {
    return new MarkdownText(text, null, print);
  }

  /** By which the text is recognised. */
  public Print print() {
    return print;
  }

  /** The tree; made anew each time, unless it was kept. */
  public Node tree() {
    return kept == null ? Markdown.parse(text.get()) : kept;
  }

  /** Whether {@link #concernsReader} held, so that the tree costs nothing. */
  boolean isParsed() {
    return kept != null;
  }

  /**
   * Whether the text may hold an image that says nothing, or one that places data. Never wrongly
   * false: data is placed by the end of the image's target, which stands as it is in the text
   * unless a character reference hides it.
   */
  private static boolean concernsReader(String text) {
    boolean image = false;
    for (int at = text.indexOf("!["); at >= 0; at = text.indexOf("![", at + 2)) {
      image = true;
      int end = at + 2;
      while (end < text.length() && isSpace(text.charAt(end))) {
        end++;
      }
      if (end < text.length() && text.charAt(end) == ']') {
        return true;
      }
    }
    if (!image) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&'
          || (c == 'c' || c == 'C') && text.regionMatches(true, i, "csv", 0, 3)
          || (c == 'x' || c == 'X') && text.regionMatches(true, i, "xlsx", 0, 4)
          || (c == 'y' || c == 'Y')
              && (text.regionMatches(true, i, "yml", 0, 3)
                  || text.regionMatches(true, i, "yaml", 0, 4))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ';
  }
}
