package th.oit.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a file system says of what stands at a path, links not followed. Times are nanoseconds since
 * 1970.
 *
 * @param changed when anything about it changed last, which no program can set back; where the
 *     system does not tell, when it was made
 * @param number by which the file system knows it; 0 where it does not tell
 * @param device on which it stands; 0 where the system does not tell
 */
record FileDates(Kind kind, long size, long modified, long changed, long number, long device) {
  enum Kind {
    FILE,
    FOLDER,
    /** A symbolic link, a device: what stands behind it is not told here. */
    OTHER
  }

  private static final String ASKED =
      "unix:size,lastModifiedTime,ctime,ino,dev,isRegularFile,isDirectory";

  /**
   * Asks the file system once.
   *
   * @throws java.nio.file.NoSuchFileException when nothing stands there
   */
  static FileDates of(Path path, boolean unix) throws IOException {
    if (unix) {
      Map<String, Object> told = Files.readAttributes(path, ASKED, LinkOption.NOFOLLOW_LINKS);
      return new FileDates(
          kind((Boolean) told.get("isRegularFile"), (Boolean) told.get("isDirectory")),
          (Long) told.get("size"),
          nanos(told.get("lastModifiedTime")),
          nanos(told.get("ctime")),
          (Long) told.get("ino"),
          (Long) told.get("dev"));
    }
    BasicFileAttributes told =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new FileDates(
        kind(told.isRegularFile(), told.isDirectory()),
        told.size(),
        nanos(told.lastModifiedTime()),
        nanos(told.creationTime()),
        0,
        0);
  }

  static FileDates ofFile(Path path) throws IOException {
    return of(path, isUnix(path));
  }

  /** Whether the system tells when anything about a file changed. */
  static boolean isUnix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** The last of its times that a change would set. */
  long last() {
    return device == 0 && number == 0 ? Math.max(modified, changed) : changed;
  }

  private static Kind kind(boolean file, boolean folder) {
    return file ? Kind.FILE : folder ? Kind.FOLDER : Kind.OTHER;
  }

  static long nanos(Object time) {
    return ((FileTime) time).to(TimeUnit.NANOSECONDS);
  }
}
