package th.oit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import th.oit.baseline.Baseline;
import th.oit.baseline.BaselineText;
import th.oit.baseline.KnownFinding;
import th.oit.catalog.Catalog;
import th.oit.check.OtherHosts;
import th.oit.check.Outcome;
import th.oit.config.SiteConfig;
import th.oit.content.ContentReader;
import th.oit.document.DocumentReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.memory.Answer;
import th.oit.mend.Mend;
import th.oit.mend.Mending;
import th.oit.output.Staging;
import th.oit.render.SourceMap;
import th.oit.report.BrokenTargets;
import th.oit.report.GithubReport;
import th.oit.report.HtmlReport;
import th.oit.report.JsonReport;
import th.oit.report.JunitReport;
import th.oit.report.MarkdownReport;
import th.oit.report.Report;
import th.oit.report.SarifReport;
import th.oit.report.TextReport;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.Language;
import th.oit.text.Words;
import th.oit.work.Workers;

/** What the commands that work on a site have in common: finding it, and telling how it went. */
abstract class SiteCommand implements Callable<Integer> {
  private static final String CONFIG = "site-config.yml";

  /** How messages name what comes with the tool. */
  private static final String OWN = "oit:";

  /** The families of rules that may say of a place what can be mended there. */
  private static final Set<String> MENDED = Set.of("link", "evidence", "source", "oit");

  @Mixin final CommonOptions options = new CommonOptions();

  final Main.Surroundings around;
  private final String name;
  private final long started = System.nanoTime();
  private volatile SiteConfig config;
  private RuleSettings rules = RuleSettings.USUAL;
  private Optional<RunNotes> notes = Optional.empty();

  SiteCommand(Main.Surroundings around, String name) {
    this.around = around;
    this.name = name;
  }

  /** The folder that holds {@code site-config.yml}: the one named, or the nearest one upwards. */
  Path siteFolder() {
    return findSiteFolder()
        .orElseThrow(
            () ->
                new UnusableInput(
                    Finding.of(
                            Rule.SOURCE_MISSING,
                            "ไม่พบ " + CONFIG + " ใน " + start() + " และโฟลเดอร์ที่อยู่เหนือขึ้นไป",
                            "no " + CONFIG + " in " + start() + " or above it")
                        .at(Source.of(CONFIG))
                        .hint(
                            "เปิดคำสั่งในโฟลเดอร์ของเว็บไซต์ หรือระบุด้วย --site",
                            "run this inside the site's folder, or name it with --site")));
  }

  Optional<Path> findSiteFolder() {
    Path folder = start();
    if (options.site != null) {
      return Files.isRegularFile(folder.resolve(CONFIG)) ? Optional.of(folder) : Optional.empty();
    }
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(CONFIG))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private Path start() {
    return options.site == null
        ? around.folder()
        : around.folder().resolve(options.site).normalize();
  }

  /** A site made, which waits in the staging folder. */
  record Made(
      Workshop workshop,
      Staging staging,
      DocumentReader documents,
      SourceMap origins,
      Remembered remembered) {}

  /** Reads and makes a site; the caller holds its lock. */
  Made make(Path folder, SiteConfig read, Workers workers, Progress progress) throws IOException {
    progress.stage("กำลังอ่านเนื้อหา", "reading");
    Remembered remembered = remembers() ? Remembered.of(folder) : Remembered.nothing(folder);
    Workshop workshop = Workshop.open(folder, read, options.today, workers, remembered.content());
    Staging staging =
        Staging.open(
            Workshop.workFolder(folder),
            Workshop.shownFolder(folder),
            remembered.staging(),
            remembered.shown());
    DocumentReader documents = Workshop.documents(remembering(Optional.of(folder)));
    progress.stage("กำลังทำหน้าเว็บ", "rendering");
    SourceMap origins = workshop.make(staging, documents, workers, remembered.kept());
    return new Made(workshop, staging, documents, origins, remembered);
  }

