package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {
  private final Typography arabic = new Typography(false);
  private final Typography thai = new Typography(true);

  private static String set(Typography typography, String written) {
    PageText page = new PageText(1);
    page.write(written);
    typography.set(page);
    return page.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ปีงบประมาณ พ.ศ. 2567 นี้ | ปีงบประมาณ พ.ศ.~2567 นี้",
        "บ้านหมู่ที่ 3 | บ้านหมู่ที่~3",
        "วันที่ 10 เมษายน 2567 | วันที่~10~เมษายน~2567",
        "เวลา 08.30 น. และ 16.30 น. | เวลา 08.30~น. และ 16.30~น.",
        "ต่าง ๆ | ต่าง~ๆ",
        "มาตรา ๙ | มาตรา~๙",
        "มี 35 ข้อ 9 หมู่บ้าน | มี 35~ข้อ~9~หมู่บ้าน",
        "<p>โทร. 0 0000 0001</p> | <p>โทร.~0~0000~0001</p>",
        "โทร 02 123 4567 ต่อ 12 | โทร 02~123~4567 ต่อ 12",
        "โทร 08 1234 5678 | โทร 08~1234~5678",
        "<p>โทร 0 2123 4567 </p> | <p>โทร 0~2123~4567 </p>",
        "1 0000 0001 | 1 0000 0001",
        "0 0000 00011 1 | 0 0000 00011 1",
        "0 1 2 3 4 5 6 7 8 | 0 1 2 3 4 5 6 7 8",
        "ตั้งแต่ 0 2567 | ตั้งแต่ 0 2567",
        "<a title=\"พ.ศ. 2567\">x</a> | <a title=\"พ.ศ. 2567\">x</a>",
      })
  void keepsNumbersWithTheWordsTheyBelongTo(String written, String set) {
    assertEquals(set.replace('~', '\u00A0'), set(arabic, written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>ปี 2567</p> | <p>ปี~๒๕๖๗</p>",
        "<p>4,919,000.00 บาท</p> | <p>๔,๙๑๙,๐๐๐.๐๐~บาท</p>",
        "<td>12</td> | <td>๑๒</td>",
        "<table><tr><td>12</td></tr></table>12 | <table><tr><td>12</td></tr></table>๑๒",
        "<table><tr><td><table>1</table>2</td></tr></table>3 | <table><tr><td><table>1</table>2</td></tr></table>๓",
        "<a href=\"/2567/\">2567</a> | <a href=\"/2567/\">๒๕๖๗</a>",
        "<a href=\"tel:021234567\">02 123 4567</a> | <a href=\"tel:021234567\">๐๒~๑๒๓~๔๕๖๗</a>",
        "<span class=\"code\">O14</span> O14 | <span class=\"code\">O14</span> O14",
        "<span class=\"url\">https://x/2567/</span>5 | <span class=\"url\">https://x/2567/</span>๕",
        "<span lang=\"en\">ISO 9001</span> | <span lang=\"en\">ISO 9001</span>",
        "<html lang=\"en\"><p>1 | <html lang=\"en\"><p>๑",
        "<IMG class=\"url\">1 | <IMG class=\"url\">๑",
        "<a href=\"mailto:a1@b.go.th\">a 1</a>1 | <a href=\"mailto:a1@b.go.th\">a 1</a>๑",
        "<Code>1<CODE>2</code>3</code>4 | <Code>1<CODE>2</code>3</code>๔",
        "COVID-19 เมื่อปี 2564 | COVID-19 เมื่อปี~๒๕๖๔",
        "&#39;1&#39; 2 | &#39;1&#39; ๒",
        "<script>var a=1</script><!-- 1 > 2 -->3 | <script>var a=1</script><!-- 1 > 2 -->๓",
        "1<br>2<code>3</code> | ๑<br>๒<code>3</code>",
      })
  void showsThaiDigitsInTextAndNowhereElse(String written, String set) {
    assertEquals(set.replace('~', '\u00A0'), set(thai, written));
  }

  @Test
  void leavesWhatIsNotWellFormedAsItIs() {
    assertEquals("๑<b", set(thai, "1<b"));
    assertEquals("<table>1", set(thai, "<table>1"));
    assertEquals("<pre>1", set(thai, "<pre>1"));
  }
}
