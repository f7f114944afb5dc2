package th.oit.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.config.SiteConfig;
import th.oit.content.ContentPage;
import th.oit.site.SitePage;
import th.oit.text.Language;

/**
 * What a page says of itself to search engines: JSON-LD in the words of schema.org. It is data, not
 * a script, so that the strictest policy lets it stand.
 */
final class StructuredData {
  private final SiteConfig config;
  private final Language language;
  private final String seal;

  /**
   * @param seal absolute address of the body's seal; null when it has none
   */
  StructuredData(SiteConfig config, Language language, String seal) {
    this.config = config;
    this.language = language;
    this.seal = seal;
  }

  /**
   * The data of a page as the text of one script element.
   *
   * @param view the page as the templates see it
   * @param page null for a page that nobody wrote
   * @param picture absolute address of the page's own picture; null when it has none
   */
  String of(Map<String, Object> view, SitePage page, List<Dataset> datasets, String picture) {
    List<Map<String, Object>> graph = new ArrayList<>();
    boolean home = "home".equals(view.get("kind"));
    if (home) {
      graph.add(organization());
      graph.add(website(view));
    } else {
      graph.add(breadcrumbs(view));
    }
    if (page != null && page.content().kind() == ContentPage.Kind.NEWS) {
      graph.add(news(view, page.content(), picture));
    }
    String publisher = publisher();
    datasets.forEach(dataset -> graph.add(dataset.inSchemaOrg(config, publisher)));
    if (!home && graph.size() > 1) {
      graph.add(nameOfOrganization());
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@graph", graph);
    return Json.line(data);
  }

  private String publisher() {
    return config.baseUrl().absolute("/") + "#organization";
  }

  /** Enough for what refers to it to be understood without the home page. */
  private Map<String, Object> nameOfOrganization() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "GovernmentOrganization");
    data.put("@id", publisher());
    data.put("name", config.organization().name().in(language));
    data.put("url", config.baseUrl().absolute("/"));
    return data;
  }

  private Map<String, Object> organization() {
    SiteConfig.Organization body = config.organization();
    Map<String, Object> data = nameOfOrganization();
    List<String> others = new ArrayList<>();
    for (String other :
        new String[] {body.name().th(), body.name().en(), body.shortName().in(language)}) {
      if (other != null && !others.contains(other) && !other.equals(data.get("name"))) {
        others.add(other);
      }
    }
    if (!others.isEmpty()) {
      data.put("alternateName", others);
    }
    if (seal != null) {
      data.put("logo", seal);
    }
    if (body.address() != null) {
      Map<String, Object> address = new LinkedHashMap<>();
      address.put("@type", "PostalAddress");
      address.put("streetAddress", body.address().in(language));
      address.put("addressCountry", "TH");
      data.put("address", address);
    }
    List<String> same = new ArrayList<>();
    for (SiteConfig.Channel channel : body.channels()) {
      switch (channel.kind()) {
        case "phone" -> data.putIfAbsent("telephone", channel.value());
        case "fax" -> data.putIfAbsent("faxNumber", channel.value());
        case "email" -> data.putIfAbsent("email", channel.value());
        default -> {
          if (channel.value().matches("(?i)https?://\\S+")) {
            same.add(channel.value());
          }
        }
      }
    }
    if (!same.isEmpty()) {
      data.put("sameAs", same);
    }
    return data;
  }

  private Map<String, Object> website(Map<String, Object> view) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "WebSite");
    data.put("name", config.organization().name().in(language));
    data.put("url", view.get("canonical"));
    data.put("inLanguage", Views.code(language));
    data.put("publisher", Map.of("@id", publisher()));
    return data;
  }

  private Map<String, Object> breadcrumbs(Map<String, Object> view) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Object crumb : (List<?>) view.get("breadcrumbs")) {
      Map<?, ?> known = (Map<?, ?>) crumb;
      step((String) known.get("title"), config.baseUrl().origin() + known.get("url"), steps);
    }
    step((String) view.get("title"), (String) view.get("canonical"), steps);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "BreadcrumbList");
    data.put("itemListElement", steps);
    return data;
  }

  private static void step(String name, String url, List<Map<String, Object>> steps) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("@type", "ListItem");
    step.put("position", steps.size() + 1);
    step.put("name", name);
    step.put("item", url);
    steps.add(step);
  }

  private Map<String, Object> news(Map<String, Object> view, ContentPage post, String picture) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "NewsArticle");
    data.put("headline", post.title());
    if (post.summary() != null) {
      data.put("description", post.summary());
    }
    data.put("datePublished", post.date().toString());
    data.put("dateModified", (post.updated() == null ? post.date() : post.updated()).toString());
    if (picture != null) {
      data.put("image", List.of(picture));
    }
    if (post.topic() != null) {
      data.put("articleSection", post.topic());
    }
    data.put("inLanguage", Views.code(language));
    data.put("mainEntityOfPage", view.get("canonical"));
    data.put("author", Map.of("@id", publisher()));
    data.put("publisher", Map.of("@id", publisher()));
    return data;
  }
}
