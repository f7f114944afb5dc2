package th.oit.catalog;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {
  private final Column column =
      new Column(
          "budget", "งบประมาณที่ได้รับ", List.of("งบประมาณ", "จำนวนเงิน"), Column.Type.MONEY);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "งบประมาณที่ได้รับ",
        "งบประมาณ",
        "งบประมาณ (บาท)",
        "งบประมาณ(บาท)",
        "งบประมาณ\n(ล้านบาท)",
        " จำนวนเงิน ",
        "จํานวนเงิน",
        "งบ\u200Bประมาณ",
        "budget",
        "Budget"
      })
  void isNamedByAnyOfItsLabelsHoweverTheyAreSpelt(String header) {
    assertTrue(column.isNamedBy(header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "งบ",
        "งบประมาณคงเหลือ",
        "(งบประมาณ)",
        "แหล่งงบประมาณ",
        "",
        "budget left",
        "จำนวน"
      })
  void isNotNamedByAnotherLabel(String header) {
    assertFalse(column.isNamedBy(header));
  }
}
