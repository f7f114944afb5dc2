package th.oit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import th.oit.memory.LastRun;
import th.oit.output.RunLock;

/**
 * Answers a command without doing it when nothing has changed since it was done last. Asked before
 * anything else, so that neither the libraries nor the rest of the program are loaded for that.
 */
final class Unchanged {
  /** The commands that leave something behind for this. */
  private static final Set<String> COMMANDS = Set.of("publish", "check", "status");

  private Unchanged() {}

  /** Answers; empty when the command has to be done. */
  static OptionalInt answer(Main.Surroundings around, String[] args, long started) {
    if (args.length == 0 || !COMMANDS.contains(args[0])) {
      return OptionalInt.empty();
    }
    try {
      Optional<Path> folder = folder(around.folder(), args);
      if (folder.isEmpty()) {
        return OptionalInt.empty();
      }
      Optional<LastRun> last = LastRun.read(file(folder.get(), args[0]));
      if (last.isEmpty() || Files.exists(folder.get().resolve(".oit/aside"))) {
        return OptionalInt.empty();
      }
      LocalDate today = asksForDay(args) ? null : LocalDate.now();
      List<String> circumstances = circumstances(around, args, folder.get(), today);
      if (!last.get().circumstances().equals(circumstances)) {
        return OptionalInt.empty();
      }
      // Another run may be about to change all this, and has to be told of as always.
      try (RunLock lock = RunLock.take(folder.get().resolve(".oit")).orElse(null)) {
        if (lock == null || !last.get().holds(circumstances)) {
          return OptionalInt.empty();
        }
      }
      long millis = (System.nanoTime() - started) / 1_000_000;
      around.out().print(last.get().said().text(millis));
      return OptionalInt.of(last.get().exitCode());
    } catch (IOException | RuntimeException e) {
      return OptionalInt.empty(); // doing it will tell what is the matter
    }
  }

  /** Where a command leaves what it did last on a site. */
  static Path file(Path folder, String command) {
    return cache(folder).resolve(command + ".run");
  }

  /** The folder for all that is only kept to save time. */
  static Path cache(Path folder) {
    return folder.resolve(".oit").resolve("cache");
  }

  /** The site's folder, found as the commands find it. */
  private static Optional<Path> folder(Path from, String[] args) {
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--site") && i + 1 < args.length) {
        return Optional.of(from.resolve(args[i + 1]).normalize());
      }
      if (args[i].startsWith("--site=")) {
        return Optional.of(from.resolve(args[i].substring("--site=".length())).normalize());
      }
    }
    for (Path at = from; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("site-config.yml"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  static boolean asksForDay(String[] args) {
    for (String arg : args) {
      if (arg.equals("--today") || arg.startsWith("--today=")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Everything that decides what a command says and does, but the files.
   *
   * @param today null when the day was given with the command
   */
  static List<String> circumstances(
      Main.Surroundings around, String[] args, Path folder, LocalDate today) {
    List<String> all = new ArrayList<>();
    all.add(Tool.IDENTITY);
    all.add(folder.toString());
    all.add(around.folder().toString());
    all.add(around.terminal() ? "terminal" : "file");
    for (String name : List.of("OIT_LANG", "NO_COLOR")) {
      String value = around.environment().get(name);
      all.add(value == null ? name : name + "=" + value);
    }
    all.add(today == null ? "" : Long.toString(today.toEpochDay()));
    all.addAll(Arrays.asList(args));
    return all;
  }
}
