package th.oit.document;

import java.io.IOException;

/** Bytes out of which PDF objects are read, at any place. Not thread-safe. */
abstract class PdfBytes {
  /** The byte at a place, 0 to 255; -1 outside. */
  abstract int at(long place) throws IOException;

  /** Bytes in memory. */
  static PdfBytes of(byte[] bytes) {
    return new PdfBytes() {
      @Override
      int at(long place) {
        return place < 0 || place >= bytes.length ? -1 : bytes[(int) place] & 0xFF;
      }
    };
  }

  /** A file, of which only a window is kept in memory. */
  static PdfBytes of(FileBytes file, Allowance allowance) {
    return new Window(file, allowance);
  }

  private static final class Window extends PdfBytes {
    private static final int LENGTH = 4096;

    private final FileBytes file;
    private final Allowance allowance;
    private byte[] bytes = new byte[0];
    private long from;

    Window(FileBytes file, Allowance allowance) {
      this.file = file;
      this.allowance = allowance;
    }

    @Override
    int at(long place) throws IOException {
      long within = place - from;
      if (within >= 0 && within < bytes.length) {
        return bytes[(int) within] & 0xFF;
      }
      if (place < 0 || place >= file.size()) {
        return -1;
      }
      allowance.read(LENGTH);
      from = place;
      bytes = file.read(place, LENGTH);
      return bytes.length == 0 ? -1 : bytes[0] & 0xFF;
    }
  }
}
