package th.oit.check.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * What one page points at, and the places in it that can be pointed at, in document order.
 *
 * <p>What is inside of {@code <template>} is no part of the page, nor is a {@code <noscript>} in
 * the head for anybody who has scripts; both are passed over. Elements marked {@code
 * data-oit-ignore}, and what is in them, keep their ids but give no links.
 */
final class PageLinks {
  /** Says that nobody is to judge the links of an element. */
  private static final String IGNORE = "data-oit-ignore";

  /** Properties of schema.org whose values are addresses. */
  private static final Set<String> MICRODATA =
      Set.of("url", "image", "logo", "thumbnailUrl", "contentUrl", "embedUrl", "sameAs");

  final List<Link> links = new ArrayList<>();

  /** Everything that a fragment can name, in document order. */
  final Set<String> ids = new LinkedHashSet<>();

  /** Elements whose id another element before them has. */
  final List<Element> duplicates = new ArrayList<>();

  /** The names of image maps. */
  final Set<String> maps = new HashSet<>();

  /** The first {@code <base href>}; null when there is none. */
  String base;

  private final Set<String> seen = new HashSet<>();
  private Element ignored;

  /** What a link is for: it decides what an empty one means, and whether a person can follow it. */
  enum Kind {
    /** A person follows it. */
    HYPERLINK,
    /** A browser goes there by itself. */
    REFRESH,
    /** A browser loads it to show the page. */
    EMBEDDED,
    STYLESHEET,
    /** Describes the site as an app; holds links itself. */
    MANIFEST,
    /** A URL inside of a style, resolved as such. */
    STYLE_URL,
    /** Names an image map of the same page. */
    MAP,
    /** Machines follow it, or nobody: canonical, cite, og:image, action. */
    REFERENCE
  }

  /**
   * One link.
   *
   * @param attribute where it stands; null when it is in the element's text
   * @param raw the URL as written; null when the attribute is not there at all
   * @param offset in the element's text, when it stands there
   */
  record Link(Element element, String attribute, String raw, Kind kind, int offset) {}

  private PageLinks() {}

  static PageLinks of(Document document) {
    PageLinks found = new PageLinks();
    found.walk(document);
    return found;
  }

