package th.oit.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import th.oit.text.ThaiDigits;

/**
 * The fiscal years that PDFs name on their first page.
 *
 * <p>Reading the text of a PDF takes a hundred times as long as seeing that it opens, so what was
 * found is kept in a file between runs, by the content of the PDF: a changed PDF is read again, a
 * renamed one is not. A file that was cut or spoilt is started anew. Thread-safe.
 */
public final class StatedYears {
  private static final String HEADER = "oit-stated-years 2";
  private static final long LARGEST = 20_000_000;

  /**
   * ปีงบประมาณ พ.ศ. 2567, ปีงบประมาณ ๒๕๖๗, with the spaces that extraction puts into Thai words.
   */
  private static final Pattern YEAR =
      Pattern.compile("ป\\s*ี?\\s*งบประมาณ\\s*(?:พ\\s*\\.\\s*ศ\\s*\\.?\\s*)?(2[45]\\d\\d)");

  private static final Pattern KEPT = Pattern.compile("\\d{4}");

  private final Memory memory;

  private StatedYears(Memory memory) {
    this.memory = memory;
  }

  /**
   * Begins with what earlier runs have kept.
   *
   * @param memory the file; null to keep nothing
   */
  public static StatedYears remembering(Path memory) {
    return new StatedYears(Memory.of(memory, HEADER));
  }

  /** The years that a PDF names; none for other files, and for PDFs that cannot be read. */
  public Set<Integer> of(Path pdf) throws IOException {
    try (FileBytes file = new FileBytes(pdf)) {
      if (file.size() > LARGEST
          || Signature.of(file.read(0, Signature.LENGTH)) != Document.Type.PDF) {
        return Set.of();
      }
      String key = file.print(Document.Type.PDF).hex();
      String kept = memory.get(key);
      if (kept != null) {
        return years(kept);
      }
      Set<Integer> years = in(PdfFile.firstPage(file));
      memory.put(key, years.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      return years;
    }
  }

  private static Set<Integer> years(String kept) {
    Set<Integer> years = new TreeSet<>();
    Matcher matcher = KEPT.matcher(kept);
    while (matcher.find()) {
      years.add(Integer.valueOf(matcher.group()));
    }
    return years;
  }

  static Set<Integer> in(String text) {
    Set<Integer> years = new TreeSet<>();
    Matcher matcher = YEAR.matcher(ThaiDigits.toArabic(text));
    while (matcher.find()) {
      years.add(Integer.valueOf(matcher.group(1)));
    }
    return years;
  }

  /** Keeps what this run has asked for; what is no longer on the site is forgotten. */
  public void save() throws IOException {
    memory.save();
  }
}
