package th.oit.check.links;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/**
 * A URL taken apart and resolved as a browser does it: the URL Standard of the WHATWG, worked on
 * strings, because {@code java.net.URI} refuses or misreads much of what people write.
 *
 * <p>Path, query and fragment stay as written: percent signs are neither added nor removed, so that
 * a path can be decoded exactly once by whoever looks it up. {@link #toString()} encodes.
 *
 * <p>Differences from the standard: a host with an empty label ({@code www..go.th}) is a fault,
 * since no name server can know it; the query is encoded as UTF-8 whatever the page's charset,
 * since only servers look at it; and letters that came to mean themselves in host names with IDNA
 * 2008 ({@code ß}, {@code ς}) are still written out, as {@code java.net.IDN} does.
 *
 * @param scheme in lower case; null when there is a fault
 * @param userinfo null when none
 * @param host in ASCII and lower case; null for schemes without one, such as {@code mailto}
 * @param port -1 when it is the scheme's own
 * @param path begins with a slash when there is a host, without dot segments; else everything after
 *     the scheme
 * @param query without {@code ?}; null when none
 * @param fragment without {@code #}; null when none
 * @param climbs whether dot segments lead above the root, where a browser stops
 * @param fault why it is no URL; null when it is one
 */
public record WebAddress(
    String scheme,
    String userinfo,
    String host,
    int port,
    String path,
    String query,
    String fragment,
    boolean climbs,
    Fault fault) {

  private static final String FRAGMENT_ESCAPED = " \"<>`";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  /** Why something is no URL. */
  public enum Fault {
    NO_BASE("ไม่มีที่อยู่เว็บไซต์ให้อ้างอิง", "relative, and nothing to resolve it against"),
    NO_HOST("ไม่มีชื่อเว็บไซต์หลัง //", "no host after //"),
    BAD_HOST("ชื่อเว็บไซต์ใช้ไม่ได้", "not a host name"),
    BAD_PORT("หมายเลขพอร์ตใช้ไม่ได้", "not a port number");

    private final Words says;

    Fault(String th, String en) {
      this.says = new Words(th, en);
    }

    public Words says() {
      return says;
    }
  }

  /** Reads an absolute URL. */
  public static WebAddress parse(String raw) {
    return parse(raw, null);
  }

  /**
   * Reads a URL as it stands in an attribute.
   *
   * @param base what relative ones are relative to: an address with a host, or null
   */
  public static WebAddress parse(String raw, WebAddress base) {
    String text = clean(raw);
    int colon = schemeEnd(text);
    if (colon < 0) {
      return base == null ? faulty(Fault.NO_BASE) : relative(text, base);
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    if (!isSpecial(scheme)) {
      return opaque(scheme, rest);
    }
    // "http:plan.pdf" is relative to a base of the same scheme.
    if (base != null && base.scheme.equals(scheme) && slashes(rest) < 2) {
      return relative(rest, base);
    }
    return authority(scheme, rest.substring(slashes(rest)));
  }

  /**
   * Without white space and control characters around it, and without line ends and tabs inside.
   */
  static String clean(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && raw.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && raw.charAt(end - 1) <= ' ') {
      end--;
    }
    StringBuilder out = null;
    for (int i = start; i < end; i++) {
      char c = raw.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r') {
        if (out == null) {
          out = new StringBuilder(end - start).append(raw, start, i);
        }
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? raw.substring(start, end) : out.toString();
  }

  /** Where the colon after a scheme stands; -1 when there is no scheme. */
  static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean later = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isSpecial(String scheme) {
    return scheme.equals("https")
        || scheme.equals("http")
        || scheme.equals("ftp")
        || scheme.equals("ws")
        || scheme.equals("wss");
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "https", "wss" -> 443;
      case "ftp" -> 21;
      default -> 80;
    };
  }

  private static int slashes(String text) {
    int count = 0;
    while (count < text.length() && isSlash(text.charAt(count))) {
      count++;
    }
    return count;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static WebAddress faulty(Fault fault) {
    return new WebAddress(null, null, null, -1, "", null, null, false, fault);
  }

  private static WebAddress opaque(String scheme, String rest) {
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? null : rest.substring(hash + 1);
    String before = hash < 0 ? rest : rest.substring(0, hash);
    int mark = before.indexOf('?');
    return new WebAddress(
        scheme,
        null,
        null,
        -1,
        mark < 0 ? before : before.substring(0, mark),
        mark < 0 ? null : before.substring(mark + 1),
        fragment,
        false,
        null);
  }

  private static WebAddress relative(String text, WebAddress base) {
    int slashes = slashes(text);
    if (slashes >= 2) {
      return authority(base.scheme, text.substring(slashes));
    }
    int pathEnd = pathEnd(text, 0);
    int hash = text.indexOf('#', pathEnd);
    String fragment = hash < 0 ? null : text.substring(hash + 1);
    boolean hasQuery = pathEnd < text.length() && text.charAt(pathEnd) == '?';
    String query = hasQuery ? text.substring(pathEnd + 1, hash < 0 ? text.length() : hash) : null;
    if (pathEnd == 0) {
      String kept = hasQuery ? query : base.query;
      return base.with(base.path, kept, fragment, false);
    }
    Segments segments = new Segments();
    if (slashes == 0) {
      segments.add(base.path, 1, base.path.lastIndexOf('/') + 1, false);
    }
    segments.add(text, slashes, pathEnd, true);
    return base.with(segments.toString(), query, fragment, segments.climbs);
  }

  private WebAddress with(String newPath, String newQuery, String newFragment, boolean above) {
    return new WebAddress(
        scheme, userinfo, host, port, newPath, newQuery, newFragment, above, null);
  }

  /** Where the path ends: at the first question mark or number sign. */
  private static int pathEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '#') {
        return i;
      }
    }
    return text.length();
  }

  private static WebAddress authority(String scheme, String text) {
    int end = 0;
    while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int at = text.lastIndexOf('@', end - 1);
    String userinfo = at < 0 ? null : text.substring(0, at);
    String hostAndPort = text.substring(at + 1, end);
    boolean open = hostAndPort.startsWith("[") && hostAndPort.indexOf(']') < 0;
    int colon = open ? -1 : hostAndPort.indexOf(':', Math.max(0, hostAndPort.indexOf(']')));
    String rawHost = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    if (rawHost.isEmpty()) {
      return faulty(Fault.NO_HOST);
    }
    int port = -1;
    if (colon >= 0 && colon + 1 < hostAndPort.length()) {
      port = port(hostAndPort, colon + 1);
      if (port < 0) {
        return faulty(Fault.BAD_PORT);
      }
      port = port == defaultPort(scheme) ? -1 : port;
    }
    String host = host(rawHost);
    if (host == null) {
      return faulty(Fault.BAD_HOST);
    }
    int pathEnd = pathEnd(text, end);
    Segments segments = new Segments();
    segments.add(text, Math.min(end + 1, pathEnd), pathEnd, true);
    int hash = text.indexOf('#', pathEnd);
    boolean hasQuery = pathEnd < text.length() && text.charAt(pathEnd) == '?';
    return new WebAddress(
        scheme,
        userinfo,
        host,
        port,
        segments.toString(),
        hasQuery ? text.substring(pathEnd + 1, hash < 0 ? text.length() : hash) : null,
        hash < 0 ? null : text.substring(hash + 1),
        segments.climbs,
        null);
  }

  private static int port(String text, int from) {
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      port = port * 10 + c - '0';
      if (port > 65_535) {
        return -1;
      }
    }
    return port;
  }

  /** The host in ASCII; null when it cannot be one. */
  static String host(String raw) {
    if (raw.startsWith("[")) {
      String address = raw.endsWith("]") ? ipv6(raw.substring(1, raw.length() - 1)) : null;
      return address == null ? null : '[' + address + ']';
    }
    String host = UrlPath.decodeAll(raw);
    if (host.indexOf('\u200C') >= 0 || host.indexOf('\u200D') >= 0) {
      return null; // a joiner has a meaning in scripts of India alone; elsewhere it came by pasting
    }
    if (!isAscii(host)) {
      try {
        // Capitals that Unicode got after 2003 are none to java.net.IDN.
        host = IDN.toASCII(withoutInvisible(host).toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    host = host.toLowerCase(Locale.ROOT);
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c <= ' ' || c >= 127 || "#/:<>?@[\\]^|%".indexOf(c) >= 0) {
        return null;
      }
    }
    if (host.isEmpty() || host.charAt(0) == '.' || host.contains("..")) {
      return null;
    }
    if (host.contains("xn--") && !isReadable(host)) {
      return null;
    }
    return endsInNumber(host) ? ipv4(host) : host;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /**
   * Without what the standard takes out of a host, and {@code java.net.IDN} but for a last label.
   */
  private static String withoutInvisible(String host) {
    StringBuilder out = new StringBuilder(host.length());
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c != '\u00AD' && c != '\u200B' && c != '\u2060' && c != '\uFEFF') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether the labels of a host that hold other letters than ASCII ones can be read as such. */
  private static boolean isReadable(String host) {
    for (String label : host.split("\\.")) {
      if (label.startsWith("xn--") && !isReadableLabel(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReadableLabel(String label) {
    String read;
    try {
      read = IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
      if (read.startsWith("xn--")
          || !read.equals(read.toLowerCase(Locale.ROOT))
          || !IDN.toASCII(read, IDN.ALLOW_UNASSIGNED).equals(label)) {
        return false;
      }
    } catch (IllegalArgumentException e) {
      return false;
    }
    // Such as a Thai vowel mark that has lost its letter.
    return read.codePoints().allMatch(Character::isDefined) && !isMark(read.codePointAt(0));
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean endsInNumber(String host) {
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    String last = host.substring(host.lastIndexOf('.', end - 1) + 1, end);
    return number(last) >= 0 || allDigits(last);
  }

  private static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Decimal, octal ({@code 017}) or hexadecimal ({@code 0x0f}); -1 when none of them. */
  private static long number(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    int radix = 10;
    int from = 0;
    if (text.startsWith("0x")) {
      radix = 16;
      from = 2;
    } else if (text.length() > 1 && text.charAt(0) == '0') {
      radix = 8;
      from = 1;
    }
    long value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = Math.min(value * radix + digit, 1L << 40);
    }
    return value;
  }

  /** The usual four numbers; browsers accept fewer, larger and other radixes. */
  private static String ipv4(String host) {
    String text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    long address = 0;
    int count = 0;
    for (int from = 0; from <= text.length(); ) {
      int dot = text.indexOf('.', from);
      boolean last = dot < 0;
      long value = number(text.substring(from, last ? text.length() : dot));
      if (value < 0 || count == 4 || !last && value > 255) {
        return null;
      }
      if (last) {
        int bits = 8 * (4 - count);
        if (value >= 1L << bits) {
          return null;
        }
        address = address << bits | value;
        break;
      }
      address = address << 8 | value;
      count++;
      from = dot + 1;
    }
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /** The usual form of an IPv6 address, without brackets; null when it is none. */
  private static String ipv6(String text) {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      int end = at;
      int value = 0;
      while (end < text.length() && end - at < 4 && hex(text.charAt(end)) >= 0) {
        value = value << 4 | hex(text.charAt(end++));
      }
      if (end < text.length() && text.charAt(end) == '.') {
        // Its last two groups may be written as an IPv4 address, in its usual form alone.
        String tail = text.substring(at);
        if (count > 6 || !tail.equals(ipv4(tail))) {
          return null;
        }
        String[] numbers = tail.split("\\.");
        for (int i = 0; i < 4; i += 2) {
          groups[count++] = Integer.parseInt(numbers[i]) << 8 | Integer.parseInt(numbers[i + 1]);
        }
        break;
      }
      if (end == at || count == 8) {
        return null;
      }
      groups[count++] = value;
      if (end == text.length()) {
        break;
      }
      if (text.charAt(end) != ':' || end + 1 == text.length()) {
        return null;
      }
      at = end + 1;
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      }
    }
    if (gap < 0 ? count != 8 : count == 8) {
      return null;
    }
    int[] all = new int[8];
    for (int i = 0; i < count; i++) {
      all[gap < 0 || i < gap ? i : i + 8 - count] = groups[i];
    }
    return ipv6(all);
  }

  /** The longest run of zeros, when longer than one, is left out. */
  private static String ipv6(int[] groups) {
    int gap = -1;
    int longest = 1;
    for (int from = 0; from < 8; from++) {
      int to = from;
      while (to < 8 && groups[to] == 0) {
        to++;
      }
      if (to - from > longest) {
        gap = from;
        longest = to - from;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        out.append("::");
        i += longest - 1;
        continue;
      }
      if (out.length() > 0 && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }

  /** The value of an ASCII digit of a hexadecimal number; -1 when it is none. */
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  /** Whether it is fetched over HTTP. */
  public boolean isWeb() {
    return host != null && (scheme.equals("https") || scheme.equals("http"));
  }

  /** The same without its fragment, which no server gets to see. */
  public WebAddress withoutFragment() {
    return fragment == null
        ? this
        : new WebAddress(scheme, userinfo, host, port, path, query, null, climbs, fault);
  }

  /** The URL in ASCII, as it goes over the line; empty when there is a fault. */
  @Override
  public String toString() {
    if (fault != null) {
      return "";
    }
    StringBuilder out = new StringBuilder(scheme).append(':');
    if (host == null) {
      encode(out, path, "");
    } else {
      out.append("//");
      if (userinfo != null && !userinfo.isEmpty()) {
        int colon = userinfo.indexOf(':');
        encode(out, colon < 0 ? userinfo : userinfo.substring(0, colon), "\"#<>?^`{}/:;=@[\\]| ");
        if (colon >= 0 && colon + 1 < userinfo.length()) {
          encode(out.append(':'), userinfo.substring(colon + 1), "\"#<>?^`{}/:;=@[\\]| ");
        }
        out.append('@');
      }
      out.append(host);
      if (port >= 0) {
        out.append(':').append(port);
      }
      encode(out, path, " \"#<>?^`{|}");
    }
    if (query != null) {
      encode(out.append('?'), query, " \"#<>'");
    }
    if (fragment != null) {
      encode(out.append('#'), fragment, FRAGMENT_ESCAPED);
    }
    return out.toString();
  }

  /** A fragment as the browser keeps it, and as it looks for it in the page at first. */
  static String encodedFragment(String fragment) {
    for (int i = 0; i < fragment.length(); i++) {
      char c = fragment.charAt(i);
      if (c <= ' ' || c >= 127 || FRAGMENT_ESCAPED.indexOf(c) >= 0) {
        StringBuilder out = new StringBuilder(fragment.length() * 3);
        encode(out, fragment, FRAGMENT_ESCAPED);
        return out.toString();
      }
    }
    return fragment;
  }

  private static void encode(StringBuilder out, String text, String also) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 127 && also.indexOf(c) < 0) {
        out.append(c);
        continue;
      }
      int point = text.codePointAt(i);
      i += Character.charCount(point) - 1;
      boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      String letter = half ? "\uFFFD" : Character.toString(point);
      for (byte b : letter.getBytes(StandardCharsets.UTF_8)) {
        out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
      }
    }
  }

  /** A path being put together segment by segment. */
  private static final class Segments {
    private final StringBuilder path = new StringBuilder();
    private boolean climbs;

    /**
     * Appends the segments of a part of a text.
     *
     * @param closed whether the last segment counts; when not, the part ends with a slash
     */
    void add(String text, int from, int to, boolean closed) {
      int start = from;
      for (int i = from; i <= to; i++) {
        boolean end = i == to;
        if (end && !closed) {
          return;
        }
        if (!end && !isSlash(text.charAt(i))) {
          continue;
        }
        int dots = dots(text, start, i);
        if (dots == 2) {
          pop();
        }
        if (dots == 0) {
          path.append('/').append(text, start, i);
        } else if (end) {
          path.append('/');
        }
        start = i + 1;
      }
    }

    private void pop() {
      if (path.length() == 0) {
        climbs = true;
      } else {
        path.setLength(path.lastIndexOf("/"));
      }
    }

    /** 1 for {@code .}, 2 for {@code ..}, each dot also as {@code %2e}; 0 for all else. */
    private static int dots(String text, int from, int to) {
      int at = from;
      int dots = 0;
      while (at < to) {
        if (text.charAt(at) == '.') {
          at++;
        } else if (text.regionMatches(true, at, "%2e", 0, 3) && at + 3 <= to) {
          at += 3;
        } else {
          return 0;
        }
        if (++dots > 2) {
          return 0;
        }
      }
      return dots;
    }

    @Override
    public String toString() {
      return path.length() == 0 ? "/" : path.toString();
    }
  }
}
