package th.oit.hosting;

import java.util.Locale;
import java.util.Map;
import th.oit.text.UrlPath;

/**
 * {@code web.config} of IIS 7 and newer. Only sections that every IIS knows: one that it does not
 * know makes every page of the site an error 500.19. Where the redirection module is not installed,
 * IIS passes its section over, and the pages at the old addresses lead on.
 */
final class Iis {
  private static final Map<String, String> TYPES =
      Map.of(
          ".csv", "text/csv; charset=utf-8",
          ".json", "application/json; charset=utf-8",
          ".webp", "image/webp",
          ".woff2", "font/woff2",
          ".svg", "image/svg+xml",
          ".css", "text/css; charset=utf-8",
          ".html", "text/html; charset=utf-8",
          ".js", "text/javascript; charset=utf-8");

  private Iis() {}

  static String file(Hosting hosting) {
    StringBuilder out = new StringBuilder(4096);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        "<!-- oit สร้างไฟล์นี้ใหม่ทุกครั้งที่เผยแพร่ / written anew by oit at every publishing -->\n");
    out.append("<configuration>\n<system.webServer>\n<staticContent>\n");
    TYPES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            type ->
                // What the host knows already must go first, or it refuses the second.
                out.append("<remove fileExtension=\"")
                    .append(type.getKey())
                    .append("\"/>\n<mimeMap fileExtension=\"")
                    .append(type.getKey())
                    .append("\" mimeType=\"")
                    .append(type.getValue())
                    .append("\"/>\n"));
    out.append("<clientCache cacheControlMode=\"DisableCache\"/>\n</staticContent>\n");
    out.append("<httpProtocol>\n<customHeaders>\n<remove name=\"X-Powered-By\"/>\n");
    for (Hosting.Header header : hosting.headers()) {
      header(header.name(), header.value(), out);
    }
    header("Content-Security-Policy", Hosting.POLICY_OF_ALL, out);
    out.append("</customHeaders>\n</httpProtocol>\n");
    out.append("<httpErrors>\n<remove statusCode=\"404\"/>\n<error statusCode=\"404\" path=\"")
        .append(escape(hosting.notFound()))
        .append("\" responseMode=\"File\"/>\n</httpErrors>\n");
    out.append("<urlCompression doStaticCompression=\"true\"/>\n</system.webServer>\n");
    for (String feed : hosting.feeds()) {
      location(feed, out);
      out.append("<staticContent>\n<remove fileExtension=\".xml\"/>\n");
      out.append("<mimeMap fileExtension=\".xml\" mimeType=\"application/atom+xml\"/>\n");
      out.append("</staticContent>\n</system.webServer>\n</location>\n");
    }
    for (String file : hosting.fixed()) {
      location(file, out);
      out.append("<staticContent>\n<clientCache cacheControlMode=\"UseMaxAge\"")
          .append(" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\"/>")
          .append("\n</staticContent>\n</system.webServer>\n</location>\n");
    }
    for (Hosting.Redirect redirect : hosting.redirects()) {
      String from = redirect.from().replaceFirst("/$", "");
      if (!from.isEmpty() && from.chars().noneMatch(c -> "?:\\*\"<>|".indexOf(c) >= 0)) {
        location(from.substring(1) + (isFolder(from) ? "/index.html" : ""), out);
        redirect(hosting, redirect, out);
      }
    }
    return out.append("</configuration>\n").toString();
  }

  /** A page at an old address is a file of its own; its folder may hold pages that stay. */
  private static boolean isFolder(String from) {
    String lower = from.toLowerCase(Locale.ROOT);
    return !lower.endsWith(".html") && !lower.endsWith(".htm");
  }

  private static void redirect(Hosting hosting, Hosting.Redirect redirect, StringBuilder out) {
    String to = hosting.base().link(UrlPath.encode(redirect.to()));
    // A dollar sign would begin a variable of the module.
    out.append("<httpRedirect enabled=\"true\" exactDestination=\"true\"")
        .append(" httpResponseStatus=\"Permanent\" destination=\"")
        .append(escape(to.replace("$", "%24")))
        .append("\"/>\n</system.webServer>\n</location>\n");
  }

  private static void location(String path, StringBuilder out) {
    out.append("<location path=\"").append(escape(path)).append("\">\n<system.webServer>\n");
  }

  private static void header(String name, String value, StringBuilder out) {
    out.append("<remove name=\"").append(name).append("\"/>\n<add name=\"").append(name);
    out.append("\" value=\"").append(escape(value)).append("\"/>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
