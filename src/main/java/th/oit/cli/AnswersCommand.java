package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import th.oit.check.Outcome;
import th.oit.check.ShownElement;
import th.oit.check.ShownItem;
import th.oit.config.SiteConfig;
import th.oit.output.RunLock;
import th.oit.output.Staging;
import th.oit.readiness.AnswerSheet;
import th.oit.readiness.Readiness;
import th.oit.text.Language;
import th.oit.work.Workers;

/**
 * Writes the answers for ITAS: yes or no for each item, the URL, and where on the page each element
 * is. Says yes only to what passes, unless a draft is asked for.
 */
@Command(name = "answers", sortOptions = false)
final class AnswersCommand extends SiteCommand {
  @Option(names = "--draft")
  boolean draft;

  @Option(names = "--year", paramLabel = "YEAR")
  String year;

  AnswersCommand(Main.Surroundings around) {
    super(around, "answers");
    options.format = null; // then the name of the file decides
  }

  @Override
  List<CommonOptions.Format> formats() {
    return List.of(CommonOptions.Format.XLSX, CommonOptions.Format.CSV);
  }

  @Override
  public Integer call() throws IOException {
    CommonOptions.Format format = format();
    if (format == CommonOptions.Format.XLSX) {
      requiredOutput();
    }
    Path folder = siteFolder();
    SiteConfig config = configOf(folder, year);
    try (RunLock lock = Workshop.lock(folder);
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      Judged judged = judge(folder, config, workers, progress);
      judged.remembered().save(judged.staging(), false);
      Workshop workshop = judged.workshop();
      Staging staging = judged.staging();
      Outcome outcome = judged.outcome();
      Map<String, ShownItem> shown = ShownItem.read(staging.root(), outcome.items());
      progress.close();
      Readiness readiness =
          Readiness.of(
              config,
              workshop.site().assessed().orElseThrow().catalog(),
              outcome.items(),
              outcome.findings(),
              StatusCommand.upkeep(shown),
              options.today);
      Map<String, List<ShownElement>> elements = new LinkedHashMap<>();
      shown.forEach((item, page) -> elements.put(item, page.elements()));
      AnswerSheet sheet = AnswerSheet.of(readiness, elements, draft);
      if (format == CommonOptions.Format.XLSX) {
        write(requiredOutput(), sheet.xlsx());
      } else {
        print(sheet.csv());
      }
      around.err().println(summary(sheet));
      return draft ? 0 : verdict(outcome).exitCode();
    }
  }

  /** The format asked for; else the one that the file's name says. */
  private CommonOptions.Format format() {
    if (options.format != null) {
      return options.format;
    }
    boolean csv =
        options.output != null
            && options.output.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    return csv ? CommonOptions.Format.CSV : CommonOptions.Format.XLSX;
  }

  private String summary(AnswerSheet sheet) {
    int all = sheet.answers().size();
    String no =
        sheet.answers().stream()
            .filter(answer -> !answer.yes())
            .map(answer -> answer.item().id())
            .collect(Collectors.joining(" "));
    String open =
        sheet.answers().stream()
            .filter(answer -> answer.yes() && !answer.note().isEmpty())
            .map(answer -> answer.item().id())
            .collect(Collectors.joining(" "));
    StringBuilder out = new StringBuilder();
    out.append(
        say(
            "ตอบว่ามี " + sheet.yes() + " จาก " + all + " ข้อ",
            "answered yes: " + sheet.yes() + " of " + all + " items"));
    if (!no.isEmpty()) {
      out.append(say("  ตอบว่ามีไม่ได้: ", "  not: ")).append(no);
    }
    if (!open.isEmpty()) {
      out.append(
          say(
              "  ฉบับร่าง ยังไม่ผ่าน ห้ามนำเข้าระบบ: ",
              "  a draft; these do not pass, do not submit: "));
      out.append(open);
    }
    return out.toString();
  }

  @Override
  boolean leavesReport() {
    return false;
  }

  private String say(String th, String en) {
    return language() == Language.TH ? th : en;
  }
}
