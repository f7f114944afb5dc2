package th.oit.check;

import java.util.Optional;
import th.oit.catalog.Confidence;
import th.oit.catalog.Element;
import th.oit.catalog.Item;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Origins;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.text.Words;

/** Says what is wrong with one item's page, each time with the place where it was written. */
final class ItemFindings {
  private final Item item;
  private final String page;
  private final Origins origins;
  private final Findings findings;

  ItemFindings(Item item, String page, Origins origins, Findings findings) {
    this.item = item;
    this.page = page;
    this.origins = origins;
    this.findings = findings;
  }

  /**
   * Something wrong with what shows an element. Where it is not even required, that is a warning;
   * where nobody compared the list with the manual, the message says so.
   */
  void add(Element element, Rule rule, Words message, Words hint) {
    add(element, rule, element.id(), elementSource(element), message, hint);
  }

  void add(Element element, Rule rule, String about, Source source, Words message, Words hint) {
    Finding finding =
        Finding.of(rule, doubted(message))
            .onPage(page)
            .ofItem(item.code().toString())
            .about(about)
            .at(source)
            .hint(hint);
    findings.add(element.required() || !finding.isError() ? finding : finding.as(Severity.WARNING));
  }

  /** Something wrong with the data themselves, whatever the list asks. */
  void add(Rule rule, String about, Source source, Words message, Words hint) {
    findings.add(
        Finding.of(rule, message)
            .onPage(page)
            .ofItem(item.code().toString())
            .about(about)
            .at(source)
            .hint(hint));
  }

  private Words doubted(Words message) {
    return item.elementsConfidence() == Confidence.HIGH
        ? message
        : Words.of(
            message.th() + " (รายการยังไม่ยืนยันกับคู่มือ)",
            message.en() + " (the list is not confirmed by the manual)");
  }

  /** Where the front matter names the places of an element; else the page. */
  Source elementSource(Element element) {
    return origins
        .of(page, Origins.element(element.id()), 0)
        .or(() -> origins.of(page, Origins.page(), 0))
        .orElse(null);
  }

  /** Where the data of a table were written. */
  Optional<Source> tableSource(String tablePage, PageTable table) {
    return table.id().isEmpty()
        ? Optional.empty()
        : origins.of(tablePage, Origins.table(table.id()), 0);
  }

  /** Where a row of a table was written; empty when only the table's place is known. */
  Optional<Source> rowSource(String tablePage, PageTable table, int row) {
    return table.id().isEmpty()
        ? Optional.empty()
        : origins.of(tablePage, Origins.row(table.id(), row), 0);
  }
}
