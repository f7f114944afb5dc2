package th.oit.serve;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Is told of changes by the operating system. */
final class NativeWatch implements Watch {
  private final Supplier<Set<Path>> sources;
  private final WatchService service = FileSystems.getDefault().newWatchService();
  private final Map<WatchKey, Path> folders = new HashMap<>();

  /** Folders of which everything counts; of others only the files that are sources themselves. */
  private final Set<Path> whole = new HashSet<>();

  private final Set<Path> files = new HashSet<>();
  private Set<Path> known = Set.of();

  NativeWatch(Supplier<Set<Path>> sources) throws IOException {
    this.sources = sources;
    try {
      lookAround();
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Watches what there is by now; what is watched already stays so. */
  private void lookAround() throws IOException {
    files.clear();
    known = Set.copyOf(sources.get());
    for (Path source : known) {
      files.add(source);
      // Its own folder, too: there it is made when it is missing, and made anew by many editors.
      if (source.getParent() != null && Files.isDirectory(source.getParent())) {
        register(source.getParent());
      }
      if (Files.isDirectory(source)) {
        everythingBelow(source);
      }
    }
  }

  private void everythingBelow(Path top) throws IOException {
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(top) && isLitterFolder(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            whole.add(folder);
            register(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (Files.exists(file)) {
              throw failure;
            }
            return FileVisitResult.CONTINUE; // gone while it was looked for
          }
        });
  }

  private static boolean isLitterFolder(Path folder) {
    return folder.getFileName().toString().startsWith(".");
  }

  private void register(Path folder) throws IOException {
    folders.put(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), folder);
  }

  @Override
  public boolean await(long patience, long quiet, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(patience);
    boolean changed = false;
    if (!known.equals(sources.get())) {
      // What changed there before it was watched is not told any more.
      lookedAround();
      changed = true;
    }
    while (true) {
      long wait = changed ? unit.toNanos(quiet) : end - System.nanoTime();
      WatchKey key = service.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
      if (key == null) {
        return changed;
      }
      changed |= take(key);
    }
  }

  /** Whether the events of a key are of anything that the site is made of. */
  private boolean take(WatchKey key) {
    Path folder = folders.get(key);
    boolean changed = false;
    boolean newFolder = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == OVERFLOW) {
        changed = true;
        newFolder = true;
      } else if (folder != null && event.context() instanceof Path name) {
        Path file = folder.resolve(name);
        if (files.contains(file) || whole.contains(folder) && !Watch.isLitter(name.toString())) {
          // That something was written in a folder below is told by that folder itself.
          boolean isFolder = Files.isDirectory(file);
          changed |= !isFolder || event.kind() != ENTRY_MODIFY;
          newFolder |= isFolder && event.kind() == ENTRY_CREATE;
        }
      }
    }
    if (!key.reset()) {
      folders.remove(key);
      whole.remove(folder);
    }
    if (newFolder) {
      changed |= !lookedAround();
    }
    return changed;
  }

  private boolean lookedAround() {
    try {
      lookAround();
      return true;
    } catch (IOException e) {
      return false; // a folder is gone again, or will be met with when the site is made
    }
  }

  @Override
  public boolean polls() {
    return false;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
