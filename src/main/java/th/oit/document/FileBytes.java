package th.oit.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * The bytes of one open file, read at any place.
 *
 * <p>Not mapped into memory: on Windows a mapped file cannot be replaced until the mapping is
 * collected. Not thread-safe.
 */
final class FileBytes implements Closeable {
  private final FileChannel channel;
  private final long size;

  FileBytes(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
  }

  long size() {
    return size;
  }

  /** Up to {@code length} bytes from a place; fewer at the end, none outside of the file. */
  byte[] read(long from, int length) throws IOException {
    if (from < 0 || from >= size || length <= 0) {
      return new byte[0];
    }
    byte[] bytes = new byte[(int) Math.min(length, size - from)];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // until the buffer is full
    }
    return bytes;
  }

  /** Bytes from a place, to be read once from the front; fewer when the file ends before. */
  InputStream stream(long from, long length) {
    return new InputStream() {
      private long at = from;

      @Override
      public int read() throws IOException {
        byte[] one = FileBytes.this.read(at, at < from + length ? 1 : 0);
        at += one.length;
        return one.length == 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int start, int most) throws IOException {
        byte[] piece = FileBytes.this.read(at, (int) Math.min(most, from + length - at));
        System.arraycopy(piece, 0, bytes, start, piece.length);
        at += piece.length;
        return piece.length == 0 ? -1 : piece.length;
      }
    };
  }

  /** The last bytes. */
  byte[] tail(int length) throws IOException {
    return read(Math.max(0, size - length), length);
  }

  /**
   * Ninety-six bits by which a copy is recognised: the CRC-32 and a mixed sum. Nobody gains
   * anything from forging a collision here, and a cryptographic digest costs ten times as much on a
   * JVM without its slow compiler.
   */
  Print print(Document.Type promised) throws IOException {
    CRC32 crc = new CRC32();
    long mixed = size;
    byte[] bytes = new byte[(int) Math.min(1 << 16, Math.max(8, size + 7 & ~7L))];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (long at = 0; at < size; ) {
      buffer.clear();
      int read = 0;
      while (buffer.hasRemaining()) {
        int more = channel.read(buffer, at + read);
        if (more < 0) {
          break;
        }
        read += more;
      }
      if (read == 0) {
        break;
      }
      crc.update(bytes, 0, read);
      int whole = read & ~7;
      for (int i = 0; i < whole; i += 8) {
        mixed = mix(mixed ^ buffer.getLong(i));
      }
      for (int i = whole; i < read; i++) {
        mixed = mix(mixed ^ bytes[i]);
      }
      at += read;
    }
    return new Print(size, mixed, (int) crc.getValue(), promised);
  }

  private static long mix(long value) {
    long product = value * 0x9E3779B97F4A7C15L;
    return product ^ product >>> 32;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * What one content is recognised by.
   *
   * @param promised by the file's name: the same bytes mean another thing under another extension
   */
  record Print(long size, long mixed, int crc, Document.Type promised) {
    // Written out, because the ones that a record gets by itself are made at run time, which costs
    // a short run more than reading ten documents.
    @Override
    public boolean equals(Object other) {
      return other instanceof Print print
          && size == print.size
          && mixed == print.mixed
          && crc == print.crc
          && promised == print.promised;
    }

    @Override
    public int hashCode() {
      return (int) (mixed ^ mixed >>> 32);
    }

    /** The same as a word of ASCII, to be kept in a file. */
    String hex() {
      return Long.toHexString(size)
          + '-'
          + Long.toHexString(mixed)
          + '-'
          + Integer.toHexString(crc);
    }
  }

  /** Where a pattern begins, searching forwards from a place; -1 when it is not there. */
  static int indexOf(byte[] bytes, String ascii, int from) {
    int last = bytes.length - ascii.length();
    for (int i = Math.max(0, from); i <= last; i++) {
      if (startsWith(bytes, i, ascii)) {
        return i;
      }
    }
    return -1;
  }

  static int lastIndexOf(byte[] bytes, String ascii) {
    for (int i = bytes.length - ascii.length(); i >= 0; i--) {
      if (startsWith(bytes, i, ascii)) {
        return i;
      }
    }
    return -1;
  }

  /** Compares bytes with characters below 256. */
  static boolean startsWith(byte[] bytes, int at, String ascii) {
    if (at < 0 || at + ascii.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((bytes[at + i] & 0xFF) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static int uint16(byte[] bytes, int at) {
    return at + 2 > bytes.length ? 0 : bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  static long uint32(byte[] bytes, int at) {
    return uint16(bytes, at) | (long) uint16(bytes, at + 2) << 16;
  }
}
