package th.oit.render;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import th.oit.content.ContentPath;
import th.oit.site.NewsArchive;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.site.YearList;
import th.oit.text.Language;
import th.oit.text.UrlPath;

/**
 * The pages for search engines, with the day of their last change and their translations; in parts
 * where they are more than one file may name.
 */
final class Sitemap {
  static final String OUTPUT = "sitemap.xml";

  /** As <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a> has it. */
  static final int LIMIT = 50_000;

  private final Site site;

  Sitemap(Site site) {
    this.site = site;
  }

  /**
   * Fills the templates.
   *
   * @param limit how many pages a file may name
   * @return the bytes of every file by its path on the site
   */
  Map<String, byte[]> files(Templates templates, Map<String, Object> model, int limit) {
    List<Map<String, Object>> urls = urls();
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (urls.size() <= limit) {
      files.put(OUTPUT, part(templates, model, urls));
      return files;
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int from = 0; from < urls.size(); from += limit) {
      List<Map<String, Object>> part = urls.subList(from, Math.min(from + limit, urls.size()));
      String name = "sitemap-" + (parts.size() + 1) + ".xml";
      files.put(name, part(templates, model, part));
      Map<String, Object> entry = new HashMap<>();
      entry.put("loc", absolute("/" + name));
      part.stream()
          .map(url -> (String) url.get("lastmod"))
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder())
          .ifPresent(day -> entry.put("lastmod", day));
      parts.add(entry);
    }
    Map<String, Object> index = new HashMap<>(model);
    index.put("sitemaps", parts);
    files.put(OUTPUT, bytes(templates.fill("sitemap-index.ftlx", index, OUTPUT)));
    return files;
  }

  private static byte[] part(
      Templates templates, Map<String, Object> model, List<Map<String, Object>> urls) {
    Map<String, Object> filled = new HashMap<>(model);
    filled.put("urls", urls);
    return bytes(templates.fill("sitemap.ftlx", filled, OUTPUT));
  }

  private static byte[] bytes(String text) {
    return text.strip().concat("\n").getBytes(StandardCharsets.UTF_8);
  }

  private List<Map<String, Object>> urls() {
    Map<String, List<SitePage>> translations = new HashMap<>();
    for (SitePage page : site.pages()) {
      translations
          .computeIfAbsent(
              ContentPath.withoutLanguage(page.content().path()), path -> new ArrayList<>(2))
          .add(page);
    }
    Map<String, Map<Language, String>> made = new HashMap<>();
    for (String path : Site.pathsOfMadePages()) {
      Map<Language, String> addresses = site.languagesOf(path);
      addresses.values().forEach(address -> made.put(address, addresses));
    }
    List<Map<String, Object>> urls = new ArrayList<>();
    for (SitePage page : site.pages()) {
      Map<String, Object> url = url(page.path(), Feeds.changed(page.content()));
      List<SitePage> same = translations.get(ContentPath.withoutLanguage(page.content().path()));
      if (same.size() > 1) {
        // Each names all of them, itself too.
        url.put("alternates", same.stream().map(this::alternate).toList());
      } else {
        putAlternates(url, made.getOrDefault(page.path(), Map.of()));
      }
      urls.add(url);
    }
    for (YearList year : site.years()) {
      urls.add(
          url(
              year.path(),
              newest(
                  year.published().stream()
                      .map(item -> year.page(item.code()).orElseThrow())
                      .toList())));
    }
    if (site.makesServicesPage()) {
      urls.add(url(Site.SERVICES_PATH, null));
    }
    if (site.hasNewsPage()) {
      for (NewsArchive.NewsList list : site.archive().lists()) {
        for (int page = 1; page <= list.pages(); page++) {
          urls.add(url(list.path(page), newest(list.posts(page))));
        }
      }
    }
    for (Language language : site.languages()) {
      Map<String, Object> url = url(site.alphabetPath(language), null);
      putAlternates(
          url, site.languages().stream().collect(Collectors.toMap(l -> l, site::alphabetPath)));
      urls.add(url);
    }
    for (String path : Site.pathsOfMadePages()) {
      Map<Language, String> addresses = site.languagesOf(path);
      addresses.forEach(
          (language, address) -> {
            if (site.written(address).isEmpty()) {
              Map<String, Object> url = url(address, null);
              putAlternates(url, addresses);
              urls.add(url);
            }
          });
    }
    return urls;
  }

  /** The day of the last change of any of them; null when none says it. */
  private static LocalDate newest(List<SitePage> pages) {
    return pages.stream()
        .map(page -> Feeds.changed(page.content()))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Map<String, Object> url(String path, LocalDate changed) {
    Map<String, Object> url = new HashMap<>();
    url.put("loc", absolute(path));
    if (changed != null) {
      url.put("lastmod", changed.toString());
    }
    return url;
  }

  private Map<String, Object> alternate(SitePage page) {
    Language language = page.content().language();
    return alternate(language == null ? site.config().language() : language, page.path());
  }

  private Map<String, Object> alternate(Language language, String path) {
    return Map.of("language", Views.code(language), "href", absolute(path));
  }

  private void putAlternates(Map<String, Object> url, Map<Language, String> addresses) {
    if (addresses.size() > 1) {
      url.put(
          "alternates",
          addresses.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> alternate(entry.getKey(), entry.getValue()))
              .toList());
    }
  }

  private String absolute(String path) {
    return site.config().baseUrl().absolute(UrlPath.encode(path));
  }
}
