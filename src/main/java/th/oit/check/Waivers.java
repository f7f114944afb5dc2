package th.oit.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import th.oit.catalog.Catalog;
import th.oit.catalog.Item;
import th.oit.catalog.Waiver;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.text.ThaiDate;

/** The elements that the body says are not asked of it, as of one day. */
final class Waivers {
  private final List<Waiver> all;
  private final LocalDate today;

  Waivers(List<Waiver> all, LocalDate today) {
    this.all = all;
    this.today = today;
  }

  /** The elements of an item that are waived now. */
  List<String> of(Item item) {
    return all.stream()
        .filter(waiver -> waiver.item().equals(item.code()) && waiver.countsOn(today))
        .map(Waiver::element)
        .filter(element -> item.element(element).isPresent())
        .distinct()
        .toList();
  }

  /** Those that count now, of elements that the list has. */
  List<Waiver> counting(Catalog catalog) {
    return all.stream().filter(waiver -> waiver.countsOn(today) && isOf(catalog, waiver)).toList();
  }

  private static boolean isOf(Catalog catalog, Waiver waiver) {
    return catalog.item(waiver.item()).flatMap(i -> i.element(waiver.element())).isPresent();
  }

  /** What is wrong with the waivers themselves: those that have ended or name nothing. */
  List<Finding> wrong(Catalog catalog) {
    List<Finding> wrong = new ArrayList<>();
    for (Waiver waiver : all) {
      String what = waiver.element();
      Finding finding = null;
      if (!isOf(catalog, waiver)) {
        finding =
            Finding.of(
                    Rule.OIT_WAIVER,
                    "ยกเว้น "
                        + what
                        + " ไว้ แต่รายการของปี "
                        + catalog.year()
                        + " ไม่มีองค์ประกอบนี้",
                    what + " is waived, but the list of " + catalog.year() + " does not have it")
                .hint(
                    "แก้รหัสข้อหรือชื่อองค์ประกอบ ดูได้จาก oit catalog " + catalog.year(),
                    "mend the item or the element; see 'oit catalog " + catalog.year() + "'");
      } else if (!waiver.countsOn(today)) {
        finding =
            Finding.of(
                    Rule.OIT_WAIVER,
                    "การยกเว้น "
                        + what
                        + " สิ้นสุดแล้วเมื่อ "
                        + ThaiDate.longForm(waiver.until())
                        + " จึงตรวจตามปกติ",
                    "the waiver of "
                        + what
                        + " ended on "
                        + waiver.until()
                        + ", so it is judged again")
                .hint(
                    "ลบการยกเว้นนี้ หรือแก้ until: ถ้าเหตุผลยังเป็นจริง",
                    "remove the waiver, or extend 'until:' if its reason still holds");
      }
      if (finding != null) {
        wrong.add(finding.ofItem(waiver.item().toString()).at(waiver.at()).about(waiver.element()));
      }
    }
    return wrong;
  }
}
