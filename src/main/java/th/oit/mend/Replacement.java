package th.oit.mend;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Puts a mended file in the place of the one that was read. */
final class Replacement {
  private Replacement() {}

  /**
   * Replaces a file in one step: a reader finds the old bytes or the new ones, never a part. What
   * may be done with the file stays as it was.
   *
   * @return false when the file is no longer as it was read, may not be written, or lies outside
   *     the site's folder, so that it was left
   */
  static boolean replace(FileText file, byte[] bytes, Path folder) throws IOException {
    // Through a link of the file system the file itself is meant, not the link.
    Path real = file.path().toRealPath();
    if (!real.startsWith(folder.toRealPath()) || !Files.isWritable(real)) {
      return false;
    }
    Path fresh = Files.createTempFile(real.getParent(), ".oit-", ".mend");
    try {
      Files.write(fresh, bytes);
      PosixFileAttributeView old = Files.getFileAttributeView(real, PosixFileAttributeView.class);
      if (old != null) {
        Files.getFileAttributeView(fresh, PosixFileAttributeView.class)
            .setPermissions(old.readAttributes().permissions());
      }
      if (!file.isUnchanged()) {
        return false;
      }
      try {
        Files.move(
            fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, real, StandardCopyOption.REPLACE_EXISTING);
      }
      return true;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
