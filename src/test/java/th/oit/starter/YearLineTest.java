package th.oit.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.text.FiscalYear;

/** A year is added to the text of a configuration, and nothing else is changed. */
class YearLineTest {
  private static final String HEAD =
      "site: {base_url: https://www.example.go.th}\norganization: {name: อบต.ตัวอย่าง}   # ชื่อ\n";

  /** The place of a line break is written as {@code |}. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"assessment:|  year: 2567   # ปี|  years: [2567, 2566] # ทุกปี|\","
            + "\"assessment:|  year: 2567   # ปี|  years: [2568, 2567, 2566] # ทุกปี|\"",
        "\"assessment:|  years:|    # ทุกปี|    - 2567|    - 2566|  year: 2567|\","
            + "\"assessment:|  years:|    # ทุกปี|    - 2568|    - 2567|    - 2566|  year: 2567|\"",
        "\"assessment:|  year: 2567   # ปี|  publish_days_before: 15|\","
            + "\"assessment:|  year: 2567   # ปี|  years: [2568, 2567]|  publish_days_before: 15|\"",
        "\"assessment: {year: 2567}|\",\"assessment: {year: 2567, years: [2568, 2567]}|\"",
        "\"assessment: {years: [2567], year: 2567}|\",\"assessment: {years: [2568, 2567], year: 2567}|\"",
        "\"assessment:|  year: 2567\",\"assessment:|  year: 2567|  years: [2568, 2567]\"",
      })
  void aYearIsAddedWhereverTheOthersStand(String before, String after) {
    for (String[] form : new String[][] {{"", "\n"}, {"\uFEFF", "\r\n"}}) {
      assertEquals(
          Optional.of(form[0] + (HEAD + after).replace("|", "\n").replace("\n", form[1])),
          YearLine.added(
              form[0] + (HEAD + before).replace("|", "\n").replace("\n", form[1]),
              new FiscalYear(2568)));
    }
  }

  @Test
  void whereTheyCannotBeFoundAPersonHasToWriteIt() {
    assertEquals(Optional.empty(), YearLine.added(HEAD, new FiscalYear(2568)));
    assertEquals(
        Optional.empty(),
        YearLine.added(HEAD + "assessment: {year: 2567, years: 2567}\n", new FiscalYear(2568)));
  }
}
