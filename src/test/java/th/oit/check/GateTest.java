package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.check.links.LinkPolicy;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.source.SourceText;

/** The gate over small trees written by hand, whose pages nobody here rendered. */
class GateTest {
  private static final int THIN = 40;
  private static final Catalog CATALOG =
      CatalogReader.read(
          new SourceText(
              "list.yml",
              """
              year: 2567
              name: รายการทดสอบ
              checked_against_manual: false
              confidence: low
              pass_mark: {score: 85, confidence: low}
              instruments: [{id: OIT, name: แบบวัด, weight: 100, confidence: low}]
              ratings: [{name: ผ่าน, from: 0, confidence: low}]
              sources: [{file: ทดสอบ, what: เขียนขึ้นเพื่อทดสอบ}]
              indicators:
                - id: '9'
                  name: ตัวชี้วัด
                  sub_indicators:
                    - id: '9.1'
                      name: ข้อมูลพื้นฐาน
                      items:
                        - id: O1
                          name: โครงสร้าง
                          confidence: low
                          elements_confidence: low
                          source: ทดสอบ
                          period: {of: [current], text: ปัจจุบัน}
                          elements:
                            - {id: chart, text: แผนผัง, kind: text}
                            - {id: extra, text: ถ้ามี, kind: text, required: false}
                        - id: O2
                          name: แผน
                          confidence: low
                          elements_confidence: low
                          source: ทดสอบ
                          period: {of: [assessed], text: ปี พ.ศ. 2567}
                          none_allowed: true
                          elements:
                            - id: plan
                              text: ตารางแผน
                              kind: table
                              columns:
                                - {id: project, label: โครงการ, also: [กิจกรรม], type: text}
                                - {id: budget, label: งบประมาณ, type: money}
              """));

  private static final String LONG_TEXT = "<p>" + "ข้อความของหน้านี้ยาวพอสมควร ".repeat(4) + "</p>";
  private static final String CHART = "<h2 id=\"chart\">แผนผัง</h2>" + LONG_TEXT;
  private static final String TABLE =
      "<table id=\"plan\"><thead><tr><th scope=\"col\">กิจกรรม</th><th scope=\"col\">งบประมาณ</th></tr>"
          + "</thead><tbody><tr><td>ถนน</td><td>1</td></tr></tbody></table>";

  @TempDir Path root;

  @BeforeEach
  void aTreeThatPasses() throws IOException {
    page("index.html", "<a href=\"/oit/2567/\">รายการ</a>");
    page(
        "oit/2567/index.html",
        "<a href=\"o1/\">O1</a> <a href=\"o2/\">O2</a>",
        " data-oit-list=\"2567\"");
    o1(place("chart", "#chart"), CHART);
    o2(place("plan", "#plan"), TABLE);
  }

  private void page(String file, String body) throws IOException {
    page(file, body, "");
  }

