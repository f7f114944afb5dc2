package th.oit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import th.oit.catalog.Catalog;
import th.oit.catalog.CatalogReader;
import th.oit.config.ConfigReader;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.SourceText;
import th.oit.starter.Body;
import th.oit.starter.BodyKind;
import th.oit.starter.NewFiles;
import th.oit.starter.StarterSite;
import th.oit.text.FiscalYear;
import th.oit.text.Words;

/** Lays out a new site: a configuration, a page for every item of the year, and a short guide. */
@Command(name = "init", sortOptions = false)
final class InitCommand extends SiteCommand {
  private static final Source HERE = Source.of("oit init");
  private static final String EXAMPLE_URL = "https://www.example.go.th";
  private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s/'\"]+(/[^\\s'\"]*)?");

  /** What may lie in a folder that counts as empty. */
  private static final Set<String> NOTHING =
      Set.of(".git", ".DS_Store", "Thumbs.db", "desktop.ini");

  @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", descriptionKey = "init-dir")
  Path dir;

  @Option(names = "--name", paramLabel = "NAME")
  String bodyName;

  @Option(names = "--kind", paramLabel = "KIND")
  String kind;

  @Option(names = "--place", paramLabel = "TEXT")
  String place;

  @Option(names = "--base-url", paramLabel = "URL")
  String baseUrl;

  @Option(names = "--phone", paramLabel = "NUMBER")
  String phone;

  @Option(names = "--email", paramLabel = "ADDRESS")
  String email;

  @Option(names = "--departments", paramLabel = "NAMES", split = ",")
  List<String> departments = List.of();

  @Option(names = "--year", paramLabel = "YEAR")
  String year;

  @Option(names = "--yes")
  boolean yes;

  @Option(names = "--add")
  boolean add;

  InitCommand(Main.Surroundings around) {
    super(around, "init");
  }

  @Override
  public Integer call() throws IOException {
    Path folder = around.folder().resolve(dir == null ? Path.of("") : dir).normalize();
    refuseWhatStands(folder);
    if (add && Files.isRegularFile(folder.resolve("site-config.yml"))) {
      takeAnswersOf(Workshop.config(folder));
    } else if (!yes) {
      if (!around.terminal()) {
        throw new UnusableInput(nobodyToAsk());
      }
      ask();
    }
    Body body = body();
    Catalog catalog = catalog();
    Map<String, String> files = StarterSite.files(body, catalog);
    // What was answered must make a configuration that can be read, before anything is written.
    ConfigReader.read(new SourceText("site-config.yml", files.get("site-config.yml")));
    NewFiles made = NewFiles.write(folder, files);
    tell(folder, made, catalog);
    return 0;
  }

  private void refuseWhatStands(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_NAME,
                  folder + " เป็นไฟล์ ไม่ใช่โฟลเดอร์",
                  folder + " is a file, not a folder")
              .at(HERE)
              .hint("ระบุชื่อโฟลเดอร์อื่น", "name another folder"));
    }
    if (add || !Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      Optional<Path> first =
          entries.filter(e -> !NOTHING.contains(e.getFileName().toString())).sorted().findFirst();
      if (first.isPresent()) {
        throw new UnusableInput(
            Finding.of(
                    Rule.SOURCE_NAME,
                    "โฟลเดอร์ " + folder + " มีไฟล์อยู่แล้ว เช่น " + first.get().getFileName(),
                    "the folder " + folder + " is not empty: " + first.get().getFileName())
                .at(HERE)
                .about(folder.toString())
                .hint(
                    "ระบุโฟลเดอร์ใหม่ หรือใช้ --add เพื่อเพิ่มเฉพาะไฟล์ที่ยังไม่มี (ไม่เขียนทับไฟล์เดิม)",
                    "name a new folder, or use --add to add only the files that are missing;"
                        + " nothing is ever overwritten"));
      }
    }
  }

  /** What is added to a site has to fit what its configuration says already. */
  private void takeAnswersOf(SiteConfig config) {
    use(config);
    bodyName = config.organization().name().th();
    departments =
        config.departments().stream().map(each -> each.id() + "=" + each.name().th()).toList();
    if (year == null && config.isAssessed()) {
      year = config.assessment().year().toString();
    }
  }

  private static Finding nobodyToAsk() {
    return Finding.of(
            Rule.SOURCE_MISSING,
            "คำสั่งนี้ถามตอบบนหน้าจอ แต่ไม่ได้เปิดจากหน้าจอคำสั่ง",
            "this command asks questions, but there is no terminal to ask on")
        .at(HERE)
        .hint(
            "บอกคำตอบด้วยตัวเลือก เช่น oit init \"เว็บไซต์\" --yes --name \"อบต.ชื่อตำบล\"",
            "give the answers as options: oit init DIR --yes --name NAME");
  }

  // Questions.

  private void ask() {
    Questions questions = new Questions(around, language());
    bodyName =
        questions.text(
            Words.of(
                "ชื่อหน่วยงาน เช่น อบต.บางดี หรือ เทศบาลตำบลบางดี", "name of the body, in Thai"),
            bodyName,
            null);
    if (kind == null && BodyKind.of(bodyName) == BodyKind.OTHER) {
      StringBuilder th = new StringBuilder("ประเภทหน่วยงาน");
      StringBuilder en = new StringBuilder("kind of body");
      String separator = " (";
      for (BodyKind each : BodyKind.values()) {
        th.append(separator).append(each.id()).append(" = ").append(each.words().th());
        en.append(separator).append(each.id()).append(" = ").append(each.words().en());
        separator = ", ";
      }
      kind =
          questions.text(
              Words.of(th + ")", en + ")"),
              null,
              "other",
              text -> BodyKind.parse(text).isPresent());
    }
    place =
        questions.text(
            Words.of("ที่อยู่ เช่น อำเภอบางดี จังหวัดดีงาม", "address: district and province"),
            place,
            "");
    baseUrl =
        questions.text(
            Words.of("ที่อยู่เว็บไซต์", "address of the site"),
            baseUrl,
            EXAMPLE_URL,
            text -> URL.matcher(text).matches());
    phone = questions.text(Words.of("โทรศัพท์กลาง", "telephone"), phone, "");
    email = questions.text(Words.of("อีเมลกลาง", "e-mail"), email, "");
    if (departments.isEmpty()) {
      String usual = String.join(", ", kind().usualDepartments());
      departments =
          List.of(
              questions
                  .text(
                      Words.of("ส่วนราชการ คั่นด้วยจุลภาค", "departments, separated by commas"),
                      null,
                      usual)
                  .split(","));
    }
    year =
        questions.text(
            Words.of("ปีงบประมาณที่ประเมิน (พ.ศ.)", "assessed fiscal year (Buddhist era)"),
            year,
            usualYear().toString(),
            text -> FiscalYear.parse(text).flatMap(CatalogReader::bundled).isPresent());
  }

  /** The list of the fiscal year of today, or the newest before it. */
  private FiscalYear usualYear() {
    List<FiscalYear> bundled = CatalogReader.bundledYears();
    FiscalYear now = FiscalYear.of(options.today);
    return bundled.stream()
        .filter(each -> each.compareTo(now) <= 0)
        .reduce((first, second) -> second)
        .orElse(bundled.get(0));
  }

  // Answers.

  private BodyKind kind() {
    if (kind == null) {
      return BodyKind.of(bodyName);
    }
    return BodyKind.parse(kind)
        .orElseThrow(
            () -> {
              String known =
                  String.join(", ", Stream.of(BodyKind.values()).map(BodyKind::id).toList());
              return new UnusableInput(
                  Finding.of(
                          Rule.SOURCE_VALUE,
                          "ไม่รู้จักประเภทหน่วยงาน \"" + kind + "\"",
                          "unknown kind of body '" + kind + "'")
                      .at(Source.of("--kind"))
                      .about(kind)
                      .hint("ที่ใช้ได้คือ " + known, "there are: " + known));
            });
  }

  private Body body() {
    bodyName = line(bodyName);
    if (bodyName.isEmpty()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "ยังไม่ได้บอกชื่อหน่วยงาน",
                  "the name of the body is missing")
              .at(Source.of("--name"))
              .hint("เช่น --name \"อบต.บางดี\"", "such as --name \"อบต.บางดี\""));
    }
    String url = line(baseUrl).isEmpty() ? EXAMPLE_URL : line(baseUrl);
    if (!URL.matcher(url).matches()) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + url + "\" ไม่ใช่ที่อยู่เว็บไซต์",
                  "'" + url + "' is not the address of a site")
              .at(Source.of("--base-url"))
              .about(url)
              .hint("เขียนแบบ " + EXAMPLE_URL, "write it like " + EXAMPLE_URL));
    }
    List<String> named = new ArrayList<>();
    for (String each : departments) {
      if (!each.isBlank()) {
        named.add(line(each));
      }
    }
    return Body.of(kind(), bodyName, line(place), url, line(phone), line(email), named);
  }

  private static String line(String text) {
    return text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private Catalog catalog() {
    FiscalYear asked =
        year == null
            ? usualYear()
            : FiscalYear.parse(year)
                .orElseThrow(
                    () -> new UnusableInput(CatalogCommand.noCatalog(year, Source.of("--year"))));
    return CatalogReader.bundled(asked)
        .orElseThrow(
            () ->
                new UnusableInput(CatalogCommand.noCatalog(asked.toString(), Source.of("--year"))));
  }

  private void tell(Path folder, NewFiles made, Catalog catalog) throws IOException {
    StringBuilder out = new StringBuilder();
    if (!options.quiet) {
      made.written().forEach(file -> out.append("  + ").append(file).append('\n'));
    }
    int files = made.written().size();
    int kept = made.kept().size();
    out.append(
        Words.of(
                "สร้าง "
                    + files
                    + " ไฟล์ใน "
                    + folder
                    + (kept > 0 ? " (คงไว้ตามเดิม " + kept + " ไฟล์)" : ""),
                files
                    + " files made in "
                    + folder
                    + (kept > 0 ? " (" + kept + " kept as they were)" : ""))
            .in(language()));
    out.append('\n');
    if (!options.quiet) {
      out.append(
          Words.of(
                  "ทุกข้อของปี "
                      + catalog.year()
                      + " ยังเป็นฉบับร่าง รายการนี้ไม่ใช่ถ้อยคำของคู่มือทางการ โปรดเทียบกับคู่มือก่อนใช้\n"
                      + "ต่อไป: เข้าโฟลเดอร์นั้น อ่าน README.md แล้วสั่ง oit serve และ oit status",
                  "Every item of "
                      + catalog.year()
                      + " is a draft. The list is not the official manual's wording; compare before relying on it.\n"
                      + "Next: go to that folder, read README.md, then run 'oit serve' and 'oit status'")
              .in(language()));
      out.append('\n');
    }
    print(out.toString());
  }

  @Override
  List<CommonOptions.Format> formats() {
    return List.of(CommonOptions.Format.TEXT);
  }

  @Override
  boolean leavesReport() {
    return false;
  }
}
