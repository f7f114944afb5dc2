package th.oit.render;

import io.nayuki.qrcodegen.QrCode;
import java.util.Arrays;

/**
 * Puts the best mask onto a code by the penalties of ISO/IEC 18004, as the library does, but on
 * whole rows of bits: on the pages of the tool's own look, the library's choice takes a seventh of
 * a run's time. The library has made the code with its correction of errors; what is drawn here is,
 * module by module, what it would draw itself.
 */
final class QrMask {
  /** The largest code whose rows fit into a {@code long}. */
  static final int LARGEST_VERSION = 10;

  private static final int MASKS = 8;

  /** Every pattern repeats itself after so many modules, to the right and downwards. */
  private static final int PERIOD = 12;

  private static final long[][] ROWS = new long[MASKS][PERIOD];
  private static final long[][] COLUMNS = new long[MASKS][PERIOD];
  private static final int[] LEVEL_BITS = {1, 0, 3, 2};

  static {
    for (int mask = 0; mask < MASKS; mask++) {
      for (int y = 0; y < PERIOD; y++) {
        for (int x = 0; x < Long.SIZE; x++) {
          if (isInverted(mask, x, y)) {
            ROWS[mask][y] |= 1L << x;
          }
          if (isInverted(mask, y, x)) {
            COLUMNS[mask][y] |= 1L << x;
          }
        }
      }
    }
  }

  private final int size;
  private final int level;

  /** The code without any mask, the rows first and then the columns; so in all arrays below. */
  private final long[] bare;

  private final long[] data;
  private final long[] masked;
  private final int[] history = new int[7];

  private QrMask(QrCode code) {
    this.size = code.size;
    this.level = LEVEL_BITS[code.errorCorrectionLevel.ordinal()];
    this.data = new long[2 * size];
    this.bare = new long[2 * size];
    this.masked = new long[2 * size];
    drawDataArea(code.version);
    for (int y = 0; y < size; y++) {
      long row = 0;
      for (int x = 0; x < size; x++) {
        if (code.getModule(x, y)) {
          row |= 1L << x;
        }
      }
      bare[y] = row ^ ROWS[0][y % PERIOD] & data[y];
    }
    turn(data);
    turn(bare);
  }

