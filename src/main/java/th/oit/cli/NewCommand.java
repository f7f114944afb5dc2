package th.oit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.catalog.Item;
import th.oit.config.SiteConfig;
import th.oit.content.Content;
import th.oit.content.ContentPage;
import th.oit.content.ContentReader;
import th.oit.content.Status;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.SourceText;
import th.oit.starter.NewFiles;
import th.oit.starter.NewPage;
import th.oit.starter.NewYear;
import th.oit.starter.YearLine;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Words;
import th.oit.work.Workers;

/** Lays out a page to be filled in: of an item, news, a service, another; or those of a year. */
@Command(name = "new", sortOptions = false)
final class NewCommand extends SiteCommand {
  private static final Source HERE = Source.of("oit new");
  private static final String CONFIG = "site-config.yml";

  @Parameters(index = "0", paramLabel = "WHAT", descriptionKey = "new-what")
  String what;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TITLE|YEAR", descriptionKey = "new-title")
  String title;

  @Option(names = "--year", paramLabel = "YEAR")
  String year;

  @Option(names = "--slug", paramLabel = "NAME")
  String slug;

  @Option(names = "--department", paramLabel = "ID")
  String department;

  NewCommand(Main.Surroundings around) {
    super(around, "new");
  }

  @Override
  public Integer call() throws IOException {
    Path folder = siteFolder();
    SiteConfig config = Workshop.config(folder);
    use(config);
    Optional<ItemCode> code = ItemCode.parse(what);
    if (code.isPresent()) {
      item(folder, config, code.get());
    } else if (what.strip().equalsIgnoreCase("year")) {
      year(folder, config);
    } else {
      page(folder, config, kind());
    }
    return 0;
  }

  private NewPage.Kind kind() {
    for (NewPage.Kind kind : NewPage.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(what.strip().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new UnusableInput(
        refused("สร้าง \"" + what + "\" ไม่ได้", "'" + what + "' cannot be made")
            .about(what)
            .hint(
                "ใช้รหัสข้อ เช่น O14 หรือ news, page, service, year",
                "name an item such as O14, or one of news, page, service, year"));
  }

  // An item.

  private void item(Path folder, SiteConfig config, ItemCode code) throws IOException {
    Catalog catalog =
        CatalogCommand.catalog(year, Optional.of(folder), Optional.of(config))
            .orElseThrow(
                () -> new UnusableInput(CatalogCommand.noCatalog(year, Source.of("--year"))));
    if (!config.assessment().years().contains(catalog.year())) {
      throw new UnusableInput(
          refused(
                  "เว็บไซต์นี้ไม่ได้แสดงปี " + catalog.year(),
                  "this site does not show the year " + catalog.year())
              .about(catalog.year().toString())
              .hint(
                  "เพิ่มปีก่อนด้วย oit new year " + catalog.year(),
                  "add the year first: oit new year " + catalog.year()));
    }
    Item item =
        catalog
            .item(code)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        refused(
                                "รายการของปี " + catalog.year() + " ไม่มีข้อ " + code,
                                "the list of " + catalog.year() + " has no item " + code)
                            .about(code.toString())
                            .hint(
                                "ดูทุกข้อด้วย oit catalog " + catalog.year(),
                                "see all items with: oit catalog " + catalog.year())));
    Map<String, String> files =
        NewPage.ofItem(
            catalog, item, department == null ? departments(config) : List.of(department(config)));
    Path home = folder.resolve("content/oit/" + catalog.year() + "/" + code.slug() + ".md");
    if (Files.exists(home)) {
      throw new UnusableInput(stands(folder.relativize(home).toString().replace('\\', '/')));
    }
    write(folder, files, List.copyOf(files.keySet()).subList(0, 1));
  }

  // News, services and other pages.

