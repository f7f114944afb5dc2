package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide for the first ten minutes, done as it says by somebody who has an empty folder. */
class StartGuideTest {
  private static final String TODAY = "2569-04-12";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static final Pattern PASSED =
      Pattern.compile("<li id=\"O1\"><p class=\"item\"><strong class=\"good\">");

  @TempDir Path temporary;
  private Path folder;
  private Serving serving;

  @AfterEach
  void stopServing() {
    if (serving != null) {
      assertEquals(0, serving.stop(), "it is served to the end");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"start.md", "start.en.md"})
  void whatTheGuideSaysWorksAsItSays(String page) throws IOException {
    folder = Files.createDirectories(temporary.resolve("งาน ITA ของฉัน"));
    List<String> commands = new ArrayList<>();
    Matcher block =
        BLOCK.matcher(Files.readString(Path.of("src/docs/content/pages").resolve(page)));
    while (block.find()) {
      block.group(1).lines().forEach(commands::add);
    }
    assertEquals(10, commands.size(), commands::toString);
    for (String command : commands) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(command);
      while (word.find()) {
        words.add(word.group(1) == null ? word.group(2) : word.group(1));
      }
      if (words.get(0).equals("cd")) {
        folder = folder.resolve(words.get(1));
        assertTrue(Files.isDirectory(folder), command);
        continue;
      }
      assertEquals("oit", words.remove(0), command);
      if (words.get(0).equals("serve")) {
        serving = Serving.of(folder, "--today", TODAY);
        assertEquals(404, serving.get("/oit/2569/o1/").statusCode(), "a draft");
        continue;
      }
      words.addAll(List.of("--today", TODAY));
      String said = run(words);
      if (words.get(0).equals("explain")) {
        assertTrue(said.contains("content/oit/2569/o1/index.md"), said);
        fillIn(folder.resolve("content/oit/2569/o1/index.md"));
        serving.await(() -> serving.page("/oit/2569/o1/").contains("สำนักปลัดรับผิดชอบ"));
        serving.await(() -> PASSED.matcher(serving.page("/_oit/")).find());
      }
    }
    assertTrue(Files.exists(folder.resolve("public/oit/2569/o1/index.html")), "the filled item");
    assertTrue(Files.exists(folder.resolve("content/news/2569-04-12-1.md")), "the news");
    assertTrue(Files.size(folder.resolve("answers.xlsx")) > 1000, "the answers");
    Run status = Run.in(folder, "status", "--format", "json", "--today", TODAY).exits(1);
    assertEquals("pass", status.status("O1"), status::out);
    assertEquals("missing", status.status("O2"));
  }

  /** A command that tells of what is still to be done ends with 1, and any other with 0. */
  private String run(List<String> words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    byte[] typed = "อบต.บางดี\n\n\n\n\n\n\n".getBytes(StandardCharsets.UTF_8);
    int exitCode =
        Commands.run(
            new Main.Surroundings(
                folder,
                Map.of("NO_COLOR", "1"),
                true,
                stream,
                stream,
                new ByteArrayInputStream(typed)),
            words.toArray(String[]::new));
    String all = said.toString(StandardCharsets.UTF_8);
    int expected = List.of("status", "publish", "answers").contains(words.get(0)) ? 1 : 0;
    assertEquals(expected, exitCode, () -> words + "\n" + all);
    return all;
  }

  /** The four things that the guide asks. */
  private static void fillIn(Path page) throws IOException {
    String text = Files.readString(page);
    String written =
        text.replaceAll(
                "(?s)<!--.*?-->",
                "สำนักปลัดรับผิดชอบงานบริหารทั่วไป กองคลังรับผิดชอบการเงินและพัสดุ กองช่างรับผิดชอบงานก่อสร้าง ตามประกาศกำหนดส่วนราชการ")
            .replaceFirst("updated:[^\n]*", "updated: 2569-04-10")
            .replaceFirst("status: draft[^\n]*\n", "");
    Files.writeString(page, written);
  }
}
