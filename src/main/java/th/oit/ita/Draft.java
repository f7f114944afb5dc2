package th.oit.ita;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Source;
import th.oit.source.SourceText;
import th.oit.text.ThaiDigits;

/**
 * The text of a report as its lines and cells, in which every place is that of the file.
 *
 * <p>Cells are parted by tabs, as text copied out of a table has them, or by the bars of a Markdown
 * table. Immutable.
 */
record Draft(String file, List<Line> lines) {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");

  /** What stands before a value in a line of YAML. */
  private static final Pattern KEY =
      Pattern.compile("\\s*(?:-\\s+)?(?:[a-z_]+:\\s+)?(?:[|>]-?\\s*$)?['\"]?");

  private static final Pattern RULE = Pattern.compile("[\\s|:-]*");

  Draft {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param raw as written
   * @param plain the same length: tags and emphasis blanked, digits Arabic
   */
  record Line(int number, String raw, String plain, List<Cell> cells) {
    Line {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return plain.isBlank();
    }

    boolean isRow() {
      return cells.size() > 1;
    }
  }

  /**
   * One cell.
   *
   * @param column where its text begins, from 1
   */
  record Cell(String text, int column) {
    boolean isBlank() {
      return text.isEmpty() || RULE.matcher(text).matches();
    }
  }

  /** A text as a draft; in YAML, comments are left out. */
  static Draft of(SourceText source) {
    boolean yaml = source.file().endsWith(".yml") || source.file().endsWith(".yaml");
    List<Line> lines = new ArrayList<>();
    for (String raw : source.text().split("\n", -1)) {
      String kept = yaml ? withoutComment(raw) : raw;
      String plain = plain(kept);
      lines.add(new Line(lines.size() + 1, kept, plain, yaml ? one(plain) : cells(plain)));
    }
    return new Draft(source.file(), lines);
  }

  private static String withoutComment(String raw) {
    Matcher comment = Pattern.compile("(?:^|\\s)#").matcher(raw);
    return comment.find() ? raw.substring(0, comment.start()) : raw;
  }

  static String plain(String raw) {
    StringBuilder plain = new StringBuilder(ThaiDigits.toArabic(raw).replace('\u00A0', ' '));
    Matcher tag = TAG.matcher(raw);
    while (tag.find()) {
      for (int i = tag.start(); i < tag.end(); i++) {
        plain.setCharAt(i, ' ');
      }
    }
    for (int i = 0; i < plain.length(); i++) {
      if (plain.charAt(i) == '*') {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static List<Cell> one(String plain) {
    Matcher key = KEY.matcher(plain);
    return List.of(cell(plain, key.lookingAt() ? key.end() : 0, plain.length()));
  }

  private static List<Cell> cells(String plain) {
    boolean bars = plain.stripLeading().startsWith("|");
    char separator = bars ? '|' : '\t';
    List<Cell> cells = new ArrayList<>();
    int from = bars ? plain.indexOf('|') + 1 : 0;
    int end = bars && plain.stripTrailing().endsWith("|") ? plain.lastIndexOf('|') : plain.length();
    while (from <= end) {
      int to = plain.indexOf(separator, from);
      to = to < 0 || to > end ? end : to;
      cells.add(cell(plain, from, to));
      from = to + 1;
    }
    return cells.isEmpty() ? one(plain) : cells;
  }

  private static Cell cell(String plain, int from, int to) {
    int start = from;
    while (start < to && Character.isWhitespace(plain.charAt(start))) {
      start++;
    }
    return new Cell(plain.substring(start, Math.max(start, to)).strip(), start + 1);
  }

  /** A place in a line; {@code at} counts from 0. */
  Source at(Line line, int at) {
    return new Source(file, line.number(), at + 1);
  }

  Source at(Line line, Cell cell) {
    return new Source(file, line.number(), cell.column());
  }

  /** The line before a place, as shown beside a finding. */
  String raw(int number) {
    return lines.get(number - 1).raw();
  }
}
