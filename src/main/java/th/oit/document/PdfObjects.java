package th.oit.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import th.oit.document.PdfLexer.Name;
import th.oit.document.PdfLexer.Ref;
import th.oit.document.PdfLexer.Word;

/**
 * The objects of a PDF, found through its cross-reference tables and, where these mislead, by
 * searching the file once: ISO 32000-1, 7.5.
 *
 * <p>Keeps little: a place for every object, a few objects, a few unpacked streams. Not
 * thread-safe.
 */
final class PdfObjects {
  private static final int MOST_SECTIONS = 1000;
  private static final int MOST_KEPT = 128;
  private static final int LARGEST_KEPT = 400;
  private static final int LONGEST_CHAIN = 20;
  private static final int MOST_CONTAINERS = 100_000;

  /** As much of an object as its kind is told from, when a file is searched. */
  private static final int HEAD = 300;

  /** The place of an object that was taken away. */
  private static final long FREE = Long.MIN_VALUE;

  /** A file larger than this is not searched from one end to the other. */
  private static final long LARGEST_SEARCHED = 96L << 20;

  private final FileBytes file;
  private final Allowance allowance;
  private final PdfBytes bytes;
  private final PdfLexer lexer;

  /** For each object number: 0 unknown, n + 1 for the place n, -(stream << 20 | index) - 1. */
  private long[] places = new long[64];

  private long base;
  private Map<String, Object> trailer = new HashMap<>();
  private boolean searched;
  private PdfLock lock;
  private boolean locked;

  private final Map<Integer, Object> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Object> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private int openStream = -1;
  private boolean opening;
  private Packed open;

  /** A stream: its dictionary and where its bytes begin. */
  record Stream(Map<String, Object> dictionary, long at, int number, int generation) {
    Object get(String key) {
      return dictionary.get(key);
    }
  }

  /** An unpacked object stream: numbers and places, by index. */
  private record Packed(byte[] bytes, int first, int[] numbers, int[] offsets) {}

  private PdfObjects(FileBytes file, Allowance allowance) {
    this.file = file;
    this.allowance = allowance;
    this.bytes = PdfBytes.of(file, allowance);
    this.lexer = new PdfLexer(bytes, 0, allowance, true);
  }

  /**
   * Finds the objects.
   *
   * @param start where the last cross-reference table begins
   * @param base what is added to every place, for files with something before their header
   */
  static PdfObjects open(FileBytes file, long start, long base, Allowance allowance)
      throws IOException {
    PdfObjects objects = new PdfObjects(file, allowance);
    objects.base = base;
    try {
      objects.sections(start);
      objects.kept.clear(); // what was not known while the tables were read
      objects.unlock();
      if (objects.isLocked() || objects.hasPages()) {
        return objects;
      }
    } catch (TooCostly e) {
      throw e;
    } catch (IOException e) {
      // searched for below
    }
    objects.search();
    objects.unlock();
    return objects;
  }

  /** Whether it asks for a password or a certificate, so that nothing more can be told. */
  boolean isLocked() {
    return locked;
  }

  /** The root of the page tree; null when there is none. */
  Map<String, Object> pages() throws IOException {
    Map<String, Object> catalog = dictionary(trailer.get("Root"));
    return catalog == null ? null : dictionary(catalog.get("Pages"));
  }

  private boolean hasPages() throws IOException {
    Map<String, Object> pages = pages();
    return pages != null && (pages.get("Kids") != null || pages.get("Type") != null);
  }

  // Values

  /** The value behind references. */
  Object resolve(Object value) throws IOException {
    Object found = value;
    for (int i = 0; found instanceof Ref ref; i++) {
      if (i > LONGEST_CHAIN) {
        return null;
      }
      found = object(ref.number());
    }
    return found;
  }

  /** A dictionary, also that of a stream; null when it is none. */
  @SuppressWarnings("unchecked")
  Map<String, Object> dictionary(Object value) throws IOException {
    Object found = resolve(value);
    return found instanceof Stream stream
        ? stream.dictionary
        : found instanceof Map<?, ?> ? (Map<String, Object>) found : null;
  }

  private Object object(int number) throws IOException {
    if (kept.containsKey(number)) {
      return kept.get(number);
    }
    Object found;
    try {
      found = read(number);
    } catch (TooCostly e) {
      throw e;
    } catch (IOException e) {
      if (searched) {
        return null;
      }
      search();
      try {
        found = read(number);
      } catch (TooCostly costly) {
        throw costly;
      } catch (IOException again) {
        return null;
      }
    }
    if (parts(found, 0) <= LARGEST_KEPT) {
      kept.put(number, found);
    }
    return found;
  }

