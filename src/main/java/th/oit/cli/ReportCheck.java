package th.oit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import th.oit.catalog.Item;
import th.oit.content.ContentPage;
import th.oit.finding.Finding;
import th.oit.ita.ScoreReports;
import th.oit.ita.YearReport;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.Language;

/** Judges the score reports that a site shows, by what stands in their files. */
final class ReportCheck {
  /** The topic of the item that asks for the analysis of a result, whatever its number. */
  private static final String TOPIC = "integrity-measures";

  private ReportCheck() {}

  /** What in the reports contradicts itself; errors in the one that an item needs concern it. */
  static List<Finding> judge(Site site, Path folder) {
    Optional<String> body =
        Optional.of(site.config().organization().name().in(Language.TH)).filter(n -> !n.isBlank());
    Set<FiscalYear> known =
        site.reports().stream()
            .filter(report -> report.total().isPresent())
            .map(YearReport::year)
            .collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    for (YearReport report : site.reports()) {
      Optional<SitePage> page = site.pageOf(report, site.config().language());
      if (page.isEmpty()) {
        continue;
      }
      List<Finding> own =
          new ArrayList<>(
              ScoreReports.check(
                  report.report(),
                  report.source(),
                  prose(page.get().content(), report, folder),
                  report.catalog(),
                  report.scheme(),
                  body));
      own.addAll(ScoreReports.checkChart(report.report(), known));
      Optional<String> item = item(site, report);
      for (Finding finding : own) {
        Finding placed = finding.onPage(page.get().output());
        findings.add(item.map(placed::ofItem).orElse(placed));
      }
    }
    return findings;
  }

  /** The text that belongs to a report; none where nobody wrote one. */
  private static List<SourceText> prose(ContentPage page, YearReport report, Path folder) {
    return page.file().equals(report.report().file())
        ? List.of()
        : List.of(SourceText.read(folder.resolve(page.file()), page.file()));
  }

  /** The item of the assessed year that rests on a report. */
  private static Optional<String> item(Site site, YearReport report) {
    return site.assessed()
        .filter(list -> list.year().equals(report.report().measuresYear()))
        .filter(list -> !report.report().measures().isEmpty())
        .flatMap(
            list ->
                list.catalog().items().stream()
                    .filter(item -> item.topics().contains(TOPIC))
                    .findFirst())
        .map((Item item) -> item.code().toString());
  }
}
