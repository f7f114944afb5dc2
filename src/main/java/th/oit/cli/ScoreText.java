package th.oit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.ita.Scheme;
import th.oit.ita.SchemeReader;
import th.oit.ita.ScoreReport;
import th.oit.ita.ScoreReportReader;
import th.oit.ita.ScoreReports;
import th.oit.source.CsvReader;
import th.oit.source.SourceText;
import th.oit.source.WordReader;
import th.oit.source.XlsxReader;
import th.oit.text.FiscalYear;
import th.oit.text.Language;

/** Judges the text of a score report alone, before it is signed or published. */
final class ScoreText {
  private ScoreText() {}

  /**
   * What is wrong in a file: text, Markdown, Word, or the YAML of a report.
   *
   * @param shown the file as the user named it
   * @param year as asked for; null to take it from the text
   * @throws UnusableInput when the file cannot be read, or its year not be told
   */
  static List<Finding> check(
      Path path, String shown, String year, Optional<SiteConfig> config, List<Scheme> schemes) {
    Optional<String> body =
        config.map(read -> read.organization().name().in(Language.TH)).filter(n -> !n.isBlank());
    Optional<FiscalYear> of = Optional.ofNullable(year).flatMap(FiscalYear::parse);
    if (year != null && of.isEmpty()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + year + "\" ไม่ใช่ปีงบประมาณ พ.ศ.",
                  "'" + year + "' is not a fiscal year of the Buddhist era")
              .at(Source.of("--year"))
              .about(year)
              .hint("เขียนเป็น พ.ศ. สี่หลัก เช่น 2567", "write four digits, such as 2567"));
    }
    if (!Files.isRegularFile(path)) {
      throw new UnusableInput(
          Finding.of(Rule.SOURCE_MISSING, "ไม่พบไฟล์ " + shown, "no such file: " + shown)
              .at(Source.of(shown)));
    }
    String name = shown.toLowerCase(Locale.ROOT);
    if (name.endsWith(".docx")) {
      return text(WordReader.read(path, shown), of, schemes, body);
    }
    SourceText text = SourceText.read(path, shown);
    return name.endsWith(".yml") || name.endsWith(".yaml")
        ? report(text, path, schemes, body)
        : text(text, of, schemes, body);
  }

  private static List<Finding> text(
      SourceText text, Optional<FiscalYear> year, List<Scheme> schemes, Optional<String> body) {
    return ScoreReports.check(text, year, CatalogReader::bundled, schemes, body);
  }

  private static List<Finding> report(
      SourceText text, Path path, List<Scheme> schemes, Optional<String> body) {
    Path folder = path.toAbsolutePath().getParent();
    ScoreReport report =
        ScoreReportReader.read(
            text,
            (file, sheet) ->
                file.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? XlsxReader.read(folder.resolve(file), file, sheet)
                    : CsvReader.read(SourceText.read(folder.resolve(file), file)));
    Optional<Catalog> catalog = CatalogReader.bundled(report.year());
    Optional<Scheme> scheme = SchemeReader.of(report.year(), schemes);
    if (catalog.isEmpty() || scheme.isEmpty()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "ไม่มีรายการของปี " + report.year() + " ให้ตรวจเทียบ",
                  "there is no list of " + report.year() + " to check by")
              .at(Source.of(text.file())));
    }
    List<SourceText> prose = new ArrayList<>();
    String own = path.getFileName().toString().replaceFirst("\\.ya?ml$", ".md");
    if (Files.isRegularFile(folder.resolve(own))) {
      prose.add(SourceText.read(folder.resolve(own), text.file().replaceFirst("\\.ya?ml$", ".md")));
    }
    List<Finding> findings =
        new ArrayList<>(ScoreReports.check(report, text, prose, catalog.get(), scheme.get(), body));
    findings.addAll(ScoreReports.checkChart(report, yearsIn(folder)));
    findings.sort(Finding.ORDER);
    return findings;
  }

  /** The years whose reports lie in a folder, by the names of their files. */
  private static Set<FiscalYear> yearsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.ya?ml$", ""))
          .flatMap(name -> FiscalYear.parse(name).stream())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
