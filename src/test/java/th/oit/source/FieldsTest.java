package th.oit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;

class FieldsTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private final Findings findings = new Findings();

  @Test
  void readsEveryType() {
    Fields fields =
        fields(
            """
            text: '  ข้อความ  '
            flag: Yes
            off: false
            whole: ๑๒
            number: 12.5
            thai: ๑๒.๕
            date: 2567-02-29
            choice: dark-blue
            list: [a, b]
            one: a
            inner: {x: 1}
            several: [{x: 1}, {x: 2}]
            """);
    assertEquals(Optional.of("ข้อความ"), fields.text("text"));
    assertEquals(Optional.of(true), fields.flag("flag"));
    assertEquals(Optional.of(false), fields.flag("off"));
    assertEquals(Optional.of(12), fields.integer("whole"));
    assertEquals(Optional.of(12.5), fields.number("number"));
    assertEquals(Optional.of(12.5), fields.number("thai"));
    assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), fields.date("date"));
    assertEquals(Optional.of(Colour.DARK_BLUE), fields.choice("choice", Colour.class));
    assertEquals(List.of("a", "b"), fields.texts("list"));
    assertEquals(List.of("a"), fields.texts("one"));
    assertEquals(Optional.of(1), fields.fields("inner").orElseThrow().integer("x"));
    assertEquals(
        List.of(Optional.of(1), Optional.of(2)),
        fields.list("several").stream().map(each -> each.integer("x")).toList());
    fields.refuseOthers();
    assertTrue(findings.isEmpty(), () -> findings.sorted().toString());
  }

  @Test
  void givesNothingAndNoFindingForWhatIsAbsent() {
    Fields fields = fields("empty:\nother: 1\n");
    assertEquals(Optional.empty(), fields.text("empty"));
    assertEquals(Optional.empty(), fields.date("none"));
    assertEquals(List.of(), fields.list("none"));
    assertFalse(fields.has("empty"));
    assertTrue(fields.has("other"));
    assertTrue(findings.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"a: maybe", "a: 12.5", "a: 2566-02-29", "a: 10 เมษายน 2567", "a: green", "a: RED"})
  void reportsWhereAValueOfTheWrongTypeStands(String yaml) {
    Fields fields = fields(yaml);
    if (yaml.endsWith("maybe")) {
      fields.flag("a");
    } else if (yaml.endsWith("12.5")) {
      fields.integer("a");
    } else if (yaml.contains("256")) {
      fields.date("a");
    } else {
      fields.choice("a", Colour.class);
    }
    Finding finding = one();
    assertEquals(Rule.SOURCE_VALUE, finding.rule());
    assertEquals(new Source("x.yml", 1, 4), finding.source());
    assertEquals(yaml.substring(3), finding.target());
  }

  @Test
  void namesTheChoicesThatThereAre() {
    fields("a: green").choice("a", Colour.class);
    assertTrue(one().message().en().contains("red, dark-blue"), one().message().en());
  }

  @Test
  void reportsAListWhereOneValueIsTaken() {
    assertEquals(Optional.empty(), fields("a: [1, 2]").integer("a"));
    assertEquals(new Source("x.yml", 1, 4), one().source());
  }

  @Test
  void reportsAMappingWhereATextIsTaken() {
    assertEquals(List.of("b"), fields("a: [b, {c: 1}]").texts("a"));
    assertEquals(new Source("x.yml", 1, 8), one().source());
  }

  @Test
  void reportsATextWhereFieldsAreTaken() {
    fields("ok: 1\na: text").fields("a").orElseThrow().text("b");
    assertEquals(new Source("x.yml", 2, 4), one().source());
  }

  @Test
  void reportsARequiredKeyThatIsAbsentAtTheMapping() {
    assertEquals("", fields("\nother: 1").requiredText("title"));
    assertEquals(Rule.SOURCE_MISSING, one().rule());
    assertEquals(new Source("x.yml", 2, 1), one().source());
    assertEquals("title", one().target());
  }

  @Test
  void reportsARequiredKeyThatIsEmptyAtTheKey() {
    assertEquals("", fields("other: 1\ntitle:\n").requiredText("title"));
    assertEquals(new Source("x.yml", 2, 1), one().source());
  }

  @Test
  void reportsTheLineAndColumnOfAnUnknownKeyWithTheNearestKnownOne() {
    Fields fields = fields("title: x\n  \nsumary: y\n");
    fields.text("title");
    fields.text("summary");
    fields.refuseOthers();
    assertEquals(Rule.SOURCE_KEY, one().rule());
    assertEquals(new Source("x.yml", 3, 1), one().source());
    assertEquals("did you mean 'summary'?", one().hint().en());
    assertTrue(one().hint().th().contains("\"summary\""));
  }

  @Test
  void listsTheKnownKeysWhereNoneIsNear() {
    Fields fields = fields("colour: x\n");
    fields.text("title");
    fields.text("date");
    fields.refuseOthers();
    assertEquals("known here: date, title", one().hint().en());
  }

  private Fields fields(String yaml) {
    return Fields.of(YamlReader.read(new SourceText("x.yml", yaml)), findings);
  }

  private Finding one() {
    assertEquals(1, findings.sorted().size(), () -> findings.sorted().toString());
    return findings.sorted().get(0);
  }
}
