package th.oit.check.links;

import org.jsoup.nodes.Document;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

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

  /** What it takes from pages, so that it is not given back to another who takes other things. */
  default String takes() {
    return "";
  }

  /** Packs what it took from a page that it has visited. */
  default void tell(String page, Packer out) {}

  /**
   * Takes again what it took from a page of the same bytes, instead of visiting it.
   *
   * @return whether that is enough; else the page is parsed
   */
  default boolean recall(String page, Unpacker in) {
    return true;
  }
}
