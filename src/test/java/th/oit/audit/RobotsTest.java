package th.oit.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The examples of RFC 9309, and files as sites have them. */
class RobotsTest {
  @Test
  void theLongestRuleThatFitsDecides() {
    Robots robots =
        Robots.parse(
            "User-agent: *\nDisallow: /example/page/disallowed.gif\nAllow: /example/page/\n");
    assertTrue(robots.allows("/example/page/a.html"));
    assertFalse(robots.allows("/example/page/disallowed.gif"));
    assertTrue(robots.allows("/other"));
  }

  @Test
  void ofTwoRulesAsLongTheOneThatAllowsWins() {
    assertTrue(Robots.parse("User-agent: *\nDisallow: /a\nAllow: /a").allows("/a/b"));
  }

  @Test
  void rulesForUsByNameTakeThePlaceOfThoseForAll() {
    Robots robots =
        Robots.parse(
            "User-agent: *\r\nDisallow: /\r\n\r\nUser-Agent: OIT/1.0\r\nuser-agent: other\r\n"
                + "Disallow: /private # not for programs\r\n");
    assertTrue(robots.allows("/news/"));
    assertFalse(robots.allows("/private/x"));
  }

  @Test
  void starsAndDollarsFitAsTheStandardSays() {
    Robots robots = Robots.parse("User-agent: *\nDisallow: /*.php$\nDisallow: /*?print=\n");
    assertFalse(robots.allows("/a/index.php"));
    assertTrue(robots.allows("/a/index.php?id=1"));
    assertFalse(robots.allows("/a/index.php?print=1"));
    assertTrue(robots.allows("/a/indexphp"));
    assertFalse(Robots.parse("User-agent: *\nDisallow: /a*b*c").allows("/a--b--c--"));
    assertTrue(Robots.parse("User-agent: *\nDisallow: /a$").allows("/ab"));
  }

  @Test
  void thaiPathsFitHoweverTheyAreWritten() {
    Robots robots = Robots.parse("User-agent: *\nDisallow: /ภายใน/\n");
    assertFalse(robots.allows("/%E0%B8%A0%E0%B8%B2%E0%B8%A2%E0%B9%83%E0%B8%99/a"));
    assertFalse(robots.allows("/%e0%b8%a0%e0%b8%b2%e0%b8%a2%e0%b9%83%e0%b8%99/a"));
  }

  @Test
  void whatSaysNothingForbidsNothing() {
    assertTrue(Robots.parse("").allows("/"));
    assertTrue(Robots.parse("User-agent: *\nDisallow:\n").allows("/"));
    assertTrue(Robots.parse("Disallow: /\n").allows("/"));
    assertTrue(Robots.parse("<html>404</html>").allows("/x"));
    assertFalse(Robots.UNREACHABLE.allows("/"));
  }
}
