package th.oit.readiness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import th.oit.check.ItemVerdict;
import th.oit.config.SiteConfig;
import th.oit.finding.Finding;
import th.oit.report.HtmlText;
import th.oit.text.ThaiDate;
import th.oit.text.ThaiDigits;

/**
 * The monthly memo to the chief executive: how ready the body is, what has changed since the last
 * memo, what to mend first and by when.
 *
 * <p>Always in Thai, in the form of an official memo and with Thai digits; codes of items stay as
 * ITAS writes them. One A4 page however much is wrong: what would not fit is counted instead of
 * named.
 *
 * @param html a page that loads nothing and carries its own letters, so that it breaks into lines
 *     alike everywhere
 * @param snapshot how things stand today; kept for the next memo
 */
public record Memo(String html, Snapshot snapshot) {
  /** As many as fit on the page with everything else at its longest. */
  private static final int MOST_ITEMS = 5;

  private static final int MOST_DEPARTMENTS = 5;
  private static final int MOST_CODES = 10;
  private static final int LONGEST_NAME = 56;

  private static final String STYLE =
      """
      @page { size: A4 portrait; margin: 12mm 20mm 10mm 30mm }
      * { box-sizing: border-box }
      body { margin: 0; color: #000; background: #fff;
        font: 11pt/1.42 MemoSarabun, "TH Sarabun New", Sarabun, "Noto Sans Thai", Tahoma, sans-serif }
      main { max-width: 160mm; margin: 0 auto }
      h1 { margin: 0 0 3mm; font-size: 20pt; line-height: 14mm; text-align: center }
      .field { display: flex; gap: .5em; align-items: baseline }
      .field b { white-space: nowrap; font-size: 12.5pt }
      .field span { flex: 1; border-bottom: 1px dotted #000; min-height: 1.4em }
      .two { display: flex; gap: 6mm }
      .two > * { flex: 1 }
      .to { margin: 3mm 0; text-indent: 0 }
      .to b { font-size: 12.5pt; margin-right: .5em }
      p { margin: 0 0 1mm; text-indent: 20mm }
      table { width: 100%; margin: 1mm 0 2mm; border-collapse: collapse; font-size: 9.5pt; line-height: 1.35 }
      caption { text-align: left; font-weight: 700; font-size: 10.5pt }
      th { white-space: nowrap }
      th, td { padding: .4mm 1.5mm; border: .3mm solid #555; text-align: left; vertical-align: top }
      .code, .number { white-space: nowrap }
      .number { text-align: right }
      .sign { margin: 5mm 0 3mm 70mm; text-align: center; break-inside: avoid; line-height: 1.9 }
      .line { display: inline-block; width: 48mm; border-bottom: 1px dotted #000 }
      .notes { font-size: 10.5pt; break-inside: avoid }
      .rule { display: block; height: 6mm; border-bottom: 1px dotted #000 }
      @media screen { body { padding: 15mm 10mm } }
      """;

  /**
   * What stands in the head and at the foot of the memo; empty texts become dotted lines.
   *
   * @param office the part of the body from which it comes, with its telephone
   * @param number of the letter
   * @param addressee to whom it goes
   * @param through who sees it before; empty for nobody
   * @param position of the person who signs
   */
  public record Letterhead(
      String office, String number, String addressee, String through, String position) {

    /** What the configuration tells: from the office of the clerk to the chief executive. */
    public static Letterhead of(SiteConfig config) {
      String body = config.organization().name().th();
      Optional<SiteConfig.Department> office =
          config.departments().stream()
              .filter(department -> department.name().th().startsWith("สำนักปลัด"))
              .findFirst()
              .or(() -> config.departments().stream().findFirst());
      String from =
          office.map(department -> department.name().th() + " " + body).orElse(body)
              + office.map(SiteConfig.Department::phone).map(phone -> " โทร. " + phone).orElse("");
      String position = office.map(SiteConfig.Department::head).orElse("");
      return new Letterhead(from, "", chief(body), clerk(body), position);
    }

    private static String chief(String body) {
      if (body.startsWith("องค์การบริหารส่วน") || body.startsWith("เมือง")) {
        return "นายก" + body;
      }
      return body.startsWith("เทศบาล")
          ? "นายกเทศมนตรี" + body.substring("เทศบาล".length())
          : "หัวหน้าหน่วยงาน " + body;
    }

    private static String clerk(String body) {
      return body.startsWith("องค์การบริหารส่วน")
              || body.startsWith("เทศบาล")
              || body.startsWith("เมือง")
          ? "ปลัด" + body
          : "";
    }
  }

