package th.oit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "กขค, 3",
    "ที่, 1",
    "น้ำ, 2",
    "ปู่, 1",
    "เก้าอี้, 4",
    "การจัดซื้อจัดจ้าง, 12",
    "๒๕๖๗, 4",
    "a\u200Bb, 2",
    "ข้อ O14, 6"
  })
  void givesVowelsAndMarksAboveAndBelowNoRoom(String text, int width) {
    assertEquals(width, DisplayWidth.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "สั้น",
        "ยาวกว่าที่มีที่ให้มาก",
        "พอดีสิบตัวจ้ะ",
        "abcdefghijk",
        "ที่นี่ที่นั่นที่โน่นที่ไหน"
      })
  void cutsOrFillsToTheWidth(String text) {
    String fitted = DisplayWidth.fit(text, 10);
    assertEquals(10, DisplayWidth.of(fitted));
    assertEquals(DisplayWidth.of(text) > 10, fitted.contains("…"));
  }

  @Test
  void keepsTheMarksOfTheLastLetterThatFits() {
    assertEquals("กี่", DisplayWidth.fit("กี่", 1));
    assertEquals("กี่…", DisplayWidth.fit("กี่ขี่คี่", 2));
    assertTrue(DisplayWidth.fit("กี่", 3).endsWith("กี่  "));
  }
}
