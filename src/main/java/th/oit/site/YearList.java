package th.oit.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import th.oit.catalog.Catalog;
import th.oit.catalog.Item;
import th.oit.content.ContentPage;
import th.oit.content.Status;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

/**
 * A year that the site shows: its list, and for each item the page, if there is one.
 *
 * @param pages by item
 * @param drafts items whose page is written but not yet for the public
 */
public record YearList(
    Catalog catalog, Map<ItemCode, SitePage> pages, Map<ItemCode, ContentPage> drafts) {

  /** What the public sees of an item. */
  public enum State {
    PUBLISHED,
    NONE,
    DRAFT,
    MISSING
  }

  public FiscalYear year() {
    return catalog.year();
  }

  /** The path of the page that lists the year's items. */
  public String path() {
    return "/oit/" + year() + "/";
  }

  public Optional<SitePage> page(ItemCode code) {
    return Optional.ofNullable(pages.get(code));
  }

  public State state(ItemCode code) {
    SitePage page = pages.get(code);
    if (page != null) {
      return page.content().status() == Status.NONE ? State.NONE : State.PUBLISHED;
    }
    return drafts.containsKey(code) ? State.DRAFT : State.MISSING;
  }

  /** How many items have a page that the public sees. */
  public int ready() {
    return pages.size();
  }

  /** The items of the list that have a page, in the list's order. */
  public List<Item> published() {
    return catalog.items().stream().filter(item -> pages.containsKey(item.code())).toList();
  }
}
