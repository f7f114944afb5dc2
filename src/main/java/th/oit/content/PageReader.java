package th.oit.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.identity.Print;
import th.oit.source.CsvReader;
import th.oit.source.DataTable;
import th.oit.source.Fields;
import th.oit.source.SourceText;
import th.oit.source.XlsxReader;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Language;
import th.oit.text.UrlPath;

/** Reads one Markdown file with its front matter and the data files that it places. Used once. */
final class PageReader {
  private static final Pattern PICTURE =
      Pattern.compile("(?i)\\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#].*)?$");
  private static final Pattern SHEET = Pattern.compile("sheet\\s*=\\s*(.+)");

  private final Path contentFolder;
  private final Map<String, Path> files;
  private final Findings findings;
  private final Set<String> consulted = new TreeSet<>();

  PageReader(Path contentFolder, Map<String, Path> files, Findings findings) {
    this.contentFolder = contentFolder;
    this.files = files;
    this.findings = findings;
  }

  /** The paths at which data were looked for, also in vain, relative to {@code content/}. */
  Set<String> consulted() {
    return consulted;
  }

  /** Reads a page; empty, with findings, when it cannot be used. */
  Optional<ContentPage> read(String path) {
    String file = ContentReader.FOLDER + "/" + path;
    try {
      return Optional.of(page(path, SourceText.read(contentFolder.resolve(path), file)));
    } catch (UnusableInput e) {
      findings.addAll(e.findings());
      return Optional.empty();
    }
  }

