package th.oit.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import th.oit.check.links.WebAddress;

/**
 * The office's way out to the network.
 *
 * @param http the proxy for {@code http:} addresses; null for none
 * @param https the proxy for {@code https:} addresses; null for none
 * @param except hosts asked directly: a name with all below it, or {@code *} for all
 */
public record ProxySettings(WebAddress http, WebAddress https, List<String> except) {
  /** Everything is asked directly. */
  public static final ProxySettings NONE = new ProxySettings(null, null, List.of());

  public ProxySettings {
    except =
        except.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .toList();
  }

  /** One proxy for everything but the named hosts. */
  public static ProxySettings of(WebAddress proxy, List<String> except) {
    return new ProxySettings(proxy, proxy, except);
  }

  /**
   * Reads {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} in either
   * case, lower case first, as curl does; but {@code HTTP_PROXY} in upper case counts too.
   *
   * @throws IllegalArgumentException with the name of the variable whose value is no address
   */
  public static ProxySettings fromEnvironment(Map<String, String> environment) {
    WebAddress all = proxy(environment, "all_proxy");
    WebAddress http = proxy(environment, "http_proxy");
    WebAddress https = proxy(environment, "https_proxy");
    String except = value(environment, "no_proxy");
    return new ProxySettings(
        http == null ? all : http,
        https == null ? all : https,
        List.of((except == null ? "" : except).split("[,\\s]+")));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      value = environment.get(name.toUpperCase(Locale.ROOT));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static WebAddress proxy(Map<String, String> environment, String name) {
    String value = value(environment, name);
    if (value == null) {
      return null;
    }
    try {
      return address(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name.toUpperCase(Locale.ROOT) + "=" + value, e);
    }
  }

  /**
   * The address of a proxy, such as {@code http://proxy.example.go.th:3128} or without {@code
   * http://}.
   *
   * @throws IllegalArgumentException when it is none that is spoken to over HTTP
   */
  public static WebAddress address(String written) {
    WebAddress address = WebAddress.parse(written.contains("://") ? written : "http://" + written);
    if (address.fault() != null || !address.isWeb() || !address.scheme().equals("http")) {
      throw new IllegalArgumentException("not the address of an HTTP proxy: " + written);
    }
    return address;
  }

  /** The proxy through which an address is asked; null when it is asked directly. */
  WebAddress forAddress(String scheme, String host) {
    for (String name : except) {
      String bare = name.startsWith(".") ? name.substring(1) : name;
      if (name.equals("*") || host.equals(bare) || host.endsWith("." + bare)) {
        return null;
      }
    }
    return scheme.equals("https") ? https : http;
  }
}
