package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a body writes into its configuration about the list is heeded, and shown in every report.
 */
class DeparturesTest {
  private static final String CONFIG = "site-config.yml";
  private static final String O3 = "content/oit/2567/o3/index.md";

  @TempDir static Path folder;
  private static TestSite site;

  @BeforeAll
  static void ourSite() {
    site = TestSite.ours(folder.resolve("site"));
  }

  @AfterEach
  void mend() throws IOException {
    site.restore();
  }

  private static TestSite configured(String departures) {
    return site.replace(CONFIG, "\nassessment:\n", "\nassessment:\n" + departures);
  }

  private static TestSite waivedUntil(String day) {
    return configured(
            "  waivers:\n    - {item: ๐๓, element: powers-and-duties, reason: รอคำสั่ง, until: "
                + day
                + "}\n")
        .replace(O3, "powers-and-duties:", "# powers-and-duties:");
  }

  @Test
  void aWaiverCoversItsElementAndStandsInEveryReport() {
    Run run = waivedUntil("2567-12-31").publish().exits(0);
    assertEquals("pass", run.status("O3"));
    JsonNode waiver = run.json().path("waivers").path(0);
    assertEquals("O3", waiver.path("item").asText());
    assertEquals("powers-and-duties", waiver.path("element").asText());
    assertEquals("รอคำสั่ง", waiver.path("reason").asText());
    assertEquals("2024-12-31", waiver.path("until").asText());
    assertEquals(
        "powers-and-duties", run.json().path("items").path(2).path("waived").path(0).asText());
    site.run("publish", "--today", TestSite.TODAY)
        .exits(0)
        .says(
            "1/1*",
            "* ยกเว้นไว้ ไม่ได้ตรวจ\n  O3 powers-and-duties ถึง 31 ธันวาคม 2567: รอคำสั่ง\n");
  }

  @Test
  void aWaiverThatHasEndedIsNamedWhereItStandsAndTheElementAskedForAgain() {
    Run run = waivedUntil("2567-04-14").publish().exits(1);
    run.finds("oit/waiver", "O3", site.at(CONFIG, "powers-and-duties"));
    assertEquals("fail", run.status("O3"));
    assertTrue(run.json().path("waivers").isEmpty());
  }

  @Test
  void aCorrectionChangesWhatIsAsked() {
    site.replace(O3, "powers-and-duties:", "# powers-and-duties:");
    assertEquals("fail", site.publish().exits(1).status("O3"));
    configured(
        "  corrections:\n"
            + "    - {item: O3, element: powers-and-duties, required: false, reason: ดูคู่มือ}\n");
    assertEquals("pass", site.publish().exits(0).status("O3"));
  }

  @Test
  void aCorrectionOfNothingIsRefused() {
    configured(
        "  corrections:\n    - {item: O3, element: none, required: false, reason: ดูคู่มือ}\n");
    site.publish().exits(2).finds("source/value", "-", site.at(CONFIG, "none, required"));
  }
}
