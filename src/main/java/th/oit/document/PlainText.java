package th.oit.document;

import java.io.IOException;
import th.oit.document.Document.Condition;

/**
 * Tells whether a text can be read: in UTF-8, or in the code page of a Thai Windows.
 *
 * <p>Read in pieces, whatever its length.
 */
final class PlainText {
  private PlainText() {}

  /** How a text stands; blank ones are not told apart here. */
  static Condition condition(FileBytes file) throws IOException {
    byte[] head = file.read(0, 2);
    if (FileBytes.startsWith(head, 0, "\u00FF\u00FE")
        || FileBytes.startsWith(head, 0, "\u00FE\u00FF")) {
      return file.size() % 2 == 0 ? Condition.OK : Condition.DAMAGED;
    }
    boolean utf8 = true;
    boolean thai = true;
    boolean wide = false;
    int missing = 0;
    int lowest = 0x80;
    int highest = 0xBF;
    int length = 1 << 14;
    for (long at = 0; at < file.size(); at += length) {
      byte[] bytes = file.read(at, length);
      if (bytes.length == 0) {
        break;
      }
      for (byte b : bytes) {
        int c = b & 0xFF;
        if (c == 0) {
          return Condition.DAMAGED; // no text has it; a copy over a broken line leaves it behind
        }
        thai &= c < 0x80 || isThai(c);
        if (!utf8) {
          continue;
        }
        if (missing > 0) {
          utf8 = c >= lowest && c <= highest;
          missing--;
          lowest = 0x80;
          highest = 0xBF;
          wide = true;
        } else if (c >= 0x80) {
          missing = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
          lowest = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
          highest = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
          utf8 = c >= 0xC2 && c <= 0xF4;
        }
      }
      if (!utf8 && !thai) {
        return Condition.DAMAGED;
      }
    }
    if (utf8 && missing == 0) {
      return Condition.OK;
    }
    // Cut within a letter, after others that were whole.
    boolean cut = utf8 && wide;
    return thai && !cut ? Condition.OK : Condition.DAMAGED;
  }

  /** The upper half of windows-874. */
  private static boolean isThai(int c) {
    return c == 0x80
        || c == 0x85
        || c >= 0x91 && c <= 0x97
        || c >= 0xA0 && c <= 0xDA
        || c >= 0xDF && c <= 0xFB;
  }
}
