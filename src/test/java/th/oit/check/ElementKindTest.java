package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must stand at a place to be what the list asks for, kind by kind. */
class ElementKindTest {
  private static final String WORDS =
      "<p>เทศบาลกำหนดเป้าหมายให้ประชาชนทุกครัวเรือนมีน้ำสะอาดใช้ตลอดปี</p>";

  @TempDir Path root;

  private OneItem asked(String element) {
    return OneItem.with(root, element);
  }

  @Nested
  class Text {
    private OneItem goals() {
      return asked("{id: it, text: เป้าหมาย, kind: text}").at("#goals");
    }

    @Test
    void isThereWhenTheSectionSaysSomething() {
      goals().shows("<h2 id=\"goals\">เป้าหมาย</h2>" + WORDS + "<h2>อื่น</h2>").passes();
    }

    @Test
    void mayBeATableAListAPictureOrPeople() {
      String heading = "<h2 id=\"goals\">เป้าหมาย</h2>";
      goals().shows(heading + "<ol><li>น้ำ</li></ol>").passes();
      goals()
          .shows(
              heading + "<table><tr><th>ก</th><th>ข</th></tr><tr><td>1</td><td>2</td></tr></table>")
          .passes();
      goals().shows(heading + "<svg></svg>").passes();
      goals().shows(heading + "<p data-oit-person>นายก</p>").passes();
    }

    @Test
    void mayBeInSubsectionsOrAnotherPlaceOrAFile() {
      goals().shows("<h2 id=\"goals\">เป้าหมาย</h2><h3>หนึ่ง</h3>" + WORDS).passes();
      goals()
          .at("#goals", "#more")
          .shows("<h2 id=\"goals\">เป้าหมาย</h2><h2 id=\"more\">ต่อ</h2>" + WORDS)
          .passes();
      goals()
          .at("#goals", "plan.pdf")
          .file("oit/2567/o1/plan.pdf", "thai.pdf")
          .shows("<h2 id=\"goals\">เป้าหมาย</h2>")
          .passes();
    }

    @Test
    void mayBeASentenceThatThereIsNone() {
      goals().shows("<h2 id=\"goals\">ปัญหา</h2><p>ไม่มีปัญหาและอุปสรรค</p>").passes();
    }

    @Test
    void isThereWhenOnlyThePictureHasAnExcuseBesideIt() {
      goals().shows("<h2 id=\"goals\">เป้าหมาย</h2><p>อยู่ระหว่างปรับปรุง</p><svg></svg>").passes();
    }

    @Test
    void isNotThereBelowABareHeading() {
      goals()
          .shows(
              "<h2 id=\"goals\">เป้าหมายของแผนพัฒนาห้าปีของเทศบาล</h2><h2>ตัวชี้วัด</h2>" + WORDS)
          .failsWith("oit/empty ที่แสดง \"เป้าหมาย\" (#goals) มีแต่หัวข้อ ยังไม่มีเนื้อหา");
    }

    @Test
    void isNotThereInAFewLetters() {
      goals()
          .shows("<h2 id=\"goals\">เป้าหมาย</h2><p>ดูไฟล์</p>")
          .failsWith("oit/empty ที่แสดง \"เป้าหมาย\" (#goals) มีข้อความเพียง 4 ตัวอักษร");
    }

    @Test
    void isNotThereWhenItIsStillToCome() {
      goals()
          .shows("<h2 id=\"goals\">เป้าหมาย</h2><p>ข้อมูลอยู่ระหว่างการจัดทำ โปรดติดตาม</p>")
          .failsWith(
              "oit/empty ที่แสดง \"เป้าหมาย\" (#goals) มีเพียงข้อความ \"อยู่ระหว่างการจัดทำ\"");
    }
  }

