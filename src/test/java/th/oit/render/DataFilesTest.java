package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.Refusal;
import th.oit.SiteFiles;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Rule;
import th.oit.finding.Source;

class DataFilesTest {
  private static final Path OFFICE = Path.of("src/test/resources/tables/office.xlsx");
  private static final String PLAN =
      """
      == content/oit/2567/o8/index.md
      ---
      item: O8
      title: แผน
      elements: {plan-projects: '#plan'}
      ---
      ![แผน <ปี> 2567](plan.csv)
      == content/oit/2567/o8/plan.csv
      ลำดับ;โครงการ;งบประมาณ (บาท);ระยะเวลา;วันเริ่ม;GPS Code;หมายเหตุ
      1;ถนน "สายหลัก";๑,๒๕๐,๐๐๐.๕๐;ม.ค. – มี.ค. 2567;12 ม.ค. ๒๕๖๗;0815;กว้าง < 4 ม., ยาว 1 กม.
      2;บ่อน้ำ;-;ก.พ. 2567;2567-02-01;0816;
      ;รวม 2 โครงการ;1,250,000.50;;;;
      """;

  @TempDir Path folder;
  private byte[] office;

  @BeforeEach
  void readTheWorkbook() throws IOException {
    office = Files.readAllBytes(OFFICE);
  }

  @Test
  void publishesJsonWithTheIdsOfTheListAndADictionary() {
    assertEquals(
        """
        {
        "title": "แผน <ปี> 2567",
        "source": "https://www.example.go.th/oit/2567/o8/#plan",
        "columns": [
        {"id": "column_1", "label": "ลำดับ", "type": "number"},
        {"id": "project", "label": "โครงการ", "type": "text"},
        {"id": "budget", "label": "งบประมาณ (บาท)", "type": "money"},
        {"id": "period", "label": "ระยะเวลา", "type": "period"},
        {"id": "column_5", "label": "วันเริ่ม", "type": "date"},
        {"id": "gps_code", "label": "GPS Code", "type": "text"},
        {"id": "column_7", "label": "หมายเหตุ", "type": "text"}
        ],
        "rows": [
        {"column_1": 1, "project": "ถนน \\"สายหลัก\\"", "budget": 1250000.50, \
        "period": "ม.ค. – มี.ค. 2567", "column_5": "2024-01-12", \
        "column_5_text": "12 ม.ค. ๒๕๖๗", "gps_code": "0815", "column_7": "กว้าง < 4 ม., ยาว 1 กม."},
        {"column_1": 2, "project": "บ่อน้ำ", "budget": null, "period": "ก.พ. 2567", \
        "column_5": "2024-02-01", "column_5_text": "2567-02-01", "gps_code": "0816", "column_7": ""},
        {"column_1": null, "project": "รวม 2 โครงการ", "budget": 1250000.50, "period": "", \
        "column_5": null, "column_5_text": "", "gps_code": "", "column_7": "", "total": true}
        ]
        }
        """,
        Rendered.of(folder, PLAN).text("oit/2567/o8/plan.json"));
  }

  @Test
  void publishesCsvThatExcelOpensWithCellsAsTheyWereWritten() {
    assertEquals(
        """
        \uFEFFลำดับ,โครงการ,งบประมาณ (บาท),ระยะเวลา,วันเริ่ม,GPS Code,หมายเหตุ
        1,"ถนน ""สายหลัก""\","๑,๒๕๐,๐๐๐.๕๐",ม.ค. – มี.ค. 2567,12 ม.ค. ๒๕๖๗,0815,"กว้าง < 4 ม., ยาว 1 กม."
        2,บ่อน้ำ,-,ก.พ. 2567,2567-02-01,0816,
        ,รวม 2 โครงการ,"1,250,000.50",,,,
        """
            .replace("\n", "\r\n"),
        Rendered.of(folder, PLAN).text("oit/2567/o8/plan.csv"));
  }

  @Test
  void showsTheCellsAsTheyWereWrittenAndOffersTheDataFiles() {
    Document page = Rendered.of(folder, PLAN).html("oit/2567/o8/index.html");
    assertEquals(
        List.of("project", "budget", "period"),
        page.select("#plan th[data-oit-column]").eachAttr("data-oit-column"));
    assertEquals(
        List.of("1", "ถนน \"สายหลัก\"", "๑,๒๕๐,๐๐๐.๕๐", "ม.ค. – มี.ค. 2567", "12 ม.ค. ๒๕๖๗"),
        page.select("#plan tbody tr").first().select("td").eachText().subList(0, 5));
    assertEquals(
        List.of("1", "๑,๒๕๐,๐๐๐.๕๐", "2", "-", "1,250,000.50"),
        page.select("#plan td.number").eachText().stream().filter(t -> !t.isEmpty()).toList());
    assertEquals(1, page.select("#plan tr[data-oit-total]").size());
    assertEquals(
        List.of("/oit/2567/o8/plan.csv", "/oit/2567/o8/plan.json"),
        page.select(".download a[download]").eachAttr("href"));
    assertTrue(page.select(".download").text().startsWith("ดาวน์โหลดข้อมูล: CSV ("));
  }

