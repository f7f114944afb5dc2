package th.oit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Confidence;
import th.oit.check.ItemVerdict;
import th.oit.source.SourceText;

/** The scores are those that real reports print. */
class ForecastTest {

  private static Forecast forecast(int year, String... lost) {
    Catalog catalog = Samples.catalog(year);
    return Forecast.of(catalog, Samples.verdicts(catalog, Set.of(lost)));
  }

  private static double indicator(Forecast forecast, String id) {
    return forecast.indicators().stream()
        .filter(indicator -> indicator.indicator().id().equals(id))
        .findFirst()
        .orElseThrow()
        .score();
  }

  @Test
  void theReportOf2565ThatLostTwoItemsOfDifferentSubIndicators() {
    Forecast forecast = forecast(2565, "O11", "O24");
    assertEquals("94.64", Phrases.score(indicator(forecast, "9")));
    assertEquals("100.00", Phrases.score(indicator(forecast, "10")));
    assertEquals("97.32", Phrases.score(forecast.score()));
  }

  @Test
  void theReportOf2564ThatLostOneOfEightItems() {
    Forecast forecast = forecast(2564, "O36");
    assertEquals("93.75", Phrases.score(indicator(forecast, "10")));
    assertEquals("96.88", Phrases.score(forecast.score()));
  }

  @Test
  void theReportOf2566ThatLostOneOfTenItems() {
    Forecast forecast = forecast(2566, "O4");
    assertEquals("99.00", Phrases.score(forecast.score()));
  }

  /** The report blames another item than the one that its score tells of. */
  @Test
  void theReportOf2566CannotHaveLostTheItemThatItNames() {
    assertEquals("95.00", Phrases.score(forecast(2566, "O42").score()));
  }

  @Test
  void anItemIsWorthMoreTheFewerShareItsSubIndicator() {
    Forecast forecast = forecast(2565, "O1", "O42");
    assertEquals("12.50", Phrases.score(forecast.lossOf("O42").points()));
    assertEquals("5.00", Phrases.score(forecast.lossOf("O42").ofWhole()));
    assertEquals("1.11", Phrases.score(forecast.lossOf("O1").points()));
    assertEquals("0.44", Phrases.score(forecast.lossOf("O1").ofWhole()));
    assertNull(forecast.lossOf("O2"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2564, 2565, 2566, 2567, 2568, 2569})
  void allPassingIsAHundredAndNonePassingIsNothing(int year) {
    Catalog catalog = Samples.catalog(year);
    assertEquals(100, forecast(year).score(), 1e-9);
    assertTrue(forecast(year).losses().isEmpty());
    Forecast nothing = Forecast.of(catalog, List.of());
    assertEquals(0, nothing.score(), 1e-9);
    assertEquals(catalog.items().size(), nothing.losses().size());
    assertEquals(40, nothing.lostOfWhole(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {2564, 2565, 2566, 2567, 2568, 2569})
  void theCostsOfAllItemsMakeUpAHundred(int year) {
    Forecast nothing = Forecast.of(Samples.catalog(year), List.of());
    assertEquals(100, nothing.losses().stream().mapToDouble(Forecast.Loss::points).sum(), 1e-9);
    Forecast.Loss last = nothing.losses().get(nothing.losses().size() - 1);
    assertEquals(100, last.then(), 1e-9);
  }

  @Test
  void whatBringsMostComesFirstAndAmongEqualsWhatLacksLeast() {
    Catalog catalog = Samples.catalog(2567);
    List<ItemVerdict> verdicts = new ArrayList<>();
    for (ItemVerdict item : Samples.verdicts(catalog, Set.of("O1", "O2", "O32", "O4"))) {
      int missing = item.id().equals("O1") ? 3 : item.id().equals("O4") ? 0 : 2;
      verdicts.add(
          item.status() == ItemVerdict.Status.PASS
              ? item
              : new ItemVerdict(
                  item.id(),
                  item.name(),
                  item.status(),
                  item.url(),
                  item.department(),
                  5,
                  5 - missing));
    }
    Forecast forecast = Forecast.of(catalog, verdicts);
    assertEquals(
        List.of("O32", "O4", "O2", "O1"),
        forecast.losses().stream().map(loss -> loss.item().id()).toList());
    assertEquals(forecast.score() + 6.25, forecast.losses().get(0).then(), 1e-9);
  }

  @Test
  void everyScoreIsReachedByMendingInOrder() {
    Forecast forecast = forecast(2566, "O1", "O12", "O43", "O33");
    List<Double> then = forecast.losses().stream().map(Forecast.Loss::then).toList();
    assertEquals(then.stream().sorted(Comparator.naturalOrder()).toList(), then);
    assertEquals(100, then.get(then.size() - 1), 1e-9);
  }

  @Test
  void theListTellsHowSureTheForecastIs() {
    assertEquals(Confidence.MEDIUM, forecast(2567).confidence());
    assertEquals(Confidence.LOW, forecast(2569).confidence());
  }

  @Test
  void theBestLevelWithinReachIsThatOfTheList() {
    assertEquals("ผ่านดีเยี่ยม", forecast(2567).withinReach().name());
    String[] firstTen =
        Samples.catalog(2567).items().stream()
            .limit(10)
            .map(item -> item.code().toString())
            .collect(Collectors.toList())
            .toArray(String[]::new);
    assertEquals("ผ่าน", forecast(2567, firstTen).withinReach().name());
  }

  @Test
  void aListWithoutWeightsStillGivesAScore() {
    Catalog own =
        CatalogReader.read(
            SourceText.decode(
                """
                year: 2570
                name: own
                indicators:
                  - id: '1'
                    name: one
                    sub_indicators:
                      - {id: '1.1', name: a, items: [{id: O1, name: x}, {id: O2, name: y}]}
                """
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "own.yml"));
    Forecast forecast = Forecast.of(own, Samples.verdicts(own, Set.of("O2")));
    assertEquals(50, forecast.score(), 1e-9);
    assertNull(forecast.lostOfWhole());
    assertNull(forecast.withinReach());
    assertNull(forecast.losses().get(0).ofWhole());
  }
}
