package th.oit.check;

import java.util.ArrayList;
import java.util.List;
import th.oit.catalog.Waiver;
import th.oit.finding.Finding;

/**
 * What a check found.
 *
 * @param pages how many HTML files were read
 * @param links how many links they hold
 * @param items in the order of the list; empty when no gate ran
 * @param findings in {@link Finding#ORDER}
 * @param waivers those that counted
 */
public record Outcome(
    int pages, int links, List<ItemVerdict> items, List<Finding> findings, List<Waiver> waivers) {

  /** What a check found where nothing was waived. */
  public Outcome(int pages, int links, List<ItemVerdict> items, List<Finding> findings) {
    this(pages, links, items, findings, List.of());
  }

  /** The same with what another check has found; an item fails that an error concerns. */
  public Outcome with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    all.sort(Finding.ORDER);
    return new Outcome(pages, links, Gate.afterAllChecks(items, all), List.copyOf(all), waivers);
  }
}
