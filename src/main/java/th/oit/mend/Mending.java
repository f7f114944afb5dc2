package th.oit.mend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import th.oit.content.ContentPage;
import th.oit.content.ContentReader;
import th.oit.content.FrontMatter;
import th.oit.content.LinkPlace;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.schema.Scalar;
import th.oit.schema.Schema;
import th.oit.schema.Shape;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;

/**
 * What can be mended in the files of a site, found out without changing any.
 *
 * <p>A file that is not UTF-8, or whose YAML cannot be read, is passed over. Not thread-safe.
 */
public final class Mending {
  private static final String CONFIG = "site-config.yml";
  private static final String CONTENT = ContentReader.FOLDER + "/";

  private final Path folder;
  private final Predicate<String> chosen;
  private final Targets targets;
  private final Map<String, Schema> schemas = new TreeMap<>();
  private final ContentReader.Listing listing;
  private final Map<FileText, List<Mend>> byFile =
      new TreeMap<>(Comparator.comparing(FileText::name));

  private Mending(
      Path folder,
      Predicate<String> chosen,
      Supplier<Map<String, String>> renamed,
      boolean slashes,
      ContentReader.Listing listing) {
    this.folder = folder;
    this.chosen = chosen;
    this.listing = listing;
    Set<String> paths = new HashSet<>(listing.pages());
    paths.addAll(listing.files().keySet());
    this.targets = new Targets(paths, renamed, slashes);
  }

  /**
   * Looks through the files of a site.
   *
   * @param folder the folder that holds {@code site-config.yml}
   * @param chosen the files to look through, by their paths below the folder
   * @param renamed tells from the old path of a file below {@code content/} to a newer one; asked
   *     only when a link leads nowhere
   * @param slashes whether the address of a folder must end with a slash
   * @throws IOException when a file cannot be read
   */
  public static Mending of(
      Path folder, Predicate<String> chosen, Supplier<Map<String, String>> renamed, boolean slashes)
      throws IOException {
    Mending mending = new Mending(folder, chosen, renamed, slashes, ContentReader.list(folder));
    mending.look();
    return mending;
  }

  private Optional<Schema> schema(String name) {
    return Optional.of(schemas.computeIfAbsent(name, n -> Schema.of(n).orElseThrow()));
  }

  private void look() throws IOException {
    for (String page : listing.pages()) {
      aliases(page);
    }
    if (chosen.test(CONFIG) && Files.isRegularFile(folder.resolve(CONFIG))) {
      data(folder.resolve(CONFIG), CONFIG, "index.md", schema("site-config"));
    }
    for (String page : listing.pages()) {
      if (chosen.test(CONTENT + page)) {
        page(page);
      }
    }
    for (Map.Entry<String, Path> file : listing.files().entrySet()) {
      String path = file.getKey();
      if (chosen.test(CONTENT + path) && (path.endsWith(".yml") || path.endsWith(".yaml"))) {
        data(file.getValue(), CONTENT + path, path, null);
      }
    }
  }

  // Where pages stood before.

  private void aliases(String page) throws IOException {
    Optional<FileText> file = read(folder.resolve(CONTENT + page), CONTENT + page);
    if (file.isEmpty() || !file.get().text().contains("aliases:")) {
      return;
    }
    Optional<YamlNode> front = front(file.get()).flatMap(f -> yaml(f.yaml(), file.get().name(), 1));
    if (front.isPresent()
        && front.get() instanceof YamlNode.Mapping keys
        && keys.entries().containsKey("aliases")) {
      Shape.anyText()
          .visit(
              keys.entries().get("aliases").value(),
              (scalar, written) -> targets.alias(written.text().strip(), page));
    }
  }

  // Pages.