  @Nested
  class People {
    private static final String LIST =
        """
        <h2 id="people">คณะผู้บริหาร</h2><ul>
        <li data-oit-person><img src="/a.png" alt="รูปถ่าย นายก"><p data-oit-name>นายสมมติ</p>
        <p data-oit-position>นายก</p><p>โทร. <a href="tel:020000001">0 2000 0001</a></p></li>
        <li data-oit-person><img src="/a.png" alt="รูปถ่าย ปลัด"><p data-oit-name>นางตัวอย่าง</p>
        <p data-oit-position>ปลัด</p><p><a href="mailto:p@example.go.th">p@example.go.th</a></p></li>
        </ul>
        """;

    private OneItem people(String id, String text, String html) {
      return OneItem.with(root, "{id: it, text: " + text + ", kind: people}")
          .file("a.png", "picture.png")
          .at("#people")
          .shows(html);
    }

    @Test
    void haveNamesPositionsPicturesAndContacts() {
      people("x", "รูปถ่ายและช่องทางการติดต่อ", LIST).passes();
    }

    @Test
    void mayStandInATable() {
      people(
              "x",
              "ช่องทางการติดต่อ",
              "<h2 id=\"people\">ผู้บริหาร</h2><table><tr><th>ชื่อ-สกุล</th><th>ตำแหน่ง</th><th>โทร</th>"
                  + "</tr><tr><td>นายสมมติ</td><td>นายก</td><td>0 2000 0001</td></tr></table>")
          .passes();
    }

    @Test
    void ofAVacantPostNeedNoPicture() {
      people(
              "x",
              "รูปถ่าย",
              LIST.replace("นางตัวอย่าง", "- ว่าง -")
                  .replace("<img src=\"/a.png\" alt=\"รูปถ่าย ปลัด\">", ""))
          .passes();
    }

    @Test
    void areNotThereInPlainText() {
      people("x", "ผู้บริหาร", "<h2 id=\"people\">ผู้บริหาร</h2>" + WORDS)
          .failsWith("oit/empty ที่แสดง \"ผู้บริหาร\" (#people) ไม่มีรายชื่อบุคคล");
    }

    @Test
    void withoutAPictureAreNamed() {
      people("x", "รูปถ่าย", LIST.replace("<img src=\"/a.png\" alt=\"รูปถ่าย ปลัด\">", ""))
          .failsWith("oit/empty ที่แสดง \"รูปถ่าย\" (#people) ยังไม่มีรูปถ่ายของ นางตัวอย่าง");
    }

    @Test
    void withoutATextForThePictureAreNamed() {
      people("x", "รูปถ่าย", LIST.replace("alt=\"รูปถ่าย นายก\"", "alt=\"\""))
          .failsWith(
              "oit/empty ที่แสดง \"รูปถ่าย\" (#people) ยังไม่มีข้อความแทนรูปถ่ายของ นายสมมติ");
    }

    @Test
    void withoutAContactAreNamed() {
      people(
              "x",
              "ช่องทางการติดต่อ",
              LIST.replace("<p>โทร. <a href=\"tel:020000001\">0 2000 0001</a></p>", ""))
          .failsWith(
              "oit/empty ที่แสดง \"ช่องทางการติดต่อ\" (#people) ยังไม่มีช่องทางติดต่อของ นายสมมติ");
    }

    @Test
    void withoutAPositionAreNamedWhateverIsAsked() {
      people(
              "x",
              "ชื่อ-นามสกุล",
              LIST.replace("<p data-oit-position>ปลัด</p>", "<p data-oit-position></p>"))
          .failsWith("oit/empty ที่แสดง \"ชื่อ-นามสกุล\" (#people) ยังไม่มีตำแหน่งของ นางตัวอย่าง");
    }
  }

  @Nested
  class Document {
    private OneItem declaration() {
      return asked("{id: it, text: ประกาศ, kind: document}");
    }

    @Test
    void isTheFileAtThePlace() {
      declaration().file("oit/2567/o1/a.pdf", "thai.pdf").at("a.pdf").shows(WORDS).passes();
    }

    @Test
    void isAFileLinkedInTheSection() {
      declaration()
          .file("oit/2567/o1/a.docx", "plain.docx")
          .at("#d")
          .shows("<h2 id=\"d\">ประกาศ</h2><a href=\"a.docx\">ประกาศ</a>")
          .passes();
    }

