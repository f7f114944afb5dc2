package th.oit.audit;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.check.links.PageReading;

/** The characters of what a host sent: its header counts for more than what the page says. */
final class Charsets {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\\s\"';]+)");

  private Charsets() {}

  /**
   * The text as UTF-8 with a byte order mark where only the header knew how to read it; else the
   * bytes as they are.
   */
  static byte[] readable(byte[] bytes, String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    if (!matcher.find()) {
      return bytes;
    }
    String text = PageReading.text(bytes, matcher.group(1));
    return text.equals(PageReading.text(bytes, null))
        ? bytes
        : ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
  }
}
