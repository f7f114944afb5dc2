package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of the years, and how sure they are of themselves. */
class CatalogCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2564, 43", "2565, 43", "2566, 43", "2567, 35", "2568, 28", "2569, 26"})
  void everyYearHasItsItems(String year, int items) {
    JsonNode list = Run.in(folder, "catalog", year, "--format", "json").exits(0).json();
    assertEquals(Integer.parseInt(year), list.path("year").asInt());
    assertEquals(items, list.path("items").size());
    for (JsonNode item : list.path("items")) {
      assertTrue(item.path("elements").size() > 0, item::toString);
      assertTrue(item.path("confidence").asText().matches("high|medium|low"), item::toString);
      assertTrue(
          item.path("elementsConfidence").asText().matches("high|medium|low"), item::toString);
      assertFalse(item.path("source").asText().isBlank(), item::toString);
    }
    assertTrue(list.path("sources").size() > 0);
    assertFalse(list.path("checkedAgainstManual").asBoolean(true));
  }

  @Test
  void theListSaysHowSureItIsWhereItIsFromAndThatNobodyComparedIt() {
    Run english = Run.in(folder, "catalog", "2568", "--lang", "en").exits(0);
    english.says("NOT checked against the official manual", "confidence: ", "Sources", "O28");
    english.says("confidence of the elements: ", "source: ");
    Run thai = Run.in(folder, "catalog", "2568").exits(0);
    thai.says("ยังไม่ได้เทียบกับคู่มือฉบับทางการ", "ความเชื่อมั่น: ", "แหล่งที่มา", "จำนวนข้อ: 28");
    assertEquals("", thai.err());
  }

  @Test
  void itSaysWhatEachItemMustShow() {
    Run run = Run.in(folder, "catalog", "2567", "--lang", "en").exits(0);
    run.says(
        "O14 ",
        "(investment-list, ",
        ": columns ",
        "(no-investment-note, text, optional)",
        "may be answered 'none', with a reason");
  }

  @Test
  void theYearMayBeWrittenInThaiDigits() {
    Run.in(folder, "catalog", "๒๕๖๘").exits(0).says("2568");
  }

  @ParameterizedTest
  @CsvSource({"2599", "abc", "68", "2024x"})
  void aYearWithoutAListIsRefusedWithThoseThatThereAre(String year) {
    Run.in(folder, "catalog", year, "--lang", "en").exits(2).says(year, "2564", "2569");
  }

  @Test
  void insideASiteItIsTheAssessedYear() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    assertEquals(
        2567, site.run("catalog", "--format", "json").exits(0).json().path("year").asInt());
    assertEquals(
        2569,
        Run.in(folder, "catalog", "--format", "json").exits(0).json().path("year").asInt(),
        "elsewhere the newest");
  }

  @Test
  void aSiteCanBringAListOfItsOwn() throws Exception {
    TestSite site = TestSite.ours(folder.resolve("site"));
    String bundled =
        Files.readString(
            Path.of("src/main/resources/catalog/oit-2567.yml"), StandardCharsets.UTF_8);
    String own = bundled.replace("name: รายการข้อมูล OIT ปี พ.ศ. 2567", "name: รายการที่แก้แล้ว");
    String extra =
        """
                - id: O36
                  name: ข้อที่เพิ่มใหม่
                  confidence: high
                  elements_confidence: high
                  source: ทดสอบ
                  period: {of: [any], text: ไม่ระบุ}
                  elements:
                    - {id: something, text: สิ่งที่ต้องแสดง, kind: text}
        """
            .indent(2);
    site.write("catalog/mine.yml", own.stripTrailing() + "\n" + extra);
    site.replace(
        "site-config.yml", "  year: 2567\n", "  year: 2567\n  catalog: catalog/mine.yml\n");
    site.run("catalog").exits(0).says("รายการที่แก้แล้ว", "O36", "ข้อที่เพิ่มใหม่");
    Run run = site.publish().exits(1).findsOnly("oit/missing");
    run.finds("oit/missing", "O36", "content/oit/2567/o36/index.md:0:0");
    assertEquals(36, run.json().path("catalog").path("items").asInt());

    site.write(
        "content/oit/2567/o36.md",
        "---\nitem: O36\ntitle: ข้อใหม่\ndepartment: office\nelements: {something: '#here'}\n---\n\n"
            + "## ที่นี่ {#here}\n\n"
            + "ข้อความของข้อที่เพิ่มใหม่ ".repeat(10)
            + "\n");
    assertEquals("pass", site.publish().exits(0).status("O36"));
  }

  @Test
  void aListThatIsNotThereIsRefusedWhereItIsNamed() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.replace("site-config.yml", "  year: 2567\n", "  year: 2567\n  catalog: catalog/no.yml\n");
    site.publish()
        .exits(2)
        .finds("source/missing", "-", site.at("site-config.yml", "catalog/no.yml"));
  }
}
