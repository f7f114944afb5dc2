package th.oit.text;

import java.util.Objects;

/**
 * One message in both languages of the tool: Thai for the office, English for the developer.
 *
 * <p>Both stand together where the message is made, so that neither can be forgotten.
 */
public record Words(String th, String en) {
  public Words {
    Objects.requireNonNull(th, "th");
    Objects.requireNonNull(en, "en");
  }

  public static Words of(String th, String en) {
    return new Words(th, en);
  }

  /** The same text in both languages, for names that are not translated. */
  public static Words same(String text) {
    return new Words(text, text);
  }

  public String in(Language language) {
    return language == Language.TH ? th : en;
  }
}
