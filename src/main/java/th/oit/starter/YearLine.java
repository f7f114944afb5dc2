package th.oit.starter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import th.oit.config.ConfigReader;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;
import th.oit.text.FiscalYear;

/** Adds a year to the text of a configuration, and changes nothing else in it. */
public final class YearLine {
  private static final String FILE = "site-config.yml";
  private static final char BOM = '\uFEFF';

  private YearLine() {}

  /**
   * The configuration with a year more among those that the site shows.
   *
   * @param text as it stands in the file, with its BOM and its line ends
   * @return empty when the place for it was not found, and a person has to write it
   */
  public static Optional<String> added(String text, FiscalYear year) {
    int start = !text.isEmpty() && text.charAt(0) == BOM ? 1 : 0;
    YamlNode.Mapping assessment = mapping(YamlReader.read(read(text)), "assessment");
    if (assessment == null) {
      return Optional.empty();
    }
    String result;
    YamlNode years = value(assessment, "years");
    YamlNode own = value(assessment, "year");
    if (years instanceof YamlNode.Sequence list && !list.values().isEmpty()) {
      Source first = list.values().get(0).at();
      int at = offset(text, first, start);
      int line = text.lastIndexOf('\n', at - 1) + 1;
      String before = text.substring(line, at);
      result =
          before.isBlank() || !before.strip().equals("-")
              ? insert(text, at, year + ", ")
              : insert(text, at, year + lineEnd(text) + before);
    } else if (years == null && own instanceof YamlNode.Scalar scalar) {
      int at = offset(text, scalar.at(), start);
      int line = text.lastIndexOf('\n', at - 1) + 1;
      String before = text.substring(line, at);
      int indent = before.length() - before.stripLeading().length();
      if (before.strip().equals("year:")) {
        int end = text.indexOf('\n', at);
        String added = before.substring(0, indent) + "years: [" + year + ", " + scalar.text() + "]";
        result =
            end < 0 ? text + lineEnd(text) + added : insert(text, end + 1, added + lineEnd(text));
      } else {
        result =
            insert(
                text,
                at + scalar.text().length(),
                ", years: [" + year + ", " + scalar.text() + "]");
      }
    } else {
      return Optional.empty();
    }
    return isAdded(result, year) ? Optional.of(result) : Optional.empty();
  }

  private static boolean isAdded(String result, FiscalYear year) {
    try {
      return ConfigReader.read(read(result)).assessment().years().contains(year);
    } catch (UnusableInput e) {
      return false;
    }
  }

  private static SourceText read(String text) {
    return SourceText.decode(text.getBytes(StandardCharsets.UTF_8), FILE);
  }

  private static YamlNode.Mapping mapping(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping all && value(all, key) instanceof YamlNode.Mapping inner
        ? inner
        : null;
  }

  private static YamlNode value(YamlNode.Mapping mapping, String key) {
    YamlNode.Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  private static String lineEnd(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Where a place stands in the text; lines are told apart by their LF, also behind a CR. */
  private static int offset(String text, Source place, int start) {
    int offset = start;
    for (int line = 1; line < place.line(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset + place.column() - 1;
  }

  private static String insert(String text, int at, String added) {
    return text.substring(0, at) + added + text.substring(at);
  }
}
