package th.oit.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.content.ContentPath;
import th.oit.content.ContentReader;
import th.oit.finding.Source;
import th.oit.identity.Print;
import th.oit.picture.Picture;
import th.oit.picture.SmallerCopies;
import th.oit.site.Site;
import th.oit.text.Fingerprint;
import th.oit.text.UrlPath;

/**
 * What the pages say of pictures: their sides, so that nothing moves when they arrive, and smaller
 * copies for small screens.
 *
 * <p>Copies are kept between runs under a hash of the picture, so that one which nobody changed
 * costs no more than its reading; those that a run does not ask for are deleted. Thread-safe.
 */
final class Pictures {
  /** Where the copies stand on the site. */
  static final String FOLDER = "assets/pictures/";

  /** Changes whenever the same picture would be made into other copies: another Java may do so. */
  private static final String VERSION = "2-" + Runtime.version().feature() + "-";

  /** The bytes of a print, which stand behind those of a remembered copy. */
  private static final int PRINT = 2 * Long.BYTES;

  private static final int HASH_DIGITS = 20;

  /** A picture wider than this is not offered to browsers whole; its copies are. */
  private static final int WIDEST = 1920;

  /** How a picture stands on its page, and so which copies are of use. */
  enum Use {
    TEXT(List.of(480, 960, 1440), "(min-width: 48em) 42rem, 100vw"),
    SMALL(List.of(240, 480), "7rem");

    private final List<Integer> widths;
    private final String sizes;

    Use(List<Integer> widths, String sizes) {
      this.widths = widths;
      this.sizes = sizes;
    }
  }

  private record Known(Picture picture, String hash, byte[] bytes) {}

  /**
   * @param name under which it is remembered
   * @param output null when it would be no lighter than the picture
   */
  private record Copy(int width, String name, String output, Print print) {}

  private final Site site;
  private final Map<String, Path> files;
  private final Path memory;
  private final Trace.NotingSink sink;
  private final SourceMap origins;
  private final Map<String, Optional<Picture>> pictures = new ConcurrentHashMap<>();
  private final Map<String, List<Copy>> copies = new ConcurrentHashMap<>();
  private final Map<String, List<Copy>> copiesByHash = new ConcurrentHashMap<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /**
   * @param files by path relative to {@code content/}
   * @param memory folder in which copies are kept between runs; null to keep none
   */
  Pictures(
      Site site, Map<String, Path> files, Path memory, Trace.NotingSink sink, SourceMap origins) {
    this.site = site;
    this.files = files;
    this.memory = memory;
    this.sink = sink;
    this.origins = origins;
  }

  /** The sides of a file below {@code content/}, where it is a picture. */
  private Optional<Picture> picture(String path) {
    return pictures.computeIfAbsent(path, p -> Picture.of(read(p)));
  }

