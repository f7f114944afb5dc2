package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import th.oit.SiteFiles;
import th.oit.text.UrlPath;

/** The site on the author's own machine: safe, true to what will be published, and following. */
class ServeCommandTest {
  private static final String FILES =
      th.oit.TestSite.CONFIG
          + """
          == content/index.md
          ---
          summary: หน้าแรก
          ---
          ยินดีต้อนรับ
          == content/pages/about.md
          ---
          title: เกี่ยวกับเรา
          ---
          ข้อความเดิม
          == content/pages/other.md
          ---
          title: หน้าอื่น
          ---
          ข้อความอื่น
          """;

  @TempDir Path temporary;

  /** With a space and Thai letters, as offices name their folders. */
  private Path site() {
    return SiteFiles.write(temporary.resolve("เว็บ อบต"), FILES);
  }

  private void write(Path site, String file, String text) {
    SiteFiles.put(site.resolve(file), text);
  }

  private void edit(Path site, String file, String old, String now) throws IOException {
    String text = Files.readString(site.resolve(file));
    assertTrue(text.contains(old), file);
    Files.writeString(site.resolve(file), text.replace(old, now));
  }

  private static byte[] withoutScript(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    return text.replaceFirst("<script src=\"/_oit/live.js\"[^>]*></script>\n", "")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What is served is, but for the one script, what a clean build makes of the same files. */
  private static void assertServesWhatIsBuilt(Serving serving, Path site, Path clean)
      throws IOException {
    for (String part : List.of("site-config.yml", "content", "templates")) {
      try (Stream<Path> files = Files.walk(site.resolve(part))) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          Path to = clean.resolve(site.relativize(file).toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Run.in(clean, "build", "--today", TestSite.TODAY).exits(0);
    int compared = 0;
    Path built = clean.resolve("public");
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String path = "/" + built.relativize(file).toString().replace('\\', '/');
        HttpResponse<byte[]> answer = serving.get(UrlPath.encode(path));
        assertEquals(200, answer.statusCode(), path);
        byte[] got = path.endsWith(".html") ? withoutScript(answer.body()) : answer.body();
        assertArrayEquals(Files.readAllBytes(file), got, path);
        compared++;
      }
    }
    assertTrue(compared > 400, "compared only " + compared);
  }

  @Test
  void servesWhatACleanBuildWouldMakeAfterEveryEdit() throws IOException {
    TestSite site = TestSite.ours(temporary.resolve("ours"));
    try (Serving serving = Serving.of(site.folder())) {
      site.append("content/pages/contact.md", "\nย่อหน้าใหม่\n");
      serving.awaitSaid("made anew", 1);
      site.replace("content/index.md", "title:", "title: ใหม่ #");
      serving.awaitSaid("made anew", 2);
      // Half of what is made while another file is broken must not be taken for what is shown.
      site.append("content/pages/contact.md", "\nย่อหน้าที่สอง\n");
      site.replace("content/pages/privacy.md", "title:", "title: \"");
      serving.awaitSaid("source/yaml", 1);
      site.replace("content/pages/privacy.md", "title: \"", "title:");
      serving.await(() -> !serving.page("/_oit/").contains("privacy.md:"));
      assertServesWhatIsBuilt(serving, site.folder(), temporary.resolve("clean"));
      assertFalse(site.has("public"), "public/ is for publishing");
      assertFalse(site.has("reports"), "reports/ is for other commands");
    }
  }

  @Test
  void followsTextDataLookNewAndDeletedFiles() throws IOException {
    Path site = site();
    try (Serving serving = Serving.of(site)) {
      edit(site, "content/pages/about.md", "ข้อความเดิม", "ข้อความใหม่เอี่ยม");
      serving.await(() -> serving.page("/about/").contains("ข้อความใหม่เอี่ยม"));
      write(site, "templates/assets/site.css", "body { color: #123456 }");
      serving.await(() -> serving.page("/assets/site.css").contains("#123456"));
      write(
          site,
          "content/news/deep/new.md",
          "---\ntitle: ข่าวใหม่\ndate: 2567-04-01\n---\nเนื้อข่าว\n");
      serving.await(() -> serving.get("/news/deep/new/").statusCode() == 200);
      edit(site, "content/news/deep/new.md", "เนื้อข่าว", "เนื้อข่าวแก้ไข");
      serving.await(() -> serving.page("/news/deep/new/").contains("เนื้อข่าวแก้ไข"));
      Files.delete(site.resolve("content/pages/other.md"));
      serving.await(() -> serving.get("/other/").statusCode() == 404);
      // As editors save: beside it, and then under its name.
      write(site, "content/pages/about.md.new.tmp", "---\ntitle: เกี่ยวกับเรา\n---\nย้ายมาแทน\n");
      Files.move(
          site.resolve("content/pages/about.md.new.tmp"),
          site.resolve("content/pages/about.md"),
          StandardCopyOption.REPLACE_EXISTING);
      serving.await(() -> serving.page("/about/").contains("ย้ายมาแทน"));
    }
  }

  @Test
  void followsByLookingAgainAndAgainWhereItIsToldNothing() throws IOException {
    Path site = site();
    try (Serving serving = Serving.of(site, "--poll", "20")) {
      serving.awaitSaid("looked for now and then", 1);
      edit(site, "content/pages/about.md", "ข้อความเดิม", "ข้อความใหม่");
      serving.await(() -> serving.page("/about/").contains("ข้อความใหม่"));
      Files.delete(site.resolve("content/pages/other.md"));
      serving.await(() -> serving.get("/other/").statusCode() == 404);
    }
  }

  @Test
  void doesNotMakeTheSiteAnewForWhatIsNoSource() throws IOException {
    Path site = site();
    try (Serving serving = Serving.of(site)) {
      serving.awaitSaid("checked:", 1);
      for (String litter :
          List.of(
              "content/pages/.about.md.swp",
              "content/pages/4913",
              "content/pages/about.md~",
              "content/pages/~$plan.docx",
              "content/pages/about.tmp",
              "public/index.html",
              "reports/publish.json",
              ".oit/lock",
              "notes.txt")) {
        write(site, litter, "x");
      }
      Serving.pause(300);
      assertFalse(serving.said().contains("made anew"), serving::said);
    }
  }

  @Test
  void leadsNowhereOutOfTheSite() throws IOException {
    Path site = site();
    write(site, "secret.txt", "ความลับ");
    write(site, "content/files/ok.txt", "เปิดเผย");
    try (Serving serving = Serving.of(site)) {
      assertEquals("เปิดเผย", serving.page("/files/ok.txt").strip());
      for (String path :
          List.of(
              "/../secret.txt",
              "/files/../../secret.txt",
              "/%2e%2e/secret.txt",
              "/files/%2e%2e/%2e%2e/secret.txt",
              "/files/..%2f..%2fsecret.txt",
              "/files/..%5c..%5csecret.txt",
              "/files/..\\..\\secret.txt",
              "/secret.txt",
              "/secret.txt%00.html",
              "/files/ok.txt%00",
              "//secret.txt",
              "//127.0.0.1/../secret.txt",
              "/site-config.yml",
              "/content/index.md",
              "/.oit/serve/lock",
              "/_oit/../secret.txt",
              "/_oit/%2e%2e/secret.txt",
              "/_oit/LivePages.class",
              "/_oit/../../th/oit/cli/help.properties",
              "/%c0%ae%c0%ae/secret.txt",
              "C:/secret.txt",
              "/files/")) {
        String answer =
            serving.raw(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.matches("(?s)HTTP/1\\.1 40[04] .*"), path + "\n" + answer);
        assertFalse(answer.contains("ความลับ"), path);
        assertFalse(answer.contains("ok.txt\""), "a listing at " + path);
      }
    }
  }

  @Test
  void answersForItsOwnNamesAlone() {
    try (Serving serving = Serving.of(site())) {
      int port = serving.port();
      for (String host :
          List.of("localhost", "LOCALHOST:" + port, "127.0.0.1:" + port, "[::1]:" + port)) {
        assertTrue(status(serving, host).startsWith("HTTP/1.1 200"), host);
      }
      for (String host :
          List.of(
              "evil.example",
              "evil.example:" + port,
              "localhost.evil.example",
              "127.0.0.1.evil.example",
              "192.168.1.7",
              "localhost:80:80",
              "")) {
        assertTrue(status(serving, host).startsWith("HTTP/1.1 403"), host);
      }
      String none = serving.raw("GET / HTTP/1.0\r\n\r\n");
      assertTrue(none.matches("(?s)HTTP/1\\.1 40[03].*"), none);
    }
  }

  private static String status(Serving serving, String host) {
    return serving.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void tellsPagesOfOthersNothing() {
    try (Serving serving = Serving.of(site())) {
      for (String path : List.of("/_oit/events", "/_oit/", "/_oit/live.js")) {
        assertEquals(403, serving.get(path, "Origin", "https://evil.example").statusCode(), path);
        assertEquals(403, serving.get(path, "Origin", "null").statusCode(), path);
      }
      assertEquals(403, serving.get("/_oit/events", "Sec-Fetch-Site", "cross-site").statusCode());
      String origin = serving.address("");
      HttpResponse<byte[]> own = serving.get("/_oit/", "Origin", origin);
      assertEquals(200, own.statusCode());
      assertEquals("DENY", own.headers().firstValue("X-Frame-Options").orElse(""));
      for (String path : List.of("/_oit/", "/about/")) {
        HttpResponse<byte[]> answer = serving.get(path);
        assertEquals(
            "same-origin",
            answer.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""),
            path);
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty(), path);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""), path);
      }
    }
  }

  @Test
  void readsAndNothingElse() {
    try (Serving serving = Serving.of(site())) {
      for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
        HttpResponse<byte[]> answer = serving.ask(method, "/");
        assertEquals(405, answer.statusCode(), method);
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElse(""), method);
      }
      HttpResponse<byte[]> head = serving.ask("HEAD", "/about/");
      assertEquals(200, head.statusCode());
      assertEquals(0, head.body().length);
      assertEquals(
          serving.get("/about/").body().length,
          head.headers().firstValueAsLong("Content-Length").orElse(-1));
    }
  }

  @Test
  void namesTypesAndSendsFoldersOnAsAHostDoes() {
    Path site = site();
    write(site, "content/files/a.pdf", "%PDF-1.4 0123456789");
    write(site, "content/files/ข้อมูล ก.csv", "ก,ข");
    try (Serving serving = Serving.of(site)) {
      assertType(serving, "/", "text/html; charset=utf-8");
      assertType(serving, "/about/index.html", "text/html; charset=utf-8");
      assertType(serving, "/assets/site.css", "text/css; charset=utf-8");
      assertType(serving, "/sitemap.xml", "application/xml; charset=utf-8");
      assertType(serving, "/feed.xml", "application/atom+xml; charset=utf-8");
      assertType(serving, "/robots.txt", "text/plain; charset=utf-8");
      assertType(serving, "/files/a.pdf", "application/pdf");
      assertType(serving, UrlPath.encode("/files/ข้อมูล ก.csv"), "text/csv; charset=utf-8");
      HttpResponse<byte[]> folder = serving.get("/about?q=1");
      assertEquals(302, folder.statusCode());
      assertEquals("/about/?q=1", folder.headers().firstValue("Location").orElse(""));
      assertEquals(404, serving.get("/files/A.PDF").statusCode(), "letter case counts on the host");
      HttpResponse<byte[]> missing = serving.get("/nowhere/");
      assertEquals(404, missing.statusCode());
      String page = new String(missing.body(), StandardCharsets.UTF_8);
      assertTrue(page.contains("kind-not-found") && page.contains("/_oit/live.js"), page);
    }
  }

  private static void assertType(Serving serving, String path, String type) {
    HttpResponse<byte[]> answer = serving.get(path);
    assertEquals(200, answer.statusCode(), path);
    assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""), path);
  }

  @Test
  void sendsPartsOfFilesAsReadersOfDocumentsAskForThem() {
    Path site = site();
    write(site, "content/files/a.pdf", "%PDF-1.4 0123456789");
    try (Serving serving = Serving.of(site)) {
      assertPart(serving, "bytes=9-12", 206, "0123");
      assertPart(serving, "bytes=-2", 206, "89");
      assertPart(serving, "bytes=17-", 206, "89");
      assertPart(serving, "bytes=17-999", 206, "89");
      assertPart(serving, "bytes=99-", 416, "");
      assertPart(serving, "bytes=1-2,4-5", 200, "%PDF-1.4 0123456789");
      assertPart(serving, "nonsense", 200, "%PDF-1.4 0123456789");
    }
  }

  private static void assertPart(Serving serving, String range, int status, String body) {
    HttpResponse<byte[]> answer = serving.get("/files/a.pdf", "Range", range);
    assertEquals(status, answer.statusCode(), range);
    assertEquals(body, new String(answer.body(), StandardCharsets.UTF_8), range);
  }

  @Test
  void servesBelowThePathAtWhichTheSiteWillStand() throws IOException {
    Path site = site();
    edit(site, "site-config.yml", "https://www.example.go.th", "https://www.example.go.th/web");
    try (Serving serving = Serving.of(site)) {
      for (String path : List.of("/", "/web")) {
        HttpResponse<byte[]> answer = serving.get(path);
        assertEquals(302, answer.statusCode(), path);
        assertEquals("/web/", answer.headers().firstValue("Location").orElse(""), path);
      }
      assertTrue(serving.page("/web/about/").contains("ข้อความเดิม"));
      assertEquals(404, serving.get("/about/").statusCode());
      assertTrue(serving.page("/_oit/").contains("href=\"/web/"), "the panel leads to the site");
    }
  }

  @Test
  void keepsTheLastGoodSiteWhileAFileIsBrokenAndTellsWhereItIs() throws IOException {
    Path site = site();
    try (Serving serving = Serving.of(site)) {
      try (Serving.Events events = serving.events("/about/", serving.edition("/about/"))) {
        events.await("badge", "items pass");
        edit(site, "content/pages/about.md", "title: เกี่ยวกับเรา", "title: \"เกี่ยวกับเรา");
        String trouble = events.await("trouble", "content/pages/about.md:");
        assertTrue(trouble.contains("<mark>"), trouble);
        assertTrue(trouble.contains("เกี่ยวกับเรา"), trouble);
        assertTrue(trouble.contains("Remedy"), trouble);
        assertTrue(trouble.contains("vscode://file/"), trouble);
        assertTrue(
            trouble.contains(UrlPath.encode(site.resolve("content/pages/about.md").toString())),
            trouble);
        assertTrue(serving.page("/about/").contains("ข้อความเดิม"), "the last good site");
        assertTrue(serving.page("/_oit/").contains("content/pages/about.md:"));
        edit(site, "content/pages/about.md", "title: \"เกี่ยวกับเรา", "title: เกี่ยวกับเรา");
        assertEquals("trouble: ", events.await("trouble", ""));
      }
    }
  }

  @Test
  void showsWhatIsWrongWhenThereIsNoGoodSiteYetAndWaits() throws IOException {
    Path site = site();
    edit(site, "site-config.yml", "base_url:", "base_ulr:");
    try (Serving serving = Serving.of(site)) {
      HttpResponse<byte[]> answer = serving.get("/about/");
      assertEquals(503, answer.statusCode());
      String page = new String(answer.body(), StandardCharsets.UTF_8);
      assertTrue(page.contains("site-config.yml:1:") && page.contains("live.js"), page);
      assertTrue(serving.said().contains("Mend it and save"), serving::said);
      assertFalse(serving.said().contains("cannot go on"), serving::said);
      edit(site, "site-config.yml", "base_ulr:", "base_url:");
      serving.await(() -> serving.get("/about/").statusCode() == 200);
    }
  }

  @Test
  void tellsAPageToLoadAgainWhenItIsAnotherAndNotOtherwise() throws IOException {
    Path site = site();
    try (Serving serving = Serving.of(site)) {
      String edition = serving.edition("/about/");
      try (Serving.Events about = serving.events("/about/", edition);
          Serving.Events other = serving.events("/other/", edition)) {
        about.await("edition", edition);
        other.await("edition", edition);
        edit(site, "content/pages/about.md", "ข้อความเดิม", "ข้อความใหม่");
        String now = about.await("reload", "").substring("reload: ".length());
        assertEquals("edition: " + now, other.await("edition", ""));
        assertEquals(now, serving.edition("/about/"));
      }
      // Who comes with an old edition has missed something.
      try (Serving.Events late = serving.events("/other/", edition)) {
        late.await("reload", "");
      }
    }
  }

  @Test
  void judgesWhatIsServedAndShowsItInThePanel() throws IOException {
    Path site = site();
    try (Serving serving = Serving.of(site)) {
      serving.awaitSaid("checked:", 1);
      String panel = serving.page("/_oit/");
      assertTrue(panel.contains("O1 "), panel);
      assertTrue(panel.contains(">missing<"), panel);
      try (Serving.Events events = serving.events("/about/", serving.edition("/about/"))) {
        events.await("badge", "35");
        edit(site, "content/pages/about.md", "ข้อความเดิม", "[ลิงก์](/nowhere/)");
        events.await("reload", "");
      }
      serving.awaitSaid("checked:", 2);
      panel = serving.page("/_oit/");
      assertTrue(panel.contains("content/pages/about.md:4:"), panel);
      assertTrue(panel.contains("oit explain link/not-found"), panel);
      try (Serving.Events events = serving.events("/about/", serving.edition("/about/"))) {
        events.await("badge", "1 on this page");
      }
    }
  }

  @Test
  void disturbsNoOtherCommandAndIsNotDisturbed() throws IOException {
    TestSite site = TestSite.ours(temporary.resolve("ours"));
    try (Serving serving = Serving.of(site.folder())) {
      site.publish().exits(0);
      site.append("content/pages/contact.md", "\nย่อหน้าใหม่\n");
      serving.await(() -> serving.page("/contact/").contains("ย่อหน้าใหม่"));
      assertFalse(site.text("public/contact/index.html").contains("ย่อหน้าใหม่"));
      site.publish().exits(0);
      assertTrue(site.text("public/contact/index.html").contains("ย่อหน้าใหม่"));
      assertFalse(
          site.text("public/contact/index.html").contains("_oit"), "nothing of it goes out");
      site.run("clean").exits(0);
      Run.in(site.folder(), "serve", "--lang", "en").exits(2).says("being served already");
    }
  }

  @Test
  void saysWhatCannotBe() throws IOException {
    Path site = site();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Run.in(site, "serve", "--lang", "en", "--port", port)
          .exits(2)
          .says("another program has the port " + port, "--port 8080");
    }
    Run.in(site, "serve", "--lang", "en", "--port", "70000").exits(2).says("--port");
    Run.in(site, "serve", "--lang", "en", "--poll", "1").exits(2).says("--poll");
    Run.in(site, "serve", "--lang", "en", "--host", "192.0.2.7").exits(2).says("192.0.2.7");
    Run.in(temporary, "serve", "--lang", "en").exits(2).says("no site-config.yml");
    Run.in(site, "serve", "--lang", "en", "--format", "json").exits(2).says("format");
  }

  @Test
  void warnsWhenOthersCanSeeIt() {
    try (Serving serving = Serving.of(site(), "--host", "0.0.0.0")) {
      serving.awaitSaid("other machines of the network", 1);
      assertTrue(status(serving, "192.168.1.7:8000").startsWith("HTTP/1.1 200"));
      assertTrue(status(serving, "evil.example").startsWith("HTTP/1.1 403"));
    }
  }

  @Test
  void endsAtOnceAndWell() {
    Serving serving = Serving.of(site());
    try (Serving.Events events = serving.events("/", serving.edition("/"))) {
      events.await("edition", "");
      long started = System.nanoTime();
      assertEquals(0, serving.stop());
      assertTrue(System.nanoTime() - started < 5_000_000_000L, "took its time");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // which tells no process that it is to end
  void endsAsAProcessWithoutComplaint() {
    Serving serving = Serving.apart(site());
    serving.awaitSaid("Ctrl-C", 1);
    long started = System.nanoTime();
    assertEquals(0, serving.stop(), serving::said);
    assertTrue(System.nanoTime() - started < 5_000_000_000L, "took its time");
    assertFalse(serving.said().contains("Exception"), serving::said);
  }

  /** Eight hours of work are {@code -Doit.rebuilds=2000}. */
  @Test
  void holdsNoMoreMemoryAfterManyEdits() throws IOException {
    int rebuilds = Integer.getInteger("oit.rebuilds", 30);
    Path site = site();
    long early = 0;
    long late;
    try (Serving serving = Serving.of(site, "--quiet")) {
      for (int i = 1; i <= rebuilds; i++) {
        String now = "รอบ" + i + "จบ";
        write(site, "content/pages/about.md", "---\ntitle: เกี่ยวกับเรา\n---\n" + now + "\n");
        serving.await(() -> serving.page("/about/").contains(now));
        if (i % 10 == 0) {
          String page = "/p" + i + "/";
          write(site, "content/pages/p" + i + ".md", "---\ntitle: หน้า " + i + "\n---\nใหม่\n");
          serving.await(() -> serving.get(page).statusCode() == 200);
          Files.delete(site.resolve("content/pages/p" + i + ".md"));
          serving.await(() -> serving.get(page).statusCode() == 404);
        }
        if (i == rebuilds / 10) {
          early = used();
        }
      }
      late = used();
    }
    String told =
        "heap after "
            + rebuilds / 10
            + " rebuilds: "
            + early
            + " bytes, after "
            + rebuilds
            + ": "
            + late;
    System.err.println(told);
    assertTrue(late - early < 10_000_000, told);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Serving.pause(30);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
