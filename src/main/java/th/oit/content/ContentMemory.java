package th.oit.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import th.oit.finding.Findings;
import th.oit.identity.Print;
import th.oit.identity.Stamp;
import th.oit.work.Workers;

/**
 * What was read of {@code content/} the last time: a file that the file system says is as it was is
 * not read again, nor is a page whose data are as they were. A page about which there was anything
 * to say is not kept, so that it is said again.
 *
 * <p>For one reading at a time.
 */
public final class ContentMemory {
  private Map<String, KnownFile> files = Map.of();
  private Map<String, KnownPage> pages = Map.of();

  /**
   * @param stamp null for a file that could not be read
   */
  private record KnownFile(Stamp stamp, Print print) {}

  /**
   * @param data the prints of the data for which the page looked, null for what was not there
   */
  private record KnownPage(Stamp stamp, ContentPage page, Map<String, Print> data) {}

  /** The prints of the files that are no pages. */
  Map<String, Print> files(Map<String, Path> paths, Workers workers) {
    Map<String, KnownFile> known = new HashMap<>(paths.size() * 2);
    List<String> names = List.copyOf(paths.keySet());
    List<KnownFile> found = workers.map(names, name -> file(name, paths.get(name)));
    for (int i = 0; i < found.size(); i++) {
      known.put(names.get(i), found.get(i));
    }
    files = known;
    return known.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, file -> file.getValue().print()));
  }

  private KnownFile file(String name, Path path) {
    try {
      Stamp stamp = Stamp.of(path);
      KnownFile before = files.get(name);
      boolean same = before != null && before.stamp() != null && stamp.isStill(before.stamp());
      return new KnownFile(stamp, same ? before.print() : Print.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      return new KnownFile(null, Print.NONE); // whoever needs it says why it cannot be read
    }
  }

  /** The pages, after {@link #files}. */
  List<ContentPage> pages(
      Path folder,
      List<String> paths,
      Map<String, Path> dataFiles,
      Findings findings,
      Workers workers) {
    List<Optional<KnownPage>> found =
        workers.map(paths, path -> page(folder, path, dataFiles, findings));
    Map<String, KnownPage> known = new HashMap<>(paths.size() * 2);
    for (int i = 0; i < found.size(); i++) {
      String path = paths.get(i);
      found.get(i).filter(page -> page.data() != null).ifPresent(page -> known.put(path, page));
    }
    pages = known;
    return found.stream().flatMap(Optional::stream).map(KnownPage::page).toList();
  }

  private Optional<KnownPage> page(
      Path folder, String path, Map<String, Path> dataFiles, Findings findings) {
    Stamp stamp;
    try {
      stamp = Stamp.of(folder.resolve(path));
    } catch (IOException e) {
      stamp = null; // whoever reads it says why it cannot be read
    }
    KnownPage before = pages.get(path);
    if (before != null && stamp != null && stamp.isStill(before.stamp()) && hasSameData(before)) {
      return Optional.of(before);
    }
    Findings own = new Findings();
    PageReader reader = new PageReader(folder, dataFiles, own);
    Optional<ContentPage> page = reader.read(path);
    findings.addAll(own.sorted());
    if (page.isEmpty()) {
      return Optional.empty();
    }
    if (stamp == null || !own.isEmpty()) {
      return Optional.of(new KnownPage(stamp, page.get(), null));
    }
    Map<String, Print> data = new HashMap<>();
    reader.consulted().forEach(name -> data.put(name, print(name)));
    return Optional.of(new KnownPage(stamp, page.get(), data));
  }

  private boolean hasSameData(KnownPage page) {
    return page.data().entrySet().stream()
        .allMatch(data -> Objects.equals(data.getValue(), print(data.getKey())));
  }

  private Print print(String name) {
    KnownFile file = files.get(name);
    return file == null ? null : file.print();
  }
}
