package th.oit.check.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.check.links.LinkCheck.PageResult;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Source;

/**
 * What was found in a tree, and answers about any further link in it.
 *
 * <p>Thread-safe once {@link LinkCheck#run} has returned it. Pages and files are named by their
 * path relative to the root, with {@code /}.
 */
public final class LinkCheckResult {
  private final Path root;
  private final LinkCheckRequest request;
  private final Inventory inventory;
  private final Judge judge;
  private final Map<String, PageResult> pages;
  private final ConcurrentHashMap<String, Set<String>> otherIds = new ConcurrentHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<ExternalLink> externals = new ArrayList<>();
  private int pageCount;
  private int linkCount;

  LinkCheckResult(
      LinkCheckRequest request, Inventory inventory, Judge judge, Map<String, PageResult> pages) {
    this.root = request.root;
    this.request = request;
    this.inventory = inventory;
    this.judge = judge;
    this.pages = pages;
  }

  void add(Finding[] more, List<ExternalLink> moreExternals) {
    findings.addAll(Arrays.asList(more));
    externals.addAll(moreExternals);
  }

  void count(int countedPages, int countedLinks) {
    this.pageCount = countedPages;
    this.linkCount = countedLinks;
  }

  /** How many pages were read. */
  public int pages() {
    return pageCount;
  }

  /**
   * How many links were looked at, the ones of style sheets included, each as often as it stands.
   */
  public int links() {
    return linkCount;
  }

  /** What is wrong, page by page, and in a page as it was met. */
  public List<Finding> findings() {
    return Collections.unmodifiableList(findings);
  }

  /** The links to other hosts, page by page in document order. */
  public List<ExternalLink> externals() {
    return Collections.unmodifiableList(externals);
  }

  /**
   * Where links to other hosts were written, each in the place of the link; null where nobody
   * knows. Asks for all at once, so that each page is read once.
   */
  public List<Source> places(List<ExternalLink> links) {
    List<Source> places = new ArrayList<>(links.size());
    Map<String, Positions> positions = new HashMap<>();
    for (ExternalLink link : links) {
      Optional<Source> known =
          request.origins.of(link.page(), Origins.link(link.raw()), link.occurrence());
      if (known.isPresent()) {
        places.add(known.get());
      } else if (!HtmlFile.isPage(link.page())) {
        places.add(inFile(link));
      } else if (request.positionsInOutput) {
        places.add(
            positions
                .computeIfAbsent(link.page(), this::positions)
                .of(link.raw(), link.occurrence()));
      } else {
        places.add(null);
      }
    }
    return places;
  }

  private Positions positions(String page) {
    try {
      String text = HtmlFile.text(root.resolve(page));
      return new Positions(
          page, HtmlFile.parserFor(page).setTrackPosition(true).parseInput(text, ""), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a file that goes out as it was written, so that its lines are those of its source. */
  private Source inFile(ExternalLink link) {
    String file =
        request.origins.of(link.page(), Origins.page(), 0).map(Source::file).orElse(link.page());
    if (!HtmlFile.ends(link.page(), ".css")) {
      return Source.of(file);
    }
    try {
      String css = HtmlFile.text(root.resolve(link.page()));
      List<Integer> offsets = new ArrayList<>();
      StyleSheet.urls(
          css,
          (raw, offset) -> {
            if (raw.equals(link.raw())) {
              offsets.add(offset);
            }
          });
      return new Lines(css).at(file, offsets.get(link.occurrence()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in the tree. */
  public Inventory inventory() {
    return inventory;
  }

  /** The pages that a person can go to from a page by one link; none for a page not read. */
  public List<String> targets(String page) {
    PageResult known = pages.get(page);
    return known == null ? List.of() : List.of(known.targets);
  }

  /** Whether a page has the same bytes as at the last check. */
  boolean isAsLastTime(String page) {
    PageResult known = pages.get(page);
    return known != null && known.isAsLastTime();
  }

  /** Everything on a page that a fragment can name, in document order; none for other files. */
  public Set<String> ids(String page) {
    PageResult known = pages.get(page);
    if (known != null) {
      return Collections.unmodifiableSet(known.ids());
    }
    if (!HtmlFile.isPage(page) || !inventory.hasFile(page)) {
      return Set.of();
    }
    return otherIds.computeIfAbsent(page, this::readIds);
  }

  private Set<String> readIds(String page) {
    try {
      return PageLinks.of(HtmlFile.parse(root.resolve(page), HtmlFile.parserFor(page))).ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where a link on a page leads, its fragment included, whether or not the page really holds it,
   * and whether or not such links are to be passed over.
   *
   * @param raw the value of the attribute
   */
  public Resolution resolve(String page, String raw) {
    PageResult known = pages.get(page);
    Resolution resolution = judge.judge(raw, page, known == null ? null : known.base);
    return resolution.fragment() == null
        ? resolution
        : judge.withFragment(resolution, raw, ids(resolution.path()));
  }
}