  private void page(Path folder, SiteConfig config, NewPage.Kind kind) throws IOException {
    if (title == null || title.isBlank()) {
      throw new UnusableInput(
          refused("ยังไม่ได้บอกชื่อ", "the title is missing")
              .hint("เช่น oit new " + what + " \"ชื่อ\"", "such as: oit new " + what + " TITLE"));
    }
    String name = slug == null ? NewPage.slugOf(title).orElse(null) : slug;
    if (name == null && kind != NewPage.Kind.NEWS) {
      throw new UnusableInput(
          refused(
                  "ต้องบอกชื่อภาษาอังกฤษที่จะอยู่ในที่อยู่หน้าเว็บ",
                  "the name for the page's address is missing")
              .hint(
                  "เพิ่ม --slug เช่น --slug water-supply",
                  "add --slug, such as --slug water-supply"));
    }
    if (name != null && !NewPage.isSlug(name)) {
      throw new UnusableInput(
          refused(
                  "\"" + name + "\" ใช้เป็นที่อยู่หน้าเว็บไม่ได้",
                  "'" + name + "' cannot be part of a page's URL")
              .about(name)
              .hint(
                  "ใช้ตัวอักษรอังกฤษพิมพ์เล็ก ตัวเลข และ - เท่านั้น",
                  "use lower-case ASCII letters, digits and '-'"));
    }
    Map.Entry<String, String> page =
        NewPage.of(
            kind,
            title,
            name,
            options.today,
            department(config),
            path -> Files.exists(folder.resolve(path)));
    write(folder, Map.of(page.getKey(), page.getValue()), List.of(page.getKey()));
  }

  private String department(SiteConfig config) {
    if (department != null && config.department(department).isEmpty()) {
      throw new UnusableInput(
          refused(
                  "ไม่มีหน่วยงาน \"" + department + "\" ใน " + CONFIG,
                  "no department '" + department + "' in " + CONFIG)
              .about(department)
              .hint(
                  "ที่มีคือ " + String.join(", ", departments(config)),
                  "there are: " + String.join(", ", departments(config))));
    }
    return department == null ? departments(config).get(0) : department;
  }

  /** The ids of the departments; one that is empty where the configuration names none. */
  private static List<String> departments(SiteConfig config) {
    return config.departments().isEmpty()
        ? List.of("")
        : config.departments().stream().map(SiteConfig.Department::id).toList();
  }

  // A year.

