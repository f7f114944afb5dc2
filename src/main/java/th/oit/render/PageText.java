package th.oit.render;

import java.io.Writer;
import java.util.Arrays;

/**
 * The characters of one page on the way from its template to its bytes, in a plain array: a page is
 * looked at letter by letter, and a {@link String} would be copied at every step. Not thread-safe.
 */
final class PageText extends Writer {
  /** The array, of which the first {@link #length} characters are the page's; may be written. */
  char[] chars;

  int length;

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
    int at = 0;
    for (int i = 0; i < length; i++) {
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
      } else if (i + 1 < length && Character.isSurrogatePair(c, chars[i + 1])) {
        int code = Character.toCodePoint(c, chars[++i]);
        bytes[at++] = (byte) (0xF0 | code >> 18);
        bytes[at++] = (byte) (0x80 | code >> 12 & 0x3F);
        bytes[at++] = (byte) (0x80 | code >> 6 & 0x3F);
        bytes[at++] = (byte) (0x80 | code & 0x3F);
      } else {
        bytes[at++] = '?';
      }
    }
    return Arrays.copyOf(bytes, at);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
