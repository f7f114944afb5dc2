package th.oit.starter;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import th.oit.catalog.Catalog;
import th.oit.catalog.Item;
import th.oit.explain.Example;

/** Single pages to be filled in. */
public final class NewPage {
  private static final int BUDDHIST_ERA = 543;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private NewPage() {}

  /** What a page can be besides that of an item. */
  public enum Kind {
    NEWS,
    PAGE,
    SERVICE
  }

  /** Whether a name can be the last part of a page's address. */
  public static boolean isSlug(String text) {
    return SLUG.matcher(text).matches();
  }

  /** The name that a title gives by its Latin letters and digits; empty when it has too few. */
  public static Optional<String> slugOf(String title) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.matches(".*[a-z]{2}.*") ? Optional.of(slug) : Optional.empty();
  }

  /**
   * A prepared page.
   *
   * @param slug the last part of its address; news without one is numbered
   * @param isTaken whether a file stands at a path of the site's folder
   * @return its path in the site's folder, and its text
   */
  public static Map.Entry<String, String> of(
      Kind kind,
      String title,
      String slug,
      LocalDate day,
      String department,
      Predicate<String> isTaken) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", Template.quoted(title));
    values.put("date", date(day));
    values.put("department", department);
    String path =
        switch (kind) {
          case NEWS -> news(day, slug, isTaken);
          case PAGE -> "content/pages/" + slug + ".md";
          case SERVICE -> "content/services/" + slug + ".md";
        };
    String template = "/th/oit/starter/" + kind.name().toLowerCase(Locale.ROOT) + ".md";
    return Map.entry(path, Template.fill(template, values));
  }

  /** The files of an item's page, the page first. */
  public static Map<String, String> ofItem(Catalog catalog, Item item, List<String> departments) {
    return Example.toFill(catalog, item, StarterSite.keeper(item, departments), "").texts();
  }

  private static String news(LocalDate day, String slug, Predicate<String> isTaken) {
    String start = "content/news/" + date(day) + "-";
    if (slug != null) {
      return start + slug + ".md";
    }
    int number = 1;
    while (isTaken.test(start + number + ".md")) {
      number++;
    }
    return start + number + ".md";
  }

  /** The day as the office writes it in files: with the year of the Buddhist era. */
  private static String date(LocalDate day) {
    return (day.get(ChronoField.YEAR) + BUDDHIST_ERA) + day.toString().substring(4);
  }
}
