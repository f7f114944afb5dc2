package th.oit.render;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import th.oit.catalog.Indicator;
import th.oit.config.SiteConfig;
import th.oit.site.Site;
import th.oit.site.YearList;

/**
 * Style rules by which the list of a year is filtered without a script: a choice in one of its
 * fields hides the rows that are not meant, and the tables of which no row is left.
 */
final class FilterRules {
  private static final List<String> STATES = List.of("published", "none", "draft", "missing");

  private FilterRules() {}

  static String css(Site site) {
    List<String> departments =
        site.config().departments().stream().map(SiteConfig.Department::id).toList();
    Set<String> indicators = new TreeSet<>();
    for (YearList year : site.years()) {
      year.catalog().indicators().stream().map(Indicator::id).forEach(indicators::add);
    }
    StringBuilder css = new StringBuilder();
    for (String id : indicators) {
      css.append(chosen("indicator", id))
          .append(".indicator:not(#indicator-")
          .append(id.replace(".", "-"))
          .append(')')
          .append(HIDE);
    }
    for (String id : departments) {
      hideOthers(css, chosen("department", id), "[data-department=\"" + id + "\"]");
    }
    for (String state : STATES) {
      hideOthers(css, chosen("status", state), "[data-oit-status=\"" + state + "\"]");
      for (String id : departments) {
        css.append("main:has(")
            .append(option("department", id))
            .append("):has(")
            .append(option("status", state))
            .append(") .matrix:not(:has([data-department=\"")
            .append(id)
            .append("\"][data-oit-status=\"")
            .append(state)
            .append("\"]))")
            .append(HIDE);
      }
    }
    return css.toString();
  }

  private static final String HIDE = "{display:none}\n";

  private static void hideOthers(StringBuilder css, String chosen, String row) {
    css.append(chosen)
        .append(":is(.matrix tbody tr:not(")
        .append(row)
        .append("),:is(.matrix,.indicator):not(:has(")
        .append(row)
        .append(")))")
        .append(HIDE);
  }

  private static String chosen(String field, String value) {
    return "main:has(" + option(field, value) + ") ";
  }

  private static String option(String field, String value) {
    return "#filter-" + field + " option[value=\"" + value + "\"]:checked";
  }
}
