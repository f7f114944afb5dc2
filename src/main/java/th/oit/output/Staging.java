package th.oit.output;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder in which a new site is made and judged before anybody sees it.
 *
 * <p>It holds the site before the last one, and is brought up to date: only files whose bytes
 * differ are written, and what is no longer made is removed at the end. Deleting and making again
 * thousands of folders costs seconds; this does not. Thread-safe while files are added.
 */
public final class Staging {
  private final Path root;
  private final Path shown;
  private final FolderExchange exchange;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  private Staging(Path root, Path shown, FolderExchange exchange) {
    this.root = root;
    this.shown = shown;
    this.exchange = exchange;
  }

  /**
   * Opens the staging folder, after mending what a killed run may have left.
   *
   * @param workFolder the tool's own folder beside the site, on the same file system
   * @param shown the folder that the public sees, such as {@code public/}
   */
  public static Staging open(Path workFolder, Path shown) throws IOException {
    Files.createDirectories(workFolder);
    Path root = workFolder.resolve("staging");
    Path target = Files.exists(shown) ? shown.toRealPath() : shown.toAbsolutePath();
    FolderExchange exchange = new FolderExchange(workFolder.resolve("aside"));
    exchange.recover(target, root);
    Files.createDirectories(root);
    Staging staging = new Staging(root, target, exchange);
    staging.lookAround();
    return staging;
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  private void lookAround() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            folders.add(dir);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sizes.put(name(file), attributes.isRegularFile() ? attributes.size() : -1L);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Adds a file, unless it stands there already with the same bytes. */
  public void write(String output, byte[] bytes) {
    Path file = place(output);
    try {
      Long size = sizes.get(output);
      if (size != null && size == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return;
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a copy of a file, unless it stands there already with the same bytes. */
  public void copy(String output, Path from) {
    Path file = place(output);
    try {
      Long size = sizes.get(output);
      if (size != null && size == Files.size(from) && Files.mismatch(file, from) < 0) {
        return;
      }
      Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(String output) {
    made.add(output);
    Path file = root.resolve(output);
    Path folder = file.getParent();
    if (!folders.contains(folder)) {
      try {
        makeFolder(folder);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      folders.add(folder);
    } else if (folders.contains(file)) {
      delete(file);
    }
    return file;
  }

  /** Makes a folder where the site before may have had a file of that name. */
  private void makeFolder(Path folder) throws IOException {
    for (Path part = folder; !part.equals(root); part = part.getParent()) {
      if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(part);
        break;
      }
    }
    Files.createDirectories(folder);
  }

  /** Removes what the site before had and this one has not. */
  public void finish() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!made.contains(name(file))) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            if (!dir.equals(root)) {
              try (var entries = Files.newDirectoryStream(dir)) {
                if (!entries.iterator().hasNext()) {
                  Files.delete(dir);
                }
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Shows the new site to the public in the place of the old one, which becomes the staging folder
   * of the next run.
   */
  public void show() throws IOException {
    if (Files.exists(shown, LinkOption.NOFOLLOW_LINKS)) {
      exchange.exchange(shown, root);
    } else {
      Files.createDirectories(shown.getParent());
      Files.move(root, shown, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  static void delete(Path tree) {
    try {
      Files.walkFileTree(
          tree,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure)
                throws IOException {
              Files.delete(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (NoSuchFileException e) {
      // gone already, which is what was wanted
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
