package th.oit.ita;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import th.oit.catalog.Catalog;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;

/**
 * A score report of the site with what is known about its year. Immutable.
 *
 * @param source the text from which the report was read
 * @param catalog the list of the year; null when there is none
 * @param scheme the rules of the year; null when there are none
 * @param results what follows from the scores; null unless list and rules are known
 */
public record YearReport(
    ScoreReport report, SourceText source, Catalog catalog, Scheme scheme, Results results) {

  /** A report with what follows from it. */
  static YearReport of(
      ScoreReport report, SourceText source, Optional<Catalog> catalog, Optional<Scheme> scheme) {
    return new YearReport(
        report,
        source,
        catalog.orElse(null),
        scheme.orElse(null),
        catalog.isPresent() && scheme.isPresent()
            ? Results.of(report, catalog.get(), scheme.get())
            : null);
  }

  public FiscalYear year() {
    return report.year();
  }

  /** Whether enough is known about the year to say what follows from the scores. */
  public boolean isKnown() {
    return results != null;
  }

  /**
   * What has changed since an earlier year. An instrument that was one then and is two parts now is
   * compared by the mean of its parts.
   */
  public List<Results.Change> since(YearReport earlier) {
    List<Results.Change> changes = new ArrayList<>(results.since(earlier.results));
    for (Results.Part whole : earlier.results.instruments()) {
      List<Results.Part> parts =
          results.instruments().stream()
              .filter(part -> part.id().matches(Pattern.quote(whole.id()) + "\\d"))
              .toList();
      if (parts.size() > 1) {
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (Results.Part part : parts) {
          points = points.add(part.points());
          weight = weight.add(part.weight());
        }
        BigDecimal now = points.multiply(Scores.HUNDRED).divide(weight, MathContext.DECIMAL64);
        int at = 0;
        while (at < changes.size() && isBefore(changes.get(at).id(), whole.id())) {
          at++;
        }
        changes.add(at, new Results.Change(whole.id(), whole.name(), whole.score(), now));
      }
    }
    return changes;
  }

  /** Whether a change stands before that of an instrument of the earlier year. */
  private boolean isBefore(String id, String instrument) {
    if (id.equals("total")) {
      return true;
    }
    for (Catalog.Instrument other : catalog.instruments()) {
      if (other.id().startsWith(instrument)) {
        return false;
      }
      if (other.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** The total as computed where its parts are known, else as stated. */
  public Optional<BigDecimal> total() {
    return results == null ? report.statedTotal() : results.total();
  }

  /** The rating as computed where its parts are known, else as stated. */
  public Optional<String> rating() {
    return results == null || results.rating() == null
        ? report.statedRating()
        : Optional.of(results.rating().name());
  }
}
