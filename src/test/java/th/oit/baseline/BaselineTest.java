package th.oit.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.finding.Finding;
import th.oit.finding.FindingKey;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.source.SourceText;
import th.oit.text.Language;

class BaselineTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 4, 20);
  private static final Predicate<Rule> EVERYTHING = rule -> true;
  private static final Finding BROKEN =
      Finding.of(Rule.LINK_NOT_FOUND, "ไม่พบ plan.pdf", "no plan.pdf")
          .onPage("oit/2567/o2/index.html")
          .at(new Source("content/oit/2567/o2.md", 12, 5))
          .about("/files/plan.pdf");
  private static final String ENTRY =
      """
      entries:
        - rule: link/not-found
          file: content/oit/2567/o2.md
          target: /files/plan.pdf
          until: 2567-06-30
      """;

  private static Baseline read(String text) {
    return BaselineReader.read(new SourceText("debt.yml", text));
  }

  private static Baseline.Parted part(Baseline baseline, Finding... findings) {
    Findings sorted = new Findings();
    sorted.addAll(List.of(findings));
    return baseline.part(sorted.sorted(), TODAY, EVERYTHING);
  }

  // What an entry covers.

  @Test
  void anOldFaultIsKnownWhereverItsLineMoved() {
    Finding moved = BROKEN.at(new Source("content/oit/2567/o2.md", 99, 1));
    Baseline.Parted parted = part(read(ENTRY + "    reason: รอไฟล์\n"), moved);
    assertEquals(List.of(), parted.open());
    assertEquals(
        List.of(new KnownFinding(moved, LocalDate.of(2024, 6, 30), "รอไฟล์")), parted.known());
  }

  @Test
  void anotherRuleFileOrTargetIsNew() {
    Baseline baseline = read(ENTRY);
    for (Finding other :
        List.of(
            BROKEN.about("/files/plan2.pdf"),
            BROKEN.about(null),
            BROKEN.at(new Source("content/oit/2567/o3.md", 12, 5)),
            Finding.of(Rule.LINK_CASE, "x", "x").at(BROKEN.source()).about(BROKEN.target()))) {
      Baseline.Parted parted = part(baseline, BROKEN, other);
      assertEquals(List.of(other), parted.open());
      assertEquals(1, parted.known().size());
    }
  }

  @Test
  void theSameFaultAtMorePlacesThanThereWereIsNew() {
    Finding second = BROKEN.at(new Source("content/oit/2567/o2.md", 20, 5));
    Finding third = BROKEN.at(new Source("content/oit/2567/o2.md", 30, 5));
    assertEquals(List.of(second), part(read(ENTRY), BROKEN, second).open());
    Baseline twice = read(ENTRY + "    times: 2\n");
    assertEquals(List.of(third), part(twice, BROKEN, second, third).open());
  }

  @Test
  void anEntryForMorePlacesThanAreLeftIsTold() {
    Baseline thrice = read(ENTRY + "    times: 3\n");
    Finding second = BROKEN.at(new Source("content/oit/2567/o2.md", 20, 5));
    Finding told = part(thrice, BROKEN, second).open().get(0);
    assertEquals("debt.yml:2:5 baseline/unused", Refusal.lines(List.of(told)).get(0));
    assertEquals("make it 'times: 2'", told.hint().en());
    assertEquals(2, part(thrice, BROKEN, second).known().size());
  }

  @Test
  void aPlaceThatEveryPageShowsIsOnePlace() {
    Finding elsewhere = BROKEN.onPage("news/index.html");
    assertEquals(2, part(read(ENTRY), BROKEN, elsewhere).known().size());
  }

  @Test
  void aFindingWithoutASourceIsKnownByItsPageAndOneWithoutAPageByItsItem() {
    Finding page = BROKEN.at(null);
    assertEquals(
        1, part(read(ENTRY.replace("content/oit/2567/o2.md", page.page())), page).known().size());
    Finding item = Finding.of(Rule.OIT_MISSING, "ไม่มี", "missing").ofItem("O3");
    Baseline missing = read("entries:\n  - {rule: oit/missing, item: O3, until: 2567-06-30}\n");
    assertEquals(1, part(missing, item).known().size());
    assertEquals(0, part(missing, item.ofItem("O4")).known().size());
  }

  @Test
  void whatCouldNotBeDecidedIsNotPutOff() {
    Finding undecided = BROKEN.as(Severity.UNVERIFIED);
    assertTrue(part(read(ENTRY), undecided).open().contains(undecided));
  }

  // Entries end.

  @ParameterizedTest
  @CsvSource({"2567-04-20, true", "2024-04-20, true", "2567-04-19, false", "2024-04-19, false"})
  void anEntryCountsUntilTheEndOfItsDay(String until, boolean counts) {
    Baseline.Parted parted = part(read(ENTRY.replace("2567-06-30", until)), BROKEN);
    assertEquals(counts ? 1 : 0, parted.known().size());
    assertEquals(
        counts ? List.of() : List.of("baseline/expired", "link/not-found"),
        parted.open().stream().map(finding -> finding.rule().id()).toList());
  }

  @Test
  void anEntryThatEndedIsNamedByItsPlaceInTheFile() {
    Finding expired = part(read(ENTRY.replace("2567-06", "2567-03")), BROKEN).open().get(0);
    assertEquals(new Source("debt.yml", 2, 5), expired.source());
    assertEquals("/files/plan.pdf", expired.target());
    assertFalse(expired.isError());
    assertTrue(expired.message().th().contains("30 มีนาคม 2567"), expired.message().th());
  }

  @Test
  void anEntryThatNothingNeedsIsToldOnceWhetherItEndedOrNot() {
    for (String until : List.of("2567-06-30", "2567-03-30")) {
      List<Finding> open = part(read(ENTRY.replace("2567-06-30", until))).open();
      assertEquals(List.of("debt.yml:2:5 baseline/unused"), Refusal.lines(open));
    }
  }

  @Test
  void anEntryThatThisRunCouldNotMeetIsNotCalledUnused() {
    assertEquals(List.of(), read(ENTRY).part(List.of(), TODAY, rule -> false).open());
    String network = ENTRY.replace("link/not-found", "external/dead");
    assertEquals(List.of(), read(network).part(List.of(), TODAY, EVERYTHING).open());
  }

  // A file that cannot be used.

  @ParameterizedTest
  @CsvSource({
    "'rule: link/not-found', 'rule: link/notfound', debt.yml:2:11 source/value",
    "'rule: link/not-found', 'rule: source/yaml', debt.yml:2:11 source/value",
    "'rule: link/not-found', 'rule: baseline/unused', debt.yml:2:11 source/value",
    "'until: 2567-06-30', 'until: tomorrow', debt.yml:5:12 source/value",
    "'until: 2567-06-30', 'until: 2567-06-31', debt.yml:5:12 source/value",
    "'    until: 2567-06-30', '', debt.yml:2:5 source/missing",
    "'file: content/oit/2567/o2.md', '', debt.yml:2:5 source/missing",
    "'target:', 'targets:', debt.yml:4:5 source/key",
    "'target: /files/plan.pdf', 'target: [a]', debt.yml:4:13 source/value",
    "'target: /files/plan.pdf', 'times: 0', debt.yml:4:12 source/value",
    "'target: /files/plan.pdf', 'times: some', debt.yml:4:12 source/value",
    "'entries:', 'entrys:', debt.yml:1:1 source/missing",
    "'entries:', 'entries: [', debt.yml:2:3 source/yaml",
  })
  void aMisspeltFileIsRefusedWithThePlace(String old, String replacement, String expected) {
    assertTrue(ENTRY.contains(old));
    List<String> lines = Refusal.lines(Refusal.all(() -> read(ENTRY.replace(old, replacement))));
    assertTrue(lines.contains(expected), lines::toString);
  }

  @Test
  void aMisspeltRuleIsRefusedWithTheNearestOne() {
    Finding refused = Refusal.one(() -> read(ENTRY.replace("not-found", "notfound")));
    assertTrue(refused.hint().en().contains("'link/not-found'"), refused.hint().en());
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    String two = ENTRY.replace("until: 2567-06-30", "untl: 2567-06-30");
    assertEquals(
        List.of("debt.yml:2:5 source/missing", "debt.yml:5:5 source/key"),
        Refusal.lines(Refusal.all(() -> read(two))));
  }

  @Test
  void theSameEntryTwiceIsRefused() {
    Finding refused = Refusal.one(() -> read(ENTRY + ENTRY.substring(ENTRY.indexOf('\n') + 1)));
    assertEquals(new Source("debt.yml", 6, 5), refused.source());
    assertTrue(refused.message().en().contains("line 2"), refused.message().en());
  }

  @Test
  void aFileWithoutEntriesCoversNothing() {
    assertEquals(Baseline.NONE, read("entries: []\n"));
  }

  // Writing.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/plan.pdf",
        "แผน ปี ๒๕๖๗.pdf",
        "ที่นี่",
        "",
        " a.pdf ",
        "#top",
        "a: b",
        "a #b",
        "it's \"here\"",
        "true",
        "No",
        "null",
        "~",
        "12",
        "2567-01-01",
        "1e3",
        ".5",
        "-",
        "- a",
        "?q=1",
        "&a",
        "*a",
        "!a",
        "%20",
        "@a",
        "`a`",
        "{a}",
        "[1].pdf",
        "a\\b",
        "a\tb\nc",
        "a\u200Bb",
        "\u00A0",
        "gru\u0308n",
        "\uD83D\uDE00",
        "a,b",
        "=",
        "<<",
        "javascript:void(0)"
      })
  void whatIsWrittenIsReadBackToTheLetter(String target) {
    Finding finding = BROKEN.about(target).at(Source.of("content/ไฟล์ ก: ข.md"));
    Finding page = Finding.of(Rule.OIT_MISSING, "ไม่\nมี", "mis\nsing").ofItem("O3");
    LocalDate until = LocalDate.of(2024, 6, 30);
    String text =
        BaselineText.of(List.of(page, finding), Baseline.NONE, TODAY, until, "รอ: #1", Language.TH);
    List<Baseline.Entry> entries = read(text).entries();
    assertEquals(
        List.of(FindingKey.of(page), FindingKey.of(finding)),
        entries.stream().map(Baseline.Entry::key).toList(),
        text);
    assertEquals(until, entries.get(1).until());
    assertEquals("รอ: #1", entries.get(1).reason());
  }

  @Test
  void theFileIsOneThatAWebmasterCanRead() {
    String text =
        BaselineText.of(
            List.of(BROKEN, BROKEN.at(new Source(BROKEN.source().file(), 40, 2))),
            Baseline.NONE,
            TODAY,
            LocalDate.of(2024, 6, 30),
            null,
            Language.TH);
    assertEquals(
        """
        entries:
          # ไม่พบ plan.pdf
          - rule: link/not-found
            file: content/oit/2567/o2.md
            target: /files/plan.pdf
            times: 2
            until: 2567-06-30
        """,
        text.replaceAll("(?m)^#.*\n", ""));
  }

  @Test
  void writingAgainKeepsDatesAndReasonsAndLeavesOutWhatIsMended() {
    Baseline former =
        read(
            """
            entries:
              - {rule: link/not-found, file: content/oit/2567/o2.md, target: /files/plan.pdf, until: 2567-05-01, reason: เก่า}
              - {rule: link/case, file: content/oit/2567/o2.md, target: A.pdf, until: 2567-04-01, reason: เลย}
              - {rule: link/case, file: content/oit/2567/o2.md, target: B.pdf, until: 2567-09-01}
            """);
    Finding over = Finding.of(Rule.LINK_CASE, "x", "x").at(BROKEN.source()).about("A.pdf");
    Finding fresh = over.about("C.pdf");
    List<Baseline.Entry> entries =
        read(BaselineText.of(
                List.of(BROKEN, over, fresh),
                former,
                TODAY,
                LocalDate.of(2024, 6, 30),
                "ใหม่",
                Language.EN))
            .entries();
    assertEquals(
        List.of("2024-05-01 เก่า", "2024-06-30 เลย", "2024-06-30 ใหม่"),
        entries.stream().map(entry -> entry.until() + " " + entry.reason()).toList());
  }

  @Test
  void whatKeepsASiteFromBeingMadeIsNotWritten() {
    Finding unreadable = Finding.of(Rule.SOURCE_YAML, "x", "x").at(BROKEN.source());
    assertEquals(0, BaselineText.entries(List.of(unreadable)));
    assertTrue(
        BaselineText.of(List.of(unreadable), Baseline.NONE, TODAY, TODAY, null, Language.EN)
            .endsWith("entries: []\n"));
  }

  @Test
  void keysOfDifferentFindingsNeverLookTheSame() {
    List<Finding> findings =
        List.of(
            BROKEN,
            BROKEN.about(null),
            BROKEN.about("a|b"),
            BROKEN.about("a\\u007cb"),
            BROKEN.at(Source.of("x|y")).about("z"),
            BROKEN.at(Source.of("x")).about("y|z"),
            BROKEN.at(null).onPage(null).ofItem("O2"),
            BROKEN.at(null).onPage("O2"));
    assertEquals(
        findings.size(),
        findings.stream().map(finding -> FindingKey.of(finding).toString()).distinct().count());
  }
}
