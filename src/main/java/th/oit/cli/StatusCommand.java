package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import th.oit.check.ItemVerdict;
import th.oit.check.Outcome;
import th.oit.config.SiteConfig;
import th.oit.document.DocumentReader;
import th.oit.output.RunLock;
import th.oit.output.Staging;
import th.oit.render.SourceMap;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.work.Workers;

/**
 * How far every item is, by department, and how many days are left. Shows nothing to the public.
 */
@Command(name = "status", sortOptions = false)
final class StatusCommand extends SiteCommand {
  StatusCommand(Main.Surroundings around) {
    super(around, "status");
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    SiteConfig config = Workshop.config(folder);
    use(config);
    try (RunLock lock = Workshop.lock(folder);
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      progress.stage("กำลังอ่านและตรวจ", "reading and checking");
      Workshop workshop = Workshop.open(folder, config, options.today, workers);
      Staging staging = Staging.open(Workshop.workFolder(folder), Workshop.shownFolder(folder));
      DocumentReader documents = new DocumentReader();
      SourceMap origins = workshop.make(staging, documents, workers);
      Outcome outcome = workshop.judge(staging.root(), origins, documents, options.jobs);
      progress.close();
      int exitCode = report(outcome, workshop.site().assessed().catalog(), verdict(outcome), null);
      if (options.format == CommonOptions.Format.TEXT && options.output == null) {
        around.out().print(departments(outcome) + deadline(config.assessment()));
      }
      return exitCode;
    }
  }

  @Override
  boolean leavesReport() {
    return false;
  }

  private String departments(Outcome outcome) {
    Map<String, int[]> counts = new TreeMap<>();
    for (ItemVerdict item : outcome.items()) {
      String name =
          item.department() == null
              ? say("(ยังไม่มีผู้รับผิดชอบ)", "(nobody yet)")
              : departmentName(item.department());
      int[] count = counts.computeIfAbsent(name, n -> new int[2]);
      count[1]++;
      if (item.status() == ItemVerdict.Status.PASS) {
        count[0]++;
      }
    }
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (name, count) ->
            out.append("  ")
                .append(say("ผ่าน ", "passed "))
                .append(count[0])
                .append('/')
                .append(count[1])
                .append("  ")
                .append(name)
                .append('\n'));
    return out.toString();
  }

  private String deadline(SiteConfig.Assessment assessment) {
    LocalDate closes = assessment.closes();
    if (closes == null) {
      return say(
          "ยังไม่ได้ระบุวันปิดระบบ (assessment.window.closes)\n",
          "the close of the window is not given (assessment.window.closes)\n");
    }
    LocalDate due = closes.minusDays(assessment.publishDaysBefore());
    return left(say("ต้องเผยแพร่ให้ครบภายใน ", "everything must stand by "), due)
        + left(say("ระบบปิด ", "the window closes on "), closes);
  }

  private String left(String what, LocalDate day) {
    long days = ChronoUnit.DAYS.between(options.today, day);
    String date = language() == Language.TH ? ThaiDate.longForm(day) : day.toString();
    String rest =
        days >= 0
            ? say("เหลือ " + days + " วัน", days + " days left")
            : say("เลยมา " + -days + " วันแล้ว", -days + " days ago");
    return what + date + " (" + rest + ")\n";
  }

  private String say(String th, String en) {
    return language() == Language.TH ? th : en;
  }
}