  /** A site made and judged, which waits in the staging folder. */
  record Judged(Workshop workshop, Staging staging, Outcome outcome, Remembered remembered) {}

  /** Reads, makes and judges a site, asking nobody; the caller holds its lock. */
  Judged judge(Path folder, SiteConfig read, Workers workers, Progress progress)
      throws IOException {
    return judge(folder, read, workers, progress, OtherHosts.NONE);
  }

  /** Reads, makes and judges a site; the caller holds its lock. */
  Judged judge(Path folder, SiteConfig read, Workers workers, Progress progress, OtherHosts others)
      throws IOException {
    Made made = make(folder, read, workers, progress);
    isMade();
    progress.stage("กำลังตรวจลิงก์ หลักฐาน และองค์ประกอบ", "checking links, evidence and elements");
    Outcome outcome =
        made.workshop()
            .judge(
                made.staging().root(),
                made.origins(),
                made.documents(),
                Workshop.statedYears(remembering(Optional.of(folder))),
                options.jobs,
                others,
                made.remembered().links(),
                made.staging().untouched());
    return new Judged(made.workshop(), made.staging(), outcome, made.remembered());
  }

  /**
   * Opens the network for this command.
   *
   * @param folder the site's folder, where good answers are kept; empty to keep none
   */
  Outside outside(NetworkOptions asked, Optional<SiteConfig> read, Optional<Path> folder) {
    Outside outside = new Outside(asked.settings(around, read, folder));
    outside.network().note().ifPresent(note -> around.err().println("oit: " + note.in(language())));
    return outside;
  }

  /**
   * The check of links to other hosts.
   *
   * @param outside null to ask nobody
   */
  static OtherHosts others(Outside outside, Optional<SiteConfig> read, Progress progress) {
    if (outside == null) {
      return OtherHosts.NONE;
    }
    Boolean https = read.map(config -> config.checks().external().https()).orElse(null);
    return outside.hosts(https == null || https, progress);
  }

