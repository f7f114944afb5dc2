package th.oit.network;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    credentials(settings.proxy()).ifPresent(builder::authenticator);
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
      return sent.get(longest.toMillis(), TimeUnit.MILLISECONDS).body();
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

  private static Optional<Authenticator> credentials(ProxySettings proxy) {
    boolean needed =
        proxy.http() != null && proxy.http().userinfo() != null
            || proxy.https() != null && proxy.https().userinfo() != null;
    return needed ? Optional.of(new Credentials(proxy)) : Optional.empty();
  }

  /** Name and password for the proxy, and for nobody else who asks. */
  private static final class Credentials extends Authenticator {
    private final ProxySettings settings;

    Credentials(ProxySettings settings) {
      this.settings = settings;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      if (getRequestorType() != RequestorType.PROXY) {
        return null;
      }
      WebAddress proxy = settings.https() != null ? settings.https() : settings.http();
      String info = proxy.userinfo() == null ? "" : proxy.userinfo();
      int colon = info.indexOf(':');
      String name = colon < 0 ? info : info.substring(0, colon);
      String password = colon < 0 ? "" : info.substring(colon + 1);
      return new PasswordAuthentication(
          UrlPath.decodeAll(name), UrlPath.decodeAll(password).toCharArray());
    }
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
