package th.oit.check.links;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A site with defects at known places, put together from plain texts: it knows of no parser and of
 * no part of the check, so that what it recorded is a second opinion.
 *
 * <p>In the varieties below {@code §} marks where a finding is to be placed, and {@code {n}}
 * becomes a number that no other place of the site has. The same number of pages and seed give the
 * same bytes.
 */
final class PlantedSite {
  /** Names that do not belong on a site; of two that Windows takes for one, the second. */
  private static final List<String> NAMES =
      List.of("files/Thumbs.db", "files/~$แผน.docx", "files/CON.txt", "files/report.pdf");

  /** Where the site is served, and its other name. */
  static final String URL = "https://www.example.go.th/";

  static final String ALIAS = "อบต-ตัวอย่าง.ไทย";

  private static final int FOLDER = 50;
  private static final Charset THAI = Charset.forName("x-windows-874");

  /** What stands beside the pages; the names matter, the content does not. */
  private static final List<String> FILES =
      List.of(
          "files/plan.pdf",
          "files/plan-2567.pdf",
          "files/caf\u00e9.pdf",
          "files/คำสั่ง.pdf",
          "files/แผน.pdf",
          "files/ที่ดิน.pdf",
          "files/แบบ\u200bฟอร์ม.pdf",
          "files/a b.pdf",
          "files/a%20b.pdf",
          "files/ready.html");

  /**
   * A defect as planted.
   *
   * @param page the file, relative to the root
   * @param column in UTF-16 code units, from 1
   * @param target as a browser reads it; null when there is none
   */
  record Planted(String page, int line, int column, String rule, String target) {
    @Override
    public String toString() {
      return page + ":" + line + ":" + column + " " + rule + " " + target;
    }
  }

  /**
   * One way to be wrong, or to be right.
   *
   * @param rule null when there is nothing wrong with it
   * @param targets as many as there are marks
   */
  private record Variety(String rule, String html, String... targets) {}

  private static final List<Variety> VARIETIES = new ArrayList<>();

  /** Right or wrong only where {@code <base href="/files/">} stands in the head. */
  private static final List<Variety> BASED = new ArrayList<>();

  private static final List<Variety> STYLES = new ArrayList<>();

  private static void in(List<Variety> list, String rule, String html, String... targets) {
    list.add(new Variety(rule, html, targets));
  }

  private static void is(String rule, String html, String... targets) {
    in(VARIETIES, rule, html, targets);
  }

  private static void right(String html) {
    in(VARIETIES, null, html);
  }

  static {
    notFound();
    letters();
    fragments();
    addresses();
    contacts();
    nothingThere();
    allIsWell();
    based();
    styles();
  }

