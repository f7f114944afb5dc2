package th.oit.check.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import th.oit.check.links.Suggestions.Suggestion;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.text.NearMatch;
import th.oit.text.UrlPath;

/**
 * Says where a raw link leads, and what is wrong with it.
 *
 * <p>Answers are remembered: for links that mean the same on every page by what was written, for
 * all that fail by the path that is missing. Thread-safe.
 */
final class Judge {
  /** A page with more places than this is made by a machine, and so are its links. */
  private static final int MOST_IDS_COMPARED = 2000;

  private final Inventory inventory;
  private final List<Pattern> ignore;
  private final LinkPolicy policy;
  private final Suggestions suggestions;
  private final WebAddress site;
  private final String sitePath;
  private final boolean secure;
  private final LiveSite live;
  private final Set<String> ownHosts = new HashSet<>();
  private final ConcurrentHashMap<String, Resolution> absolute = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Finding> missing = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Finding> missingPlaces = new ConcurrentHashMap<>();

  /**
   * @param site where the root of the tree is served; null when nobody knows, and then no host is
   *     the site's own
   * @param live what a host has sent, when the tree was fetched from one; null for a tree as it is
   */
  Judge(
      Inventory inventory,
      WebAddress site,
      Collection<String> aliases,
      List<Pattern> ignore,
      LinkPolicy policy,
      LiveSite live) {
    this.inventory = inventory;
    this.live = live;
    this.ignore = ignore;
    this.policy = policy;
    this.secure = site != null && site.scheme().equals("https");
    this.suggestions = new Suggestions(inventory);
    this.site = site == null ? WebAddress.parse("https://site.invalid/") : site;
    String path = this.site.path();
    this.sitePath = UrlPath.decode(path.endsWith("/") ? path : path + '/');
    if (site != null) {
      addOwn(site);
    }
    for (String alias : aliases) {
      addOwn(LinkCheckRequest.aliasAddress(alias));
    }
  }

  private void addOwn(WebAddress address) {
    String host = address.host();
    ownHosts.add(authority(host, address.port()));
    String other = host.startsWith("www.") ? host.substring(4) : "www." + host;
    ownHosts.add(authority(other, address.port()));
  }

  private static String authority(String host, int port) {
    return port < 0 ? host : host + ':' + port;
  }

  /** The URL of a file of the tree. */
  WebAddress addressOf(String page) {
    if (live != null) {
      return live.addressOf(page);
    }
    String path = UrlPath.encode(sitePath + page);
    return new WebAddress(
        site.scheme(), null, site.host(), site.port(), path, null, null, false, null);
  }

  /** What relative links of a page with this {@code <base href>} are relative to. */
  WebAddress base(String page, String href) {
    WebAddress own = addressOf(page);
    WebAddress base = WebAddress.parse(href, own);
    // A base that is no URL, or one without a host, is passed over (HTML standard, 4.2.3).
    return base.fault() == null && base.host() != null ? base : own;
  }

