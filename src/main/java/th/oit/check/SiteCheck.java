package th.oit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import th.oit.check.links.LinkCheck;
import th.oit.check.links.LinkCheckRequest;
import th.oit.check.links.LinkCheckResult;
import th.oit.check.links.LiveSite;
import th.oit.check.links.Resolution;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Origins;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.ItemCode;

/** Judges a finished tree: its links, and with a list also its items. */
public final class SiteCheck {
  private static final String HOME = "index.html";

  private SiteCheck() {}

  /**
   * Reads every page once and judges it; opens no socket.
   *
   * @throws IOException when the tree cannot be read
   */
  public static Outcome run(CheckRequest request) throws IOException {
    return run(request, OtherHosts.NONE);
  }

  /**
   * Reads every page once and judges it, the links to other hosts too.
   *
   * @throws IOException when the tree cannot be read
   */
  public static Outcome run(CheckRequest request, OtherHosts others) throws IOException {
    return run(request, others, null);
  }

  /**
   * Judges what was fetched from a host as if it stood in a folder.
   *
   * @param live what the host has sent for each address; null for a tree as it is
   * @throws IOException when the tree cannot be read
   */
  public static Outcome run(CheckRequest request, OtherHosts others, LiveSite live)
      throws IOException {
    return run(request, others, live, () -> false);
  }

  /**
   * Judges as {@link #run(CheckRequest, OtherHosts, LiveSite)}, as long as somebody wants to know.
   *
   * @param stopped asked now and then, by several threads
   * @throws CancellationException when it was stopped
   * @throws IOException when the tree cannot be read
   */
  public static Outcome run(
      CheckRequest request, OtherHosts others, LiveSite live, BooleanSupplier stopped)
      throws IOException {
    Map<String, PageFacts> facts = new ConcurrentHashMap<>();
    LinkCheckRequest links =
        LinkCheckRequest.of(request.root())
            .aliases(request.aliases())
            .ignore(request.ignore())
            .policy(request.policy())
            .jobs(request.jobs())
            .origins(request.origins())
            .positionsInOutput(!request.origins().knowsEveryPage());
    if (request.baseUrl() != null) {
      links = links.baseUrl(request.baseUrl());
    }
    if (request.only() != null) {
      links = links.only(request.root().resolve(request.only()));
    }
    if (request.catalog() != null) {
      String year = request.catalog().year().toString();
      links = links.visitor(new FactsVisitor(year, facts, () -> goOnUnless(stopped)));
    } else {
      links = links.visitor((page, document) -> goOnUnless(stopped));
    }
    if (request.memory() != null && request.only() == null) {
      links = links.memory(request.memory(), request.prints());
    }
    LinkCheckResult result = LinkCheck.run(links, live);
    goOnUnless(stopped);
    List<Finding> ofLinks = new ArrayList<>(result.findings());
    ofLinks.addAll(others.judge(result));
    Findings findings = new Findings();
    if (request.catalog() == null) {
      findings.addAll(ofLinks);
      return new Outcome(
          result.pages(), result.links(), List.of(), request.rules().apply(findings.sorted()));
    }
    for (Finding finding : ofLinks) {
      PageFacts page = finding.page() == null ? null : facts.get(finding.page());
      findings.add(withItem(finding, page, request));
    }
    Map<String, List<String>> outgoing = new HashMap<>();
    facts.keySet().forEach(page -> outgoing.put(page, result.targets(page)));
    Waivers waivers = new Waivers(request.waivers(), request.today());
    List<ItemVerdict> verdicts =
        new Gate(
                request.catalog(),
                HOME,
                facts,
                outgoing,
                new PagesRead(request.root(), facts),
                request.origins(),
                (page, href) -> target(result.resolve(page, href)),
                new Evidence(request.root(), request.documents()),
                new Timeliness(
                    request.catalog().year(),
                    request.today(),
                    request.closes(),
                    request.root(),
                    request.statedYears()),
                request.thin(),
                waivers,
                findings)
            .judge();
    List<Finding> sorted = request.rules().apply(findings.sorted());
    return new Outcome(
        result.pages(),
        result.links(),
        Gate.afterAllChecks(verdicts, sorted),
        sorted,
        waivers.counting(request.catalog()));
  }

  private static void goOnUnless(BooleanSupplier stopped) {
    if (stopped.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  /**
   * A wrong link concerns the item on whose page it stands, unless it was written for all pages at
   * once, in the menu or a template, or the page is of another year than the assessed one.
   */
  private static Finding withItem(Finding finding, PageFacts page, CheckRequest request) {
    if (page == null
        || page.item() == null
        || finding.item() != null
        || !page.isOfYear(request.catalog().year().toString())) {
      return finding;
    }
    Source written = finding.source();
    Source own = request.origins().of(page.page(), Origins.page(), 0).orElse(null);
    if (written != null && own != null && !sameFolder(written.file(), own.file())) {
      return finding;
    }
    return finding.ofItem(
        ItemCode.parse(page.item().code()).map(ItemCode::toString).orElse(page.item().code()));
  }

  private static boolean sameFolder(String one, String other) {
    return one.substring(0, one.lastIndexOf('/') + 1)
        .equals(other.substring(0, other.lastIndexOf('/') + 1));
  }

  private static Targets.Target target(Resolution resolution) {
    if (isUndecided(resolution)) {
      return new Targets.Target(Targets.Target.Kind.UNDECIDED, null, null, true);
    }
    Targets.Target.Kind kind =
        switch (resolution.kind()) {
          case INTERNAL -> Targets.Target.Kind.INTERNAL;
          case EXTERNAL -> Targets.Target.Kind.EXTERNAL;
          case OTHER ->
              resolution.problem() == null
                  ? Targets.Target.Kind.OTHER
                  : Targets.Target.Kind.MALFORMED;
        };
    boolean stands = resolution.problem() == null;
    return new Targets.Target(kind, resolution.path(), resolution.fragment(), stands);
  }

  /** Of this site, but not asked for, or the host gave no answer from which one could tell. */
  private static boolean isUndecided(Resolution resolution) {
    return resolution.kind() == Resolution.Kind.INTERNAL
        && resolution.path() == null
        && (resolution.problem() == null || resolution.problem().severity() != Severity.ERROR);
  }
}
