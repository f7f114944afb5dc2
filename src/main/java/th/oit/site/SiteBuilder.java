package th.oit.site;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import th.oit.catalog.Catalog;
import th.oit.catalog.Element;
import th.oit.catalog.Freshness;
import th.oit.catalog.Item;
import th.oit.config.SiteConfig;
import th.oit.content.Content;
import th.oit.content.ContentPage;
import th.oit.content.ContentPath;
import th.oit.content.ContentReader;
import th.oit.content.Embed;
import th.oit.content.ItemPart;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.ita.ReportFolder;
import th.oit.ita.ScoreReport;
import th.oit.ita.YearReport;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Language;
import th.oit.text.NearMatch;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/** Joins configuration, catalogues and content into a site. Used once. */
public final class SiteBuilder {
  private static final Set<String> NOT_PUBLISHED = Set.of("yml", "yaml");

  private final SiteConfig config;
  private final Map<FiscalYear, Catalog> catalogs;
  private final Content content;
  private final List<YearReport> reports;
  private final LocalDate today;
  private final Findings findings = new Findings();

  private SiteBuilder(
      SiteConfig config,
      Map<FiscalYear, Catalog> catalogs,
      Content content,
      List<YearReport> reports,
      LocalDate today) {
    this.config = config;
    this.catalogs = catalogs;
    this.content = content;
    this.reports = reports;
    this.today = today;
  }

  /**
   * Builds the model.
   *
   * @param catalogs the list of every year that the configuration names
   * @param reports the score reports, the newest year first
   * @param today the day that decides what is out
   * @throws UnusableInput when two sources claim one address, or the content names a department or
   *     an element that does not exist
   */
  public static Site build(
      SiteConfig config,
      Map<FiscalYear, Catalog> catalogs,
      Content content,
      List<YearReport> reports,
      LocalDate today) {
    return new SiteBuilder(config, catalogs, content, reports, today).site();
  }

  private Site site() {
    Map<String, String> pathsOfContent = new HashMap<>();
    List<SitePage> pages = new ArrayList<>();
    if (!config.isAssessed()) {
      refuseItems();
    }
    for (ContentPage page : writtenAndReports()) {
      checkNames(page);
      if (page.isOutOn(today) && isOfShownYear(page)) {
        SitePage placed = new SitePage(addressOf(page.path()), page);
        pages.add(placed);
        pathsOfContent.put(page.path(), placed.path());
      }
    }
    Map<String, Path> files = new TreeMap<>();
    content
        .files()
        .forEach(
            (path, file) -> {
              if (isPublished(path)) {
                String address = addressOf(path);
                files.put(address.substring(1), file);
                pathsOfContent.put(path, address);
              }
            });
    List<YearList> years =
        config.assessment().years().stream().map(y -> yearList(y, pages)).toList();
    Map<String, SitePage> redirects = redirects(pages);
    List<DataFiles> data = dataFiles(pages);
    List<SitePage> news = news(pages);
    NewsArchive archive = NewsArchive.of(config, news);
    refuseConflicts(pages, data, years, archive);
    if (findings.hasErrors()) {
      throw new UnusableInput(findings.sorted());
    }
    return new Site(
        config,
        List.copyOf(pages),
        news,
        archive,
        years,
        Collections.unmodifiableMap(redirects),
        Collections.unmodifiableMap(files),
        data.stream().collect(Collectors.toUnmodifiableMap(DataFiles::json, made -> made)),
        Map.copyOf(pathsOfContent),
        reports,
        today);
  }

  private List<SitePage> news(List<SitePage> pages) {
    return pages.stream()
        .filter(page -> page.content().kind() == ContentPage.Kind.NEWS)
        .filter(page -> page.content().isIn(config.language(), config.language()))
        .sorted(
            Comparator.comparing((SitePage page) -> page.content().date())
                .reversed()
                .thenComparing(SitePage::path))
        .toList();
  }

  /** The pages that somebody wrote, and those of the score reports to which nobody wrote a text. */
  private List<ContentPage> writtenAndReports() {
    List<ContentPage> all = new ArrayList<>(content.pages());
    for (ContentPage page : content.pages()) {
      if (page.kind() == ContentPage.Kind.REPORT
          && reports.stream().noneMatch(report -> report.isKnown() && Site.isOf(report, page))) {
        refuseTextWithoutReport(page);
      }
    }
    for (YearReport report : reports) {
      checkDepartments(report);
      if (report.isKnown() && content.pages().stream().noneMatch(page -> isTextOf(report, page))) {
        String path = ReportFolder.FOLDER + report.year() + ".md";
        all.add(ContentPage.ofReport(report.report().file(), path, titleOf(report)));
      }
    }
    all.sort(Comparator.comparing(ContentPage::path));
    return all;
  }

