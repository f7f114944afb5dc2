package th.oit.mend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import th.oit.content.ContentPage;
import th.oit.content.ContentPath;
import th.oit.site.SiteBuilder;
import th.oit.text.Folding;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/** What is there for links to lead to, and what a link that leads nowhere was meant for. */
final class Targets {
  private static final Pattern ELSEWHERE = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
  private static final Words SPELLING =
      Words.of(
          "ชื่อไม่ตรงกับที่มีอยู่ทุกตัวอักษร", "not letter for letter the name of what is there");
  private static final Words MOVED = Words.of("ย้ายไปแล้ว", "was moved");
  private static final Words SLASH =
      Words.of("เครื่องหมาย / ขาดหรือเกิน", "a slash too many or too few");

  /** The paths of pages and other files below {@code content/}. */
  private final Set<String> paths;

  /** The addresses of the site, as far as files make them. */
  private final Set<String> addresses = new HashSet<>();

  private final Map<String, List<String>> pathsByKey = new HashMap<>();
  private final Map<String, List<String>> addressesByKey = new HashMap<>();
  private final Map<String, List<String>> pathsByName = new HashMap<>();

  /** The pages that say that they stood at an address before. */
  private final Map<String, Set<String>> pagesByAlias = new HashMap<>();

  private final Supplier<Map<String, String>> history;
  private Map<String, String> renamed;
  private final boolean slashes;

  /**
   * @param paths of all pages and other files below {@code content/}
   * @param history tells from an old path below {@code content/} to a newer one
   * @param slashes whether the address of a folder must end with a slash
   */
  Targets(Set<String> paths, Supplier<Map<String, String>> history, boolean slashes) {
    this.paths = paths;
    this.history = history;
    this.slashes = slashes;
    for (String path : paths) {
      pathsByKey.computeIfAbsent(Folding.nameKey(path), key -> new ArrayList<>()).add(path);
      pathsByName.computeIfAbsent(name(path), key -> new ArrayList<>()).add(path);
      address(SiteBuilder.addressOf(path));
      String[] parts = path.split("/");
      if (parts.length > 2 && parts[0].equals("oit")) {
        address("/oit/" + parts[1] + "/");
      } else if (path.matches("ita/2\\d{3}\\.ya?ml")) {
        address("/ita/" + parts[1].substring(0, 4) + "/");
      }
    }
    address("/");
    address("/news/");
    address("/services/");
  }

  private void address(String address) {
    if (addresses.add(address)) {
      addressesByKey
          .computeIfAbsent(Folding.nameKey(address), key -> new ArrayList<>())
          .add(address);
    }
  }

  /** Notes that a page stood at an address before. */
  void alias(String address, String page) {
    pagesByAlias.computeIfAbsent(folder(address), key -> new HashSet<>()).add(page);
  }

  private static String folder(String address) {
    return address.endsWith("/") ? address : address + "/";
  }

  /**
   * What to write in place of a target that leads nowhere.
   *
   * @param from the path below {@code content/} of the file in which it stands
   * @param written the target as written
   * @param encoded whether a space in it must not stand as it is
   * @return empty when it leads somewhere, or nobody can tell where it was meant to
   */
  Optional<Values.Better> better(String from, String written, boolean encoded) {
    String target = written.strip();
    if (target.isEmpty() || target.indexOf('\\') >= 0 || ELSEWHERE.matcher(target).matches()) {
      return Optional.empty();
    }
    int end = end(target);
    String path = target.substring(0, end);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Optional<Found> found =
        path.startsWith("/") ? onSite(UrlPath.decode(path)) : beside(from, UrlPath.decode(path));
    return found
        .map(
            there ->
                new Values.Better(
                    spelled(there.path(), path, encoded) + target.substring(end), there.why()))
        .filter(better -> !better.value().equals(written));
  }

  private record Found(String path, Words why) {}

