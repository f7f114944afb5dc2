package th.oit.ita;

import java.util.Optional;
import java.util.regex.Matcher;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDigits;

/** Whether measures are carried out in the year that the report says. */
final class PeriodCheck {
  private PeriodCheck() {}

  static void measures(ScoreReport report, Findings findings) {
    for (ScoreReport.Measure measure : report.measures()) {
      if (measure.period() == null) {
        continue;
      }
      promises(measure, findings);
      for (FiscalYear year : Period.years(ThaiDigits.toArabic(measure.period()))) {
        if (!year.equals(report.measuresYear())) {
          findings.add(
              Finding.of(
                      Rule.ITA_YEAR,
                      "มาตรการ \""
                          + measure.name()
                          + "\" มีระยะเวลาในปีงบประมาณ "
                          + year
                          + " แต่มาตรการของรายงานนี้เป็นของปี "
                          + report.measuresYear(),
                      "the period of '"
                          + measure.name()
                          + "' lies in "
                          + year
                          + ", the measures are of "
                          + report.measuresYear())
                  .at(measure.at())
                  .about(measure.id())
                  .hint(
                      "แก้ period หรือ measures_year ให้ตรงกัน",
                      "make period and measures_year agree"));
          break;
        }
      }
    }
  }

  /** Data of the first months of a year that is not that of the measure. */
  private static void promises(ScoreReport.Measure measure, Findings findings) {
    Optional<FiscalYear> period = Period.firstYear(ThaiDigits.toArabic(measure.period()));
    String texts =
        measure.name() + "\n" + String.join("\n", measure.steps()) + "\n" + measure.followUp();
    Matcher promised = YearCheck.HALF_YEAR.matcher(Draft.plain(texts));
    if (period.isPresent()
        && promised.find()
        && !promised.group(1).equals(period.get().toString())) {
      findings.add(
          Finding.of(
                  Rule.ITA_YEAR,
                  "มาตรการ \""
                      + measure.name()
                      + "\" ดำเนินการในปีงบประมาณ "
                      + period.get()
                      + " แต่กล่าวถึงข้อมูลของปี "
                      + promised.group(1),
                  "'"
                      + measure.name()
                      + "' is carried out in "
                      + period.get()
                      + ", its data are to be of "
                      + promised.group(1))
              .at(measure.at())
              .about(promised.group(1))
              .hint("แก้ปีของข้อมูลหรือ period ให้ตรงกัน", "make the year and the period agree"));
    }
  }
}
