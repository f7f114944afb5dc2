package th.oit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The accessibility rules of axe-core: WCAG 2.2 A and AA, and its best practices. */
final class Axe {
  private static final String SOURCE = read("/axe.min.js");

  /** Every rule of these tags; only the rules about colour see another result in other colours. */
  private static final String ALL =
      "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}";

  private static final String COLOURS =
      "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";

  private Axe() {}

  static String read(String resource) {
    try (InputStream in = Axe.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page's violations by every rule. */
  static List<String> all(Tab tab) {
    return violations(tab, ALL);
  }

  /** The page's violations by the rules that look at colours. */
  static List<String> colours(Tab tab) {
    return violations(tab, COLOURS);
  }

  /** Text whose contrast is below 7:1, or 4.5:1 where it is large. */
  static List<String> enhancedContrast(Tab tab) {
    return violations(tab, "{type: 'rule', values: ['color-contrast-enhanced']}");
  }

  private static List<String> violations(Tab tab, String rules) {
    if (!tab.evaluate("typeof axe").asText().equals("object")) {
      tab.evaluate(SOURCE + "; 0");
    }
    JsonNode found =
        tab.evaluate(
            "axe.run(document, {runOnly: "
                + rules
                + ", resultTypes: ['violations'], preload: false}).then(r => r.violations.map(v =>"
                + " ({id: v.id, nodes: v.nodes.map(n => n.html.slice(0, 160) + ' ' +"
                + " (n.any[0]?.message ?? n.none[0]?.message ?? n.all[0]?.message ?? ''))})))");
    List<String> all = new ArrayList<>();
    for (JsonNode violation : found) {
      JsonNode nodes = violation.path("nodes");
      all.add(
          "axe "
              + violation.path("id").asText()
              + " ("
              + nodes.size()
              + "): "
              + nodes.path(0).asText());
    }
    return all;
  }
}
