package th.oit.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import th.oit.check.links.WebAddress;
import th.oit.text.Words;

/**
 * The good answers of earlier runs, in a file that may be deleted at any time. What failed is never
 * kept: it is asked again every time. Thread-safe.
 */
final class Memory {
  private static final int VERSION = 1;

  private final Path file;
  private final Instant oldest;
  private final Map<String, Kept> answers = new TreeMap<>();
  private Words note;
  private boolean changed;

  /** An answer as it is kept. */
  private record Kept(
      Instant at, int status, String arrived, String type, long length, List<Hop> hops) {}

  /**
   * Reads what is kept.
   *
   * @param file null to keep nothing
   */
  Memory(Path file, Instant now, Duration time) {
    this.file = file;
    this.oldest = now.minus(time);
    if (file == null || !Files.isRegularFile(file)) {
      return;
    }
    try {
      read(Files.readString(file), now);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      answers.clear();
      note =
          Words.of(
              "อ่านผลการตรวจเว็บไซต์ภายนอกครั้งก่อนใน "
                  + file.getFileName()
                  + " ไม่ได้ จึงถามใหม่ทั้งหมด",
              "the answers of earlier runs in "
                  + file.getFileName()
                  + " cannot be read; all is asked anew");
    }
  }

  /** Why the file could not be used; empty when it could. */
  Optional<Words> note() {
    return Optional.ofNullable(note);
  }

  /** A good answer that is not too old yet. */
  synchronized Optional<Answer> find(Ask ask) {
    if (file == null || ask.depth() != Depth.EXISTS) {
      return Optional.empty();
    }
    Kept kept = answers.get(ask.address().withoutFragment().toString());
    return kept == null
        ? Optional.empty()
        : Optional.of(
            new Answer(
                ask,
                WebAddress.parse(kept.arrived),
                Reason.OPENS,
                kept.status,
                kept.hops,
                kept.type,
                kept.length,
                false,
                Duration.ZERO,
                kept.at,
                true,
                new byte[0],
                null));
  }

  synchronized void keep(Answer answer) {
    if (file == null
        || answer.remembered()
        || answer.reason() != Reason.OPENS
        || answer.asked().depth() != Depth.EXISTS) {
      return;
    }
    changed = true;
    answers.put(
        answer.asked().address().withoutFragment().toString(),
        new Kept(
            answer.at(),
            answer.status(),
            answer.arrived().toString(),
            answer.contentType(),
            answer.length(),
            answer.hops()));
  }

  /** Writes what is worth keeping; does nothing when nothing is new. */
  synchronized void save() throws IOException {
    if (!changed) {
      return;
    }
    changed = false;
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.useDefaultPrettyPrinter();
      out.writeStartObject();
      out.writeNumberField("version", VERSION);
      out.writeArrayFieldStart("answers");
      for (Map.Entry<String, Kept> answer : answers.entrySet()) {
        write(out, answer.getKey(), answer.getValue());
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path fresh = Files.createTempFile(parent, file.getFileName().toString(), ".new");
    try {
      Files.write(fresh, text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void write(JsonGenerator out, String url, Kept kept) throws IOException {
    out.writeStartObject();
    out.writeStringField("url", url);
    out.writeStringField("at", kept.at.toString());
    out.writeNumberField("status", kept.status);
    out.writeStringField("arrived", kept.arrived);
    out.writeStringField("type", kept.type);
    out.writeNumberField("length", kept.length);
    out.writeArrayFieldStart("hops");
    for (Hop hop : kept.hops) {
      out.writeStartObject();
      out.writeNumberField("status", hop.status());
      out.writeStringField("from", hop.from().toString());
      out.writeStringField("to", hop.to().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void read(String text, Instant now) throws IOException {
    try (JsonParser in = new JsonFactory().createParser(text)) {
      expect(in.nextToken() == JsonToken.START_OBJECT);
      expect("version".equals(in.nextFieldName()));
      if (in.nextIntValue(-1) != VERSION) {
        return; // of another release, which is no damage
      }
      expect("answers".equals(in.nextFieldName()));
      expect(in.nextToken() == JsonToken.START_ARRAY);
      while (in.nextToken() == JsonToken.START_OBJECT) {
        Map<String, String> values = new HashMap<>();
        List<Hop> hops = new ArrayList<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
          if (in.nextToken() == JsonToken.START_ARRAY) {
            hops.addAll(hops(in));
          } else {
            values.put(name, in.getText());
          }
        }
        Kept kept =
            new Kept(
                Instant.parse(value(values, "at")),
                Integer.parseInt(value(values, "status")),
                value(values, "arrived"),
                value(values, "type"),
                Long.parseLong(value(values, "length")),
                hops);
        expect(WebAddress.parse(kept.arrived).isWeb());
        // An answer from the future was written by a clock that went wrong.
        if (kept.at.isAfter(oldest) && !kept.at.isAfter(now)) {
          answers.put(value(values, "url"), kept);
        }
      }
      expect(in.currentToken() == JsonToken.END_ARRAY);
      expect(in.nextToken() == JsonToken.END_OBJECT);
    }
  }

  private static List<Hop> hops(JsonParser in) throws IOException {
    List<Hop> hops = new ArrayList<>();
    while (in.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> values = new HashMap<>();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        values.put(name, in.getText());
      }
      int status = Integer.parseInt(value(values, "status"));
      hops.add(
          Hop.of(
              status,
              WebAddress.parse(value(values, "from")),
              WebAddress.parse(value(values, "to"))));
    }
    return hops;
  }

  private static String value(Map<String, String> values, String name) {
    expect(values.get(name) != null);
    return values.get(name);
  }

  private static void expect(boolean right) {
    if (!right) {
      throw new IllegalArgumentException("not as it was written");
    }
  }
}
