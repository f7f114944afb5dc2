package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A publish that is killed at any moment leaves the old or the new site whole, and the next one
 * succeeds. How many moments are tried can be raised with {@code -Doit.kills=50}.
 */
class InterruptedPublishTest {
  private static final String CONFIG = "site-config.yml";
  private static final String NAME = "th: องค์การบริหารส่วนตำบลตัวอย่าง";
  private static final int KILLS = Integer.getInteger("oit.kills", 12);

  @TempDir Path folder;

  @Test
  void thePublishedSiteIsAlwaysWhole() throws Exception {
    TestSite site = TestSite.ours(folder.resolve("site"));
    String[] contents = {site.text(CONFIG), site.text(CONFIG).replace(NAME, NAME + "ใหม่")};
    assertNotEquals(contents[0], contents[1]);

    List<Map<String, String>> trees = new ArrayList<>();
    long longest = 0;
    for (int i = 1; i >= 0; i--) {
      site.write(CONFIG, contents[i]);
      long start = System.nanoTime();
      Process whole = publish(site);
      assertTrue(whole.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, whole.exitValue());
      longest = Math.max(longest, System.nanoTime() - start);
      trees.add(0, site.tree("public"));
    }
    long changed =
        trees.get(0).entrySet().stream()
            .filter(file -> !file.getValue().equals(trees.get(1).get(file.getKey())))
            .count();
    assertTrue(changed > 60, "the two sites differ on nearly every page: " + changed);

    int interrupted = 0;
    int shown = 0;
    Random random = new Random(2567);
    for (int kill = 0; kill < KILLS; kill++) {
      int next = 1 - shown;
      site.write(CONFIG, contents[next]);
      // Evenly over the whole run, a little after it included, each at a moment of its own.
      long moment = (long) (longest * 1.05 * (kill + random.nextDouble()) / KILLS);
      long start = System.nanoTime();
      Process process = publish(site);
      boolean ended = process.waitFor(moment, TimeUnit.NANOSECONDS);
      // On a machine that others use too, the first runs may have taken longer than later ones.
      longest = ended ? Math.min(longest, System.nanoTime() - start) : longest;
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly().waitFor();
      for (ProcessHandle child : children) {
        child.onExit().get(30, TimeUnit.SECONDS);
      }
      interrupted += ended ? 0 : 1;

      Map<String, String> left = site.tree("public");
      String when = "killed after " + moment / 1_000_000 + " ms of " + longest / 1_000_000;
      assertFalse(left.isEmpty(), when);
      if (!left.equals(trees.get(0)) && !left.equals(trees.get(1))) {
        TestSite.assertSameTree(trees.get(shown), left);
      }

      site.publish().exits(0);
      TestSite.assertSameTree(trees.get(next), site.tree("public"));
      assertFalse(Files.exists(site.path(".oit/aside")), "nothing is left lying about");
      shown = next;
    }
    assertTrue(interrupted >= KILLS / 4, "runs were killed on the way: " + interrupted);
  }

  private static Process publish(TestSite site) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            "th.oit.cli.Main",
            "publish",
            "--quiet",
            "--today",
            TestSite.TODAY,
            "--site",
            site.folder().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
