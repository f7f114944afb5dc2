package th.oit.readiness;

import java.time.LocalDate;
import th.oit.catalog.Freshness;

/**
 * What an item's page says of its own renewal.
 *
 * @param updated the day on which it was last renewed; null when it does not say
 * @param every how often it is to be renewed, where that differs from the list; else null
 */
public record Upkeep(LocalDate updated, Freshness every) {}
