package th.oit.readiness;

import java.util.stream.Collectors;
import th.oit.text.Language;

/** The status as Markdown, for a chat, an issue or a wiki. */
public final class StatusMarkdown {
  private StatusMarkdown() {}

  /** Writes the status. */
  public static String of(Readiness readiness, Language language) {
    StatusGrids grids = new StatusGrids(readiness, language);
    StringBuilder out = new StringBuilder("# ").append(MarkdownText.escape(grids.title()));
    out.append("\n\n").append(MarkdownText.escape(grids.subtitle())).append('\n');
    for (Grid grid : grids.all()) {
      out.append("\n## ").append(MarkdownText.escape(grid.title())).append("\n\n|");
      grid.heads().forEach(head -> out.append(' ').append(escape(head.label())).append(" |"));
      out.append("\n|");
      for (int column = 0; column < grid.heads().size(); column++) {
        int at = column;
        boolean number = grid.rows().stream().allMatch(row -> row.get(at).isNumber());
        out.append(number ? " ---: |" : " --- |");
      }
      out.append('\n');
      grid.rows()
          .forEach(
              row ->
                  out.append(
                      row.stream()
                          .map(StatusMarkdown::cell)
                          .collect(Collectors.joining(" | ", "| ", " |\n"))));
    }
    return out.toString();
  }

  private static String cell(Grid.Cell cell) {
    return cell.link() == null || cell.text().equals(cell.link())
        ? cell.link() == null ? escape(cell.text()) : "<" + cell.link() + ">"
        : "[" + escape(cell.text()) + "](" + cell.link() + ")";
  }

  private static String escape(String text) {
    return MarkdownText.escape(text);
  }
}
