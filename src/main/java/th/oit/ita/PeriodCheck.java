package th.oit.ita;

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
}
