package th.oit.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import th.oit.document.Document.Condition;
import th.oit.document.Document.Type;

/**
 * The table of contents at the end of a ZIP file, and what it says about the kind of document.
 *
 * <p>Read here and not with {@code java.util.zip.ZipFile}, which refuses archives whose names are
 * in the code page of a Thai Windows and those with encrypted entries, without telling these from
 * damaged ones. Layout: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16.
 */
final class ZipDirectory {
  private static final int LONGEST_TAIL = 65_557;
  private static final int LARGEST_DIRECTORY = 8 << 20;

  /** An archive that says it unpacks to more than this, and to a thousand times its own size. */
  private static final long LARGEST_UNPACKED = 1L << 30;

  private static final int MOST_SHEETS = 100;

  private final FileBytes file;
  private final Allowance allowance = new Allowance();

  private Type type = Type.ZIP;
  private Condition condition = Condition.DAMAGED;

  private ZipDirectory(FileBytes file) {
    this.file = file;
  }

  /** Reads what there is; a file without a readable directory is damaged. */
  static ZipDirectory of(FileBytes file) throws IOException {
    ZipDirectory directory = new ZipDirectory(file);
    try {
      directory.read();
    } catch (TooCostly e) {
      directory.condition = Condition.TOO_COSTLY;
    }
    return directory;
  }

  Type type() {
    return type;
  }

  Condition condition() {
    return condition;
  }

  private void read() throws IOException {
    byte[] tail = file.tail(LONGEST_TAIL);
    int end = FileBytes.lastIndexOf(tail, "PK\u0005\u0006");
    if (end < 0 || end + 22 > tail.length) {
      return;
    }
    if (end + 22 + FileBytes.uint16(tail, end + 20) > tail.length) {
      return;
    }
    long endAt = file.size() - tail.length + end;
    long count = FileBytes.uint16(tail, end + 10);
    long length = FileBytes.uint32(tail, end + 12);
    long offset = FileBytes.uint32(tail, end + 16);
    long directoryEnd = endAt;
    if (count == 0xFFFF || length == 0xFFFFFFFFL || offset == 0xFFFFFFFFL) {
      byte[] locator = file.read(endAt - 20, 20);
      if (FileBytes.startsWith(locator, 0, "PK\u0006\u0007")) {
        long record = FileBytes.uint32(locator, 8) | FileBytes.uint32(locator, 12) << 32;
        byte[] large = file.read(record, 56);
        if (large.length < 56 || !FileBytes.startsWith(large, 0, "PK\u0006\u0006")) {
          return;
        }
        count = FileBytes.uint32(large, 32);
        length = FileBytes.uint32(large, 40) | FileBytes.uint32(large, 44) << 32;
        offset = FileBytes.uint32(large, 48) | FileBytes.uint32(large, 52) << 32;
        directoryEnd = record;
      }
    }
    long start = directoryEnd - length;
    // Something in front of the archive, as in a self-extracting one, moves every offset by this.
    long moved = start - offset;
    if (length < 0 || start < 0 || moved < 0) {
      return;
    }
    if (length > LARGEST_DIRECTORY) {
      condition = Condition.TOO_COSTLY;
      return;
    }
    entries(file.read(start, (int) length), count, moved);
  }