  private static void notFound() {
    String rule = "link/not-found";
    // Every attribute that holds a URL.
    is(rule, "<a §href=\"none-{n}.html\">ลิงก์</a>", "none-{n}.html");
    is(rule, "<a class=x §href='/none/{n}/'>ลิงก์</a>", "/none/{n}/");
    is(rule, "<a §href=none-{n}.pdf>ลิงก์</a>", "none-{n}.pdf");
    is(rule, "<A ID=\"up-{n}\" §HREF = \"none-{n}.pdf\">ลิงก์</A>", "none-{n}.pdf");
    is(rule, "<a\n  class=\"x\"\n\t§href=\"none-{n}.pdf\"\n>ลิงก์</a>", "none-{n}.pdf");
    is(rule, "<a title=\"a > b\" §href=\"none-{n}.pdf\">x</a>", "none-{n}.pdf");
    is(rule, "<map name=m{n}><area alt=x §href=\"none-{n}.html\"></map>", "none-{n}.html");
    is(rule, "<link rel=icon §href=none-{n}.png>", "none-{n}.png");
    is(rule, "<link rel=\"StyleSheet\" §href=none-{n}.css>", "none-{n}.css");
    is(rule, "<link rel=preload as=image §imagesrcset='none-{n}.png 2x'>", "none-{n}.png");
    is(rule, "<script §src=\"none-{n}.js\"></script>", "none-{n}.js");
    is(rule, "<img §src=\"none-{n}.png\" alt=\"\">", "none-{n}.png");
    is(rule, "<img alt=x §srcset=\"none-{n}.png 1x, /files/plan.pdf 2x\">", "none-{n}.png");
    is(rule, "<img alt §srcset='foo,bar-{n} 480w'>", "foo,bar-{n}");
    is(
        rule,
        "<picture><source §srcset=\"a-{n}.webp, data:,x,y\"><img src=data:,x alt></picture>",
        "a-{n}.webp");
    is(rule, "<video §src=none-{n}.mp4></video>", "none-{n}.mp4");
    is(rule, "<video §poster=none-{n}.jpg></video>", "none-{n}.jpg");
    is(
        rule,
        "<video><source §src=none-{n}.mp4><track §src=none-{n}.vtt></video>",
        "none-{n}.mp4",
        "none-{n}.vtt");
    is(rule, "<audio §src=none-{n}.mp3></audio>", "none-{n}.mp3");
    is(rule, "<iframe §src=\"/none-{n}.html\"></iframe>", "/none-{n}.html");
    is(rule, "<embed §src=none-{n}.pdf>", "none-{n}.pdf");
    is(rule, "<object §data=none-{n}.pdf></object>", "none-{n}.pdf");
    is(
        rule,
        "<form §action=none-{n}.php><button §formaction=b-{n}.php>x</button></form>",
        "none-{n}.php",
        "b-{n}.php");
    is(rule, "<input type=image alt=x §src=none-{n}.png>", "none-{n}.png");
    is(rule, "<input type=submit §formaction=none-{n}.php>", "none-{n}.php");
    is(
        rule,
        "<q §cite=none-{n}.html>x</q> <del §cite=d-{n}.html>y</del>",
        "none-{n}.html",
        "d-{n}.html");
    is(rule, "<blockquote §cite=none-{n}.html>x</blockquote>", "none-{n}.html");
    is(rule, "<img src=data:,x alt §longdesc=none-{n}.html>", "none-{n}.html");
    is(
        rule,
        "<table §background=none-{n}.png><tr><td §background=t-{n}.png>x</table>",
        "none-{n}.png",
        "t-{n}.png");
    is(rule, "<meta property=\"og:image\" §content=\"/none-{n}.png\">", "/none-{n}.png");
    is(rule, "<meta name=twitter:image §content=/none-{n}.png>", "/none-{n}.png");
    is(rule, "<meta http-equiv=Refresh §content=\"900; URL='none-{n}.html'\">", "none-{n}.html");
    is(rule, "<svg><use §href=\"none-{n}.svg#a\"/></svg>", "none-{n}.svg#a");
    is(rule, "<svg><image §xlink:href=\"none-{n}.png\"/></svg>", "none-{n}.png");
    is(rule, "<svg><a §xlink:href=none-{n}.html><text>x</text></a></svg>", "none-{n}.html");
    is(rule, "<noscript><img §src=none-{n}.png alt></noscript>", "none-{n}.png");
    is(rule, "<p §style=\"color:red;background:url(none-{n}.png)\">x</p>", "none-{n}.png");
    is(
        rule,
        "<style>p{background:url(§none-{n}.png)}\nq{background:url('§q-{n}.png')}</style>",
        "none-{n}.png",
        "q-{n}.png");
    is(rule, "<style>@import \"§none-{n}.css\";</style>", "none-{n}.css");
    // Every way to write it.
    is(rule, "<a §href=\"none-{n}.html?a=1&amp;b=2\">x</a>", "none-{n}.html?a=1&b=2");
    is(rule, "<a §href=\"&#110;one-{n}.html\">x</a>", "none-{n}.html");
    is(rule, "<a §href=\"" + URL + "none-{n}\">x</a>", URL + "none-{n}");
    is(rule, "<a §href=\"HTTP://Example.GO.TH/none-{n}\">x</a>", "HTTP://Example.GO.TH/none-{n}");
    is(rule, "<a §href=\"//www.example.go.th/none-{n}\">x</a>", "//www.example.go.th/none-{n}");
    is(rule, "<a §href=\"https://" + ALIAS + "/none-{n}\">x</a>", "https://" + ALIAS + "/none-{n}");
    is(rule, "<a §href=\"\\files\\none-{n}.pdf\">x</a>", "\\files\\none-{n}.pdf");
    is(rule, "<a §href=\"/files/%E0%B8%81-{n}.pdf\">x</a>", "/files/%E0%B8%81-{n}.pdf");
    is(rule, "<a §href=\"/files/เอกสาร-{n}.pdf\">x</a>", "/files/เอกสาร-{n}.pdf");
    is(rule, "<a §href=\"/files%2Fplan.pdf\">x</a>", "/files%2Fplan.pdf");
    is(rule, "<a §href=\"/files/a%252520b.pdf\">x</a>", "/files/a%252520b.pdf");
    is(rule, "<a §href=\"/files/a+b.pdf\">x</a>", "/files/a+b.pdf");
    is(rule, "<a §href=\"/files/plan-๒๕๖๗.pdf\">x</a>", "/files/plan-๒๕๖๗.pdf");
    is(rule, "<a §href=\"/files/plaan.pdf\">x</a>", "/files/plaan.pdf");
    is(rule, "<a §href=\"plan.pdf\">x</a>", "plan.pdf");
    is(rule, "<a §href=\"/files/\">x</a>", "/files/");
    is(rule, "<a §href=\"/files/plan.pdf/\">x</a>", "/files/plan.pdf/");
    is(rule, "<a §href=\"saraban{n}@example.go.th\">x</a>", "saraban{n}@example.go.th");
    is(rule, "<a §href=\"www.example{n}.go.th\">x</a>", "www.example{n}.go.th");
    is(rule, "<a §href=\"http//example{n}.go.th/\">x</a>", "http//example{n}.go.th/");
    is(rule, "<a §href=\" none-{n}.pdf\t\">x</a>", " none-{n}.pdf\t");
  }

