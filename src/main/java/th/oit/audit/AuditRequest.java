package th.oit.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import th.oit.catalog.Catalog;
import th.oit.check.CheckRequest;
import th.oit.check.OtherHosts;
import th.oit.check.links.WebAddress;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.finding.RuleSettings;
import th.oit.text.FiscalYear;

/**
 * What to audit, and how.
 *
 * @param url where the site is opened
 * @param knownAs the address under which it is known, when it is audited somewhere else; else null
 * @param aliases other names of its host
 * @param answers the answer sheet; null to go through the whole site
 * @param answersName how the sheet is called in messages
 * @param folder an empty one, on a disk with room for the site
 * @param catalog the list for the years that item pages name, the most frequent first; gives null
 *     where no gate is wanted or there is no list
 * @param others judges the links to other hosts
 * @param rules how what the audit finds besides is weighed
 * @param check how a tree is judged, with this root and list
 */
public record AuditRequest(
    WebAddress url,
    WebAddress knownAs,
    List<WebAddress> aliases,
    Path answers,
    String answersName,
    Limits limits,
    Path folder,
    Function<List<FiscalYear>, Catalog> catalog,
    BiFunction<Path, Catalog, CheckRequest> check,
    OtherHosts others,
    DocumentReader documents,
    StatedYears statedYears,
    RuleSettings rules) {

  public AuditRequest {
    aliases = List.copyOf(aliases);
  }
}
