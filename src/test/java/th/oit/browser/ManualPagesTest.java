package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the manual, one of each sort, as a reader's browser shows them. */
@Tag("browser")
class ManualPagesTest {
  @TempDir static Path folder;
  private static ReadersBrowser browser;
  private static Tab tab;

  @BeforeAll
  static void start() throws IOException {
    browser = ReadersBrowser.startManual(folder);
    tab = browser.chromium().open();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      tab.close();
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/start/",
        "/en/commands/",
        "/appearance/",
        "/typography/",
        "/rules/oit/stale/",
        "/a-z/"
      })
  void isAccessibleAndKeepsToItsWidth(String page) {
    assertEquals(List.of(), EveryPageTest.judge(tab, browser, page));
  }

  @Test
  void whatIsTooWideCanBeScrolledWithTheKeyboardAndSaysWhatItIs() {
    tab.scripts(true).width(320).colours("light").go(browser.address("/start/"));
    String wide =
        "[...document.querySelectorAll('pre')].filter(e => e.scrollWidth > e.clientWidth)";
    assertTrue(tab.evaluate(wide + ".length").asInt() > 0, "something is too wide");
    String mute = ".filter(e => e.tabIndex !== 0 || !e.getAttribute('aria-label')).length";
    assertEquals(0, tab.evaluate(wide + mute).asInt());
  }
}
