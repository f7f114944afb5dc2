package th.oit.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.catalog.Item;
import th.oit.content.ContentPage;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.site.YearList;
import th.oit.text.UrlPath;

/** The Atom feeds (RFC 4287): all news, the news of each topic, and changes to the disclosure. */
final class Feeds {
  /** All news. */
  static final String NEWS = "/feed.xml";

  /** Items of all years by the day of their last change. */
  static final String DISCLOSURE = "/oit/feed.xml";

  /** How many changes a feed tells of; who comes more rarely looks at the list. */
  private static final int CHANGES = 100;

  private final Site site;
  private final Wording words;

  Feeds(Site site, Wording words) {
    this.site = site;
    this.words = words;
  }

  /** The feed of a topic of the news. */
  static String ofTopic(Site site, String topic) {
    return site.topicPath(topic) + "feed.xml";
  }

  /** The paths of all feeds of a site. */
  static List<String> paths(Site site) {
    List<String> paths = new ArrayList<>();
    if (site.hasNewsPage()) {
      paths.add(NEWS);
    }
    if (!site.years().isEmpty()) {
      paths.add(DISCLOSURE);
    }
    site.news().stream()
        .filter(post -> post.content().topic() != null)
        .map(post -> ofTopic(site, post.content().topic()))
        .distinct()
        .sorted()
        .forEach(paths::add);
    return paths;
  }

  /** What the template of feeds is given beside the site, by the path of the feed. */
  Map<String, Map<String, Object>> models() {
    String name = site.config().organization().name().in(words.language());
    Map<String, Map<String, Object>> models = new LinkedHashMap<>();
    if (site.hasNewsPage()) {
      // The feed had the address of the site for its name before there were others.
      models.put(
          NEWS,
          model(
              site.config().baseUrl().absolute("/"),
              words.get("news-of", name),
              NEWS,
              Site.NEWS_PATH,
              posts(site.news())));
    }
    if (!site.years().isEmpty()) {
      String list = site.assessed().orElse(site.years().get(0)).path();
      models.put(
          DISCLOSURE, model(null, words.get("feed-disclosure", name), DISCLOSURE, list, changes()));
    }
    Map<String, List<SitePage>> topics = new LinkedHashMap<>();
    for (SitePage post : site.news()) {
      if (post.content().topic() != null) {
        topics
            .computeIfAbsent(ofTopic(site, post.content().topic()), path -> new ArrayList<>())
            .add(post);
      }
    }
    topics.forEach(
        (path, posts) ->
            models.put(
                path,
                model(
                    null,
                    words.get("news-of-topic", posts.get(0).content().topic(), name),
                    path,
                    Site.NEWS_PATH,
                    posts(posts))));
    return models;
  }

  private Map<String, Object> model(
      String id, String title, String path, String page, List<Map<String, Object>> entries) {
    Map<String, Object> feed = new HashMap<>();
    feed.put("self", absolute(path));
    feed.put("id", id == null ? absolute(path) : id);
    feed.put("title", title);
    feed.put("url", absolute(page));
    // Not the newest post's: an older one may have been mended since.
    feed.put(
        "updated",
        entries.stream()
            .map(entry -> (String) entry.get("updated"))
            .max(Comparator.naturalOrder())
            .orElse("1970-01-01T00:00:00Z"));
    return Map.of("feed", feed, "news", entries);
  }

  private List<Map<String, Object>> posts(List<SitePage> pages) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (SitePage page : pages) {
      Map<String, Object> entry = entry(page, page.content().title());
      entry.put("published", instant(page.content().date()));
      Views.putIfPresent(entry, "topic", page.content().topic());
      entries.add(entry);
    }
    return entries;
  }

  private List<Map<String, Object>> changes() {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (YearList year : site.years()) {
      for (Item item : year.published()) {
        SitePage page = year.page(item.code()).orElseThrow();
        String title = words.get("data-of-item", item.code(), year.year(), page.content().title());
        List<Map<String, Object>> own = told(page, title);
        own.forEach(entry -> entry.put("topic", year.year().toString()));
        entries.addAll(own);
      }
    }
    entries.sort(
        Comparator.comparing((Map<String, Object> entry) -> (String) entry.get("updated"))
            .reversed()
            .thenComparing(entry -> (String) entry.get("url")));
    return List.copyOf(entries.subList(0, Math.min(CHANGES, entries.size())));
  }

  /** The changes that a page tells of itself, and its last one where it tells nothing of that. */
  private List<Map<String, Object>> told(SitePage page, String title) {
    ContentPage content = page.content();
    List<Map<String, Object>> entries = new ArrayList<>();
    LocalDate changed = changed(content);
    if (changed != null
        && content.history().stream().noneMatch(change -> change.date().equals(changed))) {
      entries.add(entry(page, title));
    }
    for (ContentPage.Change change : content.history()) {
      Map<String, Object> entry = entry(page, title);
      entry.put("url", absolute(page.path()) + "#" + Views.anchor(content, change));
      entry.put("updated", instant(change.date()));
      entry.put("summary", change.what());
      entries.add(entry);
    }
    return entries;
  }

  private Map<String, Object> entry(SitePage page, String title) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("title", title);
    entry.put("url", absolute(page.path()));
    entry.put("updated", instant(changed(page.content())));
    Views.putIfPresent(entry, "summary", page.content().summary());
    return entry;
  }

  static LocalDate changed(ContentPage page) {
    return page.updated() == null ? page.date() : page.updated();
  }

  /** The beginning of a day in Thailand. */
  private static String instant(LocalDate day) {
    return day + "T00:00:00+07:00";
  }

  private String absolute(String path) {
    return site.config().baseUrl().absolute(UrlPath.encode(path));
  }
}
