package th.oit.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import th.oit.finding.Finding;
import th.oit.finding.FindingKey;
import th.oit.text.Language;
import th.oit.text.Words;

/** Writes the file of old debt, as {@link BaselineReader} reads it and a webmaster edits it. */
public final class BaselineText {
  private static final int BUDDHIST_ERA = 543;

  /** What YAML takes for a text without quotes, whatever stands in it. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/.ก-ฮเ-ไ](?:[A-Za-z0-9/._ก-ฺเ-๎-]*[A-Za-z0-9/_ก-ฺเ-๎])?");

  private static final Set<String> WORDS_OF_YAML =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", ".inf", ".nan");

  private BaselineText() {}

  /** How many entries findings make. */
  public static int entries(List<Finding> findings) {
    return (int)
        findings.stream()
            .filter(finding -> Baseline.mayHold(finding.rule()))
            .map(FindingKey::of)
            .distinct()
            .count();
  }

  /**
   * The text of a file that puts off these findings.
   *
   * @param former the file that this one replaces: what it puts off beyond today keeps its date,
   *     and every entry its reason; entries that no finding needs are left out
   * @param until the last day of all other entries
   * @param reason of new entries; null for none
   * @param language of the comments
   */
  public static String of(
      List<Finding> findings,
      Baseline former,
      LocalDate today,
      LocalDate until,
      String reason,
      Language language) {
    Map<FindingKey, Baseline.Entry> before = new HashMap<>();
    former.entries().forEach(entry -> before.put(entry.key(), entry));
    Map<FindingKey, List<Finding>> byKey = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (Baseline.mayHold(finding.rule())) {
        byKey.computeIfAbsent(FindingKey.of(finding), key -> new ArrayList<>()).add(finding);
      }
    }
    StringBuilder out = new StringBuilder(head(language));
    out.append(byKey.isEmpty() ? "entries: []\n" : "entries:\n");
    byKey.forEach(
        (key, same) -> {
          Baseline.Entry old = before.get(key);
          boolean keeps = old != null && old.countsOn(today);
          Set<Object> places = same.stream().map(Baseline::place).collect(Collectors.toSet());
          out.append("  # ").append(oneLine(same.get(0).message().in(language))).append('\n');
          out.append("  - rule: ").append(key.rule().id()).append('\n');
          field(out, "file", key.file());
          field(out, "item", key.item());
          field(out, "target", key.target());
          if (places.size() > 1) {
            out.append("    times: ").append(places.size()).append('\n');
          }
          out.append("    until: ").append(day(keeps ? old.until() : until)).append('\n');
          field(out, "reason", old != null && old.reason() != null ? old.reason() : reason);
        });
    return out.toString();
  }

  private static String head(Language language) {
    return Words.of(
            """
            # ข้อบกพร่องเดิมที่ยังไม่ปิดกั้นการเผยแพร่จนถึงวันที่ใน until:
            # ข้อบกพร่องใหม่ยังปิดกั้นตามปกติ และข้อที่ไม่ผ่านยังแสดงว่าไม่ผ่านในรายงาน
            # แก้เสร็จแล้วให้ลบรายการนั้นออก ใช้ด้วย: oit publish --baseline ไฟล์นี้
            """,
            """
            # Old faults that do not close the gate until the day in 'until:'.
            # New ones still do, and an item that does not pass is still shown so in the reports.
            # Remove an entry when its fault is mended. Used by: oit publish --baseline this-file
            """)
        .in(language);
  }

  private static void field(StringBuilder out, String name, String value) {
    if (value != null) {
      out.append("    ").append(name).append(": ").append(scalar(value)).append('\n');
    }
  }

  private static String day(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-%02d-%02d",
        day.getYear() + BUDDHIST_ERA,
        day.getMonthValue(),
        day.getDayOfMonth());
  }

  /** A text so that YAML gives back exactly the same, with no more quotes than it needs. */
  static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !WORDS_OF_YAML.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c >= 'ก' && c <= '๛');
    if (printable) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7F || c >= 'ก' && c <= '๛') {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return out.append('"').toString();
  }

  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .forEach(out::appendCodePoint);
    return out.toString().strip();
  }
}
