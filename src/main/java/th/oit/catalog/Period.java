package th.oit.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import th.oit.text.FiscalYear;

/**
 * The time that an item's data must be of, said in terms of the assessed year so that no year
 * stands in it.
 *
 * @param of what is accepted; never empty
 * @param text the period in words, as the list has it
 */
public record Period(List<Kind> of, String text) {
  /** A time relative to the assessed year. */
  public enum Kind {
    /** The list names none. */
    ANY,
    /** What is in force, or who holds the office, now. */
    CURRENT,
    ASSESSED,
    /** The first six months of the assessed fiscal year. */
    ASSESSED_FIRST_HALF,
    /** The fiscal year before the assessed one. */
    PREVIOUS,
    /** A plan of several years in which the assessed year lies. */
    COVERS_ASSESSED;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Period {
    of = List.copyOf(of);
  }

  /** Whether data of any year will do, as far as the list says. */
  public boolean acceptsAnyYear() {
    return of.contains(Kind.ANY) || of.contains(Kind.CURRENT);
  }

  /** The fiscal years whose data the item accepts; empty when any will do. */
  public Set<FiscalYear> yearsFor(FiscalYear assessed) {
    Set<FiscalYear> years = new LinkedHashSet<>();
    if (acceptsAnyYear()) {
      return years;
    }
    for (Kind kind : of) {
      years.add(kind == Kind.PREVIOUS ? assessed.previous() : assessed);
    }
    return years;
  }
}
