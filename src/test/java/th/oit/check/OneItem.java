package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import th.oit.SiteFiles;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Waiver;
import th.oit.check.links.LinkPolicy;
import th.oit.document.DocumentReader;
import th.oit.document.StatedYears;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Source;
import th.oit.source.SourceText;

/** A tree with one item that has one element, for asking what the gate says of it. */
final class OneItem {
  private static final LocalDate TODAY = LocalDate.of(2024, 4, 10);
  private final Path root;
  private String catalog;
  private String places = "";
  private String body = "";
  private String evidence = "";
  private List<Waiver> waivers = List.of();
  private Origins origins = Origins.NONE;

  private OneItem(Path root, String period, String element) {
    this.root = root;
    this.catalog =
        """
        year: 2567
        name: รายการทดสอบ
        confidence: high
        indicators:
          - id: '9'
            name: ตัวชี้วัด
            sub_indicators:
              - id: '9.1'
                name: ข้อมูลพื้นฐาน
                items:
                  - id: O1
                    name: ข้อทดสอบ
                    period: {of: [%s], text: ช่วงเวลาทดสอบ}
                    elements_confidence: high
                    elements:
                      - %s
        """
            .formatted(period, element);
    page("index.html", "<a href=\"/oit/2567/o1/\">O1</a>", "");
  }

  /**
   * @param element as the list has it, in one line of YAML
   */
  static OneItem with(Path root, String element) {
    return new OneItem(root, "any", element);
  }

  static OneItem of(String period, Path root, String element) {
    return new OneItem(root, period, element);
  }

  /** Has the list say that nobody compared its elements with the manual. */
  OneItem unsure() {
    catalog = catalog.replace("elements_confidence: high", "elements_confidence: low");
    return this;
  }

  /** Where the page says that the element is. */
  OneItem at(String... hrefs) {
    StringBuilder links = new StringBuilder();
    for (String href : hrefs) {
      links.append("<a href=\"").append(href).append("\">ดู</a> ");
    }
    places = links.toString();
    return this;
  }

  /** What the item's page shows, in HTML. */
  OneItem shows(String html) {
    body = html;
    return this;
  }

  OneItem proves(String href) {
    evidence += "<li data-oit-evidence><a href=\"" + href + "\">เอกสาร</a></li>";
    return this;
  }

  OneItem waiving(Waiver waiver) {
    waivers = List.of(waiver);
    return this;
  }

  /** Has rows of data lie in a file, the first in its second line. */
  OneItem fromFile(String file) {
    origins =
        (page, key, occurrence) ->
            key.startsWith("row:")
                ? Optional.of(new Source(file, Integer.parseInt(key.replaceAll(".*:", "")) + 2, 1))
                : Optional.empty();
    return this;
  }

  /** Another page of the site. */
  OneItem page(String file, String html) {
    page(file, html, "");
    return this;
  }

  /** Another file of the site, taken from those that documents are tested with. */
  OneItem file(String file, String from) {
    try {
      SiteFiles.put(
          root.resolve(file),
          java.nio.file.Files.readAllBytes(Path.of("src/test/resources/documents", from)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void page(String file, String html, String after) {
    SiteFiles.put(
        root.resolve(file),
        ("<!DOCTYPE html><html lang=\"th\"><head><title>หน้า</title></head><body><main id=\"main\">"
                + html
                + "</main>"
                + after
                + "<footer><a href=\"tel:020000000\">0 2000 0000</a>"
                + " <a href=\"mailto:info@example.go.th\">info@example.go.th</a></footer></body></html>\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  Outcome judge() {
    page(
        "oit/2567/o1/index.html",
        "<article data-oit-item=\"O1\" data-oit-year=\"2567\" data-oit-status=\"published\""
            + " data-oit-department=\"office\" data-oit-period=\"2567\"><h1>ข้อทดสอบ</h1><ul>"
            + (places.isEmpty() ? "" : "<li data-oit-element=\"it\">" + places + "</li>")
            + "</ul><div data-oit-body>"
            + body
            + "</div><ul>"
            + evidence
            + "</ul></article>",
        "");
    Catalog list = CatalogReader.read(new SourceText("list.yml", catalog));
    try {
      return SiteCheck.run(
          new CheckRequest(
              root,
              null,
              "https://www.example.go.th/",
              list,
              origins,
              List.of(),
              List.of(),
              LinkPolicy.USUAL,
              0,
              new DocumentReader(),
              1,
              waivers,
              TODAY,
              null,
              StatedYears.remembering(null)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every finding as its rule and what it says in Thai. */
  List<String> says() {
    return judge().findings().stream().map(OneItem::line).toList();
  }

  private static String line(Finding finding) {
    return finding.rule().id() + " " + finding.message().th();
  }

  /** Holds that the item passes and nothing is found. */
  void passes() {
    Outcome outcome = judge();
    assertEquals(List.of(), outcome.findings().stream().map(OneItem::line).toList());
    assertEquals(ItemVerdict.Status.PASS, outcome.items().get(0).status());
    assertEquals(
        outcome.items().get(0).required(), outcome.items().get(0).covered(), "elements covered");
  }

  /** Holds that the item fails with this one finding. */
  void failsWith(String said) {
    Outcome outcome = judge();
    assertEquals(List.of(said), outcome.findings().stream().map(OneItem::line).toList());
    assertEquals(ItemVerdict.Status.FAIL, outcome.items().get(0).status());
  }
}
