package th.oit.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.text.Words;

/**
 * A shape as JSON Schema, draft 7: the newest that the YAML extension of VS Code reads.
 *
 * <p>What a value may be is said by keywords of one kind of value each, never by {@code anyOf} over
 * whole shapes: editors then name the one thing that is wrong. An empty value counts as absent, as
 * it does for the readers.
 */
final class SchemaJson {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private final JsonGenerator json;
  private final Map<String, Mapping> named = new LinkedHashMap<>();

  private SchemaJson(JsonGenerator json) {
    this.json = json;
  }

  /** The text of a schema. */
  static String of(Schema schema) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      new SchemaJson(json).write(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  private void write(Schema schema) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", DRAFT);
    json.writeStringField("title", schema.title().th() + " / " + schema.title().en());
    body(schema.shape(), true, null);
    if (!named.isEmpty()) {
      json.writeObjectFieldStart("definitions");
      for (Map.Entry<String, Mapping> each : Map.copyOf(named).entrySet()) {
        json.writeObjectFieldStart(each.getKey());
        json.writeStringField("type", "object");
        mapping(each.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The keywords of a shape, within an object that is open. */
  private void body(Shape shape, boolean required, String usual) throws IOException {
    if (shape.again() != null || isNamed(shape)) {
      String name = shape.again() == null ? shape.mapping().name() : shape.again();
      if (shape.mapping() != null) {
        named.put(name, shape.mapping());
      }
      json.writeStringField("$ref", "#/definitions/" + name);
      return;
    }
    types(shape, required);
    if (shape.scalar() != null) {
      scalar(shape.scalar(), required, shape.entries() != null || shape.mapping() != null);
    }
    if (usual != null) {
      usual(shape.scalar(), usual);
    }
    if (shape.entries() != null) {
      json.writeObjectFieldStart("items");
      body(shape.entries(), true, null);
      json.writeEndObject();
    }
    if (shape.mapping() != null) {
      mapping(shape.mapping());
    }
  }

  private static boolean isNamed(Shape shape) {
    return shape.mapping() != null && shape.mapping().name() != null;
  }

  private void types(Shape shape, boolean required) throws IOException {
    if (isPlainChoice(shape)) {
      return; // the list of values says it all
    }
    json.writeArrayFieldStart("type");
    if (shape.entries() != null) {
      json.writeString("array");
    }
    if (shape.mapping() != null) {
      json.writeString("object");
    }
    if (shape.scalar() != null) {
      for (String type : types(shape.scalar().kind())) {
        json.writeString(type);
      }
    }
    if (!required) {
      json.writeString("null");
    }
    json.writeEndArray();
  }

  private static boolean isPlainChoice(Shape shape) {
    return shape.scalar() != null
        && shape.scalar().kind() == Scalar.Kind.CHOICE
        && shape.entries() == null
        && shape.mapping() == null;
  }

  private static List<String> types(Scalar.Kind kind) {
    return switch (kind) {
      case WHOLE, YEAR -> List.of("integer", "string");
      case TEXT, PLACE, NUMBER, TIME -> List.of("string", "number");
      case FLAG -> List.of("boolean", "string");
      case RANK -> List.of("boolean", "integer", "string");
      default -> List.of("string");
    };
  }

  private void scalar(Scalar scalar, boolean required, boolean withOthers) throws IOException {
    if (scalar.kind() == Scalar.Kind.CHOICE && !withOthers) {
      choices(scalar, required);
    } else if (scalar.kind() == Scalar.Kind.CHOICE) {
      String values =
          scalar.choices().stream()
              .map(Scalar.Choice::value)
              .reduce((a, b) -> a + "|" + b)
              .orElseThrow();
      pattern(values, required);
      pattern(scalar);
    } else if (scalar.pattern() != null) {
      pattern(scalar.pattern(), required);
      pattern(scalar);
    } else if (required) {
      json.writeStringField("pattern", "\\S");
      json.writeStringField("patternErrorMessage", "ต้องกรอก / must not be empty");
    }
    if (scalar.least() != null) {
      json.writeNumberField("minimum", scalar.least());
    }
    if (scalar.most() != null) {
      json.writeNumberField("maximum", scalar.most());
    }
    if (!scalar.examples().isEmpty()) {
      json.writeArrayFieldStart("examples");
      for (String example : scalar.examples()) {
        value(scalar, example);
      }
      json.writeEndArray();
    }
  }

  private void pattern(String form, boolean required) throws IOException {
    json.writeStringField("pattern", "^\\s*(?:" + form + ")" + (required ? "" : "?") + "\\s*$");
  }

  /** What VS Code says in place of the pattern, which nobody reads. */
  private void pattern(Scalar scalar) throws IOException {
    String such = scalar.examples().isEmpty() ? "" : scalar.examples().get(0);
    Words words =
        switch (scalar.kind()) {
          case DAY, WRITTEN_DAY ->
              Words.of(
                  "ต้องเป็นวันที่แบบ ปี-เดือน-วัน เช่น 2567-04-10",
                  "expected a date such as 2567-04-10");
          case YEAR ->
              Words.of(
                  "ต้องเป็นปี พ.ศ. สี่หลัก เช่น 2567",
                  "expected a year of the Buddhist era such as 2567");
          case ITEM -> Words.of("ต้องเป็นรหัสข้อ เช่น O14", "expected a code such as O14");
          case WHOLE -> Words.of("ต้องเป็นตัวเลขจำนวนเต็ม", "expected a whole number");
          case NUMBER -> Words.of("ต้องเป็นตัวเลข", "expected a number");
          case FLAG -> Words.of("ต้องเป็น true หรือ false", "expected true or false");
          case CHOICE -> {
            String list =
                String.join(", ", scalar.choices().stream().map(Scalar.Choice::value).toList());
            yield Words.of("ต้องเป็นค่าใดค่าหนึ่งใน: " + list, "expected one of: " + list);
          }
          default ->
              such.isEmpty()
                  ? Words.of("รูปแบบไม่ถูกต้อง", "not in the form that is read")
                  : Words.of(
                      "รูปแบบไม่ถูกต้อง เขียนแบบ " + such, "expected something such as " + such);
        };
    json.writeStringField("patternErrorMessage", line(words));
  }

  private void choices(Scalar scalar, boolean required) throws IOException {
    json.writeArrayFieldStart("enum");
    for (Scalar.Choice choice : scalar.choices()) {
      json.writeString(choice.value());
    }
    if (!required) {
      json.writeNull();
    }
    json.writeEndArray();
    if (scalar.choices().stream().anyMatch(choice -> choice.says() != null)) {
      json.writeArrayFieldStart("markdownEnumDescriptions");
      for (Scalar.Choice choice : scalar.choices()) {
        json.writeString(choice.says() == null ? choice.value() : line(choice.says()));
      }
      if (!required) {
        json.writeString("ไม่ได้เขียน / not written");
      }
      json.writeEndArray();
    }
  }

  private void usual(Scalar scalar, String usual) throws IOException {
    json.writeFieldName("default");
    value(scalar, usual);
  }

  private void value(Scalar scalar, String text) throws IOException {
    boolean number =
        scalar != null
            && List.of(Scalar.Kind.WHOLE, Scalar.Kind.RANK, Scalar.Kind.YEAR, Scalar.Kind.NUMBER)
                .contains(scalar.kind());
    if (number) {
      json.writeNumber(text);
    } else if (scalar != null && scalar.kind() == Scalar.Kind.FLAG) {
      json.writeBoolean(Boolean.parseBoolean(text));
    } else {
      json.writeString(text);
    }
  }

  private void mapping(Mapping mapping) throws IOException {
    if (mapping.others() == null) {
      json.writeBooleanField("additionalProperties", false);
    } else {
      json.writeObjectFieldStart("additionalProperties");
      body(mapping.others(), false, null);
      json.writeEndObject();
    }
    List<String> required =
        mapping.keys().stream().filter(Mapping.Key::isRequired).map(Mapping.Key::name).toList();
    strings("required", required);
    if (!mapping.keys().isEmpty()) {
      json.writeObjectFieldStart("properties");
      for (Mapping.Key key : mapping.keys()) {
        json.writeObjectFieldStart(key.name());
        if (!isReference(key.shape())) {
          json.writeStringField("description", line(key.says()));
          json.writeStringField(
              "markdownDescription", key.says().th() + "\n\n*" + key.says().en() + "*");
        }
        body(key.shape(), key.isRequired(), key.usual());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    demands(mapping.demands());
  }

  private static boolean isReference(Shape shape) {
    return shape.again() != null || isNamed(shape);
  }

  private static String line(Words words) {
    return words.th() + " / " + words.en();
  }

  private void strings(String field, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(field);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  private void demands(List<Mapping.Demand> demands) throws IOException {
    if (demands.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("allOf");
    for (Mapping.Demand demand : demands) {
      json.writeStartObject();
      if (demand instanceof Mapping.Demand.When when) {
        json.writeObjectFieldStart("if");
        given(when.key(), when.value());
        json.writeEndObject();
        json.writeObjectFieldStart("then");
        all(when.needs());
        json.writeEndObject();
      } else if (demand instanceof Mapping.Demand.WhenBoth both) {
        json.writeObjectFieldStart("if");
        all(List.of(both.one(), both.other()));
        json.writeEndObject();
        json.writeObjectFieldStart("then");
        given(both.needs(), null);
        json.writeEndObject();
      } else if (demand instanceof Mapping.Demand.AnyOf any) {
        each("anyOf", any.keys());
      } else if (demand instanceof Mapping.Demand.OneOf one) {
        each("oneOf", one.keys());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void each(String field, List<String> keys) throws IOException {
    json.writeArrayFieldStart(field);
    for (String key : keys) {
      json.writeStartObject();
      given(key, null);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void all(List<String> keys) throws IOException {
    json.writeArrayFieldStart("allOf");
    for (String key : keys) {
      json.writeStartObject();
      given(key, null);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** That a key has a value, or this value. */
  private void given(String key, String value) throws IOException {
    strings("required", List.of(key));
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart(key);
    if (value != null) {
      json.writeStringField("const", value);
    } else {
      json.writeObjectFieldStart("not");
      json.writeStringField("type", "null");
      json.writeEndObject();
      json.writeStringField("pattern", "\\S");
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
