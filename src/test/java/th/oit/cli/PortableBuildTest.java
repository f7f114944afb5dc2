package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy of a site that is read without a server. */
class PortableBuildTest {
  @TempDir Path folder;

  @Test
  void everyLinkOfTheCopyLeadsToAFileOfTheCopy() throws IOException {
    TestSite site = TestSite.ours(folder.resolve("เว็บไซต์"));
    Path copy = folder.resolve("สำเนา บน USB");
    Run.in(site.folder(), "build", "--portable", copy.toString(), "--today", TestSite.TODAY)
        .exits(0);
    String home = Files.readString(copy.resolve("index.html"));
    assertFalse(home.contains("=\"/"), "a link from the root");
    assertTrue(home.contains("href=\"oit/2567/index.html\""), home);
    Run check =
        Run.in(folder, "check", copy.toString(), "--links-only", "--format", "json").exits(0);
    assertEquals(0, check.json().path("summary").path("errors").asInt());
    assertTrue(check.json().path("summary").path("links").asInt() > 1000);
  }

  @Test
  void aFolderWithFilesIsNotTouched() throws IOException {
    TestSite site = TestSite.ours(folder.resolve("site"));
    Path taken = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(taken.resolve("งาน.txt"), "x");
    Run.in(site.folder(), "build", "--portable", "../taken", "--today", TestSite.TODAY)
        .exits(2)
        .says("taken");
    assertFalse(site.has("public"));
    assertEquals(1, taken.toFile().list().length);
  }
}
