package th.oit.check.links;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a page of another host says, as far as one must know to tell whether it is the page that was
 * asked for.
 *
 * @param title of the page; empty when it has none
 * @param heading its first heading of the first rank; empty when it has none
 * @param text what a reader sees of it
 * @param asksPassword whether it has a field for a password
 */
public record WebPage(String title, String heading, String text, boolean asksPassword) {

  /**
   * Reads a page, or the beginning of one.
   *
   * @param contentType as the server sent it, which knows the charset better than the page; empty
   *     when it sent none
   */
  public static WebPage read(byte[] bytes, String contentType) {
    Document document =
        Parser.htmlParser().parseInput(HtmlFile.text(bytes, charset(contentType)), "");
    Element heading = document.selectFirst("h1");
    return new WebPage(
        document.title().strip(),
        heading == null ? "" : heading.text(),
        document.body() == null ? "" : document.body().text(),
        document.selectFirst("input[type=password]") != null);
  }

  /** The charset that a {@code Content-Type} names; null when it names none. */
  static String charset(String contentType) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("charset");
    int equals = at < 0 ? -1 : lower.indexOf('=', at);
    return equals < 0 ? null : lower.substring(equals + 1);
  }
}