  private boolean isTextOf(YearReport report, ContentPage page) {
    return page.kind() == ContentPage.Kind.REPORT
        && Site.isOf(report, page)
        && page.isIn(config.language(), config.language());
  }

  private String titleOf(YearReport report) {
    if (report.report().title() != null) {
      return report.report().title();
    }
    return Words.of(
            "รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. " + report.year(),
            "ITA score report, fiscal year " + report.year())
        .in(config.language());
  }

  private void refuseTextWithoutReport(ContentPage page) {
    String report = page.file().replaceFirst("(\\.en|\\.th)?\\.md$", ".yml");
    findings.add(
        Finding.of(
                Rule.SOURCE_MISSING,
                "มีข้อความของรายงานผล ITA แต่ไม่มีคะแนนของปีนั้น หรือไม่มีรายการของปีนั้นให้คำนวณ",
                "this text belongs to a score report that is not there, or of whose year no list is"
                    + " known")
            .at(Source.of(page.file()))
            .about(report)
            .hint("เพิ่มไฟล์คะแนน " + report, "write the scores into " + report));
  }

  /** A word of Latin letters that is no department is a slip of the pen; Thai is a name. */
  private void checkDepartments(YearReport report) {
    List<String> known = config.departments().stream().map(SiteConfig.Department::id).toList();
    for (ScoreReport.Measure measure : report.report().measures()) {
      String lead = measure.lead();
      if (lead != null && lead.matches("[a-z][a-z0-9_-]*") && !known.contains(lead)) {
        findings.add(
            unknown(
                measure.at(),
                lead,
                known,
                Words.of(
                    "ไม่มีหน่วยงาน \"" + lead + "\" ใน " + config.file(),
                    "no department '" + lead + "' in " + config.file())));
      }
    }
  }

  /** Pages of items would vanish, and the gate with them, were the assessment merely forgotten. */
  private void refuseItems() {
    content.pages().stream()
        .filter(page -> page.item() != null)
        .findFirst()
        .ifPresent(
            page ->
                findings.add(
                    Finding.of(
                            Rule.SOURCE_MISSING,
                            "มีหน้าของข้อ OIT แต่ "
                                + config.file()
                                + " ไม่ได้บอกปีที่ประเมิน (assessment)",
                            "there are pages of items, but "
                                + config.file()
                                + " names no assessment")
                        .at(Source.of(page.file()))
                        .about("assessment")
                        .hint(
                            "เพิ่ม assessment: {year: "
                                + page.item().folderYear()
                                + "} ใน "
                                + config.file(),
                            "add 'assessment: {year: "
                                + page.item().folderYear()
                                + "}' to "
                                + config.file())));
  }

  /** Old addresses: a folder, or a file such as {@code /ita.php}, which only a host can send on. */
  private static Map<String, SitePage> redirects(List<SitePage> pages) {
    Map<String, SitePage> redirects = new TreeMap<>();
    for (SitePage page : pages) {
      for (ContentPage.Alias alias : page.content().aliases()) {
        redirects.putIfAbsent(outputOf(alias), page);
      }
    }
    return redirects;
  }

  /** The data files of every table that a page places. */
  private static List<DataFiles> dataFiles(List<SitePage> pages) {
    Map<String, DataFiles> data = new TreeMap<>();
    for (SitePage page : pages) {
      for (Embed embed : page.content().embeds().values()) {
        if (embed instanceof Embed.Table table) {
          data.merge(
              table.path() + " " + table.name(),
              DataFiles.of(table, page),
              (known, other) -> !known.isAtHome() && other.isAtHome() ? other : known);
        }
      }
    }
    return List.copyOf(data.values());
  }

  private static String outputOf(ContentPage.Alias alias) {
    String path = alias.path().substring(1);
    return path.isEmpty() || path.endsWith("/")
        ? path + "index.html"
        : path.endsWith(".html") || path.endsWith(".htm") ? path : path + "/index.html";
  }

