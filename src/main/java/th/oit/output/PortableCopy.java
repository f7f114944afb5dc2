package th.oit.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of a finished site that can be read without a server: opened from a folder, a memory stick
 * or a network drive by a double click.
 *
 * <p>Links that begin at the site's root become relative and name {@code index.html}; marks by
 * which a browser proves what came over a network are left out, since it refuses them on files.
 * What only a server reads is not copied. Everything else is the same, byte for byte.
 */
public final class PortableCopy {
  private static final String ATTRIBUTE_VALUE = "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')";

  /** Comments, and start tags whole. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?s)<!--.*?-->|<([a-zA-Z][a-zA-Z0-9]*)(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>");

  private static final Pattern END_OF_CODE = Pattern.compile("(?i)</(?:script|style)");

  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?<=\\s)(href|src|action|formaction|poster|data|srcset|data-index)"
              + ATTRIBUTE_VALUE);

  private static final Pattern PROOF =
      Pattern.compile(
          "(?i)\\s(?:integrity" + ATTRIBUTE_VALUE + "|crossorigin(?:" + ATTRIBUTE_VALUE + ")?)");

  private static final Pattern FOR_SERVERS =
      Pattern.compile("\\.htaccess|web\\.config|_headers|_redirects");

  private final Path from;
  private final String base;

  private PortableCopy(Path from, String base) {
    this.from = from;
    this.base = base;
  }

  /**
   * Writes the copy.
   *
   * @param from a finished site, whose pages are UTF-8
   * @param to a folder that is new or empty
   * @param base the path under which the site is served, such as {@code /} or {@code /oit/}
   */
  public static void write(Path from, Path to, String base) throws IOException {
    new PortableCopy(from, base).write(to);
  }

  private void write(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        Path name = from.relativize(file);
        if (FOR_SERVERS.matcher(name.toString()).matches()) {
          continue;
        }
        Path copy = to.resolve(name.toString());
        Files.createDirectories(copy.getParent());
        if (name.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
          String page = Files.readString(file);
          Files.writeString(copy, page(page, "../".repeat(name.getNameCount() - 1)));
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /**
   * A page with its links made relative.
   *
   * @param up what leads from the page's folder to the root, such as {@code ../}
   */
  String page(String html, String up) {
    StringBuilder out = new StringBuilder(html.length());
    Matcher markup = MARKUP.matcher(html);
    int done = 0;
    while (markup.find(done)) {
      out.append(html, done, markup.start());
      done = markup.end();
      if (markup.group(1) == null) {
        out.append(markup.group());
        continue;
      }
      out.append(tag(markup.group(), up));
      String name = markup.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("script") || name.equals("style")) {
        Matcher end = END_OF_CODE.matcher(html);
        int next = end.find(done) ? end.start() : html.length();
        out.append(html, done, next);
        done = next;
      }
    }
    return out.append(html, done, html.length()).toString();
  }

  private String tag(String tag, String up) {
    String plain = PROOF.matcher(tag).replaceAll("");
    return LINK.matcher(plain)
        .replaceAll(
            found -> {
              String value = found.group(2) != null ? found.group(2) : found.group(3);
              String quote = found.group(2) != null ? "\"" : "'";
              String made =
                  found.group(1).equalsIgnoreCase("srcset")
                      ? value.replaceAll(
                          "(?<=^|, )" + Pattern.quote(base), Matcher.quoteReplacement(up))
                      : link(value, up);
              return Matcher.quoteReplacement(found.group(1) + "=" + quote + made + quote);
            });
  }

  private String link(String link, String up) {
    if (!link.startsWith(base) || link.startsWith("//")) {
      return link;
    }
    int end = 0;
    while (end < link.length() && link.charAt(end) != '?' && link.charAt(end) != '#') {
      end++;
    }
    String path = link.substring(base.length(), Math.max(end, base.length()));
    String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    return up + file + link.substring(end);
  }
}
