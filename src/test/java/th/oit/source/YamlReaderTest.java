package th.oit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

class YamlReaderTest {
  @Test
  void knowsTheLineAndColumnOfEveryKeyAndValue() {
    YamlNode.Mapping top =
        mapping(
            """
            # a remark
            site:
              base_url:  https://www.example.go.th
              ชื่อ: "อบต."
            years: [2567, 2566]
            list:
              - one
              -   id: two
                  name: 'สอง'
            """);
    assertEquals(at(2, 1), top.at());
    assertEquals(at(2, 1), top.entries().get("site").keyAt());
    YamlNode.Mapping site = (YamlNode.Mapping) top.entries().get("site").value();
    assertEquals(at(3, 3), site.at());
    assertEquals(at(3, 3), site.entries().get("base_url").keyAt());
    assertEquals(at(3, 14), site.entries().get("base_url").value().at());
    assertEquals(at(4, 3), site.entries().get("ชื่อ").keyAt());
    assertEquals(at(4, 9), site.entries().get("ชื่อ").value().at());
    YamlNode.Sequence years = (YamlNode.Sequence) top.entries().get("years").value();
    assertEquals(at(5, 8), years.at());
    assertEquals(List.of(at(5, 9), at(5, 15)), years.values().stream().map(YamlNode::at).toList());
    YamlNode.Sequence list = (YamlNode.Sequence) top.entries().get("list").value();
    assertEquals(at(7, 5), list.values().get(0).at());
    YamlNode.Mapping two = (YamlNode.Mapping) list.values().get(1);
    assertEquals(at(8, 7), two.at());
    assertEquals(at(9, 13), two.entries().get("name").value().at());
  }

  @Test
  void countsTheLinesOfTheFileBeforeTheText() {
    YamlNode.Mapping top = (YamlNode.Mapping) YamlReader.read("a: 1\nb: 2\n", "x.md", 1);
    assertEquals(new Source("x.md", 3, 1), top.entries().get("b").keyAt());
    assertEquals(new Source("x.md", 3, 4), top.entries().get("b").value().at());
    Finding finding = Refusal.one(() -> YamlReader.read("a: 1\nb: 'x\n", "x.md", 1));
    assertEquals("x.md", finding.source().file());
    assertTrue(finding.source().line() >= 3, finding.source().toString());
  }

