package th.oit.ita;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;

/** Counts that their lists do not keep, numbers left out, charts that show nothing. */
final class ListCheck {
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s*([ก-๎]{2,30})\\s*(?:ได้แก่|ประกอบด้วย|คือ)\\s*([^\\n:]{10,600})");
  private static final Pattern ITEM =
      Pattern.compile("(?<=^|[\\s])(\\d{1,2})\\s?[.)]\\s?(?=[ก-๎A-Za-z])");
  private static final Pattern NO_NUMBER = Pattern.compile("^\\.\\s+[ก-๎]");
  private static final Pattern YEAR = Pattern.compile("ปี\\s*(?:พ\\.?ศ\\.?)?\\s*2[45]\\d\\d");

  private ListCheck() {}

  static void check(Draft draft, Findings findings) {
    for (int i = 0; i < draft.lines().size(); i++) {
      Draft.Line line = draft.lines().get(i);
      counted(draft, line, findings);
      for (Draft.Cell cell : line.cells()) {
        gaps(draft, line, cell, findings);
      }
      chart(draft, i, findings);
    }
  }

  private static void counted(Draft draft, Draft.Line line, Findings findings) {
    Matcher matcher = COUNTED.matcher(line.plain());
    int from = 0;
    while (matcher.find(from)) {
      from = matcher.start(3);
      int stated = Integer.parseInt(matcher.group(1));
      int listed = listed(matcher.group(3));
      // Names may hold spaces, so more parts than stated say nothing.
      if (stated >= 2 && listed >= 2 && listed < stated) {
        DraftCheck.add(
            findings,
            draft,
            draft.at(line, matcher.start(1)),
            Finding.of(
                    Rule.ITA_LIST,
                    "เขียนว่ามี "
                        + stated
                        + " "
                        + matcher.group(2)
                        + " แต่ชื่อที่ตามมามี "
                        + listed
                        + " ชื่อ",
                    "there are said to be " + stated + ", and " + listed + " names follow")
                .about(matcher.group(1))
                .hint(
                    "เพิ่มชื่อที่ขาด หรือเว้นวรรคระหว่างชื่อที่ติดกัน",
                    "add what is missing, or part names that run together"));
      }
    }
  }

  /** How many names stand in a list that ends with its sentence or its bracket. */
  private static int listed(String text) {
    StringBuilder flat = new StringBuilder();
    int depth = 0;
    boolean numbered = text.matches("\\(?1[.)].*");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' && !numbered) {
        depth++;
      } else if (c == ')' && !numbered) {
        if (--depth < 0) {
          break;
        }
      } else if (depth == 0) {
        flat.append(c);
      }
    }
    if (numbered) {
      Matcher matcher = Pattern.compile("\\(?(?<!\\d)\\d{1,2}[.)]").matcher(flat);
      int count = 0;
      while (matcher.find()) {
        count++;
      }
      return count;
    }
    int names = 0;
    for (String part : flat.toString().split("[\\s,]+|(?<=[ก-๎])และ(?=ตัวชี้วัด)")) {
      if (part.length() >= 4) {
        names++;
      }
    }
    return names;
  }

  private static void gaps(Draft draft, Draft.Line line, Draft.Cell cell, Findings findings) {
    if (NO_NUMBER.matcher(cell.text()).find()) {
      report(
          draft, line, cell, "เลขข้อหายไป ขึ้นต้นด้วยจุด", "an item has lost its number", findings);
      return;
    }
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = ITEM.matcher(cell.text());
    while (matcher.find()) {
      numbers.add(Integer.parseInt(matcher.group(1)));
    }
    if (numbers.size() < 2 || numbers.get(0) != 1) {
      return;
    }
    for (int i = 1; i < numbers.size(); i++) {
      int expected = numbers.get(i - 1) + 1;
      if (numbers.get(i) == expected + 1) {
        report(
            draft,
            line,
            cell,
            "รายการข้ามจากข้อ " + numbers.get(i - 1) + " ไปข้อ " + numbers.get(i),
            "the list goes from " + numbers.get(i - 1) + " to " + numbers.get(i),
            findings);
        return;
      }
    }
  }

  private static void report(
      Draft draft, Draft.Line line, Draft.Cell cell, String th, String en, Findings findings) {
    DraftCheck.add(
        findings,
        draft,
        draft.at(line, cell.column() - 1),
        Finding.of(Rule.ITA_LIST, th, en)
            .hint("ตรวจว่ารายการครบ แล้วแก้เลขข้อ", "see that nothing is missing, and renumber"));
  }

  /** A row of years that no row of numbers follows. */
  private static void chart(Draft draft, int at, Findings findings) {
    Draft.Line line = draft.lines().get(at);
    Matcher matcher = YEAR.matcher(line.plain());
    int years = 0;
    while (matcher.find()) {
      years++;
    }
    String rest = YEAR.matcher(line.plain()).replaceAll("").replaceAll("[\\s|,:–-]", "");
    if (years < 3 || !rest.isEmpty()) {
      return;
    }
    int seen = 0;
    for (int i = at + 1; i < draft.lines().size() && seen < 3; i++) {
      Draft.Line next = draft.lines().get(i);
      if (next.isBlank()) {
        continue;
      }
      seen++;
      Matcher number =
          Pattern.compile("(?<![\\d.])\\d{2,3}(?:\\.\\d{1,2})?(?![\\d.])").matcher(next.plain());
      int numbers = 0;
      while (number.find()) {
        numbers++;
      }
      if (numbers >= 2) {
        return;
      }
    }
    DraftCheck.add(
        findings,
        draft,
        draft.at(line, Math.max(0, line.plain().length() - line.plain().stripLeading().length())),
        Finding.of(
                Rule.ITA_LIST,
                "มีหัวกราฟหรือตาราง " + years + " ปี แต่ไม่มีตัวเลข",
                "a chart or table of " + years + " years without a number")
            .hint(
                "ใส่คะแนนของแต่ละปี ปีที่ไม่มีให้เขียนว่าไม่มีข้อมูล",
                "give the score of each year, and say so where there is none"));
  }
}
