package th.oit.readiness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import th.oit.catalog.Catalog;
import th.oit.catalog.Freshness;
import th.oit.catalog.Item;
import th.oit.catalog.Period;
import th.oit.check.ItemVerdict;
import th.oit.config.SiteConfig;
import th.oit.text.ItemCode;
import th.oit.text.Words;

/**
 * Every day by which something must stand: the assessment's, which the configuration gives, and
 * those of data that must be renewed again and again. Immutable.
 *
 * @param today the day from which days are counted
 * @param days in the order of the calendar
 * @param renewals the most urgent first
 */
public record Deadlines(LocalDate today, List<Deadline> days, List<Renewal> renewals) {

  /** What happens on a day. */
  public enum Kind {
    /** The first six months of the assessed year are over: the half-year reports can be made. */
    HALF_YEAR("ครบ 6 เดือนแรกของปีงบประมาณ", "the first six months are over"),
    OPENS("ระบบเปิด", "the window opens"),
    /** The body's own day: everything must stand. */
    OWN("ต้องเผยแพร่ให้ครบ", "everything must stand"),
    CLOSES("ระบบปิด", "the window closes"),
    /** The assessed fiscal year is over: the reports of the whole year can be made. */
    YEAR_END("สิ้นปีงบประมาณ", "the fiscal year is over");

    private final Words words;

    Kind(String th, String en) {
      this.words = new Words(th, en);
    }

    public Words words() {
      return words;
    }

    /** The name in files and reports, such as {@code half-year}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One day of the assessment. */
  public record Deadline(Kind kind, LocalDate day) {}

  /**
   * Data that must be renewed again and again.
   *
   * @param department its id; null when nobody is responsible yet
   * @param updated when they were last renewed; null when that is not known
   * @param due the last day on which they are fresh; today when it is not known when they were
   *     renewed
   */
  public record Renewal(
      ItemCode item,
      String name,
      String department,
      String url,
      Freshness every,
      LocalDate updated,
      LocalDate due) {}

  public Deadlines {
    days = List.copyOf(days);
    renewals = List.copyOf(renewals);
  }

  /**
   * Computes every deadline.
   *
   * @param upkeep what the pages say of their own renewal, by item such as O14
   */
  public static Deadlines of(
      Catalog catalog,
      SiteConfig.Assessment assessment,
      List<ItemVerdict> verdicts,
      Map<String, Upkeep> upkeep,
      LocalDate today) {
    List<Deadline> days = new ArrayList<>();
    if (asksFor(catalog, Period.Kind.ASSESSED_FIRST_HALF)) {
      days.add(new Deadline(Kind.HALF_YEAR, catalog.year().lastDayOfFirstHalf()));
    }
    if (assessment.opens() != null) {
      days.add(new Deadline(Kind.OPENS, assessment.opens()));
    }
    if (assessment.closes() != null) {
      LocalDate own = assessment.closes().minusDays(assessment.publishDaysBefore());
      days.add(new Deadline(Kind.OWN, own));
      days.add(new Deadline(Kind.CLOSES, assessment.closes()));
    }
    if (asksFor(catalog, Period.Kind.ASSESSED)) {
      days.add(new Deadline(Kind.YEAR_END, catalog.year().lastDay()));
    }
    days.sort(Comparator.comparing(Deadline::day).thenComparing(Deadline::kind));
    return new Deadlines(today, days, renewals(catalog, verdicts, upkeep, today));
  }

  private static boolean asksFor(Catalog catalog, Period.Kind kind) {
    return catalog.items().stream().anyMatch(item -> item.period().of().contains(kind));
  }

  private static List<Renewal> renewals(
      Catalog catalog, List<ItemVerdict> verdicts, Map<String, Upkeep> upkeep, LocalDate today) {
    List<Renewal> renewals = new ArrayList<>();
    for (Item item : catalog.items()) {
      String id = item.code().toString();
      Upkeep own = upkeep.getOrDefault(id, new Upkeep(null, null));
      Freshness every = own.every() == null ? item.every() : own.every();
      if (every == null) {
        continue;
      }
      Optional<ItemVerdict> verdict =
          verdicts.stream().filter(candidate -> candidate.id().equals(id)).findFirst();
      renewals.add(
          new Renewal(
              item.code(),
              item.name(),
              verdict.map(ItemVerdict::department).orElse(null),
              verdict.map(ItemVerdict::url).orElse(null),
              every,
              own.updated(),
              own.updated() == null ? today : every.dueAfter(own.updated())));
    }
    renewals.sort(Comparator.comparing(Renewal::due).thenComparing(Renewal::item));
    return renewals;
  }

  /** The day of a kind; empty when the configuration does not give it. */
  public Optional<LocalDate> day(Kind kind) {
    return days.stream().filter(deadline -> deadline.kind() == kind).map(Deadline::day).findFirst();
  }

  /** How many days are left until a day; negative once it is over. */
  public long daysLeft(LocalDate day) {
    return ChronoUnit.DAYS.between(today, day);
  }

  /** The renewals whose day is over. */
  public List<Renewal> overdue() {
    return renewals.stream().filter(renewal -> renewal.due().isBefore(today)).toList();
  }
}
