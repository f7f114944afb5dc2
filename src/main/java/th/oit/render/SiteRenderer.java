package th.oit.render;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import th.oit.content.Content;
import th.oit.content.ContentPage;
import th.oit.content.ContentReader;
import th.oit.document.DocumentReader;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Origins;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.hosting.Hosting;
import th.oit.ita.YearReport;
import th.oit.picture.Metadata;
import th.oit.site.DataFiles;
import th.oit.site.InformationAct;
import th.oit.site.NewsArchive;
import th.oit.site.Policy;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.site.YearList;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Language;
import th.oit.text.UrlPath;
import th.oit.work.Workers;

/**
 * Renders a whole site into a sink. Used once; the work of the pages is spread over the workers,
 * and the same input gives the same bytes.
 */
public final class SiteRenderer {
  private static final String FILTER = "filter.css";
  private static final String PICTURES = ".oit/pictures";
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final Pattern PHOTOGRAPH = Pattern.compile("\\.(?:jpe?g|jpe|jfif|png|webp)$");

  private final Site site;
  private final Templates templates;
  private final TemplateSources sources;
  private final Map<String, TemplateSources.Asset> look;
  private final Assets assets;
  private final SourceMap origins;

  /** The model in the language of the site, and in every language of which there are pages. */
  private final Views views;

  private final Map<Language, Views> languages = new EnumMap<>(Language.class);
  private final Attachments attachments;
  private final Pictures pictures;
  private final Typography typography;

  /** The open data of the pages, by the output of the page. */
  private final Map<String, List<Dataset>> data = new ConcurrentSkipListMap<>();

  private final Sink sink;

  /** What the search knows of the written pages, by their path, as they are rendered. */
  private final Map<String, SearchIndex.Entry> searched = new ConcurrentHashMap<>();

  private SiteRenderer(
      Site site,
      Content content,
      Path siteFolder,
      DocumentReader documents,
      String generator,
      Sink sink) {
    this.site = site;
    this.sink = sink;
    this.sources = new TemplateSources(siteFolder);
    this.look = sources.assets();
    this.assets = new Assets(bytesOfTheLook());
    this.templates = new Templates(sources);
    this.origins = new SourceMap(sources);
    this.pictures =
        new Pictures(site, content.files(), siteFolder.resolve(PICTURES), sink, origins);
    for (Language language : site.languages()) {
      languages.put(
          language,
          new Views(site, origins, generator, Wording.of(language, sources), assets, pictures));
    }
    this.views = languages.get(site.config().language());
    this.typography = new Typography(site.config().thaiDigits());
    this.attachments = new Attachments(content.files(), documents);
  }

  /**
   * Renders everything.
   *
   * @param siteFolder the folder that holds {@code site-config.yml}, for its own templates
   * @param generator name and version of this program, as pages state it
   * @return where everything came from
   * @throws UnusableInput when a template does not parse or fails
   */
  public static SourceMap render(
      Site site,
      Content content,
      Path siteFolder,
      DocumentReader documents,
      String generator,
      Workers workers,
      Sink sink) {
    return new SiteRenderer(site, content, siteFolder, documents, generator, sink)
        .everything(content, workers);
  }

  private SourceMap everything(Content content, Workers workers) {
    Findings findings = new Findings();
    refuseFilesOfTheLook(findings);
    List<Runnable> work = new ArrayList<>();
    for (SitePage page : site.pages()) {
      work.add(() -> page(page));
    }
    for (YearList year : site.years()) {
      work.add(() -> year(year));
    }
    site.redirects().forEach((output, page) -> work.add(() -> redirect(output, page)));
    if (site.hasNewsPage()) {
      for (NewsArchive.NewsList list : site.archive().lists()) {
        for (int number = 1; number <= list.pages(); number++) {
          int page = number;
          work.add(() -> newsList(list, page));
        }
      }
    }
    if (site.makesServicesPage()) {
      work.add(() -> servicesList());
    }
    if (site.makesSiteMap()) {
      work.add(this::siteMap);
    }
    if (site.makesInformationActPage()) {
      work.add(this::informationAct);
    }
    for (Policy policy : site.policiesToMake()) {
      work.add(() -> policy(policy));
    }
    new Feeds(site, views.words())
        .models()
        .forEach((path, feed) -> work.add(() -> feed(path, feed)));
    if (site.home(site.config().language()).isEmpty()) {
      work.add(() -> emptyHome());
    }
    work.add(() -> notFound());
    work.add(() -> sitemap());
    work.add(() -> text("robots.ftl", "robots.txt", views.model()));
    work.add(this::assets);
    Map<String, String> written = new HashMap<>();
    content.files().keySet().forEach(path -> written.put(site.pathsOfContent().get(path), path));
    Set<String> made = site.data().values().stream().map(DataFiles::csv).collect(toSet());
    site.files()
        .forEach(
            (output, file) -> {
              if (!made.contains(output)) {
                work.add(() -> file(output, file, written.get("/" + output)));
              }
            });
    work(work, workers, findings);
    if (!site.data().isEmpty()) {
      List<Dataset> datasets = data.values().stream().flatMap(List::stream).toList();
      sink.write(DataCatalog.OUTPUT, DataCatalog.of(site.config(), datasets));
    }
    List<String> fixed = new ArrayList<>(assets.fixedOutputs());
    fixed.add(search());
    settingsOfHosts(fixed);
    pictures.forgetOthers();
    return origins;
  }