  /** About how many parts a value has; counting ends where it is too large to be kept. */
  private static int parts(Object value, int before) {
    int count = before + 1;
    if (value instanceof Stream stream) {
      return parts(stream.dictionary, count);
    }
    if (value instanceof byte[] string) {
      return count + string.length / 16;
    }
    Iterable<?> within =
        value instanceof List<?> list ? list : value instanceof Map<?, ?> map ? map.values() : null;
    if (within != null) {
      for (Object part : within) {
        if (count > LARGEST_KEPT) {
          break;
        }
        count = parts(part, count);
      }
    }
    return count;
  }

  private Object read(int number) throws IOException {
    long place = number > 0 && number < places.length ? places[number] : 0;
    if (place == 0 || place == FREE) {
      return null;
    }
    if (place > 0) {
      return readAt(place - 1 + base, number);
    }
    long packed = -(place + 1);
    return readPacked((int) (packed >> 20), (int) (packed & 0xFFFFF), number);
  }

  /** Reads {@code 12 0 obj …} at a place. */
  private Object readAt(long place, int number) throws IOException {
    lexer.moveTo(place);
    Object found = lexer.next();
    Object generation = lexer.next();
    if (!(found instanceof Long given)
        || given != number
        || !(generation instanceof Long second)
        || !lexer.take("obj")) {
      throw new IOException("no object " + number);
    }
    Object value = lexer.next();
    if (value == PdfLexer.END || value instanceof Word) {
      return null;
    }
    if (value instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<String, Object> dictionary = (Map<String, Object>) value;
      if (lexer.take("stream")) {
        long at = lexer.position();
        if (bytes.at(at) == '\r') {
          at++;
        }
        if (bytes.at(at) == '\n') {
          at++;
        }
        return new Stream(dictionary, at, number, (int) Math.min(65535, second));
      }
    }
    return value;
  }

  private Object readPacked(int container, int index, int number) throws IOException {
    if (openStream != container) {
      if (container >= places.length || places[container] <= 0) {
        throw new IOException("no object stream " + container);
      }
      if (!(readAt(places[container] - 1 + base, container) instanceof Stream stream)) {
        throw new IOException("no object stream " + container);
      }
      if (opening) {
        throw new IOException("object streams that stand in each other");
      }
      opening = true;
      try {
        open = packed(stream);
      } finally {
        opening = false;
      }
      openStream = container;
    }
    int at = index < open.numbers.length && open.numbers[index] == number ? index : -1;
    for (int i = 0; i < open.numbers.length && at < 0; i++) {
      at = open.numbers[i] == number ? i : -1;
    }
    if (at < 0) {
      throw new IOException("no object " + number);
    }
    PdfLexer inner =
        new PdfLexer(
            PdfBytes.of(open.bytes), (long) open.first + open.offsets[at], allowance, true);
    Object value = inner.next();
    return value == PdfLexer.END || value instanceof Word ? null : value;
  }

  private Packed packed(Stream stream) throws IOException {
    open = null; // two of them at once would be twice the memory
    openStream = -1;
    long count = whole(stream.get("N"));
    long first = whole(stream.get("First"));
    byte[] unpacked = unpacked(stream);
    if (unpacked == null || count < 0 || first < 0 || first > unpacked.length) {
      throw new IOException("not an object stream");
    }
    // Every object takes four bytes of this table at least.
    int most = (int) Math.min(count, first / 4 + 1);
    int[] numbers = new int[most];
    int[] offsets = new int[most];
    PdfLexer inner = new PdfLexer(PdfBytes.of(unpacked), 0, allowance, false);
    int found = 0;
    while (found < most
        && inner.next() instanceof Long number
        && inner.next() instanceof Long offset) {
      numbers[found] = (int) Math.min(Integer.MAX_VALUE, number);
      offsets[found] = (int) Math.min(Integer.MAX_VALUE, Math.max(0, offset));
      found++;
    }
    return new Packed(
        unpacked, (int) first, Arrays.copyOf(numbers, found), Arrays.copyOf(offsets, found));
  }

  /** A whole number, also behind a reference; -1 when it is none. */
  long whole(Object value) throws IOException {
    return resolve(value) instanceof Long number ? number : -1;
  }

  // Streams

  /** The first {@link Allowance#LARGEST_STREAM} bytes that a stream holds. */
  private byte[] unpacked(Stream stream) throws IOException {
    return unpacked(stream, Allowance.LARGEST_STREAM);
  }

