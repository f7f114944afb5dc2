package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.finding.Finding;

/**
 * Holds the benchmark to what it claims: it compiles, and what it measures is a real check of a
 * tree as described. The times themselves are for {@code src/bench/run} to take.
 */
class BenchmarkTreeTest {
  @TempDir Path folder;

  @Test
  void measuresPagesOfTheSizeAndTheLinksThatItClaims() throws Exception {
    write(200, folder.resolve("tree"));
    Path tree = folder.resolve("tree");
    LinkCheckResult result = LinkCheck.run(LinkCheckRequest.of(tree));
    assertEquals(201, result.pages());
    // The links of the pages, of the home page to both folders, and of the style sheet.
    assertEquals(200 * 100 + 2 + 1, result.links());
    Map<String, Integer> rules = new TreeMap<>();
    for (Finding finding : result.findings()) {
      rules.merge(finding.rule().id(), 1, Integer::sum);
    }
    assertEquals(Map.of("link/not-found", 2, "link/no-fragment", 2), rules);
    for (String page : List.of("s0/index.html", "s0/p1.html", "s1/p199.html")) {
      long size = Files.size(tree.resolve(page));
      assertTrue(size >= 12_000 && size < 13_500, page + " has " + size + " bytes");
    }
  }

  @Test
  void letsACrawlerReachEveryPageFromTheHomePage() throws Exception {
    Path tree = folder.resolve("tree");
    write(300, tree);
    LinkCheckResult result = LinkCheck.run(LinkCheckRequest.of(tree));
    List<String> reached = new ArrayList<>(List.of("index.html"));
    for (int i = 0; i < reached.size(); i++) {
      for (String target : result.targets(reached.get(i))) {
        if (!reached.contains(target)) {
          reached.add(target);
        }
      }
    }
    assertEquals(result.pages(), reached.size());
  }

  /** Runs the benchmark's own generator, compiled as its launcher does. */
  private void write(int pages, Path tree) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(List.of("-encoding", "UTF-8", "-Xlint:all", "-Werror", "-d"));
    arguments.add(classes.toString());
    try (Stream<Path> sources = Files.list(Path.of("src/bench/java"))) {
      sources.map(Path::toString).sorted().forEach(arguments::add);
    }
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, compiled, "src/bench/java compiles");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                "LinkTree",
                tree.toString(),
                String.format(Locale.ROOT, "%d", pages))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }
}
