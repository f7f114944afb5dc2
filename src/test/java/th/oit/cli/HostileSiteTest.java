package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import th.oit.LoopbackServer;

/** A site as they really are: made by a content system, and full of traps for whoever walks it. */
@Timeout(60)
class HostileSiteTest {
  private static final Pattern ID = Pattern.compile("[?&]id=(\\d+)");
  @TempDir Path folder;
  private LoopbackServer server;

  @BeforeEach
  void serve() {
    server = new LoopbackServer(HostileSiteTest::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String page(String title, String body) {
    return "<!doctype html><html lang=th><head><meta charset=utf-8><title>"
        + title
        + "</title></head><body><h1>"
        + title
        + "</h1>\n"
        + body
        + "</body></html>";
  }

  private static void answer(LoopbackServer.Reply reply) throws IOException {
    String path = reply.path();
    Matcher id = ID.matcher(path);
    if (path.equals("/robots.txt")) {
      reply.send(200, "text/plain", "User-agent: *\nDisallow: /private/\n".getBytes());
    } else if (path.equals("/")) {
      reply.html(
          200,
          page(
              "อบต.ตัวอย่าง",
              """
              <a href="/index.php?option=content&amp;id=1">ข่าว 1</a>
              <a href="/index.php?option=content&amp;id=1&amp;PHPSESSID=abc123">ข่าว 1 อีกครั้ง</a>
              <a href="index.php?option=content&amp;id=2#part">ข่าว 2</a>
              <a href="/index.php?option=content&amp;id=99">ข่าวที่ลบแล้ว</a>
              <a href="/calendar?month=1&amp;year=2024">ปฏิทิน</a>
              <a href="/loop/a">วนไป</a>
              <a href="/login-needed">เอกสารภายใน</a>
              <a href="/broken-500">ระบบขัดข้อง</a>
              <a href="/thai-874">หน้าเก่า</a>
              <a href="/deep/">ลึก</a>
              <a href="/soft/gone">หน้าที่หายไปเงียบ ๆ</a>
              <a href="/private/secret">ห้ามเข้า</a>
              <a href="/index.php?task=logout">ออกจากระบบ</a>
              <a href="/files/good.pdf">แผน</a>
              <a href="/files/cut.pdf">แผนที่ขาด</a>
              <a href="/download.php?id=7">ดาวน์โหลด</a>
              <a href="/moved">ย้าย</a>
              <form action="/delete-all" method="post"><input type="submit"></form>
              """));
    } else if (path.startsWith("/index.php") && id.find()) {
      String number = id.group(1);
      if (number.equals("99")) {
        return;
      }
      reply.html(
          200,
          page(
              "ข่าว " + number,
              "<p id=part>เนื้อข่าว</p><a href=\"?option=content&amp;id=2\">ถัดไป</a>"
                  + "<a href=\"?option=content&amp;id=2#nowhere\">ตำแหน่งที่ไม่มี</a>"));
    } else if (path.startsWith("/calendar")) {
      int month = Integer.parseInt(path.replaceAll(".*month=(\\d+).*", "$1"));
      int year = Integer.parseInt(path.replaceAll(".*year=(\\d+).*", "$1"));
      String next = "/calendar?month=" + (month % 12 + 1) + "&amp;year=" + (year + month / 12);
      reply.html(200, page("ปฏิทิน " + month + "/" + year, "<a href=\"" + next + "\">ถัดไป</a>"));
    } else if (path.startsWith("/loop/")) {
      reply.redirect(302, path.equals("/loop/a") ? "/loop/b" : "/loop/a");
    } else if (path.equals("/login-needed")) {
      reply.redirect(302, "/login?next=/login-needed");
    } else if (path.startsWith("/login")) {
      reply.html(
          200,
          page(
              "เข้าสู่ระบบ",
              "<form method=post><input name=u><input type=password name=p></form>"));
    } else if (path.startsWith("/soft/")) {
      reply.html(200, page("ขออภัย ไม่พบหน้าที่ต้องการ", "กลับหน้าแรก"));
    } else if (path.equals("/broken-500")) {
      reply.html(500, page("ขัดข้อง", ""));
    } else if (path.equals("/thai-874")) {
      byte[] body =
          "<html><head><title>หน้าเก่า</title></head><body><a name=ข้อ1>x</a><a href='#ข้อ1'>ไป</a>"
              .getBytes(Charset.forName("x-windows-874"));
      reply.send(200, "text/html; charset=TIS-620", body);
    } else if (path.matches("/deep/(more/)*")) {
      // The same page below itself, for ever.
      reply.html(200, page("ลึก", "<a href=\"more/\">ลงไปอีก</a>" + path.length()));
    } else if (path.equals("/files/good.pdf") || path.startsWith("/download.php")) {
      reply.send(200, "application/pdf", pdf());
    } else if (path.equals("/files/cut.pdf")) {
      byte[] whole = pdf();
      reply.send(200, "application/pdf", java.util.Arrays.copyOf(whole, whole.length / 2));
    } else if (path.equals("/moved")) {
      reply.redirect(301, "/index.php?option=content&id=2");
    }
  }

  private static byte[] pdf() throws IOException {
    try (var document = new org.apache.pdfbox.pdmodel.PDDocument();
        var out = new java.io.ByteArrayOutputStream()) {
      var page = new org.apache.pdfbox.pdmodel.PDPage();
      document.addPage(page);
      try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(
            new org.apache.pdfbox.pdmodel.font.PDType1Font(
                org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
            12);
        content.showText("Plan 2567");
        content.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private Run audit(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "audit",
                server.url(),
                "--format",
                "json",
                "--lang",
                "en",
                "--pause",
                "0ms",
                "--timeout",
                "3s"));
    args.addAll(List.of(more));
    return Run.in(folder, args.toArray(String[]::new));
  }

  private static List<String> about(Run run) {
    List<String> lines = new ArrayList<>();
    for (JsonNode finding : run.json().path("findings")) {
      lines.add(
          finding.path("rule").asText()
              + " "
              + finding.path("page").asText("-")
              + " "
              + finding.path("target").asText("-"));
    }
    return lines;
  }

  @Test
  void everyLinkGetsItsRightAnswerTwice() {
    Run first = audit().exits(1);
    List<String> found = about(first);
    assertEquals(
        List.of(
                "audit/incomplete - -",
                "audit/incomplete - /calendar?month=N&year=N",
                "audit/incomplete - /deep/more/more/more/more/",
                "external/login index.html /login-needed",
                "external/unverified index.html /broken-500",
                "external/unverified index.html /loop/a",
                "external/unverified index.html /soft/gone",
                "evidence/damaged index.html " + server.url() + "files/cut.pdf",
                "link/no-fragment index.php?option=content&id=1 ?option=content&id=2#nowhere",
                "link/no-fragment index.php?option=content&id=2 ?option=content&id=2#nowhere",
                "link/not-found index.html /index.php?option=content&id=99")
            .stream()
            .sorted()
            .toList(),
        found.stream().sorted().toList());
    nothingThatChangesAnythingWasAskedFor();
    // Once for the links of all pages, whatever visit they name, and once where a redirect led.
    assertEquals(
        2,
        server.asked().stream()
            .filter(asked -> asked.equals("GET /index.php?option=content&id=2"))
            .count(),
        server.asked().toString());
    Run second = audit().exits(1);
    assertEquals(
        withoutTimes(first.out()), withoutTimes(second.out()), "two audits of one site differ");
  }

  private void nothingThatChangesAnythingWasAskedFor() {
    assertTrue(server.asked().stream().allMatch(asked -> asked.matches("(GET|HEAD) .*")));
    for (String never : List.of("logout", "delete-all", "/private/", "PHPSESSID")) {
      assertFalse(
          server.asked().stream().anyMatch(asked -> asked.contains(never)),
          never + " in " + server.asked());
    }
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"(elapsedMillis|seconds)\" : [\\d.]+", "");
  }

  @Test
  void limitsEndTheCrawlAndAreSaid() {
    String months = server.url() + "calendar";
    Run run =
        Run.in(
            folder, "audit", months + "?month=1&year=2024", "--max-pages", "3", "--pause", "0ms");
    run.exits(0).says("--max-pages", "[audit/incomplete]");
    assertEquals(
        4, // the first page, and three more
        server.asked().stream().filter(asked -> asked.startsWith("GET /calendar")).count());
    Run.in(folder, "audit", months + "?month=1&year=2024", "--max-depth", "2", "--pause", "0ms")
        .exits(0)
        .says("--max-depth");
  }

  @Test
  void theReportOfABudgetThatIsUsedUpSaysSo() {
    audit("--budget", "1ms").exits(2);
  }

  @Test
  void aSiteThatDoesNotOpenIsUnusableInput() {
    String url = server.url();
    server.close();
    Run.in(folder, "audit", url, "--timeout", "1s", "--lang", "en").exits(2).says("does not open");
    Run.in(folder, "audit", "https://", "--lang", "en").exits(2).says("not the address of a site");
  }
}
