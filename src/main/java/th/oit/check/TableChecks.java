package th.oit.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import th.oit.catalog.Column;
import th.oit.catalog.Element;

/** The tables that concern one item, each judged once for all elements that point at it. */
final class TableChecks {
  private final Map<PageTable, TableCheck> checks = new IdentityHashMap<>();
  private final List<TableCheck> inOrder = new ArrayList<>();
  private final ItemFindings out;

  TableChecks(ItemFindings out) {
    this.out = out;
  }

  /** Has a table's totals judged. */
  TableCheck of(PageTable table, String page) {
    return checks.computeIfAbsent(
        table,
        added -> {
          TableCheck check = new TableCheck(added, page, out);
          inOrder.add(check);
          return check;
        });
  }

  /** Has the cells of a column judged too. */
  void ask(PageTable table, String page, Element element, Column column, int index) {
    of(table, page).ask(element, column, index);
  }

  void judge() {
    inOrder.forEach(TableCheck::judge);
  }
}
