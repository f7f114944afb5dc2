package th.oit.render;

import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What becomes of the line ends of the source. */
final class LineBreaks {
  private LineBreaks() {}

  /**
   * Whether a line end shows as a space. Between Thai letters, which stand without spaces, it would
   * be one that nobody wrote.
   */
  static boolean isSpace(SoftLineBreak lineBreak) {
    return !(endsThai(lineBreak.getPrevious()) && startsThai(lineBreak.getNext()));
  }

  private static boolean endsThai(Node node) {
    Node last = node;
    while (last != null && last.getLastChild() != null) {
      last = last.getLastChild();
    }
    return last instanceof Text text
        && !text.getLiteral().isEmpty()
        && isThai(text.getLiteral().charAt(text.getLiteral().length() - 1));
  }

  private static boolean startsThai(Node node) {
    Node first = node;
    while (first != null && first.getFirstChild() != null) {
      first = first.getFirstChild();
    }
    return first instanceof Text text
        && !text.getLiteral().isEmpty()
        && isThai(text.getLiteral().charAt(0));
  }

  private static boolean isThai(char c) {
    return c >= 'ก' && c <= '๎';
  }
}
