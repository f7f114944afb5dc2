package th.oit.render;

import java.nio.file.Path;
import th.oit.identity.Print;

/** Takes the files of the site as they are made. Implementations are thread-safe. */
public interface Sink {
  /**
   * @param output path relative to the site's root, with {@code /}, decoded
   */
  void write(String output, byte[] bytes);

  /** Publishes a file as it is. */
  void copy(String output, Path from);

  /**
   * The same as {@link #write(String, byte[])}, for whoever wants to recognise it later.
   *
   * @param print of the bytes
   */
  default void write(String output, byte[] bytes, Print print) {
    write(output, bytes);
  }

  /**
   * The same as {@link #copy(String, Path)}.
   *
   * @param print of the file's bytes
   */
  default void copy(String output, Path from, Print print) {
    copy(output, from);
  }

  /**
   * Lets a file stand as it was made for the site before. It belongs to this site then, as if it
   * had been written; when a file that is made together with it cannot be kept, it may be written
   * after all.
   *
   * @param print of the bytes that it must have
   * @return whether it stands there with these bytes; otherwise it is made and written
   */
  default boolean keep(String output, Print print) {
    return false;
  }
}
