package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;

/** {@code oit check --fix}, as an office uses it. */
class CheckFixTest {
  private static final String SITE =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th}
      organization: {name: อบต.ตัวอย่าง}
      menu:
        - {title: หน้าแรก, to: index.md}
        - {title: แผน, to: pages/plans.md}
      == content/index.md
      ---
      summary: หน้าแรก
      ---
      ยินดีต้อนรับ
      == content/pages/plans.md
      ---
      title: แผน
      updated: 2567-04-10
      ---
      ดู [แผนพัฒนา](Plan.TXT) และ [หน้าแรก](/)
      == content/pages/plan.txt
      แผนพัฒนาท้องถิ่น
      """;
  private static final String PAGE = "content/pages/plans.md";

  @TempDir Path folder;

  @BeforeEach
  void write() {
    SiteFiles.write(folder, SITE);
  }

  @Test
  void aFindingSaysThatItCanBeMended() {
    Run.in(folder, "build", "--quiet").exits(0);
    Run run = Run.in(folder, "check", "--lang", "en", "--format", "json").exits(1);
    List<String> hints = new ArrayList<>();
    run.json().path("findings").forEach(finding -> hints.add(finding.path("hint").asText()));
    assertEquals(1, hints.size());
    assertTrue(hints.get(0).endsWith("; 'oit check --fix' can mend this"), hints::toString);
  }

  @Test
  void soDoesOneThatStopsTheBuild() {
    write(PAGE, "updated: 2567-04-10", "updated: 10 เม.ย. 2567");
    Run.in(folder, "build").exits(2).says("10 เม.ย. 2567", "แก้ให้ได้ด้วย oit check --fix");
    write(PAGE, "updated: 10 เม.ย. 2567", "updated: วันนี้");
    assertFalse(Run.in(folder, "build").exits(2).all().contains("--fix"));
  }

  @Test
  void mendsAndChecksAnewAndLeavesThePublishedSiteAsItIs() throws IOException {
    write(PAGE, "updated: 2567-04-10", "updated: 10 เม.ย. 2567");
    Run run = Run.in(folder, "check", "--fix").exits(0);
    run.says(
        "content/pages/plans.md:3:10  10 เม.ย. 2567 → 2567-04-10",
        "content/pages/plans.md:5:4  Plan.TXT → plan.txt",
        "แก้แล้ว 2 แห่ง");
    assertTrue(read(PAGE).contains("updated: 2567-04-10\n---\nดู [แผนพัฒนา](plan.txt) และ"));
    assertFalse(Files.exists(folder.resolve("public")));
    Run.in(folder, "check", "--fix").exits(0).says("ไม่มีสิ่งที่แก้ให้ได้");
    Run.in(folder, "publish").exits(0);
  }

  @Test
  void whatIsLeftDecidesTheExitCode() {
    write(PAGE, "[หน้าแรก](/)", "[ไม่มี](nowhere.pdf)");
    Run run = Run.in(folder, "check", "--fix", "--format", "json").exits(1);
    JsonNode mended = run.json().path("mended");
    assertEquals(1, mended.size());
    assertEquals("Plan.TXT", mended.get(0).path("before").asText());
    assertEquals("plan.txt", mended.get(0).path("after").asText());
    assertEquals(5, mended.get(0).path("line").asInt());
    assertEquals(1, run.json().path("findings").size());
    write(PAGE, "updated: 2567-04-10", "updated: วันนี้");
    Run.in(folder, "check", "--fix").exits(2).says("วันนี้");
  }

  @Test
  void aDryRunShowsTheChangesAndWritesNothing() throws IOException {
    String before = read(PAGE);
    Run run = Run.in(folder, "check", "--fix", "--dry-run").exits(1);
    assertEquals(
        """
        --- a/content/pages/plans.md
        +++ b/content/pages/plans.md
        @@ -2,4 +2,4 @@
         title: แผน
         updated: 2567-04-10
         ---
        -ดู [แผนพัฒนา](Plan.TXT) และ [หน้าแรก](/)
        +ดู [แผนพัฒนา](plan.txt) และ [หน้าแรก](/)
        """,
        run.out());
    run.says("ยังไม่ได้เขียนลงไฟล์");
    assertEquals(before, read(PAGE));
    Run.in(folder, "check", "--fix", "--quiet");
    Run.in(folder, "check", "--fix", "--diff").exits(0);
  }

  @Test
  void goesOnlyWithTheSourcesOfASite() {
    Run.in(folder, "check", "content", "--fix", "--lang", "en")
        .exits(2)
        .says("--fix mends the files of a site");
    Run.in(folder, "check", "--fix", "--links-only").exits(2);
  }

  /** Also where somebody moved it in a file manager, and git was not told. */
  @Test
  void followsAFileThatGitKnows() throws IOException, InterruptedException {
    write(PAGE, "Plan.TXT", "plan.txt");
    write("content/pages/plan.txt", "แผนพัฒนาท้องถิ่น", "แผนพัฒนาท้องถิ่น ฉบับที่ 1");
    for (List<String> command :
        List.of(
            List.of("git", "init", "-q"),
            List.of("git", "add", "."),
            List.of(
                "git",
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@example.go.th",
                "commit",
                "-q",
                "-m",
                "first"))) {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertEquals(0, git.waitFor(), command::toString);
    }
    Path moved = folder.resolve("content/files/2567/development-plan.txt");
    Files.createDirectories(moved.getParent());
    Files.move(folder.resolve("content/pages/plan.txt"), moved);
    Run.in(folder, "check", "--fix").exits(0).says("ย้ายไปแล้ว");
    assertTrue(read(PAGE).contains("[แผนพัฒนา](../files/2567/development-plan.txt)"), read(PAGE));
  }

  private void write(String file, String old, String now) {
    String text = read(file);
    assertTrue(text.contains(old), text);
    SiteFiles.put(folder.resolve(file), text.replace(old, now));
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
