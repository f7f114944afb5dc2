package th.oit.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.UnusableInput;
import th.oit.source.Fields;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Words;

/** Reads a year's list from YAML: one that comes with the tool, or a site's own. Thread-safe. */
public final class CatalogReader {
  private static final int FIRST_BUNDLED = 2564;
  private static final int LAST_BUNDLED = 2569;
  private static final Words FRESHNESS =
      Words.of(
          "ต้องเป็น 15d, month, quarter, half-year หรือ year",
          "expected 15d, month, quarter, half-year or year");
  private static final String ID = "[a-z][a-z0-9-]*";

  private CatalogReader() {}

  /** The years whose lists come with the tool. */
  public static List<FiscalYear> bundledYears() {
    List<FiscalYear> years = new ArrayList<>();
    for (int year = FIRST_BUNDLED; year <= LAST_BUNDLED; year++) {
      if (CatalogReader.class.getResource(resource(new FiscalYear(year))) != null) {
        years.add(new FiscalYear(year));
      }
    }
    return years;
  }

  /** The list of a year that comes with the tool; empty when there is none. */
  public static Optional<Catalog> bundled(FiscalYear year) {
    String resource = resource(year);
    try (InputStream in = CatalogReader.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(SourceText.decode(in.readAllBytes(), "oit:" + resource)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(FiscalYear year) {
    return "/catalog/oit-" + year + ".yml";
  }

  /**
   * Reads a list.
   *
   * @throws UnusableInput with everything that is wrong with it
   */
  public static Catalog read(SourceText source) {
    Findings findings = new Findings();
    Catalog catalog = catalog(Fields.of(YamlReader.read(source), findings), findings);
    if (!findings.isEmpty()) {
      throw new UnusableInput(findings.sorted());
    }
    return catalog;
  }

  private static Catalog catalog(Fields fields, Findings findings) {
    FiscalYear year = year(fields, findings);
    String name = fields.requiredText("name");
    boolean checked = fields.flag("checked_against_manual").orElse(false);
    Confidence confidence = confidence(fields, "confidence", Confidence.LOW);
    Catalog.PassMark passMark =
        fields
            .fields("pass_mark")
            .map(
                mark -> {
                  double score = mark.number("score").orElse(0.0);
                  Confidence sure = confidence(mark, "confidence", confidence);
                  mark.refuseOthers();
                  return new Catalog.PassMark(score, sure);
                })
            .orElse(new Catalog.PassMark(85, Confidence.LOW));
    List<Catalog.Instrument> instruments = new ArrayList<>();
    for (Fields instrument : fields.list("instruments")) {
      instruments.add(
          new Catalog.Instrument(
              instrument.requiredText("id"),
              instrument.requiredText("name"),
              instrument.number("weight").orElse(0.0),
              confidence(instrument, "confidence", confidence)));
      instrument.refuseOthers();
    }
    List<Catalog.Rating> ratings = new ArrayList<>();
    for (Fields rating : fields.list("ratings")) {
      ratings.add(
          new Catalog.Rating(
              rating.requiredText("name"),
              rating.number("from").orElse(0.0),
              rating.number("every_instrument").orElse(null),
              confidence(rating, "confidence", confidence)));
      rating.refuseOthers();
    }
    List<Catalog.Reference> sources = new ArrayList<>();
    for (Fields reference : fields.list("sources")) {
      Optional<String> url = reference.text("url");
      Optional<String> file = reference.text("file");
      sources.add(
          new Catalog.Reference(url.or(() -> file).orElse(""), reference.text("what").orElse("")));
      reference.refuseOthers();
    }
    List<String> notes = fields.texts("notes");
    fields.require("indicators");
    Set<ItemCode> seen = new HashSet<>();
    List<Indicator> indicators = new ArrayList<>();
    for (Fields indicator : fields.list("indicators")) {
      String id = indicator.requiredText("id");
      String indicatorName = indicator.requiredText("name");
      List<SubIndicator> subs = new ArrayList<>();
      indicator.require("sub_indicators");
      for (Fields sub : indicator.list("sub_indicators")) {
        String subId = sub.requiredText("id");
        String subName = sub.requiredText("name");
        Confidence subConfidence = confidence(sub, "confidence", confidence);
        sub.require("items");
        List<Item> items = new ArrayList<>();
        for (Fields item : sub.list("items")) {
          item(item, subConfidence, seen, findings).ifPresent(items::add);
        }
        sub.refuseOthers();
        subs.add(new SubIndicator(subId, subName, subConfidence, items));
      }
      indicator.refuseOthers();
      indicators.add(new Indicator(id, indicatorName, subs));
    }
    fields.refuseOthers();
    return new Catalog(
        year,
        name,
        checked,
        confidence,
        passMark,
        instruments,
        ratings,
        sources,
        notes,
        indicators);
  }

  private static FiscalYear year(Fields fields, Findings findings) {
    String written = fields.requiredText("year");
    Optional<FiscalYear> year = FiscalYear.parse(written);
    if (year.isEmpty() && !written.isEmpty()) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + written + "\" ไม่ใช่ปีงบประมาณ พ.ศ.",
                  "'" + written + "' is not a fiscal year of the Buddhist era")
              .at(fields.at("year"))
              .about(written)
              .hint("เขียนเป็น พ.ศ. สี่หลัก เช่น 2567", "write four digits, such as 2567"));
    }
    return year.orElse(new FiscalYear(FIRST_BUNDLED));
  }

