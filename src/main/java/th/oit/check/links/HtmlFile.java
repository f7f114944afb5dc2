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

  /** What the first kilobyte declares, in HTML, XML or CSS; UTF-8 when nothing does. */
  private static Charset declared(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(PRESCAN, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("@charset \"")) {
      return named(head, 10);
    }
    if (head.startsWith("<?xml")) {
      int end = head.indexOf("?>");
      int encoding = head.indexOf("encoding");
      if (encoding > 0 && encoding < end) {
        int equals = head.indexOf('=', encoding);
        return equals < 0 ? StandardCharsets.UTF_8 : named(head, equals + 1);
      }
    }
    for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
      if (head.startsWith("<!--", at)) {
        int end = head.indexOf("-->", at + 2);
        if (end < 0) {
          break;
        }
        at = end;
      } else if (head.regionMatches(true, at, "<meta", 0, 5)) {
        int end = head.indexOf('>', at);
        String tag = head.substring(at, end < 0 ? head.length() : end).toLowerCase(Locale.ROOT);
        int charset = tag.indexOf("charset");
        int equals = charset < 0 ? -1 : tag.indexOf('=', charset);
        if (equals >= 0) {
          return named(tag, equals + 1);
        }
      }
    }
    return StandardCharsets.UTF_8;
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
