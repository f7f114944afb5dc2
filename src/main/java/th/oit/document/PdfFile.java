package th.oit.document;

import java.io.IOException;
import java.util.regex.Pattern;
import th.oit.document.Document.Condition;

/**
 * What can be told of a PDF: whether it is whole and opens, its pages, its text.
 *
 * <p>Readers mend what they can: for a file without its end they search for what is left of it. So
 * the end of the file is looked at first. Whatever a file claims, no more than {@link Allowance} is
 * spent on it.
 */
final class PdfFile {
  /**
   * Within how many bytes from the end the end marker must stand (ISO 32000-1, Annex H, note 18).
   */
  private static final int TAIL = 1024;

  private static final int LONGEST_TRAILER = 4096;

  /** Characters after which it is known how a text copies. */
  private static final int SAMPLE = 3000;

  private static final int MOST_PAGES = 10_000;

  /** A space before a vowel or mark that cannot begin a word. */
  private static final Pattern TORN = Pattern.compile("[ก-ฮ][\u0E48-\u0E4B]?\\s[ะ-ฺ็-๎]");

  /** ำ taken apart, which no search for ำ finds. */
  private static final Pattern SPLIT = Pattern.compile("ํ[่-๋]?า|[่-๋]?ํา");

  /** Thai letters of a font that says they are western ones: ÍÓà¹Ô¹¡ÒÃ. */
  private static final Pattern WESTERN = Pattern.compile("[¡-û]{4,}");

  /** How the file stands and how many pages it has (0 unless OK). */
  record Reading(Condition condition, int pages) {}

  /** Where the last cross-reference table is, and what is to be added to every place. */
  private record Start(long place, long base) {}

  private PdfFile() {}

  static Reading read(FileBytes file) throws IOException {
    Start start = start(file);
    if (start == null) {
      return new Reading(Condition.DAMAGED, 0);
    }
    Allowance allowance = new Allowance();
    try {
      PdfObjects objects = PdfObjects.open(file, start.place, start.base, allowance);
      if (objects.isLocked()) {
        return new Reading(Condition.ENCRYPTED, 0);
      }
      PdfPages walk = new PdfPages(objects, allowance);
      int pages = 0;
      while (walk.next()) {
        pages++;
      }
      return new Reading(pages > 0 ? Condition.OK : Condition.DAMAGED, pages);
    } catch (TooCostly e) {
      return new Reading(Condition.TOO_COSTLY, 0);
    } catch (IOException e) {
      return new Reading(Condition.DAMAGED, 0);
    }
  }

  static TextLayer text(FileBytes file) throws IOException {
    try {
      PdfText.Said said = said(file, MOST_PAGES, SAMPLE);
      return said == null
          ? TextLayer.UNDECIDED
          : !said.any()
              ? said.isCut() ? TextLayer.UNDECIDED : TextLayer.ABSENT
              : copiesBadly(said) ? TextLayer.GARBLED : TextLayer.PRESENT;
    } catch (IOException e) {
      return TextLayer.UNDECIDED;
    }
  }

  /** The text of the first page, without what only stands apart; empty when it cannot be had. */
  static String firstPage(FileBytes file) {
    try {
      PdfText.Said said = said(file, 1, Integer.MAX_VALUE / 4);
      return said == null ? "" : said.text();
    } catch (IOException e) {
      return "";
    }
  }

  private static PdfText.Said said(FileBytes file, int pages, int enough) throws IOException {
    Start start = start(file);
    if (start == null) {
      return null;
    }
    Allowance allowance = new Allowance();
    PdfObjects objects = PdfObjects.open(file, start.place, start.base, allowance);
    return objects.isLocked() ? null : PdfText.of(objects, pages, enough, allowance);
  }

  /** Whether what is copied or searched is not what one sees. */
  static boolean copiesBadly(PdfText.Said said) {
    String text = said.text();
    int thai = 0;
    int own = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      thai += c >= 0x0E01 && c <= 0x0E5B ? 1 : 0;
      own += c >= 0xF700 && c <= 0xF71A ? 1 : 0;
    }
    if (said.unknown() >= 20 && said.unknown() * 5 > said.codes()) {
      return true;
    }
    if (own >= 3 && own * 100 >= thai) {
      return true;
    }
    long whole = text.chars().filter(c -> c == 'ำ').count();
    long torn = TORN.matcher(text).results().count();
    long split = SPLIT.matcher(text).results().count();
    if (torn >= 3 && torn * 300 >= thai || split >= 2 && split > whole) {
      return true;
    }
    long western = WESTERN.matcher(text).results().mapToLong(run -> run.end() - run.start()).sum();
    return western >= 40 && western * 3 > text.length();
  }

  /**
   * Where the last cross-reference table is, when the file ends as it should: an end marker, and
   * before it the place of a table that is really there. Null otherwise.
   */
  private static Start start(FileBytes file) throws IOException {
    byte[] tail = file.tail(TAIL + 64);
    int marker = FileBytes.lastIndexOf(tail, "%%EOF");
    if (marker < 0) {
      return null;
    }
    // An object after the last end marker is an update that was cut.
    if (beginsObject(tail, marker + 5)) {
      return null;
    }
    int keyword = -1;
    for (int i = marker; i >= 0 && keyword < 0; i--) {
      keyword = FileBytes.startsWith(tail, i, "startxref") ? i : -1;
    }
    if (keyword < 0) {
      return null;
    }
    long offset = number(tail, keyword + 9);
    if (offset <= 0) {
      return null;
    }
    if (isCrossReference(file.read(offset, LONGEST_TRAILER))) {
      return new Start(offset, 0);
    }
    // Bytes before the header: some writers count from the header, some from the file's start.
    int header = FileBytes.indexOf(file.read(0, 1024 + 5), "%PDF-", 0);
    return header > 0 && isCrossReference(file.read(offset + header, LONGEST_TRAILER))
        ? new Start(offset, header)
        : null;
  }

  private static boolean isCrossReference(byte[] bytes) {
    int at = afterSpace(bytes, 0);
    if (FileBytes.startsWith(bytes, at, "xref")) {
      return true;
    }
    return beginsObject(bytes, at) && FileBytes.indexOf(bytes, "/XRef", at) >= 0;
  }

  /** Whether what comes next, after white space, is {@code 12 0 obj}. */
  private static boolean beginsObject(byte[] bytes, int from) {
    int at = afterSpace(bytes, from);
    int number = afterDigits(bytes, at);
    int second = afterSpace(bytes, number);
    int generation = afterDigits(bytes, second);
    return number > at
        && generation > second
        && FileBytes.startsWith(bytes, afterSpace(bytes, generation), "obj");
  }

  private static int afterSpace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
      at++;
    }
    return at;
  }

  private static int afterDigits(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static long number(byte[] bytes, int from) {
    int at = afterSpace(bytes, from);
    int end = Math.min(afterDigits(bytes, at), at + 18);
    long value = 0;
    for (int i = at; i < end; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }
}
