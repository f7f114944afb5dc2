package th.oit.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.identity.Print;
import th.oit.identity.Snapshot;
import th.oit.identity.Stamp;

/**
 * The folder in which a new site is made and judged before anybody sees it.
 *
 * <p>It holds the site before the last one, and is brought up to date: only files whose bytes
 * differ are written, and what is no longer made is removed at the end. Deleting and making again
 * thousands of folders costs seconds; this does not. Where it is known what stands in the folder,
 * and in the one that the public sees, files that are as they should be are not even read.
 * Thread-safe while files are added.
 */
public final class Staging {
  private final Path root;
  private final Path shown;
  private final FolderExchange exchange;
  private final Manifest known;
  private final Manifest knownShown;
  private final Snapshot before;

  /** Whether there was no site before. */
  private final boolean isNew;

  private final Set<String> folders = ConcurrentHashMap.newKeySet();
  private final Set<String> made = ConcurrentHashMap.newKeySet();
  private final Map<String, Print> prints = new ConcurrentHashMap<>();
  private Snapshot after;

  private Staging(
      Path root, Path shown, FolderExchange exchange, Manifest known, Manifest knownShown)
      throws IOException {
    this.root = root;
    this.shown = shown;
    this.exchange = exchange;
    this.known = known;
    this.knownShown = knownShown;
    this.before = Snapshot.of(root);
    this.isNew = before.files().isEmpty() && before.folders().isEmpty() && before.isPlain();
    folders.addAll(before.folders());
    folders.add("");
  }

  /**
   * Opens the staging folder, after mending what a killed run may have left.
   *
   * @param workFolder the tool's own folder beside the site, on the same file system
   * @param shown the folder that the public sees, such as {@code public/}
   */
  public static Staging open(Path workFolder, Path shown) throws IOException {
    return open(workFolder, shown, Manifest.NONE, Manifest.NONE);
  }

  /**
   * Opens the staging folder, after mending what a killed run may have left.
   *
   * @param workFolder the tool's own folder beside the site, on the same file system
   * @param shown the folder that the public sees, such as {@code public/}
   * @param known what stood in the staging folder when the last run ended
   * @param knownShown the same of the folder that the public sees
   */
  public static Staging open(Path workFolder, Path shown, Manifest known, Manifest knownShown)
      throws IOException {
    Files.createDirectories(workFolder);
    Path root = workFolder.resolve("staging");
    Path target = Files.exists(shown) ? shown.toRealPath() : shown.toAbsolutePath();
    FolderExchange exchange = new FolderExchange(workFolder.resolve("aside"));
    exchange.recover(target, root);
    Files.createDirectories(root);
    return new Staging(root, target, exchange, known, knownShown);
  }

  /** How many pages it holds of the new site. */
  public int pages() {
    return (int) made.stream().filter(output -> output.endsWith(".html")).count();
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /**
   * Lets a file stand as it stands here or in the folder that the public sees.
   *
   * @param print of the bytes that it must have
   * @return whether it does
   */
  public boolean keep(String output, Print print) {
    Stamp stamp = before.files().get(output);
    if (print.equals(known.print(output, stamp))) {
      take(output, print);
      return true;
    }
    try {
      if (print.equals(knownShown.lastPrint(output)) && copyShown(output, print)) {
        return true;
      }
      // Nobody knows what it holds, unless it is read.
      if (stamp == null || !print.equals(Print.of(Files.readAllBytes(root.resolve(output))))) {
        return false;
      }
      take(output, print);
      return true;
    } catch (IOException e) {
      return false; // then it is made anew
    }
  }

  /** Takes a file that was made for the site before, and that the one before that had not. */
  private boolean copyShown(String output, Print print) throws IOException {
    Path file = shown.resolve(output);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Print.of(bytes).equals(print)) {
      return false;
    }
    write(output, bytes, print);
    return true;
  }

  private void take(String output, Print print) {
    made.add(output);
    prints.put(output, print);
  }