  private static void letters() {
    String rule = "link/case";
    is(rule, "<a §href=\"/files/Plan.pdf\">x</a>", "/files/Plan.pdf");
    is(rule, "<a §href=\"../files/plan.PDF\">x</a>", "../files/plan.PDF");
    is(rule, "<a §href=\"../Files/plan.pdf\">x</a>", "../Files/plan.pdf");
    is(rule, "<a §href=\"/D0/\">x</a>", "/D0/");
    is(rule, "<a §href=\"/d0/INDEX.html\">x</a>", "/d0/INDEX.html");
    is(rule, "<img alt §src=\"/files/%50lan.pdf\">", "/files/%50lan.pdf");
    is(rule, "<a §href=\"/files/Plan.pdf#page=2\">x</a>", "/files/Plan.pdf#page=2");
    is(rule, "<a §href=\"/files/cafe\u0301.pdf\">x</a>", "/files/cafe\u0301.pdf");
    is(rule, "<a §href=\"/files/cafe%CC%81.pdf\">x</a>", "/files/cafe%CC%81.pdf");
    is(rule, "<a §href=\"/files/ค\u0e4d\u0e32สั่ง.pdf\">x</a>", "/files/ค\u0e4d\u0e32สั่ง.pdf");
    is(rule, "<a §href=\"/files/เเผน.pdf\">x</a>", "/files/เเผน.pdf");
    is(rule, "<a §href=\"/files/ท\u0e48\u0e35ดิน.pdf\">x</a>", "/files/ท\u0e48\u0e35ดิน.pdf");
    is(rule, "<a §href=\"/files/pl\u200ban.pdf\">x</a>", "/files/pl\u200ban.pdf");
    is(rule, "<a §href=\"/files/plan%E2%80%8B.pdf\">x</a>", "/files/plan%E2%80%8B.pdf");
    is(rule, "<a §href=\"/files/\ufeffplan.pdf\">x</a>", "/files/\ufeffplan.pdf");
    is(rule, "<a §href=\"/files/pl&shy;an.pdf\">x</a>", "/files/pl\u00adan.pdf");
    is(rule, "<a §href=\"/files/plan.pdf&nbsp;\">x</a>", "/files/plan.pdf\u00a0");
    is(rule, "<a §href=\"/files/แบบฟอร์ม.pdf\">x</a>", "/files/แบบฟอร์ม.pdf");
  }

