package th.oit.identity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * 128 bits by which a content is recognised: equal contents have equal prints, and that two others
 * have the same one is as unlikely as anything that is trusted here. Not made to withstand forgers.
 *
 * <p>The function is MurmurHash3 (x64, 128 bits) by Austin Appleby, in the public domain, fed with
 * whole words: it takes a few microseconds for a page where a digest of the JDK takes a tenth of a
 * millisecond. Immutable.
 */
public record Print(long high, long low) implements Comparable<Print> {
  /** Of nothing at all. */
  public static final Print NONE = new Maker().print();

  public static Print of(byte[] bytes) {
    return new Maker().add(bytes).print();
  }

  public static Print of(CharSequence text) {
    return new Maker().add(text).print();
  }

  // Both written out: those of a record are put together of method handles at run time.
  @Override
  public boolean equals(Object other) {
    return other instanceof Print that && that.high == high && that.low == low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  @Override
  public int compareTo(Print other) {
    int first = Long.compare(high, other.high);
    return first != 0 ? first : Long.compare(low, other.low);
  }

  /**
   * Takes the print of several things in a row. Each says its length, so none runs into the next.
   */
  public static final class Maker {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long h1;
    private long h2;
    private long blocks;

    /** One number. */
    public Maker add(long number) {
      block(number, 0x9e3779b97f4a7c15L);
      return this;
    }

    /** A print taken before. */
    public Maker add(Print print) {
      block(print.high, print.low);
      return this;
    }

    /** A file's content. */
    public Maker add(byte[] bytes) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int whole = bytes.length & ~15;
      for (int i = 0; i < whole; i += 16) {
        block(buffer.getLong(i), buffer.getLong(i + 8));
      }
      long k1 = 0;
      long k2 = 0;
      for (int i = bytes.length - 1; i >= whole; i--) {
        if (i - whole >= 8) {
          k2 = k2 << 8 | bytes[i] & 0xFF;
        } else {
          k1 = k1 << 8 | bytes[i] & 0xFF;
        }
      }
      block(k1, k2);
      return add(bytes.length);
    }

    /** A text; null is another one than the empty one. */
    public Maker add(CharSequence text) {
      if (text == null) {
        return add(-1);
      }
      int length = text.length();
      int whole = length & ~7;
      for (int i = 0; i < whole; i += 8) {
        block(
            text.charAt(i)
                | (long) text.charAt(i + 1) << 16
                | (long) text.charAt(i + 2) << 32
                | (long) text.charAt(i + 3) << 48,
            text.charAt(i + 4)
                | (long) text.charAt(i + 5) << 16
                | (long) text.charAt(i + 6) << 32
                | (long) text.charAt(i + 7) << 48);
      }
      long k1 = 0;
      long k2 = 0;
      for (int i = length - 1; i >= whole; i--) {
        if (i - whole >= 4) {
          k2 = k2 << 16 | text.charAt(i);
        } else {
          k1 = k1 << 16 | text.charAt(i);
        }
      }
      block(k1, k2);
      return add(length);
    }

    private void block(long first, long second) {
      long k1 = first * C1;
      h1 ^= Long.rotateLeft(k1, 31) * C2;
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      long k2 = second * C2;
      h2 ^= Long.rotateLeft(k2, 33) * C1;
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
      blocks++;
    }

    /** The print of all that was added. */
    public Print print() {
      long a = h1 ^ blocks;
      long b = h2 ^ blocks;
      a += b;
      b += a;
      a = mixed(a);
      b = mixed(b);
      a += b;
      b += a;
      return new Print(a, b);
    }

    private static long mixed(long value) {
      long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
      mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
      return mixed ^ mixed >>> 33;
    }
  }
}
