package th.oit.render;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;
import th.oit.catalog.Catalog;
import th.oit.catalog.Element;
import th.oit.catalog.Freshness;
import th.oit.catalog.Indicator;
import th.oit.catalog.Item;
import th.oit.catalog.SubIndicator;
import th.oit.config.SiteConfig;
import th.oit.content.ContentPage;
import th.oit.content.ContentPath;
import th.oit.content.ItemPart;
import th.oit.content.Status;
import th.oit.finding.Origins;
import th.oit.site.InformationAct;
import th.oit.site.NewsArchive;
import th.oit.site.Policy;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.site.YearList;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.ThaiDigits;
import th.oit.text.UrlPath;

/**
 * The model as the templates see it: maps, lists, texts and numbers, so that filling a template
 * needs no reflection. The keys are an interface: a site's own templates use them.
 */
final class Views {
  private static final int NEWS_ON_HOME = 6;
  private static final int DEEPEST_IN_CONTENTS = 3;
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Site site;
  private final SourceMap origins;
  private final String generator;
  private final Wording words;
  private final Pictures pictures;
  private final Language language;
  private final Map<String, Object> assets;

  /** The pages in this language, and those in another, by the path of their file without either. */
  private final Map<String, SitePage> translations = new HashMap<>();

  private final Map<String, SitePage> others = new HashMap<>();
  private final Map<FiscalYear, Map<String, Object>> years = new HashMap<>();
  private final Map<String, SitePage> pagesByUrl = new HashMap<>();
  private final Map<SitePage, Integer> newsOrder = new IdentityHashMap<>();

  /** Where the entries of the menu lead, those that lead anywhere. */
  private final Map<SiteConfig.MenuEntry, String> menuUrls = new IdentityHashMap<>();

  private final Set<String> inMenu = new HashSet<>();

  /** The same, and where the last row of every page leads. */
  private final Set<String> inFrame;

  /** What pages in this language have in common, filled by the first that prints it. */
  private final Once once;

  private final List<Map<String, Object>> menuElsewhere;
  private final Map<String, Object> shared;
  private final ServiceViews services;

  /** The model in the language of the words. */
  Views(
      Site site,
      SourceMap origins,
      String generator,
      Wording words,
      Assets assets,
      Pictures pictures) {
    this.site = site;
    this.assets = assets.view(link(site, "/assets/"));
    this.origins = origins;
    this.generator = generator;
    this.words = words;
    this.pictures = pictures;
    this.language = words.language();
    for (SitePage page : site.pages()) {
      pagesByUrl.put(link(UrlPath.encode(page.path())), page);
      if (isIn(page, language)) {
        translations.put(ContentPath.withoutLanguage(page.content().path()), page);
      } else {
        others.put(ContentPath.withoutLanguage(page.content().path()), page);
      }
    }
    for (SitePage page : site.news()) {
      newsOrder.put(page, newsOrder.size());
    }
    for (YearList year : site.years()) {
      years.put(year.year(), year(year));
    }
    noteMenuOrigins(site.config().menu());
    this.menuElsewhere = makeMenu(null);
    this.services = new ServiceViews(site, language, this::link);
    this.shared = shared();
    this.inFrame = new HashSet<>(inMenu);
    statutory().forEach(link -> inFrame.add((String) link.get("url")));
    this.once = new Once(new Typography(site.config().thaiDigits()));
  }

  private boolean isIn(SitePage page, Language wanted) {
    return page.content().isIn(wanted, site.config().language());
  }

  private String in(SiteConfig.Name name) {
    return name.in(language);
  }

  private void noteMenuOrigins(List<SiteConfig.MenuEntry> entries) {
    for (SiteConfig.MenuEntry entry : entries) {
      if (entry.to() != null) {
        String url = menuUrl(entry);
        menuUrls.put(entry, url);
        inMenu.add(url);
        origins.everywhere(Origins.link(url), entry.at());
      }
      noteMenuOrigins(entry.items());
    }
  }

  /** Where an entry leads: to the page in this language, where there is one. */
  private String menuUrl(SiteConfig.MenuEntry entry) {
    String url = site.link("", entry.to());
    SitePage page = pagesByUrl.get(url);
    SitePage own =
        page == null ? null : translations.get(ContentPath.withoutLanguage(page.content().path()));
    return own == null ? url : link(UrlPath.encode(own.path()));
  }

  Wording words() {
    return words;
  }

  String siteName() {
    return in(site.config().organization().name());
  }

