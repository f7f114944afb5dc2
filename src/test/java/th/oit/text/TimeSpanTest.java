package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({
    "20, 20000",
    "0.25, 250",
    "0.25s, 250",
    "250ms, 250",
    "10m, 600000",
    "1H, 3600000",
    "๑๐ นาที, 600000",
    "2 ชั่วโมง, 7200000",
    " 5 วินาที, 5000"
  })
  void readsWhatPeopleWrite(String written, long millis) {
    assertEquals(Optional.of(Duration.ofMillis(millis)), TimeSpan.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1d", "1e9", "1,5", "99999999999"})
  void refusesWhatIsNoTime(String written) {
    assertEquals(Optional.empty(), TimeSpan.parse(written));
  }
}
