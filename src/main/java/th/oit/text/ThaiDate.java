package th.oit.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as Thai offices write them: ISO order in either era in files that people fill in, every
 * usual form in running text and tables, Thai words on the way out.
 */
public final class ThaiDate {
  private static final int BUDDHIST_ERA = 543;

  /** Years from here on are of the Buddhist era: no office page is dated AD 2400. */
  private static final int FIRST_BUDDHIST_YEAR = 2400;

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

  /** The names of the months, January first. */
  public static final List<String> MONTHS =
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

  /** The names of the months as they are shortened, January first. */
  public static final List<String> SHORT_MONTHS =
      List.of(
          "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
          "ธ.ค.");

  /** What stands for a two-digit year: offices shorten 2567 to 67. */
  private static final int CENTURY = 2500;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<!\\d)(?:(?<iso>\\d{4})-(?<isoMonth>\\d{1,2})-(?<isoDay>\\d{1,2})"
              + "|(?<day>\\d{1,2})(?:\\s*(?:(?:เดือน)?\\s*(?<name>"
              + monthNames()
              + ")\\s*(?:พ\\.?\\s?ศ\\.?|ค\\.?\\s?ศ\\.?)?\\s*)|(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>)"
              + "(?<year>\\d{4}|\\d{2}))(?!\\d)");

  private ThaiDate() {}

  /** The names of the months as groups in their order, abbreviations with or without dots. */
  private static String monthNames() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < MONTHS.size(); i++) {
      String dotted = SHORT_MONTHS.get(i).replace(".", "\\.?\\s?");
      names.append(i == 0 ? "" : "|").append(MONTHS.get(i)).append('|').append(dotted);
    }
    return names.toString();
  }

  /** Reads {@code 2567-04-10} (Buddhist era) or {@code 2024-04-10}; empty for anything else. */
  public static Optional<LocalDate> parse(String text) {
    Matcher matcher = ISO.matcher(ThaiDigits.toArabic(text.strip()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return day(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }

  /**
   * Reads a day in any form that offices use: {@code 1 ต.ค. 2566}, {@code 1 ตุลาคม พ.ศ. 2566},
   * {@code 31/3/2567}, {@code 31/3/67}, {@code 2567-03-31}, in either era and either digits; empty
   * when the text is anything else, or more than one day.
   */
  public static Optional<LocalDate> read(String text) {
    String plain = ThaiDigits.toArabic(text.replace('\u00A0', ' ').strip());
    Matcher matcher =
        WRITTEN.matcher(plain.startsWith("วันที่") ? plain.substring(6).strip() : plain);
    return matcher.matches() ? day(matcher) : Optional.empty();
  }

  /** Every day that a text names, in the forms of {@link #read}, in their order. */
  public static List<LocalDate> allIn(String text) {
    if (!hasDigit(text)) {
      return List.of();
    }
    List<LocalDate> days = new ArrayList<>();
    Matcher matcher = WRITTEN.matcher(ThaiDigits.toArabic(text.replace('\u00A0', ' ')));
    while (matcher.find()) {
      day(matcher).ifPresent(days::add);
    }
    return days;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<LocalDate> day(Matcher matcher) {
    if (matcher.group("iso") != null) {
      return day(matcher.group("iso"), number(matcher, "isoMonth"), number(matcher, "isoDay"));
    }
    String name = matcher.group("name");
    int month = name == null ? number(matcher, "month") : month(name);
    return day(matcher.group("year"), month, number(matcher, "day"));
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    String bare = name.replaceAll("[.\\s]", "");
    for (int i = 0; i < MONTHS.size(); i++) {
      if (bare.equals(MONTHS.get(i)) || bare.equals(SHORT_MONTHS.get(i).replace(".", ""))) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("not a month: " + name);
  }

  private static Optional<LocalDate> day(String writtenYear, int month, int day) {
    int year = Integer.parseInt(writtenYear);
    if (writtenYear.length() == 2) {
      year += CENTURY;
    }
    try {
      return Optional.of(
          LocalDate.of(year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_ERA : year, month, day));
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
