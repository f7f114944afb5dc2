package th.oit.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as Thai offices write them: ISO order in either era on the way in, Thai words on the way
 * out.
 */
public final class ThaiDate {
  private static final int BUDDHIST_ERA = 543;

  /** Years from here on are of the Buddhist era: no office page is dated AD 2400. */
  private static final int FIRST_BUDDHIST_YEAR = 2400;

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final List<String> MONTHS =
      List.of(
          "มกราคม",
          "กุมภาพันธ์",
          "มีนาคม",
          "เมษายน",
          "พฤษภาคม",
          "มิถุนายน",
          "กรกฎาคม",
          "สิงหาคม",
          "กันยายน",
          "ตุลาคม",
          "พฤศจิกายน",
          "ธันวาคม");
  private static final List<String> SHORT_MONTHS =
      List.of(
          "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
          "ธ.ค.");

  private ThaiDate() {}

  /** Reads {@code 2567-04-10} (Buddhist era) or {@code 2024-04-10}; empty for anything else. */
  public static Optional<LocalDate> parse(String text) {
    Matcher matcher = ISO.matcher(ThaiDigits.toArabic(text.strip()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    try {
      return Optional.of(
          LocalDate.of(
              year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_ERA : year,
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code 10 เมษายน 2567}. */
  public static String longForm(LocalDate day) {
    return day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + year(day);
  }

  /** {@code 10 เม.ย. 2567}. */
  public static String shortForm(LocalDate day) {
    return day.getDayOfMonth() + " " + SHORT_MONTHS.get(day.getMonthValue() - 1) + " " + year(day);
  }

  private static int year(LocalDate day) {
    return day.getYear() + BUDDHIST_ERA;
  }
}
