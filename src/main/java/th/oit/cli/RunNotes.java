package th.oit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import th.oit.identity.FileClock;
import th.oit.identity.FileTree;
import th.oit.memory.Answer;
import th.oit.memory.LastRun;

/**
 * Notes by what a run would come out the same, so that the next one may be answered by {@link
 * Unchanged}. Whenever something is not as expected nothing is kept, and the next run is done.
 *
 * <p>The sources have to be unchanged from before the run began, and what it made from before it
 * was judged: both by the clock of the file system.
 */
final class RunNotes {
  /** Reports beyond this are not kept twice. */
  private static final int LARGEST_REPORT = 8 << 20;

  private final Path folder;
  private final String command;
  private final FileClock clock;
  private final long began;
  private long made;
  private FileTree staged;
  private final List<FileTree> trees = new ArrayList<>();
  private final Map<Path, byte[]> left = new TreeMap<>();
  private boolean complete;
  private boolean good = true;

  private RunNotes(Path folder, String command, FileClock clock, long began) {
    this.folder = folder;
    this.command = command;
    this.clock = clock;
    this.began = began;
  }

  /** Begins before anything of the site is read; empty when nothing can be noted. */
  static Optional<RunNotes> begin(Path folder, String command) {
    try {
      Path cache = Files.createDirectories(Unchanged.cache(folder));
      FileClock clock = new FileClock(cache.resolve("clock"));
      return Optional.of(new RunNotes(folder, command, clock, clock.now()));
    } catch (IOException e) {
      return Optional.empty(); // the run itself tells what is the matter with the folder
    }
  }

  /** Notes that all has been written that will now be judged. */
  void isMade() {
    try {
      OptionalLong tick = clock.afterTick();
      good &= tick.isPresent();
      made = tick.orElse(0);
    } catch (IOException e) {
      good = false;
    }
  }

  /** Notes what was judged, before it is moved to its place. */
  void isJudged(Path staging) {
    if (good) {
      try {
        staged = FileTree.of(staging, true, clock.device()).orElse(null);
        good = staged != null && staged.isBefore(made);
      } catch (IOException e) {
        good = false;
      }
    }
  }

  /**
   * Notes where it went.
   *
   * @param more what was left besides
   */
  void isShown(Path place, List<Path> more) {
    if (good) {
      trees.add(staged.at(place));
      // A link in its place may lead elsewhere tomorrow.
      good = !Files.isSymbolicLink(place);
    }
    more.forEach(this::leaves);
  }

  /** Notes a file or folder that was read, or looked for and not found. */
  void reads(Path path, boolean hidden) {
    if (good) {
      try {
        Optional<FileTree> tree = FileTree.of(path, hidden, clock.device());
        good = tree.isPresent() && tree.get().isBefore(began);
        tree.ifPresent(trees::add);
      } catch (IOException e) {
        good = false;
      }
    }
  }

  /** Notes a small file that the run has left. */
  void leaves(Path file) {
    if (good) {
      try {
        good = Files.size(file) <= LARGEST_REPORT;
        if (good) {
          left.put(file, Files.readAllBytes(file));
        }
      } catch (IOException e) {
        good = false;
      }
    }
  }

  /** Notes that nothing else was read: without this nothing is kept. */
  void isComplete() {
    complete = true;
  }

  /**
   * Keeps it all for the next run.
   *
   * @param today null when the day was given with the command
   * @param said with {@link Answer#SOME_MILLIS} as the time that it took
   */
  void keep(Main.Surroundings around, String[] args, LocalDate today, String said, int exitCode) {
    Optional<Answer> answer = Answer.of(said);
    if (!good || !complete || answer.isEmpty()) {
      return;
    }
    List<String> circumstances = Unchanged.circumstances(around, args, folder, today);
    try {
      new LastRun(circumstances, trees, left, answer.get(), exitCode)
          .save(Unchanged.file(folder, command));
    } catch (IOException e) {
      // The run is done and told; the next one is done again.
    }
  }
}