  /**
   * What is different from an earlier day, by the codes of the items in the order of the list.
   *
   * @param passing pass now and did not then
   * @param failing passed then and do not now
   * @param score gained or, when negative, lost
   */
  public record Change(LocalDate since, List<String> passing, List<String> failing, double score) {
    public Change {
      passing = List.copyOf(passing);
      failing = List.copyOf(failing);
    }

    /** The change from one day to another; empty when they are of different lists. */
    public static Optional<Change> between(Snapshot before, Snapshot after) {
      if (before == null || !before.year().equals(after.year())) {
        return Optional.empty();
      }
      List<String> passing = new ArrayList<>();
      List<String> failing = new ArrayList<>();
      after
          .items()
          .forEach(
              (item, status) -> {
                boolean passes = status == ItemVerdict.Status.PASS;
                boolean passed = before.items().get(item) == ItemVerdict.Status.PASS;
                if (passes && !passed) {
                  passing.add(item);
                } else if (!passes && passed) {
                  failing.add(item);
                }
              });
      return Optional.of(
          new Change(before.date(), passing, failing, after.score() - before.score()));
    }
  }

  /**
   * Writes the memo.
   *
   * @param before what was kept with the last memo; null when this is the first
   */
  public static Memo of(Readiness readiness, Letterhead letterhead, Snapshot before) {
    Snapshot now = Snapshot.of(readiness);
    String body = body(readiness, letterhead, Change.between(before, now));
    String title = "บันทึกข้อความ รายงานความพร้อม OIT " + ThaiDate.longForm(readiness.today());
    return new Memo(HtmlText.page(title, "th", fonts() + STYLE, body), now);
  }

  private static String body(Readiness readiness, Letterhead letterhead, Optional<Change> change) {
    LocalDate today = readiness.today();
    String year = readiness.catalog().year().toString();
    StringBuilder out = new StringBuilder("<main>\n<h1>บันทึกข้อความ</h1>\n");
    out.append("<div class=\"field\"><b>ส่วนราชการ</b>").append(dotted(letterhead.office()));
    out.append("</div>\n<div class=\"two\"><div class=\"field\"><b>ที่</b>");
    out.append(dotted(letterhead.number())).append("</div><div class=\"field\"><b>วันที่</b>");
    out.append(dotted(ThaiDate.longForm(today))).append("</div></div>\n");
    out.append("<div class=\"field\"><b>เรื่อง</b>");
    out.append(
        dotted(
            "รายงานความพร้อมของข้อมูล OIT ปี พ.ศ. "
                + year
                + " ประจำเดือน"
                + ThaiDate.longForm(today).replaceFirst("^\\d+ ", "")));
    out.append("</div>\n<p class=\"to\"><b>เรียน</b> ").append(text(letterhead.addressee()));
    if (!letterhead.through().isEmpty()) {
      out.append(" (ผ่าน").append(text(letterhead.through())).append(')');
    }
    out.append("</p>\n");
    out.append("<p>").append(text(standing(readiness))).append("</p>\n");
    out.append("<p>").append(text(changed(readiness, change))).append("</p>\n");
    if (!readiness.forecast().losses().isEmpty()) {
      departments(out, readiness);
      items(out, readiness);
    }
    out.append("<p>").append(text(request(readiness))).append("</p>\n");
    out.append(
        "<div class=\"sign\">(ลงชื่อ)<span class=\"line\"></span><br>(<span class=\"line\">");
    out.append("</span>)<br>");
    out.append(letterhead.position().isEmpty() ? "ตำแหน่ง" : text(letterhead.position()));
    out.append("</div>\n<div class=\"two notes\">");
    if (!letterhead.through().isEmpty()) {
      out.append("<div>ความเห็น").append(text(letterhead.through())).append(lines());
      out.append("</div>");
    }
    out.append("<div>คำสั่ง").append(text(letterhead.addressee())).append(lines());
    return out.append("</div></div>\n</main>\n").toString();
  }

  private static String lines() {
    return "<span class=\"rule\"></span><span class=\"rule\"></span>";
  }

