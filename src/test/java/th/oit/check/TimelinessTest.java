package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import th.oit.catalog.Confidence;
import th.oit.catalog.Freshness;
import th.oit.catalog.Item;
import th.oit.catalog.Period;
import th.oit.document.StatedYears;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

class TimelinessTest {
  private static final FiscalYear ASSESSED = new FiscalYear(2567);
  private static final LocalDate CLOSES = LocalDate.of(2024, 4, 30);
  private static final Path CONTENT = Path.of("content");

  @Test
  void dataThatAreRenewedOftenEnoughAreFresh() {
    assertNull(inTheWindow().renewal(every("15d"), LocalDate.of(2024, 4, 10), ""));
  }

  @Test
  void dataThatWereDueBeforeTodayAreStale() {
    Finding finding = inTheWindow().renewal(every("15d"), LocalDate.of(2024, 3, 27), "");
    assertEquals(Rule.OIT_STALE, finding.rule());
    assertEquals(Severity.WARNING, finding.severity());
    assertTrue(finding.message().th().contains("ครบกำหนดแล้วเมื่อ 11 เมษายน 2567"));
  }

  @Test
  void whatThePageSaysOfItsRhythmGoesBeforeTheList() {
    assertNull(inTheWindow().renewal(every("15d"), LocalDate.of(2024, 3, 27), "quarter"));
    assertNotNull(inTheWindow().renewal(every("year"), LocalDate.of(2024, 3, 27), "15d"));
  }

  @Test
  void afterTheWindowHasClosedNothingGrowsStaleAnyMore() {
    LocalDate years = LocalDate.of(2026, 11, 21);
    assertNull(on(years).renewal(every("15d"), LocalDate.of(2024, 4, 16), ""));
    assertNotNull(on(years).renewal(every("15d"), LocalDate.of(2024, 4, 14), ""));
  }

  @Test
  void aPageWithoutADayOfRenewalIsNamedWhereTheListHasARhythm() {
    assertEquals(Rule.OIT_STALE, inTheWindow().renewal(every("month"), null, "").rule());
    assertNull(inTheWindow().renewal(item(Period.Kind.ANY, null), null, ""));
  }

  @Test
  void aDayThatIsStillToComeIsNoDayOfRenewal() {
    Finding finding = inTheWindow().renewal(every("year"), LocalDate.of(2024, 6, 1), "");
    assertTrue(finding.message().en().contains("still to come"));
  }

  @Test
  void aReportOfTheFirstSixMonthsCannotBeOlderThanTheirEnd() {
    Item half = item(Period.Kind.ASSESSED_FIRST_HALF, null);
    assertNotNull(inTheWindow().renewal(half, LocalDate.of(2024, 3, 15), ""));
    assertNull(inTheWindow().renewal(half, LocalDate.of(2024, 3, 31), ""));
  }

  @Test
  void aFileNamedForAnotherYearIsWarnedOf() {
    Finding finding = year(Period.Kind.ASSESSED, "plan-2566.pdf", List.of());
    assertEquals(Rule.OIT_YEAR, finding.rule());
    assertEquals(Severity.WARNING, finding.severity());
    assertNull(year(Period.Kind.PREVIOUS, "plan-2566.pdf", List.of()));
    assertNull(year(Period.Kind.ASSESSED, "plan-2566-2570.pdf", List.of()));
  }

  @Test
  void whatTheOfficeDeclaresOfAFileIsBelieved() {
    assertNull(year(Period.Kind.ASSESSED, "plan-2566.pdf", List.of("2567")));
  }

  @Test
  void evidenceDatedInTheFutureOrLongBeforeThePeriodIsWarnedOf() {
    assertNull(dated(Period.Kind.ASSESSED, LocalDate.of(2023, 9, 20)));
    assertNotNull(dated(Period.Kind.ASSESSED, LocalDate.of(2022, 9, 30)));
    assertNotNull(dated(Period.Kind.ASSESSED, LocalDate.of(2024, 4, 16)));
    assertNull(dated(Period.Kind.COVERS_ASSESSED, LocalDate.of(2021, 10, 28)));
  }

  private static Finding dated(Period.Kind kind, LocalDate date) {
    PageFacts.FileLink link = new PageFacts.FileLink("plan.pdf", List.of(), date, true);
    Targets.Target target =
        new Targets.Target(Targets.Target.Kind.INTERNAL, "oit/plan.pdf", null, true);
    return new Timeliness(
            ASSESSED,
            LocalDate.of(2024, 4, 15),
            CLOSES,
            CONTENT.resolve("news"),
            StatedYears.remembering(null))
        .year(item(kind, null), link, target);
  }

  @Test
  void theFirstPageOfAPdfIsReadWhereItsNameSaysNothing() throws Exception {
    Path report = CONTENT.resolve("oit/2567/o17/annual-procurement-report-2566.pdf");
    assertTrue(StatedYears.remembering(null).of(report).contains(2566));
    Path folder = java.nio.file.Files.createTempDirectory("oit");
    Path unnamed = java.nio.file.Files.copy(report, folder.resolve("report.pdf"));
    Timeliness timeliness =
        new Timeliness(ASSESSED, CLOSES, CLOSES, folder, StatedYears.remembering(null));
    PageFacts.FileLink link = new PageFacts.FileLink("report.pdf", List.of(), null, true);
    Targets.Target target =
        new Targets.Target(Targets.Target.Kind.INTERNAL, "report.pdf", null, true);
    assertNull(timeliness.year(item(Period.Kind.PREVIOUS, null), link, target));
    boolean speaksOfAssessed = StatedYears.remembering(null).of(unnamed).contains(2567);
    Finding finding = timeliness.year(item(Period.Kind.ASSESSED, null), link, target);
    assertEquals(speaksOfAssessed, finding == null);
    java.nio.file.Files.delete(unnamed);
    java.nio.file.Files.delete(folder);
  }

  private static Finding year(Period.Kind kind, String name, List<String> declared) {
    PageFacts.FileLink link = new PageFacts.FileLink(name, declared, null, true);
    Targets.Target target = new Targets.Target(Targets.Target.Kind.INTERNAL, name, null, true);
    return inTheWindow().year(item(kind, null), link, target);
  }

  private static Timeliness inTheWindow() {
    return on(LocalDate.of(2024, 4, 15));
  }

  private static Timeliness on(LocalDate today) {
    return new Timeliness(ASSESSED, today, CLOSES, CONTENT, StatedYears.remembering(null));
  }

  private static Item every(String rhythm) {
    return item(Period.Kind.ASSESSED, rhythm);
  }

  private static Item item(Period.Kind kind, String rhythm) {
    return new Item(
        new ItemCode(1),
        "ข้อ",
        new Period(List.of(kind), ""),
        false,
        List.of(),
        rhythm == null ? null : Freshness.parse(rhythm).orElseThrow(),
        List.of(),
        Confidence.HIGH,
        Confidence.HIGH,
        "");
  }
}
