package th.oit.render;

import java.nio.file.Path;

/** Takes the files of the site as they are made. Implementations are thread-safe. */
public interface Sink {
  /**
   * @param output path relative to the site's root, with {@code /}, decoded
   */
  void write(String output, byte[] bytes);

  /** Publishes a file as it is. */
  void copy(String output, Path from);
}
