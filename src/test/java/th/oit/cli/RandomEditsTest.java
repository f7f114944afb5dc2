package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is kept between runs never shows: after each of a row of random edits of the sources, of
 * the published site and of what was kept, a run says and leaves what a run in a fresh folder does
 * that keeps nothing.
 *
 * <p>{@code -Doit.edits=300} tries that many rows, {@code -Doit.seed=S} others.
 */
class RandomEditsTest {
  private static final int ROWS = Integer.getInteger("oit.edits", 6);
  private static final long SEED = Long.getLong("oit.seed", 2567);
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> DAYS = List.of("2567-04-20", "2567-04-21", "2567-06-01");
  private static final List<String> WORDS =
      List.of(
          "งบประมาณ", "แผน", "[ไม่มี](nowhere.md)", "**เน้น**", "ปี 2567", "[แผน](/oit/2567/o1/)");

  @TempDir Path folder;

  @Test
  void whatWasKeptNeverShows() throws Exception {
    int published = 0;
    int refused = 0;
    for (int row = 0; row < ROWS; row++) {
      Row one = new Row(row);
      one.run();
      published += one.published;
      refused += one.refused;
      delete(one.site);
    }
    assertTrue(published >= ROWS, "most edits leave a site that can be published: " + published);
    assertTrue(refused > 0, "some do not");
  }

  /** One site and what happens to it. */
  private final class Row {
    private final Random random;
    private final Path site;
    private final Map<String, byte[]> originals;
    private final List<String> done = new ArrayList<>();
    private String today = DAYS.get(0);
    private int published;
    private int refused;

    Row(int row) {
      random = new Random(SEED * 1_000_003 + row);
      site = SmallSite.write(folder.resolve("row-" + row));
      originals = sources();
      done.add("seed " + SEED + ", row " + row);
    }

    private void run() throws IOException, InterruptedException {
      int steps = 4 + random.nextInt(4);
      for (int step = 0; step < steps; step++) {
        int edits = step == 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < edits; i++) {
          done.add(edit());
        }
        if (random.nextInt(3) > 0) {
          Thread.sleep(12); // else the run begins in the very tick of the last edit
        }
        switch (random.nextInt(6)) {
          case 0 -> check();
          case 1 -> compare("status");
          default -> publish();
        }
      }
      publish();
    }

    private String at() {
      return String.join("\n  ", done);
    }

    private void publish() throws IOException {
      done.add("publish");
      Map<String, String> before = TestSite.treeOf(site.resolve("public"));
      Run run = run(site, "publish");
      Path fresh = fresh(false);
      Run clean = run(fresh, "publish", "--no-cache");
      assertSame(clean, run);
      Map<String, String> after = TestSite.treeOf(site.resolve("public"));
      assertEquals(
          run.exitCode() == 0 ? TestSite.treeOf(fresh.resolve("public")) : before, after, at());
      assertEquals(
          withoutTime(Files.readString(fresh.resolve("reports/publish.json"))),
          withoutTime(Files.readString(site.resolve("reports/publish.json"))),
          this::at);
      if (run.exitCode() == 0) {
        published++;
        assertEquals(
            Files.exists(fresh.resolve("reports/nginx.conf"))
                ? Files.readString(fresh.resolve("reports/nginx.conf"))
                : null,
            Files.exists(fresh.resolve("reports/nginx.conf"))
                ? Files.readString(site.resolve("reports/nginx.conf"))
                : null,
            this::at);
      } else {
        refused++;
      }
      delete(fresh);
    }

    /** Judges what stands in {@code public/}, whoever has written it. */
    private void check() throws IOException {
      if (Files.isDirectory(site.resolve("public"))) {
        compare("check");
      }
    }

    private void compare(String command) throws IOException {
      done.add(command);
      Run run = run(site, command);
      Path fresh = fresh(command.equals("check"));
      assertSame(run(fresh, command, "--no-cache"), run);
      delete(fresh);
    }

    private void assertSame(Run clean, Run run) throws IOException {
      assertEquals(withoutTime(clean.out()), withoutTime(run.out()), this::at);
      assertEquals(clean.exitCode(), run.exitCode(), this::at);
    }

