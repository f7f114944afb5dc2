package th.oit.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import th.oit.store.Packer;
import th.oit.store.Unpacker;
import th.oit.text.ThaiDate;

/**
 * What a page says of itself in its {@code data-oit-…} attributes. Immutable.
 *
 * @param item null unless the page is that of an item
 * @param list the year that the page lists, null unless it lists one
 * @param entries for each item of that list, what the list says of it
 * @param channels the links by which the body is reached in general
 * @param outline what stands on the page; null unless it is that of an item of the judged year
 */
record PageFacts(
    String page,
    ItemFacts item,
    String list,
    Map<String, String> entries,
    List<String> channels,
    Outline outline) {

  /**
   * An item's page.
   *
   * @param department empty when the page states none; so are the other texts
   * @param evidence files that prove something, and every other file to which the page links
   */
  record ItemFacts(
      String code,
      String year,
      String status,
      String department,
      List<String> periods,
      String title,
      String noneReason,
      LocalDate updated,
      String every,
      Map<String, List<String>> elements,
      List<FileLink> evidence) {}

  /**
   * A link to a file.
   *
   * @param date the day that the page gives for it; null when none
   * @param declared whether the page calls it evidence, or merely links to it
   */
  record FileLink(String href, List<String> periods, LocalDate date, boolean declared) {}

  /**
   * What a page says.
   *
   * @param year the judged year, whose items' pages are read whole
   */
  static PageFacts of(String page, Document document, String year) {
    Walk walk = new Walk();
    document.traverse(walk);
    ItemFacts item = walk.article == null ? null : walk.item();
    boolean judged = item != null && isOfYear(item, page, year);
    return new PageFacts(
        page,
        item,
        walk.list,
        walk.entries,
        walk.channels.isEmpty() ? walk.footer : walk.channels,
        judged ? OutlineReader.read(page, document) : null);
  }

  /** Packs all but the outline. */
  void pack(Packer out) {
    out.text(list).number(entries.size());
    entries.forEach((entry, status) -> out.text(entry).text(status));
    out.texts(channels).flag(item != null);
    if (item == null) {
      return;
    }
    out.text(item.code()).text(item.year()).text(item.status()).text(item.department());
    out.texts(item.periods()).text(item.title()).text(item.noneReason()).day(item.updated());
    out.text(item.every()).number(item.elements().size());
    item.elements().forEach((element, places) -> out.text(element).texts(places));
    out.number(item.evidence().size());
    for (FileLink file : item.evidence()) {
      out.text(file.href()).texts(file.periods()).day(file.date()).flag(file.declared());
    }
  }

  /** The facts, without an outline. */
  static PageFacts unpack(String page, Unpacker in) {
    String list = in.text();
    Map<String, String> entries = new HashMap<>();
    for (int i = in.number(); i > 0; i--) {
      entries.put(in.text(), in.text());
    }
    List<String> channels = in.texts();
    return new PageFacts(page, in.flag() ? item(in) : null, list, entries, channels, null);
  }

  private static ItemFacts item(Unpacker in) {
    String code = in.text();
    String year = in.text();
    String status = in.text();
    String department = in.text();
    List<String> periods = in.texts();
    String title = in.text();
    String noneReason = in.text();
    LocalDate updated = in.day();
    String every = in.text();
    Map<String, List<String>> elements = new LinkedHashMap<>();
    for (int i = in.number(); i > 0; i--) {
      elements.put(in.text(), in.texts());
    }
    List<FileLink> evidence = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      evidence.add(new FileLink(in.text(), in.texts(), in.day(), in.flag()));
    }
    return new ItemFacts(
        code,
        year,
        status,
        department,
        periods,
        title,
        noneReason,
        updated,
        every,
        elements,
        evidence);
  }

  /** Whether an item's page is of the judged year. */
  boolean isOfYear(String year) {
    return isOfYear(item, page, year);
  }

  /** A page belongs to the year by what it says, or by the folder in which it stands. */
  private static boolean isOfYear(ItemFacts item, String page, String year) {
    return item.year().equals(year) || page.startsWith("oit/" + year + "/");
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /** Gathers the facts in one walk through the page. */
  private static final class Walk implements NodeVisitor {
    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, List<String>> elements = new LinkedHashMap<>();
    private final List<FileLink> evidence = new ArrayList<>();
    private final List<FileLink> others = new ArrayList<>();
    private final List<String> channels = new ArrayList<>();
    private final List<String> footer = new ArrayList<>();
    private Element article;
    private boolean inArticle;
    private String list;
    private Element title;
    private Element none;
    private Element element;
    private List<String> places;
    private Element proof;
    private List<String> periods = List.of();
    private LocalDate dated;
    private Element foot;

    @Override
    public void head(Node node, int depth) {
      if (!(node instanceof Element at)) {
        return;
      }
      String name = at.normalName();
      if (at.attributesSize() > 0) {
        for (Attribute attribute : at.attributes()) {
          if (attribute.getKey().startsWith("data-oit-")) {
            said(at, attribute.getKey(), attribute.getValue());
          }
        }
      }
      if (name.equals("a") && at.hasAttr("href")) {
        link(at.attr("href"));
      } else if (name.equals("h1") && inArticle && title == null) {
        title = at;
      } else if (name.equals("footer") && foot == null) {
        foot = at;
      }
    }

    private void said(Element at, String key, String value) {
      switch (key) {
        case "data-oit-item" -> {
          if (article == null) {
            article = at;
            inArticle = true;
          }
        }
        case "data-oit-list" -> list = list == null ? value : list;
        case "data-oit-entry" -> entries.put(value, at.attr("data-oit-status"));
        case "data-oit-none" -> none = none == null && inArticle ? at : none;
        case "data-oit-channel" -> {
          if (at.hasAttr("href")) {
            channels.add(at.attr("href"));
          }
        }
        case "data-oit-element" -> {
          if (inArticle) {
            element = at;
            places = elements.computeIfAbsent(value, id -> new ArrayList<>());
          }
        }
        case "data-oit-evidence" -> {
          proof = at;
          periods = words(at.attr("data-oit-period"));
          dated = ThaiDate.parse(at.attr("data-oit-date")).orElse(null);
        }
        default -> {
          // of the article, read from it, or of no use here
        }
      }
    }

    private void link(String href) {
      if (foot != null && (href.startsWith("tel:") || href.startsWith("mailto:"))) {
        footer.add(href);
      }
      if (!inArticle) {
        return;
      }
      if (element != null) {
        places.add(href);
      }
      if (proof != null) {
        evidence.add(new FileLink(href, periods, dated, true));
      } else {
        others.add(new FileLink(href, List.of(), null, false));
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node == article) {
        inArticle = false;
      } else if (node == element) {
        element = null;
      } else if (node == proof) {
        proof = null;
      } else if (node == foot) {
        foot = null;
      }
    }

    ItemFacts item() {
      evidence.addAll(others);
      return new ItemFacts(
          article.attr("data-oit-item"),
          article.attr("data-oit-year"),
          article.attr("data-oit-status"),
          article.attr("data-oit-department"),
          words(article.attr("data-oit-period")),
          title == null ? "" : title.text(),
          none == null ? "" : none.text(),
          ThaiDate.parse(article.attr("data-oit-updated")).orElse(null),
          article.attr("data-oit-every"),
          elements,
          evidence);
    }
  }
}