  @Test
  void publishesAWorkbookBesideWhatIsMadeOfEachOfItsSheets() {
    SiteFiles.put(folder.resolve("content/pages/plan/plan.xlsx"), office);
    Rendered site =
        Rendered.of(
            folder,
            """
            == content/pages/plan/index.md
            ---
            title: แผน
            ---
            ![แผน](plan.xlsx)

            ![ผล](plan.xlsx "sheet=ผล 6 เดือน")
            """);
    assertArrayEquals(office, site.files().get("plan/plan.xlsx"));
    assertTrue(site.text("plan/plan.csv").startsWith("\uFEFFลำดับ,โครงการ,งบประมาณ ที่ได้รับ"));
    assertTrue(site.text("plan/plan.json").contains("\"column_6\": \"2024-01-12\""));
    assertTrue(site.text("plan/plan-2.csv").startsWith("\uFEFFไตรมาส,จำนวน\r\n1,12\r\n"));
    assertTrue(site.text("plan/plan-2.json").contains("{\"column_1\": 2, \"column_2\": 30}"));
    Document page = site.html("plan/index.html");
    assertEquals(List.of("plan", "plan-2"), page.select("table").eachAttr("id"));
    assertEquals(
        List.of("/plan/plan-2.csv", "/plan/plan-2.json", "/plan/plan.xlsx"),
        page.select(".download").get(1).select("a").eachAttr("href"));
  }

  @Test
  void knowsTheRowOfTheFileBehindEveryRowOfAPage() {
    SiteFiles.put(folder.resolve("content/pages/plan/plan.xlsx"), office);
    Origins origins =
        Rendered.of(
                folder,
                """
                == content/pages/plan/index.md
                ---
                title: แผน
                ---
                ![แผน](plan.xlsx)

                ![รายการ](list.csv)
                == content/pages/plan/list.csv
                ก,ข
                1,"2
                3"
                4,5
                """)
            .origins();
    String page = "plan/index.html";
    String workbook = "content/pages/plan/plan.xlsx";
    assertEquals(
        Optional.of(new Source(workbook, 8, 0)), origins.of(page, Origins.row("plan", 1), 0));
    assertEquals(
        Optional.of(new Source("content/pages/plan/list.csv", 4, 0)),
        origins.of(page, Origins.row("list", 1), 0));
    assertEquals(Optional.empty(), origins.of(page, Origins.row("plan", 99), 0));
    assertEquals(Optional.empty(), origins.of(page, Origins.row("other", 0), 0));
    assertEquals(Optional.of(Source.of(workbook)), origins.of("plan/plan.json", "page", 0));
  }

  @Test
  void publishesTheDataOfAYamlListButNotTheListItself() {
    Rendered site =
        Rendered.of(
            folder,
            """
            == content/pages/a.md
            ---
            title: ก
            ---
            ![ถังขยะ](bins.yml)
            == content/pages/bins.yml
            - {place: หน้าตลาด, count: 3}
            - {place: โรงเรียน, count: ๔}
            """);
    assertTrue(site.text("bins.json").contains("{\"place\": \"โรงเรียน\", \"count\": 4}"));
    assertEquals("\uFEFFplace,count\r\nหน้าตลาด,3\r\nโรงเรียน,๔\r\n", site.text("bins.csv"));
    assertFalse(site.files().containsKey("bins.yml"));
  }

  @Test
  void givesEveryColumnAnIdOfItsOwn() {
    String json =
        Rendered.of(
                folder,
                """
                == content/oit/2567/o8/index.md
                ---
                item: O8
                title: แผน
                ---
                ![ก](money.csv)
                == content/oit/2567/o8/money.csv
                ผลการใช้จ่าย,ผลการใช้จ่าย ปี 2567,โครงการ,Total,total
                1,2,ก,3,4
                """)
            .text("oit/2567/o8/money.json");
    assertTrue(
        json.contains(
            "{\"spent\": 1, \"spent_2\": 2, \"project\": \"ก\", \"total_2\": 3, \"total_3\": 4}"),
        json);
  }

  @Test
  void makesTheDataOfATableOnceThoughTwoPagesPlaceIt() {
    Rendered site =
        Rendered.of(
            folder,
            """
            == content/index.md
            ---
            title: หน้าแรก
            ---
            ![แผน](oit/2567/o8/plan.csv)
            == content/oit/2567/o8/index.md
            ---
            item: O8
            title: แผน
            ---
            ![แผน](plan.csv)
            == content/oit/2567/o8/plan.csv
            โครงการ,งบประมาณ
            ก,1
            """);
    assertTrue(site.text("oit/2567/o8/plan.json").contains("{\"project\": \"ก\", \"budget\": 1}"));
    assertEquals(
        List.of("/oit/2567/o8/plan.csv", "/oit/2567/o8/plan.json"),
        site.html("index.html").select(".download a").eachAttr("href"));
  }

