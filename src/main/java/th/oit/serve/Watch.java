package th.oit.serve;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Notices that somebody has changed the sources of a site. Used by one thread. */
public interface Watch extends AutoCloseable {
  /** Programs for writing leave these beside what is written, for a moment or for long. */
  Set<String> LITTER = Set.of("4913", "thumbs.db", "desktop.ini");

  /** File systems of other machines, which tell nobody here what is changed there. */
  Set<String> FAR_AWAY =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afpfs",
          "webdav",
          "davfs",
          "9p",
          "v9fs",
          "drvfs",
          "vboxsf",
          "vmhgfs",
          "prl_fs",
          "virtiofs",
          "osxfs",
          "grpcfuse",
          "fakeowner",
          "sshfs",
          "fuse");

  /**
   * Waits for a change, and on until no further one has come for a while, so that a save, which is
   * several changes one after another, is one.
   *
   * @param patience the longest wait for the first change
   * @param quiet the wait for the next one after each
   * @return whether something changed
   */
  boolean await(long patience, long quiet, TimeUnit unit) throws InterruptedException;

  /** Whether it looks again and again, because it is told of nothing. */
  boolean polls();

  @Override
  void close() throws IOException;

  /**
   * Begins to watch.
   *
   * @param sources files, and folders with all that they hold; asked again after each change
   * @param pollMillis how often to look; 0 to be told by the system where it can tell
   */
  static Watch of(Path site, Supplier<Set<Path>> sources, int pollMillis) throws IOException {
    if (pollMillis > 0) {
      return new PollingWatch(sources, pollMillis);
    }
    if (!tells(site)) {
      return new PollingWatch(sources, PollingWatch.USUAL_MILLIS);
    }
    try {
      return new NativeWatch(sources);
    } catch (IOException | UnsupportedOperationException e) {
      // Such as a system that grants no more watches: looking again and again always works.
      return new PollingWatch(sources, PollingWatch.USUAL_MILLIS);
    }
  }

  /** Whether the system tells of every change below a folder, and at once. */
  private static boolean tells(Path site) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return false; // there the Java library itself looks again, every ten seconds
    }
    String type = "";
    try {
      FileStore store = Files.getFileStore(site);
      type = store.type().toLowerCase(Locale.ROOT);
    } catch (IOException | SecurityException e) {
      // Who does not say what it is, is asked to tell.
    }
    return !isFarAway(type, site.toString());
  }

  /**
   * Whether files lie on another machine.
   *
   * @param type of the file system, in lower case
   */
  static boolean isFarAway(String type, String folder) {
    return FAR_AWAY.contains(type)
        || type.startsWith("fuse.")
        || folder.startsWith("\\\\")
        || folder.startsWith("//");
  }

  /** Whether a name is of a file that nobody wrote for the site. */
  static boolean isLitter(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.startsWith("#")
        || name.endsWith("~")
        || lower.endsWith(".tmp")
        || lower.endsWith(".swp")
        || lower.endsWith(".swx")
        || lower.endsWith(".bak")
        || lower.endsWith(".part")
        || lower.endsWith(".crdownload")
        || LITTER.contains(lower);
  }
}
