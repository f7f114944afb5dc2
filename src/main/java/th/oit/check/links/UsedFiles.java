package th.oit.check.links;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import th.oit.check.links.PageLinks.Kind;
import th.oit.check.links.PageLinks.Link;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Source;

/**
 * Judges what stands in the files beside the pages that hold links themselves: style sheets,
 * pictures in SVG, the manifest of a web app. There are few, so they are read one after another,
 * each once.
 */
final class UsedFiles {
  private final LinkCheckRequest request;
  private final Inventory inventory;
  private final Judge judge;
  private final LinkCheckResult result;
  private final Set<String> seen = new HashSet<>();
  private final Deque<Used> open = new ArrayDeque<>();
  private int links;

  /** How a file is to be read; in the order in which they are. */
  enum Type {
    STYLE_SHEET,
    PICTURE,
    MANIFEST
  }

  private record Used(String path, Type type) {}

  UsedFiles(LinkCheckRequest request, Judge judge, LinkCheckResult result) {
    this.request = request;
    this.inventory = result.inventory();
    this.judge = judge;
    this.result = result;
  }

  static boolean isPicture(String path) {
    return HtmlFile.ends(path, ".svg");
  }

  /**
   * Judges these files, and the style sheets that they import in their turn.
   *
   * @return how many links there are in them
   */
  int judge(Map<String, Type> used) throws IOException {
    Map<Type, List<String>> byType = new TreeMap<>();
    new TreeMap<>(used)
        .forEach((path, type) -> byType.computeIfAbsent(type, any -> new ArrayList<>()).add(path));
    byType.forEach((type, paths) -> addAll(paths, type));
    while (!open.isEmpty()) {
      Used file = open.remove();
      String text = HtmlFile.text(request.root.resolve(file.path));
      switch (file.type) {
        case STYLE_SHEET -> read(file.path, text, StyleSheet::urls);
        case MANIFEST -> read(file.path, text, LinkedData::manifest);
        case PICTURE -> picture(file.path, text);
      }
    }
    return links;
  }

  private void addAll(Collection<String> paths, Type type) {
    for (String path : paths) {
      if (inventory.hasFile(path) && seen.add(path)) {
        open.add(new Used(path, type));
      }
    }
  }

  private void addImported(Resolution resolution, Kind kind) {
    String path = resolution.path();
    if (kind == Kind.STYLE_URL && path != null && HtmlFile.ends(path, ".css")) {
      addAll(List.of(path), Type.STYLE_SHEET);
    }
  }

  private interface Reader {
    void read(String text, StyleSheet.Sink sink);
  }

  private void read(String file, String text, Reader reader) {
    List<Finding> findings = new ArrayList<>();
    List<ExternalLink> externals = new ArrayList<>();
    Map<String, Integer> occurrences = new HashMap<>();
    Lines lines = new Lines(text);
    reader.read(
        text,
        (raw, offset) -> {
          if (raw.startsWith("#") || raw.isBlank()) {
            return;
          }
          links++;
          int occurrence = occurrences.merge(raw, 1, Integer::sum) - 1;
          Resolution resolution = judge.judge(raw, file, null);
          addImported(resolution, Kind.STYLE_URL);
          if (judge.isIgnored(raw)) {
            return;
          }
          if (resolution.kind() == Resolution.Kind.EXTERNAL && resolution.problem() == null) {
            externals.add(
                new ExternalLink(file, raw, occurrence, resolution.address(), false, false));
          }
          Finding problem = problem(resolution, raw);
          if (problem != null) {
            findings.add(
                lines.show(placed(problem, file, raw, occurrence, lines.at(file, offset))));
          }
        });
    result.add(findings.toArray(new Finding[0]), externals);
  }

  private void picture(String file, String text) throws IOException {
    // Most pictures hold no link at all, and parsing costs the most.
    if (!text.contains("href") && !text.contains("url(") && !text.contains("@import")) {
      return;
    }
    PageLinks found = PageLinks.of(Parser.xmlParser().parseInput(text, ""));
    List<Finding> findings = new ArrayList<>();
    List<ExternalLink> externals = new ArrayList<>();
    Map<String, Integer> occurrences = new HashMap<>();
    Positions positions = null;
    for (int i = 0; i < found.links.size(); i++) {
      Link link = found.links.get(i);
      String raw = link.raw();
      if (raw == null || raw.isBlank() || raw.startsWith("#")) {
        continue;
      }
      links++;
      int occurrence = occurrences.merge(raw, 1, Integer::sum) - 1;
      Resolution resolution = judge.judge(raw, file, null);
      addImported(resolution, link.kind());
      if (judge.isIgnored(raw)) {
        continue;
      }
      if (resolution.kind() == Resolution.Kind.EXTERNAL && resolution.problem() == null) {
        externals.add(
            new ExternalLink(
                file, raw, occurrence, resolution.address(), link.kind() == Kind.HYPERLINK, false));
      }
      Finding problem = problem(resolution, raw);
      if (problem != null) {
        if (positions == null) {
          Document placed = Parser.xmlParser().setTrackPosition(true).parseInput(text, "");
          positions = new Positions(file, placed, text);
        }
        Finding said = placed(problem, file, raw, occurrence, positions.of(i));
        findings.add(positions.lines().show(said));
      }
    }
    result.add(findings.toArray(new Finding[0]), externals);
  }

  private Finding problem(Resolution resolution, String raw) {
    Resolution whole =
        resolution.problem() == null && resolution.fragment() != null
            ? judge.withFragment(resolution, raw, result.ids(resolution.path()))
            : resolution;
    return whole.problem() == null ? whole.notice() : whole.problem();
  }

  /**
   * The finding at its place. Such a file goes out as it was written, so its lines are those of its
   * source.
   */
  private Finding placed(Finding problem, String file, String raw, int occurrence, Source inFile) {
    Source source = request.origins.of(file, Origins.link(raw), occurrence).orElse(null);
    if (source == null) {
      String origin = request.origins.of(file, Origins.page(), 0).map(Source::file).orElse(file);
      source = new Source(origin, inFile.line(), inFile.column());
    }
    return problem.onPage(file).at(source);
  }
}