  /** The path on the site of a file below {@code content/}, decoded, with a leading slash. */
  public static String addressOf(String contentPath) {
    Optional<Language> language = ContentPath.language(contentPath);
    if (language.isPresent()) {
      return "/"
          + language.get().name().toLowerCase(Locale.ROOT)
          + addressOf(ContentPath.withoutLanguage(contentPath));
    }
    String path = contentPath.startsWith("pages/") ? contentPath.substring(6) : contentPath;
    if (!path.endsWith(".md")) {
      return "/" + path;
    }
    if (path.equals("index.md") || path.endsWith("/index.md")) {
      return "/" + path.substring(0, path.length() - "index.md".length());
    }
    return "/" + path.substring(0, path.length() - ".md".length()) + "/";
  }

  private static boolean isPublished(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !NOT_PUBLISHED.contains(extension);
  }

  private boolean isOfShownYear(ContentPage page) {
    return page.item() == null || config.assessment().years().contains(page.item().folderYear());
  }

  private YearList yearList(FiscalYear year, List<SitePage> pages) {
    Catalog catalog = catalogs.get(year);
    Map<ItemCode, SitePage> published = new LinkedHashMap<>();
    for (SitePage page : pages) {
      codeIn(catalog, page.content()).ifPresent(code -> published.putIfAbsent(code, page));
    }
    Map<ItemCode, ContentPage> drafts = new LinkedHashMap<>();
    for (ContentPage page : content.pages()) {
      if (!page.isOutOn(today)) {
        codeIn(catalog, page).ifPresent(code -> drafts.putIfAbsent(code, page));
      }
    }
    return new YearList(catalog, Map.copyOf(published), Map.copyOf(drafts));
  }

  private static Optional<ItemCode> codeIn(Catalog catalog, ContentPage page) {
    if (page.item() == null || !page.item().folderYear().equals(catalog.year())) {
      return Optional.empty();
    }
    return ItemCode.parse(page.item().code()).filter(code -> catalog.item(code).isPresent());
  }

