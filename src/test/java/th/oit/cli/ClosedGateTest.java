package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static th.oit.cli.TestSite.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One thing wrong with a site that passes: it is not published, the old site keeps every byte, and
 * the report names the rule, the item and the place in the source.
 */
class ClosedGateTest {
  private static final String O3 = "content/oit/2567/o3/index.md";
  private static final String O5 = "content/oit/2567/o5/index.md";
  private static final String O9 = "content/oit/2567/o9/index.md";
  private static final String O14 = "content/oit/2567/o14/index.md";
  private static final String PDF = "content/oit/2567/o14/investment-account-2567.pdf";
  private static final String CSV = "content/oit/2567/o14/investment-list.csv";

  @TempDir static Path folder;
  private static TestSite site;

  @BeforeAll
  static void aSiteThatPasses() {
    site = TestSite.ours(folder.resolve("site"));
    site.publish().exits(0);
  }

  @AfterEach
  void mend() throws IOException {
    site.restore();
  }

  /** Publishes, which must fail and leave the published site alone. */
  private static Run closed(int exitCode) {
    Map<String, String> before = site.tree("public");
    assertFalse(before.isEmpty());
    Run run = site.publish().exits(exitCode);
    TestSite.assertSameTree(before, site.tree("public"));
    assertEquals(exitCode == 1 ? "fail" : "unusable", run.json().path("verdict").asText());
    return run;
  }

  // The files of an item.

  @Test
  void anItemWhoseFileIsDeleted() {
    site.delete(O14);
    Run run = closed(1).finds("oit/missing", "O14", whole(O14));
    assertEquals("missing", run.status("O14"));
    assertEquals("pass", run.status("O1"));
  }

  @Test
  void aPdfThatIsDeleted() {
    site.delete(PDF);
    Run run = closed(1).finds("evidence/missing", "O14", pdfInEvidence());
    run.finds("link/not-found", "O14", pdfInEvidence());
    run.finds("link/not-found", "O14", site.at(O14, "![บัญชีรายการ"));
    assertEquals("fail", run.status("O14"));
  }

  @Test
  void aPdfThatIsEmpty() {
    site.write(PDF, new byte[0]);
    closed(1).finds("evidence/empty", "O14", pdfInEvidence()).findsOnly("evidence/empty");
  }

  @Test
  void aPdfThatWasCutInHalf() {
    byte[] whole = site.bytes(PDF);
    site.write(PDF, Arrays.copyOf(whole, whole.length / 2));
    closed(1).finds("evidence/damaged", "O14", pdfInEvidence()).findsOnly("evidence/damaged");
  }

  @Test
  void aPdfThatIsReallyALoginPage() {
    site.write(
        PDF,
        "<!DOCTYPE html>\n<html><head><title>เข้าสู่ระบบ</title></head>"
            + "<body><form action=\"/login\"><input type=\"password\"></form></body></html>\n");
    closed(1).finds("evidence/type", "O14", pdfInEvidence()).findsOnly("evidence/type");
  }

  @Test
  void aPdfThatAsksForAPassword() throws IOException {
    ByteArrayOutputStream locked = new ByteArrayOutputStream();
    try (PDDocument pdf = Loader.loadPDF(site.bytes(PDF))) {
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("เจ้าของ", "secret", new AccessPermission());
      policy.setEncryptionKeyLength(256);
      pdf.protect(policy);
      pdf.save(locked);
    }
    site.write(PDF, locked.toByteArray());
    closed(1).finds("evidence/encrypted", "O14", pdfInEvidence()).findsOnly("evidence/encrypted");
  }

  @Test
  void aPdfRenamedInAnotherLetterCase() {
    byte[] bytes = site.bytes(PDF);
    site.delete(PDF);
    site.write(PDF.replace("investment-account", "Investment-Account"), bytes);
    Run run = closed(1).finds("link/case", "O14", pdfInEvidence());
    run.finds("link/case", "O14", site.at(O14, "![บัญชีรายการ"));
    run.says("Investment-Account-2567.pdf");
  }

