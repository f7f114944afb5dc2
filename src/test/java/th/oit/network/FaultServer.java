package th.oit.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A server on loopback that does exactly what a test wants of it, right or wrong, byte by byte. One
 * request a connection.
 */
public final class FaultServer implements AutoCloseable {
  /**
   * What was asked.
   *
   * @param target as in the request line
   * @param time how often this target had been asked before, by whatever method
   */
  public record Request(String method, String target, Map<String, String> headers, int time) {
    public boolean isHead() {
      return method.equals("HEAD");
    }
  }

  /** Answers on the raw line, or does not. */
  public interface Fault {
    void answer(Request request, Line line) throws IOException, InterruptedException;
  }

  /** The raw line to a client. */
  public record Line(Socket socket, OutputStream out) {
    public void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /** A proper answer. */
    public void send(Request request, int status, String headers, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      write(
          "HTTP/1.1 "
              + status
              + " -\r\nConnection: close\r\nContent-Length: "
              + bytes.length
              + "\r\n"
              + headers
              + "\r\n");
      if (!request.isHead()) {
        out.write(bytes);
        out.flush();
      }
    }

    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "fault-server");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Fault> faults = new LinkedHashMap<>();
  private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final String scheme;

  public FaultServer() throws IOException {
    this(null);
  }

  /**
   * @param tls null for plain HTTP
   */
  public FaultServer(SSLContext tls) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    scheme = tls == null ? "http" : "https";
    server =
        tls == null
            ? new ServerSocket(0, 50, loopback)
            : tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
    threads.execute(this::accept);
  }

  /** What is done for a path, and for all below it when it ends with {@code *}. */
  public FaultServer on(String path, Fault fault) {
    faults.put(path, fault);
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url(String path) {
    return scheme + "://127.0.0.1:" + port() + path;
  }

  /** All that was asked, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** As if nothing had been asked yet. */
  public void forget() {
    times.clear();
    requests.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setSoTimeout(5000);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String[] first = line(in).split(" ");
      if (first.length < 2) {
        return;
      }
      Map<String, String> headers = new LinkedHashMap<>();
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        int colon = header.indexOf(':');
        if (colon < 0) {
          return; // not HTTP: a client that wants TLS
        }
        headers.put(
            header.substring(0, colon).toLowerCase(Locale.ROOT),
            header.substring(colon + 1).strip());
      }
      int time = times.computeIfAbsent(first[1], key -> new AtomicInteger()).getAndIncrement();
      Request request = new Request(first[0], first[1], headers, time);
      requests.add(request);
      fault(first[1]).answer(request, new Line(socket, socket.getOutputStream()));
    } catch (IOException e) {
      // the client has gone, as it may
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Fault fault(String target) {
    Fault exact = faults.get(target);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Fault> fault : faults.entrySet()) {
      String path = fault.getKey();
      if (path.endsWith("*") && target.startsWith(path.substring(0, path.length() - 1))) {
        return fault.getValue();
      }
    }
    return (request, line) ->
        line.send(request, 404, "Content-Type: text/html\r\n", "<title>Not Found</title>");
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
