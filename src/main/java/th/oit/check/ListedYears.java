package th.oit.check;

import java.util.ArrayList;
import java.util.List;
import th.oit.catalog.CatalogReader;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

/** In which years' lists an item is found. */
final class ListedYears {
  private ListedYears() {}

  /** The years as {@code 2564–2567, 2569}; empty when no list that comes with the tool has it. */
  static String having(ItemCode code) {
    List<Integer> years = new ArrayList<>();
    for (FiscalYear year : CatalogReader.bundledYears()) {
      if (CatalogReader.bundled(year).flatMap(list -> list.item(code)).isPresent()) {
        years.add(year.number());
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < years.size(); i++) {
      int first = years.get(i);
      while (i + 1 < years.size() && years.get(i + 1) == years.get(i) + 1) {
        i++;
      }
      out.append(out.isEmpty() ? "" : ", ").append(first);
      if (years.get(i) > first) {
        out.append('–').append(years.get(i));
      }
    }
    return out.toString();
  }
}
