package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new site, from the empty folder to the first items that pass. */
class InitCommandTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
  private static final String TODAY = "2567-04-12";

  @TempDir Path temporary;
  private Path parent;
  private Path site;

  @BeforeEach
  void aFolderWithSpacesAndThaiLetters() throws IOException {
    parent = Files.createDirectories(temporary.resolve("งาน เว็บไซต์ 2567"));
    site = parent.resolve("เว็บ อบต");
  }

  private Run init(String... more) {
    List<String> args = new ArrayList<>(List.of("init", "เว็บ อบต", "--yes", "--year", "2567"));
    args.addAll(List.of("--name", "อบต.บางดี", "--place", "อำเภอบางดี จังหวัดดีงาม"));
    args.addAll(List.of("--phone", "0 2123 4567", "--email", "saraban@bangdee.go.th"));
    args.addAll(List.of("--today", TODAY));
    args.addAll(List.of(more));
    return Run.in(parent, args.toArray(String[]::new));
  }

  private Run publish() {
    return Run.in(site, "publish", "--format", "json", "--lang", "en", "--today", TODAY);
  }

  // The fresh site.

  @ParameterizedTest
  @ValueSource(ints = {2567, 2569})
  void aFreshSiteIsBuiltAtOnceAndAllItsItemsAreDrafts(int year) throws IOException {
    Run.in(parent, "init", "s", "--yes", "--name", "เทศบาลตำบลบางดี", "--year", "" + year).exits(0);
    site = parent.resolve("s");
    String today = year + "-04-12";
    Run.in(site, "build", "--today", today).exits(0);
    assertTrue(Files.exists(site.resolve("public/index.html")));
    Run status = Run.in(site, "status", "--format", "json", "--today", today).exits(1);
    JsonNode items = status.json().path("items");
    assertTrue(items.size() > 20, status::out);
    Run refused = Run.in(site, "publish", "--format", "json", "--lang", "en", "--today", today);
    refused.exits(1).findsOnly("oit/draft");
    assertEquals(items.size(), refused.findings().size());
    for (JsonNode finding : refused.json().path("findings")) {
      assertTrue(finding.path("hint").asText().contains("status: draft"), finding::toString);
    }
  }

  @Test
  void everythingThatWasAnsweredStandsInTheSite() throws IOException {
    init("--departments", "สำนักปลัด,กองคลัง,health=งานสาธารณสุข").exits(0);
    String config = Files.readString(site.resolve("site-config.yml"));
    for (String said :
        List.of(
            "'องค์การบริหารส่วนตำบลบางดี'",
            "'อบต.บางดี'",
            "'อำเภอบางดี จังหวัดดีงาม'",
            "'0 2123 4567'",
            "'saraban@bangdee.go.th'",
            "id: office",
            "id: finance",
            "id: health",
            "year: 2567")) {
      assertTrue(config.contains(said), said);
    }
    Run.in(site, "build", "--today", TODAY).exits(0);
    String contact = Files.readString(site.resolve("public/contact/index.html"));
    assertTrue(contact.contains("tel:021234567"), contact);
    assertFalse(contact.contains("{{"), contact);
  }

  /** What a list remarks on an element is for the author, not for the public. */
  @Test
  void headingsDoNotShowTheRemarksOfTheList() throws IOException {
    Run.in(parent, "init", "s", "--yes", "--name", "อบต.บางดี", "--year", "2569").exits(0);
    String page = Files.readString(parent.resolve("s/content/oit/2569/o1/index.md"));
    assertTrue(
        page.contains(
            "\n## แผนผังโครงสร้างการแบ่งส่วนราชการ {#structure-chart}\n\n<!-- เขียนที่นี่: "),
        page);
    assertFalse(page.contains("\n\n\n"), page);
    String manual = Files.readString(parent.resolve("s/content/oit/2569/o8/index.md"));
    assertTrue(manual.contains("\n## คู่มือปฏิบัติงาน {#work-manual}\n"), manual);
  }

  @Test
  void everyTextEndsItsLinesWithLfAndHasNoGapLeft() throws IOException {
    init().exits(0);
    for (Map.Entry<String, byte[]> file : files(site).entrySet()) {
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      assertFalse(text.contains("\r"), file.getKey());
      assertFalse(text.contains("{{") && !file.getKey().startsWith(".github"), file.getKey());
      assertTrue(text.endsWith("\n"), file.getKey());
    }
  }

  @Test
  void theSameAnswersMakeTheSameBytes() throws IOException {
    init().exits(0);
    Map<String, byte[]> first = files(site);
    site = Files.move(site, parent.resolve("first"));
    init().exits(0);
    Map<String, byte[]> second = files(parent.resolve("เว็บ อบต"));
    assertEquals(first.keySet(), second.keySet());
    first.forEach((file, bytes) -> assertArrayEquals(bytes, second.get(file)));
  }

  // What stands is never touched.

  @Test
  void aFolderWithFilesInItIsRefusedAndLeftAsItWas() throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve("งาน.txt"), "ของเดิม");
    init("--lang", "en").exits(2).says("is not empty", "--add");
    assertEquals(List.of("งาน.txt"), List.copyOf(files(site).keySet()));
  }

  @Test
  void onlyWhatIsMissingIsAdded() throws IOException {
    init().exits(0);
    Files.writeString(
        site.resolve("content/index.md"), "---\ntitle: ของเรา\n---\n\nข้อความของเรา\n");
    Files.delete(site.resolve("content/oit/2567/o14/data.csv"));
    Path config = site.resolve("site-config.yml");
    Files.writeString(config, Files.readString(config).replace("id: finance", "id: treasury"));
    for (String file : files(site.resolve("content")).keySet()) {
      if (file.endsWith(".md")) {
        String page = Files.readString(site.resolve("content").resolve(file));
        write("content/" + file, page.replace("department: finance", "department: treasury"));
      }
    }
    Files.delete(site.resolve("content/oit/2567/o15/index.md"));
    Run again = Run.in(parent, "init", "เว็บ อบต", "--add", "--lang", "en").exits(0);
    again.says("+ content/oit/2567/o14/data.csv", "2 files made");
    assertTrue(Files.readString(site.resolve("content/index.md")).contains("ข้อความของเรา"));
    Run.in(site, "build", "--today", TODAY).exits(0);
  }

  @Test
  void anEmptyRepositoryCountsAsEmpty() throws IOException {
    Files.createDirectories(site.resolve(".git"));
    init().exits(0);
  }

  // Answers.

  @ParameterizedTest
  @CsvSource({
    "--base-url, www.bangdee.go.th, is not the address of a site",
    "--kind, village, unknown kind of body",
    "--year, 2599, no list of 2599",
    "--year, ปีนี้, no list of ปีนี้",
  })
  void anAnswerThatCannotBeUsedIsRefusedBeforeAnythingIsWritten(
      String option, String value, String message) {
    Run.in(parent, "init", "s", "--yes", "--name", "ก", option, value, "--lang", "en")
        .exits(2)
        .says(message);
    assertFalse(Files.exists(parent.resolve("s")));
  }

  @Test
  void aSiteWithoutANameIsRefused() {
    Run.in(parent, "init", "s", "--yes", "--lang", "en").exits(2).says("the name of the body");
    Run.in(parent, "init", "s", "--yes", "--name", " ", "--lang", "en").exits(2).says("--name");
    assertFalse(Files.exists(parent.resolve("s")));
  }

  @Test
  void quotesInANameDoNotBreakTheFiles() throws IOException {
    Run.in(parent, "init", "s", "--yes", "--name", "อบต.\"บางดี\" 'ใหม่': #1", "--year", "2567")
        .exits(0);
    Run.in(parent.resolve("s"), "build", "--today", TODAY).exits(0);
  }

  @Test
  void withoutATerminalNothingIsAsked() {
    Run.in(parent, "init", "s", "--lang", "en").exits(2).says("--yes");
    assertFalse(Files.exists(parent.resolve("s")));
  }

  @Test
  void atATerminalTheQuestionsAreAskedUntilTheAnswersFit() throws IOException {
    String typed =
        "\nเทศบาลเมืองบางดี\nอำเภอบางดี\nbangdee\nhttps://www.bangdee.go.th\n\n\n\n1999\n๒๕๖๗\n";
    String said = asked(0, typed);
    assertTrue(said.contains("ชื่อหน่วยงาน"), said);
    assertTrue(said.contains("กองสาธารณสุขและสิ่งแวดล้อม"), said);
    String config = Files.readString(parent.resolve("s/site-config.yml"));
    assertTrue(config.contains("'เทศบาลเมืองบางดี'"), config);
    assertTrue(config.contains("base_url: 'https://www.bangdee.go.th'"), config);
    assertTrue(config.contains("id: health"), config);
    assertTrue(config.contains("year: 2567"), config);
    Run.in(parent.resolve("s"), "build", "--today", TODAY).exits(0);
  }

  @Test
  void whoStopsAnsweringGetsNothing() {
    String said = asked(2, "อบต.บางดี\n");
    assertTrue(said.contains("ยังตอบไม่ครบ"), said);
    assertFalse(Files.exists(parent.resolve("s")));
  }

  private String asked(int exitCode, String typed) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exited =
        Commands.run(
            new Main.Surroundings(
                parent,
                Map.of("NO_COLOR", "1"),
                true,
                stream,
                stream,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))),
            "init",
            "s");
    assertEquals(exitCode, exited, said.toString(StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  // Filling in.

  /** Items of every kind, each filled in as its own page says. */
  @Test
  void anItemPassesOnceItsPageIsFilledInAndNoOtherDoes() throws IOException {
    init().exits(0);
    fillAll();
    Run run = publish();
    for (String item : List.of("O2", "O3", "O4", "O12", "O14", "O20")) {
      assertEquals("pass", run.status(item), () -> item + "\n" + String.join("\n", run.findings()));
    }
    assertEquals("missing", run.status("O7"));
    run.exits(1).findsOnly("oit/draft", "evidence/shared");
  }

  @Test
  void filesOfAWindowsAuthorAreTheSame() throws IOException {
    init().exits(0);
    fillAll();
    List<String> before = publish().findings();
    for (Map.Entry<String, byte[]> file : files(site).entrySet()) {
      if (file.getKey().matches("(content/.*|site-config)\\.(md|yml|csv)")) {
        String text = new String(file.getValue(), StandardCharsets.UTF_8);
        Files.writeString(site.resolve(file.getKey()), "\uFEFF" + text.replace("\n", "\r\n"));
      }
    }
    assertEquals(before, publish().findings());
    Run.in(site, "build", "--today", TODAY).exits(0);
  }

  /** Nobody gets a point for a page on which only the line 'status: draft' was deleted. */
  @ParameterizedTest
  @ValueSource(ints = {2564, 2565, 2566, 2567, 2568, 2569})
  void noItemPassesWithNothingFilledIn(int year) throws IOException {
    Run.in(parent, "init", "s", "--yes", "--name", "อบต.บางดี", "--year", "" + year).exits(0);
    site = parent.resolve("s");
    for (String file : files(site).keySet()) {
      if (file.startsWith("content/oit/") && file.endsWith("/index.md")) {
        undraft(file);
      }
    }
    Run run =
        Run.in(site, "publish", "--format", "json", "--lang", "en", "--today", year + "-04-12");
    run.exits(1);
    List<String> passed = new ArrayList<>();
    for (JsonNode item : run.json().path("items")) {
      if (item.path("status").asText().equals("pass")) {
        passed.add(item.path("id").asText());
      }
    }
    assertEquals(List.of(), passed);
    Run.in(site, "build", "--today", year + "-04-12").exits(0);
    for (Map.Entry<String, byte[]> page : files(site.resolve("public/oit")).entrySet()) {
      String html = new String(page.getValue(), StandardCharsets.UTF_8);
      assertFalse(html.contains("เขียนที่นี่"), page.getKey());
    }
  }

  @Test
  void aSampleRowLeftAmongRealOnesClosesTheGate() throws IOException {
    init().exits(0);
    undraft("content/oit/2567/o14/index.md");
    Path data = site.resolve("content/oit/2567/o14/data.csv");
    Files.writeString(data, Files.readString(data) + row(data, "ซ่อมถนน หมู่ 1"));
    publish()
        .exits(1)
        .says("this is still the sample row")
        .finds("oit/value", "O14", "content/oit/2567/o14/data.csv:2:0");
  }

  private void fillAll() throws IOException {
    // People.
    undraft("content/oit/2567/o2/index.md");
    write(
        "content/oit/2567/o2/people.yml",
        "- {name: นายดี งาม, position: นายก อบต., image: people/di.jpg, phone: 0 2123 4567, email: di@bangdee.go.th}\n");
    copy("picture.jpg", "content/oit/2567/o2/people/di.jpg");
    // Text.
    undraft("content/oit/2567/o3/index.md");
    below(
        "content/oit/2567/o3/index.md",
        "powers-and-duties",
        "องค์การบริหารส่วนตำบลมีหน้าที่จัดให้มีและบำรุงรักษาทางน้ำและทางบก รักษาความสะอาดของถนน และป้องกันโรค ตามพระราชบัญญัติสภาตำบลฯ มาตรา 67");
    // Channels and a map.
    String contact = "content/oit/2567/o4/index.md";
    undraft(contact);
    below(
        contact,
        "address",
        "เลขที่ 99 หมู่ที่ 1 ตำบลบางดี อำเภอบางดี จังหวัดดีงาม 10000 เปิดในวันและเวลาราชการ");
    below(contact, "phone", "- [0 2123 4567](tel:021234567)\n- [0 2123 4568](tel:021234568)");
    below(contact, "email", "- <saraban@bangdee.go.th>");
    below(contact, "location-map", "[แผนที่](https://www.google.com/maps?q=13.7,100.5)");
    // Figures.
    undraft("content/oit/2567/o12/index.md");
    for (String name : List.of("service-statistics-walk-in", "service-statistics-e-service")) {
      replaceSample("content/oit/2567/o12/" + name + ".csv", "ชำระภาษี");
    }
    // A table.
    undraft("content/oit/2567/o14/index.md");
    replaceSample("content/oit/2567/o14/data.csv", "ซ่อมถนน หมู่ 1");
    // A document.
    String ethics = "content/oit/2567/o20/index.md";
    undraft(ethics);
    write(
        ethics,
        Files.readString(site.resolve(ethics))
            .replaceFirst(
                "<!-- เขียนย่อหน้าแรก(?s:.*?)-->",
                "หน้านี้เผยแพร่ประมวลจริยธรรมที่ใช้กับเจ้าหน้าที่ของ อบต.บางดี ทุกคน จัดทำโดยสำนักปลัด สอบถามได้ในวันและเวลาราชการ"));
    copy("from-writer.pdf", "content/oit/2567/o20/code-of-ethics.pdf");
  }

  private void undraft(String page) throws IOException {
    String text = Files.readString(site.resolve(page));
    assertTrue(text.contains("\nstatus: draft"), text);
    write(
        page,
        text.replaceFirst("\nstatus: draft[^\n]*", "")
            .replaceFirst("\nupdated:[^\n]*", "\nupdated: 2567-04-10"));
  }

  /** Writes below a heading, and deletes the advice that stood there. */
  private void below(String page, String id, String text) throws IOException {
    String old = Files.readString(site.resolve(page));
    String written =
        old.replaceFirst(
            "(?s)(\\{#" + id + "}\n\n)<!--.*?-->", "$1" + Matcher.quoteReplacement(text));
    assertFalse(old.equals(written), old);
    write(page, written);
  }

  private void replaceSample(String file, String first) throws IOException {
    Path data = site.resolve(file);
    String row = row(data, first);
    List<String> lines = Files.readAllLines(data);
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).startsWith("(ตัวอย่าง ลบแถวนี้)"), lines::toString);
    write(file, lines.get(0) + "\n" + row);
  }

  /** The sample row as a real one. */
  private static String row(Path data, String first) throws IOException {
    String sample = Files.readAllLines(data).get(1);
    return first + sample.substring(sample.indexOf(',')) + "\n";
  }

  private void copy(String document, String to) throws IOException {
    Files.createDirectories(site.resolve(to).getParent());
    Files.copy(DOCUMENTS.resolve(document), site.resolve(to));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(site.resolve(file), text);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
