package th.oit.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import th.oit.catalog.Element;
import th.oit.catalog.Period;
import th.oit.check.Outline.Part;
import th.oit.check.PageTable.Row;
import th.oit.finding.Rule;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/** Judges a list of dated entries, such as news, or questions with their answers. */
final class LogCheck {
  private static final int BUDDHIST_ERA = 543;
  private static final Pattern ANSWER = Pattern.compile("ตอบ|(?i)answer");

  private final FiscalYear year;

  LogCheck(FiscalYear year) {
    this.year = year;
  }

  private record Range(LocalDate from, LocalDate to) {
    boolean has(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Counts what is found; stops looking when it is enough. */
  private static final class Count {
    final int wanted;
    final List<Range> ranges;
    int dated;
    boolean inTime;
    LocalDate latest;

    Count(int wanted, List<Range> ranges) {
      this.wanted = wanted;
      this.ranges = ranges;
      this.inTime = ranges.isEmpty();
    }

    void entry(List<LocalDate> days) {
      if (days.isEmpty()) {
        return;
      }
      dated++;
      for (LocalDate day : days) {
        inTime = inTime || ranges.stream().anyMatch(range -> range.has(day));
        latest = latest == null || day.isAfter(latest) ? day : latest;
      }
    }

    boolean isEnough() {
      return inTime && dated >= wanted;
    }
  }

  boolean shows(Element element, List<Place> places, ElementCheck.On on) {
    Count count = new Count(element.atLeast(), ranges(on.item().period()));
    boolean answered = false;
    for (Place place : ElementCheck.read(places)) {
      for (Part part : place.parts()) {
        if (!count.isEnough()) {
          if (part instanceof Outline.Tabular tabular) {
            rows(tabular.table(), count);
          } else if (part instanceof Outline.Text text) {
            count.entry(text.times().isEmpty() ? ThaiDate.allIn(text.text()) : text.times());
          }
        }
        answered = answered || isAnswer(part);
      }
    }
    if (count.dated < element.atLeast()) {
      tooFew(element, places, on, count.dated);
      return false;
    }
    if (!count.inTime) {
      outOfTime(element, places, on, count.latest);
      return false;
    }
    if (isOfAnswers(element) && !answered) {
      ElementCheck.empty(
          element,
          places,
          on,
          Words.of("มีคำถามแต่ไม่มีคำตอบของหน่วยงาน", "there are questions but no answers"),
          Words.of(
              "เพิ่มคอลัมน์ คำตอบ และ วันที่ตอบ แล้วกรอกให้ครบ",
              "add columns for the answer and its date and fill them in"));
      return false;
    }
    return true;
  }

  private static void tooFew(Element element, List<Place> places, ElementCheck.On on, int dated) {
    ElementCheck.empty(
        element,
        places,
        on,
        dated == 0
            ? Words.of("ไม่มีรายการที่ลงวันที่", "there is no dated entry")
            : Words.of(
                "มีรายการที่ลงวันที่เพียง "
                    + dated
                    + " รายการ ต้องมีอย่างน้อย "
                    + element.atLeast(),
                "there are " + dated + " dated entries where " + element.atLeast() + " are asked"),
        Words.of(
            "ลงวันที่ให้ทุกรายการ เช่น 10 เม.ย. 2567",
            "give every entry its date, such as 10 เม.ย. 2567"));
  }

  private void outOfTime(
      Element element, List<Place> places, ElementCheck.On on, LocalDate latest) {
    Words at = ElementCheck.at(element, places);
    String last = ThaiDate.longForm(latest);
    on.out()
        .add(
            element,
            Rule.OIT_YEAR,
            Words.of(
                at.th() + "ไม่มีรายการของช่วงเวลาที่ต้องแสดง ล่าสุดคือ " + last,
                at.en() + "no entry is of the period that is asked for; the last is of " + latest),
            Words.of(
                "เพิ่มรายการของปี " + year + " (" + on.item().period().text() + ")",
                "add entries of " + year));
  }

  /** An entry a row; the dates are usually all in one column. */
  private static void rows(PageTable table, Count count) {
    int usual = 0;
    for (Row row : table.rows()) {
      if (count.isEnough()) {
        return;
      }
      if (!row.isData()) {
        continue;
      }
      List<LocalDate> days = row.times().isEmpty() ? ThaiDate.allIn(row.cell(usual)) : row.times();
      for (int i = 0; days.isEmpty() && i < row.cells().size(); i++) {
        days = ThaiDate.allIn(row.cell(i));
        usual = days.isEmpty() ? usual : i;
      }
      count.entry(days);
    }
  }

  private static boolean isOfAnswers(Element element) {
    return ANSWER.matcher(element.id()).find()
        || ANSWER.matcher(element.text()).find()
        || element.text().contains("Q&A");
  }

  private static boolean isAnswer(Part part) {
    if (part instanceof Outline.Tabular tabular) {
      PageTable table = tabular.table();
      for (int i = 0; i < table.heads().size(); i++) {
        String label = table.heads().get(i).text();
        if (ANSWER.matcher(label).find() && !label.contains("ผู้ตอบ")) {
          int column = i;
          return table.rows().stream()
              .anyMatch(row -> row.isData() && Statements.letters(row.cell(column)) > 0);
        }
      }
      return false;
    }
    return part instanceof Outline.Text text && ANSWER.matcher(text.text()).find();
  }

  /** When entries must be of; empty when the list does not say, or any time will do. */
  private List<Range> ranges(Period period) {
    List<Range> ranges = new ArrayList<>();
    if (period.acceptsAnyYear()) {
      return ranges;
    }
    for (Period.Kind kind : period.of()) {
      switch (kind) {
        // Lists say "ปี พ.ศ." and mean now the fiscal, now the calendar year.
        case ASSESSED ->
            ranges.add(
                new Range(year.firstDay(), LocalDate.of(year.number() - BUDDHIST_ERA, 12, 31)));
        case ASSESSED_FIRST_HALF ->
            ranges.add(new Range(year.firstDay(), year.lastDayOfFirstHalf()));
        case PREVIOUS ->
            ranges.add(new Range(year.previous().firstDay(), year.previous().lastDay()));
        case ANY, CURRENT, COVERS_ASSESSED -> {
          // no range of days
        }
      }
    }
    return ranges;
  }
}
