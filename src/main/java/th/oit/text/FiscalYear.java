package th.oit.text;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Thai fiscal year, numbered in the Buddhist era: year n runs from 1 October of n-1 to 30
 * September of n.
 */
public record FiscalYear(int number) implements Comparable<FiscalYear> {
  private static final int BUDDHIST_ERA = 543;
  private static final Pattern NUMBER = Pattern.compile("2[45]\\d\\d");

  public FiscalYear {
    if (number < 2400 || number > 2700) {
      throw new IllegalArgumentException("not a year of the Buddhist era: " + number);
    }
  }

  /** Reads {@code 2567} or {@code ๒๕๖๗}; empty for anything else. */
  public static Optional<FiscalYear> parse(String text) {
    Matcher matcher = NUMBER.matcher(ThaiDigits.toArabic(text.strip()));
    return matcher.matches()
        ? Optional.of(new FiscalYear(Integer.parseInt(matcher.group())))
        : Optional.empty();
  }

  /** The fiscal year in which a day lies. */
  public static FiscalYear of(LocalDate day) {
    int year = day.getYear() + BUDDHIST_ERA;
    return new FiscalYear(day.getMonthValue() >= 10 ? year + 1 : year);
  }

  public LocalDate firstDay() {
    return LocalDate.of(number - BUDDHIST_ERA - 1, 10, 1);
  }

  public LocalDate lastDay() {
    return LocalDate.of(number - BUDDHIST_ERA, 9, 30);
  }

  /** The last day of the first six months: 31 March. */
  public LocalDate lastDayOfFirstHalf() {
    return LocalDate.of(number - BUDDHIST_ERA, 3, 31);
  }

  public FiscalYear previous() {
    return new FiscalYear(number - 1);
  }

  // Both written out: those of a record are put together of method handles at run time, and every
  // start of the program needs these.
  @Override
  public boolean equals(Object other) {
    return other instanceof FiscalYear that && that.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public int compareTo(FiscalYear other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
