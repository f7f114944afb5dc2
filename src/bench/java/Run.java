import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One whole process, from its start to its end.
 *
 * @param seconds wall-clock time
 * @param cpuSeconds time on all cores, of the process and of those that it started; without bash of
 *     the process alone, and it may miss the last hundredth
 * @param peakBytes the most memory that was resident at a time; -1 where no {@code /proc} tells
 * @param output what it printed, errors included
 */
record Run(double seconds, double cpuSeconds, long peakBytes, int exit, String output) {
  private static final int GLANCE_MILLIS = 5;

  /** Tells of the processor time of a command and of all that it started, to the millisecond. */
  private static final Path SHELL = Path.of("/bin/bash");

  private static final Pattern TIMES =
      Pattern.compile("(?s)(.*?)(\\d+\\.\\d{3}) (\\d+\\.\\d{3})\n");

  /** Runs a command and waits for it. */
  static Run of(Path folder, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("bench", ".txt");
    try {
      boolean timed = Files.isExecutable(SHELL);
      List<String> all = new ArrayList<>();
      if (timed) {
        all.addAll(List.of(SHELL.toString(), "-c", "TIMEFORMAT='%3U %3S'; time \"$@\"", "bench"));
      }
      all.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(all)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      long peak = -1;
      int glances = 0;
      List<ProcessHandle> started = List.of();
      Duration cpu = Duration.ZERO;
      while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peak(process.pid()));
        // Going through all processes of the machine is no small thing beside what is measured.
        if (glances++ % 8 == 0 || started.isEmpty()) {
          started = process.descendants().toList();
        }
        for (ProcessHandle child : started) {
          peak = Math.max(peak, peak(child.pid()));
        }
        cpu = process.info().totalCpuDuration().orElse(cpu);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      Matcher times = TIMES.matcher(said);
      return timed && times.matches()
          ? new Run(
              seconds,
              Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(3)),
              peak,
              process.exitValue(),
              times.group(1))
          : new Run(seconds, cpu.toNanos() / 1e9, peak, process.exitValue(), said);
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
  private static long peak(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
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
