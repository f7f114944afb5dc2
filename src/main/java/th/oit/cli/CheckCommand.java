package th.oit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import th.oit.baseline.Baseline;
import th.oit.catalog.Catalog;
import th.oit.check.CheckRequest;
import th.oit.check.OtherHosts;
import th.oit.check.Outcome;
import th.oit.check.SiteCheck;
import th.oit.check.links.LinkCheckRequest;
import th.oit.check.links.LinkPolicy;
import th.oit.config.ConfigReader;
import th.oit.config.SiteConfig;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.finding.Source;
import th.oit.finding.Tolerance;
import th.oit.finding.UnusableInput;
import th.oit.ita.SchemeReader;
import th.oit.mend.Mending;
import th.oit.output.RunLock;
import th.oit.report.JsonReport;
import th.oit.report.Report;
import th.oit.site.YearList;
import th.oit.source.SourceText;
import th.oit.work.Workers;

/** Judges a finished tree of HTML as it would be served. */
@Command(name = "check", sortOptions = false)
final class CheckCommand extends SiteCommand {
  private static final int THIN = 80;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", descriptionKey = "path")
  Path path;

  @Option(names = "--links-only")
  boolean linksOnly;

  @Option(names = "--root", paramLabel = "DIR")
  Path root;

  @Option(names = "--ignore", paramLabel = "REGEX")
  List<Pattern> ignore = new ArrayList<>();

  @Option(names = "--config", paramLabel = "FILE")
  Path configFile;

  @Option(names = "--base-url", paramLabel = "URL", converter = BaseUrlConverter.class)
  String baseUrl;

  @Option(names = "--alias", paramLabel = "HOST", converter = AliasConverter.class)
  List<String> aliases = new ArrayList<>();

  @Option(names = "--hash", paramLabel = "LEVEL", converter = LevelConverter.class)
  Tolerance hash;

  @Option(names = "--empty", paramLabel = "LEVEL", converter = LevelConverter.class)
  Tolerance empty;

  @Option(names = "--slashless", paramLabel = "LEVEL", converter = LevelConverter.class)
  Tolerance slashless;

  @Option(names = "--insecure", paramLabel = "LEVEL", converter = LevelConverter.class)
  Tolerance insecure;

  @Option(names = "--extensionless")
  boolean extensionless;

  @Option(names = "--group")
  boolean group;

  @Option(names = "--only-changed", paramLabel = "REF", arity = "0..1", fallbackValue = "HEAD")
  String onlyChanged;

  @Option(names = "--ita", paramLabel = "FILE")
  Path ita;

  @Option(names = "--year", paramLabel = "YEAR")
  String year;

  @Option(names = "--fix")
  boolean fix;

  @Option(names = {"--dry-run", "--diff"})
  boolean dryRun;

  private Mending.Applied mended;

  @Mixin final BaselineOptions baselines = new BaselineOptions();

  static final class LevelConverter implements CommandLine.ITypeConverter<Tolerance> {
    @Override
    public Tolerance convert(String value) {
      for (Tolerance level : Tolerance.values()) {
        if (level.name().equalsIgnoreCase(value)) {
          return level;
        }
      }
      throw new CommandLine.TypeConversionException("'" + value + "': allow, warn, error");
    }
  }

