package th.oit.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import th.oit.output.RunLock;
import th.oit.text.Words;

/**
 * Removes what the tool keeps between runs to save time. The published site, the reports and the
 * sources stay.
 */
@Command(name = "clean", sortOptions = false)
final class CleanCommand extends SiteCommand {
  /**
   * What is no cache: the lock that this very command holds, and the published site itself when a
   * run was killed while it exchanged two folders.
   */
  private static final Set<String> KEPT = Set.of("lock", "aside");

  /** What {@code oit serve} works in, as long as it does. */
  private static final String SERVED = "serve";

  CleanCommand(Main.Surroundings around) {
    super(around, "clean");
  }

  @Override
  List<CommonOptions.Format> formats() {
    return List.of(CommonOptions.Format.TEXT);
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    long[] removed = new long[2];
    Path work = Workshop.workFolder(folder);
    if (Files.isDirectory(work)) {
      use(Workshop.config(folder));
      try (RunLock lock = Workshop.lock(folder)) {
        remove(work, isServed(work), removed);
      }
    }
    if (!options.quiet) {
      tell(removed[0], removed[1]);
    }
    return 0;
  }

  private static boolean isServed(Path work) throws IOException {
    Path folder = work.resolve(SERVED);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (RunLock lock = RunLock.take(folder).orElse(null)) {
      return lock == null;
    }
  }

  /** Empties the folder, and counts files and bytes. */
  private static void remove(Path work, boolean served, long[] removed) throws IOException {
    Files.walkFileTree(
        work,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return isKept(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isKept(file)) {
              Files.delete(file);
              removed[0]++;
              removed[1] += attributes.size();
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            if (!dir.equals(work)) {
              Files.delete(dir);
            }
            return FileVisitResult.CONTINUE;
          }

          private boolean isKept(Path path) {
            String name = path.getFileName().toString();
            return work.equals(path.getParent())
                && (KEPT.contains(name) || served && name.equals(SERVED));
          }
        });
  }

  private void tell(long files, long bytes) throws IOException {
    String size = String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    String count = String.format(Locale.ROOT, "%,d", files);
    Words words =
        files == 0
            ? Words.of("ไม่มีอะไรต้องลบ", "nothing to remove")
            : Words.of(
                "ลบสิ่งที่เก็บไว้ใน .oit แล้ว "
                    + count
                    + " ไฟล์ "
                    + size
                    + " MB ครั้งต่อไปจะทำใหม่ทั้งหมด",
                count
                    + (files == 1 ? " file, " : " files, ")
                    + size
                    + " MB removed from .oit; the next run does everything anew");
    print(words.in(language()) + "\n");
  }
}