  private static void fragments() {
    String rule = "link/no-fragment";
    is(rule, "<a §href=\"#none-{n}\">x</a>", "#none-{n}");
    is(rule, "<a §href=\"#Part-1\">x</a>", "#Part-1");
    is(rule, "<a §href=\"?v={n}#none\">x</a>", "?v={n}#none");
    is(rule, "<a §href=\"/files/ready.html#none-{n}\">x</a>", "/files/ready.html#none-{n}");
    is(rule, "<a §href=\"../files/ready.html#PLACE\">x</a>", "../files/ready.html#PLACE");
    is(
        rule,
        "<a §href=\"/files/ready.html#none:~:text=แผน\">x</a>",
        "/files/ready.html#none:~:text=แผน");
    is(rule, "<a §href=\"/d0/#none-{n}\">x</a>", "/d0/#none-{n}");
    is(rule, "<a §href=\"" + URL + "files/ready.html#none\">x</a>", URL + "files/ready.html#none");
    is(rule, "<a §href=\"/files/ready.html#%E0%B8%81\">x</a>", "/files/ready.html#%E0%B8%81");
    is(rule, "<a §href=\"/files/ready.html#field\">x</a>", "/files/ready.html#field");
    is(rule, "<a §href=\"/files/ready.html#hidden\">x</a>", "/files/ready.html#hidden");
    is(rule, "<template><p id=\"t{n}\"></p></template><a §href=\"#t{n}\">x</a>", "#t{n}");
    is(rule, "<img src=data:,x alt §usemap=\"#map-none-{n}\">", "#map-none-{n}");
    is("link/slash", "<a §href=\"/d0\">x</a>", "/d0");
    is("link/slash", "<a §href=\"../d0?v={n}#part-1\">x</a>", "../d0?v={n}#part-1");
    String twice = "link/duplicate-id";
    is(twice, "<p id=\"two-{n}\">x</p><p §id=\"two-{n}\">y</p>", "two-{n}");
    is(
        twice,
        "<p id=จุด{n}>x</p>\n<b\n §id='จุด{n}'>y</b><i title=x §ID=\"จุด{n}\">z</i>",
        "จุด{n}",
        "จุด{n}");
  }

  private static void addresses() {
    String malformed = "link/malformed";
    for (String url :
        List.of(
            "https://",
            "//",
            "https://exa mple{n}.go.th/",
            "http://a{n}.go.th:99999/",
            "http://a{n}.go.th:8o/",
            "http://1.2.3.4.5/{n}",
            "http://256.1.1.1/",
            "https://[::1/{n}",
            "https://www..go.th/{n}",
            "https://exa%3Cmple.go.th/{n}",
            "htp://example{n}.go.th/",
            "htttps://example{n}.go.th/",
            "https://https://example{n}.go.th/",
            "http://http//example{n}.go.th/")) {
      is(malformed, "<a §href=\"" + url + "\">x</a>", url);
    }
    String outside = "link/outside-site";
    for (String url :
        List.of(
            "../../none-{n}.html",
            "../../files/plan.pdf",
            "../../../../files/plan.pdf",
            "/../files/plan.pdf",
            "%2e%2e/.%2E/files/plan.pdf",
            "..\\..\\files\\plan.pdf",
            URL + "a/../../none-{n}")) {
      is(outside, "<a §href=\"" + url + "\">x</a>", url);
    }
    String local = "link/local-path";
    for (String url :
        List.of(
            "C:\\งาน\\แผน-{n}.pdf",
            "d:/plan-{n}.pdf",
            "file:///D:/plan-{n}.pdf",
            "FILE://server/plan-{n}.pdf",
            "\\\\server\\share\\plan-{n}.doc",
            "http://localhost:8080/{n}",
            "http://127.0.0.1/{n}",
            "http://0x7f.1/{n}",
            "http://2130706433/{n}",
            "http://192.168.1.10/{n}",
            "http://10.1.2.3/{n}",
            "http://172.16.0.1/{n}",
            "http://[::1]/{n}",
            "http://[0:0:0:0:0:0:0:1]/{n}",
            "http://intranet/{n}",
            "http://server.local/{n}",
            "/files/~$plan-{n}.docx",
            "https://files.example.org/~$plan-{n}.docx")) {
      is(local, "<a §href=\"" + url + "\">x</a>", url);
    }
    is(local, "<img alt=\"\" §src=\"file:///C:/Users/me/{n}.png\">", "file:///C:/Users/me/{n}.png");
  }

  private static void contacts() {
    for (String address :
        List.of(
            "",
            "a b{n}@example.go.th",
            "กข{n}@example.go.th",
            "saraban{n}",
            "a@b",
            "a{n}@b.go.th,c",
            "a@@b{n}.go.th",
            ".a{n}@b.go.th",
            "a{n}@b..go.th")) {
      is("link/mailto", "<a §href=\"mailto:" + address + "\">x</a>", "mailto:" + address);
    }
    for (String number : List.of("", "๐๒๑๒๓๔๕๖๗", "call-{n}", "0-2123-4567 ต่อ 4", "12", "+")) {
      is("link/tel", "<a §href=\"tel:" + number + "\">x</a>", "tel:" + number);
    }
  }

