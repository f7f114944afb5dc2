package th.oit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What a page says of itself in its {@code data-oit-…} attributes, and the tables on it. Immutable.
 *
 * @param item null unless the page is that of an item
 * @param list the year that the page lists, null unless it lists one
 * @param entries for each item of that list, what the list says of it
 * @param tables by the ids under which they can be found: their own, those of the headings above
 *     them, and those of what encloses them
 */
record PageFacts(
    String page,
    ItemFacts item,
    String list,
    Map<String, String> entries,
    Map<String, List<Table>> tables) {

  /**
   * An item's page.
   *
   * @param department empty when the page states none; so are the other texts
   * @param evidence files that prove something, and every other file to which the page links
   * @param bodyLength letters and digits in the body
   * @param bodyThings tables, pictures and placed files in the body
   */
  record ItemFacts(
      String code,
      String year,
      String status,
      String department,
      List<String> periods,
      String title,
      String noneReason,
      Map<String, List<String>> elements,
      List<FileLink> evidence,
      int bodyLength,
      int bodyThings) {}

  /**
   * A link to a file.
   *
   * @param declared whether the page calls it evidence, or merely links to it
   */
  record FileLink(String href, List<String> periods, boolean declared) {}

  /**
   * A table.
   *
   * @param id its own, empty when it has none
   */
  record Table(String id, List<String> headers, int rows) {}

  static PageFacts of(String page, Document document) {
    Element article = document.selectFirst("[data-oit-item]");
    Element list = document.selectFirst("[data-oit-list]");
    Map<String, String> entries = new HashMap<>();
    if (list != null) {
      for (Element entry : list.select("[data-oit-entry]")) {
        entries.put(entry.attr("data-oit-entry"), entry.attr("data-oit-status"));
      }
    }
    return new PageFacts(
        page,
        article == null ? null : item(article),
        list == null ? null : list.attr("data-oit-list"),
        entries,
        list == null ? tables(document) : Map.of());
  }

  private static ItemFacts item(Element article) {
    Map<String, List<String>> elements = new LinkedHashMap<>();
    for (Element element : article.select("[data-oit-element]")) {
      List<String> places =
          elements.computeIfAbsent(element.attr("data-oit-element"), id -> new ArrayList<>());
      places.addAll(element.select("a[href]").eachAttr("href"));
    }
    List<FileLink> evidence = new ArrayList<>();
    Elements declared = article.select("[data-oit-evidence]");
    for (Element entry : declared) {
      for (String href : entry.select("a[href]").eachAttr("href")) {
        evidence.add(new FileLink(href, words(entry.attr("data-oit-period")), true));
      }
    }
    for (Element link : article.select("a[href]")) {
      if (link.closest("[data-oit-evidence]") == null) {
        evidence.add(new FileLink(link.attr("href"), List.of(), false));
      }
    }
    Element body = article.selectFirst("[data-oit-body]");
    Element title = article.selectFirst("h1");
    Element none = article.selectFirst("[data-oit-none]");
    return new ItemFacts(
        article.attr("data-oit-item"),
        article.attr("data-oit-year"),
        article.attr("data-oit-status"),
        article.attr("data-oit-department"),
        words(article.attr("data-oit-period")),
        title == null ? "" : title.text(),
        none == null ? "" : none.text(),
        elements,
        evidence,
        body == null ? 0 : letters(body.text()),
        body == null ? 0 : body.select("table, img, svg, figure").size());
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  private static int letters(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        count++;
      }
    }
    return count;
  }

  private static Map<String, List<Table>> tables(Document document) {
    Map<String, List<Table>> tables = new HashMap<>();
    List<Element> above = new ArrayList<>();
    for (Element element : document.select("h1, h2, h3, h4, h5, h6, table")) {
      if (!element.normalName().equals("table")) {
        while (!above.isEmpty() && level(above.get(above.size() - 1)) >= level(element)) {
          above.remove(above.size() - 1);
        }
        above.add(element);
        continue;
      }
      Table table = table(element);
      for (Element heading : above) {
        put(tables, heading.id(), table);
      }
      for (Element at = element; at != null; at = at.parent()) {
        put(tables, at.id(), table);
      }
      for (Element inside : element.select("[id]")) {
        if (inside != element) {
          put(tables, inside.id(), table);
        }
      }
    }
    return tables;
  }

  private static void put(Map<String, List<Table>> tables, String id, Table table) {
    if (!id.isEmpty()) {
      List<Table> there = tables.computeIfAbsent(id, key -> new ArrayList<>());
      if (!there.contains(table)) {
        there.add(table);
      }
    }
  }

  private static int level(Element heading) {
    return heading.normalName().charAt(1) - '0';
  }

  private static Table table(Element table) {
    List<String> headers = new ArrayList<>();
    Element firstRow = table.selectFirst("tr");
    for (Element header : table.select("thead th, thead td, th[scope=col]")) {
      headers.add(header.text());
    }
    if (headers.isEmpty() && firstRow != null) {
      headers.addAll(firstRow.select("th, td").eachText());
    }
    int rows = table.select("tbody tr").size();
    return new Table(table.id(), headers, rows);
  }
}