    @Test
    void isAnEvidenceOfThePage() {
      declaration()
          .file("oit/2567/o1/a.pdf", "thai.pdf")
          .at("#d")
          .proves("a.pdf")
          .shows("<h2 id=\"d\">ประกาศ</h2>" + WORDS)
          .passes();
    }

    @Test
    void isNotThereInWords() {
      declaration()
          .at("#d")
          .shows("<h2 id=\"d\">ประกาศ</h2>" + WORDS + "<a href=\"/\">หน้าแรก</a>")
          .failsWith("oit/empty ที่แสดง \"ประกาศ\" (#d) ไม่มีเอกสารที่เปิดได้");
    }

    @Test
    void isNotThereWhenItAsksForAPassword() {
      declaration()
          .file("oit/2567/o1/a.pdf", "user-password.pdf")
          .at("a.pdf")
          .shows(WORDS)
          .failsWith("evidence/encrypted ไฟล์ a.pdf ต้องใช้รหัสผ่านจึงจะเปิดได้");
    }

    @Test
    void isNotThereOnAnotherHost() {
      declaration()
          .at("https://drive.google.com/file/d/1/view")
          .shows(WORDS)
          .failsWith(
              "evidence/external-host ที่แสดง \"ประกาศ\" (https://drive.google.com/file/d/1/view) เอกสารอยู่บนเว็บไซต์อื่น");
    }
  }

  @Nested
  class Table {
    private static final String FULL =
        "<h2 id=\"t\">แผน</h2><table><thead><tr><th>โครงการ</th><th>งบประมาณ (บาท)</th></tr></thead>"
            + "<tbody><tr><td>ถนน</td><td>1,250,000.00</td></tr></tbody></table>";

    private OneItem plan() {
      return asked(
              "{id: it, text: แผน, kind: table, columns: [{id: project, label: โครงการ}, {id: budget,"
                  + " label: งบประมาณ, type: money}]}")
          .at("#t");
    }

    @Test
    void hasItsColumnsAndARow() {
      plan().shows(FULL).passes();
    }

    @Test
    void mayNameItsColumnsForPrograms() {
      plan()
          .shows(
              FULL.replace("<th>งบประมาณ (บาท)</th>", "<th data-oit-column=\"budget\">เงิน</th>"))
          .passes();
    }

    @Test
    void mayBeEmptyWhereASentenceSaysThatThereWasNone() {
      String none = "<p>ปีงบประมาณ พ.ศ. 2567 ไม่มีการจัดซื้อจัดจ้างงบลงทุน</p>";
      plan().shows(FULL.replaceAll("<tr><td>.*?</tr>", "") + none).passes();
      plan().shows("<h2 id=\"t\">แผน</h2>" + none).passes();
    }

    @Test
    void withoutAColumnIsNotTheTable() {
      plan()
          .shows(FULL.replace("งบประมาณ (บาท)", "หมายเหตุ"))
          .failsWith("oit/columns ตารางขาดคอลัมน์ \"งบประมาณ\" (แผน)");
    }

    @Test
    void withoutRowsIsEmpty() {
      plan()
          .shows(FULL.replaceAll("<tr><td>.*?</tr>", ""))
          .failsWith("oit/empty ที่แสดง \"แผน\" (#t) ตารางไม่มีข้อมูลสักแถว");
    }

    @Test
    void withAnEmptyColumnIsEmpty() {
      plan()
          .shows(FULL.replace("1,250,000.00", ""))
          .failsWith("oit/empty คอลัมน์ \"งบประมาณ (บาท)\" ว่างทุกแถว (แผน)");
    }

    @Test
    void isNotExcusedByWhatCostsNothing() {
      plan()
          .shows(FULL.replaceAll("<tr><td>.*?</tr>", "") + "<p>ขอเอกสารได้โดยไม่มีค่าใช้จ่าย</p>")
          .failsWith("oit/empty ที่แสดง \"แผน\" (#t) ตารางไม่มีข้อมูลสักแถว");
    }

