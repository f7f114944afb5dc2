package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import th.oit.LoopbackServer;

/**
 * What the pages by task tell one to do, done on the sample site: the commands in their order, with
 * the listings in between written to the files that they name.
 */
class GuidesTest {
  private static final Path PAGES = Path.of("src/docs/content/pages");
  private static final String REAL = "https://www.example.go.th/";

  /** A command, or a file that the text before names, with what is to stand in it. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?ms)^```sh\\n(.*?)^```|`([^`\\n]+\\.(?:md|yml|csv))`:\\n\\n```\\w+\\n(.*?)^```");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path temporary;

  /**
   * In this order on one site, for making it anew each time would take longer than all the rest.
   */
  private static final List<String> GUIDES =
      List.of(
          "hosting",
          "hand-ins",
          "tables",
          "gate-closed",
          "last-minute",
          "answers",
          "audit",
          "assessment",
          "photos",
          "english",
          "new-year");

  @Test
  void whatThePagesTellWorks() throws IOException {
    TestSite site = TestSite.ours(temporary.resolve("เว็บไซต์ ของเรา"));
    site.publish().exits(0);
    try (LoopbackServer server = LoopbackServer.of(site.path("public"))) {
      for (String page : GUIDES) {
        List<List<String>> steps = steps(page + ".md");
        assertTrue(steps.size() > 0, page + " tells nothing to do");
        for (List<String> step : steps) {
          if (step.size() == 1) {
            run(site.folder(), step.get(0), server.url());
          } else {
            Path file = site.path(step.get(0));
            Files.createDirectories(file.getParent());
            Files.writeString(file, step.get(1));
          }
        }
      }
    }
    site.publish().exits(0);
  }

  @ParameterizedTest
  @FieldSource("GUIDES")
  void theEnglishPageTellsTheSame(String page) throws IOException {
    assertEquals(withoutNames(steps(page + ".md")), withoutNames(steps(page + ".en.md")));
  }

  /** Each reader may call a file that is made in words of their own. */
  private static List<String> withoutNames(List<List<String>> steps) {
    return steps.stream()
        .map(step -> step.toString().replaceAll("(--(?:output|memo|calendar)) [^ \\]]+", "$1"))
        .toList();
  }

  /** A command alone, or a file and what stands in it. */
  private static List<List<String>> steps(String page) throws IOException {
    List<List<String>> steps = new ArrayList<>();
    Matcher step = STEP.matcher(Files.readString(PAGES.resolve(page)));
    while (step.find()) {
      if (step.group(1) == null) {
        steps.add(List.of(step.group(2), step.group(3)));
      } else {
        step.group(1).lines().forEach(command -> steps.add(List.of(command)));
      }
    }
    return steps;
  }

  private static void run(Path site, String command, String served) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    assertEquals("oit", words.remove(0), command);
    words.replaceAll(each -> each.equals(REAL) ? served : each);
    if (words.get(0).equals("audit")) {
      words.addAll(List.of("--pause", "0ms"));
      if (!words.contains("--answers")) {
        words.addAll(List.of("--max-pages", "12"));
      }
    }
    words.addAll(List.of("--today", TestSite.TODAY));
    Run run = Run.in(site, Map.of("NO_COLOR", "1"), false, words.toArray(String[]::new));
    // Another year than the assessed one has drafts only: told by 1, as the page means it.
    int expected = command.contains("--year 2569") ? 1 : 0;
    assertEquals(expected, run.exitCode(), () -> command + "\n" + run.all());
  }

  /** A command in running text is one that there is. */
  @Test
  void everyCommandThatIsNamedExists() throws IOException {
    List<String> unknown = new ArrayList<>();
    Pattern named = Pattern.compile("(?:`|^)(?:\\./)?oit ([a-z][a-z-]+)", Pattern.MULTILINE);
    Pattern option = Pattern.compile("`(--[a-z][a-z-]+)");
    String reference = Files.readString(PAGES.resolve("commands.en.md"));
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        String text = Files.readString(page);
        Matcher command = named.matcher(text);
        while (command.find()) {
          if (!Commands.all().containsKey(command.group(1))) {
            unknown.add(page.getFileName() + ": oit " + command.group(1));
          }
        }
        Matcher used = option.matcher(text);
        while (used.find()) {
          if (!reference.contains("`" + used.group(1))
              && !reference.contains(", " + used.group(1))) {
            unknown.add(page.getFileName() + ": " + used.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), unknown);
  }
}
