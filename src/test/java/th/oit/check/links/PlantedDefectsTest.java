package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.check.links.PlantedSite.Planted;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.Tolerance;

/**
 * Found is what was planted: not one defect less or more, each at its line and column, on thousands
 * of pages that were written without any knowledge of how they are read.
 */
class PlantedDefectsTest {
  private static final int PAGES = Integer.getInteger("oit.planted", 5000);
  private static final long SEED = Long.getLong("oit.seed", 2567);

  /** As usual, and folders without a slash are to be named. */
  private static final LinkPolicy POLICY =
      new LinkPolicy(Tolerance.WARN, Tolerance.WARN, Tolerance.WARN, Tolerance.ALLOW, false);

  @TempDir Path root;

  @Test
  void findsExactlyWhatWasPlanted() throws IOException {
    List<Planted> planted = PlantedSite.write(root, PAGES, SEED);
    assertTrue(planted.size() > 3 * PAGES, planted.size() + " planted");
    LinkCheckResult result =
        LinkCheck.run(
            LinkCheckRequest.of(root)
                .baseUrl(PlantedSite.URL)
                .aliases(List.of(PlantedSite.ALIAS))
                .policy(POLICY)
                .positionsInOutput(true));
    List<String> expected = sorted(planted.stream().map(Planted::toString).toList());
    List<String> found = sorted(result.findings().stream().map(PlantedDefectsTest::said).toList());
    if (!expected.equals(found)) {
      assertEquals(
          "",
          differences(expected, found, "planted, not found: ")
              + differences(found, expected, "found, not planted: "));
    }
    assertEquals(expected.size(), found.size());
  }

  @Test
  void plantsSomethingForEveryRuleAboutLinks() {
    assertEquals(rules(), PlantedSite.rules());
  }

  /** Every rule about links that the check has. */
  private static Set<String> rules() {
    Set<String> rules = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      if (rule.id().startsWith("link/")) {
        rules.add(rule.id());
      }
    }
    return rules;
  }

  private static String said(Finding finding) {
    Source source = finding.source();
    assertEquals(finding.page(), source.file());
    return new Planted(
            finding.page(), source.line(), source.column(), finding.rule().id(), finding.target())
        .toString();
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    sorted.sort(null);
    return sorted;
  }

  /** The first of the lines that only one of two sorted lists has. */
  private static String differences(List<String> these, List<String> those, String what) {
    List<String> left = new ArrayList<>(those);
    StringBuilder out = new StringBuilder();
    int count = 0;
    for (String line : these) {
      if (!left.remove(line) && ++count <= 20) {
        out.append('\n').append(what).append(line);
      }
    }
    return out.toString();
  }
}
