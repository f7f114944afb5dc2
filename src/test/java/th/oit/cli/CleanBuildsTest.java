package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of where and when a site is made gets into it. */
@DisabledOnOs(OS.WINDOWS)
class CleanBuildsTest {
  @TempDir Path folder;

  @Test
  void twoFoldersTimeZonesAndLocalesGiveTheSameBytes() throws Exception {
    TestSite plain = TestSite.ours(folder.resolve("a"));
    TestSite other = TestSite.ours(folder.resolve("อีก โฟลเดอร์/ที่ลึกกว่า"));
    // Thai digits, the Buddhist calendar, a day ahead; and west of Greenwich with a comma in
    // numbers.
    Process one =
        publish(
            plain,
            Map.of("TZ", "Pacific/Kiritimati", "LANG", "th_TH.UTF-8"),
            "-Duser.language=th",
            "-Duser.country=TH",
            "-Duser.variant=TH");
    Process two =
        publish(
            other,
            Map.of("TZ", "America/St_Johns", "LANG", "tr_TR.UTF-8"),
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=America/St_Johns");
    for (Process process : List.of(one, two)) {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
      assertEquals(0, process.exitValue());
    }
    Map<String, String> tree = plain.tree("public");
    assertTrue(tree.size() > 100, "a whole site: " + tree.size());
    assertEquals(tree, other.tree("public"));
    assertEquals(report(plain), report(other));
    assertEquals(plain.text("reports/nginx.conf"), other.text("reports/nginx.conf"));
  }

  private static String report(TestSite site) {
    return site.text("reports/publish.json").replaceFirst("\"elapsedMillis\" ?: ?\\d+", "");
  }

  private static Process publish(TestSite site, Map<String, String> environment, String... flags)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "th.oit.cli.Main"));
    command.addAll(List.of("publish", "--quiet", "--today", TestSite.TODAY));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(site.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(site.folder(), "out", ".txt").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8"); // else Java cannot open files with Thai names
    return builder.start();
  }
}
