package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;

/** What judges the pages does complain when there is something to complain of. */
@Tag("browser")
class PlantedFaultsTest {
  @TempDir static Path folder;
  private static Chromium chromium;
  private static SiteServer server;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start(folder.resolve("profile"));
    SiteFiles.write(
        folder.resolve("site"),
        """
        == index.html
        <!DOCTYPE html>
        <html lang="th">
        <title>หน้าที่มีข้อบกพร่อง</title>
        <link rel="stylesheet" href="/page.css">
        <img src="/none.png" alt="">
        <img src="https://www.example.com/x.png">
        <script>inline()</script>
        <p style="color: red">ก</p>
        <script src="/page.js"></script>
        <p class="pale">สีจางเกินไป</p>
        <p><a class="small" href="/">x</a></p>
        <p><button class="low">ตกลง</button></p>
        <p class="wide">กว้างเกินไป</p>
        <p class="cut">ข้อความที่ถูกตัด ข้อความที่ถูกตัด ข้อความที่ถูกตัด ข้อความที่ถูกตัด</p>
        <p class="box"><span class="long">คำยาวกว่ากรอบของตนเอง</span></p>
        <p>ใต้</p><p class="over">บน</p>
        </html>
        == page.css
        .pale { color: #999; background: #fff }
        .small { font-size: 8px }
        .low { height: 30px; width: 90px }
        .wide { width: 1500px }
        .cut { width: 120px; height: 1.75em; overflow: hidden }
        .box { width: 40px } .long { white-space: nowrap }
        .over { margin-top: -2.2em }
        == page.js
        console.error('wrong'); missing();
        == 404.html
        <!DOCTYPE html><title>404</title>
        """);
    server = SiteServer.of(folder.resolve("site"));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void areAllFound() {
    try (Tab tab = chromium.open()) {
      tab.width(360).colours("light").go(server.address("/"));
      List<String> found = new ArrayList<>(tab.faults());
      tab.requests().forEach(request -> found.add("request " + request));
      found.addAll(tab.strings(Axe.read("/browser/measure.js")));
      found.addAll(Axe.all(tab));
      for (String part :
          List.of(
              "console: ",
              "exception: ",
              "Executing inline script violates",
              "Applying inline style violates",
              "answered 404: " + server.address("/none.png"),
              "request https://www.example.com/x.png",
              "axe image-alt",
              "axe color-contrast",
              "scrolls sideways: 15",
              "smaller than 24 px",
              "smaller than 44 px: 90 × 30 button.low",
              "is cut off: p.cut",
              "leaves its box by",
              "lies on other text: ")) {
        assertTrue(
            found.stream().anyMatch(complaint -> complaint.contains(part)),
            () -> part + " is not among\n" + String.join("\n", found));
      }
    }
  }

  @Test
  void areOfColourOnlyInOneOfTwoColours() {
    try (Tab tab = chromium.open()) {
      tab.colours("dark").go(server.address("/"));
      assertEquals(
          List.of("axe color-contrast (1): <p class=\"pale\">"),
          Axe.colours(tab).stream().map(line -> line.substring(0, 40)).toList());
    }
  }

  @Test
  void aMissingBrowserIsNoExcuseWhereOneIsRequired() {
    assertTrue(Chromium.required(Map.of("CI", "true")));
    assertTrue(Chromium.required(Map.of("OIT_BROWSER", "required")));
    assertTrue(!Chromium.required(Map.of("CI", "")) && !Chromium.required(Map.of()));
    assertTrue(Chromium.find(Map.of("PATH", folder.toString())).isEmpty());
    assertEquals(
        Path.of("/opt/chrome"),
        Chromium.find(Map.of("PATH", "/bin", "CHROME_PATH", "/opt/chrome")).orElseThrow());
  }
}
