package th.oit.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import th.oit.document.Document.Condition;
import th.oit.document.Document.Type;

/**
 * The container of Office 97–2003, and of the encrypted files of later versions.
 *
 * <p>Layout: [MS-CFB] 2.2 to 2.6; where Word keeps its password flag: [MS-DOC] 2.5.2; Excel:
 * [MS-XLS] 2.4.117; PowerPoint: [MS-PPT] 2.3.2.
 */
final class CompoundFile {
  private static final long END_OF_CHAIN = 0xFFFFFFFEL;
  private static final long LARGEST_REGULAR = 0xFFFFFFFAL;
  private static final int LONGEST_DIRECTORY = 4096;
  private static final int IN_HEADER = 109;

  /** As many as a file of four gigabytes has. */
  private static final int MOST_TABLES = 1 << 16;

  private static final long LOCKED_SLIDES = 0xF3D1C4DFL;

  private final FileBytes file;
  private final byte[] header;
  private final int sectorSize;

  /** The sectors that hold the allocation table. */
  private long[] tables = new long[0];

  private Type type = Type.OLE;
  private Condition condition = Condition.DAMAGED;
  private boolean isPackage;

  private CompoundFile(FileBytes file) throws IOException {
    this.file = file;
    this.header = file.read(0, 512);
    this.sectorSize = FileBytes.uint16(header, 30) == 12 ? 4096 : 512;
  }

  static CompoundFile of(FileBytes file) throws IOException {
    CompoundFile compound = new CompoundFile(file);
    compound.read();
    return compound;
  }

  Type type() {
    return type;
  }

  Condition condition() {
    return condition;
  }

  /** Whether it holds a newer document, encrypted: which, only its extension says. */
  boolean isPackage() {
    return isPackage;
  }

  private void read() throws IOException {
    if (header.length < 512 || !holdsEverySector()) {
      return;
    }
    long sector = FileBytes.uint32(header, 48);
    long rootStart = END_OF_CHAIN;
    long main = END_OF_CHAIN;
    long mainSize = 0;
    long user = END_OF_CHAIN;
    long userSize = 0;
    for (int steps = 0; sector <= LARGEST_REGULAR; steps++) {
      byte[] entries = file.read(offset(sector), sectorSize);
      if (entries.length < sectorSize || steps > LONGEST_DIRECTORY) {
        return;
      }
      for (int at = 0; at < sectorSize; at += 128) {
        int kind = entries[at + 66];
        String name = name(entries, at);
        if (kind == 5) {
          rootStart = FileBytes.uint32(entries, at + 116);
        } else if (kind == 2) {
          Type named =
              switch (name) {
                case "WordDocument" -> Type.DOC;
                case "Workbook", "Book" -> Type.XLS;
                case "PowerPoint Document" -> Type.PPT;
                default -> null;
              };
          isPackage |= name.equals("EncryptedPackage");
          if (name.equals("Current User")) {
            user = FileBytes.uint32(entries, at + 116);
            userSize = FileBytes.uint32(entries, at + 120);
          }
          if (named != null && type == Type.OLE) {
            type = named;
            main = FileBytes.uint32(entries, at + 116);
            mainSize = FileBytes.uint32(entries, at + 120);
          }
        }
      }
      sector = next(sector);
    }
    if (sector != END_OF_CHAIN || rootStart == END_OF_CHAIN && type == Type.OLE && !isPackage) {
      return;
    }
    byte[] beginning = beginning(main, mainSize, rootStart);
    boolean encrypted =
        isPackage
            || type == Type.DOC && (FileBytes.uint16(beginning, 10) & 0x0100) != 0
            || type == Type.XLS && asksForPassword(beginning)
            || type == Type.PPT
                && FileBytes.uint32(beginning(user, userSize, rootStart), 12) == LOCKED_SLIDES;
    condition =
        encrypted
            ? Condition.ENCRYPTED
            : type == Type.DOC && saysNothing(beginning) ? Condition.EMPTY : Condition.OK;
  }

  /** Whether a text of Word 97 and later has no character but its last paragraph mark. */
  private static boolean saysNothing(byte[] beginning) {
    return FileBytes.uint16(beginning, 0) == 0xA5EC
        && FileBytes.uint16(beginning, 2) >= 0xC1
        && beginning.length >= 0x50
        && FileBytes.uint32(beginning, 0x4C) <= 1;
  }

  private static String name(byte[] entries, int at) {
    int length = Math.min(64, FileBytes.uint16(entries, at + 64)) - 2;
    return length <= 0 ? "" : new String(entries, at, length, StandardCharsets.UTF_16LE);
  }

