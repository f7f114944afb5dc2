package th.oit.mend;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.schema.Scalar;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.ThaiDate;
import th.oit.text.ThaiDigits;
import th.oit.text.Words;

/**
 * Values in another form than the one in which they are read, and days, years and codes in Thai
 * digits, which other programs do not read. Figures in Thai digits are the office's own hand, and
 * stay.
 */
final class Values {
  private static final int BUDDHIST_ERA = 543;
  private static final Pattern FOUR_DIGITS = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
  private static final Pattern YEAR =
      Pattern.compile("(?:ปี(?:งบประมาณ)?\\s*)?(?:พ\\.?\\s?ศ\\.?\\s*)?(2[45]\\d\\d)");

  private Values() {}

  /** What to write in place of a value, and why. */
  record Better(String value, Words why) {}

  /** The value in the form that is read; empty when it is right, or nobody can tell. */
  static Optional<Better> of(Scalar scalar, String written) {
    String plain = ThaiDigits.toArabic(written.strip());
    return switch (scalar.kind()) {
      case DAY -> day(plain).filter(value -> !value.equals(written)).map(Values::asDay);
      case YEAR -> year(plain).filter(value -> !value.equals(written)).map(Values::asYear);
      case ITEM ->
          isThai(written)
              ? ItemCode.parse(plain).map(ItemCode::toString).map(Values::inArabic)
              : Optional.empty();
      case CHOICE -> choice(scalar, written);
      default -> Optional.empty();
    };
  }

  private static boolean isThai(String written) {
    return !ThaiDigits.toArabic(written).equals(written);
  }

  /** A day with the year first, in the era in which it is written. */
  private static Optional<String> day(String plain) {
    if (ThaiDate.parse(plain).isPresent()) {
      return Optional.of(plain);
    }
    Optional<LocalDate> day = ThaiDate.read(plain);
    Matcher year = FOUR_DIGITS.matcher(plain);
    // A year of two digits may be of either era, and of any century.
    if (day.isEmpty() || !year.find()) {
      return Optional.empty();
    }
    LocalDate read = day.get();
    int written = Integer.parseInt(year.group(1));
    if (written != read.getYear() && written != read.getYear() + BUDDHIST_ERA) {
      return Optional.empty();
    }
    String better =
        String.format(
            Locale.ROOT, "%04d-%02d-%02d", written, read.getMonthValue(), read.getDayOfMonth());
    return ThaiDate.parse(better).equals(day) ? Optional.of(better) : Optional.empty();
  }

  private static Optional<String> year(String plain) {
    Matcher year = YEAR.matcher(plain);
    return year.matches() && FiscalYear.parse(year.group(1)).isPresent()
        ? Optional.of(year.group(1))
        : Optional.empty();
  }

  private static Optional<Better> choice(Scalar scalar, String written) {
    String bare = written.strip();
    List<String> same =
        scalar.choices().stream()
            .map(Scalar.Choice::value)
            .filter(value -> value.equalsIgnoreCase(bare))
            .toList();
    return same.size() == 1 && !same.get(0).equals(bare)
        ? Optional.of(
            new Better(
                same.get(0),
                Words.of("ค่านี้เขียนด้วยตัวพิมพ์เล็ก", "the value is written in lower case")))
        : Optional.empty();
  }

  private static Better asDay(String value) {
    return new Better(
        value,
        Words.of("วันที่ในช่องนี้เขียนแบบ ปี-เดือน-วัน", "days are written year-month-day here"));
  }

  private static Better asYear(String value) {
    return new Better(
        value,
        Words.of("ปีในช่องนี้เขียนเป็นตัวเลขสี่หลัก", "years are written as four digits here"));
  }

  private static Better inArabic(String value) {
    return new Better(value, Words.of("ช่องนี้ใช้เลขอารบิก", "Arabic digits are written here"));
  }
}
