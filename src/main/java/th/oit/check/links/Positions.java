package th.oit.check.links;

import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import th.oit.check.links.PageLinks.Link;
import th.oit.finding.Source;

/**
 * Line and column of the links of one page, from a second parse that keeps track of them; only for
 * pages with something to say about.
 */
final class Positions {
  private static final int CDATA = "<![CDATA[".length();

  private final String page;
  private final PageLinks found;
  private final Lines lines;

  /**
   * @param document parsed with positions
   * @param text what it was parsed from
   */
  Positions(String page, Document document, String text) {
    this.page = page;
    this.found = PageLinks.of(document);
    this.lines = new Lines(text);
  }

  Lines lines() {
    return lines;
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
    return link.raw() == null || element.childNodeSize() == 0
        ? at(element.sourceRange())
        : inText(element, link.offset());
  }

  /** The place of a character of an element's text, which may stand in several nodes. */
  private Source inText(Element element, int offset) {
    int left = offset;
    for (Node child : element.childNodes()) {
      int length =
          child instanceof DataNode data
              ? data.getWholeData().length()
              : child instanceof TextNode words ? words.getWholeText().length() : 0;
      if (left < length) {
        int start = child.sourceRange().startPos() + (child instanceof CDataNode ? CDATA : 0);
        return lines.at(page, start + left);
      }
      left -= length;
    }
    return at(element.sourceRange());
  }

  /** The place of one of several links with the same raw value, counted from 0. */
  Source of(String raw, int occurrence) {
    int left = occurrence;
    for (int i = 0; i < found.links.size(); i++) {
      if (raw.equals(found.links.get(i).raw()) && left-- == 0) {
        return of(i);
      }
    }
    return Source.of(page);
  }

  private Source at(Range range) {
    if (!range.isTracked()) {
      return Source.of(page);
    }
    Range.Position start = range.start();
    return new Source(page, start.lineNumber(), start.columnNumber());
  }
}
