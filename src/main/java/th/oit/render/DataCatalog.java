package th.oit.render;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import th.oit.config.SiteConfig;
import th.oit.text.Language;

/**
 * {@code data.json}: the catalogue of the site's open data.
 *
 * <p>JSON-LD in the words of DCAT (<a href="https://www.w3.org/TR/vocab-dcat-3/">W3C</a>), with
 * names chosen so that a harvester that knows nothing of JSON-LD finds what it looks for in plain
 * JSON, as the one of CKAN does.
 */
final class DataCatalog {
  static final String OUTPUT = "data.json";

  private DataCatalog() {}

  static byte[] of(SiteConfig config, Collection<Dataset> datasets) {
    Language language = config.language();
    String name = config.organization().name().in(language);
    String home = config.baseUrl().absolute("/");
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@type", "foaf:Agent");
    publisher.put("@id", home + "#organization");
    publisher.put("name", name);
    publisher.put("homepage", home);
    String contact = contact(config);
    if (contact != null) {
      publisher.put("mbox", "mailto:" + contact);
    }
    Map<String, Object> catalog = new LinkedHashMap<>();
    catalog.put("@context", context());
    catalog.put("@id", home + OUTPUT);
    catalog.put("@type", "dcat:Catalog");
    catalog.put("title", name);
    catalog.put("description", name);
    catalog.put("homepage", home);
    catalog.put("language", List.of(Views.code(language)));
    datasets.stream()
        .map(Dataset::modified)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .ifPresent(day -> catalog.put("modified", day.toString()));
    if (config.data().license() != null) {
      catalog.put("license", config.data().license());
    }
    catalog.put("publisher", publisher);
    catalog.put(
        "dataset",
        datasets.stream().map(dataset -> dataset.inDcat(config, publisher, contact)).toList());
    return Json.text(catalog).getBytes(StandardCharsets.UTF_8);
  }

  /** The address for questions: the one for data, else the body's own; null when there is none. */
  private static String contact(SiteConfig config) {
    return config.data().contact() != null
        ? config.data().contact()
        : config.organization().channels().stream()
            .filter(channel -> channel.kind().equals("email"))
            .map(channel -> channel.value().strip())
            .findFirst()
            .orElse(null);
  }

  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("dcat", "http://www.w3.org/ns/dcat#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    for (String term :
        new String[] {"title", "description", "identifier", "language", "publisher", "format"}) {
      context.put(term, "dct:" + term);
    }
    for (String term :
        new String[] {"dataset", "distribution", "keyword", "contactPoint", "mediaType"}) {
      context.put(term, "dcat:" + term);
    }
    context.put("name", "foaf:name");
    context.put("fn", "vcard:fn");
    context.put("accessLevel", "dct:accessRights");
    context.put("temporal", "dct:temporal");
    typed("homepage", "foaf:homepage", "@id", context);
    typed("mbox", "foaf:mbox", "@id", context);
    typed("license", "dct:license", "@id", context);
    typed("landingPage", "dcat:landingPage", "@id", context);
    typed("downloadURL", "dcat:downloadURL", "@id", context);
    typed("accessURL", "dcat:accessURL", "@id", context);
    typed("hasEmail", "vcard:hasEmail", "@id", context);
    typed("issued", "dct:issued", "xsd:date", context);
    typed("modified", "dct:modified", "xsd:date", context);
    typed("byteSize", "dcat:byteSize", "xsd:nonNegativeInteger", context);
    return context;
  }

  private static void typed(String term, String id, String type, Map<String, Object> context) {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("@id", id);
    definition.put("@type", type);
    context.put(term, definition);
  }
}
