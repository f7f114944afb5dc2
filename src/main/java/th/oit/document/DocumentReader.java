package th.oit.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import th.oit.document.Document.Condition;
import th.oit.document.Document.Type;

/**
 * Tells what files are, and remembers it by their content: a copy of a file that was read before is
 * recognised and not parsed again.
 *
 * <p>Thread-safe. Holds no file open between two calls.
 */
public final class DocumentReader {
  /** To be counted up whenever a text is judged in another way. */
  private static final String HEADER = "oit-text-layers 1";

  private final ConcurrentHashMap<FileBytes.Print, Document> known = new ConcurrentHashMap<>();
  private final Memory texts;

  /** Remembers nothing but what it reads itself. */
  public DocumentReader() {
    this(null);
  }

  private DocumentReader(Path memory) {
    this.texts = Memory.of(memory, HEADER);
  }

  /**
   * Begins with what earlier runs have found out about the text of PDFs, which takes ten times as
   * long as seeing that they open.
   *
   * @param memory the file; null to keep nothing
   */
  public static DocumentReader remembering(Path memory) {
    return new DocumentReader(memory);
  }

  /** Keeps what this run has asked for; what is no longer on the site is forgotten. */
  public void save() throws IOException {
    texts.save();
  }

  /**
   * What the file is.
   *
   * @throws IOException when it is not there or cannot be read, which says nothing about its
   *     content
   */
  public Document read(Path path) throws IOException {
    Path name = path.getFileName();
    Type promised = name == null ? null : Type.promisedBy(name.toString());
    try (FileBytes file = new FileBytes(path)) {
      if (file.size() == 0) {
        Type type = promised == null ? Type.UNKNOWN : promised;
        return new Document(type, promised, 0, 0, Condition.EMPTY);
      }
      FileBytes.Print print = file.print(promised);
      Document document = known.get(print);
      if (document == null) {
        document = judge(file, promised);
        known.put(print, document);
      }
      return document;
    }
  }

  /** Whether a PDF holds text. Slower than {@link #read}: ask only where the answer is shown. */
  public TextLayer text(Path path) throws IOException {
    try (FileBytes file = new FileBytes(path)) {
      if (Signature.of(file.read(0, Signature.LENGTH)) != Type.PDF) {
        return TextLayer.UNDECIDED;
      }
      String key = file.print(Type.PDF).hex();
      TextLayer kept = TextLayer.named(texts.get(key));
      if (kept != null) {
        return kept;
      }
      TextLayer text = PdfFile.text(file);
      texts.put(key, text.name());
      return text;
    }
  }

  /**
   * What the content of a file is recognised by: the same for a copy of any name, and for no other
   * file but by a forger's will.
   */
  public String content(Path path) throws IOException {
    try (FileBytes file = new FileBytes(path)) {
      return file.print(null).hex();
    }
  }

  private static Document judge(FileBytes file, Type promised) throws IOException {
    byte[] head = file.read(0, Signature.LENGTH);
    Type type = Signature.of(head);
    int pages = 0;
    Condition condition = Condition.OK;
    if (type == Type.PDF) {
      PdfFile.Reading pdf = PdfFile.read(file);
      condition = pdf.condition();
      pages = pdf.pages();
    } else if (type == Type.ZIP) {
      ZipDirectory zip = ZipDirectory.of(file);
      condition = zip.condition();
      type = zip.type();
      if (condition == Condition.DAMAGED && promised != null && promised.isZip()) {
        type = promised;
      }
    } else if (type == Type.OLE) {
      CompoundFile compound = CompoundFile.of(file);
      condition = compound.condition();
      type = compound.type();
      boolean newer = promised != null && promised.isOfficeOpenXml();
      boolean locked = newer && compound.isPackage();
      boolean cut =
          condition == Condition.DAMAGED && promised != null && (newer || promised.isCompound());
      if (cut || locked) {
        type = promised;
      }
    } else if (type.isImage()) {
      condition = Picture.isWhole(file, type) ? Condition.OK : Condition.DAMAGED;
    } else if (type == Type.TEXT && isBlank(file, head)) {
      condition = Condition.EMPTY;
    } else if (type == Type.TEXT && promised == Type.TEXT) {
      condition = PlainText.condition(file);
    } else if (isAll(head, (byte) 0)) {
      // What a copy over a broken line leaves behind: the right size, and nothing in it.
      condition = Condition.DAMAGED;
    }
    if (promised != null && !promised.accepts(type) && condition != Condition.EMPTY) {
      condition =
          type == Type.UNKNOWN && condition != Condition.OK ? condition : Condition.WRONG_TYPE;
    }
    return new Document(type, promised, file.size(), pages, condition);
  }

  private static boolean isBlank(FileBytes file, byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    return file.size() <= head.length
        && (text.startsWith("\uFEFF") ? text.substring(1) : text).isBlank();
  }

  private static boolean isAll(byte[] bytes, byte value) {
    for (byte b : bytes) {
      if (b != value) {
        return false;
      }
    }
    return true;
  }
}
