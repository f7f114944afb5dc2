package th.oit.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32;

/**
 * What was found out about contents of files, kept between runs: a line of ASCII for each.
 *
 * <p>A file that is not as it was written, or that another version wrote, is not believed. What a
 * run does not ask for is forgotten. Thread-safe.
 */
final class Memory {
  private static final String END = "end";

  private final Path file;
  private final String header;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentSkipListMap<>();
  private String before = "";

  private Memory(Path file, String header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Begins with what earlier runs have kept.
   *
   * @param file null to keep nothing
   * @param header its first line, which names what is kept and the version of the judgement
   */
  static Memory of(Path file, String header) {
    Memory memory = new Memory(file, header);
    if (file != null && Files.isRegularFile(file)) {
      try {
        memory.load(Files.readString(file, StandardCharsets.US_ASCII));
      } catch (IOException e) {
        memory.known.clear(); // found out again what cannot be remembered
      }
    }
    return memory;
  }

  private void load(String text) {
    int end = text.lastIndexOf('\n', text.length() - 2) + 1;
    String[] lines = text.split("\n");
    if (!lines[0].equals(header) || !text.substring(end).equals(end(text.substring(0, end)))) {
      return;
    }
    before = text;
    for (int i = 1; i < lines.length - 1; i++) {
      int space = lines[i].indexOf(' ');
      if (space > 0) {
        known.put(lines[i].substring(0, space), lines[i].substring(space + 1));
      }
    }
  }

  /** The last line, which tells whether all before it is as it was written. */
  static String end(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.US_ASCII));
    return END + " " + Long.toHexString(sum.getValue()) + "\n";
  }

  /** What is known of a content; null when nothing. */
  String get(String key) {
    String value = known.get(key);
    if (value != null) {
      asked.put(key, value);
    }
    return value;
  }

  /**
   * Keeps what was found out.
   *
   * @param key without a space
   * @param value of one line
   */
  void put(String key, String value) {
    known.put(key, value);
    asked.put(key, value);
  }

  /** Writes down what this run has asked for; what is no longer on the site is forgotten. */
  void save() throws IOException {
    if (file == null) {
      return;
    }
    StringBuilder text = new StringBuilder(header).append('\n');
    asked.forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
    String whole = text.append(end(text.toString())).toString();
    if (whole.equals(before)) {
      return;
    }
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(written, whole, StandardCharsets.US_ASCII);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    before = whole;
  }
}