  private static String standing(Readiness readiness) {
    Forecast forecast = readiness.forecast();
    int all = readiness.items().size();
    StringBuilder out = new StringBuilder("ตามที่หน่วยงานต้องเปิดเผยข้อมูลสาธารณะ (OIT) ");
    out.append("ตามการประเมิน ITA ปี พ.ศ. ").append(readiness.catalog().year());
    out.append(" จำนวน ").append(all).append(" ข้อ ได้ตรวจเว็บไซต์ของหน่วยงานแล้ว ผ่าน ");
    out.append(readiness.passed()).append(" ข้อ");
    if (readiness.passed() < all) {
      out.append(" ยังไม่ผ่าน ").append(all - readiness.passed()).append(" ข้อ");
    }
    out.append(" หากประเมินวันนี้คาดว่าได้คะแนน OIT ").append(Phrases.score(forecast.score()));
    if (forecast.lostOfWhole() != null && !forecast.losses().isEmpty()) {
      out.append(" และเสียคะแนนจากคะแนนรวม ");
      out.append(Phrases.score(forecast.lostOfWhole())).append(" คะแนน");
    }
    if (!readiness.catalog().checkedAgainstManual()) {
      out.append(" (ประมาณการจากรายการที่ยังไม่ได้เทียบกับคู่มือฉบับทางการ)");
    }
    if (!readiness.waivers().isEmpty()) {
      out.append(" โดยยกเว้นไว้ ").append(readiness.waivers().size()).append(" องค์ประกอบ");
    }
    Deadlines deadlines = readiness.deadlines();
    deadlines
        .day(Deadlines.Kind.OWN)
        .ifPresent(
            own -> out.append(" ต้องเผยแพร่ให้ครบภายในวันที่ ").append(dayAndLeft(deadlines, own)));
    deadlines
        .day(Deadlines.Kind.CLOSES)
        .ifPresent(
            closes -> out.append(" ระบบ ITAS ปิดวันที่ ").append(dayAndLeft(deadlines, closes)));
    return out.toString();
  }

  private static String dayAndLeft(Deadlines deadlines, LocalDate day) {
    long left = deadlines.daysLeft(day);
    return ThaiDate.longForm(day)
        + (left >= 0 ? " (เหลือ " + left + " วัน)" : " (เลยมาแล้ว " + -left + " วัน)");
  }

  private static String changed(Readiness readiness, Optional<Change> change) {
    StringBuilder out = new StringBuilder();
    if (change.isEmpty()) {
      out.append("บันทึกนี้เป็นฉบับแรกของการประเมินปีนี้ จึงยังไม่มีข้อเปรียบเทียบ");
    } else {
      Change since = change.get();
      out.append("เทียบกับบันทึกเมื่อวันที่ ").append(ThaiDate.longForm(since.since()));
      if (since.passing().isEmpty() && since.failing().isEmpty()) {
        out.append(" ไม่มีข้อใดเปลี่ยนแปลง");
      }
      if (!since.passing().isEmpty()) {
        out.append(" ผ่านเพิ่ม ").append(counted(since.passing()));
      }
      if (!since.failing().isEmpty()) {
        out.append(" กลับมาไม่ผ่าน ").append(counted(since.failing()));
      }
      if (Math.abs(since.score()) >= 0.005) {
        out.append(since.score() > 0 ? " คะแนน OIT เพิ่มขึ้น " : " คะแนน OIT ลดลง ");
        out.append(Phrases.score(Math.abs(since.score())));
      }
    }
    List<String> overdue =
        readiness.deadlines().overdue().stream().map(renewal -> renewal.item().toString()).toList();
    if (!overdue.isEmpty()) {
      out.append(" ข้อมูลที่เลยรอบปรับปรุง ").append(counted(overdue));
    }
    return out.toString();
  }

  private static String counted(List<String> codes) {
    return codes.size() + " ข้อ (" + some(codes) + ")";
  }

  private static String some(List<String> codes) {
    String named = codes.stream().limit(MOST_CODES).collect(Collectors.joining(" "));
    return codes.size() > MOST_CODES
        ? named + " และอีก " + (codes.size() - MOST_CODES) + " ข้อ"
        : named;
  }

  private static void departments(StringBuilder out, Readiness readiness) {
    List<Readiness.Share> open =
        readiness.shares().stream().filter(share -> !share.open().isEmpty()).toList();
    out.append("<p>ข้อที่ยังไม่ผ่านแยกตามหน่วยงาน ได้แก่ ");
    out.append(
        open.stream()
            .limit(MOST_DEPARTMENTS)
            .map(
                share ->
                    (share.id() == null ? "ยังไม่มีผู้รับผิดชอบ" : shortened(share.name(), 30))
                        + " "
                        + share.open().size()
                        + " ข้อ")
            .map(Memo::text)
            .collect(Collectors.joining(", ")));
    if (open.size() > MOST_DEPARTMENTS) {
      int rest = open.stream().skip(MOST_DEPARTMENTS).mapToInt(share -> share.open().size()).sum();
      out.append(text(", หน่วยงานอื่น " + rest + " ข้อ"));
    }
    out.append("</p>\n");
  }