  /** Adds a file, unless it stands there already with the same bytes. */
  public void write(String output, byte[] bytes) {
    Path file = place(output);
    try {
      Stamp stamp = before.files().get(output);
      if (stamp != null
          && stamp.size() == bytes.length
          && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return;
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a file, unless it stands there already with the same bytes.
   *
   * @param print of the bytes
   */
  public void write(String output, byte[] bytes, Print print) {
    prints.put(output, print);
    if (print.equals(known.print(output, before.files().get(output)))) {
      made.add(output);
    } else {
      write(output, bytes);
    }
  }

  /** Adds a copy of a file, unless it stands there already with the same bytes. */
  public void copy(String output, Path from) {
    Path file = place(output);
    try {
      Stamp stamp = before.files().get(output);
      if (stamp != null && stamp.size() == Files.size(from) && Files.mismatch(file, from) < 0) {
        return;
      }
      Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a copy of a file, unless it stands there already with the same bytes.
   *
   * @param print of the bytes
   */
  public void copy(String output, Path from, Print print) {
    if (print.equals(known.print(output, before.files().get(output)))) {
      take(output, print);
      return;
    }
    try {
      // Its print is taken again: it may have been changed since.
      byte[] bytes = Files.readAllBytes(from);
      write(output, bytes, Print.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(String output) {
    made.add(output);
    Path file = root.resolve(output);
    if (before.others().contains(output)) {
      delete(file); // a link of the file system, through which nothing is written
    }
    int slash = output.lastIndexOf('/');
    String folder = slash < 0 ? "" : output.substring(0, slash);
    if (!folders.contains(folder)) {
      try {
        if (isNew) {
          makeNewFolder(folder);
        } else {
          makeFolder(file.getParent());
          if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            delete(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      folders.add(folder);
    } else if (folders.contains(output)) {
      delete(file);
    }
    return file;
  }

  /** Makes a folder where nothing stood before, so that nothing has to be looked for. */
  private void makeNewFolder(String folder) throws IOException {
    int slash = folder.lastIndexOf('/');
    String parent = slash < 0 ? "" : folder.substring(0, slash);
    if (!folders.contains(parent)) {
      makeNewFolder(parent);
    }
    try {
      Files.createDirectory(root.resolve(folder));
    } catch (FileAlreadyExistsException e) {
      // made by another thread in this moment
    }
    folders.add(folder);
  }

  /** Makes a folder where the site before may have had a file of that name. */
  private void makeFolder(Path folder) throws IOException {
    for (Path part = folder; !part.equals(root); part = part.getParent()) {
      if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(part);
        break;
      }
    }
    Files.createDirectories(folder);
  }

  /** Removes what the site before had and this one has not. */
  public void finish() throws IOException {
    Set<String> needed = new HashSet<>();
    needed.add("");
    for (String output : made) {
      for (int slash = output.lastIndexOf('/');
          slash > 0 && needed.add(output.substring(0, slash));
          slash = output.lastIndexOf('/', slash - 1)) {
        continue;
      }
    }
    after = remove(before, needed);
    if (!after.files().keySet().equals(made) || !after.isPlain()) {
      // Somebody else has been here meanwhile.
      after = remove(after, needed);
    }
  }

  /** Removes what is not needed of what was found; answers what there is then. */
  private Snapshot remove(Snapshot found, Set<String> needed) throws IOException {
    for (Set<String> paths : List.of(found.files().keySet(), found.others())) {
      for (String path : paths) {
        Path file = root.resolve(path);
        // A folder may stand there now, or a file in place of one of its folders.
        if (!made.contains(path)
            && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
            && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
    List<String> empty =
        found.folders().stream()
            .filter(folder -> !needed.contains(folder))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String folder : empty) {
      try {
        if (Files.isDirectory(root.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(root.resolve(folder));
        }
      } catch (DirectoryNotEmptyException e) {
        continue; // something was put there meanwhile
      }
    }
    return Snapshot.of(root);
  }

  /**
   * The files that stand in the folder as they stood there before this run, with their prints: the
   * file system says that nobody has changed them.
   */
  public Map<String, Print> untouched() {
    Map<String, Print> untouched = new HashMap<>();
    after
        .files()
        .forEach(
            (path, stamp) -> {
              Print print = known.print(path, stamp);
              if (print != null) {
                untouched.put(path, print);
              }
            });
    return untouched;
  }

  /** What stands in the folder since it was finished, as far as it is known. */
  public Manifest manifest() {
    Map<String, Manifest.Standing> standing = new HashMap<>(after.files().size() * 2);
    after
        .files()
        .forEach(
            (path, stamp) -> {
              Print print = prints.get(path);
              if (print != null) {
                standing.put(path, new Manifest.Standing(stamp, print));
              }
            });
    return new Manifest(standing);
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
