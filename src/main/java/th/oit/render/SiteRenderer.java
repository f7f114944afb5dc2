package th.oit.render;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import th.oit.site.DataFiles;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.site.YearList;
import th.oit.source.SourceText;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.UrlPath;
import th.oit.work.Workers;

/**
 * Renders a whole site into a sink. Used once; the work of the pages is spread over the workers,
 * and the same input gives the same bytes.
 */
public final class SiteRenderer {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Site site;
  private final Templates templates;
  private final TemplateSources sources;
  private final Map<String, TemplateSources.Asset> look;
  private final SourceMap origins;
  private final Views views;
  private final Attachments attachments;
  private final Sink sink;

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
    this.templates = new Templates(sources);
    this.origins = new SourceMap(sources);
    this.views = new Views(site, origins, generator);
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
    Map<String, Object> shared = views.shared();
    Findings findings = new Findings();
    refuseFilesOfTheLook(findings);
    List<Runnable> work = new ArrayList<>();
    for (SitePage page : site.pages()) {
      work.add(() -> page(page, shared));
    }
    for (YearList year : site.years()) {
      work.add(() -> year(year, shared));
    }
    site.redirects().forEach((output, page) -> work.add(() -> redirect(output, page, shared)));
    work.add(() -> newsList(shared));
    if (site.home().isEmpty()) {
      work.add(() -> emptyHome(shared));
    }
    work.add(() -> notFound(shared));
    work.add(() -> sitemap(shared));
    work.add(() -> feed(shared));
    work.add(() -> text("robots.ftl", "robots.txt", model(shared)));
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
    return origins;
  }

  /** The office's files and the look's share one space of addresses. */
  private void refuseFilesOfTheLook(Findings findings) {
    for (TemplateSources.Asset asset : look.values()) {
      String output = "assets/" + asset.name();
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

  private Map<String, Object> model(Map<String, Object> shared) {
    Map<String, Object> model = new HashMap<>();
    model.put("site", shared);
    return model;
  }

  /** The model of a page: what is shared, with the menu as this page shows it. */
  private Map<String, Object> model(Map<String, Object> shared, Map<String, Object> page) {
    Map<String, Object> own = new HashMap<>(shared);
    own.put("menu", views.menu((String) page.get("url")));
    Map<String, Object> model = model(own);
    model.put("page", page);
    return model;
  }

  private void page(SitePage page, Map<String, Object> shared) {
    ContentPage content = page.content();
    SourceMap.Page at = origins.page(page.output());
    at.add(Origins.page(), Source.of(content.file()));
    content.keys().forEach((key, source) -> at.add(Origins.key(key), source));
    // Places stand before the body on the page, so their origins are noted first, below; the body
    // is rendered before all because they are labelled with its headings.
    SourceMap.Page inBody = new SourceMap.Page();
    SourceMap.Page afterBody = new SourceMap.Page();
    Body body = new BodyRenderer(site, content, templates, attachments, inBody).render();
    Map<String, Object> view = views.page(page, body);
    Map<String, Object> model;
    String template;
    switch (content.kind()) {
      case HOME -> {
        template = "home.ftlh";
        if (content.title().isEmpty()) {
          view.put("title", site.config().organization().name().th());
        }
        model = model(shared, view);
        model.put("news", views.newsList(true));
        model.put("year", views.yearOf(site.assessed().year()));
      }
      case ITEM -> {
        template = "item.ftlh";
        model = model(shared, view);
        model.put(
            "item",
            itemView(page, body, at, afterBody).orElseGet(() -> Views.itemOfNoList(content)));
      }
      case NEWS -> {
        template = "news.ftlh";
        model = model(shared, view);
        Map<String, Object> news = views.news(page);
        if (content.image() != null) {
          at.add(Origins.link((String) news.get("image")), content.at("image"));
        }
        model.put("news", news);
        views.putNeighbours(page, model);
      }
      default -> {
        template = "page.ftlh";
        model = model(shared, view);
      }
    }
    at.addAll(inBody);
    for (Body.DataFile file : body.files()) {
      origins.page(file.output()).add(Origins.page(), Source.of(file.source()));
      sink.write(file.output(), file.bytes());
    }
    at.addAll(afterBody);
    html(template, page.output(), model, content.file());
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

  private void year(YearList year, Map<String, Object> shared) {
    Map<String, Object> view = views.page("year", Views.yearTitle(year), year.path());
    Map<String, Object> model = model(shared, view);
    model.put("year", views.yearOf(year.year()));
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
  private void redirect(String output, SitePage page, Map<String, Object> shared) {
    origins.page(output).add(Origins.page(), Source.of(page.content().file()));
    Map<String, Object> view = views.page("redirect", page.content().title(), page.path());
    html("redirect.ftlh", output, model(shared, view), output);
  }

  private void newsList(Map<String, Object> shared) {
    Map<String, Object> view = views.page("news-list", "ข่าวประชาสัมพันธ์", Site.NEWS_PATH);
    Map<String, Object> model = model(shared, view);
    model.put("news", views.newsList(false));
    html("news-list.ftlh", Site.NEWS_PATH.substring(1) + "index.html", model, Site.NEWS_PATH);
  }

  /** A site without {@code content/index.md} still has a home page. */
  private void emptyHome(Map<String, Object> shared) {
    Map<String, Object> view = views.page("home", site.config().organization().name().th(), "/");
    view.put("breadcrumbs", List.of());
    view.put("body", Templates.markup(""));
    Map<String, Object> model = model(shared, view);
    model.put("news", views.newsList(true));
    model.put("year", views.yearOf(site.assessed().year()));
    html("home.ftlh", "index.html", model, "/");
  }

  private void notFound(Map<String, Object> shared) {
    Map<String, Object> view = views.page("not-found", "ไม่พบหน้าที่ต้องการ", "/" + Site.NOT_FOUND);
    html("not-found.ftlh", Site.NOT_FOUND, model(shared, view), Site.NOT_FOUND);
  }

  private void sitemap(Map<String, Object> shared) {
    List<Map<String, Object>> urls = new ArrayList<>();
    for (SitePage page : site.pages()) {
      Map<String, Object> url = new HashMap<>();
      url.put("loc", absolute(page.path()));
      var changed =
          page.content().updated() == null ? page.content().date() : page.content().updated();
      if (changed != null) {
        url.put("lastmod", changed.toString());
      }
      urls.add(url);
    }
    for (YearList year : site.years()) {
      urls.add(Map.of("loc", absolute(year.path())));
    }
    urls.add(Map.of("loc", absolute(Site.NEWS_PATH)));
    Map<String, Object> model = model(shared);
    model.put("urls", urls);
    text("sitemap.ftlx", "sitemap.xml", model);
  }

  private String absolute(String path) {
    return site.config().baseUrl().absolute(UrlPath.encode(path));
  }

  private void feed(Map<String, Object> shared) {
    Map<String, Object> model = model(shared);
    model.put("news", views.feedEntries());
    text("feed.ftlx", "feed.xml", model);
  }

  private void assets() {
    look.forEach(
        (name, asset) -> {
          String output = "assets/" + name;
          origins.page(output).add(Origins.page(), sources.sourceOf(asset));
          try {
            sink.write(output, asset.bytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * Publishes a file that stands beside the pages and that no page makes anew. CSV gets a byte
   * order mark, without which Excel shows Thai as rubbish; everything else goes out as it is.
   */
  private void file(String output, Path file, String contentPath) {
    String source = ContentReader.FOLDER + "/" + contentPath;
    origins.page(output).add(Origins.page(), Source.of(source));
    if (!output.toLowerCase(Locale.ROOT).endsWith(".csv")) {
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

  private void html(String template, String output, Map<String, Object> model, String page) {
    sink.write(output, templates.fill(template, model, page).getBytes(StandardCharsets.UTF_8));
  }

  private void text(String template, String output, Map<String, Object> model) {
    String filled = templates.fill(template, model, output);
    sink.write(output, filled.strip().concat("\n").getBytes(StandardCharsets.UTF_8));
  }
}