  private static void items(StringBuilder out, Readiness readiness) {
    List<Forecast.Loss> losses = readiness.forecast().losses();
    boolean whole = readiness.forecast().weight() != null;
    out.append(
        "<table>\n<caption>ข้อที่ควรแก้ก่อน เรียงตามคะแนน"
            + (whole ? "รวม" : " OIT ")
            + "ที่ได้คืน</caption>\n<thead><tr>");
    out.append("<th>ข้อ</th><th>รายการ</th><th>ผู้รับผิดชอบ</th><th>ที่ขาด</th>");
    out.append(whole ? "<th>คะแนนที่ได้คืน</th>" : "<th>คะแนนที่ได้คืน</th>");
    out.append("</tr></thead>\n<tbody>\n");
    for (Forecast.Loss loss : losses.stream().limit(MOST_ITEMS).toList()) {
      ItemVerdict item = loss.item();
      String owner = item.department() == null ? "–" : readiness.departmentName(item.department());
      long errors = readiness.findingsOf(item.id()).stream().filter(Finding::isError).count();
      String missing =
          item.status() == ItemVerdict.Status.MISSING
              ? "ยังไม่มีหน้า"
              : loss.missing() == 0 ? "ผิด " + errors + " จุด" : loss.missing() + " อย่าง";
      out.append("<tr><td class=\"code\">").append(item.id()).append("</td><td>");
      out.append(text(shortened(item.name(), LONGEST_NAME))).append("</td><td>");
      out.append(text(shortened(owner, 24))).append("</td><td>").append(text(missing));
      out.append("</td><td class=\"number\">");
      out.append(text(Phrases.score(whole ? loss.ofWhole() : loss.points())));
      out.append("</td></tr>\n");
    }
    if (losses.size() > MOST_ITEMS) {
      double rest =
          losses.stream()
              .skip(MOST_ITEMS)
              .mapToDouble(loss -> whole ? loss.ofWhole() : loss.points())
              .sum();
      out.append("<tr><td></td><td colspan=\"3\">");
      out.append(text("และอีก " + (losses.size() - MOST_ITEMS) + " ข้อ"));
      out.append("</td><td class=\"number\">").append(text(Phrases.score(rest)));
      out.append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static String request(Readiness readiness) {
    if (readiness.forecast().losses().isEmpty()) {
      return "จึงเรียนมาเพื่อโปรดทราบ";
    }
    Deadlines deadlines = readiness.deadlines();
    String when =
        deadlines
            .day(Deadlines.Kind.OWN)
            .filter(own -> deadlines.daysLeft(own) >= 0)
            .or(
                () ->
                    deadlines
                        .day(Deadlines.Kind.CLOSES)
                        .filter(closes -> deadlines.daysLeft(closes) >= 0))
            .map(day -> "ให้แล้วเสร็จภายในวันที่ " + ThaiDate.longForm(day))
            .orElse("ให้แล้วเสร็จโดยเร็ว");
    return "จึงเรียนมาเพื่อโปรดทราบ และพิจารณาสั่งการให้หน่วยงานที่รับผิดชอบดำเนินการ" + when;
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest;
    // A vowel or tone mark must not lose the letter that carries it, nor the letter its marks.
    while (end > 1 && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }

  private static String dotted(String value) {
    return "<span>" + text(value) + "</span>";
  }

  /** Escaped, and with Thai digits, but for the codes of items. */
  private static String text(String value) {
    StringBuilder out = new StringBuilder();
    for (String word : value.split("(?<=[\\s()])|(?=[\\s()])")) {
      out.append(word.matches("O\\d+,?") ? word : ThaiDigits.toThai(word));
    }
    return HtmlText.escape(out.toString());
  }

  /** The letters of the program's own pages, within the memo itself. */
  private static String fonts() {
    StringBuilder out = new StringBuilder();
    for (String weight : List.of("400", "700")) {
      font(out, "thai", weight, "U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC");
      font(out, "latin", weight, "U+0000-00FF,U+2000-206F,U+2190-2193,U+2212,U+2215");
    }
    return out.toString();
  }

  private static void font(StringBuilder out, String script, String weight, String range) {
    String resource = "/templates/assets/fonts/sarabun-" + script + "-" + weight + ".woff2";
    try (InputStream in = Memo.class.getResourceAsStream(resource)) {
      if (in != null) {
        out.append("@font-face { font-family: MemoSarabun; font-weight: ").append(weight);
        out.append("; unicode-range: ").append(range);
        out.append("; src: url(data:font/woff2;base64,");
        out.append(Base64.getEncoder().encodeToString(in.readAllBytes()));
        out.append(") format(\"woff2\") }\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
