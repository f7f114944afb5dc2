package th.oit.check.links;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole trees as one text: a line {@code -- path --} begins a file. */
final class SiteTree {
  private SiteTree() {}

  static Path write(Path root, String text) throws IOException {
    return write(root, text, StandardCharsets.UTF_8);
  }

  static Path write(Path root, String text, Charset charset) throws IOException {
    for (String part : text.split("(?m)^-- ")) {
      int end = part.indexOf(" --\n");
      if (end >= 0) {
        Path file = root.resolve(part.substring(0, end));
        Files.createDirectories(file.getParent());
        Files.write(file, part.substring(end + 4).getBytes(charset));
      }
    }
    return root;
  }
}
