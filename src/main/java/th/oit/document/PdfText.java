package th.oit.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import th.oit.document.PdfLexer.Name;
import th.oit.document.PdfLexer.Ref;
import th.oit.document.PdfLexer.Word;

/**
 * The text of a PDF in the order in which it is drawn, as far as its fonts say what it means.
 *
 * <p>Places on the page are not looked at: lines are not told apart, and no space is put where two
 * words were only moved apart. That is enough to tell a scan from a text, a text that copies well
 * from one that does not, and to find a year. Not thread-safe.
 */
final class PdfText {
  private static final int DEEPEST_FORM = 8;
  private static final int MOST_OPERANDS = 8;
  private static final int LONGEST_CONTENT = 4 << 20;

  /** Of these, several are in memory at once. */
  private static final int LONGEST_FORM = 1 << 20;

  private final PdfObjects objects;
  private final Allowance allowance;
  private final int pages;
  private final int enough;
  private final Said said = new Said();
  private final Map<Integer, PdfFont> fonts = new HashMap<>();
  private final Set<Integer> forms = new HashSet<>();
  private int pagesRead;

  /** How deep in marked content we are, and at which depth its text was given in words. */
  private int marked;

  private int replacedAt = -1;

  private PdfText(PdfObjects objects, int pages, int enough, Allowance allowance) {
    this.objects = objects;
    this.pages = pages;
    this.enough = enough;
    this.allowance = allowance;
  }

  /**
   * Reads the text.
   *
   * @param pages the most pages to read
   * @param enough characters after which no further page is read
   */
  static Said of(PdfObjects objects, int pages, int enough, Allowance allowance)
      throws IOException {
    PdfText text = new PdfText(objects, pages, enough, allowance);
    text.walk();
    return text.said;
  }

  /** What was drawn. */
  static final class Said {
    private static final int LONGEST = 40_000;

    private final StringBuilder text = new StringBuilder();
    private int codes;
    private int unknown;
    private boolean cut;

    /**
     * Adds the meaning of one code.
     *
     * @param character null when the font does not say
     * @param readable whether it can be known nevertheless
     */
    void add(String character, boolean readable) {
      codes++;
      boolean none = character == null || character.isEmpty() || character.charAt(0) == 0;
      if (none || character.charAt(0) == '\uFFFD') {
        unknown += readable ? 0 : 1;
      } else {
        say(character);
      }
    }

    void say(String words) {
      if (text.length() < LONGEST) {
        text.append(words);
      }
    }

    /** Whether anything was drawn. */
    boolean any() {
      return codes > 0 || text.length() > 0;
    }

    /** Whether there was more than was read. */
    boolean isCut() {
      return cut;
    }

    /** Codes drawn. */
    int codes() {
      return codes;
    }

    /** Codes whose meaning no program can tell. */
    int unknown() {
      return unknown;
    }

    String text() {
      return text.toString();
    }
  }

  private boolean isEnough() {
    return pagesRead >= pages || said.text.length() >= enough || said.codes >= 2 * enough;
  }

  private void walk() throws IOException {
    PdfPages walk = new PdfPages(objects, allowance);
    while (!isEnough() && walk.next()) {
      if (walk.page() != null) {
        page(walk.page(), walk.resources());
      }
    }
  }

  private void page(Map<String, Object> page, Object resources) throws IOException {
    pagesRead++;
    forms.clear();
    marked = 0;
    replacedAt = -1;
    Map<String, Object> own = objects.dictionary(resources);
    if (own == null) {
      return;
    }
    State state = new State();
    Object contents = objects.resolve(page.get("Contents"));
    if (contents instanceof PdfObjects.Stream stream) {
      content(stream, own, state, 0);
    } else if (contents instanceof List<?> parts) {
      for (Object part : parts) {
        if (!isEnoughOfPage() && objects.resolve(part) instanceof PdfObjects.Stream stream) {
          content(stream, own, state, 0);
        }
      }
    }
  }

  private boolean isEnoughOfPage() {
    return said.text.length() >= enough || said.codes >= 2 * enough;
  }

  /** The font in use. */
  private static final class State {
    PdfFont font;
  }

