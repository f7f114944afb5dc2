package th.oit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that sends whatever a test wants, and remembers what was asked. */
public final class LoopbackServer implements AutoCloseable {
  static {
    // Else each answer waits for the other side to acknowledge its headers, 40 ms every time.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Answers one request. */
  @FunctionalInterface
  public interface Handler {
    /** Sends the answer; nothing sent is a 404. */
    void answer(Reply reply) throws IOException;
  }

  /** An answer under way. */
  public static final class Reply {
    private final HttpExchange exchange;
    private boolean sent;

    private Reply(HttpExchange exchange) {
      this.exchange = exchange;
    }

    /** The path and query as they came. */
    public String path() {
      return exchange.getRequestURI().toString();
    }

    public Reply header(String name, String value) {
      exchange.getResponseHeaders().set(name, value);
      return this;
    }

    public void send(int status, String type, byte[] body) throws IOException {
      sent = true;
      exchange.getResponseHeaders().set("Content-Type", type);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
      exchange.close();
    }

    public void html(int status, String html) throws IOException {
      send(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public void redirect(int status, String to) throws IOException {
      header("Location", to).send(status, "text/html", new byte[0]);
    }
  }

  public LoopbackServer(Handler handler) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          Reply reply = new Reply(exchange);
          handler.answer(reply);
          if (!reply.sent) {
            reply.html(404, "<title>404</title><h1>ไม่พบหน้าที่ต้องการ</h1>");
          }
        });
    server.start();
  }

  /** A server of the files in a folder, as a host has them. */
  public static LoopbackServer of(Path folder) {
    return new LoopbackServer(reply -> file(folder, reply));
  }

  private static void file(Path folder, Reply reply) throws IOException {
    String path = reply.exchange.getRequestURI().getPath().substring(1);
    Path file = folder.resolve(path).normalize();
    if (Files.isDirectory(file)) {
      if (!path.isEmpty() && !path.endsWith("/")) {
        reply.redirect(301, reply.exchange.getRequestURI().getRawPath() + "/");
        return;
      }
      file = file.resolve("index.html");
    }
    if (Files.isRegularFile(file)) {
      reply.send(200, type(file.toString()), Files.readAllBytes(file));
    }
  }

  private static String type(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css";
      case "pdf" -> "application/pdf";
      case "txt" -> "text/plain";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  /** The address of the root, with a slash. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Every request so far, such as {@code GET /index.php?id=1}. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
