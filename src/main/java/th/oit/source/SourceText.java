package th.oit.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;

/**
 * The text of a file as an office saves it: UTF-8 with or without a byte order mark, UTF-16 with
 * one, or windows-874 (what Excel and Notepad on a Thai Windows call ANSI); line ends become {@code
 * \n}.
 *
 * @param file path relative to the site folder, with {@code /}
 */
public record SourceText(String file, String text) {
  private static final Charset THAI_WINDOWS = Charset.forName("x-windows-874");

  /**
   * Reads and decodes a file.
   *
   * @throws UnusableInput when the file is missing or its characters cannot be read
   */
  public static SourceText read(Path path, String file) {
    try {
      return decode(Files.readAllBytes(path), file);
    } catch (NoSuchFileException e) {
      throw new UnusableInput(
          Finding.of(Rule.SOURCE_MISSING, "ไม่พบไฟล์ " + file, "no such file: " + file)
              .at(Source.of(file)));
    } catch (IOException e) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_ENCODING,
                  "เปิดไฟล์ " + file + " ไม่ได้: " + e.getMessage(),
                  "cannot read " + file + ": " + e.getMessage())
              .at(Source.of(file)));
    }
  }

  /**
   * Decodes bytes.
   *
   * @throws UnusableInput when they are in none of the encodings above
   */
  public static SourceText decode(byte[] bytes, String file) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new SourceText(file, lines(strict(bytes, 3, StandardCharsets.UTF_8, file)));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new SourceText(file, lines(strict(bytes, 2, StandardCharsets.UTF_16LE, file)));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new SourceText(file, lines(strict(bytes, 2, StandardCharsets.UTF_16BE, file)));
    }
    String text = decodeOrNull(bytes, 0, StandardCharsets.UTF_8);
    if (text == null) {
      text = thaiWindows(bytes, file);
    }
    return new SourceText(file, lines(text));
  }

  private static String thaiWindows(byte[] bytes, String file) {
    String text = decodeOrNull(bytes, 0, THAI_WINDOWS);
    if (text == null || !looksThai(text)) {
      throw unreadable(bytes, file);
    }
    return text;
  }

  /**
   * In Thai text nearly every high character is Thai, stands among others, and where Thai spelling
   * has it: other encodings, in which é and à have the codes of marks and vowels, give a mark
   * behind a Latin letter or a leading vowel before one.
   */
  private static boolean looksThai(String text) {
    int thai = 0;
    int other = 0;
    boolean together = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'ก' && c <= '๛') {
        boolean afterThai = i > 0 && isThai(text.charAt(i - 1));
        together |= afterThai && isThai(c);
        boolean misplaced =
            isMark(c) && !afterThai
                || isLeadingVowel(c) && !(i + 1 < text.length() && isThai(text.charAt(i + 1)));
        if (misplaced) {
          other++;
        } else {
          thai++;
        }
      } else if (c > 127 && c != '\u00A0' && (c < '\u2013' || c > '\u2026')
          || c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        other++;
      }
    }
    return together && other * 20 <= thai;
  }

  private static boolean isThai(char c) {
    return c >= 'ก' && c <= '๎';
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK || c == 'ะ' || c == 'า' || c == 'ำ';
  }

  private static boolean isLeadingVowel(char c) {
    return c >= 'เ' && c <= 'ไ';
  }

  private static String strict(byte[] bytes, int from, Charset charset, String file) {
    String text = decodeOrNull(bytes, from, charset);
    if (text == null) {
      throw unreadable(bytes, file);
    }
    return text;
  }

  private static String decodeOrNull(byte[] bytes, int from, Charset charset) {
    // The quick way puts U+FFFD for what it cannot read; a text that holds none is sound.
    String quick = new String(bytes, from, bytes.length - from, charset);
    if (quick.indexOf('\uFFFD') < 0) {
      return quick;
    }
    try {
      CharBuffer decoded =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
      return decoded.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static UnusableInput unreadable(byte[] bytes, String file) {
    Source at = firstMalformed(bytes, file);
    return new UnusableInput(
        Finding.of(
                Rule.SOURCE_ENCODING,
                "อ่านตัวอักษรในไฟล์ "
                    + file
                    + " ไม่ได้ ไฟล์ไม่ใช่ UTF-8 และไม่ใช่ภาษาไทยแบบ Windows (874)",
                "the characters of " + file + " are neither UTF-8 nor windows-874")
            .at(at)
            .hint(
                "เปิดไฟล์ด้วย Notepad แล้วเลือก แฟ้ม > บันทึกเป็น > การเข้ารหัส: UTF-8"
                    + " ถ้าเป็น CSV จาก Excel ให้เลือกชนิด CSV UTF-8 (Comma delimited)",
                "save it as UTF-8: in Notepad, File > Save as > Encoding: UTF-8; in Excel, save as"
                    + " type CSV UTF-8 (Comma delimited)"));
  }

  private static Source firstMalformed(byte[] bytes, String file) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String good = out.flip().toString();
    int line = 1;
    int column = 1;
    for (int i = 0; i < good.length(); i++) {
      if (good.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Source(file, line, column);
  }

  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text of a line, from 1; empty when there is no such line. */
  public String line(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return "";
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }
}
