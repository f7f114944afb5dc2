package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are laid out one by one, and a year that is begun. */
class NewCommandTest {
  private static final String TODAY = "2567-04-12";

  @TempDir Path temporary;
  private Path site;

  @BeforeEach
  void aNewSite() {
    site = temporary.resolve("เว็บ อบต");
    Run.in(temporary, "init", "เว็บ อบต", "--yes", "--name", "อบต.บางดี", "--year", "2567")
        .exits(0);
  }

  private Run make(String... what) {
    List<String> args = new ArrayList<>(List.of("new"));
    args.addAll(List.of(what));
    args.addAll(List.of("--today", TODAY, "--lang", "en"));
    return Run.in(site, args.toArray(String[]::new));
  }

  private void builds() {
    Run.in(site, "build", "--today", TODAY).exits(0);
  }

  @Test
  void newsIsNamedByItsDayAndNumberedWhereItsTitleIsThai() throws IOException {
    make("news", "อบต. 'ซ่อม' ถนน: หมู่ 1").exits(0).says("+ content/news/2567-04-12-1.md");
    make("news", "เรื่องที่สอง").exits(0).says("+ content/news/2567-04-12-2.md");
    make("news", "Big Cleaning Day").exits(0).says("content/news/2567-04-12-big-cleaning-day.md");
    String page = Files.readString(site.resolve("content/news/2567-04-12-1.md"));
    assertTrue(page.contains("title: 'อบต. ''ซ่อม'' ถนน: หมู่ 1'\ndate: 2567-04-12\n"), page);
    builds();
    assertFalse(Files.exists(site.resolve("public/news/2567-04-12-1")), "a draft is not shown");
    Files.writeString(
        site.resolve("content/news/2567-04-12-1.md"),
        page.replaceFirst("status: draft[^\n]*\n", ""));
    builds();
    assertTrue(Files.exists(site.resolve("public/news/2567-04-12-1/index.html")));
  }

  @ParameterizedTest
  @CsvSource({"page, content/pages/water.md", "service, content/services/water.md"})
  void pagesAndServicesAreMadeOnceAndNeverOverwritten(String kind, String file) throws IOException {
    make(kind, "น้ำประปา", "--slug", "water", "--department", "works").exits(0).says("+ " + file);
    builds();
    Path page = site.resolve(file);
    String shown = Files.readString(page).replaceFirst("status: draft[^\n]*\n", "");
    Files.writeString(page, shown.replace("department: works", "department: finance"));
    builds();
    assertTrue(
        Files.exists(
            site.resolve(
                "public"
                    + file.replaceFirst("content(/pages)?", "").replace(".md", "/index.html"))));
    make(kind, "น้ำประปา", "--slug", "water").exits(2).says(file + " stands already");
    assertTrue(Files.readString(page).contains("finance"));
  }

  @Test
  void anItemIsMadeAnewWhereItsPageIsMissing() throws IOException {
    Path page = site.resolve("content/oit/2567/o14/index.md");
    String laidOut = Files.readString(page);
    make("O14").exits(2).says("content/oit/2567/o14/index.md stands already");
    Files.delete(page);
    make("o๑๔").exits(0).says("+ content/oit/2567/o14/index.md");
    assertEquals(laidOut, Files.readString(page));
    builds();
  }

  @ParameterizedTest
  @CsvSource({
    "O99, '', has no item O99",
    "O1, --year=2566, oit new year 2566",
    "O1, --year=2599, no list of 2599",
    "poster, '', 'news, page, service, year'",
    "news, '', the title is missing",
    "year, '', such as: oit new year 2568",
  })
  void whatCannotBeMadeIsRefused(String what, String option, String message) {
    (option.isEmpty() ? make(what) : make(what, option)).exits(2).says(message);
  }

  @Test
  void namesThatCannotBePartOfAnAddressAreRefused() {
    make("page", "หน้าใหม่").exits(2).says("--slug");
    make("page", "หน้าใหม่", "--slug", "หน้า ใหม่").exits(2).says("cannot be part");
    make("page", "หน้าใหม่", "--slug", "../x").exits(2).says("cannot be part");
    make("page", "หน้าใหม่", "--slug", "x", "--department", "nobody")
        .exits(2)
        .says("there are: office");
  }

