package th.oit.content;

import java.util.Optional;

/**
 * A page taken apart: the YAML between the lines {@code ---} at its head, and what follows.
 *
 * @param bodyStart where the body begins in the text of the page, in UTF-16 code units
 * @param bodyLine how many lines stand before the body
 */
public record FrontMatter(String yaml, String body, int bodyStart, int bodyLine) {
  /** How many lines stand before the YAML. */
  public static final int LINES_BEFORE = 1;

  private static final String OPEN = "---\n";

  /** Whether a page begins with front matter, closed or not. */
  public static boolean isIn(String text) {
    return text.startsWith(OPEN);
  }

  /**
   * Takes a page apart.
   *
   * @param text with LF for line ends
   * @return empty when its front matter is never closed; with no YAML when it has none
   */
  public static Optional<FrontMatter> of(String text) {
    if (!isIn(text)) {
      return Optional.of(new FrontMatter("", text, 0, 0));
    }
    int end = end(text);
    if (end < 0) {
      return Optional.empty();
    }
    int after = text.indexOf('\n', end + 1);
    int body = after < 0 ? text.length() : after + 1;
    return Optional.of(
        new FrontMatter(
            // Between --- and --- there may be no line at all.
            text.substring(OPEN.length(), Math.max(OPEN.length(), end)),
            text.substring(body),
            body,
            lines(text, body)));
  }

  /** How many lines there are before an offset, behind the end of a line or of the text. */
  private static int lines(String text, int end) {
    int lines = end > 0 && text.charAt(end - 1) != '\n' ? 1 : 0;
    for (int at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }

  /** The offset of the line break before the closing {@code ---}; -1 when there is none. */
  private static int end(String text) {
    int at = 3;
    while ((at = text.indexOf("\n---", at)) >= 0) {
      int after = at + 4;
      while (after < text.length() && (text.charAt(after) == ' ' || text.charAt(after) == '\t')) {
        after++;
      }
      if (after == text.length() || text.charAt(after) == '\n') {
        return at;
      }
      at = after;
    }
    return -1;
  }
}
