import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A tool that makes a site out of a folder.
 *
 * @param name with its version
 * @param form what its sources look like
 * @param command run inside of the site's folder
 * @param makes what it leaves in the folder, to be put aside before all is made anew
 * @param proof a file that must stand when it has run
 * @param check run afterwards inside of {@code public/}, and part of the time; empty for none
 */
record Generator(
    String name,
    SiteCorpus.Form form,
    List<String> command,
    Map<String, String> environment,
    List<String> makes,
    String proof,
    List<String> check) {
  private static final String ELEVENTY = "3.1.2";

  /** This project's own: with a template as plain as the others', and with its own look. */
  static List<Generator> oit(Path home) throws IOException, InterruptedException {
    String oit = home.resolve("oit").toString();
    // The first start builds the jar and its archive of classes.
    Run.output(home, List.of(oit, "--version"));
    String version = Run.output(home, List.of(oit, "--version")).strip();
    List<String> command =
        List.of(oit, "publish", "--quiet", "--lang", "en", "--today", "2024-04-10");
    Map<String, String> environment = Map.of("JDK_JAVA_OPTIONS", "-Xmx1g");
    List<String> makes = List.of("public", ".oit", "reports");
    String proof = "public/s0/p0/index.html";
    return List.of(
        new Generator(version, SiteCorpus.Form.OIT, command, environment, makes, proof, List.of()),
        new Generator(
            version + ", own look",
            SiteCorpus.Form.OIT_LOOK,
            command,
            environment,
            makes,
            proof,
            List.of()));
  }

  /** Hugo, which has to be installed: every ratio is to it. */
  static Generator hugo(Path home) throws InterruptedException {
    String version;
    try {
      version = Run.output(home, List.of("hugo", "version")).split(" ")[1].split("\\+")[0];
    } catch (IOException e) {
      throw new IllegalArgumentException("there is no 'hugo'; install it, as by apt-get", e);
    }
    return new Generator(
        "Hugo " + version,
        SiteCorpus.Form.HUGO,
        List.of("hugo", "--quiet", "--noBuildLock"),
        Map.of(),
        List.of("public", "resources"),
        "public/s0/p0/index.html",
        List.of());
  }

  /** Hugo, and then linkinator over what it has made: what a careful webmaster runs. */
  private static Generator checkedHugo(Path home) throws IOException, InterruptedException {
    Generator hugo = hugo(home);
    Contender checker = Contender.named("linkinator", home);
    List<String> check = new ArrayList<>(checker.command());
    check.addAll(List.of("--skip", "^https://"));
    return new Generator(
        hugo.name + " and " + checker.name(),
        hugo.form,
        hugo.command,
        hugo.environment,
        hugo.makes,
        hugo.proof,
        check);
  }

  /** Another tool by its name, installed below {@code target/bench} when it is not there. */
  static Generator named(String name, Path home) throws IOException, InterruptedException {
    Path folder = home.resolve("target/bench/tools").resolve(name);
    return switch (name) {
      case "eleventy" -> eleventy(folder);
      case "linkinator" -> checkedHugo(home);
      default -> throw new IllegalArgumentException("no such tool: " + name);
    };
  }

  /** Whether it is measured at every size. */
  boolean isCompared() {
    return form != SiteCorpus.Form.ELEVENTY && check.isEmpty();
  }

  private static Generator eleventy(Path folder) throws IOException, InterruptedException {
    Path script = folder.resolve("node_modules/@11ty/eleventy/cmd.cjs");
    if (!Files.exists(script)) {
      Files.createDirectories(folder);
      Bench.say("installing Eleventy %s", ELEVENTY);
      Run.output(
          folder,
          List.of(
              "npm",
              "install",
              "--no-audit",
              "--no-fund",
              "--prefix",
              folder.toString(),
              "@11ty/eleventy@" + ELEVENTY));
    }
    return new Generator(
        "Eleventy " + ELEVENTY,
        SiteCorpus.Form.ELEVENTY,
        List.of("node", script.toString(), "--quiet"),
        Map.of("BENCH_OUTPUT", "public"),
        List.of("public"),
        "public/s0/p0/index.html",
        List.of());
  }
}
