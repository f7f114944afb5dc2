import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Measures how long whole runs of link checkers take, and how much memory, on growing trees. */
final class LinksBench {
  private final Path home;
  private final List<String> others = new ArrayList<>();
  private int[] sizes = {1_000, 10_000, 50_000};
  private int rounds = 5;
  private int othersUpTo = 1_000;
  private Path folder;

  LinksBench(Path home, Deque<String> options) {
    this.home = home;
    this.folder = home.resolve("target/bench/trees");
    while (!options.isEmpty()) {
      String option = options.remove();
      if (options.isEmpty()) {
        throw new IllegalArgumentException("no value after " + option);
      }
      String value = options.remove();
      switch (option) {
        case "--pages" ->
            sizes = Arrays.stream(value.split(",")).mapToInt(Integer::parseInt).toArray();
        case "--rounds" -> rounds = Math.max(1, Integer.parseInt(value));
        case "--with" -> others.addAll(List.of(value.split(",")));
        case "--others-up-to" -> othersUpTo = Integer.parseInt(value);
        case "--dir" -> folder = Path.of(value).toAbsolutePath();
        default -> throw new IllegalArgumentException("no such option: " + option);
      }
    }
    Arrays.sort(sizes);
  }

  void run() throws IOException, InterruptedException {
    Contender ours = Contender.oit(home);
    List<Contender> all = new ArrayList<>(List.of(ours));
    for (String other : others) {
      all.add(Contender.named(other, home));
    }
    System.out.printf(
        Locale.ROOT,
        "Link check of trees of %,d-byte pages with %d links, %s, commit %s.%n%s.%n"
            + "Whole processes, all tools in turn on each tree, medians of %d rounds"
            + " (fastest–slowest); oit with 512 MiB of heap.%n%n",
        LinkTree.BYTES,
        LinkTree.LINKS,
        LocalDate.now(),
        Bench.commit(home),
        Bench.machine(),
        rounds);
    System.out.println("| pages | tool | wall s | CPU s | peak MiB | broken found | × oit |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    double[] medians = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      medians[i] = measure(sizes[i], sizes[i] <= othersUpTo ? all : List.of(ours));
    }
    for (int i = 1; i < sizes.length; i++) {
      System.out.printf(
          Locale.ROOT,
          "%sFrom %,d to %,d pages the time grows by the power %.2f of the size.%n",
          i == 1 ? "\n" : "",
          sizes[i - 1],
          sizes[i],
          Math.log(medians[i] / medians[i - 1]) / Math.log((double) sizes[i] / sizes[i - 1]));
    }
  }

  /** Measures all on one tree; answers the median of the first. */
  private double measure(int pages, List<Contender> contenders)
      throws IOException, InterruptedException {
    Path tree = folder.resolve("links-" + pages);
    remove(tree);
    Bench.say("writing %,d pages", pages);
    LinkTree.Written written = LinkTree.write(tree, pages);
    List<List<Run>> runs = new ArrayList<>();
    contenders.forEach(contender -> runs.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        Contender contender = contenders.get(i);
        Run run = Run.of(tree, contender.command(), contender.environment());
        Bench.say(
            "%,d pages, round %d: %s %.2f s", pages, round + 1, contender.name(), run.seconds());
        if (contender.found(run) < 0) {
          throw new IllegalStateException(contender.name() + " gave no result:\n" + run.output());
        }
        runs.get(i).add(run);
      }
    }
    remove(tree);
    double ours = median(runs.get(0), Run::seconds);
    for (int i = 0; i < contenders.size(); i++) {
      List<Run> mine = runs.get(i);
      double wall = median(mine, Run::seconds);
      double peak = median(mine, Run::peakBytes);
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %.2f (%.2f–%.2f) | %.2f | %s | %d of %d | %.1f |%n",
          pages,
          contenders.get(i).name(),
          wall,
          mine.stream().mapToDouble(Run::seconds).min().orElseThrow(),
          mine.stream().mapToDouble(Run::seconds).max().orElseThrow(),
          median(mine, Run::cpuSeconds),
          peak < 0 ? "–" : Long.toString(Math.round(peak / 1024 / 1024)),
          contenders.get(i).found(mine.get(0)),
          written.broken(),
          wall / ours);
    }
    return ours;
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    double[] values = runs.stream().mapToDouble(value).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