  @Test
  void evidenceKeptOnAnotherHost() {
    site.replace(
        O14,
        "file: investment-account-2567.pdf",
        "file: 'https://drive.google.com/file/d/1AbC/view'");
    closed(1)
        .finds("evidence/external-host", "O14", site.at(O14, "'https://drive.google.com"))
        .findsOnly("evidence/external-host");
  }

  private static String pdfInEvidence() {
    return site.at(O14, "investment-account-2567.pdf", 1);
  }

  // Links.

  @Test
  void aLinkToAPageThatIsNotThere() {
    site.replace(O14, "(../o15/index.md)", "(../o15/nothing.md)");
    closed(1)
        .finds("link/not-found", "O14", site.at(O14, "[ประกาศเชิญชวน"))
        .findsOnly("link/not-found");
  }

  @Test
  void aLinkToAPlaceThatIsNotThere() {
    site.replace(O14, "(../o15/index.md)", "(../o15/index.md#nowhere)");
    closed(1)
        .finds("link/no-fragment", "O14", site.at(O14, "[ประกาศเชิญชวน"))
        .findsOnly("link/no-fragment");
  }

  @Test
  void aDeadLinkOnAPageThatBelongsToNoItem() {
    String qa = "content/pages/qa.md";
    site.append(qa, "\nดู[แบบฟอร์ม](forms/nothing.pdf)ได้\n");
    closed(1)
        .finds("link/not-found", "-", site.at(qa, "[แบบฟอร์ม](forms/nothing.pdf)"))
        .findsOnly("link/not-found");
  }

  @Test
  void aDeadLinkInTheMenu() {
    String config = "site-config.yml";
    site.replace(config, "to: /oit/2567/o26/", "to: /oit/2567/o26/old/");
    closed(1).finds("link/not-found", "-", site.at(config, "/oit/2567/o26/old/"));
  }

  @Test
  void anImageThatIsNotThere() {
    site.append(O14, "\nภาพประกอบ ![ป้ายโครงการ](sign.png) หน้างาน\n");
    closed(1)
        .finds("link/not-found", "O14", site.at(O14, "![ป้ายโครงการ](sign.png)"))
        .findsOnly("link/not-found");
  }

  @Test
  void aPersonsPictureThatIsNotThere() {
    site.delete("content/oit/2567/o2/people/mayor.jpg");
    Run run = closed(1).findsOnly("link/not-found");
    assertEquals("fail", run.status("O2"));
    assertTrue(
        run.findings().stream()
            .anyMatch(line -> line.startsWith("link/not-found O2 content/oit/2567/o2/people.yml:")),
        run::all);
  }

  @Test
  void aStyleSheetThatIsNotThere() {
    String layout = "templates/layout.ftlh";
    site.replace(layout, "<@sheet \"site.css\"/>", "<@sheet \"look.css\"/>");
    Run run = closed(1).findsOnly("link/not-found");
    run.finds("link/not-found", "-", site.at(layout, "look.css"));
    assertEquals("pass", run.status("O14"), "a fault of a template is no item's");
  }

  @Test
  void aFontThatTheStyleSheetCannotLoad() {
    String css = "templates/assets/site.css";
    site.append(css, "\n.seal { background: url(nothing.png) }\n");
    closed(1).finds("link/not-found", "-", site.at(css, "nothing.png")).findsOnly("link/not-found");
  }

  // What an item must show.

  @Test
  void aHeadingWithoutTheIdThatAnElementNames() {
    site.replace(O9, " {#problems}", "");
    closed(1)
        .finds("link/no-fragment", "O9", site.at(O9, "'#problems'"))
        .finds("oit/element", "O9", site.at(O9, "'#problems'"))
        .findsOnly("link/no-fragment", "oit/element");
  }

  @Test
  void anElementThatIsNotListed() {
    site.replace(O14, "  method: '#investment-list'\n", "");
    Run run = closed(1).findsOnly("oit/element");
    run.finds("oit/element", "O14", site.at(O14, "investment-list: ["));
    assertEquals(1, run.findings().size());
  }

