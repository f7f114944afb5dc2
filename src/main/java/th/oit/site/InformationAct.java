package th.oit.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.text.ThaiDigits;

/**
 * What sections 7 and 9 of the Official Information Act, B.E. 2540, let everybody see, as pages are
 * tagged with it: {@code 7(1)} to {@code 7(5)} and {@code 9(1)} to {@code 9(8)}.
 */
public final class InformationAct {
  /** The page of the index. */
  public static final String PATH = "/oia/";

  private static final Pattern TAG =
      Pattern.compile("(?:มาตรา|ม\\.)?\\s*([79])\\s*\\(\\s*(\\d)\\s*\\)");

  private static final List<Section> SECTIONS = List.of(new Section(7, 5), new Section(9, 8));

  /**
   * A section.
   *
   * @param kinds how many kinds of information it numbers
   */
  public record Section(int number, int kinds) {}

  /** One kind of information, such as section 9, number 3. */
  public record Kind(int section, int number) {
    // Written out as those of ItemCode are.
    @Override
    public boolean equals(Object other) {
      return other instanceof Kind that && that.section == section && that.number == number;
    }

    @Override
    public int hashCode() {
      return 31 * section + number;
    }

    @Override
    public String toString() {
      return section + "(" + number + ")";
    }
  }

  private InformationAct() {}

  /** The sections, in their order. */
  public static List<Section> sections() {
    return SECTIONS;
  }

  /** The kind that a tag names, in Thai or Arabic digits. */
  public static Optional<Kind> parse(String tag) {
    Matcher matcher = TAG.matcher(ThaiDigits.toArabic(tag.strip()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind = new Kind(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    return SECTIONS.stream()
            .anyMatch(
                section ->
                    section.number() == kind.section()
                        && kind.number() >= 1
                        && kind.number() <= section.kinds())
        ? Optional.of(kind)
        : Optional.empty();
  }
}
