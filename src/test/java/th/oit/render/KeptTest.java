package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;
import th.oit.TestSite;
import th.oit.content.ContentMemory;
import th.oit.document.DocumentReader;
import th.oit.finding.Origins;
import th.oit.identity.Print;
import th.oit.work.Workers;

/** What is kept between two renderings in one process is what would have been made. */
class KeptTest {
  private static final String FILES =
      TestSite.CONFIG
          + """
          == content/index.md
          ---
          summary: หน้าแรก
          ---
          ยินดีต้อนรับ
          == content/oit/2567/o1/index.md
          ---
          title: โครงสร้าง
          updated: 2024-01-15
          department: office
          supervisor: ปลัด
          evidence:
            - {file: plan.pdf, title: แผน}
          ---
          ## แผน {#plan}

          ![งบ](budget.csv)

          [ข่าว](/news/one/)
          == content/oit/2567/o1/budget.csv
          รายการ,บาท
          ก,100
          == content/oit/2567/o1/plan.pdf
          %PDF-1.4
          == content/pages/about.md
          ---
          title: เกี่ยวกับ
          ---
          ข้อความ [โครงสร้าง](../oit/2567/o1/index.md)
          == content/pages/about.en.md
          ---
          title: About
          ---
          Text
          == content/news/one.md
          ---
          title: ข่าวหนึ่ง
          date: 2024-02-01
          topic: ประกาศ
          ---
          เนื้อข่าวหนึ่ง
          == content/news/two.md
          ---
          title: ข่าวสอง
          date: 2024-02-02
          ---
          เนื้อข่าวสอง
          """;

  @TempDir Path folder;

  private final ContentMemory memory = new ContentMemory();
  private Kept kept = new Kept();
  private final Keeping sink = new Keeping();

  /** Holds a site in memory from one rendering to the next. */
  private static final class Keeping implements Sink {
    private Map<String, byte[]> files = Map.of();
    private Map<String, Print> prints = Map.of();
    private Map<String, byte[]> nextFiles = new ConcurrentHashMap<>();
    private Map<String, Print> nextPrints = new ConcurrentHashMap<>();
    private Set<String> written = new TreeSet<>();

    @Override
    public void write(String output, byte[] bytes) {
      throw new IllegalStateException("without a print: " + output);
    }

    @Override
    public void copy(String output, Path from) {
      throw new IllegalStateException("without a print: " + output);
    }

    @Override
    public synchronized void write(String output, byte[] bytes, Print print) {
      assertEquals(Print.of(bytes), print);
      written.add(output);
      nextFiles.put(output, bytes);
      nextPrints.put(output, print);
    }

