package th.oit.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Element;
import th.oit.catalog.Item;
import th.oit.check.ItemVerdict;
import th.oit.config.ConfigReader;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;

/** Bodies of which some items do not pass. */
final class Samples {
  static final LocalDate TODAY = LocalDate.of(2024, 4, 1);

  private Samples() {}

  static Catalog catalog(int year) {
    return CatalogReader.bundled(new FiscalYear(year)).orElseThrow();
  }

  static SiteConfig config(int year) {
    return config(
        """
        site: {base_url: https://www.example.go.th}
        organization: {name: องค์การบริหารส่วนตำบลตัวอย่าง, short: อบต.ตัวอย่าง}
        departments:
          - {id: office, name: สำนักปลัด, phone: 0 0000 0001, head: หัวหน้าสำนักปลัด}
          - {id: finance, name: กองคลัง, phone: 0 0000 0002, head: ผู้อำนวยการกองคลัง}
        assessment:
          year: %d
          window: {opens: 2567-04-01, closes: 2567-04-30}
          publish_days_before: 15
        """
            .formatted(year));
  }

  static SiteConfig config(String yaml) {
    return ConfigReader.read(
        SourceText.decode(
            yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8), "site-config.yml"));
  }

  /** Every item passes but those that are lost; each third belongs to the finance division. */
  static List<ItemVerdict> verdicts(Catalog catalog, Set<String> lost) {
    List<ItemVerdict> verdicts = new ArrayList<>();
    for (Item item : catalog.items()) {
      int required = (int) item.elements().stream().filter(Element::required).count();
      boolean passes = !lost.contains(item.code().toString());
      verdicts.add(
          new ItemVerdict(
              item.code().toString(),
              item.name(),
              passes ? ItemVerdict.Status.PASS : ItemVerdict.Status.FAIL,
              "/oit/" + catalog.year() + "/" + item.code().slug() + "/",
              item.code().number() % 3 == 0 ? "finance" : "office",
              required,
              passes ? required : Math.max(0, required - 1)));
    }
    return verdicts;
  }

  static Readiness readiness(int year, Set<String> lost, Finding... findings) {
    Catalog catalog = catalog(year);
    return Readiness.of(
        config(year), catalog, verdicts(catalog, lost), List.of(findings), Map.of(), TODAY);
  }
}