  private long offset(long sector) {
    return (sector + 1) * sectorSize;
  }

  /** Whether the file reaches as far as the last sector that its allocation table counts. */
  private boolean holdsEverySector() throws IOException {
    int perSector = sectorSize / 4;
    tables = tables();
    for (int i = tables.length - 1; i >= 0; i--) {
      byte[] table = file.read(offset(tables[i]), sectorSize);
      if (table.length < sectorSize) {
        return false;
      }
      for (int j = perSector - 1; j >= 0; j--) {
        if (FileBytes.uint32(table, 4 * j) != 0xFFFFFFFFL) {
          // Some writers leave the last sector short.
          return file.size() > offset((long) i * perSector + j);
        }
      }
    }
    return false;
  }

  /** The first 109 stand in the header, the others in a chain of sectors: [MS-CFB] 2.5. */
  private long[] tables() throws IOException {
    long most = file.size() / sectorSize + 1;
    long[] found =
        new long[(int) Math.min(MOST_TABLES, Math.min(most, FileBytes.uint32(header, 44)))];
    int perSector = sectorSize / 4 - 1;
    long chain = FileBytes.uint32(header, 68);
    byte[] sectors = new byte[0];
    for (int i = 0; i < found.length; i++) {
      if (i < IN_HEADER) {
        found[i] = FileBytes.uint32(header, 76 + 4 * i);
        continue;
      }
      int within = (i - IN_HEADER) % perSector;
      if (within == 0) {
        sectors = file.read(offset(chain), sectorSize);
        chain = FileBytes.uint32(sectors, sectorSize - 4);
      }
      found[i] = FileBytes.uint32(sectors, 4 * within);
    }
    return found;
  }

  private long next(long sector) throws IOException {
    long table = sector * 4 / sectorSize;
    if (table >= tables.length) {
      return END_OF_CHAIN;
    }
    long at = offset(tables[(int) table]) + sector * 4 % sectorSize;
    byte[] entry = file.read(at, 4);
    return entry.length < 4 ? 0xFFFFFFFFL : FileBytes.uint32(entry, 0);
  }

  /** The first bytes of a stream, wherever it is kept. */
  private byte[] beginning(long start, long size, long rootStart) throws IOException {
    if (start > LARGEST_REGULAR) {
      return new byte[0];
    }
    if (size >= FileBytes.uint32(header, 56)) {
      return file.read(offset(start), 256);
    }
    // Small streams lie in pieces of 64 bytes inside the stream of the root.
    long within = start * 64;
    long sector = rootStart;
    for (long i = within / sectorSize; i > 0 && sector <= LARGEST_REGULAR; i--) {
      sector = next(sector);
    }
    if (sector > LARGEST_REGULAR) {
      return new byte[0];
    }
    return file.read(offset(sector) + within % sectorSize, 256);
  }

  /**
   * Whether a workbook is encrypted with a password of its own. Excel encrypts a workbook whose
   * structure alone is protected too, with a password that it knows by itself and never asks for.
   */
  private static boolean asksForPassword(byte[] workbook) {
    int at = 0;
    while (at + 4 <= workbook.length) {
      int record = FileBytes.uint16(workbook, at);
      int length = FileBytes.uint16(workbook, at + 2);
      if (record == 0x2F) {
        boolean rc4 =
            FileBytes.uint16(workbook, at + 4) == 1 && FileBytes.uint16(workbook, at + 6) == 1;
        return !(rc4 && at + 58 <= workbook.length && opensByItself(workbook, at + 10));
      }
      // Only the beginning of the workbook and the write protection stand before it.
      if (record != 0x0809 && record != 0x86) {
        return false;
      }
      at += 4 + length;
    }
    return false;
  }

  /** Checks Excel's own password against salt, verifier and its hash: [MS-OFFCRYPTO] 2.3.6. */
  private static boolean opensByItself(byte[] bytes, int at) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      byte[] hash = md5.digest("VelvetSweatshop".getBytes(StandardCharsets.UTF_16LE));
      for (int i = 0; i < 16; i++) {
        md5.update(hash, 0, 5);
        md5.update(bytes, at, 16);
      }
      md5.update(md5.digest(), 0, 5);
      byte[] key = md5.digest(new byte[4]);
      byte[] plain = new Rc4(key).apply(Arrays.copyOfRange(bytes, at + 16, at + 48), 0, 32);
      return Arrays.equals(md5.digest(Arrays.copyOf(plain, 16)), Arrays.copyOfRange(plain, 16, 32));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
