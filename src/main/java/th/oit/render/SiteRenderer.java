package th.oit.render;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
import th.oit.identity.Print;
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
  private final Path siteFolder;
  private final Optional<Print> lookPrint;
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

  private final Trace.NotingSink sink;

  /** What earlier renderings have left; null when nothing is to be kept. */
  private final Kept kept;

  /** What the pieces of the work have made, those that were kept too. */
  private final Map<String, Made> made = new ConcurrentHashMap<>();

  private SiteRenderer(
      Site site,
      Content content,
      Path siteFolder,
      DocumentReader documents,
      String generator,
      Sink sink,
      Print lists,
      Kept kept,
      boolean remembersPictures) {
    this.site = site;
    TemplateSources own = new TemplateSources(siteFolder);
    // Taken before anything is read: who changes a file meanwhile is noticed the next time.
    this.siteFolder = siteFolder;
    this.lookPrint = kept == null ? Optional.empty() : own.print();
    this.kept = lookPrint.isEmpty() ? null : kept;
    this.sink = new Trace.NotingSink(sink, this.kept == null ? null : printsOf(content));
    Kept.Look shared = this.kept == null ? null : look(own, lookPrint.get());
    this.sources = shared == null ? own : shared.sources();
    this.look = shared == null ? own.assets() : shared.files();
    this.assets = shared == null ? new Assets(bytesOfTheLook(site, look)) : shared.assets();
    this.templates = shared == null ? new Templates(sources) : shared.templates();
    this.origins = new SourceMap(sources);
    Path remembered = remembersPictures ? siteFolder.resolve(PICTURES) : null;
    this.pictures = new Pictures(site, content.files(), remembered, this.sink, origins);
    for (Language language : site.languages()) {
      languages.put(
          language, new Views(site, origins, generator, words(shared, language), assets, pictures));
    }
    this.views = languages.get(site.config().language());
    this.typography = new Typography(site.config().thaiDigits());
    this.attachments = new Attachments(content.files(), documents);
    if (this.kept != null) {
      this.kept.begin(world(content, generator, lists, lookPrint.get()));
    }
  }

  private static Map<Path, Print> printsOf(Content content) {
    Map<Path, Print> prints = new HashMap<>();
    content.prints().forEach((path, print) -> prints.put(content.files().get(path), print));
    return prints;
  }

  /** The templates as they were parsed before, while they are the same. */
  private Kept.Look look(TemplateSources own, Print print) {
    String css = FilterRules.css(site);
    Print all = new Print.Maker().add(print).add(css).add(site.config().color()).print();
    Kept.Look before = kept.look(all);
    if (before != null) {
      return before;
    }
    Map<String, TemplateSources.Asset> files = own.assets();
    Kept.Look fresh =
        new Kept.Look(
            all,
            own,
            files,
            new Assets(bytesOfTheLook(site, files)),
            new Templates(own),
            new ConcurrentHashMap<>());
    kept.put(fresh);
    return fresh;
  }

  private Wording words(Kept.Look shared, Language language) {
    return shared == null
        ? Wording.of(language, sources)
        : shared.words().computeIfAbsent(language, l -> Wording.of(l, sources));
  }

  /** By which everything is recognised on which a page depends besides its own body. */
  private Print world(Content content, String generator, Print lists, Print lookPrint) {
    Print.Maker maker = new Print.Maker();
    maker.add(generator).add(lists).add(lookPrint);
    maker.add(site.config().print()).add(site.today().toEpochDay());
    for (ContentPage page : content.pages()) {
      maker.add(page.path()).add(page.front());
      // What a page places has files of its own, and others may place it too.
      page.embeds().keySet().stream().sorted().forEach(maker::add);
    }
    content
        .files()
        .keySet()
        .forEach(path -> maker.add(path).add(content.prints().getOrDefault(path, Print.NONE)));
    return maker.print();
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
    return new SiteRenderer(
            site, content, siteFolder, documents, generator, sink, Print.NONE, null, true)
        .everything(content, workers);
  }

  /**
   * Renders what may have changed since the last time; the rest the sink {@linkplain Sink#keep
   * keeps}. What it is neither given nor asked to keep is no longer part of the site.
   *
   * @param content read with a memory, so that the prints of the files are known
   * @param lists by which the lists of the assessment are recognised that are the site's own
   * @param kept what the last rendering has left, which this one brings up to date; null to make
   *     everything, smaller copies of pictures too
   */
  public static SourceMap render(
      Site site,
      Content content,
      Path siteFolder,
      DocumentReader documents,
      String generator,
      Workers workers,
      Sink sink,
      Print lists,
      Kept kept) {
    return new SiteRenderer(
            site, content, siteFolder, documents, generator, sink, lists, kept, kept != null)
        .everything(content, workers);
  }

  /**
   * A piece of the work.
   *
   * @param name one of its own, the same in every rendering
   * @param key by which all is recognised on which it depends besides the world
   */
  private record Task(String name, Print key, Runnable run) {
    Task(String name, Runnable run) {
      this(name, Print.NONE, run);
    }
  }

  private SourceMap everything(Content content, Workers workers) {
    Findings findings = new Findings();
    refuseFilesOfTheLook(findings);
    List<Task> work = new ArrayList<>();
    for (SitePage page : site.pages()) {
      work.add(new Task(nameOf(page), keyOf(page.content()), () -> page(page)));
    }
    for (YearList year : site.years()) {
      work.add(new Task("year " + year.year(), () -> year(year)));
    }
    site.redirects()
        .forEach(
            (output, page) ->
                work.add(new Task("redirect " + output, () -> redirect(output, page))));
    if (site.hasNewsPage()) {
      for (NewsArchive.NewsList list : site.archive().lists()) {
        for (int number = 1; number <= list.pages(); number++) {
          int page = number;
          work.add(new Task("news " + list.path(page), () -> newsList(list, page)));
        }
      }
    }
    if (site.makesServicesPage()) {
      work.add(new Task("services", this::servicesList));
    }
    languages.forEach(
        (language, spoken) -> {
          String in = " " + Views.code(language);
          if (site.makesSiteMap(language)) {
            work.add(new Task("site map" + in, () -> siteMap(language, spoken)));
          }
          if (site.makesInformationActPage(language)) {
            work.add(new Task("information act" + in, () -> informationAct(language, spoken)));
          }
          for (Policy policy : site.policiesToMake(language)) {
            work.add(
                new Task("policy " + policy.id() + in, () -> policy(policy, language, spoken)));
          }
        });
    new Feeds(site, views.words())
        .models()
        .forEach((path, feed) -> work.add(new Task("feed " + path, () -> feed(path, feed))));
    if (site.home(site.config().language()).isEmpty()) {
      work.add(new Task("home", this::emptyHome));
    }
    work.add(new Task("not found", this::notFound));
    work.add(new Task("sitemap", this::sitemap));
    work.add(new Task("robots", () -> text("robots.ftl", "robots.txt", views.model())));
    work.add(new Task("assets", this::assets));
    Map<String, String> written = new HashMap<>();
    content.files().keySet().forEach(path -> written.put(site.pathsOfContent().get(path), path));
    Set<String> ofTables = site.data().values().stream().map(DataFiles::csv).collect(toSet());
    site.files()
        .forEach(
            (output, file) -> {
              if (!ofTables.contains(output)) {
                String path = written.get("/" + output);
                work.add(new Task("file " + output, () -> file(output, file, path)));
              }
            });
    work(work, workers, findings);
    if (!site.data().isEmpty()) {
      run(
          new Task(
              "data",
              printOfDatasets(),
              () -> {
                List<Dataset> datasets =
                    site.pages().stream()
                        .sorted(Comparator.comparing(SitePage::output))
                        .flatMap(page -> made.get(nameOf(page)).datasets().stream())
                        .toList();
                sink.write(DataCatalog.OUTPUT, DataCatalog.of(site.config(), datasets));
              }));
    }
    List<String> fixed = new ArrayList<>(assets.fixedOutputs());
    fixed.add(search());
    run(new Task("hosting", Print.of(String.join("\n", fixed)), () -> settingsOfHosts(fixed)));
    pictures.forgetOthers();
    if (kept != null && !lookPrint.equals(new TemplateSources(siteFolder).print())) {
      kept.forget(); // changed while it was being used
    }
    return origins;
  }

  /** By which all is recognised that a page alone depends on. */
  private static Print keyOf(ContentPage page) {
    return new Print.Maker().add(page.body().print()).add(page.bodyLine()).print();
  }

  private static String nameOf(SitePage page) {
    return "page " + page.path();
  }

  /** Does a piece of the work, unless what it made before can be kept. */
  private void run(Task task) {
    Made before = kept == null ? null : kept.of(task.name(), task.key());
    if (before != null && isKept(before)) {
      origins.keep(before);
      pictures.keep(before.copies());
      made.put(task.name(), before);
      return;
    }
    Trace trace = sink.begin();
    try {
      task.run().run();
    } finally {
      sink.end();
    }
    Made now = trace.made(task.key(), kept == null ? null : origins);
    if (kept != null && kept.isForLittleRoom(site.pages().size())) {
      now = now.inLittleRoom(SearchIndex.mostText(site.pages().size()));
      origins.keepInLittleRoom(now);
    }
    made.put(task.name(), now);
    if (kept != null) {
      kept.put(task.name(), now);
    }
  }

  private boolean isKept(Made before) {
    for (Map.Entry<String, Print> output : before.outputs().entrySet()) {
      if (!sink.keep(output.getKey(), output.getValue())) {
        return false;
      }
    }
    return true;
  }

  private Print printOfDatasets() {
    Print.Maker maker = new Print.Maker();
    for (SitePage page : site.pages()) {
      Made known = made.get(nameOf(page));
      if (known != null && known.dataPrint() != null) {
        maker.add(page.path()).add(known.dataPrint());
      }
    }
    return maker.print();
  }

  private void work(List<Task> work, Workers workers, Findings findings) {
    workers.map(
        work,
        task -> {
          try {
            run(task);
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
    sink.trace().entry(views.searchEntry(page, tree));
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
      sink.trace().datasets(datasets);
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

  private void siteMap(Language language, Views views) {
    String path = site.pathIn(language, Site.SITE_MAP_PATH);
    Map<String, Object> view = views.page("site-map", views.words().get("site-map"), path);
    putTwin(view, language, site.languagesOf(Site.SITE_MAP_PATH));
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("map", views.siteMap());
    html("site-map.ftlh", path.substring(1) + "index.html", model, path);
  }

  private void informationAct(Language language, Views views) {
    String path = site.pathIn(language, InformationAct.PATH);
    Map<String, Object> view = views.page("oia", views.words().get("oia"), path);
    putTwin(view, language, site.languagesOf(InformationAct.PATH));
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("sections", views.informationAct());
    html("oia.ftlh", path.substring(1) + "index.html", model, path);
  }

  private void policy(Policy policy, Language language, Views views) {
    String path = site.pathIn(language, policy.path());
    Map<String, Object> view = views.policyPage(policy, path);
    putTwin(view, language, site.languagesOf(policy.path()));
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("policy", views.policy(policy));
    String output = path.substring(1) + "index.html";
    origins.page(output).add(Origins.page(), Source.of(site.config().file()));
    html("policy.ftlh", output, model, path);
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
    Synonyms synonyms = Synonyms.with(site.config().synonyms());
    int longest =
        SearchIndex.longestText(
            site.pages().stream().mapToInt(page -> made.get(nameOf(page)).textLength()).toArray());
    if (kept != null) {
      kept.textsAreCutTo(longest);
    }
    String name = "search";
    run(
        new Task(
            name,
            printOfEntries(),
            () -> {
              SearchIndex index = SearchIndex.of(entries(longest), longest, synonyms);
              sink.write(index.output(), index.bytes());
            }));
    String index = made.get(name).outputs().keySet().iterator().next();
    languages.forEach(
        (language, spoken) -> {
          run(
              new Task(
                  "search in " + language,
                  Print.of(index),
                  () -> searchPage(language, spoken, index)));
          run(
              new Task(
                  "a to z in " + language,
                  () -> {
                    List<SearchIndex.Entry> own =
                        entries(0).stream()
                            .filter(entry -> entry.language().equals(Views.code(language)))
                            .toList();
                    alphabet(language, spoken, own, synonyms);
                  }));
        });
    return index;
  }

  private Print printOfEntries() {
    Print.Maker maker = new Print.Maker();
    for (SitePage page : site.pages()) {
      Print entry = made.get(nameOf(page)).entryPrint();
      maker.add(entry == null ? Print.NONE : entry);
    }
    return maker.print();
  }

  /**
   * What the search knows of all pages.
   *
   * @param longest how much of the text of each is needed
   */
  private List<SearchIndex.Entry> entries(int longest) {
    List<SearchIndex.Entry> entries = new ArrayList<>();
    for (YearList year : site.years()) {
      int number = year.year().number();
      entries.add(views.searchEntry(views.yearTitle(year), year.path(), number));
    }
    if (site.hasNewsPage()) {
      entries.add(views.searchEntry(views.words().get("news"), Site.NEWS_PATH, 0));
    }
    languages.forEach((language, spoken) -> entries.addAll(spoken.madePages()));
    for (SitePage page : site.pages()) {
      Made known = made.get(nameOf(page));
      SearchIndex.Entry entry = known.entry();
      int there = entry.text().length();
      entries.add(
          there == known.textLength() || there > longest
              ? entry
              : viewsOf(page).searchEntry(page, page.content().body().tree()));
    }
    return entries;
  }

  private void searchPage(Language language, Views views, String index) {
    String path = site.searchPath(language);
    Map<String, Object> view = views.page("search", views.words().get("search"), path);
    putTwin(view, language, everywhere(site::searchPath));
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("index", site.config().baseUrl().link("/" + index));
    model.put("digits", site.config().thaiDigits() ? "thai" : "arabic");
    html("search.ftlh", path.substring(1) + "index.html", model, path);
  }

  private void alphabet(
      Language language, Views views, List<SearchIndex.Entry> pages, Synonyms synonyms) {
    String path = site.alphabetPath(language);
    Map<String, Object> view = views.page("alphabet", views.words().get("alphabet"), path);
    putTwin(view, language, everywhere(site::alphabetPath));
    putStructuredData(views, view, null, List.of());
    Map<String, Object> model = views.model(view);
    model.put("letters", AlphabeticalList.letters(pages, synonyms));
    model.put("codes", AlphabeticalList.codes(pages));
    html("a-z.ftlh", path.substring(1) + "index.html", model, path);
  }

  /**
   * The same page in the other language, where the site has one.
   *
   * @param addresses of the page in every language
   */
  private void putTwin(
      Map<String, Object> view, Language language, Map<Language, String> addresses) {
    addresses.forEach(
        (other, path) -> {
          if (other != language) {
            view.put(
                "otherLanguage",
                Map.of(
                    "language", Views.code(other),
                    "url", site.config().baseUrl().link(path),
                    "canonical", site.config().baseUrl().absolute(path)));
          }
        });
  }

  private Map<Language, String> everywhere(Function<Language, String> pathIn) {
    return languages.keySet().stream().collect(toMap(l -> l, pathIn));
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
  private static Map<String, byte[]> bytesOfTheLook(
      Site site, Map<String, TemplateSources.Asset> look) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(FILTER, FilterRules.css(site).getBytes(StandardCharsets.UTF_8));
    look.forEach(
        (name, asset) -> {
          try {
            files.put(name, "site.css".equals(name) ? styleSheet(site, asset) : asset.bytes());
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
  private static byte[] styleSheet(Site site, TemplateSources.Asset asset) throws IOException {
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
    PageText filled = templates.page(template, model, page);
    typography.set(filled);
    sink.write(output, filled.utf8());
  }

  private void text(String template, String output, Map<String, Object> model) {
    String filled = templates.fill(template, model, output);
    sink.write(output, filled.strip().concat("\n").getBytes(StandardCharsets.UTF_8));
  }
}
