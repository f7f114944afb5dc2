package th.oit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.identity.FileTree;

class LastRunTest {
  private static final List<String> CIRCUMSTANCES = List.of("oit 1", "publish", "--lang=ไทย");

  @TempDir Path folder;

  private LastRun run() throws IOException {
    Path source = Files.writeString(folder.resolve("source"), "source");
    Path report = Files.writeString(folder.resolve("report.json"), "{}");
    return new LastRun(
        CIRCUMSTANCES,
        List.of(FileTree.of(source, true, 0).orElseThrow()),
        Map.of(report, "{}".getBytes(StandardCharsets.UTF_8)),
        Answer.of("ผ่าน 8765432109.88 s\n").orElseThrow(),
        1);
  }

  @Test
  void itIsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("publish.run");
    run().save(file);
    LastRun read = LastRun.read(file).orElseThrow();
    assertEquals(CIRCUMSTANCES, read.circumstances());
    assertEquals("ผ่าน 0.05 s\n", read.said().text(48));
    assertEquals(1, read.exitCode());
    assertTrue(read.holds(CIRCUMSTANCES));
  }

  @Test
  void itHoldsOnlyUnderTheSameCircumstances() throws IOException {
    LastRun run = run();
    assertTrue(run.holds(CIRCUMSTANCES));
    assertFalse(run.holds(List.of("oit 2", "publish", "--lang=ไทย")));
    assertFalse(run.holds(List.of("oit 1", "publish")));
  }

  @Test
  void itHoldsOnlyWhileItsFilesStand() throws IOException {
    LastRun run = run();
    Files.writeString(folder.resolve("report.json"), "[]");
    assertFalse(run.holds(CIRCUMSTANCES), "a report of another");
    run = run();
    Files.delete(folder.resolve("report.json"));
    assertFalse(run.holds(CIRCUMSTANCES), "no report");
    run = run();
    Files.writeString(folder.resolve("source"), "other source");
    assertFalse(run.holds(CIRCUMSTANCES), "another source");
  }

  @Test
  void nothingThatIsDamagedIsBelieved() throws IOException {
    Path file = folder.resolve("publish.run");
    assertTrue(LastRun.read(file).isEmpty(), "nothing there");
    run().save(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(LastRun.read(file).isEmpty(), "cut after " + length + " bytes");
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1 << at % 8;
      Files.write(file, damaged);
      assertTrue(LastRun.read(file).isEmpty(), "another bit in byte " + at);
    }
    Files.write(file, whole);
    assertTrue(LastRun.read(file).isPresent());
  }

  @Test
  void theTimeIsToldAsItWasWritten() {
    assertEquals("{1234}", Answer.of("{8765432109876}").orElseThrow().text(1234));
    assertEquals("in 1.23 s", Answer.of("in 8765432109.88 s").orElseThrow().text(1234));
    assertEquals("in 0.01 s", Answer.of("in 8765432109.88 s").orElseThrow().text(5));
    assertEquals("in 61.00 s", Answer.of("in 8765432109.88 s").orElseThrow().text(60_999));
    assertEquals("t=\"1.234\"", Answer.of("t=\"8765432109.876\"").orElseThrow().text(1234));
    assertEquals("t=\"0.004\"", Answer.of("t=\"8765432109.876\"").orElseThrow().text(4));
    assertEquals("no time", Answer.of("no time").orElseThrow().text(1234));
  }

  @Test
  void aTextThatTellsTheTimeTwiceIsNotKept() {
    assertTrue(Answer.of("8765432109876 8765432109876").isEmpty());
    assertTrue(Answer.of("8765432109876 8765432109.88").isEmpty());
  }
}
