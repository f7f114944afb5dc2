package th.oit.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import th.oit.check.ItemVerdict;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;
import th.oit.readiness.Deadlines;
import th.oit.readiness.Readiness;
import th.oit.report.HtmlText;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/**
 * What the author sees beside the site, as HTML: what is wrong with a file, a word on how the site
 * stands, and the panel that tells all of it. Thread-safe.
 */
public final class LivePages {
  /** Nobody mends more than this before looking again, and a browser need not show it. */
  private static final int MOST = 200;

  /** How many lines are shown before the one that is meant. */
  private static final int CONTEXT = 2;

  private final Path folder;
  private final Supplier<Language> language;
  private final Function<Source, String> lines;

  /**
   * @param folder the site's, for links that open its files
   * @param language of all texts, asked for each time
   * @param lines the line of a source; empty when it cannot be shown
   */
  public LivePages(Path folder, Supplier<Language> language, Function<Source, String> lines) {
    this.folder = folder;
    this.language = language;
    this.lines = lines;
  }

  private String say(String th, String en) {
    return language.get() == Language.TH ? th : en;
  }

  private String say(Words words) {
    return words.in(language.get());
  }

  private static String escape(String text) {
    return HtmlText.escape(text);
  }

  // What is wrong with a file, over the page.

  /** The trouble of a state, to be laid over a page, from which it can be put away. */
  String overlay(State state) {
    return "<button type=\"button\" data-hide>"
        + say("ซ่อน", "Hide")
        + "</button>\n"
        + trouble(state);
  }

  /** The trouble of a state, as a part of a page. */
  String trouble(State state) {
    State.Trouble trouble = state.trouble();
    StringBuilder out = new StringBuilder(1024);
    List<Finding> findings = trouble.findings();
    out.append("<h2 id=\"oit-trouble\">")
        .append(
            escape(
                trouble.other() != null
                    ? say("สร้างหน้าเว็บใหม่ไม่ได้", "The pages cannot be made anew")
                    : say(
                        "สร้างหน้าเว็บใหม่ไม่ได้ ต้องแก้ไฟล์ " + findings.size() + " แห่ง",
                        "The pages cannot be made anew: "
                            + findings.size()
                            + (findings.size() == 1 ? " place" : " places")
                            + " to mend")))
        .append("</h2>\n");
    if (state.edition() != null) {
      out.append("<p class=\"soft\">")
          .append(
              escape(
                  say(
                      "หน้าที่เห็นอยู่เป็นของก่อนแก้ครั้งนี้ เมื่อแก้ไฟล์ถูกแล้ว ข้อความนี้จะหายไปเอง",
                      "What you see is the site before this change. This goes away by itself when"
                          + " the file is mended.")))
          .append("</p>\n");
    }
    if (trouble.other() != null) {
      out.append("<p>").append(escape(say(trouble.other()))).append("</p>\n");
      return out.toString();
    }
    list(out, findings);
    return out.toString();
  }

