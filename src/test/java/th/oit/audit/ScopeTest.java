package th.oit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import th.oit.check.links.WebAddress;

/** Which addresses are the site's own, and which mean the same. */
class ScopeTest {
  private static WebAddress at(String url) {
    return WebAddress.parse(url);
  }

  private final Scope scope =
      new Scope(at("https://www.x.go.th/"), null, List.of(at("https://อบต-x.ไทย/")));

  @Test
  void namesAndSchemesOfOneSiteAreOne() {
    for (String same :
        List.of(
            "http://x.go.th/a",
            "https://www.x.go.th/a#b",
            "https://xn----twf4dtc8d.xn--o3cw4h/a")) {
      String key = scope.key(at(same));
      assertTrue(same.contains("xn--") || key.equals("/a"), same + " is " + key);
    }
    assertEquals("/a", scope.key(at("https://อบต-x.ไทย/a")));
    assertFalse(scope.isOwn(at("https://y.go.th/a")));
    assertFalse(scope.isOwn(at("https://x.go.th:8443/a")));
  }

  @Test
  void whatNamesOnlyTheVisitDoesNotCount() {
    assertEquals(
        scope.key(at("https://x.go.th/p.php?id=1")),
        scope.key(at("https://x.go.th/p.php?PHPSESSID=9f&id=1&utm_source=fb")));
    assertEquals(
        scope.key(at("https://x.go.th/p.jsp")),
        scope.key(at("https://x.go.th/p.jsp;jsessionid=AB12")));
    assertNotEquals(
        scope.key(at("https://x.go.th/p?id=1")), scope.key(at("https://x.go.th/p?id=2")));
  }

  @Test
  void escapesThatMeanTheSameAreOne() {
    assertEquals(
        scope.key(at("https://x.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99%2epdf")),
        scope.key(at("https://x.go.th/แผน.pdf")));
    assertNotEquals(scope.key(at("https://x.go.th/a%2Fb")), scope.key(at("https://x.go.th/a/b")));
  }

  @Test
  void aCopyStandsForTheRealSite() {
    Scope copy = new Scope(at("http://127.0.0.1:8000/new/"), at("https://x.go.th/abt/"), List.of());
    WebAddress known = at("https://x.go.th/abt/oit/?a=1#b");
    assertEquals("http://127.0.0.1:8000/new/oit/?a=1", copy.toAsk(known).toString());
    assertEquals(
        "https://x.go.th/abt/oit/", copy.known(at("http://127.0.0.1:8000/new/oit/")).toString());
    assertTrue(copy.isOwn(at("http://127.0.0.1:8000/new/oit/")));
    assertFalse(copy.isOwn(at("https://x.go.th/other/")));
  }
}
