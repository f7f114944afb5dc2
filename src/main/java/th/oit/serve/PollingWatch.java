package th.oit.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at the sizes and times of all files again and again. */
final class PollingWatch implements Watch {
  static final int USUAL_MILLIS = 500;

  /** Looking takes no more than this part of the time. */
  private static final int SHARE = 10;

  private record Look(long size, FileTime modified, Object key) {}

  private final Supplier<Set<Path>> sources;
  private final long millis;
  private Map<Path, Look> known;
  private long lastLookMillis;

  PollingWatch(Supplier<Set<Path>> sources, int millis) throws IOException {
    this.sources = sources;
    this.millis = millis;
    this.known = look();
  }

  @Override
  public boolean await(long patience, long quiet, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(patience);
    boolean changed = false;
    while (true) {
      long pause = Math.max(millis, lastLookMillis * SHARE);
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (changed) {
        pause = Math.max(1, unit.toMillis(quiet));
      } else if (left <= 0) {
        return false;
      }
      Thread.sleep(changed ? pause : Math.min(pause, left));
      Map<Path, Look> now = look();
      if (!now.equals(known)) {
        known = now;
        changed = true;
      } else if (changed) {
        return true;
      }
    }
  }

  private Map<Path, Look> look() {
    long started = System.nanoTime();
    Map<Path, Look> found = new HashMap<>();
    for (Path source : sources.get()) {
      try {
        Files.walkFileTree(
            source,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(
                  Path folder, BasicFileAttributes attributes) {
                return !folder.equals(source) && folder.getFileName().toString().startsWith(".")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.equals(source) || !Watch.isLitter(file.getFileName().toString())) {
                  found.put(
                      file,
                      new Look(
                          attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE; // not there, or not now
              }
            });
      } catch (IOException e) {
        continue; // what cannot be looked at is as good as not there
      }
    }
    lastLookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    return found;
  }

  @Override
  public boolean polls() {
    return true;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