  private byte[] read(String path) {
    try {
      return Files.readAllBytes(files.get(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds {@code width}, {@code height} and, where there are smaller copies, {@code srcset} and
   * {@code sizes} to what a template sees of a picture of this site.
   *
   * @param from path of the writing file, relative to {@code content/}
   * @param target as written
   */
  void describe(Map<String, Object> view, String from, String target, Use use) {
    if (target.startsWith("//") || target.contains(":")) {
      return;
    }
    String bare = UrlPath.decode(target.replaceFirst("[?#].*$", ""));
    Optional<String> path =
        bare.startsWith("/")
            ? Optional.of(bare.substring(1)).filter(files::containsKey)
            : ContentPath.resolve(from, bare).filter(files::containsKey);
    Optional<Picture> known = path.flatMap(this::picture);
    if (known.isEmpty()) {
      return;
    }
    Picture picture = known.get();
    view.put("width", picture.width());
    view.put("height", picture.height());
    if (!SmallerCopies.canBeMadeOf(picture) || picture.width() <= use.widths.get(0)) {
      return;
    }
    List<Copy> lighter =
        copies.computeIfAbsent(use + " " + path.get(), p -> copiesOf(path.get(), picture, use));
    List<String> choices = new ArrayList<>();
    for (Copy copy : lighter) {
      sink.trace().asked(copy.name());
      if (copy.output() == null) {
        continue;
      }
      sink.trace().wrote(copy.output(), copy.print());
      choices.add(site.config().baseUrl().link("/" + copy.output()) + " " + copy.width() + "w");
    }
    if (choices.isEmpty()) {
      return;
    }
    if (picture.width() <= WIDEST) {
      choices.add(site.link(from, target) + " " + picture.width() + "w");
    }
    view.put("srcset", String.join(", ", choices));
    view.put("sizes", use.sizes);
  }

  private List<Copy> copiesOf(String path, Picture picture, Use use) {
    byte[] bytes = read(path);
    String hash = Fingerprint.of(bytes, HASH_DIGITS);
    List<Copy> made =
        copiesByHash.computeIfAbsent(
            use + " " + hash, h -> make(new Known(picture, hash, bytes), path, use));
    return made;
  }

  private List<Copy> make(Known known, String path, Use use) {
    String end = known.picture().type() == Picture.Type.JPEG ? ".jpg" : ".png";
    List<Integer> widths = use.widths.stream().filter(w -> w < known.picture().width()).toList();
    List<Integer> missing = new ArrayList<>();
    Map<Integer, byte[]> before = new HashMap<>();
    for (int width : widths) {
      String name = VERSION + known.hash() + "-" + width + end;
      asked.add(name);
      // Read at once: a run of another command may forget it at any moment.
      byte[] bytes = remembered(name);
      if (bytes == null) {
        missing.add(width);
      } else {
        before.put(width, bytes);
      }
    }
    Map<Integer, byte[]> fresh = new ConcurrentHashMap<>();
    if (!missing.isEmpty()) {
      List<byte[]> made = SmallerCopies.of(known.bytes(), known.picture(), missing);
      for (int i = 0; i < missing.size(); i++) {
        // What cannot be made, or would weigh no less, is remembered as nothing.
        byte[] bytes = made.isEmpty() ? new byte[0] : made.get(i);
        fresh.put(missing.get(i), bytes.length < known.bytes().length ? bytes : new byte[0]);
      }
    }
    List<Copy> done = new ArrayList<>();
    for (int width : widths) {
      String name = known.hash() + "-" + width + end;
      byte[] bytes = fresh.get(width);
      bytes = bytes == null ? before.get(width) : kept(VERSION + name, bytes);
      String output = bytes.length == 0 ? null : FOLDER + name;
      if (output != null && written.add(output)) {
        origins.fileFrom(output, Source.of(ContentReader.FOLDER + "/" + path));
        sink.write(output, bytes);
      }
      done.add(new Copy(width, VERSION + name, output, Print.of(bytes)));
    }
    return done;
  }

  /** What an earlier run has kept; null when nothing, or nothing that is whole. */
  private byte[] remembered(String name) {
    if (memory == null) {
      return null;
    }
    try {
      byte[] all = Files.readAllBytes(memory.resolve(name));
      int length = Math.max(0, all.length - PRINT);
      byte[] bytes = Arrays.copyOf(all, length);
      boolean whole = Arrays.equals(all, length, all.length, print(name, bytes), 0, PRINT);
      return whole ? bytes : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] print(String name, byte[] bytes) {
    Print print = new Print.Maker().add(name).add(bytes).print();
    return ByteBuffer.allocate(PRINT).putLong(print.high()).putLong(print.low()).array();
  }

  /** Whoever cannot write here makes the copies anew each time. */
  private byte[] kept(String name, byte[] bytes) {
    if (memory == null) {
      return bytes;
    }
    try {
      Files.createDirectories(memory);
      Path whole = Files.createTempFile(memory, "new-", "");
      try {
        Files.write(whole, bytes);
        Files.write(whole, print(name, bytes), StandardOpenOption.APPEND);
        Files.move(whole, memory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      return bytes;
    }
    return bytes;
  }

  /** Notes copies for which pages ask that were not made anew. */
  void keep(Set<String> copies) {
    asked.addAll(copies);
  }

  /** Deletes what earlier runs kept and this one did not ask for. */
  void forgetOthers() {
    if (memory == null || !Files.isDirectory(memory)) {
      return;
    }
    try (DirectoryStream<Path> kept = Files.newDirectoryStream(memory)) {
      for (Path copy : kept) {
        if (!asked.contains(copy.getFileName().toString())) {
          Files.deleteIfExists(copy);
        }
      }
    } catch (IOException e) {
      return; // the next run tries again
    }
  }
}
