package th.oit.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import th.oit.Refusal;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

class CatalogReaderTest {
  private static final String OWN =
      """
      year: 2570
      name: รายการของเรา
      checked_against_manual: true
      confidence: high
      pass_mark: {score: 85, confidence: high}
      instruments:
        - {id: OIT, name: แบบวัด, weight: 100, confidence: high}
      ratings:
        - {name: ผ่านดี, from: 85, every_instrument: 80, confidence: high}
      sources:
        - {file: คู่มือ, what: ทั้งหมด}
      notes: [ก]
      indicators:
        - id: '9'
          name: การเปิดเผยข้อมูล
          sub_indicators:
            - id: '9.1'
              name: ข้อมูลพื้นฐาน
              confidence: medium
              items:
                - id: O1
                  name: โครงสร้าง
                  confidence: high
                  elements_confidence: low
                  source: คู่มือ หน้า 1
                  period: {of: [previous, assessed], text: สองปี}
                  none_allowed: true
                  elements:
                    - id: plan
                      text: แผน
                      kind: table
                      required: false
                      columns:
                        - {id: budget, label: งบประมาณ, also: [วงเงิน], type: money}
      """;

  static List<Catalog> bundled() {
    return CatalogReader.bundledYears().stream()
        .map(year -> CatalogReader.bundled(year).orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2564, 43, 113",
    "2565, 43, 113",
    "2566, 43, 105",
    "2567, 35, 119",
    "2568, 28, 100",
    "2569, 26, 70"
  })
  void bringsTheListsOfSixYears(int year, int items, int elements) {
    Catalog catalog = CatalogReader.bundled(new FiscalYear(year)).orElseThrow();
    assertEquals(new FiscalYear(year), catalog.year());
    assertEquals(items, catalog.items().size());
    assertEquals(elements, catalog.elements().count());
  }

