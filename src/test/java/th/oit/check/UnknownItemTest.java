package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.text.ItemCode;

/** A code that the year's list does not have is told the years whose lists do. */
class UnknownItemTest {
  @TempDir Path root;

  private List<String> pageOf(String code) {
    return OneItem.with(root, "{id: it, text: แผนที่ตั้ง, kind: map, required: false}")
        .shows("<p>ข้อความ</p>")
        .page(
            "oit/2567/x/index.html",
            "<article data-oit-item=\"" + code + "\" data-oit-year=\"2567\"></article>")
        .says();
  }

  @Test
  void isToldTheYearsThatHaveIt() {
    assertEquals(
        List.of("oit/unknown-item รายการของปี 2567 ไม่มีข้อ O34 แต่ข้อ O34 มีในรายการปี 2564–2567"),
        pageOf("O34"));
    assertEquals(
        List.of("oit/unknown-item รายการของปี 2567 ไม่มีข้อ O43 แต่ข้อ O43 มีในรายการปี 2564–2566"),
        pageOf("ข้อ ๔๓"));
  }

  @Test
  void isToldNothingWhenNoYearHasIt() {
    assertEquals(List.of("oit/unknown-item รายการของปี 2567 ไม่มีข้อ O77"), pageOf("O77"));
    assertEquals(List.of("oit/unknown-item รายการของปี 2567 ไม่มีข้อ แผน"), pageOf("แผน"));
  }

  @Test
  void yearsInARowAreWrittenAsOneStretch() {
    assertEquals("2564–2569", ListedYears.having(new ItemCode(1)));
    assertEquals("", ListedYears.having(new ItemCode(99)));
  }
}