    @Test
    void isNoneInPlainText() {
      plan()
          .shows("<h2 id=\"t\">แผน</h2>" + WORDS)
          .failsWith("oit/columns ที่แสดง \"แผน\" ไม่มีตาราง");
    }
  }

  @Nested
  class Statistic {
    private static final String TABLE =
        "<table><thead><tr><th>งาน</th><th>ครั้ง</th></tr></thead><tbody>"
            + "<tr><td>รับคำร้อง</td><td>12</td></tr><tr><td>รวม</td><td>12</td></tr></tbody></table>";

    private OneItem counts(String html) {
      return asked("{id: it, text: สถิติ, kind: statistic}").at("#s").shows(html);
    }

    @Test
    void hasFiguresAndTheirPeriod() {
      counts("<h2 id=\"s\">สถิติ ต.ค. 2566 – มี.ค. 2567</h2>" + TABLE).passes();
      counts(
              "<h2 id=\"s\">สถิติ</h2>"
                  + TABLE.replace("<thead>", "<caption>ปี ๒๕๖๗</caption><thead>"))
          .passes();
      counts("<h2 id=\"s\">สถิติ</h2><p>ปีงบประมาณ พ.ศ. 2567 มีผู้รับบริการ 918 ครั้ง</p>")
          .passes();
    }

    @Test
    void mayBeThatThereWasNone() {
      counts("<h2 id=\"s\">สถิติ</h2><p>ปีงบประมาณ พ.ศ. 2567 ไม่มีเรื่องร้องเรียน</p>").passes();
    }

    @Test
    void isNotThereWithoutFigures() {
      counts("<h2 id=\"s\">สถิติ ปี 2567</h2>" + WORDS)
          .failsWith("oit/empty ที่แสดง \"สถิติ\" (#s) ไม่มีตัวเลขสถิติ");
    }

    @Test
    void isNotThereWithoutItsPeriod() {
      counts("<h2 id=\"s\">สถิติ</h2>" + TABLE)
          .failsWith("oit/empty ที่แสดง \"สถิติ\" (#s) ไม่ได้บอกว่าเป็นสถิติของช่วงเวลาใด");
    }

    @Test
    void isDoubtedWhenItsTotalDoesNotAddUp() {
      assertEquals(
          List.of(
              "oit/total ตาราง แถวข้อมูลที่ 2 คอลัมน์ \"ครั้ง\": ผลรวมเขียนว่า 21 แต่แถวที่รวมได้ 12"),
          counts(
                  "<h2 id=\"s\">สถิติ ปี 2567</h2>"
                      + TABLE.replace("<td>รวม</td><td>12", "<td>รวม</td><td>21"))
              .says());
    }

    @Test
    void lacksAColumnThatTheListNames() {
      asked(
              "{id: it, text: สถิติ, kind: statistic, columns: [{id: pending, label: ระหว่างดำเนินการ, type:"
                  + " integer}]}")
          .at("#s")
          .shows("<h2 id=\"s\">สถิติ ปี 2567</h2>" + TABLE)
          .failsWith("oit/columns ตารางขาดคอลัมน์ \"ระหว่างดำเนินการ\" (สถิติ)");
    }
  }

  @Nested
  class Channel {
    private OneItem channel(String more, String html) {
      return asked("{id: it, text: ช่องทางร้องเรียน, kind: channel" + more + "}")
          .at("#c")
          .shows(
              "<h2 id=\"c\">ช่องทาง</h2>"
                  + html
                  + "<h2>อื่น</h2><a href=\"tel:029999999\">โทร</a>");
    }

    @Test
    void isALinkByWhichTheBodyIsReached() {
      channel("", "<a href=\"tel:020000001\">โทร</a>").passes();
      channel("", "<a href=\"mailto:a@example.go.th?subject=x\">อีเมล</a>").passes();
      channel("", "<a href=\"https://line.me/R/ti/p/@x\">LINE</a>").passes();
      channel(
              "",
              "<form action=\"https://forms.example.go.th/\"><textarea name=\"t\"></textarea></form>")
          .passes();
    }

