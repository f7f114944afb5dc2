package th.oit.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.text.ThaiDigits;
import th.oit.text.Words;

/**
 * How often data must be renewed: a number of days, or of months.
 *
 * @param days 0 when it is counted in months
 * @param months 0 when it is counted in days
 */
public record Freshness(int days, int months) {
  private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,2})\\s*d");

  /** Reads {@code 15d}, {@code month}, {@code quarter}, {@code half-year} or {@code year}. */
  public static Optional<Freshness> parse(String text) {
    Matcher days = DAYS.matcher(ThaiDigits.toArabic(text.strip()));
    if (days.matches()) {
      return Optional.of(new Freshness(Integer.parseInt(days.group(1)), 0));
    }
    return switch (text.strip()) {
      case "month" -> Optional.of(new Freshness(0, 1));
      case "quarter" -> Optional.of(new Freshness(0, 3));
      case "half-year" -> Optional.of(new Freshness(0, 6));
      case "year" -> Optional.of(new Freshness(0, 12));
      default -> Optional.empty();
    };
  }

  /** The last day on which data of a day are still fresh. */
  public LocalDate dueAfter(LocalDate updated) {
    return updated.plusDays(days).plusMonths(months);
  }

  /** As it is written in files. */
  public String id() {
    if (days > 0) {
      return days + "d";
    }
    return switch (months) {
      case 1 -> "month";
      case 3 -> "quarter";
      case 6 -> "half-year";
      default -> "year";
    };
  }

  /** As people say it. */
  public Words words() {
    if (days > 0) {
      return Words.of("ทุก " + days + " วัน", "every " + days + " days");
    }
    return switch (months) {
      case 1 -> Words.of("ทุกเดือน", "every month");
      case 3 -> Words.of("ทุกไตรมาส", "every quarter");
      case 6 -> Words.of("ทุก 6 เดือน", "every six months");
      default -> Words.of("ทุกปี", "every year");
    };
  }
}
