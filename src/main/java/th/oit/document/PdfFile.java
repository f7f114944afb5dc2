package th.oit.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import th.oit.document.Document.Condition;

/**
 * The one place where PDFBox is used.
 *
 * <p>The parser is taken below {@code PDDocument}, whose class initialiser starts the colour
 * management of AWT, which costs more than reading twenty small files. PDFBox mends what it can: a
 * file without its end gets a new cross-reference table by searching. So the end of the file is
 * looked at before PDFBox is asked.
 */
final class PdfFile {
  /**
   * Within how many bytes from the end the end marker must stand (ISO 32000-1, Annex H, note 18).
   */
  private static final int TAIL = 1024;

  private static final int LONGEST_TRAILER = 4096;
  private static final int DEEPEST = 64;

  static {
    // PDFBox tells of what it mends through commons-logging, the only one here to use it. Asked
    // before its first class is loaded, this also keeps java.util.logging from starting.
    LogFactory.getFactory()
        .setAttribute("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
  }

  /** How the file stands and how many pages it has (0 unless OK). */
  record Reading(Condition condition, int pages) {}

  private PdfFile() {}

  static Reading read(Path path, FileBytes file) throws IOException {
    if (!endsAsItShould(file)) {
      return new Reading(Condition.DAMAGED, 0);
    }
    try (RandomAccessRead source = new RandomAccessReadBufferedFile(path);
        Parser parser = new Parser(source)) {
      int pages = parser.open().countPages();
      return new Reading(pages > 0 ? Condition.OK : Condition.DAMAGED, pages);
    } catch (InvalidPasswordException | OtherLock e) {
      return new Reading(Condition.ENCRYPTED, 0);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // On bytes that are no PDF the parser fails in many ways, class casts among them, and it
      // calls
      // itself for every bracket.
      return new Reading(Condition.DAMAGED, 0);
    }
  }

  static TextLayer text(Path path) throws IOException {
    try (RandomAccessRead source = new RandomAccessReadBufferedFile(path);
        Parser parser = new Parser(source)) {
      return parser.open().hasText() ? TextLayer.PRESENT : TextLayer.ABSENT;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return TextLayer.UNDECIDED;
    }
  }

  /** The text of the first page; empty when it cannot be had. */
  static String firstPage(Path path) {
    try (RandomAccessRead source = new RandomAccessReadBufferedFile(path);
        PDDocument document = Loader.loadPDF(source)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      return stripper.getText(document);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return "";
    }
  }

  /** The end marker, and before it the place of a cross-reference table that is really there. */
  private static boolean endsAsItShould(FileBytes file) throws IOException {
    byte[] tail = file.tail(TAIL + 64);
    int marker = FileBytes.lastIndexOf(tail, "%%EOF");
    if (marker < 0) {
      return false;
    }
    // An object after the last end marker is an update that was cut.
    if (beginsObject(tail, marker + 5)) {
      return false;
    }
    int keyword = -1;
    for (int i = marker; i >= 0 && keyword < 0; i--) {
      keyword = FileBytes.startsWith(tail, i, "startxref") ? i : -1;
    }
    if (keyword < 0) {
      return false;
    }
    long offset = number(tail, keyword + 9);
    if (offset <= 0) {
      return false;
    }
    if (isCrossReference(file.read(offset, LONGEST_TRAILER))) {
      return true;
    }
    // Bytes before the header: some writers count from the header, some from the file's start.
    int header = FileBytes.indexOf(file.read(0, 1024 + 5), "%PDF-", 0);
    return header > 0 && isCrossReference(file.read(offset + header, LONGEST_TRAILER));
  }

  private static boolean isCrossReference(byte[] bytes) {
    int at = afterSpace(bytes, 0);
    if (FileBytes.startsWith(bytes, at, "xref")) {
      return true;
    }
    return beginsObject(bytes, at) && FileBytes.indexOf(bytes, "/XRef", at) >= 0;
  }

  /** Whether what comes next, after white space, is {@code 12 0 obj}. */
  private static boolean beginsObject(byte[] bytes, int from) {
    int at = afterSpace(bytes, from);
    int number = afterDigits(bytes, at);
    int second = afterSpace(bytes, number);
    int generation = afterDigits(bytes, second);
    return number > at
        && generation > second
        && FileBytes.startsWith(bytes, afterSpace(bytes, generation), "obj");
  }

  private static int afterSpace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
      at++;
    }
    return at;
  }

  private static int afterDigits(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static long number(byte[] bytes, int from) {
    int at = afterSpace(bytes, from);
    int end = Math.min(afterDigits(bytes, at), at + 18);
    long value = 0;
    for (int i = at; i < end; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  /** A certificate, or the lock of some vendor: whoever asks for these asks for a password too. */
  private static final class OtherLock extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The parser of PDFBox, used for the objects alone. */
  private static final class Parser extends PDFParser implements AutoCloseable {

    Parser(RandomAccessRead source) throws IOException {
      super(source);
    }

    Parser open() throws IOException {
      if (!parsePDFHeader()) {
        throw new IOException("no header");
      }
      initialParse();
      return this;
    }

    /** PDFBox opens the standard lock when its password is empty, and knows no other. */
    @Override
    protected void prepareDecryption() throws IOException {
      COSDictionary encryption = document.getEncryptionDictionary();
      if (encryption != null
          && !COSName.getPDFName("Standard").equals(encryption.getCOSName(COSName.FILTER))) {
        throw new OtherLock();
      }
      super.prepareDecryption();
    }

    int countPages() throws IOException {
      return countPages(root(), Collections.newSetFromMap(new IdentityHashMap<>()), 0);
    }

    private COSDictionary root() throws IOException {
      COSDictionary catalog = document.getTrailer().getCOSDictionary(COSName.ROOT);
      COSDictionary pages = catalog == null ? null : catalog.getCOSDictionary(COSName.PAGES);
      if (pages == null) {
        throw new IOException("no pages");
      }
      return pages;
    }

    private int countPages(COSDictionary node, Set<COSDictionary> seen, int depth)
        throws IOException {
      if (depth > DEEPEST || !seen.add(node)) {
        throw new IOException("the page tree turns in a circle");
      }
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (kids == null) {
        return 1;
      }
      int pages = 0;
      for (int i = 0; i < kids.size(); i++) {
        if (!(kids.getObject(i) instanceof COSDictionary kid)) {
          throw new IOException("a page is missing");
        }
        pages += countPages(kid, seen, depth + 1);
      }
      return pages;
    }

    /** Whether any page shows text, or carries it invisibly behind a scan. */
    boolean hasText() throws IOException {
      return hasText(root(), null, Collections.newSetFromMap(new IdentityHashMap<>()), 0);
    }

    private boolean hasText(
        COSDictionary node, COSDictionary inherited, Set<COSDictionary> seen, int depth)
        throws IOException {
      if (depth > DEEPEST || !seen.add(node)) {
        return false;
      }
      COSDictionary own = node.getCOSDictionary(COSName.RESOURCES);
      COSDictionary resources = own == null ? inherited : own;
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (kids == null) {
        return showsText(resources, node.getDictionaryObject(COSName.CONTENTS), seen, depth);
      }
      for (int i = 0; i < kids.size(); i++) {
        if (kids.getObject(i) instanceof COSDictionary kid
            && hasText(kid, resources, seen, depth + 1)) {
          return true;
        }
      }
      return false;
    }

    private boolean showsText(
        COSDictionary resources, COSBase contents, Set<COSDictionary> seen, int depth)
        throws IOException {
      if (resources == null) {
        return false;
      }
      // Without a font there is no text: a scan is settled here, before any stream is unpacked.
      COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
      if (fonts != null && fonts.size() > 0) {
        if (contents instanceof COSStream stream && hasTextOperator(stream)) {
          return true;
        }
        if (contents instanceof COSArray parts) {
          for (int i = 0; i < parts.size(); i++) {
            if (parts.getObject(i) instanceof COSStream stream && hasTextOperator(stream)) {
              return true;
            }
          }
        }
      }
      COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
      if (objects == null || depth > DEEPEST) {
        return false;
      }
      for (COSName name : objects.keySet()) {
        if (objects.getDictionaryObject(name) instanceof COSStream form
            && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))
            && seen.add(form)) {
          COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
          if (showsText(own == null ? resources : own, form, seen, depth + 1)) {
            return true;
          }
        }
      }
      return false;
    }

    private static boolean hasTextOperator(COSStream stream) throws IOException {
      byte[] bytes;
      try (var in = stream.createInputStream()) {
        bytes = in.readAllBytes();
      }
      PDFStreamParser tokens = new PDFStreamParser(bytes);
      boolean text = false;
      for (Object token = tokens.parseNextToken(); token != null; token = tokens.parseNextToken()) {
        if (token instanceof COSString string) {
          text |= string.getBytes().length > 0;
        } else if (token instanceof COSArray array) {
          for (COSBase part : array) {
            text |= part instanceof COSString string && string.getBytes().length > 0;
          }
        } else if (token instanceof Operator operator) {
          String name = operator.getName();
          if (text
              && (name.equals("Tj")
                  || name.equals("TJ")
                  || name.equals("'")
                  || name.equals("\""))) {
            return true;
          }
          text = false;
        }
      }
      return false;
    }

    @Override
    public void close() throws IOException {
      document.close();
    }
  }
}
