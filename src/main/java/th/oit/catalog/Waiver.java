package th.oit.catalog;

import java.time.LocalDate;
import th.oit.finding.Source;
import th.oit.text.ItemCode;

/**
 * A body's word that one element is not asked of it, with the reason and the day on which that
 * ends.
 *
 * @param until the last day on which it counts
 * @param at where it was written
 */
public record Waiver(ItemCode item, String element, String reason, LocalDate until, Source at) {
  public boolean countsOn(LocalDate day) {
    return !day.isAfter(until);
  }
}
