package th.oit.audit;

import java.util.List;
import java.util.function.Function;
import th.oit.catalog.Catalog;
import th.oit.check.Outcome;
import th.oit.finding.Source;

/**
 * What an audit found.
 *
 * @param url of the site
 * @param catalog the list against which items were judged; null when there was none
 * @param items as they were met, in the order of the list or the sheet; empty without items
 * @param requests how many addresses were asked for
 * @param skipped what was left out, a reason a line
 * @param excerpt the line of a fetched page, for showing it; works while the fetched files stand
 */
public record AuditResult(
    String url,
    Outcome outcome,
    Catalog catalog,
    List<AuditedItem> items,
    int requests,
    List<Skip> skipped,
    Function<Source, String> excerpt) {

  /**
   * Addresses that were left out.
   *
   * @param why a name for machines, such as {@code robots}
   */
  public record Skip(String why, int count) {}

  public AuditResult {
    items = List.copyOf(items);
    skipped = List.copyOf(skipped);
  }
}
