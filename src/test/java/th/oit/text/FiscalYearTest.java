package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalYearTest {
  @ParameterizedTest
  @CsvSource({
    "2023-09-30, 2566",
    "2023-10-01, 2567",
    "2023-12-31, 2567",
    "2024-01-01, 2567",
    "2024-09-30, 2567",
    "2024-10-01, 2568"
  })
  void beginsOnTheFirstOfOctoberOfTheYearBefore(LocalDate day, int year) {
    assertEquals(new FiscalYear(year), FiscalYear.of(day));
  }

  @Test
  void knowsItsBounds() {
    FiscalYear year = new FiscalYear(2567);
    assertEquals(LocalDate.of(2023, 10, 1), year.firstDay());
    assertEquals(LocalDate.of(2024, 3, 31), year.lastDayOfFirstHalf());
    assertEquals(LocalDate.of(2024, 9, 30), year.lastDay());
    assertEquals(new FiscalYear(2566), year.previous());
    assertEquals(year.firstDay(), year.previous().lastDay().plusDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2567", "๒๕๖๗", " 2567 ", "๒5๖7"})
  void isReadInEitherDigits(String written) {
    assertEquals(Optional.of(new FiscalYear(2567)), FiscalYear.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "67", "25671", "พ.ศ. 2567", "2567.0", "2300", "2600", ""})
  void isNotReadFromAnythingElse(String written) {
    assertEquals(Optional.empty(), FiscalYear.parse(written));
  }

  @Test
  void isNeverAYearOfTheChristianEra() {
    assertThrows(IllegalArgumentException.class, () -> new FiscalYear(2024));
  }
}
