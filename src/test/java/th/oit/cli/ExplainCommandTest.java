package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Item;
import th.oit.explain.Example;
import th.oit.finding.Rule;
import th.oit.text.FiscalYear;

/** What the tool tells of its rules, and of the items of the lists. */
class ExplainCommandTest {
  @TempDir Path folder;

  @Test
  void aRuleIsExplainedInBothLanguagesWithoutMarksOfMarkdown() {
    Run thai = Run.in(folder, "explain", "oit/element").exits(0);
    thai.says(
        "oit/element", "พบอะไร", "ทำไมเสียคะแนน", "แก้อย่างไร", "ปิดการตรวจ", "ปิดแล้วเสี่ยงอะไร");
    Run english = Run.in(folder, "explain", "oit/element", "--lang", "en").exits(0);
    english.says(
        "What it finds",
        "Why it costs points",
        "How to mend it",
        "How to switch it off",
        "What that risks");
    for (Run run : List.of(thai, english)) {
      assertFalse(run.out().contains("```"), run::out);
      assertFalse(run.out().contains("**"), run::out);
      assertFalse(run.out().contains("{#"), run::out);
      assertFalse(run.out().contains("`"), run::out);
      assertFalse(run.out().contains("---\n"), run::out);
    }
  }

  @Test
  void everyRuleIsExplained() {
    for (Rule rule : Rule.values()) {
      Run.in(folder, "explain", rule.id()).exits(0).says(rule.id());
      Run.in(folder, "explain", rule.id(), "--lang", "en").exits(0).says(rule.id());
    }
  }

  @Test
  void withoutAnythingToExplainAllRulesAreListed() {
    Run run = Run.in(folder, "explain", "--lang", "en").exits(0);
    assertEquals(Rule.values().length, run.out().lines().count());
    run.says("link/not-found  no such page or file");
  }

  @Test
  void aRuleIsExplainedWhereTheConfigurationCannotBeRead() throws Exception {
    Files.writeString(folder.resolve("site-config.yml"), "site: [");
    Run.in(folder, "explain", "source/yaml").exits(0).says("source/yaml");
    Run.in(folder, "explain", "O1").exits(2).says("site-config.yml");
  }

  @ParameterizedTest
  @CsvSource({
    "link/cas, did you mean link/case?",
    "duplicate-id, did you mean link/duplicate-id?",
    "no-such-thing-at-all, lists all rules",
    "O99, 'O1 to O35'",
  })
  void whatIsNotKnownIsRefusedWithWhatIsNearest(String asked, String hint) {
    Run.in(folder, "explain", asked, "--year", "2567", "--lang", "en").exits(2).says(asked, hint);
  }

  @Test
  void aYearWithoutAListIsRefused() {
    Run.in(folder, "explain", "O1", "--year", "2599", "--lang", "en").exits(2).says("2599", "2564");
  }

  @Test
  void anItemIsExplainedAsTheListHasIt() {
    Run run = Run.in(folder, "explain", "o๑๔", "--year", "2567", "--lang", "en").exits(0);
    run.says(
        "O14 ",
        "fiscal year 2567 (2023-10-01 to 2024-09-30)",
        "every 15 days",
        "'status: none' with a 'reason:' may be answered",
        "NOT checked against the official manual",
        "investment-list: table",
        "column วงเงินงบประมาณ (amount, money)",
        "an item scores in full".substring(3),
        "content/oit/2567/o14/index.md",
        "item: O14");
  }

  @Test
  void insideASiteAnItemIsThatOfTheAssessedYear() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("explain", "O35").exits(0).says("ปี 2567");
    site.run("explain", "O43", "--year", "2564").exits(0).says("ปี 2564");
  }

  /** The examples are not only shown: a site of nothing else goes through the gate. */
  @ParameterizedTest
  @ValueSource(ints = {2564, 2565, 2566, 2567, 2568, 2569})
  void theExamplesOfAYearAreASiteThatPasses(int number) throws Exception {
    FiscalYear year = new FiscalYear(number);
    Catalog catalog = CatalogReader.bundled(year).orElseThrow();
    write(
        "site-config.yml",
        """
        site: {base_url: https://www.example.go.th}
        organization: {name: องค์การบริหารส่วนตำบลตัวอย่าง}
        departments: [{id: office, name: สำนักปลัด}]
        assessment: {year: %d}
        """
            .formatted(number));
    for (Item item : catalog.items()) {
      Example example = Example.of(catalog, item);
      for (var file : example.texts().entrySet()) {
        write(file.getKey(), file.getValue());
      }
      for (String file : example.files()) {
        Path there = folder.resolve(file);
        Files.createDirectories(there.getParent());
        String sample = file.endsWith(".pdf") ? "from-writer.pdf" : "picture.jpg";
        Files.copy(Path.of("src/test/resources/documents", sample), there);
      }
    }
    Run run =
        Run.in(folder, "publish", "--format", "json", "--lang", "en", "--today", number + "-04-12");
    List<String> wrong = new ArrayList<>();
    run.json()
        .path("findings")
        .forEach(
            finding -> {
              if (!finding.path("rule").asText().equals("evidence/shared")) {
                wrong.add(finding.path("item").asText() + " " + finding.path("message").asText());
              }
            });
    assertEquals(List.of(), wrong);
    run.exits(0);
    assertEquals(catalog.items().size(), run.json().path("catalog").path("passed").asInt());
  }

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    assertTrue(Files.exists(path));
  }
}
