package th.oit.finding;

import java.util.Comparator;

/**
 * A place in a file that a person wrote.
 *
 * @param file path relative to the site folder, with {@code /}
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1, in UTF-16 code units; 0 when the line as a whole is meant
 */
public record Source(String file, int line, int column) implements Comparable<Source> {
  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::file)
          .thenComparingInt(Source::line)
          .thenComparingInt(Source::column);

  /** The file as a whole. */
  public static Source of(String file) {
    return new Source(file, 0, 0);
  }

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, as editors and terminals understand it. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
