package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import th.oit.check.Outcome;
import th.oit.config.SiteConfig;
import th.oit.output.RunLock;
import th.oit.report.Report;
import th.oit.work.Workers;

/** Renders the site without judging it. */
@Command(name = "build", sortOptions = false)
final class BuildCommand extends SiteCommand {
  BuildCommand(Main.Surroundings around) {
    super(around, "build");
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    SiteConfig config = Workshop.config(folder);
    use(config);
    try (RunLock lock = Workshop.lock(folder);
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      Made made = make(folder, config, workers, progress);
      made.workshop().show(made.staging());
      Outcome outcome = new Outcome(made.workshop().site().pages().size(), 0, List.of(), List.of());
      progress.close();
      return report(outcome, null, Report.Verdict.PASS, "public/");
    }
  }

  @Override
  boolean leavesReport() {
    return false;
  }
}
