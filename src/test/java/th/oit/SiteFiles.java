package th.oit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Small sites as one text: a line {@code == path} begins a file, and the lines up to the next such
 * line are what it holds.
 */
public final class SiteFiles {
  private SiteFiles() {}

  /** Writes the files of the text below a folder, over what may stand there; gives the folder. */
  public static Path write(Path folder, String text) {
    String path = null;
    StringBuilder held = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("== ")) {
        put(folder, path, held);
        path = line.substring(3).strip();
        held.setLength(0);
      } else {
        held.append(line).append('\n');
      }
    }
    put(folder, path, held);
    return folder;
  }

  private static void put(Path folder, String path, StringBuilder held) {
    if (path == null) {
      if (!held.toString().isBlank()) {
        throw new IllegalArgumentException("text before the first '== path' line: " + held);
      }
      return;
    }
    put(folder.resolve(path), held.toString().stripTrailing().concat("\n"));
  }

  /** Writes one file as UTF-8, with the folders that it needs. */
  public static void put(Path file, String text) {
    put(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void put(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
