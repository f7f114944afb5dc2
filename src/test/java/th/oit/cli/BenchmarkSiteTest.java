package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the sites that the benchmark makes to what it says of them. */
class BenchmarkSiteTest {
  private static final int PAGES = 120;

  @TempDir Path folder;

  @Test
  void measuresPagesOfTheSizeAndTheLinksThatItClaimsBehindAnOpenGate() throws Exception {
    Path site = folder.resolve("site");
    write("oit", site);
    Run run = Run.in(site, "publish", "--format", "json", "--today", "2024-04-10").exits(0);
    assertEquals("pass", run.json().path("verdict").asText());
    assertEquals(5, run.json().path("catalog").path("passed").asInt());
    assertTrue(run.json().path("summary").path("pages").asInt() > PAGES);
    for (String page : List.of("s0/p0", "s0/p57", "s1/p119")) {
      Path file = site.resolve("public").resolve(page).resolve("index.html");
      long size = Files.size(file);
      assertTrue(size > 7_000 && size < 10_000, page + " has " + size + " bytes");
      Document html = Jsoup.parse(Files.readString(file));
      String own = "main [id^=part-] ~ ";
      assertEquals(4, html.select("main h2[id^=part-]").size(), page);
      assertEquals(6, html.select("main a[href*=/s]").size(), page);
      assertEquals(2, html.select("main a[href*=/s][href*=#part-]").size(), page);
      assertEquals(1, html.select(own + "p a[href$=.pdf]").size(), page);
      assertEquals(1, html.select(own + "p img").size(), page);
      assertEquals(1, html.select("main table").size(), page);
    }
  }

  @Test
  void writesTheSameSourcesEveryTime() throws Exception {
    write("oit", folder.resolve("one"));
    write("oit", folder.resolve("two"));
    try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertTrue(written.size() > PAGES);
      for (Path file : written) {
        Path other = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
        assertEquals(-1, Files.mismatch(file, other), file::toString);
      }
    }
  }

  /** Runs the benchmark's own generator, compiled as its launcher does. */
  private void write(String form, Path site) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    if (Files.notExists(classes.resolve("SiteCorpus.class"))) {
      List<String> arguments = new ArrayList<>(List.of("-encoding", "UTF-8", "-d"));
      arguments.add(classes.toString());
      arguments.add("src/bench/java/SiteCorpus.java");
      assertEquals(
          0,
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new)));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                "SiteCorpus",
                form,
                site.toString(),
                Integer.toString(PAGES))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }
}
