package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The colours that a reader may choose can be read whatever the device asks for. */
@Tag("browser")
class ChoicesTest {
  @TempDir static Path folder;
  private static ReadersBrowser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = ReadersBrowser.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** The first page of every kind that the templates know. */
  private static Map<String, String> kinds() throws IOException {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (String page : EveryPageTest.pages(browser.site())) {
      String kind = EveryPageTest.kind(browser.site(), page);
      kinds.putIfAbsent(kind, page);
    }
    return kinds;
  }

  @Test
  void haveEnoughContrastOnEveryKindOfPage() throws IOException {
    List<String> found = new ArrayList<>();
    try (Tab tab = browser.desk()) {
      Map<String, String> kinds = kinds();
      assertTrue(kinds.size() >= 6, kinds::toString);
      for (Map.Entry<String, String> kind : kinds.entrySet()) {
        tab.colours("light").go(browser.address(kind.getValue()));
        EveryPageTest.openEverything(tab);
        for (String choice : List.of("light", "dark", "contrast")) {
          tab.evaluate("document.getElementById('theme-" + choice + "').click()");
          for (String device : List.of("light", "dark")) {
            for (String complaint : Axe.colours(tab.width(360).colours(device))) {
              found.add(
                  kind.getValue() + ", " + choice + " on a " + device + " device: " + complaint);
            }
          }
        }
        tab.evaluate("localStorage.clear()");
      }
    }
    assertEquals("", String.join("\n", found));
  }

  /** High contrast by choice is what its name says: 7:1, as WCAG asks at level AAA. */
  @Test
  void ofHighContrastReachTheHighestLevel() throws IOException {
    List<String> found = new ArrayList<>();
    try (Tab tab = browser.phone()) {
      for (String page : kinds().values()) {
        tab.go(browser.address(page));
        EveryPageTest.openEverything(tab);
        tab.evaluate("document.getElementById('theme-contrast').click()");
        Axe.enhancedContrast(tab).forEach(complaint -> found.add(page + ": " + complaint));
      }
    }
    assertEquals("", String.join("\n", found));
  }
}
