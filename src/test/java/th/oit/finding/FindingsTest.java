package th.oit.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
  @Test
  void givesFindingsBackInOneOrderAndEachOnce() {
    Finding none = Finding.of(Rule.OIT_MISSING, "ก", "a").ofItem("O2");
    Finding first = on("a.html", "x.md", 2, 1, Rule.LINK_CASE);
    Finding second = on("a.html", "x.md", 10, 1, Rule.LINK_NOT_FOUND);
    Finding third = on("a.html", "x.md", 10, 1, Rule.LINK_CASE);
    Finding fourth = on("b.html", "a.md", 1, 1, Rule.LINK_CASE);
    List<Finding> ordered = List.of(none, first, second, third, fourth);
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      List<Finding> shuffled = new ArrayList<>(ordered);
      shuffled.addAll(ordered);
      Collections.shuffle(shuffled, random);
      Findings findings = new Findings();
      findings.addAll(shuffled);
      assertEquals(ordered, findings.sorted());
    }
  }

  @Test
  void knowsWhetherAnErrorIsAmongThem() {
    Findings findings = new Findings();
    assertTrue(findings.isEmpty());
    findings.add(Finding.of(Rule.OIT_STALE, "ก", "a"));
    assertFalse(findings.isEmpty());
    assertFalse(findings.hasErrors());
    findings.add(Finding.of(Rule.OIT_STALE, "ก", "a").as(Severity.ERROR));
    assertTrue(findings.hasErrors());
  }

  @Test
  void writesAPlaceAsEditorsUnderstandIt() {
    assertEquals("a.md:2:3", new Source("a.md", 2, 3).toString());
    assertEquals("a.md:2", new Source("a.md", 2, 0).toString());
    assertEquals("a.md", Source.of("a.md").toString());
  }

  @Test
  void givesEveryRuleItsOwnNameInAFamilyAndSaysItInBothLanguages() {
    Set<String> ids = new HashSet<>();
    for (Rule rule : Rule.values()) {
      assertTrue(ids.add(rule.id()), rule.id());
      assertTrue(rule.id().matches("[a-z]+/[a-z0-9-]+"), rule.id());
      assertTrue(rule.says().th().codePoints().anyMatch(c -> c >= 'ก' && c <= '๛'), rule.id());
      assertFalse(rule.says().en().isBlank(), rule.id());
    }
  }

  /** What scripts rely on: a rule's name never changes and never goes. */
  @Test
  void keepsTheNamesOnWhichScriptsRely() {
    Set<String> ids = new HashSet<>();
    Arrays.stream(Rule.values()).forEach(rule -> ids.add(rule.id()));
    for (String id :
        List.of(
            "link/not-found",
            "link/no-fragment",
            "link/case",
            "link/malformed",
            "link/outside-site",
            "link/local-path",
            "link/empty",
            "link/mailto",
            "link/tel",
            "external/dead",
            "external/redirect",
            "external/insecure",
            "external/login",
            "external/unverified",
            "evidence/missing",
            "evidence/empty",
            "evidence/type",
            "evidence/encrypted",
            "evidence/damaged",
            "evidence/scan-only",
            "evidence/external-host",
            "evidence/shared",
            "evidence/large",
            "oit/missing",
            "oit/draft",
            "oit/thin",
            "oit/element",
            "oit/columns",
            "oit/year",
            "oit/stale",
            "oit/owner",
            "oit/unreachable",
            "oit/unknown-item",
            "oit/duplicate")) {
      assertTrue(ids.contains(id), id);
    }
  }

  private static Finding on(String page, String file, int line, int column, Rule rule) {
    return Finding.of(rule, "ก", "a").onPage(page).at(new Source(file, line, column));
  }
}
