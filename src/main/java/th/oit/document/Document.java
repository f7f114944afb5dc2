package th.oit.document;

import java.util.Locale;
import java.util.Objects;

/**
 * What a file turned out to be.
 *
 * @param type what the bytes are; where they cannot say (a cut archive, an encrypted package), what
 *     the extension promises
 * @param promised what the extension promises; null when it promises nothing that is known here
 * @param size in bytes
 * @param pages of a PDF that opens; 0 when unknown
 */
public record Document(Type type, Type promised, long size, int pages, Condition condition) {

  public Document {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(condition, "condition");
  }

  /** Whether anybody can open it. */
  public boolean opens() {
    return condition == Condition.OK;
  }

  /** How a file stands. */
  public enum Condition {
    OK,
    /** No bytes at all, or a text of white space alone. */
    EMPTY,
    /** Whole as far as can be told, but not what its extension says. */
    WRONG_TYPE,
    /** Opens only with a password or a certificate. */
    ENCRYPTED,
    /** Cut short, or changed on the way. */
    DAMAGED,
    /** Asks for more memory or work than any document needs, so that it was not looked into. */
    TOO_COSTLY
  }

  /** The kinds of file that an office publishes. */
  public enum Type {
    PDF("PDF", "pdf"),
    DOCX("Word", "docx", "docm", "dotx"),
    XLSX("Excel", "xlsx", "xlsm"),
    PPTX("PowerPoint", "pptx", "pptm", "ppsx"),
    DOC("Word 97–2003", "doc", "dot"),
    XLS("Excel 97–2003", "xls"),
    PPT("PowerPoint 97–2003", "ppt", "pps"),
    /** A compound file of Microsoft Office that is none of the three before. */
    OLE("OLE"),
    ODT("OpenDocument Text", "odt"),
    ODS("OpenDocument Spreadsheet", "ods"),
    ODP("OpenDocument Presentation", "odp"),
    RTF("RTF", "rtf"),
    PNG("PNG", "png"),
    JPEG("JPEG", "jpg", "jpeg", "jpe", "jfif"),
    GIF("GIF", "gif"),
    WEBP("WebP", "webp"),
    SVG("SVG", "svg"),
    ZIP("ZIP", "zip"),
    RAR("RAR", "rar"),
    SEVEN_ZIP("7z", "7z"),
    HTML("HTML", "htm", "html", "xhtml"),
    TEXT("text", "txt", "csv", "json"),
    UNKNOWN("unknown");

    private final String label;
    private final String[] extensions;

    Type(String label, String... extensions) {
      this.label = label;
      this.extensions = extensions;
    }

    /** A short name for people, the same in both languages. */
    public String label() {
      return label;
    }

    /** A picture that a browser shows by itself. */
    public boolean isImage() {
      return this == PNG || this == JPEG || this == GIF || this == WEBP || this == SVG;
    }

    /** What a file of this name promises to be; null when the extension is none of ours. */
    static Type promisedBy(String fileName) {
      int dot = fileName.lastIndexOf('.');
      if (dot < 0) {
        return null;
      }
      String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
      for (Type type : values()) {
        for (String known : type.extensions) {
          if (known.equals(extension)) {
            return type;
          }
        }
      }
      return null;
    }

    /** Whether the programs that open files of this type take the other one without a word. */
    boolean accepts(Type actual) {
      return actual == this
          || this == DOC && actual == RTF
          || this == HTML && actual == TEXT
          || this == ZIP && actual.isZip();
    }

    boolean isZip() {
      return this == ZIP || isOfficeOpenXml() || this == ODT || this == ODS || this == ODP;
    }

    boolean isOfficeOpenXml() {
      return this == DOCX || this == XLSX || this == PPTX;
    }

    boolean isCompound() {
      return this == DOC || this == XLS || this == PPT || this == OLE;
    }
  }
}
