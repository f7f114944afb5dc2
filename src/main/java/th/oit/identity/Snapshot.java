package th.oit.identity;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the file system says of everything below a folder, asked once for each file. Paths are
 * relative, with {@code /}. Links of the file system are not followed; where there are any the
 * snapshot {@linkplain #isPlain says so}. Immutable.
 */
public final class Snapshot {
  private static final int KIND = 0170000;
  private static final int FOLDER = 0040000;
  private static final int REGULAR = 0100000;

  private final Map<String, Stamp> files = new HashMap<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final boolean unix;

  private Snapshot(boolean unix) {
    this.unix = unix;
  }

  /**
   * Walks through a folder.
   *
   * @throws IOException when it cannot be gone through
   */
  public static Snapshot of(Path root) throws IOException {
    boolean unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    Snapshot snapshot = new Snapshot(unix);
    snapshot.walk(root, "");
    return snapshot;
  }

  private void walk(Path folder, String prefix) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String path = prefix + entry.getFileName();
        try {
          if (unix) {
            unix(entry, path);
          } else {
            basic(entry, path);
          }
        } catch (NoSuchFileException e) {
          continue; // gone meanwhile
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void unix(Path entry, String path) throws IOException {
    Map<String, Object> told =
        Files.readAttributes(
            entry, "unix:mode,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
    int kind = (Integer) told.get("mode") & KIND;
    if (kind == FOLDER) {
      folders.add(path);
      walk(entry, path + "/");
    } else if (kind == REGULAR) {
      files.put(
          path,
          new Stamp(
              (Long) told.get("size"),
              Stamp.nanos((FileTime) told.get("lastModifiedTime")),
              Stamp.nanos((FileTime) told.get("ctime")),
              (Long) told.get("ino"),
              Stamp.now()));
    } else {
      others.add(path);
    }
  }

  private void basic(Path entry, String path) throws IOException {
    BasicFileAttributes told =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (told.isDirectory()) {
      folders.add(path);
      walk(entry, path + "/");
    } else if (told.isRegularFile()) {
      files.put(path, Stamp.of(told));
    } else {
      others.add(path);
    }
  }

  /** The files. */
  public Map<String, Stamp> files() {
    return files;
  }

  /** The folders, the root not among them. */
  public Set<String> folders() {
    return folders;
  }

  /** What is neither a file nor a folder: links of the file system, mostly. */
  public Set<String> others() {
    return others;
  }

  /** Whether there is nothing but files and folders. */
  public boolean isPlain() {
    return others.isEmpty();
  }
}
