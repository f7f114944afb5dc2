package th.oit.check;

import java.util.List;
import java.util.Locale;

/**
 * The verdict on one item.
 *
 * @param id such as O14
 * @param url of its page, null when there is none
 * @param department its id as the page states it, null when it does not
 * @param required how many elements must be shown
 * @param covered how many of these are shown, or waived
 * @param waived the elements that the body says are not asked of it
 */
public record ItemVerdict(
    String id,
    String name,
    Status status,
    String url,
    String department,
    int required,
    int covered,
    List<String> waived) {

  public ItemVerdict {
    waived = List.copyOf(waived);
  }

  /** The verdict on an item of which nothing is waived. */
  public ItemVerdict(
      String id,
      String name,
      Status status,
      String url,
      String department,
      int required,
      int covered) {
    this(id, name, status, url, department, required, covered, List.of());
  }

  /** The same verdict but for its status. */
  public ItemVerdict as(Status other) {
    return new ItemVerdict(id, name, other, url, department, required, covered, waived);
  }

  /** What became of the item. */
  public enum Status {
    PASS,
    /** A page stands, but an error concerns it. */
    FAIL,
    /** There is no page. */
    MISSING;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
