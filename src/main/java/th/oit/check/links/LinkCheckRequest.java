package th.oit.check.links;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import th.oit.finding.Origins;
import th.oit.identity.Print;

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
  final LinkPolicy policy;
  final Path only;
  final int jobs;
  final Origins origins;
  final boolean positionsInOutput;
  final PageVisitor visitor;
  final LinkMemory memory;
  final Map<String, Print> prints;

  private LinkCheckRequest(
      Path root,
      WebAddress site,
      List<String> aliases,
      List<Pattern> ignore,
      LinkPolicy policy,
      Path only,
      int jobs,
      Origins origins,
      boolean positionsInOutput,
      PageVisitor visitor,
      LinkMemory memory,
      Map<String, Print> prints) {
    this.root = root;
    this.site = site;
    this.aliases = aliases;
    this.ignore = ignore;
    this.policy = policy;
    this.only = only;
    this.jobs = jobs;
    this.origins = origins;
    this.positionsInOutput = positionsInOutput;
    this.visitor = visitor;
    this.memory = memory;
    this.prints = prints;
  }

  /** All pages below a root, of a site whose host nobody knows, with as many threads as cores. */
  public static LinkCheckRequest of(Path root) {
    return new LinkCheckRequest(
        Objects.requireNonNull(root, "root"),
        null,
        List.of(),
        List.of(),
        LinkPolicy.USUAL,
        null,
        Runtime.getRuntime().availableProcessors(),
        Origins.NONE,
        false,
        PageVisitor.NONE,
        null,
        Map.of());
  }

  /**
   * Where the root is served; links to that host, with or without {@code www.} and {@code s} in
   * {@code https}, are links into the tree.
   *
   * @throws IllegalArgumentException when it is no URL over HTTP
   */
  public LinkCheckRequest baseUrl(String url) {
    if (!isBaseUrl(url)) {
      throw new IllegalArgumentException("not a URL of a site: " + url);
    }
    WebAddress address = WebAddress.parse(url);
    return new LinkCheckRequest(
        root,
        address,
        aliases,
        ignore,
        policy,
        only,
        jobs,
        origins,
        positionsInOutput,
        visitor,
        memory,
        prints);
  }

  /**
   * Other names of the site's host, also in Thai, as {@code example.go.th} or {@code
   * https://example.go.th}, each with and without {@code www.}.
   *
   * @throws IllegalArgumentException when one is no host
   */
  public LinkCheckRequest aliases(List<String> hosts) {
    for (String host : hosts) {
      if (!isAlias(host)) {
        throw new IllegalArgumentException("not a host name: " + host);
      }
    }
    return new LinkCheckRequest(
        root,
        site,
        List.copyOf(hosts),
        ignore,
        policy,
        only,
        jobs,
        origins,
        positionsInOutput,
        visitor,
        memory,
        prints);
  }

  /** Whether a text is an absolute URL over HTTP. */
  public static boolean isBaseUrl(String text) {
    WebAddress address = WebAddress.parse(text);
    return address.fault() == null && address.isWeb();
  }

  /** Whether a text names a host, and no more of a URL than its scheme and port. */
  public static boolean isAlias(String text) {
    WebAddress address = aliasAddress(text);
    return address.fault() == null
        && address.isWeb()
        && address.path().equals("/")
        && address.userinfo() == null
        && address.query() == null
        && address.fragment() == null;
  }

  static WebAddress aliasAddress(String text) {
    return WebAddress.parse(text.contains("://") ? text : "https://" + text);
  }

  /** Links in whose raw value one of these is found are passed over. */
  public LinkCheckRequest ignore(List<Pattern> patterns) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        List.copyOf(patterns),
        policy,
        only,
        jobs,
        origins,
        positionsInOutput,
        visitor,
        memory,
        prints);
  }

  /** What to make of links that reasonable people see differently. */
  public LinkCheckRequest policy(LinkPolicy wanted) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        ignore,
        wanted,
        only,
        jobs,
        origins,
        positionsInOutput,
        visitor,
        memory,
        prints);
  }

  /** Judges the links of this page alone; it must lie below the root. */
  public LinkCheckRequest only(Path page) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        ignore,
        policy,
        page,
        jobs,
        origins,
        positionsInOutput,
        visitor,
        memory,
        prints);
  }

  public LinkCheckRequest jobs(int threads) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        ignore,
        policy,
        only,
        Math.max(1, threads),
        origins,
        positionsInOutput,
        visitor,
        memory,
        prints);
  }

  /** Names the source of what is found. */
  public LinkCheckRequest origins(Origins knowing) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        ignore,
        policy,
        only,
        jobs,
        knowing,
        positionsInOutput,
        visitor,
        memory,
        prints);
  }

  /** Where no origin is known, names line and column of the page itself. */
  public LinkCheckRequest positionsInOutput(boolean wanted) {
    return new LinkCheckRequest(
        root, site, aliases, ignore, policy, only, jobs, origins, wanted, visitor, memory, prints);
  }

  public LinkCheckRequest visitor(PageVisitor seeing) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        ignore,
        policy,
        only,
        jobs,
        origins,
        positionsInOutput,
        seeing,
        memory,
        prints);
  }

  /**
   * Does not parse a page of which it is remembered what stood in the same bytes.
   *
   * @param remembering brought up to date by the check; null to parse everything
   * @param known by which the bytes of files of the tree are recognised that need not be read for
   *     it, by their path
   */
  public LinkCheckRequest memory(LinkMemory remembering, Map<String, Print> known) {
    return new LinkCheckRequest(
        root,
        site,
        aliases,
        ignore,
        policy,
        only,
        jobs,
        origins,
        positionsInOutput,
        visitor,
        remembering,
        known);
  }
}
