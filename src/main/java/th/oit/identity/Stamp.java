package th.oit.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file: while it says the same, the file holds what it held, if the
 * stamp {@linkplain #isTrusted can be trusted}. Immutable.
 *
 * @param size in bytes
 * @param modified nanoseconds since 1970
 * @param changed the same of the last change of any kind, which no program can set back; where the
 *     system does not tell, of when the file was made
 * @param number by which the file system knows the file; 0 where it does not tell
 * @param taken nanoseconds since 1970 at which it was asked
 */
public record Stamp(long size, long modified, long changed, long number, long taken) {
  /** Longer than the tick of any file system: FAT counts in steps of two seconds. */
  private static final long COARSE = 2_500_000_000L;

  /** Longer than the tick of a system that counts in nanoseconds: Linux takes 1 to 10 ms. */
  private static final long FINE = 50_000_000L;

  /**
   * Asks for the stamp of a file, before it is read: a file that changes while it is read then has
   * another one the next time.
   *
   * @throws IOException when there is no such file
   */
  public static Stamp of(Path file) throws IOException {
    try {
      Map<String, Object> told = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
      return new Stamp(
          (Long) told.get("size"),
          nanos((FileTime) told.get("lastModifiedTime")),
          nanos((FileTime) told.get("ctime")),
          (Long) told.get("ino"),
          now());
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return of(Files.readAttributes(file, BasicFileAttributes.class));
    }
  }

  static Stamp of(BasicFileAttributes told) {
    return new Stamp(
        told.size(),
        nanos(told.lastModifiedTime()),
        nanos(told.creationTime()),
        told.fileKey() == null ? 0 : told.fileKey().hashCode(),
        now());
  }

  static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }

  static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /**
   * Whether a later change would have to show: not when the file was touched so shortly before that
   * a change in the same tick of the clock would look the same.
   */
  public boolean isTrusted() {
    boolean fine = modified % 1_000_000_000 != 0 && changed % 1_000_000_000 != 0;
    return Math.max(modified, changed) < taken - (fine ? FINE : COARSE);
  }

  /** Whether the file system says the same of the file, whenever it was asked. */
  public boolean isSame(Stamp other) {
    return size == other.size
        && modified == other.modified
        && changed == other.changed
        && number == other.number;
  }

  /** Whether the file is as it was at an earlier stamp that can be trusted. */
  public boolean isStill(Stamp earlier) {
    return earlier.isTrusted() && isSame(earlier);
  }
}
