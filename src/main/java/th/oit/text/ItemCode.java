package th.oit.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of an item of the assessment, such as O14.
 *
 * <p>Offices write the letter as {@code O}, {@code o}, {@code 0} or {@code ๐} and the number in
 * either digits, and in sentences put ข้อ in front; all of them mean the same item.
 */
public record ItemCode(int number) implements Comparable<ItemCode> {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:ข้อ(?:ที่)?[\\s\u00A0]*(?:[oO0][\\s\u00A0]?)?|[oO0][\\s\u00A0]?)0?([1-9]\\d?)");

  public ItemCode {
    if (number < 1 || number > 99) {
      throw new IllegalArgumentException("not an item number: " + number);
    }
  }

  /** Reads a code in any of its spellings; empty when the text is none. */
  public static Optional<ItemCode> parse(String text) {
    Matcher matcher = WRITTEN.matcher(ThaiDigits.toArabic(text.strip()));
    return matcher.matches()
        ? Optional.of(new ItemCode(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /** The code as it stands in a URL or a file name: {@code o14}. */
  public String slug() {
    return "o" + number;
  }

  // Both written out: those of a record are put together of method handles at run time, and every
  // start of the program needs these.
  @Override
  public boolean equals(Object other) {
    return other instanceof ItemCode that && that.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public int compareTo(ItemCode other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "O" + number;
  }
}
