package th.oit.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import th.oit.text.FiscalYear;

class PeriodTest {
  private static final FiscalYear ASSESSED = new FiscalYear(2567);

  @ParameterizedTest
  @EnumSource(names = {"ASSESSED", "ASSESSED_FIRST_HALF", "COVERS_ASSESSED"})
  void takesDataOfTheAssessedYear(Period.Kind kind) {
    assertEquals(Set.of(ASSESSED), period(kind).yearsFor(ASSESSED));
    assertFalse(period(kind).acceptsAnyYear());
  }

  @Test
  void takesDataOfTheYearBefore() {
    assertEquals(Set.of(new FiscalYear(2566)), period(Period.Kind.PREVIOUS).yearsFor(ASSESSED));
  }

  @Test
  void takesDataOfEitherYearWhereTheListAcceptsBoth() {
    assertEquals(
        Set.of(new FiscalYear(2566), ASSESSED),
        period(Period.Kind.PREVIOUS, Period.Kind.ASSESSED).yearsFor(ASSESSED));
  }

  @ParameterizedTest
  @EnumSource(names = {"ANY", "CURRENT"})
  void takesDataOfAnyYearWhereTheListNamesNone(Period.Kind kind) {
    assertTrue(period(kind).acceptsAnyYear());
    assertEquals(Set.of(), period(kind).yearsFor(ASSESSED));
    assertEquals(Set.of(), period(Period.Kind.PREVIOUS, kind).yearsFor(ASSESSED));
  }

  private static Period period(Period.Kind... kinds) {
    return new Period(List.of(kinds), "");
  }

  @Test
  void saysThePeriodInWordsAndDaysComputedFromTheAssessedYear() {
    FiscalYear assessed = new FiscalYear(2570);
    assertEquals(
        "6 เดือนแรกของปีงบประมาณ พ.ศ. 2570 (1 ต.ค. 2569 – 31 มี.ค. 2570)",
        new Period(List.of(Period.Kind.ASSESSED_FIRST_HALF), "")
            .wordsFor(assessed)
            .orElseThrow()
            .th());
    assertEquals(
        "ปีงบประมาณ พ.ศ. 2570 (1 ต.ค. 2569 – 30 ก.ย. 2570)"
            + " หรือ ปีงบประมาณ พ.ศ. 2569 (1 ต.ค. 2568 – 30 ก.ย. 2569)",
        new Period(List.of(Period.Kind.ASSESSED, Period.Kind.PREVIOUS), "")
            .wordsFor(assessed)
            .orElseThrow()
            .th());
    assertTrue(new Period(List.of(Period.Kind.ANY), "").wordsFor(assessed).isEmpty());
  }
}
