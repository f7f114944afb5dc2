package th.oit.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Forms of a text in which spellings that look alike become equal; for search and for suggestions,
 * never for deciding whether a link is right.
 */
public final class Folding {
  private static final char NIKHAHIT = 'ํ';
  private static final char SARA_AA = 'า';
  private static final char SARA_AM = 'ำ';

  private Folding() {}

  /**
   * The form in which labels and searches are compared: canonical composition (never NFKC, which
   * takes ำ apart), invisible characters removed, ำ and แ joined, a tone mark typed before its
   * vowel moved behind it, Arabic digits, lower case, and no white space.
   */
  public static String key(String text) {
    if (isFolded(text)) {
      return text;
    }
    String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (isInvisible(c) || Character.isWhitespace(c) || c == '\u00A0') {
        continue;
      }
      append(out, c);
    }
    return ThaiDigits.toArabic(out.toString()).toLowerCase(Locale.ROOT);
  }

  /**
   * The form in which two file names that a person would take for the same become equal: as {@link
   * #key}, and compatibility forms too.
   */
  public static String nameKey(String name) {
    return isAscii(name) ? key(name) : key(Normalizer.normalize(key(name), Normalizer.Form.NFKC));
  }

  private static void append(StringBuilder out, char c) {
    int last = out.length() - 1;
    char before = last >= 0 ? out.charAt(last) : 0;
    if (c == 'เ' && before == 'เ') {
      out.setCharAt(last, 'แ');
    } else if (c == SARA_AA && before == NIKHAHIT) {
      out.setCharAt(last, SARA_AM);
    } else if (c == SARA_AA && isTone(before) && last > 0 && out.charAt(last - 1) == NIKHAHIT) {
      // nikhahit, tone, sara aa: the tone belongs before the joined vowel
      out.setCharAt(last - 1, before);
      out.setCharAt(last, SARA_AM);
    } else if (isTone(c) && before == SARA_AM) {
      out.setCharAt(last, c);
      out.append(SARA_AM);
    } else if (isUpperOrLowerVowel(c) && isTone(before)) {
      int at = last;
      while (at > 0 && isTone(out.charAt(at - 1))) {
        at--;
      }
      out.insert(at, c);
    } else {
      out.append(c);
    }
  }

  private static boolean isTone(char c) {
    return c >= '่' && c <= '์';
  }

  private static boolean isUpperOrLowerVowel(char c) {
    return c == 'ั' || c >= 'ิ' && c <= 'ู' || c == '็';
  }

  /** Characters that take no room on the screen and come along with text pasted from elsewhere. */
  public static boolean isInvisible(char c) {
    return c >= '\u200B' && c <= '\u200F' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
  }

  /** Whether there is nothing in it to fold, as in most names of files. */
  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
