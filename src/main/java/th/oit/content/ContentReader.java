package th.oit.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.identity.Print;
import th.oit.identity.Snapshot;
import th.oit.identity.Stamp;
import th.oit.text.FiscalYear;
import th.oit.work.Workers;

/** Reads the folder {@code content/} of a site. Thread-safe. */
public final class ContentReader {
  /** The folder's name. */
  public static final String FOLDER = "content";

  private static final Set<String> LITTER =
      Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "readme.md");

  /** Copies that editors keep, and what a browser or Word had not finished. */
  private static final Pattern UNFINISHED = Pattern.compile("(?i).*\\.(?:bak|tmp|part|crdownload)");

  private static final Set<String> FOLDERS_OF_PAGES = Set.of("pages", "news", "services");

  /** The text of a score report. */
  private static final Pattern REPORT = Pattern.compile("ita/2[45]\\d\\d\\.md");

  private ContentReader() {}

  /**
   * Reads everything.
   *
   * @throws UnusableInput with everything that cannot be used as given
   */
  public static Content read(Path siteFolder, Workers workers) {
    return read(siteFolder, workers, null);
  }

  /**
   * Reads what has changed since it was last read.
   *
   * @param memory what was read before; afterwards it holds what was read now. Null to read
   *     everything and keep nothing
   * @throws UnusableInput with everything that cannot be used as given
   */
  public static Content read(Path siteFolder, Workers workers, ContentMemory memory) {
    Path folder = siteFolder.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "ไม่พบโฟลเดอร์ content ใน " + siteFolder,
                  "there is no folder 'content' in " + siteFolder)
              .at(Source.of(FOLDER)));
    }
    Map<String, Path> files = new TreeMap<>();
    List<String> pagePaths = new ArrayList<>();
    Map<String, Stamp> stamps = null;
    if (memory == null) {
      walk(folder, pagePaths, files);
    } else {
      stamps = walkForStamps(folder, pagePaths, files);
    }
    Collections.sort(pagePaths);
    Findings findings = new Findings();
    pagePaths.removeIf(
        path -> !(memory != null && memory.knows(path)) && !isInPlace(path, findings));
    List<ContentPage> pages;
    Map<String, Print> prints = Map.of();
    if (memory == null) {
      pages =
          workers
              .map(pagePaths, path -> new PageReader(folder, files, findings).read(path))
              .stream()
              .flatMap(Optional::stream)
              .toList();
    } else {
      prints = memory.files(files, stamps, workers);
      pages = memory.pages(folder, pagePaths, stamps, files, findings, workers);
    }
    if (findings.hasErrors()) {
      throw new UnusableInput(findings.sorted());
    }
    return new Content(folder, pages, Collections.unmodifiableMap(files), prints);
  }

  /**
   * What lies in the folder, unread.
   *
   * @param pages the paths of Markdown files below {@code content/}, sorted, also of those that lie
   *     where no page can
   * @param files all others by their paths
   */
  public record Listing(List<String> pages, Map<String, Path> files) {}

  /** Looks what lies in the folder; nothing when there is none. */
  public static Listing list(Path siteFolder) {
    List<String> pages = new ArrayList<>();
    Map<String, Path> files = new TreeMap<>();
    if (Files.isDirectory(siteFolder.resolve(FOLDER))) {
      walk(siteFolder.resolve(FOLDER), pages, files);
    }
    Collections.sort(pages);
    return new Listing(List.copyOf(pages), Collections.unmodifiableMap(files));
  }

  private static void walk(Path folder, List<String> pages, Map<String, Path> files) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return !dir.equals(folder) && dir.getFileName().toString().startsWith(".")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = file.getFileName().toString();
              // A link of the file system that leads nowhere is as good as no file.
              if (isLitter(name) || attributes.isSymbolicLink() && !Files.isRegularFile(file)) {
                return FileVisitResult.CONTINUE;
              }
              String path = folder.relativize(file).toString().replace('\\', '/');
              if (name.toLowerCase(Locale.ROOT).endsWith(".md")) {
                pages.add(path);
              } else {
                files.put(path, file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UnusableInput unreadable(IOException e) {
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_MISSING,
                "อ่านโฟลเดอร์ content ไม่ได้: " + e.getMessage(),
                "cannot read the folder 'content': " + e.getMessage())
            .at(Source.of(FOLDER)));
  }

  /** Finds the same, and what the file system says of each file. */
  private static Map<String, Stamp> walkForStamps(
      Path folder, List<String> pages, Map<String, Path> files) {
    Snapshot snapshot;
    try {
      snapshot = Snapshot.of(folder);
    } catch (IOException e) {
      throw unreadable(e);
    }
    Map<String, Stamp> stamps = snapshot.files();
    if (!snapshot.isPlain()) {
      stamps = new HashMap<>(stamps);
      for (String path : snapshot.others()) {
        try {
          Path file = folder.resolve(path);
          if (Files.isRegularFile(file)) {
            stamps.put(path, Stamp.of(file));
          }
        } catch (IOException e) {
          continue; // as good as no file
        }
      }
    }
    for (String path : stamps.keySet()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      boolean hidden = path.startsWith(".") || path.contains("/.");
      if (!hidden && !isLitter(name)) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".md")) {
          pages.add(path);
        } else {
          files.put(path, folder.resolve(path));
        }
      }
    }
    return stamps;
  }

  /** Files that programs leave beside the office's own: never published. */
  private static boolean isLitter(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.endsWith("~")
        || UNFINISHED.matcher(name).matches()
        || LITTER.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Reports pages in a folder or under a name that cannot become a URL. */
  private static boolean isInPlace(String path, Findings findings) {
    Source at = Source.of(FOLDER + "/" + path);
    String[] parts = path.split("/");
    boolean known =
        ContentPath.withoutLanguage(path).equals("index.md")
            || parts.length > 1 && FOLDERS_OF_PAGES.contains(parts[0])
            || parts.length > 2 && parts[0].equals("oit")
            || REPORT.matcher(ContentPath.withoutLanguage(path)).matches();
    if (!known) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_NAME,
                  "หน้านี้ไม่ได้อยู่ในโฟลเดอร์ที่กำหนด",
                  "this page lies in no folder that the site knows")
              .at(at)
              .hint(
                  "ย้ายไปไว้ใน content/oit/<ปี>/ content/services/ content/pages/ หรือ content/news/",
                  "move it to content/oit/<year>/, content/services/, content/pages/ or"
                      + " content/news/"));
      return false;
    }
    if (parts[0].equals("oit") && FiscalYear.parse(parts[1]).isEmpty()) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_NAME,
                  "\"" + parts[1] + "\" ไม่ใช่ปีงบประมาณ พ.ศ.",
                  "'" + parts[1] + "' is not a fiscal year of the Buddhist era")
              .at(at)
              .hint(
                  "ตั้งชื่อโฟลเดอร์เป็นปี เช่น content/oit/2567",
                  "name the folder like content/oit/2567"));
      return false;
    }
    for (String part : parts) {
      String bare = ContentPath.withoutLanguage(part);
      String name = bare.endsWith(".md") ? bare.substring(0, bare.length() - 3) : bare;
      if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_NAME,
                    "ชื่อ \"" + part + "\" ใช้เป็นที่อยู่หน้าเว็บไม่ได้",
                    "'" + part + "' cannot be part of a page's URL")
                .at(at)
                .about(part)
                .hint(
                    "ใช้ตัวอักษรอังกฤษพิมพ์เล็ก ตัวเลข และ - เท่านั้น ชื่อไทยใส่ไว้ใน title:",
                    "use lower-case ASCII letters, digits and '-'; the Thai name goes into 'title:'"));
        return false;
      }
    }
    return true;
  }
}