  @Test
  void outsideASiteNothingIsMade() {
    Run.in(temporary, "new", "news", "x", "--lang", "en").exits(2).says("no site-config.yml");
  }

  // A year.

  @Test
  void aNewYearCarriesOverWhatIsBoundToNoYearAndPreparesTheRest() throws IOException {
    TestSite ours = TestSite.ours(temporary.resolve("ours"));
    site = temporary.resolve("ours");
    String before = Files.readString(site.resolve("site-config.yml"));
    Files.writeString(
        site.resolve("site-config.yml"),
        before.replace("years: [2568, 2567, 2566]", "years: [2567, 2566]"));
    try (var old = Files.walk(site.resolve("content/oit/2568"))) {
      for (Path file : (Iterable<Path>) old.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
    make("year", "๒๕๖๘").exits(0).says("O1 ← O1", "O2 ← O2", "still 2567");
    assertEquals(before, Files.readString(site.resolve("site-config.yml")));
    String structure = Files.readString(site.resolve("content/oit/2568/o1/index.md"));
    for (String part :
        List.of(
            "item: O1\n",
            "status: draft",
            "\nupdated:            #",
            "ยกมาจากปี 2567 ข้อ O1",
            "content/oit/2567/o3/index.md",
            "{#powers-and-duties}")) {
      assertTrue(structure.contains(part), () -> part + "\n" + structure);
    }
    assertFalse(structure.contains("aliases:"), structure);
    String procurement = Files.readString(site.resolve("content/oit/2568/o12/index.md"));
    assertTrue(procurement.contains("content/oit/2567/o14/index.md"), procurement);
    assertTrue(Files.exists(site.resolve("content/oit/2568/o2/people.yml")));
    ours.run("publish").exits(0);
    Run status =
        Run.in(site, "status", "--year", "2568", "--format", "json", "--today", "2567-04-20");
    status.exits(1).findsOnly("oit/draft");
    make("year", "2568").exits(2).says("has the year 2568");
  }

  @Test
  void draftsOfTheFormerYearAreNotCarriedOver() throws IOException {
    String said = make("year", "2568").exits(0).all();
    assertFalse(said.contains("←"), said);
    String page = Files.readString(site.resolve("content/oit/2568/o1/index.md"));
    assertTrue(page.contains("{#powers-and-duties}"), page);
    assertFalse(page.contains("ยกมา"), page);
    builds();
  }

  /** What was carried over is right but for its date: nothing in it is broken. */
  @Test
  void carriedPagesStandOnTheirOwnOnceTheyAreChecked() throws IOException {
    TestSite ours = TestSite.ours(temporary.resolve("ours"));
    site = temporary.resolve("ours");
    String config = Files.readString(site.resolve("site-config.yml"));
    Files.writeString(
        site.resolve("site-config.yml"),
        config.replace("years: [2568, 2567, 2566]", "years: [2567]"));
    try (var old = Files.walk(site.resolve("content/oit/2568"))) {
      for (Path file : (Iterable<Path>) old.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
    make("year", "2568").exits(0);
    for (String item : List.of("o2", "o8", "o9", "o17")) {
      Path page = site.resolve("content/oit/2568/" + item + "/index.md");
      String text = Files.readString(page);
      assertTrue(text.contains("ยกมาจากปี 2567"), text);
      Files.writeString(
          page,
          text.replaceFirst("status: draft[^\n]*\n", "")
              .replaceFirst("updated:[^\n]*", "updated: 2568-04-01"));
    }
    Run run =
        Run.in(
            site,
            "status",
            "--year",
            "2568",
            "--format",
            "json",
            "--lang",
            "en",
            "--today",
            "2568-04-12");
    for (String item : List.of("O2", "O8", "O9", "O17")) {
      assertEquals("pass", run.status(item), () -> item + "\n" + String.join("\n", run.findings()));
    }
    assertTrue(ours.run("build").exitCode() == 0);
  }
}
