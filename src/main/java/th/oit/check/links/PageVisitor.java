package th.oit.check.links;

import org.jsoup.nodes.Document;

/** Sees every page while it is parsed anyway. */
@FunctionalInterface
public interface PageVisitor {
  /** Sees nothing. */
  PageVisitor NONE = (page, document) -> {};

  /**
   * Called once a page, from several threads at once and in no order.
   *
   * @param page the file, relative to the root
   * @param document to be read, neither changed nor kept
   */
  void visit(String page, Document document);
}
