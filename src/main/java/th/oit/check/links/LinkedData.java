package th.oit.check.links;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The URLs in data for machines: JSON-LD in the words of schema.org, and the manifest of a web app.
 *
 * <p>Of JSON-LD only those properties count whose values are addresses of pages and files by
 * schema.org's own definitions. A name for a thing ({@code @id}) is a link only where it stands in
 * place of one, as in {@code "item": {"@id": "/news/"}}, and has no fragment; the words of another
 * vocabulary may mean anything, and are passed over, as are URL templates.
 */
final class LinkedData {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Set<String> PROPERTIES =
      Set.of(
          "url",
          "image",
          "logo",
          "photo",
          "thumbnailUrl",
          "contentUrl",
          "embedUrl",
          "downloadUrl",
          "discussionUrl",
          "sameAs",
          "item",
          "target",
          "urlTemplate",
          "mainEntityOfPage",
          "relatedLink",
          "significantLink",
          "archivedAt",
          "hasMap",
          "screenshot");

  private LinkedData() {}

  private record Found(String url, int offset) {}

  /** Reads JSON-LD; what comes before a mistake in it counts all the same. */
  static void jsonLd(String json, StyleSheet.Sink sink) {
    List<Found> found = new ArrayList<>();
    boolean schemaOrg = false;
    Deque<String> names = new ArrayDeque<>();
    int context = 0; // how deep inside of @context
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String name = parser.currentName();
        switch (token) {
          case START_OBJECT, START_ARRAY -> {
            // What an array holds has the name of the array.
            String own = name == null ? names.isEmpty() ? "" : names.peek() : name;
            names.push(own);
            context += context > 0 || own.equals("@context") ? 1 : 0;
          }
          case END_OBJECT, END_ARRAY -> {
            names.pop();
            context -= context > 0 ? 1 : 0;
          }
          case VALUE_STRING -> {
            String outer = names.isEmpty() ? "" : names.peek();
            String property = name == null ? outer : name;
            String text = parser.getText();
            if (context > 0 || property.equals("@context")) {
              if ("@base".equals(name)) {
                return; // relative ones would be relative to something else than the page
              }
              schemaOrg |= isSchemaOrg(text);
            } else if (property.equals("@id")
                ? PROPERTIES.contains(outer) && text.indexOf('#') < 0 && !text.startsWith("_:")
                : PROPERTIES.contains(property) && isAddress(text) && hasParts(text)) {
              found.add(new Found(text, (int) parser.currentTokenLocation().getCharOffset() + 1));
            }
          }
          default -> {
            // holds no URL
          }
        }
      }
    } catch (IOException e) {
      // Not JSON from here on: search engines read no further either, and no link is broken by it.
      schemaOrg &= !found.isEmpty();
    }
    if (schemaOrg) {
      found.forEach(one -> sink.url(one.url, one.offset));
    }
  }

  private static boolean isSchemaOrg(String context) {
    int host = context.indexOf("://");
    return host > 0
        && (context.startsWith("schema.org", host + 3)
            || context.startsWith("www.schema.org", host + 3));
  }

  /** Whether a value can be an address at all, and not the name of a part, nor a URL template. */
  private static boolean isAddress(String text) {
    return !text.isBlank() && text.charAt(0) != '#' && text.indexOf('{') < 0;
  }

  /** Whether a value is more than a word: in data kept by hand, a word stands for its thing. */
  private static boolean hasParts(String text) {
    return text.indexOf('/') >= 0 || text.indexOf('.') >= 0 || text.indexOf(':') >= 0;
  }

  /** Reads the manifest of a web app: where it starts, and its pictures. */
  static void manifest(String json, StyleSheet.Sink sink) {
    Deque<String> names = new ArrayDeque<>();
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> {
            String name = parser.currentName();
            names.push(name == null ? names.isEmpty() ? "" : names.peek() : name);
          }
          case END_OBJECT, END_ARRAY -> names.pop();
          case VALUE_STRING -> {
            String name = parser.currentName();
            String text = parser.getText();
            if (name != null && isAddressIn(names.peek(), name) && isAddress(text)) {
              sink.url(text, (int) parser.currentTokenLocation().getCharOffset() + 1);
            }
          }
          default -> {
            // holds no URL
          }
        }
      }
    } catch (IOException e) {
      // A browser does without a manifest that it cannot read.
      return;
    }
  }

  /** The members of the W3C's Web Application Manifest whose values are fetched or opened. */
  private static boolean isAddressIn(String list, String name) {
    return switch (list) {
      case "" -> name.equals("start_url");
      case "icons", "screenshots" -> name.equals("src");
      case "shortcuts", "related_applications" -> name.equals("url");
      default -> false;
    };
  }
}
