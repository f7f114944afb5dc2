package th.oit.output;

import java.util.HashMap;
import java.util.Map;
import th.oit.identity.Print;
import th.oit.identity.Stamp;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/**
 * What was found in a tree the last time: for each file what the file system said of it, and the
 * print of its bytes. Immutable.
 */
public final class Manifest {
  /** Of a tree of which nothing is known. */
  public static final Manifest NONE = new Manifest(Map.of());

  private final Map<String, Standing> files;

  /** A file. */
  public record Standing(Stamp stamp, Print print) {}

  /**
   * @param files by path relative to the root of the tree
   */
  public Manifest(Map<String, Standing> files) {
    this.files = files;
  }

  /** What {@link #pack} has packed. */
  public static Manifest unpack(Unpacker in) {
    int count = in.number();
    Map<String, Standing> files = new HashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      files.put(in.text(), new Standing(in.stamp(), in.print()));
    }
    return new Manifest(files);
  }

  /** Packs it for another process. */
  public void pack(Packer out) {
    out.number(files.size());
    files.forEach((path, file) -> out.text(path).stamp(file.stamp()).print(file.print()));
  }

  /**
   * The print of a file's bytes, without its being read.
   *
   * @param now what the file system says of it now
   * @return null when it may have changed since, or is not known
   */
  public Print print(String path, Stamp now) {
    Standing known = files.get(path);
    return known != null && now != null && now.isStill(known.stamp()) ? known.print() : null;
  }

  /** The print that a file had the last time; null when it is not known. */
  Print lastPrint(String path) {
    Standing known = files.get(path);
    return known == null ? null : known.print();
  }
}
