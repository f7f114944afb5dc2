package th.oit.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import th.oit.config.SiteConfig;
import th.oit.content.ContentPage;
import th.oit.content.ItemPart;
import th.oit.site.SitePage;
import th.oit.store.Packer;
import th.oit.store.Unpacker;
import th.oit.text.FiscalYear;
import th.oit.text.UrlPath;

/**
 * A placed table as open data, in the words of DCAT for the catalogues of other bodies and in those
 * of schema.org for search engines.
 *
 * @param url where the table stands on its page
 * @param page the address of the page
 * @param issued first day on which it could be seen; null when not said, as {@code modified}
 * @param department who answers for it; null when not said
 * @param period the years that the data are of, as an ISO interval; null when not said
 */
record Dataset(
    String url,
    String title,
    String description,
    String page,
    LocalDate issued,
    LocalDate modified,
    String department,
    String period,
    String language,
    List<String> keywords,
    List<Distribution> distributions) {

  /**
   * A file in which the data go out.
   *
   * @param url absolute
   * @param bytes size of the file
   */
  record Distribution(String url, String type, String mediaType, long bytes) {}

  void pack(Packer out) {
    out.text(url).text(title).text(description).text(page).day(issued).day(modified);
    out.text(department).text(period).text(language).texts(keywords).number(distributions.size());
    for (Distribution file : distributions) {
      out.text(file.url()).text(file.type()).text(file.mediaType()).big(file.bytes());
    }
  }

  static Dataset unpack(Unpacker in) {
    String url = in.text();
    String title = in.text();
    String description = in.text();
    String page = in.text();
    LocalDate issued = in.day();
    LocalDate modified = in.day();
    String department = in.text();
    String period = in.text();
    String language = in.text();
    List<String> keywords = in.texts();
    List<Distribution> distributions = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      distributions.add(new Distribution(in.text(), in.text(), in.text(), in.big()));
    }
    return new Dataset(
        url,
        title,
        description,
        page,
        issued,
        modified,
        department,
        period,
        language,
        keywords,
        distributions);
  }

  /** The data of the tables that a page makes. */
  static List<Dataset> of(SiteConfig config, SitePage page, Body body, Wording words) {
    ContentPage content = page.content();
    String address = config.baseUrl().absolute(UrlPath.encode(page.path()));
    String publisher = config.organization().name().in(words.language());
    List<Dataset> made = new ArrayList<>();
    for (Body.Table table : body.tables()) {
      List<Distribution> distributions = new ArrayList<>();
      for (Body.DataFile file : table.files()) {
        boolean json = file.output().endsWith(".json");
        distributions.add(
            new Distribution(
                config.baseUrl().absolute(UrlPath.encode("/" + file.output())),
                json ? "JSON" : "CSV",
                json ? "application/json" : "text/csv",
                file.bytes().length));
      }
      ItemPart item = content.item();
      String where =
          item == null
              ? content.title()
              : words.get("data-of-item", item.code(), item.year(), content.title());
      List<String> keywords = new ArrayList<>();
      if (item != null) {
        keywords.add("OIT");
        keywords.add(item.code());
        keywords.add(item.year().toString());
      }
      made.add(
          new Dataset(
              address + "#" + UrlPath.encode(table.id()),
              table.title(),
              words.get(
                  "data-description",
                  table.title(),
                  where,
                  publisher,
                  String.join(", ", table.columns())),
              address,
              content.publish() == null ? content.date() : content.publish(),
              content.updated() == null ? content.date() : content.updated(),
              config
                  .department(content.department())
                  .map(department -> department.name().in(words.language()))
                  .orElse(null),
              item == null ? null : interval(item),
              Views.code(words.language()),
              keywords,
              List.copyOf(distributions)));
    }
    return made;
  }

  private static String interval(ItemPart item) {
    List<FiscalYear> years =
        item.periods().isEmpty() ? List.of(item.year()) : item.periods().stream().sorted().toList();
    return years.get(0).firstDay() + "/" + years.get(years.size() - 1).lastDay();
  }

  /** In the words of schema.org. */
  Map<String, Object> inSchemaOrg(SiteConfig config, String publisher) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "Dataset");
    data.put("@id", url);
    data.put("name", title);
    data.put("description", description);
    data.put("url", url);
    data.put("inLanguage", language);
    putDate("datePublished", issued, data);
    putDate("dateModified", modified, data);
    if (config.data().license() != null) {
      data.put("license", config.data().license());
    }
    if (period != null) {
      data.put("temporalCoverage", period);
    }
    if (!keywords.isEmpty()) {
      data.put("keywords", keywords);
    }
    data.put("publisher", Map.of("@id", publisher));
    List<Map<String, Object>> files = new ArrayList<>();
    for (Distribution distribution : distributions) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("@type", "DataDownload");
      file.put("encodingFormat", distribution.mediaType());
      file.put("contentUrl", distribution.url());
      file.put("contentSize", distribution.bytes() + " B");
      files.add(file);
    }
    data.put("distribution", files);
    return data;
  }

  /** In the words of DCAT, with the short names that {@link DataCatalog} explains. */
  Map<String, Object> inDcat(SiteConfig config, Map<String, Object> publisher, String contact) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "dcat:Dataset");
    data.put("@id", url);
    data.put("identifier", url);
    data.put("title", title);
    data.put("description", description);
    putDate("issued", issued, data);
    putDate("modified", modified, data);
    data.put("language", List.of(language));
    data.put("landingPage", page);
    data.put("accessLevel", "public");
    if (config.data().license() != null) {
      data.put("license", config.data().license());
    }
    data.put("publisher", publisher);
    if (contact != null) {
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("@type", "vcard:Organization");
      point.put("fn", department == null ? publisher.get("name") : department);
      point.put("hasEmail", "mailto:" + contact);
      data.put("contactPoint", point);
    }
    if (!keywords.isEmpty()) {
      data.put("keyword", keywords);
    }
    if (period != null) {
      data.put("temporal", period);
    }
    List<Map<String, Object>> files = new ArrayList<>();
    for (Distribution distribution : distributions) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("@type", "dcat:Distribution");
      file.put("title", title + " (" + distribution.type() + ")");
      file.put("downloadURL", distribution.url());
      file.put("accessURL", distribution.url());
      file.put("mediaType", distribution.mediaType());
      file.put("format", distribution.type());
      file.put("byteSize", distribution.bytes());
      if (config.data().license() != null) {
        file.put("license", config.data().license());
      }
      files.add(file);
    }
    data.put("distribution", files);
    return data;
  }

  private static void putDate(String name, LocalDate day, Map<String, Object> data) {
    if (day != null) {
      data.put(name, day.toString());
    }
  }
}
