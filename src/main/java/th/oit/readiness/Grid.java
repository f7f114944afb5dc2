package th.oit.readiness;

import java.util.List;

/**
 * A table that Markdown, HTML, CSV and spreadsheets show alike.
 *
 * @param title names the sheet or stands above the table
 */
record Grid(String title, List<Head> heads, List<List<Cell>> rows) {
  Grid {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A column.
   *
   * @param width in characters, for spreadsheets
   */
  record Head(String label, int width) {}

  /** How a cell is to be taken. */
  enum Tone {
    PLAIN,
    GOOD,
    BAD,
    WAIT
  }

  /**
   * A cell.
   *
   * @param number its value as a number; null for text
   * @param decimals how many places the number is shown with
   * @param link where the text leads; null for nowhere
   */
  record Cell(String text, Double number, int decimals, String link, Tone tone) {
    static Cell text(String text) {
      return new Cell(text == null ? "" : text, null, 0, null, Tone.PLAIN);
    }

    static Cell text(String text, Tone tone) {
      return new Cell(text, null, 0, null, tone);
    }

    static Cell link(String text, String link) {
      return new Cell(text, null, 0, link, Tone.PLAIN);
    }

    static Cell count(long number) {
      return new Cell(Long.toString(number), (double) number, 0, null, Tone.PLAIN);
    }

    /** A score with two places; a dash when it is not known. */
    static Cell score(Double number) {
      return number == null
          ? text("–")
          : new Cell(Phrases.score(number), number, 2, null, Tone.PLAIN);
    }

    boolean isNumber() {
      return number != null;
    }
  }
}
