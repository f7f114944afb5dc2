package th.oit.readiness;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDate;

/**
 * How things stood on the day of a memo, kept so that the next one can say what has changed.
 * Immutable.
 *
 * @param score of the disclosure part
 * @param items by code, in the order of the list
 */
public record Snapshot(
    LocalDate date, FiscalYear year, double score, Map<String, ItemVerdict.Status> items) {
  private static final JsonFactory JSON = new JsonFactory();

  public Snapshot {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** How things stand today. */
  public static Snapshot of(Readiness readiness) {
    Map<String, ItemVerdict.Status> items = new LinkedHashMap<>();
    readiness.items().forEach(item -> items.put(item.id(), item.status()));
    return new Snapshot(
        readiness.today(), readiness.catalog().year(), readiness.forecast().score(), items);
  }

  /** The text to be kept. */
  public String toJson() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("date", date.toString());
      json.writeNumberField("year", year.number());
      json.writeNumberField("oit", Math.round(score * 10_000) / 10_000.0);
      json.writeObjectFieldStart("items");
      for (Map.Entry<String, ItemVerdict.Status> item : items.entrySet()) {
        json.writeStringField(item.getKey(), item.getValue().id());
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  /**
   * Reads what {@link #toJson()} wrote.
   *
   * @param file its name in messages
   * @throws UnusableInput when it is something else
   */
  public static Snapshot read(String text, String file) {
    LocalDate date = null;
    FiscalYear year = null;
    double score = Double.NaN;
    Map<String, ItemVerdict.Status> items = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unusable(file);
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
          case "date" -> date = ThaiDate.parse(json.getText()).orElse(null);
          case "year" -> year = FiscalYear.parse(json.getText()).orElse(null);
          case "oit" -> score = value.isNumeric() ? json.getDoubleValue() : Double.NaN;
          case "items" -> {
            if (value != JsonToken.START_OBJECT) {
              throw unusable(file);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
              String item = json.currentName();
              json.nextToken();
              items.put(item, ItemVerdict.Status.valueOf(json.getText().toUpperCase(Locale.ROOT)));
            }
          }
          default -> json.skipChildren();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file);
    }
    if (date == null || year == null || Double.isNaN(score)) {
      throw unusable(file);
    }
    return new Snapshot(date, year, score, items);
  }

  private static UnusableInput unusable(String file) {
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "อ่านผลของบันทึกข้อความครั้งก่อนไม่ได้",
                "the result kept with the last memo cannot be read")
            .at(Source.of(file))
            .hint(
                "ลบไฟล์นี้ แล้วบันทึกครั้งนี้จะเริ่มเปรียบเทียบใหม่",
                "delete the file; then comparing begins anew with this memo"));
  }
}
