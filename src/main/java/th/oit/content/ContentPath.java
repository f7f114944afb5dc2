package th.oit.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths below {@code content/}, with {@code /}, as a page writes them. */
public final class ContentPath {
  private ContentPath() {}

  /**
   * The path of a file that a page names relative to itself.
   *
   * @param page the page's path relative to {@code content/}
   * @param target the relative path, decoded, without query or fragment
   * @return empty when it leads out of the folder
   */
  public static Optional<String> resolve(String page, String target) {
    Deque<String> parts = new ArrayDeque<>();
    int slash = page.lastIndexOf('/');
    if (slash > 0 && !target.startsWith("/")) {
      for (String part : page.substring(0, slash).split("/")) {
        parts.addLast(part);
      }
    }
    for (String part : target.split("/")) {
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