  /** The first bytes that a stream holds; null when it is a picture or of a filter not known. */
  byte[] unpacked(Stream stream, int most) throws IOException {
    Object filters = resolved(stream.get(stream.get("Filter") == null ? "F" : "Filter"), 2);
    Object parameters =
        resolved(stream.get(stream.get("DecodeParms") == null ? "DP" : "DecodeParms"), 3);
    InputStream raw = new Raw(stream.at, length(stream));
    boolean plain =
        stream.get("Type") instanceof Name type && type.text().equals("XRef")
            || filters instanceof List<?> list && list.contains(new Name("Crypt"))
            || new Name("Crypt").equals(filters);
    if (lock != null && !plain) {
      raw = lock.unlocked(raw, stream.number, stream.generation);
    }
    try (InputStream in = PdfFilters.unpacked(raw, filters, parameters)) {
      if (in == null) {
        return null;
      }
      byte[] out = new byte[4096];
      int length = 0;
      while (length < most) {
        if (length == out.length) {
          out = Arrays.copyOf(out, Math.min(most, out.length * 2));
        }
        int read = in.read(out, length, out.length - length);
        if (read < 0) {
          break;
        }
        allowance.unpacked(read);
        length += read;
      }
      return length == out.length ? out : Arrays.copyOf(out, length);
    }
  }

  /** A small value with the references in it resolved, some brackets deep. */
  private Object resolved(Object value, int depth) throws IOException {
    Object found = resolve(value);
    if (depth > 0 && found instanceof List<?> list && list.size() < 100) {
      List<Object> parts = new ArrayList<>();
      for (Object part : list) {
        parts.add(resolved(part, depth - 1));
      }
      return parts;
    }
    if (depth > 0 && found instanceof Map<?, ?> map && map.size() < 100) {
      Map<String, Object> parts = new HashMap<>();
      for (Map.Entry<?, ?> part : map.entrySet()) {
        parts.put((String) part.getKey(), resolved(part.getValue(), depth - 1));
      }
      return parts;
    }
    return found;
  }

  /** How many bytes a stream has: what it says, or, when no end stands there, as far as one is. */
  private long length(Stream stream) throws IOException {
    long said = whole(stream.get("Length"));
    if (said >= 0 && said <= file.size() - stream.at) {
      lexer.moveTo(stream.at + said);
      if (lexer.take("endstream")) {
        return said;
      }
    }
    String end = "endstream";
    int overlap = end.length();
    int length = 1 << 13;
    for (long at = stream.at; at < file.size(); at += length - overlap) {
      allowance.read(length);
      byte[] window = file.read(at, length);
      int found = FileBytes.indexOf(window, end, 0);
      if (found >= 0) {
        return at + found - stream.at;
      }
    }
    return file.size() - stream.at;
  }

  private final class Raw extends InputStream {
    private long at;
    private final long end;

    Raw(long at, long length) {
      this.at = at;
      this.end = at + length;
    }

    @Override
    public int read() throws IOException {
      return at < end ? bytes.at(at++) : -1;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
      if (at >= end) {
        return -1;
      }
      byte[] piece = file.read(at, (int) Math.min(length, end - at));
      if (piece.length == 0) {
        return -1;
      }
      allowance.read(piece.length);
      System.arraycopy(piece, 0, out, from, piece.length);
      at += piece.length;
      return piece.length;
    }
  }

  // The lock

  private void unlock() throws IOException {
    lock = null;
    locked = false;
    if (trailer.get("Encrypt") == null) {
      return;
    }
    if (!(resolved(trailer.get("Encrypt"), 3) instanceof Map<?, ?> settings)) {
      throw new IOException("no encryption dictionary");
    }
    kept.clear();
    byte[] id =
        resolved(trailer.get("ID"), 1) instanceof List<?> ids
                && !ids.isEmpty()
                && ids.get(0) instanceof byte[] first
            ? first
            : new byte[0];
    lock = PdfLock.open(settings, id);
    locked = lock == null;
  }

  // Cross-references

  private void sections(long start) throws IOException {
    Set<Long> seen = new HashSet<>();
    long at = start;
    while (at >= 0 && seen.add(at)) {
      if (seen.size() > MOST_SECTIONS) {
        throw new TooCostly("too many cross-reference tables");
      }
      lexer.moveTo(at + base);
      Map<String, Object> section;
      if (lexer.take("xref")) {
        section = table();
        long hybrid = number(section, "XRefStm");
        if (hybrid >= 0 && seen.add(hybrid)) {
          stream(hybrid + base);
        }
      } else {
        section = stream(at + base);
      }
      section.forEach(trailer::putIfAbsent);
      at = number(section, "Prev");
    }
  }