  @Test
  void aTableWithoutARequiredColumn() {
    site.replace(CSV, "วิธีการจัดซื้อจัดจ้าง", "หมายเหตุ");
    Run run = closed(1).finds("oit/columns", "O14", site.at(CSV, "ลำดับ"));
    run.findsOnly("oit/columns").says("วิธีการจัดซื้อจัดจ้าง", "หมายเหตุ");
  }

  @Test
  void aDraft() {
    site.replace(O14, "period: 2567\n", "period: 2567\nstatus: draft\n");
    Run run = closed(1).finds("oit/draft", "O14", site.at(O14, "draft"));
    assertEquals("missing", run.status("O14"));
  }

  @Test
  void aPageThatComesOutLater() {
    site.replace(O14, "period: 2567\n", "period: 2567\npublish: 2567-05-01\n");
    closed(1).finds("oit/draft", "O14", site.at(O14, "2567-05-01"));
  }

  @Test
  void dataOfAnotherYear() {
    site.replace(O14, "period: 2567\n", "period: 2566\n");
    closed(1).finds("oit/year", "O14", site.at(O14, "2566\n")).findsOnly("oit/year");
  }

  @Test
  void aPageThatSaysItIsOfAnotherYear() {
    site.replace(O14, "period: 2567\n", "period: 2567\nyear: 2566\n");
    closed(1).finds("oit/year", "O14", site.at(O14, "2566\n")).findsOnly("oit/year");
  }

  @Test
  void aTitleOfAnotherYearInThaiDigits() {
    site.replace(O14, "ประจำปีงบประมาณ พ.ศ. 2567\n", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕\n");
    closed(1).finds("oit/year", "O14", site.at(O14, "รายการการจัดซื้อ")).findsOnly("oit/year");
  }

  @Test
  void evidenceOfAnotherYear() {
    site.replace(O14, "period: 2567}", "period: 2564}");
    closed(1).finds("oit/year", "O14", pdfInEvidence()).findsOnly("oit/year");
  }

  @Test
  void anItemListedTwice() {
    String twin = "content/oit/2567/o14b.md";
    site.write(
        twin,
        "---\nitem: O14\ntitle: จัดซื้อจัดจ้างอีกหน้าหนึ่ง\ndepartment: finance\n---\n\nข้อความ\n");
    Run run = closed(1).finds("oit/duplicate", "O14", site.at(twin, "O14"));
    run.findsOnly("oit/duplicate");
    assertEquals("fail", run.status("O14"));
  }

  @Test
  void anItemThatTheListDoesNotHave() {
    String stray = "content/oit/2567/o99.md";
    site.write(stray, "---\nitem: O99\ntitle: ข้อที่ไม่มี\ndepartment: finance\n---\n\nข้อความ\n");
    closed(1).finds("oit/unknown-item", "O99", site.at(stray, "O99")).findsOnly("oit/unknown-item");
  }

  @Test
  void aPageForWhichNobodyIsResponsible() {
    site.replace(O14, "department: finance\n", "");
    closed(1).finds("oit/owner", "O14", whole(O14)).findsOnly("oit/owner");
  }

  @Test
  void aPageWithNextToNothingOnIt() {
    String front = site.text(O3).substring(0, site.text(O3).indexOf("\n---\n", 4) + 5);
    StringBuilder headings = new StringBuilder();
    site.text(O3)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst(" .* (\\{#)", " ก $1"))
        .forEach(line -> headings.append('\n').append(line).append('\n'));
    site.write(O3, front + headings);
    closed(1).finds("oit/thin", "O3", whole(O3));
  }

  @Test
  void anAnswerOfNoneWhereTheListDoesNotAllowIt() {
    site.replace(
        O9,
        "period: 2566\n",
        "period: 2566\nstatus: none\nreason: ปีงบประมาณ พ.ศ. 2566 ไม่มีการดำเนินงานตามแผน\n");
    closed(1).finds("oit/element", "O9", site.at(O9, "none")).findsOnly("oit/element");
  }

