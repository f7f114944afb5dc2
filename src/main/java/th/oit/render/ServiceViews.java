package th.oit.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import th.oit.config.SiteConfig;
import th.oit.content.ContentPage;
import th.oit.content.ServicePart;
import th.oit.finding.Origins;
import th.oit.site.Site;
import th.oit.site.SitePage;
import th.oit.text.Language;
import th.oit.text.UrlPath;

/** The services as the templates see them, in one language. Immutable and thread-safe. */
final class ServiceViews {
  private static final int ON_HOME = 8;

  private final Site site;
  private final Language language;
  private final UnaryOperator<String> link;
  private final List<SitePage> services;

  /**
   * @param link makes what stands in {@code href} of an encoded path of the site
   */
  ServiceViews(Site site, Language language, UnaryOperator<String> link) {
    this.site = site;
    this.language = language;
    this.link = link;
    this.services = site.services(language);
  }

  /** What the home page shows: the featured services, or the first where none is. */
  List<Map<String, Object>> onHome() {
    boolean featured = services.stream().anyMatch(page -> page.content().service().rank() != null);
    return services.stream()
        .filter(page -> !featured || page.content().service().rank() != null)
        .limit(ON_HOME)
        .map(this::entry)
        .toList();
  }

  /** All services by their topics, in the order in which each first has one. */
  List<Map<String, Object>> byTopic() {
    Map<String, List<Map<String, Object>>> topics = new LinkedHashMap<>();
    for (SitePage page : services) {
      String topic = page.content().topic() == null ? "" : page.content().topic();
      topics.computeIfAbsent(topic, t -> new ArrayList<>()).add(entry(page));
    }
    List<Map<String, Object>> views = new ArrayList<>();
    List<Map<String, Object>> others = topics.remove("");
    topics.forEach((topic, entries) -> views.add(Map.of("title", topic, "services", entries)));
    if (others != null) {
      views.add(Map.of("services", others));
    }
    return views;
  }

  private Map<String, Object> entry(SitePage page) {
    ContentPage content = page.content();
    Map<String, Object> view = new HashMap<>();
    view.put("title", content.title());
    view.put("url", link.apply(UrlPath.encode(page.path())));
    view.put("time", content.service().time());
    view.put("fee", content.service().fee());
    view.put("online", content.service().online() != null);
    Views.putIfPresent(view, "summary", content.summary());
    site.config()
        .department(String.valueOf(content.department()))
        .map(SiteConfig.Department::name)
        .ifPresent(name -> view.put("department", name.in(language)));
    return view;
  }

  /**
   * What the page of a service has besides what every page has.
   *
   * @param at where the links before the body come from
   * @param afterBody the same of those behind it
   */
  Map<String, Object> service(
      SitePage page, Attachments attachments, SourceMap.Page at, SourceMap.Page afterBody) {
    ContentPage content = page.content();
    ServicePart part = content.service();
    Map<String, Object> view = new HashMap<>();
    view.put("time", part.time());
    view.put("fee", part.fee());
    Views.putIfPresent(view, "topic", content.topic());
    Views.putIfPresent(view, "who", part.who());
    Views.putIfPresent(view, "place", part.place());
    Views.putIfPresent(view, "hours", part.hours());
    view.put("channels", part.channels());
    view.put("law", part.law());
    if (part.online() != null) {
      String href = site.link(content.path(), part.online().target());
      at.add(Origins.link(href), part.online().at());
      view.put(
          "online", Map.of("href", href, "email", href.regionMatches(true, 0, "mailto:", 0, 7)));
    }
    view.put("documents", part.documents().stream().map(ServiceViews::document).toList());
    view.put("steps", part.steps().stream().map(ServiceViews::step).toList());
    List<Map<String, Object>> forms = new ArrayList<>();
    for (ServicePart.Form form : part.forms()) {
      String target = form.file().target();
      String href = site.link(content.path(), target);
      afterBody.add(Origins.link(href), form.file().at());
      Map<String, Object> shown = attachments.of(content, target, href).view();
      shown.put("title", form.title() == null ? Views.fileName(target) : form.title());
      forms.add(shown);
    }
    view.put("forms", forms);
    return view;
  }

  private static Map<String, Object> document(ServicePart.Document document) {
    Map<String, Object> view = new HashMap<>();
    view.put("name", document.name());
    view.put("copies", document.copies());
    view.put("noCopy", document.noCopy());
    Views.putIfPresent(view, "note", document.note());
    return view;
  }

  private static Map<String, Object> step(ServicePart.Step step) {
    Map<String, Object> view = new HashMap<>();
    view.put("what", step.what());
    Views.putIfPresent(view, "who", step.who());
    Views.putIfPresent(view, "time", step.time());
    return view;
  }
}
