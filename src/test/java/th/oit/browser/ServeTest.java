package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;
import th.oit.TestSite;
import th.oit.cli.Serving;

/** A browser that shows a site while somebody writes it. */
@Tag("browser")
class ServeTest {
  private static final String FILES =
      TestSite.CONFIG.replace("assessment:", "hosting: [apache]\nassessment:")
          + """
          == content/index.md
          ---
          summary: หน้าแรก
          ---
          ยินดีต้อนรับ
          == content/pages/about.md
          ---
          title: เกี่ยวกับเรา
          ---
          ข้อความเดิม

          [ลิงก์เสีย](/nowhere/)
          == content/oit/2567/o1/index.md
          ---
          title: โครงสร้าง
          updated: 2024-01-15
          department: office
          ---
          ข้อความสั้น
          == content/oit/2567/o2/index.md
          ---
          title: ผู้บริหาร
          department: finance
          status: draft
          ---
          ร่าง
          """;

  /** In the page, what the author sees of the tool itself. */
  private static final String OVERLAY =
      "(document.querySelector('oit-serve')?.shadowRoot.getElementById('%s') ?? {})";

  @TempDir static Path folder;
  private static Chromium chromium;

  @TempDir Path temporary;
  private Path site;
  private Serving serving;
  private Tab tab;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void serve() {
    site = SiteFiles.write(temporary.resolve("เว็บ อบต"), FILES);
    serving = Serving.of(site);
    tab = chromium.open().width(1280).colours("light");
  }

  @AfterEach
  void end() {
    tab.close();
    serving.close();
  }

  private void edit(String file, String old, String now) throws IOException {
    String text = Files.readString(site.resolve(file));
    assertTrue(text.contains(old), file);
    Files.writeString(site.resolve(file), text.replace(old, now));
  }

  /** Waits until something is so in the page, over the moment in which it is loaded again. */
  private void await(String expression) {
    serving.await(
        () -> {
          try {
            return tab.evaluate("!!(" + expression + ")").asBoolean();
          } catch (IllegalStateException e) {
            return false; // between two pages
          }
        });
  }

  private boolean isThere(String text) {
    try {
      return tab.evaluate("!!document.querySelector('main')?.textContent.includes('" + text + "')")
          .asBoolean();
    } catch (IllegalStateException e) {
      return false; // between two pages
    }
  }

  private static String overlay(String id) {
    return String.format(OVERLAY, id);
  }

