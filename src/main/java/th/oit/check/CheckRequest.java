package th.oit.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import th.oit.catalog.Catalog;
import th.oit.catalog.Waiver;
import th.oit.check.links.LinkMemory;
import th.oit.check.links.LinkPolicy;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.finding.Origins;
import th.oit.finding.RuleSettings;
import th.oit.identity.Print;

/**
 * What to judge, and how.
 *
 * @param root the tree as a server would have it
 * @param only one page, relative to the root, whose links alone are judged; null for all
 * @param baseUrl where the tree will be served; null when nobody knows
 * @param catalog the list for the gate; null to judge only the links
 * @param origins the way back to what somebody wrote; {@link Origins#NONE} for trees that no one
 *     here made, whose findings then name the place in the HTML
 * @param aliases other names of the host, also when nobody knows where the tree will be served
 * @param ignore links that are passed over, matched in the link as written
 * @param policy what to make of links that reasonable people see differently
 * @param thin how many letters of text an item's page must have
 * @param waivers which elements the body says are not asked of it
 * @param today the day for which is judged
 * @param closes the last day of the assessment's window; null when not known
 * @param statedYears the years that PDFs name
 * @param rules the rules that are weighed otherwise
 * @param memory what was found in pages the last time; null to parse every page
 * @param prints by which the bytes of files are recognised that need not be read for it
 */
public record CheckRequest(
    Path root,
    String only,
    String baseUrl,
    Catalog catalog,
    Origins origins,
    List<String> aliases,
    List<Pattern> ignore,
    LinkPolicy policy,
    int thin,
    DocumentReader documents,
    int jobs,
    List<Waiver> waivers,
    LocalDate today,
    LocalDate closes,
    StatedYears statedYears,
    RuleSettings rules,
    LinkMemory memory,
    Map<String, Print> prints) {

  /** Every rule at its usual weight. */
  public CheckRequest(
      Path root,
      String only,
      String baseUrl,
      Catalog catalog,
      Origins origins,
      List<String> aliases,
      List<Pattern> ignore,
      LinkPolicy policy,
      int thin,
      DocumentReader documents,
      int jobs,
      List<Waiver> waivers,
      LocalDate today,
      LocalDate closes,
      StatedYears statedYears) {
    this(
        root,
        only,
        baseUrl,
        catalog,
        origins,
        aliases,
        ignore,
        policy,
        thin,
        documents,
        jobs,
        waivers,
        today,
        closes,
        statedYears,
        RuleSettings.USUAL);
  }

  /** Every page is parsed. */
  public CheckRequest(
      Path root,
      String only,
      String baseUrl,
      Catalog catalog,
      Origins origins,
      List<String> aliases,
      List<Pattern> ignore,
      LinkPolicy policy,
      int thin,
      DocumentReader documents,
      int jobs,
      List<Waiver> waivers,
      LocalDate today,
      LocalDate closes,
      StatedYears statedYears,
      RuleSettings rules) {
    this(
        root,
        only,
        baseUrl,
        catalog,
        origins,
        aliases,
        ignore,
        policy,
        thin,
        documents,
        jobs,
        waivers,
        today,
        closes,
        statedYears,
        rules,
        null,
        Map.of());
  }

  public CheckRequest {
    aliases = List.copyOf(aliases);
    ignore = List.copyOf(ignore);
    waivers = List.copyOf(waivers);
  }
}
