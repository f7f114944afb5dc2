package th.oit.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.DataTable;
import th.oit.source.Fields;
import th.oit.source.YamlNode;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/** Reads questions and answers, and proposals and what became of them, from YAML or CSV. */
final class RecordReader {
  private static final Words A_DAY =
      Words.of(
          "ต้องเป็นวันที่ เช่น 2567-04-10 หรือ 10 เม.ย. 2567",
          "expected a date, such as 2567-04-10 or 10 เม.ย. 2567");

  /** A column that only counts the rows. */
  private static final String NUMBER = "ลำดับ";

  private RecordReader() {}

  /** What the entries of a file are. */
  enum Kind {
    QUESTIONS(
        "qa",
        List.of("question", "answer"),
        Map.of(
            "question",
            "คำถาม",
            "asked",
            "วันที่ถาม",
            "answer",
            "คำตอบ",
            "answered",
            "วันที่ตอบ",
            "by",
            "ผู้ตอบ",
            "topic",
            "เรื่อง",
            "link",
            "ลิงก์",
            "id",
            "รหัส")),
    VOICES(
        "voices",
        List.of("suggestion", "action"),
        Map.of(
            "suggestion",
            "ข้อเสนอ",
            "from",
            "จาก",
            "date",
            "วันที่",
            "action",
            "การดำเนินการ",
            "result",
            "ผล",
            "by",
            "ผู้รับผิดชอบ",
            "state",
            "สถานะ",
            "link",
            "ลิงก์",
            "id",
            "รหัส"));

    private final String word;
    private final List<String> signs;

    /** The labels of columns by the key for which they stand. */
    private final Map<String, String> labels;

    Kind(String word, List<String> signs, Map<String, String> labels) {
      this.word = word;
      this.signs = signs;
      this.labels = labels;
    }

    /** What stands behind a CSV file to say that it is one of these. */
    String word() {
      return word;
    }

    /** Whether the entries of a YAML list say that they are these. */
    boolean isOf(YamlNode.Sequence list) {
      return list.values().stream()
          .anyMatch(
              value ->
                  value instanceof YamlNode.Mapping entry
                      && entry.entries().keySet().containsAll(signs));
    }

    private Optional<String> key(String label) {
      String plain = label.strip().toLowerCase(Locale.ROOT);
      return labels.entrySet().stream()
          .filter(known -> known.getKey().equals(plain) || known.getValue().equals(plain))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    private Finding unknownColumn(String label, Source at) {
      String known = labels.values().stream().sorted().collect(Collectors.joining(", "));
      String keys = labels.keySet().stream().sorted().collect(Collectors.joining(", "));
      return Finding.of(
              Rule.SOURCE_KEY,
              "ไม่รู้จักคอลัมน์ \"" + label + "\"",
              "unknown column '" + label + "'")
          .at(at)
          .about(label)
          .hint("ที่ใช้ได้คือ " + known, "known here: " + keys + ", or in Thai " + known);
    }
  }

  /** Reads entries of a YAML list; what is wrong with them is among the findings. */
  static Embed read(Kind kind, List<YamlNode> entries, Findings findings) {
    if (kind == Kind.QUESTIONS) {
      List<Embed.Question> questions = new ArrayList<>();
      for (YamlNode entry : entries) {
        questions.add(question(Fields.of(entry, findings)));
      }
      return new Embed.Questions(List.copyOf(questions));
    }
    List<Embed.Voice> voices = new ArrayList<>();
    for (YamlNode entry : entries) {
      voices.add(voice(Fields.of(entry, findings)));
    }
    return new Embed.Voices(List.copyOf(voices));
  }

  /**
   * Reads the rows of a table whose columns have the names of the keys, in Thai or English.
   *
   * @throws UnusableInput when a column is none of them
   */
  static Embed read(Kind kind, DataTable table, Findings findings) {
    List<String> keys = new ArrayList<>();
    Findings columns = new Findings();
    for (int i = 0; i < table.columns().size(); i++) {
      String label = table.columns().get(i);
      Optional<String> key = kind.key(label);
      if (key.isEmpty() && !label.equals(NUMBER)) {
        columns.add(kind.unknownColumn(label, table.columnsAt().get(i)));
      }
      keys.add(key.orElse(null));
    }
    if (!columns.isEmpty()) {
      throw new UnusableInput(columns.sorted());
    }
    List<YamlNode> entries = new ArrayList<>();
    for (DataTable.Row row : table.rows()) {
      Source at = new Source(table.file(), row.line(), 0);
      Map<String, YamlNode.Entry> cells = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        String cell = row.cells().get(i);
        if (keys.get(i) != null && !cell.isBlank()) {
          cells.put(
              keys.get(i), new YamlNode.Entry(at, new YamlNode.Scalar(at, cell.strip(), false)));
        }
      }
      entries.add(new YamlNode.Mapping(at, cells));
    }
    return read(kind, entries, findings);
  }

  private static Embed.Question question(Fields entry) {
    LocalDate asked = day(entry, "asked");
    LocalDate answered = day(entry, "answered");
    String answer = entry.text("answer").orElse(null);
    if (answer == null && answered != null) {
      entry.require("answer");
    }
    if (asked == null && answer == null) {
      entry.require("asked"); // a question that waits since nobody knows when
    }
    if (asked != null && answer != null && answered == null) {
      entry.require("answered");
    }
    if (asked != null && answered != null && answered.isBefore(asked)) {
      entry.refuse(
          entry.node("answered").orElseThrow(),
          "วันที่ตอบอยู่ก่อนวันที่ถาม",
          "the answer is older than the question");
    }
    Embed.Question question =
        new Embed.Question(
            id(entry),
            entry.requiredText("question"),
            asked,
            answer,
            answered,
            entry.text("by").orElse(null),
            entry.text("topic").orElse(null),
            link(entry));
    entry.refuseOthers();
    return question;
  }

  private static Embed.Voice voice(Fields entry) {
    Embed.Voice voice =
        new Embed.Voice(
            id(entry),
            entry.requiredText("suggestion"),
            entry.text("from").orElse(null),
            day(entry, "date"),
            entry.requiredText("action"),
            entry.text("result").orElse(null),
            entry.text("by").orElse(null),
            entry.choice("state", Embed.State.class).orElse(null),
            link(entry));
    entry.refuseOthers();
    return voice;
  }

  private static ItemPart.Place link(Fields entry) {
    return entry
        .text("link")
        .map(target -> new ItemPart.Place(target, entry.at("link")))
        .orElse(null);
  }

  private static LocalDate day(Fields entry, String key) {
    return entry.parsed(key, ThaiDate::read, A_DAY).orElse(null);
  }

  private static String id(Fields entry) {
    Optional<String> id = entry.text("id");
    if (id.isPresent() && !id.get().matches("[a-z][a-z0-9_-]*")) {
      entry.refuse(
          entry.node("id").orElseThrow(),
          "ต้องเป็นอักษรอังกฤษตัวเล็ก ตัวเลข และ - เช่น street-light",
          "expected lower-case ASCII letters, digits and '-', such as street-light");
      return null;
    }
    return id.orElse(null);
  }
}
