package th.oit.site;

import java.util.List;
import java.util.Locale;

/** The tables of a score report, each of which goes out as CSV and JSON beside its page. */
public enum ReportData {
  /** Every instrument with its weight. */
  INSTRUMENTS,
  /** Every indicator, by its number. */
  INDICATORS,
  /** The parts of what is disclosed. */
  SUB_INDICATORS,
  /** Questions and items, by issue. */
  QUESTIONS,
  /** The total of every year. */
  YEARS,
  /** What has changed since the year before. */
  CHANGES,
  /** What will be done, by whom and until when. */
  MEASURES,
  /** How far that has come. */
  PROGRESS,
  /** What became of the measures of the year before. */
  LAST_YEAR;

  /** The name of the files and of the table's place on the page. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The path of a file on the site, decoded, without the leading slash. */
  public String output(SitePage page, String extension) {
    return page.path().substring(1) + id() + "." + extension;
  }

  /** All data files that the page of a report may have. */
  static List<String> outputs(SitePage page) {
    return List.of(values()).stream()
        .flatMap(data -> List.of(data.output(page, "csv"), data.output(page, "json")).stream())
        .toList();
  }
}
