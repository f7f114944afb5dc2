import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * The same Thai pages as the source of a site of each generator, with templates of like complexity.
 *
 * <p>Every page has front matter, four headings, a table, a list, a link to a PDF, a picture, and
 * six links to other pages, two of them to a place; it comes out as about 9 kB of HTML. The same
 * number of pages gives the same bytes, on every machine. The site of {@code oit} has besides an
 * assessed list of five items with evidence, so that its gate has something to judge.
 */
final class SiteCorpus {
  static final int FOLDER = 100;

  private static final int ROWS = 6;
  private static final int PDFS = 20;
  private static final int MENU = 12;
  private static final int ITEMS = 5;
  private static final String[] WORDS = {
    "องค์การบริหารส่วนตำบล", "เปิดเผยข้อมูลสาธารณะ", "แผนการจัดซื้อจัดจ้าง", "ประจำปีงบประมาณ",
    "พ.ศ. 2567", "รายงานผลการดำเนินงาน", "ประชาชนในพื้นที่", "การป้องกันการทุจริต",
    "ข้อบัญญัติงบประมาณรายจ่าย", "คู่มือการให้บริการ", "ผู้บริหารท้องถิ่น", "สมาชิกสภา",
    "ตามพระราชบัญญัติ", "โครงการก่อสร้างถนนคอนกรีต", "หมู่ที่ 5", "งบประมาณ 495,000 บาท"
  };

  /** For whom a source is written. */
  enum Form {
    /** This project, with a template of its own as plain as those of the others. */
    OIT,
    /** This project with the look that comes with it. */
    OIT_LOOK,
    HUGO,
    ELEVENTY
  }

  private final Form form;
  private final int pages;
  private final Path root;
  private Random random = new Random(0);

  private SiteCorpus(Form form, int pages, Path root) {
    this.form = form;
    this.pages = pages;
    this.root = root;
  }

  /** Writes a site's folder, which is empty or not there. */
  static void write(Form form, int pages, Path root) throws IOException {
    new SiteCorpus(form, pages, root).write();
  }

  /** Changes a word of the text of one page, another in every round; its links stay. */
  static void change(Form form, int pages, Path root, int round) throws IOException {
    SiteCorpus corpus = new SiteCorpus(form, pages, root);
    int page = (round * 7 + 3) % pages;
    String changed = corpus.page(page).replace("ข้อความแรก", "ข้อความที่แก้ครั้งที่ " + round);
    Files.writeString(corpus.file(page), changed);
  }

  private void write() throws IOException {
    for (int page = 0; page < pages; page++) {
      Path file = file(page);
      if (page % FOLDER == 0) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, page(page));
    }
    Path assets = assets();
    Files.createDirectories(assets.resolve("files"));
    Files.createDirectories(assets.resolve("images"));
    for (int i = 0; i < PDFS; i++) {
      Files.write(assets.resolve("files/plan-" + i + ".pdf"), pdf(i));
    }
    Files.writeString(
        assets.resolve("images/seal.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");
    switch (form) {
      case OIT, OIT_LOOK -> oit();
      case HUGO -> hugo();
      case ELEVENTY -> eleventy();
    }
  }

  private boolean isOurs() {
    return form == Form.OIT || form == Form.OIT_LOOK;
  }

  private Path assets() {
    return switch (form) {
      case OIT, OIT_LOOK -> root.resolve("content");
      case HUGO -> root.resolve("static");
      case ELEVENTY -> root.resolve("src");
    };
  }

  private Path file(int page) {
    String folder =
        switch (form) {
          case OIT, OIT_LOOK -> "content/pages/";
          case ELEVENTY -> "src/";
          default -> "content/";
        };
    return root.resolve(folder + "s" + page / FOLDER + "/p" + page + ".md");
  }

  /** How a page links to another, as authors write it for that generator. */
  private String link(int from, int to) {
    String path = "s" + to / FOLDER + "/p" + to;
    if (isOurs()) {
      return from / FOLDER == to / FOLDER ? "p" + to + ".md" : "../" + path + ".md";
    }
    return "/" + path + "/";
  }

