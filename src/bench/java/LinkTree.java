import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A tree of Thai pages as an office's site has them: a menu that is the same on every page, the way
 * back, a table of contents of the page, links to neighbours, documents and places on other pages.
 *
 * <p>Every page has exactly {@link #LINKS} links and at least {@link #BYTES} bytes of UTF-8, and a
 * few more. One page in {@link #BROKEN_EVERY} leads to a page that is not there, and to a place
 * that is not on a page, so that a checker which looks at nothing cannot win. The same number of
 * pages gives the same bytes, on every machine.
 */
final class LinkTree {
  static final int LINKS = 100;
  static final int BYTES = 12_000;
  static final int BROKEN_EVERY = 100;

  private static final int FOLDER = 100;
  private static final int SECTIONS = 8;
  private static final int MENU = 40;
  private static final int NEIGHBOURS = 18;
  private static final int PLACES = 12;
  private static final int DOCUMENTS = 10;
  private static final int PDFS = 20;
  private static final String[] WORDS = {
    "องค์การบริหารส่วนตำบล", "เปิดเผยข้อมูลสาธารณะ", "แผนการจัดซื้อจัดจ้าง", "ประจำปีงบประมาณ",
    "พ.ศ. ๒๕๖๗", "รายงานผลการดำเนินงาน", "ประชาชนในพื้นที่", "การป้องกันการทุจริต",
    "ข้อบัญญัติงบประมาณรายจ่าย", "คู่มือการให้บริการ", "ผู้บริหารท้องถิ่น", "สมาชิกสภา",
    "ตามพระราชบัญญัติ", "โครงการก่อสร้างถนนคอนกรีต", "หมู่ที่ ๕", "งบประมาณ ๔๙๕,๐๐๐ บาท"
  };

  private final int pages;
  private final StringBuilder html = new StringBuilder(2 * BYTES);
  private Random random;
  private int links;

  private LinkTree(int pages) {
    this.pages = pages;
  }

  /** What was written: how many of each kind. */
  record Written(int pages, long bytes, int links, int broken) {}

  /** Writes a tree into a folder that is empty or not there. */
  static Written write(Path root, int pages) throws IOException {
    LinkTree tree = new LinkTree(pages);
    long bytes = 0;
    int broken = 0;
    Files.createDirectories(root.resolve("assets"));
    Files.writeString(root.resolve("assets/site.css"), "body{background:url(seal.png)}\n");
    Files.writeString(root.resolve("assets/site.js"), "// nothing\n");
    for (String name : List.of("seal.png", "icon.png")) {
      Files.write(root.resolve("assets").resolve(name), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    }
    Path files = Files.createDirectories(root.resolve("files"));
    for (int i = 0; i < PDFS; i++) {
      Files.writeString(files.resolve("plan-" + i + ".pdf"), "%PDF-1.4\n%%EOF\n");
    }
    for (int page = 0; page < pages; page++) {
      Path file = root.resolve(path(page));
      if (page % FOLDER == 0) {
        Files.createDirectories(file.getParent());
      }
      byte[] written = tree.page(page).getBytes(StandardCharsets.UTF_8);
      Files.write(file, written);
      bytes += written.length;
      broken += page % BROKEN_EVERY == BROKEN_EVERY - 1 ? 2 : 0;
    }
    Files.writeString(root.resolve("index.html"), tree.home());
    return new Written(pages + 1, bytes, pages * LINKS, broken);
  }

  private static String path(int page) {
    String folder = "s" + page / FOLDER + "/";
    return page % FOLDER == 0 ? folder + "index.html" : folder + "p" + page + ".html";
  }

  /** As sites write it: a folder by its name, not by its index. */
  private static String url(int page) {
    return page % FOLDER == 0 ? "/s" + page / FOLDER + "/" : "/" + path(page);
  }

  /** From a page of the same folder. */
  private static String relative(int page) {
    return page % FOLDER == 0 ? "./" : "p" + page + ".html";
  }

  private String home() {
    html.setLength(0);
    html.append("<!doctype html><html lang=th><meta charset=utf-8><title>หน้าแรก</title><ul>\n");
    for (int page = 0; page < pages; page += FOLDER) {
      html.append("<li><a href=\"").append(url(page)).append("\">หมวด</a>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private String page(int page) {
    random = new Random(page);
    links = 0;
    html.setLength(0);
    int first = page - page % FOLDER;
    int inFolder = Math.min(FOLDER, pages - first);
    html.append("<!doctype html>\n<html lang=\"th\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    words(2).append("</title>\n");
    link("<link rel=\"stylesheet\" href=\"", "/assets/site.css", "\">\n");
    link("<link rel=\"icon\" href=\"", "/assets/icon.png", "\">\n");
    link("<script src=\"", "/assets/site.js", "\" defer></script>\n");
    html.append("</head>\n<body>\n<header>");
    link("<img src=\"", "/assets/seal.png", "\" alt=\"ตรา\">");
    html.append("</header>\n<nav><ul>\n");
    for (int i = 0; i < MENU; i++) {
      int folder = i * FOLDER % Math.max(FOLDER, pages - pages % FOLDER);
      html.append("<li>");
      anchor(url(Math.min(pages - 1, i % 4 == 0 ? folder : folder + i)));
    }
    html.append("</ul></nav>\n<main>\n<p>");
    anchor("/");
    anchor("./");
    html.append("</p>\n<h1>");
    words(3).append("</h1>\n<ol>\n");
    for (int i = 0; i < SECTIONS; i++) {
      html.append("<li>");
      anchor(i % 2 == 0 ? "#part-" + i : "#ส่วนที่-" + i);
    }
    html.append("</ol>\n");
    List<String> body = new ArrayList<>();
    body.add(relative(first + (page - first + 1) % inFolder));
    for (int i = 1; i < NEIGHBOURS; i++) {
      body.add(relative(first + random.nextInt(inFolder)));
    }
    for (int i = 0; i < PLACES; i++) {
      body.add(url(random.nextInt(pages)) + "#part-" + 2 * random.nextInt(SECTIONS / 2));
    }
    for (int i = 0; i < DOCUMENTS; i++) {
      body.add("../files/plan-" + random.nextInt(PDFS) + ".pdf");
    }
    if (page % BROKEN_EVERY == BROKEN_EVERY - 1) {
      body.set(1, "missing-" + page + ".html");
      body.set(NEIGHBOURS, url(page) + "#missing-" + page);
    }
    while (links + body.size() < LINKS) {
      body.add(url(random.nextInt(pages)));
    }
    for (int i = 0; i < SECTIONS; i++) {
      html.append("<h2 id=\"").append(i % 2 == 0 ? "part-" : "ส่วนที่-").append(i).append("\">");
      words(2).append("</h2>\n<p>");
      for (int j = i; j < body.size(); j += SECTIONS) {
        anchor(body.get(j));
      }
      html.append("</p>\n");
    }
    // Thai letters take three bytes.
    String end = "</main>\n</body>\n</html>\n";
    for (int left = BYTES - bytes() - end.length(); left > 0; ) {
      int from = html.length();
      html.append("<p>");
      words(12).append("</p>\n");
      left -= html.substring(from).getBytes(StandardCharsets.UTF_8).length;
    }
    return html.append(end).toString();
  }

  private int bytes() {
    return html.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private void anchor(String url) {
    link("<a href=\"", url, "\">");
    html.append(WORDS[random.nextInt(WORDS.length)]).append("</a>\n");
  }

  private void link(String before, String url, String after) {
    html.append(before).append(url).append(after);
    links++;
  }

  private StringBuilder words(int count) {
    for (int i = 0; i < count; i++) {
      html.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return html;
  }

  /** Writes a tree and nothing more: {@code LinkTree FOLDER PAGES}. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(write(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
  }
}