  /** A model with what every template sees: the site and the words. */
  Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    words.addTo(model);
    model.put("site", shared);
    return model;
  }

  /** The same for a page, with the menu as this page shows it. */
  Map<String, Object> model(Map<String, Object> page) {
    String url = (String) page.get("url");
    Map<String, Object> own = new HashMap<>(shared);
    own.put("menu", menu(url));
    own.put("here", inFrame.contains(url) ? url : "");
    Map<String, Object> model = model();
    model.put("once", once);
    model.put("site", own);
    model.put("page", page);
    return model;
  }

  /** What is the same on every page. */
  private Map<String, Object> shared() {
    SiteConfig config = site.config();
    SiteConfig.Organization organization = config.organization();
    Map<String, Object> view = new HashMap<>();
    view.put("language", code(language));
    view.put("name", in(organization.name()));
    organization
        .name()
        .english()
        .ifPresent(
            name -> view.put("nameEn", language == Language.TH ? name : organization.name().th()));
    view.put("short", in(organization.shortName()));
    if (organization.motto() != null) {
      view.put("motto", in(organization.motto()));
    }
    if (organization.seal() != null) {
      String seal = site.link("", organization.seal());
      view.put("seal", seal);
      origins.everywhere(Origins.link(seal), organization.sealAt());
      origins.everywhere(Origins.link(sealUrl()), organization.sealAt());
    }
    if (organization.address() != null) {
      view.put("address", in(organization.address()));
      organization.address().english().ifPresent(address -> view.put("addressEn", address));
    }
    if (organization.hours() != null) {
      view.put("hours", in(organization.hours()));
    }
    view.put("baseUrl", config.baseUrl().absolute("/"));
    view.put("home", link(home(language)));
    view.put("assets", link("/assets/"));
    view.put("asset", assets);
    view.put("searchUrl", link(site.searchPath(language)));
    view.put("alphabetUrl", link(site.alphabetPath(language)));
    if (site.hasNewsPage()) {
      view.put("newsUrl", link(Site.NEWS_PATH));
      view.put("feedUrl", link(Feeds.NEWS));
    }
    if (!site.years().isEmpty()) {
      view.put("disclosureFeedUrl", link(Feeds.DISCLOSURE));
    }
    if (!site.data().isEmpty()) {
      view.put("dataUrl", link("/" + DataCatalog.OUTPUT));
    }
    site.servicesPath(language)
        .ifPresent(path -> view.put("servicesUrl", link(UrlPath.encode(path))));
    view.put("channels", organization.channels().stream().map(this::channel).toList());
    view.put("departments", config.departments().stream().map(this::department).toList());
    view.put(
        "years",
        site.years().stream()
            .map(year -> Map.of("year", year.year().number(), "url", link(year.path())))
            .toList());
    site.assessed()
        .ifPresent(
            list -> {
              view.put("year", list.year().number());
              view.put("yearUrl", link(list.path()));
            });
    view.put("generator", generator);
    view.put("statutory", statutory());
    site.home(other(language))
        .ifPresent(
            home ->
                view.put(
                    "otherLanguage",
                    Map.of(
                        "language", code(other(language)),
                        "url", link(UrlPath.encode(home.path())))));
    return view;
  }

  /** A page that somebody wrote, as the search knows it. */
  SearchIndex.Entry searchEntry(SitePage page, Node tree) {
    ContentPage content = page.content();
    Optional<Item> item = Optional.empty();
    if (content.item() != null) {
      item =
          site.year(content.item().folderYear())
              .flatMap(year -> ItemCode.parse(content.item().code()).flatMap(year.catalog()::item));
    }
    LocalDate updated = content.updated() == null ? content.date() : content.updated();
    return new SearchIndex.Entry(
        link(UrlPath.encode(page.path())),
        code(language),
        content.title().isEmpty() ? siteName() : content.title(),
        content.item() == null
            ? ""
            : item.map(found -> found.code().toString()).orElse(content.item().code()),
        content.item() == null ? 0 : content.item().folderYear().number(),
        content.department() == null
            ? ""
            : site.config().department(content.department()).map(d -> in(d.name())).orElse(""),
        updated == null ? "" : (String) date(updated).get("text"),
        content.summary() == null ? "" : content.summary(),
        SearchText.of(content, tree, item.map(Item::name).orElse(null))
            + site.report(content).map(ReportViews::wordsOf).orElse(""));
  }

  /** A page that the tool makes, as the search knows it. */
  SearchIndex.Entry searchEntry(String title, String path, int year) {
    return new SearchIndex.Entry(link(path), code(language), title, "", year, "", "", "", "");
  }

  /** What stands in the last row of every page: what a public site has to say of itself. */
  private List<Map<String, Object>> statutory() {
    List<Map<String, Object>> links = new ArrayList<>();
    add(links, site.makesInformationActPage(language), InformationAct.PATH, "oia");
    for (Policy policy : Policy.values()) {
      boolean made = site.policiesToMake(language).contains(policy);
      add(links, made, policy.path(), "policy-" + policy.id());
    }
    add(links, site.makesSiteMap(language), Site.SITE_MAP_PATH, "site-map");
    return links;
  }

  /** Adds the page in this language, be it made or written, or else what there is of it. */
  private void add(List<Map<String, Object>> links, boolean made, String path, String title) {
    String own = site.pathIn(language, path);
    if (made) {
      links.add(crumb(words.get(title), own));
    } else {
      site.written(own)
          .or(() -> site.written(path))
          .ifPresent(page -> links.add(writtenLink(page)));
    }
  }

  /** What the search knows of the pages that are made; the map of the site is none to be found. */
  List<SearchIndex.Entry> madePages() {
    List<SearchIndex.Entry> entries = new ArrayList<>();
    if (site.makesInformationActPage(language)) {
      entries.add(searchEntry(words.get("oia"), site.pathIn(language, InformationAct.PATH), 0));
    }
    for (Policy policy : site.policiesToMake(language)) {
      String title = words.get("policy-" + policy.id());
      entries.add(searchEntry(title, site.pathIn(language, policy.path()), 0));
    }
    return entries;
  }

  /** A link to a page, or to what says the same in this language. */
  private Map<String, Object> writtenLink(SitePage page) {
    SitePage own =
        translations.getOrDefault(ContentPath.withoutLanguage(page.content().path()), page);
    return titled(own);
  }

  /** A link to a page, with its language where that is not this one. */
  private Map<String, Object> titled(SitePage page) {
    String title = page.content().title();
    Language spoken = isIn(page, language) ? language : other(language);
    if (title.isEmpty()) {
      title = site.config().organization().name().in(spoken); // a home page needs none
    }
    Map<String, Object> view = new HashMap<>(crumb(title, page.path()));
    if (spoken != language) {
      view.put("language", code(spoken));
    }
    return view;
  }

  /** The site at a glance, besides its menu. */
  Map<String, Object> siteMap() {
    Map<String, Object> map = new HashMap<>();
    List<Map<String, Object>> others = new ArrayList<>();
    for (SitePage page : site.pages()) {
      boolean listed =
          switch (page.content().kind()) {
            case HOME, ITEM, NEWS -> true;
            default -> false;
          };
      if (!listed && isIn(page, language)) {
        others.add(crumb(page.content().title(), page.path()));
      }
    }
    others.addAll(
        site.pages().stream()
            .filter(page -> !isIn(page, language) && page.content().kind() != ContentPage.Kind.NEWS)
            .filter(page -> page.content().kind() != ContentPage.Kind.ITEM)
            .map(this::titled)
            .toList());
    map.put("pages", others);
    List<Map<String, Object>> lists = new ArrayList<>();
    for (YearList year : site.years()) {
      List<Map<String, Object>> items = new ArrayList<>();
      for (Item item : year.published()) {
        items.add(neighbour(year, item));
      }
      lists.add(
          Map.of(
              "title",
              yearTitle(year),
              "url",
              link(year.path()),
              "number",
              year.year().number(),
              "items",
              items));
    }
    map.put("years", lists);
    NewsArchive.NewsList all = site.archive().lists().get(0);
    map.put("newsYears", lists(NewsArchive.Kind.YEAR, all));
    map.put("newsTopics", lists(NewsArchive.Kind.TOPIC, all));
    return map;
  }

  /** Sections 7 and 9 of the Official Information Act with the pages tagged with them. */
  List<Map<String, Object>> informationAct() {
    Map<InformationAct.Kind, Map<String, Map<String, Object>>> tagged = new HashMap<>();
    for (SitePage page : byYearAndItem()) {
      SitePage shown =
          translations.getOrDefault(ContentPath.withoutLanguage(page.content().path()), page);
      if (isIn(page, site.config().language()) || page == shown && isIn(page, language)) {
        for (ContentPage.Tag tag : page.content().oia()) {
          InformationAct.parse(tag.text())
              .map(kind -> tagged.computeIfAbsent(kind, k -> new LinkedHashMap<>()))
              .ifPresent(pages -> pages.putIfAbsent(shown.path(), taggedPage(shown)));
        }
      }
    }
    List<Map<String, Object>> sections = new ArrayList<>();
    for (InformationAct.Section section : InformationAct.sections()) {
      List<Map<String, Object>> kinds = new ArrayList<>();
      for (int number = 1; number <= section.kinds(); number++) {
        InformationAct.Kind kind = new InformationAct.Kind(section.number(), number);
        kinds.add(
            Map.of(
                "tag",
                kind.toString(),
                "id",
                "oia-" + section.number() + "-" + number,
                "title",
                words.get("oia-" + section.number() + "-" + number),
                "pages",
                List.copyOf(tagged.getOrDefault(kind, Map.of()).values())));
      }
      sections.add(
          Map.of(
              "number",
              section.number(),
              "title",
              words.get("oia-" + section.number()),
              "kinds",
              kinds));
    }
    return sections;
  }

  /** All pages, those of items first, newest year first and in the order of the list. */
  private List<SitePage> byYearAndItem() {
    List<SitePage> pages = new ArrayList<>();
    for (YearList year : site.years()) {
      year.published().forEach(item -> pages.add(year.page(item.code()).orElseThrow()));
    }
    site.pages().stream().filter(page -> page.content().item() == null).forEach(pages::add);
    return pages;
  }

  private Map<String, Object> taggedPage(SitePage page) {
    ContentPage content = page.content();
    Map<String, Object> view = titled(page);
    if (content.item() != null) {
      view.put("year", content.item().folderYear().number());
    }
    LocalDate updated = content.updated() == null ? content.date() : content.updated();
    if (updated != null) {
      view.put("updated", date(updated));
    }
    return view;
  }

  /** What a policy made from the configuration has of every page. */
  Map<String, Object> policyPage(Policy policy, String path) {
    Map<String, Object> view = page("policy", words.get("policy-" + policy.id()), path);
    SiteConfig.Policies said = site.config().policies();
    view.put("updated", date(said.date()));
    if (said.department() != null) {
      site.config()
          .department(said.department())
          .ifPresent(department -> view.put("department", department(department)));
    }
    return view;
  }

  /** With what a policy is filled. */
  Map<String, Object> policy(Policy policy) {
    SiteConfig.Policies said = site.config().policies();
    Map<String, Object> view = new HashMap<>();
    view.put("id", policy.id());
    view.put("version", said.version());
    view.put("date", date(said.date()));
    view.put("secure", site.config().baseUrl().scheme().equals("https"));
    List<Map<String, Object>> others = new ArrayList<>();
    for (Policy other : Policy.values()) {
      if (other != policy) {
        boolean made = site.policiesToMake(language).contains(other);
        add(others, made, other.path(), "policy-" + other.id());
      }
    }
    view.put("others", others);
    return view;
  }

  static String code(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  /** The path of the home page in a language; the site's own where that has none. */
  private String home(Language wanted) {
    return site.home(wanted).map(SitePage::path).orElse("/");
  }

  private Map<String, Object> channel(SiteConfig.Channel channel) {
    Map<String, Object> view = new HashMap<>();
    view.put("kind", channel.kind());
    view.put("label", channel.label() == null ? label(channel.kind()) : in(channel.label()));
    view.put("value", channel.value());
    Optional<String> href =
        switch (channel.kind()) {
          case "phone" -> phoneHref(channel.value());
          case "email" -> Optional.of("mailto:" + channel.value());
          case "line", "facebook", "youtube", "web" ->
              channel.value().matches("(?i)https?://.*")
                  ? Optional.of(channel.value())
                  : Optional.empty();
          default -> Optional.empty();
        };
    href.ifPresent(
        target -> {
          view.put("href", target);
          origins.everywhere(Origins.link(target), channel.at());
        });
    return view;
  }

  private String label(String kind) {
    return switch (kind) {
      case "phone", "fax", "email", "post", "web" -> words.get("channel-" + kind);
      default -> kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    };
  }

  private Map<String, Object> department(SiteConfig.Department department) {
    Map<String, Object> view = new HashMap<>();
    view.put("id", department.id());
    view.put("name", in(department.name()));
    putIfPresent(view, "head", department.head());
    if (department.phone() != null) {
      view.put("phone", department.phone());
      phoneHref(department.phone()).ifPresent(href -> view.put("phoneHref", href));
    }
    return view;
  }

  /** The link that rings a number written for people; empty when it holds no number. */
  static Optional<String> phoneHref(String phone) {
    String first = ThaiDigits.toArabic(phone).split("ต่อ|,|/|ถึง")[0];
    String digits = first.replaceAll("[^0-9+]", "");
    return digits.length() < 3 ? Optional.empty() : Optional.of("tel:" + digits);
  }

  /** The menu as one page shows it; all pages that are not in it are given the same one. */
  private List<Map<String, Object>> menu(String currentUrl) {
    return inMenu.contains(currentUrl) ? makeMenu(currentUrl) : menuElsewhere;
  }

  private List<Map<String, Object>> makeMenu(String currentUrl) {
    List<Map<String, Object>> menu = new ArrayList<>();
    for (SiteConfig.MenuEntry entry : site.config().menu()) {
      Map<String, Object> view = menuEntry(entry, currentUrl);
      List<Map<String, Object>> items = new ArrayList<>();
      for (SiteConfig.MenuEntry item : entry.items()) {
        items.add(menuEntry(item, currentUrl));
      }
      view.put("items", items);
      menu.add(view);
    }
    return menu;
  }

  private Map<String, Object> menuEntry(SiteConfig.MenuEntry entry, String currentUrl) {
    Map<String, Object> view = new HashMap<>();
    view.put("title", in(entry.title()));
    String url = menuUrls.get(entry);
    putIfPresent(view, "url", url);
    view.put("current", url != null && url.equals(currentUrl));
    return view;
  }

  /** What every page has, written by somebody or not. */
  Map<String, Object> page(String kind, String title, String path) {
    Map<String, Object> view = new HashMap<>();
    view.put("kind", kind);
    view.put("title", title);
    view.put("url", link(path));
    String canonical = site.config().baseUrl().absolute(UrlPath.encode(path));
    view.put("canonical", canonical);
    view.put("qr", Templates.markupWhenPrinted(() -> QrCode.svg(canonical)));
    view.put("breadcrumbs", List.of(crumb(words.get("home"), home(language))));
    view.put("toc", List.of());
    if (site.config().organization().seal() != null) {
      view.put("picture", Map.of("url", sealUrl(), "alt", siteName()));
    }
    return view;
  }

  /** The absolute address of the seal; null when the body has none. */
  String sealUrl() {
    String seal = site.config().organization().seal();
    return seal == null ? null : absolute(site.link("", seal));
  }

  /** The absolute address of a post's picture; null when it has none. */
  String pictureUrl(ContentPage post) {
    return post.image() == null ? null : absolute(site.link(post.path(), post.image()));
  }

  /** A link with the host in front, where it has none. */
  String absolute(String link) {
    return link.startsWith("/") ? site.config().baseUrl().origin() + link : link;
  }

  /** A page that somebody wrote. */
  Map<String, Object> page(SitePage page, Body body) {
    ContentPage content = page.content();
    Map<String, Object> view =
        page(content.kind().name().toLowerCase(Locale.ROOT), content.title(), page.path());
    putIfPresent(view, "summary", content.summary());
    LocalDate updated = content.updated() == null ? content.date() : content.updated();
    if (updated != null) {
      view.put("updated", date(updated));
    }
    if (content.department() != null) {
      site.config()
          .department(content.department())
          .ifPresent(department -> view.put("department", department(department)));
    }
    view.put("body", Templates.markup(body.html()));
    view.put("history", history(content));
    view.put(
        "toc",
        body.headings().stream()
            .filter(heading -> heading.level() <= DEEPEST_IN_CONTENTS)
            .map(
                heading ->
                    Map.of("id", heading.id(), "title", heading.title(), "level", heading.level()))
            .toList());
    view.put("breadcrumbs", breadcrumbs(page));
    putOtherLanguage(view, page);
    return view;
  }

  private List<Map<String, Object>> history(ContentPage page) {
    List<Map<String, Object>> changes = new ArrayList<>();
    for (ContentPage.Change change : page.history()) {
      changes.add(
          Map.of("id", anchor(page, change), "date", date(change.date()), "what", change.what()));
    }
    return changes;
  }

  /**
   * The place of a change on its page, which stays the same when others are added on other days.
   */
  static String anchor(ContentPage page, ContentPage.Change change) {
    List<ContentPage.Change> ofDay =
        page.history().stream().filter(each -> each.date().equals(change.date())).toList();
    int number = ofDay.size() - ofDay.indexOf(change);
    return "history-" + change.date() + (number == 1 ? "" : "-" + number);
  }

  /** Where the same is said in the other language; its home page where only that is. */
  private void putOtherLanguage(Map<String, Object> view, SitePage page) {
    SitePage other = others.get(ContentPath.withoutLanguage(page.content().path()));
    if (other != null) {
      view.put(
          "otherLanguage",
          Map.of(
              "language", code(other(language)),
              "url", link(UrlPath.encode(other.path())),
              "canonical", site.config().baseUrl().absolute(UrlPath.encode(other.path()))));
    } else {
      madeTwin(page.path())
          .ifPresent(
              path ->
                  view.put(
                      "otherLanguage",
                      Map.of(
                          "language", code(other(language)),
                          "url", link(path),
                          "canonical", site.config().baseUrl().absolute(path))));
    }
  }

  /** What is made in the other language beside a page that somebody wrote. */
  private Optional<String> madeTwin(String path) {
    return Site.pathsOfMadePages().stream()
        .filter(made -> site.pathIn(language, made).equals(path))
        .map(made -> site.languagesOf(made).get(other(language)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The services, as they are shown in this language. */
  ServiceViews services() {
    return services;
  }

  private static Language other(Language language) {
    return language == Language.TH ? Language.EN : Language.TH;
  }

  private List<Map<String, Object>> breadcrumbs(SitePage page) {
    List<Map<String, Object>> crumbs = new ArrayList<>();
    if (page.content().kind() == ContentPage.Kind.HOME) {
      return crumbs;
    }
    crumbs.add(crumb(words.get("home"), home(language)));
    if (page.path().startsWith(Site.NEWS_PATH)) {
      crumbs.add(crumb(words.get("news"), Site.NEWS_PATH));
      return crumbs;
    }
    if (page.content().kind() == ContentPage.Kind.SERVICE && site.makesServicesPage()) {
      crumbs.add(crumb(words.get("services"), Site.SERVICES_PATH));
      return crumbs;
    }
    for (int slash = page.path().indexOf('/', 1);
        slash > 0 && slash < page.path().length() - 1;
        slash = page.path().indexOf('/', slash + 1)) {
      String parent = page.path().substring(0, slash + 1);
      site.years().stream()
          .filter(year -> year.path().equals(parent))
          .forEach(year -> crumbs.add(crumb(yearTitle(year), parent)));
      SitePage written = pagesByUrl.get(link(UrlPath.encode(parent)));
      if (written != null && written.content().kind() != ContentPage.Kind.HOME) {
        crumbs.add(crumb(written.content().title(), parent));
      }
    }
    return crumbs;
  }

  String yearTitle(YearList year) {
    return words.get("year-title", year.year());
  }

  private Map<String, Object> crumb(String title, String path) {
    return Map.of("title", title, "url", link(UrlPath.encode(path)));
  }

  /**
   * The assessment's side of an item's page.
   *
   * @param at takes where the elements were written, whose places stand before the body
   * @param afterBody takes where the evidence was written, which stands after it
   */
  Map<String, Object> item(
      SitePage page,
      YearList year,
      Item item,
      Body body,
      Attachments attachments,
      SourceMap.Page at,
      SourceMap.Page afterBody) {
    ContentPage content = page.content();
    ItemPart part = content.item();
    Catalog.Place place = year.catalog().placeOf(item.code()).orElseThrow();
    Map<String, Object> view = new HashMap<>();
    view.put("code", item.code().toString());
    view.put("name", item.name());
    view.put("indicator", Map.of("id", place.indicator().id(), "name", place.indicator().name()));
    view.put("sub", Map.of("id", place.sub().id(), "name", place.sub().name()));
    view.put("year", part.year().number());
    item.period()
        .wordsFor(year.year())
        .ifPresent(period -> view.put("periodText", period.in(language)));
    view.put("officiallyChecked", year.catalog().checkedAgainstManual());
    view.put("confidence", item.confidence().id());
    view.put("elementsConfidence", item.elementsConfidence().id());
    view.put("status", content.status() == Status.NONE ? "none" : "published");
    putIfPresent(view, "reason", content.reason());
    putIfPresent(view, "supervisor", part.supervisor());
    putIfPresent(view, "preparer", part.preparer());
    Freshness every = every(part, item);
    if (every != null) {
      view.put("every", every.id());
      view.put("everyText", every.words().in(language));
    }
    view.put("period", periods(part.periods()));
    List<Map<String, Object>> elements = new ArrayList<>();
    for (Element element : item.elements()) {
      elements.add(element(element, page, body, at));
    }
    view.put("elements", elements);
    List<Map<String, Object>> evidence = new ArrayList<>();
    for (ItemPart.Evidence file : part.evidence()) {
      String href = site.link(content.path(), file.file());
      afterBody.add(Origins.link(href), file.at());
      Map<String, Object> shown = attachments.of(content, file.file(), href).view();
      shown.put("title", file.title() == null ? fileName(file.file()) : file.title());
      if (file.date() != null) {
        shown.put("date", date(file.date()));
      }
      if (!file.periods().isEmpty()) {
        shown.put("period", periods(file.periods()));
      }
      evidence.add(shown);
    }
    view.put("evidence", evidence);
    view.put("otherYears", otherYears(year, item));
    List<Item> published = year.published();
    int index = published.size() - 1;
    while (index >= 0 && !published.get(index).code().equals(item.code())) {
      index--;
    }
    if (index > 0) {
      view.put("previous", neighbour(year, published.get(index - 1)));
    }
    if (index >= 0 && index + 1 < published.size()) {
      view.put("next", neighbour(year, published.get(index + 1)));
    }
    return view;
  }

  /** The page of an item that the year's list does not have still says which one it claims. */
  static Map<String, Object> itemOfNoList(ContentPage content) {
    Map<String, Object> view = new HashMap<>();
    view.put("code", content.item().code());
    view.put("name", "");
    view.put("year", content.item().year().number());
    view.put("officiallyChecked", false);
    view.put("status", content.status() == Status.NONE ? "none" : "published");
    putIfPresent(view, "reason", content.reason());
    view.put("period", periods(content.item().periods()));
    view.put("elements", List.of());
    view.put("evidence", List.of());
    view.put("otherYears", List.of());
    return view;
  }

  private static Freshness every(ItemPart part, Item item) {
    return part.every() == null ? item.every() : Freshness.parse(part.every()).orElse(item.every());
  }

  private Map<String, Object> element(
      Element element, SitePage page, Body body, SourceMap.Page at) {
    ContentPage content = page.content();
    Map<String, Object> view = new HashMap<>();
    view.put("id", element.id());
    view.put("text", element.text());
    view.put("required", element.required());
    List<Map<String, Object>> places = new ArrayList<>();
    for (ItemPart.ElementPlaces named : content.item().elements()) {
      if (named.id().equals(element.id())) {
        for (ItemPart.Place place : named.places()) {
          String href = site.link(content.path(), place.target());
          at.add(Origins.element(element.id()), place.at());
          at.add(Origins.link(href), place.at());
          places.add(Map.of("href", href, "label", placeLabel(place.target(), content, body)));
        }
      }
    }
    view.put("places", places);
    return view;
  }

  /** What to call a place: the heading or caption there, the title of the file, or of the page. */
  private String placeLabel(String target, ContentPage content, Body body) {
    if (target.startsWith("#")) {
      return body.labels().getOrDefault(UrlPath.decode(target.substring(1)), words.get("see-here"));
    }
    for (ItemPart.Evidence evidence : content.item().evidence()) {
      if (evidence.file().equals(target) && evidence.title() != null) {
        return evidence.title();
      }
    }
    String path = site.link(content.path(), target).replaceFirst("[?#].*$", "");
    SitePage other = pagesByUrl.get(path);
    if (other != null && !other.content().title().isEmpty()) {
      Optional<String> heading =
          site.report(other.content())
              .map(report -> ReportViews.labels(report, words).get(fragment(target)));
      return heading.orElse(other.content().title());
    }
    return fileName(target).isEmpty() ? words.get("open") : fileName(target);
  }

  private static String fragment(String target) {
    return UrlPath.decode(target.substring(target.indexOf('#') + 1));
  }

  /** Pages of other years on the same topic, though its number or name be another. */
  private List<Map<String, Object>> otherYears(YearList year, Item item) {
    List<Map<String, Object>> others = new ArrayList<>();
    for (YearList other : site.years()) {
      if (other.year().equals(year.year())) {
        continue;
      }
      for (Item candidate : other.published()) {
        boolean same =
            candidate.name().equals(item.name())
                || candidate.topics().stream().anyMatch(item.topics()::contains);
        if (same) {
          SitePage page = other.page(candidate.code()).orElseThrow();
          others.add(
              Map.of(
                  "year", other.year().number(),
                  "code", candidate.code().toString(),
                  "url", link(page.path()),
                  "title", page.content().title()));
        }
      }
    }
    return others;
  }

  private Map<String, Object> neighbour(YearList year, Item item) {
    SitePage page = year.page(item.code()).orElseThrow();
    Map<String, Object> view = new HashMap<>();
    view.put("code", item.code().toString());
    view.put("title", item.name());
    view.put("url", link(page.path()));
    if (language != Language.TH) {
      view.put("language", code(Language.TH)); // the lists are in Thai
    }
    return view;
  }

  /** A year with all its items. */
  Map<String, Object> yearOf(FiscalYear year) {
    return years.get(year);
  }

  private Map<String, Object> year(YearList year) {
    Map<String, Object> view = new HashMap<>();
    view.put("number", year.year().number());
    view.put("officiallyChecked", year.catalog().checkedAgainstManual());
    view.put("total", year.catalog().items().size());
    view.put("ready", year.ready());
    // The list says what its pages say, so it is as new as the newest of them.
    year.catalog().items().stream()
        .flatMap(item -> year.page(item.code()).stream())
        .map(page -> page.content().updated())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .ifPresent(newest -> view.put("updated", date(newest)));
    List<Map<String, Object>> groups = new ArrayList<>();
    for (Indicator indicator : year.catalog().indicators()) {
      List<Map<String, Object>> subs = new ArrayList<>();
      for (SubIndicator sub : indicator.subIndicators()) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Item item : sub.items()) {
          items.add(entry(year, item));
        }
        subs.add(Map.of("id", sub.id(), "name", sub.name(), "items", items));
      }
      groups.add(Map.of("id", indicator.id(), "name", indicator.name(), "subs", subs));
    }
    view.put("groups", groups);
    view.put(
        "otherYears",
        site.years().stream()
            .filter(other -> !other.year().equals(year.year()))
            .map(other -> Map.of("year", other.year().number(), "url", link(other.path())))
            .toList());
    return view;
  }

  private Map<String, Object> entry(YearList year, Item item) {
    ItemCode code = item.code();
    Map<String, Object> view = new HashMap<>();
    view.put("code", code.toString());
    view.put("name", item.name());
    view.put("status", year.state(code).name().toLowerCase(Locale.ROOT));
    year.page(code)
        .ifPresent(
            page -> {
              ContentPage content = page.content();
              view.put("url", link(page.path()));
              view.put("title", content.title());
              if (content.updated() != null) {
                view.put("updated", date(content.updated()));
              }
              if (content.department() != null) {
                site.config()
                    .department(content.department())
                    .ifPresent(
                        department -> {
                          view.put("department", in(department.name()));
                          view.put("departmentId", department.id());
                        });
              }
            });
    return view;
  }

  /** The latest news, as the home page shows them. */
  List<Map<String, Object>> latestNews() {
    if (language != site.config().language()) {
      return List.of();
    }
    return site.news().stream().limit(NEWS_ON_HOME).map(this::newsEntry).toList();
  }

  /** News as lists show them. */
  List<Map<String, Object>> newsList(List<SitePage> posts) {
    return posts.stream().map(this::newsEntry).toList();
  }

  /** What a page of a list of news has of every page. */
  Map<String, Object> newsPage(NewsArchive.NewsList list, int number) {
    String title = newsTitle(list);
    Map<String, Object> view =
        page(
            "news-list",
            number == 1 ? title : words.get("news-page-title", title, number),
            list.path(number));
    List<Map<String, Object>> crumbs = new ArrayList<>();
    crumbs.add(crumb(words.get("home"), home(language)));
    if (list.kind() != NewsArchive.Kind.ALL) {
      crumbs.add(crumb(words.get("news"), Site.NEWS_PATH));
    }
    if (number > 1) {
      crumbs.add(crumb(title, list.path()));
    }
    view.put("breadcrumbs", crumbs);
    return view;
  }

  private String newsTitle(NewsArchive.NewsList list) {
    return switch (list.kind()) {
      case ALL -> words.get("news");
      case YEAR -> words.get("news-year-title", list.year());
      case TOPIC -> words.get("news-topic-title", in(list.topic().name()));
    };
  }

  /** The ways from a page of news to the others: the pages of its list, the years, the topics. */
  Map<String, Object> archive(NewsArchive.NewsList list, int number) {
    Map<String, Object> view = new HashMap<>();
    view.put("kind", list.kind().name().toLowerCase(Locale.ROOT));
    view.put("total", list.posts().size());
    view.put("page", number);
    view.put("pages", list.pages());
    if (number > 1) {
      view.put("newer", link(list.path(number - 1)));
    }
    if (number < list.pages()) {
      view.put("older", link(list.path(number + 1)));
    }
    List<Map<String, Object>> numbers = new ArrayList<>();
    for (int i = 1; i <= list.pages(); i++) {
      numbers.add(Map.of("number", i, "url", link(list.path(i)), "current", i == number));
    }
    view.put("numbers", numbers);
    view.put("years", lists(NewsArchive.Kind.YEAR, list));
    view.put("topics", lists(NewsArchive.Kind.TOPIC, list));
    return view;
  }

  private List<Map<String, Object>> lists(NewsArchive.Kind kind, NewsArchive.NewsList shown) {
    List<Map<String, Object>> lists = new ArrayList<>();
    for (NewsArchive.NewsList list : site.archive().of(kind)) {
      String title =
          kind == NewsArchive.Kind.YEAR ? String.valueOf(list.year()) : in(list.topic().name());
      lists.add(
          Map.of(
              "title",
              title,
              "url",
              link(list.path()),
              "count",
              list.posts().size(),
              "current",
              list == shown));
    }
    return lists;
  }

  private Map<String, Object> newsEntry(SitePage page) {
    Map<String, Object> view = news(page, Pictures.Use.SMALL);
    view.put("title", page.content().title());
    view.put("url", link(page.path()));
    putIfPresent(view, "summary", page.content().summary());
    return view;
  }

  /** What a post of news has besides its page. */
  Map<String, Object> news(SitePage page) {
    return news(page, Pictures.Use.TEXT);
  }

  private Map<String, Object> news(SitePage page, Pictures.Use use) {
    ContentPage content = page.content();
    Map<String, Object> view = new HashMap<>();
    view.put("date", date(content.date()));
    if (content.topic() != null) {
      view.put("topic", in(site.topic(content.topic()).name()));
      if (isIn(page, site.config().language())) {
        view.put("topicUrl", link(site.topicPath(content.topic())));
      }
      if (newsOrder.containsKey(page)) {
        view.put("topicFeedUrl", link(Feeds.ofTopic(site, content.topic())));
      }
    }
    if (content.image() != null) {
      view.put("image", site.link(content.path(), content.image()));
      putIfPresent(view, "imageAlt", content.imageAlt());
      Map<String, Object> picture = new HashMap<>();
      pictures.describe(picture, content.path(), content.image(), use);
      view.put("picture", picture);
    }
    return view;
  }

  /** Adds the posts before and after one to its model. */
  void putNeighbours(SitePage post, Map<String, Object> model) {
    Integer known = newsOrder.get(post);
    if (known == null) {
      return; // in another language than the list of the news
    }
    int index = known;
    if (index > 0) {
      model.put("newer", titleAndUrl(site.news().get(index - 1)));
    }
    if (index + 1 < site.news().size()) {
      model.put("older", titleAndUrl(site.news().get(index + 1)));
    }
  }

  private Map<String, Object> titleAndUrl(SitePage page) {
    return Map.of("title", page.content().title(), "url", link(page.path()));
  }

  private String link(String path) {
    return link(site, path);
  }

  private static String link(Site site, String path) {
    return site.config().baseUrl().link(path);
  }

  private Map<String, Object> date(LocalDate day) {
    return date(day, language);
  }

  /** A day for programs and for people. */
  static Map<String, Object> date(LocalDate day, Language language) {
    String text = language == Language.TH ? ThaiDate.longForm(day) : ENGLISH_DAY.format(day);
    return Map.of("iso", day.toString(), "text", text);
  }

  private static String periods(List<FiscalYear> years) {
    StringBuilder text = new StringBuilder();
    for (FiscalYear year : years) {
      text.append(text.isEmpty() ? "" : " ").append(year);
    }
    return text.toString();
  }

  static String fileName(String target) {
    String bare = UrlPath.decode(target.replaceFirst("[?#].*$", ""));
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  static void putIfPresent(Map<String, Object> view, String key, String value) {
    if (value != null && !value.isEmpty()) {
      view.put(key, value);
    }
  }
}
