package th.oit.check.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import th.oit.text.UrlPath;

/**
 * What a crawler wants to know of a page: where it leads, what it calls itself, and whether it asks
 * who one is. Immutable.
 *
 * @param title what its {@code <title>} says; empty when nothing
 * @param heading what its first {@code <h1>} says; empty when there is none
 * @param links all that a browser or a person would ask for, in document order; forms are not among
 *     them, nor what is no address over HTTP
 * @param ids all that a fragment can name
 * @param asksPassword whether a form on it asks for a password
 * @param says what it says of an item; null when it is not the page of one
 */
public record PageReading(
    String title,
    String heading,
    List<Link> links,
    Set<String> ids,
    boolean asksPassword,
    Says says) {

  /**
   * A link.
   *
   * @param address what is asked for
   * @param label what a person reads on it; empty for what a browser loads
   * @param ofItem whether it stands in the article of an item
   */
  public record Link(WebAddress address, Use use, String label, boolean ofItem) {}

  /** What a link is for. */
  public enum Use {
    /** A person follows it. */
    FOLLOWED,
    /** A browser loads it to show the page. */
    LOADED,
    /** The same, where what is loaded names further addresses: a style sheet, an app manifest. */
    TEXT,
    /** Named for machines, such as a feed or a picture for social networks. */
    NAMED
  }

  /**
   * What the page of an item says of itself.
   *
   * @param item as written, such as O14
   * @param year as written; empty when it does not say
   */
  public record Says(String item, String year) {}

  public PageReading {
    links = List.copyOf(links);
    ids = Set.copyOf(ids);
  }

  /** Whether a fragment, as written in a URL, leads to a place on the page. */
  public boolean hasPlace(String fragment) {
    String decoded = UrlPath.decodeAll(fragment);
    return fragment.isEmpty()
        || decoded.equalsIgnoreCase("top")
        || fragment.contains(":~:")
        || ids.contains(fragment)
        || ids.contains(decoded);
  }

  public Optional<Says> ofItem() {
    return Optional.ofNullable(says);
  }

  /**
   * Reads a page.
   *
   * @param own the address from which it came
   */
  public static PageReading of(String html, WebAddress own) {
    Document document = HtmlFile.parserFor("page.html").parseInput(html, "");
    PageLinks found = PageLinks.of(document);
    WebAddress base = own;
    if (found.base != null) {
      WebAddress named = WebAddress.parse(found.base, own);
      base = named.fault() == null && named.host() != null ? named : own;
    }
    Element article = document.selectFirst("[data-oit-item]");
    List<Link> links = new ArrayList<>();
    for (PageLinks.Link link : found.links) {
      Use use = use(link);
      if (use != null && link.raw() != null && !link.raw().isBlank()) {
        WebAddress address = WebAddress.parse(link.raw(), base);
        if (address.fault() == null && address.isWeb()) {
          String label = use == Use.FOLLOWED ? link.element().text() : "";
          boolean ofItem = article != null && link.element().parents().contains(article);
          links.add(new Link(address, use, label, ofItem));
        }
      }
    }
    Element heading = document.selectFirst("h1");
    return new PageReading(
        document.title().strip(),
        heading == null ? "" : heading.text(),
        links,
        found.ids,
        document.selectFirst("form input[type=password]") != null,
        article == null
            ? null
            : new Says(article.attr("data-oit-item"), article.attr("data-oit-year")));
  }

  /** The addresses for which a style sheet asks. */
  public static List<Link> ofStyleSheet(String css, WebAddress own) {
    List<Link> links = new ArrayList<>();
    StyleSheet.urls(
        css,
        (raw, offset) -> {
          WebAddress address = WebAddress.parse(raw, own);
          if (!raw.startsWith("#") && address.fault() == null && address.isWeb()) {
            boolean sheet = HtmlFile.ends(address.path(), ".css");
            links.add(new Link(address, sheet ? Use.TEXT : Use.LOADED, "", false));
          }
        });
    return links;
  }

  /**
   * The characters of a page or style sheet.
   *
   * @param charset named by the header; null when none
   */
  public static String text(byte[] bytes, String charset) {
    return HtmlFile.text(bytes, charset);
  }

  private static Use use(PageLinks.Link link) {
    return switch (link.kind()) {
      case HYPERLINK, REFRESH -> Use.FOLLOWED;
      case EMBEDDED, STYLE_URL -> Use.LOADED;
      case STYLESHEET, MANIFEST -> Use.TEXT;
      case MAP -> null;
      case REFERENCE ->
          switch (link.element().normalName()) {
            case "form", "button", "input" -> null; // nothing is sent off
            default -> Use.NAMED;
          };
    };
  }
}
