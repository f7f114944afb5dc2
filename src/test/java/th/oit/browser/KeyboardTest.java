package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of those who have no mouse, through the site that stands in the repository. */
@Tag("browser")
class KeyboardTest {
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

  /** Goes on with the tabulator until what has the focus fits a selector; every stop is judged. */
  private static void tabTo(Tab tab, String selector) {
    for (int i = 0; i < 150; i++) {
      tab.press("Tab");
      assertTrue(
          tab.evaluate("document.activeElement !== document.body").asBoolean(),
          () -> "the keys lead out of the page before " + selector);
      String who = tab.evaluate("document.activeElement.outerHTML.slice(0, 120)").asText();
      // WCAG 2.4.7 and 2.4.11: seen, and not below something else.
      assertEquals("", tab.evaluate(FOCUS).asText(), who);
      if (tab.evaluate("document.activeElement.matches('" + selector + "')").asBoolean()) {
        return;
      }
    }
    throw new AssertionError("no way with the keyboard to " + selector);
  }

  private static final String FOCUS =
      """
      (() => {
        const e = document.activeElement, css = getComputedStyle(e), r = e.getBoundingClientRect();
        if (css.outlineStyle === 'none' && css.boxShadow === 'none') return 'shows no focus';
        if (r.bottom <= 0 || r.top >= innerHeight || r.right <= 0 || r.left >= innerWidth) return 'is out of sight';
        const line = [...e.getClientRects()].find(each => each.width > 0 && each.height > 0);
        if (!line) return 'has no size';
        const x = Math.min(Math.max(line.left + 2, 1), innerWidth - 1), y = line.top + line.height / 2;
        if (y < 0 || y > innerHeight) return '';
        const top = document.elementFromPoint(x, y);
        return top === e || e.contains(top) || top?.contains(e) ? '' : 'lies below ' + top?.outerHTML.slice(0, 80);
      })()""";

