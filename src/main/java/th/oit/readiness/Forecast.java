package th.oit.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import th.oit.catalog.Catalog;
import th.oit.catalog.Confidence;
import th.oit.catalog.Indicator;
import th.oit.catalog.Item;
import th.oit.catalog.SubIndicator;
import th.oit.check.ItemVerdict;

/**
 * The score of the disclosure part if the assessment were today.
 *
 * <p>An item has 100 or 0; a sub-indicator is the mean of its items, an indicator the mean of its
 * sub-indicators, and the whole part the mean of the indicators. What an item is worth therefore
 * depends on how many others share its sub-indicator. Immutable.
 *
 * @param score of the disclosure part, from 0 to 100
 * @param weight of this part in percent of the whole assessment; null when the list does not say
 * @param confidence the least of what the list says of the boundaries and weights on which this
 *     rests
 * @param withinReach the best level that the whole can still reach with this score, were every
 *     other part perfect; null when the list names no levels
 * @param losses the items that do not pass, the most valuable first, then those that lack least
 */
public record Forecast(
    double score,
    Double weight,
    Confidence confidence,
    Catalog.Rating withinReach,
    List<OfIndicator> indicators,
    List<Loss> losses) {
  /** The name under which the lists carry the disclosure part among the instruments. */
  private static final String DISCLOSURE = "OIT";

  private static final double FULL = 100;

  /** An indicator with its score. */
  public record OfIndicator(Indicator indicator, double score, List<OfSubIndicator> subs) {
    public OfIndicator {
      subs = List.copyOf(subs);
    }
  }

  /** A sub-indicator with its score. */
  public record OfSubIndicator(SubIndicator sub, double score, int passed, int items) {}

  /**
   * An item that does not pass, and what it costs.
   *
   * @param points of the disclosure part that mending this item alone brings
   * @param ofWhole the same in points of the whole assessment; null when the weight is not known
   * @param missing how many of the required elements are not shown
   * @param then the score of the disclosure part once this item and all before it are mended
   */
  public record Loss(ItemVerdict item, double points, Double ofWhole, int missing, double then) {}

  public Forecast {
    indicators = List.copyOf(indicators);
    losses = List.copyOf(losses);
  }

  /** Computes the forecast; an item of the list without a verdict counts as not passed. */
  public static Forecast of(Catalog catalog, List<ItemVerdict> verdicts) {
    Map<String, ItemVerdict> byId = new HashMap<>();
    verdicts.forEach(verdict -> byId.put(verdict.id(), verdict));
    Double weight =
        catalog.instruments().stream()
            .filter(instrument -> instrument.id().equals(DISCLOSURE))
            .map(Catalog.Instrument::weight)
            .findFirst()
            .orElse(null);
    List<Indicator> asked =
        catalog.indicators().stream().filter(indicator -> !counted(indicator).isEmpty()).toList();
    List<OfIndicator> indicators = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    for (Indicator indicator : asked) {
      List<OfSubIndicator> subs = new ArrayList<>();
      for (SubIndicator sub : counted(indicator)) {
        double worth = FULL / sub.items().size() / counted(indicator).size() / asked.size();
        int passed = 0;
        for (Item item : sub.items()) {
          ItemVerdict verdict = byId.getOrDefault(item.code().toString(), unjudged(item));
          if (verdict.status() == ItemVerdict.Status.PASS) {
            passed++;
          } else {
            int missing = Math.max(0, verdict.required() - verdict.covered());
            losses.add(new Loss(verdict, worth, share(worth, weight), missing, 0));
          }
        }
        double score = FULL * passed / sub.items().size();
        subs.add(new OfSubIndicator(sub, score, passed, sub.items().size()));
      }
      double score = subs.stream().mapToDouble(OfSubIndicator::score).average().orElse(0);
      indicators.add(new OfIndicator(indicator, score, subs));
    }
    double score = indicators.stream().mapToDouble(OfIndicator::score).average().orElse(0);
    return new Forecast(
        score,
        weight,
        confidence(catalog),
        withinReach(catalog, score, weight),
        indicators,
        inOrder(losses, score));
  }

  /** What all items that do not pass cost together, in points of the disclosure part. */
  public double lost() {
    return FULL - score;
  }

  /** The same in points of the whole assessment; null when the weight is not known. */
  public Double lostOfWhole() {
    return share(lost(), weight);
  }

  /** What an item costs; null when it passes. */
  public Loss lossOf(String item) {
    return losses.stream().filter(loss -> loss.item().id().equals(item)).findFirst().orElse(null);
  }

  private static List<Loss> inOrder(List<Loss> losses, double score) {
    // Worths are quotients: what is equal on paper may differ in the last binary digit.
    Comparator<Loss> mostValuable =
        Comparator.comparingLong((Loss loss) -> -Math.round(loss.points() * 1e6))
            .thenComparingInt(Loss::missing);
    List<Loss> ordered = new ArrayList<>();
    double then = score;
    for (Loss loss : losses.stream().sorted(mostValuable).toList()) {
      then = Math.min(FULL, then + loss.points());
      ordered.add(new Loss(loss.item(), loss.points(), loss.ofWhole(), loss.missing(), then));
    }
    return ordered;
  }

  private static List<SubIndicator> counted(Indicator indicator) {
    return indicator.subIndicators().stream().filter(sub -> !sub.items().isEmpty()).toList();
  }

  private static ItemVerdict unjudged(Item item) {
    int required = (int) item.elements().stream().filter(element -> element.required()).count();
    return new ItemVerdict(
        item.code().toString(), item.name(), ItemVerdict.Status.MISSING, null, null, required, 0);
  }

  private static Double share(double points, Double weight) {
    return weight == null ? null : points * weight / FULL;
  }

  private static Confidence confidence(Catalog catalog) {
    Confidence least = catalog.confidence();
    for (Indicator indicator : catalog.indicators()) {
      for (SubIndicator sub : indicator.subIndicators()) {
        least = lesser(least, sub.confidence());
      }
    }
    for (Catalog.Instrument instrument : catalog.instruments()) {
      if (instrument.id().equals(DISCLOSURE)) {
        least = lesser(least, instrument.confidence());
      }
    }
    return least;
  }

  private static Confidence lesser(Confidence one, Confidence other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Catalog.Rating withinReach(Catalog catalog, double score, Double weight) {
    double total = weight == null ? FULL : FULL - share(FULL - score, weight);
    return catalog.ratings().stream()
        .filter(rating -> total >= rating.from())
        .filter(rating -> rating.everyInstrument() == null || score >= rating.everyInstrument())
        .findFirst()
        .orElse(null);
  }
}
