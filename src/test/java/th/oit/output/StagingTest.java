package th.oit.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;

class StagingTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;
  private Path work;
  private Path shown;

  @BeforeEach
  void names() {
    work = folder.resolve(".oit");
    shown = folder.resolve("public");
  }

  @Test
  void showsTheFirstSite() throws IOException {
    publish(Map.of("index.html", "one", "oit/2567/index.html", "two"));
    assertEquals(Map.of("index.html", "one", "oit/2567/index.html", "two"), tree(shown));
  }

  @Test
  void showsNothingBeforeItIsTold() throws IOException {
    publish(Map.of("index.html", "old"));
    Staging staging = Staging.open(work, shown);
    staging.write("index.html", "new".getBytes(UTF_8));
    staging.finish();
    assertEquals(Map.of("index.html", "old"), tree(shown));
    assertEquals(Map.of("index.html", "new"), tree(staging.root()));
    staging.show();
    assertEquals(Map.of("index.html", "new"), tree(shown));
  }

  @Test
  void keepsTheSiteBeforeInTheStagingFolder() throws IOException {
    publish(Map.of("index.html", "old", "a.html", "old"));
    publish(Map.of("index.html", "new", "b.html", "new"));
    assertEquals(Map.of("index.html", "new", "b.html", "new"), tree(shown));
    assertEquals(Map.of("index.html", "old", "a.html", "old"), tree(work.resolve("staging")));
  }

  @Test
  void writesOnlyFilesWhoseBytesDiffer() throws IOException {
    Path from = folder.resolve("plan.pdf");
    SiteFiles.put(from, "pdf");
    Staging first = Staging.open(work, shown);
    first.write("same.html", "same".getBytes(UTF_8));
    first.write("size.html", "1234".getBytes(UTF_8));
    first.write("text.html", "abc".getBytes(UTF_8));
    first.copy("plan.pdf", from);
    first.copy("sub/other.pdf", from);
    first.finish();
    for (String name : tree(first.root()).keySet()) {
      Files.setLastModifiedTime(first.root().resolve(name), LONG_AGO);
    }
    SiteFiles.put(folder.resolve("changed.pdf"), "PDF");

    Staging second = Staging.open(work, shown);
    second.write("same.html", "same".getBytes(UTF_8));
    second.write("size.html", "12345".getBytes(UTF_8));
    second.write("text.html", "abd".getBytes(UTF_8));
    second.copy("plan.pdf", from);
    second.copy("sub/other.pdf", folder.resolve("changed.pdf"));
    second.finish();

    assertEquals(
        Map.of(
            "same.html", "same",
            "size.html", "12345",
            "text.html", "abd",
            "plan.pdf", "pdf",
            "sub/other.pdf", "PDF"),
        tree(second.root()));
    assertTrue(isUntouched("same.html"));
    assertTrue(isUntouched("plan.pdf"));
    assertFalse(isUntouched("size.html"));
    assertFalse(isUntouched("text.html"));
    assertFalse(isUntouched("sub/other.pdf"));
  }

  @Test
  void removesFilesAndFoldersThatAreNoLongerMade() throws IOException {
    stage(Map.of("index.html", "1", "a/b/c/index.html", "2", "a/plan.pdf", "3"));
    Files.createDirectories(work.resolve("staging/empty/folder"));
    stage(Map.of("index.html", "1", "a/plan.pdf", "3"));
    assertEquals(Map.of("index.html", "1", "a/plan.pdf", "3"), tree(work.resolve("staging")));
    assertFalse(Files.exists(work.resolve("staging/a/b")));
    assertFalse(Files.exists(work.resolve("staging/empty")));
  }

  @Test
  void makesAFolderWhereAFileStood() throws IOException {
    stage(Map.of("about", "file", "x/y", "file"));
    stage(Map.of("about/index.html", "page", "x/y/z/index.html", "page"));
    assertEquals(
        Map.of("about/index.html", "page", "x/y/z/index.html", "page"),
        tree(work.resolve("staging")));
  }

  @Test
  void makesAFileWhereAFolderStood() throws IOException {
    stage(Map.of("about/index.html", "page", "about/sub/a.pdf", "x", "x/y/z/index.html", "page"));
    SiteFiles.put(folder.resolve("y"), "copied");
    Staging staging = Staging.open(work, shown);
    staging.write("about", "file".getBytes(UTF_8));
    staging.copy("x/y", folder.resolve("y"));
    staging.finish();
    assertEquals(Map.of("about", "file", "x/y", "copied"), tree(staging.root()));
  }

  @Test
  void bringsBackAFileThatSomebodyPutIntoTheStagingFolder() throws IOException {
    stage(Map.of("index.html", "1"));
    SiteFiles.put(work.resolve("staging/index.html"), "2");
    SiteFiles.put(work.resolve("staging/virus.php"), "x");
    stage(Map.of("index.html", "1"));
    assertEquals(Map.of("index.html", "1"), tree(work.resolve("staging")));
  }

  @Test
  void writesThroughALinkInPlaceOfTheShownFolder() throws IOException {
    Path real = Files.createDirectories(folder.resolve("htdocs"));
    Files.createSymbolicLink(shown, real);
    publish(Map.of("index.html", "one"));
    publish(Map.of("index.html", "two"));
    assertTrue(Files.isSymbolicLink(shown));
    assertEquals(Map.of("index.html", "two"), tree(real));
  }

  @Test
  void putsTheShownSiteBackAfterAKillBeforeTheNewOneWasInItsPlace() throws IOException {
    SiteFiles.put(work.resolve("aside/index.html"), "old");
    SiteFiles.put(work.resolve("staging/index.html"), "new");
    Staging staging = Staging.open(work, shown);
    assertEquals(Map.of("index.html", "old"), tree(shown));
    assertEquals(Map.of("index.html", "new"), tree(staging.root()));
    assertFalse(Files.exists(work.resolve("aside")));
  }

  @Test
  void keepsTheNewSiteAfterAKillBeforeTheOldOneWasPutAway() throws IOException {
    SiteFiles.put(work.resolve("aside/index.html"), "old");
    SiteFiles.put(shown.resolve("index.html"), "new");
    Staging staging = Staging.open(work, shown);
    assertEquals(Map.of("index.html", "new"), tree(shown));
    assertEquals(Map.of("index.html", "old"), tree(staging.root()));
    assertFalse(Files.exists(work.resolve("aside")));
  }

  @Test
  void getsOverAFolderLeftAsideBesideBothOthers() throws IOException {
    SiteFiles.put(work.resolve("aside/index.html"), "left");
    SiteFiles.put(work.resolve("staging/index.html"), "x");
    SiteFiles.put(shown.resolve("index.html"), "old");
    publish(Map.of("index.html", "new"));
    assertEquals(Map.of("index.html", "new"), tree(shown));
    assertFalse(Files.exists(work.resolve("aside")));
  }

  @Test
  void exchangesTwoFoldersAndKeepsTheBytesOfBoth() throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    SiteFiles.put(one.resolve("a/b.txt"), "one");
    SiteFiles.put(other.resolve("c.txt"), "other");
    new FolderExchange(folder.resolve("aside")).exchange(one, other);
    assertEquals(Map.of("c.txt", "other"), tree(one));
    assertEquals(Map.of("a/b.txt", "one"), tree(other));
    assertFalse(Files.exists(folder.resolve("aside")));
  }

  @Test
  void exchangesFoldersWithThreeRenamesWhereOneStepIsNotToBeHad() throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    SiteFiles.put(one.resolve("a/b.txt"), "one");
    SiteFiles.put(other.resolve("c.txt"), "other");
    String system = System.getProperty("os.name");
    System.setProperty("os.name", "Another system");
    try {
      new FolderExchange(folder.resolve("aside")).exchange(one, other);
    } finally {
      System.setProperty("os.name", system);
    }
    assertEquals(Map.of("c.txt", "other"), tree(one));
    assertEquals(Map.of("a/b.txt", "one"), tree(other));
    assertFalse(Files.exists(folder.resolve("aside")));
  }

  private void stage(Map<String, String> files) throws IOException {
    Staging staging = Staging.open(work, shown);
    files.forEach((name, text) -> staging.write(name, text.getBytes(UTF_8)));
    staging.finish();
  }

  private void publish(Map<String, String> files) throws IOException {
    Staging staging = Staging.open(work, shown);
    files.forEach((name, text) -> staging.write(name, text.getBytes(UTF_8)));
    staging.finish();
    staging.show();
  }

  private boolean isUntouched(String name) throws IOException {
    return Files.getLastModifiedTime(work.resolve("staging").resolve(name)).equals(LONG_AGO);
  }

  private static Map<String, String> tree(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return files;
  }
}