  private static void nothingThere() {
    String rule = "link/empty";
    is(rule, "<a §href=\"\">x</a>", "");
    is(rule, "<a §href>x</a>", "");
    is(rule, "<a §href=\"#\">x</a>", "#");
    is(rule, "<a §href=\"  \">x</a>", "  ");
    is(rule, "<p>ก §<a>x</a></p>", (String) null);
    is(rule, "§<a\nclass=x>x</a>", (String) null);
    is(rule, "<img alt §src=\"\">", "");
    is(rule, "§<img alt=\"\">", (String) null);
    is(rule, "<script §src=\"\"></script>", "");
    is(rule, "<iframe §src=''></iframe>", "");
    is(rule, "<video §poster=\"\"></video>", "");
    is(rule, "<link rel=stylesheet §href=\"\">", "");
    is(rule, "§<link rel=stylesheet>", (String) null);
    is(rule, "<area §href=\"\">", "");
  }

  private static void allIsWell() {
    right("<a href=\"/files/plan.pdf\">x</a>");
    right("<a href=\"../files/plan.pdf?v={n}\">x</a>");
    right("<a href=\"\\files\\plan.pdf\">x</a>");
    right("<a href=\"/files/a%20b.pdf\">x</a><a href=\"/files/a b.pdf\">x</a>");
    right("<a href=\"/files/a%2520b.pdf\">x</a>");
    right("<a href=\"/files/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf\">x</a>");
    right("<a href=\"/files/แผน.pdf\">x</a><a href=\"/files/คำสั่ง.pdf#page=3\">x</a>");
    right("<a href=\"/files/caf&eacute;.pdf\">x</a>");
    right("<a href=\"/files/pl\nan.pdf\">x</a>");
    right("<a href=\" /files/plan.pdf \">x</a>");
    right("<a href=\"/d0/\">x</a><a href=\"./\">x</a><a href=\"..\">x</a>");
    right("<a href=\"#part-1\">x</a><a href=\"#ส่วนที่-๒\">x</a><a href=\"#old\">x</a>");
    right(
        "<a href=\"#%E0%B8%AA%E0%B9%88%E0%B8%A7%E0%B8%99%E0%B8%97%E0%B8%B5%E0%B9%88-%E0%B9%92\">x</a>");
    right("<a href=\"#top\">x</a><a href=\"#TOP\">x</a><a href=\"?p={n}#\">x</a>");
    right(
        "<a href=\"/files/ready.html#place\">x</a><a href=\"/files/ready.html#place:~:text=x\">x</a>");
    right("<a href=\"/files/ready.html#:~:text=x\">x</a><a href=\"/files/ready.html#a%20b\">x</a>");
    right("<a href=\"https://www.example.org/none-{n}\">x</a>");
    right("<a href=\"https://อบต-อื่น.ไทย/{n}\">x</a>");
    right("<a href=\"" + URL + "files/plan.pdf\">x</a><a href=\"https://" + ALIAS + "/\">x</a>");
    right("<a href=\"http://example.go.th/files/../files/plan.pdf\">x</a>");
    right("<a href=\"mailto:a.b+c{n}@example.go.th,d@อบต.ไทย?subject=x\">x</a>");
    right("<a href=\"mailto:?subject=x\">x</a><a href=\"tel:+66(0)2-123-4567\">x</a>");
    right("<a href=\"javascript:void(0)\">x</a><a href=\"line://ti/p/{n}\">x</a>");
    right("<a id=\"here-{n}\"></a><a name=\"there-{n}\">x</a><a role=button>x</a>");
    right("<img src=\"data:image/gif;base64,AAAA\" alt srcset=\"data:,a,b 2x, /files/plan.pdf\">");
    right("<img data-src=\"none-{n}.png\" alt>");
    right("<iframe srcdoc=\"x\" src=\"\"></iframe><form action=\"\"></form>");
    right("<!-- <a href=\"none-{n}.pdf\">x</a> -->");
    right("<template><a href=\"none-{n}.pdf\">x</a></template>");
    right("<script>'<a href=\"none-{n}.pdf\">x</a>'</script>");
    right("<textarea><a href=\"none-{n}.pdf\">x</a></textarea>");
    right("<div data-oit-ignore><p><a href=\"none-{n}.pdf\">x</a></p></div>");
    right("<a data-oit-ignore href=\"none-{n}.pdf\">x</a>");
    right("<link rel=preconnect href=\"//none{n}.example.org\">");
    right("<style>/* url(none-{n}.png) */ p{content:'url(no)';fill:url(#x)}</style>");
    right("<p style=\"background:url(/files/plan.pdf)\">x</p>");
    right("<p title=\"<a href='none-{n}.html'>\">x</p>");
    right("<svg><rect fill=\"url(#none)\"/></svg>");
    right("<meta http-equiv=refresh content=\"900\">");
    right("<p>&lt;a href=\"none-{n}.html\"&gt;</p>");
    right("<img src=data:,x alt usemap=\"#map\">");
  }

