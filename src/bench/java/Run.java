import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One whole process, from its start to its end.
 *
 * @param seconds wall-clock time
 * @param cpuSeconds time on all cores; may miss the last hundredth
 * @param peakBytes the most memory that was resident at a time; -1 where no {@code /proc} tells
 * @param output what it printed, errors included
 */
record Run(double seconds, double cpuSeconds, long peakBytes, int exit, String output) {
  private static final int GLANCE_MILLIS = 5;

  /** Runs a command and waits for it. */
  static Run of(Path folder, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("bench", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      Path status = Path.of("/proc/" + process.pid() + "/status");
      long peak = -1;
      Duration cpu = Duration.ZERO;
      while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peak(status));
        cpu = process.info().totalCpuDuration().orElse(cpu);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Run(
          seconds,
          cpu.toNanos() / 1e9,
          peak,
          process.exitValue(),
          new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  /** This run and one after it, as one. */
  Run then(Run next) {
    return new Run(
        seconds + next.seconds,
        cpuSeconds + next.cpuSeconds,
        Math.max(peakBytes, next.peakBytes),
        Math.max(exit, next.exit),
        output + next.output);
  }

  /** What a command prints; only for commands that succeed. */
  static String output(Path folder, List<String> command) throws IOException, InterruptedException {
    Run run = of(folder, command, Map.of());
    if (run.exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + ":\n" + run.output);
    }
    return run.output;
  }

  /** The kernel keeps the peak itself, so that looking now and then is enough. */
  private static long peak(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException e) {
      // It has just ended, or this system has no /proc.
    }
    return -1;
  }
}
