package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The marks above and below Thai letters have room in every line, in our font and in one that the
 * reader's machine puts in its place. {@code -Doit.pictures=FOLDER} draws the reference pictures of
 * the documentation anew.
 */
@Tag("browser")
class ThaiMarksTest {
  private static final String MARKS = Axe.read("/browser/marks.js");

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

  private static Set<String> onePageOfEveryKind() throws IOException {
    Set<String> kinds = new LinkedHashSet<>();
    Set<String> pages = new LinkedHashSet<>();
    for (String page : EveryPageTest.pages(browser.site())) {
      if (kinds.add(EveryPageTest.kind(browser.site(), page))) {
        pages.add(page);
      }
    }
    return pages;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sarabun", "sans-serif", "Loma, sans-serif", "Garuda, sans-serif"})
  void stayInTheirLineOnEveryKindOfPage(String font) throws IOException {
    try (Tab tab = browser.phone()) {
      for (String page : onePageOfEveryKind()) {
        tab.go(browser.address(page));
        EveryPageTest.openEverything(tab);
        tab.evaluate("document.documentElement.style.setProperty('--font', '" + font + "')");
        for (int width : new int[] {360, 1280}) {
          assertEquals(List.of(), tab.width(width).strings(MARKS), page + " at " + width);
        }
      }
    }
  }

  @Test
  void areFoundWhereALineIsTooTight() {
    try (Tab tab = browser.phone()) {
      tab.go(browser.address("/"));
      tab.evaluate(
          "document.querySelectorAll('h1, h2').forEach(h => h.style.setProperty('line-height', '1'))");
      assertTrue(
          tab.strings(MARKS).stream()
              .anyMatch(line -> line.matches("lines meet by 1.*: h1 at .*")));
      tab.evaluate("document.querySelector('h1').style.overflow = 'hidden'");
      assertTrue(
          tab.strings(MARKS).stream().anyMatch(line -> line.matches("is cut off by .*: h1 at .*")));
    }
  }

  /** The page of samples, in our type, as the documentation shows it. */
  @Test
  void arePicturedForTheDocumentation() throws IOException {
    try (Tab tab = browser.phone()) {
      tab.go(browser.address("/oit/2567/"));
      tab.evaluate(Axe.read("/browser/specimen.js"));
      for (String font : List.of("Sarabun", "Loma")) {
        tab.evaluate("document.documentElement.style.setProperty('--font', '" + font + "')");
        assertEquals(List.of(), tab.strings(MARKS));
        byte[] picture = tab.picture("#main");
        assertTrue(picture.length > 10_000, font);
        if (System.getProperty("oit.pictures") != null) {
          String name = "thai-marks-" + font.toLowerCase(java.util.Locale.ROOT) + ".png";
          Files.write(Path.of(System.getProperty("oit.pictures"), name), picture);
        }
      }
    }
  }
}
