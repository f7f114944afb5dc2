package th.oit.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.Words;

/**
 * The ZIP file that a workbook is, as XML parts; says in words what kind of file it is when it is
 * none. Reads no document type definition and nothing from outside, and stops at {@link
 * #LARGEST_XML} bytes however small the file. For one thread.
 */
final class XlsxPackage implements AutoCloseable {
  /** Bytes of a file on disk: a table for a web page is a hundred times smaller. */
  static final long LARGEST_FILE = 32L << 20;

  /** Bytes of XML of all parts together. */
  static final long LARGEST_XML = 128L << 20;

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final String file;
  private final ZipFile zip;
  private final XMLInputFactory xml;
  private long left = LARGEST_XML;

  private XlsxPackage(String file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
    this.xml = XMLInputFactory.newDefaultFactory();
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is read from outside");
        });
  }

  /**
   * Opens a workbook.
   *
   * @throws UnusableInput when it is missing, too large, encrypted, or no workbook
   */
  static XlsxPackage open(Path path, String file) {
    try {
      if (Files.size(path) > LARGEST_FILE) {
        throw tooLarge(file);
      }
      byte[] head = new byte[COMPOUND_FILE.length];
      try (InputStream in = Files.newInputStream(path)) {
        in.readNBytes(head, 0, head.length);
      }
      if (Arrays.equals(head, COMPOUND_FILE)) {
        throw isEncrypted(path) ? encrypted(file) : oldExcel(file);
      }
      ZipFile zip = new ZipFile(path.toString());
      if (zip.getEntry(WORKBOOK) == null && zip.getEntry("_rels/.rels") == null) {
        zip.close();
        throw broken(file, Words.of("ไม่ใช่ไฟล์ Excel", "not an Excel workbook"));
      }
      return new XlsxPackage(file, zip);
    } catch (NoSuchFileException e) {
      throw new UnusableInput(
          Finding.of(Rule.SOURCE_MISSING, "ไม่พบไฟล์ " + file, "no such file: " + file)
              .at(Source.of(file)));
    } catch (ZipException e) {
      throw broken(file, Words.of("ไฟล์เสียหายหรือไม่ครบ", "it is damaged or cut short"));
    } catch (IOException e) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_TABLE,
                  "เปิดไฟล์ " + file + " ไม่ได้: " + e.getMessage(),
                  "cannot read " + file + ": " + e.getMessage())
              .at(Source.of(file)));
    }
  }

  /** An encrypted workbook is a compound file that holds the package as one stream. */
  private static boolean isEncrypted(Path path) throws IOException {
    String bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    String name = "EncryptedPackage";
    return bytes.contains(
        new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }

  /** What to do with one part, positioned before its root element. */
  interface PartReading {
    void read(XMLStreamReader part) throws XMLStreamException;
  }

  /**
   * Reads a part.
   *
   * @return false when the workbook has no such part
   * @throws UnusableInput when it is not XML, or the parts together are too large
   */
  boolean read(String name, PartReading reading) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return false;
    }
    try (InputStream in = new Counted(zip.getInputStream(entry))) {
      XMLStreamReader part = xml.createXMLStreamReader(in);
      try {
        reading.read(part);
      } finally {
        part.close();
      }
      return true;
    } catch (XMLStreamException | IOException | NumberFormatException e) {
      if (left < 0) {
        throw tooLarge(file);
      }
      throw broken(file, Words.of("ไฟล์เสียหายหรือไม่ครบ", "the part " + name + " is damaged"));
    }
  }

  /** The path of the workbook part, wherever its maker put it. */
  String workbook() {
    if (zip.getEntry(WORKBOOK) != null) {
      return WORKBOOK;
    }
    for (Relation relation : relations("").values()) {
      if (relation.type().endsWith("/officeDocument")) {
        return relation.target();
      }
    }
    throw broken(file, Words.of("ไม่มีแผ่นงานในไฟล์", "it holds no workbook"));
  }

  /**
   * A part that another one names.
   *
   * @param type the URI of what it is for it
   * @param target its path in the package
   */
  record Relation(String type, String target) {}

  /** The parts that a part names, by id. */
  Map<String, Relation> relations(String part) {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    Map<String, Relation> relations = new HashMap<>();
    read(
        folder + "_rels/" + part.substring(slash + 1) + ".rels",
        xml -> {
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                && xml.getLocalName().equals("Relationship")) {
              String target = attribute(xml, "Target", "");
              relations.put(
                  attribute(xml, "Id", ""),
                  new Relation(
                      attribute(xml, "Type", ""),
                      target.startsWith("/") ? target.substring(1) : inFolder(folder, target)));
            }
          }
        });
    return relations;
  }

  private static String inFolder(String folder, String target) {
    String path = folder + target;
    while (path.contains("../")) {
      String shorter = path.replaceFirst("(^|[^/]+/)\\.\\./", "");
      if (shorter.equals(path)) {
        break;
      }
      path = shorter;
    }
    return path.replace("./", "");
  }

  /** An attribute without a namespace. */
  static String attribute(XMLStreamReader xml, String name, String otherwise) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return otherwise;
  }

  static boolean flag(XMLStreamReader xml, String name) {
    String value = attribute(xml, name, "0");
    return value.equals("1") || value.equals("true");
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static UnusableInput tooLarge(String file) {
    return refused(
        Source.of(file),
        Words.of("ตารางใหญ่เกินไป", "the table is too large"),
        Words.of(
            "แบ่งเป็นหลายไฟล์ หรือคัดลอกเฉพาะตารางไปไว้ในไฟล์ใหม่ที่ไม่มีรูปภาพและแผ่นงานอื่น",
            "split it, or copy the table alone into a new workbook"));
  }

  private static UnusableInput encrypted(String file) {
    return refused(
        Source.of(file),
        Words.of("ไฟล์ตั้งรหัสผ่านไว้", "it asks for a password"),
        Words.of(
            "เปิดด้วย Excel ไปที่ แฟ้ม > ข้อมูล > ป้องกันเวิร์กบุ๊ก > เข้ารหัสลับด้วยรหัสผ่าน"
                + " ลบรหัสผ่านออก แล้วบันทึก",
            "in Excel, File > Info > Protect Workbook > Encrypt with Password: clear it and save"));
  }

  private static UnusableInput oldExcel(String file) {
    return refused(
        Source.of(file),
        Words.of(
            "เนื้อไฟล์เป็น Excel รุ่นเก่า (.xls) หรือไม่ใช่ .xlsx",
            "it is of the old kind (.xls), or none of Excel's"),
        Words.of(
            "เปิดด้วย Excel แล้วบันทึกเป็นชนิด สมุดงาน Excel (*.xlsx)",
            "open it in Excel and save it as Excel Workbook (*.xlsx)"));
  }

  static UnusableInput broken(String file, Words what) {
    return refused(
        Source.of(file),
        what,
        Words.of(
            "เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx ถ้าเปิดไม่ได้ให้ขอไฟล์จากผู้จัดทำอีกครั้ง",
            "open it in Excel or LibreOffice and save it anew; if that fails, ask its author again"));
  }

  static UnusableInput refused(Source at, Words what, Words hint) {
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_TABLE,
                "อ่านตาราง " + at.file() + " ไม่ได้: " + what.th(),
                at.file() + ": " + what.en())
            .at(at)
            .hint(hint));
  }

  /** Stops a small file that grows without end when unpacked. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("too large");
      }
    }
  }
}
