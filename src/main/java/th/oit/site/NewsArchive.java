package th.oit.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import th.oit.config.SiteConfig;
import th.oit.text.Fingerprint;

/**
 * The news as lists: all of them, those of each year and those of each topic. Immutable.
 *
 * <p>A year is a calendar year of the Buddhist era, that of the date which stands on the post:
 * readers look for what happened in March 2567, not for the budget from which it was paid.
 *
 * @param lists all news first, then the years, newest first, then the topics
 */
public record NewsArchive(List<NewsList> lists) {
  private static final int TO_BUDDHIST_ERA = 543;

  /** So many hexadecimal digits tell the topics of one body apart. */
  private static final int HASH_DIGITS = 8;

  /** What a list holds. */
  public enum Kind {
    ALL,
    YEAR,
    TOPIC
  }

  /**
   * A topic.
   *
   * @param slug its part of the addresses, in ASCII
   */
  public record Topic(String slug, SiteConfig.Name name) {}

  /**
   * Posts that belong together, on as many pages as they need.
   *
   * @param year the year of the Buddhist era; 0 unless it is the list of one
   * @param topic null unless it is the list of one
   * @param path of its first page, decoded
   * @param posts newest first
   */
  public record NewsList(Kind kind, int year, Topic topic, String path, List<SitePage> posts) {
    /** So many posts stand on a page. */
    public static final int PAGE = 12;

    /** How many pages there are, at least one. */
    public int pages() {
      return Math.max(1, (posts.size() + PAGE - 1) / PAGE);
    }

    /** The path of a page, the first of which is 1. */
    public String path(int page) {
      return page == 1 ? path : path + "page/" + page + "/";
    }

    /** What stands on a page. */
    public List<SitePage> posts(int page) {
      return posts.subList((page - 1) * PAGE, Math.min(posts.size(), page * PAGE));
    }
  }

  /**
   * Sorts the news into their lists.
   *
   * @param news newest first
   */
  static NewsArchive of(SiteConfig config, List<SitePage> news) {
    List<NewsList> lists = new ArrayList<>();
    lists.add(new NewsList(Kind.ALL, 0, null, Site.NEWS_PATH, news));
    Map<Integer, List<SitePage>> years = new TreeMap<>(Comparator.reverseOrder());
    Map<String, Topic> topics = new LinkedHashMap<>();
    Map<String, List<SitePage>> ofTopic = new TreeMap<>();
    config.news().topics().stream()
        .map(NewsArchive::configured)
        .forEach(topic -> topics.put(topic.slug(), topic));
    for (SitePage post : news) {
      int year = post.content().date().getYear() + TO_BUDDHIST_ERA;
      years.computeIfAbsent(year, y -> new ArrayList<>()).add(post);
      if (post.content().topic() != null) {
        Topic topic = topic(config, post.content().topic());
        ofTopic.computeIfAbsent(topic.slug(), s -> new ArrayList<>()).add(post);
        if (!topics.containsKey(topic.slug())) {
          topics.put(topic.slug(), topic);
        }
      }
    }
    years.forEach(
        (year, posts) ->
            lists.add(
                new NewsList(
                    Kind.YEAR, year, null, Site.NEWS_PATH + year + "/", List.copyOf(posts))));
    topics.values().stream()
        .filter(topic -> ofTopic.containsKey(topic.slug()))
        .forEach(
            topic ->
                lists.add(
                    new NewsList(
                        Kind.TOPIC,
                        0,
                        topic,
                        path(topic),
                        List.copyOf(ofTopic.get(topic.slug())))));
    return new NewsArchive(List.copyOf(lists));
  }

  /** The lists of one kind. */
  public List<NewsList> of(Kind kind) {
    return lists.stream().filter(list -> list.kind() == kind).toList();
  }

  static String path(Topic topic) {
    return Site.NEWS_PATH + "topic/" + topic.slug() + "/";
  }

  private static Topic configured(SiteConfig.Topic topic) {
    return new Topic(topic.id(), topic.name());
  }

  /** The topic that a configuration knows under an identifier or a name. */
  static Optional<Topic> known(SiteConfig config, String written) {
    return config.news().topics().stream()
        .filter(
            topic ->
                written.equals(topic.id())
                    || written.equals(topic.name().th())
                    || written.equals(topic.name().en()))
        .findFirst()
        .map(NewsArchive::configured);
  }

  /** The topic that a post names; one that nobody configured has its address from its text. */
  static Topic topic(SiteConfig config, String written) {
    return known(config, written)
        .orElseGet(() -> new Topic(slug(written), new SiteConfig.Name(written, null)));
  }

  /** English words stand in the address as they are; of Thai, which ASCII cannot hold, a hash. */
  private static String slug(String written) {
    String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
    String words =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (text.chars().allMatch(c -> c < 0x80) && !words.isEmpty()) {
      return words;
    }
    return "t-" + Fingerprint.of(text, HASH_DIGITS);
  }
}
