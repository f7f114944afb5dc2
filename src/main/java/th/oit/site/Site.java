package th.oit.site;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import th.oit.config.SiteConfig;
import th.oit.content.ContentPage;
import th.oit.content.ContentPath;
import th.oit.content.Embed;
import th.oit.ita.ReportFolder;
import th.oit.ita.YearReport;
import th.oit.text.FiscalYear;
import th.oit.text.Language;
import th.oit.text.UrlPath;

/**
 * The whole site. Immutable and thread-safe.
 *
 * @param pages everything that the public sees and that somebody wrote, in the order of the paths
 *     of their files
 * @param news the news among them in the language of the site, newest first
 * @param archive the same by year and topic
 * @param years newest first
 * @param redirects old addresses, by the output file that sends the reader on
 * @param files attachments by their path on the site, decoded, without the leading slash
 * @param data the data files made of placed tables, by the path of their JSON file
 * @param pathsOfContent for every file below {@code content/}, its path on the site
 * @param reports the score reports, the newest year first
 * @param today the day for which the site is made
 */
public record Site(
    SiteConfig config,
    List<SitePage> pages,
    List<SitePage> news,
    NewsArchive archive,
    List<YearList> years,
    Map<String, SitePage> redirects,
    Map<String, Path> files,
    Map<String, DataFiles> data,
    Map<String, String> pathsOfContent,
    List<YearReport> reports,
    LocalDate today) {

  /** Schemes under which a link would act in the reader's browser instead of leading somewhere. */
  private static final Pattern ACTING = Pattern.compile("(?i)\\s*(javascript|vbscript|data):");

  /** The page of all news. */
  public static final String NEWS_PATH = "/news/";

  /** The page of all services. */
  public static final String SERVICES_PATH = "/services/";

  /** The page that shows the site at a glance. */
  public static final String SITE_MAP_PATH = "/sitemap/";

  /** The page for addresses that do not exist. */
  public static final String NOT_FOUND = "404.html";

  /** Where one searches, in a language. */
  public String searchPath(Language language) {
    return prefix(language) + "search/";
  }

  /** The page of all pages in the order of a dictionary, in a language. */
  public String alphabetPath(Language language) {
    return prefix(language) + "a-z/";
  }

  private String prefix(Language language) {
    return language == config.language()
        ? "/"
        : "/" + language.name().toLowerCase(Locale.ROOT) + "/";
  }

  public Optional<YearList> year(FiscalYear year) {
    return years.stream().filter(list -> list.year().equals(year)).findFirst();
  }

  /** The assessed year's list; empty when the site is made for no assessment. */
  public Optional<YearList> assessed() {
    return years.stream()
        .filter(list -> list.year().equals(config.assessment().year()))
        .findFirst();
  }

  /**
   * Whether there is a page of news: a public body's has its place from the first day, another
   * site's when something stands on it.
   */
  public boolean hasNewsPage() {
    return config.isAssessed() || !news.isEmpty();
  }

  /** The services in a language: the featured ones first, in their order, then by their paths. */
  public List<SitePage> services(Language language) {
    return pages.stream()
        .filter(page -> page.content().kind() == ContentPage.Kind.SERVICE)
        .filter(page -> page.content().isIn(language, config.language()))
        .sorted(
            Comparator.comparing(
                    (SitePage page) -> page.content().service().rank(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(SitePage::path))
        .toList();
  }

  /**
   * The path of the page that lists the services in a language: of that which somebody wrote, else
   * in the site's own language of that which is made; empty when there is neither.
   */
  public Optional<String> servicesPath(Language language) {
    return pages.stream()
        .filter(page -> page.content().kind() == ContentPage.Kind.SERVICES)
        .filter(page -> page.content().isIn(language, config.language()))
        .map(SitePage::path)
        .findFirst()
        .or(
            () ->
                language != config.language() || services(language).isEmpty()
                    ? Optional.empty()
                    : Optional.of(SERVICES_PATH));
  }

  /** Whether the list of services in the site's own language is made, nobody having written it. */
  public boolean makesServicesPage() {
    return servicesPath(config.language()).isPresent()
        && pages.stream()
            .noneMatch(
                page ->
                    page.content().kind() == ContentPage.Kind.SERVICES
                        && page.content().isIn(config.language(), config.language()));
  }

  /** The page that somebody wrote for an address. */
  public Optional<SitePage> written(String path) {
    return pages.stream().filter(page -> page.path().equals(path)).findFirst();
  }

  /** Where in a language a page stands that the site has in every language. */
  public String pathIn(Language language, String path) {
    return prefix(language) + path.substring(1);
  }

  /** Whether the index of the Official Information Act is made: from tags, unless written. */
  public boolean makesInformationActPage(Language language) {
    return pages.stream().anyMatch(page -> !page.content().oia().isEmpty())
        && isToBeMade(InformationAct.PATH, language);
  }

  /** Whether the page that shows the site at a glance is made. */
  public boolean makesSiteMap(Language language) {
    return config.isAssessed() && isToBeMade(SITE_MAP_PATH, language);
  }

  /** The policies that are filled from the configuration: those that nobody wrote. */
  public List<Policy> policiesToMake(Language language) {
    return config.policies() == null
        ? List.of()
        : Arrays.stream(Policy.values()).filter(p -> isToBeMade(p.path(), language)).toList();
  }

  /**
   * Nothing is made beside what the body has written in its own language, which may say something
   * else.
   */
  private boolean isToBeMade(String path, Language language) {
    return written(path).isEmpty()
        && (language == config.language()
            || languages().contains(language) && written(pathIn(language, path)).isEmpty());
  }

  /**
   * The addresses of a page that stands in several languages, of which at least one is made.
   *
   * @param path its address in the site's own language
   * @return empty when nothing of it is made
   */
  public Map<Language, String> languagesOf(String path) {
    Map<Language, String> addresses = new EnumMap<>(Language.class);
    boolean made = false;
    for (Language language : languages()) {
      boolean here = isMade(path, language);
      made |= here;
      if (here || written(pathIn(language, path)).isPresent()) {
        addresses.put(language, pathIn(language, path));
      }
    }
    return made ? addresses : Map.of();
  }

  private boolean isMade(String path, Language language) {
    return switch (path) {
      case InformationAct.PATH -> makesInformationActPage(language);
      case SITE_MAP_PATH -> makesSiteMap(language);
      default -> policiesToMake(language).stream().anyMatch(policy -> policy.path().equals(path));
    };
  }

  /** The addresses, in the site's own language, of what is made unless somebody writes it. */
  public static List<String> pathsOfMadePages() {
    List<String> paths = new ArrayList<>(List.of(InformationAct.PATH, SITE_MAP_PATH));
    Arrays.stream(Policy.values()).map(Policy::path).forEach(paths::add);
    return paths;
  }

  /** The path of the list of a topic, as a post of news names it. */
  public String topicPath(String topic) {
    return NewsArchive.path(topic(topic));
  }

  /** The topic that a post of news names. */
  public NewsArchive.Topic topic(String written) {
    return NewsArchive.topic(config, written);
  }

  /** The score report of which a page is; empty for every other page. */
  public Optional<YearReport> report(ContentPage page) {
    return page.kind() != ContentPage.Kind.REPORT
        ? Optional.empty()
        : reports.stream().filter(report -> isOf(report, page)).findFirst();
  }

  static boolean isOf(YearReport report, ContentPage page) {
    return ContentPath.withoutLanguage(page.path())
        .equals(ReportFolder.FOLDER + report.year() + ".md");
  }

  /** The page of a score report in a language; empty when the public sees none. */
  public Optional<SitePage> pageOf(YearReport report, Language language) {
    return pages.stream()
        .filter(page -> page.content().kind() == ContentPage.Kind.REPORT)
        .filter(page -> isOf(report, page.content()))
        .filter(page -> page.content().isIn(language, config.language()))
        .findFirst();
  }

  /** The report whose measures are carried out in a year: the newest that plans any for it. */
  public Optional<YearReport> measuresOf(FiscalYear year) {
    return reports.stream()
        .filter(report -> report.report().measuresYear().equals(year))
        .filter(report -> !report.report().measures().isEmpty())
        .findFirst();
  }

  /** The data files of a table that a published page places. */
  public DataFiles dataOf(Embed.Table table) {
    return data.get(DataFiles.of(table, null).json());
  }

  /** The home page in a language, where somebody wrote one. */
  public Optional<SitePage> home(Language language) {
    return pages.stream()
        .filter(page -> page.content().kind() == ContentPage.Kind.HOME)
        .filter(page -> page.content().isIn(language, config.language()))
        .findFirst();
  }

  /** The languages in which there are pages, the site's own first. */
  public Set<Language> languages() {
    Set<Language> languages = new LinkedHashSet<>();
    languages.add(config.language());
    for (SitePage page : pages) {
      if (page.content().language() != null) {
        languages.add(page.content().language());
      }
    }
    return languages;
  }

  /**
   * What stands in {@code href} for a target as a page wrote it: sources named by their path become
   * addresses on the site, what would act in the reader's browser becomes nothing, everything else
   * stays.
   *
   * <p>A file that does not exist gets the address that it would have, so that the check of the
   * links finds it missing.
   *
   * @param contentPath path of the writing file, relative to {@code content/}
   */
  public String link(String contentPath, String target) {
    // Only with a colon can it be one that acts, and most links have none.
    if (target.indexOf(':') >= 0 && ACTING.matcher(target).lookingAt()) {
      return "";
    }
    if (target.isEmpty()
        || target.startsWith("#")
        || target.startsWith("//")
        || hasScheme(target)) {
      return target;
    }
    int end = endOfPath(target);
    String path = target.substring(0, end);
    String rest = target.substring(end);
    if (path.isEmpty()) {
      return target;
    }
    if (path.startsWith("/")) {
      return config.baseUrl().link(path) + rest;
    }
    Optional<String> file = ContentPath.resolve(contentPath, UrlPath.decode(path));
    if (file.isEmpty()) {
      return target;
    }
    String address = pathsOfContent.get(file.get());
    if (address == null) {
      address = SiteBuilder.addressOf(file.get());
      if (path.endsWith("/") && !address.endsWith("/")) {
        address += "/";
      }
    }
    return config.baseUrl().link(UrlPath.encode(address)) + rest;
  }

  private static int endOfPath(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c == '?' || c == '#') {
        return i;
      }
    }
    return target.length();
  }

  /** A Windows path such as {@code C:\…} has one too, and is left for the check to refuse. */
  private static boolean hasScheme(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c == ':') {
        return i > 0;
      }
      boolean schemeLetter =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
      if (!schemeLetter) {
        return false;
      }
    }
    return false;
  }
}
