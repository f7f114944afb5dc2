package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Item;
import th.oit.finding.Findings;
import th.oit.finding.Origins;
import th.oit.text.FiscalYear;

/** What the cells of a table may hold, and what its totals and percentages must agree with. */
class TypedTableTest {
  @TempDir Path root;

  private static String table(String heads, String... rows) {
    StringBuilder html =
        new StringBuilder(
            "<h2 id=\"t\">แผน ปี 2567</h2><table id=\"plan\" data-oit-data=\"plan.csv\"><thead><tr>");
    for (String head : heads.split("\\|")) {
      html.append("<th>").append(head).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (String row : rows) {
      html.append("<tr><td>").append(row.replace("|", "</td><td>")).append("</td></tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private OneItem asks(String column) {
    return OneItem.with(root, "{id: it, text: แผน, kind: table, columns: [" + column + "]}")
        .at("#t");
  }

  private OneItem cell(String type, String written) {
    return asks("{id: x, label: ค่า, type: " + type + "}")
        .fromFile("content/oit/2567/o1/plan.csv")
        .shows(table("โครงการ|ค่า", "ถนน|" + written, "ราง|-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "1,234.50",
        "1234.5",
        "๑,๒๓๔.๕๐",
        "1,250,000",
        "-",
        "–",
        "ไม่มี",
        "ไม่ใช้งบประมาณ",
        "1,000 บาท",
        "500.-"
      })
  void moneyIsAnAmountOfBahtOrNone(String written) {
    cell("money", written).passes();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ห้าหมื่น; \"ห้าหมื่น\" ไม่ใช่จำนวนเงิน",
        "1,23,456; \"1,23,456\" ไม่ใช่จำนวนเงิน",
        "12 ล้านบาท; \"12 ล้านบาท\" ไม่ใช่จำนวนเงิน",
        "-500.00; จำนวนเงิน -500.00 ติดลบ",
        "(500.00); จำนวนเงิน (500.00) ติดลบ",
        "10.555; จำนวนเงิน 10.555 มีทศนิยมเกินสองตำแหน่ง"
      })
  void otherMoneyIsNamedByFileRowAndColumn(String written, String said) {
    cell("money", written).failsWith("oit/value plan.csv แถว 2 คอลัมน์ \"ค่า\": " + said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12", "๑๒", "1,234", "12 รายการ", "-", "ไม่มี"})
  void aCountIsAWholeNumber(String written) {
    cell("integer", written).passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.5", "-1", "สิบสอง", "12 ใน 15"})
  void aCountIsNothingElse(String written) {
    cell("integer", written)
        .failsWith("oit/value plan.csv แถว 2 คอลัมน์ \"ค่า\": \"" + written + "\" ไม่ใช่จำนวนนับ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "45.08", "45.08%", "ร้อยละ 45", "๔๕.๐๘", "-", "–"})
  void aPercentageIsBetweenNothingAndAHundred(String written) {
    cell("percent", written).passes();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "100.5; ร้อยละ 100.5 ไม่อยู่ระหว่าง 0 ถึง 100",
        "-3; ร้อยละ -3 ไม่อยู่ระหว่าง 0 ถึง 100",
        "ครึ่งหนึ่ง; \"ครึ่งหนึ่ง\" ไม่ใช่ร้อยละ"
      })
  void aPercentageIsNothingElse(String written, String said) {
    cell("percent", written).failsWith("oit/value plan.csv แถว 2 คอลัมน์ \"ค่า\": " + said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2567-03-31",
        "2024-03-31",
        "1 ต.ค. 2566",
        "31/3/2567",
        "๓๑ มีนาคม ๒๕๖๗",
        "31/3/67",
        "ลงวันที่ 12 ม.ค. 2567",
        "9 – 10 มี.ค. 2567",
        "-",
        "ยังไม่ลงนาม"
      })
  void aDateIsADayInAnyFormThatOfficesUse(String written) {
    cell("date", written).passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/2/2567", "มีนาคม 2567", "เร็ว ๆ นี้", "2567"})
  void aDateIsNothingElse(String written) {
    cell("date", written)
        .failsWith("oit/value plan.csv แถว 2 คอลัมน์ \"ค่า\": \"" + written + "\" ไม่ใช่วันที่");
  }

  @Test
  void anEmptyCellIsNotANumberButBelowATotalItIs() {
    asks("{id: x, label: งบประมาณ, type: money}")
        .shows(table("โครงการ|งบประมาณ", "ถนน|1", "ราง|", "รวม|"))
        .failsWith("oit/value plan.csv แถวข้อมูลที่ 2 คอลัมน์ \"งบประมาณ\": ช่องว่าง");
  }

  @Test
  void titlesAveragesAndEmptyRowsAreNoData() {
    asks("{id: x, label: งบประมาณ, type: money}")
        .shows(
            table(
                "ที่|โครงการ|งบประมาณ",
                "ด้านโครงสร้างพื้นฐาน||",
                "1|ถนน|100.00",
                "||",
                "2|ราง|200.00",
                "|รวม 2 โครงการ|300.00",
                "|เฉลี่ย|150.00",
                "หมายเหตุ งบประมาณรวมค่าควบคุมงาน||"))
        .passes();
  }

  @Test
  void sayingItManyTimesOverIsNotDone() {
    String[] rows = new String[12];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "โครงการ " + i + "|มาก";
    }
    List<String> said =
        asks("{id: x, label: งบประมาณ, type: money}").shows(table("โครงการ|งบประมาณ", rows)).says();
    assertEquals(6, said.size(), said::toString);
    assertEquals(
        1,
        said.stream()
            .filter(
                "oit/value plan.csv คอลัมน์ \"งบประมาณ\": ยังมีค่าที่ใช้ไม่ได้อีก 7 แถว"::equals)
            .count());
  }

  // Totals.

  private List<String> total(String heads, String... rows) {
    return asks("{id: project, label: โครงการ}").shows(table(heads, rows)).says();
  }

  @Test
  void aTotalIsTheSumOfItsRows() {
    assertEquals(
        List.of(), total("โครงการ|งบประมาณ", "ถนน|1,000.25", "ราง|๒,๐๐๐.๕๐", "รวม|3,000.75"));
    assertEquals(
        List.of(
            "oit/total plan.csv แถวข้อมูลที่ 3 คอลัมน์ \"งบประมาณ\": ผลรวมเขียนว่า 3,100.75 แต่แถวที่รวมได้ 3,000.75"),
        total("โครงการ|งบประมาณ", "ถนน|1,000.25", "ราง|2,000.50", "รวมทั้งสิ้น|3,100.75"));
  }

  @Test
  void aTotalAfterSubtotalsIsTheSumOfAllRows() {
    String[] rows = {
      "ถนน|10", "ราง|20", "รวมแผนงานโยธา|30", "อบรม|5", "รวมแผนงานการศึกษา|5", "รวมทั้งหมด|35"
    };
    assertEquals(List.of(), total("โครงการ|งบประมาณ", rows));
    rows[5] = "รวมทั้งหมด|40";
    assertEquals(
        List.of(
            "oit/total plan.csv แถวข้อมูลที่ 6 คอลัมน์ \"งบประมาณ\": ผลรวมเขียนว่า 40 แต่แถวที่รวมได้ 35"),
        total("โครงการ|งบประมาณ", rows));
  }

  @Test
  void aProjectWhoseNameBeginsLikeATotalIsNone() {
    assertEquals(
        List.of(),
        total("โครงการ|งบประมาณ", "ถนน|10", "รวมพลคนรักสุขภาพ|20", "ราง|30", "รวม 3 โครงการ|60"));
  }

  @Test
  void columnsThatNobodyAddsUpHaveNoTotal() {
    assertEquals(
        List.of(),
        total(
            "ลำดับ|โครงการ|ชั่วโมงเฉลี่ย|ร้อยละ|ยุทธศาสตร์ที่|หมายเหตุ",
            "1|ถนน|28.00|100|1|มาก",
            "2|ราง|12.00|50|2|น้อย",
            "|รวม|22.28|90|–|2"));
  }

  @Test
  void aTotalOfUnreadableAmountsIsNotJudged() {
    assertEquals(
        List.of(
            "oit/value plan.csv แถวข้อมูลที่ 2 คอลัมน์ \"งบประมาณ\": \"สองพัน\" ไม่ใช่จำนวนเงิน"),
        asks("{id: x, label: งบประมาณ, type: money}")
            .shows(table("โครงการ|งบประมาณ", "ถนน|1,000", "ราง|สองพัน", "รวม|3,000"))
            .says());
  }

  @Test
  void aContradictionOnlyWarns() {
    Outcome outcome =
        asks("{id: project, label: โครงการ}")
            .shows(table("โครงการ|งบประมาณ", "ถนน|1", "รวม|2"))
            .judge();
    assertEquals(ItemVerdict.Status.PASS, outcome.items().get(0).status());
    assertEquals("warning", outcome.findings().get(0).severity().id());
  }

  @Test
  void aTableThatNoElementAsksForIsAddedUpToo() {
    assertEquals(
        List.of(
            "oit/total plan.csv แถวข้อมูลที่ 2 คอลัมน์ \"คน\": ผลรวมเขียนว่า 9 แต่แถวที่รวมได้ 8"),
        OneItem.with(root, "{id: it, text: โครงสร้าง, kind: text}")
            .at("#t")
            .shows(table("กอง|คน", "กองคลัง|8", "รวม|9"))
            .says());
  }

  // Percentages.

  private static final String SPENDING = "โครงการ|งบประมาณ|ผลการใช้จ่ายงบประมาณ|ร้อยละการใช้จ่าย";

  @Test
  void aPercentageIsWhatWasSpentOfTheBudgetBesideIt() {
    assertEquals(
        List.of(),
        total(
            SPENDING,
            "ถนน|1,000|382.44|38.24",
            "ราง|500|250|50",
            "อบรม|0|0|–",
            "รวม|1,500|632.44|42.2"));
    assertEquals(
        List.of(
            "oit/total plan.csv แถวข้อมูลที่ 2 คอลัมน์ \"ร้อยละการใช้จ่าย\":"
                + " เขียนว่าร้อยละ 60.00 แต่คำนวณจากงบประมาณและผลการใช้จ่ายได้ 50"),
        total(SPENDING, "ถนน|1,000|382.44|38.24", "ราง|500|250|60.00"));
  }

  @Test
  void aPercentageOfSomethingElseIsLeftAlone() {
    assertEquals(
        List.of(),
        total(
            "โครงการ|งบประมาณ|งบประมาณที่ใช้|ร้อยละของงบประมาณที่ใช้|ร้อยละ",
            "คัดเลือก|100|50|25|80",
            "เฉพาะเจาะจง|200|150|75|70" + "",
            "อื่น|1|0|0|60"));
  }

  // The form of the table.

  @Test
  void cellsThatSpanRowsAndColumnsCountOnce() {
    assertEquals(
        List.of(),
        asks("{id: x, label: งบประมาณ, type: money}, {id: project, label: โครงการ}")
            .shows(
                "<h2 id=\"t\">แผน</h2><table id=\"plan\"><thead><tr><th rowspan=2>ด้าน</th><th"
                    + " rowspan=2>โครงการ</th><th colspan=2>เงิน</th></tr><tr><th>งบประมาณ</th><th>เบิกจ่าย</th></tr></thead>"
                    + "<tr><td rowspan=2>โยธา</td><td>ถนน</td><td>10</td><td>5</td></tr>"
                    + "<tr><td>ราง</td><td>20</td><td>6</td></tr>"
                    + "<tr><td colspan=2>รวม</td><td>30</td><td>11</td></tr></table>")
            .says());
  }

  @Test
  void oneTableForSeveralElementsIsJudgedOnce() {
    OneItem item =
        OneItem.with(
                root,
                "{id: it, text: ก, kind: table, columns: [{id: x, label: งบประมาณ, type: money}]}\n"
                    + "              - {id: more, text: ข, required: false, kind: table, columns: [{id: x,"
                    + " label: งบประมาณ, type: money}]}")
            .at("#t\"></a></li><li data-oit-element=\"more\"><a href=\"#t")
            .shows(table("โครงการ|งบประมาณ", "ถนน|มาก"));
    item.failsWith(
        "oit/value plan.csv แถวข้อมูลที่ 1 คอลัมน์ \"งบประมาณ\": \"มาก\" ไม่ใช่จำนวนเงิน");
  }

  // Speed: what five thousand rows of procurement cost, reading the page not counted.

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void fiveThousandRowsTakeNoTimeThatAnybodyNotices() {
    int count = 5_000;
    List<PageTable.Row> rows = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double amount = 1_000 + i * 8;
      sum += amount;
      rows.add(
          row(
              i,
              PageTable.Row.Kind.DATA,
              "โครงการจัดซื้อวัสดุ " + i,
              money(amount),
              "50.00",
              money(amount / 2)));
    }
    rows.add(row(count, PageTable.Row.Kind.TOTAL, "รวม", money(sum), "50.00", money(sum / 2)));
    List<PageTable.Head> heads = new ArrayList<>();
    for (String label :
        new String[] {"โครงการ", "วงเงินงบประมาณ", "ร้อยละการเบิกจ่าย", "เบิกจ่าย"}) {
      heads.add(new PageTable.Head("", List.of(label)));
    }
    Item item = CatalogReader.bundled(new FiscalYear(2567)).orElseThrow().items().get(0);
    PageTable table = new PageTable("plan", "plan.csv", "", heads, rows);
    long quickest = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long start = System.nanoTime();
      Findings found = new Findings();
      TableCheck check =
          new TableCheck(
              table, "index.html", new ItemFindings(item, "index.html", Origins.NONE, found));
      check.judge();
      quickest = Math.min(quickest, System.nanoTime() - start);
      assertEquals(List.of(), found.sorted());
    }
    assertTrue(quickest < 300_000_000L, "5,000 rows took longer than 0.3 s");
  }

  private static PageTable.Row row(int number, PageTable.Row.Kind kind, String... cells) {
    return new PageTable.Row(number, kind, List.of(cells), false, false, List.of());
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }
}
