package th.oit.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import th.oit.identity.Print;
import th.oit.text.UrlPath;

/**
 * A whole site as it is served. Immutable; its files are found by their exact names alone, so that
 * no path can lead out of it, and letter case counts as it will on the host.
 *
 * @param number from 1, counted up with every edition
 * @param basePath the path below which the site stands; begins and ends with {@code /}
 * @param headers with which its host will send files, by the ending of their names
 * @param files by their path relative to the site's root
 * @param changed the paths at which it differs from the edition before
 */
record Edition(
    int number,
    String basePath,
    Map<String, Map<String, String>> headers,
    Map<String, Held> files,
    Set<String> changed) {
  private static final String INDEX = "index.html";
  private static final String NOT_FOUND = "404.html";

  /** Pages show them, but are the same bytes when these change. */
  private static final Set<String> SHOWN_BY_PAGES =
      Set.of("css", "js", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "woff2");

  /** What stands at an address. */
  sealed interface Answer {
    /** A file; with the status 404 the site's own page for addresses at which nothing stands. */
    record File(int status, String output, Held held) implements Answer {}

    /** It stands elsewhere. */
    record Elsewhere(String address) implements Answer {}

    /** Nothing stands there, and the site has no page to say so. */
    record Nothing() implements Answer {}
  }

  /**
   * What stands at the path of a request.
   *
   * @param path as it came, percent-encoded
   */
  Answer at(String path) {
    String decoded = UrlPath.decode(path);
    if (!decoded.startsWith(basePath)) {
      return decoded.equals("/") || basePath.equals(decoded + "/")
          ? new Answer.Elsewhere(UrlPath.encode(basePath))
          : nothing();
    }
    String output = decoded.substring(basePath.length());
    if (output.isEmpty() || output.endsWith("/")) {
      output += INDEX;
    }
    Held held = files.get(output);
    if (held != null) {
      return new Answer.File(200, output, held);
    }
    return files.containsKey(output + "/" + INDEX)
        ? new Answer.Elsewhere(UrlPath.encode(basePath + output + "/"))
        : nothing();
  }

  private Answer nothing() {
    Held page = files.get(NOT_FOUND);
    return page == null ? new Answer.Nothing() : new Answer.File(404, NOT_FOUND, page);
  }

  /** By which its files are recognised. */
  Map<String, Print> prints() {
    Map<String, Print> prints = new HashMap<>(files.size() * 2);
    files.forEach((output, held) -> prints.put(output, held.print()));
    return prints;
  }

  /** Whether a browser that has the page from the former edition must load it again. */
  boolean isOtherAt(String path, Edition former) {
    return !at(path).equals(former.at(path))
        || changed.stream().anyMatch(output -> SHOWN_BY_PAGES.contains(MediaType.ending(output)));
  }
}
