package th.oit.serve;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.identity.Print;

/**
 * The next edition of a site while its files come in. What is as it was before is kept as the very
 * same object, so that telling what changed costs nothing. Thread-safe while files come in.
 */
public final class Draft {
  private final Edition former;
  private final Map<String, Held> files = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  /**
   * @param former null for the first one
   */
  Draft(Edition former) {
    this.former = former;
  }

  /**
   * Adds a file.
   *
   * @param output path relative to the site's root, with {@code /}, decoded
   * @param print of the bytes
   */
  public void write(String output, byte[] bytes, Print print) {
    put(output, new Held.Made(bytes, print));
  }

  /** Adds a file that goes out as it lies on the disk. */
  public void copy(String output, Path from, Print print) {
    put(output, new Held.Copied(from, print));
  }

  private void put(String output, Held held) {
    Held before = former == null ? null : former.files().get(output);
    if (held.equals(before)) {
      files.put(output, before);
      changed.remove(output);
    } else {
      files.put(output, held);
      changed.add(output);
    }
  }

  /**
   * Takes a file over from the former edition.
   *
   * @return whether it has one there with these bytes
   */
  public boolean keep(String output, Print print) {
    Held before = former == null ? null : former.files().get(output);
    if (before == null || !before.print().equals(print)) {
      return false;
    }
    files.put(output, before);
    return true;
  }

  /** The edition, complete. */
  Edition finish(int number, Studio.Rendering rendering) {
    Set<String> different = new HashSet<>(changed);
    if (former != null) {
      for (String output : former.files().keySet()) {
        if (!files.containsKey(output)) {
          different.add(output);
        }
      }
    }
    return new Edition(number, rendering.basePath(), rendering.headers(), files, different);
  }
}
