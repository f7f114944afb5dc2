package th.oit.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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
  private static final int LARGEST_DIRECTORY = 64 << 20;

  private final FileBytes file;

  private Type type = Type.ZIP;
  private Condition condition = Condition.DAMAGED;

  private ZipDirectory(FileBytes file) {
    this.file = file;
  }

  /** Reads what there is; a file without a readable directory is damaged. */
  static ZipDirectory of(FileBytes file) throws IOException {
    ZipDirectory directory = new ZipDirectory(file);
    directory.read();
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
    if (length < 0 || length > LARGEST_DIRECTORY || start < 0 || moved < 0) {
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
      int name = at + 46;
      if (is(bytes, name, nameLength, "[Content_Types].xml")) {
        contentTypes = true;
      } else if (is(bytes, name, nameLength, "mimetype")) {
        mimetype = local + moved;
      } else if (is(bytes, name, nameLength, "content.xml")) {
        content = true;
      } else if (is(bytes, name, nameLength, "META-INF/manifest.xml")) {
        manifest = at;
      } else if (is(bytes, name, nameLength, "encrypted-package")) {
        // LibreOffice 24.8 and later put the whole encrypted document into one entry.
        content = true;
        encrypted = true;
      } else if (part == null) {
        part =
            FileBytes.startsWith(bytes, name, "word/")
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
    condition = encrypted ? Condition.ENCRYPTED : Condition.OK;
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