  private void list(StringBuilder out, List<Finding> findings) {
    out.append("<ol class=\"findings\">\n");
    for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      finding(out, finding);
    }
    out.append("</ol>\n");
    if (findings.size() > MOST) {
      int more = findings.size() - MOST;
      out.append("<p class=\"soft\">")
          .append(say("และอีก " + more + " แห่ง", "and " + more + " more"))
          .append("</p>\n");
    }
  }

  private void finding(StringBuilder out, Finding finding) {
    out.append("<li>\n<p class=\"what\"><strong class=\"")
        .append(finding.isError() ? "bad" : "wait")
        .append("\">")
        .append(
            switch (finding.severity()) {
              case ERROR -> say("ต้องแก้", "Error");
              case WARNING -> say("ควรแก้", "Warning");
              case UNVERIFIED -> say("ยังตรวจไม่ได้", "Undecided");
            })
        .append("</strong> ")
        .append(escape(say(finding.message())))
        .append("</p>\n");
    excerpt(out, finding);
    if (finding.hint() != null) {
      out.append("<p class=\"hint\">")
          .append(say("วิธีแก้: ", "Remedy: "))
          .append(escape(say(finding.hint())))
          .append("</p>\n");
    }
    place(out, finding.source());
    out.append("<p class=\"soft\">")
        .append(say("อ่านเพิ่ม: ", "More: "))
        .append("<code>oit explain ")
        .append(escape(finding.rule().id()))
        .append("</code></p>\n</li>\n");
  }

  /** The line, with a mark under the place. */
  private void excerpt(StringBuilder out, Finding finding) {
    Source source = finding.source();
    boolean own = finding.excerpt() != null;
    String line =
        own ? finding.excerpt() : source == null || source.line() == 0 ? "" : lines.apply(source);
    List<String> before = own || source == null ? List.of() : linesBefore(source);
    if (line.isBlank() && before.stream().allMatch(String::isBlank)) {
      return;
    }
    int column = finding.caret() > 0 ? finding.caret() : source == null ? 0 : source.column();
    int from = Math.max(0, Math.min(column - 1, line.length()));
    int to = from;
    if (column > 0) {
      // The letter with all marks that stand on it; behind the end of the line a space.
      to = Math.min(line.length(), from + 1);
      while (to < line.length()
          && Character.getType(line.charAt(to)) == Character.NON_SPACING_MARK) {
        to++;
      }
    }
    out.append("<pre tabindex=\"0\">");
    for (int i = 0; i < before.size(); i++) {
      int number = source.line() - before.size() + i;
      out.append("<span class=\"line\">").append(number).append("</span> ");
      out.append(escape(before.get(i))).append('\n');
    }
    if (source != null && source.line() > 0) {
      out.append("<span class=\"line\">").append(source.line()).append("</span> ");
    }
    out.append(escape(line.substring(0, from)));
    if (column > 0) {
      String marked = to > from ? line.substring(from, to) : " ";
      out.append("<mark>").append(escape(marked)).append("</mark>");
    }
    out.append(escape(line.substring(to))).append("</pre>\n");
  }

  /** What stands before a place often is what is wrong. */
  private List<String> linesBefore(Source source) {
    List<String> before = new ArrayList<>();
    for (int number = Math.max(1, source.line() - CONTEXT); number < source.line(); number++) {
      before.add(lines.apply(new Source(source.file(), number, 0)));
    }
    return before;
  }

  /** Where it is, to be opened in an editor or copied. */
  private void place(StringBuilder out, Source source) {
    if (source == null) {
      return;
    }
    Path file = source.file().contains(":") ? null : folder.resolve(source.file()).normalize();
    out.append("<p class=\"place\"><code>").append(escape(source.toString())).append("</code>");
    if (file != null && file.startsWith(folder) && Files.exists(file)) {
      String path = file.toString().replace('\\', '/');
      String address =
          "vscode://file"
              + UrlPath.encode(path.startsWith("/") ? path : "/" + path)
              + (source.line() > 0 ? ":" + source.line() : "")
              + (source.line() > 0 && source.column() > 0 ? ":" + source.column() : "");
      out.append(" <a href=\"")
          .append(escape(address))
          .append("\">")
          .append(say("เปิดใน VS Code", "Open in VS Code"))
          .append("<span class=\"unseen\"> ")
          .append(escape(source.toString()))
          .append("</span></a> <button type=\"button\" data-copy=\"")
          .append(escape(file.toString()))
          .append("\" data-done=\"")
          .append(say("คัดลอกแล้ว", "Copied"))
          .append("\">")
          .append(say("คัดลอกที่อยู่ไฟล์", "Copy the file's path"))
          .append("<span class=\"unseen\"> ")
          .append(escape(source.toString()))
          .append("</span></button>");
    }
    out.append("</p>\n");
  }

  // A word on how the site stands, on every page.

  /**
   * The word for a page.
   *
   * @param path of the page, encoded
   */
  String badge(State state, String path) {
    String tone = "wait";
    String text;
    Studio.Judgement judgement = state.judgement();
    if (state.trouble() != null) {
      tone = "bad";
      text = say("สร้างหน้าใหม่ไม่ได้", "Cannot be made anew");
    } else if (state.unjudged() != null) {
      text = say("ตรวจไม่ได้", "Could not be checked");
    } else if (judgement == null) {
      text = say("กำลังตรวจ…", "Checking…");
    } else {
      long errors = count(judgement.findings(), Severity.ERROR);
      long warnings = count(judgement.findings(), Severity.WARNING);
      List<String> parts = new ArrayList<>();
      Readiness readiness = judgement.readiness();
      if (readiness != null) {
        String passed = readiness.passed() + "/" + readiness.items().size();
        parts.add(say("ผ่าน " + passed + " ข้อ", passed + " items pass"));
      }
      if (errors > 0) {
        parts.add(say("ต้องแก้ " + errors, errors + (errors == 1 ? " error" : " errors")));
      } else if (warnings > 0) {
        parts.add(say("ควรแก้ " + warnings, warnings + (warnings == 1 ? " warning" : " warnings")));
      } else {
        parts.add(say("ไม่พบข้อผิดพลาด", "nothing found"));
      }
      long here = here(state, judgement, path);
      if (here > 0) {
        parts.add(say("หน้านี้ " + here, here + " on this page"));
      }
      tone = errors > 0 ? "bad" : warnings > 0 ? "wait" : "good";
      text = String.join(" · ", parts);
    }
    String more =
        state.judging() && judgement != null ? say(" (กำลังตรวจใหม่)", " (checking)") : "";
    return "<a href=\""
        + SiteServer.OWN
        + "\" class=\""
        + tone
        + "\"><span class=\"unseen\">"
        + say("แผงความพร้อม: ", "Readiness: ")
        + "</span>"
        + escape(text + more)
        + "</a>\n";
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static long here(State state, Studio.Judgement judgement, String path) {
    if (state.edition() != null
        && state.edition().at(path) instanceof Edition.Answer.File file
        && file.status() == 200) {
      return judgement.findings().stream()
          .filter(finding -> file.output().equals(finding.page()))
          .count();
    }
    return 0;
  }

  // Pages of their own.

  /** The page in the place of every page of a site of which there is none yet. */
  String noSite(State state) {
    String title = say("ยังแสดงเว็บไซต์ไม่ได้", "There is no site to show yet");
    String body =
        state.trouble() == null
            ? "<h1 data-trouble>"
                + escape(say("กำลังสร้างเว็บไซต์…", "The site is being made…"))
                + "</h1>\n"
            : "<h1>" + escape(title) + "</h1>\n<div data-trouble>\n" + trouble(state) + "</div>\n";
    return page(title, "<main class=\"trouble\">\n" + body + "</main>\n", "");
  }

  /** The panel. */
  String panel(State state) {
    String title = say("แผงความพร้อม", "Readiness");
    String home = state.edition() == null ? "/" : UrlPath.encode(state.edition().basePath());
    StringBuilder out = new StringBuilder(8192);
    out.append("<header>\n<h1>").append(escape(title)).append("</h1>\n<p><a href=\"");
    out.append(escape(home)).append("\">").append(say("ดูเว็บไซต์", "See the site"));
    out.append("</a></p>\n</header>\n<main>\n");
    out.append("<p id=\"now\" role=\"status\">").append(escape(now(state))).append("</p>\n");
    if (state.trouble() != null) {
      out.append("<section class=\"trouble\" aria-labelledby=\"oit-trouble\">\n");
      out.append(trouble(state)).append("</section>\n");
    }
    Studio.Judgement judgement = state.judgement();
    if (judgement != null) {
      Readiness readiness = judgement.readiness();
      Set<String> items = new HashSet<>();
      if (readiness != null) {
        summary(out, readiness, judgement);
        for (Readiness.Share share : readiness.shares()) {
          share(out, state, readiness, share);
        }
        readiness.items().forEach(item -> items.add(item.id()));
      }
      List<Finding> others =
          judgement.findings().stream().filter(finding -> !items.contains(finding.item())).toList();
      others(out, others, readiness != null);
    }
    out.append("</main>\n");
    return page(title, out.toString(), "<script src=\"panel.js\" defer></script>\n");
  }

  private String now(State state) {
    if (state.trouble() != null) {
      return say("สร้างหน้าเว็บใหม่ไม่ได้", "The pages cannot be made anew");
    }
    if (state.unjudged() != null) {
      return say(state.unjudged());
    }
    if (state.judging() || state.judgement() == null) {
      return say("กำลังตรวจ…", "Checking…");
    }
    return say("ตรวจแล้ว ตามไฟล์ล่าสุด", "Checked, as the files stand now");
  }

  private void summary(StringBuilder out, Readiness readiness, Studio.Judgement judgement) {
    out.append("<section aria-labelledby=\"sum\">\n<h2 id=\"sum\">");
    out.append(say("ปี ", "Year ")).append(readiness.catalog().year()).append("</h2>\n<dl>\n");
    row(
        out,
        say("ข้อที่ผ่าน", "Items that pass"),
        say(
            readiness.passed() + " จาก " + readiness.items().size() + " ข้อ",
            readiness.passed() + " of " + readiness.items().size()));
    row(
        out,
        say("สิ่งที่พบ", "Found"),
        say("ต้องแก้ ", "errors ")
            + count(judgement.findings(), Severity.ERROR)
            + say(" · ควรแก้ ", " · warnings ")
            + count(judgement.findings(), Severity.WARNING));
    Deadlines deadlines = readiness.deadlines();
    for (Deadlines.Deadline deadline : deadlines.days()) {
      long left = deadlines.daysLeft(deadline.day());
      String day =
          language.get() == Language.TH
              ? ThaiDate.longForm(deadline.day())
              : deadline.day().toString();
      row(out, say(deadline.kind().words()), day + " · " + left(left));
    }
    out.append("</dl>\n<p class=\"soft\">");
    out.append(
        escape(
            say(
                "รายการของปีนี้รวบรวมจากแหล่งสาธารณะ โปรดเทียบกับคู่มือทางการ แผงนี้ไม่ใช่ผลประเมิน",
                "The year's list was put together from public sources: compare it with the official"
                    + " manual. This is no result of an assessment.")));
    out.append("</p>\n</section>\n");
  }

  private String left(long days) {
    return days >= 0
        ? say("เหลือ " + days + " วัน", days + (days == 1 ? " day left" : " days left"))
        : say("เลยมา " + -days + " วันแล้ว", -days + (days == -1 ? " day ago" : " days ago"));
  }

  private static void row(StringBuilder out, String term, String value) {
    out.append("<div><dt>").append(escape(term)).append("</dt><dd>");
    out.append(escape(value)).append("</dd></div>\n");
  }

  private void share(StringBuilder out, State state, Readiness readiness, Readiness.Share share) {
    String id = "share-" + (share.id() == null ? "nobody" : share.id());
    out.append("<section aria-labelledby=\"").append(escape(id)).append("\">\n<h2 id=\"");
    out.append(escape(id)).append("\">");
    out.append(
        escape(share.id() == null ? say("ยังไม่มีผู้รับผิดชอบ", "Nobody's yet") : share.name()));
    out.append(" <span class=\"soft\">");
    out.append(
        say(
            "ผ่าน " + share.passed() + " จาก " + share.items().size(),
            share.passed() + " of " + share.items().size()));
    out.append("</span></h2>\n<ul class=\"items\">\n");
    for (ItemVerdict item : share.items()) {
      item(out, state, readiness, item);
    }
    out.append("</ul>\n</section>\n");
  }

  private void item(StringBuilder out, State state, Readiness readiness, ItemVerdict item) {
    List<Finding> findings = readiness.findingsOf(item.id());
    boolean draft =
        item.status() != ItemVerdict.Status.PASS
            && findings.stream().anyMatch(finding -> finding.rule() == Rule.OIT_DRAFT);
    out.append("<li id=\"")
        .append(escape(item.id()))
        .append("\"><p class=\"item\"><strong class=\"");
    out.append(
        switch (item.status()) {
          case PASS -> "good";
          case FAIL -> "bad";
          case MISSING -> "wait";
        });
    out.append("\">");
    out.append(
        draft
            ? say("ฉบับร่าง", "draft")
            : switch (item.status()) {
              case PASS -> say("ผ่าน", "pass");
              case FAIL -> say("ยังไม่ผ่าน", "fail");
              case MISSING -> say("ยังไม่มีหน้า", "missing");
            });
    out.append("</strong> ");
    String text = escape(item.id() + " " + item.name());
    if (item.url() == null || state.edition() == null) {
      out.append(text);
    } else {
      String path = state.edition().basePath() + item.url().substring(1);
      out.append("<a href=\"").append(escape(path)).append("\">").append(text).append("</a>");
    }
    out.append(" <span class=\"soft\">");
    out.append(
        say(
            "องค์ประกอบ " + item.covered() + "/" + item.required(),
            item.covered() + "/" + item.required() + " elements"));
    out.append("</span></p>\n");
    if (!findings.isEmpty()) {
      out.append("<details id=\"d-").append(escape(item.id())).append("\"><summary>");
      out.append(
          say(
              "สิ่งที่พบ " + findings.size() + " แห่ง",
              findings.size() + (findings.size() == 1 ? " finding" : " findings")));
      out.append("<span class=\"unseen\"> ").append(escape(item.id())).append("</span>");
      out.append("</summary>\n");
      list(out, findings);
      out.append("</details>\n");
    }
    out.append("</li>\n");
  }

  private void others(StringBuilder out, List<Finding> findings, boolean besides) {
    out.append("<section aria-labelledby=\"others\">\n<h2 id=\"others\">");
    out.append(
        besides ? say("ส่วนอื่นของเว็บไซต์", "The rest of the site") : say("สิ่งที่พบ", "Found"));
    out.append("</h2>\n");
    if (findings.isEmpty()) {
      out.append("<p>").append(say("ไม่พบข้อผิดพลาด", "Nothing was found.")).append("</p>\n");
    } else {
      list(out, findings);
    }
    out.append("</section>\n");
  }

  private String page(String title, String body, String scripts) {
    String code = language.get() == Language.TH ? "th" : "en";
    return "<!DOCTYPE html>\n<html lang=\""
        + code
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"robots\" content=\"noindex\">\n<title>"
        + escape(Objects.requireNonNull(title))
        + "</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\""
        + SiteServer.OWN
        + "panel.css\">\n</head>\n<body>\n"
        + body
        + scripts
        + "</body>\n</html>\n";
  }
}
