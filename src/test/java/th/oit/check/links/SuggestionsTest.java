package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import th.oit.check.links.Suggestions.Difference;
import th.oit.check.links.Suggestions.Suggestion;

class SuggestionsTest {
  private final Suggestions suggestions =
      new Suggestions(
          Inventory.of(
              List.of(
                  "index.html",
                  "oit/2567/index.html",
                  "oit/2567/o14/index.html",
                  "oit/2567/o14/plan.pdf",
                  "oit/2567/o15/index.html",
                  "files/Report.PDF",
                  "files/แผนจัดซื้อ ๒๕๖๗.pdf",
                  "files/กำลังคน.pdf",
                  "files/caf\u00e9.pdf",
                  "files/hid\u200bden.pdf",
                  "files/plan-1.pdf",
                  "contact/index.html",
                  "about.html")));

  @ParameterizedTest
  @CsvSource({
    "files/report.pdf, files/Report.PDF, LETTER_CASE",
    "Files/Report.pdf, files/Report.PDF, LETTER_CASE",
    "OIT/2567/, oit/2567/, LETTER_CASE",
    "OIT/2567, oit/2567/, LETTER_CASE",
    "files/cafe\u0301.pdf, files/caf\u00e9.pdf, UNICODE_FORM",
    "files/กํา\u0e25ังคน.pdf, files/กำลังคน.pdf, UNICODE_FORM",
    "files/Rep\u200bort.PDF, files/Report.PDF, HIDDEN_CHARACTER",
    "'files/Report.PDF\u00a0', files/Report.PDF, HIDDEN_CHARACTER",
    "files/hidden.pdf, files/hid\u200bden.pdf, HIDDEN_CHARACTER",
    "files/แผนจัดซื้อ 2567.pdf, files/แผนจัดซื้อ ๒๕๖๗.pdf, SPELLING",
    "files/แผนจัดซื้อ๒๕๖๗.pdf, files/แผนจัดซื้อ ๒๕๖๗.pdf, SPELLING",
    "files/Reprot.PDF, files/Report.PDF, SPELLING",
    "oti/2567/o14/plan.pdf, oit/2567/o14/plan.pdf, SPELLING",
    "oit//2567/o14/, oit/2567/o14/, SPELLING",
    "contcat/, contact/, SPELLING",
    "about, about.html, SPELLING",
    "oit/2567/plan.pdf, oit/2567/o14/plan.pdf, MOVED",
    "plan.pdf, oit/2567/o14/plan.pdf, MOVED"
  })
  void findsWhatWasMeant(String written, String existing, Difference difference) {
    assertEquals(Optional.of(new Suggestion(existing, difference)), suggestions.of(written));
  }

  @Test
  void offersNoOtherNumberForANumber() {
    assertEquals(Optional.empty(), suggestions.of("oit/2567/o16/"));
    assertEquals(Optional.empty(), suggestions.of("oit/2566/o14/"));
    assertEquals(Optional.empty(), suggestions.of("files/plan-2.pdf"));
  }

  @Test
  void offersNothingForWhatIsFarFromAll() {
    assertEquals(Optional.empty(), suggestions.of("images/banner.jpg"));
    assertEquals(Optional.empty(), suggestions.of("nowhere/index.html"));
  }
}
