package th.oit.network;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import th.oit.check.links.WebAddress;
import th.oit.check.links.WebPage;

/** One ask from its first request to its answer: repetitions, redirects, doubts. */
final class Conversation {
  /** Enough to tell a page from another; a host that knows ranges sends less. */
  private static final int BEGINNING = 65_536;

  private final Ask ask;
  private final Switchboard switchboard;
  private final Walls walls;
  private final InstantSource clock;
  private final NetworkSettings settings;
  private final CookieManager cookies = new CookieManager();
  private final List<Hop> hops = new ArrayList<>();
  private Duration took = Duration.ZERO;
  private Reason failure;

  Conversation(Ask ask, Switchboard switchboard, Walls walls, InstantSource clock) {
    this.ask = ask;
    this.switchboard = switchboard;
    this.walls = walls;
    this.clock = clock;
    this.settings = switchboard.settings();
  }

  Answer run() throws InterruptedException {
    WebAddress start = ask.address().withoutFragment();
    if (!start.isWeb()) {
      return answer(start, Reason.BAD_ADDRESS, null);
    }
    try {
      if (walls.hides(start)) {
        return answer(start, Reason.WALLED_HOST, null);
      }
      Switchboard.Arrival arrival = arrive(start);
      if (arrival.reply() == null || failure != null) {
        return answer(arrival.at(), failure, arrival.reply());
      }
      Reason reason = judge(start, arrival.at(), arrival.reply());
      return answer(arrival.at(), reason, arrival.reply());
    } catch (Stopped e) {
      return answer(start, e.reason(), null);
    }
  }

  private Answer answer(WebAddress arrived, Reason reason, Reply reply) {
    boolean page = reply != null && ask.depth() == Depth.PAGE;
    boolean file = reply != null && ask.depth() == Depth.FILE && reply.isGood();
    return new Answer(
        ask,
        arrived,
        reason,
        reply == null ? 0 : reply.status(),
        hops,
        reply == null ? "" : reply.contentType(),
        reply == null ? -1 : length(reply),
        reply != null && ask.depth() != Depth.EXISTS && reply.end() == Reply.End.WHOLE,
        took,
        clock.instant(),
        false,
        page ? reply.bytes() : new byte[0],
        file ? ask.into() : null);
  }

  private static long length(Reply reply) {
    long declared = reply.declaredLength();
    return declared < 0 && reply.end() == Reply.End.WHOLE ? reply.received() : declared;
  }

  // The way

  /** Follows the redirects; sets {@link #failure} when they do not end well. */
  private Switchboard.Arrival arrive(WebAddress start) throws Stopped, InterruptedException {
    WebAddress at = start;
    Set<String> visited = new HashSet<>();
    while (true) {
      if (!visited.add(at + " " + cookiesFor(at))) {
        failure = Reason.REDIRECT_LOOP;
        return new Switchboard.Arrival(at, null);
      }
      Reply reply = persistently(at);
      if (reply == null || !reply.isRedirect() || failure != null) {
        return new Switchboard.Arrival(at, reply);
      }
      Optional<WebAddress> next = location(reply, at);
      if (next.isEmpty()) {
        failure = Reason.BAD_REDIRECT;
        return new Switchboard.Arrival(at, reply);
      }
      if (hops.size() == settings.mostRedirects()) {
        failure = Reason.TOO_MANY_REDIRECTS;
        return new Switchboard.Arrival(at, reply);
      }
      hops.add(Hop.of(reply.status(), at, next.get()));
      at = next.get().withoutFragment();
      if (walls.hides(at)) {
        failure = Reason.WALLED_HOST;
        return new Switchboard.Arrival(at, reply);
      }
    }
  }

  private static Optional<WebAddress> location(Reply reply, WebAddress at) {
    String written = utf8(reply.header("Location"));
    if (written.isBlank()) {
      return Optional.empty();
    }
    WebAddress next = WebAddress.parse(written, at);
    return next.fault() == null && next.isWeb() ? Optional.of(next) : Optional.empty();
  }