  private void entries(byte[] bytes, long count, long moved) throws IOException {
    boolean encrypted = false;
    boolean contentTypes = false;
    boolean content = false;
    Type part = null;
    long mimetype = -1;
    int manifest = -1;
    int document = -1;
    int slides = 0;
    boolean pictures = false;
    List<Integer> sheets = new ArrayList<>();
    long unpacked = 0;
    // Where entries begin and how many bytes each has, to see that none lies in another.
    long[] begins = new long[Math.min((int) Math.min(count, 1 << 20), bytes.length / 46)];
    long taken = 0;
    int at = 0;
    for (long i = 0; i < count; i++) {
      if (!FileBytes.startsWith(bytes, at, "PK\u0001\u0002") || at + 46 > bytes.length) {
        return;
      }
      int nameLength = FileBytes.uint16(bytes, at + 28);
      int next =
          at
              + 46
              + nameLength
              + FileBytes.uint16(bytes, at + 30)
              + FileBytes.uint16(bytes, at + 32);
      if (next > bytes.length) {
        return;
      }
      long local = FileBytes.uint32(bytes, at + 42);
      if (i == 0 && local != 0xFFFFFFFFL) {
        // Sent as text by a careless transfer, every offset is wrong.
        if (!FileBytes.startsWith(file.read(local + moved, 4), 0, "PK\u0003\u0004")) {
          return;
        }
      }
      encrypted |= (FileBytes.uint16(bytes, at + 8) & 1) != 0;
      long packed = FileBytes.uint32(bytes, at + 20);
      unpacked += FileBytes.uint32(bytes, at + 24);
      if (local != 0xFFFFFFFFL && packed != 0xFFFFFFFFL && i < begins.length) {
        begins[(int) i] = local;
        taken += packed + 30 + nameLength;
      }
      int name = at + 46;
      if (is(bytes, name, nameLength, "[Content_Types].xml")) {
        contentTypes = true;
      } else if (is(bytes, name, nameLength, "mimetype")) {
        mimetype = local + moved;
      } else if (is(bytes, name, nameLength, "content.xml")) {
        content = true;
        document = at;
      } else if (is(bytes, name, nameLength, "META-INF/manifest.xml")) {
        manifest = at;
      } else if (is(bytes, name, nameLength, "encrypted-package")) {
        // LibreOffice 24.8 and later put the whole encrypted document into one entry.
        content = true;
        encrypted = true;
      } else {
        if (FileBytes.startsWith(bytes, name, "word/document") && document < 0) {
          document = at;
        } else if (FileBytes.startsWith(bytes, name, "xl/worksheets/")
            || FileBytes.startsWith(bytes, name, "xl/chartsheets/")) {
          sheets.add(at);
        } else if (FileBytes.startsWith(bytes, name, "ppt/slides/")) {
          slides++;
        } else {
          pictures |=
              FileBytes.startsWith(bytes, name, "xl/media/")
                  || FileBytes.startsWith(bytes, name, "xl/charts/")
                  || FileBytes.startsWith(bytes, name, "xl/drawings/")
                  || FileBytes.startsWith(bytes, name, "xl/chartsheets/");
        }
        part =
            part != null
                ? part
                : FileBytes.startsWith(bytes, name, "word/")
                    ? Type.DOCX
                    : FileBytes.startsWith(bytes, name, "xl/")
                        ? Type.XLSX
                        : FileBytes.startsWith(bytes, name, "ppt/") ? Type.PPTX : null;
      }
      at = next;
    }
    if (contentTypes && part != null) {
      type = part;
    } else if (mimetype >= 0) {
      type = openDocument(mimetype);
      if (type != Type.ZIP && !content) {
        return;
      }
      encrypted |= type != Type.ZIP && manifest >= 0 && isEncrypted(bytes, manifest, moved);
    }
    if (unpacked > LARGEST_UNPACKED && unpacked / 1000 > file.size()) {
      condition = Condition.TOO_COSTLY;
      return;
    }
    // Entries that share their bytes say that they are more than the file has.
    if (taken > file.size() || haveTwins(begins)) {
      return;
    }
    if (encrypted) {
      condition = Condition.ENCRYPTED;
      return;
    }
    condition =
        switch (type) {
          case DOCX -> shown(bytes, document, moved, "w:body");
          case ODT, ODP, ODS -> shown(bytes, document, moved, "office:body");
          case PPTX -> slides > 0 ? Condition.OK : Condition.EMPTY;
          case XLSX -> pictures ? Condition.OK : sheets(bytes, sheets, moved);
          default -> Condition.OK;
        };
  }