    @Test
    void isAPageWithAForm() {
      channel("", "<a href=\"/form/\">กรอกแบบ</a>")
          .page("form/index.html", "<h1>แบบ</h1><form><input name=\"n\"></form>")
          .passes();
    }

    @Test
    void mayBeWrittenOutWithoutALink() {
      channel("", "<p>โทรสาร ๐ ๒๐๐๐ ๐๐๐๙</p>").passes();
    }

    @Test
    void isNoneInWords() {
      channel("", WORDS + "<a href=\"/\">หน้าแรก</a>")
          .failsWith("oit/empty ที่แสดง \"ช่องทางร้องเรียน\" (#c) ไม่มีช่องทางที่ใช้ติดต่อได้");
    }

    @Test
    void onlineIsNoTelephone() {
      asked("{id: it, text: ช่องทางออนไลน์, kind: channel}")
          .at("#c")
          .shows("<h2 id=\"c\">ช่องทาง</h2><a href=\"tel:020000001\">โทร</a>")
          .failsWith("oit/empty ที่แสดง \"ช่องทางออนไลน์\" (#c) ไม่มีช่องทางออนไลน์ที่ใช้ได้");
    }

    @Test
    void isOneHoweverOftenItIsWritten() {
      channel(
              ", at_least: 2",
              "<a href=\"mailto:a@example.go.th\">a@example.go.th</a> <a"
                  + " href=\"mailto:A@example.go.th?subject=1\">อีเมล</a>")
          .failsWith(
              "oit/empty ที่แสดง \"ช่องทางร้องเรียน\" (#c) มีเพียง 1 ช่องทาง ต้องมีอย่างน้อย 2");
      channel(
              ", at_least: 2",
              "<a href=\"mailto:a@example.go.th\">อีเมล</a> <a href=\"tel:020000001\">โทร</a>")
          .passes();
    }

    @Test
    void ofItsOwnIsNotTheOneOfEveryPage() {
      channel(
              ", separate: true",
              "<a href=\"mailto:info@example.go.th?subject=ร้องเรียน\">อีเมล</a> <a"
                  + " href=\"tel:020000000\">โทร</a>")
          .failsWith(
              "oit/empty ที่แสดง \"ช่องทางร้องเรียน\" (#c) มีแต่ช่องทางติดต่อทั่วไปของหน่วยงาน"
                  + " (info@example.go.th, 020000000)");
      channel(
              ", separate: true",
              "<a href=\"mailto:complaint@example.go.th\">อีเมล</a> <a href=\"tel:020000000\">โทร</a>")
          .passes();
    }
  }

  @Nested
  class Map {
    private OneItem map(String html) {
      return asked("{id: it, text: แผนที่ตั้ง, kind: map}")
          .file("map.png", "picture.png")
          .at("#m")
          .shows(
              "<h2 id=\"m\">แผนที่</h2>"
                  + html
                  + "<h2>อื่น</h2><img src=\"/map.png\" alt=\"ภาพ\">");
    }

    @Test
    void isAPictureADrawingOrALink() {
      map("<figure><img src=\"/map.png\" alt=\"แผนที่ตั้ง\"></figure>").passes();
      map("<svg></svg>").passes();
      map("<iframe src=\"https://www.google.com/maps/embed?pb=1\"></iframe>").passes();
      map("<a href=\"https://maps.app.goo.gl/abc\">เปิด</a>").passes();
      map("<a href=\"https://www.openstreetmap.org/?mlat=18\">เปิด</a>").passes();
    }

    @Test
    void mayBeAFile() {
      asked("{id: it, text: แผนที่ตั้ง, kind: map}")
          .file("map.png", "picture.png")
          .at("/map.png")
          .shows(WORDS)
          .passes();
    }

