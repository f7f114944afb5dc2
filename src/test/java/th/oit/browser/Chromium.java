package th.oit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium without a window, spoken to in its own DevTools protocol over the JDK's WebSocket: no
 * driver to download, none to fit to the browser's version. Threads may use different tabs at once.
 */
final class Chromium implements AutoCloseable {
  static final JsonMapper MAPPER = new JsonMapper();

  /**
   * How long one command may take, in seconds: a busy machine is slow, a lost answer is a fault.
   */
  private static final int PATIENCE = 120;

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "chrome.exe");

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

  private Chromium(Process process, String address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
  }

  /**
   * Starts the browser of this machine. Without one the test is skipped with a message that nobody
   * overlooks, and where a browser is required ({@code CI} or {@code OIT_BROWSER=required} is set)
   * it fails.
   */
  static Chromium start(Path profile) throws IOException {
    Optional<Path> program = find(System.getenv());
    if (program.isEmpty()) {
      String message =
          """

          ======================================================================
          The browser tests did NOT run: no Chromium or Chrome on this machine.
          Debian: apt-get install chromium fonts-thai-tlwg, or set CHROME_PATH.
          ======================================================================
          """;
      System.err.println(message);
      if (required(System.getenv())) {
        Assertions.fail(message);
      }
      Assumptions.abort(message);
    }
    List<String> command = new ArrayList<>();
    command.add(program.orElseThrow().toString());
    command.addAll(
        List.of(
            "--headless",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile.toAbsolutePath(),
            // Containers and root have no sandbox to offer; only our own pages are opened.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--force-color-profile=srgb",
            "--no-first-run",
            // Nothing but this machine can be reached, whatever a page asks for.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "about:blank"));
    Process process = new ProcessBuilder(command).redirectOutput(discard()).start();
    try {
      return new Chromium(process, address(process));
    } catch (RuntimeException | IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static ProcessBuilder.Redirect discard() {
    return ProcessBuilder.Redirect.DISCARD;
  }

  static boolean required(Map<String, String> environment) {
    return "required".equals(environment.get("OIT_BROWSER"))
        || !environment.getOrDefault("CI", "").isEmpty();
  }

  /** The browser that {@code CHROME_PATH} names, else the first of the usual names on the path. */
  static Optional<Path> find(Map<String, String> environment) {
    String named = environment.getOrDefault("CHROME_PATH", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    for (String folder :
        environment
            .getOrDefault("PATH", "")
            .split(java.util.regex.Pattern.quote(System.getProperty("path.separator")))) {
      for (String name : NAMES) {
        Path candidate = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** Reads where the browser listens, and keeps its further complaints from filling the pipe. */
  private static String address(Process process) throws IOException {
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      int at = line.indexOf("ws://");
      if (line.startsWith("DevTools listening on") && at > 0) {
        Thread drain = new Thread(() -> drain(errors), "chromium-errors");
        drain.setDaemon(true);
        drain.start();
        return line.substring(at).strip();
      }
      said.append(line).append('\n');
    }
    throw new IOException("Chromium did not start:\n" + said);
  }

  private static void drain(BufferedReader errors) {
    try {
      while (errors.readLine() != null) {
        // Complaints about a missing bus or a graphics card are of no interest.
      }
    } catch (IOException e) {
      // The browser has ended.
    }
  }

  /** A new tab that shares no storage with the others. */
  Tab open() {
    String context =
        send(null, "Target.createBrowserContext", MAPPER.createObjectNode())
            .path("browserContextId")
            .asText();
    ObjectNode create = MAPPER.createObjectNode().put("url", "about:blank");
    create.put("browserContextId", context).put("newWindow", true);
    create.put("width", 1280).put("height", 900);
    String target = send(null, "Target.createTarget", create).path("targetId").asText();
    ObjectNode attach = MAPPER.createObjectNode().put("targetId", target).put("flatten", true);
    String session = send(null, "Target.attachToTarget", attach).path("sessionId").asText();
    Tab tab = new Tab(this, session, target);
    tabs.put(session, tab);
    tab.begin();
    return tab;
  }

  void forget(Tab tab, String session) {
    tabs.remove(session, tab);
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @param session {@code null} for the browser itself
   * @throws IllegalStateException if the browser refuses, or does not answer in time
   */
  JsonNode send(String session, String method, ObjectNode parameters) {
    int id = lastId.incrementAndGet();
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    synchronized (socket) {
      // The JDK's socket takes one message at a time.
      socket.sendText(message.toString(), true).join();
    }
    try {
      JsonNode got = answer.get(PATIENCE, TimeUnit.SECONDS);
      if (got.has("error")) {
        throw new IllegalStateException(method + ": " + got.path("error"));
      }
      return got.path("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method, e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(method + " got no answer", e);
    } finally {
      waiting.remove(id);
    }
  }

  @Override
  public void close() {
    try {
      send(null, "Browser.close", MAPPER.createObjectNode());
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (IllegalStateException e) {
      // It is ended below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      socket.abort();
    }
  }

  /** Puts the parts of a message together, and hands it to the command or the tab it is for. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        String text = message.toString();
        message.setLength(0);
        receive(text);
      }
      from.request(1);
      return null;
    }

    private void receive(String text) {
      JsonNode node;
      try {
        node = MAPPER.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (node.has("id")) {
        CompletableFuture<JsonNode> answer = waiting.get(node.path("id").asInt());
        if (answer != null) {
          answer.complete(node);
        }
        return;
      }
      Tab tab = tabs.get(node.path("sessionId").asText());
      if (tab != null) {
        tab.hear(node.path("method").asText(), node.path("params"));
      }
    }
  }
}