  @Test
  void anAnswerOfNoneWithoutAReason() {
    site.replace(O14, "period: 2567\n", "period: 2567\nstatus: none\n");
    closed(2).finds("source/missing", "-", site.at(O14, "none"));
  }

  @Test
  void anAnswerOfNoneWithAReasonThatSaysNothing() {
    site.replace(O14, "period: 2567\n", "period: 2567\nstatus: none\nreason: ไม่มี\n");
    closed(1).finds("oit/thin", "O14", site.at(O14, "ไม่มี")).findsOnly("oit/thin");
  }

  @Test
  void anItemTooFarFromTheHomePage() {
    site.write(
        "templates/home.ftlh",
        "<!DOCTYPE html><html lang=\"th\"><head><title>${site.name}</title></head>"
            + "<body><main id=\"main\"><a href=\"/contact/\">ติดต่อ</a></main></body></html>\n");
    Run run = closed(1).finds("oit/unreachable", "O4", whole("content/oit/2567/o4/index.md"));
    run.findsOnly("oit/unreachable");
    assertEquals("pass", run.status("O1"), "the menu of the contact page leads there");
  }

  @Test
  void anItemToWhichNothingLeadsFromTheHomePage() {
    site.write(
        "templates/home.ftlh",
        "<!DOCTYPE html><html lang=\"th\"><head><title>${site.name}</title></head>"
            + "<body><main id=\"main\">${page.body}</main></body></html>\n");
    String index = "content/index.md";
    site.write(index, "---\ntitle: หน้าแรก\n---\n\nยินดีต้อนรับ\n");
    Run run = closed(1).findsOnly("oit/unreachable");
    assertEquals(35, run.findings().size());
  }

  // Sources that cannot be read.

  @Test
  void frontMatterThatDoesNotParse() {
    site.replace(O14, "period: 2567\n", "period: [2567\n");
    Run run = closed(2).findsOnly("source/yaml");
    String expected = site.at(O14, "summary:");
    assertEquals(
        expected.split(":")[1],
        run.json().path("findings").path(0).path("source").path("line").asText(),
        () -> "expected " + expected + " in " + run.findings());
  }

  @Test
  void frontMatterThatIsNeverClosed() {
    site.replace(O14, "period: 2567}\n---\n", "period: 2567}\n");
    closed(2).finds("source/yaml", "-", O14 + ":1:1");
  }

  @Test
  void aKeyWrittenTwice() {
    site.replace(O14, "period: 2567\n", "period: 2567\ntitle: อีกชื่อหนึ่ง\n");
    closed(2).finds("source/key", "-", site.at(O14, "title: อีกชื่อหนึ่ง"));
  }

  @Test
  void aKeyThatNobodyKnows() {
    site.replace(O14, "department: finance", "departmant: finance");
    closed(2)
        .finds("source/key", "-", site.at(O14, "departmant"))
        .says("did you mean 'department'?");
  }

  @Test
  void anElementThatTheItemDoesNotHave() {
    site.replace(O14, "  method: ", "  methods: ");
    closed(2).finds("source/key", "O14", site.at(O14, "methods")).says("did you mean 'method'?");
  }

  @Test
  void aDepartmentThatIsNotInTheConfiguration() {
    site.replace(O14, "department: finance", "department: finanse");
    closed(2).finds("source/key", "-", site.at(O14, "finanse")).says("did you mean 'finance'?");
  }

  @Test
  void aConfigurationThatDoesNotParse() {
    site.replace("site-config.yml", "  language: th\n", "\tlanguage: th\n");
    Run run = closed(2).findsOnly("source/yaml");
    assertEquals(
        site.at("site-config.yml", "\tlanguage").split(":")[1],
        run.json().path("findings").path(0).path("source").path("line").asText());
  }

  @Test
  void aTemplateThatDoesNotParse() {
    String template = "templates/item.ftlh";
    site.replace(template, "<#if item.status == \"none\">", "<#if item.status == >");
    Run run = closed(2).findsOnly("template/syntax");
    String expected = site.at(template, "<#if item.status == >");
    var source = run.json().path("findings").path(0).path("source");
    assertEquals(template, source.path("file").asText());
    assertEquals(expected.split(":")[1], source.path("line").asText());
    assertTrue(source.path("column").asInt() > 1, "the column is named");
    assertEquals(1, run.findings().size(), "the same fault is told once, not for every page");
  }

