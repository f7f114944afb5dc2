package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThaiDigitsTest {
  @Test
  void writesEveryThaiDigitAsAnArabicOne() {
    assertEquals("0123456789", ThaiDigits.toArabic("๐๑๒๓๔๕๖๗๘๙"));
    assertEquals("ปี 2567 ข้อ 14", ThaiDigits.toArabic("ปี ๒๕๖๗ ข้อ ๑4"));
  }

  @Test
  void writesEveryArabicDigitAsAThaiOne() {
    assertEquals("๐๑๒๓๔๕๖๗๘๙", ThaiDigits.toThai("0123456789"));
  }

  @Test
  void leavesTheNeighboursOfTheDigitsAlone() {
    String neighbours = "/:\u0E4F\u0E5A";
    assertEquals(neighbours, ThaiDigits.toArabic(neighbours));
    assertEquals(neighbours, ThaiDigits.toThai(neighbours));
  }

  @Test
  void givesBackTheSameTextWhereThereIsNothingToDo() {
    String text = "ไม่มีตัวเลข";
    assertSame(text, ThaiDigits.toArabic(text));
  }

  @Test
  void comesBackFromThaiDigitsUnchanged() {
    Random random = new Random(2567);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(
            (char) (random.nextBoolean() ? '0' + random.nextInt(10) : 'ก' + random.nextInt(79)));
      }
      String arabic = text.toString();
      assertEquals(arabic, ThaiDigits.toArabic(ThaiDigits.toThai(arabic)));
      assertEquals(
          ThaiDigits.toThai(arabic),
          ThaiDigits.toThai(ThaiDigits.toArabic(ThaiDigits.toThai(arabic))));
    }
  }
}
