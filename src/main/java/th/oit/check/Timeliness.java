package th.oit.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.catalog.Freshness;
import th.oit.catalog.Item;
import th.oit.catalog.Period;
import th.oit.document.StatedYears;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDate;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/**
 * Judges whether an item's data are of the right time: renewed as often as they should be, not
 * older than the period that they report, and in files that speak of the right year.
 *
 * <p>What a file's name or first page says is a hint and not proof, so it warns; what the office
 * declares is judged by the gate itself.
 */
final class Timeliness {
  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(2[45]\\d\\d)(?!\\d)");

  private final FiscalYear assessed;
  private final LocalDate asOf;
  private final LocalDate today;
  private final Path root;
  private final StatedYears statedYears;

  /**
   * @param closes the last day of the window, after which nothing counts any more; when it is not
   *     known, that is the end of the year
   */
  Timeliness(
      FiscalYear assessed, LocalDate today, LocalDate closes, Path root, StatedYears statedYears) {
    this.assessed = assessed;
    this.today = today;
    LocalDate end = closes == null ? assessed.lastDay() : closes;
    this.asOf = today.isAfter(end) ? end : today;
    this.root = root;
    this.statedYears = statedYears;
  }

  /** What is wrong with the day on which the page was last renewed; null when nothing. */
  Finding renewal(Item item, LocalDate updated, String everyOnPage) {
    Freshness every = Freshness.parse(everyOnPage).orElse(item.every());
    if (updated == null) {
      return every == null
          ? null
          : Finding.of(
                  Rule.OIT_STALE,
                  "หน้านี้ไม่ได้บอกวันที่ปรับปรุง ข้อนี้ควรปรับปรุง" + every.words().th(),
                  "the page names no day of renewal; this item is to be renewed "
                      + every.words().en())
              .hint(
                  "เพิ่มบรรทัด updated: ในส่วนหัวของหน้า",
                  "add an 'updated:' line to the front matter");
    }
    if (updated.isAfter(today)) {
      return Finding.of(
          Rule.OIT_STALE,
          "วันที่ปรับปรุง " + ThaiDate.longForm(updated) + " ยังมาไม่ถึง",
          "the day of renewal, " + updated + ", is still to come");
    }
    if (item.period().of().equals(List.of(Period.Kind.ASSESSED_FIRST_HALF))
        && updated.isBefore(assessed.lastDayOfFirstHalf())) {
      return Finding.of(
              Rule.OIT_STALE,
              "หน้านี้ปรับปรุงเมื่อ "
                  + ThaiDate.longForm(updated)
                  + " ก่อนสิ้นรอบ 6 เดือนแรกของปีงบประมาณ "
                  + assessed,
              "the page was renewed on "
                  + updated
                  + ", before the first six months of "
                  + assessed
                  + " had ended")
          .hint(
              "ใส่ข้อมูลถึง "
                  + ThaiDate.longForm(assessed.lastDayOfFirstHalf())
                  + " แล้วแก้ updated:",
              "bring the data up to " + assessed.lastDayOfFirstHalf() + " and mend 'updated:'");
    }
    if (every != null && every.dueAfter(updated).isBefore(asOf)) {
      return Finding.of(
              Rule.OIT_STALE,
              "ปรับปรุงล่าสุด "
                  + ThaiDate.longForm(updated)
                  + " ข้อนี้ควรปรับปรุง"
                  + every.words().th()
                  + " จึงครบกำหนดแล้วเมื่อ "
                  + ThaiDate.longForm(every.dueAfter(updated)),
              "last renewed on "
                  + updated
                  + "; to be renewed "
                  + every.words().en()
                  + ", so it was due on "
                  + every.dueAfter(updated))
          .hint(
              "ปรับข้อมูลให้เป็นปัจจุบัน แล้วแก้ updated: ในส่วนหัวของหน้า",
              "bring the data up to date and mend 'updated:'");
    }
    return null;
  }

  /** What is wrong with the year of which a file speaks; null when nothing, or nothing is known. */
  Finding year(Item item, PageFacts.FileLink file, Targets.Target target) {
    Set<FiscalYear> asked = item.period().yearsFor(assessed);
    if (asked.isEmpty()
        || !file.declared()
        || !file.periods().isEmpty()
        || !target.stands()
        || target.kind() != Targets.Target.Kind.INTERNAL) {
      return null;
    }
    Words wanted =
        Words.of(
            "ข้อนี้ต้องเป็นข้อมูลของปี "
                + asked
                + " ถ้าไฟล์ถูกแล้ว ให้ใส่ period: ของไฟล์ใน evidence:",
            "the item asks for data of "
                + asked
                + "; if the file is right, give its 'period:' in 'evidence:'");
    if (file.date() != null && isOutOfTime(item, file.date())) {
      return warning(
          Words.of(
              "หลักฐานลงวันที่ " + ThaiDate.longForm(file.date()),
              "the evidence is dated " + file.date()),
          wanted);
    }
    String name = UrlPath.decode(target.file().substring(target.file().lastIndexOf('/') + 1));
    Set<Integer> inName = new TreeSet<>();
    Matcher matcher = YEAR_IN_NAME.matcher(name);
    while (matcher.find()) {
      inName.add(Integer.valueOf(matcher.group(1)));
    }
    if (!inName.isEmpty()) {
      return fits(inName, asked)
          ? null
          : warning(
              Words.of(
                  "ชื่อไฟล์ " + name + " บอกปี " + inName,
                  "the file name " + name + " says " + inName),
              wanted);
    }
    try {
      Set<Integer> onPage = statedYears.of(root.resolve(target.file()));
      return onPage.isEmpty() || fits(onPage, asked)
          ? null
          : warning(
              Words.of(
                  "หน้าแรกของไฟล์ " + name + " บอกปีงบประมาณ " + onPage,
                  "the first page of " + name + " names the fiscal year " + onPage),
              wanted);
    } catch (IOException e) {
      return null; // that it cannot be read is found elsewhere
    }
  }

  /**
   * Still to come, or more than a year older than the period: a plan is signed before its year
   * begins, but not two years before.
   */
  private boolean isOutOfTime(Item item, LocalDate date) {
    if (date.isAfter(today)) {
      return true;
    }
    LocalDate earliest =
        item.period().yearsFor(assessed).stream()
            .map(FiscalYear::firstDay)
            .min(LocalDate::compareTo)
            .orElseThrow();
    return !item.period().of().contains(Period.Kind.COVERS_ASSESSED)
        && date.isBefore(earliest.minusYears(1));
  }

  private static Finding warning(Words message, Words hint) {
    return Finding.of(Rule.OIT_YEAR, message).as(Severity.WARNING).hint(hint);
  }

  /** One of the years asked for, or a span of years around one of them. */
  private static boolean fits(Set<Integer> stated, Set<FiscalYear> asked) {
    int first = stated.stream().min(Integer::compare).orElseThrow();
    int last = stated.stream().max(Integer::compare).orElseThrow();
    return asked.stream().anyMatch(year -> first <= year.number() && year.number() <= last);
  }
}
