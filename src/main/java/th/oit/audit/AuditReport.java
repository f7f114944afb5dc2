package th.oit.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/**
 * What an audit adds to the reports of all checks: which URLs opened and how fast, and what changed
 * since an earlier audit. Immutable.
 *
 * @param day for which was judged
 * @param comparison null when none was asked for
 */
public record AuditReport(AuditResult result, LocalDate day, Comparison comparison) {

  /** Writes the field {@code audit} into an open object. */
  public void writeTo(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("audit");
    json.writeStringField("url", result.url());
    json.writeStringField("day", day.toString());
    json.writeNumberField("requests", result.requests());
    json.writeObjectFieldStart("skipped");
    for (AuditResult.Skip skip : result.skipped()) {
      json.writeNumberField(skip.why(), skip.count());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("items");
    for (AuditedItem item : result.items()) {
      json.writeStartObject();
      json.writeStringField("id", item.item());
      json.writeStringField("name", item.name());
      json.writeStringField("state", item.state().id());
      json.writeArrayFieldStart("urls");
      for (Opening opening : item.openings()) {
        opening(json, opening);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    if (comparison != null) {
      json.writeObjectFieldStart("compared");
      json.writeStringField("with", comparison.with());
      json.writeStringField("day", comparison.day());
      changes(json, "broken", comparison.broken());
      changes(json, "mended", comparison.mended());
      json.writeNumberField("unchanged", comparison.unchanged());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void opening(JsonGenerator json, Opening opening) throws IOException {
    json.writeStartObject();
    json.writeStringField("url", opening.url());
    json.writeStringField("opens", opening.opens().id());
    json.writeStringField("why", opening.why() == null ? null : opening.why().en());
    json.writeNumberField("status", opening.status());
    json.writeNumberField("seconds", opening.millis() / 1000.0);
    json.writeStringField("arrived", opening.arrived());
    json.writeStringField("title", opening.title());
    json.writeStringField("type", opening.type());
    json.writeArrayFieldStart("years");
    for (int year : opening.years()) {
      json.writeNumber(year);
    }
    json.writeEndArray();
    json.writeNumberField("bytes", opening.bytes());
    json.writeEndObject();
  }

  private static void changes(JsonGenerator json, String name, Iterable<Comparison.Change> changes)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Comparison.Change change : changes) {
      json.writeStartObject();
      json.writeStringField("rule", change.rule());
      json.writeStringField("page", change.page());
      json.writeStringField("item", change.item());
      json.writeStringField("target", change.target());
      json.writeStringField("message", change.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  // For people

  private static String state(AuditedItem.State state, Language language) {
    Words words =
        switch (state) {
          case PASS -> Words.of("ผ่าน", "pass");
          case FAIL -> Words.of("ไม่ผ่าน", "fail");
          case MISSING -> Words.of("ไม่มี", "missing");
          case UNVERIFIED -> Words.of("ยังไม่ทราบผล", "unverified");
        };
    return words.in(language);
  }

  private static Words opens(Opening.Opens opens) {
    return switch (opens) {
      case YES -> Words.of("เปิดได้", "opens");
      case NO -> Words.of("เปิดไม่ได้", "does not open");
      case LOGIN -> Words.of("ต้องเข้าสู่ระบบ", "asks for a login");
      case UNVERIFIED -> Words.of("ยังไม่ทราบผล", "unverified");
    };
  }

  private static String about(Opening opening, Language language) {
    boolean th = language == Language.TH;
    StringBuilder out = new StringBuilder(opens(opening.opens()).in(language));
    out.append(
        String.format(Locale.ROOT, " %.1f %s", opening.millis() / 1000.0, th ? "วินาที" : "s"));
    if (!opening.type().isEmpty()) {
      out.append(" · ").append(opening.type());
    }
    if (opening.bytes() >= 100_000) {
      out.append(String.format(Locale.ROOT, " %.1f MB", opening.bytes() / 1_000_000.0));
    }
    if (!opening.years().isEmpty()) {
      out.append(th ? " · ปี " : " · ");
      out.append(opening.years().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    if (!opening.title().isEmpty()) {
      out.append(" · ").append(opening.title());
    }
    return out.toString();
  }

  /** The items as they were met, for a terminal; empty where there are none. */
  public String text(Language language) {
    if (result.items().isEmpty()) {
      return "";
    }
    int widest =
        result.items().stream()
            .mapToInt(item -> columns(state(item.state(), language)))
            .max()
            .orElse(0);
    StringBuilder out = new StringBuilder();
    for (AuditedItem item : result.items()) {
      String state = state(item.state(), language);
      out.append("  ").append(state).append(" ".repeat(widest - columns(state)));
      out.append("  ")
          .append(item.item())
          .append(" ".repeat(Math.max(1, 4 - item.item().length())));
      out.append(item.name()).append('\n');
      for (Opening opening : item.openings()) {
        out.append("      ").append(opening.url()).append('\n');
        out.append("      ").append(about(opening, language)).append('\n');
      }
    }
    return out.append('\n').toString();
  }

  /** Marks above and below a letter take no column of a terminal. */
  private static int columns(String text) {
    return (int)
        text.chars().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }

  /** What changed since the earlier audit, for a terminal; empty where none was asked for. */
  public String changes(Language language) {
    if (comparison == null) {
      return "";
    }
    boolean th = language == Language.TH;
    String day =
        ThaiDate.parse(comparison.day())
            .map(date -> th ? ThaiDate.longForm(date) : date.toString())
            .orElse(comparison.with());
    StringBuilder out = new StringBuilder();
    out.append(
        th
            ? "เทียบกับการตรวจเมื่อ " + day + ": พังเพิ่ม "
            : "compared with the audit of " + day + ": newly broken ");
    out.append(comparison.broken().size());
    out.append(th ? " แก้แล้ว " : ", mended ").append(comparison.mended().size());
    out.append(th ? " ยังเหมือนเดิม " : ", as before ").append(comparison.unchanged());
    out.append('\n');
    comparison.broken().forEach(change -> line(out, "+ ", change));
    comparison.mended().forEach(change -> line(out, "- ", change));
    return out.append('\n').toString();
  }

  private static void line(StringBuilder out, String sign, Comparison.Change change) {
    out.append("  ").append(sign);
    String item = change.item();
    if (item != null && !change.message().contains(item)) {
      out.append(item).append(' ');
    }
    out.append(change.message()).append("  [").append(change.rule()).append("]\n");
  }

  /** The items and the changes as Markdown, to stand below the report. */
  public String markdown(Language language) {
    boolean th = language == Language.TH;
    StringBuilder out = new StringBuilder();
    if (!result.items().isEmpty()) {
      out.append(th ? "\n## URL ของแต่ละข้อ\n\n" : "\n## The URL of each item\n\n");
      out.append(th ? "| ข้อ | ผล | URL | การเปิด |\n" : "| item | state | URL | opening |\n");
      out.append("| --- | --- | --- | --- |\n");
      for (AuditedItem item : result.items()) {
        out.append("| ").append(item.item()).append(" | ").append(state(item.state(), language));
        out.append(" | ");
        out.append(
            item.openings().stream()
                .map(opening -> cell(opening.url()))
                .collect(Collectors.joining("<br>")));
        out.append(" | ");
        out.append(
            item.openings().stream()
                .map(opening -> cell(about(opening, language)))
                .collect(Collectors.joining("<br>")));
        out.append(" |\n");
      }
    }
    if (comparison != null) {
      out.append(th ? "\n## เทียบกับครั้งก่อน\n\n" : "\n## Since the earlier audit\n\n");
      for (String line : changes(language).strip().split("\n")) {
        out.append("- ").append(cell(line.strip().replaceFirst("^- ", "✓ "))).append('\n');
      }
    }
    return out.toString();
  }

  /** Text that cannot break out of its cell or become markup. */
  private static String cell(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append("|\\`*_<>[]".indexOf(c) >= 0 ? "\\" : "").append(c == '\n' ? ' ' : c);
    }
    return out.toString();
  }
}
