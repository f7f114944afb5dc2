package th.oit.readiness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import th.oit.check.ItemVerdict;
import th.oit.check.ShownElement;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.text.Language;
import th.oit.text.UrlPath;

/**
 * The answers for ITAS: for each item yes or no, the URL of the page that holds the data, and where
 * on that page each element is, in the words of the page itself.
 *
 * <p>An item that does not pass is never answered with yes, unless the sheet is a draft and the
 * item has a page; the row says what is missing. Always in Thai: the system is. Immutable.
 *
 * @param draft whether items that do not pass may be answered with yes
 * @param answers one for each item, in the order of the list
 */
public record AnswerSheet(SiteConfig config, boolean draft, List<Answer> answers) {
  private static final Set<String> FILES =
      Set.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "csv", "json", "zip",
          "jpg", "jpeg", "png", "webp", "gif");

  /**
   * The answer to one item.
   *
   * @param yes whether the body says that it discloses the item
   * @param urls absolute, the item's own page first; empty when the answer is no
   * @param explanation where on the page each element is; empty when the answer is no
   * @param note why the answer is no, or what a draft still lacks; empty when the item passes
   */
  public record Answer(
      ItemVerdict item, boolean yes, List<String> urls, String explanation, String note) {
    public Answer {
      urls = List.copyOf(urls);
    }
  }

  public AnswerSheet {
    answers = List.copyOf(answers);
  }

  /**
   * Answers every item.
   *
   * @param shown what the published pages show, by item such as O14
   */
  public static AnswerSheet of(
      Readiness readiness, Map<String, List<ShownElement>> shown, boolean draft) {
    List<Answer> answers = new ArrayList<>();
    for (ItemVerdict item : readiness.items()) {
      boolean passes = item.status() == ItemVerdict.Status.PASS;
      boolean yes = item.url() != null && !isHome(item.url()) && (passes || draft);
      List<ShownElement> elements = shown.getOrDefault(item.id(), List.of());
      answers.add(
          new Answer(
              item,
              yes,
              yes ? urls(readiness.config(), item, elements) : List.of(),
              yes ? explanation(readiness.config(), item, elements) : "",
              passes ? "" : note(readiness, item, yes)));
    }
    return new AnswerSheet(readiness.config(), draft, answers);
  }

  /** How many items the sheet answers with yes. */
  public int yes() {
    return (int) answers.stream().filter(Answer::yes).count();
  }

  /** The sheet as CSV: UTF-8 with a byte order mark, so that Excel reads the Thai. */
  public String csv() {
    return Csv.of(grid());
  }

  /** The sheet as a workbook, with links that open. */
  public byte[] xlsx() {
    return Xlsx.of(List.of(grid()));
  }

  private Grid grid() {
    int mostUrls = answers.stream().mapToInt(answer -> answer.urls().size()).max().orElse(0);
    List<Grid.Head> heads = new ArrayList<>();
    heads.add(new Grid.Head("ข้อ", 7));
    heads.add(new Grid.Head("รายการ", 40));
    heads.add(new Grid.Head("มี/ไม่มี", 9));
    heads.add(new Grid.Head("URL", 44));
    heads.add(new Grid.Head("คำอธิบายเพิ่มเติม", 90));
    heads.add(new Grid.Head("หน่วยงานที่รับผิดชอบ", 26));
    heads.add(new Grid.Head("ผลการตรวจ", 13));
    heads.add(new Grid.Head("หมายเหตุ", 50));
    for (int i = 2; i <= mostUrls; i++) {
      heads.add(new Grid.Head("URL " + i, 44));
    }
    Phrases say = new Phrases(Language.TH);
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Answer answer : answers) {
      ItemVerdict item = answer.item();
      List<Grid.Cell> row = new ArrayList<>();
      row.add(Grid.Cell.text(item.id()));
      row.add(Grid.Cell.text(item.name()));
      row.add(
          Grid.Cell.text(
              answer.yes() ? "มี" : "ไม่มี", answer.yes() ? Grid.Tone.PLAIN : Grid.Tone.BAD));
      row.add(url(answer, 0));
      row.add(Grid.Cell.text(answer.explanation()));
      row.add(
          Grid.Cell.text(
              item.department() == null
                  ? ""
                  : config
                      .department(item.department())
                      .map(department -> department.name().th())
                      .orElse(item.department())));
      row.add(
          Grid.Cell.text(
              say.status(item.status()),
              item.status() == ItemVerdict.Status.PASS ? Grid.Tone.GOOD : Grid.Tone.BAD));
      row.add(Grid.Cell.text(answer.note()));
      for (int i = 1; i < mostUrls; i++) {
        row.add(url(answer, i));
      }
      rows.add(row);
    }
    return new Grid(draft ? "คำตอบ OIT (ฉบับร่าง)" : "คำตอบ OIT", heads, rows);
  }

  private static Grid.Cell url(Answer answer, int index) {
    return index < answer.urls().size()
        ? Grid.Cell.link(answer.urls().get(index), answer.urls().get(index))
        : Grid.Cell.text("");
  }

  private static String note(Readiness readiness, ItemVerdict item, boolean yes) {
    String missing =
        readiness.findingsOf(item.id()).stream()
            .filter(Finding::isError)
            .map(finding -> "– " + finding.message().th())
            .distinct()
            .collect(Collectors.joining("\n"));
    String lead =
        yes
            ? "ฉบับร่าง ห้ามนำเข้าระบบจนกว่าจะแก้ครบ:"
            : item.url() == null
                ? "ตอบว่ามีไม่ได้ เพราะยังไม่มีหน้าของข้อนี้"
                : "ตอบว่ามีไม่ได้จนกว่าจะแก้ครบ:";
    return missing.isEmpty() ? lead.replaceAll(":$", "") : lead + "\n" + missing;
  }

  /** The item's own page, then other pages of the site on which elements are shown. */
  private static List<String> urls(
      SiteConfig config, ItemVerdict item, List<ShownElement> elements) {
    String own = config.baseUrl().absolute(item.url());
    Set<String> urls = new LinkedHashSet<>();
    urls.add(own);
    for (ShownElement element : elements) {
      for (ShownElement.Place place : element.places()) {
        String url = withoutFragment(absolute(config, item.url(), place.href()));
        boolean page = url.startsWith(config.baseUrl().absolute("/")) && !isFile(url);
        if (page && !url.equals(config.baseUrl().absolute("/"))) {
          urls.add(url);
        }
      }
    }
    return List.copyOf(urls);
  }

  private static String explanation(
      SiteConfig config, ItemVerdict item, List<ShownElement> elements) {
    if (elements.isEmpty()) {
      return item.required() == 0
          ? "ข้อมูลแสดงอยู่ในหน้านี้"
          : "หน้านี้แจ้งว่าไม่มีรายการในช่วงเวลาที่ต้องแสดง พร้อมเหตุผล";
    }
    Map<List<ShownElement.Place>, List<String>> byPlaces = new LinkedHashMap<>();
    for (ShownElement element : elements) {
      String text = element.text().isEmpty() ? element.id() : element.text();
      byPlaces.computeIfAbsent(element.places(), places -> new ArrayList<>()).add(text);
    }
    int[] number = {0};
    return byPlaces.entrySet().stream()
        .map(
            entry ->
                (byPlaces.size() == 1 ? "" : ++number[0] + ") ")
                    + String.join("; ", entry.getValue())
                    + " → "
                    + entry.getKey().stream()
                        .map(place -> place(config, item, place))
                        .distinct()
                        .collect(Collectors.joining(" และ")))
        .collect(Collectors.joining("\n"));
  }

  private static String place(SiteConfig config, ItemVerdict item, ShownElement.Place place) {
    String url = absolute(config, item.url(), place.href());
    String label = place.label().isBlank() ? "" : " \"" + place.label().strip() + "\"";
    String own = config.baseUrl().absolute(item.url());
    String page = withoutFragment(url);
    if (page.equals(own)) {
      return label.isEmpty() || url.equals(own) ? "ในหน้านี้" : "หัวข้อ" + label + " ในหน้านี้";
    }
    if (url.startsWith("tel:") || url.startsWith("mailto:")) {
      return "ช่องทาง" + label + " ในหน้านี้";
    }
    if (isFile(page)) {
      String type = page.substring(page.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
      boolean ours = page.startsWith(config.baseUrl().absolute("/"));
      return "ไฟล์ " + type + label + (ours ? " ในหน้านี้" : " (" + url + ")");
    }
    return "หน้า" + label + " (" + url + ")";
  }

  private static boolean isHome(String url) {
    return url.equals("/") || url.equals("/index.html");
  }

  private static boolean isFile(String url) {
    String last = url.substring(url.lastIndexOf('/') + 1);
    int query = last.indexOf('?');
    String name = query < 0 ? last : last.substring(0, query);
    return FILES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static String withoutFragment(String url) {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }

  /** A link of a page that passed the link check, made absolute. */
  private static String absolute(SiteConfig config, String page, String href) {
    SiteConfig.BaseUrl base = config.baseUrl();
    String link = href.strip();
    if (link.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return link;
    }
    if (link.startsWith("//")) {
      return base.scheme() + ":" + link;
    }
    if (link.isEmpty() || link.startsWith("#")) {
      return base.absolute(page) + link;
    }
    if (link.startsWith("/")) {
      return base.origin() + encoded(link);
    }
    String own = base.link(page);
    List<String> path =
        new ArrayList<>(List.of(own.substring(1, own.lastIndexOf('/') + 1).split("/")));
    path.removeIf(String::isEmpty);
    int end = link.length();
    for (char sign : new char[] {'?', '#'}) {
      int at = link.indexOf(sign);
      end = at >= 0 && at < end ? at : end;
    }
    String[] steps = link.substring(0, end).split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      boolean last = i == steps.length - 1;
      if (steps[i].equals("..") && !path.isEmpty()) {
        path.remove(path.size() - 1);
      } else if (!steps[i].equals(".") && !steps[i].equals("..") && !last) {
        path.add(steps[i]);
      }
    }
    String name = steps[steps.length - 1];
    boolean folder = name.isEmpty() || name.equals(".") || name.equals("..");
    String joined = "/" + path.stream().map(step -> step + "/").collect(Collectors.joining());
    return base.origin() + encoded(joined + (folder ? "" : name) + link.substring(end));
  }

  /** The same link in ASCII: letters that stand as they are become escapes, escapes stay. */
  private static String encoded(String link) {
    StringBuilder out = new StringBuilder();
    link.codePoints()
        .forEach(
            c ->
                out.append(
                    c <= ' ' || c > '~'
                        ? UrlPath.encode(Character.toString(c))
                        : Character.toString(c)));
    return out.toString();
  }
}
