package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import th.oit.check.OtherHosts;
import th.oit.check.Outcome;
import th.oit.config.SiteConfig;
import th.oit.output.RunLock;
import th.oit.output.Staging;
import th.oit.report.Report;
import th.oit.work.Workers;

/** Builds, judges what was built, and lets it out only when the gate is open. */
@Command(name = "publish", sortOptions = false)
final class PublishCommand extends SiteCommand {
  @Option(names = "--group")
  boolean group;

  @Option(names = "--external")
  boolean external;

  @Mixin final NetworkOptions networkOptions = new NetworkOptions();

  PublishCommand(Main.Surroundings around) {
    super(around, "publish");
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    SiteConfig config = Workshop.config(folder);
    use(config);
    try (RunLock lock = Workshop.lock(folder);
        Outside outside =
            external ? outside(networkOptions, Optional.of(config), Optional.of(folder)) : null;
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      OtherHosts others = others(outside, Optional.of(config), progress);
      Judged judged = judge(folder, config, workers, progress, others);
      Workshop workshop = judged.workshop();
      Staging staging = judged.staging();
      Outcome outcome = judged.outcome();
      Report.Verdict verdict = verdict(outcome);
      // Who stops it half-way has not seen what the other hosts say, and wants nothing to go out.
      boolean shown = verdict == Report.Verdict.PASS && (outside == null || !outside.interrupted());
      if (shown) {
        progress.stage("กำลังเปลี่ยนเป็นเว็บไซต์ใหม่", "replacing the old site");
        staging.show();
      }
      progress.close();
      return report(
          outcome, workshop.site().assessed().catalog(), verdict, shown ? "public/" : null);
    }
  }

  @Override
  boolean joinsTargets() {
    return group;
  }
}
