package th.oit.cli;

import java.nio.file.Path;
import th.oit.check.links.LinkMemory;
import th.oit.content.ContentMemory;
import th.oit.content.ContentReader;
import th.oit.output.Manifest;
import th.oit.output.Staging;
import th.oit.render.Kept;
import th.oit.store.Packer;
import th.oit.store.StoreFile;
import th.oit.store.Unpacker;

/**
 * What one run on a site leaves to the next, in {@code .oit/cache/pages}: what was read, what was
 * made of it, and what then stood in the two trees. It changes no result: whatever in it is not
 * known to hold any more is made anew. For the run that holds the site's lock.
 */
final class Remembered {
  /** To be counted up whenever something is packed or made in another way. */
  private static final String FORMAT = "oit pages 1 ";

  private final Path folder;
  private final StoreFile file;
  private final ContentMemory content;
  private final Kept kept;
  private final LinkMemory links;
  private final Manifest staging;
  private final Manifest shown;

  private Remembered(
      Path folder,
      StoreFile file,
      ContentMemory content,
      Kept kept,
      LinkMemory links,
      Manifest staging,
      Manifest shown) {
    this.folder = folder;
    this.file = file;
    this.content = content;
    this.kept = kept;
    this.links = links;
    this.staging = staging;
    this.shown = shown;
  }

  /** Nothing is remembered, now or later. */
  static Remembered nothing(Path folder) {
    return new Remembered(folder, null, null, null, null, Manifest.NONE, Manifest.NONE);
  }

  /** What the last run has left; nothing where that cannot be used. */
  static Remembered of(Path folder) {
    StoreFile file =
        new StoreFile(
            Workshop.workFolder(folder).resolve("cache").resolve("pages"),
            FORMAT + Version.identity());
    try {
      return file.read()
          .map(in -> unpack(folder, file, in))
          .orElseGet(
              () ->
                  new Remembered(
                      folder,
                      file,
                      new ContentMemory(),
                      new Kept(),
                      new LinkMemory(),
                      Manifest.NONE,
                      Manifest.NONE));
    } catch (RuntimeException e) {
      // Its checksum holds, and yet it is not what this program writes.
      return new Remembered(
          folder,
          file,
          new ContentMemory(),
          new Kept(),
          new LinkMemory(),
          Manifest.NONE,
          Manifest.NONE);
    }
  }

  private static Remembered unpack(Path folder, StoreFile file, Unpacker in) {
    ContentMemory content = ContentMemory.unpack(folder.resolve(ContentReader.FOLDER), in);
    Kept kept = Kept.unpack(in);
    LinkMemory links = LinkMemory.unpack(in);
    return new Remembered(
        folder, file, content, kept, links, Manifest.unpack(in), Manifest.unpack(in));
  }

  /** What was read; null when nothing is to be remembered. */
  ContentMemory content() {
    return content;
  }

  /** What was made; null when nothing is to be remembered. */
  Kept kept() {
    return kept;
  }

  /** What was found in the pages; null when nothing is to be remembered. */
  LinkMemory links() {
    return links;
  }

  /** What stood in the staging folder. */
  Manifest staging() {
    return staging;
  }

  /** What stood in the folder that the public sees. */
  Manifest shown() {
    return shown;
  }

  /**
   * Leaves to the next run what this one knows. Nothing is written when a file was changed while it
   * was being read, for then it is not certain what was made of it.
   *
   * @param finished the staging folder as it was finished
   * @param exchanged whether it is now what the public sees
   */
  void save(Staging finished, boolean exchanged) {
    if (file == null || !content.isAsRead(folder.resolve(ContentReader.FOLDER))) {
      return;
    }
    Manifest made = finished.manifest();
    Manifest other = exchanged ? shown : made;
    Manifest seen = exchanged ? made : shown;
    file.write(
        (Packer out) -> {
          content.pack(out);
          kept.pack(out);
          links.pack(out);
          other.pack(out);
          seen.pack(out);
        });
  }
}
