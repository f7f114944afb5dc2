package th.oit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A site that is served while a test writes in it. */
public final class Serving implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("The site: (http://\\S+)/");
  private static final long PATIENCE_MILLIS = 30_000;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Thread thread;
  private volatile int exitCode = -1;
  private String url;

  /** Null where it is served by this very process. */
  private volatile Process process;

  private Serving(Path folder, boolean apart, String... more) {
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0", "--lang", "en"));
    if (!List.of(more).contains("--today")) {
      words.addAll(List.of("--today", TestSite.TODAY));
    }
    words.addAll(List.of(more));
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Runnable run =
        apart
            ? () -> exitCode = runApart(folder, words)
            : () ->
                exitCode =
                    Commands.run(
                        new Main.Surroundings(folder, Map.of(), false, stream, stream),
                        words.toArray(String[]::new));
    thread = new Thread(run, "serving");
    thread.start();
  }

  /** Runs it as the launcher does. */
  private int runApart(Path folder, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), "th.oit.cli.Main"));
    command.addAll(words);
    try {
      process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getInputStream().transferTo(said);
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Serves the site in a folder at any port that is free; returns when it can be asked. */
  public static Serving of(Path folder, String... more) {
    return begun(new Serving(folder, false, more));
  }

  /** The same in a process of its own. */
  public static Serving apart(Path folder, String... more) {
    return begun(new Serving(folder, true, more));
  }

  private static Serving begun(Serving serving) {
    serving.await(() -> ADDRESS.matcher(serving.said()).find() || !serving.thread.isAlive());
    Matcher address = ADDRESS.matcher(serving.said());
    if (!address.find()) {
      throw new AssertionError("did not begin: " + serving.said());
    }
    serving.url = address.group(1);
    return serving;
  }

  /** Everything that it has said. */
  public String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Waits until it has said something, so often. */
  public void awaitSaid(String text, int times) {
    await(() -> said().split(Pattern.quote(text), -1).length > times);
  }

  /** Waits until something is so. */
  public void await(BooleanSupplier so) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!so.getAsBoolean()) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("waited in vain; it said:\n" + said());
      }
      pause(2);
    }
  }

  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The address of a path, which begins with a slash. */
  public String address(String path) {
    return url + path;
  }

  int port() {
    return URI.create(url).getPort();
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return ask("GET", path, headers);
  }

  HttpResponse<byte[]> ask(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(path)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A page as a browser gets it. */
  String page(String path) {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  /** Sends a request letter by letter as written, which no client would; gives the whole answer. */
  String raw(String request) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The edition that a page says it is of. */
  String edition(String path) {
    Matcher edition = Pattern.compile("data-edition=\"([^\"]+)\"").matcher(page(path));
    if (!edition.find()) {
      throw new AssertionError("no edition at " + path);
    }
    return edition.group(1);
  }

  /** Follows the events of a page as its browser would. */
  Events events(String path, String edition) {
    return new Events(
        get0("/_oit/events?page=" + path.replace("%", "%25") + "&edition=" + edition));
  }

  private InputStream get0(String path) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address(path))).build(),
              HttpResponse.BodyHandlers.ofInputStream())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a page was told, as {@code name: data}. */
  final class Events implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final InputStream stream;

    private Events(InputStream stream) {
      this.stream = stream;
      Thread listener = new Thread(this::listen, "events");
      listener.setDaemon(true);
      listener.start();
    }

    private void listen() {
      StringBuilder all = new StringBuilder();
      byte[] buffer = new byte[8192];
      try {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          all.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
          for (int end = all.indexOf("\n\n"); end >= 0; end = all.indexOf("\n\n")) {
            String event =
                new String(
                    all.substring(0, end).getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8);
            all.delete(0, end + 2);
            if (event.startsWith("event: ")) {
              heard.add(
                  event.substring(7).replaceFirst("\ndata: ?", ": ").replace("\ndata: ", "\n"));
            }
          }
        }
      } catch (IOException e) {
        // closed
      }
    }

    /** Waits for an event that is so and holds a text; gives it, and forgets those before it. */
    String await(String name, String holding) {
      String[] found = new String[1];
      Serving.this.await(
          () -> {
            while (!heard.isEmpty()) {
              String event = heard.remove(0);
              if (event.startsWith(name + ": ") && event.contains(holding)) {
                found[0] = event;
                return true;
              }
            }
            return false;
          });
      return found[0];
    }

    @Override
    public void close() {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Ends it as Ctrl-C does; its exit code. */
  int stop() {
    if (process != null) {
      process.destroy();
    } else {
      thread.interrupt();
    }
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exitCode;
  }

  @Override
  public void close() {
    stop();
  }
}
