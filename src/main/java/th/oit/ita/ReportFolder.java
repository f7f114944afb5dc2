package th.oit.ita;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.catalog.Catalog;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.CsvReader;
import th.oit.source.DataTable;
import th.oit.source.SourceText;
import th.oit.source.XlsxReader;
import th.oit.text.FiscalYear;

/**
 * Reads all score reports of a site: every {@code content/ita/YEAR.yml}, by the rules in {@code
 * content/ita/rules.yml} where the site has its own. Thread-safe.
 */
public final class ReportFolder {
  private static final String CONTENT = "content/";

  /** The folder of the reports below {@code content/}, with its slash. */
  public static final String FOLDER = "ita/";

  private static final Pattern NAME = Pattern.compile("ita/([^/]+)\\.ya?ml");
  private static final String RULES = "rules";

  private final Map<String, Path> files;
  private final Function<FiscalYear, Optional<Catalog>> catalogs;
  private final Findings findings = new Findings();

  private ReportFolder(Map<String, Path> files, Function<FiscalYear, Optional<Catalog>> catalogs) {
    this.files = files;
    this.catalogs = catalogs;
  }

  /**
   * Reads the reports.
   *
   * @param files the files of the site by their paths relative to {@code content/}
   * @param catalogs the list of a year, where there is one
   * @return the newest year first
   * @throws UnusableInput with everything in them that cannot be used
   */
  public static List<YearReport> read(
      Map<String, Path> files, Function<FiscalYear, Optional<Catalog>> catalogs) {
    return new ReportFolder(files, catalogs).reports();
  }

  private List<YearReport> reports() {
    List<Scheme> schemes = null;
    List<YearReport> reports = new ArrayList<>();
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      Matcher name = NAME.matcher(entry.getKey());
      if (!name.matches() || name.group(1).equals(RULES)) {
        continue;
      }
      if (schemes == null) {
        schemes = schemes();
      }
      String file = CONTENT + entry.getKey();
      try {
        reports.add(report(entry.getValue(), file, name.group(1), schemes));
      } catch (UnusableInput e) {
        findings.addAll(e.findings());
      }
    }
    if (!findings.isEmpty()) {
      throw new UnusableInput(findings.sorted());
    }
    reports.sort(Comparator.comparing(YearReport::year).reversed());
    return List.copyOf(reports);
  }

  private List<Scheme> schemes() {
    Path own = files.get(FOLDER + RULES + ".yml");
    return own == null
        ? SchemeReader.bundled()
        : SchemeReader.read(SourceText.read(own, CONTENT + FOLDER + RULES + ".yml"));
  }

  private YearReport report(Path path, String file, String name, List<Scheme> schemes) {
    Optional<FiscalYear> named =
        name.matches("2\\d{3}") ? FiscalYear.parse(name) : Optional.empty();
    if (named.isEmpty()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_NAME,
                  "ชื่อไฟล์รายงานผล ITA ต้องเป็นปีงบประมาณ พ.ศ.",
                  "a score report is named by its fiscal year")
              .at(Source.of(file))
              .about(name)
              .hint("ตั้งชื่อเช่น content/ita/2566.yml", "name it like content/ita/2566.yml"));
    }
    SourceText source = SourceText.read(path, file);
    ScoreReport report = ScoreReportReader.read(source, (table, sheet) -> open(file, table, sheet));
    if (!report.year().equals(named.get())) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "ชื่อไฟล์บอกปี " + named.get() + " แต่ year: เป็น " + report.year(),
                  "the file is named " + named.get() + ", 'year:' says " + report.year())
              .at(Source.of(file))
              .about(report.year().toString())
              .hint("แก้ year: หรือชื่อไฟล์ให้ตรงกัน", "make both the same year"));
    }
    return YearReport.of(
        report, source, catalogs.apply(report.year()), SchemeReader.of(report.year(), schemes));
  }

  /** A table of scores that lies beside its report. */
  private DataTable open(String report, String table, String sheet) {
    Path path = files.get(FOLDER + table);
    if (path == null) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "ไม่พบตารางคะแนน " + table + " ข้างไฟล์รายงาน",
                  "there is no table of scores " + table + " beside the report")
              .at(Source.of(report))
              .about(table)
              .hint(
                  "วางไฟล์ไว้ใน content/ita/ แล้วเขียนชื่อให้ตรง รวมทั้งตัวพิมพ์เล็กใหญ่",
                  "put the file into content/ita/ and write its name exactly"));
    }
    String file = CONTENT + FOLDER + table;
    return table.endsWith(".xlsx")
        ? XlsxReader.read(path, file, sheet)
        : CsvReader.read(SourceText.read(path, file));
  }
}
