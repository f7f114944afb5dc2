package th.oit.render;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import th.oit.identity.Print;
import th.oit.store.Packer;
import th.oit.store.Unpacker;
import th.oit.text.Fingerprint;

/**
 * What the search in the browser looks through, as JSON:
 *
 * <pre>{"version": 1, "synonyms": [["…", "…"]], "pages": [
 * [url, language, title, code, year, department, updated, summary, text]]}</pre>
 *
 * <p>Texts stand as they were written, for showing; the script folds them. What a page does not
 * have is an empty text or 0. Immutable.
 *
 * @param bytes UTF-8; the same for the same pages
 * @param output the path of the file, which changes with what is in it
 */
record SearchIndex(byte[] bytes, String output) {
  private static final int HASH_DIGITS = 10;

  /**
   * How many characters of running text all pages have together. The longest are cut until this
   * holds, so a small site is searched whole, and a large one stays below 150 kB compressed.
   */
  static final int MOST_TEXT = 215_000;

  /** Below this no page is cut, however many there are. */
  private static final int LEAST_OF_A_PAGE = 200;

  /**
   * A page.
   *
   * @param code of the item; empty for other pages
   * @param year 0 where the page is of none
   */
  record Entry(
      String url,
      String language,
      String title,
      String code,
      int year,
      String department,
      String updated,
      String summary,
      String text) {
    /** By which all of it is recognised. */
    Print print() {
      return new Print.Maker()
          .add(url)
          .add(language)
          .add(title)
          .add(code)
          .add(year)
          .add(department)
          .add(updated)
          .add(summary)
          .add(text)
          .print();
    }

    /**
     * Packs it.
     *
     * @param mostText how many characters of the text are worth keeping
     */
    void pack(int mostText, Packer out) {
      out.text(url).text(language).text(title).text(code).number(year);
      out.text(department).text(updated).text(summary);
      out.text(text.length() <= mostText ? text : text.substring(0, mostText));
    }

    static Entry unpack(Unpacker in) {
      return new Entry(
          in.text(),
          in.text(),
          in.text(),
          in.text(),
          in.number(),
          in.text(),
          in.text(),
          in.text(),
          in.text());
    }
  }

  /**
   * Makes the index.
   *
   * @param longest the length to which texts are cut; those of the entries may be cut already, to
   *     no less than one character more
   */
  static SearchIndex of(List<Entry> entries, int longest, Synonyms synonyms) {
    StringBuilder out = new StringBuilder(MOST_TEXT);
    out.append("{\"version\":1,\"synonyms\":[");
    String between = "";
    for (List<String> group : synonyms.groups()) {
      out.append(between);
      texts(group, out);
      between = ",\n";
    }
    out.append("],\n\"pages\":[");
    between = "\n";
    for (Entry entry : entries) {
      out.append(between).append('[');
      texts(out, entry.url(), entry.language(), entry.title(), entry.code());
      out.append(',').append(entry.year()).append(',');
      String text = cut(entry.text(), longest);
      texts(out, entry.department(), entry.updated(), entry.summary(), text);
      out.append(']');
      between = ",\n";
    }
    byte[] bytes = out.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
    return new SearchIndex(bytes, "assets/search-" + Fingerprint.of(bytes, HASH_DIGITS) + ".json");
  }

  private static void texts(List<String> texts, StringBuilder out) {
    out.append('[');
    texts(out, texts.toArray(String[]::new));
    out.append(']');
  }

  private static void texts(StringBuilder out, String... texts) {
    String between = "";
    for (String text : texts) {
      out.append(between);
      TableWriter.string(text, out);
      between = ",";
    }
  }

  /** About how long the texts of so many pages may be at most; more is not worth keeping. */
  static int mostText(int pages) {
    return Math.max(LEAST_OF_A_PAGE, MOST_TEXT / Math.max(1, pages)) * 4;
  }

  /** The length to which texts are cut so that all together are short enough. */
  static int longestText(int[] textLengths) {
    int[] lengths = textLengths.clone();
    Arrays.sort(lengths);
    long left = MOST_TEXT;
    for (int i = 0; i < lengths.length; i++) {
      long each = left / (lengths.length - i);
      if (lengths[i] > each) {
        return Math.max(LEAST_OF_A_PAGE, (int) each);
      }
      left -= lengths[i];
    }
    return Integer.MAX_VALUE;
  }

  /** Cuts at a space where one is near, and never between a letter and its marks. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest);
    int end = space > longest * 3 / 4 ? space : longest;
    while (end > 0 && isMark(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || Character.isLowSurrogate(c);
  }
}