  private static void based() {
    in(BASED, null, "<a href=\"plan.pdf\">x</a><a href=\"../d0/\">x</a>");
    in(BASED, null, "<a href=\"ready.html#place\">x</a>");
    in(BASED, "link/not-found", "<a §href=\"../none-{n}.html\">x</a>", "../none-{n}.html");
    in(BASED, "link/not-found", "<a §href=\"#part-1\">x</a>", "#part-1");
    in(BASED, "link/case", "<img alt §src=\"Plan.pdf\">", "Plan.pdf");
    in(BASED, "link/no-fragment", "<a §href=\"ready.html#none\">x</a>", "ready.html#none");
    in(BASED, "link/outside-site", "<a §href=\"../../none-{n}\">x</a>", "../../none-{n}");
  }

  private static void styles() {
    in(STYLES, "link/not-found", "p{background:url(§none-{n}.png)}", "none-{n}.png");
    in(STYLES, "link/not-found", "p{background:URL( '§none {n}.png' )}", "none {n}.png");
    in(STYLES, "link/not-found", "@import \"§none-{n}.css\";", "none-{n}.css");
    in(STYLES, "link/not-found", "@import url(\"§none-{n}.css\") print;", "none-{n}.css");
    in(STYLES, "link/not-found", "p{cursor:url(§no\\6e e-{n}.cur),auto}", "none-{n}.cur");
    in(
        STYLES,
        "link/not-found",
        "/* ก */ p{src:url(§/f-{n}.woff2) format('woff2')}",
        "/f-{n}.woff2");
    in(STYLES, "link/case", "p{background:url(§../files/Plan.pdf)}", "../files/Plan.pdf");
    in(STYLES, "link/outside-site", "p{background:url(§../../x-{n}.png)}", "../../x-{n}.png");
    in(STYLES, "link/local-path", "p{background:url(§file:///C:/{n}.png)}", "file:///C:/{n}.png");
    in(STYLES, "link/malformed", "p{background:url(\"§http://a:b:{n}/\")}", "http://a:b:{n}/");
    in(STYLES, null, "p{background:url(../files/plan.pdf)}");
    in(STYLES, null, "/* url(none-{n}.png) */ p::after{content:\"url(none-{n}.png)\"}");
    in(STYLES, null, "@namespace svg url(http://www.w3.org/2000/svg);");
    in(STYLES, null, "p{filter:url(#none);background:url(data:image/png;base64,AA==)}");
    in(STYLES, null, "p{background:url(https://www.example.org/{n}.png)}");
  }

  private final Random random;
  private final List<Planted> planted = new ArrayList<>();
  private final List<Variety> open = new ArrayList<>();
  private int number;

  private String page;
  private StringBuilder text;
  private int line;
  private int column;
  private String lineEnd;

  private PlantedSite(long seed) {
    this.random = new Random(seed);
  }

  /** Writes a site; answers what is wrong with it. */
  static List<Planted> write(Path root, int pages, long seed) throws IOException {
    PlantedSite site = new PlantedSite(seed);
    Files.createDirectories(root.resolve("files"));
    for (String file : FILES) {
      Files.write(root.resolve(file), new byte[0]);
    }
    Files.writeString(
        root.resolve("files/ready.html"),
        "<p id=place>x<p id='a b'>y<input name=field><template><p id=hidden></template>");
    Files.writeString(root.resolve("index.html"), "<h1>หน้าแรก</h1>");
    Files.write(root.resolve("files/Report.pdf"), new byte[0]);
    for (String file : NAMES) {
      String name = file.substring(file.indexOf('/') + 1);
      Files.write(root.resolve(file), new byte[0]);
      site.planted.add(new Planted(file, 0, 0, "link/name", name));
    }
    for (int i = 0; i < pages; i++) {
      site.writePage(root, i);
    }
    return site.planted;
  }

