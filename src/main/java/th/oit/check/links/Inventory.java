package th.oit.check.links;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in a tree, by exact name: taken from the directory listings once, so that the answer
 * is a Linux host's on every machine. Paths are relative to the root, with {@code /}, and never
 * begin with one.
 *
 * <p>Immutable.
 */
public final class Inventory {
  private final Map<String, Long> files;
  private final Set<String> directories;

  private Inventory(Map<String, Long> files, Set<String> directories) {
    this.files = files;
    this.directories = directories;
  }

  /** Walks a tree; links to other places in the file system are followed, as a host does. */
  public static Inventory of(Path root) throws IOException {
    Map<String, Long> files = new HashMap<>();
    Set<String> directories = new HashSet<>();
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          private String prefix = "";
          private boolean inside;

          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (inside) {
              String path = prefix + directory.getFileName();
              directories.add(path);
              prefix = path + '/';
            }
            inside = true;
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // A link of the file system that leads nowhere is nothing that could be served.
            if (!attributes.isSymbolicLink()) {
              files.put(prefix + file.getFileName(), attributes.size());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            // Nor is one that leads in a circle.
            if (Files.isSymbolicLink(file)) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            prefix = prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
            return FileVisitResult.CONTINUE;
          }
        });
    return new Inventory(files, directories);
  }

  /** A tree that is known by its names alone. */
  static Inventory of(Collection<String> paths) {
    Map<String, Long> files = new HashMap<>();
    Set<String> directories = new HashSet<>();
    for (String path : paths) {
      files.put(path, 0L);
      for (int at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
        directories.add(path.substring(0, at));
      }
    }
    return new Inventory(files, directories);
  }

  /** Whether a file of exactly this name stands there. */
  public boolean hasFile(String path) {
    return files.containsKey(path);
  }

  /** Whether a directory of exactly this name stands there; without a slash at the end. */
  public boolean hasDirectory(String path) {
    return path.isEmpty() || directories.contains(path);
  }

  /** The size of a file in bytes; -1 when there is none. */
  public long size(String path) {
    Long size = files.get(path);
    return size == null ? -1 : size;
  }

  /** All files, in no order. */
  public Set<String> files() {
    return Collections.unmodifiableSet(files.keySet());
  }

  Set<String> directories() {
    return directories;
  }

  /** All pages, in order: files whose names end with .html, .htm or .xhtml. */
  public List<String> pages() {
    List<String> pages = new ArrayList<>();
    for (String path : files.keySet()) {
      if (HtmlFile.isPage(path)) {
        pages.add(path);
      }
    }
    Collections.sort(pages);
    return pages;
  }

  /**
   * The file that a host sends for the decoded path of a URL: the file itself, or the index of a
   * directory, with or without a slash (without one, the host sends the browser on); null when
   * nothing.
   */
  public String served(String path) {
    if (files.containsKey(path)) {
      return path;
    }
    String directory = path.isEmpty() || path.endsWith("/") ? path : path + '/';
    String index = directory + "index.html";
    if (files.containsKey(index)) {
      return index;
    }
    String old = directory + "index.htm";
    return files.containsKey(old) ? old : null;
  }
}
