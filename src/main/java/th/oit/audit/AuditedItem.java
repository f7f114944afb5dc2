package th.oit.audit;

import java.util.List;
import java.util.Locale;

/**
 * An item as the audit met it.
 *
 * @param item such as O14
 * @param name empty when nobody says
 * @param state what became of it
 * @param openings one for each of its URLs
 */
public record AuditedItem(String item, String name, State state, List<Opening> openings) {

  /** What became of an item. */
  public enum State {
    PASS,
    FAIL,
    /** The body does not answer it with a URL, or the site has no page of it. */
    MISSING,
    UNVERIFIED;

    /** The name in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AuditedItem {
    openings = List.copyOf(openings);
  }
}
