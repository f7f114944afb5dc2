package th.oit.config;

import java.net.IDN;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import th.oit.finding.Finding;
import th.oit.finding.Findings;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.finding.Source;
import th.oit.finding.Tolerance;
import th.oit.finding.UnusableInput;
import th.oit.identity.Print;
import th.oit.source.Fields;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;
import th.oit.text.Language;
import th.oit.text.NearMatch;
import th.oit.text.TimeSpan;
import th.oit.text.Words;

/** Reads {@code site-config.yml}. Thread-safe. */
public final class ConfigReader {
  private static final Pattern BASE_URL =
      Pattern.compile("(?i)(https?)://([^/:?#\\s]+)(?::(\\d{1,5}))?(/[^?#\\s]*)?");
  private static final Pattern ALIAS =
      Pattern.compile("(?i)(?:(https?)://)?([^/:?#\\s]+)(?::(\\d{1,5}))?/?");

  /**
   * Labels of a name, the last of which begins with a letter; or the four numbers of an address.
   */
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?"
              + "|(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  private static final Set<String> CHANNELS =
      Set.of("phone", "fax", "email", "line", "facebook", "youtube", "web", "post");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern LICENSE = Pattern.compile("https?://[^\\s/]+\\.[^\\s]+");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");
  private static final int THIN = 80;

  /** The digits in which pages show numbers. */
  private enum Digits {
    ARABIC,
    THAI
  }

  private ConfigReader() {}

  /**
   * Reads the configuration.
   *
   * @throws UnusableInput with everything that is wrong with it
   */
  public static SiteConfig read(SourceText source) {
    Findings findings = new Findings();
    SiteConfig config = config(source, Fields.of(YamlReader.read(source), findings), findings);
    if (findings.hasErrors()) {
      throw new UnusableInput(findings.sorted());
    }
    return config;
  }

  private static SiteConfig config(SourceText source, Fields fields, Findings findings) {
    fields.require("site");
    SiteConfig.BaseUrl baseUrl = new SiteConfig.BaseUrl("https", "localhost", -1, "/");
    List<String> aliases = List.of();
    Language language = Language.TH;
    boolean thaiDigits = false;
    String color = null;
    Optional<Fields> site = fields.fields("site");
    if (site.isPresent()) {
      baseUrl = baseUrl(site.get(), findings).orElse(baseUrl);
      aliases = aliases(site.get());
      language = site.get().choice("language", Language.class).orElse(Language.TH);
      thaiDigits = site.get().choice("digits", Digits.class).orElse(Digits.ARABIC) == Digits.THAI;
      color =
          site.get()
              .parsed(
                  "color",
                  text -> Optional.of(text.strip()).filter(c -> COLOR.matcher(c).matches()),
                  Words.of(
                      "ต้องเป็นรหัสสี เช่น \"#0f4a52\" (ใส่เครื่องหมายคำพูด)",
                      "expected a colour such as \"#0f4a52\", in quotation marks"))
              .orElse(null);
      site.get().refuseOthers();
    }
    fields.require("organization");
    SiteConfig.Organization organization =
        fields
            .fields("organization")
            .map(org -> organization(org, findings))
            .orElse(
                new SiteConfig.Organization(
                    new SiteConfig.Name("", null), null, null, null, null, null, null, List.of()));
    List<SiteConfig.Department> departments = departments(fields, findings);
    SiteConfig.Assessment assessment =
        fields
            .fields("assessment")
            .map(asked -> assessment(asked, findings))
            .orElse(SiteConfig.Assessment.NONE);
    List<SiteConfig.MenuEntry> menu =
        fields.list("menu").stream().map(entry -> menu(entry, true)).toList();
    List<List<String>> synonyms =
        fields.fields("search").map(ConfigReader::synonyms).orElse(List.of());
    SiteConfig.News news =
        fields.fields("news").map(asked -> news(asked, findings)).orElse(SiteConfig.News.USUAL);
    SiteConfig.Policies policies =
        fields.fields("policies").map(asked -> policies(asked, departments, findings)).orElse(null);
    SiteConfig.Checks checks =
        fields
            .fields("checks")
            .map(asked -> checks(asked, findings))
            .orElse(
                new SiteConfig.Checks(
                    List.of(),
                    THIN,
                    SiteConfig.Links.UNSAID,
                    RuleSettings.USUAL,
                    SiteConfig.External.NONE));
    SiteConfig.OpenData data =
        fields.fields("data").map(ConfigReader::data).orElse(new SiteConfig.OpenData(null, null));
    Set<SiteConfig.Server> hosting = hosting(fields);
    fields.refuseOthers();
    return new SiteConfig(
        source.file(),
        baseUrl,
        aliases,
        language,
        thaiDigits,
        color,
        organization,
        departments,
        assessment,
        menu,
        synonyms,
        news,
        policies,
        checks,
        data,
        hosting,
        Print.of(source.text()));
  }

