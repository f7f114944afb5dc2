package th.oit.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import th.oit.text.UrlPath;

/**
 * Tells open pages what becomes of the site, as server-sent events: {@code reload}, {@code edition}
 * (there is a new one, and this page is the same in it), {@code trouble} and {@code badge} (HTML to
 * show, perhaps none), {@code panel} (its content is another). Thread-safe.
 */
final class EventStream {
  /** More open pages than anybody has; each takes a thread. */
  private static final int MOST = 128;

  /** Now and then something is sent, to see whether the page is still there. */
  private static final long HEARTBEAT_SECONDS = 15;

  private final LiveSite site;
  private final LivePages pages;
  private final Function<Edition, String> ids;
  private final AtomicInteger open = new AtomicInteger();

  EventStream(LiveSite site, LivePages pages, Function<Edition, String> ids) {
    this.site = site;
    this.pages = pages;
    this.ids = ids;
  }

  /** Tells one page everything until it is closed. */
  void follow(HttpExchange exchange) throws IOException {
    Semaphore news = new Semaphore(0);
    Runnable listener = news::release;
    site.tell(listener);
    try {
      if (!exchange.getRequestMethod().equals("GET") || open.incrementAndGet() > MOST) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      String query = exchange.getRequestURI().getRawQuery();
      Page page = new Page(value(query, "page"), value(query, "edition"));
      send(out, "retry: 500\n\n");
      while (true) {
        page.tell(site.state(), out);
        if (!news.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
          send(out, ":\n\n");
        }
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      site.tellNoMore(listener);
      if (exchange.getRequestMethod().equals("GET")) {
        open.decrementAndGet();
      }
    }
  }

  private static String value(String query, String name) {
    if (query != null) {
      for (String part : query.split("&")) {
        if (part.startsWith(name + "=")) {
          return part.substring(name.length() + 1);
        }
      }
    }
    return "";
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void event(StringBuilder out, String name, String data) {
    out.append("event: ").append(name).append('\n');
    data.lines().forEach(line -> out.append("data: ").append(line).append('\n'));
    if (data.isEmpty()) {
      out.append("data:\n");
    }
    out.append('\n');
  }

  /** An open page, and what it was told last. */
  private final class Page {
    private final String path;
    private final String shown;
    private State told;

    /**
     * @param path of the page as its browser has it, encoded once more
     * @param shown the edition that it shows
     */
    Page(String path, String shown) {
      this.path = UrlPath.decodeAll(path);
      this.shown = shown;
    }

    void tell(State now, OutputStream out) throws IOException {
      State before = told;
      if (now == before) {
        return;
      }
      told = now;
      StringBuilder text = new StringBuilder();
      if (path.startsWith(SiteServer.OWN)) {
        event(text, "panel", ids.apply(now.edition()));
        send(out, text.toString());
        return;
      }
      if (isOther(before, now)) {
        event(text, "reload", ids.apply(now.edition()));
        send(out, text.toString());
        return;
      }
      if (before == null || before.edition() != now.edition()) {
        event(text, "edition", ids.apply(now.edition()));
      }
      if (before == null || before.trouble() != now.trouble()) {
        event(text, "trouble", now.trouble() == null ? "" : pages.overlay(now));
      }
      event(text, "badge", pages.badge(now, path));
      send(out, text.toString());
    }

    private boolean isOther(State before, State now) {
      if (before == null) {
        return !shown.equals(ids.apply(now.edition()));
      }
      if (before.edition() == now.edition()) {
        return false;
      }
      return before.edition() == null
          || now.edition().number() != before.edition().number() + 1
          || now.edition().isOtherAt(path, before.edition());
    }
  }
}
