package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
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
    "1 ต.ค. 2566, 2023-10-01",
    "1 ต.ค.2566, 2023-10-01",
    "1 ตค 2566, 2023-10-01",
    "๑ ต.ค. ๒๕๖๖, 2023-10-01",
    "1 ตุลาคม 2566, 2023-10-01",
    "1 ตุลาคม พ.ศ. 2566, 2023-10-01",
    "1 ตุลาคม พ.ศ.2566, 2023-10-01",
    "วันที่ 1 ตุลาคม 2566, 2023-10-01",
    "1 เดือนตุลาคม พ.ศ. 2566, 2023-10-01",
    "1 ตุลาคม ค.ศ. 2023, 2023-10-01",
    "31 มี.ค. 67, 2024-03-31",
    "๓๑ มี.ค. ๖๗, 2024-03-31",
    "31/3/2567, 2024-03-31",
    "31/03/2024, 2024-03-31",
    "31/3/67, 2024-03-31",
    "31-3-2567, 2024-03-31",
    "31.3.2567, 2024-03-31",
    "2567-03-31, 2024-03-31",
    "2024-03-31, 2024-03-31",
    "29 กุมภาพันธ์ 2567, 2024-02-29",
    "1\u00A0มิ.ย.\u00A02567, 2024-06-01",
    "5 พ.ย. 2566, 2023-11-05",
    "5 พ.ค. 2566, 2023-05-05",
    "5 มกราคม 2566, 2023-01-05"
  })
  void readsADayInEveryFormThatOfficesUse(String written, LocalDate day) {
    assertEquals(Optional.of(day), ThaiDate.read(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "29 กุมภาพันธ์ 2566",
        "31/4/2567",
        "31/13/2567",
        "3/31/2567",
        "31/3-2567",
        "ต.ค. 2566",
        "2566",
        "ไตรมาส 2",
        "1 ต.ค. 2566 – 30 ก.ย. 2567",
        "131/3/2567",
        "31/3/25670",
        "31/3/256",
        "1 ตอนเช้า 2566",
        "-",
        ""
      })
  void doesNotReadADayFromAnythingElse(String written) {
    assertEquals(Optional.empty(), ThaiDate.read(written));
  }

  @Test
  void findsEveryDayThatATextNames() {
    assertEquals(
        List.of(LocalDate.of(2023, 10, 1), LocalDate.of(2024, 3, 31)),
        ThaiDate.allIn("ตั้งแต่ 1 ต.ค. 2566 ถึง 31/3/2567 (ไม่นับ 31 ก.พ. 2567)"));
    assertEquals(
        List.of(LocalDate.of(2024, 3, 10)), ThaiDate.allIn("แข่งขันเมื่อ ๙ – ๑๐ มี.ค. ๒๕๖๗"));
    assertEquals(List.of(), ThaiDate.allIn("ปีงบประมาณ พ.ศ. 2567 โทร 0 0000 0001 เลขที่ 1/2567"));
    assertEquals(List.of(), ThaiDate.allIn("ไม่มีวันที่"));
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
