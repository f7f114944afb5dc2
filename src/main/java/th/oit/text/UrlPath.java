package th.oit.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The path of a URL, decoded once on the way in and encoded once on the way out.
 *
 * <p>{@code java.net.URLDecoder} is for forms: it turns {@code +} into a space, which in a path is
 * wrong.
 */
public final class UrlPath {
  private static final String SAFE = "-._~!$&'()*+,;=:@/";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UrlPath() {}

  /** Percent-encodes a decoded path, as UTF-8; slashes stay. */
  public static String encode(String path) {
    StringBuilder out = null;
    byte[] bytes = null;
    for (int i = 0; i < path.length(); i++) {
      if (!isSafe(path.charAt(i))) {
        bytes = path.getBytes(StandardCharsets.UTF_8);
        out = new StringBuilder(bytes.length * 3);
        break;
      }
    }
    if (out == null) {
      return path;
    }
    for (byte b : bytes) {
      if (b >= 0 && isSafe((char) b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
      }
    }
    return out.toString();
  }

  /**
   * Decodes percent-encoded bytes as strict UTF-8. What is not an escape stays as it is; a path
   * whose bytes are not UTF-8 is returned as it was written; {@code %2F} does not become a slash.
   */
  public static String decode(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] in = path.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%' && i + 2 < in.length) {
        int high = Character.digit(in[i + 1], 16);
        int low = Character.digit(in[i + 2], 16);
        if (high >= 0 && low >= 0 && (high << 4 | low) != '/') {
          out.put((byte) (high << 4 | low));
          i += 2;
          continue;
        }
      }
      out.put(in[i]);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(out.flip())
          .toString();
    } catch (CharacterCodingException e) {
      return path;
    }
  }

  /**
   * Decodes percent-encoded bytes as UTF-8, slashes too, for what is no path: fragments, host
   * names, e-mail addresses. Bytes that are not UTF-8 become U+FFFD.
   */
  public static String decodeAll(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%' && i + 2 < in.length) {
        int high = Character.digit(in[i + 1], 16);
        int low = Character.digit(in[i + 2], 16);
        if (high >= 0 && low >= 0) {
          out[length++] = (byte) (high << 4 | low);
          i += 2;
          continue;
        }
      }
      out[length++] = in[i];
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isSafe(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || SAFE.indexOf(c) >= 0;
  }
}