  private String heading(int part) {
    String title = words(2);
    return isOurs() || form == Form.HUGO
        ? "## " + title + " {#part-" + part + "}\n\n"
        : "<h2 id=\"part-" + part + "\">" + title + "</h2>\n\n";
  }

  private String page(int page) {
    random = new Random(page);
    StringBuilder out = new StringBuilder(6_000);
    String title = words(2) + " เรื่องที่ " + page;
    String summary = words(4);
    out.append("---\ntitle: ").append(title).append("\nsummary: ").append(summary);
    out.append("\nupdated: 2024-04-01\n---\n\n");
    out.append("ข้อความแรก ").append(words(8)).append("\n\n");
    out.append(heading(0)).append(paragraph()).append('\n');
    for (int i = 0; i < 4; i++) {
      int to = i == 0 ? (page + 1) % pages : random.nextInt(pages);
      out.append("- [").append(words(1)).append("](").append(link(page, to)).append(")\n");
    }
    out.append('\n').append(heading(1)).append("| ที่ | รายการ | จำนวนเงิน | ผู้รับผิดชอบ |\n");
    out.append("|---:|---|---:|---|\n");
    for (int i = 1; i <= ROWS; i++) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %d | %s | %,d.00 | %s |\n",
              i,
              words(2),
              1000 * random.nextInt(900),
              words(1)));
    }
    out.append('\n').append(heading(2)).append(paragraph());
    for (int i = 0; i < 2; i++) {
      out.append("ดู [").append(words(1)).append("](").append(link(page, random.nextInt(pages)));
      out.append("#part-").append(random.nextInt(4)).append(") และ ").append(words(3));
      out.append("\n\n");
    }
    String up = isOurs() ? "../../" : "/";
    out.append(heading(3)).append(paragraph());
    out.append("ดาวน์โหลด [").append(words(2)).append("](").append(up).append("files/plan-");
    out.append(random.nextInt(PDFS)).append(".pdf) ภาพ ![").append(words(1)).append("](");
    out.append(up).append("images/seal.svg)\n");
    return out.toString();
  }

  private String paragraph() {
    return words(9) + " **" + words(2) + "** " + words(3) + "\n\n";
  }

  private String words(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return out.toString();
  }

  /** A document of one page with a line of text. */
  private static byte[] pdf(int number) {
    String content = "BT /F1 12 Tf 50 700 Td (Plan number " + number + " of the year 2567) Tj ET";
    String[] objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
          + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    };
    StringBuilder out = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < objects.length; i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.length()));
      out.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int start = out.length();
    out.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
    out.append(table).append("trailer\n<</Size ").append(objects.length + 1);
    out.append("/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private int menuPage(int entry) {
    return entry * Math.max(1, pages / MENU) % pages;
  }

  private String menuUrl(int entry) {
    int page = menuPage(entry);
    return "/s" + page / FOLDER + "/p" + page + "/";
  }

  private void oit() throws IOException {
    StringBuilder menu = new StringBuilder();
    for (int i = 0; i < MENU; i++) {
      int page = menuPage(i);
      String entry = "{title: {th: เมนูที่ " + i + "}, to: pages/s%d/p%d.md}\n";
      menu.append(i % 3 == 0 ? "  - title: {th: หมวดที่ " + i + "}\n    items:\n" : "");
      menu.append("      - ").append(String.format(Locale.ROOT, entry, page / FOLDER, page));
    }
    write(
        "site-config.yml",
        """
        site: {base_url: 'https://www.example.go.th', language: th}
        organization:
          name: {th: องค์การบริหารส่วนตำบลตัวอย่าง}
          seal: images/seal.svg
          address: {th: 99 หมู่ที่ 1 ตำบลตัวอย่าง}
          channels: [{kind: phone, value: 0 0000 0000}, {kind: email, value: a@example.go.th}]
        departments: [{id: office, name: {th: สำนักปลัด}, phone: 0 0000 0001}]
        assessment:
          year: 2567
          years: [2567]
          window: {opens: 2567-04-01, closes: 2567-04-30}
          catalog: list.yml
        menu:
        """
            + menu);
    StringBuilder items = new StringBuilder();
    for (int i = 1; i <= ITEMS; i++) {
      items.append("          - id: O").append(i).append("\n            name: ข้อที่ ").append(i);
      items.append("\n            confidence: low\n            elements_confidence: low\n");
      items.append("            period: {of: [current], text: ปัจจุบัน}\n            elements:\n");
      items.append("              - {id: plan, text: แผน, kind: document}\n");
      items.append("              - {id: result, text: ผล, kind: text}\n");
      write(
          "content/oit/2567/o" + i + ".md",
          """
          ---
          item: O%d
          title: แผนและผลของเรื่องที่ %d
          department: office
          supervisor: ปลัด
          preparer: นักวิเคราะห์นโยบายและแผน
          updated: 2024-04-01
          elements: {plan: ../../files/plan-%d.pdf, result: '#result'}
          evidence: [{file: ../../files/plan-%d.pdf, title: แผนฉบับที่ %d, date: 2024-03-01}]
          ---

          ## ผลการดำเนินงาน {#result}

          %s
          """
              .formatted(i, i, i, i, i, words(30)));
    }
    write(
        "list.yml",
        """
        year: 2567
        name: รายการสำหรับวัดความเร็ว
        checked_against_manual: false
        confidence: low
        pass_mark: {score: 85, confidence: low}
        instruments: [{id: OIT, name: แบบวัด, weight: 40, confidence: low}]
        ratings: [{name: ผ่าน, from: 85, confidence: low}, {name: ปรับปรุง, from: 0, confidence: low}]
        sources: [{file: ไม่มี, what: สมมติขึ้นเพื่อวัดความเร็ว}]
        indicators:
          - id: '9'
            name: การเปิดเผยข้อมูล
            sub_indicators:
              - id: '9.1'
                name: ข้อมูลพื้นฐาน
                confidence: low
                items:
        """
            + items.toString().indent(2));
    write("content/index.md", "---\ntitle: หน้าแรก\n---\n\n[แรก](pages/s0/p0.md)\n");
    if (form == Form.OIT) {
      write(
          "templates/page.ftlh",
          """
          <!DOCTYPE html>
          <html lang="${site.language}">
          <head>
          <meta charset="utf-8">
          <title>${page.title} | ${site.name}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="description" content="${page.summary!}">
          <link rel="canonical" href="${page.canonical}">
          <link rel="icon" href="${site.seal}">
          </head>
          <body>
          <header><a href="${site.home}">${site.name}</a></header>
          <nav><ul>
          <#list site.menu as group><#list group.items as entry>
          <li><a href="${entry.url}"<#if entry.current> aria-current="page"</#if>>${entry.title}</a></li>
          </#list></#list>
          </ul></nav>
          <nav><ol>
          <#list page.breadcrumbs as step><li><a href="${step.url}">${step.title}</a></li></#list>
          </ol></nav>
          <main id="main">
          <h1>${page.title}</h1>
          <ol>
          <#list page.toc as entry><li><a href="#${entry.id}">${entry.title}</a></li></#list>
          </ol>
          ${page.body}
          </main>
          <footer><p>${site.address}</p><p>${page.updated.text}</p></footer>
          </body>
          </html>
          """);
    }
  }

  private void hugo() throws IOException {
    StringBuilder config =
        new StringBuilder(
            """
            baseURL = "https://www.example.go.th/"
            languageCode = "th"
            title = "องค์การบริหารส่วนตำบลตัวอย่าง"
            disableKinds = ["taxonomy", "term", "RSS", "section"]
            [params]
            address = "99 หมู่ที่ 1 ตำบลตัวอย่าง"
            [markup.goldmark.renderer]
            unsafe = true
            """);
    for (int i = 0; i < MENU; i++) {
      config.append("[[menu.main]]\nname = \"เมนูที่ ").append(i).append("\"\nurl = \"");
      config.append(menuUrl(i)).append("\"\nweight = ").append(i + 1).append('\n');
    }
    write("config.toml", config.toString());
    write(
        "layouts/index.html",
        "<!DOCTYPE html><html lang=\"th\"><h1>{{ .Site.Title }}</h1><a href=\"/s0/p0/\">หน้าแรก</a></html>\n");
    write(
        "layouts/_default/single.html",
        """
        <!DOCTYPE html>
        <html lang="{{ .Site.LanguageCode }}">
        <head>
        <meta charset="utf-8">
        <title>{{ .Title }} | {{ .Site.Title }}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="description" content="{{ .Params.summary }}">
        <link rel="canonical" href="{{ .Permalink }}">
        <link rel="icon" href="/images/seal.svg">
        </head>
        <body>
        <header><a href="/">{{ .Site.Title }}</a></header>
        <nav><ul>
        {{ $url := .RelPermalink }}{{ range .Site.Menus.main }}
        <li><a href="{{ .URL }}"{{ if eq .URL $url }} aria-current="page"{{ end }}>{{ .Name }}</a></li>
        {{ end }}
        </ul></nav>
        <nav><ol><li><a href="/">หน้าแรก</a></li></ol></nav>
        <main id="main">
        <h1>{{ .Title }}</h1>
        {{ .TableOfContents }}
        {{ .Content }}
        </main>
        <footer><p>{{ .Site.Params.address }}</p><p>{{ .Params.updated }}</p></footer>
        </body>
        </html>
        """);
  }

  private void eleventy() throws IOException {
    write("package.json", "{\"type\": \"module\"}\n");
    write(
        "eleventy.config.js",
        """
        export default function (config) {
          config.addPassthroughCopy("src/files");
          config.addPassthroughCopy("src/images");
          config.setQuietMode(true);
          return { dir: { input: "src", output: process.env.BENCH_OUTPUT }, markdownTemplateEngine: false };
        }
        """);
    write("src/src.json", "{\"layout\": \"page.njk\"}\n");
    write("src/index.njk", "---\nlayout: false\n---\n<!DOCTYPE html><h1>หน้าแรก</h1>\n");
    StringBuilder menu = new StringBuilder("[");
    for (int i = 0; i < MENU; i++) {
      menu.append(i == 0 ? "" : ",").append("{\"title\":\"เมนูที่ ").append(i);
      menu.append("\",\"url\":\"").append(menuUrl(i)).append("\"}");
    }
    write("src/_data/menu.json", menu.append("]\n").toString());
    write("src/_includes/page.njk", njk());
  }

  private static String njk() {
    return """
        <!DOCTYPE html>
        <html lang="th">
        <head>
        <meta charset="utf-8">
        <title>{{ title }} | องค์การบริหารส่วนตำบลตัวอย่าง</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="description" content="{{ summary }}">
        <link rel="canonical" href="https://www.example.go.th{{ page.url }}">
        <link rel="icon" href="/images/seal.svg">
        </head>
        <body>
        <header><a href="/">องค์การบริหารส่วนตำบลตัวอย่าง</a></header>
        <nav><ul>
        {% for entry in menu %}
        <li><a href="{{ entry.url }}"{% if entry.url == page.url %} aria-current="page"{% endif %}>{{ entry.title }}</a></li>
        {% endfor %}
        </ul></nav>
        <nav><ol><li><a href="/">หน้าแรก</a></li></ol></nav>
        <main id="main">
        <h1>{{ title }}</h1>
        {{ content | safe }}
        </main>
        <footer><p>99 หมู่ที่ 1 ตำบลตัวอย่าง</p><p>{{ updated }}</p></footer>
        </body>
        </html>
        """;
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Writes a site and nothing more: {@code SiteCorpus FORM FOLDER PAGES}. */
  public static void main(String[] arguments) throws IOException {
    Form form = Form.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    write(form, Integer.parseInt(arguments[2]), Path.of(arguments[1]));
  }
}
