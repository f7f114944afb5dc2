package th.oit.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends a site to browsers as its host will, and beside it, below {@code /_oit/}, what only its
 * author sees. Answers only {@code GET} and {@code HEAD} for names of its own. Thread-safe.
 */
public final class SiteServer implements AutoCloseable {
  /** What belongs to no site. */
  static final String OWN = "/_oit/";

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
  private static final byte[] END_OF_BODY = "</body>".getBytes(StandardCharsets.US_ASCII);

  /** Nothing but this server's own files, and nobody may frame them or run anything else there. */
  private static final String OWN_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService threads;
  private final LiveSite site;
  private final HostNames names;
  private final LivePages pages;
  private final EventStream events;

  /** Tells servers that were started one after another apart. */
  private final String started = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  private SiteServer(HttpServer server, String host, LiveSite site, LivePages pages) {
    this.server = server;
    this.site = site;
    this.names = new HostNames(host);
    this.pages = pages;
    this.events = new EventStream(site, pages, this::id);
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "oit-answer");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  /**
   * Takes a port; browsers that ask by now wait for {@link #start}.
   *
   * @param host where to listen
   * @param port 0 for any that is free
   * @return empty when somebody else has the port
   * @throws IOException when nobody can listen there
   */
  public static Optional<SiteServer> bind(String host, int port, LiveSite site, LivePages pages)
      throws IOException {
    // Else each answer waits until the browser has acknowledged its headers, 40 ms every time.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IOException("unknown host: " + host);
    }
    try {
      return Optional.of(new SiteServer(HttpServer.create(address, 0), host, site, pages));
    } catch (BindException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("assign") || message.contains("not available")) {
        throw e; // not an address of this machine
      }
      return Optional.empty();
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void start() {
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String id(Edition edition) {
    return started + "-" + (edition == null ? 0 : edition.number());
  }

  // Answers.

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers asked = exchange.getRequestHeaders();
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getRawPath();
      if (!names.isOurs(asked.getFirst("Host"))) {
        text(exchange, 403, "This server answers for this machine's own names alone.");
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        headers.set("Allow", "GET, HEAD");
        text(exchange, 405, "GET, HEAD");
      } else if (path == null || !path.startsWith("/")) {
        text(exchange, 400, "no such address");
      } else if (path.startsWith(OWN)) {
        own(exchange, path.substring(OWN.length()));
      } else {
        ofSite(exchange, path);
      }
    } catch (NoSuchFileException e) {
      return; // gone since it was found; the connection ends, and the next edition comes
    }
  }

  /** What only the author sees. */
  private void own(HttpExchange exchange, String name) throws IOException {
    Headers asked = exchange.getRequestHeaders();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", OWN_POLICY);
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    String host = asked.getFirst("Host");
    if (!names.isOurOrigin(asked.getFirst("Origin"), host)
        || "cross-site".equals(asked.getFirst("Sec-Fetch-Site")) && !name.isEmpty()) {
      text(exchange, 403, "not for pages of others");
      return;
    }
    switch (name) {
      case "" -> html(exchange, 200, pages.panel(site.state()));
      case "events" -> events.follow(exchange);
      case "live.js", "live.css", "panel.js", "panel.css" -> {
        headers.set("Content-Type", MediaType.of(name));
        bytes(exchange, 200, resource(name));
      }
      default -> text(exchange, 404, "no such address");
    }
  }

  static byte[] resource(String name) {
    try (InputStream in = SiteServer.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ofSite(HttpExchange exchange, String path) throws IOException {
    State state = site.state();
    Edition edition = state.edition();
    if (edition == null) {
      exchange.getResponseHeaders().set("Content-Security-Policy", OWN_POLICY);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      byte[] page = pages.noSite(state).getBytes(StandardCharsets.UTF_8);
      bytes(exchange, 503, withScript(page, null));
      return;
    }
    Edition.Answer answer = edition.at(path);
    if (answer instanceof Edition.Answer.Elsewhere elsewhere) {
      String query = exchange.getRequestURI().getRawQuery();
      exchange
          .getResponseHeaders()
          .set("Location", elsewhere.address() + (query == null ? "" : "?" + query));
      text(exchange, 302, elsewhere.address());
    } else if (answer instanceof Edition.Answer.File file) {
      file(exchange, edition, file);
    } else {
      text(exchange, 404, "no such address");
    }
  }

  private void file(HttpExchange exchange, Edition edition, Edition.Answer.File file)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    edition.headers().getOrDefault(MediaType.ending(file.output()), Map.of()).forEach(headers::set);
    headers.set("Content-Type", MediaType.of(file.output()));
    if (file.held() instanceof Held.Made made) {
      boolean page = MediaType.ending(file.output()).equals("html");
      bytes(exchange, file.status(), page ? withScript(made.bytes(), edition) : made.bytes());
    } else if (file.held() instanceof Held.Copied copied) {
      stream(exchange, file.status(), copied.from());
    }
  }

  /** A page with the one line that makes it follow what its author writes. */
  private byte[] withScript(byte[] page, Edition edition) {
    byte[] script =
        ("<script src=\""
                + OWN
                + "live.js\" data-edition=\""
                + id(edition)
                + "\" defer></script>\n")
            .getBytes(StandardCharsets.US_ASCII);
    int at = endOfBody(page);
    byte[] all = new byte[page.length + script.length];
    System.arraycopy(page, 0, all, 0, at);
    System.arraycopy(script, 0, all, at, script.length);
    System.arraycopy(page, at, all, at + script.length, page.length - at);
    return all;
  }

  private static int endOfBody(byte[] page) {
    for (int at = page.length - END_OF_BODY.length; at >= 0; at--) {
      int i = 0;
      while (i < END_OF_BODY.length && (page[at + i] | 0x20) == (END_OF_BODY[i] | 0x20)) {
        i++;
      }
      if (i == END_OF_BODY.length) {
        return at;
      }
    }
    return page.length;
  }

  // Bytes.

  private static void text(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    bytes(exchange, status, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void html(HttpExchange exchange, int status, String html) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    bytes(exchange, status, html.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    Part part = part(exchange, status, bytes.length);
    if (part != null) {
      try (OutputStream out = begin(exchange, part)) {
        if (out != null) {
          out.write(bytes, (int) part.from(), (int) part.length());
        }
      }
    }
  }

  private static void stream(HttpExchange exchange, int status, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Part part = part(exchange, status, Files.size(file));
      if (part != null) {
        in.skipNBytes(part.from());
        try (OutputStream out = begin(exchange, part)) {
          byte[] buffer = new byte[16_384];
          long left = out == null ? 0 : part.length();
          while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
              throw new IOException("shorter than it was: " + file);
            }
            out.write(buffer, 0, read);
            left -= read;
          }
        }
      }
    }
  }

  /** What of a file to send. */
  private record Part(int status, long from, long length) {}

  /**
   * @return null when the part that was asked for does not exist, which was said
   */
  private static Part part(HttpExchange exchange, int status, long size) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    String asked = exchange.getRequestHeaders().getFirst("Range");
    if (status != 200 || asked == null) {
      headers.set("Accept-Ranges", "bytes");
      return new Part(status, 0, size);
    }
    Matcher range = RANGE.matcher(asked.strip());
    if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return new Part(status, 0, size); // several parts, or nonsense: all of it is right, too
    }
    long from;
    long to = size - 1;
    if (range.group(1).isEmpty()) {
      from = Math.max(0, size - Long.parseLong(range.group(2)));
    } else {
      from = Long.parseLong(range.group(1));
      if (!range.group(2).isEmpty()) {
        to = Math.min(to, Long.parseLong(range.group(2)));
      }
    }
    if (from > to) {
      headers.set("Content-Range", "bytes */" + size);
      exchange.sendResponseHeaders(416, -1);
      return null;
    }
    headers.set("Content-Range", "bytes " + from + "-" + to + "/" + size);
    return new Part(206, from, to - from + 1);
  }

  /**
   * @return null when nothing is to follow
   */
  private static OutputStream begin(HttpExchange exchange, Part part) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD") || part.length() == 0) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(part.length()));
      exchange.sendResponseHeaders(part.status(), -1);
      return null;
    }
    exchange.sendResponseHeaders(part.status(), part.length());
    return exchange.getResponseBody();
  }
}
