package th.oit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPathTest {
  @ParameterizedTest
  @CsvSource({
    "/oit/2567/o14/, /oit/2567/o14/",
    "/แผน.pdf, /%E0%B9%81%E0%B8%9C%E0%B8%99.pdf",
    "/a b.pdf, /a%20b.pdf",
    "/100%.pdf, /100%25.pdf",
    "/a?b#c, /a%3Fb%23c",
    "/[1].pdf, /%5B1%5D.pdf",
    "/a+b@c:d~e_(f)!.pdf, /a+b@c:d~e_(f)!.pdf"
  })
  void encodesWhatAPathCannotHold(String path, String encoded) {
    assertEquals(encoded, UrlPath.encode(path));
    assertEquals(path, UrlPath.decode(encoded));
  }

  @Test
  void comesBackUnchangedForAnyUnicodePath() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder path = new StringBuilder("/");
      for (int i = random.nextInt(12); i > 0; i--) {
        int point =
            switch (random.nextInt(4)) {
              case 0 -> "%/+ 2Ff?#&".charAt(random.nextInt(10));
              case 1 -> 0x0E01 + random.nextInt(0x5B);
              case 2 -> 0x20 + random.nextInt(0xD800 - 0x20);
              default -> 0x10000 + random.nextInt(0x10FFFF - 0x10000);
            };
        path.appendCodePoint(point);
      }
      String encoded = UrlPath.encode(path.toString());
      assertTrue(encoded.chars().allMatch(c -> c > ' ' && c < 127), encoded);
      assertEquals(path.toString(), UrlPath.decode(encoded));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a+b.pdf",
        "/a%2Fb",
        "/a%2fb",
        "/100%.pdf",
        "/%",
        "/%4",
        "/%zz",
        "/%-1",
        "/%E0%B8",
        "/%FF.pdf",
        "/%a1%a2.pdf",
        "/%C0%AF"
      })
  void leavesAsItIsWhatIsNoEscape(String path) {
    assertEquals(path, UrlPath.decode(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/%41, /A",
    "/%e0%b8%81, /ก",
    "/a%2Fb%20c, /a%2Fb c",
    "/%25%41, /%A",
    "/%2541, /%41",
    "/ก%20ข, /ก ข",
    "/%%41, /%A"
  })
  void decodesOnce(String path, String decoded) {
    assertEquals(decoded, UrlPath.decode(path));
  }
}
