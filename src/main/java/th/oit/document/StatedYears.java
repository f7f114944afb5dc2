package th.oit.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
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
  private static final String HEADER = "oit-stated-years 1";
  private static final long LARGEST = 20_000_000;

  /**
   * ปีงบประมาณ พ.ศ. 2567, ปีงบประมาณ ๒๕๖๗, with the spaces that extraction puts into Thai words.
   */
  private static final Pattern YEAR =
      Pattern.compile("ป\\s*ี?\\s*งบประมาณ\\s*(?:พ\\s*\\.\\s*ศ\\s*\\.?\\s*)?(2[45]\\d\\d)");

  private final Path memory;
  private final Map<String, Set<Integer>> known = new ConcurrentHashMap<>();
  private final Map<String, Set<Integer>> asked = new ConcurrentSkipListMap<>();

  private StatedYears(Path memory) {
    this.memory = memory;
  }

  /**
   * Begins with what earlier runs have kept.
   *
   * @param memory the file; null to keep nothing
   */
  public static StatedYears remembering(Path memory) {
    StatedYears years = new StatedYears(memory);
    if (memory != null && Files.isRegularFile(memory)) {
      try {
        years.load(Files.readString(memory, StandardCharsets.US_ASCII));
      } catch (IOException e) {
        years.known.clear(); // read again what cannot be remembered
      }
    }
    return years;
  }

  private void load(String text) {
    String[] lines = text.split("\n");
    if (!lines[0].equals(HEADER) || !lines[lines.length - 1].equals("end")) {
      return;
    }
    for (int i = 1; i < lines.length - 1; i++) {
      String[] parts = lines[i].split(" ", -1);
      Set<Integer> years = new TreeSet<>();
      for (int part = 1; part < parts.length; part++) {
        years.add(Integer.valueOf(parts[part]));
      }
      known.put(parts[0], years);
    }
  }

  /** The years that a PDF names; none for other files, and for PDFs that cannot be read. */
  public Set<Integer> of(Path pdf) throws IOException {
    try (FileBytes file = new FileBytes(pdf)) {
      if (file.size() > LARGEST
          || Signature.of(file.read(0, Signature.LENGTH)) != Document.Type.PDF) {
        return Set.of();
      }
      String key = file.print(Document.Type.PDF).hex();
      Set<Integer> years = known.get(key);
      if (years == null) {
        years = in(PdfFile.firstPage(pdf));
        known.put(key, years);
      }
      asked.put(key, years);
      return years;
    }
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
    if (memory == null) {
      return;
    }
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    new TreeMap<>(asked)
        .forEach(
            (key, years) ->
                text.append(key)
                    .append(years.stream().map(year -> " " + year).collect(Collectors.joining()))
                    .append('\n'));
    String whole = text.append("end\n").toString();
    Path written = memory.resolveSibling(memory.getFileName() + ".new");
    Files.writeString(written, whole, StandardCharsets.US_ASCII);
    Files.move(
        written, memory, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
