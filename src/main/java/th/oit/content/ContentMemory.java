package th.oit.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import th.oit.finding.Findings;
import th.oit.identity.Print;
import th.oit.identity.Stamp;
import th.oit.store.Packer;
import th.oit.store.Unpacker;
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
   * @param packed what it says, when it was unpacked from there; null otherwise
   */
  private record KnownPage(
      Stamp stamp, ContentPage page, Map<String, Print> data, Unpacker.Sealed packed) {}

  /** Remembers nothing. */
  public ContentMemory() {}

  /** Remembers what {@link #pack} has packed of the same folder. */
  public static ContentMemory unpack(Path contentFolder, Unpacker in) {
    ContentMemory memory = new ContentMemory();
    int count = in.number();
    memory.files = new HashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      memory.files.put(in.text(), new KnownFile(in.stamp(), in.print()));
    }
    count = in.number();
    memory.pages = new HashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      String path = in.text();
      Stamp stamp = in.stamp();
      Map<String, Print> data = new HashMap<>();
      for (int j = in.number(); j > 0; j--) {
        data.put(in.text(), in.print());
      }
      Unpacker.Sealed packed = in.sealed();
      memory.pages.put(
          path,
          new KnownPage(stamp, PagePack.unpack(path, contentFolder, packed.open()), data, packed));
    }
    return memory;
  }

  /** Packs what is remembered. */
  public void pack(Packer out) {
    List<Map.Entry<String, KnownFile>> known =
        files.entrySet().stream().filter(file -> file.getValue().stamp() != null).toList();
    out.number(known.size());
    known.forEach(
        file ->
            out.text(file.getKey()).stamp(file.getValue().stamp()).print(file.getValue().print()));
    List<Map.Entry<String, KnownPage>> packable =
        pages.entrySet().stream().filter(page -> PagePack.canPack(page.getValue().page())).toList();
    out.number(packable.size());
    for (Map.Entry<String, KnownPage> entry : packable) {
      KnownPage page = entry.getValue();
      out.text(entry.getKey()).stamp(page.stamp()).number(page.data().size());
      page.data().forEach((path, print) -> out.text(path).print(print));
      if (page.packed() != null) {
        page.packed().into(out);
      } else {
        out.sealed(inner -> PagePack.pack(page.page(), inner));
      }
    }
  }

  /** Whether a page of that name was read before, so that nothing is wrong with the name. */
  boolean knows(String path) {
    return pages.containsKey(path);
  }

  /** Whether the files that are no pages are still as they were when they were read. */
  public boolean isAsRead(Path contentFolder) {
    for (Map.Entry<String, KnownFile> file : files.entrySet()) {
      try {
        Stamp stamp = file.getValue().stamp();
        if (stamp == null || !stamp.isSame(Stamp.of(contentFolder.resolve(file.getKey())))) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }

  /**
   * The prints of the files that are no pages.
   *
   * @param stamps taken now; null for a file that cannot be asked
   */
  Map<String, Print> files(Map<String, Path> paths, Map<String, Stamp> stamps, Workers workers) {
    Map<String, KnownFile> known = new HashMap<>(paths.size() * 2);
    List<String> names = List.copyOf(paths.keySet());
    List<KnownFile> found =
        workers.map(names, name -> file(name, paths.get(name), stamps.get(name)));
    Map<String, Print> prints = new HashMap<>(paths.size() * 2);
    for (int i = 0; i < found.size(); i++) {
      known.put(names.get(i), found.get(i));
      prints.put(names.get(i), found.get(i).print());
    }
    files = known;
    return prints;
  }

  private KnownFile file(String name, Path path, Stamp stamp) {
    try {
      KnownFile before = files.get(name);
      boolean same =
          stamp != null
              && before != null
              && before.stamp() != null
              && stamp.isStill(before.stamp());
      return new KnownFile(stamp, same ? before.print() : Print.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      return new KnownFile(null, Print.NONE); // whoever needs it says why it cannot be read
    }
  }

  /** The pages, after {@link #files}. */
  List<ContentPage> pages(
      Path folder,
      List<String> paths,
      Map<String, Stamp> stamps,
      Map<String, Path> dataFiles,
      Findings findings,
      Workers workers) {
    List<Optional<KnownPage>> found =
        workers.map(paths, path -> page(folder, path, stamps.get(path), dataFiles, findings));
    Map<String, KnownPage> known = new HashMap<>(paths.size() * 2);
    for (int i = 0; i < found.size(); i++) {
      String path = paths.get(i);
      found.get(i).filter(page -> page.data() != null).ifPresent(page -> known.put(path, page));
    }
    pages = known;
    return found.stream().flatMap(Optional::stream).map(KnownPage::page).toList();
  }

  private Optional<KnownPage> page(
      Path folder, String path, Stamp stamp, Map<String, Path> dataFiles, Findings findings) {
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
      return Optional.of(new KnownPage(stamp, page.get(), null, null));
    }
    Map<String, Print> data = new HashMap<>();
    reader.consulted().forEach(name -> data.put(name, print(name)));
    return Optional.of(new KnownPage(stamp, page.get(), data, null));
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