  private static boolean haveTwins(long[] begins) {
    Arrays.sort(begins);
    for (int i = 1; i < begins.length; i++) {
      if (begins[i] == begins[i - 1] && begins[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Empty when no sheet has anything in it. */
  private Condition sheets(byte[] directory, List<Integer> sheets, long moved) throws IOException {
    for (int sheet : sheets.subList(0, Math.min(MOST_SHEETS, sheets.size()))) {
      Condition shown = shown(directory, sheet, moved, "sheetData");
      if (shown != Condition.EMPTY) {
        return shown;
      }
    }
    return sheets.isEmpty() || sheets.size() > MOST_SHEETS ? Condition.OK : Condition.EMPTY;
  }

  /** How a part stands; what is kept under another name is not looked for. */
  private Condition shown(byte[] directory, int at, long moved, String within) throws IOException {
    if (at < 0) {
      return Condition.OK;
    }
    int method = FileBytes.uint16(directory, at + 10);
    long crc = FileBytes.uint32(directory, at + 16);
    long packed = FileBytes.uint32(directory, at + 20);
    long offset = FileBytes.uint32(directory, at + 42);
    if (packed == 0xFFFFFFFFL || offset == 0xFFFFFFFFL || method != 0 && method != 8) {
      return Condition.OK; // too large for the old format, or packed in a way not known here
    }
    long local = offset + moved;
    byte[] header = file.read(local, 30);
    if (!FileBytes.startsWith(header, 0, "PK\u0003\u0004")) {
      return Condition.DAMAGED;
    }
    long data = local + 30 + FileBytes.uint16(header, 26) + FileBytes.uint16(header, 28);
    if (data + packed > file.size()) {
      return Condition.DAMAGED;
    }
    Inflater inflater = new Inflater(true);
    InputStream raw = file.stream(data, packed);
    try (InputStream in = method == 0 ? raw : new InflaterInputStream(raw, inflater, 1 << 13)) {
      return OfficePart.condition(in, crc, within, "/" + within, allowance);
    } catch (ZipException | EOFException e) {
      return Condition.DAMAGED;
    } finally {
      inflater.end();
    }
  }

  private static boolean is(byte[] bytes, int at, int length, String name) {
    return length == name.length() && FileBytes.startsWith(bytes, at, name);
  }

  /** The type that the entry {@code mimetype} names; it is stored as it is, and comes first. */
  private Type openDocument(long local) throws IOException {
    byte[] entry = file.read(local, 160);
    int data = 30 + FileBytes.uint16(entry, 26) + FileBytes.uint16(entry, 28);
    String prefix = "application/vnd.oasis.opendocument.";
    if (!FileBytes.startsWith(entry, data, prefix)) {
      return Type.ZIP;
    }
    int kind = data + prefix.length();
    return FileBytes.startsWith(entry, kind, "text")
        ? Type.ODT
        : FileBytes.startsWith(entry, kind, "spreadsheet")
            ? Type.ODS
            : FileBytes.startsWith(entry, kind, "presentation") ? Type.ODP : Type.ZIP;
  }

  /** Whether the manifest of an OpenDocument file says how its parts are encrypted. */
  private boolean isEncrypted(byte[] directory, int at, long moved) throws IOException {
    int compressed = (int) Math.min(1 << 20, FileBytes.uint32(directory, at + 20));
    long local = FileBytes.uint32(directory, at + 42) + moved;
    byte[] header = file.read(local, 30);
    byte[] data =
        file.read(
            local + 30 + FileBytes.uint16(header, 26) + FileBytes.uint16(header, 28), compressed);
    if (FileBytes.uint16(directory, at + 10) != 0) {
      data = inflate(data);
    }
    return new String(data, StandardCharsets.ISO_8859_1).contains("encryption-data");
  }

  private static byte[] inflate(byte[] data) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(data);
      byte[] out = new byte[1 << 18];
      int length = 0;
      while (length < out.length && !inflater.finished()) {
        int more = inflater.inflate(out, length, out.length - length);
        if (more == 0) {
          break;
        }
        length += more;
      }
      return Arrays.copyOf(out, length);
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
