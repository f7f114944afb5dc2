package th.oit.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.CsvReader;
import th.oit.source.DataTable;
import th.oit.source.SourceText;
import th.oit.source.XlsxReader;
import th.oit.text.Folding;
import th.oit.text.ItemCode;
import th.oit.text.ThaiDigits;

/**
 * The answers that a body has given, or is about to give: the sheet that {@code oit answers}
 * writes, or one typed by hand with a column of items and one of URLs. Immutable.
 *
 * @param rows in the order of the file
 */
record AnswerFile(String file, List<Row> rows) {
  private static final Set<String> ITEM_LABELS =
      keys(
          "ข้อ",
          "ข้อที่",
          "ข้อ OIT",
          "รหัส",
          "รหัสข้อ",
          "OIT",
          "item",
          "code",
          "no",
          "ลำดับ",
          "ลำดับข้อ");
  private static final Set<String> NAME_LABELS =
      keys("รายการ", "ชื่อรายการ", "ข้อมูล", "ประเด็น", "name", "title");
  private static final Set<String> YES_LABELS =
      keys(
          "มี/ไม่มี",
          "มีหรือไม่มี",
          "คำตอบ",
          "การเปิดเผย",
          "สถานะ",
          "answer",
          "disclosed",
          "yes/no");
  private static final Pattern URL_LABEL =
      Pattern.compile("(?i)(url|link|ลิงก์|ลิงค์|ลิ้งค์|ที่อยู่|เว็บ).*");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d?");
  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\u00A0\\u200B]+|[,;](?=\\s|https?:)");

  /**
   * What was answered to one item.
   *
   * @param name empty when the file does not say
   * @param yes whether the body says that it discloses the item
   * @param urls as written, without repetitions
   * @param at the row
   */
  record Row(ItemCode item, String name, boolean yes, List<String> urls, Source at) {
    Row {
      urls = List.copyOf(urls);
    }
  }

  AnswerFile {
    rows = List.copyOf(rows);
  }

  private static Set<String> keys(String... labels) {
    Set<String> keys = new LinkedHashSet<>();
    for (String label : labels) {
      keys.add(Folding.key(label));
    }
    return keys;
  }

  /**
   * Reads a sheet: XLSX by its extension, else CSV.
   *
   * @param file how it is called in messages
   * @throws UnusableInput when it cannot be read, has no column of items or of URLs, or a row names
   *     no item; names the place
   */
  static AnswerFile read(Path path, String file) {
    String name = file.toLowerCase(Locale.ROOT);
    DataTable table =
        name.endsWith(".xlsx") || name.endsWith(".xlsm")
            ? XlsxReader.read(path, file, null)
            : CsvReader.read(SourceText.read(path, file));
    return of(table);
  }

  static AnswerFile of(DataTable table) {
    int item = -1;
    int name = -1;
    int yes = -1;
    List<Integer> urls = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String label = table.columns().get(i);
      String key = Folding.key(label);
      if (item < 0 && ITEM_LABELS.contains(key)) {
        item = i;
      } else if (name < 0 && NAME_LABELS.contains(key)) {
        name = i;
      } else if (yes < 0 && YES_LABELS.contains(key)) {
        yes = i;
      } else if (URL_LABEL.matcher(label.strip()).matches()) {
        urls.add(i);
      }
    }
    if (item < 0 || urls.isEmpty()) {
      String lacking = item < 0 ? "ข้อ" : "URL";
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_TABLE,
                  "ไฟล์คำตอบไม่มีคอลัมน์ \""
                      + lacking
                      + "\" มีแต่ "
                      + String.join(", ", table.columns()),
                  "the answer sheet has no column '"
                      + (item < 0 ? "ข้อ' (item)" : "URL'")
                      + "; it has "
                      + String.join(", ", table.columns()))
              .at(table.columnsAt().get(0))
              .hint(
                  "ตั้งหัวตารางเป็น ข้อ, มี/ไม่มี, URL หรือใช้ไฟล์ที่ได้จาก oit answers",
                  "label the columns ข้อ, มี/ไม่มี, URL, or use what 'oit answers' writes"));
    }
    List<Finding> wrong = new ArrayList<>();
    Map<ItemCode, Row> rows = new LinkedHashMap<>();
    for (DataTable.Row cells : table.rows()) {
      Source at = new Source(table.file(), cells.line(), 0);
      List<String> named = new ArrayList<>();
      for (int column : urls) {
        named.addAll(urls(cells.cells().get(column)));
      }
      String code = cells.cells().get(item);
      if (code.isBlank() && named.isEmpty()) {
        continue; // a heading between rows
      }
      Optional<ItemCode> parsed = code(code);
      if (parsed.isEmpty()) {
        if (!named.isEmpty()) {
          wrong.add(
              Finding.of(
                      Rule.SOURCE_VALUE,
                      "อ่านรหัสข้อ \"" + code + "\" ไม่ได้",
                      "'" + code + "' is not the code of an item")
                  .at(at)
                  .about(code)
                  .hint("เขียนเป็น O1, O2, …", "write O1, O2, …"));
        }
        continue;
      }
      String said = yes < 0 ? "" : Folding.key(cells.cells().get(yes));
      boolean no =
          said.startsWith("ไม่") || said.equals("no") || said.equals("n") || said.equals("0");
      Row row =
          new Row(
              parsed.get(),
              name < 0 ? "" : cells.cells().get(name),
              !no && !named.isEmpty(),
              named,
              at);
      rows.merge(row.item, row, AnswerFile::joined);
    }
    if (!wrong.isEmpty()) {
      throw new UnusableInput(wrong);
    }
    return new AnswerFile(table.file(), List.copyOf(rows.values()));
  }

  /** A code in any of its spellings, or the mere number, as in a column headed ลำดับ. */
  private static Optional<ItemCode> code(String written) {
    String text = ThaiDigits.toArabic(written.strip());
    Matcher number = NUMBER.matcher(text);
    return number.matches()
        ? Optional.of(new ItemCode(Integer.parseInt(text)))
        : ItemCode.parse(written);
  }

  /** Several rows may answer one item, with a URL each. */
  private static Row joined(Row one, Row other) {
    Set<String> urls = new LinkedHashSet<>(one.urls);
    urls.addAll(other.urls);
    return new Row(one.item, one.name, one.yes || other.yes, List.copyOf(urls), one.at);
  }

  /** The URLs in a cell; whatever else stands in it is passed over where there is one. */
  private static List<String> urls(String cell) {
    Set<String> urls = new LinkedHashSet<>();
    List<String> others = new ArrayList<>();
    for (String word : SEPARATORS.split(cell)) {
      String text = word.strip();
      String lower = text.toLowerCase(Locale.ROOT);
      if (lower.startsWith("http:") || lower.startsWith("https:")) {
        urls.add(text);
      } else if (lower.startsWith("www.")) {
        urls.add("https://" + text);
      } else if (!text.isEmpty() && !text.equals("-") && text.indexOf('.') > 0) {
        others.add(text);
      }
    }
    return urls.isEmpty() ? others : List.copyOf(urls);
  }
}
