package th.oit.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import th.oit.content.ContentPage;
import th.oit.content.ContentPath;
import th.oit.document.Document;
import th.oit.document.DocumentReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.UrlPath;

/** What the pages say of files: type, size and number of pages. Thread-safe. */
final class Attachments {
  private final Map<String, Path> files;
  private final DocumentReader reader;

  /**
   * @param files by path relative to {@code content/}
   */
  Attachments(Map<String, Path> files, DocumentReader reader) {
    this.files = files;
    this.reader = reader;
  }

  /** A file as a template sees it. */
  record Attachment(Map<String, Object> view) {}

  /**
   * The file that a page names.
   *
   * @param target as written
   * @param href as it stands on the page
   */
  Attachment of(ContentPage page, String target, String href) {
    Map<String, Object> view = new HashMap<>();
    view.put("href", href);
    String bare = UrlPath.decode(target.replaceAll("[?#].*$", ""));
    Optional<Path> file = ContentPath.resolve(page.path(), bare).map(files::get);
    int dot = bare.lastIndexOf('.');
    String extension = dot < 0 ? "" : bare.substring(dot + 1).toUpperCase(Locale.ROOT);
    view.put("type", extension);
    view.put("size", "");
    if (file.isPresent()) {
      Document document = read(file.get());
      view.put("size", size(document.size()));
      if (document.pages() > 0) {
        view.put("pages", document.pages());
      }
    }
    return new Attachment(view);
  }

  private Document read(Path file) {
    try {
      return reader.read(file);
    } catch (IOException e) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "เปิดไฟล์ " + file.getFileName() + " ไม่ได้: " + e.getMessage(),
                  "cannot read " + file.getFileName() + ": " + e.getMessage())
              .at(Source.of(file.toString())));
    }
  }

  /** Sizes as people say them: {@code 820 B}, {@code 24 KB}, {@code 1.3 MB}. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return Math.round(bytes / 1000.0) + " KB";
    }
    long tenths = Math.round(bytes / 100_000.0);
    return tenths / 10 + "." + tenths % 10 + " MB";
  }
}
