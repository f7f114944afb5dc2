package th.oit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import th.oit.baseline.KnownFinding;
import th.oit.catalog.Waiver;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Language;

/** A report as JSON, version 1: an interface that scripts rely on. */
public final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  /**
   * Writes a report.
   *
   * @param language of the messages
   */
  public static String of(Report report, Language language) {
    return of(report, language, json -> {});
  }

  /** What a command adds to its report, behind what all reports have. */
  @FunctionalInterface
  public interface Addition {
    /** Writes further fields into the open object. */
    void writeTo(JsonGenerator json) throws IOException;
  }

  /**
   * Writes a report with what its command adds.
   *
   * @param language of the messages
   */
  public static String of(Report report, Language language, Addition addition) {
    return JsonText.of(
        json -> {
          json.writeNumberField("version", VERSION);
          json.writeObjectFieldStart("tool");
          json.writeStringField("name", "oit");
          json.writeStringField("version", report.version());
          json.writeEndObject();
          json.writeStringField("command", report.command());
          json.writeStringField("verdict", report.verdict().id());
          summary(json, report);
          rules(json, report);
          if (report.catalog() != null && !report.items().isEmpty()) {
            json.writeObjectFieldStart("catalog");
            json.writeNumberField("year", report.catalog().year().number());
            json.writeNumberField("items", report.items().size());
            json.writeNumberField("passed", report.passed());
            json.writeEndObject();
            json.writeArrayFieldStart("items");
            for (ItemVerdict item : report.items()) {
              item(json, item);
            }
            json.writeEndArray();
            waivers(json, report);
          }
          json.writeArrayFieldStart("findings");
          for (Finding finding : report.findings()) {
            json.writeStartObject();
            finding(json, finding, language);
            json.writeEndObject();
          }
          json.writeEndArray();
          baselined(json, report, language);
          since(json, report);
          addition.writeTo(json);
        });
  }

  private static void summary(JsonGenerator json, Report report) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("pages", report.pages());
    json.writeNumberField("links", report.links());
    json.writeNumberField("errors", report.count(Severity.ERROR));
    json.writeNumberField("warnings", report.count(Severity.WARNING));
    json.writeNumberField("unverified", report.count(Severity.UNVERIFIED));
    json.writeNumberField("baselined", report.putOff().size());
    json.writeNumberField("elapsedMillis", report.elapsedMillis());
    json.writeEndObject();
  }

  /** What the site weighs otherwise; absent where it changes nothing. */
  private static void rules(JsonGenerator json, Report report) throws IOException {
    if (report.rules().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("rules");
    for (Map.Entry<Rule, RuleSettings.Setting> entry : report.rules().byRule().entrySet()) {
      json.writeStringField(entry.getKey().id(), entry.getValue().id());
    }
    json.writeEndObject();
  }

  private static void item(JsonGenerator json, ItemVerdict item) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", item.id());
    json.writeStringField("name", item.name());
    json.writeStringField("status", item.status().id());
    json.writeStringField("url", item.url());
    json.writeStringField("department", item.department());
    json.writeObjectFieldStart("elements");
    json.writeNumberField("required", item.required());
    json.writeNumberField("covered", item.covered());
    json.writeEndObject();
    json.writeArrayFieldStart("waived");
    for (String element : item.waived()) {
      json.writeString(element);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void waivers(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("waivers");
    for (Waiver waiver : report.waivers()) {
      json.writeStartObject();
      json.writeStringField("item", waiver.item().toString());
      json.writeStringField("element", waiver.element());
      json.writeStringField("reason", waiver.reason());
      json.writeStringField("until", waiver.until().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void baselined(JsonGenerator json, Report report, Language language)
      throws IOException {
    if (report.known() == null) {
      return;
    }
    json.writeArrayFieldStart("baselined");
    for (KnownFinding known : report.known()) {
      json.writeStartObject();
      finding(json, known.finding(), language);
      json.writeStringField("until", known.until().toString());
      json.writeStringField("reason", known.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void since(JsonGenerator json, Report report) throws IOException {
    if (report.since() == null) {
      return;
    }
    json.writeObjectFieldStart("onlyChanged");
    json.writeStringField("since", report.since().ref());
    json.writeNumberField("files", report.since().files());
    json.writeNumberField("leftOut", report.since().leftOut());
    json.writeEndObject();
  }

  private static void finding(JsonGenerator json, Finding finding, Language language)
      throws IOException {
    json.writeStringField("rule", finding.rule().id());
    json.writeStringField("severity", finding.severity().id());
    json.writeStringField("page", finding.page());
    json.writeStringField("item", finding.item());
    source(json, finding.source());
    json.writeStringField("target", finding.target());
    json.writeStringField("message", finding.message().in(language));
    json.writeStringField("hint", finding.hint() == null ? null : finding.hint().in(language));
    if (!finding.places().isEmpty()) {
      json.writeArrayFieldStart("places");
      for (Finding.Place place : finding.places()) {
        json.writeStartObject();
        json.writeStringField("page", place.page());
        json.writeStringField("item", place.item());
        source(json, place.source());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void source(JsonGenerator json, Source source) throws IOException {
    if (source == null) {
      json.writeNullField("source");
      return;
    }
    json.writeObjectFieldStart("source");
    json.writeStringField("file", source.file());
    json.writeNumberField("line", source.line());
    json.writeNumberField("column", source.column());
    json.writeEndObject();
  }
}
