package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
  @TempDir Path folder;

  @Test
  void itCountsEveryPageThatItWritesAndSaysThatNothingIsPublished() {
    TestSite site = TestSite.small(folder);
    Run build = site.run("build", "--lang", "th", "--today", TestSite.TODAY).exits(0);
    long pages =
        site.tree("public").keySet().stream().filter(file -> file.endsWith(".html")).count();
    build.says("สร้างแล้วที่ public/  " + pages + " หน้า");
    int judged = site.publish().exits(0).json().path("summary").path("pages").asInt();
    assertEquals(judged, pages);
  }
}