  private static long number(Map<String, Object> map, String key) {
    return map.get(key) instanceof Long number ? number : -1;
  }

  private void put(long number, long place) throws TooCostly {
    if (number <= 0) {
      return;
    }
    if (number >= Allowance.MOST_OBJECTS) {
      throw new TooCostly("object numbers of more than " + Allowance.MOST_OBJECTS);
    }
    if (number >= places.length) {
      int length = (int) Math.max(number + 1, places.length * 3L / 2);
      places = Arrays.copyOf(places, Math.min(Allowance.MOST_OBJECTS, length));
    }
    if (places[(int) number] == 0) {
      places[(int) number] = place;
    }
  }

  private Map<String, Object> table() throws IOException {
    while (true) {
      Object first = lexer.next();
      if (first instanceof Word word && word.text().equals("trailer")) {
        Object dictionary = lexer.next();
        if (dictionary instanceof Map<?, ?>) {
          @SuppressWarnings("unchecked")
          Map<String, Object> found = (Map<String, Object>) dictionary;
          return found;
        }
        throw new IOException("no trailer");
      }
      Object count = lexer.next();
      if (!(first instanceof Long from) || !(count instanceof Long entries)) {
        throw new IOException("no cross-reference table");
      }
      for (long i = 0; i < entries; i++) {
        long before = lexer.position();
        Object place = lexer.next();
        Object generation = lexer.next();
        Object kind = lexer.next();
        if (!(place instanceof Long offset)
            || !(generation instanceof Long)
            || !(kind instanceof Word use)) {
          lexer.moveTo(before); // fewer entries than the table says
          break;
        }
        if (use.text().equals("n") && offset > 0) {
          put(from + i, offset + 1);
        } else {
          put(from + i, FREE); // an older table does not count any more
        }
      }
    }
  }

  private Map<String, Object> stream(long place) throws IOException {
    lexer.moveTo(place);
    Object number = lexer.next();
    if (!(number instanceof Long own)
        || own > Integer.MAX_VALUE
        || !(readAt(place, (int) (long) own) instanceof Stream stream)) {
      throw new IOException("no cross-reference stream");
    }
    int[] widths = new int[3];
    if (!(stream.get("W") instanceof List<?> given) || given.size() < 3) {
      throw new IOException("no cross-reference stream");
    }
    int row = 0;
    for (int i = 0; i < 3; i++) {
      if (!(given.get(i) instanceof Long width) || width < 0 || width > 8) {
        throw new IOException("no cross-reference stream");
      }
      widths[i] = (int) (long) width;
      row += widths[i];
    }
    List<?> index =
        stream.get("Index") instanceof List<?> list
            ? list
            : List.of(0L, Math.max(0, number(stream.dictionary, "Size")));
    byte[] rows = unpacked(stream);
    if (rows == null || row == 0) {
      throw new IOException("no cross-reference stream");
    }
    int at = 0;
    for (int part = 0; part + 1 < index.size(); part += 2) {
      if (!(index.get(part) instanceof Long from) || !(index.get(part + 1) instanceof Long count)) {
        throw new IOException("no cross-reference stream");
      }
      for (long i = 0; i < count && at + row <= rows.length; i++, at += row) {
        long kind = widths[0] == 0 ? 1 : field(rows, at, widths[0]);
        long second = field(rows, at + widths[0], widths[1]);
        long third = field(rows, at + widths[0] + widths[1], widths[2]);
        if (kind == 1 && second > 0) {
          put(from + i, second + 1);
        } else if (kind == 2 && second >= 0 && second < Allowance.MOST_OBJECTS && third >= 0) {
          put(from + i, -(second << 20 | Math.min(third, 0xFFFFF)) - 1);
        } else if (kind == 0) {
          put(from + i, FREE);
        }
      }
    }
    return stream.dictionary;
  }

  private static long field(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }

  // Searching