  private static boolean is(Tab tab, String expression) {
    return tab.evaluate(expression).asBoolean();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void firstStopSkipsToTheContent(int width) {
    try (Tab tab = browser.desk().width(width)) {
      tab.go(browser.address("/oit/2567/o14/"));
      tab.press("Tab");
      assertTrue(is(tab, "document.activeElement.matches('.skip')"));
      assertTrue(is(tab, "document.activeElement.getBoundingClientRect().top >= 0"));
      tab.press("Enter");
      assertTrue(is(tab, "document.activeElement.id === 'main'"));
      tab.press("Tab");
      assertTrue(is(tab, "document.getElementById('main').contains(document.activeElement)"));
    }
  }

  @ParameterizedTest
  @CsvSource({"360, true", "360, false", "1280, true", "1280, false"})
  void menuLeadsToAPage(int width, boolean scripts) {
    try (Tab tab = browser.desk().width(width).scripts(scripts)) {
      tab.go(browser.address("/"));
      if (width < 960) {
        tabTo(tab, ".menu > summary");
        tab.press("Enter");
        assertTrue(is(tab, "document.querySelector('.menu').open"));
      }
      tabTo(tab, ".group > summary");
      assertFalse(is(tab, "document.activeElement.parentElement.open"));
      tab.press("Enter");
      assertTrue(is(tab, "document.activeElement.parentElement.open"));
      tabTo(tab, ".group li:nth-child(2) a");
      String target = tab.evaluate("document.activeElement.href").asText();
      tab.expectLoad();
      tab.press("Enter").awaitLoad(target);
      assertEquals(target, tab.evaluate("location.href").asText());
      assertNotEquals(browser.address("/"), target);
    }
  }

  @ParameterizedTest
  @CsvSource({"360, true", "360, false", "1280, true", "1280, false"})
  void filterLeavesOneIndicator(int width, boolean scripts) {
    String shown =
        "[...document.querySelectorAll('[data-oit-entry]')].filter(e => e.checkVisibility()).length";
    try (Tab tab = browser.desk().width(width).scripts(scripts)) {
      tab.go(browser.address("/oit/2567/"));
      assertEquals(35, tab.evaluate(shown).asInt());
      tabTo(tab, ".filters > summary");
      tab.press("Enter");
      tabTo(tab, "#filter-indicator");
      tab.press("ArrowDown");
      int left = tab.evaluate(shown).asInt();
      assertTrue(left > 0 && left < 35, () -> "rows after choosing an indicator: " + left);
      tabTo(tab, "#filter-department");
      tab.press("ArrowDown");
      int fewer = tab.evaluate(shown).asInt();
      assertTrue(fewer < left, () -> "rows after choosing a department too: " + fewer);
      tabTo(tab, ".filters button");
      tab.press("Enter");
      assertEquals(35, tab.evaluate(shown).asInt());
    }
  }

  @ParameterizedTest
  @CsvSource({"360, true", "360, false", "1280, true", "1280, false"})
  void displayIsChosenAndWithScriptsRemembered(int width, boolean scripts) {
    String paper = "getComputedStyle(document.body).backgroundColor";
    String size = "parseFloat(getComputedStyle(document.documentElement).fontSize)";
    try (Tab tab = browser.desk().width(width).scripts(scripts)) {
      tab.go(browser.address("/"));
      String light = tab.evaluate(paper).asText();
      double normal = tab.evaluate(size).asDouble();
      tabTo(tab, ".display > summary");
      tab.press("Enter");
      tabTo(tab, "#text-normal");
      tab.press("ArrowDown");
      double large = tab.evaluate(size).asDouble();
      assertTrue(large > normal * 1.15, () -> normal + " → " + large);
      tabTo(tab, "#theme-auto");
      tab.press("ArrowDown");
      tab.press("ArrowDown");
      assertTrue(is(tab, "document.activeElement.matches('#theme-dark')"));
      String dark = tab.evaluate(paper).asText();
      assertNotEquals(light, dark);
      tab.go(browser.address("/contact/"));
      assertEquals(scripts ? dark : light, tab.evaluate(paper).asText());
      assertEquals(scripts ? large : normal, tab.evaluate(size).asDouble());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void searchLeadsToAPageThatIsFound(int width) {
    try (Tab tab = browser.desk().width(width)) {
      tab.go(browser.address("/"));
      if (width < 768) {
        // A phone's header has room for the button only: the field stands on the page it leads to.
        tabTo(tab, ".find button");
        tab.expectLoad();
        tab.press("Enter").awaitLoad("the search page");
        // Which has the focus already, as whoever comes here with nothing typed wants to type.
        assertTrue(is(tab, "document.activeElement.id === 'search-box'"));
        tab.type("งบประมาณ");
      } else {
        tabTo(tab, "#find");
        tab.type("งบประมาณ").expectLoad();
        tab.press("Enter").awaitLoad("the search page");
      }
      for (int i = 0; i < 500 && is(tab, "!document.querySelector('#search-results a')"); i++) {
        Tab.pause(20);
      }
      // What is found is judged like any page.
      assertEquals(List.of(), Axe.all(tab));
      assertEquals(List.of(), tab.strings(Axe.read("/browser/measure.js")));
      assertEquals(List.of(), Axe.colours(tab.colours("dark")));
      tabTo(tab, "#search-results a");
      assertTrue(is(tab, "location.search.startsWith('?q=')"), "so that going back finds it again");
      String target = tab.evaluate("document.activeElement.href").asText();
      tab.expectLoad();
      tab.press("Enter").awaitLoad(target);
      assertEquals(target, tab.evaluate("location.href").asText());
      assertTrue(is(tab, "document.body.textContent.includes('งบประมาณ')"), target);
      assertEquals(List.of(), tab.faults());
    }
  }

  @Test
  void withoutScriptsTheSearchLeadsToTheListFromAToZ() {
    try (Tab tab = browser.phone().scripts(false)) {
      tab.go(browser.address("/"));
      tabTo(tab, ".find button");
      tab.expectLoad();
      tab.press("Enter").awaitLoad("the search page");
      assertTrue(is(tab, "document.querySelector('.notice').checkVisibility()"));
      tabTo(tab, "#main .onward");
      tab.expectLoad();
      tab.press("Enter").awaitLoad("the list");
      assertTrue(tab.evaluate("document.querySelectorAll('#main li a').length").asInt() > 80);
    }
  }
}
