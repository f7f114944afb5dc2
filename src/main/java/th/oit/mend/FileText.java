package th.oit.mend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file in UTF-8 as its bytes have it, and its text as readers see it: without a byte order mark,
 * with LF for line ends.
 */
final class FileText {
  private static final char BOM = '\uFEFF';

  private final Path path;
  private final String name;
  private final byte[] bytes;

  /** With the byte order mark and the line ends of the file. */
  private final String raw;

  private final String text;

  /** For each place in the text, that in the file; one more for its end. */
  private final int[] places;

  private FileText(Path path, String name, byte[] bytes, String raw) {
    this.path = path;
    this.name = name;
    this.bytes = bytes;
    this.raw = raw;
    int[] places = new int[raw.length() + 1];
    StringBuilder text = new StringBuilder(raw.length());
    int from = !raw.isEmpty() && raw.charAt(0) == BOM ? 1 : 0;
    for (int i = from; i < raw.length(); i++) {
      char c = raw.charAt(i);
      places[text.length()] = i;
      if (c == '\r') {
        if (i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
          i++;
        }
        c = '\n';
      }
      text.append(c);
    }
    places[text.length()] = raw.length();
    this.text = text.toString();
    this.places = Arrays.copyOf(places, text.length() + 1);
  }

  /** Reads a file; empty when it is in another encoding, which is left as it is. */
  static Optional<FileText> read(Path path, String name) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    try {
      String raw =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(new FileText(path, name, bytes, raw));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  Path path() {
    return path;
  }

  /** The path below the site's folder, with {@code /}. */
  String name() {
    return name;
  }

  String text() {
    return text;
  }

  String raw() {
    return raw;
  }

  /** Whether the file is still as it was read. */
  boolean isUnchanged() throws IOException {
    return Arrays.equals(bytes, Files.readAllBytes(path));
  }

  /** Where a line of the text begins. */
  int offset(int line, int column) {
    int start = 0;
    for (int at = 1; at < line; at++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return -1;
      }
    }
    return start + column - 1;
  }

  /** The text with the mends made. */
  String mendedText(List<Mend> mends) {
    StringBuilder out = new StringBuilder(text);
    for (Mend mend : fromTheEnd(mends)) {
      out.replace(mend.start(), mend.start() + mend.before().length(), mend.after());
    }
    return out.toString();
  }

  /** The file with the mends made. */
  String mendedRaw(List<Mend> mends) {
    StringBuilder out = new StringBuilder(raw);
    for (Mend mend : fromTheEnd(mends)) {
      int start = places[mend.start()];
      out.replace(start, start + mend.before().length(), mend.after());
    }
    return out.toString();
  }

  private static List<Mend> fromTheEnd(List<Mend> mends) {
    return mends.stream().sorted(Comparator.comparingInt(Mend::start).reversed()).toList();
  }
}