    @Test
    void isNotTheWayInWords() {
      map("<p>อยู่ริมทางหลวงชนบท ถัดจากวัดตัวอย่าง</p>")
          .failsWith("oit/empty ที่แสดง \"แผนที่ตั้ง\" (#m) ไม่มีแผนที่");
    }

    @Test
    void isNotALinkToAnyPage() {
      map("<a href=\"https://www.example.com/\">เว็บ</a>")
          .failsWith("oit/empty ที่แสดง \"แผนที่ตั้ง\" (#m) ไม่มีแผนที่");
    }

    @Test
    void isNotALinkToTheSameHeading() {
      map("<a href=\"#m\">แผนที่</a>")
          .failsWith("oit/empty ที่แสดง \"แผนที่ตั้ง\" (#m) ไม่มีแผนที่");
    }
  }

  @Nested
  class Log {
    private static final String NEWS =
        "<h2 id=\"n\">ข่าว</h2><table><tr><th>วันที่</th><th>ข่าว</th></tr>"
            + "<tr><td>10 เม.ย. 2567</td><td>สงกรานต์ปลอดภัย</td></tr>"
            + "<tr><td>5 ต.ค. 2566</td><td>ประกาศใช้งบประมาณ</td></tr></table>";

    private OneItem news(String more, String html) {
      return OneItem.of("assessed", root, "{id: it, text: ข่าว, kind: log" + more + "}")
          .at("#n")
          .shows(html);
    }

    @Test
    void hasDatedEntriesOfTheYear() {
      news("", NEWS).passes();
      news("", "<h2 id=\"n\">ข่าว</h2><ul><li>31/3/2567 แข่งกีฬา</li></ul>").passes();
      news(
              "",
              "<h2 id=\"n\">ข่าว</h2><p><time datetime=\"2024-03-31\">เมื่อวาน</time> แข่งกีฬา</p>")
          .passes();
      news(", at_least: 2", NEWS).passes();
    }

    @Test
    void mayStandOnAnotherPage() {
      news("", WORDS).at("/news/").page("news/index.html", NEWS).passes();
    }

    @Test
    void isNoneWithoutDates() {
      news("", NEWS.replaceAll("<td>[15]0? [^<]*</td>", "<td>-</td>"))
          .failsWith("oit/empty ที่แสดง \"ข่าว\" (#n) ไม่มีรายการที่ลงวันที่");
    }

    @Test
    void withTooFewEntriesIsNotEnough() {
      news(", at_least: 3", NEWS)
          .failsWith(
              "oit/empty ที่แสดง \"ข่าว\" (#n) มีรายการที่ลงวันที่เพียง 2 รายการ ต้องมีอย่างน้อย 3");
    }

    @Test
    void ofAnotherYearIsNotOfThisOne() {
      news("", NEWS.replace("2567", "2566").replace("5 ต.ค. 2566", "5 ต.ค. 2565"))
          .failsWith(
              "oit/year ที่แสดง \"ข่าว\" (#n) ไม่มีรายการของช่วงเวลาที่ต้องแสดง ล่าสุดคือ 10 เมษายน 2566");
    }

    @Test
    void ofQuestionsHasAnswers() {
      String questions =
          "<h2 id=\"n\">ถาม</h2><table><tr><th>วันที่</th><th>คำถาม</th><th>คำตอบ</th></tr>"
              + "<tr><td>5 ก.พ. 2567</td><td>ฉีดวัคซีนวันไหน</td><td>7 มีนาคม</td></tr></table>";
      OneItem.of("any", root, "{id: it, text: คำตอบ, kind: log}")
          .at("#n")
          .shows(questions)
          .passes();
      OneItem.of("any", root, "{id: it, text: คำตอบ, kind: log}")
          .at("#n")
          .shows(questions.replace("7 มีนาคม", ""))
          .failsWith("oit/empty ที่แสดง \"คำตอบ\" (#n) มีคำถามแต่ไม่มีคำตอบของหน่วยงาน");
    }
  }

