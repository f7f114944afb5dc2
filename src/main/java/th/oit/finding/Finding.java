package th.oit.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import th.oit.text.Words;

/**
 * One thing that is wrong, said so that the reader knows what to do.
 *
 * @param page the output file it concerns, relative to the site's root; null when there is none
 * @param item the item it concerns, such as O14; null when none
 * @param source where it was written; null when nobody knows
 * @param target the link or file meant, as written; null when none
 * @param hint what to do; null when the message says it
 * @param excerpt the source line, or a part of it, for showing; null when none
 * @param caret where in the excerpt the place is, from 1; 0 when not known
 * @param places all places of the same fault, this one first, where they were joined into one
 *     finding; else empty
 */
public record Finding(
    Rule rule,
    Severity severity,
    String page,
    String item,
    Source source,
    String target,
    Words message,
    Words hint,
    String excerpt,
    int caret,
    List<Place> places) {

  /**
   * One place of a fault that stands in several.
   *
   * @param page the output file; null when there is none
   * @param item the item it concerns; null when none
   * @param source where it was written; null when nobody knows
   */
  public record Place(String page, String item, Source source) {}

  /** How much of a line is kept before and after its place. */
  private static final int SHOWN = 120;

  /** Whatever stands on one letter beyond this is no Thai. */
  private static final int MOST_MARKS = 8;

  /** By page, then place, then rule: two runs over the same input print the same. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::page, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::source, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::rule)
          .thenComparing(Finding::item, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::target, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(finding -> finding.message().en());

  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(message, "message");
    places = List.copyOf(places);
  }

  /** A finding of the rule's usual severity, to be completed by the {@code …} methods below. */
  public static Finding of(Rule rule, Words message) {
    return new Finding(
        rule, rule.severity(), null, null, null, null, message, null, null, 0, List.of());
  }

  public static Finding of(Rule rule, String th, String en) {
    return of(rule, new Words(th, en));
  }

  public Finding onPage(String value) {
    return new Finding(
        rule, severity, value, item, source, target, message, hint, excerpt, caret, places);
  }

  public Finding ofItem(String value) {
    return new Finding(
        rule, severity, page, value, source, target, message, hint, excerpt, caret, places);
  }

  public Finding at(Source value) {
    return new Finding(
        rule, severity, page, item, value, target, message, hint, excerpt, caret, places);
  }

  public Finding about(String value) {
    return new Finding(
        rule, severity, page, item, source, value, message, hint, excerpt, caret, places);
  }

  public Finding hint(String th, String en) {
    return hint(new Words(th, en));
  }

  public Finding hint(Words value) {
    return new Finding(
        rule, severity, page, item, source, target, message, value, excerpt, caret, places);
  }

  public Finding excerpt(String value) {
    return new Finding(rule, severity, page, item, source, target, message, hint, value, 0, places);
  }

  /**
   * The finding with its line to show, cut around the place when it is long.
   *
   * @param column the place in the line, from 1, in UTF-16 code units; 0 for none
   */
  public Finding excerpt(CharSequence line, int column) {
    int at = Math.max(0, Math.min(column - 1, line.length()));
    int from = at <= SHOWN ? 0 : edge(line, at - SHOWN);
    int to = line.length() - at <= SHOWN ? line.length() : edge(line, at + SHOWN);
    String shown =
        (from > 0 ? "…" : "") + line.subSequence(from, to) + (to < line.length() ? "…" : "");
    int shift = from > 0 ? from - 1 : 0;
    return new Finding(
        rule,
        severity,
        page,
        item,
        source,
        target,
        message,
        hint,
        shown,
        column > 0 ? at + 1 - shift : 0,
        places);
  }

  /** The nearest place before at which no character is torn in two, nor from its marks. */
  private static int edge(CharSequence line, int at) {
    int edge = at;
    while (edge > at - MOST_MARKS && isContinuation(line.charAt(edge))) {
      edge--;
    }
    return edge;
  }

  private static boolean isContinuation(char c) {
    return Character.isLowSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  public Finding as(Severity value) {
    return new Finding(
        rule, value, page, item, source, target, message, hint, excerpt, caret, places);
  }

  /** Where this finding is. */
  public Place place() {
    return new Place(page, item, source);
  }

  /** The finding as one for all these places. */
  public Finding usedAt(List<Place> all) {
    return new Finding(
        rule, severity, page, item, source, target, message, hint, excerpt, caret, all);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
