package th.oit.check.links;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import th.oit.text.Folding;
import th.oit.text.NearMatch;
import th.oit.text.ThaiDigits;

/**
 * What somebody most likely meant by a path that is not there.
 *
 * <p>The maps are made when the first link fails, since most trees have none that does.
 * Thread-safe.
 */
final class Suggestions {
  private final Inventory inventory;
  private volatile Maps maps;

  /** How what exists differs from what was written. */
  enum Difference {
    LETTER_CASE,
    UNICODE_FORM,
    HIDDEN_CHARACTER,
    /** Looks different too: another digit, a space, a letter or two. */
    SPELLING,
    /** Same name, other folder. */
    MOVED
  }

  /**
   * @param path a page or file that exists
   */
  record Suggestion(String path, Difference difference) {}

  /**
   * @param digits all digits of the name, as Arabic ones
   */
  private record Child(String name, String digits) {}

  private record Maps(
      Map<String, String> folded,
      Map<String, List<String>> names,
      Map<String, List<Child>> children) {}

  Suggestions(Inventory inventory) {
    this.inventory = inventory;
  }

  Optional<Suggestion> of(String path) {
    Maps known = maps();
    String exact = known.folded.get(Folding.nameKey(path));
    if (exact == null && !path.endsWith("/")) {
      exact = known.folded.get(Folding.nameKey(path + '/'));
    }
    if (exact != null) {
      return Optional.of(new Suggestion(exact, difference(path, exact)));
    }
    String folder = path.isEmpty() || path.endsWith("/") ? path : path + '/';
    for (String index : new String[] {folder + "index.html", folder + "index.htm"}) {
      String there = known.folded.get(Folding.nameKey(index));
      if (there != null) {
        return Optional.of(new Suggestion(there, difference(index, there)));
      }
    }
    String near = near(path, known);
    if (near != null) {
      return Optional.of(new Suggestion(near, Difference.SPELLING));
    }
    List<String> same = known.names.get(Folding.nameKey(name(path)));
    // A name that stands in many folders, such as index.html, says nothing.
    if (same != null && same.size() <= 3) {
      return Optional.of(new Suggestion(same.get(0), Difference.MOVED));
    }
    return Optional.empty();
  }

  private Maps maps() {
    Maps known = maps;
    if (known == null) {
      synchronized (this) {
        known = maps;
        if (known == null) {
          known = read();
          maps = known;
        }
      }
    }
    return known;
  }

  private Maps read() {
    List<String> files = new ArrayList<>(inventory.files());
    Collections.sort(files);
    Map<String, String> folded = new HashMap<>();
    Map<String, List<String>> names = new HashMap<>();
    Map<String, List<Child>> children = new HashMap<>();
    for (String file : files) {
      folded.putIfAbsent(Folding.nameKey(file), file);
      names.computeIfAbsent(Folding.nameKey(name(file)), key -> new ArrayList<>()).add(file);
      children.computeIfAbsent(parent(file), key -> new ArrayList<>()).add(child(file));
    }
    List<String> directories = new ArrayList<>(inventory.directories());
    Collections.sort(directories);
    for (String directory : directories) {
      children.computeIfAbsent(parent(directory), key -> new ArrayList<>()).add(child(directory));
      if (inventory.served(directory + '/') != null) {
        folded.putIfAbsent(Folding.nameKey(directory + '/'), directory + '/');
      }
    }
    return new Maps(folded, names, children);
  }

  private static Child child(String path) {
    String name = name(path);
    return new Child(name, digits(name));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Goes down the path, and where a name is not there takes the nearest of that folder. */
  private String near(String path, Maps known) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    StringBuilder found = new StringBuilder();
    int start = 0;
    while (start <= trimmed.length()) {
      int slash = trimmed.indexOf('/', start);
      int end = slash < 0 ? trimmed.length() : slash;
      String written = trimmed.substring(start, end);
      if (written.isEmpty() && slash >= 0) {
        start = end + 1; // a slash too many
        continue;
      }
      String name = existing(found.toString(), written, known);
      if (name == null) {
        return null;
      }
      found.append(name);
      if (slash < 0) {
        break;
      }
      found.append('/');
      start = end + 1;
    }
    String candidate = found.toString();
    if (inventory.hasDirectory(candidate)) {
      candidate += '/';
    }
    return candidate.equals(path) || inventory.served(candidate) == null ? null : candidate;
  }

  /** The name itself, or the nearest to it in the folder; null when none is near. */
  private String existing(String folder, String written, Maps known) {
    String path = folder + written;
    if (inventory.hasFile(path) || inventory.hasDirectory(path)) {
      return written;
    }
    // Clean addresses are a matter of the host's settings: /plan for plan.html.
    for (String extension : new String[] {".html", ".htm", ".pdf"}) {
      if (inventory.hasFile(path + extension)) {
        return written + extension;
      }
    }
    String digits = digits(written);
    List<String> candidates = new ArrayList<>();
    for (Child child : known.children.getOrDefault(folder, List.of())) {
      // plan-1.pdf is no misspelling of plan-2.pdf, nor is 2566 of 2567. Asked before the costly
      // comparison: a folder may hold thousands of numbered files.
      if (Math.abs(child.name.length() - written.length()) <= 4 && child.digits.equals(digits)) {
        candidates.add(child.name);
      }
    }
    return NearMatch.of(written, candidates).orElse(null);
  }

  private static String digits(String name) {
    String arabic = ThaiDigits.toArabic(name);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < arabic.length(); i++) {
      char c = arabic.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /** What makes two names differ whose folded forms are equal. */
  static Difference difference(String written, String existing) {
    String asked = written.endsWith("/") == existing.endsWith("/") ? written : written + '/';
    if (!only(asked, ' ').equals(only(existing, ' ')) && !spaced(asked).equals(spaced(existing))
        || !only(asked, '0').equals(only(existing, '0'))) {
      return Difference.SPELLING;
    }
    if (lower(asked).equals(lower(existing))) {
      return Difference.LETTER_CASE;
    }
    return lower(visible(asked)).equals(lower(visible(existing)))
        ? Difference.HIDDEN_CHARACTER
        : Difference.UNICODE_FORM;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The text with no-break spaces as plain ones, and nothing but the spaces of it. */
  private static String spaced(String text) {
    return only(text.replace('\u00A0', ' '), ' ');
  }

  /** The slashes of a text, and its white space or its digits as written. */
  private static String only(String text, char kind) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean taken = kind == ' ' ? Character.isWhitespace(c) : Character.isDigit(c);
      if (taken || c == '/') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Folding.isInvisible(c) && c != '\u00A0' && c != ' ') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The first character that takes no room, as {@code U+200B}; empty when there is none. */
  static String hidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Folding.isInvisible(c) || c == '\u00A0') {
        return String.format(Locale.ROOT, "U+%04X", (int) c);
      }
    }
    return "";
  }
}
