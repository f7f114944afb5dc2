package th.oit.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import th.oit.catalog.Freshness;
import th.oit.text.ThaiDate;
import th.oit.text.UrlPath;

/**
 * What an item's published page tells a stranger: where its elements are, and when it was renewed.
 *
 * @param updated the day that the page states; null when it states none
 * @param every how often the page says it is renewed; null when it does not
 * @param none why there is nothing to show; null when there is
 * @param elements those that the page names, in its order
 */
public record ShownItem(
    LocalDate updated, Freshness every, String none, List<ShownElement> elements) {
  public ShownItem {
    elements = List.copyOf(elements);
  }

  /**
   * Reads the pages of the items that have one.
   *
   * @param root the tree as a server would have it
   * @return by item, such as O14
   * @throws IOException when a page cannot be read
   */
  public static Map<String, ShownItem> read(Path root, List<ItemVerdict> items) throws IOException {
    Map<String, ShownItem> shown = new LinkedHashMap<>();
    for (ItemVerdict item : items) {
      if (item.url() == null) {
        continue;
      }
      String path = UrlPath.decode(item.url()).substring(1);
      Path file = root.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
      if (Files.isRegularFile(file)) {
        Document document = Jsoup.parse(Files.readString(file, StandardCharsets.UTF_8));
        Element article = document.selectFirst("[data-oit-item]");
        if (article != null) {
          shown.put(item.id(), of(article));
        }
      }
    }
    return shown;
  }

  /** Reads the article of an item. */
  static ShownItem of(Element article) {
    Map<String, ShownElement> elements = new LinkedHashMap<>();
    for (Element element : article.select("[data-oit-element]")) {
      List<ShownElement.Place> places = new ArrayList<>();
      for (Element link : element.select("a[href]")) {
        places.add(new ShownElement.Place(link.text(), link.attr("href")));
      }
      if (places.isEmpty()) {
        continue;
      }
      Element named = element.selectFirst(".element-text");
      String id = element.attr("data-oit-element");
      elements.merge(
          id, new ShownElement(id, named == null ? "" : named.text(), places), ShownItem::joined);
    }
    Element none = article.selectFirst("[data-oit-none]");
    return new ShownItem(
        ThaiDate.parse(article.attr("data-oit-updated")).orElse(null),
        Freshness.parse(article.attr("data-oit-every")).orElse(null),
        none == null ? null : none.text(),
        List.copyOf(elements.values()));
  }

  private static ShownElement joined(ShownElement one, ShownElement other) {
    List<ShownElement.Place> places = new ArrayList<>(one.places());
    places.addAll(other.places());
    return new ShownElement(one.id(), one.text(), places);
  }
}
