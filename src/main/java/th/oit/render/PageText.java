package th.oit.render;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The characters of one page on the way from its template to its bytes, in a plain array: a page is
 * looked at letter by letter, and a {@link String} would be copied at every step. Not thread-safe.
 */
final class PageText extends Writer {
  /** The array, of which the first {@link #length} characters are the page's; may be written. */
  char[] chars;

  int length;

  /** The parts that many pages have, in order. */
  private final List<Place> places = new ArrayList<>(6);

  /** Where such a part begins in the page, from its first tag on. */
  static final class Place {
    final Once.Part part;
    final int start;
    private boolean isSet;

    private Place(Once.Part part, int start) {
      this.part = part;
      this.start = start;
    }

    int end() {
      return start + part.set().length;
    }
  }

  PageText(int room) {
    this.chars = new char[room];
  }

  @Override
  public void write(int c) {
    ensure(1);
    chars[length++] = (char) c;
  }

  @Override
  public void write(char[] from, int start, int count) {
    ensure(count);
    System.arraycopy(from, start, chars, length, count);
    length += count;
  }

  @Override
  public void write(String text) {
    write(text, 0, text.length());
  }

  @Override
  public void write(String text, int start, int count) {
    ensure(count);
    text.getChars(start, start + count, chars, length);
    length += count;
  }

  /** Writes a part that many pages have. */
  void write(Once.Part part) {
    if (part.set().length > 0) {
      places.add(new Place(part, length + part.from()));
    }
    write(part.plain(), 0, part.plain().length);
  }

  List<Place> places() {
    return places;
  }

  /** Has a part as it is set, which was written as it was filled. */
  void set(Place place) {
    System.arraycopy(place.part.set(), 0, chars, place.start, place.part.set().length);
    place.isSet = true;
  }

  private void ensure(int more) {
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + more, chars.length * 2));
    }
  }

  @Override
  public void flush() {
    // nothing waits
  }

  @Override
  public void close() {
    // nothing is open
  }

  /** The page in UTF-8; half of a pair becomes {@code ?}, as in {@link String#getBytes}. */
  byte[] utf8() {
    byte[] bytes = new byte[length * 3];
    int from = 0;
    int at = 0;
    for (Place place : places) {
      if (place.isSet) {
        at = utf8(chars, from, place.start, bytes, at);
        System.arraycopy(place.part.bytes(), 0, bytes, at, place.part.bytes().length);
        at += place.part.bytes().length;
        from = place.end();
      }
    }
    return Arrays.copyOf(bytes, utf8(chars, from, length, bytes, at));
  }

  static byte[] utf8(char[] chars) {
    byte[] bytes = new byte[chars.length * 3];
    return Arrays.copyOf(bytes, utf8(chars, 0, chars.length, bytes, 0));
  }

  /** Returns where the bytes end that begin at the given place. */
  private static int utf8(char[] chars, int from, int to, byte[] bytes, int start) {
    int at = start;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c < 0x80) {
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xC0 | c >> 6);
        bytes[at++] = (byte) (0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        bytes[at++] = (byte) (0xE0 | c >> 12);
        bytes[at++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[at++] = (byte) (0x80 | c & 0x3F);
      } else if (i + 1 < to && Character.isSurrogatePair(c, chars[i + 1])) {
        int code = Character.toCodePoint(c, chars[++i]);
        bytes[at++] = (byte) (0xF0 | code >> 18);
        bytes[at++] = (byte) (0x80 | code >> 12 & 0x3F);
        bytes[at++] = (byte) (0x80 | code >> 6 & 0x3F);
        bytes[at++] = (byte) (0x80 | code & 0x3F);
      } else {
        bytes[at++] = '?';
      }
    }
    return at;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