    private Run run(Path where, String... args) {
      String[] usual = {"--format", "json", "--lang", "en", "--today", today};
      String[] all = Arrays.copyOf(args, args.length + usual.length);
      System.arraycopy(usual, 0, all, args.length, usual.length);
      return Run.in(where, all);
    }

    /** The sources in a folder of their own. */
    private Path fresh(boolean shown) throws IOException {
      Path fresh = folder.resolve("fresh");
      copy(site, fresh, shown ? List.of(".oit", "reports") : List.of(".oit", "reports", "public"));
      return fresh;
    }

    private Map<String, byte[]> sources() {
      Map<String, byte[]> sources = new TreeMap<>();
      for (String path : files("")) {
        if (isSource(path)) {
          sources.put(path, bytes(path));
        }
      }
      return sources;
    }

    private boolean isSource(String path) {
      return !path.startsWith(".oit/")
          && !path.startsWith("public/")
          && !path.startsWith("reports/");
    }

    private List<String> files(String under) {
      Path from = site.resolve(under);
      if (!Files.isDirectory(from)) {
        return List.of();
      }
      try (Stream<Path> all = Files.walk(from)) {
        return all.filter(Files::isRegularFile)
            .map(file -> site.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private <T> T any(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    private String any(String under, String end) {
      List<String> all = files(under).stream().filter(path -> path.endsWith(end)).toList();
      return all.isEmpty() ? "site-config.yml" : any(all);
    }

    private byte[] bytes(String path) {
      try {
        return Files.readAllBytes(site.resolve(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String text(String path) {
      return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private String write(String path, byte[] bytes) throws IOException {
      Path file = site.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return path;
    }

    private String write(String path, String text) throws IOException {
      return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String edit() throws IOException {
      String page = any("content", ".md");
      int number = random.nextInt(1000);
      return switch (random.nextInt(26)) {
        case 0, 1 -> "word in " + write(page, text(page) + "\n" + any(WORDS) + number + "\n");
        case 2, 3 -> "same length in " + sameLength(page, random.nextBoolean());
        case 4 ->
            "title of "
                + write(page, text(page).replaceFirst("title: .*", "title: เรื่อง " + number));
        case 5 -> "draft " + write(page, text(page).replaceFirst("\n", "\nstatus: draft\n"));
        case 6 ->
            "summary of "
                + write(page, text(page).replaceFirst("\n", "\nsummary: สรุป " + number + "\n"));
        case 7 -> {
          String data = any("content", ".csv");
          yield "row in " + write(data, text(data) + "สะพาน," + number + "\n");
        }
        case 8 -> {
          String data = any("content", ".yml");
          yield "answer in " + sameLength(data, random.nextBoolean());
        }
        case 9 -> {
          String line = "The plan of " + (2560 + random.nextInt(9));
          yield "evidence " + line + write("content/files/plan.pdf", SmallSite.pdf(line));
        }
        case 10 -> {
          String file = any("content/files", ".pdf");
          yield "half of " + write(file, Arrays.copyOf(bytes(file), bytes(file).length / 2));
        }
        case 11 -> "words " + write("templates/words.th.yml", "menu: รายการ" + number + "\n");
        case 12 -> {
          String name = any(List.of("page.ftlh", "news.ftlh", "table.ftlh", "layout.ftlh"));
          String template = Files.readString(Path.of("templates").resolve(name));
          yield write("templates/" + name, template + "<#-- " + number + " -->" + "<!-- x -->");
        }
        case 13 ->
            "name in "
                + write(
                    "site-config.yml",
                    text("site-config.yml")
                        .replaceFirst("en: Tua Yang.*", "en: Tua " + number + "}"));
        case 14 -> {
          String config = text("site-config.yml");
          yield "menu in "
              + write(
                  "site-config.yml",
                  config.contains("ภาษี}")
                      ? config.replaceFirst("(?m)^.*ภาษี}.*\n", "")
                      : config.replaceFirst(
                          "hosting:", "  - {title: {th: ภาษี}, to: pages/qa.md}\nhosting:"));
        }
        case 15 -> {
          String to = page.replaceFirst("[a-z0-9]+(\\.en)?\\.md$", "moved" + number + "$1.md");
          move(page, to);
          yield page + " to " + to;
        }
        case 16 -> {
          Files.delete(site.resolve(page));
          yield "deleted " + page;
        }
        case 17 ->
            "new "
                + write(
                    "content/pages/new" + number % 3 + ".md",
                    "---\ntitle: หน้าใหม่ " + number + "\n---\n\n![](../images/truck.jpg)\n");
        case 18 -> {
          String file = any("content", "");
          Files.setLastModifiedTime(site.resolve(file), FileTime.fromMillis(1_700_000_000_000L));
          yield "touched " + file;
        }
        case 19 -> "same bytes in " + write(page, bytes(page));
        case 20, 21 -> damage();
        case 22, 23 -> byHand();
        case 24 -> {
          // As after "git checkout": everything as it was.
          for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            write(original.getKey(), original.getValue());
          }
          for (String path : files("")) {
            if (isSource(path) && !originals.containsKey(path)) {
              Files.delete(site.resolve(path));
            }
          }
          yield "all as it was";
        }
        default -> {
          today = any(DAYS);
          yield "today is " + today;
        }
      };
    }

    private void move(String from, String to) throws IOException {
      Files.move(site.resolve(from), site.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Changes a digit or a letter behind the front matter; the date may be set back. */
    private String sameLength(String path, boolean back) throws IOException {
      byte[] bytes = bytes(path);
      int from = bytes.length / 2;
      for (int i = from; i < bytes.length; i++) {
        if (bytes[i] >= '0' && bytes[i] <= '8' || bytes[i] >= 'a' && bytes[i] <= 'y') {
          bytes[i]++;
          break;
        }
      }
      FileTime date = Files.getLastModifiedTime(site.resolve(path));
      write(path, bytes);
      if (back) {
        Files.setLastModifiedTime(site.resolve(path), date);
      }
      return path + (back ? " with its old date" : "");
    }

    /** Spoils something of what the tool keeps for itself. */
    private String damage() throws IOException {
      List<String> kept = files(".oit").stream().filter(path -> !path.equals(".oit/lock")).toList();
      if (kept.isEmpty()) {
        return "nothing to damage";
      }
      if (random.nextInt(6) == 0) {
        delete(site.resolve(".oit/cache"));
        return "no cache";
      }
      List<String> own = kept.stream().filter(path -> !path.startsWith(".oit/staging")).toList();
      String path = any(own.isEmpty() || random.nextBoolean() ? kept : own);
      byte[] bytes = bytes(path);
      switch (random.nextInt(4)) {
        case 0 -> Files.delete(site.resolve(path));
        case 1 -> write(path, Arrays.copyOf(bytes, bytes.length / 2));
        case 2 -> write(path, new byte[0]);
        default -> {
          if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= 1;
            write(path, bytes);
          }
        }
      }
      return "damaged " + path;
    }

    /** Changes the published site, as a stranger with the password of the host does. */
    private String byHand() throws IOException {
      String path = any("public", random.nextBoolean() ? ".html" : "");
      if (!path.startsWith("public/")) {
        return "nothing published";
      }
      switch (random.nextInt(4)) {
        case 0 -> Files.delete(site.resolve(path));
        case 1 -> write(path, text(path) + "<p>by hand <a href=\"nowhere\">x</a>");
        case 2 -> sameLength(path, true);
        default -> write(path + ".html", "<p>a stranger");
      }
      return "by hand " + path;
    }
  }

  private static JsonNode withoutTime(String json) throws IOException {
    JsonNode report = MAPPER.readTree(json);
    if (report.path("summary") instanceof ObjectNode summary) {
      summary.remove("elapsedMillis");
    }
    return report;
  }

  private static void copy(Path from, Path to, List<String> without) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path relative = from.relativize(file);
        if (!without.contains(relative.getName(0).toString())) {
          Files.copy(file, to.resolve(relative.toString())); // of a folder, only the folder
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : (Iterable<Path>) all.sorted((a, b) -> b.compareTo(a))::iterator) {
        Files.delete(path);
      }
    }
  }
}
