package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with a real body's report on it and most items still to be written. */
class PaphluTest {
  private static final String O4 = "content/oit/2567/o4.md";
  private static final String O34 = "content/oit/2567/o34/index.md";

  @TempDir static Path folder;
  private static TestSite site;

  @BeforeAll
  static void copy() {
    site = TestSite.named("paphlu", folder.resolve("paphlu"));
  }

  private static Document builtReport() {
    site.run("build", "--today", TestSite.TODAY).exits(0);
    return Jsoup.parse(site.text("public/oit/2567/o34/index.html"));
  }

  @Test
  void publishRefusesAndMakesNoPublicFolder() {
    TestSite fresh = TestSite.named("paphlu", folder.resolve("fresh"));
    fresh.publish().exits(1);
    assertFalse(fresh.has("public"));
  }

  @Test
  void exactlyTheItemsWithoutAPageAreMissing() {
    Run run = site.publish().exits(1);
    Set<String> missing = new TreeSet<>();
    Set<String> withPage = new TreeSet<>();
    for (JsonNode item : run.json().path("items")) {
      (item.path("status").asText().equals("missing") ? missing : withPage)
          .add(item.path("id").asText());
    }
    assertEquals(Set.of("O1", "O34", "O4"), withPage);
    assertEquals(32, missing.size());
    Set<String> reported = new TreeSet<>();
    for (JsonNode finding : run.json().path("findings")) {
      if (finding.path("rule").asText().equals("oit/missing")) {
        String item = finding.path("item").asText();
        reported.add(item);
        assertEquals(
            "content/oit/2567/" + item.toLowerCase() + "/index.md",
            finding.path("source").path("file").asText());
      }
    }
    assertEquals(missing, reported);
    assertEquals("pass", run.status("O1"));
  }

  @Test
  void theOtherFindingsAreTrue() {
    Run run = site.publish().exits(1);
    List<String> others =
        run.findings().stream().filter(line -> !line.startsWith("oit/missing ")).toList();
    Set<String> absent = new TreeSet<>();
    for (String line : others) {
      if (line.startsWith("oit/stale O4 ")) {
        assertEquals("oit/stale O4 " + O4 + ":0:0 -", line, "the page names no day of renewal");
      } else if (line.contains(" O4 ")) {
        assertTrue(line.startsWith("oit/element O4 " + site.at(O4, "address: '#address'")), line);
        absent.add(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    assertEquals(Set.of("email", "location-map", "phone"), absent);
    assertEquals("fail", run.status("O4"));
    for (String line : others) {
      assertTrue(line.contains(" O4 ") || line.contains(" O34 "), line);
    }
    assertEquals(
        others.stream().noneMatch(line -> line.contains(" O34 ")),
        run.status("O34").equals("pass"));
  }

  @Test
  void theReportStandsWhole() {
    Document page = builtReport();
    for (int i = 1; i <= 7; i++) {
      assertTrue(page.selectFirst("#issue-" + i).text().startsWith("ประเด็นที่ " + i + " "));
      assertTrue(page.selectFirst("#measure-" + i).text().startsWith("มาตรการที่ " + i + " "));
      Element scores = page.selectFirst("table#issue-" + i + "-scores");
      assertTrue(scores.select("tbody tr").size() > 0, "the scores of issue " + i);
      Element plan = page.selectFirst("table#measure-" + i + "-plan");
      assertTrue(plan.select("tbody tr").size() > 0, "the plan of measure " + i);
    }
    assertEquals(7, page.select("[id~=^issue-\\d$]").size());
    assertEquals(7, page.select("[id~=^measure-\\d$]").size());
  }

  @Test
  void everyScoreOfTheReportStandsOnThePage() {
    Document page = builtReport();
    int scores = 0;
    for (int i = 1; i <= 7; i++) {
      String csv = site.text("content/oit/2567/o34/issue-" + i + "-scores.csv");
      assertEquals(
          csv.strip().lines().count() - 1,
          page.select("table#issue-" + i + "-scores tbody tr").size(),
          "rows of issue " + i);
      scores += page.select("table#issue-" + i + "-scores tbody tr").size();
    }
    assertTrue(scores >= 35, "the questions and O1–O35: " + scores);
  }

  @Test
  void wideTablesScrollByThemselvesOnAPhone() {
    Document page = builtReport();
    assertTrue(page.selectFirst("meta[name=viewport]").attr("content").contains("device-width"));
    for (Element table : page.select("[data-oit-body] table")) {
      assertTrue(
          table.parents().stream()
              .anyMatch(around -> around.hasAttr("tabindex") && around.hasAttr("role")),
          () -> "a table without a region of its own: " + table.id());
    }
    assertTrue(site.text("public/assets/site.css").contains("overflow-x: auto"));
    assertTrue(site.text(O34).contains("issue-7-scores.csv"));
  }

  @Test
  void theLineBreaksInsideACellStand() {
    Document page = builtReport();
    assertTrue(
        site.text("content/oit/2567/o34/measure-1-plan.csv").contains("\n"),
        "the source has cells of several lines");
    Element cell =
        page.select("table#measure-1-plan td").stream()
            .filter(td -> td.wholeText().strip().contains("\n") || !td.select("br").isEmpty())
            .findFirst()
            .orElse(null);
    assertTrue(cell != null, "the lines of a cell are kept apart");
  }
}
