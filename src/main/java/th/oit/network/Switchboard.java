package th.oit.network;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import th.oit.check.links.WebAddress;

/**
 * What all conversations share: whose turn it is at a host, which hosts do not answer at all, what
 * hosts send for addresses that do not exist. Thread-safe.
 */
final class Switchboard {
  /** After so many addresses in a row without any answer, a host is not waited for again. */
  private static final int SILENCES = 3;

  private final NetworkSettings settings;
  private final Wire wire;
  private final Names names;
  private final Allowance allowance;
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Outage> outages = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, CompletableFuture<Arrival>> probes =
      new ConcurrentHashMap<>();

  Switchboard(NetworkSettings settings, Wire wire, Names names, Allowance allowance) {
    this.settings = settings;
    this.wire = wire;
    this.names = names;
    this.allowance = allowance;
  }

  /** A host and port at which nobody answers. */
  private static final class Outage {
    private final AtomicInteger silences = new AtomicInteger();
    private volatile Reason reason;
  }

  NetworkSettings settings() {
    return settings;
  }

  Allowance allowance() {
    return allowance;
  }

  /** Why it is of no use to ask this host; null when it is. */
  Reason hopeless(WebAddress address) {
    Outage outage = outages.get(origin(address));
    if (outage != null && outage.reason != null) {
      return outage.reason;
    }
    if (settings.proxy().forAddress(address.scheme(), address.host()) != null) {
      return null; // the proxy knows the names
    }
    return switch (names.lookUp(address.host())) {
      case YES -> null;
      case NO -> Reason.NO_HOST;
      case UNSURE -> Reason.NAME_UNSURE;
    };
  }

  /** Notes that an address of a host could not be asked, however often it was tried. */
  void failed(WebAddress address, Reason reason) {
    Outage outage = outages.computeIfAbsent(origin(address), key -> new Outage());
    switch (reason) {
      case UNREACHABLE, WRONG_NAME, EXPIRED, UNTRUSTED -> outage.reason = reason;
      case TIMEOUT -> {
        if (outage.silences.incrementAndGet() >= SILENCES) {
          outage.reason = reason;
        }
      }
      default -> {
        // another address may do better
      }
    }
  }

  private void answered(WebAddress address) {
    Outage outage = outages.get(origin(address));
    if (outage != null) {
      outage.silences.set(0);
    }
  }

  private static String origin(WebAddress address) {
    return address.scheme() + "://" + address.host() + ":" + address.port();
  }

  private Lane lane(WebAddress address) {
    return lanes.computeIfAbsent(
        address.host(), host -> new Lane(settings.perHost(), settings.pause()));
  }

  /** Makes one request when its turn comes. */
  Reply request(Wire.Request request) throws IOException, Stopped, InterruptedException {
    Lane lane = lane(request.address());
    lane.enter(allowance);
    try {
      allowance.spend();
      Reply reply = wire.exchange(request, allowance.within(settings.timeout()));
      answered(request.address());
      return reply;
    } catch (IOException e) {
      allowance.check(); // cut short by the budget, not by the host
      throw e;
    } finally {
      lane.leave();
    }
  }

  /** Lets nobody ask a host for a while. */
  void hush(WebAddress address, Duration time) {
    lane(address).hush(time);
  }

  /** Where an address led, and what came; null in place of the reply when nothing did. */
  record Arrival(WebAddress at, Reply reply) {}

  /** Asks for something; as {@link java.util.concurrent.Callable}, with what may come of it. */
  interface Probe {
    Arrival run(WebAddress address) throws Stopped, InterruptedException;
  }

  /**
   * What a host sends for an address that cannot exist, in the same folder and with the same
   * extension; asked once for each of them.
   */
  Arrival notFound(WebAddress address, Probe probe) throws Stopped, InterruptedException {
    String path = address.path();
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String key = origin(address) + folder + " " + extension(path);
    CompletableFuture<Arrival> mine = new CompletableFuture<>();
    CompletableFuture<Arrival> known = probes.putIfAbsent(key, mine);
    if (known != null) {
      try {
        return known.get();
      } catch (ExecutionException e) {
        return new Arrival(address, null);
      }
    }
    try {
      String name = "oit-" + Long.toHexString(Likeness.hash(settings.seed() + key));
      WebAddress nowhere = WebAddress.parse(folder + name + extension(path), address);
      Arrival arrival = probe.run(nowhere);
      mine.complete(arrival);
      return arrival;
    } finally {
      mine.complete(new Arrival(address, null));
    }
  }

  /** Such as {@code .php}: servers hand different ones to different programs. */
  static String extension(String path) {
    int dot = path.lastIndexOf('.');
    String extension = dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    return extension.matches("\\.[A-Za-z0-9]{1,5}") ? extension : "";
  }
}
