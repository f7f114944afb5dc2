package th.oit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Language;
import th.oit.text.UrlPath;

/** Findings as SARIF 2.1.0, the format in which code hosts take the results of checks. */
public final class SarifReport {
  private SarifReport() {}

  /**
   * Writes a report.
   *
   * @param language of the messages
   */
  public static String of(Report report, Language language) {
    Set<Rule> used = new TreeSet<>();
    report.findings().forEach(finding -> used.add(finding.rule()));
    List<Rule> rules = new ArrayList<>(used);
    return JsonText.of(
        json -> {
          json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
          json.writeStringField("version", "2.1.0");
          json.writeArrayFieldStart("runs");
          json.writeStartObject();
          json.writeObjectFieldStart("tool");
          json.writeObjectFieldStart("driver");
          json.writeStringField("name", "oit");
          json.writeStringField("version", report.version());
          json.writeArrayFieldStart("rules");
          for (Rule rule : rules) {
            rule(json, rule, language);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndObject();
          json.writeStringField("columnKind", "utf16CodeUnits");
          json.writeArrayFieldStart("results");
          for (Finding finding : report.findings()) {
            result(json, finding, rules.indexOf(finding.rule()), language);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  private static void rule(JsonGenerator json, Rule rule, Language language) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    text(json, "shortDescription", rule.says().in(language));
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, Finding finding, int rule, Language language)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().id());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", level(finding.severity()));
    String message = BrokenTargets.message(finding, language);
    text(
        json,
        "message",
        finding.hint() == null ? message : message + " – " + finding.hint().in(language));
    Source source = finding.source();
    String file = source == null ? finding.page() : source.file();
    json.writeArrayFieldStart("locations");
    if (file != null) {
      json.writeStartObject();
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", UrlPath.encode(file));
      json.writeEndObject();
      if (source != null && source.line() > 0) {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", source.line());
        if (source.column() > 0) {
          json.writeNumberField("startColumn", source.column());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    // The line is left out, so that a finding stays the same when lines are added above it.
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField(
        "oit/v1", finding.rule().id() + "|" + file + "|" + finding.item() + "|" + finding.target());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case UNVERIFIED -> "note";
    };
  }
}
