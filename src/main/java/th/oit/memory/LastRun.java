package th.oit.memory;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import th.oit.identity.FileTree;

/**
 * A run of a command on a site, of which everything is known that it depended on. While none of
 * that has changed, another run would read, make, judge and say the same, so it need not be done.
 *
 * @param circumstances how the command was given and what else it depends on but files; compared as
 *     a whole
 * @param trees the files and folders that it read or left, as they were
 * @param left small files that it wrote at its very end, with their bytes
 * @param said what it has to say when it finds nothing changed
 * @param exitCode with which it ended
 */
public record LastRun(
    List<String> circumstances,
    List<FileTree> trees,
    Map<Path, byte[]> left,
    Answer said,
    int exitCode) {
  /** Changed with every change of the form of the file. */
  private static final String FORM = "oit last run 1";

  /** Whether a run under these circumstances would come out the same. */
  public boolean holds(List<String> now) {
    if (!circumstances.equals(now)) {
      return false;
    }
    for (FileTree tree : trees) {
      if (!tree.isStill()) {
        return false;
      }
    }
    try {
      for (Map.Entry<Path, byte[]> file : left.entrySet()) {
        if (!Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue())) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes it down, in the place of an earlier one at once.
   *
   * @throws IOException when that cannot be done; an earlier one then stands
   */
  public void save(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    DataOutputStream out = new DataOutputStream(bytes);
    string(out, FORM);
    out.writeLong(0);
    out.writeInt(circumstances.size());
    for (String one : circumstances) {
      string(out, one);
    }
    out.writeInt(trees.size());
    for (FileTree tree : trees) {
      tree.write(out);
    }
    out.writeInt(left.size());
    for (Map.Entry<Path, byte[]> one : new TreeMap<>(left).entrySet()) {
      string(out, one.getKey().toString());
      bytes(out, one.getValue());
    }
    said.write(out);
    out.writeInt(exitCode);
    byte[] whole = bytes.toByteArray();
    ByteBuffer.wrap(whole).putLong(sumAt(), sum(whole));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, whole);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Reads what was written down; empty when there is nothing, or nothing that can be believed. */
  public static Optional<LastRun> read(Path file) {
    try {
      byte[] whole = Files.readAllBytes(file);
      ByteBuffer in = ByteBuffer.wrap(whole);
      if (whole.length < sumAt() + Long.BYTES
          || !string(in).equals(FORM)
          || in.getLong() != sum(whole)) {
        return Optional.empty();
      }
      String[] circumstances = new String[in.getInt()];
      for (int i = 0; i < circumstances.length; i++) {
        circumstances[i] = string(in);
      }
      int count = in.getInt();
      List<FileTree> trees = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        trees.add(FileTree.read(in));
      }
      Map<Path, byte[]> left = new TreeMap<>();
      count = in.getInt();
      for (int i = 0; i < count; i++) {
        left.put(Path.of(string(in)), bytes(in));
      }
      Answer said = Answer.read(in);
      return Optional.of(new LastRun(Arrays.asList(circumstances), trees, left, said, in.getInt()));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // the usual case before the first run
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // whatever it is, it is not what was written down
    }
  }

  private static int sumAt() {
    return Integer.BYTES + FORM.length();
  }

  /** Of everything but the place of the sum itself. */
  private static long sum(byte[] whole) {
    CRC32C sum = new CRC32C();
    int after = sumAt() + Long.BYTES;
    sum.update(whole, after, whole.length - after);
    return (long) whole.length << 32 | sum.getValue();
  }

  static void string(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String string(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  static byte[] bytes(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("cut off");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