  /** Headers arrive byte by byte as characters; servers write Thai paths in UTF-8. */
  private static String utf8(String header) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return header;
    }
  }

  // One address, as often as it takes

  /** Null when no answer came, with {@link #failure} set. */
  private Reply persistently(WebAddress at) throws Stopped, InterruptedException {
    switchboard.allowance().check();
    Reason hopeless = switchboard.hopeless(at);
    if (hopeless != null) {
      failure = hopeless;
      return null;
    }
    boolean head = ask.depth() == Depth.EXISTS;
    Duration before = took;
    for (int attempt = 0; ; attempt++) {
      took = before;
      Reply reply = null;
      Reason reason;
      try {
        reply = once(head ? "HEAD" : "GET", at, true);
        if (head && !settles(reply)) {
          head = false;
          reply = once("GET", at, true);
        }
        if (reply.status() == 416 || reply.status() == 400 && !head) {
          reply = once("GET", at, false);
        }
        reason = trouble(reply);
      } catch (IOException e) {
        reason = Trouble.of(e);
        head = false; // some servers do not know HEAD, and fall silent
      } catch (IllegalArgumentException e) {
        failure = Reason.BAD_ADDRESS;
        return null;
      }
      if (reason == null) {
        return reply;
      }
      Optional<Duration> pause = pause(reason, reply, at, attempt);
      if (pause.isEmpty()) {
        failure = reason;
        if (reply == null) {
          switchboard.failed(at, reason);
        }
        return reply;
      }
      switchboard.allowance().rest(pause.get());
    }
  }

  private Reply once(String method, WebAddress at, boolean ranged)
      throws IOException, Stopped, InterruptedException {
    long most =
        switch (ask.depth()) {
          case EXISTS -> BEGINNING;
          case PAGE -> settings.mostPageBytes();
          case FILE -> settings.mostFileBytes();
        };
    Reply reply =
        switchboard.request(
            new Wire.Request(
                method,
                at,
                cookiesFor(at),
                ranged && method.equals("GET") && ask.depth() == Depth.EXISTS,
                most,
                method.equals("GET") ? ask.into() : null));
    took = took.plus(reply.took());
    try {
      cookies.put(Wire.uri(at), reply.headers().map());
    } catch (IOException | IllegalArgumentException e) {
      // cookies that no browser would keep either
    }
    return reply;
  }

  private String cookiesFor(WebAddress at) {
    try {
      URI uri = Wire.uri(at);
      List<String> kept = cookies.get(uri, Map.of()).getOrDefault("Cookie", List.of());
      return String.join("; ", kept);
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  /** Whether an answer to HEAD leaves no doubt; of pages one must see what they say. */
  private static boolean settles(Reply reply) {
    if (reply.isRedirect() || reply.status() == 429) {
      return true;
    }
    return reply.isGood()
        && !reply.contentType().isEmpty()
        && !reply.isHtml()
        && reply.declaredLength() > 0;
  }

  /** What is wrong with an answer that may be right the next time; null when nothing is. */
  private static Reason trouble(Reply reply) {
    if (reply.status() == 429) {
      return Reason.TOO_MANY;
    }
    if (reply.status() >= 500 && reply.status() != 501 && reply.status() != 505) {
      return reply.status() == 999 ? null : Reason.SERVER_ERROR;
    }
    if (!reply.isGood()) {
      return null;
    }
    if (reply.headers().allValues("Content-Length").stream().distinct().count() > 1) {
      return Reason.BAD_ANSWER;
    }
    return switch (reply.end()) {
      case LATE -> Reason.TOO_SLOW;
      case BROKEN -> Reason.BROKEN_OFF;
      default -> null;
    };
  }

  /** How long to wait before asking again; empty when it is of no use. */
  private Optional<Duration> pause(Reason reason, Reply reply, WebAddress at, int attempt) {
    if (!Trouble.mayPass(reason) || attempt == settings.retries()) {
      return Optional.empty();
    }
    Optional<Duration> asked =
        reply == null
            ? Optional.empty()
            : RetryAfter.parse(reply.header("Retry-After"), clock.instant());
    if (asked.isPresent()) {
      if (asked.get().compareTo(settings.mostRetryAfter()) > 0) {
        return Optional.empty();
      }
      switchboard.hush(at, asked.get());
      return asked;
    }
    long most = settings.retryPause().toMillis() << attempt;
    long chance = settings.seed() ^ Likeness.hash(at.toString()) + attempt;
    return Optional.of(
        Duration.ofMillis(most / 2 + new SplittableRandom(chance).nextLong(most / 2 + 1)));
  }

  // What it means

  private Reason judge(WebAddress asked, WebAddress at, Reply reply)
      throws Stopped, InterruptedException {
    int status = reply.status();
    Optional<Reason> refused = walls.ofStatus(at, status);
    Optional<Reason> place = walls.ofPlace(asked, hops, at);
    if (status == 404 || status == 410) {
      return status == 404 ? Reason.NOT_FOUND : Reason.GONE;
    }
    if (refused.isPresent()) {
      return refused.get();
    }
    if (place.isPresent() && (reply.isGood() || place.get() != Reason.VIEWER)) {
      return place.get();
    }
    if (!reply.isGood()) {
      return switch (status) {
        case 401 -> Reason.CREDENTIALS;
        case 407 -> Reason.PROXY;
        case 403, 405, 406, 451, 999 -> Reason.FORBIDDEN;
        default -> status >= 500 ? Reason.SERVER_ERROR : Reason.OTHER_STATUS;
      };
    }
    if (reply.end() == Reply.End.WHOLE && reply.received() == 0 && reply.declaredLength() <= 0) {
      return Reason.EMPTY;
    }
    if (!hops.isEmpty() && isHome(at) && !isHome(asked)) {
      return Reason.HOME_PAGE;
    }
    return reply.isHtml() ? judgePage(asked, at, reply) : Reason.OPENS;
  }

  private static boolean isHome(WebAddress address) {
    return address.query() == null
        && address.path().matches("(?i)/(?:(?:index|default|home)\\.\\w{2,5})?");
  }

  private Reason judgePage(WebAddress asked, WebAddress at, Reply reply)
      throws Stopped, InterruptedException {
    byte[] bytes = reply.bytes();
    if (ask.into() != null) {
      return namesDocument(asked) ? Reason.WRONG_TYPE : Reason.OPENS;
    }
    WebPage page = WebPage.read(bytes, reply.contentType());
    Optional<Reason> wall = walls.ofPage(asked, at, page);
    if (wall.isPresent()) {
      return wall.get();
    }
    if (Likeness.saysNotFound(page) || isLikeNothing(asked, at, reply, page)) {
      return Reason.SOFT_NOT_FOUND;
    }
    return namesDocument(asked) ? Reason.WRONG_TYPE : Reason.OPENS;
  }

  /** Whether the host sends the same for an address that cannot exist. */
  private boolean isLikeNothing(WebAddress asked, WebAddress at, Reply reply, WebPage page)
      throws Stopped, InterruptedException {
    if (isHome(asked)) {
      return false;
    }
    Switchboard.Arrival nothing =
        switchboard.notFound(
            asked,
            address -> new Conversation(Ask.exists(address), switchboard, walls, clock).probe());
    if (nothing.reply() == null || !nothing.reply().isGood()) {
      return false;
    }
    if (!hops.isEmpty() && nothing.at().equals(at)) {
      return true;
    }
    if (!nothing.reply().isHtml()) {
      return false;
    }
    // One of them may have been sent in part only.
    int common = Math.min(reply.bytes().length, nothing.reply().bytes().length);
    if (common == 0) {
      return false;
    }
    boolean cut = reply.status() == 206 || nothing.reply().status() == 206;
    WebPage other =
        WebPage.read(
            head(nothing.reply().bytes(), cut ? common : -1), nothing.reply().contentType());
    WebPage own = cut ? WebPage.read(head(reply.bytes(), common), reply.contentType()) : page;
    return Likeness.alike(own, other);
  }

  private static byte[] head(byte[] bytes, int length) {
    return length < 0 || length >= bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  /** Follows an address to its end and judges nothing. */
  private Switchboard.Arrival probe() throws Stopped, InterruptedException {
    Switchboard.Arrival arrival = arrive(ask.address());
    return failure == null ? arrival : new Switchboard.Arrival(arrival.at(), null);
  }

  private static boolean namesDocument(WebAddress address) {
    return Switchboard.extension(address.path())
        .matches("(?i)\\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|zip|rar|7z|jpe?g|png|gif|csv)");
  }
}
