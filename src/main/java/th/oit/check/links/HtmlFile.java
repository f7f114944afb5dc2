package th.oit.check.links;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads pages and style sheets as a browser does when no header names the charset. */
final class HtmlFile {
  private static final int PRESCAN = 1024;

  private HtmlFile() {}

  static boolean isPage(String name) {
    return ends(name, ".html") || ends(name, ".htm") || ends(name, ".xhtml");
  }

  static boolean ends(String name, String extension) {
    int from = name.length() - extension.length();
    return from >= 0 && name.regionMatches(true, from, extension, 0, extension.length());
  }

  /** A parser for pages of this name; one thread at a time may use it. */
  static Parser parserFor(String name) {
    // A server sends .xhtml as XML, and a browser then follows the rules of XML.
    return ends(name, ".xhtml") ? Parser.xmlParser() : Parser.htmlParser();
  }

  static Document parse(Path file, Parser parser) throws IOException {
    return parser.parseInput(text(file), "");
  }

  /** The characters of a file, without a byte order mark. */
  static String text(Path file) throws IOException {
    return text(Files.readAllBytes(file), null);
  }

  /**
   * The characters of a page or style sheet, without a byte order mark.
   *
   * @param header the charset that the server named; null when none
   */
  static String text(byte[] bytes, String header) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    return new String(bytes, header == null ? declared(bytes) : named(header, 0));
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** What the file declares, in HTML, XML or CSS; UTF-8 when nothing does. */
  private static Charset declared(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(PRESCAN, bytes.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("@charset \"")) {
      return named(start, 10);
    }
    if (start.startsWith("<?xml")) {
      int end = start.indexOf("?>");
      int encoding = start.indexOf("encoding");
      if (encoding > 0 && encoding < end) {
        int equals = start.indexOf('=', encoding);
        return equals < 0 ? StandardCharsets.UTF_8 : named(start, equals + 1);
      }
    }
    String label = MetaCharset.of(start, false);
    if (label == null && bytes.length > PRESCAN) {
      // A browser that meets a declaration later begins again with it.
      label = MetaCharset.of(new String(bytes, StandardCharsets.ISO_8859_1), true);
    }
    return label == null ? StandardCharsets.UTF_8 : named(label, 0);
  }

  private static Charset named(String text, int from) {
    int start = from;
    while (start < text.length() && " \t\r\n\"'".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && " \t\r\n\"';?>/".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String label = text.substring(start, end).toLowerCase(Locale.ROOT);
    return switch (label) {
      case "utf-8", "utf8", "" -> StandardCharsets.UTF_8;
      // One encoding for all names that Thai was ever declared by, as the Encoding Standard says.
      case "windows-874", "dos-874", "tis-620", "iso-8859-11", "iso8859-11", "iso885911" ->
          charset("x-windows-874");
      case "iso-8859-1", "latin1", "us-ascii", "ascii" -> charset("windows-1252");
      default -> {
        Charset charset = charset(label);
        // A declaration that can be read as ASCII cannot be UTF-16.
        yield charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
      }
    };
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