  /** Whether somebody asked not to hear about such a link. */
  boolean isIgnored(String raw) {
    for (Pattern pattern : ignore) {
      if (pattern.matcher(raw).find()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Judges one link but for its fragment, which only the ids of the page it leads to can decide.
   *
   * @param base what the page's relative links are relative to; null for the page itself
   */
  Resolution judge(String raw, String page, WebAddress base) {
    if (base != null || !isSameEverywhere(raw)) {
      return judgeNew(raw, page, base);
    }
    Resolution known = absolute.get(raw);
    if (known == null) {
      known = judgeNew(raw, page, null);
      absolute.put(raw, known);
    }
    return known;
  }

  /** Whether a link means the same on every page without a base: it begins with / or a scheme. */
  private static boolean isSameEverywhere(String raw) {
    if (raw.startsWith("/")) {
      return true;
    }
    int colon = WebAddress.schemeEnd(raw);
    // "http:plan.pdf" is relative
    return colon > 0
        && (raw.startsWith("/", colon + 1) || !raw.regionMatches(true, 0, "http", 0, 4));
  }

  private Resolution judgeNew(String raw, String page, WebAddress base) {
    String text = WebAddress.clean(raw);
    if (isPathOfWindows(text)) {
      return Resolution.wrong(Resolution.Kind.OTHER, null, local(raw));
    }
    if (base == null
        && (text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == '?' && live == null)) {
      int hash = text.indexOf('#');
      return onPage(page, hash < 0 ? null : text.substring(hash + 1), null);
    }
    WebAddress address = WebAddress.parse(text, base == null ? addressOf(page) : base);
    if (address.fault() != null) {
      return Resolution.wrong(Resolution.Kind.OTHER, address, malformed(raw, address.fault()));
    }
    if (!address.isWeb()) {
      return other(raw, text, address);
    }
    if (isOwn(address)) {
      return internal(raw, text, address);
    }
    String host = address.host();
    if (host.equals("http") || host.equals("https")) {
      return Resolution.wrong(Resolution.Kind.OTHER, address, doubledScheme(raw));
    }
    if (isPrivate(host)) {
      return Resolution.wrong(Resolution.Kind.OTHER, address, local(raw));
    }
    if (isTemporaryFile(UrlPath.decode(address.path()))) {
      return Resolution.wrong(Resolution.Kind.OTHER, address, temporary(raw));
    }
    return Resolution.external(address).noting(insecure(raw, address));
  }

  private boolean isOwn(WebAddress address) {
    if (live != null) {
      return live.isOwn(address);
    }
    String host = address.host();
    // A dot at the end says only that nothing is to be put behind the name.
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return ownHosts.contains(authority(name, address.port()))
        || address.port() == site.port() && name.equals(site.host());
  }

  private Resolution other(String raw, String text, WebAddress address) {
    String scheme = address.scheme();
    Finding problem =
        switch (scheme) {
          case "mailto" -> Contacts.mailto(address, raw);
          case "tel" -> Contacts.tel(address, raw);
          case "file" -> local(raw);
          case "ftp", "ws", "wss" -> isPrivate(address.host()) ? local(raw) : null;
          case "javascript", "data", "blob", "about" -> null;
          default ->
              text.startsWith("//", scheme.length() + 1)
                      && NearMatch.of(scheme, List.of("https", "http")).isPresent()
                  ? misspeltScheme(raw, scheme)
                  : null;
        };
    return problem == null
        ? Resolution.PASSED_OVER
        : Resolution.wrong(Resolution.Kind.OTHER, address, problem.about(raw));
  }

  /** The same, where a host was asked. */
  private Resolution landing(String raw, WebAddress address) {
    String path = UrlPath.decode(address.path()).substring(1);
    if (isTemporaryFile(path)) {
      return Resolution.wrong(Resolution.Kind.INTERNAL, address, temporary(raw));
    }
    LiveSite.Landing landing = live.landing(address);
    return switch (landing.kind()) {
      case FILE -> onPage(landing.file(), address.fragment(), address);
      case GONE -> {
        String asked =
            address.query() == null ? path : path + "?" + UrlPath.decode(address.query());
        yield Resolution.wrong(Resolution.Kind.INTERNAL, address, missing(raw, asked));
      }
      case WRONG ->
          Resolution.wrong(Resolution.Kind.INTERNAL, address, landing.problem().about(raw));
      case NOT_ASKED -> Resolution.internal(null, null, address);
    };
  }

  private Resolution internal(String raw, String text, WebAddress address) {
    if (live != null) {
      return address.climbs()
          ? Resolution.wrong(Resolution.Kind.INTERNAL, address, outside(raw, null))
          : landing(raw, address);
    }
    String decoded = UrlPath.decode(address.path());
    String withSlash = decoded + '/';
    if (decoded.startsWith(sitePath) || withSlash.equals(sitePath)) {
      String path =
          decoded.length() < sitePath.length() ? "" : decoded.substring(sitePath.length());
      if (address.climbs()) {
        return Resolution.wrong(Resolution.Kind.INTERNAL, address, outside(raw, path));
      }
      if (isTemporaryFile(path)) {
        return Resolution.wrong(Resolution.Kind.INTERNAL, address, temporary(raw));
      }
      String file = inventory.served(path);
      if (file == null && policy.extensionless() && inventory.hasFile(path + ".html")) {
        file = path + ".html";
      } else if (file != null && !decoded.endsWith("/") && !inventory.hasFile(path)) {
        return onPage(file, address.fragment(), address).noting(slashless(raw, path));
      }
      return file != null
          ? onPage(file, address.fragment(), address).noting(ownInsecure(raw, text, address))
          : Resolution.wrong(Resolution.Kind.INTERNAL, address, missing(raw, path));
    }
    // Another part of the same host: a relative link must not lead there, a full one may.
    boolean relative =
        WebAddress.schemeEnd(text) < 0 && text.charAt(0) != '/' && text.charAt(0) != '\\';
    return relative || address.climbs()
        ? Resolution.wrong(Resolution.Kind.INTERNAL, address, outside(raw, null))
        : Resolution.external(address).noting(insecure(raw, address));
  }

  private static Resolution onPage(String file, String fragment, WebAddress address) {
    if (fragment == null || !HtmlFile.isPage(file)) {
      return Resolution.internal(file, null, address);
    }
    // What follows is an instruction to the browser, such as :~:text=.
    int directive = fragment.indexOf(":~:");
    String place = directive < 0 ? fragment : fragment.substring(0, directive);
    boolean top = place.isEmpty() || place.equalsIgnoreCase("top");
    return Resolution.internal(file, top ? null : place, address);
  }

  /**
   * The same answer once the ids of the page it leads to are known: encoded first, then decoded, as
   * the HTML standard finds the indicated part of a document.
   */
  Resolution withFragment(Resolution resolution, String raw, Set<String> ids) {
    String place = resolution.fragment();
    if (place == null) {
      return resolution;
    }
    String encoded = WebAddress.encodedFragment(place);
    if (ids.contains(encoded)) {
      return resolution;
    }
    String decoded = UrlPath.decodeAll(encoded);
    if (ids.contains(decoded) || decoded.equalsIgnoreCase("top")) {
      return resolution;
    }
    Finding problem =
        missingPlaces.computeIfAbsent(
            resolution.path() + '#' + place, key -> noFragment(resolution.path(), decoded, ids));
    return resolution.with(problem.about(raw));
  }

  // What is local

  /** {@code C:\…}, {@code C:/…} and {@code \\server\…}. */
  private static boolean isPathOfWindows(String text) {
    if (text.startsWith("\\\\")) {
      return true;
    }
    if (text.length() < 3 || text.charAt(1) != ':') {
      return false;
    }
    char drive = text.charAt(0);
    return (drive >= 'a' && drive <= 'z' || drive >= 'A' && drive <= 'Z')
        && (text.charAt(2) == '\\' || text.charAt(2) == '/');
  }

  /** Hosts that nobody outside of the office can reach. */
  static boolean isPrivate(String host) {
    if (host.startsWith("[")) {
      return isPrivateIpv6(host.substring(1, host.length() - 1));
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (name.indexOf('.') < 0) {
      return true; // a name of the office's own network, localhost among them
    }
    char last = name.charAt(name.length() - 1);
    if (last < '0' || last > '9') {
      return name.endsWith(".localhost")
          || name.endsWith(".local")
          || name.endsWith(".lan")
          || name.endsWith(".internal");
    }
    return name.startsWith("127.")
        || name.startsWith("10.")
        || name.startsWith("192.168.")
        || name.startsWith("169.254.")
        || name.startsWith("0.")
        || name.startsWith("172.") && isBetween(name, 16, 31);
  }

  /** The way back, what is known on one wire (fe80::/10) or within one house (fc00::/7). */
  private static boolean isPrivateIpv6(String address) {
    if (address.equals("::1") || address.equals("::")) {
      return true;
    }
    int colon = address.indexOf(':');
    if (address.startsWith("::ffff:")) {
      int low = address.indexOf(':', 7);
      if (low < 0) {
        return false;
      }
      int bits =
          Integer.parseInt(address.substring(7, low), 16) << 16
              | Integer.parseInt(address.substring(low + 1), 16);
      return isPrivate(
          (bits >>> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255));
    }
    int first = colon == 0 ? 0 : Integer.parseInt(address.substring(0, colon), 16);
    return first >> 6 == 0xFE80 >> 6 || first >> 9 == 0xFC00 >> 9;
  }

  private static boolean isBetween(String ipv4, int from, int to) {
    int dot = ipv4.indexOf('.');
    int second = ipv4.indexOf('.', dot + 1);
    if (second < 0 || second - dot > 4) {
      return false;
    }
    int number = 0;
    for (int i = dot + 1; i < second; i++) {
      number = number * 10 + Character.digit(ipv4.charAt(i), 10);
    }
    return number >= from && number <= to;
  }

  /** The shadow that Office keeps beside an open document. */
  private static boolean isTemporaryFile(String path) {
    return path.startsWith("~$", path.lastIndexOf('/') + 1);
  }

  // What to say

  /** The path as a person reads it, from the site's root. */
  private static String shown(String path) {
    return "“/" + path + "”";
  }

  private static String quoted(String raw) {
    return "“" + WebAddress.clean(raw) + "”";
  }

  /** What is wrong with a link that names nothing; null when nobody wants to hear of it. */
  Finding empty(PageLinks.Kind kind, String element, String raw) {
    if (kind == PageLinks.Kind.HYPERLINK) {
      boolean hash = raw != null && raw.indexOf('#') >= 0;
      String th =
          raw == null ? "ลิงก์ไม่มีที่อยู่ปลายทาง" : "ลิงก์ " + quoted(raw) + " ไม่ได้พาไปที่ใด";
      String en =
          raw == null ? "a link without a target" : "the link " + quoted(raw) + " leads nowhere";
      return (hash ? policy.hash() : policy.empty())
          .severity()
          .map(
              severity ->
                  Finding.of(Rule.LINK_EMPTY, th, en)
                      .as(severity)
                      .about(raw)
                      .hint(
                          "ใส่หน้าหรือไฟล์ที่ต้องการให้เปิด ถ้ายังไม่มี ให้เอาลิงก์ออกจนกว่าจะมี",
                          "point it at a page or file; until there is one, take the link away"))
          .orElse(null);
    }
    return Finding.of(
            Rule.LINK_EMPTY,
            "<" + element + "> ไม่ได้ระบุไฟล์ที่จะแสดง",
            "<" + element + "> names no file to load")
        .about(raw)
        .hint("ใส่ชื่อไฟล์ หรือลบออกจากหน้า", "name the file, or take the element away");
  }

  private Finding slashless(String raw, String path) {
    return policy
        .slashless()
        .severity()
        .map(
            severity ->
                Finding.of(
                        Rule.LINK_SLASH,
                        "ลิงก์ "
                            + quoted(raw)
                            + " ชี้ไปที่โฟลเดอร์โดยไม่มี / ปิดท้าย เบราว์เซอร์ต้องขอหน้าสองครั้ง",
                        "the link "
                            + quoted(raw)
                            + " names a folder without the slash at its end; the browser has to"
                            + " ask twice")
                    .as(severity)
                    .about(raw)
                    .hint(
                        "เติม / ให้เป็น " + shown(path + '/'),
                        "add the slash: " + shown(path + '/')))
        .orElse(null);
  }

  private Finding ownInsecure(String raw, String text, WebAddress address) {
    return secure && WebAddress.schemeEnd(text) > 0 ? insecure(raw, address) : null;
  }

  private Finding insecure(String raw, WebAddress address) {
    if (!address.scheme().equals("http")) {
      return null;
    }
    return policy
        .insecure()
        .severity()
        .map(
            severity ->
                Finding.of(
                        Rule.EXTERNAL_INSECURE,
                        "ลิงก์ " + quoted(raw) + " ใช้ http ซึ่งไม่เข้ารหัส",
                        "the link " + quoted(raw) + " goes over plain http")
                    .as(severity)
                    .about(raw)
                    .hint(
                        "ลองเปิดด้วย https:// ถ้าเปิดได้ ให้แก้ลิงก์เป็น https://",
                        "try https://; where that opens, write it"))
        .orElse(null);
  }

  private Finding missing(String raw, String path) {
    Finding known = missing.get(path);
    if (known == null) {
      known = missing(path);
      missing.put(path, known);
    }
    String scheme = forgottenScheme(raw);
    if (scheme != null) {
      known =
          known.hint(
              "ถ้าหมายถึงเว็บไซต์อื่น ให้เขียน " + scheme,
              "if another site is meant, write " + scheme);
    } else if (Contacts.isAddress(WebAddress.clean(raw))) {
      String mail = "mailto:" + WebAddress.clean(raw);
      known =
          known.hint(
              "ถ้าหมายถึงอีเมล ให้เขียน " + mail, "if an e-mail address is meant, write " + mail);
    }
    return known.about(raw);
  }

  /**
   * What was meant by {@code www.example.go.th} and {@code http//example.go.th}; null if nothing.
   */
  private static String forgottenScheme(String raw) {
    String text = WebAddress.clean(raw);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("www.")) {
      return "https://" + text;
    }
    for (String scheme : new String[] {"https", "http"}) {
      if (lower.startsWith(scheme + "//") || lower.startsWith(scheme + ";//")) {
        return scheme + "://" + text.substring(text.indexOf("//") + 2);
      }
    }
    return null;
  }

  private Finding missing(String path) {
    Optional<Suggestion> near = suggestions.of(path);
    if (near.isEmpty() && policy.extensionless()) {
      near = suggestions.of(path + ".html");
    }
    if (near.isEmpty()) {
      Finding finding =
          Finding.of(
              Rule.LINK_NOT_FOUND,
              "ไม่พบ " + shown(path) + " ในเว็บไซต์",
              "there is no " + shown(path) + " in the site");
      String directory = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return inventory.hasDirectory(directory)
          ? finding.hint(
              "มีโฟลเดอร์นี้ แต่ไม่มีหน้า index.html ให้เปิด ให้ลิงก์ไปที่ไฟล์ในโฟลเดอร์โดยตรง",
              "the folder is there, but holds no index.html; link to a file in it")
          : finding.hint(
              "ตรวจชื่อไฟล์ในลิงก์ หรือนำไฟล์มาใส่ในเว็บไซต์ก่อนเผยแพร่",
              "check the name in the link, or add the file to the site");
    }
    String there = shown(near.get().path());
    return switch (near.get().difference()) {
      case LETTER_CASE -> differing(path, there, "ตัวพิมพ์เล็ก-ใหญ่ต่างกัน", "letter case differs");
      case UNICODE_FORM ->
          differing(
              path,
              there,
              "ตัวอักษรดูเหมือนกันแต่รหัสอักขระต่างกัน",
              "the letters look alike, their code points differ");
      case HIDDEN_CHARACTER -> {
        String hidden = Suggestions.hidden(path);
        yield hidden.isEmpty()
            ? differing(
                path,
                there,
                "ชื่อไฟล์จริงมีอักขระที่มองไม่เห็น " + Suggestions.hidden(near.get().path()),
                "the file's name holds the invisible " + Suggestions.hidden(near.get().path()))
            : differing(
                path,
                there,
                "ในลิงก์มีอักขระที่มองไม่เห็น " + hidden,
                "the link holds the invisible " + hidden);
      }
      case SPELLING ->
          Finding.of(
                  Rule.LINK_NOT_FOUND,
                  "ไม่พบ " + shown(path) + " ในเว็บไซต์ แต่มี " + there,
                  "there is no " + shown(path) + " in the site, but there is " + there)
              .hint(
                  "ถ้าหมายถึง " + there + " ให้แก้ลิงก์ให้ตรงกับชื่อนั้น",
                  "if " + there + " is meant, write that");
      case MOVED ->
          Finding.of(
                  Rule.LINK_NOT_FOUND,
                  "ไม่พบ " + shown(path) + " แต่มีไฟล์ชื่อนี้ที่ " + there,
                  "there is no " + shown(path) + ", but a file of that name is at " + there)
              .hint("แก้ลิงก์ให้ชี้ไปที่ " + there, "point the link at " + there);
    };
  }

  private static Finding differing(String path, String there, String th, String en) {
    return Finding.of(
            Rule.LINK_CASE,
            "ไม่พบ " + shown(path) + " ชื่อจริงคือ " + there + " (" + th + ")",
            "there is no " + shown(path) + ", its name is " + there + " (" + en + ")")
        .hint(
            "แก้ลิงก์ให้ตรงทุกตัวอักษรเป็น "
                + there
                + " เปิดได้ใน Windows แต่เปิดไม่ได้บนเครื่องแม่ข่าย",
            "write exactly " + there + ": what opens on Windows does not on the host");
  }

  private static Finding noFragment(String path, String place, Set<String> ids) {
    Finding finding =
        Finding.of(
            Rule.LINK_NO_FRAGMENT,
            "หน้า " + shown(path) + " ไม่มีตำแหน่ง “#" + place + "”",
            "the page " + shown(path) + " has no “#" + place + "”");
    List<String> candidates = new ArrayList<>();
    for (String id : ids) {
      if (ids.size() <= MOST_IDS_COMPARED && Math.abs(id.length() - place.length()) <= 4) {
        candidates.add(id);
      }
    }
    Optional<String> near = NearMatch.of(place, candidates);
    if (near.isPresent()) {
      String id = "“#" + near.get() + "”";
      return finding.hint(
          "ตำแหน่งที่ใกล้เคียงที่สุดในหน้านั้นคือ " + id + " ต้องตรงทุกตัวอักษร",
          "the nearest on that page is " + id + "; every letter counts");
    }
    if (ids.isEmpty()) {
      return finding.hint(
          "หน้านั้นไม่มีตำแหน่งใดให้ลิงก์ ลบ # และข้อความหลัง # ออก หรือเพิ่ม id ในหน้านั้น",
          "that page has no place to link to: drop the # and what follows, or add an id there");
    }
    StringBuilder some = new StringBuilder();
    int count = 0;
    for (String id : ids) {
      some.append(count == 0 ? "#" : ", #").append(id);
      if (++count == 5) {
        some.append(ids.size() > 5 ? " …" : "");
        break;
      }
    }
    return finding.hint("ตำแหน่งที่มีในหน้านั้น: " + some, "that page has: " + some);
  }

  static Finding noMap(String raw, Set<String> maps) {
    Finding finding =
        Finding.of(
                Rule.LINK_NO_FRAGMENT,
                "ไม่มีแผนที่ภาพ <map> ชื่อ " + quoted(raw) + " ในหน้านี้",
                "this page has no <map> named " + quoted(raw))
            .about(raw);
    return maps.isEmpty()
        ? finding
        : finding.hint(
            "ชื่อที่มี: " + String.join(", ", maps), "there are: " + String.join(", ", maps));
  }

  static Finding duplicate(String id) {
    return Finding.of(
            Rule.LINK_DUPLICATE_ID,
            "id “" + id + "” ซ้ำกันในหน้าเดียว ลิงก์จะพาไปที่จุดแรกเสมอ",
            "the id “" + id + "” stands more than once; links lead to the first")
        .about(id)
        .hint("ตั้งชื่อ id ให้ต่างกัน", "give each place an id of its own");
  }

  private Finding outside(String raw, String path) {
    Finding finding =
        Finding.of(
                Rule.LINK_OUTSIDE_SITE,
                "ลิงก์ " + quoted(raw) + " มี ../ มากเกินไป จึงออกไปเหนือโฟลเดอร์ของเว็บไซต์",
                "the link " + quoted(raw) + " climbs above the site's root")
            .about(raw);
    return path != null && inventory.served(path) != null
        ? finding.hint("เขียนเป็น " + shown(path), "write " + shown(path))
        : finding.hint(
            "นับจำนวน ../ ใหม่ หรือเขียนที่อยู่จากหน้าแรก โดยขึ้นต้นด้วย /",
            "count the ../ again, or write the path from the home page, beginning with /");
  }

  private static Finding local(String raw) {
    return Finding.of(
            Rule.LINK_LOCAL_PATH,
            "ลิงก์ "
                + quoted(raw)
                + " ชี้ไปที่เครื่องหรือเครือข่ายภายในของสำนักงาน ประชาชนเปิดไม่ได้",
            "the link "
                + quoted(raw)
                + " points into the office's own machines; nobody outside can open it")
        .about(raw)
        .hint(
            "นำไฟล์มาใส่ในเว็บไซต์ แล้วลิงก์ไปที่ไฟล์ในเว็บไซต์แทน",
            "put the file into the site and link to it there");
  }

  private static Finding temporary(String raw) {
    return Finding.of(
            Rule.LINK_LOCAL_PATH,
            "ลิงก์ " + quoted(raw) + " ชี้ไปที่ไฟล์ชั่วคราวของ Microsoft Office ไม่ใช่เอกสารจริง",
            "the link " + quoted(raw) + " points at a temporary file of Microsoft Office")
        .about(raw)
        .hint(
            "ปิดเอกสารใน Office แล้วลิงก์ไปที่ไฟล์ชื่อเดียวกันที่ไม่มี ~$",
            "close the document in Office, and link to the file without ~$");
  }

  private static Finding malformed(String raw, WebAddress.Fault fault) {
    return Finding.of(
            Rule.LINK_MALFORMED,
            "ลิงก์ " + quoted(raw) + " ไม่ใช่ URL ที่ถูกต้อง: " + fault.says().th(),
            "the link " + quoted(raw) + " is not a URL: " + fault.says().en())
        .about(raw)
        .hint(
            "คัดลอกที่อยู่จากแถบที่อยู่ของเบราว์เซอร์มาวางใหม่",
            "copy the address from the browser's address bar again");
  }

  private static Finding doubledScheme(String raw) {
    return Finding.of(
            Rule.LINK_MALFORMED,
            "ลิงก์ " + quoted(raw) + " มี https:// ซ้ำกัน",
            "the link " + quoted(raw) + " has its https:// twice")
        .about(raw)
        .hint("ลบออกหนึ่งชุด", "take one away");
  }

  private static Finding misspeltScheme(String raw, String scheme) {
    return Finding.of(
            Rule.LINK_MALFORMED,
            "ลิงก์ " + quoted(raw) + " ขึ้นต้นด้วย “" + scheme + "” ซึ่งสะกดผิด",
            "the link " + quoted(raw) + " begins with “" + scheme + "”, which is misspelt")
        .about(raw)
        .hint("แก้เป็น https:// หรือ http://", "write https:// or http://");
  }
}
