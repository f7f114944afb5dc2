package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the items are, by department, and the days that are left. */
class StatusCommandTest {
  @TempDir Path folder;

  @Test
  void aSiteThatIsReadySaysSoByDepartmentAndShowsNothing() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    Run run = site.run("status", "--lang", "en", "--today", "2567-04-10").exits(0);
    run.says("35 of 35 items pass", "กองคลัง", "สำนักปลัด", "passed ");
    int items = 0;
    for (String line : run.out().lines().filter(l -> l.startsWith("  passed ")).toList()) {
      String[] counts = line.strip().split("\\s+")[1].split("/");
      assertEquals(counts[0], counts[1], line);
      items += Integer.parseInt(counts[1]);
    }
    assertEquals(35, items, run.out());
    run.says("(5 days left)", "(20 days left)");
    assertFalse(site.has("public"), "status publishes nothing");
    assertFalse(site.has("reports"), "status leaves no report");
  }

  @Test
  void theDaysAreCountedFromTheDayThatIsGivenForToday() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.run("status", "--today", "2567-04-15")
        .exits(0)
        .says("15 เมษายน 2567", "(เหลือ 0 วัน)", "30 เมษายน 2567", "(เหลือ 15 วัน)");
    site.run("status", "--today", "2024-05-01")
        .exits(0)
        .says("(เลยมา 16 วันแล้ว)", "(เลยมา 1 วันแล้ว)");
  }

  @Test
  void aSiteThatIsNotReadySaysWhatIsMissing() {
    TestSite site = TestSite.named("paphlu", folder.resolve("paphlu"));
    Run run = site.run("status", "--lang", "en", "--today", TestSite.TODAY).exits(1);
    run.says("missing O2", "(nobody yet)", "0/32", "oit/missing");
    assertFalse(site.has("public"));
  }

  @Test
  void thePublishedSiteStaysAsItIs() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    site.publish().exits(0);
    Map<String, String> before = site.tree("public");
    site.replace("site-config.yml", "th: อบต.ตัวอย่าง", "th: อบต.ใหม่");
    site.run("status").exits(0);
    TestSite.assertSameTree(before, site.tree("public"));
    site.publish().exits(0);
    assertTrue(site.text("public/contact/index.html").contains("อบต.ใหม่"));
  }

  @Test
  void theJsonIsNothingButJson() {
    TestSite site = TestSite.ours(folder.resolve("site"));
    Run run = site.run("status", "--format", "json", "--today", TestSite.TODAY).exits(0);
    assertTrue(run.out().stripTrailing().endsWith("}"), run.out());
    assertEquals("status", run.json().path("command").asText());
    assertEquals(35, run.json().path("items").size());
  }
}
