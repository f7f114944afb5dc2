package th.oit.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

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

  /**
   * The period in words and days, computed from the assessed year; empty when any will do.
   *
   * @param assessed the year of the list
   */
  public Optional<Words> wordsFor(FiscalYear assessed) {
    if (acceptsAnyYear()) {
      return of.contains(Kind.CURRENT)
          ? Optional.of(Words.of("ปัจจุบัน", "now in force"))
          : Optional.empty();
    }
    List<String> th = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (Kind kind : of) {
      Words words = words(kind, assessed);
      th.add(words.th());
      en.add(words.en());
    }
    return Optional.of(Words.of(String.join(" หรือ ", th), String.join(" or ", en)));
  }

  private static Words words(Kind kind, FiscalYear assessed) {
    FiscalYear year = kind == Kind.PREVIOUS ? assessed.previous() : assessed;
    LocalDate first = year.firstDay();
    LocalDate last = kind == Kind.ASSESSED_FIRST_HALF ? year.lastDayOfFirstHalf() : year.lastDay();
    String th =
        switch (kind) {
          case ASSESSED_FIRST_HALF -> "6 เดือนแรกของปีงบประมาณ พ.ศ. " + year;
          case COVERS_ASSESSED -> "ครอบคลุมปีงบประมาณ พ.ศ. " + year;
          default -> "ปีงบประมาณ พ.ศ. " + year;
        };
    String en =
        switch (kind) {
          case ASSESSED_FIRST_HALF -> "the first six months of fiscal year " + year;
          case COVERS_ASSESSED -> "covering fiscal year " + year;
          default -> "fiscal year " + year;
        };
    return Words.of(
        th + " (" + ThaiDate.shortForm(first) + " – " + ThaiDate.shortForm(last) + ")",
        en + " (" + first + " to " + last + ")");
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
