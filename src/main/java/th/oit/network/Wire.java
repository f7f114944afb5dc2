package th.oit.network;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import th.oit.check.links.WebAddress;
import th.oit.text.UrlPath;

/**
 * Makes single requests, each bounded in time and bytes; follows nothing, repeats nothing and
 * remembers nothing. Thread-safe.
 */
final class Wire implements AutoCloseable {
  /** What a URI of the runtime refuses and a browser sends as it is. */
  private static final String UNCOMMON = "[]\\^`{|}\"<>";

  private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

  static {
    // Read once, before the first request: without it the runtime keeps the name and password that
    // somebody wrote into the settings from the proxy, unless the line is a plain one.
    if (System.getProperty(TUNNELING) == null) {
      System.setProperty(TUNNELING, "");
    }
  }

  private final NetworkSettings settings;
  private final ExecutorService threads;
  private final HttpClient client;

  Wire(NetworkSettings settings) {
    this.settings = settings;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "oit-wire");
              thread.setDaemon(true);
              return thread;
            });
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .executor(threads)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(new Selector(settings.proxy()))
            .sslContext(Trust.context(settings.extraCa()));
    this.client = builder.build();
  }

  /**
   * What to ask for.
   *
   * @param ranged whether the first bytes are enough
   * @param most how many bytes of the body to take
   * @param into where they go; null to keep them in memory
   */
  record Request(
      String method, WebAddress address, String cookies, boolean ranged, long most, Path into) {}

  /**
   * Makes one request.
   *
   * @param time for all of it; when the body goes to a file, until its first byte
   * @throws IOException when no answer came
   * @throws IllegalArgumentException when the address cannot be sent
   * @throws UncheckedIOException when the file cannot be written
   */
  Reply exchange(Request asked, Duration time) throws IOException, InterruptedException {
    HttpRequest request = request(asked, time);
    long start = System.nanoTime();
    AtomicReference<Intake> intake = new AtomicReference<>();
    try (OutputStream file = asked.into() == null ? null : open(asked.into())) {
      CompletableFuture<HttpResponse<Intake>> sent =
          client.sendAsync(
              request,
              info -> {
                Intake taking = new Intake(info.statusCode(), info.headers(), asked.most(), file);
                intake.set(taking);
                return taking;
              });
      Duration longest = asked.into() == null ? time : time.plus(settings.fileTimeout());
      Intake taken = await(sent, intake, longest);
      if (taken.unwritable() != null) {
        throw new UncheckedIOException(taken.unwritable());
      }
      return new Reply(
          taken.status(),
          taken.headers(),
          taken.bytes(),
          taken.received(),
          taken.end(),
          taken.broken(),
          Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static OutputStream open(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Intake await(
      CompletableFuture<HttpResponse<Intake>> sent,
      AtomicReference<Intake> intake,
      Duration longest)
      throws IOException, InterruptedException {
    try {
      HttpResponse<Intake> response = sent.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (response.body() == null) {
        // The answer of a proxy that makes no way to the host.
        throw new IOException("Tunnel failed, got: " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      Intake begun = intake.get();
      if (begun != null) {
        begun.giveUp();
      }
      sent.cancel(true);
      if (begun == null) {
        throw new HttpTimeoutException("no answer in time");
      }
      return begun;
    } catch (InterruptedException e) {
      if (intake.get() != null) {
        intake.get().giveUp();
      }
      sent.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    }
  }

  private HttpRequest request(Request asked, Duration time) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(asked.address()))
            .method(asked.method(), HttpRequest.BodyPublishers.noBody())
            .timeout(time)
            .header("User-Agent", settings.userAgent())
            .header("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8")
            .header("Accept-Language", "th,en;q=0.7");
    if (asked.address().scheme().equals("http")) {
      // Asked to change to version 2 over a plain line, some old servers answer nonsense.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    proxyAuthorization(asked.address())
        .ifPresent(secret -> request.header("Proxy-Authorization", secret));
    if (asked.ranged()) {
      request.header("Range", "bytes=0-2047");
    }
    if (!asked.cookies().isEmpty()) {
      request.header("Cookie", asked.cookies());
    }
    return request.build();
  }

  /**
   * The address as the runtime wants it. The little that a browser sends raw and the runtime
   * refuses is percent-encoded, which servers take for the same.
   */
  static URI uri(WebAddress address) {
    WebAddress sent =
        new WebAddress(
            address.scheme(),
            null,
            address.host(),
            address.port(),
            address.path(),
            address.query(),
            null,
            false,
            null);
    String text = sent.toString();
    int path = text.indexOf('/', address.scheme().length() + 3);
    StringBuilder ascii = new StringBuilder(text.length()).append(text, 0, path);
    for (int i = path; i < text.length(); i++) {
      char c = text.charAt(i);
      if (UNCOMMON.indexOf(c) >= 0) {
        ascii.append(UrlPath.encode(String.valueOf(c)));
      } else {
        ascii.append(c);
      }
    }
    try {
      return new URI(ascii.toString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Name and password for the proxy on the way to an address, in the header in which they go. The
   * runtime hands it to the proxy alone; and asked by its own way of giving passwords, it would
   * take every 401 of any host for a failure.
   */
  private Optional<String> proxyAuthorization(WebAddress address) {
    WebAddress proxy = settings.proxy().forAddress(address.scheme(), address.host());
    if (proxy == null || proxy.userinfo() == null) {
      return Optional.empty();
    }
    String info = proxy.userinfo();
    int colon = info.indexOf(':');
    String name = UrlPath.decodeAll(colon < 0 ? info : info.substring(0, colon));
    String password = colon < 0 ? "" : UrlPath.decodeAll(info.substring(colon + 1));
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
  }

  private static final class Selector extends ProxySelector {
    private final ProxySettings settings;

    Selector(ProxySettings settings) {
      this.settings = settings;
    }

    @Override
    public List<Proxy> select(URI uri) {
      WebAddress proxy = settings.forAddress(uri.getScheme(), uri.getHost());
      if (proxy == null) {
        return List.of(Proxy.NO_PROXY);
      }
      int port = proxy.port() < 0 ? 80 : proxy.port();
      return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), port)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The request itself fails, and is judged then.
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
