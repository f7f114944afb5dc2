package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import th.oit.check.Outcome;
import th.oit.config.SiteConfig;
import th.oit.document.DocumentReader;
import th.oit.output.RunLock;
import th.oit.output.Staging;
import th.oit.render.SourceMap;
import th.oit.report.Report;
import th.oit.work.Workers;

/** Builds, judges what was built, and lets it out only when the gate is open. */
@Command(name = "publish", sortOptions = false)
final class PublishCommand extends SiteCommand {
  PublishCommand(Main.Surroundings around) {
    super(around, "publish");
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    SiteConfig config = Workshop.config(folder);
    use(config);
    try (RunLock lock = Workshop.lock(folder);
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      progress.stage("กำลังอ่านเนื้อหา", "reading");
      Workshop workshop = Workshop.open(folder, config, options.today, workers);
      Staging staging = Staging.open(Workshop.workFolder(folder), Workshop.shownFolder(folder));
      DocumentReader documents = new DocumentReader();
      progress.stage("กำลังทำหน้าเว็บ", "rendering");
      SourceMap origins = workshop.make(staging, documents, workers);
      progress.stage(
          "กำลังตรวจลิงก์ หลักฐาน และองค์ประกอบ", "checking links, evidence and elements");
      Outcome outcome = workshop.judge(staging.root(), origins, documents, options.jobs);
      Report.Verdict verdict = verdict(outcome);
      if (verdict == Report.Verdict.PASS) {
        progress.stage("กำลังเปลี่ยนเป็นเว็บไซต์ใหม่", "replacing the old site");
        staging.show();
      }
      progress.close();
      return report(
          outcome,
          workshop.site().assessed().catalog(),
          verdict,
          verdict == Report.Verdict.PASS ? "public/" : null);
    }
  }
}
