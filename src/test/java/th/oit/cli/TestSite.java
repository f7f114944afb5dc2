package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A site in a folder of its own, to be broken and mended again. */
final class TestSite {
  /** A day of the window in which the repository's own site is assessed. */
  static final String TODAY = "2567-04-20";

  private final Path folder;
  private final Map<String, byte[]> originals = new LinkedHashMap<>();

  private TestSite(Path folder) {
    this.folder = folder;
  }

  /** A copy of the site that stands in the repository's root, with its templates. */
  static TestSite ours(Path folder) {
    TestSite site = new TestSite(folder);
    copy(Path.of("content"), folder.resolve("content"));
    copy(Path.of("templates"), folder.resolve("templates"));
    copy(Path.of("site-config.yml"), folder.resolve("site-config.yml"));
    return site;
  }

  /** The {@linkplain SmallSite smallest site} that passes. */
  static TestSite small(Path folder) {
    return new TestSite(SmallSite.write(folder));
  }

  /** A copy of a site among the test resources. */
  static TestSite named(String name, Path folder) {
    copy(Path.of("src/test/resources/sites", name), folder);
    return new TestSite(folder);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      Files.createDirectories(to.getParent());
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  Run run(String... args) {
    return Run.in(folder, args);
  }

  /** Publishes; the report is JSON with English messages. */
  Run publish(String... more) {
    return run(
        Stream.concat(
                Stream.of("publish", "--format", "json", "--lang", "en", "--today", TODAY),
                Stream.of(more))
            .toArray(String[]::new));
  }

  boolean has(String file) {
    return Files.exists(path(file));
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  TestSite write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  TestSite write(String file, byte[] bytes) {
    remember(file);
    try {
      Files.createDirectories(path(file).getParent());
      Files.write(path(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Replaces the first occurrence of a text that must be there. */
  TestSite replace(String file, String old, String replacement) {
    String text = text(file);
    int at = text.indexOf(old);
    assertTrue(at >= 0, () -> "'" + old + "' is not in " + file);
    return write(file, text.substring(0, at) + replacement + text.substring(at + old.length()));
  }

  TestSite append(String file, String more) {
    return write(file, text(file) + more);
  }

  TestSite delete(String file) {
    remember(file);
    try {
      Files.delete(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void remember(String file) {
    if (!originals.containsKey(file)) {
      originals.put(file, has(file) ? bytes(file) : null);
    }
  }

  /** Puts every file back as it was. */
  void restore() throws IOException {
    for (Map.Entry<String, byte[]> original : originals.entrySet()) {
      if (original.getValue() == null) {
        Files.deleteIfExists(path(original.getKey()));
      }
    }
    for (Map.Entry<String, byte[]> original : originals.entrySet()) {
      if (original.getValue() != null) {
        Files.write(path(original.getKey()), original.getValue());
      }
    }
    originals.clear();
  }

  /** Where a text stands first in a file: {@code file:line:column}. */
  String at(String file, String text) {
    return at(file, text, 0);
  }

  /**
   * Where a text stands in a file.
   *
   * @param occurrence from 0
   */
  String at(String file, String text, int occurrence) {
    String all = text(file);
    int at = all.indexOf(text);
    for (int i = 0; i < occurrence && at >= 0; i++) {
      at = all.indexOf(text, at + 1);
    }
    assertTrue(at >= 0, "'" + text + "' is not in " + file);
    String before = all.substring(0, at);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - (before.lastIndexOf('\n') + 1) + 1;
    return file + ":" + line + ":" + column;
  }

  /** The file as a whole, as a report names it. */
  static String whole(String file) {
    return file + ":0:0";
  }

  /** Every file below a folder of the site with a digest of its bytes; empty when it is absent. */
  Map<String, String> tree(String name) {
    return treeOf(path(name));
  }

  static Map<String, String> treeOf(Path root) {
    Map<String, String> tree = new TreeMap<>();
    if (!Files.isDirectory(root)) {
      return tree;
    }
    try (Stream<Path> files = Files.walk(root)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        byte[] hash = digest.digest(Files.readAllBytes(file));
        tree.put(root.relativize(file).toString(), HexFormat.of().formatHex(hash, 0, 8));
      }
    } catch (NoSuchFileException e) {
      return Map.of(e.getFile(), "vanished while it was read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return tree;
  }

  /** Two trees are the same; names the first files that differ when they are not. */
  static void assertSameTree(Map<String, String> expected, Map<String, String> actual) {
    if (!expected.equals(actual)) {
      Set<String> files = new TreeSet<>(expected.keySet());
      files.addAll(actual.keySet());
      files.removeIf(file -> Objects.equals(expected.get(file), actual.get(file)));
      fail(
          files.size()
              + " files differ, of "
              + expected.size()
              + ": "
              + files.stream().limit(10).toList());
    }
  }
}