  @Test
  void leavesACsvThatNoPagePlacesAsItIs() {
    Rendered site =
        Rendered.of(
            folder,
            """
            == content/pages/a/index.md
            ---
            title: ก
            ---
            [ข้อมูล](raw.csv)
            == content/pages/a/raw.csv
            ก;ข
            """);
    assertEquals("\uFEFFก;ข\r\n", site.text("a/raw.csv"));
    assertFalse(site.files().containsKey("a/raw.json"));
  }

  @Test
  void readsWhatAThaiWindowsCallsAnsi() {
    SiteFiles.put(
        folder.resolve("content/pages/a/x.csv"),
        "ชื่อ\tจำนวน\r\nก\t๑๒\r\n".getBytes(Charset.forName("x-windows-874")));
    Rendered site =
        Rendered.of(
            folder,
            """
            == content/pages/a/index.md
            ---
            title: ก
            ---
            ![ก](x.csv)
            """);
    assertEquals("\uFEFFชื่อ,จำนวน\r\nก,๑๒\r\n", site.text("a/x.csv"));
    assertTrue(site.text("a/x.json").contains("{\"column_1\": \"ก\", \"column_2\": 12}"));
  }

  @ParameterizedTest
  @CsvSource({"plan.csv, /a/plan.csv", "plan.json, /a/plan.json", "Plan.JSON, /a/plan.json"})
  void refusesDataFilesThatAnotherFileWouldOverwrite(String file, String address) {
    SiteFiles.put(folder.resolve("content/pages/a/plan.xlsx"), office);
    SiteFiles.put(folder.resolve("content/pages/a/" + file), "{}\n");
    Finding finding =
        Refusal.one(
            () ->
                Rendered.of(
                    folder,
                    """
                    == content/pages/a/index.md
                    ---
                    title: ก
                    ---
                    ![ก](plan.xlsx)
                    """));
    assertEquals(Rule.SITE_URL_CONFLICT, finding.rule());
    assertEquals(address, finding.target());
    assertEquals(Source.of("content/pages/a/plan.xlsx"), finding.source());
  }

  @Test
  void refusesTwoTablesOfOneName() {
    Finding finding =
        Refusal.all(
                () ->
                    Rendered.of(
                        folder,
                        """
                        == content/pages/a/index.md
                        ---
                        title: ก
                        ---
                        ![ก](plan.csv)

                        ![ข](plan.yml)
                        == content/pages/a/plan.csv
                        ก,ข
                        == content/pages/a/plan.yml
                        - {a: 1}
                        """))
            .get(0);
    assertEquals(Rule.SITE_URL_CONFLICT, finding.rule());
    assertEquals(Source.of("content/pages/a/plan.yml"), finding.source());
  }

  @Test
  void refusesATextBehindAWorkbookThatNamesNoSheet() {
    SiteFiles.put(folder.resolve("content/pages/a/plan.xlsx"), office);
    Finding finding =
        Refusal.one(
            () ->
                Rendered.of(
                    folder,
                    """
                    == content/pages/a/index.md
                    ---
                    title: ก
                    ---

                    ![ก](plan.xlsx "แผนงาน")
                    """));
    assertEquals(new Source("content/pages/a/index.md", 5, 1), finding.source());
    assertTrue(finding.message().th().contains("sheet="), finding.message().th());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "1234.50 | 1234.50",
        "1,234.50 | 1234.50",
        "๑,๒๓๔ | 1234",
        "-5 | -5",
        "−5 | -5",
        "+5 | 5",
        "(1,200) | -1200",
        "45.08% | 45.08",
        "0.5 | 0.5",
        "0 | 0",
        "0815 | none",
        "1,23 | none",
        "12,34,567 | none",
        "1234,567 | none",
        "1. | none",
        ".5 | none",
        "1,234. | none",
        "12 คน | none",
        "1234567890123456 | none",
        "- | none",
        "() | none"
      })
  void tellsNumbersFromCodesAndTexts(String cell, String number) {
    assertEquals(number, CellValue.number(cell));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2567-01-12, 2024-01-12",
        "2024-01-12, 2024-01-12",
        "12 ม.ค. 2567, 2024-01-12",
        "๑๒ มกราคม พ.ศ. ๒๕๖๗, 2024-01-12",
        "12 ม.ค. 67, 2024-01-12",
        "12ม.ค.67, 2024-01-12",
        "12/1/2567, 2024-01-12",
        "12/01/2024, 2024-01-12",
        "12-1-67, 2024-01-12",
        "30 ก.พ. 2567, none",
        "12 สมมติ 2567, none",
        "ม.ค. 2567, none",
        "12 ม.ค. – 15 มี.ค. 2567, none",
        "2567, none"
      })
  void readsDaysAsOfficesWriteThem(String cell, String day) {
    assertEquals(day, CellValue.day(cell).map(Object::toString).orElse(null));
  }
}
