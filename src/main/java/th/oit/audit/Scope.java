package th.oit.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import th.oit.check.links.WebAddress;
import th.oit.text.UrlPath;

/**
 * Which addresses are the site's own, and which of them mean the same. Immutable.
 *
 * <p>A site may be audited at another address than the one under which it is known, as a copy
 * before a move is. Inside of the audit every address has its known form; {@link #toAsk} and {@link
 * #known} translate at the border.
 */
final class Scope {
  /** Parameters that name a visit or where it came from, and not what is shown. */
  private static final Set<String> OF_THE_VISIT =
      Set.of(
          "phpsessid",
          "jsessionid",
          "aspsessionid",
          "sessionid",
          "session_id",
          "sid",
          "oscsid",
          "cfid",
          "cftoken",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "fbclid",
          "gclid");

  private final WebAddress base;
  private final WebAddress asked;
  private final String prefix;
  private final Set<String> hosts = new HashSet<>();

  /**
   * @param asked where the site is opened
   * @param known the address under which it is known; null for the same
   * @param aliases other names of its host
   */
  Scope(WebAddress asked, WebAddress known, List<WebAddress> aliases) {
    this.asked = folder(asked);
    this.base = known == null ? this.asked : folder(known);
    this.prefix = UrlPath.decode(base.path());
    List<WebAddress> names = new ArrayList<>(aliases);
    names.add(base);
    for (WebAddress name : names) {
      hosts.add(authority(name.host(), name.port()));
      String other =
          name.host().startsWith("www.") ? name.host().substring(4) : "www." + name.host();
      hosts.add(authority(other, name.port()));
    }
  }

  private static WebAddress folder(WebAddress address) {
    String path = address.path().substring(0, address.path().lastIndexOf('/') + 1);
    return with(address, path, null);
  }

  private static WebAddress with(WebAddress address, String path, String query) {
    return new WebAddress(
        address.scheme(), null, address.host(), address.port(), path, query, null, false, null);
  }

  private static String authority(String host, int port) {
    return port < 0 ? host : host + ":" + port;
  }

  /** The site's root. */
  WebAddress base() {
    return base;
  }

  /** The decoded path of the site's root; begins and ends with a slash. */
  String prefix() {
    return prefix;
  }

  boolean isOwn(WebAddress address) {
    WebAddress known = known(address);
    return known.isWeb()
        && hosts.contains(authority(known.host(), known.port()))
        && (UrlPath.decode(known.path()) + "/").startsWith(prefix);
  }

  private static boolean isAt(WebAddress address, WebAddress root) {
    return address.isWeb()
        && address.port() == root.port()
        && address.host().equals(root.host())
        && address.path().startsWith(root.path());
  }

  private static WebAddress moved(WebAddress address, WebAddress from, WebAddress to) {
    String path = to.path() + address.path().substring(from.path().length());
    return new WebAddress(
        to.scheme(),
        null,
        to.host(),
        to.port(),
        path,
        address.query(),
        address.fragment(),
        address.climbs(),
        null);
  }

  /** The known form of an address that the network names. */
  WebAddress known(WebAddress address) {
    return asked != base && isAt(address, asked) ? moved(address, asked, base) : address;
  }

  /** The address to ask for. */
  WebAddress toAsk(WebAddress known) {
    WebAddress plain = withoutVisit(known.withoutFragment());
    return asked != base && isAt(plain, base) ? moved(plain, base, asked) : plain;
  }

  /**
   * What equal addresses have in common: own hosts count as one, escapes that mean the same are
   * written the same, and what names only the visit is left out.
   */
  String key(WebAddress address) {
    WebAddress known = withoutVisit(known(address));
    String path = UrlPath.encode(UrlPath.decode(known.path()));
    String host = isOwn(known) ? "" : authority(known.host(), known.port());
    return host + path + (known.query() == null ? "" : "?" + known.query());
  }

  private static WebAddress withoutVisit(WebAddress address) {
    String path = address.path();
    int session = path.toLowerCase(Locale.ROOT).indexOf(";jsessionid=");
    if (session >= 0) {
      int slash = path.indexOf('/', session);
      path = path.substring(0, session) + (slash < 0 ? "" : path.substring(slash));
    }
    String query = address.query();
    if (query != null) {
      StringBuilder kept = new StringBuilder();
      for (String part : query.split("&")) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
        if (!part.isEmpty() && !OF_THE_VISIT.contains(name)) {
          kept.append(kept.length() == 0 ? "" : "&").append(part);
        }
      }
      query = kept.length() == 0 ? null : kept.toString();
    }
    return new WebAddress(
        address.scheme(),
        address.userinfo(),
        address.host(),
        address.port(),
        path,
        query,
        address.fragment(),
        address.climbs(),
        address.fault());
  }
}