  private void walk(Node root) {
    Node node = root;
    while (node != null) {
      Node next = !(node instanceof Element element) || enter(element) ? node.firstChild() : null;
      while (next == null && node != root) {
        if (node == ignored) {
          ignored = null;
        }
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
        }
      }
      node = next;
    }
  }

  /** Takes what an element says; answers whether what is in it counts too. */
  private boolean enter(Element element) {
    String name = element.normalName();
    if (name.equals("template")) {
      return false;
    }
    if (name.equals("noscript")) {
      Node parent = element.parent();
      return !(parent instanceof Element outer && outer.normalName().equals("head"));
    }
    if (name.equals("style")) {
      if (ignored == null && !element.hasAttr(IGNORE)) {
        text(element, StyleSheet::urls, Kind.STYLE_URL);
      }
      return false;
    }
    if (element.attributesSize() == 0) {
      if (name.equals("a") || name.equals("img")) {
        links(element, name, element.attributes());
      }
      return true;
    }
    Attributes attributes = element.attributes();
    if (attributes.hasKey("id")) {
      String id = attributes.get("id");
      if (!id.isEmpty()) {
        ids.add(id);
        if (!seen.add(id)) {
          duplicates.add(element);
        }
      }
    }
    if (name.equals("a") && attributes.hasKey("name") && !attributes.get("name").isEmpty()) {
      ids.add(attributes.get("name"));
    }
    if (ignored == null && attributes.hasKey(IGNORE)) {
      ignored = element;
    }
    if (ignored == null) {
      links(element, name, attributes);
      if (attributes.hasKey("style")) {
        String css = attributes.get("style");
        StyleSheet.urls(css, (url, offset) -> add(element, "style", url, Kind.STYLE_URL));
      }
    }
    if (name.equals("base") && base == null && attributes.hasKey("href")) {
      base = attributes.get("href");
    }
    return true;
  }

  private interface Reader {
    void read(String text, StyleSheet.Sink sink);
  }

  private void text(Element element, Reader reader, Kind kind) {
    // The HTML parser keeps a style or a script as data, the XML parser as text.
    int before = 0;
    for (Node child : element.childNodes()) {
      String text =
          child instanceof DataNode data
              ? data.getWholeData()
              : child instanceof TextNode words ? words.getWholeText() : "";
      int start = before;
      reader.read(text, (url, at) -> links.add(new Link(element, null, url, kind, start + at)));
      before += text.length();
    }
  }

  private void links(Element element, String name, Attributes attributes) {
    switch (name) {
      case "a" -> {
        if (!take(element, attributes, "href", Kind.HYPERLINK)
            && !take(element, attributes, "xlink:href", Kind.HYPERLINK)
            && !isPlaceholder(attributes)) {
          links.add(new Link(element, null, null, Kind.HYPERLINK, 0));
        }
      }
      case "area" -> take(element, attributes, "href", Kind.HYPERLINK);
      case "link" -> link(element, attributes);
      case "img" -> {
        boolean any = take(element, attributes, "src", Kind.EMBEDDED);
        any |= takeSet(element, attributes, "srcset");
        if (!any && !isFilledByScript(attributes)) {
          links.add(new Link(element, null, null, Kind.EMBEDDED, 0));
        }
        take(element, attributes, "usemap", Kind.MAP);
        take(element, attributes, "longdesc", Kind.REFERENCE);
      }
      case "audio", "track", "embed" -> take(element, attributes, "src", Kind.EMBEDDED);
      case "script" -> {
        if (!take(element, attributes, "src", Kind.EMBEDDED)) {
          script(element, attributes);
        }
      }
      case "source" -> {
        take(element, attributes, "src", Kind.EMBEDDED);
        takeSet(element, attributes, "srcset");
      }
      case "video" -> {
        take(element, attributes, "src", Kind.EMBEDDED);
        take(element, attributes, "poster", Kind.EMBEDDED);
      }
      case "iframe", "frame" -> {
        // What it shows may stand in the attribute srcdoc, and then nothing is loaded.
        if (!attributes.hasKey("srcdoc")) {
          take(element, attributes, "src", Kind.EMBEDDED);
        }
        take(element, attributes, "longdesc", Kind.REFERENCE);
      }
      case "object" -> {
        take(element, attributes, "data", Kind.EMBEDDED);
        take(element, attributes, "usemap", Kind.MAP);
      }
      case "form" -> take(element, attributes, "action", Kind.REFERENCE);
      case "button" -> take(element, attributes, "formaction", Kind.REFERENCE);
      case "input" -> {
        take(element, attributes, "formaction", Kind.REFERENCE);
        if (attributes.get("type").equalsIgnoreCase("image")) {
          take(element, attributes, "src", Kind.EMBEDDED);
        }
      }
      case "blockquote", "q", "del", "ins" -> take(element, attributes, "cite", Kind.REFERENCE);
      case "body", "table", "thead", "tbody", "tfoot", "tr", "td", "th" ->
          take(element, attributes, "background", Kind.EMBEDDED);
      case "html" -> take(element, attributes, "manifest", Kind.REFERENCE);
      case "map" -> maps.add(attributes.get("name"));
      case "meta" -> meta(element, attributes);
      case "use",
          "image",
          "feimage",
          "mpath",
          "textpath",
          "pattern",
          "lineargradient",
          "radialgradient" -> {
        if (!take(element, attributes, "href", Kind.EMBEDDED)) {
          take(element, attributes, "xlink:href", Kind.EMBEDDED);
        }
      }
      default -> {
        // holds no URL
      }
    }
  }

  /** An {@code <a>} without an address that is meant to have none. */
  private static boolean isPlaceholder(Attributes attributes) {
    return attributes.hasKey("id")
        || attributes.hasKey("name")
        || attributes.hasKey("role")
        || attributes.hasKey("aria-current")
        || attributes.hasKey("aria-disabled");
  }

  /** A picture whose address a script puts in later, from an attribute of its own. */
  private static boolean isFilledByScript(Attributes attributes) {
    for (var attribute : attributes) {
      if (attribute.getKey().startsWith("data-")) {
        return true;
      }
    }
    return false;
  }

  /** A script without a file: a picture's own names it by {@code href}, and data is no program. */
  private void script(Element element, Attributes attributes) {
    if (isLinkedData(attributes.get("type"))) {
      text(element, LinkedData::jsonLd, Kind.REFERENCE);
    } else if (!element.tag().namespace().equals(Parser.NamespaceHtml)
        && !take(element, attributes, "href", Kind.EMBEDDED)) {
      take(element, attributes, "xlink:href", Kind.EMBEDDED);
    }
  }

  private static boolean isLinkedData(String type) {
    int end = type.indexOf(';');
    String essence = end < 0 ? type : type.substring(0, end);
    return !essence.isEmpty() && essence.strip().equalsIgnoreCase("application/ld+json");
  }

  private void link(Element element, Attributes attributes) {
    Kind kind = Kind.REFERENCE;
    String rel = attributes.get("rel");
    int start = 0;
    for (int i = 0; i <= rel.length(); i++) {
      if (i < rel.length() && !SrcSet.isSpace(rel.charAt(i))) {
        continue;
      }
      String token = rel.substring(start, i);
      if (token.equalsIgnoreCase("dns-prefetch") || token.equalsIgnoreCase("preconnect")) {
        return; // names a host, not a file
      }
      if (token.equalsIgnoreCase("stylesheet")) {
        kind = Kind.STYLESHEET;
      } else if (token.equalsIgnoreCase("manifest")) {
        kind = Kind.MANIFEST;
      }
      start = i + 1;
    }
    boolean any = take(element, attributes, "href", kind);
    takeSet(element, attributes, "imagesrcset");
    if (!any && kind == Kind.STYLESHEET) {
      links.add(new Link(element, null, null, kind, 0));
    }
  }

  private void meta(Element element, Attributes attributes) {
    if (!attributes.hasKey("content")) {
      return;
    }
    String content = attributes.get("content");
    if (attributes.get("http-equiv").equalsIgnoreCase("refresh")) {
      String url = MetaRefresh.url(content);
      if (url != null) {
        add(element, "content", url, Kind.REFRESH);
      }
      return;
    }
    if (MICRODATA.contains(attributes.get("itemprop"))) {
      add(element, "content", content, Kind.REFERENCE);
      return;
    }
    String name = attributes.get("property");
    name = (name.isEmpty() ? attributes.get("name") : name).toLowerCase(Locale.ROOT);
    switch (name) {
      case "og:image",
          "og:image:url",
          "og:image:secure_url",
          "og:url",
          "og:video",
          "og:video:url",
          "og:video:secure_url",
          "og:audio",
          "og:audio:url",
          "og:audio:secure_url",
          "twitter:image",
          "twitter:image:src",
          "twitter:player",
          "twitter:player:stream",
          "msapplication-tileimage" ->
          add(element, "content", content, Kind.REFERENCE);
      default -> {
        // no URL
      }
    }
  }

  private boolean take(Element element, Attributes attributes, String attribute, Kind kind) {
    if (!attributes.hasKey(attribute)) {
      return false;
    }
    add(element, attribute, attributes.get(attribute), kind);
    return true;
  }

  private boolean takeSet(Element element, Attributes attributes, String attribute) {
    if (!attributes.hasKey(attribute)) {
      return false;
    }
    SrcSet.split(attributes.get(attribute), url -> add(element, attribute, url, Kind.EMBEDDED));
    return true;
  }

  private void add(Element element, String attribute, String raw, Kind kind) {
    links.add(new Link(element, attribute, raw, kind, 0));
  }
}
