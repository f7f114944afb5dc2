package th.oit.report;

import java.util.List;
import th.oit.catalog.Catalog;
import th.oit.catalog.Waiver;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.RuleSettings;
import th.oit.finding.Severity;

/**
 * The result of one command.
 *
 * @param command such as {@code publish}
 * @param catalog the list against which the gate judged; null where none ran
 * @param items empty where no gate ran
 * @param written where the site now stands, for people; null when nothing was written
 * @param waivers which elements the body says are not asked of it, and why
 * @param rules the rules that the site weighs otherwise
 */
public record Report(
    String version,
    String command,
    Verdict verdict,
    int pages,
    int links,
    long elapsedMillis,
    Catalog catalog,
    List<ItemVerdict> items,
    List<Finding> findings,
    String written,
    List<Waiver> waivers,
    RuleSettings rules) {

  /** A report under the usual rules. */
  public Report(
      String version,
      String command,
      Verdict verdict,
      int pages,
      int links,
      long elapsedMillis,
      Catalog catalog,
      List<ItemVerdict> items,
      List<Finding> findings,
      String written,
      List<Waiver> waivers) {
    this(
        version,
        command,
        verdict,
        pages,
        links,
        elapsedMillis,
        catalog,
        items,
        findings,
        written,
        waivers,
        RuleSettings.USUAL);
  }

  /** How it ended. */
  public enum Verdict {
    PASS("pass", 0),
    FAIL("fail", 1),
    /** The input could not be used as given, so nothing was judged. */
    UNUSABLE("unusable", 2);

    private final String id;
    private final int exitCode;

    Verdict(String id, int exitCode) {
      this.id = id;
      this.exitCode = exitCode;
    }

    public String id() {
      return id;
    }

    /** The exit code of a command that ends so. */
    public int exitCode() {
      return exitCode;
    }
  }

  /** The same with other findings. */
  public Report withFindings(List<Finding> other) {
    return new Report(
        version,
        command,
        verdict,
        pages,
        links,
        elapsedMillis,
        catalog,
        items,
        other,
        written,
        waivers);
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  public long passed() {
    return items.stream().filter(item -> item.status() == ItemVerdict.Status.PASS).count();
  }
}