  private void content(
      PdfObjects.Stream stream, Map<String, Object> resources, State state, int depth)
      throws IOException {
    // Without a font there is no text: a scan is settled here, before any stream is unpacked.
    if (objects.resolve(resources.get("Font")) == null
        && objects.resolve(resources.get("XObject")) == null) {
      return;
    }
    byte[] bytes = objects.unpacked(stream, depth == 0 ? LONGEST_CONTENT : LONGEST_FORM);
    if (bytes == null) {
      return;
    }
    said.cut |= bytes.length == (depth == 0 ? LONGEST_CONTENT : LONGEST_FORM);
    PdfLexer lexer = new PdfLexer(PdfBytes.of(bytes), 0, allowance, false);
    List<Object> operands = new ArrayList<>();
    while (!isEnoughOfPage()) {
      Object next;
      try {
        next = lexer.next();
      } catch (TooCostly e) {
        throw e;
      } catch (IOException e) {
        return;
      }
      if (next == PdfLexer.END) {
        return;
      }
      if (!(next instanceof Word word)) {
        if (operands.size() == MOST_OPERANDS) {
          operands.remove(0);
        }
        operands.add(next);
        continue;
      }
      Object last = operands.isEmpty() ? null : operands.get(operands.size() - 1);
      switch (word.text()) {
        case "Tf" -> {
          if (operands.size() >= 2 && operands.get(operands.size() - 2) instanceof Name name) {
            state.font = font(resources, name.text());
          }
        }
        case "Tj", "'", "\"" -> show(last, state);
        case "TJ" -> {
          if (last instanceof List<?> parts) {
            for (Object part : parts) {
              show(part, state);
            }
          }
        }
        case "BMC" -> marked++;
        case "BDC" -> {
          marked++;
          replace(last, resources);
        }
        case "EMC" -> {
          if (marked == replacedAt) {
            replacedAt = -1;
          }
          marked = Math.max(0, marked - 1);
        }
        case "Do" -> {
          if (last instanceof Name name) {
            form(name.text(), resources, depth);
          }
        }
        case "ID" -> afterPicture(lexer, bytes);
        default -> {
          // nothing that is said
        }
      }
      operands.clear();
    }
  }

  private void show(Object string, State state) {
    if (string instanceof byte[] bytes && bytes.length > 0) {
      if (replacedAt >= 0) {
        return;
      }
      if (state.font == null) {
        for (int i = 0; i < bytes.length; i++) {
          said.add(null, true);
        }
      } else {
        state.font.show(bytes, said);
      }
    }
  }

  /** Text in words, given for what is drawn in glyphs: ISO 32000-1, 14.9.4. */
  private void replace(Object given, Map<String, Object> resources) throws IOException {
    Object properties = given;
    if (given instanceof Name name) {
      Map<String, Object> named = objects.dictionary(resources.get("Properties"));
      properties = named == null ? null : objects.resolve(named.get(name.text()));
    }
    if (replacedAt < 0
        && properties instanceof Map<?, ?> map
        && objects.resolve(map.get("ActualText")) instanceof byte[] words) {
      replacedAt = marked;
      said.say(PdfLexer.text(words));
    }
  }

  private PdfFont font(Map<String, Object> resources, String name) throws IOException {
    Map<String, Object> all = objects.dictionary(resources.get("Font"));
    Object given = all == null ? null : all.get(name);
    int number = given instanceof Ref ref ? ref.number() : -1;
    PdfFont known = fonts.get(number);
    if (known != null) {
      return known;
    }
    Map<String, Object> dictionary = objects.dictionary(given);
    if (dictionary == null) {
      return null;
    }
    PdfFont font = PdfFont.of(dictionary, objects, allowance);
    if (number >= 0 && fonts.size() < 1000) {
      fonts.put(number, font);
    }
    return font;
  }

  private void form(String name, Map<String, Object> resources, int depth) throws IOException {
    Map<String, Object> all = objects.dictionary(resources.get("XObject"));
    if (all == null
        || depth >= DEEPEST_FORM
        || !(objects.resolve(all.get(name)) instanceof PdfObjects.Stream form)
        || !(objects.resolve(form.get("Subtype")) instanceof Name kind)
        || !kind.text().equals("Form")
        || !forms.add(form.number())) {
      return;
    }
    Map<String, Object> own = objects.dictionary(form.get("Resources"));
    content(form, own == null ? resources : own, new State(), depth + 1);
  }

  /** Passes over the bytes of a picture that stands in the content itself. */
  private static void afterPicture(PdfLexer lexer, byte[] bytes) {
    int at = (int) lexer.position();
    while (at < bytes.length) {
      int end = FileBytes.indexOf(bytes, "EI", at);
      if (end < 0) {
        break;
      }
      if (isSpace(bytes, end - 1) && isSpace(bytes, end + 2)) {
        lexer.moveTo(end + 2L);
        return;
      }
      at = end + 2;
    }
    lexer.moveTo(bytes.length);
  }

  private static boolean isSpace(byte[] bytes, int at) {
    return at >= bytes.length || at >= 0 && bytes[at] >= 0 && bytes[at] <= ' ';
  }
}
