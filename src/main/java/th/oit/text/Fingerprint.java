package th.oit.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for content: the first letters of its SHA-256 digest, in lower-case hex. */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * The fingerprint of bytes.
   *
   * @param letters how many hex digits, an even number of at most 64
   */
  public static String of(byte[] bytes, int letters) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, letters / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The fingerprint of a text in UTF-8. */
  public static String of(String text, int letters) {
    return of(text.getBytes(StandardCharsets.UTF_8), letters);
  }
}
