package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.output.RunLock;

class CleanCommandTest {
  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void aPublishedSite() {
    site = TestSite.small(folder);
    site.publish().exits(0);
    site.publish().exits(0);
  }

  private Set<String> left() throws IOException {
    try (Stream<Path> entries = Files.list(site.path(".oit"))) {
      return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void nothingThatIsKeptToSaveTimeIsLeft() throws IOException {
    assertTrue(left().contains("cache"), left().toString());
    site.run("clean", "--lang", "en").exits(0).says("removed from .oit");
    assertEquals(Set.of("lock"), left());
    site.run("clean", "--lang", "en").exits(0).says("nothing to remove");
    site.run("clean").exits(0).says("ไม่มีอะไรต้องลบ");
  }

  @Test
  void theSiteAndTheReportsStay() {
    Map<String, String> shown = site.tree("public");
    Map<String, String> reports = site.tree("reports");
    Map<String, String> content = site.tree("content");
    assertEquals("", site.run("clean", "--quiet").exits(0).out());
    assertEquals(shown, site.tree("public"));
    assertEquals(reports, site.tree("reports"));
    assertEquals(content, site.tree("content"));
    site.publish().exits(0);
    assertEquals(shown, site.tree("public"));
  }

  @Test
  void aSiteThatAKilledRunHasLeftAsideIsNotLost() throws IOException {
    Map<String, String> shown = site.tree("public");
    Files.move(site.path("public"), site.path(".oit/aside"));
    site.run("clean").exits(0);
    site.append("site-config.yml", "\nnonsense: 1\n");
    site.publish().exits(2);
    site.restore();
    site.publish().exits(0);
    assertEquals(shown, site.tree("public"));
  }

  @Test
  void aRunThatIsAtWorkIsNotDisturbed() throws IOException {
    try (RunLock lock = RunLock.take(site.path(".oit")).orElseThrow()) {
      site.run("clean", "--lang", "en").exits(2).says("another run is working on this site");
    }
    assertTrue(left().contains("cache"));
  }

  @Test
  void whereNothingWasEverDoneNothingIsMade() throws IOException {
    TestSite fresh = TestSite.small(folder.resolve("fresh"));
    fresh.run("clean", "--lang", "en").exits(0).says("nothing to remove");
    assertFalse(fresh.has(".oit"));
  }
}