  @Test
  void knowsWhichYearsItBrings() {
    assertEquals(
        List.of(2564, 2565, 2566, 2567, 2568, 2569),
        CatalogReader.bundledYears().stream().map(FiscalYear::number).toList());
    assertEquals(Optional.empty(), CatalogReader.bundled(new FiscalYear(2563)));
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void numbersTheItemsOfABundledListWithoutAGap(Catalog catalog) {
    List<Integer> numbers = catalog.items().stream().map(item -> item.code().number()).toList();
    for (int i = 0; i < numbers.size(); i++) {
      assertEquals(i + 1, numbers.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void namesEveryElementOfAnItemOnce(Catalog catalog) {
    for (Item item : catalog.items()) {
      Set<String> ids = new HashSet<>();
      assertFalse(item.elements().isEmpty(), item.code() + " asks for nothing");
      for (Element element : item.elements()) {
        assertTrue(ids.add(element.id()), item.code() + " " + element.id());
        assertTrue(element.id().matches("[a-z][a-z0-9-]*"), element.id());
        assertFalse(element.text().isBlank(), item.code() + " " + element.id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void asksForColumnsInEveryTable(Catalog catalog) {
    for (Item item : catalog.items()) {
      for (Element element : item.elements()) {
        String what = item.code() + " " + element.id();
        if (element.kind() == ElementKind.TABLE) {
          assertFalse(element.columns().isEmpty(), what);
        } else if (element.kind() != ElementKind.STATISTIC && element.kind() != ElementKind.LOG) {
          assertTrue(element.columns().isEmpty(), what);
        }
        element.columns().forEach(column -> assertTrue(column.isNamedBy(column.label()), what));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void weighsTheInstrumentsTogetherOneHundred(Catalog catalog) {
    assertEquals(
        100.0, catalog.instruments().stream().mapToDouble(Catalog.Instrument::weight).sum(), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void ordersTheRatingsFromTheBest(Catalog catalog) {
    List<Double> from = catalog.ratings().stream().map(Catalog.Rating::from).toList();
    for (int i = 1; i < from.size(); i++) {
      assertTrue(from.get(i - 1) >= from.get(i), from.toString());
    }
    assertTrue(catalog.passMark().score() > 0 && catalog.passMark().score() <= 100);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void saysThatNoBundledListWasCheckedAgainstTheManual(Catalog catalog) {
    assertFalse(catalog.checkedAgainstManual());
    assertFalse(catalog.sources().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void findsTheItemAndItsPlaceByTheCode(Catalog catalog) {
    for (Item item : catalog.items()) {
      assertEquals(Optional.of(item), catalog.item(item.code()));
      Catalog.Place place = catalog.placeOf(item.code()).orElseThrow();
      assertTrue(place.sub().items().contains(item));
      assertTrue(place.indicator().subIndicators().contains(place.sub()));
      assertTrue(place.sub().id().startsWith(place.indicator().id() + "."));
    }
    assertEquals(Optional.empty(), catalog.item(new ItemCode(99)));
    assertEquals(Optional.empty(), catalog.placeOf(new ItemCode(99)));
  }

  @Test
  void readsASitesOwnList() {
    Catalog catalog = read(OWN);
    assertEquals(new FiscalYear(2570), catalog.year());
    assertTrue(catalog.checkedAgainstManual());
    assertEquals(80.0, catalog.ratings().get(0).everyInstrument());
    assertEquals(List.of(new Catalog.Reference("คู่มือ", "ทั้งหมด")), catalog.sources());
    assertEquals(List.of("ก"), catalog.notes());
    Item item = catalog.items().get(0);
    assertEquals(Confidence.HIGH, item.confidence());
    assertEquals(Confidence.LOW, item.elementsConfidence());
    assertEquals(List.of(Period.Kind.PREVIOUS, Period.Kind.ASSESSED), item.period().of());
    assertTrue(item.noneAllowed());
    Element element = item.element("plan").orElseThrow();
    assertEquals(ElementKind.TABLE, element.kind());
    assertFalse(element.required());
    assertEquals(
        new Column("budget", "งบประมาณ", List.of("วงเงิน"), Column.Type.MONEY),
        element.columns().get(0));
    assertEquals(Optional.empty(), item.element("other"));
  }

  @Test
  void inheritsConfidenceAndRequiresElementsUnlessTheListSaysOtherwise() {
    String list =
        OWN.replace("            confidence: high\n", "")
            .replace("            elements_confidence: low\n", "")
            .replace("                required: false\n", "")
            .replace("            none_allowed: true\n", "")
            .replace("            period: {of: [previous, assessed], text: สองปี}\n", "");
    Item item = read(list).items().get(0);
    assertEquals(Confidence.MEDIUM, item.confidence());
    assertEquals(Confidence.MEDIUM, item.elementsConfidence());
    assertTrue(item.elements().get(0).required());
    assertFalse(item.noneAllowed());
    assertTrue(item.period().acceptsAnyYear());
  }

  @Test
  void takesTheCorrectionsOfABody() {
    Catalog list = read(OWN);
    Source at = new Source("site-config.yml", 9, 5);
    Catalog corrected =
        list.corrected(List.of(new Correction(new ItemCode(1), "plan", true, "คู่มือ", at)));
    assertTrue(corrected.items().get(0).element("plan").orElseThrow().required());
    assertFalse(list.items().get(0).element("plan").orElseThrow().required());
    Finding finding =
        Refusal.one(
            () -> list.corrected(List.of(new Correction(new ItemCode(1), "plam", true, "x", at))));
    assertEquals(at, finding.source());
    assertEquals("plam", finding.target());
  }

  @Test
  void reportsEveryMistakeOfAListWithItsLineAndColumn() {
    String broken =
        OWN.replace("year: 2570", "year: 2027")
            .replace("weight: 100", "weight: all")
            .replace("id: O1\n", "id: X1\n")
            .replace("kind: table", "kind: tabel")
            .replace("id: plan", "id: แผน")
            .replace("required: false", "requird: false")
            .replace("of: [previous,", "of: [last,")
            .replace("type: money", "type: baht");
    assertEquals(
        List.of(
            "own.yml:1:7 source/value",
            "own.yml:7:37 source/value",
            "own.yml:21:17 source/value",
            "own.yml:26:27 source/value",
            "own.yml:29:21 source/value",
            "own.yml:31:23 source/value",
            "own.yml:32:17 source/key",
            "own.yml:34:73 source/value"),
        lines(broken));
  }

  @Test
  void reportsAnItemOrAnElementThatStandsTwice() {
    String element = "\n              - {id: plan, text: ซ้ำ, kind: text}";
    String item = "\n          - {id: o๑, name: ซ้ำ}\n";
    List<Finding> findings = Refusal.all(() -> read(OWN.stripTrailing() + element + item));
    assertEquals(
        List.of("own.yml:35:22 source/key", "own.yml:36:18 source/key"), Refusal.lines(findings));
  }

  @Test
  void suggestsTheKeyThatWasMeant() {
    Finding finding = Refusal.one(() -> read(OWN.replace("none_allowed:", "non_allowed:")));
    assertEquals(Rule.SOURCE_KEY, finding.rule());
    assertEquals(new Source("own.yml", 27, 13), finding.source());
    assertEquals("did you mean 'none_allowed'?", finding.hint().en());
  }

  @Test
  void reportsWhatIsMissing() {
    List<Finding> findings = Refusal.all(() -> read("notes: [ก]\n"));
    assertEquals(
        List.of("indicators", "name", "year"), findings.stream().map(Finding::target).toList());
  }

  private static Catalog read(String yaml) {
    return CatalogReader.read(new SourceText("own.yml", yaml));
  }

  private static List<String> lines(String yaml) {
    return Refusal.lines(Refusal.all(() -> read(yaml)));
  }

  /** What pages show is what is asked; where the words come from stands in notes. */
  @Test
  void theListsKeepRemarksOutOfWhatPagesShow() {
    Pattern remark =
        Pattern.compile("\\[|(?<!แ)ยกจาก|ยกมา|ความเชื่อมั่น|ผู้จัดทำ|แหล่งไม่|ไม่ใช่ถ้อยคำ|สทร\\.");
    int notes = 0;
    for (FiscalYear year : CatalogReader.bundledYears()) {
      for (Item item : CatalogReader.bundled(year).orElseThrow().items()) {
        assertFalse(remark.matcher(item.name()).find(), item.name());
        assertFalse(remark.matcher(item.period().text()).find(), item.period().text());
        for (Element element : item.elements()) {
          assertFalse(remark.matcher(element.text()).find(), element.text());
          notes += element.note().isEmpty() ? 0 : 1;
        }
      }
    }
    assertTrue(notes > 5, "the remarks are still told, beside the words");
  }
}
