package th.oit.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import th.oit.config.SiteConfig;
import th.oit.config.SiteConfig.Server;

/**
 * What every host is told. Immutable.
 *
 * @param base where the site stands
 * @param redirects old addresses that a host sends on for good
 * @param fixed files that never change, as paths on the site without the leading slash
 * @param feeds Atom feeds, in the same form
 * @param notFound the page for missing addresses, in the same form
 */
public record Hosting(
    SiteConfig.BaseUrl base,
    List<Redirect> redirects,
    List<String> fixed,
    List<String> feeds,
    String notFound) {

  /** How long a browser may keep what never changes: a year, in seconds. */
  static final int YEAR = 31_536_000;

  /** What a browser is told of a file that may change: keep it, but ask before using it. */
  static final String ASK = "no-cache";

  static final String KEEP = "public, max-age=" + YEAR + ", immutable";

  /** The names of files that never change, as a regular expression of the end of their paths. */
  static final String FIXED_NAME = "[.-][0-9a-f]{10}\\.[a-z0-9]+$";

  /**
   * An old address.
   *
   * @param from decoded path on the site, with the leading slash
   * @param to the same, of the page that stands there now
   */
  public record Redirect(String from, String to) {
    /** Both ways of writing the address of a folder; a file has only one. */
    List<String> spellings() {
      String bare = from.endsWith("/") ? from.substring(0, from.length() - 1) : from;
      boolean isFile = bare.endsWith(".html") || bare.endsWith(".htm");
      return bare.isEmpty() || isFile ? List.of(from) : List.of(bare + "/", bare);
    }
  }

  /** A header of HTTP. */
  record Header(String name, String value) {}

  /**
   * What a page may load: everything from its own host alone, no script and no style inside the
   * page.
   */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'self'";

  /** For drawings, which may have styles of their own: some browsers heed it even in an image. */
  public static final String DRAWING_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

  /**
   * For hosts that cannot tell pages from drawings, which may have styles of their own, and from
   * documents, of which a browser's reader of PDFs counts as a plug-in.
   */
  static final String POLICY_OF_ALL =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; media-src 'self';"
          + " manifest-src 'self'; object-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'self'";

  /** The headers of every answer, the policy of pages apart. */
  List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("X-Content-Type-Options", "nosniff"));
    headers.add(new Header("X-Frame-Options", "SAMEORIGIN"));
    headers.add(new Header("Referrer-Policy", "strict-origin-when-cross-origin"));
    headers.add(
        new Header(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    headers.add(new Header("Cross-Origin-Opener-Policy", "same-origin"));
    if (base.scheme().equals("https")) {
      // Not for the hosts below this one, which may be somebody else's and still without https.
      headers.add(new Header("Strict-Transport-Security", "max-age=" + YEAR));
    }
    return headers;
  }

  /** The files that such servers read in the site's folder, by their paths there. */
  public Map<String, String> files(Set<Server> servers) {
    Map<String, String> files = new TreeMap<>();
    for (Server server : servers) {
      switch (server) {
        case APACHE -> files.put(".htaccess", Apache.file(this));
        case IIS -> files.put("web.config", Iis.file(this));
        case NETLIFY -> {
          files.put("_headers", Netlify.headers(this));
          if (!redirects.isEmpty()) {
            files.put("_redirects", Netlify.redirects(this));
          }
        }
        case NGINX -> {
          // nginx reads nothing from the folder that it serves
        }
      }
    }
    return files;
  }

  /** What stands inside the {@code server} block of nginx. */
  public String nginx() {
    return Nginx.file(this);
  }
}