  /** The rules of which there is at least one variety. */
  static Set<String> rules() {
    Set<String> rules = new TreeSet<>(Set.of("link/name"));
    for (List<Variety> list : List.of(VARIETIES, BASED, STYLES)) {
      list.stream().filter(one -> one.rule != null).forEach(one -> rules.add(one.rule));
    }
    return rules;
  }

  private void writePage(Path root, int index) throws IOException {
    String folder = "d" + index / FOLDER + "/";
    boolean styled = index % 10 == 3;
    boolean withBase = index % 10 == 7;
    Charset charset = index % 10 == 5 ? THAI : StandardCharsets.UTF_8;
    String mark = index % 10 == 6 ? "\ufeff" : "";
    lineEnd = index % 4 == 1 ? "\r\n" : "\n";
    Files.createDirectories(root.resolve(folder));
    begin(folder + (index % FOLDER == 0 ? "index" : "p" + index) + ".html");
    put("<!doctype html>\n<html lang=th>\n<head>\n<meta charset=\"");
    put(charset == THAI ? "windows-874" : "utf-8");
    put("\">\n<title>หน้าที่ " + index + "</title>\n");
    put(withBase ? "<base target=_self><base href=\"/files/\">\n" : "");
    put(styled ? "<link rel=stylesheet href=\"s" + index + ".css\">\n" : "");
    put("</head>\n<body>\n<h1 id=part-1>ส่วนที่ ๑</h1><h2 id=\"ส่วนที่-๒\">ส่วนที่ ๒</h2>\n");
    put("<a name=old></a><map name=map></map>\n");
    int count = 6 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      clutter(charset);
      take(withBase ? any(BASED) : next(charset));
      put(random.nextBoolean() ? "\n" : " ");
    }
    put("</body>\n</html>\n");
    write(root, mark, charset);
    if (styled) {
      begin(folder + "s" + index + ".css");
      for (int i = 0; i < 3; i++) {
        put(random.nextBoolean() ? "p{color:red} " : "/* ก😀 */\n");
        take(any(STYLES));
        put("\n");
      }
      write(root, mark, StandardCharsets.UTF_8);
    }
  }

  /** Each variety once in every round, each round in another order. */
  private Variety next(Charset charset) {
    if (open.isEmpty()) {
      open.addAll(VARIETIES);
      Collections.shuffle(open, random);
    }
    CharsetEncoder encoder = charset.newEncoder();
    for (int i = open.size() - 1; i >= 0; i--) {
      if (encoder.canEncode(open.get(i).html.replace("§", ""))) {
        return open.remove(i);
      }
    }
    return VARIETIES.get(0);
  }

  private Variety any(List<Variety> varieties) {
    return varieties.get(random.nextInt(varieties.size()));
  }

  /** What stands before a defect moves it: letters of one and of two code units, tabs, lines. */
  private void clutter(Charset charset) {
    switch (random.nextInt(5)) {
      case 0 -> put("<p>องค์การบริหารส่วนตำบล ");
      case 1 -> put(charset == THAI ? "<p>\t" : "<p>😀 e\u0301\t");
      case 2 -> put("<p>a &amp; b &lt; c\n\n  ");
      case 3 -> put("<p title='\n'>");
      default -> put("<p>");
    }
  }

  private void begin(String path) {
    page = path;
    text = new StringBuilder();
    line = 1;
    column = 1;
  }

  private void take(Variety variety) {
    String own = Integer.toString(++number);
    String html = variety.html.replace("{n}", own);
    int seen = 0;
    int from = 0;
    for (int at = html.indexOf('§'); at >= 0; at = html.indexOf('§', from)) {
      put(html.substring(from, at));
      String target = variety.targets[seen++];
      planted.add(
          new Planted(
              page,
              line,
              column,
              variety.rule,
              target == null ? null : target.replace("{n}", own)));
      from = at + 1;
    }
    if (seen != variety.targets.length) {
      throw new IllegalStateException(variety.html + " has not as many marks as targets");
    }
    put(html.substring(from));
  }

  private void put(String more) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c == '\n') {
        text.append(lineEnd);
        line++;
        column = 1;
      } else {
        text.append(c);
        column++;
      }
    }
  }

  private void write(Path root, String mark, Charset charset) throws IOException {
    Files.write(root.resolve(page), (mark + text).getBytes(charset));
  }
}
