package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.check.links.WebAddress.Fault;

class WebAddressTest {
  private static final WebAddress PAGE =
      WebAddress.parse("https://www.example.go.th/oit/2567/o14/index.html?v=1#top");

  /** The right-hand side is what Chromium's {@code new URL(raw, page).href} says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          plan.pdf → https://www.example.go.th/oit/2567/o14/plan.pdf
          ./plan.pdf → https://www.example.go.th/oit/2567/o14/plan.pdf
          ../o15/ → https://www.example.go.th/oit/2567/o15/
          .. → https://www.example.go.th/oit/2567/
          . → https://www.example.go.th/oit/2567/o14/
          '' → https://www.example.go.th/oit/2567/o14/index.html?v=1
          ?q → https://www.example.go.th/oit/2567/o14/index.html?q
          #list → https://www.example.go.th/oit/2567/o14/index.html?v=1#list
          /files/a.pdf → https://www.example.go.th/files/a.pdf
          ../../../../../../c → https://www.example.go.th/c
          %2e%2E/x → https://www.example.go.th/oit/2567/x
          .%2e/x → https://www.example.go.th/oit/2567/x
          a/./b/../c → https://www.example.go.th/oit/2567/o14/a/c
          a//b → https://www.example.go.th/oit/2567/o14/a//b
          ... → https://www.example.go.th/oit/2567/o14/...
          //other.go.th/x → https://other.go.th/x
          //////other.go.th/x → https://other.go.th/x
          https:\\\\other.go.th\\x → https://other.go.th/x
          files\\a.pdf → https://www.example.go.th/oit/2567/o14/files/a.pdf
          \\files\\a.pdf → https://www.example.go.th/files/a.pdf
          https:plan.pdf → https://www.example.go.th/oit/2567/o14/plan.pdf
          https:/plan.pdf → https://www.example.go.th/plan.pdf
          http:plan.pdf → http://plan.pdf/
          http:/other.go.th → http://other.go.th/
          HTTP://EXAMPLE.GO.TH:80/A → http://example.go.th/A
          https://example.go.th:443 → https://example.go.th/
          https://example.go.th:8443/ → https://example.go.th:8443/
          https://example.go.th:/ → https://example.go.th/
          https://user:p@ss@example.go.th/ → https://user:p%40ss@example.go.th/
          https://อบต.ไทย/ → https://xn--m3cj0d.xn--o3cw4h/
          https://example。go。th/ → https://example.go.th/
          https://ex%61mple.go.th/ → https://example.go.th/
          https://a_b.go.th/ → https://a_b.go.th/
          http://2130706433/ → http://127.0.0.1/
          http://0x7f.1/ → http://127.0.0.1/
          http://[::1]/ → http://[::1]/
          http://[0:0:0:0:0:0:0:1]/ → http://[::1]/
          http://[2001:DB8::7:192.0.2.1]/ → http://[2001:db8::7:c000:201]/
          http://[1:0:0:2:0:0:0:3]/ → http://[1:0:0:2::3]/
          http://[1:0:2:3:4:5:6:7]/ → http://[1:0:2:3:4:5:6:7]/
          https://example.go.t\u00ADh/ → https://example.go.th/
          https://Ỻ.go.th/ → https://xn--7mg.go.th/
          my file.pdf → https://www.example.go.th/oit/2567/o14/my%20file.pdf
          [1].pdf → https://www.example.go.th/oit/2567/o14/[1].pdf
          100%.pdf → https://www.example.go.th/oit/2567/o14/100%.pdf
          a|b.pdf → https://www.example.go.th/oit/2567/o14/a%7Cb.pdf
          a+b.pdf → https://www.example.go.th/oit/2567/o14/a+b.pdf
          แผน.pdf#หน้า → https://www.example.go.th/oit/2567/o14/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf#%E0%B8%AB%E0%B8%99%E0%B9%89%E0%B8%B2
          a?b#c?d#e → https://www.example.go.th/oit/2567/o14/a?b#c?d#e
          a%2Fb → https://www.example.go.th/oit/2567/o14/a%2Fb
          mailto:a@b.go.th → mailto:a@b.go.th
          tel:0-2123-4567 → tel:0-2123-4567
          """)
  void resolvesAsABrowserDoes(String raw, String expected) {
    assertEquals(expected, WebAddress.parse(raw, PAGE).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "https://, NO_HOST",
    "//////, NO_HOST",
    "https://@/, NO_HOST",
    "https://:443/, NO_HOST",
    "http://127.0.0.1:____, BAD_PORT",
    "https://example.go.th:99999/, BAD_PORT",
    "https://example.go.th:8o/, BAD_PORT",
    "https://exa mple.go.th/, BAD_HOST",
    "https://exa<mple.go.th/, BAD_HOST",
    "https://a%2Fb/, BAD_HOST",
    "https://[::1/, BAD_HOST",
    "https://[1::2::3]/, BAD_HOST",
    "http://256.1.1.1/, BAD_HOST",
    "http://1.2.3.4.5/, BAD_HOST",
    "https://www..go.th/, BAD_HOST",
    "http://[1::2:3:4:5:6:7:8]/, BAD_HOST",
    "http://[::1.2.3]/, BAD_HOST",
    "http://[::1.2.3.04]/, BAD_HOST",
    "http://[1:2:3:4:5:6:7:1.2.3.4]/, BAD_HOST",
    "https://xn--2.go.th/, BAD_HOST",
    "https://xn--m3c-j0d.go.th/, BAD_HOST",
    "https://อบต.้าน.ไทย/, BAD_HOST"
  })
  void saysWhySomethingIsNoUrl(String raw, Fault fault) {
    assertEquals(fault, WebAddress.parse(raw, PAGE).fault());
  }

  @Test
  void dropsLineEndsAndTabsInsideAndWhiteSpaceAround() {
    assertEquals(
        "https://www.example.go.th/a/b", WebAddress.parse(" \t/a\n/\tb\r\n ", PAGE).toString());
  }

  @Test
  void refusesAHostWithAJoinerThatCameByPasting() {
    assertEquals(Fault.BAD_HOST, WebAddress.parse("https://exam\u200Dple.go.th/").fault());
  }

  @Test
  void takesInvisibleCharactersOutOfAHostAlsoWhenALabelHasNothingElse() {
    assertEquals("https://go.th./", WebAddress.parse("https://go.th.\uFEFF/").toString());
  }

  @Test
  void writesHalfACharacterAsTheStandardDoes() {
    assertEquals(
        "https://www.example.go.th/a%EF%BF%BDb", WebAddress.parse("/a\uD800b", PAGE).toString());
  }

  @Test
  void keepsTheNoBreakSpaceThatATrimWouldNotSee() {
    assertEquals("/a\u00A0", WebAddress.parse("/a\u00A0", PAGE).path());
  }

  @Test
  void saysThatDotsLedAboveTheRoot() {
    assertFalse(WebAddress.parse("../../../x", PAGE).climbs());
    assertTrue(WebAddress.parse("../../../../x", PAGE).climbs());
    assertTrue(WebAddress.parse("/../x", PAGE).climbs());
    assertTrue(WebAddress.parse("https://www.example.go.th/a/../../x").climbs());
  }

  @Test
  void needsABaseForWhatIsRelative() {
    assertEquals(Fault.NO_BASE, WebAddress.parse("plan.pdf").fault());
    assertEquals("", WebAddress.parse("plan.pdf").toString());
  }

  @Test
  void takesTheFragmentAway() {
    assertEquals(
        "https://a.go.th/x?y",
        WebAddress.parse("https://a.go.th/x?y#z").withoutFragment().toString());
    assertNull(WebAddress.parse("https://a.go.th/").withoutFragment().fragment());
  }

  @Test
  void staysQuickOnMonstrousInput() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          WebAddress.parse("../".repeat(200_000) + "x", PAGE);
          WebAddress.parse("a/".repeat(200_000) + "../".repeat(200_000), PAGE);
          WebAddress.parse("https://" + "a.".repeat(200_000) + "th", PAGE);
          WebAddress.parse("%2e".repeat(200_000), PAGE);
        });
  }
}
