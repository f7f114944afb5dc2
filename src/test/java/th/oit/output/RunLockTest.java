package th.oit.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir Path folder;

  /** Another run: takes the lock, says so, and waits until it is killed. */
  static final class OtherRun {
    public static void main(String[] arguments) throws Exception {
      Optional<RunLock> lock = RunLock.take(Path.of(arguments[0]));
      System.out.println(lock.isPresent() ? "taken" : "refused");
      if (lock.isPresent()) {
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void refusesASecondTakerUntilTheFirstLetsGo() throws IOException {
    Path work = folder.resolve("not/yet/there");
    RunLock first = RunLock.take(work).orElseThrow();
    assertFalse(RunLock.take(work).isPresent());
    first.close();
    try (RunLock second = RunLock.take(work).orElseThrow()) {
      assertFalse(RunLock.take(work).isPresent());
    }
  }

  @Test
  void saysWhoHoldsIt() throws IOException {
    try (RunLock lock = RunLock.take(folder).orElseThrow()) {
      String holder = Files.readString(folder.resolve("lock"));
      assertEquals(ProcessHandle.current().pid() + "\n", holder);
    }
  }

  @Test
  void doesNotHoldOffARunOnAnotherSite() throws IOException {
    try (RunLock one = RunLock.take(folder.resolve("one")).orElseThrow();
        RunLock other = RunLock.take(folder.resolve("other")).orElseThrow()) {
      assertTrue(Files.exists(folder.resolve("other/lock")));
    }
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void holdsOffAnotherProcessAndIsGoneWhenThatIsKilled() throws Exception {
    Process other = otherRun();
    try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("taken", said.readLine());
      assertFalse(RunLock.take(folder).isPresent());
    } finally {
      other.destroyForcibly().waitFor();
    }
    RunLock.take(folder).orElseThrow().close();
  }

  private Process otherRun() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes =
        Path.of(RunLock.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            + System.getProperty("path.separator")
            + Path.of(
                RunLockTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            OtherRun.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
