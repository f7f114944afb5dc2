package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThaiOrderTest {

  /** As in the dictionary of the Royal Society. */
  private static final List<String> DICTIONARY =
      List.of(
          "3 ปี",
          "20 ปี",
          "100 ปี",
          "E-Service",
          "oit",
          "กก",
          "กฎหมาย",
          "กรรม",
          "กระทง",
          "กองคลัง",
          "การเงิน",
          "เก",
          "เกณฑ์",
          "เกา",
          "เก่า",
          "เก้า",
          "เกาะ",
          "แก",
          "แก่",
          "แกง",
          "ไก่",
          "ข้อมูล",
          "งบประมาณ",
          "จังหวัด",
          "ฉุกเฉิน",
          "แผน",
          "แผนที่",
          "ฝน",
          "รถ",
          "ฤดู",
          "ลม",
          "วัน",
          "อบต.",
          "โอน",
          "ไอ",
          "ฮูก");

  @Test
  void sortsAsADictionaryDoes() {
    List<String> words = new ArrayList<>(DICTIONARY);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(words, new Random(round));
      words.sort(ThaiOrder.comparator());
      assertEquals(DICTIONARY, words);
    }
  }

  @Test
  void sortsItemsByTheirNumber() {
    List<String> codes = new ArrayList<>(List.of("O10", "O๒", "O1", "O35", "O9"));
    codes.sort(ThaiOrder.comparator());
    assertEquals(List.of("O1", "O๒", "O9", "O10", "O35"), codes);
  }

  @ParameterizedTest
  @CsvSource({
    "แผนพัฒนา, ผ",
    "โครงสร้าง, ค",
    "ใบอนุญาต, บ",
    "“ข่าว”, ข",
    "ฤดูฝน, ฤ",
    "๒๕๖๗, 0",
    "2567, 0",
    "e-Service, E",
    "No Gift, N",
    "???, #"
  })
  void listsAWordUnderItsFirstConsonant(String word, char letter) {
    assertEquals(letter, ThaiOrder.initial(word));
  }
}
