package th.oit.document;

import java.nio.charset.StandardCharsets;
import th.oit.document.Document.Type;

/** Tells the type of a file from its first bytes. */
final class Signature {
  /** As many bytes as {@link #of} wants to see. */
  static final int LENGTH = 4096;

  private Signature() {}

  /**
   * The type; {@link Type#ZIP} and {@link Type#OLE} for the families whose members look alike from
   * the front.
   */
  static Type of(byte[] head) {
    // Readers look for the header within the first kilobyte; some servers put a line before it.
    int pdf = FileBytes.indexOf(head, "%PDF-", 0);
    if (pdf >= 0 && pdf < 1024) {
      return Type.PDF;
    }
    if (starts(head, "\u0089PNG\r\n\u001A\n")) {
      return Type.PNG;
    }
    if (starts(head, "\u00FF\u00D8\u00FF")) {
      return Type.JPEG;
    }
    if (starts(head, "GIF87a") || starts(head, "GIF89a")) {
      return Type.GIF;
    }
    if (starts(head, "RIFF") && FileBytes.startsWith(head, 8, "WEBP")) {
      return Type.WEBP;
    }
    if (starts(head, "PK\u0003\u0004") || starts(head, "PK\u0005\u0006")) {
      return Type.ZIP;
    }
    if (starts(head, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return Type.OLE;
    }
    if (starts(head, "{\\rtf")) {
      return Type.RTF;
    }
    if (starts(head, "Rar!\u001A\u0007")) {
      return Type.RAR;
    }
    if (starts(head, "7z\u00BC\u00AF\u0027\u001C")) {
      return Type.SEVEN_ZIP;
    }
    return markupOrText(head);
  }

  private static boolean starts(byte[] head, String magic) {
    return FileBytes.startsWith(head, 0, magic);
  }

  private static Type markupOrText(byte[] head) {
    if (starts(head, "\u00FF\u00FE") || starts(head, "\u00FE\u00FF")) {
      return Type.TEXT;
    }
    // Text in whatever 8-bit encoding has no control characters; compressed bytes always do.
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return Type.UNKNOWN;
      }
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int at = afterProlog(text, starts(head, "\u00EF\u00BB\u00BF") ? 3 : 0);
    if (isTag(text, at, "<!doctype html")) {
      return Type.HTML;
    }
    if (isTag(text, at, "<!doctype svg") || isTag(text, at, "<svg")) {
      return Type.SVG;
    }
    for (String tag : new String[] {"<html", "<head", "<body", "<table", "<meta", "<script"}) {
      if (isTag(text, at, tag)) {
        return Type.HTML;
      }
    }
    return Type.TEXT;
  }

  /** Where the first thing that counts begins: after white space, comments and the XML line. */
  private static int afterProlog(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      String end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : null;
      int ends = end == null ? -1 : text.indexOf(end, at);
      if (ends < 0) {
        return at;
      }
      at = ends + end.length();
    }
    return at;
  }

  private static boolean isTag(String text, int at, String tag) {
    int end = at + tag.length();
    return text.regionMatches(true, at, tag, 0, tag.length())
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }
}
