package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaRefreshTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          0; url=/oit/ → /oit/
          0;url=/oit/ → /oit/
          0,URL = /oit/ → /oit/
          5 /oit/ → /oit/
          5;/oit/ → /oit/
          0; url='/oit/' trailing → /oit/
          0; url="/oit/ → /oit/
          0.5; url=/oit/ → /oit/
          .5; url=/oit/ → /oit/
          0; '/a b/'c → /a b/
          0; url → url
          0; urls.html → urls.html
          """)
  void findsTheUrl(String content, String url) {
    assertEquals(url, MetaRefresh.url(content));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "300", "300;", "5url=/oit/", "url=/oit/", "-1; url=/oit/"})
  void findsNoneWhereABrowserGoesNowhereElse(String content) {
    assertNull(MetaRefresh.url(content));
  }
}
