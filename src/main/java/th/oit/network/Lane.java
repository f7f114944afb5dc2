package th.oit.network;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** The way to one host: so many at a time, and a pause between any two starts. Thread-safe. */
final class Lane {
  private final Semaphore places;
  private final long pause;
  private long nextStart = System.nanoTime();

  Lane(int atOnce, Duration pause) {
    this.places = new Semaphore(atOnce, true);
    this.pause = pause.toNanos();
  }

  /** Waits for a turn, which {@link #leave} gives back. */
  void enter(Allowance allowance) throws Stopped, InterruptedException {
    places.acquire();
    try {
      long wait;
      synchronized (this) {
        long now = System.nanoTime();
        long start = Math.max(now, nextStart);
        nextStart = start + pause;
        wait = start - now;
      }
      allowance.rest(Duration.ofNanos(wait));
    } catch (Stopped | InterruptedException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  void leave() {
    places.release();
  }

  /** Lets nobody start for a while, since the host asked for it. */
  synchronized void hush(Duration time) {
    nextStart = Math.max(nextStart, System.nanoTime() + time.toNanos());
  }
}