  private void page(String file, String body, String mainAttributes) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        "<!DOCTYPE html>\n<html lang=\"th\"><head><title>หน้า</title></head>\n<body><main id=\"main\""
            + mainAttributes
            + ">"
            + body
            + "</main></body></html>\n");
  }

  private void o1(String elements, String body) throws IOException {
    item("oit/2567/o1/index.html", "O1", "data-oit-department=\"office\"", elements, body);
  }

  private void o2(String elements, String body) throws IOException {
    item(
        "oit/2567/o2/index.html",
        "O2",
        "data-oit-department=\"finance\" data-oit-period=\"2567\"",
        elements,
        body);
  }

  private void item(String file, String code, String attributes, String elements, String body)
      throws IOException {
    page(
        file,
        "<article data-oit-item=\""
            + code
            + "\" data-oit-year=\"2567\" data-oit-status=\"published\" "
            + attributes
            + "><h1>"
            + code
            + "</h1><ul>"
            + elements
            + "</ul><div data-oit-body>"
            + body
            + "</div></article>");
  }

  private static String place(String element, String... hrefs) {
    StringBuilder links = new StringBuilder();
    for (String href : hrefs) {
      links.append("<a href=\"").append(href).append("\">ดู</a> ");
    }
    return "<li data-oit-element=\"" + element + "\">" + links + "</li>";
  }

  private static String evidence(String href) {
    return "<li data-oit-evidence><a href=\"" + href + "\">เอกสาร</a></li>";
  }

  private Outcome judge() throws IOException {
    return SiteCheck.run(
        new CheckRequest(
            root,
            null,
            "https://www.example.go.th/",
            CATALOG,
            Origins.NONE,
            List.of(),
            List.of(),
            LinkPolicy.USUAL,
            THIN,
            new DocumentReader(),
            1,
            List.of(),
            LocalDate.of(2024, 4, 15),
            null,
            StatedYears.remembering(null)));
  }

  /** Judges; gives every finding as {@code rule item target}. */
  private List<String> findings() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Finding finding : judge().findings()) {
      lines.add(finding.rule().id() + " " + finding.item() + " " + finding.target());
    }
    return lines;
  }

  private ItemVerdict verdict(String item) throws IOException {
    return judge().items().stream().filter(i -> i.id().equals(item)).findFirst().orElseThrow();
  }

  @Test
  void aTreeThatShowsEverythingPasses() throws IOException {
    assertEquals(List.of(), findings());
    for (ItemVerdict item : judge().items()) {
      assertEquals(ItemVerdict.Status.PASS, item.status());
    }
    assertEquals("/oit/2567/o1/", verdict("O1").url());
    assertEquals("office", verdict("O1").department());
    assertEquals(1, verdict("O1").required(), "an optional element is not counted");
    assertEquals(1, verdict("O1").covered());
  }

  // Reachability.

  @Test
  void twoLinksFromTheHomePageAreNearEnoughAndThreeAreNot() throws IOException {
    page("index.html", "<a href=\"/more/\">เพิ่มเติม</a>");
    page("more/index.html", "<a href=\"/oit/2567/\">รายการ</a> <a href=\"/oit/2567/o1/\">O1</a>");
    assertEquals(List.of("oit/unreachable O2 null"), findings());
    page("index.html", "<a href=\"/more/\">เพิ่มเติม</a> <a href=\"/oit/2567/o2/\">O2</a>");
    assertEquals(List.of(), findings());
  }

  @Test
  void aPageToWhichNothingLeadsIsUnreachable() throws IOException {
    page("oit/2567/index.html", "<a href=\"o1/\">O1</a>", " data-oit-list=\"2567\"");
    assertEquals(List.of("oit/unreachable O2 null"), findings());
    assertEquals(ItemVerdict.Status.FAIL, verdict("O2").status());
    assertEquals(ItemVerdict.Status.PASS, verdict("O1").status());
  }

  @Test
  void aLinkInATemplateElementLeadsNowhere() throws IOException {
    page("index.html", "<template><a href=\"/oit/2567/\">รายการ</a></template>");
    assertEquals(List.of("oit/unreachable O1 null", "oit/unreachable O2 null"), findings());
  }

  // The page itself.

  @Test
  void aPageThatOnlyHoldsALinkIsThin() throws IOException {
    o1(place("chart", "#chart"), "<h2 id=\"chart\">แผนผัง</h2><p>ดูไฟล์</p>");
    assertEquals(List.of("oit/thin O1 null"), findings());
  }

  @Test
  void aPictureOrATableIsContentToo() throws IOException {
    Files.write(root.resolve("chart.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    o1(
        place("chart", "#chart"),
        "<h2 id=\"chart\">แผนผัง</h2><img src=\"/chart.png\" alt=\"แผนผังโครงสร้าง\">");
    assertEquals(List.of(), findings());
  }

  @Test
  void anItemWithoutAPageIsMissing() throws IOException {
    Files.delete(root.resolve("oit/2567/o2/index.html"));
    page("oit/2567/index.html", "<a href=\"o1/\">O1</a>", " data-oit-list=\"2567\"");
    assertEquals(List.of("oit/missing O2 null"), findings());
    assertEquals(ItemVerdict.Status.MISSING, verdict("O2").status());
    assertEquals(null, verdict("O2").url());
  }

  @Test
  void anItemThatTheListCallsADraftIsADraft() throws IOException {
    Files.delete(root.resolve("oit/2567/o2/index.html"));
    page(
        "oit/2567/index.html",
        "<a href=\"o1/\">O1</a> <span data-oit-entry=\"O2\" data-oit-status=\"draft\">O2</span>",
        " data-oit-list=\"2567\"");
    assertEquals(List.of("oit/draft O2 null"), findings());
  }

  @Test
  void twoPagesOfOneItemAreADuplicateOnTheSecond() throws IOException {
    item(
        "oit/2567/o1-copy/index.html",
        "O1",
        "data-oit-department=\"office\"",
        place("chart", "#chart"),
        CHART);
    page("index.html", "<a href=\"/oit/2567/\">ก</a> <a href=\"/oit/2567/o1-copy/\">สำเนา</a>");
    Outcome outcome = judge();
    assertEquals(1, outcome.findings().size(), outcome.findings()::toString);
    assertEquals("oit/duplicate", outcome.findings().get(0).rule().id());
    assertTrue(outcome.findings().get(0).page().startsWith("oit/2567/o1"));
    assertEquals(ItemVerdict.Status.FAIL, verdict("O1").status());
  }

  @Test
  void aPageOfAnItemThatTheListDoesNotHaveIsUnknown() throws IOException {
    item("oit/2567/o9/index.html", "O9", "data-oit-department=\"office\"", "", LONG_TEXT);
    assertEquals(List.of("oit/unknown-item O9 O9"), findings());
  }

  @Test
  void aPageOfAnotherYearIsNoneOfTheGatesBusiness() throws IOException {
    page(
        "oit/2566/o9/index.html",
        "<article data-oit-item=\"O9\" data-oit-year=\"2566\" data-oit-status=\"published\"></article>");
    assertEquals(List.of(), findings());
  }

  @Test
  void aPageWithoutADepartmentHasNoOwner() throws IOException {
    item("oit/2567/o1/index.html", "O1", "", place("chart", "#chart"), CHART);
    assertEquals(List.of("oit/owner O1 null"), findings());
  }

  @Test
  void theCodeMayBeWrittenAsPeopleWriteIt() throws IOException {
    item(
        "oit/2567/o1/index.html",
        "o๐๑",
        "data-oit-department=\"office\"",
        place("chart", "#chart"),
        CHART);
    assertEquals(List.of(), findings());
  }

  // Places of elements.

  @Test
  void aRequiredElementWithoutAPlaceIsAnErrorAndAnOptionalOneIsNot() throws IOException {
    o1(place("extra", "#chart"), CHART);
    assertEquals(List.of("oit/element O1 chart"), findings());
    assertEquals(0, verdict("O1").covered());
  }

  @Test
  void anElementWithAnEmptyEntryHasNoPlace() throws IOException {
    o1(place("chart"), CHART);
    assertEquals(List.of("oit/element O1 chart"), findings());
  }

  @Test
  void everyPlaceOfAnElementMustExist() throws IOException {
    o1(place("chart", "#chart", "#gone"), CHART);
    assertEquals(
        List.of("link/no-fragment O1 #gone", "oit/element O1 #gone"),
        findings().stream().sorted().toList());
  }

  @Test
  void aPlaceMayBeOnAnotherPageOrInAFile() throws IOException {
    page("contact/index.html", "<h1>ติดต่อ</h1><h2 id=\"map\">แผนที่</h2>");
    Files.copy(
        Path.of("src/test/resources/documents/thai.pdf"), root.resolve("oit/2567/o1/chart.pdf"));
    o1(place("chart", "/contact/#map", "chart.pdf"), LONG_TEXT);
    assertEquals(List.of(), findings());
    o1(place("chart", "/contact/#nothing"), LONG_TEXT);
    assertTrue(findings().contains("oit/element O1 /contact/#nothing"), findings()::toString);
  }

  @Test
  void aFileAtAPlaceMustOpenEvenIfNobodyCallsItEvidence() throws IOException {
    Files.write(root.resolve("oit/2567/o1/chart.pdf"), new byte[0]);
    o1(place("chart", "chart.pdf"), LONG_TEXT);
    assertEquals(List.of("evidence/empty O1 chart.pdf"), findings());
  }

  @Test
  void evidenceMustStandOnThisHost() throws IOException {
    o1(place("chart", "#chart") + evidence("https://drive.google.com/file/d/x/view"), CHART);
    assertEquals(
        List.of("evidence/external-host O1 https://drive.google.com/file/d/x/view"), findings());
  }

  // Tables.

  @Test
  void aTableIsFoundByItsIdByTheHeadingAboveItAndByWhatEnclosesIt() throws IOException {
    String bare = TABLE.replace(" id=\"plan\"", "");
    o2(place("plan", "#section"), "<section id=\"section\">" + bare + "</section>");
    assertEquals(List.of(), findings());
    o2(place("plan", "#heading"), "<h2 id=\"heading\">แผน</h2><p>คำอธิบาย</p>" + bare);
    assertEquals(List.of(), findings());
    o2(place("plan", "#heading"), "<h2 id=\"heading\">แผน</h2><h3>ตาราง</h3>" + bare);
    assertEquals(List.of(), findings());
  }

  @Test
  void aTableOfTheNextSectionIsNotTheHeadingsOwn() throws IOException {
    o2(place("plan", "#heading"), "<h2 id=\"heading\">แผน</h2><h2>อื่น</h2>" + TABLE);
    assertEquals(List.of("oit/columns O2 plan"), findings());
  }

  @Test
  void whereATableShouldBeTextIsNotEnough() throws IOException {
    o2(place("plan", "#words"), "<h2 id=\"words\">แผน</h2>" + LONG_TEXT);
    assertEquals(List.of("oit/columns O2 plan"), findings());
    assertEquals(0, verdict("O2").covered());
  }

  @Test
  void aColumnMayHaveAnyOfItsNamesAndMustBeThere() throws IOException {
    o2(place("plan", "#plan"), TABLE.replace("กิจกรรม", "โครงการ"));
    assertEquals(List.of(), findings());
    o2(place("plan", "#plan"), TABLE.replace("งบประมาณ", "หมายเหตุ"));
    assertEquals(List.of("oit/columns O2 budget"), findings());
  }

  @Test
  void aTableOnAnotherPageIsJudgedThere() throws IOException {
    page("plan/index.html", "<h1>แผน</h1>" + TABLE);
    o2(place("plan", "/plan/#plan"), LONG_TEXT);
    assertEquals(List.of(), findings());
    page("plan/index.html", "<h1>แผน</h1>" + TABLE.replace("งบประมาณ", "หมายเหตุ"));
    assertEquals(List.of("oit/columns O2 budget"), findings());
  }

  // Years.

  @Test
  void thePeriodMustBeTheOneThatIsAskedFor() throws IOException {
    String department = "data-oit-department=\"finance\" data-oit-period=\"";
    String file = "oit/2567/o2/index.html";
    item(file, "O2", department + "2566\"", place("plan", "#plan"), TABLE);
    assertEquals(List.of("oit/year O2 2566"), findings());
    item(file, "O2", department + "2566 2567\"", place("plan", "#plan"), TABLE);
    assertEquals(List.of(), findings());
  }

  // None this year.

  @Test
  void noneIsAnAnswerWhereTheListAllowsItAndAReasonIsGiven() throws IOException {
    none("oit/2567/o2/index.html", "O2", "ปีงบประมาณ พ.ศ. 2567 ไม่ได้รับจัดสรรงบลงทุน");
    assertEquals(List.of(), findings());
    assertEquals(1, verdict("O2").covered());
    none("oit/2567/o2/index.html", "O2", "ไม่มี");
    assertEquals(List.of("oit/thin O2 null"), findings());
    none("oit/2567/o2/index.html", "O2", "");
    assertEquals(List.of("oit/thin O2 null"), findings());
  }

  @Test
  void noneIsNoAnswerWhereTheListDoesNotAllowIt() throws IOException {
    none("oit/2567/o1/index.html", "O1", "ปีงบประมาณ พ.ศ. 2567 ไม่มีโครงสร้างของหน่วยงาน");
    assertEquals(List.of("oit/element O1 null"), findings());
    assertEquals(ItemVerdict.Status.FAIL, verdict("O1").status());
  }

  private void none(String file, String code, String reason) throws IOException {
    page(
        file,
        "<article data-oit-item=\""
            + code
            + "\" data-oit-year=\"2567\" data-oit-status=\"none\" data-oit-department=\"finance\">"
            + "<h1>ข้อ</h1><p data-oit-none>"
            + reason
            + "</p><div data-oit-body></div></article>");
  }
}
