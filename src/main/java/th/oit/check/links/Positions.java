package th.oit.check.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import th.oit.check.links.PageLinks.Link;
import th.oit.finding.Source;

/**
 * Line and column of the links of one page, from a second parse that keeps track of them; only for
 * pages with something to say about.
 */
final class Positions {
  private final String page;
  private final PageLinks found;
  private final Path root;

  /**
   * @param document parsed with positions
   */
  Positions(String page, Document document, Path root) {
    this.page = page;
    this.found = PageLinks.of(document);
    this.root = root;
  }

  /** The place of a {@link LinkCheck.Problem}. */
  Source of(int index) {
    if (index < 0) {
      Element element = found.duplicates.get(-1 - index);
      return at(element.attributes().sourceRange("id").nameRange());
    }
    Link link = found.links.get(index);
    Element element = link.element();
    if (link.attribute() != null) {
      return at(element.attributes().sourceRange(link.attribute()).nameRange());
    }
    if (link.raw() == null || element.childNodeSize() == 0) {
      return at(element.sourceRange());
    }
    try {
      String html = HtmlFile.text(root.resolve(page));
      return at(page, html, element.childNode(0).sourceRange().startPos() + link.offset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Source at(Range range) {
    if (!range.isTracked()) {
      return Source.of(page);
    }
    Range.Position start = range.start();
    return new Source(page, start.lineNumber(), start.columnNumber());
  }

  /** The place of a character. */
  static Source at(String file, String text, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Source(file, line, offset - lineStart + 1);
  }
}
