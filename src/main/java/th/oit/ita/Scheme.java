package th.oit.ita;

import java.util.List;
import java.util.Optional;
import th.oit.catalog.Confidence;
import th.oit.text.FiscalYear;

/**
 * How the scores of a year hang together, as far as the year's list of items does not say it:
 * indicators with their questions, and the issues under which results are analysed. Immutable.
 *
 * @param from the first year it holds for
 * @param to the last; null for every later one
 * @param confidence in it as a whole; at {@link Confidence#LOW} nothing is called wrong because it
 *     is not in here
 * @param note where it comes from
 */
public record Scheme(
    FiscalYear from,
    FiscalYear to,
    Confidence confidence,
    String note,
    List<Indicator> indicators,
    List<Issue> issues) {

  public Scheme {
    indicators = List.copyOf(indicators);
    issues = List.copyOf(issues);
  }

  /**
   * An indicator.
   *
   * @param instrument IIT, EIT or OIT
   * @param also other names in use
   * @param questions the ids of its questions; empty for what is disclosed
   * @param keywords words of which a measure that answers it has at least one
   */
  public record Indicator(
      int number,
      String instrument,
      String name,
      List<String> also,
      List<String> questions,
      List<String> keywords) {
    public Indicator {
      keywords = List.copyOf(keywords);
      also = List.copyOf(also);
      questions = List.copyOf(questions);
    }
  }

  /**
   * An issue.
   *
   * @param questions the ids of the questions and items under it; empty when not known
   */
  public record Issue(int number, String name, List<String> questions) {
    public Issue {
      questions = List.copyOf(questions);
    }
  }

  boolean holdsFor(FiscalYear year) {
    return from.compareTo(year) <= 0 && (to == null || year.compareTo(to) <= 0);
  }

  public Optional<Indicator> indicator(int number) {
    return indicators.stream().filter(indicator -> indicator.number() == number).findFirst();
  }

  public Optional<Issue> issue(int number) {
    return issues.stream().filter(issue -> issue.number() == number).findFirst();
  }

  /** The indicators of an instrument; a part of one, such as EIT1, has those of the whole. */
  public List<Indicator> indicatorsOf(String instrument) {
    return indicators.stream()
        .filter(indicator -> instrument.startsWith(indicator.instrument()))
        .toList();
  }

  /** The indicator to which a question belongs; empty when the rules do not say. */
  public Optional<Indicator> ofQuestion(String question) {
    return indicators.stream()
        .filter(indicator -> indicator.questions().contains(question))
        .findFirst();
  }
}