  @Test
  void keepsEveryScalarAsItIsWritten() {
    YamlNode.Mapping top =
        mapping(
            """
            day: 2567-02-29
            phone: 0812345678
            octal: 0o14
            yes: yes
            decimal: 1_000.50
            time: 08:30:00
            exponent: 1e3
            thai: ๒๕๖๗
            quoted: " a "
            block: |
              one
              two
            """);
    assertEquals("2567-02-29", scalar(top, "day").text());
    assertEquals("0812345678", scalar(top, "phone").text());
    assertEquals("0o14", scalar(top, "octal").text());
    assertEquals("yes", scalar(top, "yes").text());
    assertEquals("1_000.50", scalar(top, "decimal").text());
    assertEquals("08:30:00", scalar(top, "time").text());
    assertEquals("1e3", scalar(top, "exponent").text());
    assertEquals("๒๕๖๗", scalar(top, "thai").text());
    assertEquals(" a ", scalar(top, "quoted").text());
    assertEquals("one\ntwo\n", scalar(top, "block").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:", "a: ~", "a: null", "a: ''", "a: '  '"})
  void takesAnEmptyValueForAMissingOne(String yaml) {
    assertTrue(scalar(mapping(yaml), "a").missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a remark\n"})
  void readsNothingAsAnEmptyMapping(String yaml) {
    assertTrue(mapping(yaml).entries().isEmpty());
    assertEquals(at(1, 1), mapping(yaml).at());
  }

  @Test
  void reportsTheLineAndColumnOfARepeatedKey() {
    Finding finding = refused("title: a\nsummary: b\n\ntitle: c\n");
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals(at(4, 1), finding.source());
    assertEquals("title", finding.target());
    assertTrue(finding.message().en().contains("line 1"), finding.message().en());
  }

  @Test
  void reportsARepeatedKeyInsideAMapping() {
    assertEquals(at(3, 5), refused("a:\n  - x: 1\n    x: 2\n").source());
  }

  @Test
  void reportsWhereAQuoteThatIsNeverClosedStands() {
    Finding finding = refused("title: ok\nsummary: \"never closed\nupdated: 2567-01-01\n");
    assertEquals(Rule.SOURCE_YAML, finding.rule());
    assertEquals(at(2, 10), finding.source());
    assertEquals("summary: \"never closed", finding.excerpt());
  }

  @Test
  void reportsTheTabThatIndents() {
    Finding finding = refused("site:\n\tbase_url: x\n");
    assertEquals(at(2, 1), finding.source());
    assertTrue(finding.hint().en().contains("spaces"), finding.hint().en());
    assertTrue(finding.hint().th().contains("แท็บ"), finding.hint().th());
  }

  @Test
  void reportsTheLineThatIsIndentedWrongly() {
    assertEquals(at(3, 2), refused("a:\n  b: 1\n c: 2\n").source());
  }

  @Test
  void reportsTheSecondColonOfALine() {
    Finding finding = refused("ok: 1\nkey: a: b\n");
    assertEquals(at(2, 7), finding.source());
    assertEquals("key: a: b", finding.excerpt());
    assertTrue(finding.hint().en().contains("quote"), finding.hint().en());
  }

  @Test
  void reportsAListThatIsNeverClosed() {
    assertEquals(Rule.SOURCE_YAML, refused("years: [2567, 2566\ntitle: x\n").rule());
  }

  @Test
  void reportsAKeyThatIsNoText() {
    assertEquals(Rule.SOURCE_YAML, refused("? [a, b]\n: c\n").rule());
  }

  @Test
  void reportsTheLineOfACharacterThatYamlDoesNotKnow() {
    Finding finding = refused("title: a\nsummary: one\u000Btwo\n");
    assertEquals(Rule.SOURCE_YAML, finding.rule());
    assertEquals(at(2, 13), finding.source());
    assertFalse(finding.message().en().contains("\u000B"), finding.message().en());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x {b: 1}",
        "a: &x [1]",
        "a: &x 1\nb: *x",
        "&x a: 1",
        "a: 1\nb: *x",
        "a: !!str 1",
        "a: !secret x",
        "--- !site\na: 1",
        "a: !!binary aGk="
      })
  void refusesAnchorsAliasesAndTags(String yaml) {
    assertEquals(Rule.SOURCE_YAML, refused(yaml).rule());
  }

  @Test
  void reportsWhereAnAnchorStands() {
    assertEquals(2, refused("ok: 1\na: &x [1]\nb: *x\n").source().line());
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.SECONDS)
  void refusesAFileThatWouldGrowWithoutBounds() {
    StringBuilder laughs = new StringBuilder("a: &a [\"ฮา\", \"ฮา\"]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      String before = "*" + (char) (c - 1);
      laughs.append(c).append(": &").append(c).append(" [");
      laughs.append(String.join(", ", List.of(before, before, before, before, before)));
      laughs.append("]\n");
    }
    assertEquals(1, refused(laughs.toString()).source().line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n---\nb: 2\n", "a: 1\n...\n---\nb: 2\n", "[]\n---\n[]\n"})
  void refusesMoreThanOneDocument(String yaml) {
    Finding finding = refused(yaml);
    assertEquals(Rule.SOURCE_YAML, finding.rule());
    assertTrue(finding.source().line() >= 2, finding.source().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void refusesVeryDeepNestingInsteadOfOverflowing(String opening) {
    Finding finding = refused(opening.repeat(100_000));
    assertEquals(Rule.SOURCE_YAML, finding.rule());
    assertEquals("x.yml", finding.source().file());
  }

  @Test
  void readsAListAsAWholeFile() {
    YamlNode node = YamlReader.read("- name: ก\n- name: ข\n", "x.yml", 0);
    assertEquals(2, assertInstanceOf(YamlNode.Sequence.class, node).values().size());
  }

  private static Source at(int line, int column) {
    return new Source("x.yml", line, column);
  }

  private static Finding refused(String yaml) {
    return Refusal.one(() -> YamlReader.read(new SourceText("x.yml", yaml)));
  }

  private static YamlNode.Mapping mapping(String yaml) {
    return assertInstanceOf(YamlNode.Mapping.class, YamlReader.read(new SourceText("x.yml", yaml)));
  }

  private static YamlNode.Scalar scalar(YamlNode.Mapping mapping, String key) {
    return assertInstanceOf(YamlNode.Scalar.class, mapping.entries().get(key).value());
  }
}
