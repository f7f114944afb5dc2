package th.oit.text;

import java.util.Collection;
import java.util.Optional;

/** Finds, among names that exist, the one that somebody most likely meant. */
public final class NearMatch {
  private NearMatch() {}

  /**
   * The name nearest to what was written: equal after folding, else within two edits (one for short
   * names); empty when nothing is near. Of several equally near, the first.
   */
  public static Optional<String> of(String written, Collection<String> existing) {
    String wanted = Folding.nameKey(written);
    int allowed = wanted.length() <= 4 ? 1 : 2;
    String best = null;
    int bestDistance = allowed + 1;
    for (String candidate : existing) {
      String key = Folding.nameKey(candidate);
      if (Math.abs(key.length() - wanted.length()) >= bestDistance) {
        continue;
      }
      int distance = distance(wanted, key);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Edits between two texts, a swap of neighbours counting one (optimal string alignment). */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
