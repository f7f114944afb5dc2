package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import th.oit.catalog.Catalog;
import th.oit.catalog.Item;
import th.oit.config.SiteConfig;
import th.oit.explain.ItemPage;
import th.oit.explain.RulePage;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.ItemCode;
import th.oit.text.NearMatch;
import th.oit.text.Words;

/** Tells what a rule finds and how to mend it, or what an item asks; without either, all rules. */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand extends SiteCommand {
  private static final Source HERE = Source.of("oit explain");

  @Parameters(index = "0", arity = "0..1", paramLabel = "RULE|ITEM", descriptionKey = "what")
  String what;

  @Option(names = "--year", paramLabel = "YEAR")
  String year;

  ExplainCommand(Main.Surroundings around) {
    super(around, "explain");
  }

  @Override
  public Integer call() throws IOException {
    boolean ofItem = what != null && Rule.of(what.strip()).isEmpty();
    Optional<Path> folder = findSiteFolder();
    Optional<SiteConfig> config = folder.flatMap(at -> config(at, ofItem));
    config.ifPresent(this::use);
    print(what == null ? rules() : explained(what.strip(), folder, config));
    return 0;
  }

  /**
   * The site's configuration. A rule is explained also where that cannot be read: it may be the
   * very rule that says why.
   */
  private static Optional<SiteConfig> config(Path folder, boolean needed) {
    try {
      return Optional.of(Workshop.config(folder));
    } catch (UnusableInput e) {
      if (needed) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private String rules() {
    StringBuilder out = new StringBuilder();
    for (Rule rule : Rule.values()) {
      out.append(rule.id()).append("  ").append(rule.says().in(language())).append('\n');
    }
    return out.toString();
  }

  private String explained(String asked, Optional<Path> folder, Optional<SiteConfig> config) {
    Optional<Rule> rule = Rule.of(asked);
    if (rule.isPresent()) {
      return RulePage.of(rule.get(), language())
          .orElseThrow(() -> new IllegalStateException("no page about " + asked))
          .plain(this::bold);
    }
    Optional<ItemCode> code = ItemCode.parse(asked);
    if (code.isEmpty()) {
      throw new UnusableInput(unknown(asked));
    }
    Catalog catalog =
        CatalogCommand.catalog(year, folder, config)
            .orElseThrow(() -> new UnusableInput(CatalogCommand.noCatalog(year, HERE)));
    Item item =
        catalog.item(code.get()).orElseThrow(() -> new UnusableInput(noItem(code.get(), catalog)));
    return ItemPage.plain(catalog, item, language(), this::bold);
  }

  private static Finding noItem(ItemCode code, Catalog catalog) {
    List<Item> items = catalog.items();
    String first = items.get(0).code().toString();
    String last = items.get(items.size() - 1).code().toString();
    return Finding.of(
            Rule.SOURCE_VALUE,
            "รายการของปี " + catalog.year() + " ไม่มีข้อ " + code,
            "the list of " + catalog.year() + " has no item " + code)
        .at(HERE)
        .about(code.toString())
        .hint(
            "ปีนั้นมี " + first + " ถึง " + last + " ปีอื่นระบุด้วย --year",
            "it has " + first + " to " + last + "; name another year with --year");
  }

  private static Finding unknown(String asked) {
    Map<String, String> known = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      known.putIfAbsent(rule.id().substring(rule.id().indexOf('/') + 1), rule.id());
    }
    Arrays.stream(Rule.values()).forEach(rule -> known.put(rule.id(), rule.id()));
    Words hint =
        NearMatch.of(asked, known.keySet())
            .map(known::get)
            .map(near -> Words.of("น่าจะหมายถึง " + near, "did you mean " + near + "?"))
            .orElse(
                Words.of(
                    "ใช้ชื่อกฎในวงเล็บท้ายข้อความของรายงาน เช่น link/case หรือรหัสข้อ เช่น O14;"
                        + " oit explain แสดงกฎทั้งหมด",
                    "use the name in brackets behind a message, such as link/case, or an item such"
                        + " as O14; 'oit explain' lists all rules"));
    return Finding.of(
            Rule.SOURCE_VALUE,
            "ไม่มีกฎหรือข้อชื่อ \"" + asked + "\"",
            "there is no rule or item '" + asked + "'")
        .at(HERE)
        .about(asked)
        .hint(hint);
  }

  private String bold(String text) {
    return color() ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  @Override
  List<CommonOptions.Format> formats() {
    return List.of(CommonOptions.Format.TEXT);
  }

  @Override
  boolean leavesReport() {
    return false;
  }
}
