package th.oit.check.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import th.oit.check.links.PageLinks.Kind;
import th.oit.check.links.PageSeen.Link;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Source;
import th.oit.identity.Print;

/**
 * Judges every link of a tree: first the inventory of what stands there, then every page once, in
 * parallel, then what had to wait for the ids of other pages, then the files beside the pages that
 * hold links themselves.
 *
 * <p>The same tree gives the same result, whatever the number of threads.
 */
public final class LinkCheck {
  private final LinkCheckRequest request;
  private final Inventory inventory;
  private final Judge judge;
  private final List<String> pages;
  private final PageResult[] results;
  private final Map<String, UsedFiles.Type> used = new ConcurrentHashMap<>();

  private LinkCheck(LinkCheckRequest request, LiveSite live) throws IOException {
    this.request = request;
    this.inventory = Inventory.of(request.root);
    this.judge =
        new Judge(inventory, request.site, request.aliases, request.ignore, request.policy, live);
    this.pages = request.only == null ? inventory.pages() : List.of(relative(request.only));
    this.results = new PageResult[pages.size()];
  }

  /**
   * Checks a tree.
   *
   * @throws IOException when something in the tree cannot be read
   * @throws IllegalArgumentException when the one page to check lies outside of the root
   */
  public static LinkCheckResult run(LinkCheckRequest request) throws IOException {
    return run(request, null);
  }

