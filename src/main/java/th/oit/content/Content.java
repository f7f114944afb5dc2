package th.oit.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import th.oit.identity.Print;

/**
 * All of {@code content/} as read.
 *
 * @param pages in the order of their paths
 * @param files everything that is not a page, by its path relative to {@code content/}
 * @param prints by which the content of each of them is recognised; none where nobody wanted to
 *     know
 */
public record Content(
    Path folder, List<ContentPage> pages, Map<String, Path> files, Map<String, Print> prints) {}