  private ContentPage page(String path, SourceText source) {
    String text = source.text();
    YamlNode front = new YamlNode.Mapping(new Source(source.file(), 1, 1), Map.of());
    int bodyLine = 0;
    String markdown = text;
    if (FrontMatter.isIn(text)) {
      FrontMatter split =
          FrontMatter.of(text)
              .orElseThrow(
                  () ->
                      new UnusableInput(
                          Finding.of(
                                  Rule.SOURCE_YAML,
                                  "ส่วนหัวของหน้าไม่มีบรรทัด --- ปิดท้าย",
                                  "the front matter is never closed with ---")
                              .at(new Source(source.file(), 1, 1))
                              .hint(
                                  "เพิ่มบรรทัด --- หลังค่าสุดท้ายของส่วนหัว",
                                  "add a line --- after its last value")));
      front = YamlReader.read(split.yaml(), source.file(), FrontMatter.LINES_BEFORE);
      markdown = split.body();
      bodyLine = split.bodyLine();
    }
    Fields fields = Fields.of(front, findings);
    ContentPage.Kind kind = ContentPage.Kind.of(path);
    MarkdownText body = MarkdownText.of(markdown);

    Optional<String> title = fields.text("title");
    if (title.isEmpty() && kind != ContentPage.Kind.HOME) {
      findings.add(
          Finding.of(Rule.SOURCE_MISSING, "หน้านี้ยังไม่มีชื่อ (title)", "the page has no title")
              .at(fields.keyAt("title").line() == 0 ? Source.of(source.file()) : fields.at())
              .about("title")
              .hint(
                  "เพิ่มบรรทัด title: ในส่วนหัวของหน้า",
                  "add a 'title:' line to the front matter"));
    }
    String summary = fields.text("summary").orElse(null);
    LocalDate date = fields.date("date").orElse(null);
    if (kind == ContentPage.Kind.NEWS) {
      fields.require("date");
    }
    List<ContentPage.Change> history = history(fields);
    LocalDate updated =
        fields
            .date("updated")
            .orElse(history.isEmpty() ? null : later(history.get(0).date(), date));
    String department = fields.text("department").orElse(null);
    Status status = fields.choice("status", Status.class).orElse(Status.PUBLISHED);
    String reason = fields.text("reason").orElse(null);
    if (status == Status.NONE && reason == null) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "status: none ต้องบอกเหตุผลใน reason:",
                  "'status: none' needs a 'reason:'")
              .at(fields.at("status"))
              .about("reason")
              .hint(
                  "เช่น reason: ปีงบประมาณ พ.ศ. 2567 ไม่มีงบลงทุน",
                  "say in one sentence why there was none this year"));
    }
    LocalDate publish = fields.date("publish").orElse(null);
    LocalDate expires = fields.date("expires").orElse(null);
    Language language =
        fields.choice("lang", Language.class).or(() -> ContentPath.language(path)).orElse(null);
    String image = null;
    String imageAlt = null;
    String topic = null;
    if (kind == ContentPage.Kind.NEWS) {
      image = fields.text("image").orElse(null);
      imageAlt = fields.text("image_alt").orElse(null);
      topic = fields.text("topic").orElse(null);
      if (image != null && imageAlt == null) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_MISSING,
                    "ภาพของข่าวต้องมีคำบรรยาย (image_alt) สำหรับผู้ที่มองไม่เห็นภาพ",
                    "a picture needs 'image_alt' for those who cannot see it")
                .at(fields.at("image"))
                .about("image_alt"));
      }
    }
    ServicePart service = null;
    if (kind == ContentPage.Kind.SERVICE) {
      topic = fields.text("topic").orElse(null);
      service = ServiceReader.read(fields);
    }
    Map<String, Embed> embeds = Map.of();
    if (body.isParsed()) {
      Node tree = body.tree();
      refusePicturesWithoutText(tree, source.file(), bodyLine);
      embeds = embeds(tree, path, source.file(), bodyLine);
    }
    ItemPart item = kind == ContentPage.Kind.ITEM ? itemPart(fields, path) : null;
    List<ContentPage.Tag> oia =
        fields.scalars("oia").stream()
            .filter(tag -> !tag.missing())
            .map(tag -> new ContentPage.Tag(tag.text().strip(), tag.at()))
            .toList();
    List<ContentPage.Alias> aliases = aliases(fields);
    fields.refuseOthers();
    Map<String, Source> keys = new LinkedHashMap<>();
    for (String name : fields.names()) {
      keys.put(name, fields.at(name));
    }
    if (!history.isEmpty()) {
      // The newest change says when the page was renewed, where nothing else does.
      keys.putIfAbsent("updated", history.get(0).at());
    }
    return new ContentPage(
        kind,
        source.file(),
        path,
        title.orElse(""),
        summary,
        date,
        updated,
        department,
        status,
        reason,
        publish,
        expires,
        image,
        imageAlt,
        topic,
        language,
        body,
        bodyLine,
        embeds,
        item,
        service,
        oia,
        aliases,
        history,
        Map.copyOf(keys),
        Print.of(text.substring(0, text.length() - markdown.length())));
  }

  /** Whoever cannot see a picture is told what it shows, or that it shows nothing. */
  private void refusePicturesWithoutText(Node body, String file, int bodyLine) {
    body.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            boolean silent = image.getFirstChild() == null;
            if (silent
                && PICTURE.matcher(image.getDestination()).find()
                && !Markdown.isDecoration(image)) {
              findings.add(
                  Finding.of(
                          Rule.SOURCE_MISSING,
                          "ภาพ " + image.getDestination() + " ยังไม่มีคำบรรยาย",
                          "the picture " + image.getDestination() + " has no text")
                      .at(Markdown.at(image, file, bodyLine))
                      .about(image.getDestination())
                      .hint(
                          "บอกว่าภาพแสดงอะไร เช่น ![ชาวบ้านซ้อมอพยพ]("
                              + image.getDestination()
                              + ") ถ้าเป็นภาพตกแต่งเท่านั้น เขียน ![]("
                              + image.getDestination()
                              + " \"ตกแต่ง\")",
                          "say what it shows between the brackets; if it only adorns, write ![]("
                              + image.getDestination()
                              + " \"decorative\")"));
            }
          }
        });
  }

  /**
   * Reads the body of a page whose other parts are known.
   *
   * @param print by which the body is recognised
   * @throws UnusableInput when it is another one by now
   */
  static String body(Path file, String name, Print print) {
    String text = SourceText.read(file, name).text();
    String body = FrontMatter.of(text).map(FrontMatter::body).orElse("");
    if (!Print.of(body).equals(print)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "ไฟล์นี้ถูกแก้ไขระหว่างที่กำลังอ่าน",
                  "this file was changed while the site was being read")
              .at(Source.of(name))
              .hint("สั่งใหม่อีกครั้ง", "run the command again"));
    }
    return body;
  }

  private ItemPart itemPart(Fields fields, String path) {
    String[] parts = path.split("/");
    FiscalYear folderYear = FiscalYear.parse(parts[1]).orElseThrow();
    String slug = parts.length > 3 ? parts[2] : parts[2].replaceFirst("\\.md$", "");
    String code =
        fields
            .text("item")
            .orElseGet(
                () ->
                    ItemCode.parse(slug)
                        .map(ItemCode::toString)
                        .orElse(slug.toUpperCase(Locale.ROOT)));
    FiscalYear year =
        fields
            .text("year")
            .flatMap(
                written -> {
                  Optional<FiscalYear> parsed = FiscalYear.parse(written);
                  return parsed.isPresent()
                      ? parsed
                      : refuseYear(fields, fields.node("year").get());
                })
            .orElse(folderYear);
    String supervisor = fields.text("supervisor").orElse(null);
    String preparer = fields.text("preparer").orElse(null);
    String every = fields.text("every").orElse(null);
    List<ItemPart.ElementPlaces> elements = new ArrayList<>();
    fields
        .fields("elements")
        .ifPresent(
            named -> {
              for (String id : List.copyOf(named.names())) {
                List<ItemPart.Place> places = new ArrayList<>();
                for (YamlNode.Scalar place : named.scalars(id)) {
                  if (!place.missing()) {
                    places.add(new ItemPart.Place(place.text().strip(), place.at()));
                  }
                }
                elements.add(new ItemPart.ElementPlaces(id, named.keyAt(id), places));
              }
            });
    List<ItemPart.Evidence> evidence = new ArrayList<>();
    for (Fields file : fields.list("evidence")) {
      evidence.add(
          new ItemPart.Evidence(
              file.requiredText("file"),
              file.at("file"),
              file.text("title").orElse(null),
              file.date("date").orElse(null),
              periods(file)));
      file.refuseOthers();
    }
    return new ItemPart(
        code,
        fields.at("item"),
        folderYear,
        year,
        periods(fields),
        supervisor,
        preparer,
        every,
        elements,
        evidence);
  }

  private static List<ContentPage.Alias> aliases(Fields fields) {
    List<ContentPage.Alias> aliases = new ArrayList<>();
    for (YamlNode.Scalar alias : fields.scalars("aliases")) {
      String path = alias.text().strip();
      if (path.startsWith("/") && !path.contains("//") && !path.contains("..")) {
        aliases.add(new ContentPage.Alias(path, alias.at()));
      } else {
        fields.refuse(
            alias,
            "ต้องเป็นที่อยู่เดิมในเว็บไซต์นี้ ขึ้นต้นด้วย / เช่น /ita/o14/",
            "expected an old path of this site, such as /ita/o14/");
      }
    }
    return aliases;
  }

  /** What was changed and when, the newest first, in whichever order it is written. */
  private static List<ContentPage.Change> history(Fields fields) {
    List<ContentPage.Change> history = new ArrayList<>();
    for (Fields change : fields.list("history")) {
      change.require("date");
      Optional<LocalDate> date = change.date("date");
      String what = change.requiredText("what");
      change.refuseOthers();
      date.ifPresent(day -> history.add(new ContentPage.Change(day, what, change.at("date"))));
    }
    // Changes of one day keep the direction in which the writer goes through time.
    if (history.size() > 1
        && history.get(0).date().isBefore(history.get(history.size() - 1).date())) {
      Collections.reverse(history);
    }
    history.sort(Comparator.comparing(ContentPage.Change::date).reversed());
    return List.copyOf(history);
  }

  private static LocalDate later(LocalDate day, LocalDate other) {
    return other != null && other.isAfter(day) ? other : day;
  }

  private List<FiscalYear> periods(Fields fields) {
    List<FiscalYear> periods = new ArrayList<>();
    for (YamlNode.Scalar scalar : fields.scalars("period")) {
      FiscalYear.parse(scalar.text()).or(() -> refuseYear(fields, scalar)).ifPresent(periods::add);
    }
    return periods;
  }

  private static Optional<FiscalYear> refuseYear(Fields fields, YamlNode value) {
    return fields.refuse(
        value,
        "ต้องเป็นปีงบประมาณ พ.ศ. สี่หลัก เช่น 2567",
        "expected a fiscal year of the Buddhist era, such as 2567");
  }

  /**
   * Reads the data files that the text places; a file that is missing is left to the link check.
   */
  private Map<String, Embed> embeds(Node body, String path, String page, int bodyLine) {
    Map<String, Embed> embeds = new LinkedHashMap<>();
    body.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Paragraph paragraph) {
            Image image = Markdown.placement(paragraph);
            if (image != null) {
              embed(image, path, Markdown.at(image, page, bodyLine))
                  .ifPresent(
                      e -> embeds.put(Embed.key(image.getDestination(), image.getTitle()), e));
            }
          }
        });
    return Map.copyOf(embeds);
  }

  private Optional<Embed> embed(Image image, String path, Source at) {
    String target = image.getDestination();
    String name = target.toLowerCase(Locale.ROOT);
    boolean csv = name.endsWith(".csv");
    boolean xlsx = name.endsWith(".xlsx");
    if (!csv && !xlsx && !name.endsWith(".yml") && !name.endsWith(".yaml")) {
      return Optional.empty();
    }
    Optional<String> relative = ContentPath.resolve(path, UrlPath.decode(target));
    relative.ifPresent(consulted::add);
    if (relative.isEmpty() || !files.containsKey(relative.get())) {
      return Optional.empty();
    }
    Path data = files.get(relative.get());
    String file = ContentReader.FOLDER + "/" + relative.get();
    try {
      if (xlsx) {
        return Optional.of(workbook(data, file, sheetOf(image, at)));
      }
      SourceText text = SourceText.read(data, file);
      if (!csv) {
        return yaml(text);
      }
      DataTable table = CsvReader.read(text);
      RecordReader.Kind records = recordsOf(image, at);
      return Optional.of(
          records == null
              ? new Embed.Table(table, baseName(file), Embed.Format.CSV)
              : RecordReader.read(records, table, findings));
    } catch (UnusableInput e) {
      findings.addAll(e.findings());
      return Optional.empty();
    }
  }

  /** The sheet that the text behind the target names; null when it names none. */
  private static String sheetOf(Image image, Source at) {
    String title = image.getTitle();
    if (title == null || title.isBlank()) {
      return null;
    }
    Matcher sheet = SHEET.matcher(title.strip());
    if (!sheet.matches()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + title + "\" ใช้ไม่ได้: หลังชื่อไฟล์ Excel ให้เขียน \"sheet=ชื่อแผ่นงาน\"",
                  "'" + title + "' cannot be used: write \"sheet=name\" behind an Excel file")
              .at(at)
              .about(title));
    }
    return sheet.group(1);
  }

  /** What the text behind a CSV file says that its rows are; null when it says nothing. */
  private static RecordReader.Kind recordsOf(Image image, Source at) {
    String title = image.getTitle();
    if (title == null || title.isBlank()) {
      return null;
    }
    for (RecordReader.Kind kind : RecordReader.Kind.values()) {
      if (kind.word().equals(title.strip())) {
        return kind;
      }
    }
    throw new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "\"" + title + "\" ใช้ไม่ได้: หลังชื่อไฟล์ CSV เขียนได้ \"qa\" หรือ \"voices\"",
                "'" + title + "' cannot be used: behind a CSV file stands \"qa\" or \"voices\"")
            .at(at)
            .about(title)
            .hint(
                "ถ้าต้องการตารางธรรมดา ให้ลบข้อความในเครื่องหมายคำพูด",
                "for a plain table, delete the text in quotes"));
  }

  private static Embed workbook(Path data, String file, String sheet) {
    DataTable table = XlsxReader.read(data, file, sheet);
    int number = table.sheet().number();
    String name = number == 1 ? baseName(file) : baseName(file) + "-" + number;
    return new Embed.Table(table, name, Embed.Format.XLSX);
  }

  private static String baseName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.substring(0, name.lastIndexOf('.'));
  }

  /**
   * A YAML list is one of people when its entries say so, by a name and a position; a chart when an
   * entry has units; else a table.
   */
  private Optional<Embed> yaml(SourceText text) {
    YamlNode node = YamlReader.read(text);
    if (!(node instanceof YamlNode.Sequence list)) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "ไฟล์ข้อมูลต้องเป็นรายการ แต่ละรายการขึ้นต้นด้วย - ชื่อ: ค่า",
                  "a data file is a list; each entry begins with '- name: value'")
              .at(node.at()));
      return Optional.empty();
    }
    boolean people =
        list.values().stream()
            .anyMatch(
                value ->
                    value instanceof YamlNode.Mapping person
                        && person.entries().containsKey("name")
                        && person.entries().containsKey("position"));
    boolean chart =
        !people
            && list.values().stream()
                .anyMatch(
                    value ->
                        value instanceof YamlNode.Mapping unit
                            && unit.entries().containsKey("units"));
    if (list.values().isEmpty()) {
      findings.add(
          Finding.of(Rule.SOURCE_TABLE, "ไฟล์ข้อมูลยังไม่มีรายการ", "the data file has no entries")
              .at(list.at()));
      return Optional.empty();
    }
    for (RecordReader.Kind kind : RecordReader.Kind.values()) {
      if (kind.isOf(list)) {
        return Optional.of(RecordReader.read(kind, list.values(), findings));
      }
    }
    if (chart) {
      return Optional.of(
          new Embed.Chart(
              list.values().stream().map(value -> unit(Fields.of(value, findings))).toList()));
    }
    return people
        ? Optional.of(new Embed.People(people(list)))
        : Optional.of(
            new Embed.Table(table(text.file(), list), baseName(text.file()), Embed.Format.YAML));
  }

  /** A table whose columns are the keys, in the order in which they first stand in the file. */
  private DataTable table(String file, YamlNode.Sequence list) {
    Map<String, Source> columns = new LinkedHashMap<>();
    for (YamlNode value : list.values()) {
      if (value instanceof YamlNode.Mapping row) {
        row.entries().forEach((key, entry) -> columns.putIfAbsent(key, entry.keyAt()));
      }
    }
    List<DataTable.Row> rows = new ArrayList<>();
    for (YamlNode value : list.values()) {
      Fields fields = Fields.of(value, findings);
      List<String> cells = new ArrayList<>();
      for (String column : columns.keySet()) {
        cells.add(fields.text(column).orElse(""));
      }
      rows.add(new DataTable.Row(value.at().line(), List.copyOf(cells)));
    }
    return new DataTable(
        file, List.copyOf(columns.keySet()), List.copyOf(columns.values()), List.copyOf(rows));
  }

  private static Embed.Unit unit(Fields unit) {
    Embed.Unit read =
        new Embed.Unit(
            unit.requiredText("name"),
            unit.text("head").orElse(null),
            unit.text("note").orElse(null),
            unit.list("units").stream().map(PageReader::unit).toList());
    unit.refuseOthers();
    return read;
  }

  private List<Embed.Person> people(YamlNode.Sequence list) {
    List<Embed.Person> people = new ArrayList<>();
    for (YamlNode value : list.values()) {
      Fields person = Fields.of(value, findings);
      people.add(
          new Embed.Person(
              person.requiredText("name"),
              person.requiredText("position"),
              person.text("image").orElse(null),
              person.text("phone").orElse(null),
              person.text("email").orElse(null),
              person.text("group").orElse(null),
              person.text("note").orElse(null)));
      person.refuseOthers();
    }
    return people;
  }
}
