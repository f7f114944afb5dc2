package th.oit.network;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import th.oit.check.links.WebPage;

/** Whether a page says that it is not there, or looks like one that certainly is not. */
final class Likeness {
  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "(?iU)(?<![\\d.,/-])404(?![\\d.,/-])|\\bnot found\\b|\\bno longer (?:exists|available)\\b|"
              + "\\bdoes(?:n't| not) exist\\b|"
              + "ไม่พบ(?:หน้า|เพจ|ไฟล์|ข้อมูล|เอกสาร|เนื้อหา|รายการ|บทความ|ข่าว|สิ่งที่)|"
              + "ไม่มี(?:หน้า(?:นี้|ที่)|ข้อมูลที่ท่าน|ไฟล์นี้)|หาหน้า(?:นี้|ที่คุณ).{0,12}ไม่(?:พบ|เจอ)");

  /** Words of the same page differ in a date, a counter, the path that was asked for. */
  private static final int MOST_BITS_APART = 3;

  private static final int SHORT = 40;

  private Likeness() {}

  /** Whether its title or heading says so. */
  static boolean saysNotFound(WebPage page) {
    return NOT_FOUND.matcher(page.title()).find() || NOT_FOUND.matcher(page.heading()).find();
  }

  /** Whether two pages are the same but for small things. */
  static boolean alike(WebPage one, WebPage other) {
    if (!one.title().equals(other.title())) {
      return false;
    }
    String a = normalized(one.text());
    String b = normalized(other.text());
    if (Math.min(a.length(), b.length()) < SHORT) {
      return a.equals(b);
    }
    double ratio = (double) Math.min(a.length(), b.length()) / Math.max(a.length(), b.length());
    return ratio > 0.9 && Long.bitCount(print(a) ^ print(b)) <= MOST_BITS_APART;
  }

  /** Without what changes from visit to visit: numbers, and the case of letters. */
  private static String normalized(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\p{Nd}+", "0").replaceAll("\\s+", " ");
  }

  /**
   * A fingerprint of which like texts have like bits (simhash, over runs of four characters, since
   * Thai has no spaces between words).
   */
  private static long print(String text) {
    int[] sums = new int[64];
    for (int i = 0; i + 4 <= text.length(); i++) {
      long hash = hash(text.substring(i, i + 4));
      for (int bit = 0; bit < 64; bit++) {
        sums[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
      }
    }
    long print = 0;
    for (int bit = 0; bit < 64; bit++) {
      if (sums[bit] > 0) {
        print |= 1L << bit;
      }
    }
    return print;
  }

  /** FNV-1a with its bits mixed once more. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xff) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9e3779b97f4a7c15L;
    return hash ^ hash >>> 29;
  }
}
