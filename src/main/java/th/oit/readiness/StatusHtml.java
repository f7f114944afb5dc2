package th.oit.readiness;

import java.util.Locale;
import th.oit.report.HtmlText;
import th.oit.text.Language;

/** The status as a page of its own that loads nothing and prints well on A4. */
public final class StatusHtml {
  /** Texts of so few letters, such as codes, stay on one line. */
  private static final int SHORT = 5;

  private StatusHtml() {}

  /** Writes the page. */
  public static String of(Readiness readiness, Language language) {
    StatusGrids grids = new StatusGrids(readiness, language);
    StringBuilder body = new StringBuilder("<h1>").append(HtmlText.escape(grids.title()));
    body.append("</h1>\n<p class=\"meta\">").append(HtmlText.escape(grids.subtitle()));
    body.append("</p>\n");
    for (Grid grid : grids.all()) {
      table(body, grid);
    }
    return HtmlText.page(grids.title(), language, body.toString());
  }

  private static void table(StringBuilder out, Grid grid) {
    out.append("<h2>").append(HtmlText.escape(grid.title())).append("</h2>\n");
    int widths = grid.heads().stream().mapToInt(Grid.Head::width).sum();
    out.append("<div class=\"scroll\"><table>\n<colgroup>");
    for (Grid.Head head : grid.heads()) {
      out.append("<col style=\"width:").append(100 * head.width() / widths).append("%\">");
    }
    out.append("</colgroup>\n<thead><tr>");
    for (Grid.Head head : grid.heads()) {
      out.append("<th scope=\"col\">").append(HtmlText.escape(head.label())).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (var row : grid.rows()) {
      out.append("<tr>");
      for (Grid.Cell cell : row) {
        cell(out, cell);
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
  }

  private static void cell(StringBuilder out, Grid.Cell cell) {
    if (cell.isNumber()) {
      out.append("<td class=\"number\">");
    } else if (cell.tone() != Grid.Tone.PLAIN) {
      out.append("<td class=\"").append(cell.tone().name().toLowerCase(Locale.ROOT));
      out.append("\">");
    } else {
      out.append(cell.text().length() <= SHORT ? "<td class=\"code\">" : "<td>");
    }
    String text = HtmlText.escape(cell.text());
    if (cell.link() == null) {
      out.append(text);
    } else {
      out.append("<a href=\"").append(HtmlText.escape(cell.link())).append("\">");
      out.append(text).append("</a>");
    }
    out.append("</td>");
  }
}
