package th.oit.mend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.SiteFiles;
import th.oit.content.FrontMatter;
import th.oit.content.LinkPlace;
import th.oit.text.ThaiDate;

/** What is mended in the sources of a site, and what is left alone. */
class MendingTest {
  private static final String PAGE = "content/pages/a.md";

  @TempDir Path folder;

  private Mending plan() throws IOException {
    return plan(Map.of());
  }

  private Mending plan(Map<String, String> renamed) throws IOException {
    return Mending.of(folder, file -> true, () -> renamed, false);
  }

  private List<String> mends() throws IOException {
    return lines(plan());
  }

  private static List<String> lines(Mending mending) {
    return mending.mends().stream()
        .map(mend -> mend.at() + " " + mend.before() + " > " + mend.after())
        .toList();
  }

  private void page(String body) {
    SiteFiles.put(folder.resolve(PAGE), "---\ntitle: ก\n---\n\n" + body + "\n");
  }

  private void files(String... paths) {
    for (String path : paths) {
      SiteFiles.put(folder.resolve("content/" + path), "x");
    }
  }

  // Links.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[x](Plan.PDF)                | plan.pdf",
        "[x](./Plan.PDF)              | ./plan.pdf",
        "[x](../pages/PLAN.pdf#page=2)| plan.pdf#page=2",
        "[x](Plan.pdf?v=1)            | plan.pdf?v=1",
        "[x](<Plan.pdf>)              | plan.pdf",
        "[x](Plan.pdf 'ชื่อ')          | plan.pdf",
        "![x](Plan.pdf)               | plan.pdf",
        "[![ก](logo.png)](Plan.pdf)   | plan.pdf",
        "[*ก* `ข`](Plan.pdf)          | plan.pdf",
        "[x](plan.pdf/)               | plan.pdf",
        "[x](/Plan.pdf)               | /plan.pdf",
        "[x](//Plan.pdf)              |",
        "[x](/B/)                     | /b/",
        "[x](/B)                      | /b/",
        "[x](/b)                      |",
        "[x](/x//y)                   |",
        "[x](B.md#ส่วน)                | b.md#ส่วน",
        "[x](รูป.JPG)                  | รูป.jpg",
        "[x](%E0%B8%A3%E0%B8%B9%E0%B8%9B.JPG) | %E0%B8%A3%E0%B8%B9%E0%B8%9B.jpg",
        "[x](My%20File.pdf)           | my%20file.pdf",
        "[x](<My File.pdf>)           | my file.pdf",
        "[x](nowhere.pdf)             |",
        "[x](https://a.go.th/Plan.pdf)|",
        "[x](mailto:Plan.pdf)         |",
        "[x](#Plan.pdf)               |",
        "`[x](Plan.pdf)`              |",
        "\\[x](Plan.pdf)              |",
        "[x](plan.pdf)                |",
        "[x](pla&#110;.PDF)           |",
      })
  void mendsATargetThatDiffersFromTheFileThatIsThere(String markdown, String after)
      throws IOException {
    files(
        "pages/plan.pdf",
        "pages/b.md",
        "pages/รูป.jpg",
        "pages/logo.png",
        "pages/my file.pdf",
        "plan.pdf");
    page(markdown);
    List<String> found = plan().mends().stream().map(Mend::after).toList();
    assertEquals(after == null ? List.of() : List.of(after), found);
    String before = Files.readString(folder.resolve(PAGE));
    plan().apply();
    String now = Files.readString(folder.resolve(PAGE));
    assertEquals(after == null, before.equals(now));
    assertEquals(List.of(), mends(), "nothing is left for a second run");
  }

  @Test
  void namesThePlaceThatFindingsName() throws IOException {
    files("pages/plan.pdf");
    page("เนื้อหา [ก](plan.pdf) และ [ข](Plan.pdf)");
    assertEquals(List.of("content/pages/a.md:5:27 Plan.pdf > plan.pdf"), mends());
  }

  @Test
  void mendsTheTargetsOfNamesAndLeavesBlocksOfCodeAlone() throws IOException {
    files("pages/plan.pdf");
    page(
        "[ก][plan]\n\n```\n[ก](Plan.pdf)\n```\n\n    [ก](Plan.pdf)\n\n> - [ก](Plan.pdf)\n\n[plan]: Plan.pdf \"แผน\"");
    assertEquals(
        List.of(
            "content/pages/a.md:13:5 Plan.pdf > plan.pdf",
            "content/pages/a.md:15:1 Plan.pdf > plan.pdf"),
        mends());
  }

  @Test
  void choosesNoneOfTwoFilesThatDifferInTheirLettersAlone() throws IOException {
    files("pages/plan.pdf", "pages/PLAN.pdf");
    page("[ก](Plan.pdf)");
    assertEquals(List.of(), mends());
  }

  @Test
  void findsWhatGitSaysWasMoved() throws IOException {
    files("oit/2567/o14/new/plan.pdf", "pages/b.md");
    SiteFiles.put(
        folder.resolve("content/oit/2567/o14/index.md"),
        "---\ntitle: ก\nelements:\n  method: ['#x', plan.pdf]\nevidence:\n  - {file: plan.pdf, title: แผน}\n---\n\n[ก](../../../pages/old.md) [ข](/old/)\n");
    Mending mending =
        plan(
            Map.of(
                "oit/2567/o14/plan.pdf", "oit/2567/o14/plan-1.pdf",
                "oit/2567/o14/plan-1.pdf", "oit/2567/o14/new/plan.pdf",
                "pages/old.md", "pages/b.md"));
    assertEquals(
        List.of("new/plan.pdf", "new/plan.pdf", "../../../pages/b.md"),
        mending.mends().stream().map(Mend::after).toList());
  }

  @Test
  void findsThePageThatSaysThatItStoodThereBefore() throws IOException {
    SiteFiles.put(
        folder.resolve("content/pages/new/home.md"), "---\ntitle: ข\naliases: [/old/]\n---\n");
    page("[ก](old.md#x) [ข](/old/)");
    assertEquals(List.of("content/pages/a.md:5:1 old.md#x > new/home.md#x"), mends());
  }

  @Test
  void findsTheOnlyFileOfThatName() throws IOException {
    files("pages/forms/request-form.pdf");
    page("[ก](request-form.pdf)");
    assertEquals(
        List.of("content/pages/a.md:5:1 request-form.pdf > forms/request-form.pdf"), mends());
    files("news/request-form.pdf");
    assertEquals(List.of(), mends());
  }

  /** That another item has a file of the same name makes it no evidence of this one. */
  @Test
  void takesNoFileOfAnotherItemForEvidence() throws IOException {
    files("oit/2567/o8/plan.pdf");
    SiteFiles.put(
        folder.resolve("content/oit/2567/o14/index.md"),
        "---\ntitle: ก\nevidence:\n  - {file: plan.pdf, title: แผน}\n---\n\n[ก](plan.pdf)\n");
    page("[ก](plan.pdf)");
    assertEquals(List.of(), mends());
  }

  @Test
  void addsTheSlashOnlyWhereTheSiteAsksForIt() throws IOException {
    files("pages/b.md");
    page("[ก](/b)");
    assertEquals(List.of(), mends());
    assertEquals(
        List.of("content/pages/a.md:5:1 /b > /b/"),
        lines(Mending.of(folder, file -> true, Map::of, true)));
  }

  // Values.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "updated: 1 ต.ค. 2566          | 2566-10-01",
        "updated: 1 ตุลาคม พ.ศ. 2566   | 2566-10-01",
        "updated: '๑ ต.ค. ๒๕๖๖'        | 2566-10-01",
        "updated: 31/3/2567           | 2567-03-31",
        "updated: 31/3/2024           | 2024-03-31",
        "updated: ๒๕๖๗-๐๔-๑๐          | 2567-04-10",
        "updated: \"10 เม.ย. 2567\"    | 2567-04-10",
        "updated: 31/3/67             |",
        "updated: 31 ก.พ. 2567        |",
        "updated: 13/13/2567          |",
        "updated: เม.ย. 2567          |",
        "updated: 2567-04-10          |",
        "updated: 2567-4-1            |",
        "item: O๑๔                    | O14",
        "item: ๐๑๔                    | O14",
        "item: o14                    |",
        "period: ๒๕๖๗                 | 2567",
        "period: พ.ศ. 2567            | 2567",
        "period: ปีงบประมาณ พ.ศ. ๒๕๖๗ | 2567",
        "period: 2024                 |",
        "status: Draft                | draft",
        "status: ร่าง                  |",
        "title: ปี ๒๕๖๗                |",
        "reason: 1 ต.ค. 2566          |",
        "evidence: {file: a.pdf, date: 1 ต.ค. 2566} | 2566-10-01",
      })
  void mendsAValueInAnotherFormThanTheOneThatIsRead(String line, String after) throws IOException {
    Path page = folder.resolve("content/oit/2567/o14/index.md");
    SiteFiles.put(page, "---\n" + line + "   # หมายเหตุ\n---\n");
    List<String> found = plan().mends().stream().map(Mend::after).toList();
    assertEquals(after == null ? List.of() : List.of(after), found);
    plan().apply();
    assertTrue(Files.readString(page).endsWith("   # หมายเหตุ\n---\n"));
    assertEquals(List.of(), mends());
  }

  @Test
  void mendsTheConfigurationAndTheDataOfPages() throws IOException {
    SiteFiles.write(
        folder,
        """
        == site-config.yml
        organization: {seal: Images/Seal.svg}
        assessment:
          year: ๒๕๖๗
          window: {opens: 1 เม.ย. 2567, closes: 2567-04-30}
          waivers: [{item: O๑๔, element: x, reason: y, until: 30 ก.ย. 2567}]
        menu:
          - {title: ก, to: Pages/a.md}
        == content/pages/a.md
        ---
        title: ก
        ---
        == content/images/seal.svg
        <svg/>
        == content/pages/people.yml
        - {name: ก, position: ข, image: Seal.svg}
        == content/pages/seal.svg
        <svg/>
        == content/pages/table.yml
        - {วันที่: 1 ต.ค. 2566, image: Seal.svg}
        == content/ita/2566.yml
        year: ๒๕๖๖
        stated: [{total: ๘๙.๔๒}]
        measures: [{measure: ก, evidence: [{file: x.pdf, title: ก, date: 1 ต.ค. 2566}]}]
        """);
    assertEquals(
        List.of(
            "content/ita/2566.yml:1:7 ๒๕๖๖ > 2566",
            "content/ita/2566.yml:3:66 1 ต.ค. 2566 > 2566-10-01",
            "content/pages/people.yml:1:33 Seal.svg > seal.svg",
            "site-config.yml:1:22 Images/Seal.svg > images/seal.svg",
            "site-config.yml:3:9 ๒๕๖๗ > 2567",
            "site-config.yml:4:19 1 เม.ย. 2567 > 2567-04-01",
            "site-config.yml:5:20 O๑๔ > O14",
            "site-config.yml:5:55 30 ก.ย. 2567 > 2567-09-30",
            "site-config.yml:7:20 Pages/a.md > pages/a.md"),
        mends());
  }

  // Files.

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void changesNothingElseInAFile(String end) throws IOException {
    files("pages/plan.pdf");
    String text =
        "\uFEFF---|title: ก \t|updated: 1 ต.ค. 2566 |---||a  | b\u00A0[ก](Plan.pdf)\t|\u200B|😀 [ข](PLAN.PDF) e\u0301";
    Path page = folder.resolve(PAGE);
    SiteFiles.put(page, text.replace("|", end));
    Mending.Applied applied = plan().apply();
    assertEquals(3, applied.written().size());
    assertArrayEquals(
        text.replace("1 ต.ค. 2566", "2566-10-01")
            .replace("Plan.pdf", "plan.pdf")
            .replace("PLAN.PDF", "plan.pdf")
            .replace("|", end)
            .getBytes(StandardCharsets.UTF_8),
        Files.readAllBytes(page));
  }

  @Test
  void leavesFilesInOtherEncodingsAlone() throws IOException {
    files("pages/plan.pdf");
    String text = "---\ntitle: ก\nupdated: 1 ต.ค. 2566\n---\n[ก](Plan.pdf)\n";
    for (String charset : List.of("x-windows-874", "UTF-16")) {
      byte[] bytes = text.getBytes(Charset.forName(charset));
      SiteFiles.put(folder.resolve(PAGE), bytes);
      assertEquals(List.of(), mends());
    }
  }

  @Test
  void leavesAFileThatChangedMeanwhile() throws IOException {
    files("pages/plan.pdf");
    page("[ก](Plan.pdf)");
    Mending mending = plan();
    page("[ก](Plan.pdf) เพิ่มมาใหม่");
    Mending.Applied applied = mending.apply();
    assertEquals(List.of(), applied.written());
    assertEquals(List.of(PAGE), applied.left());
    assertTrue(Files.readString(folder.resolve(PAGE)).contains("(Plan.pdf) เพิ่มมาใหม่"));
    assertEquals(List.of("a.md", "plan.pdf"), namesIn(folder.resolve("content/pages")));
  }

  @Test
  void keepsThePermissionsAndThroughALinkMendsTheFileItself() throws IOException {
    files("pages/plan.pdf", "pages/b.pdf");
    Path real = folder.resolve("content/pages/real.md");
    SiteFiles.put(real, "---\ntitle: ก\n---\n[ก](Plan.pdf)\n");
    if (Files.getFileStore(real).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw-r--"));
    }
    Path link = folder.resolve(PAGE);
    Files.createSymbolicLink(link, Path.of("real.md"));
    plan().apply();
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(real).contains("(plan.pdf)"));
    if (Files.getFileStore(real).supportsFileAttributeView("posix")) {
      assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
    }
  }

  @Test
  void leavesWhatLiesOutsideTheSite(@TempDir Path outside) throws IOException {
    files("pages/plan.pdf");
    Path other = outside.resolve("other.md");
    SiteFiles.put(other, "---\ntitle: ก\n---\n[ก](Plan.pdf)\n");
    Files.createSymbolicLink(folder.resolve(PAGE), other);
    assertEquals(List.of(PAGE), plan().apply().left());
    assertTrue(Files.readString(other).contains("(Plan.pdf)"));
  }

  @Test
  void showsTheChangesAsGitTakesThem() throws IOException {
    files("pages/plan.pdf");
    page("1\n2\n3\n4\n5\n6\n[ก](Plan.pdf)\n8");
    assertEquals(
        """
        --- a/content/pages/a.md
        +++ b/content/pages/a.md
        @@ -8,5 +8,5 @@
         4
         5
         6
        -[ก](Plan.pdf)
        +[ก](plan.pdf)
         8
        """,
        plan().diff());
  }

  /**
   * Whatever the pages hold: what was mended needs no mending again, and putting the old values
   * back gives the very bytes that were there.
   */
  @Test
  void mendsOnceWhateverThePagesHold() throws IOException {
    files("pages/plan.pdf", "pages/b.md", "pages/แบบ ฟอร์ม.pdf", "pages/x(1).png");
    Random random = new Random(20240410);
    List<String> bits =
        List.of(
            "[ก](Plan.pdf)",
            "![ข](X(1).PNG)",
            "[ค](<แบบ ฟอร์ม.PDF>)",
            "[ง](B.MD#ก)",
            "`[จ](Plan.pdf)`",
            "**หนา**",
            "|ก|ข|\n|-|-|\n|[ก](PLAN.PDF)|ข|",
            "> คำ",
            "\t",
            "- [ช](/Plan.pdf)",
            "\\[",
            "](",
            "<",
            "![",
            "```",
            "😀",
            "[n]: B.md",
            "[n]",
            "&amp;",
            "(",
            ")",
            "\n\n",
            "\n",
            "\r\n",
            " ",
            "---");
    int mended = 0;
    for (int round = 0; round < 60; round++) {
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        body.append(bits.get(random.nextInt(bits.size())));
      }
      page(body.toString());
      byte[] before = Files.readAllBytes(folder.resolve(PAGE));
      Mending.Applied applied = plan().apply();
      mended += applied.written().size();
      assertEquals(List.of(), mends(), () -> "again: " + body);
      String raw = Files.readString(folder.resolve(PAGE));
      FileText now = FileText.read(folder.resolve(PAGE), PAGE).orElseThrow();
      List<Mend> back = new ArrayList<>();
      int shift = 0;
      for (Mend mend : applied.written()) {
        back.add(
            new Mend(mend.at(), mend.start() + shift, mend.after(), mend.before(), mend.why()));
        shift += mend.after().length() - mend.before().length();
      }
      assertEquals(raw, now.raw());
      assertArrayEquals(before, now.mendedRaw(back).getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(mended > 60, "mended " + mended);
  }

  /** A site whose links and days were spoilt comes back byte for byte. */
  @Test
  void bringsASpoiltSiteBackToTheByte() throws IOException {
    Path ours = Path.of("content");
    Map<Path, String> pages = new TreeMap<>();
    try (var files = Files.walk(ours)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".md") || file.toString().endsWith(".yml")) {
          pages.put(file, Files.readString(file));
        }
        SiteFiles.put(
            folder.resolve(file.toString()), pages.containsKey(file) ? pages.get(file) : "");
      }
    }
    Random random = new Random(2567);
    Pattern day = Pattern.compile("(?m)^(updated|date): (\\d{4})-(\\d\\d)-(\\d\\d)$");
    int spoilt = 0;
    for (Map.Entry<Path, String> page : pages.entrySet()) {
      if (!page.getKey().toString().endsWith(".md")) {
        continue;
      }
      FrontMatter split = FrontMatter.of(page.getValue()).orElseThrow();
      StringBuilder text = new StringBuilder(page.getValue());
      List<LinkPlace> places = LinkPlace.of(split.body());
      for (int i = places.size() - 1; i >= 0; i--) {
        LinkPlace place = places.get(i);
        String target = place.target();
        int fragment = target.indexOf('#');
        String path = fragment < 0 ? target : target.substring(0, fragment);
        if (path.matches("[a-z0-9][a-z0-9./-]*\\.(md|pdf|csv|jpg)") && random.nextBoolean()) {
          int start = split.bodyStart() + place.start();
          text.replace(start, start + path.length(), path.toUpperCase(Locale.ROOT));
          spoilt++;
        }
      }
      Matcher matcher = day.matcher(text.toString());
      String dated =
          matcher.replaceAll(
              found ->
                  found.group(1)
                      + ": "
                      + ThaiDate.longForm(
                          ThaiDate.parse(
                                  found.group(2) + "-" + found.group(3) + "-" + found.group(4))
                              .orElseThrow()));
      spoilt += dated.contentEquals(text) ? 0 : 1;
      SiteFiles.put(folder.resolve(page.getKey().toString()), dated);
    }
    assertTrue(spoilt > 100, "spoilt " + spoilt);
    plan().apply();
    for (Map.Entry<Path, String> page : pages.entrySet()) {
      assertEquals(page.getValue(), Files.readString(folder.resolve(page.getKey().toString())));
    }
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
