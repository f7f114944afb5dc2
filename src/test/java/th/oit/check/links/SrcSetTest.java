package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SrcSetTest {

  @Test
  void splitsAtCommasAfterWhiteSpaceOrDescriptors() {
    assertEquals(List.of("a.jpg", "b.jpg"), split("a.jpg 1x, b.jpg 2x"));
    assertEquals(List.of("a.jpg", "b.jpg"), split("a.jpg, b.jpg"));
    assertEquals(List.of("a.jpg", "b.jpg"), split("\n a.jpg 480w,\n\t b.jpg 800w,\n"));
  }

  @Test
  void takesACommaInsideForPartOfTheUrl() {
    assertEquals(List.of("foo,bar"), split("foo,bar"));
    assertEquals(
        List.of("data:image/png;base64,AAAA", "b.png"),
        split("data:image/png;base64,AAAA 1x, b.png 2x"));
  }

  @Test
  void endsACandidateAtTrailingCommas() {
    assertEquals(List.of("a.jpg", "b.jpg"), split(",,a.jpg,, b.jpg,"));
  }

  @Test
  void keepsTheUrlOfACandidateThatBrowsersDrop() {
    assertEquals(List.of("a.jpg", "b.jpg"), split("a.jpg 1000px, b.jpg"));
  }

  @Test
  void looksForNoCommaInsideOfParentheses() {
    assertEquals(List.of("a.jpg", "c.jpg"), split("a.jpg (1x, b.jpg 2x), c.jpg"));
  }

  @Test
  void endsParenthesesAtTheFirstThatCloses() {
    assertEquals(List.of("a.jpg", "b.jpg"), split("a.jpg ((1x), b.jpg"));
  }

  @Test
  void findsNothingInNothing() {
    assertEquals(List.of(), split(""));
    assertEquals(List.of(), split(" , ,"));
  }

  private static List<String> split(String text) {
    List<String> urls = new ArrayList<>();
    SrcSet.split(text, urls::add);
    return urls;
  }
}
