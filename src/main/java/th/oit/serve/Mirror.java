package th.oit.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The served site as files on the disk, where it can be judged. Only what differs is written. Used
 * by one thread.
 */
final class Mirror {
  private final Path root;

  /** What stands there by now; null when nobody knows. */
  private Map<String, Held> written;

  Mirror(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /**
   * Makes the files those of an edition.
   *
   * @throws CancellationException when it was stopped half-way; the next call goes on
   */
  void show(Edition edition, BooleanSupplier stopped) throws IOException {
    // Somebody may tidy up while the site is served.
    if (written == null || !Files.isDirectory(root)) {
      written = new HashMap<>();
      Files.createDirectories(root);
      deleteOthers(edition);
    }
    for (String gone : written.keySet().stream().filter(o -> !has(edition, o)).toList()) {
      delete(gone);
      written.remove(gone);
    }
    for (Map.Entry<String, Held> file : edition.files().entrySet()) {
      if (written.get(file.getKey()) != file.getValue()) {
        if (stopped.getAsBoolean()) {
          throw new CancellationException();
        }
        written.remove(file.getKey());
        write(root.resolve(file.getKey()), file.getValue());
        written.put(file.getKey(), file.getValue());
      }
    }
  }

  private static boolean has(Edition edition, String output) {
    return edition.files().containsKey(output);
  }

  /** Deletes what an earlier run has left there and this site has not. */
  private void deleteOthers(Edition edition) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String output = root.relativize(file).toString().replace('\\', '/');
            if (!attributes.isRegularFile() || !has(edition, output)) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            deleteEmpty(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void delete(String output) throws IOException {
    Path file = root.resolve(output);
    Files.deleteIfExists(file);
    deleteEmpty(file.getParent());
  }

  private void deleteEmpty(Path folder) throws IOException {
    for (Path at = folder; !at.equals(root); at = at.getParent()) {
      try (var entries = Files.newDirectoryStream(at)) {
        if (entries.iterator().hasNext()) {
          return;
        }
      } catch (NoSuchFileException e) {
        continue;
      }
      Files.delete(at);
    }
  }

  private static void write(Path file, Held held) throws IOException {
    Files.createDirectories(file.getParent());
    boolean stands = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (held instanceof Held.Made made) {
      if (!stands
          || Files.size(file) != made.bytes().length
          || !Arrays.equals(Files.readAllBytes(file), made.bytes())) {
        Files.write(file, made.bytes());
      }
    } else if (held instanceof Held.Copied copied) {
      // A copy, never a link: what is written here later must not reach the office's own file.
      if (!stands
          || Files.size(file) != Files.size(copied.from())
          || !Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(copied.from()))) {
        Files.copy(
            copied.from(),
            file,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
