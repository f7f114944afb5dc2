package th.oit.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.UnusableInput;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

/**
 * The list of one assessed year. Immutable.
 *
 * @param checkedAgainstManual whether a person compared it with the official manual
 * @param confidence in the list as a whole
 */
public record Catalog(
    FiscalYear year,
    String name,
    boolean checkedAgainstManual,
    Confidence confidence,
    PassMark passMark,
    List<Instrument> instruments,
    List<Rating> ratings,
    List<Reference> sources,
    List<String> notes,
    List<Indicator> indicators) {

  /** The total from which a body passes. */
  public record PassMark(double score, Confidence confidence) {}

  /** A part of the assessment with its weight in percent of the total. */
  public record Instrument(String id, String name, double weight, Confidence confidence) {}

  /**
   * A level of the result.
   *
   * @param from the total it needs
   * @param everyInstrument what every instrument needs besides; null when nothing
   */
  public record Rating(String name, double from, Double everyInstrument, Confidence confidence) {}

  /**
   * Where something in the list was found.
   *
   * @param place a URL or the name of a document
   * @param what what was found there
   */
  public record Reference(String place, String what) {}

  public Catalog {
    instruments = List.copyOf(instruments);
    ratings = List.copyOf(ratings);
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
    indicators = List.copyOf(indicators);
  }

  /** All items in the order of the list. */
  public List<Item> items() {
    return indicators.stream()
        .flatMap(indicator -> indicator.subIndicators().stream())
        .flatMap((SubIndicator sub) -> sub.items().stream())
        .toList();
  }

  public Optional<Item> item(ItemCode code) {
    return items().stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** The indicator and sub-indicator to which an item belongs. */
  public Optional<Place> placeOf(ItemCode code) {
    return indicators.stream()
        .flatMap(
            indicator -> indicator.subIndicators().stream().map(sub -> new Place(indicator, sub)))
        .filter(place -> place.sub().items().stream().anyMatch(i -> i.code().equals(code)))
        .findFirst();
  }

  /** Where an item stands in the list. */
  public record Place(Indicator indicator, SubIndicator sub) {}

  /** The parts of the list as one stream of elements, for checks over all of them. */
  public Stream<Element> elements() {
    return items().stream().flatMap(item -> item.elements().stream());
  }

  /**
   * The list as a body has corrected it.
   *
   * @throws UnusableInput when a correction names an item or element that the list does not have
   */
  public Catalog corrected(List<Correction> corrections) {
    if (corrections.isEmpty()) {
      return this;
    }
    List<Finding> wrong = new ArrayList<>();
    for (Correction correction : corrections) {
      if (item(correction.item()).flatMap(item -> item.element(correction.element())).isEmpty()) {
        String where = correction.item() + " " + correction.element();
        wrong.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "รายการของปี " + year + " ไม่มีองค์ประกอบ " + where,
                    "the list of " + year + " has no element " + where)
                .at(correction.at())
                .about(correction.element()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new UnusableInput(wrong);
    }
    return new Catalog(
        year,
        name,
        checkedAgainstManual,
        confidence,
        passMark,
        instruments,
        ratings,
        sources,
        notes,
        indicators.stream().map(indicator -> corrected(indicator, corrections)).toList());
  }

  private static Indicator corrected(Indicator indicator, List<Correction> corrections) {
    return new Indicator(
        indicator.id(),
        indicator.name(),
        indicator.subIndicators().stream()
            .map(
                sub ->
                    new SubIndicator(
                        sub.id(),
                        sub.name(),
                        sub.confidence(),
                        sub.items().stream().map(item -> corrected(item, corrections)).toList()))
            .toList());
  }

  private static Item corrected(Item item, List<Correction> corrections) {
    List<Element> elements = new ArrayList<>(item.elements());
    for (Correction correction : corrections) {
      if (correction.item().equals(item.code())) {
        elements.replaceAll(
            element ->
                element.id().equals(correction.element())
                    ? element.required(correction.required())
                    : element);
      }
    }
    return item.with(elements);
  }
}
