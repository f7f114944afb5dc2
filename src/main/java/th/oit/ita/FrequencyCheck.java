package th.oit.ita;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;

/** One task that is to be done at two frequencies, as far as the same words say so. */
final class FrequencyCheck {
  private static final List<Pattern> FREQUENCIES =
      List.of(
          Pattern.compile("ทุก\\s*15\\s*วัน"),
          Pattern.compile("ทุกเดือน|รายเดือน|เดือนละ"),
          Pattern.compile("ทุก(?:ๆ)?\\s*ไตรมาส|รายไตรมาส|ไตรมาสละ"),
          Pattern.compile("ทุก(?:ๆ)?\\s*6\\s*เดือน|ราย\\s*6\\s*เดือน|ปีละ\\s*2\\s*ครั้ง"),
          Pattern.compile("ปีละ\\s*1\\s*ครั้ง|(?<!ของ)ทุก(?:ๆ)?\\s*ปี(?![ก-๎])|รายปี"));
  private static final int AROUND = 60;

  /** So many letters in common are a task; fewer are a way of speaking. */
  private static final int TASK = 15;

  /** Words that stand more often than this are the report's theme, not one task. */
  private static final int RARE = 3;

  /** Who does something and that it is followed up, which is said of every task alike. */
  private static final Pattern COMMON =
      Pattern.compile(
          "ผู้บริหาร|กำกับ|ติดตาม|ดูแล|การ|ดำเนินงาน|ดำเนิน|เจ้าหน้าที่|ผู้รับผิดชอบ|รับผิดชอบ|รายงาน|สรุป|ผล|ทราบ|ให้|ของ"
              + "|อย่าง|สม่ำเสมอ|หน่วยงาน|บุคลากร|ประจำ|และ|ใน|ตาม");

  private static final int OWN_WORDS = 8;

  private FrequencyCheck() {}

  /** A frequency with the words around it. */
  private record Mention(int frequency, String written, String around, Source at) {}

  static void check(Draft draft, Findings findings) {
    List<Mention> mentions = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    for (Draft.Line line : draft.lines()) {
      whole.append(letters(line.plain())).append('\n');
      for (Draft.Cell cell : line.cells()) {
        mentions(draft, line, cell, mentions);
      }
    }
    Set<String> told = new HashSet<>();
    for (int i = 0; i < mentions.size(); i++) {
      for (int j = 0; j < i; j++) {
        Mention first = mentions.get(j);
        Mention second = mentions.get(i);
        if (first.frequency() == second.frequency()) {
          continue;
        }
        String task = common(first.around(), second.around());
        if (task.length() >= TASK
            && COMMON.matcher(task).replaceAll("").length() >= OWN_WORDS
            && count(whole, task) <= RARE
            && told.add(task)) {
          DraftCheck.add(
              findings,
              draft,
              second.at(),
              Finding.of(
                      Rule.ITA_FREQUENCY,
                      "\""
                          + task
                          + "\" กำหนดไว้ "
                          + second.written()
                          + " แต่บรรทัด "
                          + first.at().line()
                          + " กำหนดไว้ "
                          + first.written(),
                      "'"
                          + task
                          + "' is to be done '"
                          + second.written()
                          + "' here and '"
                          + first.written()
                          + "' in line "
                          + first.at().line())
                  .about(second.written())
                  .hint("กำหนดรอบเดียวสำหรับงานเดียวกัน", "give one task one frequency"));
        }
      }
    }
  }

  private static void mentions(
      Draft draft, Draft.Line line, Draft.Cell cell, List<Mention> mentions) {
    String text = cell.text();
    List<int[]> found = new ArrayList<>();
    for (int frequency = 0; frequency < FREQUENCIES.size(); frequency++) {
      Matcher matcher = FREQUENCIES.get(frequency).matcher(text);
      while (matcher.find()) {
        found.add(new int[] {frequency, matcher.start(), matcher.end()});
      }
    }
    for (int[] one : found) {
      // "monthly, or quarterly, or half-yearly" leaves the choice.
      boolean choice =
          found.stream()
              .anyMatch(
                  other ->
                      other[0] != one[0]
                          && Math.abs(other[1] - one[1]) < 30
                          && text.substring(Math.min(one[1], other[1]), Math.max(one[2], other[2]))
                              .contains("หรือ"));
      if (!choice) {
        String before = text.substring(Math.max(0, one[1] - AROUND), one[1]);
        String after = text.substring(one[2], Math.min(text.length(), one[2] + AROUND));
        mentions.add(
            new Mention(
                one[0],
                text.substring(one[1], one[2]),
                letters(before) + "\n" + letters(after),
                draft.at(line, cell.column() - 1 + one[1])));
      }
    }
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'ก' && c <= '๎' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** The longest run of letters that two texts share. */
  private static String common(String a, String b) {
    int[] before = new int[b.length() + 1];
    int longest = 0;
    int end = 0;
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      for (int j = 1; j <= b.length(); j++) {
        if (a.charAt(i - 1) == b.charAt(j - 1) && a.charAt(i - 1) != '\n') {
          row[j] = before[j - 1] + 1;
          if (row[j] > longest) {
            longest = row[j];
            end = i;
          }
        }
      }
      before = row;
    }
    return a.substring(end - longest, end);
  }

  private static int count(StringBuilder whole, String part) {
    int count = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}
