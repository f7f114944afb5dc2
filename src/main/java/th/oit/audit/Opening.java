package th.oit.audit;

import java.util.List;
import java.util.Locale;
import th.oit.text.Words;

/**
 * What happened when an item's URL was opened, as an assessor opens it.
 *
 * @param url as answered, or as the site names it
 * @param opens whether anybody gets to see it
 * @param why in words, when it does not open
 * @param status of the last answer; 0 when there was none
 * @param millis from the request to the last byte
 * @param arrived where redirects led; null when nowhere else
 * @param title what the page calls itself, or the name of the file
 * @param type such as HTML or PDF; empty when nothing came
 * @param years that the page or file names
 * @param bytes of a file; -1 when unknown
 */
public record Opening(
    String url,
    Opens opens,
    Words why,
    int status,
    long millis,
    String arrived,
    String title,
    String type,
    List<Integer> years,
    long bytes) {

  /** Whether an address opens for anybody. */
  public enum Opens {
    YES,
    NO,
    LOGIN,
    UNVERIFIED;

    /** The name in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Opening {
    years = List.copyOf(years);
  }
}
