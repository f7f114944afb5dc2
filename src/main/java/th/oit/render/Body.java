package th.oit.render;

import java.util.List;
import java.util.Map;

/**
 * A page's text as HTML.
 *
 * @param headings in document order
 * @param labels for the ids of the page that have one (headings, placed things), what to call them
 */
record Body(String html, List<Heading> headings, Map<String, String> labels) {
  record Heading(String id, String title, int level) {}
}