  private static SiteConfig.OpenData data(Fields fields) {
    SiteConfig.OpenData data =
        new SiteConfig.OpenData(
            fields
                .parsed(
                    "license",
                    text -> Optional.of(text.strip()).filter(url -> LICENSE.matcher(url).matches()),
                    Words.of(
                        "ต้องเป็นที่อยู่ของสัญญาอนุญาต เช่น"
                            + " https://creativecommons.org/licenses/by/4.0/",
                        "expected the address of a license, such as"
                            + " https://creativecommons.org/licenses/by/4.0/"))
                .orElse(null),
            fields
                .parsed(
                    "contact",
                    text -> Optional.of(text.strip()).filter(mail -> EMAIL.matcher(mail).matches()),
                    Words.of(
                        "ต้องเป็นอีเมล เช่น saraban@example.go.th",
                        "expected an e-mail address, such as saraban@example.go.th"))
                .orElse(null));
    fields.refuseOthers();
    return data;
  }

  /** The servers that read their settings from the site's folder, unless the office names some. */
  private static Set<SiteConfig.Server> hosting(Fields fields) {
    if (!fields.has("hosting")) {
      return Collections.unmodifiableSet(
          EnumSet.of(SiteConfig.Server.APACHE, SiteConfig.Server.IIS, SiteConfig.Server.NETLIFY));
    }
    Set<SiteConfig.Server> servers = EnumSet.noneOf(SiteConfig.Server.class);
    for (YamlNode.Scalar scalar : fields.scalars("hosting")) {
      fields.choice(scalar, SiteConfig.Server.class).ifPresent(servers::add);
    }
    return Collections.unmodifiableSet(servers);
  }

