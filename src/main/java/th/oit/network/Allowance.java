package th.oit.network;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How much may still be asked: until somebody stops it, or time or requests are used up. */
final class Allowance {
  private final long start = System.nanoTime();
  private final Duration budget;
  private final int mostRequests;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean stopped;

  Allowance(NetworkSettings settings) {
    this.budget = settings.budget();
    this.mostRequests = settings.mostRequests();
  }

  void stop() {
    stopped = true;
  }

  /** Throws when nothing more may be asked. */
  void check() throws Stopped {
    if (stopped) {
      throw new Stopped(Reason.NOT_ASKED);
    }
    if (budget != null && left().isNegative()) {
      throw new Stopped(Reason.OUT_OF_TIME);
    }
  }

  /** Takes one request out of what is allowed. */
  void spend() throws Stopped {
    check();
    if (mostRequests > 0 && requests.incrementAndGet() > mostRequests) {
      throw new Stopped(Reason.OUT_OF_REQUESTS);
    }
  }

  /** As much of a time as is left. */
  Duration within(Duration wanted) throws Stopped {
    check();
    return budget == null || left().compareTo(wanted) > 0 ? wanted : left().plusMillis(1);
  }

  /** Waits; throws at once when the wait would outlast the budget. */
  void rest(Duration time) throws Stopped, InterruptedException {
    check();
    if (budget != null && left().compareTo(time) < 0) {
      throw new Stopped(Reason.OUT_OF_TIME);
    }
    if (!time.isZero() && !time.isNegative()) {
      Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    }
  }

  private Duration left() {
    return budget.minusNanos(System.nanoTime() - start);
  }
}
