package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalRowTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "รวม",
        "รวม:",
        "รวมทั้งสิ้น",
        "รวมเป็นเงิน",
        "รวมทั้งสิ้นเป็นเงิน",
        "ยอดรวม",
        "รวม 16 โครงการ",
        "รวม ๑๖ โครงการ",
        "รวม9รายการ",
        "รวม (บาท)",
        "รวมแผนงานบริหารทั่วไป",
        "รวม กองช่าง",
        "รวมทุกไตรมาส"
      })
  void aRowThatAddsUpTheOthersIsATotal(String cell) {
    assertTrue(TotalRow.isNamedBy(cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "รวมพลคนรักสุขภาพ",
        "โครงการรวมใจ",
        "รวมพลังชุมชน 3 หมู่บ้าน",
        "ค่าบริการรวมศูนย์"
      })
  void aProjectWhoseNameBeginsAlikeIsNone(String cell) {
    assertFalse(TotalRow.isNamedBy(cell));
  }
}
