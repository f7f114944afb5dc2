package th.oit.starter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import th.oit.catalog.Catalog;
import th.oit.catalog.Item;
import th.oit.explain.Example;
import th.oit.text.FiscalYear;

/** A site in which nothing is written yet but what its author has said of the body. */
public final class StarterSite {
  private static final String RESOURCES = "/th/oit/starter/";

  private StarterSite() {}

  /** The text of every file by its path in the site's folder. */
  public static Map<String, String> files(Body body, Catalog catalog) {
    Map<String, String> values = values(body, catalog.year());
    Map<String, String> files = new LinkedHashMap<>();
    put(files, "site-config.yml", "site-config.yml", values);
    put(files, "README.md", "README.md", values);
    put(files, ".gitignore", "gitignore", values);
    put(files, "content/index.md", "index.md", values);
    for (String page :
        List.of("contact", "complaint", "complaint-general", "website-policy", "privacy")) {
      put(files, "content/pages/" + page + ".md", page + ".md", values);
    }
    List<String> departments = body.departments().stream().map(Body.Department::id).toList();
    for (Item item : catalog.items()) {
      files.putAll(Example.toFill(catalog, item, keeper(item, departments), "").texts());
    }
    files.putAll(EditorFiles.texts());
    files.put(".github/workflows/oit.yml", Template.fill("/ci/github-actions.yml", Map.of()));
    files.put(".gitlab-ci.yml", Template.fill("/ci/gitlab-ci.yml", Map.of()));
    return files;
  }

  private static void put(
      Map<String, String> files, String path, String template, Map<String, String> values) {
    files.put(path, Template.fill(RESOURCES + template, values));
  }

  /** The department that usually keeps such an item: money and purchases are those of finance. */
  static String keeper(Item item, List<String> departments) {
    boolean money =
        item.topics().stream()
            .anyMatch(topic -> topic.startsWith("procurement-") || topic.startsWith("budget-"));
    return money && departments.contains("finance") ? "finance" : departments.get(0);
  }

  private static Map<String, String> values(Body body, FiscalYear year) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", body.name());
    values.put("short", body.shortName());
    values.put("name-quoted", Template.quoted(body.name()));
    values.put("short-quoted", Template.quoted(body.shortName()));
    values.put("place", body.place());
    values.put(
        "address",
        body.place().isEmpty()
            ? "  # address: {th: เลขที่ หมู่ ตำบล อำเภอ จังหวัด รหัสไปรษณีย์}"
            : "  address:\n    th: "
                + Template.quoted(body.place())
                + "   # เติมเลขที่ หมู่ที่ และรหัสไปรษณีย์");
    values.put("name-yaml", body.name().replace("'", "''"));
    values.put("short-yaml", body.shortName().replace("'", "''"));
    values.put("base-url-quoted", Template.quoted(body.baseUrl()));
    values.put("year", year.toString());
    values.put("next-year", Integer.toString(year.number() + 1));
    values.put("channels", channels(body));
    values.put("contact-channels", contact(body));
    values.put("department", body.departments().get(0).id());
    values.put(
        "departments",
        body.departments().stream()
            .map(d -> "  - id: " + d.id() + "\n    name: " + Template.quoted(d.name()) + "\n")
            .collect(Collectors.joining())
            .stripTrailing());
    return values;
  }

  private static String channels(Body body) {
    if (body.phone().isEmpty() && body.email().isEmpty()) {
      return """
          # channels:
            #   - {kind: phone, label: โทรศัพท์, value: 'หมายเลขกลาง'}
            #   - {kind: email, label: อีเมลกลาง, value: 'ที่อยู่อีเมล'}""";
    }
    StringBuilder out = new StringBuilder("channels:");
    if (!body.phone().isEmpty()) {
      out.append("\n    - {kind: phone, label: โทรศัพท์, value: ");
      out.append(Template.quoted(body.phone())).append('}');
    }
    if (!body.email().isEmpty()) {
      out.append("\n    - {kind: email, label: อีเมลกลาง, value: ");
      out.append(Template.quoted(body.email())).append('}');
    }
    return out.toString();
  }

  private static String contact(Body body) {
    StringBuilder out = new StringBuilder();
    if (!body.phone().isEmpty()) {
      out.append("- โทรศัพท์ [").append(body.phone()).append("](tel:");
      out.append(body.phone().replaceAll("[^0-9+]", "")).append(")\n");
    }
    if (!body.email().isEmpty()) {
      out.append("- อีเมล <").append(body.email()).append(">\n");
    }
    return out.length() == 0
        ? "<!-- ใส่หมายเลขโทรศัพท์และอีเมลที่นี่ เช่น - โทรศัพท์ [หมายเลข](tel:หมายเลขติดกัน) -->"
        : out.toString().stripTrailing();
  }
}