  private void year(Path folder, SiteConfig config) throws IOException {
    FiscalYear added =
        FiscalYear.parse(title == null ? "" : title)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        refused("ต้องบอกปีงบประมาณ พ.ศ.", "a fiscal year is missing")
                            .hint("เช่น oit new year 2568", "such as: oit new year 2568")));
    if (config.assessment().years().contains(added)) {
      throw new UnusableInput(
          refused(CONFIG + " มีปี " + added + " อยู่แล้ว", CONFIG + " has the year " + added)
              .about(added.toString())
              .hint(
                  "สร้างหน้าของข้อที่ยังไม่มีด้วย oit new ตามด้วยรหัสข้อ และ --year " + added,
                  "make a page that is missing with 'oit new ITEM --year " + added + "'"));
    }
    Catalog catalog =
        CatalogReader.bundled(added)
            .orElseThrow(() -> new UnusableInput(CatalogCommand.noCatalog(added.toString(), HERE)));
    Path file = folder.resolve(CONFIG);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String changed =
        YearLine.added(text, added)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        refused(
                                "เพิ่มปีใน " + CONFIG + " ให้เองไม่ได้",
                                "the year could not be added to " + CONFIG)
                            .hint(
                                "เพิ่ม " + added + " ใน years: ใต้ assessment: ด้วยตนเอง",
                                "add " + added + " to 'years:' below 'assessment:' by hand")));
    NewYear made = prepared(folder, config, catalog);
    NewFiles written = NewFiles.write(folder, made.texts());
    List<String> all = new ArrayList<>(written.written());
    for (Map.Entry<String, String> copy : made.copies().entrySet()) {
      Path to = folder.resolve(copy.getKey());
      if (!Files.exists(to)) {
        Files.createDirectories(to.getParent());
        Files.copy(folder.resolve(copy.getValue()), to);
        all.add(copy.getKey());
      }
    }
    // Last, so that a run that was cut off can be run again.
    Files.writeString(file, changed, StandardCharsets.UTF_8);
    tell(all);
    around.out().print(carried(made, added, config));
  }

  private NewYear prepared(Path folder, SiteConfig config, Catalog catalog) {
    Optional<Catalog> former =
        config.assessment().years().stream()
            .filter(each -> each.compareTo(catalog.year()) < 0)
            .findFirst()
            .flatMap(
                each ->
                    CatalogCommand.catalog(
                        each.toString(), Optional.of(folder), Optional.of(config)));
    Map<ItemCode, ContentPage> pages = new HashMap<>();
    Map<ItemCode, String> sources = new HashMap<>();
    Map<ItemCode, List<String>> beside = new HashMap<>();
    if (former.isPresent()) {
      Content content;
      try (Workers workers = new Workers(options.jobs)) {
        content = ContentReader.read(folder, workers);
      }
      for (Item item : former.get().items()) {
        String home = "oit/" + former.get().year() + "/" + item.code().slug() + "/";
        content.pages().stream()
            .filter(page -> page.item() != null && page.path().equals(home + "index.md"))
            .filter(page -> page.status() != Status.DRAFT) // nothing in it to carry over yet
            .findFirst()
            .ifPresent(
                page -> {
                  pages.put(item.code(), page);
                  sources.put(
                      item.code(),
                      SourceText.read(folder.resolve(page.file()), page.file()).text());
                  beside.put(
                      item.code(),
                      content.files().keySet().stream()
                          .filter(path -> path.startsWith(home))
                          .map(path -> ContentReader.FOLDER + "/" + path)
                          .toList());
                });
      }
    }
    return NewYear.of(catalog, former.orElse(catalog), pages, sources, beside, departments(config));
  }

  private String carried(NewYear made, FiscalYear added, SiteConfig config) {
    StringBuilder th = new StringBuilder();
    StringBuilder en = new StringBuilder();
    if (!made.carried().isEmpty()) {
      Map<String, String> names = new LinkedHashMap<>();
      made.carried().forEach((item, from) -> names.put(item.toString(), from.toString()));
      String list =
          String.join(
              ", ", names.entrySet().stream().map(e -> e.getKey() + " ← " + e.getValue()).toList());
      th.append("ยกมาจากปีก่อนเพราะไม่ผูกกับปี ต้องตรวจว่ายังถูกต้อง: ").append(list).append('\n');
      en.append("carried over because bound to no year; check that it still holds: ");
      en.append(list).append('\n');
    }
    th.append("เพิ่มปี ").append(added).append(" ใน ").append(CONFIG);
    th.append(" แล้ว ทุกหน้าของปีนั้นยังเป็นฉบับร่าง ดูความพร้อมด้วย oit status --year ")
        .append(added);
    en.append("The year ").append(added).append(" stands in ").append(CONFIG);
    en.append("; all its pages are drafts. See how far they are: oit status --year ");
    en.append(added);
    th.append("\nปีที่ประเมินยังเป็น ").append(config.assessment().year());
    th.append(" เมื่อเริ่มรอบใหม่ให้แก้ year: ใต้ assessment: เป็น ").append(added).append('\n');
    en.append("\nThe assessed year is still ").append(config.assessment().year());
    en.append("; when the new round begins, change 'year:' below 'assessment:'\n");
    return options.quiet ? "" : Words.of(th.toString(), en.toString()).in(language());
  }

  // Files.

  /**
   * Writes the files of one page.
   *
   * @param own those of which none may stand
   */
  private void write(Path folder, Map<String, String> files, List<String> own) throws IOException {
    for (String file : own) {
      if (Files.exists(folder.resolve(file))) {
        throw new UnusableInput(stands(file));
      }
    }
    tell(NewFiles.write(folder, files).written());
  }

  private void tell(List<String> written) throws IOException {
    StringBuilder out = new StringBuilder();
    written.forEach(file -> out.append("  + ").append(file).append('\n'));
    print(out.toString());
  }

  private static Finding stands(String file) {
    return Finding.of(Rule.SOURCE_NAME, "มีไฟล์ " + file + " อยู่แล้ว", file + " stands already")
        .at(Source.of(file))
        .hint(
            "แก้ไฟล์นั้น หรือย้ายออกก่อน คำสั่งนี้ไม่เขียนทับไฟล์เดิม",
            "edit that file, or move it away; nothing is ever overwritten");
  }

  private static Finding refused(String th, String en) {
    return Finding.of(Rule.SOURCE_VALUE, th, en).at(HERE);
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