  @Test
  void showsAnEditAtThePlaceThatWasBeingRead() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("ย่อหน้า ").append(i).append("\n\n");
    }
    edit("content/pages/about.md", "ข้อความเดิม", text + "ข้อความเดิม");
    serving.await(() -> serving.said().contains("made anew"));
    tab.go(serving.address("/about/"));
    await(overlay("badge") + ".textContent?.includes('pass')");
    tab.evaluate("scrollTo(0, 1500)");
    edit("content/pages/about.md", "ข้อความเดิม", "ข้อความใหม่เอี่ยม");
    await("document.body.innerText.includes('ข้อความใหม่เอี่ยม') && Math.abs(scrollY - 1500) < 3");
    assertEquals(List.of(), tab.faults(), "a strict policy holds");
  }

  @Test
  void tellsOverThePageWhatIsBrokenUntilItIsMended() throws IOException {
    tab.go(serving.address("/about/"));
    await(overlay("badge") + ".textContent?.includes('pass')");
    edit("content/pages/about.md", "title: เกี่ยวกับเรา", "title: \"เกี่ยวกับเรา");
    await(overlay("trouble") + ".textContent?.includes('content/pages/about.md:2:')");
    assertTrue(tab.evaluate("document.body.innerText.includes('ข้อความเดิม')").asBoolean());
    assertEquals("false", tab.evaluate(overlay("trouble") + ".hidden").asText());
    assertTrue(
        tab.evaluate(overlay("trouble") + ".querySelector('mark').textContent.length > 0")
            .asBoolean());
    for (int width : new int[] {1280, 360}) {
      tab.width(width);
      assertEquals(List.of(), Axe.all(tab), "over the page, " + width);
      assertTrue(
          tab.evaluate("document.documentElement.scrollWidth <= innerWidth").asBoolean(),
          "wider than " + width);
    }
    edit("content/pages/about.md", "title: \"เกี่ยวกับเรา", "title: เกี่ยวกับเรา");
    await(overlay("trouble") + ".hidden === true");
    assertEquals(List.of(), tab.faults());
  }

  @Test
  void goesOnToTheSiteWhenItsFirstFaultIsMended() throws IOException {
    serving.close();
    edit("site-config.yml", "base_url:", "base_ulr:");
    serving = Serving.of(site);
    tab.go(serving.address("/about/"));
    await("document.body.innerText.includes('site-config.yml:')");
    assertEquals(List.of(), Axe.all(tab));
    edit("site-config.yml", "base_ulr:", "base_url:");
    await("document.body.innerText.includes('ข้อความเดิม')");
  }

  @Test
  void thePanelIsAccessibleAndFollows() throws IOException {
    tab.go(serving.address("/_oit/"));
    await(
        "document.getElementById('O1') && document.getElementById('now').textContent"
            + ".includes('Checked')");
    for (int width : new int[] {1280, 360}) {
      tab.width(width);
      tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertEquals(List.of(), Axe.all(tab), Integer.toString(width));
      assertTrue(
          tab.evaluate("document.documentElement.scrollWidth <= innerWidth").asBoolean(),
          "wider than " + width);
    }
    assertTrue(
        tab.evaluate("document.getElementById('O2').textContent.includes('draft')").asBoolean());
    assertTrue(
        tab.evaluate("document.querySelector('#others ~ ol a').href")
            .asText()
            .startsWith("vscode://file/"));
    edit("content/pages/about.md", "[ลิงก์เสีย](/nowhere/)", "ไม่มีลิงก์");
    await("!document.querySelector('main').textContent.includes('/nowhere/')");
    assertTrue(
        tab.evaluate("document.getElementById('d-O1').open").asBoolean(), "what was open stays so");
    assertEquals(List.of(), tab.faults());
    edit("content/pages/about.md", "title: เกี่ยวกับเรา", "title: \"เกี่ยวกับเรา");
    await("document.querySelector('.trouble')");
    assertEquals(List.of(), Axe.all(tab), "with trouble");
  }

  /**
   * How long after a save the browser shows it: {@code -Doit.serve.pages=1000} makes a site of so
   * many pages, edits one of them, and prints the times.
   */
  @Test
  @EnabledIfSystemProperty(named = "oit.serve.pages", matches = "\\d+")
  void showsAnEditAtOnce() throws IOException {
    int pages = Integer.getInteger("oit.serve.pages");
    serving.close();
    for (int i = 0; i < pages; i++) {
      StringBuilder text = new StringBuilder("---\ntitle: หน้า " + i + "\n---\n");
      for (int j = 0; j < 12; j++) {
        text.append("## หัวข้อ ").append(j).append(" {#h").append(j).append("}\n\n");
        text.append("องค์การบริหารส่วนตำบลจัดทำข้อมูลเพื่อเผยแพร่ต่อประชาชน ".repeat(4));
        text.append("[หน้าอื่น](p").append((i * 7 + j) % pages).append(".md)\n\n");
      }
      SiteFiles.put(site.resolve("content/pages/p" + i + ".md"), text.toString());
    }
    serving = Serving.apart(site);
    tab.go(serving.address("/p5/"));
    List<Long> times = new ArrayList<>();
    String file = "content/pages/p5.md";
    for (int i = 0; i < 25; i++) {
      int checked = serving.said().split("checked:", -1).length;
      String text = Files.readString(site.resolve(file));
      String mark = "ครั้งที่" + (char) ('ก' + i) + "จบ";
      // The page tells when the new text is there; the clock is this process's own.
      String now = text.replaceFirst("---\\n(ครั้งที่.จบ\\n\\n)?## ", "---\n" + mark + "\n\n## ");
      long started = System.nanoTime();
      Files.writeString(site.resolve(file), now);
      Tab.pause(40);
      while (!isThere(mark)) {
        Tab.pause(5);
      }
      tab.evaluate("new Promise(r => requestAnimationFrame(() => r(0)))");
      times.add((System.nanoTime() - started) / 1_000_000);
      serving.awaitSaid("checked:", checked);
    }
    List<Long> last = new ArrayList<>(times.subList(5, 25));
    Collections.sort(last);
    System.err.println(
        pages
            + " pages: saved and shown, ms: "
            + times
            + ", median of the last 20: "
            + (last.get(9) + last.get(10)) / 2
            + "; made anew in ms: "
            + serving
                .said()
                .replaceAll(
                    "(?s)[^\\n]*(?:checked|made in|The site|Readiness|Save a)[^\\n]*\\n", "")
                .replaceAll("made anew, \\d+ files? changed, in (\\d+) ms\\n", "$1 "));
    assertFalse(last.isEmpty());
  }
}