  @Test
  void aFrameThatDoesNotParseIsToldOnceAndNotForEveryTemplateThatUsesIt() {
    String layout = "templates/layout.ftlh";
    site.replace(layout, "<#macro phone of>", "<#macro phone of");
    Run run = closed(2).findsOnly("template/syntax");
    assertEquals(1, run.findings().size(), run::all);
    assertEquals(layout, run.json().path("findings").path(0).path("source").path("file").asText());
  }

  @Test
  void aTemplateThatFailsOnAPage() {
    String template = "templates/item.ftlh";
    site.replace(template, "<h1>", "<h1>${item.nothing.atAll}");
    Run run = closed(2).findsOnly("template/failed");
    run.finds("template/failed", "-", site.at(template, "item.nothing"));
    assertEquals(1, run.findings().size(), "the same fault is told once, not for every page");
  }

  @Test
  void aRowWithMoreCellsThanTheTableHasColumns() {
    site.append(CSV, "10,งาน,ครุภัณฑ์,1,เงิน,วิธี,ม.ค. 2567,กองช่าง,เกินมา\n");
    closed(2).finds("source/table", "-", site.at(CSV, "เกินมา"));
  }

  @Test
  void twoPagesWithOneAddress() {
    String twin = "content/pages/contact/index.md";
    site.write(twin, "---\ntitle: ติดต่อเราอีกหน้า\n---\n\nข้อความ\n");
    closed(2)
        .findsOnly("site/url-conflict")
        .says("content/pages/contact.md", twin, "\"/contact/\"");
  }

  @Test
  void twoFilesWhoseAddressesDifferByLetterCaseAlone() {
    site.write("content/oit/2567/o14/Investment-List.csv", "ก,ข\n1,2\n");
    closed(2).findsOnly("site/url-conflict").says(CSV, "content/oit/2567/o14/Investment-List.csv");
  }

  @Test
  void textInNoEncodingThatCanBeRead() {
    byte[] bytes = site.bytes(O5);
    int cut = indexOf(bytes, "ข่าวทั้งหมด".getBytes(StandardCharsets.UTF_8)) + 1;
    site.write(O5, Arrays.copyOf(bytes, cut));
    String good = new String(bytes, 0, cut - 1, StandardCharsets.UTF_8);
    int line = (int) good.chars().filter(c -> c == '\n').count() + 1;
    int column = good.length() - good.lastIndexOf('\n');
    closed(2)
        .finds("source/encoding", "-", O5 + ":" + line + ":" + column)
        .says("save it as UTF-8");
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  // What looks wrong and is not.

  @Test
  void anAnswerOfNoneWhereTheListAllowsItPasses() {
    site.replace(
        O14,
        "period: 2567\n",
        "period: 2567\nstatus: none\nreason: ปีงบประมาณ พ.ศ. 2567 ไม่ได้รับจัดสรรงบลงทุน\n");
    Run run = site.publish().exits(0);
    assertEquals("pass", run.status("O14"));
  }

  @Test
  void textInTheEncodingsOfAThaiOfficePublishesTheSameBytes() {
    site.publish().exits(0);
    String contact = "content/pages/contact.md";
    Map<String, String> published = site.tree("public");
    String text = site.text(contact);
    byte[] windows = text.getBytes(Charset.forName("x-windows-874"));
    assertFalse(Arrays.equals(windows, site.bytes(contact)));
    assertEquals(text, new String(windows, Charset.forName("x-windows-874")));
    for (byte[] saved :
        new byte[][] {
          windows,
          text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
        }) {
      site.write(contact, saved);
      assertArrayEquals(saved, site.bytes(contact));
      site.publish().exits(0);
      TestSite.assertSameTree(published, site.tree("public"));
    }
  }
}