  /**
   * Checks what was fetched from a host.
   *
   * @param live what the host has sent for each address; null for a tree as it is
   * @throws IOException when something in the tree cannot be read
   */
  public static LinkCheckResult run(LinkCheckRequest request, LiveSite live) throws IOException {
    try {
      return new LinkCheck(request, live).run();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What is known of a page when it has been read. */
  static final class PageResult {
    private volatile Set<String> ids;
    private LinkMemory.Recalled recalled;
    WebAddress base;
    String[] targets;
    int links;
    List<Waiting> waiting = List.of();
    final List<Problem> problems = new ArrayList<>();
    final List<ExternalLink> externals = new ArrayList<>();

    /** What became of the links the last time, when they need not be judged anew. */
    private Verdict verdict;

    /** The same, noted now; null when nobody wants to know it later. */
    private Map<String, Verdict.Use> paths;

    private final List<Verdict.Waiting> toPlaces = new ArrayList<>(0);
    private final List<Verdict.External> toHosts = new ArrayList<>(0);

    /** Whether the page has the same bytes as at the last check. */
    boolean isAsLastTime() {
      return recalled != null;
    }

    /** Everything that a fragment can name, in document order. */
    Set<String> ids() {
      Set<String> known = ids;
      if (known == null) {
        known = recalled.seen().ids();
        ids = known;
      }
      return known;
    }
  }

  /** A link whose fragment another page must have. */
  private record Waiting(int link, int occurrence, String raw, Resolution resolution) {}

  /**
   * @param link which link of the page; or, when negative, {@code -1 - n} for the n-th repeated id
   */
  record Problem(int link, int occurrence, String raw, Finding finding) {}

  private String relative(Path page) {
    Path root = request.root.toAbsolutePath().normalize();
    Path file = page.toAbsolutePath().normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException(page + " is not below " + request.root);
    }
    StringBuilder path = new StringBuilder();
    for (Path name : root.relativize(file)) {
      path.append(path.length() == 0 ? "" : "/").append(name);
    }
    return path.toString();
  }

  private LinkCheckResult run() throws IOException {
    Map<String, PageResult> known = new HashMap<>(pages.size() * 2);
    if (request.memory != null) {
      request.memory.begin(request.visitor.takes(), judging(), inventory);
    }
    each(this::read);
    for (int i = 0; i < results.length; i++) {
      known.put(pages.get(i), results[i]);
    }
    LinkCheckResult result = new LinkCheckResult(request, inventory, judge, known);
    each((worker, i) -> settle(pages.get(i), results[i], result));
    if (request.memory != null) {
      each((worker, i) -> note(pages.get(i), results[i]));
      request.memory.end();
    }
    Finding[][] findings = new Finding[results.length][];
    each((worker, i) -> findings[i] = findings(worker, pages.get(i), results[i]));

    int links = 0;
    for (int i = 0; i < results.length; i++) {
      links += results[i].links;
      result.add(findings[i], results[i].externals);
    }
    if (request.only == null) {
      inventory.files().stream()
          .filter(UsedFiles::isPicture)
          .forEach(path -> used.putIfAbsent(path, UsedFiles.Type.PICTURE));
    }
    links += new UsedFiles(request, judge, result).judge(used);
    if (request.only == null) {
      result.add(FileNames.findings(inventory, request.origins), List.of());
    }
    result.count(pages.size(), links);
    return result;
  }

  // The pages, in parallel

  /** What one thread keeps between pages: parsers are costly to make, and not to be shared. */
  private static final class Worker {
    private final Map<String, Parser> parsers = new HashMap<>(4);

    Parser parser(String page, boolean positions) {
      String kind = (HtmlFile.ends(page, ".xhtml") ? "xml" : "html") + positions;
      return parsers.computeIfAbsent(
          kind, key -> HtmlFile.parserFor(page).setTrackPosition(positions));
    }
  }

  private interface Step {
    void take(Worker worker, int page);
  }

  private void each(Step step) {
    int threads = Math.min(request.jobs, pages.size());
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          Worker worker = new Worker();
          for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
            step.take(worker, i);
          }
        };
    if (threads <= 1) {
      work.run();
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(work));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading pages", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Document parse(Worker worker, String page, String text, boolean positions) {
    return worker.parser(page, positions).parseInput(text, "");
  }

  private String text(String page) {
    try {
      return HtmlFile.text(request.root.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Worker worker, int index) {
    String page = pages.get(index);
    PageResult result = new PageResult();
    results[index] = result;
    PageSeen found = seen(worker, page, result);
    if (found == null) {
      takeAgain(page, result);
      return;
    }
    result.ids = found.ids();
    result.base = found.base() == null ? null : judge.base(page, found.base());
    result.links = found.links().size();
    Set<String> targets = new TreeSet<>();
    Occurrences occurrences = new Occurrences(found.links());
    for (int i = 0; i < found.links().size(); i++) {
      take(page, found, i, occurrences, result, targets);
    }
    for (int i = 0; i < found.duplicates().size(); i++) {
      String id = found.duplicates().get(i);
      result.problems.add(new Problem(-1 - i, 0, null, Judge.duplicate(id)));
    }
    result.targets = targets.toArray(new String[0]);
  }

  /** By which everything is recognised that decides of a link besides the tree. */
  private String judging() {
    StringBuilder all = new StringBuilder();
    all.append(request.site).append(' ').append(request.aliases).append(' ');
    request.ignore.forEach(
        pattern -> all.append(pattern).append('/').append(pattern.flags()).append(' '));
    return all.append(request.policy).toString();
  }

  /** Takes what became of the links of a page the last time. */
  private void takeAgain(String page, PageResult result) {
    Verdict verdict = result.verdict;
    result.links = verdict.links();
    List<String> targets = new ArrayList<>();
    verdict
        .paths()
        .forEach(
            (path, use) -> {
              if (use.followed()) {
                targets.add(path);
              }
              if (use.type() != null) {
                use(path, use.type());
              }
            });
    Collections.sort(targets);
    result.targets = targets.toArray(new String[0]);
    for (Verdict.External link : verdict.externals()) {
      WebAddress address = judge.judge(link.raw(), page, null).address();
      result.externals.add(
          new ExternalLink(
              page, link.raw(), link.occurrence(), address, link.followed(), link.sent()));
    }
  }

  /** Notes what became of the links of a page, for the next time. */
  private void note(String page, PageResult result) {
    if (result.verdict != null && result.problems.isEmpty()) {
      return;
    }
    boolean clean = result.problems.isEmpty() && result.base == null && result.paths != null;
    request.memory.note(
        page,
        clean ? new Verdict(result.links, result.paths, result.toPlaces, result.toHosts) : null);
  }

  /**
   * What stands in a page: remembered, where its bytes are the same, else parsed.
   *
   * @return null when it is even remembered what became of it
   */
  private PageSeen seen(Worker worker, String page, PageResult result) {
    LinkMemory memory = request.memory;
    if (memory == null) {
      return parsed(worker, page, text(page));
    }
    byte[] bytes = null;
    Print print = request.prints.get(page);
    if (print == null) {
      bytes = bytes(page);
      print = Print.of(bytes);
    }
    LinkMemory.Recalled recalled = memory.recall(page, print);
    if (recalled != null && request.visitor.recall(page, recalled.told())) {
      memory.keep(page);
      result.recalled = recalled;
      result.verdict = recalled.verdict();
      if (result.verdict != null) {
        return null;
      }
      result.paths = new LinkedHashMap<>();
      return recalled.seen();
    }
    result.paths = new LinkedHashMap<>();
    if (bytes == null) {
      bytes = bytes(page);
      print = Print.of(bytes);
    }
    PageSeen seen = parsed(worker, page, HtmlFile.text(bytes, null));
    memory.note(page, print, seen, request.visitor);
    return seen;
  }

  private PageSeen parsed(Worker worker, String page, String text) {
    Document document = parse(worker, page, text, false);
    PageSeen seen = PageSeen.of(PageLinks.of(document));
    request.visitor.visit(page, document);
    return seen;
  }

  private byte[] bytes(String page) {
    try {
      return Files.readAllBytes(request.root.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(
      String page,
      PageSeen found,
      int index,
      Occurrences occurrences,
      PageResult result,
      Set<String> targets) {
    Link link = found.links().get(index);
    String raw = link.raw();
    boolean ignored = raw != null && judge.isIgnored(raw);
    if (raw == null || isBlank(raw)) {
      if (!ignored
          && link.kind() != Kind.REFERENCE
          && link.kind() != Kind.MANIFEST
          && link.kind() != Kind.MAP) {
        empty(link, result, index, occurrences);
      }
      return;
    }
    if (link.kind() == Kind.STYLE_URL && raw.startsWith("#")) {
      return; // a part of a picture in the same page, such as a filter
    }
    if (link.kind() == Kind.MAP) {
      if (!ignored) {
        map(found, index, occurrences, result);
      }
      return;
    }
    boolean followed = link.kind() == Kind.HYPERLINK || link.kind() == Kind.REFRESH;
    Resolution resolution = judge.judge(raw, page, result.base);
    String path = resolution.path();
    if (followed && path != null && !path.equals(page) && HtmlFile.isPage(path)) {
      targets.add(path);
    }
    if (path != null) {
      UsedFiles.Type type = typeOf(path, link.kind());
      if (type != null) {
        use(path, type);
      }
      if (result.paths != null) {
        boolean target = targets.contains(path);
        result.paths.merge(
            path,
            new Verdict.Use(target, type),
            (one, other) ->
                new Verdict.Use(target, precedes(other.type()) ? other.type() : one.type()));
      }
    }
    if (ignored) {
      return;
    }
    if (link.kind() == Kind.HYPERLINK && raw.length() <= 3 && raw.strip().equals("#")) {
      empty(link, result, index, occurrences);
      return;
    }
    if (resolution.notice() != null) {
      problem(result, index, occurrences, raw, resolution.notice());
    }
    if (resolution.problem() != null) {
      problem(result, index, occurrences, raw, resolution.problem());
    } else if (resolution.kind() == Resolution.Kind.EXTERNAL) {
      result.externals.add(
          new ExternalLink(
              page, raw, occurrences.of(index), resolution.address(), followed, link.sent()));
      result.toHosts.add(new Verdict.External(occurrences.of(index), raw, followed, link.sent()));
    } else if (resolution.fragment() != null && path.equals(page)) {
      Finding problem = judge.withFragment(resolution, raw, result.ids()).problem();
      if (problem != null) {
        problem(result, index, occurrences, raw, problem);
      }
    } else if (resolution.fragment() != null) {
      if (result.waiting.isEmpty()) {
        result.waiting = new ArrayList<>();
      }
      result.waiting.add(new Waiting(index, occurrences.of(index), raw, resolution));
      if (result.paths != null) {
        result.toPlaces.add(new Verdict.Waiting(index, occurrences.of(index), raw, path));
      }
    }
  }

  private static void problem(
      PageResult result, int index, Occurrences occurrences, String raw, Finding finding) {
    result.problems.add(new Problem(index, occurrences.of(index), raw, finding));
  }

  private void empty(Link link, PageResult result, int index, Occurrences occurrences) {
    Finding problem = judge.empty(link.kind(), link.element(), link.raw());
    if (problem != null) {
      problem(result, index, occurrences, link.raw(), problem);
    }
  }

  /** As what a file holds links itself; null when it does not. */
  private static UsedFiles.Type typeOf(String path, Kind kind) {
    if (kind == Kind.STYLESHEET || kind == Kind.STYLE_URL && HtmlFile.ends(path, ".css")) {
      return UsedFiles.Type.STYLE_SHEET;
    }
    if (kind == Kind.MANIFEST) {
      return UsedFiles.Type.MANIFEST;
    }
    return UsedFiles.isPicture(path) ? UsedFiles.Type.PICTURE : null;
  }

  /** Whether what is said of a file by this link counts for more than by another. */
  private static boolean precedes(UsedFiles.Type type) {
    return type != null && type != UsedFiles.Type.PICTURE;
  }

  /** Notes a file that holds links itself. */
  private void use(String path, UsedFiles.Type type) {
    if (precedes(type)) {
      used.put(path, type);
    } else {
      used.putIfAbsent(path, type);
    }
  }

  private void map(PageSeen found, int index, Occurrences occurrences, PageResult result) {
    String raw = found.links().get(index).raw();
    String name = raw.substring(raw.indexOf('#') + 1);
    if (!found.maps().contains(name) && !found.ids().contains(name)) {
      problem(result, index, occurrences, raw, Judge.noMap(raw, found.maps()));
    }
  }

  private static boolean isBlank(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Which of several equal links of a page one is; counted when first asked. */
  private static final class Occurrences {
    private final List<Link> links;
    private int[] counted;

    Occurrences(List<Link> links) {
      this.links = links;
    }

    int of(int index) {
      if (counted == null) {
        counted = new int[links.size()];
        Map<String, Integer> seen = new HashMap<>(links.size() * 2);
        for (int i = 0; i < counted.length; i++) {
          counted[i] = seen.merge(String.valueOf(links.get(i).raw()), 1, Integer::sum) - 1;
        }
      }
      return counted[index];
    }
  }

  private void settle(String page, PageResult result, LinkCheckResult all) {
    if (result.verdict != null) {
      for (Verdict.Waiting one : result.verdict.waiting()) {
        if (!all.isAsLastTime(one.path())) {
          Resolution resolution = judge.judge(one.raw(), page, null);
          Finding problem =
              judge.withFragment(resolution, one.raw(), all.ids(one.path())).problem();
          if (problem != null) {
            result.problems.add(new Problem(one.link(), one.occurrence(), one.raw(), problem));
          }
        }
      }
    }
    for (Waiting one : result.waiting) {
      Set<String> ids = all.ids(one.resolution.path());
      Finding problem = judge.withFragment(one.resolution, one.raw, ids).problem();
      if (problem != null) {
        result.problems.add(new Problem(one.link, one.occurrence, one.raw, problem));
      }
    }
    result.waiting = List.of();
  }

  // Where it was written

  private Finding[] findings(Worker worker, String page, PageResult result) {
    Finding[] findings = new Finding[result.problems.size()];
    Positions positions = null;
    for (int i = 0; i < findings.length; i++) {
      Problem problem = result.problems.get(i);
      Source source = origin(page, problem);
      boolean inOutput = source == null && request.positionsInOutput;
      if (inOutput) {
        if (positions == null) {
          String text = text(page);
          positions = new Positions(page, parse(worker, page, text, true), text);
        }
        source = positions.of(problem.link);
      }
      findings[i] = problem.finding.onPage(page).at(source);
      if (inOutput) {
        findings[i] = positions.lines().show(findings[i]);
      }
    }
    return request.positionsInOutput ? once(findings) : findings;
  }

  /**
   * Without what was found again at the same place: of a link that is never closed, browsers make
   * one in every block that follows.
   */
  private static Finding[] once(Finding[] findings) {
    Set<Finding> different = new HashSet<>();
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      boolean placed = finding.source() != null && finding.source().column() > 0;
      if (!placed || different.add(finding)) {
        kept.add(finding);
      }
    }
    return kept.toArray(new Finding[0]);
  }

  private Source origin(String page, Problem problem) {
    if (problem.link < 0) {
      return request.origins.of(page, Origins.page(), 0).orElse(null);
    }
    return problem.raw == null
        ? null
        : request.origins.of(page, Origins.link(problem.raw), problem.occurrence).orElse(null);
  }
}
