import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tool that checks the links of a tree.
 *
 * @param name with its version
 * @param command run inside of the tree
 * @param count where in the output stands how many broken links were found
 */
record Contender(
    String name, List<String> command, Map<String, String> environment, Pattern count) {
  private static final String LINKINATOR = "7.6.1";

  /** This project's own, with as much heap as the goal allows. */
  static Contender oit(Path home) throws IOException, InterruptedException {
    String oit = home.resolve("oit").toString();
    // The first start builds the jar and its archive of classes.
    Run.output(home, List.of(oit, "--version"));
    String version = Run.output(home, List.of(oit, "--version")).strip();
    return new Contender(
        version,
        List.of(oit, "check", ".", "--links-only", "--lang", "en", "--format", "json"),
        Map.of("JDK_JAVA_OPTIONS", "-Xmx512m"),
        Pattern.compile("\"errors\" *: *([0-9]+)"));
  }

  /** Another tool by its name, installed below {@code target/bench} when it is not there. */
  static Contender named(String name, Path home) throws IOException, InterruptedException {
    Path folder = home.resolve("target/bench/tools").resolve(name);
    return switch (name) {
      case "linkinator" -> linkinator(folder);
      default -> throw new IllegalArgumentException("no such tool: " + name);
    };
  }

  private static Contender linkinator(Path folder) throws IOException, InterruptedException {
    Path script = folder.resolve("node_modules/linkinator/build/src/cli.js");
    if (!Files.exists(script)) {
      Files.createDirectories(folder);
      Bench.say("installing linkinator %s", LINKINATOR);
      Run.output(
          folder,
          List.of(
              "npm",
              "install",
              "--no-audit",
              "--no-fund",
              "--prefix",
              folder.toString(),
              "linkinator@" + LINKINATOR));
    }
    return new Contender(
        "linkinator " + LINKINATOR,
        List.of(
            "node",
            script.toString(),
            ".",
            "--recurse",
            "--check-fragments",
            "--verbosity",
            "error"),
        Map.of(),
        Pattern.compile("Detected ([0-9]+) broken links"));
  }

  /** How many broken links a run says there are; -1 when it does not say. */
  int found(Run run) {
    Matcher matcher = count.matcher(run.output());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
  }
}
