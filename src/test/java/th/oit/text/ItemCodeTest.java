package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "O14",
        "o14",
        "014",
        "๐๑๔",
        "O๑๔",
        "o๑๔",
        "0๑๔",
        "๐14",
        "O 14",
        "o ๑๔",
        "O014",
        " O14 ",
        "O\u00A014",
        "ข้อ ๑๔",
        "ข้อ 14",
        "ข้อ14",
        "ข้อ O14",
        "ข้อ O๑๔",
        "ข้อ ๐๑๔",
        "ข้อที่ 14",
        "ข้อ\u00A0o14"
      })
  void isReadInEverySpelling(String written) {
    assertEquals(Optional.of(new ItemCode(14)), ItemCode.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"O1", "o1", "๐๑", "O01", "O 1", "๐๐๑"})
  void isReadWithOneDigit(String written) {
    assertEquals(Optional.of(new ItemCode(1)), ItemCode.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O0",
        "O00",
        "O100",
        "O",
        "14",
        "Q14",
        "O14a",
        "O-14",
        "O  14",
        "OO14",
        "โอ14",
        "",
        "ข้อ",
        "ข้อ 0",
        "ข้อ 100",
        "ข้อ 14.1",
        "ข้อ 14 ก",
        "หัวข้อ 14"
      })
  void isNotReadFromAnythingElse(String written) {
    assertEquals(Optional.empty(), ItemCode.parse(written));
  }

  @Test
  void isWrittenWithACapitalAndAsASlug() {
    assertEquals("O14", new ItemCode(14).toString());
    assertEquals("o14", new ItemCode(14).slug());
    assertEquals(Optional.of(new ItemCode(7)), ItemCode.parse(new ItemCode(7).slug()));
  }

  @Test
  void isOrderedByNumberAndNotByLetters() {
    assertEquals(-1, Integer.signum(new ItemCode(9).compareTo(new ItemCode(10))));
  }

  @Test
  void hasANumberFromOneToNinetyNine() {
    assertThrows(IllegalArgumentException.class, () -> new ItemCode(0));
    assertThrows(IllegalArgumentException.class, () -> new ItemCode(100));
  }
}
