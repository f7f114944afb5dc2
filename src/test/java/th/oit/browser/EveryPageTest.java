package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the repository's site, as a reader's browser shows it. */
@Tag("browser")
class EveryPageTest {
  private static final String MEASURE = Axe.read("/browser/measure.js");

  @TempDir static Path folder;
  private static ReadersBrowser browser;
  private static List<String> pages;

  @BeforeAll
  static void start() throws IOException {
    browser = ReadersBrowser.start(folder);
    pages = pages(browser.site());
    assertTrue(pages.size() > 80, () -> "where are the pages? " + pages);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** The addresses of all pages; those that only lead to another address are none. */
  static List<String> pages(Path site) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String path = "/" + site.relativize(file).toString().replace('\\', '/');
        if (path.endsWith(".html") && !Files.readString(file).contains("http-equiv=\"refresh\"")) {
          found.add(path.endsWith("/index.html") ? path.substring(0, path.length() - 10) : path);
        }
      }
    }
    return found;
  }

  /** What the templates call the kind of a page. */
  static String kind(Path site, String page) throws IOException {
    Path file = site.resolve(page.substring(1));
    String html = Files.readString(Files.isDirectory(file) ? file.resolve("index.html") : file);
    int at = html.indexOf("<body class=\"") + 13;
    return html.substring(at, html.indexOf('"', at));
  }

  @Test
  void isAccessibleAndKeepsToItsWidthAndItsHost() {
    assertNothing(
        onEveryPage("axe, widths, console, network", (tab, page) -> judge(tab, browser, page)));
  }

  /** What is wrong with a page on a desk and on a phone, light and dark, folded and open. */
  static List<String> judge(Tab tab, ReadersBrowser browser, String page) {
    List<String> found = new ArrayList<>();
    tab.scripts(true).width(1280).colours("light").go(browser.address(page));
    add(found, "1280", tab.strings(MEASURE));
    add(found, "1280", Axe.all(tab));
    add(found, "1280 dark", Axe.colours(tab.colours("dark")));
    openEverything(tab);
    for (int width : new int[] {320, 360}) {
      add(found, width + " open", tab.width(width).strings(MEASURE));
    }
    add(found, "360 open, dark", Axe.colours(tab));
    add(found, "360 open", Axe.all(tab.colours("light")));
    tab.evaluate("document.documentElement.dataset.text = 'larger'");
    add(found, "360 open, larger text", tab.strings(MEASURE));
    // On a wide screen what opens in the header lies on the page, as it should.
    tab.evaluate("document.querySelectorAll('header details').forEach(d => d.open = false)");
    add(found, "1280 open, larger text", tab.width(1280).strings(MEASURE));
    addFaults(found, tab, browser);
    return found;
  }

  @Test
  void isSoundWithoutScripts() {
    assertNothing(
        onEveryPage(
            "without scripts",
            (tab, page) -> {
              List<String> found = new ArrayList<>();
              tab.scripts(false).width(360).colours("light").go(browser.address(page));
              add(found, "360", tab.strings(MEASURE));
              add(found, "1280", tab.width(1280).strings(MEASURE));
              openEverything(tab);
              add(found, "320 open", tab.width(320).strings(MEASURE));
              addFaults(found, tab, browser);
              return found;
            }));
  }

  /** Opens every part that stands folded, those of one group too. */
  static void openEverything(Tab tab) {
    tab.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.removeAttribute('name');"
            + " d.open = true; })");
  }

  /** What the console and the network complained of, and what was asked of other hosts. */
  private static void addFaults(List<String> found, Tab tab, ReadersBrowser browser) {
    found.addAll(tab.faults());
    for (String request : tab.requests()) {
      if (!request.startsWith(browser.address("/")) && !request.startsWith("data:")) {
        found.add("asks another host: " + request);
      }
    }
  }

  private static void add(List<String> found, String where, List<String> complaints) {
    complaints.forEach(complaint -> found.add(where + ": " + complaint));
  }

  /** Does the same on every page, in as many tabs as there are processors. */
  private static Map<String, List<String>> onEveryPage(
      String what, BiFunction<Tab, String, List<String>> look) {
    Map<String, List<String>> found = new ConcurrentSkipListMap<>();
    LinkedBlockingQueue<String> left = new LinkedBlockingQueue<>(pages);
    AtomicInteger done = new AtomicInteger();
    int tabs = Math.max(2, Math.min(6, Runtime.getRuntime().availableProcessors()));
    ExecutorService threads = Executors.newFixedThreadPool(tabs);
    try {
      Callable<Void> work =
          () -> {
            try (Tab tab = browser.chromium().open()) {
              for (String page = left.poll(); page != null; page = left.poll()) {
                List<String> complaints = look.apply(tab, page);
                if (!complaints.isEmpty()) {
                  found.put(page, complaints);
                }
                if (done.incrementAndGet() % 20 == 0) {
                  System.err.println("browser: " + what + ", " + done + " of " + pages.size());
                }
              }
            }
            return null;
          };
      for (Future<Void> each : threads.invokeAll(java.util.Collections.nCopies(tabs, work))) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    assertEquals(pages.size(), done.get());
    return found;
  }

  /** Complaints of one kind are shown together, the first few of them in full. */
  private static void assertNothing(Map<String, List<String>> found) {
    Map<String, List<String>> kinds = new TreeMap<>();
    found.forEach(
        (page, complaints) ->
            complaints.forEach(
                complaint -> {
                  String kind = complaint.replaceAll("\"[^\"]*\"|[0-9.]+", "");
                  kinds
                      .computeIfAbsent(kind, k -> new ArrayList<>())
                      .add(complaint + " on " + page);
                }));
    List<String> lines = new ArrayList<>();
    kinds
        .values()
        .forEach(
            same -> {
              lines.addAll(same.subList(0, Math.min(3, same.size())));
              if (same.size() > 3) {
                lines.add("    and " + (same.size() - 3) + " more of this kind");
              }
            });
    assertTrue(lines.isEmpty(), () -> "\n" + String.join("\n", lines));
  }
}
