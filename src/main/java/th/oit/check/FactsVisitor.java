package th.oit.check;

import java.util.Map;
import org.jsoup.nodes.Document;
import th.oit.check.links.PageVisitor;
import th.oit.store.Packer;
import th.oit.store.Unpacker;

/** Takes from every page what it says of itself. Thread-safe. */
final class FactsVisitor implements PageVisitor {
  private final String year;
  private final Map<String, PageFacts> facts;
  private final Runnable goOn;

  /**
   * @param year the judged one
   * @param facts takes them, by page
   * @param goOn asked before each page; throws when nobody wants to know any more
   */
  FactsVisitor(String year, Map<String, PageFacts> facts, Runnable goOn) {
    this.goOn = goOn;
    this.year = year;
    this.facts = facts;
  }

  @Override
  public void visit(String page, Document document) {
    goOn.run();
    facts.put(page, PageFacts.of(page, document, year));
  }

  @Override
  public String takes() {
    return "facts of " + year;
  }

  @Override
  public void tell(String page, Packer out) {
    PageFacts told = facts.get(page);
    // The pages of the judged items are read whole, and few.
    out.flag(told.outline() == null);
    if (told.outline() == null) {
      told.pack(out);
    }
  }

  @Override
  public boolean recall(String page, Unpacker in) {
    goOn.run();
    if (!in.flag()) {
      return false;
    }
    facts.put(page, PageFacts.unpack(page, in));
    return true;
  }
}
