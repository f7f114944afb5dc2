package th.oit.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
  @ParameterizedTest
  @CsvSource({
    "15d, 2024-03-16",
    "๑๕d, 2024-03-16",
    "month, 2024-04-01",
    "quarter, 2024-06-01",
    "half-year, 2024-09-01",
    "year, 2025-03-01"
  })
  void saysUntilWhenDataAreFresh(String written, LocalDate due) {
    Freshness every = Freshness.parse(written).orElseThrow();
    assertEquals(due, every.dueAfter(LocalDate.of(2024, 3, 1)));
    assertEquals(Optional.of(every), Freshness.parse(every.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0d", "d", "-1d", "1000d", "week", "Month", "ทุกเดือน"})
  void isNotReadFromAnythingElse(String written) {
    assertEquals(Optional.empty(), Freshness.parse(written));
  }
}
