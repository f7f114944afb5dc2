package th.oit.document;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import th.oit.document.PdfLexer.Name;

/**
 * Unpacks the streams of a PDF: ISO 32000-1, 7.4. Every filter works on the way, so that nothing is
 * kept but what the reader takes.
 */
final class PdfFilters {
  private static final int LONGEST_ROW = 1 << 20;
  private static final int MOST_FILTERS = 8;

  private PdfFilters() {}

  /**
   * What a stream holds; null when a filter is one of pictures or unknown.
   *
   * @param filters one or a list of them, resolved; so the parameters
   */
  static InputStream unpacked(InputStream raw, Object filters, Object parameters)
      throws IOException {
    List<?> names =
        filters instanceof List<?> list ? list : filters == null ? List.of() : one(filters);
    List<?> settings = parameters instanceof List<?> list ? list : one(parameters);
    if (names.size() > MOST_FILTERS) {
      throw new TooCostly("a stream packed more than " + MOST_FILTERS + " times");
    }
    InputStream in = raw;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i) instanceof Name filter ? filter.text() : "";
      Map<?, ?> set =
          i < settings.size() && settings.get(i) instanceof Map<?, ?> map ? map : Map.of();
      switch (name) {
        case "FlateDecode", "Fl" -> in = predicted(new Inflated(in), set);
        case "LZWDecode", "LZW" -> in = predicted(new Lzw(in, number(set, "EarlyChange", 1)), set);
        case "ASCIIHexDecode", "AHx" -> in = new AsciiHex(in);
        case "ASCII85Decode", "A85" -> in = new Ascii85(in);
        case "RunLengthDecode", "RL" -> in = new RunLength(in);
        case "Crypt" -> {
          // settled where streams are unlocked
        }
        default -> {
          return null;
        }
      }
    }
    return in;
  }

  private static List<Object> one(Object value) {
    List<Object> list = new ArrayList<>();
    list.add(value);
    return list;
  }

  static long number(Map<?, ?> map, String key, long otherwise) {
    return map.get(key) instanceof Long number ? number : otherwise;
  }

  private static InputStream predicted(InputStream in, Map<?, ?> set) throws IOException {
    long predictor = number(set, "Predictor", 1);
    if (predictor < 2) {
      return in;
    }
    long colors = number(set, "Colors", 1);
    long bits = number(set, "BitsPerComponent", 8);
    long columns = number(set, "Columns", 1);
    if (colors < 1 || colors > 64 || bits < 1 || bits > 16 || columns < 1) {
      throw new IOException("rows that cannot be");
    }
    if (columns > LONGEST_ROW || (colors * bits * columns + 7) / 8 > LONGEST_ROW) {
      throw new TooCostly("rows of more than a megabyte");
    }
    int pixel = (int) Math.max(1, colors * bits / 8);
    int row = (int) ((colors * bits * columns + 7) / 8);
    return predictor == 2 && bits != 8 ? in : new Predicted(in, predictor == 2, pixel, row);
  }

  /** Deflate; what comes before a fault counts, as it does for every reader. */
  private static final class Inflated extends FilterInputStream {
    private boolean ended;

    Inflated(InputStream in) {
      super(new InflaterInputStream(in));
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (ended) {
        return -1;
      }
      try {
        int read = super.read(bytes, from, length);
        ended = read < 0;
        return read;
      } catch (TooCostly e) {
        throw e;
      } catch (IOException e) {
        ended = true;
        return -1;
      }
    }
  }

  /** A stream that makes its bytes piece by piece. */
  private abstract static class Made extends InputStream {
    final InputStream in;
    byte[] piece = new byte[0];
    int at;
    int end;

    Made(InputStream in) {
      this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 4096);
    }

    /** Makes the next piece; false at the end. */
    abstract boolean make() throws IOException;

    @Override
    public int read() throws IOException {
      while (at >= end) {
        if (!make()) {
          return -1;
        }
      }
      return piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      while (at >= end) {
        if (!make()) {
          return -1;
        }
      }
      int count = Math.min(length, end - at);
      System.arraycopy(piece, at, bytes, from, count);
      at += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static final class Predicted extends Made {
    private final boolean tiff;
    private final int pixel;
    private final int row;
    private byte[] above;

    Predicted(InputStream in, boolean tiff, int pixel, int row) {
      super(in);
      this.tiff = tiff;
      this.pixel = pixel;
      this.row = row;
      this.above = new byte[row];
      this.piece = new byte[row];
    }

    @Override
    boolean make() throws IOException {
      int kind = tiff ? 1 : in.read();
      if (kind < 0) {
        return false;
      }
      byte[] now = above;
      above = piece;
      int length = in.readNBytes(now, 0, row);
      Arrays.fill(now, length, row, (byte) 0);
      for (int i = 0; i < length && kind > 0; i++) {
        int left = i < pixel ? 0 : now[i - pixel] & 0xFF;
        int up = above[i] & 0xFF;
        now[i] +=
            (byte)
                switch (kind) {
                  case 1 -> left;
                  case 2 -> up;
                  case 3 -> (left + up) / 2;
                  case 4 -> paeth(left, up, i < pixel ? 0 : above[i - pixel] & 0xFF);
                  default -> 0;
                };
      }
      piece = now;
      at = 0;
      end = length;
      return length > 0;
    }

    private static int paeth(int left, int up, int corner) {
      int guess = left + up - corner;
      int toLeft = Math.abs(guess - left);
      int toUp = Math.abs(guess - up);
      int toCorner = Math.abs(guess - corner);
      return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
  }

  private static final class Lzw extends Made {
    private final int early;
    private final int[] before = new int[4096];
    private final byte[] last = new byte[4096];
    private final int[] lengths = new int[4096];
    private int next = 258;
    private int previous = -1;
    private int bits;
    private int held;

    Lzw(InputStream in, long early) {
      super(in);
      this.early = early == 0 ? 0 : 1;
      this.piece = new byte[4097];
      for (int i = 0; i < 256; i++) {
        last[i] = (byte) i;
        lengths[i] = 1;
      }
    }

    @Override
    boolean make() throws IOException {
      int width =
          next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9;
      while (bits < width) {
        int c = in.read();
        if (c < 0) {
          return false;
        }
        held = held << 8 | c;
        bits += 8;
      }
      bits -= width;
      int code = held >>> bits & (1 << width) - 1;
      held &= (1 << bits) - 1;
      at = 0;
      end = 0;
      if (code == 256) {
        next = 258;
        previous = -1;
        return true;
      }
      if (code == 257 || code > next || code == next && previous < 0 || code >= 4096) {
        return false;
      }
      int known = code < next ? code : previous;
      int length = lengths[known];
      for (int i = length - 1, link = known; i >= 0; i--, link = before[link]) {
        piece[i] = last[link];
      }
      if (code == next) {
        piece[length++] = piece[0];
      }
      if (previous >= 0 && next < 4096) {
        before[next] = previous;
        last[next] = piece[0];
        lengths[next] = lengths[previous] + 1;
        next++;
      }
      previous = code;
      end = length;
      return true;
    }
  }

  private static final class AsciiHex extends Made {
    AsciiHex(InputStream in) {
      super(in);
      this.piece = new byte[1];
    }

    @Override
    boolean make() throws IOException {
      int high = digit();
      if (high < 0) {
        return false;
      }
      int low = digit();
      piece[0] = (byte) (high << 4 | Math.max(0, low));
      at = 0;
      end = 1;
      return true;
    }

    private int digit() throws IOException {
      for (int c = in.read(); c >= 0 && c != '>'; c = in.read()) {
        if (PdfLexer.digit(c) >= 0) {
          return PdfLexer.digit(c);
        }
      }
      return -1;
    }
  }

  private static final class Ascii85 extends Made {
    private boolean ended;

    Ascii85(InputStream in) {
      super(in);
      this.piece = new byte[4];
    }

    @Override
    boolean make() throws IOException {
      long value = 0;
      int digits = 0;
      while (!ended && digits < 5) {
        int c = in.read();
        if (c < 0 || c == '~') {
          ended = true;
        } else if (c == 'z' && digits == 0) {
          digits = 5;
        } else if (c >= '!' && c <= 'u') {
          value = value * 85 + c - '!';
          digits++;
        }
      }
      if (digits < 2) {
        return false;
      }
      for (int i = digits; i < 5; i++) {
        value = value * 85 + 84;
      }
      for (int i = 0; i < 4; i++) {
        piece[i] = (byte) (value >> 24 - 8 * i);
      }
      at = 0;
      end = digits - 1;
      return true;
    }
  }

  private static final class RunLength extends Made {
    RunLength(InputStream in) {
      super(in);
      this.piece = new byte[128];
    }

    @Override
    boolean make() throws IOException {
      int code = in.read();
      if (code < 0 || code == 128) {
        return false;
      }
      at = 0;
      if (code < 128) {
        end = in.readNBytes(piece, 0, code + 1);
      } else {
        end = 257 - code;
        Arrays.fill(piece, 0, end, (byte) in.read());
      }
      return end > 0;
    }
  }
}
