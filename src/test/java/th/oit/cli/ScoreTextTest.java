package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code oit check --ita FILE}: the text of a score report, tried before it is signed. */
class ScoreTextTest {
  @TempDir Path folder;

  private Run check(String file, String text, String... more) throws IOException {
    Files.writeString(folder.resolve(file), text);
    String[] args = new String[5 + more.length];
    List.of("check", "--ita", file, "--format", "json").toArray(args);
    System.arraycopy(more, 0, args, 5, more.length);
    return Run.in(folder, args);
  }

  @Test
  void aDraftThatContradictsItselfFails() throws IOException {
    Run run =
        check(
            "draft.txt",
            "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567\nคะแนนภาพรวม 91.20 คะแนน\n\nคะแนนภาพรวม 92.10 คะแนน\n");
    run.exits(1);
    assertEquals(List.of("ita/two-values - draft.txt:4:13 92.10"), run.findings());
    assertFalse(Files.exists(folder.resolve("reports")));
  }

  @Test
  void aDraftThatHoldsTogetherPasses() throws IOException {
    check("draft.md", "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗\n\nคะแนนภาพรวม ๙๑.๒๐ คะแนน\n")
        .exits(0);
  }

  @Test
  void theYearOfATextThatNamesNoneIsAskedFor() throws IOException {
    check("draft.txt", "ข้อ O40\n").exits(2).says("--year");
    Run run = check("draft.txt", "ข้อ O40\n", "--year", "2567", "--strict").exits(1);
    assertEquals(List.of("ita/item-code - draft.txt:1:5 O40"), run.findings());
    check("draft.txt", "ข้อ O40\n", "--year", "67").exits(2);
    Run.in(folder, "check", "--ita", "none.txt").exits(2).says("none.txt");
  }

  @Test
  void aWordFileIsReadWithItsTables() throws IOException {
    String cell = "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>";
    StringBuilder rows = new StringBuilder();
    for (String row :
        List.of("ตัวชี้วัดที่|ชื่อ|คะแนน", "1|การปฏิบัติหน้าที่|90.00", "3|การใช้งบประมาณ|80.00")) {
      rows.append("<w:tr>");
      for (String text : row.split("\\|")) {
        rows.append(String.format(cell, text));
      }
      rows.append("</w:tr>");
    }
    String xml =
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>ผลการประเมิน ITA ปีงบประมาณ"
            + " 2567</w:t></w:r></w:p><w:tbl>"
            + rows
            + "</w:tbl></w:body></w:document>";
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("draft.docx")))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }
    Run run = Run.in(folder, "check", "--ita", "draft.docx", "--format", "json").exits(1);
    assertEquals(List.of("ita/indicator-name - draft.docx:4:3 การใช้งบประมาณ"), run.findings());
    Files.writeString(folder.resolve("broken.docx"), "no zip");
    Run.in(folder, "check", "--ita", "broken.docx").exits(2).says("broken.docx");
  }

  @Test
  void aReportOfTheSiteIsJudgedByItsData() throws IOException {
    Files.copy(Path.of("src/test/resources/ita/example.yml"), folder.resolve("2566.yml"));
    Run run = Run.in(folder, "check", "--ita", "2566.yml", "--format", "json");
    assertEquals(List.of(), run.exits(0).findings());
    String wrong =
        Files.readString(folder.resolve("2566.yml"))
            .replace("    follow_up: หน่วยตรวจสอบภายในสุ่มตรวจทะเบียนทุกไตรมาส\n", "")
            .replace("total: 89.42, rating: ผ่านดี}", "total: 90.42, rating: ผ่านดี}");
    Run failed = check("wrong.yml", wrong).exits(1);
    assertTrue(
        failed.findings().stream().anyMatch(line -> line.startsWith("ita/total - wrong.yml:11:")),
        failed.all());
    assertTrue(
        failed.findings().stream().anyMatch(line -> line.startsWith("ita/columns")), failed.all());
  }
}
