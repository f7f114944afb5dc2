package th.oit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import th.oit.check.links.WebAddress;

/** Pages without end are left, and pages that an office writes are not. */
class ShapesTest {
  private final Shapes shapes = new Shapes();

  private boolean take(String path) {
    return shapes.take(WebAddress.parse("https://x.go.th" + path));
  }

  @Test
  void aCalendarIsLeftAfterSomeYearsOfMonths() {
    int taken = 0;
    for (int i = 0; i < 1000; i++) {
      taken += take("/events?month=" + (i % 12 + 1) + "&year=" + (2000 + i / 12)) ? 1 : 0;
    }
    assertEquals(Shapes.MOST_OF_CALENDAR, taken);
    assertEquals(1000 - taken, shapes.refused().get("/events?month=N&year=N"));
  }

  @Test
  void threeHundredArticlesAreLookedAt() {
    for (int i = 0; i < 300; i++) {
      assertTrue(take("/index.php?option=com_content&view=article&id=" + i));
      assertTrue(take("/news/" + i + "/"));
    }
  }

  @Test
  void filtersThatCombineComeToAnEnd() {
    int taken = 0;
    for (int i = 0; i < 5000; i++) {
      taken +=
          take("/search?filter=" + Integer.toString(i, 36).replaceAll("\\d", "z") + "x") ? 1 : 0;
    }
    assertTrue(taken <= 2 * Shapes.MOST_OF_SHAPE, taken + " taken");
  }

  @Test
  void aFolderInsideOfItselfIsLeft() {
    assertTrue(take("/a/img/a/img/a/img/"));
    assertFalse(take("/a/img/a/img/a/img/a/img/"));
    assertFalse(take("/" + "x".repeat(2000)));
  }

  @Test
  void pagesWithoutNumbersAreNeverCounted() {
    for (int i = 0; i < 2000; i++) {
      assertTrue(take("/" + Integer.toString(i, 36).replaceAll("\\d", "q") + "/หน้า"));
    }
  }
}
