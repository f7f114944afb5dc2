package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers for ITAS. */
class AnswersCommandTest {
  @TempDir Path folder;

  @Test
  void aSiteThatIsReadyAnswersYesToEveryItem() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("answers", "--output", "answers.csv", "--today", TestSite.TODAY)
        .exits(0)
        .says("35 จาก 35");
    String csv = site.text("answers.csv");
    assertTrue(csv.startsWith("\uFEFFข้อ,รายการ,มี/ไม่มี,URL,"), csv);
    assertTrue(csv.contains("https://www.example.go.th/oit/2567/o8/"), csv);
    assertTrue(csv.contains("ในหน้านี้"), csv);
    assertFalse(csv.contains(",https://www.example.go.th/,"), csv);
  }

  @Test
  void anItemThatDoesNotPassIsAnsweredWithNoUnlessItIsADraft() {
    TestSite site = TestSite.named("paphlu", folder.resolve("paphlu"));
    site.run("answers", "--output", "a.csv", "--today", TestSite.TODAY).exits(1);
    assertTrue(site.text("a.csv").contains("ตอบว่ามีไม่ได้ เพราะยังไม่มีหน้าของข้อนี้"));
    site.run("answers", "--draft", "--output", "b.csv", "--lang", "en", "--today", TestSite.TODAY)
        .exits(0)
        .says("answered yes: ");
  }

  @Test
  void aWorkbookIsWhatIsWrittenWhenNothingElseIsSaid() throws Exception {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("answers", "--output", "out/answers.xlsx", "--today", TestSite.TODAY).exits(0);
    byte[] bytes = Files.readAllBytes(site.folder().resolve("out/answers.xlsx"));
    assertEquals("PK", new String(bytes, 0, 2, java.nio.charset.StandardCharsets.US_ASCII));
    site.run("answers", "--today", TestSite.TODAY).exits(2).says("--output");
  }

  @Test
  void aFormatThatACommandDoesNotHaveIsRefusedWithThoseThatItHas() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("answers", "--format", "json", "--output", "x").exits(2).says("xlsx, csv");
    site.run("publish", "--format", "xlsx", "--lang", "en").exits(2).says("it has text, json");
    assertFalse(site.has("public"));
    assertFalse(site.has("x"));
  }

  @Test
  void theHelpSaysWhatADraftIsFor() {
    Run.in(folder, "answers", "--help").exits(0).says("ห้ามนำเข้าระบบ", "xlsx หรือ csv");
    Run.in(folder, "answers", "--help", "--lang", "en").exits(0).says("Answer yes also to items");
  }
}
