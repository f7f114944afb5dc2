package th.oit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import th.oit.check.Outcome;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.output.PortableCopy;
import th.oit.output.RunLock;
import th.oit.report.Report;
import th.oit.work.Workers;

/** Renders the site without judging it. */
@Command(name = "build", sortOptions = false)
final class BuildCommand extends SiteCommand {
  @Option(names = "--portable", paramLabel = "DIR")
  Path portable;

  @Option(names = "--no-cache", descriptionKey = "no-cache")
  boolean noCache;

  BuildCommand(Main.Surroundings around) {
    super(around, "build");
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    SiteConfig config = Workshop.config(folder);
    use(config);
    if (portable != null) {
      refuseWhatStands(around.folder().resolve(portable));
    }
    try (RunLock lock = Workshop.lock(folder);
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      Made made = make(folder, config, workers, progress);
      made.workshop().show(made.staging());
      made.remembered().save(made.staging(), true);
      if (portable != null) {
        Path to = around.folder().resolve(portable);
        PortableCopy.write(Workshop.shownFolder(folder), to, config.baseUrl().path());
      }
      Outcome outcome = new Outcome(made.staging().pages(), 0, List.of(), List.of());
      progress.close();
      return report(outcome, null, Report.Verdict.PASS, "public/");
    }
  }

  private static void refuseWhatStands(Path to) throws IOException {
    boolean free = !Files.exists(to);
    if (Files.isDirectory(to)) {
      try (Stream<Path> entries = Files.list(to)) {
        free = entries.findAny().isEmpty();
      }
    }
    if (!free) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_NAME,
                  to + " มีอยู่แล้วและไม่ใช่โฟลเดอร์เปล่า",
                  to + " stands already, and is not an empty folder")
              .at(Source.of("--portable"))
              .about(to.toString())
              .hint(
                  "ระบุโฟลเดอร์ใหม่ ไม่มีไฟล์ใดถูกเขียนทับ",
                  "name a new folder; nothing is ever overwritten"));
    }
  }

  @Override
  boolean remembers() {
    return !noCache;
  }

  @Override
  boolean leavesReport() {
    return false;
  }
}
