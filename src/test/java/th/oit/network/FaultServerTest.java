package th.oit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import th.oit.check.links.WebAddress;

/** Every way in which a server can fail, and the right verdict for each, twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class FaultServerTest {
  private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";
  private static final String PDF = "Content-Type: application/pdf\r\n";
  private static final String PAGE =
      "<!doctype html><title>ข่าว</title><h1>แผนพัฒนา</h1><p>แผนพัฒนาท้องถิ่นห้าปี ของเทศบาล"
          + " ฉบับทบทวน ซึ่งสภาเห็นชอบแล้ว และประกาศใช้ตั้งแต่วันนี้เป็นต้นไป";
  private static final String SORRY =
      "<!doctype html><title>เทศบาล</title><p>ขออภัย ท่านเปิดหน้าที่ระบบไม่รู้จัก กรุณากลับไปที่หน้าแรก"
          + " หรือติดต่อเจ้าหน้าที่ในวันเวลาราชการ";
  private static final String SIGN_IN =
      "<title>เข้าสู่ระบบ</title><form><input name=u><input type=password name=p></form>";

  private static final Names NAMES =
      host ->
          host.equals("no-such-host.go.th")
              ? Names.Known.NO
              : host.equals("unsure.go.th") ? Names.Known.UNSURE : Names.Known.YES;

  private final Map<String, Reason> expected = new LinkedHashMap<>();
  private final List<FaultServer> servers = new ArrayList<>();
  private FaultServer plain;
  private NetworkSettings settings;

  @BeforeAll
  void startServers(@TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Certificates certificates = new Certificates(folder);
    plain = server(new FaultServer());
    pages(plain);
    redirects(plain);
    heads(plain);
    statuses(plain);
    bodies(plain);
    brokenHttp(plain);
    logins(plain);
    notFoundPages(plain);
    slowness();
    certificates(certificates);
    names();
    settings =
        NetworkSettings.usual()
            .with()
            .pause(Duration.ZERO)
            .perHost(12)
            .connectTimeout(Duration.ofMillis(800))
            .timeout(Duration.ofMillis(800))
            .retryPause(Duration.ofMillis(20))
            .mostRetryAfter(Duration.ofSeconds(3))
            .extraCa(certificates.authority())
            .build();
  }

  private FaultServer server(FaultServer server) {
    servers.add(server);
    return server;
  }

  @AfterAll
  void stopServers() throws IOException {
    for (FaultServer server : servers) {
      server.close();
    }
  }

  private void expect(FaultServer server, String path, Reason reason, FaultServer.Fault fault) {
    server.on(path, fault);
    expected.put(server.url(path), reason);
  }

  private void expect(FaultServer server, String path, Reason reason) {
    expected.put(server.url(path), reason);
  }

  private static FaultServer.Fault sends(int status, String headers, String body) {
    return (request, line) -> line.send(request, status, headers, body);
  }

  private static FaultServer.Fault redirects(int status, String to) {
    return sends(status, "Location: " + to + "\r\n", "");
  }

  /** One answer the first times, then another. */
  private static FaultServer.Fault first(
      int times, FaultServer.Fault before, FaultServer.Fault after) {
    return (request, line) -> (request.time() < times ? before : after).answer(request, line);
  }

  private void pages(FaultServer server) {
    expect(server, "/", Reason.OPENS, sends(200, HTML, PAGE));
    expect(server, "/fine.html", Reason.OPENS, sends(200, HTML, PAGE));
    expect(server, "/fine.pdf", Reason.OPENS, sends(200, PDF, "%PDF-1.7 and so on"));
    expect(
        server,
        "/ranged.html",
        Reason.OPENS,
        sends(206, HTML + "Content-Range: bytes 0-9/900\r\n", PAGE));
    expect(
        server,
        "/no-ranges.html",
        Reason.OPENS,
        (request, line) ->
            sends(request.headers().containsKey("range") ? 416 : 200, HTML, PAGE)
                .answer(request, line));
    server.on("/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf", sends(200, PDF, "%PDF-1.7"));
    expect(server, "/แผน.pdf", Reason.OPENS);
    server.on("/a%20b%5B1%5D.pdf", sends(200, PDF, "%PDF-1.7"));
    expect(server, "/a b[1].pdf", Reason.OPENS);
    expect(server, "/100%.pdf", Reason.BAD_ADDRESS);
    expect(server, "/empty.html", Reason.EMPTY, sends(200, HTML, ""));
    expect(server, "/empty.pdf", Reason.EMPTY, sends(200, PDF, ""));
    expect(server, "/wrong-type.pdf", Reason.WRONG_TYPE, sends(200, HTML, PAGE));
  }

  private void redirects(FaultServer server) {
    expect(server, "/moved", Reason.OPENS, redirects(301, "/fine.html"));
    expect(server, "/moved-308", Reason.OPENS, redirects(308, "fine.html?new=1"));
    server.on("/fine.html?new=1", sends(200, HTML, PAGE));
    expect(server, "/for-now", Reason.OPENS, redirects(302, "/fine.html"));
    expect(server, "/moved-thai", Reason.OPENS, redirects(301, "/แผน.pdf"));
    expect(server, "/moved-to-nothing", Reason.NOT_FOUND, redirects(301, "/is-not-there"));
    expect(server, "/moved-home/plan.html", Reason.HOME_PAGE, redirects(302, "/"));
    expect(server, "/no-location", Reason.BAD_REDIRECT, sends(302, "", ""));
    expect(server, "/to-mail", Reason.BAD_REDIRECT, redirects(302, "mailto:a@b.go.th"));
    expect(server, "/to-no-url", Reason.BAD_REDIRECT, redirects(302, "http://"));
    expect(server, "/loop", Reason.REDIRECT_LOOP, redirects(302, "/loop"));
    expect(server, "/loop-a", Reason.REDIRECT_LOOP, redirects(302, "/loop-b"));
    expect(server, "/loop-b", Reason.REDIRECT_LOOP, redirects(302, "/loop-a"));
    expect(
        server,
        "/wants-cookie",
        Reason.OPENS,
        (request, line) -> {
          boolean known = request.headers().getOrDefault("cookie", "").contains("seen=1");
          (known
                  ? sends(200, HTML, PAGE)
                  : sends(302, "Set-Cookie: seen=1; Path=/\r\nLocation: /wants-cookie\r\n", ""))
              .answer(request, line);
        });
    for (int i = 1; i <= 6; i++) {
      server.on("/chain/" + i, redirects(302, i == 1 ? "/fine.html" : "/chain/" + (i - 1)));
    }
    expect(server, "/chain/5", Reason.OPENS);
    expect(server, "/chain/6", Reason.TOO_MANY_REDIRECTS);
    expect(server, "/endless-chain/0", Reason.TOO_MANY_REDIRECTS);
    server.on(
        "/endless-chain/*",
        (request, line) -> redirects(302, request.target() + "0").answer(request, line));
  }

  private void heads(FaultServer server) {
    FaultServer.Fault fine = sends(200, HTML, PAGE);
    for (int status : List.of(403, 404, 405, 500, 501)) {
      expect(
          server,
          "/head-" + status,
          Reason.OPENS,
          (request, line) ->
              (request.isHead() ? sends(status, HTML, "") : fine).answer(request, line));
    }
    expect(
        server,
        "/head-lies",
        Reason.NOT_FOUND,
        (request, line) ->
            (request.isHead() ? fine : sends(404, HTML, "gone")).answer(request, line));
    expect(
        server,
        "/head-resets",
        Reason.OPENS,
        (request, line) -> {
          if (request.isHead()) {
            line.reset();
          } else {
            fine.answer(request, line);
          }
        });
    expect(
        server,
        "/head-hangs",
        Reason.OPENS,
        (request, line) -> {
          if (request.isHead()) {
            Thread.sleep(3000);
          } else {
            fine.answer(request, line);
          }
        });
  }

  private void statuses(FaultServer server) {
    FaultServer.Fault fine = sends(200, HTML, PAGE);
    expect(server, "/404", Reason.NOT_FOUND, sends(404, HTML, "no"));
    expect(server, "/410", Reason.GONE, sends(410, HTML, "no"));
    expect(server, "/401", Reason.CREDENTIALS, sends(401, "WWW-Authenticate: Basic\r\n", "no"));
    expect(server, "/403", Reason.FORBIDDEN, sends(403, HTML, "no"));
    expect(server, "/999", Reason.FORBIDDEN, sends(999, HTML, "no"));
    expect(server, "/400", Reason.OTHER_STATUS, sends(400, HTML, "no"));
    expect(server, "/204", Reason.OTHER_STATUS, (r, line) -> line.write("HTTP/1.1 204 -\r\n\r\n"));
    expect(server, "/500", Reason.SERVER_ERROR, sends(500, HTML, "no"));
    expect(server, "/503-then-fine", Reason.OPENS, first(2, sends(503, HTML, "wait"), fine));
    String soon = "Retry-After: 1\r\n";
    expect(server, "/429-then-fine", Reason.OPENS, first(1, sends(429, soon, ""), fine));
    expect(
        server,
        "/429-date-then-fine",
        Reason.OPENS,
        first(
            1,
            (request, line) ->
                sends(429, "Retry-After: " + inSeconds(1) + "\r\n", "").answer(request, line),
            fine));
    expect(server, "/429-forever", Reason.TOO_MANY, sends(429, "Retry-After: 0\r\n", ""));
    expect(server, "/429-too-long", Reason.TOO_MANY, sends(429, "Retry-After: 3600\r\n", ""));
  }

  private static String inSeconds(int seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
  }

  private void bodies(FaultServer server) {
    expect(
        server,
        "/endless",
        Reason.OPENS,
        (request, line) -> {
          line.write("HTTP/1.1 200 -\r\n" + HTML + "\r\n" + PAGE);
          while (!request.isHead()) {
            line.write(
                "<p>และต่อไป ต่อไป ต่อไป ต่อไป ต่อไป ต่อไป ต่อไป ต่อไป ต่อไป ต่อไป ต่อไป ต่อไป");
          }
        });
    expect(
        server,
        "/chunk-cut",
        Reason.BROKEN_OFF,
        (request, line) ->
            line.write(
                "HTTP/1.1 200 -\r\nTransfer-Encoding: chunked\r\n"
                    + HTML
                    + "\r\n"
                    + (request.isHead() ? "" : "100\r\n<p>half")));
    expect(
        server,
        "/says-longer",
        Reason.BROKEN_OFF,
        (request, line) ->
            line.write(
                "HTTP/1.1 200 -\r\nContent-Length: 5000\r\n"
                    + HTML
                    + "\r\n"
                    + (request.isHead() ? "" : PAGE)));
    expect(
        server,
        "/says-shorter",
        Reason.OPENS,
        (request, line) ->
            line.write("HTTP/1.1 200 -\r\nContent-Length: 40\r\n" + HTML + "\r\n" + PAGE));
    expect(
        server,
        "/two-lengths",
        Reason.BAD_ANSWER,
        (request, line) ->
            line.write("HTTP/1.1 200 -\r\nContent-Length: 4\r\nContent-Length: x\r\n\r\nabcd"));
  }

  private void brokenHttp(FaultServer server) {
    expect(server, "/resets", Reason.BROKEN_OFF, (request, line) -> line.reset());
    expect(server, "/says-nothing", Reason.BROKEN_OFF, (request, line) -> {});
    FaultServer.Fault fine = sends(200, HTML, PAGE);
    expect(server, "/resets-once", Reason.OPENS, first(1, (request, line) -> line.reset(), fine));
    expect(
        server,
        "/early-hints",
        Reason.OPENS,
        (request, line) -> {
          line.write("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n");
          fine.answer(request, line);
        });
    expect(
        server,
        "/continue",
        Reason.OPENS,
        (request, line) -> {
          line.write("HTTP/1.1 100 Continue\r\n\r\n");
          fine.answer(request, line);
        });
    expect(
        server,
        "/huge-headers",
        Reason.BAD_ANSWER,
        (request, line) -> {
          line.write("HTTP/1.1 200 -\r\n" + HTML);
          for (int i = 0; i < 2000; i++) {
            line.write("X-Much-" + i + ": " + "x".repeat(1000) + "\r\n");
          }
          line.write("\r\n" + PAGE);
        });
    expect(
        server,
        "/endless-header",
        Reason.BAD_ANSWER,
        (request, line) -> {
          line.write("HTTP/1.1 200 -\r\nX-Endless: ");
          while (true) {
            line.write("x".repeat(10_000));
          }
        });
    expect(
        server,
        "/bad-status-line",
        Reason.BAD_ANSWER,
        (request, line) -> line.write("HELLO 200 fine\r\n\r\n" + PAGE));
    expect(
        server,
        "/bad-status",
        Reason.BAD_ANSWER,
        (request, line) -> line.write("HTTP/1.1 abc -\r\n\r\n" + PAGE));
    expect(server, "/no-headers", Reason.BAD_ANSWER, (request, line) -> line.write(PAGE));
  }

  private void logins(FaultServer server) {
    server.on("/users/login*", sends(200, HTML, SIGN_IN));
    expect(server, "/wants-login", Reason.LOGIN_REDIRECT, redirects(302, "/users/login?back=/"));
    expect(server, "/login-page", Reason.LOGIN_PAGE, sends(200, HTML, SIGN_IN));
    expect(server, "/users/login", Reason.OPENS);
    expect(
        server,
        "/with-login-box",
        Reason.OPENS,
        sends(200, HTML, PAGE + "<p>" + "เนื้อหา ".repeat(200) + SIGN_IN.substring(24)));
  }

  private void notFoundPages(FaultServer server) {
    expect(server, "/soft/real.html", Reason.OPENS, sends(200, HTML, PAGE));
    expect(server, "/soft/gone.html", Reason.SOFT_NOT_FOUND);
    expect(server, "/soft/news/", Reason.SOFT_NOT_FOUND);
    server.on(
        "/soft/*",
        (request, line) ->
            sends(200, HTML, SORRY + "<p>ผู้เข้าชม " + request.time() + request.target().length())
                .answer(request, line));
    expect(server, "/leads/gone.html", Reason.SOFT_NOT_FOUND);
    server.on("/leads/*", redirects(302, "/error-page"));
    server.on("/error-page", sends(200, HTML, SORRY));
    expect(
        server,
        "/says-404",
        Reason.SOFT_NOT_FOUND,
        sends(200, HTML, "<title>404 - ไม่พบหน้าที่ต้องการ</title>" + PAGE));
    expect(
        server,
        "/plan-404.html",
        Reason.OPENS,
        sends(200, HTML, "<title>โครงการที่ 1/404</title>" + PAGE.substring(40)));
  }

  private void slowness() throws IOException {
    FaultServer slow = server(new FaultServer());
    expect(slow, "/never", Reason.TIMEOUT, (request, line) -> Thread.sleep(5000));
    expect(
        slow,
        "/drip",
        Reason.TOO_SLOW,
        (request, line) -> {
          line.write("HTTP/1.1 200 -\r\n" + HTML + "\r\n");
          while (!request.isHead()) {
            line.write("x");
            Thread.sleep(40);
          }
        });
    expect(
        slow,
        "/drips-headers",
        Reason.TIMEOUT,
        (request, line) -> {
          line.write("HTTP/1.1 200 -\r\nX-Slow: ");
          while (true) {
            line.write("x");
            Thread.sleep(40);
          }
        });
    expect(
        slow,
        "/slow-once",
        Reason.OPENS,
        first(1, (request, line) -> Thread.sleep(3000), sends(200, HTML, PAGE)));
  }

  private void certificates(Certificates certificates)
      throws IOException, GeneralSecurityException {
    Map<String, Reason> verdicts =
        Map.of(
            "fine", Reason.OPENS,
            "other", Reason.WRONG_NAME,
            "expired", Reason.EXPIRED,
            "self", Reason.UNTRUSTED);
    for (Map.Entry<String, Reason> verdict : verdicts.entrySet()) {
      FaultServer server = server(new FaultServer(certificates.server(verdict.getKey())));
      expect(server, "/plan.html", verdict.getValue(), sends(200, HTML, PAGE));
    }
    expected.put("https://127.0.0.1:" + plain.port() + "/fine.html", Reason.TLS_FAILED);
    FaultServer secure = server(new FaultServer(certificates.server("fine")));
    secure.on("/fine.html", sends(200, HTML, PAGE));
    expect(plain, "/to-https", Reason.OPENS, redirects(301, secure.url("/fine.html")));
  }

  private void names() throws IOException {
    expected.put("http://no-such-host.go.th/plan.pdf", Reason.NO_HOST);
    expected.put("http://unsure.go.th/plan.pdf", Reason.NAME_UNSURE);
    expect(plain, "/to-no-host", Reason.NO_HOST, redirects(302, "http://no-such-host.go.th/"));
    try (ServerSocket closed = new ServerSocket(0)) {
      expected.put("http://127.0.0.1:" + closed.getLocalPort() + "/", Reason.UNREACHABLE);
    }
    expected.put("https://www.facebook.com/somebody/posts/1", Reason.WALLED_HOST);
    expect(plain, "/to-facebook", Reason.WALLED_HOST, redirects(302, "https://facebook.com/login"));
  }

  private static String shown(Map<String, Reason> reasons) {
    return reasons.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining("\n"));
  }

  private Map<String, Reason> askEverything() {
    servers.forEach(FaultServer::forget);
    Map<String, Reason> answers = new LinkedHashMap<>();
    try (Network network = new Network(settings, NAMES, InstantSource.system())) {
      List<Ask> asks =
          expected.keySet().stream().map(url -> Ask.exists(WebAddress.parse(url))).toList();
      List<Answer> given = network.askAll(asks, answer -> {});
      int at = 0;
      for (String url : expected.keySet()) {
        answers.put(url, given.get(at++).reason());
      }
    }
    return answers;
  }

  @Test
  void everyFaultGetsItsVerdictTwice() {
    long start = System.nanoTime();
    assertEquals(shown(expected), shown(askEverything()));
    assertEquals(shown(expected), shown(askEverything()));
    assertTrue(System.nanoTime() - start < 30_000_000_000L, "bounded in time");
  }
}
