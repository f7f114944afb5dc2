package th.oit.check;

import java.util.Locale;

/**
 * The verdict on one item.
 *
 * @param id such as O14
 * @param url of its page, null when there is none
 * @param department its id as the page states it, null when it does not
 * @param required how many elements must be shown
 * @param covered how many of these have a place that stands
 */
public record ItemVerdict(
    String id,
    String name,
    Status status,
    String url,
    String department,
    int required,
    int covered) {
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
