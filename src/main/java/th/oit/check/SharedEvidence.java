package th.oit.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.document.DocumentReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

/**
 * Finds one file that is shown as the evidence of two items, under one name or as a copy. Each item
 * is judged for itself, and a file that fits two seldom shows all that either asks for.
 *
 * <p>Only what pages call evidence counts, and only pages of the judged year. Not thread-safe.
 */
final class SharedEvidence {
  private final Path root;
  private final DocumentReader reader;
  private final List<Shown> shown = new ArrayList<>();

  SharedEvidence(Path root, DocumentReader reader) {
    this.root = root;
    this.reader = reader;
  }

  /**
   * A file where an item shows it.
   *
   * @param file in the tree
   * @param at where somebody wrote it; null when nobody knows
   */
  record Shown(String item, String page, String href, String file, Source at) {}

  void add(Shown place) {
    shown.add(place);
  }

  /** One finding for every item after the first that shows the same content. */
  List<Finding> findings() {
    Map<String, List<Shown>> byContent = new LinkedHashMap<>();
    Map<String, String> contents = contents();
    for (Shown place : shown) {
      byContent
          .computeIfAbsent(contents.getOrDefault(place.file, place.file), none -> new ArrayList<>())
          .add(place);
    }
    List<Finding> findings = new ArrayList<>();
    for (List<Shown> places : byContent.values()) {
      Shown first = places.get(0);
      Map<String, Shown> others = new LinkedHashMap<>();
      for (Shown place : places) {
        if (!place.item.equals(first.item)) {
          others.putIfAbsent(place.item, place);
        }
      }
      others.values().forEach(other -> findings.add(finding(first, other)));
    }
    return findings;
  }

  /** What files are recognised by: only those are read that are as long as another one. */
  private Map<String, String> contents() {
    Map<Long, List<String>> bySize = new HashMap<>();
    for (String file : shown.stream().map(Shown::file).distinct().toList()) {
      try {
        long size = reader.read(root.resolve(file)).size();
        if (size > 0) {
          bySize.computeIfAbsent(size, none -> new ArrayList<>()).add(file);
        }
      } catch (IOException e) {
        // that it cannot be read is found elsewhere
      }
    }
    Map<String, String> contents = new HashMap<>();
    for (List<String> files : bySize.values()) {
      for (String file : files.size() > 1 ? files : List.<String>of()) {
        try {
          contents.put(file, reader.content(root.resolve(file)));
        } catch (IOException e) {
          // as above
        }
      }
    }
    return contents;
  }

  private static Finding finding(Shown first, Shown other) {
    boolean copy = !first.file.equals(other.file);
    String place = first.at == null ? first.page : where(first.at);
    return Finding.of(
            Rule.EVIDENCE_SHARED,
            "ไฟล์ "
                + other.href
                + " ของข้อ "
                + other.item
                + (copy ? " มีเนื้อหาเดียวกับไฟล์ " + first.href : " เป็นไฟล์เดียวกับหลักฐาน")
                + " ของข้อ "
                + first.item
                + " ("
                + place
                + ")",
            other.href
                + ", the evidence of "
                + other.item
                + ", is "
                + (copy ? "a copy of " + first.href + ", the evidence of " : "also that of ")
                + first.item
                + " ("
                + place
                + ")")
        .hint(
            "แต่ละข้อถูกตรวจแยกกัน ดูว่าไฟล์นี้แสดงครบทั้งสองข้อ หรือวางไฟล์ของแต่ละข้อเอง",
            "each item is judged for itself: see that the file shows all that both ask for, or give"
                + " each its own")
        .onPage(other.page)
        .ofItem(other.item)
        .about(other.href)
        .at(other.at);
  }

  private static String where(Source source) {
    return source.line() > 0 ? source.file() + ":" + source.line() : source.file();
  }
}
