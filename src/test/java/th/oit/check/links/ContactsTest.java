package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.finding.Finding;
import th.oit.finding.Rule;

class ContactsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:saraban@example.go.th",
        "mailto:saraban%40example.go.th",
        "mailto: saraban@example.go.th",
        "mailto:a@example.go.th,b@example.go.th?subject=x",
        "mailto:o'brien+x@example.go.th",
        "mailto:saraban@อบต.ไทย",
        "mailto:?subject=x&body=y"
      })
  void takesAddresses(String raw) {
    assertNull(Contacts.mailto(WebAddress.parse(raw), raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:",
        "mailto:saraban",
        "mailto:saraban@",
        "mailto:@example.go.th",
        "mailto:saraban@example",
        "mailto:sara ban@example.go.th",
        "mailto:สารบรรณ@example.go.th",
        "mailto:saraban2๕@example.go.th",
        "mailto:saraban@example..go.th",
        "mailto:a@b@example.go.th",
        "mailto:https://example.go.th",
        "mailto:a@example.go.th,"
      })
  void refusesWhatIsNoAddress(String raw) {
    assertEquals(Rule.LINK_MAILTO, Contacts.mailto(WebAddress.parse(raw), raw).rule());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tel:0-2123-4567",
        "tel:+66212345678",
        "tel:(02) 123 4567",
        "tel:191",
        "tel:%2B66%202%20123%204567",
        "tel:021234567;ext=12"
      })
  void takesNumbers(String raw) {
    assertNull(Contacts.tel(WebAddress.parse(raw), raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tel:",
        "tel:12",
        "tel:02123456ต่อ12",
        "tel:02-123-4567/8",
        "tel:n/a",
        "tel:๐๒๑๒๓๔๕๖๗"
      })
  void refusesWhatIsNoNumber(String raw) {
    assertEquals(Rule.LINK_TEL, Contacts.tel(WebAddress.parse(raw), raw).rule());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tel:๐-๒๑๒๓-๔๕๖๗", "tel:%E0%B9%90-๒๑๒๓-๔๕๖๗"})
  void writesTheNumberInArabicDigits(String raw) {
    Finding finding = Contacts.tel(WebAddress.parse(raw), raw);
    assertEquals("write Arabic digits in the link: tel:0-2123-4567", finding.hint().en());
  }
}
