package th.oit.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import th.oit.check.links.WebAddress;

/** How the network is asked: once, politely, within bounds, and what is taken. */
@Timeout(20)
class NetworkTest {
  private static final String HTML = "Content-Type: text/html\r\n";
  private static final String PDF = "Content-Type: application/pdf\r\n";
  private static final Names EVERYBODY = host -> Names.Known.YES;
  private static final Instant NOW = Instant.parse("2024-04-10T03:00:00Z");

  @TempDir Path folder;
  private FaultServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FaultServer();
    server.on("/plan.pdf", (request, line) -> line.send(request, 200, PDF, "%PDF-1.7 whole"));
    server.on("/page.html", (request, line) -> line.send(request, 200, HTML, "<h1>แผน</h1>"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static NetworkSettings.Builder quick() {
    return NetworkSettings.usual()
        .with()
        .pause(Duration.ZERO)
        .timeout(Duration.ofSeconds(2))
        .retryPause(Duration.ofMillis(10));
  }

  private static Network network(NetworkSettings.Builder settings) {
    return network(settings, NOW);
  }

  private static Network network(NetworkSettings.Builder settings, Instant now) {
    return new Network(settings.build(), EVERYBODY, InstantSource.fixed(now));
  }

  private WebAddress at(String path) {
    return WebAddress.parse(server.url(path));
  }

  private Answer ask(Ask ask) {
    try (Network network = network(quick())) {
      return network.askAll(List.of(ask), answer -> {}).get(0);
    }
  }

  @Test
  void asksEveryAddressOnceWhateverItsFragment() {
    List<Answer> told = new ArrayList<>();
    try (Network network = network(quick())) {
      List<Ask> asks =
          List.of(Ask.exists(at("/plan.pdf#page=2")), Ask.exists(at("/plan.pdf#page=9")));
      List<Answer> answers = network.askAll(asks, told::add);
      assertEquals(
          List.of(Reason.OPENS, Reason.OPENS), answers.stream().map(Answer::reason).toList());
      network.ask(Ask.exists(at("/plan.pdf"))).join();
    }
    assertEquals(1, told.size());
    assertEquals(1, server.requests().size());
  }

  @Test
  void asksADocumentByHeadAloneAndSaysWhoAsks() {
    assertEquals(14, ask(Ask.exists(at("/plan.pdf"))).length());
    FaultServer.Request request = server.requests().get(0);
    assertEquals("HEAD", request.method());
    assertTrue(request.headers().get("user-agent").contains("oit"));
    assertTrue(request.headers().get("accept-language").startsWith("th"));
    assertFalse(request.headers().containsKey("upgrade"), "some old servers answer nonsense then");
  }

  @Test
  void takesTheFirstBytesOfAPageAlone() {
    ask(Ask.exists(at("/page.html")));
    FaultServer.Request second = server.requests().get(1);
    assertEquals("GET bytes=0-2047", second.method() + " " + second.headers().get("range"));
  }

  @Test
  void recordsTheWayAndAdvisesOnlyAsFarAsItIsForGood() {
    server.on("/a", (request, line) -> line.send(request, 301, "Location: /b\r\n", ""));
    server.on("/b", (request, line) -> line.send(request, 308, "Location: /c#there\r\n", ""));
    server.on("/c", (request, line) -> line.send(request, 302, "Location: /plan.pdf\r\n", ""));
    Answer answer = ask(Ask.exists(at("/a")));
    assertEquals(List.of(301, 308, 302), answer.hops().stream().map(Hop::status).toList());
    assertEquals(server.url("/c#there"), answer.movedTo().orElseThrow().toString());
    assertEquals(at("/plan.pdf"), answer.arrived());
    assertEquals(Optional.empty(), ask(Ask.exists(at("/c"))).movedTo());
  }

  @Test
  void takesAWholePageUpToItsBound() {
    Answer whole = ask(Ask.page(at("/page.html")));
    assertEquals("<h1>แผน</h1>", new String(whole.body(), StandardCharsets.UTF_8));
    assertTrue(whole.whole());
    assertEquals("text/html", whole.mediaType());
    try (Network network = network(quick().mostPageBytes(5))) {
      Answer cut = network.ask(Ask.page(at("/page.html"))).join();
      assertArrayEquals(
          "<h1>แ".substring(0, 4).getBytes(StandardCharsets.UTF_8),
          java.util.Arrays.copyOf(cut.body(), 4));
      assertEquals(5, cut.body().length);
      assertFalse(cut.whole());
      assertEquals(Reason.OPENS, cut.reason());
    }
  }

  @Test
  void keepsTheTextOfAnErrorPageToo() {
    server.on("/none", (request, line) -> line.send(request, 404, HTML, "<p>ไม่มี"));
    Answer answer = ask(Ask.page(at("/none")));
    assertEquals(Reason.NOT_FOUND, answer.reason());
    assertEquals("<p>ไม่มี", new String(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  void putsAFileWhereItWasAskedToAndReplacesWhatStoodThere() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.pdf"), "much longer than what will come");
    Answer answer = ask(Ask.file(at("/plan.pdf"), file));
    assertEquals("%PDF-1.7 whole", Files.readString(file));
    assertEquals(file, answer.file());
    assertTrue(answer.whole());
    assertEquals(14, answer.length());
  }

  @Test
  void takesNoMoreOfAnEndlessFileThanItMay() throws IOException {
    server.on(
        "/endless.pdf",
        (request, line) -> {
          line.write("HTTP/1.1 200 -\r\n" + PDF + "\r\n%PDF-1.7");
          while (true) {
            line.write("0".repeat(10_000));
          }
        });
    Path file = folder.resolve("endless.pdf");
    try (Network network = network(quick().mostFileBytes(100_000))) {
      Answer answer = network.ask(Ask.file(at("/endless.pdf"), file)).join();
      assertFalse(answer.whole());
      assertEquals(Reason.OPENS, answer.reason());
    }
    assertEquals(100_000, Files.size(file));
  }

  @Test
  void givesAFileThatDripsItsTimeAndNoMore() {
    server.on(
        "/drip.pdf",
        (request, line) -> {
          line.write("HTTP/1.1 200 -\r\n" + PDF + "\r\n%PDF-1.7");
          while (true) {
            Thread.sleep(20);
            line.write("0");
          }
        });
    try (Network network =
        network(
            quick()
                .retries(0)
                .timeout(Duration.ofMillis(200))
                .fileTimeout(Duration.ofMillis(300)))) {
      Answer answer = network.ask(Ask.file(at("/drip.pdf"), folder.resolve("drip"))).join();
      assertEquals(Reason.TOO_SLOW, answer.reason());
      assertTrue(answer.took().toMillis() < 2000, answer.took().toString());
    }
  }

  @Test
  void neverAsksAHostByMoreThanAllowedAtATime() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.on(
        "/slow/*",
        (request, line) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.sleep(30);
          now.decrementAndGet();
          line.send(request, 200, PDF, "%PDF");
        });
    try (Network network = network(quick().perHost(2))) {
      network.askAll(
          IntStream.range(0, 12).mapToObj(i -> Ask.exists(at("/slow/" + i))).toList(), a -> {});
    }
    assertEquals(2, most.get());
  }

  @Test
  void waitsBetweenTwoStartsAtOneHost() {
    List<Long> starts = Collections.synchronizedList(new ArrayList<>());
    server.on(
        "/n/*",
        (request, line) -> {
          starts.add(System.nanoTime());
          line.send(request, 200, PDF, "%PDF");
        });
    try (Network network = network(quick().pause(Duration.ofMillis(60)))) {
      network.askAll(
          IntStream.range(0, 5).mapToObj(i -> Ask.exists(at("/n/" + i))).toList(), a -> {});
    }
    Collections.sort(starts);
    // A connection may take a little longer one time than another.
    assertTrue(starts.get(4) - starts.get(0) > 4 * 60_000_000L - 30_000_000L);
  }

  @Test
  void leavesAHostInPeaceForAsLongAsItAsks() {
    server.on(
        "/busy",
        (request, line) ->
            line.send(
                request,
                request.time() == 0 ? 429 : 200,
                PDF + (request.time() == 0 ? "Retry-After: 1\r\n" : ""),
                "%PDF"));
    long start = System.nanoTime();
    assertEquals(Reason.OPENS, ask(Ask.exists(at("/busy"))).reason());
    assertTrue(System.nanoTime() - start >= 1_000_000_000L);
  }

  @Test
  void asksNoMoreThanItMay() {
    try (Network network = network(quick().mostRequests(2).perHost(1))) {
      List<Reason> reasons =
          network
              .askAll(
                  IntStream.range(0, 4).mapToObj(i -> Ask.exists(at("/plan.pdf?" + i))).toList(),
                  answer -> {})
              .stream()
              .map(Answer::reason)
              .toList();
      assertEquals(
          List.of(
              Reason.NOT_FOUND,
              Reason.OUT_OF_REQUESTS,
              Reason.OUT_OF_REQUESTS,
              Reason.OUT_OF_REQUESTS),
          reasons);
    }
    assertEquals(2, server.requests().size());
  }

  @Test
  void endsWhenItsTimeIsUsedUp() {
    server.on("/hangs/*", (request, line) -> Thread.sleep(10_000));
    long start = System.nanoTime();
    try (Network network =
        network(quick().timeout(Duration.ofSeconds(9)).budget(Duration.ofMillis(400)))) {
      List<Ask> asks = IntStream.range(0, 6).mapToObj(i -> Ask.exists(at("/hangs/" + i))).toList();
      for (Answer answer : network.askAll(asks, a -> {})) {
        assertEquals(Reason.OUT_OF_TIME, answer.reason());
        assertEquals(Verdict.UNVERIFIED, answer.verdict());
      }
    }
    assertTrue(System.nanoTime() - start < 3_000_000_000L);
  }

  @Test
  void stopsAtOnceAndSaysWhatWasNotAsked() throws Exception {
    server.on("/hangs", (request, line) -> Thread.sleep(10_000));
    try (Network network = network(quick().timeout(Duration.ofSeconds(9)).perHost(1))) {
      Answer before = network.ask(Ask.exists(at("/plan.pdf"))).join();
      CompletableFuture<Answer> hanging = network.ask(Ask.exists(at("/hangs")));
      CompletableFuture<Answer> waiting = network.ask(Ask.exists(at("/page.html")));
      network.stop();
      CompletableFuture<Answer> late = network.ask(Ask.exists(at("/late.html")));
      assertEquals(Reason.OPENS, before.reason());
      for (CompletableFuture<Answer> one : List.of(hanging, waiting, late)) {
        assertEquals(Reason.NOT_ASKED, one.get(1, TimeUnit.SECONDS).reason());
      }
    }
  }

  @Test
  void doesNotWaitForAHostThatHasNeverAnswered() {
    server.on("/hangs/*", (request, line) -> Thread.sleep(10_000));
    long start = System.nanoTime();
    try (Network network = network(quick().timeout(Duration.ofMillis(150)).retries(0).perHost(1))) {
      List<Ask> asks = IntStream.range(0, 40).mapToObj(i -> Ask.exists(at("/hangs/" + i))).toList();
      for (Answer answer : network.askAll(asks, a -> {})) {
        assertEquals(Reason.TIMEOUT, answer.reason());
      }
    }
    assertTrue(System.nanoTime() - start < 4_000_000_000L);
    assertTrue(server.requests().size() < 10, "asked " + server.requests().size() + " times");
  }

  @Test
  void remembersWhatOpensForAWeekAndNothingElse() throws IOException {
    Path cache = folder.resolve(".oit/external-links.json");
    List<Ask> asks =
        List.of(Ask.exists(at("/plan.pdf")), Ask.exists(at("/gone")), Ask.exists(at("/moved")));
    server.on("/moved", (request, line) -> line.send(request, 301, "Location: /plan.pdf\r\n", ""));
    try (Network network = network(quick().cacheFile(cache))) {
      network.askAll(asks, a -> {});
    }
    String kept = Files.readString(cache);
    assertTrue(kept.contains("/plan.pdf") && !kept.contains("/gone"), kept);

    server.forget();
    Instant later = NOW.plus(Duration.ofDays(6));
    try (Network network = network(quick().cacheFile(cache), later)) {
      List<Answer> answers = network.askAll(asks, a -> {});
      assertTrue(answers.get(0).remembered());
      assertEquals(NOW, answers.get(0).at());
      assertFalse(answers.get(1).remembered());
      assertEquals(server.url("/plan.pdf"), answers.get(2).movedTo().orElseThrow().toString());
      assertEquals("application/pdf", answers.get(0).mediaType());
    }
    assertEquals(
        List.of("/gone", "/gone"),
        server.requests().stream().map(FaultServer.Request::target).toList());

    server.forget();
    try (Network network = network(quick().cacheFile(cache), NOW.plus(Duration.ofDays(8)))) {
      assertFalse(network.askAll(asks, a -> {}).get(0).remembered());
    }
    assertTrue(
        server.requests().stream().anyMatch(request -> request.target().equals("/plan.pdf")));
  }

  @Test
  void takesADamagedMemoryForNoneAndSaysSo() throws IOException {
    for (String damaged :
        List.of(
            "",
            "{",
            "[]",
            "{\"version\": 1, \"answers\": [{\"url\": \"x\"}]}",
            "{\"version\": 1, \"answers\": [{\"at\": \"yesterday\"}",
            "\u0000\u0001\u0002")) {
      Path cache = Files.writeString(folder.resolve("links.json"), damaged);
      try (Network network = network(quick().cacheFile(cache))) {
        assertTrue(network.note().isPresent(), damaged);
        assertEquals(Reason.OPENS, network.ask(Ask.exists(at("/plan.pdf"))).join().reason());
      }
      try (Network network = network(quick().cacheFile(cache))) {
        assertEquals(Optional.empty(), network.note());
        assertTrue(network.ask(Ask.exists(at("/plan.pdf"))).join().remembered());
      }
    }
  }

  @Test
  void passesOverAMemoryOfAnotherRelease() throws IOException {
    Path cache = Files.writeString(folder.resolve("links.json"), "{\"version\": 2, \"x\": []}");
    try (Network network = network(quick().cacheFile(cache))) {
      assertEquals(Optional.empty(), network.note());
    }
  }

  @Test
  void goesThroughTheOfficesProxyUnlessAHostIsExempt() {
    server.on(
        "http://www.example.go.th/plan.pdf",
        (request, line) -> line.send(request, 200, PDF, "%PDF through the proxy"));
    ProxySettings proxy =
        ProxySettings.fromEnvironment(
            Map.of("http_proxy", server.url(""), "NO_PROXY", "127.0.0.1, .intranet.go.th"));
    try (Network network = network(quick().proxy(proxy))) {
      Answer far =
          network.ask(Ask.exists(WebAddress.parse("http://www.example.go.th/plan.pdf"))).join();
      assertEquals(Reason.OPENS, far.reason());
      assertEquals(22, far.length());
      assertEquals(14, network.ask(Ask.exists(at("/plan.pdf"))).join().length());
    }
    assertNull(proxy.forAddress("http", "a.intranet.go.th"));
    assertNull(proxy.forAddress("https", "www.example.go.th"));
  }

  @Test
  void givesNameAndPasswordToTheProxyAndToNobodyElse() {
    FaultServer.Fault asks =
        (request, line) ->
            line.send(
                request,
                request.headers().containsKey("proxy-authorization") ? 200 : 407,
                PDF + "Proxy-Authenticate: Basic realm=office\r\n",
                "%PDF");
    server.on("http://www.example.go.th/plan.pdf", asks);
    server.on(
        "http://www.example.go.th/members.pdf",
        (request, line) -> {
          boolean known = request.headers().containsKey("authorization");
          line.send(request, known ? 200 : 401, "WWW-Authenticate: Basic realm=x\r\n", "no");
        });
    server.on(
        "www.example.go.th:443",
        (request, line) ->
            line.send(
                request,
                request.headers().containsKey("proxy-authorization") ? 502 : 407,
                "Proxy-Authenticate: Basic realm=office\r\n",
                ""));
    ProxySettings proxy =
        ProxySettings.of(
            ProxySettings.address("http://clerk:p%40ss@127.0.0.1:" + server.port()), List.of());
    try (Network network = network(quick().proxy(proxy).retries(0))) {
      assertEquals(
          List.of(Reason.OPENS, Reason.CREDENTIALS, Reason.PROXY),
          network
              .askAll(
                  List.of(
                      Ask.exists(WebAddress.parse("http://www.example.go.th/plan.pdf")),
                      Ask.exists(WebAddress.parse("http://www.example.go.th/members.pdf")),
                      Ask.exists(WebAddress.parse("https://www.example.go.th/plan.pdf"))),
                  answer -> {})
              .stream()
              .map(Answer::reason)
              .toList());
    }
    // clerk:p@ss
    assertTrue(
        server.requests().stream()
            .anyMatch(
                request ->
                    request.method().equals("CONNECT")
                        && "Basic Y2xlcms6cEBzcw=="
                            .equals(request.headers().get("proxy-authorization"))));
  }

  @Test
  void believesANameUnknownOnlyToAResolverThatKnowsTheWorld() {
    WebAddress address = WebAddress.parse("http://no-such-host.go.th/");
    for (Names.Known known : List.of(Names.Known.NO, Names.Known.UNSURE)) {
      try (Network network =
          new Network(quick().build(), host -> known, InstantSource.fixed(NOW))) {
        Verdict verdict = network.ask(Ask.exists(address)).join().verdict();
        assertEquals(known == Names.Known.NO ? Verdict.DEAD : Verdict.UNVERIFIED, verdict);
      }
    }
  }
}
