package th.oit.document;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import th.oit.document.PdfLexer.Name;
import th.oit.document.PdfLexer.Word;

/**
 * What the codes of a font mean: ISO 32000-1, 9.6 to 9.10. Nothing is asked of the font program.
 */
final class PdfFont {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int LONGEST_MAP = 1 << 20;
  private static final int LONGEST_RANGE = 1 << 16;

  private final boolean composite;

  /** Whether a code without a mapping has a meaning that is known elsewhere. */
  private final boolean standard;

  private final boolean mapped;
  private final Map<Integer, String> characters = new HashMap<>();
  private int longestCode;

  private PdfFont(boolean composite, boolean standard, boolean mapped) {
    this.composite = composite;
    this.standard = standard;
    this.mapped = mapped;
  }

  static PdfFont of(Map<String, Object> font, PdfObjects objects, Allowance allowance)
      throws IOException {
    boolean composite = is(objects.resolve(font.get("Subtype")), "Type0");
    Object encoding = objects.resolve(font.get("Encoding"));
    byte[] map =
        objects.resolve(font.get("ToUnicode")) instanceof PdfObjects.Stream stream
            ? objects.unpacked(stream, LONGEST_MAP)
            : null;
    boolean identity = encoding instanceof Name name && name.text().startsWith("Identity");
    PdfFont read = new PdfFont(composite, !composite || !identity, map != null);
    if (!composite && encoding instanceof Map<?, ?> own) {
      read.differences(objects.resolve(own.get("Differences")), allowance);
    }
    if (map != null) {
      read.map(map, allowance);
    }
    return read;
  }

  private static boolean is(Object value, String name) {
    return value instanceof Name given && given.text().equals(name);
  }

  private void differences(Object list, Allowance allowance) throws IOException {
    if (!(list instanceof List<?> differences)) {
      return;
    }
    int code = 0;
    for (Object part : differences) {
      if (part instanceof Long next) {
        code = (int) Math.max(0, Math.min(256, next));
      } else if (part instanceof Name name && code < 256) {
        String character = named(name.text());
        if (character != null) {
          put(code, character, allowance);
        }
        code++;
      }
    }
  }

  /** The character of a glyph that is named after its code point; null for other names. */
  private static String named(String glyph) {
    int from = glyph.startsWith("uni") ? 3 : glyph.startsWith("u") ? 1 : -1;
    if (from < 0 || glyph.length() < from + 4 || glyph.length() > from + 6) {
      return null;
    }
    int point = 0;
    for (int i = from; i < glyph.length(); i++) {
      int digit = PdfLexer.digit(glyph.charAt(i));
      if (digit < 0) {
        return null;
      }
      point = point << 4 | digit;
    }
    return Character.isValidCodePoint(point) ? Character.toString(point) : null;
  }

  private void put(int code, String character, Allowance allowance) throws TooCostly {
    if (characters.put(code, character) == null) {
      allowance.mappings(1);
    }
  }

  /** Reads a table from codes to characters: Adobe Technical Note 5014 and 5411. */
  private void map(byte[] bytes, Allowance allowance) throws IOException {
    PdfLexer lexer = new PdfLexer(PdfBytes.of(bytes), 0, allowance, false);
    List<Object> operands = new ArrayList<>();
    String kind = "";
    while (true) {
      Object next;
      try {
        next = lexer.next();
      } catch (TooCostly e) {
        throw e;
      } catch (IOException e) {
        return; // what was read counts
      }
      if (next == PdfLexer.END) {
        return;
      }
      if (next instanceof Word word) {
        kind = word.text();
        operands.clear();
        continue;
      }
      operands.add(next);
      // Settled one by one, so that no more than three things are kept.
      switch (kind) {
        case "beginbfchar" -> {
          if (operands.size() == 2) {
            if (operands.get(0) instanceof byte[] code && operands.get(1) instanceof byte[] to) {
              put(code(code), utf16(to), allowance);
            }
            operands.clear();
          }
        }
        case "beginbfrange" -> {
          if (operands.size() == 3) {
            if (operands.get(0) instanceof byte[] first && operands.get(1) instanceof byte[] last) {
              range(code(first), code(last), operands.get(2), allowance);
            }
            operands.clear();
          }
        }
        case "begincodespacerange" -> {
          if (operands.size() == 2) {
            if (operands.get(0) instanceof byte[] code) {
              longestCode = Math.max(longestCode, code.length);
            }
            operands.clear();
          }
        }
        default -> operands.clear(); // dictionaries and names that say nothing about codes
      }
    }
  }

  private void range(int first, int last, Object to, Allowance allowance) throws IOException {
    if (last < first || last - first > LONGEST_RANGE) {
      return;
    }
    if (to instanceof List<?> list) {
      for (int i = 0; i < list.size() && first + i <= last; i++) {
        if (list.get(i) instanceof byte[] character) {
          put(first + i, utf16(character), allowance);
        }
      }
    } else if (to instanceof byte[] start && start.length > 0) {
      String text = utf16(start);
      if (text.isEmpty()) {
        return;
      }
      char end = text.charAt(text.length() - 1);
      String begin = text.substring(0, text.length() - 1);
      for (int code = first; code <= last; code++) {
        put(code, begin + (char) (end + code - first), allowance);
      }
    }
  }

  private static int code(byte[] bytes) {
    int code = 0;
    for (int i = 0; i < Math.min(4, bytes.length); i++) {
      code = code << 8 | bytes[i] & 0xFF;
    }
    return code;
  }

  private static String utf16(byte[] bytes) {
    return bytes.length == 1
        ? String.valueOf((char) (bytes[0] & 0xFF))
        : new String(bytes, 0, Math.min(64, bytes.length & ~1), StandardCharsets.UTF_16BE);
  }

  /** Adds what a string of this font says. */
  void show(byte[] string, PdfText.Said said) {
    boolean two = composite && longestCode != 1;
    int step = two ? 2 : 1;
    for (int i = 0; i + step <= string.length; i += step) {
      int code = two ? (string[i] & 0xFF) << 8 | string[i + 1] & 0xFF : string[i] & 0xFF;
      String text = characters.get(code);
      if (text == null && !composite) {
        text = new String(string, i, 1, WESTERN);
      }
      said.add(text, standard && !mapped);
    }
  }
}
