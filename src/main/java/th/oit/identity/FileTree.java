package th.oit.identity;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the file system says of a file or of all that stands in a folder, so that a later look tells
 * whether anything has changed, without reading any of it.
 *
 * <p>A file counts as unchanged when its size, its number and both of its times are what they were:
 * when it was written, which programs can set back, and when anything about it changed, which none
 * can. Where a system does not tell the latter (Windows), size and time of writing decide alone. A
 * folder counts as unchanged by the same signs, for they change with every name in it; where the
 * system does not tell, its names are read again. All this holds only for what {@linkplain
 * #isBefore changed before} the moment of the look by the file system's own clock. Immutable.
 */
public final class FileTree {
  private static final int SIGNS = 4;

  /** From so many files on, a second thread is worth its start. */
  private static final int MANY = 2_000;

  private enum What {
    NOTHING,
    FILE,
    FOLDER
  }

  private final Path root;
  private final What what;
  private final boolean hidden;

  /** Relative to the root, with {@code /}; folders before what stands in them. */
  private final List<String> paths;

  /** {@link #SIGNS} for each path. */
  private final long[] signs;

  private final long last;

  private FileTree(
      Path root, What what, boolean hidden, List<String> paths, long[] signs, long last) {
    this.root = root;
    this.what = what;
    this.hidden = hidden;
    this.paths = paths;
    this.signs = signs;
    this.last = last;
  }

  /**
   * Looks at a file or a folder, or that nothing stands there.
   *
   * @param hidden whether names that begin with a dot belong to it
   * @param device on which all of it has to stand; 0 for any
   * @return empty when something in it is neither file nor folder, such as a symbolic link, or
   *     stands on another device: for such the file system does not vouch here
   */
  public static Optional<FileTree> of(Path root, boolean hidden, long device) throws IOException {
    boolean unix = FileDates.isUnix(root);
    FileDates dates;
    try {
      dates = FileDates.of(root, unix);
    } catch (NoSuchFileException e) {
      return Optional.of(
          new FileTree(root, What.NOTHING, hidden, List.of(), new long[0], Long.MIN_VALUE));
    }
    Walk walk = new Walk(unix, hidden, device);
    if (!walk.accepts(dates)) {
      return Optional.empty();
    }
    if (dates.kind() == FileDates.Kind.FILE) {
      walk.note("", dates);
      return Optional.of(walk.tree(root, What.FILE));
    }
    walk.last = dates.last();
    return walk.folder(root, "") ? Optional.of(walk.tree(root, What.FOLDER)) : Optional.empty();
  }

  /** A look all around, folder by folder in the order of names. */
  private static final class Walk {
    private final boolean unix;
    private final boolean hidden;
    private final long device;
    private final List<String> paths = new ArrayList<>();
    private long[] signs = new long[64 * SIGNS];
    private long last = Long.MIN_VALUE;

    Walk(boolean unix, boolean hidden, long device) {
      this.unix = unix;
      this.hidden = hidden;
      this.device = device;
    }

    boolean accepts(FileDates dates) {
      return dates.kind() != FileDates.Kind.OTHER && (device == 0 || dates.device() == device);
    }

    boolean folder(Path folder, String prefix) throws IOException {
      List<String> names = names(folder, hidden);
      Collections.sort(names);
      List<String> folders = new ArrayList<>();
      for (String name : names) {
        FileDates dates = FileDates.of(folder.resolve(name), unix);
        if (!accepts(dates)) {
          return false;
        }
        note(prefix + name, dates);
        if (dates.kind() == FileDates.Kind.FOLDER) {
          folders.add(name);
        }
      }
      for (String name : folders) {
        if (!folder(folder.resolve(name), prefix + name + "/")) {
          return false;
        }
      }
      return true;
    }

    void note(String path, FileDates dates) {
      int at = paths.size() * SIGNS;
      if (at == signs.length) {
        signs = Arrays.copyOf(signs, 2 * at);
      }
      paths.add(path);
      signs[at] = dates.size();
      signs[at + 1] = dates.modified();
      signs[at + 2] = dates.changed();
      signs[at + 3] = dates.number();
      last = Math.max(last, dates.last());
    }

    FileTree tree(Path root, What what) {
      return new FileTree(
          root, what, hidden, paths, Arrays.copyOf(signs, paths.size() * SIGNS), last);
    }
  }

  private static List<String> names(Path folder, boolean hidden) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (hidden || !name.startsWith(".")) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  /** Whether everything in it, as far as the file system tells, changed last before a moment. */
  public boolean isBefore(long moment) {
    return last < moment;
  }

  /** The same tree after its root was moved. */
  public FileTree at(Path place) {
    return new FileTree(place, what, hidden, paths, signs, last);
  }

  /**
   * Whether everything is as it was. The times of the root itself do not count, only its names: it
   * may have been moved.
   */
  public boolean isStill() {
    try {
      if (!FileDates.isUnix(root)) {
        return of(root, hidden, 0).filter(this::isSameAs).isPresent();
      }
      return switch (what) {
        case NOTHING -> !Files.exists(root, LinkOption.NOFOLLOW_LINKS);
        case FILE -> isStill(0, 1);
        case FOLDER -> hasItsNames() && isAllStill();
      };
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isSameAs(FileTree other) {
    return what == other.what && paths.equals(other.paths) && Arrays.equals(signs, other.signs);
  }

  private boolean hasItsNames() throws IOException {
    Set<String> names = new HashSet<>(names(root, hidden));
    int top = 0;
    for (String path : paths) {
      if (path.indexOf('/') < 0) {
        top++;
        if (!names.contains(path)) {
          return false;
        }
      }
    }
    return top == names.size();
  }

  private boolean isAllStill() {
    int all = paths.size();
    if (all < MANY || Runtime.getRuntime().availableProcessors() < 2) {
      return isStill(0, all);
    }
    boolean[] second = new boolean[1];
    Thread helper = new Thread(() -> second[0] = isStill(all / 2, all), "oit-look");
    helper.setDaemon(true);
    helper.start();
    boolean first = isStill(0, all / 2);
    try {
      helper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return first && second[0];
  }

  private boolean isStill(int from, int to) {
    try {
      for (int i = from; i < to; i++) {
        String path = paths.get(i);
        Map<String, Object> told =
            Files.readAttributes(
                path.isEmpty() ? root : root.resolve(path),
                "unix:size,lastModifiedTime,ctime,ino",
                LinkOption.NOFOLLOW_LINKS);
        int at = i * SIGNS;
        if (signs[at] != (Long) told.get("size")
            || signs[at + 1] != FileDates.nanos(told.get("lastModifiedTime"))
            || signs[at + 2] != FileDates.nanos(told.get("ctime"))
            || signs[at + 3] != (Long) told.get("ino")) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A short text for all of it: another one when anything has changed. */
  public String signature() {
    Print.Maker maker = new Print.Maker().add(what.ordinal());
    paths.forEach(maker::add);
    for (long sign : signs) {
      maker.add(sign);
    }
    Print print = maker.print();
    return Long.toHexString(print.high()) + Long.toHexString(print.low());
  }

  /** Writes it down, with its root. */
  public void write(DataOutput out) throws IOException {
    string(out, root.toString());
    out.writeByte(what.ordinal());
    out.writeBoolean(hidden);
    out.writeInt(paths.size());
    byte[] before = new byte[0];
    for (int i = 0; i < paths.size(); i++) {
      byte[] path = paths.get(i).getBytes(StandardCharsets.UTF_8);
      int same = Math.max(0, Arrays.mismatch(before, path));
      out.writeShort(same);
      out.writeShort(path.length - same);
      out.write(path, same, path.length - same);
      for (int sign = 0; sign < SIGNS; sign++) {
        out.writeLong(signs[i * SIGNS + sign]);
      }
      before = path;
    }
  }

  /**
   * Reads one that was written down.
   *
   * @throws RuntimeException when it is not one
   */
  public static FileTree read(ByteBuffer in) {
    Path root = Path.of(string(in));
    What what = What.values()[in.get()];
    boolean hidden = in.get() != 0;
    int count = in.getInt();
    String[] paths = new String[count];
    long[] signs = new long[count * SIGNS];
    byte[] path = new byte[0];
    for (int i = 0; i < count; i++) {
      int same = in.getShort() & 0xFFFF;
      int more = in.getShort() & 0xFFFF;
      path = Arrays.copyOf(Arrays.copyOf(path, same), same + more);
      in.get(path, same, more);
      paths[i] = new String(path, StandardCharsets.UTF_8);
      for (int sign = 0; sign < SIGNS; sign++) {
        signs[i * SIGNS + sign] = in.getLong();
      }
    }
    return new FileTree(root, what, hidden, Arrays.asList(paths), signs, Long.MAX_VALUE);
  }

  private static void string(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String string(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
