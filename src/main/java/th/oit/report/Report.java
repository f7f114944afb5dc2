package th.oit.report;

import java.util.List;
import th.oit.baseline.KnownFinding;
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
 * @param known findings that somebody put off: shown, but not among those that count; null where no
 *     list of such was asked for
 * @param since which changes were looked at; null when everything was
 * @param unchanged whether nothing was done, since nothing had changed since the same was found
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
    RuleSettings rules,
    List<KnownFinding> known,
    Since since,
    boolean unchanged) {

  /**
   * That only the findings were reported which a change can have caused.
   *
   * @param ref what the files were compared with, such as {@code HEAD}
   * @param files how many files changed
   * @param leftOut how many findings stand elsewhere and do not count here
   */
  public record Since(String ref, int files, int leftOut) {}

  /** A report of everything under the usual rules, with nothing put off. */
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
        RuleSettings.USUAL,
        null,
        null,
        false);
  }

  /** The same report with what was put off, and with the changes that were looked at. */
  public Report with(List<KnownFinding> putOff, Since changes) {
    return new Report(
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
        rules,
        putOff,
        changes,
        unchanged);
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
        waivers,
        rules,
        known,
        since,
        unchanged);
  }

  /** The same, told again by a run that found nothing changed and took so long. */
  public Report again(long millis) {
    return new Report(
        version, command, verdict, pages, links, millis, catalog, items, findings, written, waivers,
        rules, known, since, true);
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** The findings that were put off; none where no list of such was asked for. */
  public List<KnownFinding> putOff() {
    return known == null ? List.of() : known;
  }

  public long passed() {
    return items.stream().filter(item -> item.status() == ItemVerdict.Status.PASS).count();
  }
}
