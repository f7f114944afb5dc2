package th.oit.readiness;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import th.oit.config.SiteConfig;
import th.oit.report.JsonReport;
import th.oit.report.Report;
import th.oit.text.Language;

/**
 * The status as JSON: the report of every command, and besides it the forecast, sub-indicators,
 * departments, deadlines, renewals and waivers. Days are ISO dates.
 */
public final class StatusJson {
  private StatusJson() {}

  /** Writes the report with what the status adds. */
  public static String of(Report report, Readiness readiness, Language language) {
    return JsonReport.of(report, language, json -> add(json, readiness, language));
  }

  private static void add(JsonGenerator json, Readiness readiness, Language language)
      throws IOException {
    json.writeStringField("today", readiness.today().toString());
    forecast(json, readiness);
    departments(json, readiness);
    deadlines(json, readiness);
    json.writeArrayFieldStart("waivers");
    for (SiteConfig.Departure waiver : readiness.waivers()) {
      json.writeStartObject();
      json.writeStringField("item", waiver.item().toString());
      json.writeStringField("element", waiver.element());
      json.writeStringField("reason", waiver.reason());
      json.writeStringField("until", waiver.until().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void forecast(JsonGenerator json, Readiness readiness) throws IOException {
    Forecast forecast = readiness.forecast();
    json.writeObjectFieldStart("forecast");
    number(json, "oit", forecast.score());
    number(json, "weight", forecast.weight());
    number(json, "lostOfWhole", forecast.lostOfWhole());
    json.writeStringField("confidence", forecast.confidence().id());
    json.writeBooleanField("checkedAgainstManual", readiness.catalog().checkedAgainstManual());
    json.writeStringField(
        "withinReach", forecast.withinReach() == null ? null : forecast.withinReach().name());
    json.writeArrayFieldStart("indicators");
    for (Forecast.OfIndicator indicator : forecast.indicators()) {
      json.writeStartObject();
      json.writeStringField("id", indicator.indicator().id());
      json.writeStringField("name", indicator.indicator().name());
      number(json, "score", indicator.score());
      json.writeArrayFieldStart("subIndicators");
      for (Forecast.OfSubIndicator sub : indicator.subs()) {
        json.writeStartObject();
        json.writeStringField("id", sub.sub().id());
        json.writeStringField("name", sub.sub().name());
        number(json, "score", sub.score());
        json.writeNumberField("items", sub.items());
        json.writeNumberField("passed", sub.passed());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mendFirst");
    for (Forecast.Loss loss : forecast.losses()) {
      json.writeStartObject();
      json.writeStringField("item", loss.item().id());
      number(json, "points", loss.points());
      number(json, "pointsOfWhole", loss.ofWhole());
      json.writeNumberField("missing", loss.missing());
      number(json, "oitThen", loss.then());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void departments(JsonGenerator json, Readiness readiness) throws IOException {
    json.writeArrayFieldStart("departments");
    for (Readiness.Share share : readiness.shares()) {
      json.writeStartObject();
      json.writeStringField("id", share.id());
      json.writeStringField("name", share.id() == null ? null : share.name());
      json.writeNumberField("items", share.items().size());
      json.writeNumberField("passed", share.passed());
      json.writeArrayFieldStart("open");
      for (var item : share.open()) {
        json.writeString(item.id());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void deadlines(JsonGenerator json, Readiness readiness) throws IOException {
    Deadlines deadlines = readiness.deadlines();
    json.writeArrayFieldStart("deadlines");
    for (Deadlines.Deadline deadline : deadlines.days()) {
      json.writeStartObject();
      json.writeStringField("id", deadline.kind().id());
      day(json, deadlines, "day", deadline.day());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("renewals");
    for (Deadlines.Renewal renewal : deadlines.renewals()) {
      json.writeStartObject();
      json.writeStringField("item", renewal.item().toString());
      json.writeStringField("department", renewal.department());
      json.writeStringField("every", renewal.every().id());
      json.writeStringField(
          "updated", renewal.updated() == null ? null : renewal.updated().toString());
      day(json, deadlines, "due", renewal.due());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void day(JsonGenerator json, Deadlines deadlines, String name, LocalDate day)
      throws IOException {
    json.writeStringField(name, day.toString());
    json.writeNumberField("daysLeft", deadlines.daysLeft(day));
  }

  /** A score with four places, so that no binary dust gets into the file. */
  private static void number(JsonGenerator json, String name, Double value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, Math.round(value * 10_000) / 10_000.0);
    }
  }
}
