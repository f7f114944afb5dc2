import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The door of the benchmarks: {@code links} measures the link check of whole trees, {@code sites}
 * the making of whole sites.
 *
 * <p>Each benchmark makes its own input, runs whole processes in turn and prints Markdown on
 * standard output; what it is doing goes to standard error.
 */
final class Bench {
  static final String USAGE =
      """
      Usage: src/bench/run links|sites [OPTIONS]

      src/bench/run links [--pages 1000,10000,50000] [--rounds 5]
                          [--with linkinator] [--others-up-to 1000] [--dir DIR]

        --pages         sizes of the trees, in pages of 12 kB with 100 links
        --rounds        how often each tool runs on each tree, all tools in turn
        --with          other tools to measure beside oit, of: linkinator; each is installed in its
                        pinned version below target/bench if it is not there (npm, network)
        --others-up-to  the largest tree that the others get, since they need minutes for more
        --dir           where trees are written and removed again; default target/bench/trees

      src/bench/run sites [--pages 50,1000,10000,50000] [--rounds 5]
                          [--with eleventy,linkinator] [--others-up-to 1000] [--dir DIR,DIR]

        --pages         sizes of the sites, in pages of about 9 kB of HTML; default 50,1000
        --rounds        how often each tool does each task, all tools in turn
        --with          other tools to measure beside oit and Hugo, of: eleventy, linkinator (npm), each
                        installed in its pinned version as above; linkinator checks what Hugo has
                        built. Hugo has to be there
        --others-up-to  the largest site that these others get
        --dir           where sites are written and removed again, such as /dev/shm and a disk;
                        default target/bench/sites
      """;

  private Bench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments[0]);
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments).subList(1, arguments.length));
    try {
      String command = left.isEmpty() ? "--help" : left.remove();
      switch (command) {
        case "links" -> new LinksBench(home, left).run();
        case "sites" -> new SitesBench(home, left).run();
        case "--help", "-h" -> System.out.print(USAGE);
        default -> throw new IllegalArgumentException("no such benchmark: " + command);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    }
  }

  static void say(String format, Object... values) {
    System.err.printf(Locale.ROOT, format + "%n", values);
  }

  /** What the table was measured on, as a sentence. */
  static String machine() throws IOException {
    String processor = System.getProperty("os.arch");
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      for (String line : Files.readAllLines(info)) {
        if (line.startsWith("model name")) {
          processor = line.substring(line.indexOf(':') + 1).strip();
          break;
        }
      }
    }
    long memory = 0;
    Path sizes = Path.of("/proc/meminfo");
    if (Files.isReadable(sizes)) {
      String total = Files.readAllLines(sizes).get(0).replaceAll("[^0-9]", "");
      memory = Math.round(Long.parseLong(total) / 1024.0 / 1024.0);
    }
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %d GiB of memory, %s %s, Java %s",
        processor,
        Runtime.getRuntime().availableProcessors(),
        memory,
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"));
  }

  /** The commit that is measured, and whether something was changed since. */
  static String commit(Path home) throws IOException, InterruptedException {
    String head = Run.output(home, List.of("git", "rev-parse", "--short", "HEAD")).strip();
    String changed =
        Run.output(home, List.of("git", "status", "--porcelain", "--untracked-files=no"));
    return head + (changed.isBlank() ? "" : " with changes");
  }
}
