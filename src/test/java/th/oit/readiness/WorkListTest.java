package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.Language;

class WorkListTest {
  private static final Finding NO_BUDGET =
      Finding.of(Rule.OIT_COLUMNS, "ตารางขาดคอลัมน์ \"งบประมาณ\"", "the table lacks 'budget'")
          .ofItem("O9")
          .at(new Source("content/oit/2567/o9/results.csv", 1, 1))
          .hint("เพิ่มคอลัมน์นี้ <b>", "add it");
  private static final Finding OF_THE_MENU =
      Finding.of(Rule.LINK_NOT_FOUND, "ไม่มีหน้า /x/", "no page /x/");

  private final Readiness readiness =
      Samples.readiness(2567, Set.of("O9", "O33"), NO_BUDGET, OF_THE_MENU);

  @Test
  void aDepartmentSeesItsOwnItemsOnly() {
    WorkList finance = WorkList.of(readiness, "finance");
    assertEquals(
        List.of("O33", "O9"), finance.tasks().stream().map(task -> task.item().id()).toList());
    assertEquals(List.of(NO_BUDGET), finance.tasks().get(1).todos());
    assertTrue(WorkList.of(readiness, "office").tasks().isEmpty());
  }

  @Test
  void whatConcernsNoItemIsTheWebmasters() {
    WorkList webmaster = WorkList.of(readiness, null);
    assertEquals(1, webmaster.tasks().size());
    assertEquals(List.of(OF_THE_MENU), webmaster.tasks().get(0).todos());
  }

  @Test
  void onlyDepartmentsWithSomethingToDoHaveAList() {
    assertEquals(
        java.util.Arrays.asList("finance", null),
        WorkList.of(readiness).stream()
            .filter(list -> !list.tasks().isEmpty())
            .map(WorkList::department)
            .toList());
  }

  @Test
  void theTextSaysWhatIsMissingAndWhatToDo() {
    String text = WorkList.of(readiness, "finance").text(readiness, Language.TH);
    assertTrue(text.startsWith("กองคลัง (ผู้อำนวยการกองคลัง) ผ่าน 9 จาก 11 ข้อ\n"), text);
    assertTrue(text.contains("O9 "), text);
    assertTrue(
        text.contains("- ตารางขาดคอลัมน์ \"งบประมาณ\"  (content/oit/2567/o9/results.csv:1:1)"),
        text);
    assertTrue(text.contains("วิธีแก้: เพิ่มคอลัมน์นี้"), text);
  }

  @Test
  void markdownHasBoxesToTick() {
    String markdown = WorkList.of(readiness, "finance").markdown(readiness, Language.TH);
    assertTrue(markdown.contains("- [ ] ตารางขาดคอลัมน์"), markdown);
    assertTrue(markdown.contains("\\<b\\>"), markdown);
  }

  @Test
  void aPageEscapesWhatItShows() {
    String html = WorkList.html(WorkList.of(readiness), readiness, Language.TH);
    assertTrue(html.contains("เพิ่มคอลัมน์นี้ &lt;b&gt;"), html);
    assertFalse(html.contains("<b>"), html);
    assertEquals(WorkList.of(readiness).size(), html.split("class=\"sheet\"", -1).length - 1);
  }
}