  private void page(String page) throws IOException {
    String name = CONTENT + page;
    Optional<FileText> found = read(folder.resolve(name), name);
    Optional<FrontMatter> split = found.flatMap(Mending::front);
    if (split.isEmpty()) {
      return;
    }
    FileText file = found.get();
    List<Mend> mends = new ArrayList<>();
    if (!split.get().yaml().isBlank()) {
      mends.addAll(
          values(file, split.get().yaml(), FrontMatter.LINES_BEFORE, page, schemaOf(page)));
    }
    mends.addAll(links(file, split.get(), page));
    keep(file, mends);
  }

  private static Optional<FrontMatter> front(FileText file) {
    return FrontMatter.of(file.text());
  }

  private Optional<Schema> schemaOf(String page) {
    return schema(
        switch (ContentPage.Kind.of(page)) {
          case HOME -> "front-matter-home";
          case ITEM -> "front-matter-item";
          case NEWS -> "front-matter-news";
          case SERVICE -> "front-matter-service";
          default -> "front-matter-page";
        });
  }

  private List<Mend> links(FileText file, FrontMatter split, String page) {
    List<Mend> mends = new ArrayList<>();
    List<LinkPlace> places = LinkPlace.of(split.body());
    for (LinkPlace place : places) {
      targets
          .better(page, place.target(), !place.isBracketed())
          .ifPresent(
              better ->
                  mends.add(
                      new Mend(
                          new Source(file.name(), split.bodyLine() + place.line(), place.column()),
                          split.bodyStart() + place.start(),
                          place.target(),
                          better.value(),
                          better.why())));
    }
    if (mends.isEmpty()) {
      return mends;
    }
    // What was meant to be a new target must be one, and every other link be what it was.
    Map<Integer, String> expected = new TreeMap<>();
    for (int i = 0; i < places.size(); i++) {
      expected.put(i, places.get(i).target());
      for (Mend mend : mends) {
        if (mend.start() == split.bodyStart() + places.get(i).start()) {
          expected.put(i, mend.after());
        }
      }
    }
    String mended = file.mendedText(mends);
    List<String> now =
        FrontMatter.of(mended).stream()
            .flatMap(after -> LinkPlace.of(after.body()).stream())
            .map(LinkPlace::target)
            .toList();
    return now.equals(List.copyOf(expected.values())) ? mends : List.of();
  }

  // YAML.

  private void data(Path path, String name, String from, Optional<Schema> known)
      throws IOException {
    Optional<FileText> found = read(path, name);
    if (found.isEmpty()) {
      return;
    }
    FileText file = found.get();
    Optional<Schema> schema =
        known != null ? known : yaml(file.text(), name, 0).flatMap(node -> schemaOf(from, node));
    keep(file, values(file, file.text(), 0, from, schema));
  }

  /** What a data file is, as the reader tells it: by its place, or by its entries. */
  private Optional<Schema> schemaOf(String path, YamlNode node) {
    if (path.matches("ita/2\\d{3}\\.ya?ml")) {
      return schema("ita-report");
    }
    Set<String> keys = new HashSet<>();
    if (node instanceof YamlNode.Sequence list) {
      for (YamlNode entry : list.values()) {
        if (entry instanceof YamlNode.Mapping mapping) {
          keys.addAll(mapping.entries().keySet());
        }
      }
    }
    if (keys.containsAll(Set.of("question", "answer"))) {
      return schema("questions");
    }
    if (keys.containsAll(Set.of("suggestion", "action"))) {
      return schema("voices");
    }
    return keys.containsAll(Set.of("name", "position")) ? schema("people") : Optional.empty();
  }

