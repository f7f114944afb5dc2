package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.catalog.Waiver;
import th.oit.finding.Finding;
import th.oit.finding.Source;
import th.oit.text.ItemCode;

/** A body may say that an element is not asked of it: with a reason, for a time, in the open. */
class WaiverTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 4, 10);
  private static final Source AT = new Source("site-config.yml", 12, 5);

  @TempDir Path root;

  private OneItem waiving(int item, String element, LocalDate until) {
    return OneItem.with(root, "{id: it, text: แผนที่ตั้ง, kind: map}")
        .shows("<p>ข้อความ</p>")
        .waiving(new Waiver(new ItemCode(item), element, "รอแผนที่ของจังหวัด", until, AT));
  }

  @Test
  void coversItsElementAndIsNamedInTheVerdict() {
    Outcome outcome = waiving(1, "it", TODAY).judge();
    ItemVerdict item = outcome.items().get(0);
    assertEquals(List.of(), outcome.findings());
    assertEquals(ItemVerdict.Status.PASS, item.status());
    assertEquals(1, item.required());
    assertEquals(1, item.covered());
    assertEquals(List.of("it"), item.waived());
    assertEquals("รอแผนที่ของจังหวัด", outcome.waivers().get(0).reason());
  }

  @Test
  void spareWhatIsPointedAtFromBeingJudged() {
    waiving(1, "it", TODAY).at("#m").shows("<h2 id=\"m\">แผนที่</h2>").passes();
  }

  @Test
  void thatHasEndedCoversNothing() {
    OneItem item = waiving(1, "it", TODAY.minusDays(1));
    assertEquals(
        List.of(
            "oit/element ยังไม่ได้บอกว่าองค์ประกอบ \"แผนที่ตั้ง\" อยู่ตรงไหน",
            "oit/waiver การยกเว้น it สิ้นสุดแล้วเมื่อ 9 เมษายน 2567 จึงตรวจตามปกติ"),
        item.says().stream().sorted().toList());
    assertEquals(ItemVerdict.Status.FAIL, item.judge().items().get(0).status());
    assertEquals(List.of(), item.judge().items().get(0).waived());
    assertEquals(List.of(), item.judge().waivers());
  }

  @Test
  void thatNamesNothingIsSaidToBeWrongAtItsPlace() {
    Finding finding =
        waiving(1, "map", TODAY).judge().findings().stream()
            .filter(each -> each.rule().id().equals("oit/waiver"))
            .findFirst()
            .orElseThrow();
    assertEquals("ยกเว้น map ไว้ แต่รายการของปี 2567 ไม่มีองค์ประกอบนี้", finding.message().th());
    assertEquals(AT, finding.source());
    assertEquals("O1", finding.item());
    assertEquals("warning", finding.severity().id());
    assertEquals(
        1, waiving(9, "it", TODAY).says().stream().filter(s -> s.startsWith("oit/waiver")).count());
  }

  @Test
  void doesNotStandInForAPage() {
    Outcome outcome = waiving(1, "it", TODAY).shows("").judge();
    assertEquals(ItemVerdict.Status.PASS, outcome.items().get(0).status());
  }
}
