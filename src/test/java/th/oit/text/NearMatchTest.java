package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMatchTest {
  private static final List<String> NAMES =
      List.of("title", "summary", "department", "updated", "status", "แผน.pdf", "id");

  @ParameterizedTest
  @CsvSource({
    "titel, title",
    "tilte, title",
    "Title, title",
    "departement, department",
    "sumary, summary",
    "เเผน.pdf, แผน.pdf",
    "แผน.PDF, แผน.pdf",
    "ids, id"
  })
  void findsTheNameThatWasMeant(String written, String meant) {
    assertEquals(Optional.of(meant), NearMatch.of(written, NAMES));
  }

  @ParameterizedTest
  @CsvSource({"colour", "ttl", "xy", "department-of-finance"})
  void findsNothingWhereNothingIsNear(String written) {
    assertEquals(Optional.empty(), NearMatch.of(written, NAMES));
  }

  @Test
  void prefersTheNearest() {
    assertEquals(Optional.of("plan"), NearMatch.of("plam", List.of("flam2", "plan", "clan")));
    assertEquals(Optional.of("office"), NearMatch.of("offise", List.of("offices", "office")));
  }

  @Test
  void takesTheFirstOfEquallyNearOnes() {
    assertEquals(Optional.of("plan-a"), NearMatch.of("plan-x", List.of("plan-a", "plan-b")));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, acb, 1",
    "abc, ab, 1",
    "'', abc, 3",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void countsEditsAndSwapsOfNeighbours(String one, String other, int edits) {
    assertEquals(edits, NearMatch.distance(one, other));
    assertEquals(edits, NearMatch.distance(other, one));
  }

  @Test
  void countsTheSameWhenItMayStopEarly() {
    Random random = new Random(2567);
    for (int i = 0; i < 20_000; i++) {
      String one = word(random);
      String other = word(random);
      int edits = NearMatch.distance(one, other);
      for (int most = 0; most <= 3; most++) {
        int seen = NearMatch.distance(one, other, most);
        assertTrue(edits <= most ? seen == edits : seen > most, one + " " + other + " " + most);
      }
    }
  }

  /** Of so few letters that many are near each other. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int left = random.nextInt(8); left > 0; left--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }
}