  private static Optional<SiteConfig.BaseUrl> baseUrl(Fields fields, Findings findings) {
    String written = fields.requiredText("base_url");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = BASE_URL.matcher(written);
    String host = matcher.matches() ? host(matcher.group(2)) : null;
    int port =
        matcher.matches() && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : -1;
    if (host == null || port > 65_535) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + written + "\" ไม่ใช่ที่อยู่เว็บไซต์",
                  "'" + written + "' is not the address of a site")
              .at(fields.at("base_url"))
              .about(written)
              .hint(
                  "เขียนแบบ https://www.example.go.th", "write it like https://www.example.go.th"));
      return Optional.empty();
    }
    String path = matcher.group(4) == null ? "/" : matcher.group(4);
    return Optional.of(
        new SiteConfig.BaseUrl(
            matcher.group(1).toLowerCase(Locale.ROOT),
            host,
            port,
            path.endsWith("/") ? path : path + "/"));
  }

  /** The host in ASCII; null when it cannot be one. */
  private static String host(String written) {
    try {
      // Java reads its tables of all letters for it, which a host in ASCII does not need.
      String ascii =
          (isShortAscii(written) ? written : IDN.toASCII(written, IDN.ALLOW_UNASSIGNED))
              .toLowerCase(Locale.ROOT);
      return HOST.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether it is in ASCII, and too short for a label that is too long. */
  private static boolean isShortAscii(String host) {
    return host.length() < 64 && host.chars().allMatch(c -> c < 128);
  }

  private static List<String> aliases(Fields fields) {
    List<String> aliases = new ArrayList<>();
    for (YamlNode.Scalar scalar : fields.scalars("aliases")) {
      Matcher matcher = ALIAS.matcher(scalar.text().strip());
      String host = matcher.matches() ? host(matcher.group(2)) : null;
      String port = host == null ? null : matcher.group(3);
      if (host == null || port != null && Integer.parseInt(port) > 65_535) {
        fields.refuse(
            scalar,
            "ต้องเป็นชื่อเว็บไซต์เท่านั้น เช่น https://example.go.th หรือ อบต-ตัวอย่าง.ไทย",
            "expected a host alone, such as https://example.go.th");
        continue;
      }
      String scheme = matcher.group(1) == null ? "https" : matcher.group(1);
      aliases.add(
          scheme.toLowerCase(Locale.ROOT) + "://" + host + (port == null ? "" : ":" + port));
    }
    return List.copyOf(aliases);
  }

  private static SiteConfig.Organization organization(Fields fields, Findings findings) {
    fields.require("name");
    SiteConfig.Name name = name(fields, "name").orElse(new SiteConfig.Name("", null));
    List<SiteConfig.Channel> channels = new ArrayList<>();
    for (Fields channel : fields.list("channels")) {
      String kind = channel.requiredText("kind");
      if (!kind.isEmpty() && !CHANNELS.contains(kind)) {
        String known = String.join(", ", new TreeSet<>(CHANNELS));
        findings.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "ไม่รู้จักช่องทางชนิด \"" + kind + "\" ที่ใช้ได้คือ " + known,
                    "unknown kind of channel '" + kind + "'; known: " + known)
                .at(channel.at("kind"))
                .about(kind));
      }
      SiteConfig.Name label = name(channel, "label").orElse(null);
      channels.add(
          new SiteConfig.Channel(kind, label, channel.requiredText("value"), channel.at("value")));
      channel.refuseOthers();
    }
    SiteConfig.Organization organization =
        new SiteConfig.Organization(
            name,
            name(fields, "short").orElse(name),
            name(fields, "motto").orElse(null),
            fields.text("seal").orElse(null),
            fields.at("seal"),
            name(fields, "address").orElse(null),
            name(fields, "hours").orElse(null),
            channels);
    fields.refuseOthers();
    return organization;
  }

  /** A name is written as one text, or as {@code th:} and {@code en:}. */
  private static Optional<SiteConfig.Name> name(Fields fields, String key) {
    Optional<YamlNode> node = fields.node(key);
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping) {
      Fields both = fields.fields(key).orElseThrow();
      SiteConfig.Name name =
          new SiteConfig.Name(both.requiredText("th"), both.text("en").orElse(null));
      both.refuseOthers();
      return Optional.of(name);
    }
    return fields.text(key).map(text -> new SiteConfig.Name(text, null));
  }

  private static List<SiteConfig.Department> departments(Fields fields, Findings findings) {
    List<SiteConfig.Department> departments = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields department : fields.list("departments")) {
      String id = department.requiredText("id");
      if (!ids.add(id)) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_KEY,
                    "รหัสหน่วยงาน \"" + id + "\" ซ้ำกัน",
                    "two departments have the id '" + id + "'")
                .at(department.at("id"))
                .about(id));
      }
      department.require("name");
      departments.add(
          new SiteConfig.Department(
              id,
              name(department, "name").orElse(new SiteConfig.Name(id, null)),
              department.text("phone").orElse(null),
              department.text("head").orElse(null)));
      department.refuseOthers();
    }
    return departments;
  }

  private static SiteConfig.News news(Fields fields, Findings findings) {
    List<SiteConfig.Topic> topics = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields topic : fields.list("topics")) {
      topic.require("id");
      String id =
          topic
              .parsed(
                  "id",
                  text -> Optional.of(text.strip()).filter(i -> SLUG.matcher(i).matches()),
                  Words.of(
                      "ต้องเป็นอักษรอังกฤษตัวเล็ก ตัวเลข และ - เช่น public-health",
                      "expected lower-case letters, digits and '-', such as public-health"))
              .orElse("");
      if (!ids.add(id)) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_KEY,
                    "รหัสหัวข้อข่าว \"" + id + "\" ซ้ำกัน",
                    "two topics have the id '" + id + "'")
                .at(topic.at("id"))
                .about(id));
      }
      topic.require("name");
      topics.add(
          new SiteConfig.Topic(id, name(topic, "name").orElse(new SiteConfig.Name(id, null))));
      topic.refuseOthers();
    }
    fields.refuseOthers();
    return new SiteConfig.News(List.copyOf(topics));
  }

  private static SiteConfig.Policies policies(
      Fields fields, List<SiteConfig.Department> departments, Findings findings) {
    String version = fields.requiredText("version");
    fields.require("date");
    LocalDate date = fields.date("date").orElse(LocalDate.MIN);
    String department = fields.text("department").orElse(null);
    List<String> known = departments.stream().map(SiteConfig.Department::id).toList();
    if (department != null && !known.contains(department)) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_KEY,
                  "ไม่มีหน่วยงาน \"" + department + "\" ใน departments",
                  "no department '" + department + "'")
              .at(fields.at("department"))
              .about(department)
              .hint(
                  "ที่มีคือ " + String.join(", ", known),
                  "there are: " + String.join(", ", known)));
    }
    fields.refuseOthers();
    return new SiteConfig.Policies(version, date, department);
  }

  private static SiteConfig.Assessment assessment(Fields fields, Findings findings) {
    fields.require("year");
    FiscalYear year =
        fields
            .integer("year")
            .flatMap(number -> year(number, fields.at("year"), findings))
            .orElse(new FiscalYear(2567));
    Set<FiscalYear> years = new TreeSet<>();
    years.add(year);
    for (YamlNode.Scalar scalar : fields.scalars("years")) {
      fields
          .integer(scalar)
          .flatMap(number -> year(number, scalar.at(), findings))
          .ifPresent(years::add);
    }
    List<FiscalYear> newestFirst = new ArrayList<>(years);
    newestFirst.sort((a, b) -> b.compareTo(a));
    LocalDate opens = null;
    LocalDate closes = null;
    Optional<Fields> window = fields.fields("window");
    if (window.isPresent()) {
      opens = window.get().date("opens").orElse(null);
      closes = window.get().date("closes").orElse(null);
      if (opens != null && closes != null && closes.isBefore(opens)) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "วันปิดระบบอยู่ก่อนวันเปิด",
                    "the window closes before it opens")
                .at(window.get().at("closes")));
      }
      window.get().refuseOthers();
    }
    SiteConfig.Assessment assessment =
        new SiteConfig.Assessment(
            year,
            newestFirst,
            opens,
            closes,
            fields.integer("publish_days_before").orElse(15),
            fields.text("catalog").orElse(null),
            fields.at("catalog"),
            departures(fields));
    fields.refuseOthers();
    return assessment;
  }

  private static List<SiteConfig.Departure> departures(Fields fields) {
    List<SiteConfig.Departure> departures = new ArrayList<>();
    for (Fields waiver : fields.list("waivers")) {
      waiver.require("until");
      LocalDate until = waiver.date("until").orElse(LocalDate.MIN);
      departure(waiver, until, null).ifPresent(departures::add);
    }
    for (Fields correction : fields.list("corrections")) {
      correction.require("required");
      Boolean required = correction.flag("required").orElse(true);
      departure(correction, null, required).ifPresent(departures::add);
    }
    return departures;
  }

  private static Optional<SiteConfig.Departure> departure(
      Fields fields, LocalDate until, Boolean required) {
    fields.require("item");
    Optional<ItemCode> item =
        fields.parsed(
            "item",
            ItemCode::parse,
            Words.of("ต้องเป็นรหัสข้อ เช่น O14", "expected a code such as O14"));
    String element = fields.requiredText("element");
    String reason = fields.requiredText("reason");
    Source at = fields.at("element");
    fields.refuseOthers();
    return item.map(code -> new SiteConfig.Departure(code, element, reason, until, required, at));
  }

  private static Optional<FiscalYear> year(int number, Source at, Findings findings) {
    Optional<FiscalYear> year = FiscalYear.parse(Integer.toString(number));
    if (year.isEmpty()) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + number + "\" ไม่ใช่ปีงบประมาณ พ.ศ.",
                  "'" + number + "' is not a fiscal year of the Buddhist era")
              .at(at)
              .about(Integer.toString(number))
              .hint("เขียนเป็น พ.ศ. สี่หลัก เช่น 2567", "write four digits, such as 2567"));
    }
    return year;
  }

  /** The menu has two levels: groups, and what is in them. */
  private static SiteConfig.MenuEntry menu(Fields fields, boolean group) {
    fields.require("title");
    SiteConfig.MenuEntry entry =
        new SiteConfig.MenuEntry(
            name(fields, "title").orElse(new SiteConfig.Name("", null)),
            fields.text("to").orElse(null),
            fields.at("to"),
            group
                ? fields.list("items").stream().map(item -> menu(item, false)).toList()
                : List.of());
    fields.refuseOthers();
    return entry;
  }

  /** Groups of words, each of two at least. */
  private static List<List<String>> synonyms(Fields fields) {
    List<List<String>> groups = new ArrayList<>();
    Optional<YamlNode> written = fields.node("synonyms");
    if (written.isPresent()) {
      List<YamlNode> nodes =
          written.get() instanceof YamlNode.Sequence list ? list.values() : List.of(written.get());
      for (YamlNode node : nodes) {
        synonymsOf(node, fields).ifPresent(groups::add);
      }
    }
    fields.refuseOthers();
    return List.copyOf(groups);
  }

  private static Optional<List<String>> synonymsOf(YamlNode node, Fields fields) {
    List<String> words = new ArrayList<>();
    if (node instanceof YamlNode.Sequence group) {
      for (YamlNode word : group.values()) {
        if (word instanceof YamlNode.Scalar scalar && !scalar.missing()) {
          words.add(scalar.text().strip());
        }
      }
      if (words.size() == group.values().size() && words.size() > 1) {
        return Optional.of(List.copyOf(words));
      }
    }
    return fields.refuse(
        node,
        "ต้องเป็นกลุ่มคำที่ใช้แทนกันได้ตั้งแต่สองคำ เช่น - [พัสดุ, จัดซื้อจัดจ้าง]",
        "expected a group of two words or more, such as - [พัสดุ, จัดซื้อจัดจ้าง]");
  }

  private static SiteConfig.Checks checks(Fields fields, Findings findings) {
    List<Pattern> ignore = new ArrayList<>();
    for (YamlNode.Scalar scalar : fields.scalars("ignore")) {
      if (scalar.missing()) {
        fields.refuse(
            scalar, "รูปแบบว่างจะข้ามทุกลิงก์", "an empty pattern would leave every link unjudged");
        continue;
      }
      try {
        ignore.add(Pattern.compile(scalar.text()));
      } catch (PatternSyntaxException e) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "รูปแบบ \"" + scalar.text() + "\" ใช้ไม่ได้: " + e.getDescription(),
                    "'" + scalar.text() + "' is not a regular expression: " + e.getDescription())
                .at(scalar.at())
                .about(scalar.text()));
      }
    }
    SiteConfig.Checks checks =
        new SiteConfig.Checks(
            ignore,
            fields.integer("thin").orElse(THIN),
            fields.fields("links").map(ConfigReader::links).orElse(SiteConfig.Links.UNSAID),
            fields
                .fields("rules")
                .map(rules -> ruleSettings(rules, findings))
                .orElse(RuleSettings.USUAL),
            fields
                .fields("external")
                .map(asked -> external(asked, findings))
                .orElse(SiteConfig.External.NONE));
    fields.refuseOthers();
    return checks;
  }

  private static SiteConfig.Links links(Fields fields) {
    SiteConfig.Links links =
        new SiteConfig.Links(
            fields.choice("hash", Tolerance.class).orElse(null),
            fields.choice("empty", Tolerance.class).orElse(null),
            fields.choice("slashless", Tolerance.class).orElse(null),
            fields.choice("insecure", Tolerance.class).orElse(null),
            fields.flag("extensionless").orElse(null));
    fields.refuseOthers();
    return links;
  }

  private static SiteConfig.External external(Fields fields, Findings findings) {
    SiteConfig.External external =
        new SiteConfig.External(
            time(fields, "timeout"),
            time(fields, "pause"),
            time(fields, "budget"),
            count(fields, findings, "per_host", 1),
            count(fields, findings, "retries", 0),
            count(fields, findings, "requests", 1),
            fields.text("user_agent").orElse(null),
            fields.text("proxy").orElse(null),
            fields.at("proxy"),
            fields.texts("no_proxy"),
            fields.text("ca").orElse(null),
            fields.texts("login_hosts"),
            fields.flag("https").orElse(null));
    fields.refuseOthers();
    return external;
  }

  private static Duration time(Fields fields, String key) {
    return fields
        .parsed(
            key,
            TimeSpan::parse,
            Words.of(
                "ต้องเป็นเวลา เช่น 20s (วินาที) 10m (นาที) หรือ 1h (ชั่วโมง)",
                "expected a time such as 20s, 10m or 1h"))
        .orElse(null);
  }

  private static Integer count(Fields fields, Findings findings, String key, int least) {
    Integer count = fields.integer(key).orElse(null);
    if (count != null && count < least) {
      findings.add(
          Finding.of(
                  Rule.SOURCE_VALUE,
                  "\"" + key + "\" ต้องไม่น้อยกว่า " + least,
                  "'" + key + "' must be " + least + " or more")
              .at(fields.at(key))
              .about(count.toString()));
    }
    return count;
  }

  private static RuleSettings ruleSettings(Fields fields, Findings findings) {
    Map<Rule, RuleSettings.Setting> settings = new EnumMap<>(Rule.class);
    for (String id : List.copyOf(fields.names())) {
      Optional<RuleSettings.Setting> setting = fields.choice(id, RuleSettings.Setting.class);
      Optional<Rule> rule = Rule.of(id);
      if (rule.isEmpty()) {
        findings.add(unknownRule(fields.keyAt(id), id));
      } else if (RuleSettings.isFixed(rule.get())) {
        findings.add(fixedRule(fields.keyAt(id), id));
      } else if (setting.isPresent() && !RuleSettings.allows(rule.get(), setting.get())) {
        findings.add(
            Finding.of(
                    Rule.SOURCE_VALUE,
                    "กฎ " + id + " ตั้งได้เพียง off เพราะเป็นเรื่องที่ยังตัดสินไม่ได้",
                    "the rule " + id + " can only be 'off': it tells what could not be decided")
                .at(fields.at(id))
                .about(id));
      } else if (setting.isPresent()) {
        settings.put(rule.get(), setting.get());
      }
    }
    return new RuleSettings(settings);
  }

  private static Finding unknownRule(Source at, String id) {
    List<String> known =
        Arrays.stream(Rule.values())
            .filter(rule -> !RuleSettings.isFixed(rule))
            .map(Rule::id)
            .toList();
    Words hint =
        NearMatch.of(id, known)
            .map(near -> Words.of("น่าจะหมายถึง " + near, "did you mean " + near + "?"))
            .orElse(
                Words.of(
                    "ใช้ชื่อกฎที่อยู่ในวงเล็บท้ายข้อความของรายงาน เช่น link/duplicate-id",
                    "write the name in brackets behind a message, such as link/duplicate-id"));
    return Finding.of(
            Rule.SOURCE_KEY, "ไม่มีกฎชื่อ \"" + id + "\"", "there is no rule '" + id + "'")
        .at(at)
        .about(id)
        .hint(hint);
  }

  private static Finding fixedRule(Source at, String id) {
    return Finding.of(
            Rule.SOURCE_KEY,
            "กฎ " + id + " เป็นส่วนหนึ่งของประตู ปิดหรือเปลี่ยนระดับไม่ได้",
            "the rule " + id + " is part of the gate and can be neither switched off nor changed")
        .at(at)
        .about(id)
        .hint(
            "องค์ประกอบที่ไม่ต้องแสดงให้เขียนไว้ใน assessment.waivers พร้อมเหตุผล ดู oit explain "
                + id,
            "waive an element that is not asked of you in assessment.waivers; see oit explain "
                + id);
  }
}
