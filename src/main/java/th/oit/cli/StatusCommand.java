package th.oit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import th.oit.catalog.Catalog;
import th.oit.check.Outcome;
import th.oit.check.ShownItem;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.memory.Answer;
import th.oit.output.RunLock;
import th.oit.output.Staging;
import th.oit.readiness.Calendar;
import th.oit.readiness.Memo;
import th.oit.readiness.Readiness;
import th.oit.readiness.Snapshot;
import th.oit.readiness.StatusHtml;
import th.oit.readiness.StatusJson;
import th.oit.readiness.StatusMarkdown;
import th.oit.readiness.StatusText;
import th.oit.readiness.StatusXlsx;
import th.oit.readiness.Upkeep;
import th.oit.readiness.WorkList;
import th.oit.report.Report;
import th.oit.text.NearMatch;
import th.oit.work.Workers;

/**
 * How far every item is, by department and sub-indicator, what it would score, and how many days
 * are left. Shows nothing to the public.
 */
@Command(name = "status", sortOptions = false)
final class StatusCommand extends SiteCommand {
  private static final String EVERYBODY = "";

  @Option(names = "--year", paramLabel = "YEAR")
  String year;

  @Option(names = "--memo", paramLabel = "FILE")
  Path memo;

  @Option(names = "--calendar", paramLabel = "FILE")
  Path calendar;

  @Option(
      names = "--work-list",
      paramLabel = "DEPARTMENT",
      arity = "0..1",
      fallbackValue = EVERYBODY)
  String workList;

  @Option(names = "--no-cache", descriptionKey = "no-cache")
  boolean noCache;

  StatusCommand(Main.Surroundings around) {
    super(around, "status");
  }

  @Override
  List<CommonOptions.Format> formats() {
    return workList == null
        ? List.of(
            CommonOptions.Format.TEXT,
            CommonOptions.Format.JSON,
            CommonOptions.Format.MARKDOWN,
            CommonOptions.Format.HTML,
            CommonOptions.Format.XLSX)
        : List.of(
            CommonOptions.Format.TEXT, CommonOptions.Format.MARKDOWN, CommonOptions.Format.HTML);
  }

  @Override
  public Integer call() throws IOException {
    if (options.format == CommonOptions.Format.XLSX) {
      requiredOutput();
    }
    Path folder = siteFolder();
    note(
        folder,
        memo == null
            && calendar == null
            && workList == null
            && options.format != CommonOptions.Format.XLSX);
    SiteConfig config = configOf(folder, year);
    Optional<String> department = department(config);
    try (RunLock lock = Workshop.lock(folder);
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      Judged judged = judge(folder, config, workers, progress);
      judged.remembered().save(judged.staging(), false);
      Workshop workshop = judged.workshop();
      Staging staging = judged.staging();
      Outcome outcome = judged.outcome();
      progress.close();
      Catalog catalog = workshop.site().assessed().orElseThrow().catalog();
      Report report = made(outcome, catalog, verdict(outcome), null);
      Readiness readiness =
          Readiness.of(
              config,
              catalog,
              outcome.items(),
              outcome.findings(),
              upkeep(ShownItem.read(staging.root(), outcome.items())),
              options.today);
      if (workList == null) {
        status(report, readiness);
        noteSources(folder, config, null);
        if (notes().isPresent()) {
          keep(statusText(report.again(Answer.SOME_MILLIS), readiness), report.verdict());
        }
      } else {
        workLists(readiness, department);
      }
      if (calendar != null) {
        String text = Calendar.of(readiness, language());
        write(calendar, text.getBytes(StandardCharsets.UTF_8));
      }
      if (memo != null) {
        memo(folder, readiness);
      }
      return report.verdict().exitCode();
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

  static Map<String, Upkeep> upkeep(Map<String, ShownItem> shown) {
    Map<String, Upkeep> upkeep = new LinkedHashMap<>();
    shown.forEach((item, page) -> upkeep.put(item, new Upkeep(page.updated(), page.every())));
    return upkeep;
  }

  private void status(Report report, Readiness readiness) throws IOException {
    if (options.format == CommonOptions.Format.XLSX) {
      write(requiredOutput(), StatusXlsx.of(readiness, language()));
    } else {
      print(statusText(report, readiness));
    }
  }

  private String statusText(Report report, Readiness readiness) {
    return switch (options.format) {
      case TEXT -> text(report) + StatusText.of(readiness, language(), options.quiet);
      case JSON -> StatusJson.of(report, readiness, language());
      case MARKDOWN -> StatusMarkdown.of(readiness, language());
      case HTML -> StatusHtml.of(readiness, language());
      default -> throw new IllegalStateException("refused before: " + options.format);
    };
  }

  private void workLists(Readiness readiness, Optional<String> department) throws IOException {
    List<WorkList> lists =
        department.isEmpty()
            ? WorkList.of(readiness)
            : Stream.of(WorkList.of(readiness, department.get()))
                .filter(list -> !list.isEmpty())
                .toList();
    if (options.format == CommonOptions.Format.HTML) {
      print(WorkList.html(lists, readiness, language()));
    } else if (lists.isEmpty()) {
      print(WorkList.nothing(language()) + "\n");
    } else {
      print(
          lists.stream()
              .map(
                  list ->
                      options.format == CommonOptions.Format.MARKDOWN
                          ? list.markdown(readiness, language())
                          : list.text(readiness, language()))
              .collect(Collectors.joining("\n")));
    }
  }

  /** The department that was asked for, by its id or its name; empty for all. */
  private Optional<String> department(SiteConfig config) {
    if (workList == null || workList.equals(EVERYBODY)) {
      return Optional.empty();
    }
    for (SiteConfig.Department department : config.departments()) {
      if (workList.equals(department.id()) || workList.equals(department.name().th())) {
        return Optional.of(department.id());
      }
    }
    List<String> known = config.departments().stream().map(SiteConfig.Department::id).toList();
    String near = NearMatch.of(workList, known).map(name -> " (" + name + "?)").orElse("");
    throw new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "ไม่มีหน่วยงาน \"" + workList + "\"" + near,
                "there is no department '" + workList + "'" + near)
            .at(Source.of(config.file()))
            .about(workList)
            .hint("ที่มีคือ " + String.join(", ", known), "there are " + String.join(", ", known)));
  }

  /** Writes the memo, and keeps how things stand beside those of former memos. */
  private void memo(Path folder, Readiness readiness) throws IOException {
    Path kept = Files.createDirectories(folder.resolve("reports").resolve("memo"));
    String today = options.today + ".json";
    Optional<Path> last;
    try (Stream<Path> files = Files.list(kept)) {
      last =
          files
              .filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d\\.json"))
              .filter(file -> file.getFileName().toString().compareTo(today) < 0)
              .max(Comparator.comparing(file -> file.getFileName().toString()));
    }
    Snapshot before =
        last.isEmpty()
            ? null
            : Snapshot.read(
                Files.readString(last.get(), StandardCharsets.UTF_8),
                "reports/memo/" + last.get().getFileName());
    Memo made = Memo.of(readiness, Memo.Letterhead.of(readiness.config()), before);
    write(memo, made.html().getBytes(StandardCharsets.UTF_8));
    Files.writeString(kept.resolve(today), made.snapshot().toJson(), StandardCharsets.UTF_8);
  }
}
