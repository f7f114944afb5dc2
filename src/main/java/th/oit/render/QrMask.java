package th.oit.render;

import io.nayuki.qrcodegen.QrCode;
import java.util.Arrays;

/**
 * Chooses the mask of a code by the penalties of ISO/IEC 18004, as the library does, but on whole
 * rows of bits: on the pages of the tool's own look, the library's choice takes a seventh of a
 * run's time. Only the choice is made here; the library draws the code, so that it is valid
 * whatever is chosen.
 */
final class QrMask {
  /** The largest code whose rows fit into a {@code long}. */
  static final int LARGEST_VERSION = 10;

  private static final int MASKS = 8;
  private static final int[] LEVEL_BITS = {1, 0, 3, 2};

  private final int size;
  private final int level;
  private final long[] bare;
  private final long[] data;
  private final int[] history = new int[7];

  private QrMask(QrCode code) {
    this.size = code.size;
    this.level = LEVEL_BITS[code.errorCorrectionLevel.ordinal()];
    this.data = dataArea(code.version, size);
    this.bare = new long[size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean inverted = isData(x, y) && isInverted(0, x, y);
        if (code.getModule(x, y) != inverted) {
          bare[y] |= 1L << x;
        }
      }
    }
  }

  /**
   * The mask with the least penalty, the first of several.
   *
   * @param code drawn with mask 0, of at most {@link #LARGEST_VERSION}
   */
  static int best(QrCode code) {
    QrMask choice = new QrMask(code);
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int mask = 0; mask < MASKS; mask++) {
      int penalty = choice.penalty(mask);
      if (penalty < least) {
        best = mask;
        least = penalty;
      }
    }
    return best;
  }

  private boolean isData(int x, int y) {
    return (data[y] >> x & 1) != 0;
  }

  /** Where a code of a version holds data, not patterns for the reader or the format. */
  private static long[] dataArea(int version, int size) {
    long[] rows = new long[size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean corner = x <= 8 && y <= 8 || x >= size - 8 && y <= 8 || x <= 8 && y >= size - 8;
        boolean timing = x == 6 || y == 6;
        boolean number = version >= 7 && (x >= size - 11 && y <= 5 || y >= size - 11 && x <= 5);
        if (!corner && !timing && !number) {
          rows[y] |= 1L << x;
        }
      }
    }
    if (version > 1) {
      int count = version / 7 + 2;
      int step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          boolean atFinder = i == 0 && (j == 0 || j == count - 1) || i == count - 1 && j == 0;
          if (!atFinder) {
            int left = alignment(i, count, size, step) - 2;
            int top = alignment(j, count, size, step) - 2;
            for (int y = top; y < top + 5; y++) {
              rows[y] &= ~(0b11111L << left);
            }
          }
        }
      }
    }
    return rows;
  }

  private static int alignment(int index, int count, int size, int step) {
    return index == 0 ? 6 : size - 7 - (count - 1 - index) * step;
  }

  private static boolean isInverted(int mask, int x, int y) {
    return switch (mask) {
      case 0 -> (x + y) % 2 == 0;
      case 1 -> y % 2 == 0;
      case 2 -> x % 3 == 0;
      case 3 -> (x + y) % 3 == 0;
      case 4 -> (x / 3 + y / 2) % 2 == 0;
      case 5 -> x * y % 2 + x * y % 3 == 0;
      case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
      default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
    };
  }

  private int penalty(int mask) {
    long[] rows = new long[size];
    for (int y = 0; y < size; y++) {
      long pattern = 0;
      // Every pattern repeats itself after twelve modules.
      for (int x = 0; x < 12; x++) {
        if (isInverted(mask, x, y)) {
          pattern |= 1L << x;
        }
      }
      pattern |= pattern << 12 | pattern << 24 | pattern << 36 | pattern << 48 | pattern << 60;
      rows[y] = bare[y] ^ pattern & data[y];
    }
    drawFormat(rows, mask);
    long[] columns = new long[size];
    for (int y = 0; y < size; y++) {
      for (long left = rows[y]; left != 0; left &= left - 1) {
        columns[Long.numberOfTrailingZeros(left)] |= 1L << y;
      }
    }
    int penalty = 0;
    int dark = 0;
    for (int i = 0; i < size; i++) {
      penalty += ofLine(rows[i]) + ofLine(columns[i]);
      dark += Long.bitCount(rows[i]);
      if (i + 1 < size) {
        long equalBelow = ~(rows[i] ^ rows[i + 1]);
        long equalBeside = ~(rows[i] ^ rows[i] >>> 1);
        long blocks = equalBelow & equalBelow >>> 1 & equalBeside & (1L << size - 1) - 1;
        penalty += 3 * Long.bitCount(blocks);
      }
    }
    int total = size * size;
    return penalty + 10 * ((Math.abs(dark * 20 - total * 10) + total - 1) / total - 1);
  }

  private void drawFormat(long[] rows, int mask) {
    int value = level << 3 | mask;
    int rest = value;
    for (int i = 0; i < 10; i++) {
      rest = rest << 1 ^ (rest >>> 9) * 0x537;
    }
    int bits = (value << 10 | rest) ^ 0x5412;
    for (int i = 0; i < 15; i++) {
      boolean dark = (bits >>> i & 1) != 0;
      set(rows, i < 8 ? 8 : i == 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8, dark);
      set(rows, i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, dark);
    }
  }

  private static void set(long[] rows, int x, int y, boolean dark) {
    rows[y] = dark ? rows[y] | 1L << x : rows[y] & ~(1L << x);
  }

  /** What long runs and likenesses of the corner patterns cost in a row or column. */
  private int ofLine(long line) {
    Arrays.fill(history, 0);
    int penalty = 0;
    boolean dark = false;
    int at = 0;
    int run = 0;
    while (at < size) {
      long rest = line >>> at;
      run = Math.min(size - at, Long.numberOfTrailingZeros(dark ? ~rest : rest));
      at += run;
      if (run >= 5) {
        penalty += run - 2;
      }
      if (at < size) {
        remember(run);
        if (!dark) {
          penalty += 40 * likenesses();
        }
        dark = !dark;
      }
    }
    if (dark) {
      remember(run);
      run = 0;
    }
    remember(run + size);
    return penalty + 40 * likenesses();
  }

  /** The margin before the first run counts to it. */
  private void remember(int run) {
    int length = history[0] == 0 ? run + size : run;
    System.arraycopy(history, 0, history, 1, history.length - 1);
    history[0] = length;
  }

  /** A corner pattern is 1:1:3:1:1 with four light modules on one side. */
  private int likenesses() {
    int n = history[1];
    boolean core =
        n > 0 && history[2] == n && history[3] == n * 3 && history[4] == n && history[5] == n;
    if (!core) {
      return 0;
    }
    return (history[0] >= n * 4 && history[6] >= n ? 1 : 0)
        + (history[6] >= n * 4 && history[0] >= n ? 1 : 0);
  }
}
