package th.oit.ita;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import th.oit.catalog.Catalog;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

/**
 * What follows from the scores of a report by the rules of its year. Immutable; numbers are exact
 * and to be rounded only where they are shown.
 *
 * @param instruments in the order of the year's list; those without a score are left out
 * @param total empty when an instrument has no score; then the stated total, if any, is all there
 *     is
 * @param rating by the total and the instruments; null when it cannot be told
 * @param sure whether every part that the rating asks for was known
 * @param passed whether the total reaches the year's pass mark; null when there is no total
 * @param ranking the indicators from the best to the worst
 * @param issues the issues that have scores, by their numbers
 * @param next what is missing for the next better rating; null when there is none
 * @param weak the indicators below the pass mark; none of them, when all are above
 */
public record Results(
    FiscalYear year,
    BigDecimal passMark,
    List<Part> instruments,
    Optional<BigDecimal> total,
    Catalog.Rating rating,
    boolean sure,
    Boolean passed,
    List<Rank> ranking,
    List<IssueMean> issues,
    Next next,
    List<Rank> weak) {

  public Results {
    instruments = List.copyOf(instruments);
    ranking = List.copyOf(ranking);
    issues = List.copyOf(issues);
    weak = List.copyOf(weak);
  }

  /**
   * An instrument or a part of one.
   *
   * @param weight percent of the total
   * @param stated as the report has it; null when it does not
   * @param computed the mean of its indicators; null when one of them is missing
   */
  public record Part(
      String id, String name, BigDecimal weight, BigDecimal stated, BigDecimal computed) {
    /** The score to go on with: the stated one, since the office was given it. */
    public BigDecimal score() {
      return stated != null ? stated : computed;
    }

    /** What it gives to the total. */
    public BigDecimal points() {
      return score().multiply(weight).divide(Scores.HUNDRED, MathContext.DECIMAL64);
    }
  }

  /**
   * An indicator among the others.
   *
   * @param place from 1; equal scores share one
   * @param name by the rules of the year, else as the report has it
   * @param worth how much the total gains from one point more of it
   */
  public record Rank(
      int place,
      int number,
      String name,
      String instrument,
      BigDecimal score,
      boolean passed,
      BigDecimal worth) {
    /** How much the total would gain if the indicator had full marks. */
    public BigDecimal room() {
      return Scores.HUNDRED.subtract(score).multiply(worth);
    }
  }

  /**
   * The mean of an issue.
   *
   * @param rows how many scores it is the mean of
   * @param listed whether the report lists them under the issue; else the rules of the year do
   */
  public record IssueMean(int number, String name, BigDecimal mean, int rows, boolean listed) {}

  /**
   * The next better rating.
   *
   * @param points what the total lacks for it; zero when the total suffices
   * @param lacking the instruments that it asks more of than they have
   * @param mover the indicator whose rise brings most of what is lacking; null when unknown
   * @param rise by how much that indicator would have to rise alone; null when it cannot suffice
   */
  public record Next(
      Catalog.Rating rating, BigDecimal points, List<Gap> lacking, Rank mover, BigDecimal rise) {
    public Next {
      lacking = List.copyOf(lacking);
    }
  }

  /** What an instrument lacks. */
  public record Gap(String instrument, String name, BigDecimal points) {}

  /** The results of a report. */
  public static Results of(ScoreReport report, Catalog catalog, Scheme scheme) {
    return new Computation(report, catalog, scheme).results();
  }

  public Optional<Part> instrument(String id) {
    return instruments.stream().filter(part -> part.id().equals(id)).findFirst();
  }

  public Optional<Rank> indicator(int number) {
    return ranking.stream().filter(rank -> rank.number() == number).findFirst();
  }

  /** A score now and before, of the total, an instrument or an indicator. */
  public record Change(String id, String name, BigDecimal before, BigDecimal now) {
    public BigDecimal difference() {
      return Scores.rounded(now).subtract(Scores.rounded(before));
    }
  }

  /**
   * What has changed since an earlier year: the total under the id {@code total}, then instruments
   * and indicators that both years have. Indicators are compared only where their names agree.
   */
  public List<Change> since(Results earlier) {
    List<Change> changes = new ArrayList<>();
    if (total.isPresent() && earlier.total.isPresent()) {
      changes.add(new Change("total", "คะแนนรวม", earlier.total.get(), total.get()));
    }
    for (Part part : instruments) {
      earlier
          .instrument(part.id())
          .ifPresent(
              old -> changes.add(new Change(part.id(), part.name(), old.score(), part.score())));
    }
    ranking.stream()
        .sorted(Comparator.comparingInt(Rank::number))
        .forEach(
            rank ->
                earlier
                    .indicator(rank.number())
                    .filter(old -> old.name().equals(rank.name()))
                    .ifPresent(
                        old ->
                            changes.add(
                                new Change(
                                    Integer.toString(rank.number()),
                                    rank.name(),
                                    old.score(),
                                    rank.score()))));
    return changes;
  }

  /** One computation. */
  private static final class Computation {
    private final ScoreReport report;
    private final Catalog catalog;
    private final Scheme scheme;
    private final BigDecimal passMark;

    Computation(ScoreReport report, Catalog catalog, Scheme scheme) {
      this.report = report;
      this.catalog = catalog;
      this.scheme = scheme;
      this.passMark = BigDecimal.valueOf(catalog.passMark().score());
    }

    Results results() {
      List<Part> parts = parts();
      BigDecimal weights =
          parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean complete = weights.compareTo(Scores.HUNDRED) == 0;
      Optional<BigDecimal> total =
          complete
              ? parts.stream().map(Part::points).reduce(BigDecimal::add)
              : report.statedTotal();
      boolean sure = complete && parts.size() == catalog.instruments().size();
      Catalog.Rating rating = total.map(value -> rating(value, parts)).orElse(null);
      List<Rank> ranking = ranking();
      Next next = rating == null ? null : next(rating, total.get(), parts, ranking);
      return new Results(
          report.year(),
          passMark,
          parts,
          total,
          rating,
          sure,
          total.map(value -> Scores.rounded(value).compareTo(passMark) >= 0).orElse(null),
          ranking,
          issues(),
          next,
          ranking.stream().filter(rank -> !rank.passed()).toList());
    }

    /** The instruments; the two parts of one that is known only as a whole stand as one. */
    private List<Part> parts() {
      List<Part> parts = new ArrayList<>();
      List<Catalog.Instrument> unknown = new ArrayList<>();
      for (Catalog.Instrument instrument : catalog.instruments()) {
        Part part = part(instrument.id(), instrument.name(), weight(instrument));
        if (part.score() != null) {
          parts.add(part);
        } else {
          unknown.add(instrument);
        }
      }
      Map<String, BigDecimal> wholes = new TreeMap<>();
      Map<String, String> names = new TreeMap<>();
      for (Catalog.Instrument instrument : unknown) {
        String whole = instrument.id().replaceAll("\\d+$", "");
        wholes.merge(whole, weight(instrument), BigDecimal::add);
        names.putIfAbsent(whole, instrument.name().replaceAll("\\s*ส่วนที่\\s*\\d+$", ""));
      }
      wholes.forEach(
          (id, weight) -> {
            boolean torn = parts.stream().anyMatch(part -> part.id().startsWith(id));
            Part whole = part(id, names.get(id), weight);
            if (!torn && whole.score() != null) {
              parts.add(whole);
            }
          });
      List<String> order = catalog.instruments().stream().map(Catalog.Instrument::id).toList();
      parts.sort(
          Comparator.comparingInt(
              part -> {
                for (int i = 0; i < order.size(); i++) {
                  if (order.get(i).startsWith(part.id())) {
                    return i;
                  }
                }
                return order.size();
              }));
      return parts;
    }

    private static BigDecimal weight(Catalog.Instrument instrument) {
      return BigDecimal.valueOf(instrument.weight());
    }

    private Part part(String id, String name, BigDecimal weight) {
      BigDecimal stated = report.instrument(id).map(ScoreReport.Score::value).orElse(null);
      return new Part(id, name, weight, stated, computed(id));
    }

    private BigDecimal computed(String id) {
      List<BigDecimal> scores = new ArrayList<>();
      List<Scheme.Indicator> indicators = scheme.indicatorsOf(id);
      for (Scheme.Indicator indicator : indicators) {
        Optional<ScoreReport.Indicator> of = report.indicator(indicator.number());
        (id.equals(indicator.instrument())
                ? of.map(ScoreReport.Indicator::score)
                : of.map(scored -> scored.parts().get(id)))
            .ifPresent(scores::add);
      }
      return scores.size() == indicators.size() ? Scores.mean(scores).orElse(null) : null;
    }

    private Catalog.Rating rating(BigDecimal total, List<Part> parts) {
      return catalog.ratings().stream()
          .filter(rating -> reaches(total, rating.from()))
          .filter(
              rating ->
                  rating.everyInstrument() == null
                      || parts.stream()
                          .allMatch(part -> reaches(part.score(), rating.everyInstrument())))
          .findFirst()
          .orElse(null);
    }

    private static boolean reaches(BigDecimal score, double mark) {
      return Scores.rounded(score).compareTo(BigDecimal.valueOf(mark)) >= 0;
    }

    private List<Rank> ranking() {
      List<ScoreReport.Indicator> sorted = new ArrayList<>(report.indicators());
      sorted.sort(
          Comparator.comparing(ScoreReport.Indicator::score)
              .reversed()
              .thenComparing(ScoreReport.Indicator::number));
      List<Rank> ranks = new ArrayList<>();
      for (ScoreReport.Indicator indicator : sorted) {
        Optional<Scheme.Indicator> known = scheme.indicator(indicator.number());
        String instrument = known.map(Scheme.Indicator::instrument).orElse("");
        Rank above = ranks.isEmpty() ? null : ranks.get(ranks.size() - 1);
        boolean shared = above != null && above.score().compareTo(indicator.score()) == 0;
        ranks.add(
            new Rank(
                shared ? above.place() : ranks.size() + 1,
                indicator.number(),
                known.map(Scheme.Indicator::name).orElse(indicator.name()),
                instrument,
                indicator.score(),
                indicator.score().compareTo(passMark) >= 0,
                worth(instrument)));
      }
      return ranks;
    }

    private BigDecimal worth(String instrument) {
      int siblings = scheme.indicatorsOf(instrument).size();
      if (instrument.isEmpty() || siblings == 0) {
        return BigDecimal.ZERO;
      }
      return catalog.instruments().stream()
          .filter(part -> part.id().startsWith(instrument))
          .map(Computation::weight)
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .divide(new BigDecimal(siblings).multiply(Scores.HUNDRED), MathContext.DECIMAL64);
    }

    private Next next(
        Catalog.Rating rating, BigDecimal total, List<Part> parts, List<Rank> ranking) {
      int at = catalog.ratings().indexOf(rating);
      if (at <= 0) {
        return null;
      }
      Catalog.Rating better = catalog.ratings().get(at - 1);
      BigDecimal lacks =
          BigDecimal.valueOf(better.from()).subtract(Scores.rounded(total)).max(BigDecimal.ZERO);
      List<Gap> gaps = new ArrayList<>();
      if (better.everyInstrument() != null) {
        for (Part part : parts) {
          if (!reaches(part.score(), better.everyInstrument())) {
            BigDecimal gap =
                BigDecimal.valueOf(better.everyInstrument()).subtract(Scores.rounded(part.score()));
            gaps.add(new Gap(part.id(), part.name(), gap));
          }
        }
      }
      Rank mover =
          ranking.stream()
              .filter(
                  rank ->
                      gaps.isEmpty()
                          || gaps.stream()
                              .anyMatch(gap -> gap.instrument().startsWith(rank.instrument())))
              .max(Comparator.comparing(Rank::room).thenComparing(rank -> -rank.number()))
              .orElse(null);
      return new Next(better, lacks, gaps, mover, rise(lacks, gaps, mover));
    }

    /** How far one indicator alone must rise; null when it cannot. */
    private BigDecimal rise(BigDecimal lacks, List<Gap> gaps, Rank mover) {
      if (mover == null || mover.worth().signum() == 0 || gaps.size() > 1) {
        return null;
      }
      BigDecimal rise = lacks.divide(mover.worth(), MathContext.DECIMAL64);
      if (!gaps.isEmpty()) {
        int siblings = scheme.indicatorsOf(mover.instrument()).size();
        rise = rise.max(gaps.get(0).points().multiply(new BigDecimal(siblings)));
      }
      return mover.score().add(rise).compareTo(Scores.HUNDRED) > 0 ? null : rise;
    }

    private List<IssueMean> issues() {
      TreeMap<Integer, List<BigDecimal>> listed = new TreeMap<>();
      for (ScoreReport.Question question : report.scoredQuestions()) {
        if (question.issue() > 0) {
          listed.computeIfAbsent(question.issue(), key -> new ArrayList<>()).add(question.score());
        }
      }
      List<IssueMean> means = new ArrayList<>();
      if (!listed.isEmpty()) {
        listed.forEach((number, scores) -> means.add(mean(number, scores, true)));
        return means;
      }
      for (Scheme.Issue issue : scheme.issues()) {
        List<BigDecimal> scores =
            report.scoredQuestions().stream()
                .filter(question -> issue.questions().contains(question.id()))
                .map(ScoreReport.Question::score)
                .toList();
        if (!scores.isEmpty()) {
          means.add(mean(issue.number(), scores, false));
        }
      }
      return means;
    }

    private IssueMean mean(int number, List<BigDecimal> scores, boolean listed) {
      return new IssueMean(
          number,
          scheme.issue(number).map(Scheme.Issue::name).orElse(""),
          Scores.mean(scores).orElseThrow(),
          scores.size(),
          listed);
    }
  }

  /** The measures of a report that answer a weak indicator. */
  public static List<ScoreReport.Measure> answersTo(
      int indicator, ScoreReport report, Catalog catalog, Scheme scheme) {
    return report.measures().stream()
        .filter(measure -> concerns(indicator, measure.about(), catalog, scheme))
        .toList();
  }

  /** Whether something is about an indicator: by its number, a question, an issue or an item. */
  public static boolean concerns(
      int indicator, ScoreReport.About about, Catalog catalog, Scheme scheme) {
    List<String> questions =
        scheme.indicator(indicator).map(Scheme.Indicator::questions).orElse(List.of());
    return about.indicators().contains(indicator)
        || about.questions().stream().anyMatch(questions::contains)
        || about.questions().stream()
            .flatMap(question -> ItemCode.parse(question).stream())
            .anyMatch(code -> isOf(indicator, code, catalog))
        || about.items().stream().anyMatch(code -> isOf(indicator, code, catalog))
        || about.issues().stream()
            .flatMap(issue -> scheme.issue(issue).stream())
            .anyMatch(issue -> issue.questions().stream().anyMatch(questions::contains));
  }

  private static boolean isOf(int indicator, ItemCode code, Catalog catalog) {
    return catalog
        .placeOf(code)
        .filter(place -> place.indicator().id().equals(Integer.toString(indicator)))
        .isPresent();
  }
}
