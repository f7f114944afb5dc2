package th.oit.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Exchanges two folders of one file system.
 *
 * <p>Linux can do it in one step ({@code renameat2} with {@code RENAME_EXCHANGE}, since 3.15),
 * which Java 17 does not offer; the Perl that every Debian and most servers have can ask for it.
 * Elsewhere it takes three renames, with a moment in which the place is empty; {@link #recover}
 * mends what a kill in that moment leaves.
 */
final class FolderExchange {
  /** The number of {@code renameat2} by architecture, from the kernel's system call tables. */
  private static final Map<String, Integer> RENAMEAT2 =
      Map.of("amd64", 316, "x86_64", 316, "aarch64", 276, "riscv64", 276, "loongarch64", 276);

  /** Does nothing when the Java that asked for it has been killed meanwhile. */
  private static final String IN_ONE_STEP =
      "exit 1 if getppid() != $ARGV[3];"
          + "exit(syscall($ARGV[0]+0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)";

  private final Path aside;

  /**
   * @param aside a path, not existing between runs, for the folder that waits while the other moves
   */
  FolderExchange(Path aside) {
    this.aside = aside;
  }

  /** Exchanges two existing folders. */
  void exchange(Path shown, Path hidden) throws IOException {
    if (!inOneStep(shown, hidden)) {
      move(shown, aside);
      try {
        move(hidden, shown);
      } catch (IOException e) {
        move(aside, shown);
        throw e;
      }
      move(aside, hidden);
    }
  }

  /** Puts back what a run that was killed between two renames left aside. */
  void recover(Path shown, Path hidden) throws IOException {
    if (!Files.exists(aside)) {
      return;
    }
    if (!Files.exists(shown)) {
      move(aside, shown);
    } else if (!Files.exists(hidden)) {
      move(aside, hidden);
    } else {
      // Both places are taken, so nothing is lost, and the next exchange needs this one free.
      Staging.delete(aside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean inOneStep(Path one, Path other) {
    Integer number = RENAMEAT2.get(System.getProperty("os.arch", ""));
    Path perl = Path.of("/usr/bin/perl");
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    if (!linux || number == null || !Files.isExecutable(perl)) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(
                  List.of(
                      perl.toString(),
                      "-e",
                      IN_ONE_STEP,
                      number.toString(),
                      one.toAbsolutePath().toString(),
                      other.toAbsolutePath().toString(),
                      Long.toString(ProcessHandle.current().pid())))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
