package th.oit.check.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.check.links.LinkCheck.PageResult;
import th.oit.finding.Finding;

/**
 * What was found in a tree, and answers about any further link in it.
 *
 * <p>Thread-safe once {@link LinkCheck#run} has returned it. Pages and files are named by their
 * path relative to the root, with {@code /}.
 */
public final class LinkCheckResult {
  private final Path root;
  private final Inventory inventory;
  private final Judge judge;
  private final Map<String, PageResult> pages;
  private final ConcurrentHashMap<String, Set<String>> otherIds = new ConcurrentHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<ExternalLink> externals = new ArrayList<>();
  private int pageCount;
  private int linkCount;

  LinkCheckResult(Path root, Inventory inventory, Judge judge, Map<String, PageResult> pages) {
    this.root = root;
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

  /** What stands in the tree. */
  public Inventory inventory() {
    return inventory;
  }

  /** The pages that a person can go to from a page by one link; none for a page not read. */
  public List<String> targets(String page) {
    PageResult known = pages.get(page);
    return known == null ? List.of() : List.of(known.targets);
  }

  /** Everything on a page that a fragment can name, in document order; none for other files. */
  public Set<String> ids(String page) {
    PageResult known = pages.get(page);
    if (known != null) {
      return Collections.unmodifiableSet(known.ids);
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
