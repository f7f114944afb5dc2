package th.oit.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.Jsoup;

/**
 * What stands on the pages of the tree. Items' pages were read when their links were; the few
 * others at which items point are read when they are asked for.
 */
final class PagesRead implements Function<String, Outline> {
  private final Path root;
  private final Map<String, PageFacts> facts;
  private final Map<String, Outline> others = new HashMap<>();

  PagesRead(Path root, Map<String, PageFacts> facts) {
    this.root = root;
    this.facts = facts;
  }

  /** What stands on a page; null when there is no such page. */
  @Override
  public Outline apply(String page) {
    PageFacts known = facts.get(page);
    if (known == null) {
      return null;
    }
    return known.outline() != null ? known.outline() : others.computeIfAbsent(page, this::read);
  }

  private Outline read(String page) {
    try (InputStream in = Files.newInputStream(root.resolve(page))) {
      return OutlineReader.read(page, Jsoup.parse(in, null, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
