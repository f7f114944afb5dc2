package th.oit.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The texts that come with the tool, with {@code {{name}}} where something is to be put in. */
final class Template {
  private Template() {}

  /**
   * A text with its gaps filled, with LF for line ends wherever the tool was built.
   *
   * @param path of the resource, from the root
   */
  static String fill(String path, Map<String, String> values) {
    String text = read(path);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private static String read(String path) {
    try (InputStream in = Template.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as a YAML value on one line. */
  static String quoted(String text) {
    return "'" + text.replaceAll("\\s+", " ").strip().replace("'", "''") + "'";
  }
}
