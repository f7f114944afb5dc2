package th.oit.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import th.oit.text.Language;

/** Paths below {@code content/}, with {@code /}, as a page writes them. */
public final class ContentPath {
  private ContentPath() {}

  /** The language that the name of a page's file says: {@code contact.en.md}; empty if none. */
  public static Optional<Language> language(String path) {
    if (!path.endsWith(".md") || path.length() < 7 || path.charAt(path.length() - 6) != '.') {
      return Optional.empty();
    }
    return Language.of(path.substring(path.length() - 5, path.length() - 3));
  }

  /** The path of a page without the language in it: {@code contact.md}. */
  public static String withoutLanguage(String path) {
    return language(path).isEmpty() ? path : path.substring(0, path.length() - 6) + ".md";
  }

  /**
   * The path of a file that a page names relative to itself.
   *
   * @param page the page's path relative to {@code content/}
   * @param target the relative path, decoded, without query or fragment; as Windows writes it, too
   * @return empty when it leads out of the folder
   */
  public static Optional<String> resolve(String page, String target) {
    String slashes = target.replace('\\', '/');
    Deque<String> parts = new ArrayDeque<>();
    int slash = page.lastIndexOf('/');
    if (slash > 0 && !slashes.startsWith("/")) {
      for (String part : page.substring(0, slash).split("/")) {
        parts.addLast(part);
      }
    }
    for (String part : slashes.split("/")) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.pollLast() == null) {
            return Optional.empty();
          }
        }
        default -> parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
