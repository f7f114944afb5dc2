package th.oit.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import th.oit.finding.Source;
import th.oit.identity.Print;
import th.oit.text.Language;

/**
 * A page as the office wrote it. Immutable.
 *
 * @param file path relative to the site folder, such as {@code content/oit/2567/o14/index.md}
 * @param path path relative to {@code content/}
 * @param summary null when there is none; so are the dates, the department, the reason, the image
 *     and the topic
 * @param language null when the page is in the site's own language
 * @param body the Markdown behind the front matter
 * @param bodyLine lines of the file before the body
 * @param embeds data files placed in the text, by the target as written
 * @param item null unless it is the page of an item
 * @param service null unless it is the page of a service
 * @param oia the kinds of information under the Official Information Act to which it belongs
 * @param aliases old addresses of the page
 * @param history what was changed on the page and when, the newest change first
 * @param keys where each key of the front matter has its value
 * @param front by which all that stands before the body is recognised
 */
public record ContentPage(
    Kind kind,
    String file,
    String path,
    String title,
    String summary,
    LocalDate date,
    LocalDate updated,
    String department,
    Status status,
    String reason,
    LocalDate publish,
    LocalDate expires,
    String image,
    String imageAlt,
    String topic,
    Language language,
    MarkdownText body,
    int bodyLine,
    Map<String, Embed> embeds,
    ItemPart item,
    ServicePart service,
    List<Tag> oia,
    List<Alias> aliases,
    List<Change> history,
    Map<String, Source> keys,
    Print front) {

  /** A path of the site at which the page used to stand, and from which readers are sent on. */
  public record Alias(String path, Source at) {}

  /** What was changed on the page on a day, in words for its readers. */
  public record Change(LocalDate date, String what, Source at) {}

  /** A kind of information under the Official Information Act, as written. */
  public record Tag(String text, Source at) {}

  /** What a page is, by the folder in which it lies. */
  public enum Kind {
    HOME,
    ITEM,
    PAGE,
    NEWS,
    SERVICE,
    /** What somebody wrote for the page on which all services are listed. */
    SERVICES,
    /** What belongs to a score report. */
    REPORT;

    /**
     * What the page at a path is.
     *
     * @param path below {@code content/}
     */
    public static Kind of(String path) {
      if (ContentPath.withoutLanguage(path).equals("index.md")) {
        return HOME;
      }
      if (path.startsWith("oit/")) {
        int depth = path.split("/").length;
        boolean item = depth == 3 || depth == 4 && path.endsWith("/index.md");
        return item && ContentPath.language(path).isEmpty() ? ITEM : PAGE;
      }
      if (path.startsWith("services/")) {
        return ContentPath.withoutLanguage(path).equals("services/index.md") ? SERVICES : SERVICE;
      }
      if (path.startsWith("ita/")) {
        return REPORT;
      }
      return path.startsWith("news/") ? NEWS : PAGE;
    }
  }

  /** The page of a score report to which nobody wrote a text. */
  public static ContentPage ofReport(String file, String path, String title) {
    return new ContentPage(
        Kind.REPORT,
        file,
        path,
        title,
        null,
        null,
        null,
        null,
        Status.PUBLISHED,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        MarkdownText.of(""),
        0,
        Map.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Print.NONE);
  }

  /** Where a key of the front matter stands; the file when it is absent. */
  public Source at(String key) {
    return keys.getOrDefault(key, Source.of(file));
  }

  /**
   * Whether the page is written in a language.
   *
   * @param site the site's own language
   */
  public boolean isIn(Language wanted, Language site) {
    return (language == null ? site : language) == wanted;
  }

  /** Whether the public may see the page on a day. */
  public boolean isOutOn(LocalDate day) {
    return status != Status.DRAFT
        && (publish == null || !publish.isAfter(day))
        && (expires == null || !expires.isBefore(day));
  }
}