  private List<Mend> values(
      FileText file, String yaml, int linesBefore, String from, Optional<Schema> schema) {
    Optional<YamlNode> node = yaml(yaml, file.name(), linesBefore);
    if (schema.isEmpty() || node.isEmpty()) {
      return List.of();
    }
    List<Mend> mends = new ArrayList<>();
    schema
        .get()
        .shape()
        .visit(
            node.get(),
            (scalar, written) ->
                better(scalar, written.text(), from)
                    .flatMap(better -> placed(file, written, better))
                    .ifPresent(mends::add));
    if (mends.isEmpty()) {
      return mends;
    }
    List<String> expected = new ArrayList<>();
    eachScalar(
        node.get(),
        scalar ->
            expected.add(
                mends.stream()
                    .filter(mend -> mend.at().equals(scalar.at()))
                    .map(Mend::after)
                    .findFirst()
                    .orElse(scalar.text())));
    List<String> now = new ArrayList<>();
    String mended = file.mendedText(mends);
    int start = linesBefore == 0 ? 0 : file.offset(linesBefore + 1, 1);
    int end = mended.length() - (file.text().length() - start - yaml.length());
    Optional<YamlNode> after = yaml(mended.substring(start, end), file.name(), linesBefore);
    after.ifPresent(read -> eachScalar(read, scalar -> now.add(scalar.text())));
    return now.equals(expected) ? mends : List.of();
  }

  private Optional<Values.Better> better(Scalar scalar, String written, String from) {
    return scalar.kind() == Scalar.Kind.PLACE
        ? targets.better(from, written, false)
        : Values.of(scalar, written);
  }

  /** The mend at the place of a value; empty when the value is not written as it is read. */
  private static Optional<Mend> placed(
      FileText file, YamlNode.Scalar written, Values.Better better) {
    int at = file.offset(written.at().line(), written.at().column());
    if (at < 0 || at >= file.text().length()) {
      return Optional.empty();
    }
    char quote = file.text().charAt(at);
    int start = quote == '\'' || quote == '"' ? at + 1 : at;
    String before = written.text();
    boolean same = file.text().startsWith(before, start);
    boolean closed =
        start == at
            || start + before.length() < file.text().length()
                && file.text().charAt(start + before.length()) == quote;
    return same && closed && before.indexOf('\n') < 0
        ? Optional.of(new Mend(written.at(), start, before, better.value(), better.why()))
        : Optional.empty();
  }

  private static void eachScalar(YamlNode node, Consumer<YamlNode.Scalar> seer) {
    if (node instanceof YamlNode.Scalar scalar) {
      seer.accept(scalar);
    } else if (node instanceof YamlNode.Sequence list) {
      list.values().forEach(value -> eachScalar(value, seer));
    } else if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().values().forEach(entry -> eachScalar(entry.value(), seer));
    }
  }

  private static Optional<YamlNode> yaml(String text, String name, int linesBefore) {
    try {
      return Optional.of(YamlReader.read(text, name, linesBefore));
    } catch (UnusableInput e) {
      return Optional.empty(); // for the readers to report
    }
  }

  private static Optional<FileText> read(Path path, String name) throws IOException {
    try {
      return FileText.read(path, name);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void keep(FileText file, List<Mend> mends) {
    if (!mends.isEmpty()) {
      byFile.put(file, mends.stream().sorted(Comparator.comparingInt(Mend::start)).toList());
    }
  }

  // What was found.

  /** Everything to be mended, by file and place. */
  public List<Mend> mends() {
    return byFile.values().stream().flatMap(List::stream).toList();
  }

  /** The changes as a unified diff, as {@code git apply} reads it. */
  public String diff() {
    StringBuilder out = new StringBuilder();
    byFile.forEach(
        (file, mends) -> UnifiedDiff.append(out, file.name(), file.raw(), file.mendedRaw(mends)));
    return out.toString();
  }

  /**
   * What became of the mends.
   *
   * @param written what was mended
   * @param left the files that somebody else has changed or made read-only meanwhile, and that were
   *     left as they are
   */
  public record Applied(List<Mend> written, List<String> left) {}

  /** Mends the files, each in one step. */
  public Applied apply() throws IOException {
    List<Mend> written = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Map.Entry<FileText, List<Mend>> each : byFile.entrySet()) {
      FileText file = each.getKey();
      byte[] bytes = file.mendedRaw(each.getValue()).getBytes(StandardCharsets.UTF_8);
      if (Replacement.replace(file, bytes, folder)) {
        written.addAll(each.getValue());
      } else {
        left.add(file.name());
      }
    }
    return new Applied(List.copyOf(written), List.copyOf(left));
  }
}
