package th.oit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import th.oit.source.CsvReader;
import th.oit.source.SourceText;

/** Answer sheets as offices type them. */
class AnswerFileTest {
  private static AnswerFile read(String csv) {
    return AnswerFile.of(CsvReader.read(new SourceText("a.csv", csv)));
  }

  @Test
  void itemsAreKnownInEverySpelling() {
    AnswerFile file =
        read(
            "ข้อที่,URL\nO1,https://x/1\n๐๒,https://x/2\nข้อ ๓,https://x/3\n4,https://x/4\no05,https://x/5\n");
    assertEquals(
        List.of("O1", "O2", "O3", "O4", "O5"),
        file.rows().stream().map(row -> row.item().toString()).toList());
  }

  @Test
  void aCellMayHoldSeveralUrlsAmongWords() {
    AnswerFile file =
        read("ข้อ,ลิงก์\nO1,\"https://x/1 และ www.x.go.th/2\nhttps://x/3,https://x/1\"\n");
    assertEquals(
        List.of("https://x/1", "https://www.x.go.th/2", "https://x/3"), file.rows().get(0).urls());
  }

  @Test
  void rowsOfOneItemAreJoined() {
    AnswerFile file = read("ข้อ,URL\nO1,https://x/1\nO1,https://x/2\n");
    assertEquals(1, file.rows().size());
    assertEquals(2, file.rows().get(0).urls().size());
  }

  @Test
  void noAndEmptyAndHeadingsBetweenAreNoAnswers() {
    AnswerFile file =
        read(
            "ข้อ,มี/ไม่มี,URL\nตัวชี้วัดย่อย 9.1,,\nO1,ไม่มี,https://x/1\nO2,มี,-\nO3,✓,https://x/3\n");
    assertEquals(3, file.rows().size());
    assertFalse(file.rows().get(0).yes());
    assertFalse(file.rows().get(1).yes());
    assertEquals(List.of("https://x/3"), file.rows().get(2).urls());
  }

  @Test
  void whatIsNoUrlIsKeptToBeTold() {
    assertEquals(List.of("x.go.th/1"), read("ข้อ,URL\nO1,x.go.th/1\n").rows().get(0).urls());
  }
}
