package th.oit.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import th.oit.finding.Source;
import th.oit.identity.Print;
import th.oit.source.SourceText;

/**
 * The templates of a site: its own where it has them, else those that come with the tool; one file
 * at a time can be replaced. Remembers the texts, to find in which of them a link was written.
 * Thread-safe.
 */
final class TemplateSources implements TemplateLoader {
  static final String FOLDER = "templates";

  private final Path siteFolder;
  private final Map<String, SourceText> loaded = new ConcurrentHashMap<>();
  private volatile Set<String> names;

  TemplateSources(Path siteFolder) {
    this.siteFolder = siteFolder;
  }

  /** The template's name in messages: a path of the site, or {@code oit:…} for the tool's own. */
  String shownName(String name) {
    return Files.isRegularFile(siteFolder.resolve(FOLDER).resolve(name))
        ? FOLDER + "/" + name
        : "oit:/" + FOLDER + "/" + name;
  }

  @Override
  public Object findTemplateSource(String name) throws IOException {
    SourceText known = loaded.get(name);
    if (known != null) {
      return known;
    }
    SourceText text = ownText(name).or(() -> bundledText(name)).orElse(null);
    if (text == null) {
      return null;
    }
    loaded.put(name, text);
    return text;
  }

  /** A file that comes with the tool; empty when none has that name. */
  Optional<SourceText> bundledText(String name) {
    try (InputStream in = bundled(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new SourceText(
                  "oit:/" + FOLDER + "/" + name,
                  new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The site's own file of that name; empty when it has none. */
  Optional<SourceText> ownText(String name) {
    Path own = siteFolder.resolve(FOLDER).resolve(name);
    return Files.isRegularFile(own)
        ? Optional.of(SourceText.read(own, FOLDER + "/" + name))
        : Optional.empty();
  }

  static InputStream bundled(String name) {
    return TemplateSources.class.getResourceAsStream("/" + FOLDER + "/" + name);
  }

  @Override
  public long getLastModified(Object source) {
    return 0;
  }

  @Override
  public Reader getReader(Object source, String encoding) {
    return new StringReader(((SourceText) source).text());
  }

  @Override
  public void closeTemplateSource(Object source) {}

  /**
   * By which all that a site says of its look is recognised, file by file.
   *
   * @return empty when the files cannot be gone through
   */
  Optional<Print> print() {
    Path own = siteFolder.resolve(FOLDER);
    Print.Maker maker = new Print.Maker();
    if (!Files.isDirectory(own)) {
      return Optional.of(maker.print());
    }
    try (Stream<Path> files = Files.walk(own, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        maker.add(own.relativize(file).toString()).add(Files.readAllBytes(file));
      }
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
    return Optional.of(maker.print());
  }

  /** The line of a template's own text, for showing. */
  String line(String name, int line) {
    SourceText text = loaded.get(name);
    return text == null ? "" : text.line(line);
  }

  /**
   * The place in a template where a link was most likely written: the link itself, or else its last
   * part, what stands before it having come from the model.
   */
  Optional<Source> find(String link) {
    String bare = link.endsWith("/") ? link.substring(0, link.length() - 1) : link;
    String last = bare.substring(bare.lastIndexOf('/') + 1);
    return search(link).or(() -> last.length() < 3 ? Optional.empty() : search(last));
  }

  private Optional<Source> search(String wanted) {
    if (wanted.isBlank()) {
      return Optional.empty();
    }
    // Of all templates of pages, not of those alone that happened to be used: the answer is the
    // same then, whichever pages were kept from an earlier run.
    for (String name : names()) {
      Optional<Source> found = place(text(name), wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a template has its part in pages; feeds and lists for machines hold no links of them.
   */
  private static boolean isOfPages(String name) {
    return name.endsWith(".ftlh") || name.endsWith(".ftl") && !name.equals("robots.ftl");
  }

  /** The names of all templates of pages, in order. */
  private Set<String> names() {
    Set<String> known = names;
    if (known != null) {
      return known;
    }
    Set<String> found = new TreeSet<>();
    for (String name : bundledFiles(FOLDER + "/")) {
      if (name.indexOf('/') < 0 && isOfPages(name)) {
        found.add(name);
      }
    }
    Path own = siteFolder.resolve(FOLDER);
    if (Files.isDirectory(own)) {
      try (Stream<Path> files = Files.walk(own, FileVisitOption.FOLLOW_LINKS)) {
        files
            .filter(Files::isRegularFile)
            .map(file -> own.relativize(file).toString().replace('\\', '/'))
            .filter(TemplateSources::isOfPages)
            .forEach(found::add);
      } catch (IOException | UncheckedIOException e) {
        return found; // what cannot be gone through was not used either
      }
    }
    names = found;
    return found;
  }

  private SourceText text(String name) {
    try {
      return (SourceText) findTemplateSource(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Source> place(SourceText text, String wanted) {
    int at = text.text().indexOf(wanted);
    if (at < 0) {
      return Optional.empty();
    }
    int line = 1;
    int start = 0;
    for (int i = text.text().indexOf('\n');
        i >= 0 && i < at;
        i = text.text().indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return Optional.of(new Source(text.file(), line, at - start + 1));
  }

  /**
   * The files of the look, by their path below {@code assets/}; a site's own replace the tool's.
   */
  Map<String, Asset> assets() {
    Map<String, Asset> assets = new TreeMap<>();
    for (String name : bundledAssets()) {
      assets.put(name, new Asset(name, null));
    }
    Path own = siteFolder.resolve(FOLDER).resolve("assets");
    if (Files.isDirectory(own)) {
      try (var files = Files.walk(own)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .forEach(
                file -> {
                  String name = own.relativize(file).toString().replace('\\', '/');
                  assets.put(name, new Asset(name, file));
                });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return assets;
  }

  /** Where an asset stands, as messages name it. */
  Source sourceOf(Asset asset) {
    return Source.of((asset.file() == null ? "oit:/" : "") + FOLDER + "/assets/" + asset.name());
  }

  /** The names of the assets that come with the tool, read from the jar or the class folder. */
  private static List<String> bundledAssets() {
    return bundledFiles(FOLDER + "/assets/");
  }

  /** The files that come with the tool below a folder, by their paths in it. */
  private static List<String> bundledFiles(String prefix) {
    try {
      Path code =
          Path.of(
              TemplateSources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        Path folder = code.resolve(prefix);
        try (Stream<Path> files = Files.walk(folder)) {
          return files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .toList();
        }
      }
      try (JarFile jar = new JarFile(code.toString())) {
        return jar.stream()
            .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
            .map(entry -> entry.getName().substring(prefix.length()))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A file of the look.
   *
   * @param file the site's own; null for the tool's
   */
  record Asset(String name, Path file) {
    byte[] bytes() throws IOException {
      if (file != null) {
        return Files.readAllBytes(file);
      }
      try (InputStream in = bundled("assets/" + name)) {
        return in.readAllBytes();
      }
    }
  }
}
