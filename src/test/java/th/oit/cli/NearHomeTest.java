package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.text.UrlPath;

/** How far a reader of the repository's site has to go, counted over its links. */
class NearHomeTest {
  @TempDir static Path folder;
  private static Path site;

  /** Every page that home leads to, with the number of links on the shortest way. */
  private static final Map<String, Integer> LINKS = new HashMap<>();

  @BeforeAll
  static void walkFromHome() throws IOException {
    site = OurSite.publish(folder);
    Deque<String> next = new ArrayDeque<>(List.of("/"));
    LINKS.put("/", 0);
    while (!next.isEmpty()) {
      String page = next.remove();
      for (Element link : read(page).select("a[href]")) {
        String target = target(page, link.attr("href"));
        if (target != null && !LINKS.containsKey(target)) {
          LINKS.put(target, LINKS.get(page) + 1);
          next.add(target);
        }
      }
    }
  }

  private static Document read(String page) throws IOException {
    return Jsoup.parse(Files.readString(site.resolve(page.substring(1) + "index.html")));
  }

  /** The page that a link leads to; {@code null} for a file or another host. */
  private static String target(String page, String href) {
    String path = href.replaceAll("[?#].*$", "");
    if (path.isEmpty()) {
      return page;
    }
    if (!path.startsWith("/") || !path.endsWith("/")) {
      return null;
    }
    String plain = UrlPath.decode(path);
    return Files.isRegularFile(site.resolve(plain.substring(1) + "index.html")) ? plain : null;
  }

  @Test
  void everyElementOfEveryItemIsShownWithinTwoLinksOfHome() throws IOException {
    int elements = 0;
    int items = 0;
    List<String> far = new ArrayList<>();
    for (String page : LINKS.keySet()) {
      Document document = read(page);
      Element item = document.selectFirst("[data-oit-item]");
      if (item == null || !item.attr("data-oit-year").equals("2567")) {
        continue;
      }
      items++;
      for (Element element : document.select("[data-oit-element]")) {
        elements++;
        if (LINKS.get(page) > 2) {
          far.add(item.attr("data-oit-item") + " " + element.attr("data-oit-element"));
        }
        for (Element place : element.select("a[href]")) {
          String shown = target(page, place.attr("href"));
          if (shown != null && LINKS.getOrDefault(shown, 99) > 2) {
            far.add(item.attr("data-oit-item") + " " + place.attr("href"));
          }
        }
      }
    }
    assertEquals(35, items);
    assertTrue(elements > 100, "elements: " + elements);
    assertEquals(List.of(), far);
  }
}
