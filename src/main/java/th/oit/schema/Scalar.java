package th.oit.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import th.oit.text.Words;

/**
 * A single value.
 *
 * @param choices what may be written; empty where that is not a list
 * @param pattern the form of the text in a regular expression that JavaScript reads too; null for
 *     any
 * @param least the smallest number; null for none
 * @param most the largest number; null for none
 */
public record Scalar(
    Kind kind,
    List<Choice> choices,
    String pattern,
    Integer least,
    Integer most,
    List<String> examples) {
  /** What a value means to its reader. */
  public enum Kind {
    TEXT,
    /** A file or page of the site, or a URL. */
    PLACE,
    /** A text of a certain form. */
    FORM,
    CHOICE,
    FLAG,
    /** Yes, no, or a place in an order. */
    RANK,
    WHOLE,
    NUMBER,
    /** A length of time; a bare number counts seconds. */
    TIME,
    /** A day, the year first, in either era. */
    DAY,
    /** A day in any form that offices use. */
    WRITTEN_DAY,
    /** A fiscal year of the Buddhist era. */
    YEAR,
    /** The code of an item. */
    ITEM
  }

  /**
   * One of the values that may be written.
   *
   * @param says what it means; null where the value speaks for itself
   */
  public record Choice(String value, Words says) {
    static Choice of(String value, String th, String en) {
      return new Choice(value, Words.of(th, en));
    }

    /** The names of an enum as they are written in files. */
    static <E extends Enum<E>> List<Choice> of(Class<E> type) {
      return Arrays.stream(type.getEnumConstants())
          .map(each -> new Choice(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), null))
          .toList();
    }
  }

  public Scalar {
    choices = List.copyOf(choices);
    examples = List.copyOf(examples);
  }
}
