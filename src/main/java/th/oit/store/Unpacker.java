package th.oit.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import th.oit.identity.Print;
import th.oit.identity.Stamp;

/**
 * Reads what a {@link Packer} has packed. Whoever asks for other values than were packed, or for
 * more, gets rubbish or an {@link IndexOutOfBoundsException}: the whole is checked beforehand.
 */
public final class Unpacker {
  private final byte[] bytes;
  private int at;

  public Unpacker(byte[] bytes) {
    this(bytes, 0);
  }

  private Unpacker(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  public int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  public boolean flag() {
    return bytes[at++] != 0;
  }

  public long big() {
    long value = 0;
    for (int i = 7; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    at += 8;
    return value;
  }

  /** A text, or null. */
  public String text() {
    int head = number();
    if (head == 0) {
      return null;
    }
    int length = head - 1 >>> 1;
    if ((head & 1) != 0) {
      String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
      at += length;
      return text;
    }
    length = head - 2 >>> 1;
    char[] chars = new char[length];
    int from = at;
    for (int i = 0; i < length; i++, from += 2) {
      chars[i] = (char) (bytes[from] & 0xFF | bytes[from + 1] << 8);
    }
    at = from;
    return new String(chars);
  }

  public List<String> texts() {
    int count = number();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  public LocalDate day() {
    int day = number();
    return day == 0 ? null : LocalDate.ofEpochDay(day - 1_000_000);
  }

  /**
   * One of a few, or null.
   *
   * @param values in their order
   */
  public <T> T choice(T[] values) {
    int ordinal = number();
    return ordinal == 0 ? null : values[ordinal - 1];
  }

  public Print print() {
    return flag() ? new Print(big(), big()) : null;
  }

  public Stamp stamp() {
    return new Stamp(big(), big(), big(), big(), big());
  }

  /** What was packed elsewhere, to be looked into later. */
  public Sealed sealed() {
    int length = number();
    Sealed sealed = new Sealed(bytes, at, length);
    at += length;
    return sealed;
  }

  /** Packed values that nobody has looked into. */
  public record Sealed(byte[] bytes, int from, int length) {
    /** What is packed now. */
    public static Sealed of(Consumer<Packer> values) {
      Packer packer = new Packer();
      values.accept(packer);
      byte[] packed = packer.packed();
      return new Sealed(packed, 0, packed.length);
    }

    public Unpacker open() {
      return new Unpacker(bytes, from);
    }

    public void into(Packer packer) {
      packer.sealed(bytes, from, length);
    }
  }
}
