package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThaiDateTest {
  @ParameterizedTest
  @CsvSource({
    "2567-04-10, 2024-04-10",
    "2024-04-10, 2024-04-10",
    "๒๕๖๗-๐๔-๑๐, 2024-04-10",
    "๒๐๒๔-๐๔-๑๐, 2024-04-10",
    "2567-4-1, 2024-04-01",
    "' 2567-04-10 ', 2024-04-10",
    "2567-02-29, 2024-02-29",
    "2543-02-29, 2000-02-29",
    "2399-12-31, 2399-12-31",
    "2400-01-01, 1857-01-01"
  })
  void readsADayInEitherEraAndEitherDigits(String written, LocalDate day) {
    assertEquals(Optional.of(day), ThaiDate.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2566-02-29",
        "2023-02-29",
        "2567-02-30",
        "2567-13-01",
        "2567-00-10",
        "2567-04-31",
        "2567-04-00",
        "10/04/2567",
        "67-04-10",
        "2567-04",
        "2567-04-10T00:00",
        "10 เมษายน 2567",
        ""
      })
  void doesNotReadADayThatIsNone(String written) {
    assertEquals(Optional.empty(), ThaiDate.parse(written));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 1 มกราคม 2567, 1 ม.ค. 2567",
    "2024-04-10, 10 เมษายน 2567, 10 เม.ย. 2567",
    "2023-12-31, 31 ธันวาคม 2566, 31 ธ.ค. 2566"
  })
  void writesADayInThaiWordsOfTheBuddhistEra(LocalDate day, String longForm, String shortForm) {
    assertEquals(longForm, ThaiDate.longForm(day));
    assertEquals(shortForm, ThaiDate.shortForm(day));
  }

  @Test
  void readsBackEveryDayOfFourYears() {
    for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
      String buddhist =
          String.format(
              "%d-%02d-%02d", day.getYear() + 543, day.getMonthValue(), day.getDayOfMonth());
      assertEquals(Optional.of(day), ThaiDate.parse(buddhist));
      assertEquals(Optional.of(day), ThaiDate.parse(ThaiDigits.toThai(buddhist)));
      assertEquals(Optional.of(day), ThaiDate.parse(day.toString()));
    }
  }
}
