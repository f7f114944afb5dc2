package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import th.oit.check.ItemVerdict;
import th.oit.check.ShownElement;
import th.oit.finding.Finding;
import th.oit.finding.Rule;

class AnswerSheetTest {
  private static final Finding NO_RESULTS =
      Finding.of(Rule.OIT_ELEMENT, "ขาดผลการดำเนินงาน", "no results").ofItem("O9");

  private final Readiness readiness = Samples.readiness(2567, Set.of("O9"), NO_RESULTS);

  private static ShownElement element(String text, String... labelsAndHrefs) {
    List<ShownElement.Place> places = new java.util.ArrayList<>();
    for (int i = 0; i < labelsAndHrefs.length; i += 2) {
      places.add(new ShownElement.Place(labelsAndHrefs[i], labelsAndHrefs[i + 1]));
    }
    return new ShownElement("x", text, places);
  }

  private AnswerSheet.Answer answer(boolean draft, String item, ShownElement... elements) {
    return AnswerSheet.of(readiness, Map.of(item, List.of(elements)), draft).answers().stream()
        .filter(answer -> answer.item().id().equals(item))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void answersWithThePageThatHoldsTheData() {
    AnswerSheet.Answer answer = answer(false, "O8", element("แผน", "ตารางแผน", "#plan"));
    assertTrue(answer.yes());
    assertEquals(List.of("https://www.example.go.th/oit/2567/o8/"), answer.urls());
    assertEquals("แผน → หัวข้อ \"ตารางแผน\" ในหน้านี้", answer.explanation());
    assertEquals("", answer.note());
  }

  @Test
  void tellsForEachPlaceWhatItIs() {
    AnswerSheet.Answer answer =
        answer(
            false,
            "O8",
            element("แผน", "ตารางแผน", "#plan", "แผนปี 2567", "/oit/2567/o8/plan.pdf"),
            element("งบประมาณ", "ตารางแผน", "#plan", "แผนปี 2567", "/oit/2567/o8/plan.pdf"),
            element("แผนที่", "ติดต่อเรา", "../../../contact/#map"),
            element("ประกาศ", "ระบบ e-GP", "https://process.gprocurement.go.th/x?a=1"));
    assertEquals(
        """
        1) แผน; งบประมาณ → หัวข้อ "ตารางแผน" ในหน้านี้ และไฟล์ PDF "แผนปี 2567" ในหน้านี้
        2) แผนที่ → หน้า "ติดต่อเรา" (https://www.example.go.th/contact/#map)
        3) ประกาศ → หน้า "ระบบ e-GP" (https://process.gprocurement.go.th/x?a=1)""",
        answer.explanation());
    assertEquals(
        List.of("https://www.example.go.th/oit/2567/o8/", "https://www.example.go.th/contact/"),
        answer.urls());
  }

  @Test
  void neverAnswersWithTheHomePage() {
    AnswerSheet.Answer answer =
        answer(false, "O5", element("ข่าว", "หน้าแรก", "/#news", "หน้าแรก", "../../../"));
    assertEquals(List.of("https://www.example.go.th/oit/2567/o5/"), answer.urls());
  }

  @Test
  void refusesYesForAnItemThatDoesNotPass() {
    AnswerSheet.Answer answer = answer(false, "O9", element("ผล", "ผล", "#results"));
    assertFalse(answer.yes());
    assertTrue(answer.urls().isEmpty());
    assertEquals("", answer.explanation());
    assertEquals("ตอบว่ามีไม่ได้จนกว่าจะแก้ครบ:\n– ขาดผลการดำเนินงาน", answer.note());
    assertEquals(34, AnswerSheet.of(readiness, Map.of(), false).yes());
  }

  @Test
  void aDraftAnswersYesAndSaysWhatIsStillMissing() {
    AnswerSheet.Answer answer = answer(true, "O9", element("ผล", "ผล", "#results"));
    assertTrue(answer.yes());
    assertTrue(answer.note().startsWith("ฉบับร่าง ห้ามนำเข้าระบบ"), answer.note());
    assertTrue(answer.note().contains("ขาดผลการดำเนินงาน"), answer.note());
  }

  @Test
  void evenADraftHasNoAnswerWithoutAPage() {
    ItemVerdict missing =
        new ItemVerdict("O1", "โครงสร้าง", ItemVerdict.Status.MISSING, null, null, 3, 0);
    Readiness without =
        Readiness.of(
            readiness.config(),
            readiness.catalog(),
            List.of(missing),
            List.of(),
            Map.of(),
            Samples.TODAY);
    AnswerSheet.Answer answer = AnswerSheet.of(without, Map.of(), true).answers().get(0);
    assertFalse(answer.yes());
    assertEquals("ตอบว่ามีไม่ได้ เพราะยังไม่มีหน้าของข้อนี้", answer.note());
  }

  @Test
  void aPassingItemThatShowsNoElementSaysThatThereIsNone() {
    assertTrue(answer(false, "O8").explanation().contains("แจ้งว่าไม่มีรายการ"));
  }

  @Test
  void aSiteBelowAPathOfItsHostKeepsThePath() {
    var config =
        Samples.config(
            """
            site: {base_url: 'https://www.example.go.th/ita/'}
            organization: {name: ตัวอย่าง}
            assessment: {year: 2567}
            """);
    Readiness below =
        Readiness.of(
            config, readiness.catalog(), readiness.items(), List.of(), Map.of(), Samples.TODAY);
    AnswerSheet.Answer answer =
        AnswerSheet.of(
                below,
                Map.of(
                    "O1",
                    List.of(
                        element(
                            "ก", "ข", "../../../ติดต่อ/#ที่", "ค", "/ita/about/", "ง", "/ita/"))),
                false)
            .answers()
            .get(0);
    assertEquals(
        List.of(
            "https://www.example.go.th/ita/oit/2567/o1/",
            "https://www.example.go.th/ita/%E0%B8%95%E0%B8%B4%E0%B8%94%E0%B8%95%E0%B9%88%E0%B8%AD/",
            "https://www.example.go.th/ita/about/"),
        answer.urls());
  }

  @Test
  void theSheetHasARowForEveryItemAndLinksThatStand() throws Exception {
    AnswerSheet sheet =
        AnswerSheet.of(
            readiness, Map.of("O8", List.of(element("แผน", "ติดต่อ", "/contact/"))), false);
    assertTrue(sheet.csv().startsWith("\uFEFFข้อ,รายการ,มี/ไม่มี,URL,คำอธิบายเพิ่มเติม"));
    var parts = XlsxTest.parts(sheet.xlsx());
    assertEquals(36, parts.get("xl/worksheets/sheet1.xml").getElementsByTagName("row").getLength());
    assertEquals(
        35,
        parts
            .get("xl/worksheets/_rels/sheet1.xml.rels")
            .getElementsByTagName("Relationship")
            .getLength());
  }
}
