package th.oit.ita;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.text.FiscalYear;
import th.oit.text.Folding;

/** Fiscal years in a text: that of the result, of a title, of the period of a measure. */
final class YearCheck {
  private static final String YEAR = "(2[45]\\d\\d)(?!\\d)";
  private static final String OF_YEAR = "ปี(?:งบประมาณ)?\\s*(?:พ\\.?\\s?ศ\\.?)?\\s*" + YEAR;
  private static final Pattern RESULT =
      Pattern.compile(
          "(?:ผลการประเมิน|ผลประเมิน|การประเมิน\\s*ITA|การประเมินคุณธรรม)"
              + "(?:(?!มาตรการ|เป้าหมาย|แผนแม่บท)[^\\n\\d]){0,140}?"
              + OF_YEAR);
  private static final Pattern ANY_YEAR =
      Pattern.compile("ปีงบประมาณ\\s*(?:พ\\.?\\s?ศ\\.?)?\\s*" + YEAR);

  /** A year that is spoken of beside the reported one, and not in its place. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "เปรียบเทียบ|เทียบกับ|ปีที่ผ่านมา|ปีก่อน|ที่ผ่านมา|ย้อนหลัง|เพิ่มขึ้น|ลดลง|ถัดไป|เป้าหมาย");

  private static final Pattern TITLE =
      Pattern.compile("^(.{15,}?)\\s*(?:ประจำ)?ปีงบประมาณ\\s*(?:พ\\.?\\s?ศ\\.?)?\\s*" + YEAR);
  private static final int TITLE_LENGTH = 160;
  private static final int COVER_LINES = 40;
  static final Pattern HALF_YEAR = Pattern.compile("เดือนแรก\\s*(?:ของ)?\\s*" + OF_YEAR);

  private YearCheck() {}

  /** The fiscal year of the result, as the first page has it. */
  static Optional<FiscalYear> yearOf(Draft draft) {
    StringBuilder cover = new StringBuilder();
    int lines = 0;
    for (Draft.Line line : draft.lines()) {
      if (!line.isBlank() && lines++ < COVER_LINES) {
        cover.append(line.plain().replace('\t', ' ')).append(' ');
      }
    }
    for (Pattern pattern : new Pattern[] {RESULT, ANY_YEAR}) {
      Matcher matcher = pattern.matcher(cover);
      if (matcher.find()) {
        return FiscalYear.parse(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  static void check(Draft draft, FiscalYear year, Findings findings) {
    results(draft, year, findings);
    titles(draft, findings);
    halves(draft, findings);
  }

  private static void results(Draft draft, FiscalYear year, Findings findings) {
    Map<String, Source> others = new LinkedHashMap<>();
    for (Draft.Line line : draft.lines()) {
      Matcher matcher = RESULT.matcher(line.plain());
      while (matcher.find()) {
        int to = Math.min(line.plain().length(), matcher.end() + 30);
        int from = Math.max(0, matcher.start() - 30);
        if (!matcher.group(1).equals(year.toString())
            && !BESIDE.matcher(line.plain().substring(from, to)).find()) {
          others.putIfAbsent(matcher.group(1), draft.at(line, matcher.start(1)));
        }
      }
    }
    others.forEach(
        (other, at) ->
            DraftCheck.add(
                findings,
                draft,
                at,
                Finding.of(
                        Rule.ITA_YEAR,
                        "กล่าวถึงผลการประเมินปี " + other + " แต่รายงานนี้เป็นของปี " + year,
                        "the result is said to be of " + other + ", the report is of " + year)
                    .about(other)
                    .hint(
                        "แก้ปีให้ตรงกันทั้งรายงาน ถ้าตั้งใจกล่าวถึงปีอื่น ให้บอกว่าเปรียบเทียบ",
                        "use one year throughout, or say that you compare")));
  }

  /** The same title with two years, as where a cover was left from the year before. */
  private static void titles(Draft draft, Findings findings) {
    Map<String, String> years = new LinkedHashMap<>();
    Map<String, Source> places = new LinkedHashMap<>();
    for (Draft.Line line : draft.lines()) {
      String text = line.plain().strip();
      Matcher matcher = TITLE.matcher(text);
      if (line.isRow() || text.length() > TITLE_LENGTH || !matcher.find()) {
        continue;
      }
      String title = Folding.key(matcher.group(1)).replaceFirst("^\\d+\\.", "");
      String first = years.putIfAbsent(title, matcher.group(2));
      Source at = draft.at(line, Math.max(0, line.plain().indexOf(matcher.group(2))));
      places.putIfAbsent(title, at);
      if (first != null && !first.equals(matcher.group(2))) {
        DraftCheck.add(
            findings,
            draft,
            at,
            Finding.of(
                    Rule.ITA_YEAR,
                    "ชื่อเรื่องนี้เขียนปี "
                        + matcher.group(2)
                        + " แต่บรรทัด "
                        + places.get(title).line()
                        + " เขียนปี "
                        + first,
                    "this title says "
                        + matcher.group(2)
                        + ", line "
                        + places.get(title).line()
                        + " says "
                        + first)
                .about(matcher.group(2))
                .hint("ใช้ปีเดียวกันในชื่อเรื่องเดียวกัน", "use one year in one title"));
      }
    }
  }

  /** A row whose period lies in one fiscal year and which promises the first months of another. */
  private static void halves(Draft draft, Findings findings) {
    for (Draft.Line line : draft.lines()) {
      Matcher promised = HALF_YEAR.matcher(line.plain());
      Optional<FiscalYear> period = Period.firstYear(line.plain());
      if (line.isRow()
          && period.isPresent()
          && promised.find()
          && !promised.group(1).equals(period.get().toString())) {
        DraftCheck.add(
            findings,
            draft,
            draft.at(line, promised.start(1)),
            Finding.of(
                    Rule.ITA_YEAR,
                    "ระยะเวลาของแถวนี้อยู่ในปีงบประมาณ "
                        + period.get()
                        + " แต่กล่าวถึงข้อมูลของปี "
                        + promised.group(1),
                    "the period of this row lies in "
                        + period.get()
                        + ", its data are to be of "
                        + promised.group(1))
                .about(promised.group(1))
                .hint("แก้ปีของข้อมูลหรือระยะเวลาให้ตรงกัน", "make the year and the period agree"));
      }
    }
  }
}
