package th.oit.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import th.oit.check.links.LiveSite;
import th.oit.check.links.WebAddress;
import th.oit.text.Fingerprint;
import th.oit.text.Folding;
import th.oit.text.UrlPath;

/**
 * The tree into which a live site is fetched, and which address led to which file of it.
 *
 * <p>A file is called what it is called on the host wherever every file system allows that, so that
 * a fetched copy of one of our sites is that site. Pages with the same bytes are kept once. Filled
 * by one thread; read by many when it is full.
 */
final class Mirror implements LiveSite {
  private static final String HOME = "index.html";
  private static final int LONGEST_NAME = 180;

  private final Path root;
  private final Scope scope;
  private final Map<String, Landing> landings = new HashMap<>();
  private final Map<String, WebAddress> addresses = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();
  private final Map<String, String> byContent = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Mirror(Path root, Scope scope) {
    this.root = root;
    this.scope = scope;
    taken.add(HOME);
  }

  Path root() {
    return root;
  }

  // What the checks ask

  @Override
  public boolean isOwn(WebAddress address) {
    return scope.isOwn(address);
  }

  @Override
  public WebAddress addressOf(String file) {
    return addresses.getOrDefault(file, scope.base());
  }

  @Override
  public Landing landing(WebAddress address) {
    return landings.getOrDefault(scope.key(address), Landing.NOT_ASKED);
  }

  /** What a file is called in a report: the path and query of its address, as a person reads it. */
  String shown(String file) {
    return shown.getOrDefault(file, file);
  }

  /** Whether anything is known of an address. */
  boolean knows(String key) {
    return landings.containsKey(key);
  }

  // What the crawl tells

  void lands(String key, Landing landing) {
    landings.put(key, landing);
  }

  /**
   * Keeps a page, unless one with the same text is kept.
   *
   * @param html with a byte order mark where the page itself does not say its charset
   * @return whether it is new
   */
  boolean keepPage(String key, WebAddress from, byte[] html, boolean home) throws IOException {
    String print = Fingerprint.of(html, 64);
    String same = byContent.get(print);
    if (same != null) {
      landings.put(key, Landing.on(same));
      return false;
    }
    String file = home ? HOME : name(from, true);
    byContent.put(print, file);
    write(file, from, html);
    landings.put(key, Landing.on(file));
    return true;
  }

  /** Keeps any other text, such as a style sheet. */
  void keepText(String key, WebAddress from, byte[] text) throws IOException {
    String file = name(from, false);
    write(file, from, text);
    landings.put(key, Landing.on(file));
  }

  /** Where a file that is fetched is to be written; {@link #keepFile} keeps it. */
  Path incoming(int number) throws IOException {
    Path folder = Files.createDirectories(root.resolveSibling("incoming"));
    return folder.resolve(Integer.toString(number));
  }

  /** Keeps a file that was fetched. */
  void keepFile(String key, WebAddress from, Path fetched, String nameForType) throws IOException {
    String file = name(from, false);
    if (nameForType != null && file.indexOf('.', file.lastIndexOf('/') + 1) < 0) {
      file = unique(file + nameForType);
    }
    Path at = root.resolve(file);
    Files.createDirectories(at.getParent());
    Files.move(fetched, at);
    addresses.put(file, from);
    note(file, from);
    landings.put(key, Landing.on(file));
  }

  /** Notes that something opens which nobody looks into; its place in the tree is empty. */
  void keepName(String key, WebAddress from) throws IOException {
    String file = name(from, false);
    write(file, from, new byte[0]);
    landings.put(key, Landing.on(file));
  }

  private void write(String file, WebAddress from, byte[] bytes) throws IOException {
    Path at = root.resolve(file);
    Files.createDirectories(at.getParent());
    Files.write(at, bytes);
    addresses.put(file, from);
    note(file, from);
  }

  private void note(String file, WebAddress from) {
    String path = UrlPath.decode(from.path());
    String own = path.startsWith(scope.prefix()) ? path.substring(scope.prefix().length()) : path;
    String natural = own.isEmpty() || own.endsWith("/") ? own + HOME : own;
    if (from.query() != null) {
      shown.put(file, own + "?" + UrlPath.decode(from.query()));
    } else if (!natural.equals(file) && !file.equals(HOME)) {
      shown.put(file, own);
    }
  }

  // Names

  private String name(WebAddress from, boolean page) {
    String path = UrlPath.decode(from.path());
    String own = path.startsWith(scope.prefix()) ? path.substring(scope.prefix().length()) : "";
    if (own.isEmpty() || own.endsWith("/")) {
      own += HOME;
    }
    StringBuilder name = new StringBuilder();
    for (String segment : own.split("/")) {
      if (!segment.isEmpty()) {
        name.append(name.length() == 0 ? "" : "/").append(safe(segment));
      }
    }
    if (from.query() != null) {
      int dot = name.lastIndexOf(".");
      String query = "@" + safe(UrlPath.decode(from.query()));
      name.insert(dot > name.lastIndexOf("/") ? dot : name.length(), query);
    }
    String lower = name.toString().toLowerCase(Locale.ROOT);
    boolean looksLikePage =
        lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml");
    if (page && !looksLikePage) {
      name.append(".html");
    } else if (!page && looksLikePage) {
      name.append(".seen");
    }
    return unique(name.toString());
  }

  /** A name that no other file has, nor any folder, on any file system. */
  private String unique(String name) {
    String candidate = name;
    for (int i = 2; isTaken(candidate); i++) {
      int dot = name.lastIndexOf('.');
      int slash = name.lastIndexOf('/');
      int at = dot > slash ? dot : name.length();
      candidate = name.substring(0, at) + "~" + i + name.substring(at);
    }
    taken.add(Folding.nameKey(candidate));
    for (int at = candidate.indexOf('/'); at > 0; at = candidate.indexOf('/', at + 1)) {
      taken.add(Folding.nameKey(candidate.substring(0, at)) + "/");
    }
    return candidate;
  }

  private boolean isTaken(String name) {
    if (taken.contains(Folding.nameKey(name)) || taken.contains(Folding.nameKey(name) + "/")) {
      return true;
    }
    for (int at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1)) {
      if (taken.contains(Folding.nameKey(name.substring(0, at)))) {
        return true; // a file stands where a folder would be
      }
    }
    return false;
  }

  /** A segment as a file may be called on Windows too; what is too long is cut. */
  private static String safe(String segment) {
    StringBuilder out = new StringBuilder(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      out.append(c < ' ' || c == 127 || "<>:\"/\\|?*".indexOf(c) >= 0 ? '_' : c);
    }
    int last = out.length() - 1;
    if (last >= 0 && (out.charAt(last) == '.' || out.charAt(last) == ' ')) {
      out.setCharAt(last, '_');
    }
    if (out.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
      return out.toString();
    }
    int dot = out.lastIndexOf(".");
    String extension = dot > 0 && out.length() - dot <= 6 ? out.substring(dot) : "";
    String hash = "~" + Integer.toHexString(segment.hashCode());
    int keep = Math.min(40, out.length() - extension.length());
    return out.substring(0, keep) + hash + extension;
  }
}
