package th.oit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Correction;
import th.oit.catalog.Waiver;
import th.oit.check.CheckRequest;
import th.oit.check.OtherHosts;
import th.oit.check.Outcome;
import th.oit.check.SiteCheck;
import th.oit.check.links.LinkMemory;
import th.oit.check.links.LinkPolicy;
import th.oit.config.ConfigReader;
import th.oit.config.SiteConfig;
import th.oit.content.Content;
import th.oit.content.ContentMemory;
import th.oit.content.ContentReader;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.identity.Print;
import th.oit.ita.ReportFolder;
import th.oit.ita.YearReport;
import th.oit.output.RunLock;
import th.oit.output.Staging;
import th.oit.render.Kept;
import th.oit.render.Sink;
import th.oit.render.SiteRenderer;
import th.oit.render.SourceMap;
import th.oit.site.HistoryCheck;
import th.oit.site.Site;
import th.oit.site.SiteBuilder;
import th.oit.site.YearList;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.work.Workers;

/**
 * A site read from its folder and ready to be made.
 *
 * @param folder the folder that holds {@code site-config.yml}
 * @param lists by which the lists of the assessment are recognised that are the site's own
 */
record Workshop(
    Path folder, SiteConfig config, Print lists, Content content, Site site, LocalDate today) {
  private static final String CONFIG = "site-config.yml";

  /** The tool's own folder beside the site, on the same file system as the result. */
  static Path workFolder(Path folder) {
    return folder.resolve(".oit");
  }

  static Path shownFolder(Path folder) {
    return folder.resolve("public");
  }

  /**
   * Takes the lock of the site.
   *
   * @throws UnusableInput when another run holds it
   */
  static RunLock lock(Path folder) throws IOException {
    return RunLock.take(workFolder(folder))
        .orElseThrow(
            () ->
                new UnusableInput(
                    Finding.of(
                            Rule.RUN_LOCKED,
                            "มีคำสั่ง oit อีกคำสั่งหนึ่งกำลังทำงานกับเว็บไซต์นี้",
                            "another run is working on this site")
                        .at(Source.of(".oit/lock"))
                        .hint(
                            "รอให้คำสั่งนั้นเสร็จ แล้วสั่งใหม่",
                            "wait for it to end, then try again")));
  }

  static SiteConfig config(Path folder) {
    return ConfigReader.read(SourceText.read(folder.resolve(CONFIG), CONFIG));
  }

  /**
   * Reads everything that a site is made from.
   *
   * @throws UnusableInput with everything that cannot be used as given
   */
  static Workshop open(Path folder, SiteConfig config, LocalDate today, Workers workers) {
    return open(folder, config, today, workers, null);
  }

  /**
   * Reads what has changed of what a site is made from.
   *
   * @param memory what was read before, and afterwards what was read now; null to read everything
   * @throws UnusableInput with everything that cannot be used as given
   */
  static Workshop open(
      Path folder, SiteConfig config, LocalDate today, Workers workers, ContentMemory memory) {
    Lists lists = catalogs(folder, config);
    Map<FiscalYear, Catalog> catalogs = lists.catalogs();
    Content content = ContentReader.read(folder, workers, memory);
    List<YearReport> reports =
        ReportFolder.read(
            content.files(),
            year -> Optional.ofNullable(catalogs.get(year)).or(() -> CatalogReader.bundled(year)));
    Site site = SiteBuilder.build(config, catalogs, content, reports, today);
    return new Workshop(folder, config, lists.print(), content, site, today);
  }

  /**
   * The lists of all years.
   *
   * @param print of the site's own; those that come with the program change with it
   */
  private record Lists(Map<FiscalYear, Catalog> catalogs, Print print) {}

  /**
   * The assessed year's list: the site's own where it names one; empty when the site is made for no
   * assessment.
   */
  static Optional<Catalog> assessedCatalog(Path folder, SiteConfig config) {
    return Optional.ofNullable(catalogs(folder, config).catalogs().get(config.assessment().year()));
  }

  private static Lists catalogs(Path folder, SiteConfig config) {
    Map<FiscalYear, Catalog> catalogs = new LinkedHashMap<>();
    List<Finding> missing = new ArrayList<>();
    SiteConfig.Assessment assessment = config.assessment();
    Print own = Print.NONE;
    if (assessment.catalog() != null) {
      SourceText text = ownCatalog(folder, assessment);
      own = Print.of(text.text());
      catalogs.put(assessment.year(), ownCatalog(text, assessment));
    }
    for (FiscalYear year : assessment.years()) {
      if (!catalogs.containsKey(year)) {
        Optional<Catalog> bundled = CatalogReader.bundled(year);
        bundled.ifPresent(catalog -> catalogs.put(year, catalog));
        if (bundled.isEmpty()) {
          missing.add(noCatalog(year, config));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new UnusableInput(missing);
    }
    catalogs.computeIfPresent(
        assessment.year(), (year, catalog) -> catalog.corrected(corrections(assessment)));
    return new Lists(catalogs, own);
  }

  private static SourceText ownCatalog(Path folder, SiteConfig.Assessment assessment) {
    Path file = folder.resolve(assessment.catalog());
    if (!Files.isRegularFile(file)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "ไม่พบไฟล์รายการ " + assessment.catalog(),
                  "no such catalogue: " + assessment.catalog())
              .at(assessment.catalogAt())
              .about(assessment.catalog()));
    }
    return SourceText.read(file, assessment.catalog());
  }

  private static Catalog ownCatalog(SourceText text, SiteConfig.Assessment assessment) {
    Catalog own = CatalogReader.read(text);
    if (!own.year().equals(assessment.year())) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "ไฟล์รายการเป็นของปี " + own.year() + " แต่ปีที่ประเมินคือ " + assessment.year(),
                  "the catalogue is of "
                      + own.year()
                      + ", the assessed year is "
                      + assessment.year())
              .at(assessment.catalogAt())
              .about(assessment.catalog()));
    }
    return own;
  }

  private static Finding noCatalog(FiscalYear year, SiteConfig config) {
    String known = CatalogReader.bundledYears().toString();
    return Finding.of(
            Rule.SOURCE_MISSING,
            "ไม่มีรายการ OIT ของปี " + year + " มากับโปรแกรม ที่มีคือ " + known,
            "no list of " + year + " comes with the tool; there are " + known)
        .at(config.assessment().catalogAt())
        .about(year.toString())
        .hint(
            "เพิ่มไฟล์รายการของปีนั้น แล้วระบุใน assessment.catalog",
            "add a catalogue file for that year and name it in assessment.catalog");
  }

  /**
   * Makes the site in the staging folder.
   *
   * @param kept what earlier runs have left; null to make everything
   * @return the way back from what was written to what somebody wrote
   */
  SourceMap make(Staging staging, DocumentReader documents, Workers workers, Kept kept)
      throws IOException {
    Sink sink =
        new Sink() {
          @Override
          public void write(String output, byte[] bytes) {
            staging.write(output, bytes);
          }

          @Override
          public void copy(String output, Path from) {
            staging.copy(output, from);
          }

          @Override
          public void write(String output, byte[] bytes, Print print) {
            staging.write(output, bytes, print);
          }

          @Override
          public void copy(String output, Path from, Print print) {
            staging.copy(output, from, print);
          }

          @Override
          public boolean keep(String output, Print print) {
            return staging.keep(output, print);
          }
        };
    SourceMap origins = render(sink, documents, workers, kept);
    staging.finish();
    return origins;
  }

  /**
   * Shows the site to the public, and leaves in {@code reports/} what a host needs that reads
   * nothing from the site's own folder.
   *
   * @return what was left there
   */
  List<Path> show(Staging staging) throws IOException {
    staging.show();
    if (config.hosting().contains(SiteConfig.Server.NGINX)) {
      Path reports = Files.createDirectories(folder.resolve("reports"));
      String settings = SiteRenderer.hosting(site, List.of()).nginx();
      return List.of(Files.writeString(reports.resolve("nginx.conf"), settings));
    }
    return List.of();
  }

  /** Renders the site into a sink. */
  SourceMap render(Sink sink, DocumentReader documents, Workers workers) {
    return SiteRenderer.render(site, content, folder, documents, Version.line(), workers, sink);
  }

  /**
   * Renders what may have changed since the last time into a sink that {@linkplain Sink#keep keeps}
   * the rest.
   *
   * @param kept what the last rendering has left, which this one brings up to date
   */
  SourceMap render(Sink sink, DocumentReader documents, Workers workers, Kept kept) {
    return SiteRenderer.render(
        site, content, folder, documents, Version.line(), workers, sink, lists, kept);
  }

  /**
   * Judges what stands in the staging folder as the public would meet it.
   *
   * @param memory what was found in its pages the last time; null to parse every page
   * @param prints by which files of the folder are recognised that nobody touched since
   */
  Outcome judge(
      Path root,
      SourceMap origins,
      DocumentReader documents,
      StatedYears statedYears,
      int jobs,
      OtherHosts others,
      LinkMemory memory,
      Map<String, Print> prints)
      throws IOException {
    Outcome outcome =
        judge(root, origins, documents, statedYears, jobs, others, memory, prints, () -> false);
    statedYears.save();
    documents.save();
    return outcome;
  }

  /**
   * Judges what stands in a folder, and keeps nothing for later runs.
   *
   * @param memory what was found in its pages the last time; null to parse every page
   * @param prints by which files of the folder are recognised that nobody touched since
   * @param stopped whether nobody wants to know any more
   * @throws java.util.concurrent.CancellationException when it was stopped
   */
  Outcome judge(
      Path root,
      SourceMap origins,
      DocumentReader documents,
      StatedYears statedYears,
      int jobs,
      OtherHosts others,
      LinkMemory memory,
      Map<String, Print> prints,
      BooleanSupplier stopped)
      throws IOException {
    Outcome outcome =
        SiteCheck.run(
            new CheckRequest(
                root,
                null,
                config.baseUrl().absolute("/"),
                site.assessed().map(YearList::catalog).orElse(null),
                origins,
                config.aliases(),
                config.checks().ignore(),
                policy(config.checks().links()),
                config.checks().thin(),
                documents,
                jobs,
                waivers(config),
                today,
                config.assessment().closes(),
                statedYears,
                config.checks().rules(),
                memory,
                prints),
            others,
            null,
            stopped);
    List<Finding> written = new ArrayList<>(ReportCheck.judge(site, folder));
    written.addAll(HistoryCheck.judge(site));
    return outcome.with(config.checks().rules().apply(written));
  }

  /** What the office says of such links, and the usual where it says nothing. */
  static LinkPolicy policy(SiteConfig.Links said) {
    LinkPolicy usual = LinkPolicy.USUAL;
    return new LinkPolicy(
        said.hash() == null ? usual.hash() : said.hash(),
        said.empty() == null ? usual.empty() : said.empty(),
        said.slashless() == null ? usual.slashless() : said.slashless(),
        said.insecure() == null ? usual.insecure() : said.insecure(),
        said.extensionless() == null ? usual.extensionless() : said.extensionless());
  }

  /** What earlier runs have read of the years that PDFs name. */
  static StatedYears statedYears(Optional<Path> folder) {
    return StatedYears.remembering(
        folder.map(site -> workFolder(site).resolve("stated-years")).orElse(null));
  }

  /** Tells what files are, with what earlier runs have found out about their text. */
  static DocumentReader documents(Optional<Path> folder) {
    return DocumentReader.remembering(
        folder.map(site -> workFolder(site).resolve("text-layers")).orElse(null));
  }

  /** The elements that the body says are not asked of it for a time. */
  static List<Waiver> waivers(SiteConfig config) {
    return config.assessment().departures().stream()
        .filter(departure -> departure.until() != null)
        .map(
            departure ->
                new Waiver(
                    departure.item(),
                    departure.element(),
                    departure.reason(),
                    departure.until(),
                    departure.at()))
        .toList();
  }

  /** Where the body knows the list of the assessed year better. */
  private static List<Correction> corrections(SiteConfig.Assessment assessment) {
    return assessment.departures().stream()
        .filter(departure -> departure.required() != null)
        .map(
            departure ->
                new Correction(
                    departure.item(),
                    departure.element(),
                    departure.required(),
                    departure.reason(),
                    departure.at()))
        .toList();
  }
}
