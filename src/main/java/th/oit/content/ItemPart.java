package th.oit.content;

import java.time.LocalDate;
import java.util.List;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;

/**
 * What the front matter of an item's page says of the assessment.
 *
 * @param code as written in {@code item:}, or the file's name where that is absent
 * @param folderYear the year of the folder in which the page lies
 * @param year the year of {@code year:}, or the folder's
 * @param supervisor who answers for the item, by position; null when not said
 * @param preparer who writes it, by position; null when not said
 * @param every how often the body renews it, as written; null when the list decides
 * @param periods the fiscal years that the data are of; empty when not said
 */
public record ItemPart(
    String code,
    Source codeAt,
    FiscalYear folderYear,
    FiscalYear year,
    List<FiscalYear> periods,
    String supervisor,
    String preparer,
    String every,
    List<ElementPlaces> elements,
    List<Evidence> evidence) {

  /**
   * The places at which an element is shown.
   *
   * @param id the element's id
   */
  public record ElementPlaces(String id, Source idAt, List<Place> places) {}

  /** A place, as written: {@code #id}, a file beside the page, another page. */
  public record Place(String target, Source at) {}

  /**
   * A file that proves something.
   *
   * @param file as written, relative to the page
   * @param title null when the file's name must do
   * @param date null when not given
   */
  public record Evidence(
      String file, Source at, String title, LocalDate date, List<FiscalYear> periods) {}
}
