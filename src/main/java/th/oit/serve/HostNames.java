package th.oit.serve;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names under which this server may be asked.
 *
 * <p>A page of a stranger can make its own host name mean this machine, and then read everything
 * that is served here (DNS rebinding); the browser then still sends that name. Numbers cannot be
 * made to mean anything else, so these are good wherever the server listens beyond this machine.
 */
final class HostNames {
  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]{2,45}]");

  private final Set<String> names = new TreeSet<>(OWN);
  private final boolean numbers;

  /**
   * @param host where the server listens
   */
  HostNames(String host) {
    names.add(host.toLowerCase(Locale.ROOT));
    numbers = !OWN.contains(host);
  }

  /**
   * Whether a request may be answered.
   *
   * @param header {@code Host} as it came, with a port perhaps; null when there was none
   */
  boolean isOurs(String header) {
    if (header == null) {
      return false;
    }
    String host = header.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
    return names.contains(host) || numbers && NUMBER.matcher(host).matches();
  }

  /**
   * Whether what a page of this origin asks for may be given to it.
   *
   * @param origin {@code Origin} as it came; null when there was none, as for a page's own files
   * @param host {@code Host} as it came
   */
  boolean isOurOrigin(String origin, String host) {
    return origin == null || origin.equalsIgnoreCase("http://" + host) && isOurs(host);
  }
}
