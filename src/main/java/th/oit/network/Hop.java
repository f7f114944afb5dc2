package th.oit.network;

import th.oit.check.links.WebAddress;

/**
 * One redirect on the way.
 *
 * @param status such as 301
 * @param from the address that answered so
 * @param to where it led
 * @param permanent whether the host says that it is for good (301, 308)
 */
public record Hop(int status, WebAddress from, WebAddress to, boolean permanent) {
  static Hop of(int status, WebAddress from, WebAddress to) {
    return new Hop(status, from, to, status == 301 || status == 308);
  }
}
