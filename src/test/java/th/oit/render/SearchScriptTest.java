package th.oit.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.text.Folding;
import th.oit.text.ItemCode;

/** What the script of the search page finds, run by Node on the index that the renderer writes. */
class SearchScriptTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT = Path.of("templates/assets/search.js").toAbsolutePath() + "";

  private static final String SITE =
      """
      == content/index.md
      ---
      title: องค์การบริหารส่วนตำบลตัวอย่าง
      ---
      == content/oit/2567/o14/index.md
      ---
      title: รายการการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2567
      summary: วงเงินรวม 3 ล้านบาท
      department: finance
      ---

      เรื่องนี้เผยแพร่แล้ว

      ![แผน](plan.csv)
      == content/oit/2567/o14/plan.csv
      โครงการ,งบประมาณ
      ถนนคอนกรีต หมู่ที่ 5,"29,000.00"
      == content/oit/2567/o1/index.md
      ---
      title: โครงสร้าง
      ---

      อัตรากําลัง ตามข้อ O14 และ O12
      == content/oit/2567/o11/index.md
      ---
      title: คู่มือการให้บริการ
      ---

      เบี้ยยังชีพผู้สูงอายุ จ่ายทุกวันที่ ๑๐ ของเดือน
      == content/pages/budget.md
      ---
      title: เรื่องการเงิน
      summary: งบประมาณของปีนี้
      ---
      == content/pages/body.md
      ---
      title: เรื่องอื่น
      ---

      ข้อความยาวก่อนถึงคำนั้นเพื่อให้เห็นว่าการตัดข้อความทำงานดี ใช้งบประมาณไปแล้วครึ่งหนึ่งของทั้งหมดในปีที่ผ่านมา
      == content/pages/water.md
      ---
      title: น้ำประปา
      ---
      == content/pages/contact.en.md
      ---
      title: Contact
      ---

      Call the Office.
      """;

  @TempDir Path folder;

  @BeforeEach
  void nodeIsThere() {
    boolean there = false;
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      there = node.waitFor(30, TimeUnit.SECONDS) && node.exitValue() == 0;
    } catch (IOException e) {
      // not there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Assumptions.assumeTrue(there, "NOT TESTED: the search script, because node is not installed");
  }

  /** Runs a function body with the script as {@code s} and what was handed in as {@code given}. */
  private JsonNode run(String body, Object given) throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("given.json"), JSON.writeValueAsString(given));
    Path output = folder.resolve("out.json");
    Path code =
        Files.writeString(
            folder.resolve("run.js"),
            "const s=require(%s),fs=require('fs');const given=JSON.parse(fs.readFileSync(%s,'utf8'));"
                    .formatted(JSON.writeValueAsString(SCRIPT), quoted(input))
                + "fs.writeFileSync(%s,JSON.stringify((()=>{%s})()))"
                    .formatted(quoted(output), body));
    Process node =
        new ProcessBuilder("node", code.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertTrue(node.waitFor(60, TimeUnit.SECONDS), "node does not come back");
    assertEquals(0, node.exitValue(), () -> read(folder.resolve("log")));
    return JSON.readTree(Files.readAllBytes(output));
  }

  private static String quoted(Path path) throws IOException {
    return JSON.writeValueAsString(path.toString());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void foldsEveryTextAsTheGeneratorDoes() throws Exception {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "ค\u0E4D\u0E32",
                "น\u0E33\u0E49",
                "น\u0E4D\u0E49\u0E32",
                "น\u0E49\u0E4D\u0E32",
                "เเผน",
                "ท\u0E48\u0E35",
                "งบ\u200Bประมาณ",
                "จ\u0E4D\u200B\u0E32นวน",
                "เเเเ",
                "ปี ๒๕๖๗",
                "E-Service",
                "cafe\u0301",
                "ΟΔΟΣ",
                "𝒪14"));
    for (int c = 0; c < 0x3100; c++) {
      // What the runtime does not know yet may have a small form in a newer Node.
      if (Character.isDefined(c) && c != 0x2C2F && c != 0x2C5F) {
        texts.add("ก" + (char) c + "ข");
      }
    }
    Random random = new Random(7);
    String letters = "กนปคทเแโาำํิีืุู่้๊๋์็ั๐๙ aZ\u200B\u00A0\u2007\u202F\uFEFF\u001Cé";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      texts.add(text.toString());
    }
    JsonNode folded = run("return given.map(t => [s.fold(t), s.fold(t, [])])", texts);
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      String why = escaped(text);
      assertEquals(escaped(Folding.key(text)), escaped(folded.get(i).get(0).asText()), why);
      assertEquals(escaped(Folding.key(text)), escaped(folded.get(i).get(1).asText()), why);
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(String.format("\\u%04X", c)));
    return out.toString();
  }

  @Test
  void readsEveryCodeOfAnItemAsTheGeneratorDoes() throws Exception {
    List<String> written =
        List.of(
            "O14",
            "o14",
            "o๑๔",
            "O 14",
            "๐14",
            "014",
            "๐๑๔",
            "ข้อ 14",
            "ข้อที่ ๑๔",
            "ข้อ O14",
            "O01",
            "O0",
            "O100",
            "14",
            "2567",
            "ข้อความ",
            "oit",
            "o-14",
            "O\u00A014",
            "ข้อ 0 14");
    JsonNode codes =
        run(
            "return given.map(t => { const f = s.terms(t, []); return f.length === 1 && f[0].any[0][1] ? f[0].code : 0 })",
            written);
    for (int i = 0; i < written.size(); i++) {
      int expected = ItemCode.parse(written.get(i)).map(ItemCode::number).orElse(0);
      assertEquals(expected, codes.get(i).asInt(), written.get(i));
    }
  }

  private List<String> found(String query) throws Exception {
    JsonNode urls =
        run(
            "return s.search(s.prepare(given[0]), given[1], 'th').pages.map(p => p.url)",
            List.of(index(), query));
    List<String> found = new ArrayList<>();
    urls.forEach(url -> found.add(url.asText()));
    return found;
  }

  private JsonNode index() throws IOException {
    Rendered site = Rendered.of(folder, SITE);
    String name =
        site.files().keySet().stream()
            .filter(output -> output.matches("assets/search-[0-9a-f]{10}\\.json"))
            .findFirst()
            .orElseThrow();
    return JSON.readTree(site.files().get(name));
  }

  @Test
  void findsAWordInsideALongerOneAndPutsTitlesBeforeSummariesBeforeText() throws Exception {
    assertEquals(List.of("/oit/2567/o14/", "/budget/", "/body/"), found("งบประมาณ"));
  }

  @ParameterizedTest
  @CsvSource({
    "o๑๔, /oit/2567/o14/ /oit/2567/o1/",
    "O 14, /oit/2567/o14/ /oit/2567/o1/",
    "๐14, /oit/2567/o14/ /oit/2567/o1/",
    "014, /oit/2567/o14/ /oit/2567/o1/",
    "ข้อที่ ๑๔, /oit/2567/o14/ /oit/2567/o1/",
    "O1, /oit/2567/o1/",
    "O14 2567, /oit/2567/o14/ /oit/2567/o1/",
    "อัตรากำลัง, /oit/2567/o1/",
    "อัตรากํ\u200Bาลัง, /oit/2567/o1/",
    "น\u0E4D\u0E49\u0E32, /water/",
    "พ.ศ. ๒๕๖๗, /oit/2567/o14/",
    "วันที่ 10, /oit/2567/o11/",
    "ถนน จัดซื้อ, /oit/2567/o14/",
    "CONTACT, /en/contact/",
    "office, /en/contact/",
    "เบี้ยคนชรา, /oit/2567/o11/",
    "พัสดุ, /oit/2567/o14/",
    "แผนกพัสดุ, ''",
    "อบต, /",
    "อบต.ตัวอย่าง, /",
    "529000, ''",
    "ไม่มีคำนี้, ''",
    "ถนน เบี้ย, ''"
  })
  void findsPages(String query, String urls) throws Exception {
    List<String> expected = urls.isEmpty() ? List.of() : Arrays.asList(urls.split(" "));
    assertEquals(expected, found(query));
  }

  @Test
  void findsNothingWhereNothingIsAsked() throws Exception {
    assertEquals(List.of(), found(" \u200B "));
  }

  @Test
  void prefersPagesOfTheReadersLanguage() throws Exception {
    String page = "[\"/%s/\",\"%s\",\"หน้า\",\"\",0,\"\",\"\",\"\",\"\"]";
    String index =
        "{\"synonyms\":[],\"pages\":["
            + page.formatted("a", "th")
            + ","
            + page.formatted("b", "en")
            + "]}";
    JsonNode found =
        run(
            "return ['th', 'en'].map(l => s.search(s.prepare(given), 'หน้า', l).pages[0].url)",
            JSON.readTree(index));
    assertEquals("[\"/a/\",\"/b/\"]", found.toString());
  }

  @Test
  void showsFortyCharactersOnBothSidesWithTheHitMarked() throws Exception {
    JsonNode pieces =
        run(
            "const i = s.prepare(given), r = s.search(i, 'งบประมาณ', 'th');"
                + "return s.excerpt(r.pages[2], r.words)",
            index());
    StringBuilder shown = new StringBuilder();
    for (JsonNode piece : pieces) {
      shown.append(piece.has(1) ? "[" + piece.get(0).asText() + "]" : piece.get(0).asText());
    }
    assertEquals(
        "…นเพื่อให้เห็นว่าการตัดข้อความทำงานดี ใช้[งบประมาณ]ไปแล้วครึ่งหนึ่งของทั้งหมดในปีที่ผ่านมา",
        shown.toString());
  }

  @Test
  void marksAHitThatIsWrittenOtherwise() throws Exception {
    JsonNode pieces =
        run(
            "return s.pieces(given[0], [[s.fold(given[1])]])",
            List.of("มีจ\u0E4D\u0E32 นวน\u0E49\u0E33ๆ ปี ๒๕๖๗", "จำนวน"));
    assertEquals("จ\u0E4D\u0E32 นวน\u0E49\u0E33", pieces.get(1).get(0).asText());
    assertEquals("มี", pieces.get(0).get(0).asText());
  }

  @Test
  void losesNoCharacterOfATextThatItMarks() throws Exception {
    Random random = new Random(11);
    String letters = "กนเแำํา่้ิ ๑1aB\u200B";
    List<List<String>> cases = new ArrayList<>();
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      int from = random.nextInt(text.length());
      cases.add(List.of(text.toString(), text.substring(from)));
    }
    JsonNode same =
        run(
            "return given.map(([t, w]) => { const f = s.fold(w);"
                + "return !f || s.pieces(t, [[f]]).map(p => p[0]).join('') === t.normalize('NFC') })",
            cases);
    for (int i = 0; i < cases.size(); i++) {
      assertTrue(same.get(i).asBoolean(), escaped(cases.get(i).toString()));
    }
  }

  @Test
  void isSmall() throws IOException {
    assertTrue(Files.size(Path.of(SCRIPT)) < 8_000);
    assertFalse(Files.readString(Path.of(SCRIPT), UTF_8).contains("innerHTML"));
  }
}
