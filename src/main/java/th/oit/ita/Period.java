package th.oit.ita;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.text.FiscalYear;
import th.oit.text.ThaiDate;

/** Periods as measures state them: days, or months with years of two or four digits. */
final class Period {
  private static final Pattern MONTH =
      Pattern.compile(
          "(ม\\.?ค\\.?|ก\\.?พ\\.?|มี\\.?ค\\.?|เม\\.?ย\\.?|พ\\.?ค\\.?|มิ\\.?ย\\.?|ก\\.?ค\\.?|ส\\.?ค\\.?"
              + "|ก\\.?ย\\.?|ต\\.?ค\\.?|พ\\.?ย\\.?|ธ\\.?ค\\.?)\\s*(25\\d\\d|\\d\\d)(?!\\d)");
  private static final List<String> MONTHS =
      List.of("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค");

  private Period() {}

  /** The fiscal years of the days and months that a text names; two-digit years are 25xx. */
  static List<FiscalYear> years(String text) {
    List<FiscalYear> years = new ArrayList<>();
    for (LocalDate day : ThaiDate.allIn(text)) {
      years.add(FiscalYear.of(day));
    }
    Matcher matcher = MONTH.matcher(text);
    while (matcher.find()) {
      int month = MONTHS.indexOf(matcher.group(1).replace(".", "")) + 1;
      int year = Integer.parseInt(matcher.group(2));
      year += year < 100 ? 2500 : 0;
      years.add(new FiscalYear(month >= 10 ? year + 1 : year));
    }
    return years;
  }

  static Optional<FiscalYear> firstYear(String text) {
    return years(text).stream().findFirst();
  }
}
