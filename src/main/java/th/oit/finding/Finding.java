package th.oit.finding;

import java.util.Comparator;
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
 * @param excerpt the source line, for showing; null when none
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
    String excerpt) {

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
  }

  /** A finding of the rule's usual severity, to be completed by the {@code …} methods below. */
  public static Finding of(Rule rule, Words message) {
    return new Finding(rule, rule.severity(), null, null, null, null, message, null, null);
  }

  public static Finding of(Rule rule, String th, String en) {
    return of(rule, new Words(th, en));
  }

  public Finding onPage(String value) {
    return new Finding(rule, severity, value, item, source, target, message, hint, excerpt);
  }

  public Finding ofItem(String value) {
    return new Finding(rule, severity, page, value, source, target, message, hint, excerpt);
  }

  public Finding at(Source value) {
    return new Finding(rule, severity, page, item, value, target, message, hint, excerpt);
  }

  public Finding about(String value) {
    return new Finding(rule, severity, page, item, source, value, message, hint, excerpt);
  }

  public Finding hint(String th, String en) {
    return hint(new Words(th, en));
  }

  public Finding hint(Words value) {
    return new Finding(rule, severity, page, item, source, target, message, value, excerpt);
  }

  public Finding excerpt(String value) {
    return new Finding(rule, severity, page, item, source, target, message, hint, value);
  }

  public Finding as(Severity value) {
    return new Finding(rule, value, page, item, source, target, message, hint, excerpt);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