  private void checkNames(ContentPage page) {
    if (page.department() != null && config.department(page.department()).isEmpty()) {
      List<String> known = config.departments().stream().map(SiteConfig.Department::id).toList();
      findings.add(
          unknown(
              page.at("department"),
              page.department(),
              known,
              Words.of(
                  "ไม่มีหน่วยงาน \"" + page.department() + "\" ใน " + config.file(),
                  "no department '" + page.department() + "' in " + config.file())));
    }
    checkTopic(page);
    checkTags(page);
    checkHistory(page);
    ItemPart part = page.item();
    Catalog catalog = part == null ? null : catalogs.get(part.folderYear());
    if (catalog == null) {
      return;
    }
    Optional<Item> item = ItemCode.parse(part.code()).flatMap(catalog::item);
    if (item.isEmpty()) {
      return; // for the gate to report
    }
    if (part.every() != null && Freshness.parse(part.every()).isEmpty()) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + part.every() + "\" ไม่ใช่รอบการปรับปรุง",
                  "'" + part.every() + "' is not how often something is renewed")
              .at(page.at("every"))
              .about(part.every())
              .hint(
                  "ใช้ 15d, month, quarter, half-year หรือ year",
                  "use 15d, month, quarter, half-year or year"));
    }
    List<String> known = item.get().elements().stream().map(Element::id).toList();
    for (ItemPart.ElementPlaces element : part.elements()) {
      if (!known.contains(element.id())) {
        findings.add(
            unknown(
                    element.idAt(),
                    element.id(),
                    known,
                    Words.of(
                        "ข้อ " + part.code() + " ไม่มีองค์ประกอบ \"" + element.id() + "\"",
                        part.code() + " has no element '" + element.id() + "'"))
                .ofItem(part.code()));
      }
    }
  }

  /** What was changed on a day was renewed on that day. */
  private void checkHistory(ContentPage page) {
    if (page.history().isEmpty()) {
      return;
    }
    LocalDate newest = page.history().get(0).date();
    if (page.updated().isBefore(newest)) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "updated: "
                      + ThaiDate.longForm(page.updated())
                      + " เก่ากว่าการปรับปรุงล่าสุดใน history: ("
                      + ThaiDate.longForm(newest)
                      + ")",
                  "'updated' ("
                      + page.updated()
                      + ") is older than the newest change in 'history' ("
                      + newest
                      + ")")
              .at(page.at("updated"))
              .about(page.updated().toString())
              .hint(
                  "แก้ updated: ให้ตรงกัน หรือลบบรรทัดนี้ โปรแกรมจะใช้วันที่ล่าสุดใน history:",
                  "bring 'updated:' up to it, or delete the line: the newest day of 'history:' then"
                      + " counts"));
    }
  }

  private void checkTags(ContentPage page) {
    for (ContentPage.Tag tag : page.oia()) {
      if (InformationAct.parse(tag.text()).isEmpty()) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "\""
                        + tag.text()
                        + "\" ไม่ใช่ข้อมูลตามมาตรา 7 หรือ 9 ของ พ.ร.บ. ข้อมูลข่าวสารของราชการ",
                    "'" + tag.text() + "' is nothing that section 7 or 9 of the Act names")
                .at(tag.at())
                .about(tag.text())
                .hint(
                    "ใช้ 7(1) ถึง 7(5) หรือ 9(1) ถึง 9(8) เช่น oia: ['9(3)']",
                    "use 7(1) to 7(5) or 9(1) to 9(8), as in oia: ['9(3)']"));
      }
    }
  }

  /** Where a body has said which topics there are, a post with another would stand in no list. */
  private void checkTopic(ContentPage page) {
    List<SiteConfig.Topic> topics = config.news().topics();
    if (page.kind() != ContentPage.Kind.NEWS
        || page.topic() == null
        || topics.isEmpty()
        || NewsArchive.known(config, page.topic()).isPresent()) {
      return;
    }
    findings.add(
        unknown(
            page.at("topic"),
            page.topic(),
            topics.stream().map(topic -> topic.name().in(config.language())).toList(),
            Words.of(
                "ไม่มีหัวข้อข่าว \"" + page.topic() + "\" ใน " + config.file() + " (news.topics)",
                "no topic '" + page.topic() + "' in " + config.file() + " (news.topics)")));
  }

  private static Finding unknown(Source at, String written, List<String> known, Words message) {
    String list = known.stream().collect(Collectors.joining(", "));
    Words hint =
        NearMatch.of(written, known)
            .map(near -> Words.of("น่าจะหมายถึง \"" + near + "\"", "did you mean '" + near + "'?"))
            .orElse(Words.of("ที่มีคือ " + list, "there are: " + list));
    return Finding.of(Rule.SOURCE_KEY, message).at(at).about(written).hint(hint);
  }

  /** Two sources with one address, or addresses that differ only by letter case, cannot both be. */
  private void refuseConflicts(
      List<SitePage> pages, List<DataFiles> data, List<YearList> years, NewsArchive archive) {
    Map<String, Claim> claims = new HashMap<>();
    for (String generated : List.of("sitemap.xml", "robots.txt", "feed.xml", Site.NOT_FOUND)) {
      claims.put(generated, new Claim(generated, null));
    }
    List<Language> others =
        Arrays.stream(Language.values())
            .filter(language -> language != config.language())
            .filter(other -> pages.stream().anyMatch(page -> page.content().language() == other))
            .toList();
    for (String generated : List.of("search/index.html", "a-z/index.html")) {
      claims.put(generated, new Claim(generated, null));
      for (Language other : others) {
        String output = prefix(other).substring(1) + generated;
        claims.put(output, new Claim(output, null));
      }
    }
    List<String> mayBeWritten = new ArrayList<>();
    if (config.isAssessed()) {
      mayBeWritten.add(Site.SITE_MAP_PATH);
    }
    if (pages.stream().anyMatch(page -> !page.content().oia().isEmpty())) {
      mayBeWritten.add(InformationAct.PATH);
    }
    if (config.policies() != null) {
      Arrays.stream(Policy.values()).map(Policy::path).forEach(mayBeWritten::add);
    }
    Set<String> paths = pages.stream().map(SitePage::path).collect(Collectors.toSet());
    for (String path : mayBeWritten) {
      if (!paths.contains(path)) {
        List<String> made = new ArrayList<>(List.of(path));
        others.forEach(other -> made.add(prefix(other) + path.substring(1)));
        made.removeAll(paths);
        made.forEach(
            address -> {
              String output = address.substring(1) + "index.html";
              claims.put(output, new Claim(output, null));
            });
      }
    }
    for (YearList year : years) {
      String output = year.path().substring(1) + "index.html";
      claims.put(output, new Claim(output, null));
    }
    if (!data.isEmpty()) {
      claims.put("data.json", new Claim("data.json", null));
    }
    if (!years.isEmpty()) {
      claims.put("oit/feed.xml", new Claim("oit/feed.xml", null));
    }
    boolean news = pages.stream().anyMatch(page -> page.content().kind() == ContentPage.Kind.NEWS);
    if (news || config.isAssessed()) {
      for (NewsArchive.NewsList list : archive.lists()) {
        for (int page = 1; page <= list.pages(); page++) {
          String output = list.path(page).substring(1) + "index.html";
          claims.put(output, new Claim(output, null));
        }
      }
    }
    if (listsServicesItself(pages)) {
      claims.put("services/index.html", new Claim("services/index.html", null));
    }
    for (SitePage page : pages) {
      claim(claims, page.output(), Source.of(page.content().file()));
    }
    for (SitePage page : pages) {
      for (ContentPage.Alias alias : page.content().aliases()) {
        claim(claims, outputOf(alias), alias.at());
      }
    }
    for (String path : content.files().keySet()) {
      if (isPublished(path)) {
        String output = addressOf(path).substring(1);
        claim(claims, output, Source.of(ContentReader.FOLDER + "/" + path));
      }
    }
    for (DataFiles made : data) {
      Source source = Source.of(made.table().table().file());
      if (made.table().format() != Embed.Format.CSV) {
        claim(claims, made.csv(), source);
      }
      claim(claims, made.json(), source);
    }
    for (SitePage page : pages) {
      if (page.content().kind() == ContentPage.Kind.REPORT) {
        for (String output : ReportData.outputs(page)) {
          claim(claims, output, Source.of(page.content().file()));
        }
      }
    }
    refuseFilesThatAreFolders(claims);
  }

  /** What the addresses begin with that are of another language than the site's own. */
  private static String prefix(Language other) {
    return "/" + other.name().toLowerCase(Locale.ROOT) + "/";
  }

  /** Whether there are services in the site's own language, and no page written to list them. */
  private boolean listsServicesItself(List<SitePage> pages) {
    List<ContentPage.Kind> kinds =
        pages.stream()
            .map(SitePage::content)
            .filter(page -> page.isIn(config.language(), config.language()))
            .map(ContentPage::kind)
            .toList();
    return kinds.contains(ContentPage.Kind.SERVICE) && !kinds.contains(ContentPage.Kind.SERVICES);
  }

  private record Claim(String output, Source source) {}

  /** A name cannot be both a file and a folder with files in it. */
  private void refuseFilesThatAreFolders(Map<String, Claim> claims) {
    for (Claim claim : List.copyOf(claims.values())) {
      String output = claim.output().toLowerCase(Locale.ROOT);
      for (int slash = output.indexOf('/'); slash > 0; slash = output.indexOf('/', slash + 1)) {
        Claim file = claims.get(output.substring(0, slash));
        if (file != null) {
          Source named = file.source() == null ? claim.source() : file.source();
          Source other = file.source() == null ? file.source() : claim.source();
          String others = other == null ? "oit" : other.file();
          findings.add(
              Finding.of(
                      Rule.SITE_URL_CONFLICT,
                      "/" + file.output() + " เป็นทั้งไฟล์และโฟลเดอร์ (" + others + ")",
                      "/" + file.output() + " is both a file and a folder (" + others + ")")
                  .at(named)
                  .about("/" + file.output())
                  .hint("เปลี่ยนชื่อไฟล์หรือหน้า", "rename the file or the page"));
          return;
        }
      }
    }
  }

  private void claim(Map<String, Claim> claims, String output, Source source) {
    Claim before = claims.putIfAbsent(output.toLowerCase(Locale.ROOT), new Claim(output, source));
    if (before == null) {
      return;
    }
    String other = before.source() == null ? "oit" : before.source().file();
    boolean same = before.output().equals(output);
    String address = "/" + output.replaceFirst("index\\.html$", "");
    findings.add(
        Finding.of(
                Rule.SITE_URL_CONFLICT,
                same
                    ? "ที่อยู่ " + address + " มาจากทั้ง " + source.file() + " และ " + other
                    : "ที่อยู่ "
                        + address
                        + " ของ "
                        + source.file()
                        + " ต่างจากของ "
                        + other
                        + " เพียงตัวพิมพ์เล็กใหญ่",
                same
                    ? "both " + source.file() + " and " + other + " claim " + address
                    : source.file() + " and " + other + " claim addresses that differ only by case")
            .at(source)
            .about(address)
            .hint("เปลี่ยนชื่อหรือลบไฟล์หนึ่ง", "rename or delete one of them"));
  }
}
