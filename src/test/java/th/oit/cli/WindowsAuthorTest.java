package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site as somebody writes it with Notepad, Excel and the file manager of Windows. */
class WindowsAuthorTest {
  @TempDir Path folder;
  private Path site;
  private Path page;

  @BeforeEach
  void write() throws IOException {
    site = folder.resolve("เว็บไซต์ อบต");
    page = Files.createDirectories(site.resolve("content/pages/map"));
    Files.createDirectories(page.resolve("images"));
    Files.copy(Path.of("content/oit/2567/o27/no-gift-sign.png"), page.resolve("images/sign 1.png"));
    Files.writeString(
        site.resolve("site-config.yml"),
        """
        site:
          base_url: https://www.example.go.th/
        organization:
          name: {th: อบต.บางดี}
        menu:
          - {title: แผนที่, to: pages/map/index.md}
        """
            .replace("\n", "\r\n"));
    Files.writeString(site.resolve("content/index.md"), "---\r\nsummary: ก\r\n---\r\nข้อความ\r\n");
  }

  private void page(String body) throws IOException {
    Files.writeString(
        page.resolve("index.md"),
        "\uFEFF---\r\ntitle: แผนที่\r\nsummary: ก\r\n---\r\n" + body.replace("\n", "\r\n"));
  }

  private String made(String file) throws IOException {
    return Files.readString(site.resolve("public").resolve(file));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsLeaveNoTrace() throws IOException {
    page("## หัวข้อ {#a}\n\nบรรทัดหนึ่ง\nบรรทัดสอง\n\n| ก | ข |\n|---|---|\n| 1 | 2 |\n");
    Run.in(site, "publish", "--strict").exits(0);
    String html = made("map/index.html");
    assertTrue(html.contains("บรรทัดหนึ่งบรรทัดสอง"), html);
    assertTrue(html.contains("id=\"a\""), html);
    assertFalse(html.contains("\uFEFF") || html.contains("\r"), html);
  }

  @Test
  void aPathWithBackslashesIsTheSamePath() throws IOException {
    page("![ป้าย](<images\\sign 1.png>)\n\n[ป้าย](<.\\images\\sign 1.png>)\n");
    Run.in(site, "publish", "--strict").exits(0);
    assertTrue(made("map/index.html").contains("/map/images/sign%201.png"));
  }

  @Test
  void aFileOnTheAuthorsOwnMachineIsNamedWithItsPlace() throws IOException {
    page(
        "[ก](C:\\Users\\me\\a.pdf)\n\n[ข](file:///C:/Users/me/a.pdf)\n\n"
            + "[ค](\\\\server\\share\\a.pdf)\n\n[ง](D:/a.pdf)\n");
    Run run = Run.in(site, "publish", "--format", "json").exits(1).findsOnly("link/local-path");
    for (int line : new int[] {5, 7, 9, 11}) {
      run.finds("link/local-path", "-", "content/pages/map/index.md:" + line + ":1");
    }
    assertFalse(Files.exists(site.resolve("public")));
  }

  @Test
  void aNameInOtherLettersIsFoundBeforeTheHostDoes() throws IOException {
    page("[ป้าย](<Images/Sign 1.PNG>)\n");
    Run.in(site, "publish", "--format", "json")
        .exits(1)
        .findsOnly("link/case")
        .finds("link/case", "-", "content/pages/map/index.md:5:1");
  }

  @Test
  void whatWindowsAndOfficeLeaveBehindIsNotPublished() throws IOException {
    page("ข้อความ\n");
    for (String name :
        new String[] {
          "Thumbs.db",
          "ehthumbs.db",
          "desktop.ini",
          "~$x.docx",
          "~WRL0003.tmp",
          ".DS_Store",
          "._x.pdf",
          "index.md.bak",
          ".~lock.x.odt#",
          "plan.pdf.crdownload"
        }) {
      Files.writeString(page.resolve(name), "x");
      Files.writeString(site.resolve("content").resolve(name), "x");
    }
    Run.in(site, "publish", "--strict").exits(0);
    try (var files = Files.list(site.resolve("public/map"))) {
      assertEquals(2, files.count(), "the page and its pictures");
    }
  }

  @Test
  void aTableInTheThaiCodePageIsReadAndOneInAnotherIsRefusedWithItsPlace() throws IOException {
    page("![ตาราง](table.csv)\n");
    Files.write(page.resolve("table.csv"), "ชื่อ;จำนวน\r\nก;1\r\n".getBytes("x-windows-874"));
    Run.in(site, "publish", "--strict").exits(0);
    assertTrue(made("map/index.html").contains("จำนวน"));
    Files.write(
        page.resolve("table.csv"),
        "name,n\r\ncafé “x”,1\r\n".getBytes(Charset.forName("windows-1252")));
    Run.in(site, "publish", "--format", "json")
        .exits(2)
        .finds("source/encoding", "-", "content/pages/map/table.csv:2:4");
  }

  @Test
  void aPathLongerThanWindowsLikesIsNoObstacle() throws IOException {
    String part = "ชื่อโฟลเดอร์ที่ยาวมาก".substring(0, 18);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      name.append(part).append(i).append('/');
    }
    Path deep = Files.createDirectories(page.resolve(name.toString()));
    Files.write(deep.resolve("a.txt"), "x".getBytes(StandardCharsets.UTF_8));
    page("[ก](<" + name.toString().replace('/', '\\') + "a.txt>)\n");
    Run.in(site, "publish").exits(0);
    assertTrue(Files.exists(site.resolve("public/map").resolve(name.toString()).resolve("a.txt")));
  }
}