  /** Finds every object by reading the whole file, as readers do when the tables mislead. */
  private void search() throws IOException {
    searched = true;
    if (file.size() > LARGEST_SEARCHED) {
      throw new TooCostly("too long to be searched");
    }
    kept.clear();
    open = null;
    openStream = -1;
    base = 0;
    places = new long[places.length];
    Map<String, Object> found = new HashMap<>();
    List<Integer> containers = new ArrayList<>();
    Map<Integer, Long> catalogs = new LinkedHashMap<>();
    long place = 0;
    byte[] window = new byte[0];
    int overlap = 64;
    for (long from = 0; from < file.size(); from += (1 << 16) - overlap) {
      allowance.read(1 << 16);
      window = file.read(from, 1 << 16);
      for (int i = 0; i + 3 <= window.length; i++) {
        if (window[i] == 'o' && FileBytes.startsWith(window, i, "obj") && from + i > place) {
          long number = numberBefore(window, i, from);
          if (number > 0 && number < Allowance.MOST_OBJECTS) {
            place = from + i;
            put(number, 0);
            places[(int) number] = numberAt + 1;
            head(number, place + 3, window, i + 3, containers, catalogs);
          }
        } else if (window[i] == 't'
            && FileBytes.startsWith(window, i, "trailer")
            && from + i > place) {
          place = from + i;
          Map<String, Object> own = trailerAt(place + 7);
          if (own.get("Root") != null) {
            own.forEach(found::put);
          }
        }
      }
    }
    for (Map.Entry<Integer, Long> catalog : catalogs.entrySet()) {
      found.putIfAbsent("Root", new Ref(catalog.getKey(), 0));
    }
    trailer.forEach(found::putIfAbsent);
    trailer = found;
    unlock();
    for (int container : containers) {
      inside(container);
    }
  }

  private long numberAt;

  /** The object's number before {@code 0 obj}; sets where it begins. */
  private long numberBefore(byte[] window, int keyword, long from) {
    int at = keyword - 1;
    int space = at;
    while (at >= 0 && window[at] >= 0 && window[at] <= ' ') {
      at--;
    }
    int generation = at;
    while (at >= 0 && window[at] >= '0' && window[at] <= '9') {
      at--;
    }
    if (generation == at || space < 0) {
      return -1;
    }
    int gap = at;
    while (at >= 0 && window[at] >= 0 && window[at] <= ' ') {
      at--;
    }
    int end = at;
    long value = 0;
    long scale = 1;
    while (at >= 0 && window[at] >= '0' && window[at] <= '9' && end - at < 9) {
      value += scale * (window[at] - '0');
      scale *= 10;
      at--;
    }
    numberAt = from + at + 1;
    return gap == end || at == end ? -1 : value;
  }

  /** Looks at an object's dictionary for what the search needs. */
  private void head(
      long number,
      long at,
      byte[] window,
      int within,
      List<Integer> containers,
      Map<Integer, Long> catalogs)
      throws IOException {
    if (within + HEAD > window.length) {
      head(number, at, file.read(at, HEAD), 0, HEAD, containers, catalogs);
    } else {
      head(number, at, window, within, within + HEAD, containers, catalogs);
    }
  }

  private void head(
      long number,
      long at,
      byte[] start,
      int from,
      int to,
      List<Integer> containers,
      Map<Integer, Long> catalogs)
      throws IOException {
    for (int i = from; i < Math.min(to, start.length); i++) {
      byte b = start[i];
      if (b == 'o' && FileBytes.startsWith(start, i, "obj")
          || b == 'e' && FileBytes.startsWith(start, i, "endobj")
          || b == 's' && FileBytes.startsWith(start, i, "stream")) {
        return;
      }
      if (b != '/') {
        continue;
      }
      if (FileBytes.startsWith(start, i, "/ObjStm")) {
        if (containers.size() < MOST_CONTAINERS) {
          containers.add((int) number);
        }
        return;
      }
      if (FileBytes.startsWith(start, i, "/Catalog")) {
        catalogs.clear();
        catalogs.put((int) number, at);
        return;
      }
      if (FileBytes.startsWith(start, i, "/XRef")) {
        // The dictionary of a cross-reference stream is a trailer.
        trailerAt(at).forEach(trailer::put);
        return;
      }
    }
  }

  private Map<String, Object> trailerAt(long at) throws IOException {
    lexer.moveTo(at);
    try {
      if (lexer.next() instanceof Map<?, ?> dictionary) {
        @SuppressWarnings("unchecked")
        Map<String, Object> found = (Map<String, Object>) dictionary;
        return found;
      }
    } catch (TooCostly e) {
      throw e;
    } catch (IOException e) {
      // not a trailer after all
    }
    return Map.of();
  }

  /** Adds the objects of a stream that the search has found. */
  private void inside(int container) throws IOException {
    try {
      if (lock == null && locked
          || !(readAt(places[container] - 1, container) instanceof Stream stream)) {
        return;
      }
      Packed packed = packed(stream);
      for (int i = 0; i < packed.numbers.length; i++) {
        put(packed.numbers[i], -((long) container << 20 | i) - 1);
      }
    } catch (TooCostly e) {
      throw e;
    } catch (IOException e) {
      // its objects are lost
    }
  }
}