    @Override
    public void copy(String output, Path from, Print print) {
      try {
        write(output, Files.readAllBytes(from), print);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean keep(String output, Print print) {
      if (!print.equals(prints.get(output))) {
        return false;
      }
      nextFiles.put(output, files.get(output));
      nextPrints.put(output, print);
      return true;
    }

    /** Ends a rendering; the files that were written in it. */
    Set<String> done() {
      Set<String> all = written;
      files = nextFiles;
      prints = nextPrints;
      nextFiles = new ConcurrentHashMap<>();
      nextPrints = new ConcurrentHashMap<>();
      written = new TreeSet<>();
      return all;
    }
  }

  private SourceMap origins;

  /** Renders again; the files that were made anew. */
  private Set<String> render() {
    TestSite site = TestSite.read(folder, memory);
    try (Workers workers = new Workers(2)) {
      origins =
          SiteRenderer.render(
              site.site(),
              site.content(),
              folder,
              new DocumentReader(),
              "oit test",
              workers,
              sink,
              Print.NONE,
              kept);
    }
    return sink.done();
  }

  private void assertIsAsFromNothing(String after) {
    Rendered clean = Rendered.of(TestSite.read(folder), 2);
    assertEquals(texts(clean.files()), texts(sink.files), after);
    for (String page : clean.files().keySet()) {
      for (String key : new String[] {Origins.page(), Origins.link("/news/one/"), "row:budget:0"}) {
        assertEquals(
            clean.origins().of(page, key, 0), origins.of(page, key, 0), after + " " + page + key);
      }
    }
  }

  private static Map<String, String> texts(Map<String, byte[]> files) {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((output, bytes) -> texts.put(output, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  private void edit(String file, String from, String to) {
    try {
      Path path = folder.resolve(file);
      String text = Files.readString(path);
      assertTrue(text.contains(from), file);
      Files.writeString(path, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSecondRenderingWritesNothing() {
    SiteFiles.write(folder, FILES);
    assertFalse(render().isEmpty());
    assertEquals(Set.of(), render());
    assertIsAsFromNothing("nothing");
  }

  @Test
  void aWordOfABodyIsSeenOnItsPageAndInTheSearchAlone() {
    SiteFiles.write(folder, FILES);
    render();
    edit("content/pages/about.md", "ข้อความ", "ถ้อยคำ");
    Set<String> written = render();
    assertTrue(written.remove("about/index.html"));
    assertTrue(written.removeIf(output -> output.matches("assets/search-\\w+\\.json")));
    assertTrue(written.removeAll(Set.of(".htaccess", "_headers", "web.config")));
    assertEquals(Set.of("search/index.html", "en/search/index.html"), written);
    assertIsAsFromNothing("a word");
  }

  @Test
  void aTitleIsSeenByOtherPages() {
    SiteFiles.write(folder, FILES);
    render();
    edit("content/news/two.md", "title: ข่าวสอง", "title: ข่าวใหม่");
    assertTrue(render().contains("news/one/index.html"));
    assertIsAsFromNothing("a title");
  }

  @Test
  void anythingElseThatPagesDependOnMakesEverythingAnew() throws IOException {
    SiteFiles.write(folder, FILES);
    render();
    Map<String, Consumer<Path>> edits = new TreeMap<>();
    edits.put("data", site -> edit("content/oit/2567/o1/budget.csv", "100", "250"));
    edits.put("evidence", site -> edit("content/oit/2567/o1/plan.pdf", "%PDF-1.4", "%PDF-1.5 "));
    edits.put("config", site -> edit("site-config.yml", "กองคลัง", "กองการคลัง"));
    edits.put(
        "template",
        site ->
            SiteFiles.write(
                site,
                "== templates/page.ftlh\n<!doctype html><title>${page.title}</title>${page.body}"));
    edits.put(
        "words", site -> SiteFiles.write(site, "== templates/words.th.yml\nnews: ข่าวสารของเรา\n"));
    edits.put(
        "draft",
        site -> edit("content/news/one.md", "title: ข่าวหนึ่ง", "title: ข่าวหนึ่ง\nstatus: draft"));
    for (Map.Entry<String, Consumer<Path>> edit : edits.entrySet()) {
      edit.getValue().accept(folder);
      assertTrue(render().size() > 5, edit.getKey());
      assertIsAsFromNothing(edit.getKey());
    }
    Files.delete(folder.resolve("content/news/two.md"));
    render();
    assertIsAsFromNothing("deleted");
  }

  @Test
  void whatTheSinkHasLostIsMadeAgain() {
    SiteFiles.write(folder, FILES);
    render();
    sink.prints.remove("about/index.html");
    sink.prints.remove("oit/2567/o1/budget.json");
    assertEquals(
        Set.of(
            "about/index.html",
            "oit/2567/o1/index.html",
            "oit/2567/o1/budget.csv",
            "oit/2567/o1/budget.json"),
        render());
    assertIsAsFromNothing("lost");
  }

  @Test
  void whatIsPackedSaysTheSame() throws IOException {
    kept = new Kept(0);
    anyRowOfEditsLeavesWhatACleanRenderingMakes();
  }

  /** {@code -Doit.edits=N} takes more, {@code -Doit.seed=S} other ones. */
  @Test
  void anyRowOfEditsLeavesWhatACleanRenderingMakes() throws IOException {
    long seed = Long.getLong("oit.seed", 7);
    Random random = new Random(seed);
    SiteFiles.write(folder, FILES);
    render();
    for (int i = 0; i < Integer.getInteger("oit.edits", 12); i++) {
      String what = randomEdit(random, i);
      render();
      assertIsAsFromNothing("seed " + seed + ", edit " + i + ": " + what);
    }
  }

  private String randomEdit(Random random, int number) throws IOException {
    String word = "คำที่" + number;
    switch (random.nextInt(9)) {
      case 0 -> {
        return append("content/pages/about.md", "\n\n" + word + "\n");
      }
      case 1 -> {
        return append("content/news/one.md", "\n\n## " + word + "\n");
      }
      case 2 -> {
        return append("content/oit/2567/o1/budget.csv", word + "," + number + "\n");
      }
      case 3 -> {
        return append("content/oit/2567/o1/index.md", "\n[" + word + "](plan.pdf)\n");
      }
      case 4 -> {
        edit("content/news/two.md", "title: ", "title: " + number);
        return "a title";
      }
      case 5 -> {
        SiteFiles.write(
            folder,
            "== content/pages/p" + random.nextInt(3) + ".md\n---\ntitle: " + word + "\n---\nx\n");
        return "a page";
      }
      case 6 -> {
        Files.deleteIfExists(folder.resolve("content/pages/p" + random.nextInt(3) + ".md"));
        return "a page deleted";
      }
      case 7 -> {
        SiteFiles.write(folder, "== templates/words.th.yml\nnews: " + word + "\n");
        return "a word of the templates";
      }
      default -> {
        Path page = folder.resolve("content/news/one.md");
        Files.write(page, Files.readAllBytes(page));
        return "touched";
      }
    }
  }

  private String append(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path) + text);
    return file + " + " + text.strip();
  }
}
