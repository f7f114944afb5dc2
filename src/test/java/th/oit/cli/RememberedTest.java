package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;

/** A run that goes on from an earlier one makes and finds what a first one does. */
class RememberedTest {
  private static final String FILES =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th}
      organization:
        name: องค์การบริหารส่วนตำบลตัวอย่าง
      departments:
        - {id: office, name: สำนักปลัด}
      assessment: {year: 2567}
      menu:
        - {title: ข่าว, to: /news/}
      == content/index.md
      ยินดีต้อนรับ
      == content/oit/2567/o1/index.md
      ---
      title: โครงสร้าง
      updated: 2024-01-15
      department: office
      evidence:
        - {file: plan.pdf, title: แผน}
      ---
      ## แผน {#plan}

      ![งบ](budget.csv)

      [ข่าว](/news/one/#part) และ [เกี่ยวกับ](../../../pages/about.md#place)
      == content/oit/2567/o1/budget.csv
      รายการ,บาท
      ก,100
      ข,200
      == content/oit/2567/o1/plan.pdf
      %PDF-1.4
      == content/pages/about.md
      ---
      title: เกี่ยวกับ
      ---
      ## ที่ตั้ง {#place}

      ข้อความ [โครงสร้าง](../oit/2567/o1/index.md#plan)
      == content/pages/staff.md
      ---
      title: บุคลากร
      ---
      ![บุคลากร](staff.yml)
      == content/pages/staff.yml
      - {name: นาย ก, position: นายก}
      == content/news/one.md
      ---
      title: ข่าวหนึ่ง
      date: 2024-02-01
      ---
      ## ส่วน {#part}

      เนื้อข่าวหนึ่ง [บุคลากร](../pages/staff.md)
      """;

  @TempDir Path folder;
  private Path site;
  private int clean;

  @BeforeEach
  void writeSite() {
    site = SiteFiles.write(folder.resolve("site"), FILES);
  }

  /** Publishes what stands there both here and from nothing, and compares all that comes of it. */
  private void assertIsAsFromNothing(String after) throws IOException {
    Path fresh = folder.resolve("clean-" + clean++);
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String path = site.relativize(file).toString();
        if (Files.isRegularFile(file)
            && Stream.of("content", "templates", "site-config").anyMatch(path::startsWith)) {
          Files.createDirectories(fresh.resolve(path).getParent());
          Files.copy(file, fresh.resolve(path));
        }
      }
    }
    Run expected = publish(fresh);
    Run run = publish(site);
    assertEquals(report(expected), report(run), after);
    String tree = expected.exitCode() == 0 ? "public" : ".oit/staging";
    assertEquals(TestSite.treeOf(fresh.resolve(tree)), TestSite.treeOf(site.resolve(tree)), after);
  }

  private static Run publish(Path site) {
    return Run.in(site, "publish", "--format", "json", "--lang", "en", "--today", "2567-04-20");
  }

  private static String report(Run run) {
    ObjectNode report = (ObjectNode) run.json();
    ((ObjectNode) report.path("summary")).remove("elapsedMillis");
    return report.toPrettyString();
  }

  private void append(String file, String more) throws IOException {
    Path path = site.resolve(file);
    Files.writeString(path, Files.readString(path) + more);
  }

  private void replace(String file, String old, String now) throws IOException {
    Path path = site.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(old), file);
    Files.writeString(path, text.replace(old, now));
  }

  @Test
  void aPlaceThatIsGoneIsMissedByThePagesThatWereKept() throws IOException {
    assertIsAsFromNothing("first");
    replace("content/pages/about.md", "{#place}", "{#elsewhere}");
    assertIsAsFromNothing("a place renamed");
    assertTrue(publish(site).all().contains("no-fragment"));
    replace("content/pages/about.md", "{#elsewhere}", "{#place}");
    assertIsAsFromNothing("and back");
  }

  @Test
  void aBrokenLinkIsFoundAgainThoughItsPageWasKept() throws IOException {
    append("content/pages/about.md", "\n[ไม่มี](nowhere.pdf) [รูป](/x.png)\n");
    assertIsAsFromNothing("first");
    append("content/news/one.md", "\nอีกบรรทัด\n");
    assertIsAsFromNothing("another page");
    SiteFiles.put(site.resolve("content/pages/nowhere.pdf"), "%PDF-1.4");
    assertIsAsFromNothing("mended by a file");
  }

  @Test
  void aFileThatIsGoneIsMissedByPagesWithTheSameBytes() throws IOException {
    SiteFiles.put(site.resolve("content/pages/map.pdf"), "%PDF-1.4");
    append("content/news/one.md", "\n[แผนที่](/map.pdf)\n");
    assertIsAsFromNothing("first");
    append("content/pages/about.md", "\nอีกบรรทัด\n");
    assertIsAsFromNothing("nothing wrong");
    Files.delete(site.resolve("content/pages/map.pdf"));
    assertIsAsFromNothing("gone");
    assertTrue(publish(site).all().contains("/map.pdf"));
  }

  @Test
  void aTreeThatSomebodyChangedByHandIsMadeAgain() throws IOException {
    assertIsAsFromNothing("first");
    assertIsAsFromNothing("second");
    SiteFiles.put(site.resolve(".oit/staging/about/index.html"), "<p>virus");
    SiteFiles.put(site.resolve(".oit/staging/new.html"), "<p>virus");
    Files.delete(site.resolve(".oit/staging/news/one/index.html"));
    append("content/pages/staff.md", "\nอีกบรรทัด\n");
    assertIsAsFromNothing("changed by hand");
  }

  @Test
  void aCacheThatIsDamagedOrCutIsNoCache() throws IOException {
    assertIsAsFromNothing("first");
    Path cache = site.resolve(".oit/cache/pages");
    byte[] bytes = Files.readAllBytes(cache);
    for (int at = 0; at < bytes.length; at += bytes.length / 5) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(cache, damaged);
      append("content/news/one.md", "\nอีกบรรทัด\n");
      assertIsAsFromNothing("damaged at " + at);
    }
    Files.write(cache, List.of("x"));
    assertIsAsFromNothing("another file");
  }

  /** {@code -Doit.edits=N} takes more, {@code -Doit.seed=S} other ones. */
  @Test
  void anyRowOfEditsEndsAsACleanRunDoes() throws IOException {
    long seed = Long.getLong("oit.seed", 4);
    Random random = new Random(seed);
    List<String> done = new ArrayList<>();
    for (int i = 0; i < Integer.getInteger("oit.edits", 12); i++) {
      done.add(edit(random, i));
      if (random.nextInt(3) > 0) {
        assertIsAsFromNothing("seed " + seed + ": " + done);
      }
    }
  }

  private String edit(Random random, int number) throws IOException {
    Map<Integer, String> pages =
        new TreeMap<>(
            Map.of(
                0, "content/pages/about.md",
                1, "content/news/one.md",
                2, "content/oit/2567/o1/index.md",
                3, "content/pages/staff.md"));
    String page = pages.get(random.nextInt(pages.size()));
    switch (random.nextInt(11)) {
      case 0, 1 -> append(page, "\n\nคำที่ " + number + "\n");
      case 2 -> append(page, "\n\n## ส่วนที่ " + number + " {#s" + number + "}\n");
      case 3 -> append(page, "\n[ลิงก์](/about/#s" + random.nextInt(number + 1) + ")\n");
      case 4 -> append("content/oit/2567/o1/budget.csv", "ค" + number + "," + number + "\n");
      case 5 -> replace("content/news/one.md", "title: ", "title: " + number);
      case 6 ->
          SiteFiles.write(
              site,
              "== content/pages/p"
                  + random.nextInt(3)
                  + ".md\n---\ntitle: ห\n---\n[x](about.md)\n");
      case 7 -> Files.deleteIfExists(site.resolve("content/pages/p" + random.nextInt(3) + ".md"));
      case 8 -> append("content/pages/staff.yml", "- {name: นาย " + number + ", position: ปลัด}\n");
      case 9 -> {
        // The same size and the same day, in the same tick.
        Path file = site.resolve("content/oit/2567/o1/plan.pdf");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "%PDF-1." + number % 10 + "\n");
        Files.setLastModifiedTime(file, time);
      }
      default -> SiteFiles.write(site, "== templates/words.th.yml\nnews: ข่าวสาร " + number + "\n");
    }
    return page + " " + number;
  }
}
