package th.oit.text;

import java.util.Comparator;
import java.util.Locale;

/**
 * The order of a Thai dictionary: by consonants, a vowel written before its consonant counting
 * after it, tone marks only where all else is equal; numbers by their value, before Latin letters,
 * before Thai ones. Our own, because the runtime's rules for Thai are in a module that not every
 * runtime has.
 */
public final class ThaiOrder {
  private ThaiOrder() {}

  /** Compares texts as a dictionary does; different texts are never equal. */
  public static Comparator<String> comparator() {
    return Comparator.comparing(ThaiOrder::place);
  }

  /** Where a text stands in the order; worth keeping when it is compared more than once. */
  public static Place place(String text) {
    String key = Folding.key(text);
    return new Place(letters(key), marks(key), text);
  }

  /**
   * The place of a text in the order. Places of different texts are never equal.
   *
   * @param letters what counts first
   * @param marks what counts where the letters are equal
   */
  public record Place(String letters, String marks, String text) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = letters.compareTo(other.letters);
      order = order == 0 ? marks.compareTo(other.marks) : order;
      return order == 0 ? text.compareTo(other.text) : order;
    }

    /**
     * The letter under which the text stands: a Thai consonant, a Latin capital, {@code 0} for
     * every number, and {@code #} for what begins with none of them.
     */
    public char initial() {
      if (letters.isEmpty()) {
        return '#';
      }
      char first = letters.charAt(0);
      if (isConsonant(first)) {
        return first;
      }
      return first == NUMBER
          ? '0'
          : first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') : '#';
    }
  }

  /** The letter under which a text stands. */
  public static char initial(String text) {
    return place(text).initial();
  }

  private static final char NUMBER = '\u0001';

  /** What counts first: no marks, no spaces, no signs. */
  private static String letters(String key) {
    StringBuilder out = new StringBuilder(key.length() + 4);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (isLeadingVowel(c) && i + 1 < key.length() && isConsonant(key.charAt(i + 1))) {
        out.append(key.charAt(++i)).append(c);
      } else if (c >= '0' && c <= '9') {
        int end = i;
        while (end < key.length() && key.charAt(end) >= '0' && key.charAt(end) <= '9') {
          end++;
        }
        number(key, i, end, out);
        i = end - 1;
      } else if (c == 'ๅ') {
        out.append('า');
      } else if (Character.isLetter(c) && c != 'ๆ' || isVowelMark(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Shorter numbers are smaller ones once their noughts are gone. */
  private static void number(String key, int from, int to, StringBuilder out) {
    int start = from;
    while (start < to - 1 && key.charAt(start) == '0') {
      start++;
    }
    out.append(NUMBER).append((char) (NUMBER + to - start)).append(key, start, to);
  }

  /** What counts next: the marks, each with the place at which it stands. */
  private static String marks(String key) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c >= '็' && c <= '๎' || c == 'ๆ' || c == 'ฯ') {
        // A text without a mark where the other has one comes first.
        out.append((char) ('\uFFFF' - i)).append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isConsonant(char c) {
    return c >= 'ก' && c <= 'ฮ';
  }

  private static boolean isLeadingVowel(char c) {
    return c >= 'เ' && c <= 'ไ';
  }

  private static boolean isVowelMark(char c) {
    return c == 'ั' || c >= 'ิ' && c <= 'ฺ';
  }
}
