package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import th.oit.catalog.Catalog;
import th.oit.catalog.Freshness;
import th.oit.config.SiteConfig;

class DeadlinesTest {
  private static final Catalog CATALOG = Samples.catalog(2567);

  private static Deadlines of(String window, Map<String, Upkeep> upkeep, LocalDate today) {
    SiteConfig config =
        Samples.config(
            """
            site: {base_url: https://www.example.go.th}
            organization: {name: ตัวอย่าง}
            assessment:
              year: 2567
              %s
            """
                .formatted(window));
    return Deadlines.of(
        CATALOG, config.assessment(), Samples.verdicts(CATALOG, Set.of()), upkeep, today);
  }

  @Test
  void everyDayComesFromTheConfiguration() {
    Deadlines deadlines =
        of(
            "window: {opens: 2567-05-02, closes: 2567-06-20}\n  publish_days_before: 10",
            Map.of(),
            LocalDate.of(2024, 6, 1));
    assertEquals(LocalDate.of(2024, 5, 2), deadlines.day(Deadlines.Kind.OPENS).orElseThrow());
    assertEquals(LocalDate.of(2024, 6, 10), deadlines.day(Deadlines.Kind.OWN).orElseThrow());
    assertEquals(LocalDate.of(2024, 6, 20), deadlines.day(Deadlines.Kind.CLOSES).orElseThrow());
    assertEquals(9, deadlines.daysLeft(LocalDate.of(2024, 6, 10)));
    assertEquals(-30, deadlines.daysLeft(LocalDate.of(2024, 5, 2)));
  }

  @Test
  void aWindowThatNobodyGaveIsNotInvented() {
    Deadlines deadlines = of("years: [2567]", Map.of(), Samples.TODAY);
    assertTrue(deadlines.day(Deadlines.Kind.OPENS).isEmpty());
    assertTrue(deadlines.day(Deadlines.Kind.OWN).isEmpty());
    assertTrue(deadlines.day(Deadlines.Kind.CLOSES).isEmpty());
  }

  @Test
  void theHalvesOfTheFiscalYearAreDaysToo() {
    Deadlines deadlines = of("window: {closes: 2567-04-30}", Map.of(), Samples.TODAY);
    assertEquals(
        List.of(
            Deadlines.Kind.HALF_YEAR,
            Deadlines.Kind.OWN,
            Deadlines.Kind.CLOSES,
            Deadlines.Kind.YEAR_END),
        deadlines.days().stream().map(Deadlines.Deadline::kind).toList());
    assertEquals(LocalDate.of(2024, 3, 31), deadlines.days().get(0).day());
  }

  @Test
  void aPageSaysHowOftenItsDataAreRenewed() {
    Upkeep upkeep = new Upkeep(LocalDate.of(2024, 3, 20), new Freshness(15, 0));
    Deadlines deadlines = of("years: [2567]", Map.of("O1", upkeep), Samples.TODAY);
    Deadlines.Renewal renewal =
        deadlines.renewals().stream()
            .filter(candidate -> candidate.item().number() == 1)
            .findFirst()
            .orElseThrow();
    assertEquals(LocalDate.of(2024, 4, 4), renewal.due());
    assertEquals("office", renewal.department());
  }

  @Test
  void whatIsOverdueComesFirst() {
    Map<String, Upkeep> upkeep =
        Map.of(
            "O5", new Upkeep(LocalDate.of(2024, 3, 1), new Freshness(15, 0)),
            "O1", new Upkeep(LocalDate.of(2024, 3, 20), new Freshness(15, 0)));
    Deadlines deadlines = of("years: [2567]", upkeep, Samples.TODAY);
    assertEquals(List.of(5), deadlines.overdue().stream().map(r -> r.item().number()).toList());
    assertEquals(5, deadlines.renewals().get(0).item().number());
  }

  @Test
  void dataThatNobodyEverRenewedAreDueToday() {
    Upkeep upkeep = new Upkeep(null, new Freshness(0, 3));
    Deadlines deadlines = of("years: [2567]", Map.of("O1", upkeep), Samples.TODAY);
    assertTrue(
        deadlines.renewals().stream()
            .anyMatch(r -> r.item().number() == 1 && r.due().equals(Samples.TODAY)));
    assertTrue(deadlines.overdue().isEmpty());
  }
}
