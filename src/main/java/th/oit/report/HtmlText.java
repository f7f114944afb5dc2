package th.oit.report;

import th.oit.text.Language;

/** Text as it stands in HTML, and the page around it: self-contained, for the screen and for A4. */
public final class HtmlText {
  private static final String STYLE =
      """
      :root { --ink: #16242a; --soft: #4b5b62; --line: #c3d0d3; --wash: #eef4f4; --brand: #0f4a52 }
      @page { size: A4; margin: 15mm 12mm }
      * { box-sizing: border-box }
      body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; color: var(--ink); background: #fff;
        font: 1rem/1.65 Sarabun, "TH Sarabun New", "Noto Sans Thai", "Leelawadee UI", Thonburi, Tahoma, sans-serif }
      h1 { margin: 0 0 .3em; font-size: 1.45rem; line-height: 1.4 }
      h2 { margin: 1.6em 0 .4em; font-size: 1.15rem; color: var(--brand); break-after: avoid }
      .meta, .hint, .note { color: var(--soft) }
      .scroll { overflow-x: auto }
      table { width: 100%; border-collapse: collapse; font-size: .92rem }
      caption { text-align: left; font-weight: 700 }
      th, td { padding: .3rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top }
      thead th { background: var(--wash) }
      thead { display: table-header-group }
      tr { break-inside: avoid }
      .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
      .code { white-space: nowrap }
      .good { color: #10512b; background: #e4f4ea }
      .bad { color: #7c1d12; background: #fbe8e5 }
      .wait { color: #5d4000; background: #fdf3d6 }
      .good, .bad, .wait { print-color-adjust: exact; -webkit-print-color-adjust: exact }
      a { color: #075985; overflow-wrap: anywhere }
      code { font-size: .85em; overflow-wrap: anywhere }
      ul.todo { margin: 0; padding: 0; list-style: none }
      ul.todo li { padding: 0 0 .5em 1.7em; text-indent: -1.7em; break-inside: avoid }
      ul.todo li::before { content: "☐"; display: inline-block; width: 1.7em; text-indent: 0 }
      ul.todo br + * { text-indent: 0 }
      .sheet + .sheet { margin-top: 3rem }
      @media print {
        body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.5 }
        a { color: inherit; text-decoration: none }
        .scroll { overflow: visible }
        .sheet + .sheet { margin: 0; break-before: page }
      }
      """;

  private HtmlText() {}

  /** The text so that a browser shows it as it is, in content and in quoted attributes. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A page of its own that loads nothing, in the common style. */
  public static String page(String title, Language language, String body) {
    return page(title, language, "", body);
  }

  /** As {@link #page(String, Language, String)}, with style rules behind the common ones. */
  static String page(String title, Language language, String style, String body) {
    return page(title, language == Language.TH ? "th" : "en", STYLE + style, body);
  }

  /** A page of its own that loads nothing, in a style of its own. */
  public static String page(String title, String language, String style, String body) {
    return "<!DOCTYPE html>\n<html lang=\""
        + language
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"robots\" content=\"noindex\">\n<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + style
        + "</style>\n</head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }
}
