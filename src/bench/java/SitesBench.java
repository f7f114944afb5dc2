import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures how long generators take to make whole sites: everything new, nothing changed, and one
 * page changed. {@code oit} publishes, with its checks and its gate; the others build.
 */
final class SitesBench {
  private static final Comparator<Path> DEEPEST_FIRST = Comparator.reverseOrder();

  private final Path home;
  private final List<String> others = new ArrayList<>();
  private final List<Path> places = new ArrayList<>();
  private int[] sizes = {50, 1_000};
  private int rounds = 5;
  private int othersUpTo = 1_000;

  SitesBench(Path home, Deque<String> options) {
    this.home = home;
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
        case "--dir" -> {
          for (String place : value.split(",")) {
            places.add(Path.of(place).toAbsolutePath());
          }
        }
        default -> throw new IllegalArgumentException("no such option: " + option);
      }
    }
    if (places.isEmpty()) {
      places.add(home.resolve("target/bench/sites"));
    }
    Arrays.sort(sizes);
  }

  /** What is asked of a generator. */
  private enum Task {
    COLD,
    UNCHANGED,
    CHANGED
  }

  void run() throws IOException, InterruptedException {
    List<Generator> all = new ArrayList<>(Generator.oit(home));
    all.add(0, Generator.hugo(home));
    for (String other : others) {
      all.add(Generator.named(other, home));
    }
    System.out.printf(
        Locale.ROOT,
        "Sites of Thai pages of about 9 kB, %s, commit %s.%n%s.%n"
            + "Whole processes, all tools in turn, medians of %d rounds (fastest–slowest);"
            + " oit publishes with all its checks and 1 GiB of heap, the others build.%n%n",
        LocalDate.now(),
        Bench.commit(home),
        Bench.machine(),
        rounds);
    System.out.println(
        "| pages | on | tool | cold s | CPU s | unchanged s | CPU s | one changed s | CPU s"
            + " | × Hugo: cold, unchanged, changed | by CPU | peak MiB |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (int size : sizes) {
      for (Path place : places) {
        measure(
            size,
            place,
            all.stream().filter(one -> one.isCompared() || size <= othersUpTo).toList());
      }
    }
  }

  private void measure(int pages, Path place, List<Generator> tools)
      throws IOException, InterruptedException {
    Path folder = place.resolve("bench-sites-" + pages);
    remove(folder);
    List<Map<Task, List<Run>>> runs = new ArrayList<>();
    for (int i = 0; i < tools.size(); i++) {
      Generator tool = tools.get(i);
      Bench.say("writing %,d pages for %s", pages, tool.name());
      SiteCorpus.write(tool.form(), pages, folder.resolve("tool" + i));
      Map<Task, List<Run>> mine = new EnumMap<>(Task.class);
      for (Task task : Task.values()) {
        mine.put(task, new ArrayList<>());
      }
      runs.add(mine);
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < tools.size(); i++) {
        round(tools.get(i), folder.resolve("tool" + i), pages, round, runs.get(i));
      }
    }
    FileStore store = Files.getFileStore(folder);
    for (int i = 0; i < tools.size(); i++) {
      print(pages, store.type(), tools.get(i), runs.get(i), runs.get(0));
    }
    remove(folder);
  }

  private void round(Generator tool, Path site, int pages, int round, Map<Task, List<Run>> results)
      throws IOException, InterruptedException {
    // What was made before is put aside, not deleted: fresh folders, and no deleting in between.
    Path aside = Files.createDirectories(site.resolveSibling(site.getFileName() + "-" + round));
    for (String made : tool.makes()) {
      if (Files.exists(site.resolve(made))) {
        Files.move(site.resolve(made), aside.resolve(made));
      }
    }
    results.get(Task.COLD).add(run(tool, site, pages, round, Task.COLD));
    // A tool that keeps two trees fills the other one when something changes for the first time.
    SiteCorpus.change(tool.form(), pages, site, 2 * round);
    run(tool, site, pages, round, null);
    results.get(Task.UNCHANGED).add(run(tool, site, pages, round, Task.UNCHANGED));
    SiteCorpus.change(tool.form(), pages, site, 2 * round + 1);
    results.get(Task.CHANGED).add(run(tool, site, pages, round, Task.CHANGED));
  }

  private static Run run(Generator tool, Path site, int pages, int round, Task task)
      throws IOException, InterruptedException {
    Run run = Run.of(site, tool.command(), tool.environment());
    if (!tool.check().isEmpty() && run.exit() == 0) {
      run = run.then(Run.of(site.resolve("public"), tool.check(), Map.of()));
    }
    if (run.exit() != 0 || !Files.exists(site.resolve(tool.proof()))) {
      throw new IllegalStateException(tool.name() + " failed:\n" + run.output());
    }
    if (task != null) {
      String what = task.name().toLowerCase(Locale.ROOT);
      Bench.say(
          "%,d pages, round %d: %s %s %.2f s", pages, round + 1, tool.name(), what, run.seconds());
    }
    return run;
  }

  private static void print(
      int pages,
      String store,
      Generator tool,
      Map<Task, List<Run>> mine,
      Map<Task, List<Run>> hugo) {
    StringBuilder row = new StringBuilder();
    StringBuilder ratios = new StringBuilder();
    StringBuilder cpuRatios = new StringBuilder();
    double peak = -1;
    for (Task task : Task.values()) {
      List<Run> runs = mine.get(task);
      double wall = median(runs, Run::seconds);
      double cpu = median(runs, Run::cpuSeconds);
      row.append(
          String.format(
              Locale.ROOT,
              " %.2f (%.2f–%.2f) | %.2f |",
              wall,
              runs.stream().mapToDouble(Run::seconds).min().orElseThrow(),
              runs.stream().mapToDouble(Run::seconds).max().orElseThrow(),
              cpu));
      String next = ratios.isEmpty() ? "" : ", ";
      double hugoWall = median(hugo.get(task), Run::seconds);
      double hugoCpu = median(hugo.get(task), Run::cpuSeconds);
      ratios.append(String.format(Locale.ROOT, "%s%.2f", next, wall / hugoWall));
      cpuRatios.append(String.format(Locale.ROOT, "%s%.2f", next, cpu / hugoCpu));
      peak = Math.max(peak, median(runs, Run::peakBytes));
    }
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %s |%s %s | %s | %s |%n",
        pages,
        store,
        tool.name(),
        row,
        ratios,
        cpuRatios,
        peak < 0 ? "–" : Long.toString(Math.round(peak / 1024 / 1024)));
  }

  static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    double[] values = runs.stream().mapToDouble(value).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      all.sorted(DEEPEST_FIRST)
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
