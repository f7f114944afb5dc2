package th.oit.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A file of packed values. It is replaced in one step, and read only when it is whole: whatever is
 * wrong with it, there is nothing in it.
 */
public final class StoreFile {
  private static final int CHECKSUM = 8;

  private final Path file;
  private final String made;

  /**
   * @param made of which program and version the values are; another one's are nothing
   */
  public StoreFile(Path file, String made) {
    this.file = file;
    this.made = made;
  }

  /** What was written last; empty when there is nothing that can be used. */
  public Optional<Unpacker> read() {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - CHECKSUM;
      if (end <= 0) {
        return Optional.empty();
      }
      CRC32C checksum = new CRC32C();
      checksum.update(bytes, 0, end);
      for (int i = 0; i < CHECKSUM; i++) {
        if (bytes[end + i] != (byte) (checksum.getValue() >>> i * 8)) {
          return Optional.empty();
        }
      }
      Unpacker unpacker = new Unpacker(bytes);
      return made.equals(unpacker.text()) ? Optional.of(unpacker) : Optional.empty();
    } catch (IOException | IndexOutOfBoundsException | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  /**
   * Replaces the file. Who cannot write here has nothing the next time, and works all the same.
   *
   * @return whether it was written
   */
  public boolean write(Consumer<Packer> values) {
    try {
      Files.createDirectories(file.getParent());
      Path whole = file.resolveSibling(file.getFileName() + ".new");
      try {
        CRC32C checksum = new CRC32C();
        try (OutputStream out = new CheckedOutputStream(Files.newOutputStream(whole), checksum)) {
          Packer packer = new Packer(out);
          packer.text(made);
          values.accept(packer);
          packer.flush();
          long sum = checksum.getValue();
          packer.big(sum);
          packer.flush();
        }
        Files.move(
            whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
