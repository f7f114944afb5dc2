package th.oit.report;

/** Text inside XML, for the formats that are written without an XML library. */
public final class XmlText {
  private XmlText() {}

  /**
   * Text for element content and quoted attributes. What XML 1.0 cannot hold, not even escaped, is
   * left out: control characters but for tab and line ends, and lone surrogates.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                default -> {
                  boolean allowed =
                      c == '\t'
                          || c >= 0x20 && c <= 0xD7FF
                          || c >= 0xE000 && c <= 0xFFFD
                          || c >= 0x10000;
                  if (allowed) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }
}
