package th.oit.check.links;

import java.nio.CharBuffer;
import java.util.Arrays;
import th.oit.finding.Finding;
import th.oit.finding.Source;

/** The lines of a text, found by offset and by number; they end at a line feed, as jsoup counts. */
final class Lines {
  private final String text;
  private int[] starts;
  private int count;

  Lines(String text) {
    this.text = text;
  }

  /** The place of a character. */
  Source at(String file, int offset) {
    index();
    int found = Arrays.binarySearch(starts, 0, count, offset);
    int line = found >= 0 ? found : -2 - found;
    return new Source(file, line + 1, offset - starts[line] + 1);
  }

  /** The finding with the line of its place to show. */
  Finding show(Finding finding) {
    Source place = finding.source();
    index();
    if (place == null || place.line() < 1 || place.line() > count) {
      return finding;
    }
    int start = starts[place.line() - 1];
    int end = place.line() < count ? starts[place.line()] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return finding.excerpt(CharBuffer.wrap(text, start, end), place.column());
  }

  private void index() {
    if (starts != null) {
      return;
    }
    int[] found = new int[64];
    int size = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
      }
      found[size++] = i + 1;
    }
    count = size;
    starts = found;
  }
}