  private static void work(List<Runnable> work, Workers workers, Findings findings) {
    workers.map(
        work,
        task -> {
          try {
            task.run();
          } catch (UnusableInput e) {
            // A template that is wrong is wrong on every page; each distinct fault is told once.
            findings.addAll(e.findings().stream().map(SiteRenderer::withoutPage).toList());
          }
          return null;
        });
    if (!findings.isEmpty()) {
      throw new UnusableInput(firstOfEachPlace(findings.sorted()));
    }
  }

  /** The office's files and the look's share one space of addresses. */
  private void refuseFilesOfTheLook(Findings findings) {
    Set<String> names = new TreeSet<>(look.keySet());
    names.add(FILTER);
    for (String name : names) {
      String output = "assets/" + name;
      if (site.files().containsKey(output)) {
        findings.add(
            Finding.of(
                    Rule.SITE_URL_CONFLICT,
                    "ที่อยู่ /" + output + " เป็นของไฟล์หน้าตาเว็บไซต์อยู่แล้ว",
                    "/" + output + " is a file of the site's look already")
                .at(Source.of(ContentReader.FOLDER + "/" + output))
                .about("/" + output)
                .hint(
                    "เปลี่ยนชื่อไฟล์ หรือย้ายไปไว้ใน templates/assets/ ถ้าต้องการใช้แทนของเดิม",
                    "rename it, or move it to templates/assets/ if it shall replace the other"));
      }
    }
    if (!findings.isEmpty()) {
      throw new UnusableInput(findings.sorted());
    }
  }

  private static Finding withoutPage(Finding finding) {
    return finding.onPage(null);
  }

