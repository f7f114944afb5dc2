package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import th.oit.finding.Finding;
import th.oit.finding.Rule;

/** Every case of {@code src/test/resources/conformance}: found is what was to be found, exactly. */
class ConformanceTest {
  private static final Path CASES = Path.of("src/test/resources/conformance");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicContainer> findsExactlyWhatEachCaseExpects() throws IOException {
    Map<String, List<DynamicTest>> themes = new TreeMap<>();
    for (Map.Entry<String, ConformanceCase> one : cases().entrySet()) {
      String name = one.getKey();
      String theme = name.substring(0, name.indexOf('/'));
      themes
          .computeIfAbsent(theme, key -> new ArrayList<>())
          .add(dynamicTest(name + ": " + one.getValue().says(), () -> check(name, one.getValue())));
    }
    return themes.entrySet().stream()
        .map(theme -> dynamicContainer(theme.getKey(), theme.getValue()));
  }

  private void check(String name, ConformanceCase one) throws IOException {
    Path root = Files.createDirectories(temporary.resolve(name));
    assumeTrue(one.write(root), "this file system cannot hold the tree");
    LinkCheckResult result = LinkCheck.run(one.request(root));
    assertEquals(
        lines(one.findings()),
        lines(result.findings().stream().map(ConformanceCase::written).sorted().toList()),
        name);
    assertEquals(
        lines(one.externals()),
        lines(result.externals().stream().map(link -> link.address().toString()).sorted().toList()),
        name + ": links to other hosts");
    if (one.links() >= 0) {
      assertEquals(one.links(), result.links(), name + ": links looked at");
    }
    for (Finding finding : result.findings()) {
      assertTrue(!finding.message().th().isBlank() && !finding.message().en().isBlank());
    }
  }

  @Test
  void holdsEnoughCasesAndEnoughThatMustNotBeReported() throws IOException {
    Map<String, ConformanceCase> cases = cases();
    long clean = cases.values().stream().filter(ConformanceCase::isClean).count();
    assertTrue(cases.size() >= 250, () -> cases.size() + " cases");
    assertTrue(clean >= 60, () -> clean + " clean cases");
  }

  @Test
  void saysSomethingDifferentWithEachCase() throws IOException {
    Map<String, Long> sentences =
        cases().values().stream()
            .collect(Collectors.groupingBy(ConformanceCase::says, Collectors.counting()));
    sentences.values().removeIf(count -> count == 1);
    assertEquals(Map.of(), sentences);
  }

  @Test
  void holdsACaseForEveryRuleOfLinks() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (ConformanceCase one : cases().values()) {
      one.findings().forEach(finding -> expected.add(finding.split(" ")[1]));
    }
    expected.remove(Rule.EXTERNAL_INSECURE.id());
    Set<String> rules = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      if (rule.id().startsWith("link/")) {
        rules.add(rule.id());
      }
    }
    assertEquals(rules, expected);
  }

  @Test
  void namesOnlyCasesThatExistWhereItExplainsThem() throws IOException {
    Set<String> cases = cases().keySet();
    Matcher named =
        Pattern.compile("`([a-z]+/[a-z0-9-]+)\\.txt`")
            .matcher(Files.readString(CASES.resolve("README.md")));
    Set<String> missing = new TreeSet<>();
    int count = 0;
    while (named.find()) {
      count++;
      if (!cases.contains(named.group(1))) {
        missing.add(named.group(1));
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(count > 0);
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  /** All cases by theme and name. */
  private static Map<String, ConformanceCase> cases() throws IOException {
    Map<String, ConformanceCase> cases = new TreeMap<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        String theme = file.getParent().getFileName().toString();
        String name = file.getFileName().toString();
        String key = theme + '/' + name.substring(0, name.length() - 4);
        try {
          cases.put(key, ConformanceCase.of(Files.readString(file)));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
      }
    }
    return cases;
  }
}
