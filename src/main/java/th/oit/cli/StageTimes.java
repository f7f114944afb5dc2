package th.oit.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells on standard error how long each stage of a command took, by the clock and by all
 * processors, for those who look for where the time goes: {@code OIT_TIMINGS=1}. The first line
 * counts from the start of Java. Processor time is as fine as the system tells, often a hundredth.
 */
final class StageTimes {
  private final PrintStream out;
  private String stage = "start";
  private long since;
  private Duration spent = Duration.ZERO;

  StageTimes(PrintStream out) {
    this.out = out;
    this.since =
        ProcessHandle.current()
            .info()
            .startInstant()
            .map(
                start ->
                    System.nanoTime()
                        - (System.currentTimeMillis() - start.toEpochMilli()) * 1_000_000)
            .orElseGet(System::nanoTime);
  }

  /** Ends a stage and begins another. */
  void begin(String next) {
    long now = System.nanoTime();
    Duration all = ProcessHandle.current().info().totalCpuDuration().orElse(spent);
    out.println(
        String.format(
            Locale.ROOT,
            "oit: %7.3f s %7.2f s CPU  %s",
            (now - since) / 1e9,
            all.minus(spent).toNanos() / 1e9,
            stage));
    out.flush();
    stage = next;
    since = now;
    spent = all;
  }
}
