package th.oit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.config.ConfigReader;
import th.oit.config.SiteConfig;
import th.oit.content.Content;
import th.oit.content.ContentMemory;
import th.oit.content.ContentReader;
import th.oit.ita.ReportFolder;
import th.oit.ita.YearReport;
import th.oit.site.Site;
import th.oit.site.SiteBuilder;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.work.Workers;

/** A small site in a folder, read as the commands read it. */
public record TestSite(Path folder, SiteConfig config, Content content, Site site) {
  /** The shortest configuration, as the text of {@link SiteFiles}. */
  public static final String CONFIG =
      """
      == site-config.yml
      site: {base_url: https://www.example.go.th}
      organization:
        name: องค์การบริหารส่วนตำบลตัวอย่าง
      departments:
        - {id: office, name: สำนักปลัด, phone: 0 0000 0001}
        - {id: finance, name: กองคลัง}
      assessment: {year: 2567}
      """;

  /** The day on which test sites are made. */
  public static final LocalDate TODAY = LocalDate.of(2024, 4, 10);

  private static final Map<FiscalYear, Catalog> CATALOGS = new ConcurrentHashMap<>();

  /** Writes the files of a text into a folder and reads the site. */
  public static TestSite of(Path folder, String files) {
    SiteFiles.write(folder, files);
    return read(folder);
  }

  /** Reads the site that stands in a folder. */
  public static TestSite read(Path folder) {
    return read(folder, null);
  }

  /**
   * Reads what has changed of the site that stands in a folder.
   *
   * @param memory of what was read before; null to read everything
   */
  public static TestSite read(Path folder, ContentMemory memory) {
    SiteConfig config =
        ConfigReader.read(SourceText.read(folder.resolve("site-config.yml"), "site-config.yml"));
    Map<FiscalYear, Catalog> catalogs = new HashMap<>();
    for (FiscalYear year : config.assessment().years()) {
      catalogs.put(
          year, CATALOGS.computeIfAbsent(year, y -> CatalogReader.bundled(y).orElseThrow()));
    }
    try (Workers workers = new Workers(1)) {
      Content content = ContentReader.read(folder, workers, memory);
      List<YearReport> reports =
          ReportFolder.read(
              content.files(),
              year ->
                  Optional.ofNullable(catalogs.get(year)).or(() -> CatalogReader.bundled(year)));
      return new TestSite(
          folder, config, content, SiteBuilder.build(config, catalogs, content, reports, TODAY));
    }
  }
}