  static final class BaseUrlConverter implements CommandLine.ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!LinkCheckRequest.isBaseUrl(value)) {
        throw new CommandLine.TypeConversionException("'" + value + "': https://www.example.go.th");
      }
      return value;
    }
  }

  static final class AliasConverter implements CommandLine.ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!LinkCheckRequest.isAlias(value)) {
        throw new CommandLine.TypeConversionException("'" + value + "': example.go.th");
      }
      return value;
    }
  }

  @Option(names = "--external")
  boolean external;

  @Mixin final NetworkOptions networkOptions = new NetworkOptions();

  CheckCommand(Main.Surroundings around) {
    super(around, "check");
  }

  @Override
  public Integer call() throws IOException {
    if (fix || dryRun) {
      return mend();
    }
    Optional<Path> folder = linksOnly && options.site == null ? Optional.empty() : findSiteFolder();
    if (folder.isPresent()) {
      note(folder.get(), isPlain());
    }
    Optional<SiteConfig> config = config(folder);
    config.ifPresent(this::use);
    if (ita != null) {
      return checkScores(config);
    }
    Path target =
        path != null
            ? around.folder().resolve(path).normalize()
            : Workshop.shownFolder(folder.orElseGet(this::siteFolder));
    boolean oneFile = Files.isRegularFile(target);
    if (!oneFile && !Files.isDirectory(target)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "ไม่พบ " + target + " ที่จะตรวจ",
                  "there is nothing to check at " + target)
              .at(Source.of(path == null ? "public" : path.toString()))
              .hint(
                  "สร้างเว็บไซต์ก่อนด้วย oit build หรือระบุโฟลเดอร์ที่จะตรวจ",
                  "build the site first with 'oit build', or name the folder to check"));
    }
    Path tree =
        root != null
            ? around.folder().resolve(root).normalize()
            : oneFile ? target.getParent() : target;
    if (oneFile && !target.startsWith(tree)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  target + " ไม่ได้อยู่ใน --root " + tree,
                  target + " does not lie in --root " + tree)
              .at(Source.of(path.toString())));
    }
    List<Pattern> ignored = new ArrayList<>(ignore);
    config.ifPresent(read -> ignored.addAll(read.checks().ignore()));
    List<String> names = new ArrayList<>(aliases);
    config.ifPresent(read -> names.addAll(read.aliases()));
    LinkPolicy policy =
        policy(config.map(read -> Workshop.policy(read.checks().links())).orElse(LinkPolicy.USUAL));
    Baseline baseline = baselines.read(around.folder(), options.today);
    Optional<Changes> changes =
        Optional.ofNullable(onlyChanged)
            .map(since -> Changes.since(since, folder.orElse(tree), "git"));
    // The gate is for a whole site of ours; a tree named by itself has one only with --site.
    Optional<Catalog> catalog =
        linksOnly || oneFile || folder.isEmpty()
            ? Optional.empty()
            : Workshop.assessedCatalog(folder.get(), config.orElseThrow());
    DocumentReader documents = Workshop.documents(remembering(folder));
    StatedYears statedYears = Workshop.statedYears(remembering(folder));
    Function<Origins, CheckRequest> request =
        origins ->
            new CheckRequest(
                tree,
                oneFile ? tree.relativize(target).toString().replace('\\', '/') : null,
                baseUrl != null
                    ? baseUrl
                    : config.map(read -> read.baseUrl().absolute("/")).orElse(null),
                catalog.orElse(null),
                origins,
                names,
                ignored,
                policy,
                config.map(read -> read.checks().thin()).orElse(THIN),
                documents,
                options.jobs,
                config.map(Workshop::waivers).orElse(List.of()),
                options.today,
                config.map(read -> read.assessment().closes()).orElse(null),
                statedYears,
                config.map(read -> read.checks().rules()).orElse(RuleSettings.USUAL));
    try (Outside outside = external ? outside(networkOptions, config, folder) : null;
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      progress.stage("กำลังตรวจลิงก์", "checking links");
      OtherHosts others = others(outside, config, progress);
      Outcome outcome = SiteCheck.run(request.apply(Origins.NONE), others);
      boolean ours =
          folder.isPresent() && tree.equals(Workshop.shownFolder(folder.get())) && !oneFile;
      if (ours && !outcome.findings().isEmpty()) {
        progress.stage("กำลังหาที่มาของแต่ละหน้า", "finding where each page was written");
        Optional<Origins> origins = origins(folder.get(), config.orElseThrow(), workers, documents);
        if (origins.isPresent()) {
          outcome = SiteCheck.run(request.apply(origins.get()), others);
        }
      }
      progress.close();
      writeBaseline(outcome, baselines);
      boolean gate = catalog.isPresent();
      Settled settled =
          settle(
              outcome,
              baselines,
              baseline,
              rule -> !oneFile && (gate || rule.id().startsWith("link/")));
      if (notes().isPresent()) {
        notes().get().reads(tree, true);
        noteSources(folder.orElseThrow(), config.orElseThrow(), baselines);
      }
      Changed seen = changed(settled.outcome(), changes, tree, config);
      return report(
          made(seen.outcome(), catalog.orElse(null), verdict(seen.outcome()), null)
              .with(settled.known(), seen.since()));
    }
  }

  /**
   * Mends what has one right answer in the files of the site, then judges the site as it would be
   * published; {@code public/} stays as it is.
   */
  private int mend() throws IOException {
    if (path != null
        || linksOnly
        || root != null
        || ita != null
        || configFile != null
        || onlyChanged != null
        || external) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "--fix แก้ไฟล์ต้นฉบับของเว็บไซต์ จึงใช้กับ PATH, --links-only, --root, --ita, --config,"
                      + " --only-changed หรือ --external ไม่ได้",
                  "--fix mends the files of a site; it does not go with PATH, --links-only, --root,"
                      + " --ita, --config, --only-changed or --external")
              .at(Source.of("--fix"))
              .hint(
                  "สั่ง oit check --fix ในโฟลเดอร์ของเว็บไซต์ หรือระบุด้วย --site",
                  "run 'oit check --fix' in the folder of the site, or name it with --site"));
    }
    Path folder = siteFolder();
    Baseline baseline = baselines.read(around.folder(), options.today);
    try (RunLock lock = Workshop.lock(folder);
        Workers workers = new Workers(options.jobs);
        Progress progress = progress()) {
      Mending mending = Mending.of(folder, file -> true, () -> Renames.of(folder), slashes(folder));
      if (dryRun) {
        print(mending.diff());
        around.err().print(MendText.planned(mending.mends(), language(), options.quiet));
        return mending.mends().isEmpty() ? 0 : 1;
      }
      mended = mending.apply();
      around.err().print(MendText.done(mended, language()));
      SiteConfig config = Workshop.config(folder);
      use(config);
      Judged judged = judge(folder, config, workers, progress);
      progress.close();
      writeBaseline(judged.outcome(), baselines);
      Settled settled = settle(judged.outcome(), baselines, baseline, rule -> true);
      return report(
          made(
                  settled.outcome(),
                  judged.workshop().site().assessed().map(YearList::catalog).orElse(null),
                  verdict(settled.outcome()),
                  null)
              .with(settled.known(), null));
    }
  }

  /** Whether this site says that a link to a folder needs its slash. */
  static boolean slashes(Path folder) {
    try {
      Tolerance said = Workshop.config(folder).checks().links().slashless();
      return said != null && said != Tolerance.ALLOW;
    } catch (UnusableInput e) {
      return false; // what is wrong with it is told where it is read
    }
  }

  @Override
  JsonReport.Addition addition() {
    return mended == null ? super.addition() : json -> MendText.write(mended, json, language());
  }

  /** Whether the command judges the site that stands in its folder, and nothing else. */
  private boolean isPlain() {
    return path == null
        && root == null
        && !linksOnly
        && configFile == null
        && onlyChanged == null
        && ita == null
        && !external
        && baselines.writeBaseline == null;
  }

  /** Judges the text of a score report, and nothing of the site. */
  private int checkScores(Optional<SiteConfig> config) throws IOException {
    RuleSettings rules = config.map(read -> read.checks().rules()).orElse(RuleSettings.USUAL);
    Path file = around.folder().resolve(ita).normalize();
    List<Finding> findings =
        ScoreText.check(file, ita.toString(), year, config, SchemeReader.bundled());
    Outcome outcome = new Outcome(0, 0, List.of(), rules.apply(findings));
    return report(outcome, null, verdict(outcome), null);
  }

  /** What was asked for on the command line, and the configuration's where nothing was. */
  private LinkPolicy policy(LinkPolicy configured) {
    return new LinkPolicy(
        hash == null ? configured.hash() : hash,
        empty == null ? configured.empty() : empty,
        slashless == null ? configured.slashless() : slashless,
        insecure == null ? configured.insecure() : insecure,
        extensionless || configured.extensionless());
  }

  /** What is left of an outcome when only what changed is asked for. */
  private record Changed(Outcome outcome, Report.Since since) {}

  private static Changed changed(
      Outcome outcome, Optional<Changes> asked, Path tree, Optional<SiteConfig> config) {
    if (asked.isEmpty()) {
      return new Changed(outcome, null);
    }
    Changes changes = asked.get();
    boolean everything =
        changes.touchEverything(config.map(read -> read.assessment().catalog()).orElse(null));
    List<Finding> kept =
        outcome.findings().stream()
            .filter(
                finding ->
                    everything
                        || finding.rule().id().startsWith("baseline/")
                        || changes.concern(finding, tree))
            .toList();
    return new Changed(
        new Outcome(outcome.pages(), outcome.links(), outcome.items(), kept, outcome.waivers()),
        new Report.Since(
            changes.since(), changes.files().size(), outcome.findings().size() - kept.size()));
  }

  /** Where our own tree was written; empty when its sources cannot be read any more. */
  private Optional<Origins> origins(
      Path folder, SiteConfig config, Workers workers, DocumentReader documents) {
    try {
      Workshop workshop = Workshop.open(folder, config, options.today, workers);
      return Optional.of(
          new OriginsOfTree(
              workshop, Workshop.shownFolder(folder), documents, workers, remembers()));
    } catch (UnusableInput e) {
      return Optional.empty();
    }
  }

  private Optional<SiteConfig> config(Optional<Path> folder) {
    if (configFile != null) {
      Path file = around.folder().resolve(configFile);
      return Optional.of(ConfigReader.read(SourceText.read(file, configFile.toString())));
    }
    return folder.map(Workshop::config);
  }

  @Override
  boolean remembers() {
    return !networkOptions.noCache;
  }

  @Override
  boolean joinsTargets() {
    return group;
  }

  @Override
  boolean leavesReport() {
    return !linksOnly && ita == null;
  }
}
