package th.oit.mend;

import java.util.ArrayList;
import java.util.List;

/** Shows what changes between two texts of as many lines. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** Appends the changes to a file, as {@code git apply} reads them. */
  static void append(StringBuilder out, String name, String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(now.get(i))) {
        changed.add(i);
      }
    }
    out.append("--- a/").append(name).append("\n+++ b/").append(name).append('\n');
    int next = 0;
    while (next < changed.size()) {
      int last = next;
      while (last + 1 < changed.size()
          && changed.get(last + 1) - changed.get(last) <= 2 * CONTEXT + 1) {
        last++;
      }
      int from = Math.max(0, changed.get(next) - CONTEXT);
      int to = Math.min(old.size(), changed.get(last) + CONTEXT + 1);
      hunk(out, old, now, from, to);
      next = last + 1;
    }
  }

  private static void hunk(
      StringBuilder out, List<String> old, List<String> now, int from, int to) {
    String range = (from + 1) + "," + (to - from);
    out.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
    int i = from;
    while (i < to) {
      if (old.get(i).equals(now.get(i))) {
        line(out, ' ', old.get(i++));
        continue;
      }
      int end = i;
      while (end < to && !old.get(end).equals(now.get(end))) {
        end++;
      }
      for (int at = i; at < end; at++) {
        line(out, '-', old.get(at));
      }
      for (int at = i; at < end; at++) {
        line(out, '+', now.get(at));
      }
      i = end;
    }
  }

  private static void line(StringBuilder out, char mark, String line) {
    out.append(mark).append(line);
    if (!line.endsWith("\n")) {
      out.append("\n\\ No newline at end of file\n");
    }
  }

  /** The lines with their ends, which belong to what may differ. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
