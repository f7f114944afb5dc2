package th.oit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import th.oit.baseline.KnownFinding;
import th.oit.finding.Finding;
import th.oit.finding.FindingKey;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/** Findings as SARIF 2.1.0, the format in which code hosts take the results of checks. */
public final class SarifReport {
  private static final String CONFIG = "site-config.yml";

  private SarifReport() {}

  /**
   * Writes a report.
   *
   * @param language of the messages
   */
  public static String of(Report report, Language language) {
    Set<Rule> used = new TreeSet<>();
    report.findings().forEach(finding -> used.add(finding.rule()));
    report.putOff().forEach(known -> used.add(known.finding().rule()));
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
          // Code hosts keep the results of different commands apart by this.
          json.writeObjectFieldStart("automationDetails");
          json.writeStringField("id", "oit/" + report.command() + "/");
          json.writeEndObject();
          json.writeArrayFieldStart("invocations");
          json.writeStartObject();
          json.writeBooleanField(
              "executionSuccessful", report.verdict() != Report.Verdict.UNUSABLE);
          json.writeNumberField("exitCode", report.verdict().exitCode());
          json.writeEndObject();
          json.writeEndArray();
          json.writeStringField("columnKind", "utf16CodeUnits");
          json.writeArrayFieldStart("results");
          for (Finding finding : report.findings()) {
            result(json, finding, null, rules.indexOf(finding.rule()), language);
          }
          for (KnownFinding known : report.putOff()) {
            result(json, known.finding(), known, rules.indexOf(known.finding().rule()), language);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  private static void rule(JsonGenerator json, Rule rule, Language language) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    String says = rule.says().in(language);
    text(json, "shortDescription", says);
    text(json, "fullDescription", says + ". " + weight(rule.severity()).in(language));
    text(
        json,
        "help",
        rule.id()
            + ": "
            + says
            + ". "
            + weight(rule.severity()).in(language)
            + " "
            + Words.of(
                    "วิธีแก้อยู่ท้ายข้อความของแต่ละรายการ",
                    "What to do stands at the end of each message.")
                .in(language));
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What a severity means for the site. */
  private static Words weight(Severity severity) {
    return switch (severity) {
      case ERROR ->
          Words.of(
              "เป็นข้อผิดพลาด ต้องแก้ก่อนจึงจะเผยแพร่ได้",
              "An error: it closes the gate until it is mended.");
      case WARNING ->
          Words.of(
              "เป็นคำเตือน ปิดกั้นการเผยแพร่เมื่อใช้ --strict เท่านั้น",
              "A warning: it closes the gate only with --strict.");
      case UNVERIFIED ->
          Words.of(
              "ยังตัดสินไม่ได้ ไม่ปิดกั้นการเผยแพร่",
              "It could not be decided and never closes the gate.");
    };
  }

  private static void result(
      JsonGenerator json, Finding finding, KnownFinding known, int rule, Language language)
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
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    // Code hosts refuse a result without a file; what is in none is asked for by this one.
    json.writeStringField("uri", uri(file == null ? CONFIG : file));
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
    json.writeEndArray();
    // The line is left out, so that a finding stays the same when lines are added above it.
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("oit/v1", FindingKey.of(finding).toString());
    json.writeEndObject();
    if (known != null) {
      json.writeArrayFieldStart("suppressions");
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("status", "accepted");
      json.writeStringField(
          "justification",
          Words.of(
                      "ผ่อนผันถึง " + ThaiDate.longForm(known.until()),
                      "put off until " + known.until())
                  .in(language)
              + (known.reason() == null ? "" : ": " + known.reason()));
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** A file as a relative reference: a colon would make its first part a scheme. */
  private static String uri(String file) {
    return UrlPath.encode(file).replace(":", "%3A");
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
