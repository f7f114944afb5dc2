package th.oit.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import th.oit.identity.Print;
import th.oit.identity.Stamp;

/** Packs values one behind the other. {@link Unpacker} reads them in the same order. */
public final class Packer {
  private static final int WHEN_FULL = 1 << 16;

  private final OutputStream out;
  private byte[] bytes;
  private int size;

  /** Packs into memory. */
  public Packer() {
    this(null);
  }

  /** Packs into a stream, which is to be {@linkplain #flush flushed} at the end. */
  Packer(OutputStream out) {
    this.out = out;
    this.bytes = new byte[out == null ? 256 : WHEN_FULL * 2];
  }

  private void need(int more) {
    if (out != null && size > WHEN_FULL) {
      flush();
    }
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  void flush() {
    try {
      out.write(bytes, 0, size);
      size = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number of which small ones, 0 and above, are the usual. */
  public Packer number(int value) {
    need(5);
    int left = value;
    while ((left & ~0x7F) != 0) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
    return this;
  }

  public Packer flag(boolean value) {
    need(1);
    bytes[size++] = (byte) (value ? 1 : 0);
    return this;
  }

  public Packer big(long value) {
    need(8);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** A text, or null. */
  public Packer text(String text) {
    if (text == null) {
      return number(0);
    }
    int length = text.length();
    boolean wide = false;
    for (int i = 0; i < length && !wide; i++) {
      wide = text.charAt(i) > 0xFF;
    }
    number(length * 2 + (wide ? 2 : 1));
    need(wide ? length * 2 : length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[size++] = (byte) c;
      if (wide) {
        bytes[size++] = (byte) (c >>> 8);
      }
    }
    return this;
  }

  public Packer texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  /** A day, or null. */
  public Packer day(LocalDate day) {
    return number(day == null ? 0 : (int) day.toEpochDay() + 1_000_000);
  }

  /** One of a few, or null. */
  public Packer choice(Enum<?> value) {
    return number(value == null ? 0 : value.ordinal() + 1);
  }

  /** A print, or null. */
  public Packer print(Print print) {
    flag(print != null);
    return print == null ? this : big(print.high()).big(print.low());
  }

  public Packer stamp(Stamp stamp) {
    return big(stamp.size())
        .big(stamp.modified())
        .big(stamp.changed())
        .big(stamp.number())
        .big(stamp.taken());
  }

  /** What is packed elsewhere, to be read without looking into it. */
  public Packer sealed(byte[] packed, int from, int length) {
    number(length);
    need(length);
    System.arraycopy(packed, from, bytes, size, length);
    size += length;
    return this;
  }

  /** The same, packed now. */
  public Packer sealed(Consumer<Packer> inner) {
    Packer packer = new Packer();
    inner.accept(packer);
    return sealed(packer.bytes, 0, packer.size);
  }

  /** What was packed into memory. */
  public byte[] packed() {
    return Arrays.copyOf(bytes, size);
  }
}
