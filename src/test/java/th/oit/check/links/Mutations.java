package th.oit.check.links;

import java.util.List;
import java.util.Random;

/**
 * Spoils texts: takes one of a few good ones and puts in, takes out, doubles, swaps and joins at
 * random. The same seed gives the same texts.
 */
final class Mutations {
  private static final int LONGEST = 4000;

  private final List<String> good;
  private final List<String> pieces;
  private final Random random;

  /**
   * @param good what to begin with
   * @param pieces what to put in; each means something to whoever reads the text
   */
  Mutations(List<String> good, List<String> pieces, long seed) {
    this.good = good;
    this.pieces = pieces;
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder(any(good));
    // Mostly a little: what is spoilt all through is refused at its first character.
    for (int left = 1 + random.nextInt(random.nextInt(8) == 0 ? 20 : 4); left > 0; left--) {
      spoil(text);
    }
    if (text.length() > LONGEST) {
      text.setLength(LONGEST);
    }
    return text.toString();
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  private void spoil(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(6));
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> text.insert(at, any(pieces));
      case 3 -> text.replace(at, end, any(pieces));
      case 4 -> text.delete(at, end);
      case 5 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(3)));
      case 6 ->
          text.insert(
              at, (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
      case 7 -> {
        String other = any(good);
        int from = random.nextInt(other.length() + 1);
        text.replace(at, end, other.substring(from, Math.min(other.length(), from + 30)));
      }
      default -> {
        if (at < end) {
          char c = text.charAt(at);
          text.setCharAt(
              at, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
      }
    }
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
