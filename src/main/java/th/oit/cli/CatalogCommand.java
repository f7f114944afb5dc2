package th.oit.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Column;
import th.oit.catalog.Confidence;
import th.oit.catalog.Element;
import th.oit.catalog.Indicator;
import th.oit.catalog.Item;
import th.oit.catalog.Period;
import th.oit.catalog.SubIndicator;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.report.JsonText;
import th.oit.text.FiscalYear;
import th.oit.text.Language;

/** Prints a year's items, what each must show, and how sure the list is of it. */
@Command(name = "catalog", sortOptions = false)
final class CatalogCommand extends SiteCommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "YEAR", descriptionKey = "year")
  String year;

  CatalogCommand(Main.Surroundings around) {
    super(around, "catalog");
  }

  @Override
  public Integer call() throws IOException {
    Catalog catalog = catalog();
    print(options.format == CommonOptions.Format.JSON ? json(catalog) : text(catalog));
    return 0;
  }

  @Override
  List<CommonOptions.Format> formats() {
    return List.of(CommonOptions.Format.TEXT, CommonOptions.Format.JSON);
  }

  @Override
  boolean leavesReport() {
    return false;
  }

  /**
   * The list of a year; the site's own where it has one.
   *
   * @param year as asked for; null for the year that the site is assessed in, else the newest
   */
  static Optional<Catalog> catalog(
      String year, Optional<Path> folder, Optional<SiteConfig> config) {
    Optional<FiscalYear> asked = year == null ? Optional.empty() : FiscalYear.parse(year);
    Optional<FiscalYear> assessed = config.map(read -> read.assessment().year());
    if (assessed.isPresent() && (year == null || assessed.equals(asked))) {
      return Workshop.assessedCatalog(folder.get(), config.get());
    }
    return year != null
        ? asked.flatMap(CatalogReader::bundled)
        : CatalogReader.bundledYears().stream()
            .reduce((first, second) -> second)
            .flatMap(CatalogReader::bundled);
  }

  /**
   * @throws UnusableInput when there is no list of the year asked for
   */
  private Catalog catalog() {
    Optional<Path> folder = findSiteFolder();
    Optional<SiteConfig> config = folder.map(Workshop::config);
    config.ifPresent(this::use);
    return catalog(year, folder, config)
        .orElseThrow(() -> new UnusableInput(noCatalog(year, Source.of("oit catalog"))));
  }

  static Finding noCatalog(String year, Source at) {
    return Finding.of(
            Rule.SOURCE_MISSING,
            "ไม่มีรายการของปี " + year + " ที่มีคือ " + CatalogReader.bundledYears(),
            "no list of " + year + "; there are " + CatalogReader.bundledYears())
        .at(at)
        .about(year);
  }

  private String text(Catalog catalog) {
    StringBuilder out = new StringBuilder();
    out.append(catalog.name()).append('\n');
    out.append(
            catalog.checkedAgainstManual()
                ? say("เทียบกับคู่มือฉบับทางการแล้ว", "compared with the official manual")
                : say(
                    "ยังไม่ได้เทียบกับคู่มือฉบับทางการ โปรดตรวจกับคู่มือก่อนใช้",
                    "NOT checked against the official manual; compare before relying on it"))
        .append('\n');
    out.append(say("ความเชื่อมั่น: ", "confidence: "))
        .append(confidence(catalog.confidence()))
        .append(say("   จำนวนข้อ: ", "   items: "))
        .append(catalog.items().size())
        .append("\n\n");
    for (Indicator indicator : catalog.indicators()) {
      out.append(say("ตัวชี้วัดที่ ", "Indicator "))
          .append(indicator.id())
          .append(' ')
          .append(indicator.name())
          .append('\n');
      for (SubIndicator sub : indicator.subIndicators()) {
        out.append("\n  ").append(sub.id()).append(' ').append(sub.name());
        out.append("  [").append(confidence(sub.confidence())).append("]\n");
        for (Item item : sub.items()) {
          item(out, item);
        }
      }
      out.append('\n');
    }
    scoring(out, catalog);
    out.append(say("แหล่งที่มา", "Sources")).append('\n');
    for (Catalog.Reference reference : catalog.sources()) {
      out.append("  - ").append(reference.place());
      if (!reference.what().isEmpty()) {
        out.append(": ").append(reference.what());
      }
      out.append('\n');
    }
    if (!catalog.notes().isEmpty()) {
      out.append(say("หมายเหตุ", "Notes")).append('\n');
      catalog.notes().forEach(note -> out.append("  - ").append(note).append('\n'));
    }
    return out.toString();
  }

  private void scoring(StringBuilder out, Catalog catalog) {
    out.append(say("น้ำหนัก", "Weights")).append('\n');
    for (Catalog.Instrument instrument : catalog.instruments()) {
      out.append("  ").append(instrument.id()).append(' ').append(number(instrument.weight()));
      out.append("%  ").append(instrument.name());
      out.append("  [").append(confidence(instrument.confidence())).append("]\n");
    }
    out.append(say("ระดับผล", "Ratings")).append('\n');
    for (Catalog.Rating rating : catalog.ratings()) {
      out.append("  ").append(rating.name()).append(say("  ตั้งแต่ ", "  from "));
      out.append(number(rating.from()));
      if (rating.everyInstrument() != null) {
        out.append(say(" และทุกเครื่องมือ ", " and every instrument "))
            .append(number(rating.everyInstrument()));
      }
      out.append("  [").append(confidence(rating.confidence())).append("]\n");
    }
  }

  private void item(StringBuilder out, Item item) {
    out.append("\n    ").append(item.code()).append(' ').append(item.name());
    out.append("  [").append(confidence(item.confidence())).append("]\n");
    if (!item.period().text().isEmpty()) {
      out.append("      ").append(say("ช่วงเวลา: ", "period: ")).append(item.period().text());
      out.append('\n');
    }
    for (Element element : item.elements()) {
      out.append("      ").append(element.required() ? "* " : "- ").append(element.text());
      out.append("  (").append(element.id()).append(", ");
      out.append(element.kind().words().in(language()));
      if (!element.required()) {
        out.append(say(", ไม่บังคับ", ", optional"));
      }
      if (!element.columns().isEmpty()) {
        out.append(say(": คอลัมน์ ", ": columns "));
        out.append(element.columns().stream().map(Column::label).collect(Collectors.joining(", ")));
      }
      out.append(")\n");
      if (!element.note().isEmpty()) {
        out.append("          ").append(say("หมายเหตุ: ", "note: ")).append(element.note());
        out.append('\n');
      }
    }
    if (item.noneAllowed()) {
      out.append("      ")
          .append(say("ตอบว่าไม่มีได้ โดยบอกเหตุผล", "may be answered 'none', with a reason"))
          .append('\n');
    }
    out.append("      ")
        .append(say("ความเชื่อมั่นขององค์ประกอบ: ", "confidence of the elements: "));
    out.append(confidence(item.elementsConfidence()));
    if (!item.source().isEmpty()) {
      out.append(say("  ที่มา: ", "  source: ")).append(item.source());
    }
    out.append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private String confidence(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> say("สูง", "high");
      case MEDIUM -> say("ปานกลาง", "medium");
      case LOW -> say("ต่ำ", "low");
    };
  }

  private String say(String th, String en) {
    return language() == Language.TH ? th : en;
  }

  private static String json(Catalog catalog) throws IOException {
    return JsonText.of(
        json -> {
          json.writeNumberField("year", catalog.year().number());
          json.writeStringField("name", catalog.name());
          json.writeBooleanField("checkedAgainstManual", catalog.checkedAgainstManual());
          json.writeStringField("confidence", catalog.confidence().id());
          json.writeArrayFieldStart("items");
          for (Item item : catalog.items()) {
            jsonItem(json, catalog, item);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("sources");
          for (Catalog.Reference reference : catalog.sources()) {
            json.writeStartObject();
            json.writeStringField("place", reference.place());
            json.writeStringField("what", reference.what());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void jsonItem(JsonGenerator json, Catalog catalog, Item item) throws IOException {
    Catalog.Place place = catalog.placeOf(item.code()).orElseThrow();
    json.writeStartObject();
    json.writeStringField("id", item.code().toString());
    json.writeStringField("name", item.name());
    json.writeStringField("indicator", place.indicator().id());
    json.writeStringField("subIndicator", place.sub().id());
    json.writeObjectFieldStart("period");
    json.writeArrayFieldStart("of");
    for (Period.Kind kind : item.period().of()) {
      json.writeString(kind.id());
    }
    json.writeEndArray();
    json.writeStringField("text", item.period().text());
    json.writeEndObject();
    json.writeBooleanField("noneAllowed", item.noneAllowed());
    json.writeStringField("confidence", item.confidence().id());
    json.writeStringField("elementsConfidence", item.elementsConfidence().id());
    json.writeStringField("source", item.source());
    json.writeArrayFieldStart("elements");
    for (Element element : item.elements()) {
      json.writeStartObject();
      json.writeStringField("id", element.id());
      json.writeStringField("text", element.text());
      if (!element.note().isEmpty()) {
        json.writeStringField("note", element.note());
      }
      json.writeStringField("kind", element.kind().id());
      json.writeBooleanField("required", element.required());
      if (!element.columns().isEmpty()) {
        json.writeArrayFieldStart("columns");
        for (Column column : element.columns()) {
          json.writeStartObject();
          json.writeStringField("id", column.id());
          json.writeStringField("label", column.label());
          json.writeStringField("type", column.type().id());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