  /**
   * The configuration of a site that is assessed, looked at in another year when one is asked for.
   *
   * @throws UnusableInput when the site is made for no assessment, or the year is none
   */
  SiteConfig configOf(Path folder, String year) {
    SiteConfig read = Workshop.config(folder);
    use(read);
    if (!read.isAssessed()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "เว็บไซต์นี้ไม่ได้ทำเพื่อการประเมิน จึงไม่มีข้อให้คำสั่ง oit " + name + " บอก",
                  "this site is made for no assessment, so 'oit " + name + "' has nothing to tell")
              .at(Source.of(read.file()))
              .about("assessment")
              .hint(
                  "ถ้าเป็นเว็บไซต์ของหน่วยงาน ให้เพิ่ม assessment: {year: 2567} ใน " + read.file(),
                  "if it is a public body's, add 'assessment: {year: 2567}' to " + read.file()));
    }
    if (year == null) {
      return read;
    }
    return read.assessing(
        FiscalYear.parse(year)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        Finding.of(
                                Rule.SOURCE_VALUE,
                                "\"" + year + "\" ไม่ใช่ปีงบประมาณ พ.ศ.",
                                "'" + year + "' is not a fiscal year of the Buddhist era")
                            .at(Source.of("--year"))
                            .about(year)
                            .hint(
                                "เขียนเป็น พ.ศ. สี่หลัก เช่น 2567",
                                "write four digits, such as 2567"))));
  }

  /** Notes the configuration, whose language and department names the report uses. */
  void use(SiteConfig read) {
    this.config = read;
    this.rules = read.checks().rules();
  }

  Language language() {
    if (options.language != null) {
      return options.language;
    }
    return Language.of(around.environment().getOrDefault("OIT_LANG", ""))
        .orElse(config == null ? Language.TH : config.language());
  }

  /** The formats in which the command can answer, the usual one first. */
  List<CommonOptions.Format> formats() {
    return List.of(
        CommonOptions.Format.TEXT,
        CommonOptions.Format.JSON,
        CommonOptions.Format.JUNIT,
        CommonOptions.Format.SARIF,
        CommonOptions.Format.GITHUB,
        CommonOptions.Format.MARKDOWN,
        CommonOptions.Format.HTML);
  }

  Progress progress() {
    boolean shown = around.draws() && !options.quiet && options.format == CommonOptions.Format.TEXT;
    boolean timed = "1".equals(around.environment().get("OIT_TIMINGS"));
    return new Progress(
        shown ? around.err() : null, language(), timed ? new StageTimes(around.err()) : null);
  }

  /** The verdict of a check: errors fail it, warnings too when asked. */
  Report.Verdict verdict(Outcome outcome) {
    return outcome.findings().stream().anyMatch(this::closes)
        ? Report.Verdict.FAIL
        : Report.Verdict.PASS;
  }

  /** Whether a finding closes the gate. That an old fault was mended never does. */
  private boolean closes(Finding finding) {
    return finding.isError()
        || options.strict
            && finding.severity() == Severity.WARNING
            && finding.rule() != Rule.BASELINE_UNUSED;
  }

  /** What counts of an outcome, and what was put off. */
  record Settled(Outcome outcome, List<KnownFinding> known) {}

  /**
   * Takes old debt out of an outcome. The items keep their verdicts: what was put off is not done.
   *
   * @param judged whether the run could have found anything by a rule
   */
  Settled settle(
      Outcome outcome, BaselineOptions asked, Baseline baseline, Predicate<Rule> judged) {
    if (asked.baseline == null) {
      return new Settled(outcome, null);
    }
    Baseline.Parted parted = baseline.part(outcome.findings(), options.today, judged);
    return new Settled(
        new Outcome(
            outcome.pages(), outcome.links(), outcome.items(), parted.open(), outcome.waivers()),
        parted.known());
  }

  /** Writes what closes the gate now to the file of old debt, when one was asked for. */
  void writeBaseline(Outcome outcome, BaselineOptions asked) throws IOException {
    if (asked.writeBaseline == null) {
      return;
    }
    List<Finding> closing = outcome.findings().stream().filter(this::closes).toList();
    String text =
        BaselineText.of(
            closing,
            asked.former(around.folder()),
            options.today,
            asked.until,
            asked.reason,
            language());
    write(asked.writeBaseline, text.getBytes(StandardCharsets.UTF_8));
    int entries = BaselineText.entries(closing);
    around
        .err()
        .println(
            Words.of(
                    "เขียนข้อบกพร่องเดิม "
                        + entries
                        + " รายการลงใน "
                        + asked.writeBaseline
                        + " แล้ว ครั้งต่อไปสั่งด้วย --baseline "
                        + asked.writeBaseline,
                    entries
                        + " old faults written to "
                        + asked.writeBaseline
                        + "; from now on run with --baseline "
                        + asked.writeBaseline)
                .in(language()));
  }

  /** Reports input that could not be used; the exit code. */
  int reportUnusable(UnusableInput unusable) {
    Outcome nothing = new Outcome(0, 0, List.of(), unusable.findings());
    try {
      return report(nothing, null, Report.Verdict.UNUSABLE, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints the report, and leaves it in {@code reports/} where there is a site; the exit code. */
  int report(Outcome outcome, Catalog catalog, Report.Verdict verdict, String written)
      throws IOException {
    return report(made(outcome, catalog, verdict, written));
  }

  /** Prints a report, and leaves it in {@code reports/} where there is a site; the exit code. */
  int report(Report judged) throws IOException {
    Report report = judged.withFindings(withMends(judged.findings()));
    String json = JsonReport.of(report, language(), addition());
    if (leavesReport()) {
      Optional<Path> folder = findSiteFolder();
      if (folder.isPresent()) {
        Path reports = Files.createDirectories(folder.get().resolve("reports"));
        Path file = reports.resolve(name + ".json");
        Files.writeString(file, json);
        notes.ifPresent(kept -> kept.leaves(file));
      }
    }
    print(rendered(report, json));
    if (notes.isPresent()) {
      Report again = report.again(Answer.SOME_MILLIS);
      keep(rendered(again, JsonReport.of(again, language(), addition())), report.verdict());
    }
    return report.verdict().exitCode();
  }

  /** The findings, of which those say so that {@code oit check --fix} can mend. */
  private List<Finding> withMends(List<Finding> findings) {
    Set<String> files =
        findings.stream()
            .filter(finding -> MENDED.contains(finding.rule().id().replaceFirst("/.*", "")))
            .filter(finding -> finding.source() != null && finding.source().line() > 0)
            .map(finding -> finding.source().file())
            .collect(Collectors.toSet());
    Optional<Path> folder = files.isEmpty() ? Optional.empty() : findSiteFolder();
    if (folder.isEmpty()) {
      return findings;
    }
    try {
      Set<Source> places =
          Mending.of(
                  folder.get(),
                  files::contains,
                  () -> renames(folder.get()),
                  CheckCommand.slashes(folder.get()))
              .mends()
              .stream()
              .map(Mend::at)
              .collect(Collectors.toSet());
      return findings.stream()
          .map(finding -> places.contains(finding.source()) ? withMend(finding) : finding)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return findings; // a hint more is not worth a report
    }
  }

  /** What git says may be another thing tomorrow though no file of the site has changed. */
  private Map<String, String> renames(Path folder) {
    notes = Optional.empty();
    return Renames.of(folder);
  }

  private static Finding withMend(Finding finding) {
    Words mend = Words.of("แก้ให้ได้ด้วย oit check --fix", "'oit check --fix' can mend this");
    return finding.hint() == null
        ? finding.hint(mend)
        : finding.hint(
            finding.hint().th() + " " + mend.th(), finding.hint().en() + "; " + mend.en());
  }

  private String rendered(Report report, String json) {
    Report shown =
        joinsTargets() ? report.withFindings(BrokenTargets.join(report.findings())) : report;
    return switch (options.format == null ? CommonOptions.Format.TEXT : options.format) {
      case JSON -> joinsTargets() ? JsonReport.of(shown, language(), addition()) : json;
      case JUNIT -> JunitReport.of(shown, language());
      case SARIF -> SarifReport.of(shown, language());
      case GITHUB -> GithubReport.of(once(shown), language());
      case MARKDOWN -> markdown(once(shown));
      case HTML -> HtmlReport.of(shown, language(), this::departmentName, this::excerpt);
      default -> text(once(shown));
    };
  }

  /**
   * Begins to note by what this run would come out the same, before anything of the site is read.
   *
   * @param plain whether the command asks nobody, and writes nothing but what it always writes
   */
  void note(Path folder, boolean plain) {
    if (plain
        && remembers()
        && options.output == null
        && !options.debug
        && !around.arguments().isEmpty()
        && around.arguments().stream().noneMatch(arg -> arg.startsWith("@"))) {
      notes = RunNotes.begin(folder, name);
    }
  }

  /** What is noted of this run; empty when nothing is to be kept of it. */
  Optional<RunNotes> notes() {
    return notes;
  }

  /** Notes all sources of a site that was read. */
  void noteSources(Path folder, SiteConfig read, BaselineOptions asked) {
    notes.ifPresent(
        kept -> {
          kept.reads(folder.resolve(CONFIG), true);
          kept.reads(folder.resolve("templates"), true);
          if (read.assessment().catalog() != null) {
            kept.reads(folder.resolve(read.assessment().catalog()), true);
          }
          if (asked != null && asked.baseline != null) {
            kept.reads(around.folder().resolve(asked.baseline), true);
          }
          kept.reads(folder.resolve(ContentReader.FOLDER), false);
          kept.isComplete();
        });
  }

  /**
   * Keeps what was noted for the next run.
   *
   * @param said what that one has to say, with {@link Answer#SOME_MILLIS} as its time
   */
  void keep(String said, Report.Verdict verdict) {
    String[] args = around.arguments().toArray(String[]::new);
    notes.ifPresent(
        kept ->
            kept.keep(
                around,
                args,
                Unchanged.asksForDay(args) ? null : options.today,
                said,
                verdict.exitCode()));
  }

  /** Whether the command uses what earlier runs have kept, and keeps something for later ones. */
  boolean remembers() {
    return true;
  }

  /** The site's folder, if the command uses what earlier runs have kept there. */
  Optional<Path> remembering(Optional<Path> folder) {
    return remembers() ? folder : Optional.empty();
  }

  /** The site is made, and will now be judged. */
  void isMade() {}

  /** For people, a link of the menu is wrong once, however many pages show it. */
  private static Report once(Report report) {
    return report.withFindings(BrokenTargets.joinOfOnePlace(report.findings()));
  }

  /** The report of this command as it stands now. */
  Report made(Outcome outcome, Catalog catalog, Report.Verdict verdict, String written) {
    return new Report(
        Version.number(),
        name,
        verdict,
        outcome.pages(),
        outcome.links(),
        (System.nanoTime() - started) / 1_000_000,
        catalog,
        outcome.items(),
        outcome.findings(),
        written,
        outcome.waivers(),
        rules,
        null,
        null,
        false);
  }

  /** A report for people at a terminal. */
  String text(Report report) {
    return TextReport.of(
        report, language(), color(), options.quiet, this::departmentName, this::excerpt);
  }

  /** Whether links to one broken target are to be one finding, in what is printed. */
  boolean joinsTargets() {
    return false;
  }

  /** A report as Markdown. */
  String markdown(Report report) {
    return MarkdownReport.of(report, language());
  }

  /** What the command adds to its JSON report. */
  JsonReport.Addition addition() {
    return json -> {};
  }

  /** Whether the command leaves its report in the site's folder. */
  boolean leavesReport() {
    return true;
  }

  /** Prints to the file that was asked for, or the standard output. */
  void print(String text) throws IOException {
    if (options.output != null) {
      write(options.output, text.getBytes(StandardCharsets.UTF_8));
    } else {
      around.out().print(text);
    }
  }

  /** Writes a file that was asked for, with the folders that it needs. */
  void write(Path asked, byte[] bytes) throws IOException {
    Path file = around.folder().resolve(asked);
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.write(file, bytes);
  }

  /**
   * The file for a format that no terminal can show.
   *
   * @throws UnusableInput when none was named
   */
  Path requiredOutput() {
    if (options.output == null) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "รูปแบบ xlsx ต้องระบุไฟล์ที่จะเขียนด้วย --output",
                  "the format xlsx needs a file to be written: --output")
              .at(Source.of("oit " + name))
              .hint(
                  "เช่น oit " + name + " --format xlsx --output " + name + ".xlsx",
                  "such as: oit " + name + " --format xlsx --output " + name + ".xlsx"));
    }
    return options.output;
  }

  boolean color() {
    return switch (options.color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> around.isColored() && options.output == null;
    };
  }

  String departmentName(String id) {
    return config == null
        ? id
        : config.department(id).map(department -> department.name().th()).orElse(id);
  }

  /** The line of a source, for showing it in a message. */
  String excerpt(Source source) {
    try {
      if (source.file().startsWith(OWN)) {
        return ownLine(source);
      }
      Optional<Path> folder = findSiteFolder();
      if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve(source.file()))) {
        return "";
      }
      return SourceText.read(folder.get().resolve(source.file()), source.file())
          .line(source.line());
    } catch (UnusableInput | IOException e) {
      return ""; // a line to look at is not worth a report
    }
  }

  /** A line of a file that comes with the tool. */
  private static String ownLine(Source source) throws IOException {
    try (InputStream in =
        SiteCommand.class.getResourceAsStream(source.file().substring(OWN.length()))) {
      return in == null
          ? ""
          : new SourceText(source.file(), new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .line(source.line());
    }
  }
}
