package th.oit.document;

/**
 * What looking into one file may cost.
 *
 * <p>Counted in bytes and objects and not in seconds, so that a file gets the same answer on every
 * machine. Together the bounds keep one file below 64 MB of memory and, on any machine of these
 * years, below two seconds. Not thread-safe: one for each look into a file.
 */
final class Allowance {
  /** The longest stream that is unpacked, in bytes. */
  static final int LARGEST_STREAM = 8 << 20;

  /** Parts of one object: its names, numbers, strings and brackets. */
  static final int LARGEST_OBJECT = 100_000;

  /** Objects of no more parts than this are not counted as large. */
  static final int SMALL_OBJECT = 1000;

  /** The highest object number for which a place is kept. */
  static final int MOST_OBJECTS = 1 << 20;

  private long parts = 4_000_000;
  private long large = 400_000;
  private long unpacked = 48L << 20;
  private long read = 256L << 20;
  private long mappings = 100_000;

  /** Counts parts of objects. */
  void parts(long count) throws TooCostly {
    parts -= count;
    if (parts < 0) {
      throw new TooCostly("too many objects");
    }
  }

  /** Counts the parts of objects that are large, of which several may be in memory at once. */
  void large(long count) throws TooCostly {
    large -= count;
    if (large < 0) {
      throw new TooCostly("too many large objects");
    }
  }

  /** Counts bytes that came out of a compressed stream. */
  void unpacked(long count) throws TooCostly {
    unpacked -= count;
    if (unpacked < 0) {
      throw new TooCostly("too much compressed content");
    }
  }

  /** Counts bytes read from the file. */
  void read(long count) throws TooCostly {
    read -= count;
    if (read < 0) {
      throw new TooCostly("too many places to read");
    }
  }

  /** Counts characters that a font maps. */
  void mappings(long count) throws TooCostly {
    mappings -= count;
    if (mappings < 0) {
      throw new TooCostly("too many characters in fonts");
    }
  }
}