  /**
   * The rows of a code with the mask of least penalty, the first of several; the lowest bit is the
   * module on the left.
   *
   * @param code drawn with mask 0, of at most {@link #LARGEST_VERSION}
   */
  static long[] best(QrCode code) {
    QrMask choice = new QrMask(code);
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int mask = 0; mask < MASKS; mask++) {
      choice.draw(mask);
      int penalty = choice.penalty();
      if (penalty < least) {
        best = mask;
        least = penalty;
      }
    }
    choice.draw(best);
    return Arrays.copyOf(choice.masked, choice.size);
  }

  /** Fills in the columns from the rows. */
  private void turn(long[] lines) {
    for (int y = 0; y < size; y++) {
      for (long left = lines[y]; left != 0; left &= left - 1) {
        lines[size + Long.numberOfTrailingZeros(left)] |= 1L << y;
      }
    }
  }

  /** Notes where the code holds data, not patterns for the reader or the format. */
  private void drawDataArea(int version) {
    long left = 0x1FFL;
    long right = -1L << size - 8;
    for (int y = 0; y < size; y++) {
      long row = (1L << size) - 1 & ~(1L << 6);
      if (y <= 8) {
        row &= ~(left | right);
      }
      if (y >= size - 8) {
        row &= ~left;
      }
      if (version >= 7) {
        if (y <= 5) {
          row &= ~(-1L << size - 11);
        }
        if (y >= size - 11) {
          row &= ~0x3FL;
        }
      }
      data[y] = y == 6 ? 0 : row;
    }
    if (version > 1) {
      int count = version / 7 + 2;
      int step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          boolean atFinder = i == 0 && (j == 0 || j == count - 1) || i == count - 1 && j == 0;
          if (!atFinder) {
            int x = alignment(i, count, size, step) - 2;
            int top = alignment(j, count, size, step) - 2;
            for (int y = top; y < top + 5; y++) {
              data[y] &= ~(0b11111L << x);
            }
          }
        }
      }
    }
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

  private void draw(int mask) {
    for (int i = 0; i < size; i++) {
      masked[i] = bare[i] ^ ROWS[mask][i % PERIOD] & data[i];
      masked[size + i] = bare[size + i] ^ COLUMNS[mask][i % PERIOD] & data[size + i];
    }
    drawFormat(mask);
  }

  private int penalty() {
    int penalty = 0;
    int dark = 0;
    for (int i = 0; i < size; i++) {
      long row = masked[i];
      penalty += ofLine(row) + ofLine(masked[size + i]);
      dark += Long.bitCount(row);
      if (i + 1 < size) {
        long equalBelow = ~(row ^ masked[i + 1]);
        long equalBeside = ~(row ^ row >>> 1);
        long blocks = equalBelow & equalBelow >>> 1 & equalBeside & (1L << size - 1) - 1;
        penalty += 3 * Long.bitCount(blocks);
      }
    }
    int total = size * size;
    return penalty + 10 * ((Math.abs(dark * 20 - total * 10) + total - 1) / total - 1);
  }

  private void drawFormat(int mask) {
    int value = level << 3 | mask;
    int rest = value;
    for (int i = 0; i < 10; i++) {
      rest = rest << 1 ^ (rest >>> 9) * 0x537;
    }
    int bits = (value << 10 | rest) ^ 0x5412;
    for (int i = 0; i < 15; i++) {
      boolean dark = (bits >>> i & 1) != 0;
      set(i < 8 ? 8 : i == 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8, dark);
      set(i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, dark);
    }
  }

  private void set(int x, int y, boolean dark) {
    long inRow = 1L << x;
    long inColumn = 1L << y;
    masked[y] = dark ? masked[y] | inRow : masked[y] & ~inRow;
    masked[size + x] = dark ? masked[size + x] | inColumn : masked[size + x] & ~inColumn;
  }

  /** What long runs and likenesses of the corner patterns cost in a row or column. */
  private int ofLine(long line) {
    // A bit for every module that is like the next; four of them in a row are a run of five.
    long like = ~(line ^ line >>> 1) & (1L << size - 1) - 1;
    long five = like & like >>> 1 & like >>> 2 & like >>> 3;
    int penalty = Long.bitCount(five) + 2 * Long.bitCount(five & ~(five << 1));
    long three = line & line >>> 1 & line >>> 2;
    boolean maybeLarger = (three & three >>> 3) != 0;
    return penalty + 40 * (maybeLarger ? likenessesOfAnySize(line) : likenesses(line));
  }

  /**
   * How often a line has a corner pattern, 1:1:3:1:1, whose narrow runs are one module wide, with
   * four light modules on one side; what has them on both sides counts twice. The margin is light.
   */
  private static int likenesses(long line) {
    long at = line << 4;
    long core =
        at
            & ~(at >>> 1)
            & at >>> 2
            & at >>> 3
            & at >>> 4
            & ~(at >>> 5)
            & at >>> 6
            & ~(at << 1)
            & ~(at >>> 7);
    if (core == 0) {
      return 0;
    }
    return Long.bitCount(core & ~(at << 2 | at << 3 | at << 4))
        + Long.bitCount(core & ~(at >>> 8 | at >>> 9 | at >>> 10));
  }

  private int likenessesOfAnySize(long line) {
    Arrays.fill(history, 0);
    int found = 0;
    boolean dark = false;
    int at = 0;
    int run = 0;
    while (at < size) {
      long rest = line >>> at;
      run = Math.min(size - at, Long.numberOfTrailingZeros(dark ? ~rest : rest));
      at += run;
      if (at < size) {
        remember(run);
        if (!dark) {
          found += likenesses();
        }
        dark = !dark;
      }
    }
    if (dark) {
      remember(run);
      run = 0;
    }
    remember(run + size);
    return found + likenesses();
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
