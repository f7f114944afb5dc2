package th.oit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.Language;

class TextReportTest {
  @Test
  void showsTheItemsTheFindingsBySourceAndTheSummaryLast() {
    assertEquals(
        """
        Indicator 9 การเปิดเผย
          9.1 พื้นฐาน
            pass    O1  โครงสร้าง                                                1/1   [office]
            fail    O2  แผน "ปี"                                                 1/2
          9.2 ผล
            missing O3  ผล                                                      0/1

          error  O3 no page of O3  [oit/missing]

        content/index.md
          unverified  not known  [external/unverified]

        content/oit/2567/o2.md
          12:5  error  O2 no such file: plan.pdf  [link/not-found]
              remedy: put the file beside the page

        oit/2567/o1/plan.pdf
          warning  large  [evidence/large]

        not published; the old site stands  1 of 3 items pass · 1,234 pages · 56,789 links · 2 errors · 1 warning · 1 unverified · 1.50 s
        """,
        text(Reports.failed(), Language.EN, false));
  }

  @Test
  void speaksThai() {
    String text = text(Reports.failed(), Language.TH, false);
    assertTrue(text.contains("ตัวชี้วัดที่ 9 การเปิดเผย\n"), text);
    assertTrue(text.contains("  12:5  ผิด  O2 ไม่พบ plan.pdf  [link/not-found]\n"), text);
    assertTrue(text.contains("      วิธีแก้: วางไฟล์ไว้ข้างหน้านี้\n"), text);
    assertTrue(
        text.endsWith(
            "ยังไม่เผยแพร่ เว็บไซต์เดิมอยู่ครบ  ผ่าน 1 จาก 3 ข้อ · 1,234 หน้า · 56,789 ลิงก์ · ข้อผิดพลาด 2"
                + " · คำเตือน 1 · ยังไม่ทราบผล 1 · 1.50 วินาที\n"),
        text);
  }

  @Test
  void keepsALongNameApartFromWhatStandsBehindIt() {
    Report failed = Reports.failed();
    List<ItemVerdict> items = new ArrayList<>(failed.items());
    items.set(
        0,
        new ItemVerdict(
            "O1", "ก".repeat(80), ItemVerdict.Status.PASS, "/oit/2567/o1/", null, 1, 1));
    Report named =
        new Report(
            failed.version(),
            failed.command(),
            failed.verdict(),
            failed.pages(),
            failed.links(),
            failed.elapsedMillis(),
            failed.catalog(),
            items,
            List.of(),
            null,
            List.of());
    assertTrue(text(named, Language.TH, false).contains("ก… 1/1"));
  }

  @Test
  void leavesTheItemsOutWhenItIsToBeQuiet() {
    String text = text(Reports.failed(), Language.EN, true);
    assertFalse(text.contains("Indicator"));
    assertTrue(text.contains("content/oit/2567/o2.md\n"));
    assertTrue(text.contains("1 of 3 items pass"));
  }

  @Test
  void gathersTheFindingsOfOneSource() {
    String text =
        text(
            Reports.check(
                Reports.at("b.md", 1, 1).onPage("x.html"),
                Reports.at("a.md", 2, 1).onPage("y.html"),
                Reports.at("b.md", 3, 1).onPage("z.html")),
            Language.EN,
            false);
    assertEquals(
        List.of("a.md", "  2:1", "b.md", "  1:1", "  3:1"),
        text.lines()
            .filter(line -> line.matches("[ab]\\.md|  \\d:1  .*"))
            .map(line -> line.replaceFirst("(:1) .*", "$1"))
            .toList());
  }

  @Test
  void putsTheCaretUnderTheRightLetterOfThaiText() {
    String line = "title: ที่นี่มีน้ำ [แผน](x.pdf)";
    assertEquals(
        List.of("      | " + line, "      | " + " ".repeat(7 + 5 + 1) + "^"),
        excerpt(line, line.indexOf('[') + 1));
  }

  @Test
  void putsTheCaretUnderTheFirstLetterAndBehindTheLast() {
    assertEquals(List.of("      | abc", "      | ^"), excerpt("abc", 1));
    assertEquals(List.of("      | abc", "      |    ^"), excerpt("abc", 4));
    assertEquals(List.of("      | abc", "      |    ^"), excerpt("abc", 99));
    assertEquals(List.of("      |  a", "      |  ^"), excerpt("\ta", 2));
  }

  @Test
  void showsNoCaretWhereTheLineAsAWholeIsMeant() {
    assertEquals(List.of("      | abc"), excerpt("abc", 0));
  }

  @Test
  void cutsALongLineAroundThePlace() {
    String line = "ก".repeat(300) + "X" + "ข".repeat(300);
    List<String> shown = excerpt(line, 301);
    assertTrue(shown.get(0).length() < 130, shown.get(0));
    int caret = shown.get(1).indexOf('^');
    assertEquals('X', shown.get(0).charAt(caret));
    assertTrue(shown.get(0).startsWith("      | …"));
    assertTrue(shown.get(0).endsWith("…"));
  }

  @Test
  void neverTearsAMarkFromItsLetter() {
    List<String> shown = excerpt("กู้".repeat(100) + "X", 301);
    assertTrue(shown.get(0).startsWith("      | …ก"), shown.get(0));
    int marks = (int) shown.get(0).chars().filter(c -> c == 'ู' || c == '้').count();
    assertEquals(shown.get(0).indexOf('X') - marks, shown.get(1).indexOf('^'));
  }

  @Test
  void prefersTheExcerptThatAFindingBrings() {
    Finding finding = Reports.at("a.yml", 2, 1).excerpt("its own");
    assertTrue(text(Reports.check(finding), Language.EN, false).contains("| its own\n"));
  }

  @Test
  void paintsOnlyWhenAsked() {
    assertFalse(text(Reports.failed(), Language.EN, false).contains("\u001B"));
    String painted =
        TextReport.of(Reports.failed(), Language.EN, true, false, id -> id, source -> "");
    assertTrue(painted.contains("\u001B[31m"));
    assertEquals(
        TextReport.of(Reports.failed(), Language.EN, false, false, id -> id, source -> ""),
        painted.replaceAll("\u001B\\[[0-9;]*m", ""));
  }

  @Test
  void saysOneErrorAndTwoErrors() {
    Finding one = Reports.at("a.md", 1, 1);
    assertTrue(text(Reports.check(one), Language.EN, false).contains("· 1 error ·"));
    assertTrue(text(Reports.check(), Language.EN, false).contains("· 0 errors ·"));
    Finding warning = Finding.of(Rule.OIT_STALE, "x", "x");
    assertTrue(text(Reports.check(warning, one), Language.EN, false).contains("1 warning ·"));
  }

  private static List<String> excerpt(String line, int column) {
    String text =
        TextReport.of(
            Reports.check(Reports.at("a.md", 1, column)),
            Language.EN,
            false,
            false,
            id -> id,
            (Source source) -> line);
    return text.lines().filter(each -> each.startsWith("      | ")).toList();
  }

  private static String text(Report report, Language language, boolean quiet) {
    return TextReport.of(report, language, false, quiet, id -> "[" + id + "]", source -> "");
  }
}
