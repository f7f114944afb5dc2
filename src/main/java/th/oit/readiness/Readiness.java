package th.oit.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import th.oit.catalog.Catalog;
import th.oit.check.ItemVerdict;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;

/**
 * How ready the body is on a day: what every format of the status shows. Immutable.
 *
 * @param items in the order of the list
 * @param findings all that was found, of items and of the rest of the site
 */
public record Readiness(
    SiteConfig config,
    Catalog catalog,
    List<ItemVerdict> items,
    List<Finding> findings,
    Forecast forecast,
    Deadlines deadlines) {

  /** A department's share: how many of its items pass. {@code id} is null for nobody's. */
  public record Share(String id, String name, List<ItemVerdict> items) {
    public Share {
      items = List.copyOf(items);
    }

    public List<ItemVerdict> open() {
      return items.stream().filter(item -> item.status() != ItemVerdict.Status.PASS).toList();
    }

    public int passed() {
      return items.size() - open().size();
    }
  }

  public Readiness {
    items = List.copyOf(items);
    findings = List.copyOf(findings);
  }

  /**
   * Puts together what is known.
   *
   * @param upkeep what the pages say of their own renewal, by item such as O14
   */
  public static Readiness of(
      SiteConfig config,
      Catalog catalog,
      List<ItemVerdict> items,
      List<Finding> findings,
      Map<String, Upkeep> upkeep,
      LocalDate today) {
    return new Readiness(
        config,
        catalog,
        items,
        findings,
        Forecast.of(catalog, items),
        Deadlines.of(catalog, config.assessment(), items, upkeep, today));
  }

  public LocalDate today() {
    return deadlines.today();
  }

  public int passed() {
    return (int) items.stream().filter(item -> item.status() == ItemVerdict.Status.PASS).count();
  }

  /** What was found about one item. */
  public List<Finding> findingsOf(String item) {
    return findings.stream().filter(finding -> item.equals(finding.item())).toList();
  }

  /** What to call a department; its id when the configuration does not know it. */
  public String departmentName(String id) {
    return config.department(id).map(department -> department.name().th()).orElse(id);
  }

  /**
   * The departments that have items, in the order of the configuration; then those that it does not
   * know; then nobody's.
   */
  public List<Share> shares() {
    Map<String, List<ItemVerdict>> byId = new LinkedHashMap<>();
    config.departments().forEach(department -> byId.put(department.id(), new ArrayList<>()));
    List<ItemVerdict> nobodys = new ArrayList<>();
    for (ItemVerdict item : items) {
      if (item.department() == null) {
        nobodys.add(item);
      } else {
        byId.computeIfAbsent(item.department(), id -> new ArrayList<>()).add(item);
      }
    }
    List<Share> shares = new ArrayList<>();
    byId.forEach(
        (id, own) -> {
          if (!own.isEmpty()) {
            shares.add(new Share(id, departmentName(id), own));
          }
        });
    if (!nobodys.isEmpty()) {
      shares.add(new Share(null, "", nobodys));
    }
    return shares;
  }

  /** The elements that the body has declared not to be asked of it, and that still count today. */
  public List<SiteConfig.Departure> waivers() {
    return config.assessment().departures().stream()
        .filter(departure -> departure.until() != null && !departure.until().isBefore(today()))
        .toList();
  }

  /** The absolute URL of an item's page; empty when it has none. */
  public Optional<String> url(ItemVerdict item) {
    return Optional.ofNullable(item.url()).map(config.baseUrl()::absolute);
  }
}
