package th.oit.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import th.oit.audit.Audit;
import th.oit.audit.AuditReport;
import th.oit.audit.AuditRequest;
import th.oit.audit.AuditResult;
import th.oit.audit.Comparison;
import th.oit.audit.Limits;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.check.CheckRequest;
import th.oit.check.OtherHosts;
import th.oit.check.links.LinkPolicy;
import th.oit.check.links.WebAddress;
import th.oit.config.SiteConfig;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.network.NetworkSettings;
import th.oit.report.JsonReport;
import th.oit.report.MarkdownReport;
import th.oit.report.Report;
import th.oit.report.TextReport;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.Language;
import th.oit.text.TimeSpan;

/**
 * Judges a live site over the network: all of it, or exactly the URLs of an answer sheet.
 *
 * <p>The site's own configuration counts where the audited site is that one: its address is asked
 * for, or its copy on this machine, or the folder is named with {@code --site}.
 */
@Command(name = "audit", sortOptions = false)
final class AuditCommand extends SiteCommand {
  private static final int THIN = 80;
  private static final long MOST_FILE_BYTES = 100_000_000;

  @Parameters(index = "0", paramLabel = "URL", descriptionKey = "url")
  String url;

  @Option(names = "--answers", paramLabel = "FILE")
  Path answers;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "audit-year")
  String year;

  @Option(names = "--links-only")
  boolean linksOnly;

  @Option(names = "--stands-for", paramLabel = "URL")
  String standsFor;

  @Option(names = "--alias", paramLabel = "HOST")
  List<String> aliases = new ArrayList<>();

  @Option(names = "--ignore", paramLabel = "REGEX")
  List<Pattern> ignore = new ArrayList<>();

  @Option(names = "--max-pages", paramLabel = "N", converter = CountConverter.class)
  int maxPages = Limits.USUAL.pages();

  @Option(names = "--max-depth", paramLabel = "N", converter = CountConverter.class)
  int maxDepth = Limits.USUAL.depth();

  @Option(names = "--external")
  boolean external;

  @Option(names = "--pause", paramLabel = "TIME", converter = PauseConverter.class)
  Duration pause;

  @Option(names = "--group")
  boolean group;

  @Option(names = "--compare", paramLabel = "FILE")
  Path compare;

  @Option(names = "--save", paramLabel = "FILE")
  Path save;

  @Mixin final NetworkOptions networkOptions = new NetworkOptions();

  private boolean ours;
  private AuditReport report;

  AuditCommand(Main.Surroundings around) {
    super(around, "audit");
  }

  @Override
  public Integer call() throws IOException {
    WebAddress address = address(url, "URL");
    WebAddress known = standsFor == null ? null : address(standsFor, "--stands-for");
    Optional<Path> folder = findSiteFolder();
    Optional<SiteConfig> config = Optional.empty();
    if (folder.isPresent()) {
      SiteConfig read = Workshop.config(folder.get());
      WebAddress base = WebAddress.parse(read.baseUrl().absolute("/"));
      boolean copy = known == null && isThisMachine(address.host());
      ours = options.site != null || copy || isSame(base, known == null ? address : known);
      if (ours) {
        config = Optional.of(read);
        use(read);
        known = copy && !isSame(base, address) ? base : known;
      }
    }
    // Read before anything is asked: what cannot be compared is known at once.
    SourceText earlier =
        compare == null
            ? null
            : SourceText.read(around.folder().resolve(compare), compare.toString());
    NetworkSettings settings = settings(config, folder);
    Path work = Files.createTempDirectory("oit-audit");
    // Closed from the last to the first: the files are gone before an interrupted program ends.
    try (Outside outside = new Outside(settings);
        Closeable fetched = () -> delete(work);
        Progress progress = progress()) {
      OtherHosts others = external ? others(outside, config, progress) : OtherHosts.NONE;
      AuditResult result =
          Audit.run(
              request(address, known, folder, config, work, others),
              outside.network(),
              said(progress));
      progress.close();
      Comparison comparison =
          earlier == null
              ? null
              : Comparison.of(earlier, result.url(), result.outcome().findings(), language());
      report = new AuditReport(result, options.today, comparison);
      Report.Verdict verdict = verdict(result.outcome());
      if (save != null) {
        String json =
            JsonReport.of(
                made(result.outcome(), result.catalog(), verdict, null), language(), addition());
        write(save, json.getBytes(StandardCharsets.UTF_8));
      }
      return report(result.outcome(), result.catalog(), verdict, null);
    }
  }

  private AuditRequest request(
      WebAddress address,
      WebAddress known,
      Optional<Path> folder,
      Optional<SiteConfig> config,
      Path work,
      OtherHosts others) {
    Catalog ofYear = ofYear(folder, config);
    List<WebAddress> names = new ArrayList<>();
    for (String alias : aliases) {
      names.add(address(alias.contains("://") ? alias : "https://" + alias, "--alias"));
    }
    for (String alias : config.map(SiteConfig::aliases).orElse(List.of())) {
      names.add(address(alias.contains("://") ? alias : "https://" + alias, "aliases"));
    }
    List<Pattern> ignored = new ArrayList<>(ignore);
    config.ifPresent(read -> ignored.addAll(read.checks().ignore()));
    DocumentReader documents = new DocumentReader();
    StatedYears statedYears = Workshop.statedYears(ours ? folder : Optional.empty());
    RuleSettings rules = config.map(read -> read.checks().rules()).orElse(RuleSettings.USUAL);
    return new AuditRequest(
        address,
        known,
        names,
        answers == null ? null : around.folder().resolve(answers),
        answers == null ? null : answers.toString(),
        new Limits(maxPages, maxDepth, Limits.USUAL.files(), Limits.USUAL.bytes()),
        work,
        years -> catalog(ofYear, years, folder, config),
        (tree, catalog) ->
            new CheckRequest(
                tree,
                null,
                (known == null ? address : known).toString(),
                catalog,
                Origins.NONE,
                config.map(SiteConfig::aliases).orElse(List.of()),
                ignored,
                config.map(read -> Workshop.policy(read.checks().links())).orElse(LinkPolicy.USUAL),
                config.map(read -> read.checks().thin()).orElse(THIN),
                documents,
                options.jobs,
                config.map(Workshop::waivers).orElse(List.of()),
                options.today,
                config.map(read -> read.assessment().closes()).orElse(null),
                statedYears,
                rules),
        others,
        documents,
        statedYears,
        rules);
  }

  /** The list of the year that was asked for; null when none was. */
  private Catalog ofYear(Optional<Path> folder, Optional<SiteConfig> config) {
    if (year == null) {
      return null;
    }
    FiscalYear asked =
        FiscalYear.parse(year)
            .orElseThrow(
                () ->
                    refused(
                        "--year",
                        year,
                        "\"" + year + "\" ไม่ใช่ปีงบประมาณ พ.ศ.",
                        "'" + year + "' is not a fiscal year of the Buddhist era",
                        "เขียนเป็น พ.ศ. สี่หลัก เช่น 2567",
                        "write four digits, such as 2567"));
    if (config.isPresent() && asked.equals(config.get().assessment().year())) {
      return Workshop.assessedCatalog(folder.orElseThrow(), config.get()).orElseThrow();
    }
    return CatalogReader.bundled(asked)
        .orElseThrow(
            () ->
                refused(
                    "--year",
                    year,
                    "ไม่มีรายการ OIT ของปี " + asked + " มากับโปรแกรม",
                    "no list of " + asked + " comes with the tool",
                    "ที่มีคือ " + CatalogReader.bundledYears(),
                    "there are " + CatalogReader.bundledYears()));
  }

  /** The list to judge by: of the year asked for, else of our site, else of the pages. */
  private Catalog catalog(
      Catalog ofYear, List<FiscalYear> years, Optional<Path> folder, Optional<SiteConfig> config) {
    if (linksOnly) {
      return null;
    }
    if (ofYear != null) {
      return ofYear;
    }
    if (config.isPresent() && config.get().isAssessed() && (!years.isEmpty() || answers != null)) {
      return Workshop.assessedCatalog(folder.orElseThrow(), config.get()).orElseThrow();
    }
    return years.stream().flatMap(y -> CatalogReader.bundled(y).stream()).findFirst().orElse(null);
  }

  private static UnusableInput refused(
      String where, String about, String th, String en, String hintTh, String hintEn) {
    return new UnusableInput(
        Finding.of(Rule.SOURCE_VALUE, th, en)
            .at(Source.of(where))
            .about(about)
            .hint(hintTh, hintEn));
  }

  private static WebAddress address(String written, String where) {
    String text = written.contains("://") ? written : "https://" + written;
    WebAddress address = WebAddress.parse(text);
    if (address.fault() != null || !address.isWeb()) {
      throw refused(
          where,
          written,
          "\"" + written + "\" ไม่ใช่ที่อยู่เว็บไซต์",
          "'" + written + "' is not the address of a site",
          "เขียนเป็น https://www.example.go.th/",
          "write https://www.example.go.th/");
    }
    return address;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private static boolean isSame(WebAddress one, WebAddress other) {
    return bare(one.host()).equals(bare(other.host())) && one.port() == other.port();
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** Never with earlier answers: an audit tells how the site is now. */
  private NetworkSettings settings(Optional<SiteConfig> config, Optional<Path> folder) {
    NetworkSettings.Builder settings =
        networkOptions
            .settings(around, config, ours ? folder : Optional.empty())
            .with()
            .cacheFile(null)
            .mostFileBytes(MOST_FILE_BYTES);
    return (pause == null ? settings : settings.pause(pause)).build();
  }

  private static Audit.Progress said(Progress progress) {
    progress.stage("กำลังเปิดเว็บไซต์", "opening the site");
    return (asked, waiting) ->
        progress.stage(
            "เปิดแล้ว " + asked + " ที่อยู่ รออีกอย่างน้อย " + waiting,
            asked + " addresses opened, at least " + waiting + " waiting");
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  // The report

  @Override
  boolean joinsTargets() {
    return group;
  }

  @Override
  boolean leavesReport() {
    return ours;
  }

  @Override
  JsonReport.Addition addition() {
    return report == null ? super.addition() : report::writeTo;
  }

  @Override
  String text(Report made) {
    if (report == null) {
      return super.text(made);
    }
    Language language = language();
    boolean ofSheet = answers != null;
    return (ofSheet && !options.quiet ? report.text(language) : "")
        + report.changes(language)
        + TextReport.of(
            made,
            language,
            color(),
            options.quiet || ofSheet,
            this::departmentName,
            report.result().excerpt());
  }

  @Override
  String markdown(Report made) {
    String text = MarkdownReport.of(made, language());
    return report == null ? text : text + report.markdown(language());
  }

  static final class CountConverter implements CommandLine.ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("[1-9]\\d{0,6}")) {
        throw new CommandLine.TypeConversionException("'" + value + "': 1, 2, …");
      }
      return Integer.valueOf(value);
    }
  }

  /** Unlike other times, a pause may be none at all. */
  static final class PauseConverter implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      return TimeSpan.parse(value)
          .orElseThrow(() -> new CommandLine.TypeConversionException("'" + value + "': 500ms, 2s"));
    }
  }
}
