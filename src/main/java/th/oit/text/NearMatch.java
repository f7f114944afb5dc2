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
      int distance = distance(wanted, key, bestDistance - 1);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Edits between two texts, a swap of neighbours counting one (optimal string alignment). */
  public static int distance(String a, String b) {
    return distance(a, b, Math.max(a.length(), b.length()));
  }

  /**
   * The same as far as anybody wants to know: more than {@code most} when it is more. Cells of the
   * table that lie farther than that from its diagonal are not looked at, since folders of
   * thousands of names are compared.
   */
  static int distance(String a, String b, int most) {
    int far = most + 1;
    if (Math.abs(a.length() - b.length()) > most) {
      return far;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j <= most ? j : far;
    }
    int nearestBefore = 0;
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - most);
      int to = Math.min(b.length(), i + most);
      row[from - 1] = from == 1 && i <= most ? i : far;
      int nearest = row[from - 1];
      for (int j = from; j <= to; j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        nearest = Math.min(nearest, row[j]);
      }
      if (to < b.length()) {
        row[to + 1] = far;
      }
      // A swap may lead on from the row before.
      if (nearest > most && nearestBefore > most) {
        return far;
      }
      nearestBefore = nearest;
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
