package th.oit.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.SiteFiles;

/** Both ways of noticing a change notice the same. */
class WatchTest {
  private static final long LONG = 5000;
  private static final long SHORT = 120;
  private static final long QUIET = 30;

  @TempDir Path site;
  private final Set<Path> sources = new LinkedHashSet<>();

  private Watch watch(boolean polling) throws IOException {
    SiteFiles.put(site.resolve("site-config.yml"), "a");
    SiteFiles.put(site.resolve("content/pages/about.md"), "a");
    sources.add(site.resolve("site-config.yml"));
    sources.add(site.resolve("content"));
    sources.add(site.resolve("templates"));
    return polling ? new PollingWatch(() -> sources, 20) : new NativeWatch(() -> sources);
  }

  private static void assertNoticed(Watch watch, String what) throws InterruptedException {
    assertTrue(watch.await(LONG, QUIET, TimeUnit.MILLISECONDS), what);
    assertQuiet(watch, "told twice: " + what);
  }

  private static void assertQuiet(Watch watch, String what) throws InterruptedException {
    assertFalse(watch.await(SHORT, QUIET, TimeUnit.MILLISECONDS), what);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noticesEveryKindOfSaveOnce(boolean polling) throws Exception {
    try (Watch watch = watch(polling)) {
      assertEquals(polling, watch.polls());
      Path page = site.resolve("content/pages/about.md");
      Files.writeString(page, "ab");
      assertNoticed(watch, "written in place");
      Files.writeString(site.resolve("content/pages/about.md.tmp"), "abc");
      Files.move(
          site.resolve("content/pages/about.md.tmp"), page, StandardCopyOption.REPLACE_EXISTING);
      assertNoticed(watch, "put in its place");
      // As vim does: a try whether it may, a copy kept aside, the file anew.
      Files.writeString(site.resolve("content/pages/4913"), "");
      Files.delete(site.resolve("content/pages/4913"));
      Files.move(page, site.resolve("content/pages/about.md~"));
      Files.writeString(page, "abcd");
      Files.delete(site.resolve("content/pages/about.md~"));
      assertNoticed(watch, "moved aside and written anew");
      Files.writeString(site.resolve("site-config.yml"), "ab");
      assertNoticed(watch, "the configuration");
      Files.delete(page);
      assertNoticed(watch, "deleted");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noticesWhatIsInFoldersThatWereNotThereBefore(boolean polling) throws Exception {
    try (Watch watch = watch(polling)) {
      SiteFiles.put(site.resolve("templates/assets/site.css"), "a");
      assertNoticed(watch, "a first template");
      SiteFiles.put(site.resolve("templates/assets/site.css"), "ab");
      assertNoticed(watch, "that template");
      SiteFiles.put(site.resolve("content/oit/2567/o1/index.md"), "a");
      assertNoticed(watch, "a first page");
      SiteFiles.put(site.resolve("content/oit/2567/o1/index.md"), "ab");
      assertNoticed(watch, "that page");
      Files.move(site.resolve("content/oit/2567"), site.resolve("content/oit/2568"));
      assertNoticed(watch, "a folder of another name");
      SiteFiles.put(site.resolve("content/oit/2568/o1/index.md"), "abc");
      assertNoticed(watch, "a page in it");
      sources.add(site.resolve("lists/own.yml"));
      SiteFiles.put(site.resolve("lists/own.yml"), "a");
      watch.await(LONG, QUIET, TimeUnit.MILLISECONDS);
      SiteFiles.put(site.resolve("lists/own.yml"), "ab");
      assertNoticed(watch, "a source that came later");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passesOverWhatIsNoSource(boolean polling) throws Exception {
    try (Watch watch = watch(polling)) {
      for (String file :
          List.of(
              "content/pages/.about.md.swp",
              "content/pages/.about.md.un~",
              "content/pages/4913",
              "content/pages/about.md~",
              "content/pages/~$plan.docx",
              "content/pages/plan.tmp",
              "content/pages/#about.md#",
              "content/Thumbs.db",
              "content/.git/index",
              "public/index.html",
              "reports/publish.json",
              ".oit/serve/site/index.html",
              "notes.txt")) {
        SiteFiles.put(site.resolve(file), "a");
      }
      assertQuiet(watch, "none of them is a source");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noticesBytesOfTheSameSize(boolean polling) throws Exception {
    try (Watch watch = watch(polling)) {
      Path page = site.resolve("content/pages/about.md");
      Files.setLastModifiedTime(page, FileTime.fromMillis(1_700_000_000_000L));
      assertNoticed(watch, "touched");
      Files.writeString(page, "b");
      assertNoticed(watch, "of the same size");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nfs4, /srv/site, true",
    "cifs, /mnt/share, true",
    "9p, /mnt/c/site, true",
    "fuse.sshfs, /home/a, true",
    "ntfs, \\\\server\\share\\site, true",
    "ext4, /home/a, false",
    "overlay, /work, false",
    "tmpfs, /tmp, false",
    "ntfs, C:\\site, false",
    "'', /home/a, false"
  })
  void knowsFileSystemsOfOtherMachines(String type, String folder, boolean far) {
    assertEquals(far, Watch.isFarAway(type, folder));
  }
}