  @Nested
  class Link {
    private OneItem service(String html) {
      return asked("{id: it, text: บริการออนไลน์, kind: link}")
          .at("#l")
          .shows("<h2 id=\"l\">บริการ</h2>" + html + "<h2>อื่น</h2><a href=\"/\">หน้าแรก</a>");
    }

    @Test
    void leadsToThePageOrTheService() {
      service("<a href=\"/\">เปิด</a>").passes();
      service("<a href=\"https://service.example.go.th/\">เปิด</a>").passes();
    }

    @Test
    void isThePlaceItselfWhenThatIsAnotherPage() {
      service("").at("/").passes();
      service("").at("https://service.example.go.th/").passes();
    }

    @Test
    void isNoneInWords() {
      service(WORDS).failsWith("oit/empty ที่แสดง \"บริการออนไลน์\" (#l) ไม่มีลิงก์ที่ใช้ได้");
    }

    @Test
    void doesNotLeadToWhereItStands() {
      service("<a href=\"#l\">เปิด</a> <a href=\"/oit/2567/o1/\">เปิด</a>")
          .failsWith("oit/empty ที่แสดง \"บริการออนไลน์\" (#l) ไม่มีลิงก์ที่ใช้ได้");
    }

    @Test
    void isNoneWhenItLeadsNowhere() {
      assertTrue(
          service("<a href=\"/gone/\">เปิด</a>")
              .says()
              .contains("oit/empty ที่แสดง \"บริการออนไลน์\" (#l) ไม่มีลิงก์ที่ใช้ได้"));
    }
  }

  @Test
  void aSectionGoesOnToTheNextHeadingOfItsLevelAndNotBeyondItsFrame() {
    String element = "{id: it, text: เป้าหมาย, kind: text}";
    String empty = "oit/empty ที่แสดง \"เป้าหมาย\" (#g) มีแต่หัวข้อ ยังไม่มีเนื้อหา";
    asked(element).at("#g").shows("<h3 id=\"g\">ก</h3><h2>ข</h2>" + WORDS).failsWith(empty);
    asked(element).at("#g").shows("<h2>ก</h2>" + WORDS + "<h2 id=\"g\">ข</h2>").failsWith(empty);
    asked(element)
        .at("#g")
        .shows("<section><h2 id=\"g\">ก</h2></section><div>" + WORDS + "</div>")
        .failsWith(empty);
    asked(element).at("#g").shows("<div id=\"g\">" + WORDS + "</div>").passes();
    asked(element).at("#g").shows("<h2><a id=\"g\"></a>ก</h2>" + WORDS).passes();
    asked(element).at("#g").shows("<h2>ก</h2><a name=\"g\" id=\"g\"></a>" + WORDS).passes();
    asked(element).at("#g").shows("<h2>ก</h2><a id=\"g\"></a><h2>ข</h2>" + WORDS).failsWith(empty);
  }

  @Test
  void whatTheListIsUnsureOfIsSaidToBeUnsure() {
    asked("{id: it, text: เป้าหมาย, kind: text}")
        .unsure()
        .at("#g")
        .shows("<h2 id=\"g\">ก</h2>")
        .failsWith(
            "oit/empty ที่แสดง \"เป้าหมาย\" (#g) มีแต่หัวข้อ ยังไม่มีเนื้อหา (รายการยังไม่ยืนยันกับคู่มือ)");
    asked("{id: it, text: เป้าหมาย, kind: text}")
        .unsure()
        .shows(WORDS)
        .failsWith(
            "oit/element ยังไม่ได้บอกว่าองค์ประกอบ \"เป้าหมาย\" อยู่ตรงไหน (รายการยังไม่ยืนยันกับคู่มือ)");
  }

  @Test
  void whatIsNotEvenRequiredDoesNotCloseTheGate() {
    Outcome outcome =
        asked("{id: it, text: แผนที่, kind: map, required: false}")
            .at("#g")
            .shows("<h2 id=\"g\">ก</h2>" + WORDS)
            .judge();
    assertEquals(ItemVerdict.Status.PASS, outcome.items().get(0).status());
    assertEquals("warning", outcome.findings().get(0).severity().id());
  }
}
