package th.oit.ita;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

/**
 * A score report as its body wrote it, with the place of everything that can be wrong. Immutable.
 *
 * <p>Scores are out of 100. What can be computed from them is in {@link Results}, not here: a total
 * or a mean that stands here is one that somebody stated.
 *
 * @param file the report's file, relative to the site folder
 * @param year the fiscal year of the assessment
 * @param measuresYear the fiscal year in which the measures are carried out
 * @param title null when the report has none of its own
 * @param statements the totals and ratings as stated, one for each place that states them
 * @param targets goals as stated, of the nation or of the body itself
 * @param instruments by the ids of the year's rules: IIT, EIT, EIT1, EIT2, OIT
 * @param issues means of the issues as stated
 * @param chart the years that the report says it shows side by side; empty for those there are
 * @param analysis what the body reads out of the scores
 * @param measures what it will do
 * @param constraints what stands in its way
 * @param lastYear what became of the measures of the year before
 */
public record ScoreReport(
    String file,
    FiscalYear year,
    FiscalYear measuresYear,
    String title,
    List<Statement> statements,
    List<Target> targets,
    List<Score> instruments,
    List<Indicator> indicators,
    List<Score> subIndicators,
    List<Question> questions,
    List<Score> issues,
    List<FiscalYear> chart,
    List<Analysis> analysis,
    List<Measure> measures,
    List<String> constraints,
    List<Measure> lastYear) {

  public ScoreReport {
    statements = List.copyOf(statements);
    targets = List.copyOf(targets);
    instruments = List.copyOf(instruments);
    indicators = List.copyOf(indicators);
    subIndicators = List.copyOf(subIndicators);
    questions = List.copyOf(questions);
    issues = List.copyOf(issues);
    chart = List.copyOf(chart);
    analysis = List.copyOf(analysis);
    measures = List.copyOf(measures);
    constraints = List.copyOf(constraints);
    lastYear = List.copyOf(lastYear);
  }

  /**
   * The result as one place of the report states it.
   *
   * @param total null when the place states only a rating
   * @param rating null when it states only a total
   * @param where the place in the words of the office; null for the first
   */
  public record Statement(
      BigDecimal total, Source totalAt, String rating, Source ratingAt, String where, Source at) {}

  /** A goal: what it is for, how much, and where that was read; the last may be null. */
  public record Target(String what, BigDecimal value, String reference, Source at) {}

  /**
   * A score of something that the year's rules name.
   *
   * @param name as the report writes it; null when it writes none
   */
  public record Score(String id, String name, BigDecimal value, Source at) {}

  /**
   * The score of an indicator.
   *
   * @param name as the report writes it; null when it writes none
   * @param parts its scores in the parts of its instrument, by their ids; empty when not told
   */
  public record Indicator(
      int number, String name, BigDecimal score, Map<String, BigDecimal> parts, Source at) {
    public Indicator {
      parts = Map.copyOf(parts);
    }
  }

  /**
   * The score of a question or of a disclosed item.
   *
   * @param id {@code i1}, {@code e4} or {@code O7}
   * @param issue the issue under which the report lists it; 0 for none
   * @param text as the report words it; null when it does not
   * @param score null when the report names the question and gives no score
   */
  public record Question(String id, int issue, String text, BigDecimal score, Source at) {}

  /** What a part of the analysis or a measure is about; all lists may be empty. */
  public record About(
      List<String> instruments,
      List<Integer> indicators,
      List<Integer> issues,
      List<String> questions,
      List<ItemCode> items) {
    public About {
      instruments = List.copyOf(instruments);
      indicators = List.copyOf(indicators);
      issues = List.copyOf(issues);
      questions = List.copyOf(questions);
      items = List.copyOf(items);
    }

    public boolean isEmpty() {
      return instruments.isEmpty()
          && indicators.isEmpty()
          && issues.isEmpty()
          && questions.isEmpty()
          && items.isEmpty();
    }
  }

  /** What the body makes of a score. */
  public enum Kind {
    /** A weakness to be mended at once. */
    URGENT,
    /** Something to be made better. */
    IMPROVE,
    /** A standard to be kept. */
    KEEP
  }

  /**
   * One finding of the analysis.
   *
   * @param measures the ids of the measures that answer it, where the report says so
   */
  public record Analysis(Kind kind, About about, String finding, List<String> measures, Source at) {
    public Analysis {
      measures = List.copyOf(measures);
    }
  }

  /** How far a measure has come. */
  public enum State {
    PLANNED,
    ONGOING,
    DONE,
    CANCELLED
  }

  /** Something that proves a measure: a file beside the report or a URL; the date may be null. */
  public record Proof(String file, String title, LocalDate date, Source at) {}

  /**
   * A measure.
   *
   * @param id unique in its list; made of its place when the report gives none
   * @param details activities or projects under it, in the words of the report; null when none
   * @param lead the responsible department: an id of the configuration, or its name; null when the
   *     report names none
   * @param period in the words of the report; null when it names none
   * @param followUp how it is followed up; null when not told
   * @param state null when not told
   * @param result what was done; null when not told
   * @param outcome what came of it; null when not told
   */
  public record Measure(
      String id,
      String name,
      String details,
      About about,
      List<String> steps,
      String lead,
      List<String> support,
      String period,
      String followUp,
      List<Proof> evidence,
      State state,
      String result,
      String outcome,
      Source at) {
    public Measure {
      steps = List.copyOf(steps);
      support = List.copyOf(support);
      evidence = List.copyOf(evidence);
    }
  }

  /** The total that is stated first; empty when none is. */
  public Optional<BigDecimal> statedTotal() {
    return statements.stream().map(Statement::total).filter(total -> total != null).findFirst();
  }

  /** The rating that is stated first; empty when none is. */
  public Optional<String> statedRating() {
    return statements.stream().map(Statement::rating).filter(rating -> rating != null).findFirst();
  }

  /** The questions whose scores are given. */
  public List<Question> scoredQuestions() {
    return questions.stream().filter(question -> question.score() != null).toList();
  }

  /** The report with other statements of its result. */
  ScoreReport stating(List<Statement> others) {
    return new ScoreReport(
        file,
        year,
        measuresYear,
        title,
        others,
        targets,
        instruments,
        indicators,
        subIndicators,
        questions,
        issues,
        chart,
        analysis,
        measures,
        constraints,
        lastYear);
  }

  public Optional<Indicator> indicator(int number) {
    return indicators.stream().filter(indicator -> indicator.number() == number).findFirst();
  }

  public Optional<Score> instrument(String id) {
    return instruments.stream().filter(score -> score.id().equals(id)).findFirst();
  }

  /** Whether it holds scores alone, as a former year does that only the chart needs. */
  public boolean isScoresOnly() {
    return analysis.isEmpty() && measures.isEmpty() && lastYear.isEmpty();
  }
}
