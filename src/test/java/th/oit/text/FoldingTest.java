package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  private static final String NIKHAHIT = "\u0E4D";
  private static final String SARA_AA = "\u0E32";
  private static final String SARA_AM = "\u0E33";
  private static final String MAI_THO = "\u0E49";

  @Test
  void joinsATakenApartSaraAm() {
    assertEquals("ค" + SARA_AM, Folding.key("ค" + NIKHAHIT + SARA_AA));
  }

  @Test
  void joinsSaraAmWithAToneInEitherOrder() {
    String right = "น" + MAI_THO + SARA_AM;
    assertEquals(right, Folding.key("น" + MAI_THO + SARA_AM));
    assertEquals(right, Folding.key("น" + SARA_AM + MAI_THO));
    assertEquals(right, Folding.key("น" + NIKHAHIT + MAI_THO + SARA_AA));
    assertEquals(right, Folding.key("น" + MAI_THO + NIKHAHIT + SARA_AA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"จำนวน", "น้ำ", "ค่ำ", "ทำเนียบ", "อำเภอ", "คำสั่ง"})
  void neverLosesSaraAm(String word) {
    assertEquals(word, Folding.key(word));
    assertEquals(word, Folding.nameKey(word));
  }

  @Test
  void readsTwoSaraEAsSaraAe() {
    assertEquals("แผน", Folding.key("เเผน"));
    assertNotEquals(Folding.key("แผน"), Folding.key("เผน"));
  }

  @Test
  void movesAToneBehindTheVowelOverWhichItStands() {
    assertEquals("ที่", Folding.key("ท\u0E48\u0E35"));
    assertEquals(Folding.key("ปู่"), Folding.key("ป\u0E48\u0E39"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "งบ\u200Bประมาณ",
        "งบ\u200Cประมาณ",
        "งบ\u200Dประมาณ",
        "\uFEFFงบประมาณ",
        "งบ\u00ADประมาณ",
        "งบ\u2060ประมาณ",
        "งบ\u200Eประมาณ",
        " งบ ประมาณ ",
        "งบ\u00A0ประมาณ",
        "งบ\nประมาณ"
      })
  void leavesOutWhatTakesNoRoomAndWhiteSpace(String written) {
    assertEquals("งบประมาณ", Folding.key(written));
  }

  @Test
  void joinsATakenApartVowelAcrossAnInvisibleCharacter() {
    assertEquals("จำนวน", Folding.key("จ" + NIKHAHIT + "\u200B" + SARA_AA + "นวน"));
  }

  @ParameterizedTest
  @CsvSource({"ปี ๒๕๖๗, ปี2567", "OIT, oit", "E-Service, e-service"})
  void writesDigitsInArabicAndLettersSmall(String written, String key) {
    assertEquals(key, Folding.key(written));
  }

  @Test
  void composesLatinLetters() {
    assertEquals(Folding.key("caf\u00E9"), Folding.key("cafe\u0301"));
  }

  @Test
  void foldsCompatibilityFormsOnlyInNames() {
    assertEquals("plan1.pdf", Folding.nameKey("ｐｌａｎ１.pdf"));
    assertNotEquals(Folding.key("ﬁle"), Folding.key("file"));
    assertEquals(Folding.nameKey("ﬁle"), Folding.nameKey("file"));
  }

  @Test
  void foldsAFoldedTextIntoItself() {
    Random random = new Random(42);
    String letters = "กนปคทเแโาำํิีืุู่้๊๋์็ั๐๙ aZ\u200B\u00A0é";
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String once = Folding.key(text.toString());
      assertEquals(once, Folding.key(once), () -> escaped(text));
    }
  }

  @Test
  void foldsNamesByCompatibilityWithoutTakingSaraAmApart() {
    assertTrue(Folding.nameKey("จำนวน ๑.pdf").contains("จำนวน1"));
  }

  private static String escaped(CharSequence text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(String.format("\\u%04X", c)));
    return out.toString();
  }
}