  private static Optional<Item> item(
      Fields fields, Confidence inherited, Set<ItemCode> seen, Findings findings) {
    String written = fields.requiredText("id");
    Optional<ItemCode> code = ItemCode.parse(written);
    String name = fields.requiredText("name");
    Confidence confidence = confidence(fields, "confidence", inherited);
    Confidence elementsConfidence = confidence(fields, "elements_confidence", confidence);
    String source = fields.text("source").orElse("");
    boolean noneAllowed = fields.flag("none_allowed").orElse(false);
    List<String> topics = fields.texts("topics");
    Freshness every = fields.parsed("every", Freshness::parse, FRESHNESS).orElse(null);
    Period period = fields.fields("period").map(CatalogReader::period).orElse(anyPeriod());
    List<Element> elements = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields element : fields.list("elements")) {
      Element read = element(element, findings);
      if (!ids.add(read.id())) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_KEY,
                    "องค์ประกอบ \"" + read.id() + "\" ซ้ำกันในข้อ " + written,
                    "element '" + read.id() + "' stands twice in " + written)
                .at(element.at("id"))
                .about(read.id()));
      }
      elements.add(read);
    }
    fields.refuseOthers();
    if (code.isEmpty()) {
      if (!written.isEmpty()) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "\"" + written + "\" ไม่ใช่รหัสข้อ",
                    "'" + written + "' is not an item code")
                .at(fields.at("id"))
                .about(written)
                .hint("เขียนแบบ O14", "write it like O14"));
      }
      return Optional.empty();
    }
    if (!seen.add(code.get())) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_KEY,
                  "ข้อ " + code.get() + " ซ้ำกันในรายการ",
                  code.get() + " stands twice in the list")
              .at(fields.at("id"))
              .about(written));
    }
    return Optional.of(
        new Item(
            code.get(),
            name,
            period,
            noneAllowed,
            topics,
            every,
            elements,
            confidence,
            elementsConfidence,
            source));
  }

  private static Element element(Fields fields, Findings findings) {
    String id = fields.requiredText("id");
    if (!id.isEmpty() && !id.matches(ID)) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + id + "\" ใช้เป็นรหัสองค์ประกอบไม่ได้",
                  "'" + id + "' cannot be an element's id")
              .at(fields.at("id"))
              .about(id)
              .hint("ใช้ a-z 0-9 และ - เท่านั้น", "use only a-z, 0-9 and -"));
    }
    String text = fields.requiredText("text");
    String note = fields.text("note").orElse("");
    ElementKind kind = fields.choice("kind", ElementKind.class).orElse(ElementKind.TEXT);
    boolean required = fields.flag("required").orElse(true);
    int atLeast = fields.integer("at_least").orElse(1);
    boolean separate = fields.flag("separate").orElse(false);
    List<Column> columns = new ArrayList<>();
    for (Fields column : fields.list("columns")) {
      columns.add(
          new Column(
              column.requiredText("id"),
              column.requiredText("label"),
              column.texts("also"),
              column.choice("type", Column.Type.class).orElse(Column.Type.TEXT)));
      column.refuseOthers();
    }
    fields.refuseOthers();
    return new Element(id, text, note, kind, required, atLeast, separate, columns);
  }

  private static Period period(Fields fields) {
    List<Period.Kind> kinds = new ArrayList<>();
    for (YamlNode.Scalar scalar : fields.scalars("of")) {
      fields.choice(scalar, Period.Kind.class).ifPresent(kinds::add);
    }
    String text = fields.text("text").orElse("");
    fields.refuseOthers();
    return kinds.isEmpty() ? anyPeriod() : new Period(kinds, text);
  }

  private static Period anyPeriod() {
    return new Period(List.of(Period.Kind.ANY), "");
  }

  private static Confidence confidence(Fields fields, String key, Confidence otherwise) {
    return fields.choice(key, Confidence.class).orElse(otherwise);
  }
}
