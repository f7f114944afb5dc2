package th.oit.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Where in a Markdown text the target of a link or an image is written.
 *
 * @param line of the link itself, from 1, as findings name it
 * @param column of the link itself, from 1
 * @param start of the target, in UTF-16 code units from the start of the text
 * @param target as written, without the angle brackets that may stand around it
 * @param isBracketed whether they do
 */
public record LinkPlace(int line, int column, int start, String target, boolean isBracketed) {
  /** The places of all targets that are written as they are meant, in their order. */
  public static List<LinkPlace> of(String markdown) {
    List<LinkPlace> places = new ArrayList<>();
    Markdown.parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                add(link, link.getDestination(), "](");
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                add(image, image.getDestination(), "](");
                visitChildren(image);
              }

              @Override
              public void visit(LinkReferenceDefinition definition) {
                add(definition, definition.getDestination(), "]:");
              }

              private void add(Node node, String destination, String before) {
                placed(node, destination, before, markdown).ifPresent(places::add);
              }
            });
    return places;
  }

  private static Optional<LinkPlace> placed(
      Node node, String destination, String before, String markdown) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty() || destination == null || destination.isEmpty()) {
      return Optional.empty();
    }
    SourceSpan first = spans.get(0);
    int at = textEnd(node, first, markdown, before);
    if (at < 0 || !markdown.startsWith(before, at)) {
      return Optional.empty(); // an address that is its own text, or a name that stands elsewhere
    }
    at += before.length();
    while (at < markdown.length() && Character.isWhitespace(markdown.charAt(at))) {
      at++;
    }
    boolean bracketed = at < markdown.length() && markdown.charAt(at) == '<';
    int start = bracketed ? at + 1 : at;
    int end = start + destination.length();
    // A target with escapes is not written as it is meant.
    if (!markdown.startsWith(destination, start) || !endsAt(markdown, end, bracketed)) {
      return Optional.empty();
    }
    return Optional.of(
        new LinkPlace(
            first.getLineIndex() + 1, first.getColumnIndex() + 1, start, destination, bracketed));
  }

  /** Where the text of a link ends, and the bracket behind it stands. */
  private static int textEnd(Node node, SourceSpan first, String markdown, String before) {
    if (node instanceof LinkReferenceDefinition) {
      return markdown.indexOf(before, first.getInputIndex());
    }
    Node last = node.getLastChild();
    if (last == null) {
      return markdown.indexOf(before, first.getInputIndex());
    }
    List<SourceSpan> spans = last.getSourceSpans();
    if (spans.isEmpty()) {
      return -1;
    }
    SourceSpan end = spans.get(spans.size() - 1);
    return end.getInputIndex() + end.getLength();
  }

  private static boolean endsAt(String markdown, int end, boolean bracketed) {
    if (end >= markdown.length()) {
      return !bracketed;
    }
    char c = markdown.charAt(end);
    return bracketed ? c == '>' : c == ')' || Character.isWhitespace(c);
  }
}
