package th.oit.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.check.links.PageReading;
import th.oit.document.StatedYears;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDigits;

/** The years of the Buddhist era of which a page or a file speaks where it names itself. */
final class Years {
  private static final Pattern YEAR = Pattern.compile("(?<![\\d,.])(25[4-9]\\d)(?![\\d,]\\d|\\d)");

  private Years() {}

  /** What an item's page says; else what stands in title and heading. */
  static List<Integer> of(PageReading page) {
    var said = page.ofItem().flatMap(says -> FiscalYear.parse(says.year()));
    return said.isPresent()
        ? List.of(said.get().number())
        : List.copyOf(in(page.title() + " " + page.heading()));
  }

  /** What the name of a file says; else the first page of a PDF. */
  static List<Integer> of(String name, Path file, StatedYears stated) throws IOException {
    Set<Integer> named = in(name);
    return List.copyOf(named.isEmpty() ? stated.of(file) : named);
  }

  private static Set<Integer> in(String text) {
    Set<Integer> years = new TreeSet<>();
    Matcher matcher = YEAR.matcher(ThaiDigits.toArabic(text));
    while (matcher.find()) {
      years.add(Integer.valueOf(matcher.group(1)));
    }
    return years;
  }

  /** One of the years asked for, or a span of years around one of them. */
  static boolean fit(List<Integer> stated, Set<FiscalYear> asked) {
    if (stated.isEmpty() || asked.isEmpty()) {
      return true;
    }
    int first = stated.stream().min(Integer::compare).orElseThrow();
    int last = stated.stream().max(Integer::compare).orElseThrow();
    return asked.stream().anyMatch(year -> first <= year.number() && year.number() <= last);
  }
}
