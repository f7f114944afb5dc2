package th.oit.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;

/**
 * Reads the text of a Word file (.docx): a line for every paragraph, and for every row of a table
 * one line with its cells parted by tabs. Headers, footers and notes are left out. Reads no
 * document type definition and nothing from outside. Thread-safe.
 */
public final class WordReader {
  private static final String DOCUMENT = "word/document.xml";

  /** Bytes of XML, however small the file. */
  private static final int LARGEST_XML = 64 << 20;

  private WordReader() {}

  /**
   * Reads a file.
   *
   * @throws UnusableInput when it is missing, too large, or no Word file
   */
  public static SourceText read(Path path, String file) {
    try (ZipFile zip = new ZipFile(path.toString())) {
      ZipEntry entry = zip.getEntry(DOCUMENT);
      if (entry == null) {
        throw refused(file, "ไม่ใช่ไฟล์ Word (.docx)", "it is no Word file (.docx)");
      }
      byte[] xml;
      try (InputStream in = zip.getInputStream(entry)) {
        xml = in.readNBytes(LARGEST_XML + 1);
      }
      if (xml.length > LARGEST_XML) {
        throw refused(file, "ไฟล์ใหญ่เกินไป", "it is too large");
      }
      return new SourceText(file, new Walk(xml).text());
    } catch (NoSuchFileException e) {
      throw new UnusableInput(
          Finding.of(Rule.SOURCE_MISSING, "ไม่พบไฟล์ " + file, "no such file: " + file)
              .at(Source.of(file)));
    } catch (ZipException e) {
      throw refused(file, "ไม่ใช่ไฟล์ Word (.docx)", "it is no Word file (.docx)");
    } catch (IOException | XMLStreamException e) {
      throw refused(file, "ไฟล์ Word เสียหาย", "the Word file is damaged");
    }
  }

  private static UnusableInput refused(String file, String th, String en) {
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_VALUE,
                "อ่าน " + file + " ไม่ได้: " + th,
                "cannot read " + file + ": " + en)
            .at(Source.of(file))
            .hint(
                "เปิดด้วย Word แล้วบันทึกเป็น .docx หรือ .txt (UTF-8)",
                "open it in Word and save it as .docx or as .txt (UTF-8)"));
  }

  /** One walk over the body of a document. */
  private static final class Walk {
    private final byte[] xml;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private final List<String> row = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private int depth;

    Walk(byte[] xml) {
      this.xml = xml;
    }

    String text() throws XMLStreamException {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      boolean shown = false;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          shown = reader.getLocalName().equals("t") || shown && !isBreak(reader.getLocalName());
          start(reader.getLocalName());
        } else if (event == XMLStreamConstants.CHARACTERS && shown) {
          paragraph.append(reader.getText().replace('\n', ' ').replace('\t', ' '));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          shown = false;
          end(reader.getLocalName());
        }
      }
      return text.toString();
    }

    private static boolean isBreak(String name) {
      return name.equals("br") || name.equals("tab") || name.equals("cr");
    }

    private void start(String name) {
      if (name.equals("tr") && depth++ == 0) {
        row.clear();
      } else if (name.equals("tc") && depth == 1) {
        cell = new StringBuilder();
      } else if (isBreak(name)) {
        paragraph.append(' ');
      }
    }

    private void end(String name) {
      if (name.equals("p")) {
        if (depth > 0) {
          cell.append(cell.length() > 0 ? " " : "").append(paragraph.toString().strip());
        } else {
          text.append(paragraph).append('\n');
        }
        paragraph.setLength(0);
      } else if (name.equals("tc") && depth == 1) {
        row.add(cell.toString().strip());
      } else if (name.equals("tr") && --depth == 0) {
        text.append(String.join("\t", row)).append('\n');
      } else if (name.equals("tbl") && depth == 0) {
        text.append('\n');
      }
    }
  }
}