  private static List<Finding> firstOfEachPlace(List<Finding> findings) {
    Map<Source, Finding> first = new HashMap<>();
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      if (first.putIfAbsent(finding.source(), finding) == null) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private void page(SitePage page) {
    ContentPage content = page.content();
    Views views = viewsOf(page);
    Node tree = content.body().tree();
    searched.put(page.path(), views.searchEntry(page, tree));
    SourceMap.Page at = origins.page(page.output());
    at.add(Origins.page(), Source.of(content.file()));
    content.keys().forEach((key, source) -> at.add(Origins.key(key), source));
    // Places stand before the body on the page, so their origins are noted first, below; the body
    // is rendered before all because they are labelled with its headings.
    SourceMap.Page inBody = new SourceMap.Page();
    SourceMap.Page afterBody = new SourceMap.Page();
    Body body =
        new BodyRenderer(
                site, content, tree, templates, attachments, pictures, inBody, views.words())
            .render();
    Map<String, Object> view = views.page(page, body);
    Map<String, Object> model;
    String template;
    switch (content.kind()) {
      case HOME -> {
        template = "home.ftlh";
        if (content.title().isEmpty()) {
          view.put("title", views.siteName());
        }
        model = views.model(view);
        model.put("services", views.services().onHome());
        model.put("news", views.latestNews());
        putAssessedYear(views, model);
      }
      case ITEM -> {
        template = "item.ftlh";
        model = views.model(view);
        model.put(
            "item",
            itemView(page, body, at, afterBody).orElseGet(() -> Views.itemOfNoList(content)));
      }
      case NEWS -> {
        template = "news.ftlh";
        model = views.model(view);
        Map<String, Object> news = views.news(page);
        if (content.image() != null) {
          String picture = views.pictureUrl(content);
          at.add(Origins.link((String) news.get("image")), content.at("image"));
          at.add(Origins.link(picture), content.at("image"));
          view.put(
              "picture",
              Map.of("url", picture, "alt", content.imageAlt() == null ? "" : content.imageAlt()));
        }
        model.put("news", news);
        views.putNeighbours(page, model);
      }
      case SERVICE -> {
        template = "service.ftlh";
        model = views.model(view);
        model.put("service", views.services().service(page, attachments, at, afterBody));
      }
      case SERVICES -> {
        template = "services.ftlh";
        model = views.model(view);
        model.put("topics", views.services().byTopic());
      }
      case REPORT -> {
        template = "report.ftlh";
        model = views.model(view);
        YearReport report = site.report(content).orElseThrow();
        ReportViews.Shown shown = ReportViews.of(site, views.words(), templates, page, report, at);
        model.put("report", shown.view());
        List<Object> contents = new ArrayList<>((List<?>) view.get("toc"));
        contents.addAll(shown.contents());
        view.put("toc", contents);
        body = body.with(shown.tables());
      }
      default -> {
        template = "page.ftlh";
        model = views.model(view);
      }
    }
    at.addAll(inBody);
    for (Body.DataFile file : body.files()) {
      origins.page(file.output()).add(Origins.page(), Source.of(file.source()));
      sink.write(file.output(), file.bytes());
    }
    at.addAll(afterBody);
    List<Dataset> datasets = Dataset.of(site.config(), page, body, views.words());
    if (!datasets.isEmpty()) {
      data.put(page.output(), datasets);
    }
    putStructuredData(views, view, page, datasets);
    html(template, page.output(), model, content.file());
  }

  /**
   * @param page null for a page that nobody wrote
   */
  private void putStructuredData(
      Views views, Map<String, Object> view, SitePage page, List<Dataset> datasets) {
    StructuredData data =
        new StructuredData(site.config(), views.words().language(), views.sealUrl());
    String picture =
        page != null && page.content().kind() == ContentPage.Kind.NEWS
            ? views.pictureUrl(page.content())
            : null;
    view.put("structured", Templates.markup(data.of(view, page, datasets, picture)));
  }

  private Views viewsOf(SitePage page) {
    Language language = page.content().language();
    return language == null ? views : languages.get(language);
  }

  private void putAssessedYear(Views views, Map<String, Object> model) {
    site.assessed().ifPresent(list -> model.put("year", views.yearOf(list.year())));
  }

  /** Empty when the page claims an item that the year's list does not have. */
  private Optional<Map<String, Object>> itemView(
      SitePage page, Body body, SourceMap.Page at, SourceMap.Page afterBody) {
    FiscalYear folder = page.content().item().folderYear();
    return site.year(folder)
        .flatMap(
            year ->
                ItemCode.parse(page.content().item().code())
                    .flatMap(year.catalog()::item)
                    .map(item -> views.item(page, year, item, body, attachments, at, afterBody)));
  }

  private void year(YearList year) {
    Map<String, Object> view = views.page("year", views.yearTitle(year), year.path());
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    Map<String, Object> list = views.yearOf(year.year());
    model.put("year", list);
    if (list.containsKey("updated")) {
      view.put("updated", list.get("updated"));
    }
    String output = year.path().substring(1) + "index.html";
    SourceMap.Page at = origins.page(output);
    at.add(Origins.page(), Source.of(ContentReader.FOLDER + "/oit/" + year.year()));
    year.drafts()
        .forEach(
            (code, draft) ->
                at.add(
                    Origins.key(code.toString()),
                    draft.keys().containsKey("status") ? draft.at("status") : draft.at("publish")));
    html("year.ftlh", output, model, year.path());
  }

  /** A page that sends the reader of an old address on to the new one. */
  private void redirect(String output, SitePage page) {
    origins.page(output).add(Origins.page(), Source.of(page.content().file()));
    Map<String, Object> view = views.page("redirect", page.content().title(), page.path());
    html("redirect.ftlh", output, views.model(view), output);
  }

  private void newsList(NewsArchive.NewsList list, int page) {
    String path = list.path(page);
    Map<String, Object> view = views.newsPage(list, page);
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("news", views.newsList(list.posts(page)));
    model.put("archive", views.archive(list, page));
    html("news-list.ftlh", path.substring(1) + "index.html", model, path);
  }

  private void siteMap() {
    String path = Site.SITE_MAP_PATH;
    Map<String, Object> view = views.page("site-map", views.words().get("site-map"), path);
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("map", views.siteMap());
    html("site-map.ftlh", path.substring(1) + "index.html", model, path);
  }

  private void informationAct() {
    String path = InformationAct.PATH;
    Map<String, Object> view = views.page("oia", views.words().get("oia"), path);
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("sections", views.informationAct());
    html("oia.ftlh", path.substring(1) + "index.html", model, path);
  }

  private void policy(Policy policy) {
    Map<String, Object> view = views.policyPage(policy);
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("policy", views.policy(policy));
    String output = policy.path().substring(1) + "index.html";
    origins.page(output).add(Origins.page(), Source.of(site.config().file()));
    html("policy.ftlh", output, model, policy.path());
  }

  /** A site with services lists them, though nobody wrote {@code content/services/index.md}. */
  private void servicesList() {
    Map<String, Object> view =
        views.page("services", views.words().get("services"), Site.SERVICES_PATH);
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("topics", views.services().byTopic());
    html("services.ftlh", Site.SERVICES_PATH.substring(1) + "index.html", model, "services");
  }

  /** A site without {@code content/index.md} still has a home page. */
  private void emptyHome() {
    Map<String, Object> view = views.page("home", views.siteName(), "/");
    view.put("breadcrumbs", List.of());
    view.put("body", Templates.markup(""));
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("services", views.services().onHome());
    model.put("news", views.latestNews());
    putAssessedYear(views, model);
    html("home.ftlh", "index.html", model, "/");
  }

  /**
   * What finds pages: the index with the page that searches it, and the list from A to Z.
   *
   * @return the output of the index, whose name has a fingerprint
   */
  private String search() {
    List<SearchIndex.Entry> entries = new ArrayList<>();
    for (YearList year : site.years()) {
      int number = year.year().number();
      entries.add(views.searchEntry(views.yearTitle(year), year.path(), number));
    }
    if (site.hasNewsPage()) {
      entries.add(views.searchEntry(views.words().get("news"), Site.NEWS_PATH, 0));
    }
    if (site.makesInformationActPage()) {
      entries.add(views.searchEntry(views.words().get("oia"), InformationAct.PATH, 0));
    }
    for (Policy policy : site.policiesToMake()) {
      String title = views.words().get("policy-" + policy.id());
      entries.add(views.searchEntry(title, policy.path(), 0));
    }
    site.pages().forEach(page -> entries.add(searched.get(page.path())));
    Synonyms synonyms = Synonyms.with(site.config().synonyms());
    SearchIndex index = SearchIndex.of(entries, synonyms);
    sink.write(index.output(), index.bytes());
    languages.forEach(
        (language, spoken) -> {
          searchPage(language, spoken, index);
          List<SearchIndex.Entry> own =
              entries.stream()
                  .filter(entry -> entry.language().equals(Views.code(language)))
                  .toList();
          alphabet(language, spoken, own, synonyms);
        });
    return index.output();
  }

  private void searchPage(Language language, Views views, SearchIndex index) {
    String path = site.searchPath(language);
    Map<String, Object> view = views.page("search", views.words().get("search"), path);
    putTwin(view, language, site::searchPath);
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("index", site.config().baseUrl().link("/" + index.output()));
    model.put("digits", site.config().thaiDigits() ? "thai" : "arabic");
    html("search.ftlh", path.substring(1) + "index.html", model, path);
  }

  private void alphabet(
      Language language, Views views, List<SearchIndex.Entry> pages, Synonyms synonyms) {
    String path = site.alphabetPath(language);
    Map<String, Object> view = views.page("alphabet", views.words().get("alphabet"), path);
    putTwin(view, language, site::alphabetPath);
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("letters", AlphabeticalList.letters(pages, synonyms));
    model.put("codes", AlphabeticalList.codes(pages));
    html("a-z.ftlh", path.substring(1) + "index.html", model, path);
  }

  /** The same page in the other language, where the site has one. */
  private void putTwin(
      Map<String, Object> view, Language language, Function<Language, String> pathIn) {
    for (Language other : languages.keySet()) {
      if (other != language) {
        view.put(
            "otherLanguage",
            Map.of(
                "language", Views.code(other),
                "url", site.config().baseUrl().link(pathIn.apply(other)),
                "canonical", site.config().baseUrl().absolute(pathIn.apply(other))));
      }
    }
  }

  private void notFound() {
    Map<String, Object> view =
        views.page("not-found", views.words().get("not-found"), "/" + Site.NOT_FOUND);
    html("not-found.ftlh", Site.NOT_FOUND, views.model(view), Site.NOT_FOUND);
  }

  private void sitemap() {
    new Sitemap(site).files(templates, views.model(), Sitemap.LIMIT).forEach(sink::write);
  }

  private void feed(String path, Map<String, Object> feed) {
    Map<String, Object> model = views.model();
    model.putAll(feed);
    text("feed.ftlx", path.substring(1), model);
  }

  /** The bytes of the files of the look, made ones among them, by their path. */
  private Map<String, byte[]> bytesOfTheLook() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(FILTER, FilterRules.css(site).getBytes(StandardCharsets.UTF_8));
    look.forEach(
        (name, asset) -> {
          try {
            files.put(name, "site.css".equals(name) ? styleSheet(asset) : asset.bytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return files;
  }

  /** Each under its plain name, which a site's own templates may use, and its fingerprinted one. */
  private void assets() {
    for (Assets.Asset asset : assets.all()) {
      TemplateSources.Asset written = look.get(asset.name());
      Source source = written == null ? Source.of(site.config().file()) : sources.sourceOf(written);
      publish("assets/" + asset.name(), asset.plain(), source);
      if (asset.fixedName() != null) {
        publish("assets/" + asset.fixedName(), asset.fixed(), source);
      }
    }
  }

  private void publish(String output, byte[] bytes, Source source) {
    origins.page(output).add(Origins.page(), source);
    sink.write(output, bytes);
  }

  /** What hosts read in the site's folder, unless the office has put its own there. */
  private void settingsOfHosts(List<String> fixed) {
    hosting(site, fixed)
        .files(site.config().hosting())
        .forEach(
            (output, text) -> {
              if (!site.files().containsKey(output)) {
                sink.write(output, text.getBytes(StandardCharsets.UTF_8));
              }
            });
  }

  /**
   * What hosts are told of a site.
   *
   * @param fixed files that never change, as paths on the site without the leading slash
   */
  public static Hosting hosting(Site site, List<String> fixed) {
    Map<String, Hosting.Redirect> redirects = new TreeMap<>();
    for (SitePage page : site.pages()) {
      for (ContentPage.Alias alias : page.content().aliases()) {
        // A query is no part of what a host compares.
        if (alias.path().indexOf('?') < 0 && alias.path().indexOf('#') < 0) {
          redirects.putIfAbsent(
              alias.path(), new Hosting.Redirect(UrlPath.decode(alias.path()), page.path()));
        }
      }
    }
    return new Hosting(
        site.config().baseUrl(),
        List.copyOf(redirects.values()),
        fixed,
        Feeds.paths(site).stream().map(path -> path.substring(1)).toList(),
        Site.NOT_FOUND);
  }

  /** The style sheet with the body's own colours, which it may have from its configuration. */
  private byte[] styleSheet(TemplateSources.Asset asset) throws IOException {
    String color = site.config().color();
    if (color == null) {
      return asset.bytes();
    }
    String css = new String(asset.bytes(), StandardCharsets.UTF_8) + Palette.of(color).css();
    return css.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Publishes a file that stands beside the pages and that no page makes anew. CSV gets a byte
   * order mark, without which Excel shows Thai as rubbish; pictures lose what is no picture;
   * everything else goes out as it is.
   */
  private void file(String output, Path file, String contentPath) {
    String source = ContentReader.FOLDER + "/" + contentPath;
    origins.page(output).add(Origins.page(), Source.of(source));
    String name = output.toLowerCase(Locale.ROOT);
    if (PHOTOGRAPH.matcher(name).find()) {
      photograph(output, file);
      return;
    }
    if (!name.endsWith(".csv")) {
      sink.copy(output, file);
      return;
    }
    byte[] text =
        SourceText.read(file, source).text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + BYTE_ORDER_MARK.length);
    out.writeBytes(BYTE_ORDER_MARK);
    out.writeBytes(text);
    sink.write(output, out.toByteArray());
  }

  /** A photograph goes out without what it says of the place and the telephone. */
  private void photograph(String output, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      byte[] bare = Metadata.without(bytes);
      if (bare == bytes) {
        sink.copy(output, file);
      } else {
        sink.write(output, bare);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void html(String template, String output, Map<String, Object> model, String page) {
    String filled = templates.fill(template, model, page);
    sink.write(output, typography.set(filled).getBytes(StandardCharsets.UTF_8));
  }

  private void text(String template, String output, Map<String, Object> model) {
    String filled = templates.fill(template, model, output);
    sink.write(output, filled.strip().concat("\n").getBytes(StandardCharsets.UTF_8));
  }
}
