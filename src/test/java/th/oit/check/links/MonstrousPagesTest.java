package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One page or style sheet that is large in one way must not hold up the check. Measured is the time
 * of the processor, since a machine may be busy with other things.
 */
class MonstrousPagesTest {
  private static final long LONGEST_MILLIS = 2_000;

  @TempDir Path root;

  @Test
  void staysQuickOnElementsInsideOfEachOther() throws IOException {
    assertQuick(0, "<div>".repeat(100_000));
    assertQuick(0, "<b><p>".repeat(1_000));
    assertQuick(1, "<table><tr><td>".repeat(2_000) + "<a href=none>");
  }

  @Test
  void staysQuickOnTextThatNeverEnds() throws IOException {
    assertQuick(0, "<a href='" + "x".repeat(1_000_000));
    assertQuick(0, "<!--".repeat(200_000));
    assertQuick(0, "<style>" + "/*".repeat(300_000));
    assertQuick(0, "<script>" + "<!--<script>".repeat(50_000));
  }

  @Test
  void staysQuickOnManyPlacesOfOneName() throws IOException {
    assertQuick(29_999, "<p id=x>".repeat(30_000));
  }

  @Test
  void staysQuickOnManyMissingPlaces() throws IOException {
    assertQuick(
        2_000,
        many(1_500, i -> "<p id=place-" + word(i) + ">")
            + many(2_000, i -> "<a href=#part-" + word(i) + "></a>"));
  }

  @Test
  void staysQuickOnManyMissingFilesOfOneStyle() throws IOException {
    String css = many(10_000, i -> "p{background:url(none-" + i + ".png)}\n");
    assertQuick(10_000, "<style>" + css + "</style>");
    assertQuick(10_000, "<p style='" + css + "'>");
    Files.writeString(root.resolve("site.css"), css);
    assertQuick(10_000, "<link rel=stylesheet href=site.css>");
  }

  @Test
  void staysQuickOnManyMissingPictures() throws IOException {
    assertQuick(
        10_000, "<img alt srcset='" + many(10_000, i -> "none-" + i + ".png " + i + "w, ") + "'>");
    assertQuick(10_000, many(10_000, i -> "<img alt src=none-" + i + ".png>\n"));
  }

  @Test
  void staysQuickOnManyNamesThatAreAlmostThere() throws IOException {
    Path folder = Files.createDirectories(root.resolve("files"));
    for (int i = 0; i < 1_200; i++) {
      Files.createFile(folder.resolve("report-" + word(i) + ".pdf"));
    }
    assertQuick(1_500, many(1_500, i -> "<a href=files/record-" + word(i) + ".pdf>x</a>"));
  }

  private static String many(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
  }

  /** Letters for a number, since numbers in names are told apart before anything else. */
  private static String word(int number) {
    StringBuilder out = new StringBuilder();
    for (int left = number + 26 * 26; left > 0; left /= 26) {
      out.append((char) ('a' + left % 26));
    }
    return out.toString();
  }

  private void assertQuick(int findings, String html) throws IOException {
    Files.write(root.resolve("index.html"), html.getBytes(StandardCharsets.UTF_8));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    LinkCheckResult result =
        LinkCheck.run(LinkCheckRequest.of(root).positionsInOutput(true).jobs(1));
    long millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    assertEquals(findings, result.findings().size());
    assertTrue(millis < LONGEST_MILLIS, () -> millis + " ms");
  }
}