  private Optional<Found> onSite(String path) {
    if (addresses.contains(path)) {
      return Optional.empty();
    }
    if (addresses.contains(path + "/")) {
      return slashes ? Optional.of(new Found(path + "/", SLASH)) : Optional.empty();
    }
    if (pagesByAlias.containsKey(folder(path))) {
      return Optional.empty(); // readers are sent on
    }
    String single = path.replaceAll("/{2,}", "/");
    for (String bare : List.of(single, single.replaceFirst("(?<=.)/$", ""), folder(single))) {
      if (addresses.contains(bare)) {
        return Optional.of(new Found(bare, SLASH));
      }
    }
    List<String> alike = addressesByKey.getOrDefault(Folding.nameKey(path), List.of());
    if (alike.isEmpty()) {
      alike = addressesByKey.getOrDefault(Folding.nameKey(folder(path)), List.of());
    }
    if (alike.size() == 1) {
      return Optional.of(new Found(alike.get(0), SPELLING));
    }
    String old = path.substring(1);
    return moved(old).map(there -> new Found(SiteBuilder.addressOf(there), MOVED));
  }

  private Optional<Found> beside(String from, String path) {
    Optional<String> resolved = ContentPath.resolve(from, path);
    if (resolved.isEmpty() || resolved.get().isEmpty()) {
      return Optional.empty();
    }
    String old = resolved.get();
    boolean folder = path.endsWith("/");
    if (folder || paths.contains(old)) {
      return folder && paths.contains(old)
          ? Optional.of(new Found(path.replaceFirst("/+$", ""), SLASH))
          : Optional.empty();
    }
    List<String> alike = pathsByKey.getOrDefault(Folding.nameKey(old), List.of());
    if (alike.size() == 1) {
      return Optional.of(new Found(relative(from, alike.get(0)), SPELLING));
    }
    if (!alike.isEmpty()) {
      return Optional.empty();
    }
    return moved(old)
        .or(() -> ofAlias(old))
        .or(() -> ofName(from, old))
        .map(there -> new Found(relative(from, there), MOVED));
  }

  /** Where git says that a file went. */
  private Optional<String> moved(String old) {
    if (renamed == null) {
      renamed = history.get();
    }
    String at = old;
    Set<String> seen = new HashSet<>();
    while (!paths.contains(at) && seen.add(at) && renamed.containsKey(at)) {
      at = renamed.get(at);
    }
    return at.equals(old) || !paths.contains(at) ? Optional.empty() : Optional.of(at);
  }

  /** The page that says that it stood there before. */
  private Optional<String> ofAlias(String old) {
    if (!old.endsWith(".md")) {
      return Optional.empty();
    }
    Set<String> pages = pagesByAlias.getOrDefault(folder(SiteBuilder.addressOf(old)), Set.of());
    return pages.size() == 1 ? Optional.of(pages.iterator().next()) : Optional.empty();
  }

  /**
   * The only file of that name. Not for items: that another item has a file of the same name makes
   * it no evidence of this one.
   */
  private Optional<String> ofName(String from, String old) {
    String name = name(old);
    List<String> same = pathsByName.getOrDefault(name, List.of());
    return same.size() == 1
            && !name.startsWith("index.")
            && !isOfItem(from)
            && !isOfItem(old)
            && !isOfItem(same.get(0))
        ? Optional.of(same.get(0))
        : Optional.empty();
  }

  private static boolean isOfItem(String path) {
    return path.startsWith("oit/") || ContentPage.Kind.of(path) == ContentPage.Kind.ITEM;
  }

  /** The path of a file as a page names it. */
  private static String relative(String from, String to) {
    List<String> base = new ArrayList<>(List.of(from.split("/")));
    base.remove(base.size() - 1);
    List<String> parts = List.of(to.split("/"));
    int shared = 0;
    while (shared < base.size()
        && shared < parts.size() - 1
        && base.get(shared).equals(parts.get(shared))) {
      shared++;
    }
    return "../".repeat(base.size() - shared)
        + String.join("/", parts.subList(shared, parts.size()));
  }

  /** A path in the manner of what stood there: percent-encoded where that was. */
  private static String spelled(String path, String before, boolean encoded) {
    if (before.indexOf('%') >= 0) {
      return UrlPath.encode(path);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean never = c == '%' || c == '#' || c == '?';
      boolean here = encoded && (Character.isWhitespace(c) || "()<>\\&\"".indexOf(c) >= 0);
      out.append(
          !never && !here
              ? String.valueOf(c)
              : c < 128
                  ? String.format(Locale.ROOT, "%%%02X", (int) c)
                  : UrlPath.encode(String.valueOf(c)));
    }
    String dots = before.startsWith("./") && !path.startsWith("../") ? "./" : "";
    return dots + out;
  }

  private static int end(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) == '?' || target.charAt(i) == '#') {
        return i;
      }
    }
    return target.length();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
