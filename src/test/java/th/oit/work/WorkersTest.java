package th.oit.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class WorkersTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 500).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void givesResultsInTheOrderOfTheInput(int threads) {
    try (Workers workers = new Workers(threads)) {
      assertEquals(
          NUMBERS.stream().map(n -> "n" + n).toList(),
          workers.map(
              NUMBERS,
              n -> {
                if (n % 7 == 0) {
                  Thread.yield();
                }
                return "n" + n;
              }));
      assertEquals(List.of(), workers.map(List.of(), n -> n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void throwsTheFirstFailureInTheOrderOfTheInput(int threads) {
    try (Workers workers = new Workers(threads)) {
      RuntimeException thrown =
          assertThrows(
              RuntimeException.class,
              () ->
                  workers.map(
                      NUMBERS,
                      n -> {
                        if (n >= 13) {
                          throw new IllegalArgumentException("n" + n);
                        }
                        return n;
                      }));
      assertEquals("n13", thrown.getMessage());
      assertEquals(NUMBERS, workers.map(NUMBERS, n -> n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void doesNotSwallowAnErrorOfTheMachine(int threads) {
    try (Workers workers = new Workers(threads)) {
      assertThrows(
          StackOverflowError.class,
          () ->
              workers.map(
                  NUMBERS,
                  n -> {
                    throw new StackOverflowError();
                  }));
    }
  }
}
