package th.oit.check.links;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import th.oit.finding.Origins;

/**
 * What to check, and how: begin with {@link #of}, and change what is to differ.
 *
 * <p>Immutable, but for what the visitor does.
 */
public final class LinkCheckRequest {
  final Path root;
  final WebAddress site;
  final List<String> aliases;
  final List<Pattern> ignore;
  final Path only;
  final int jobs;
  final Origins origins;
  final boolean positionsInOutput;
  final PageVisitor visitor;

  private LinkCheckRequest(
      Path root,
      WebAddress site,
      List<String> aliases,
      List<Pattern> ignore,
      Path only,
      int jobs,
      Origins origins,
      boolean positionsInOutput,
      PageVisitor visitor) {
    this.root = root;
    this.site = site;
    this.aliases = aliases;
    this.ignore = ignore;
    this.only = only;
    this.jobs = jobs;
    this.origins = origins;
    this.positionsInOutput = positionsInOutput;
    this.visitor = visitor;
  }

  /** All pages below a root, of a site whose host nobody knows, with as many threads as cores. */
  public static LinkCheckRequest of(Path root) {
    return new LinkCheckRequest(
        Objects.requireNonNull(root, "root"),
        null,
        List.of(),
        List.of(),
        null,
        Runtime.getRuntime().availableProcessors(),
        Origins.NONE,
        false,
        PageVisitor.NONE);
  }

  /**
   * Where the root is served; links to that host, with or without {@code www.} and {@code s} in
   * {@code https}, are links into the tree.
   *
   * @throws IllegalArgumentException when it is no URL over HTTP
   */
  public LinkCheckRequest baseUrl(String url) {
    WebAddress address = WebAddress.parse(url);
    if (address.fault() != null || !address.isWeb()) {
      throw new IllegalArgumentException("not a URL of a site: " + url);
    }
    return new LinkCheckRequest(
        root, address, aliases, ignore, only, jobs, origins, positionsInOutput, visitor);
  }

  /** Other names of the site's host, also in Thai; they count only together with a base URL. */
  public LinkCheckRequest aliases(List<String> hosts) {
    return new LinkCheckRequest(
        root, site, List.copyOf(hosts), ignore, only, jobs, origins, positionsInOutput, visitor);
  }

  /** Links in whose raw value one of these is found are passed over. */
  public LinkCheckRequest ignore(List<Pattern> patterns) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        List.copyOf(patterns),
        only,
        jobs,
        origins,
        positionsInOutput,
        visitor);
  }

  /** Judges the links of this page alone; it must lie below the root. */
  public LinkCheckRequest only(Path page) {
    return new LinkCheckRequest(
        root, site, aliases, ignore, page, jobs, origins, positionsInOutput, visitor);
  }

  public LinkCheckRequest jobs(int threads) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        ignore,
        only,
        Math.max(1, threads),
        origins,
        positionsInOutput,
        visitor);
  }

  /** Names the source of what is found. */
  public LinkCheckRequest origins(Origins knowing) {
    return new LinkCheckRequest(
        root, site, aliases, ignore, only, jobs, knowing, positionsInOutput, visitor);
  }

  /** Where no origin is known, names line and column of the page itself. */
  public LinkCheckRequest positionsInOutput(boolean wanted) {
    return new LinkCheckRequest(root, site, aliases, ignore, only, jobs, origins, wanted, visitor);
  }

  public LinkCheckRequest visitor(PageVisitor seeing) {
    return new LinkCheckRequest(
        root, site, aliases, ignore, only, jobs, origins, positionsInOutput, seeing);
  }
}
