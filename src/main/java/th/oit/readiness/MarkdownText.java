package th.oit.readiness;

/** Text as it stands in Markdown. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]<>|#";

  private MarkdownText() {}

  /** The text so that no Markdown reader finds a sign in it; on one line. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        out.append(' ');
      } else {
        if (SPECIAL.indexOf(c) >= 0) {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return out.toString();
  }
}
