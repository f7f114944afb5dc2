package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.TestSite;
import th.oit.content.ContentPage;

/** Questions with answers, and proposals with what became of them, placed in a page. */
class RecordsTest {
  private static final String QUESTIONS =
      """
      == content/pages/qa.md
      ---
      title: ถาม–ตอบ
      ---
      ![คำถาม](qa.yml)
      == content/pages/qa.yml
      - {question: ก, asked: 2567-01-05, answer: ตอบ ก, answered: 2567-01-08, by: กองคลัง}
      - {id: faq-light, question: ไฟดับแจ้งที่ไหน, answer: กองช่าง}
      - {question: ข, asked: 2567-02-01, answer: ตอบ ข, answered: 2567-02-01}
      - {question: ค, asked: 2567-03-01}
      """;

  @TempDir Path folder;

  @Test
  void frequentQuestionsStandFirstAndTheOthersComeNewestFirst() {
    Document page = Rendered.of(folder, QUESTIONS).html("qa/index.html");
    assertEquals(
        List.of("ไฟดับแจ้งที่ไหน", "ค", "ข", "ก"), page.select(".question-text").eachText());
    assertEquals(
        List.of("faq-light", "qa-2", "qa-3", "qa-4"), page.select(".question").eachAttr("id"));
  }

  @Test
  void everyAnswerSaysHowLongItTookAndAnOpenQuestionThatItWaits() {
    Document page = Rendered.of(folder, QUESTIONS).html("qa/index.html");
    assertEquals(
        "ถามเมื่อ 5 มกราคม 2567 · ตอบเมื่อ 8 มกราคม 2567 (ใช้เวลา 3 วัน) · โดย กองคลัง",
        page.select("#qa-4 .meta").text().replace('\u00A0', ' '));
    assertTrue(page.select("#qa-3 .meta").text().contains("(ในวันเดียวกัน)"));
    assertEquals("รอคำตอบ", page.select("#qa-2 .tag").text());
    assertEquals(
        "ตอบแล้ว 2 จาก 3 คำถาม ครึ่งหนึ่งตอบภายใน วันเดียวกัน ช้าที่สุด 3 วัน",
        page.select(".questions-tally").text().replace('\u00A0', ' '));
  }

  @Test
  void anAnswerLeadsOnToThePageThatItNamesUnderThatPagesTitle() {
    Rendered site =
        Rendered.of(
            folder,
            """
            == content/pages/qa.md
            ---
            title: ถาม–ตอบ
            ---
            ![](data/qa.yml)
            == content/pages/data/qa.yml
            - {question: ก, answer: ข, link: ../contact.md}
            - {question: ค, answer: ง, link: ../no.md}
            == content/pages/contact.md
            ---
            title: ติดต่อเรา
            ---
            """);
    Document page = site.html("qa/index.html");
    assertEquals(List.of("ติดต่อเรา", "อ่านต่อ"), page.select("a.more").eachText());
    assertEquals("/contact/", page.selectFirst("a.more").attr("href"));
  }

  @Test
  void aCsvFileIsAsGoodAndItsDatesMayBeThai() {
    Document page =
        Rendered.of(
                folder,
                """
                == content/pages/qa.md
                ---
                title: ถาม–ตอบ
                ---
                ![](log.csv "qa")
                == content/pages/log.csv
                ลำดับ,วันที่ถาม,คำถาม,วันที่ตอบ,คำตอบ,ผู้ตอบ
                1,6 พ.ย. 2566,ก,8 พ.ย. 2566,"ตอบ, ก",สำนักปลัด
                """)
            .html("qa/index.html");
    assertEquals("ตอบ, ก", page.select(".answer-text").text());
    assertTrue(page.select(".question .meta").text().contains("ใช้เวลา 2"));
  }

  @Test
  void aSearchFindsQuestionsAndAnswers() {
    TestSite site = TestSite.of(folder, TestSite.CONFIG + QUESTIONS);
    ContentPage page = site.site().pages().get(0).content();
    String text = SearchText.of(page, page.body().tree(), null);
    assertTrue(text.contains("ไฟดับแจ้งที่ไหน") && text.contains("ตอบ ข"), text);
  }

  @Test
  void proposalsSayWhatWasDoneAndWhatCameOfIt() {
    Document page =
        Rendered.of(
                folder,
                """
                == content/pages/voices.md
                ---
                title: ท่านเสนอ เราทำ
                ---
                ![](voices.yml)
                == content/pages/voices.yml
                - id: round
                  suggestion: เพิ่มรอบเก็บขยะ
                  from: ประชาคม
                  date: 2567-01-18
                  action: เพิ่มรอบ
                  result: ใช้แล้ว
                  state: done
                - {suggestion: ยกเลิก, action: ไม่ผ่านมติ, state: declined}
                - {suggestion: ถนน, action: รองบประมาณ}
                """)
            .html("voices/index.html");
    assertEquals(List.of("round", "voices-2", "voices-3"), page.select(".voice").eachAttr("id"));
    assertEquals("ทำแล้ว ใช้แล้ว", page.select("#round dd").get(2).text());
    assertEquals("ยังทำไม่ได้", page.select("#voices-2 dd").get(2).text());
    assertEquals(2, page.select("#voices-3 dd").size());
  }
}
