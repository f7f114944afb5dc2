package th.oit.network;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;

/**
 * What came back for one request.
 *
 * @param bytes the beginning of the body, as much as was kept
 * @param received how many bytes came, kept or not
 * @param end how the body ended
 * @param broken why it broke off; null when it did not
 */
record Reply(
    int status,
    HttpHeaders headers,
    byte[] bytes,
    long received,
    End end,
    IOException broken,
    Duration took) {

  /** How a body ended. */
  enum End {
    /** All of it came. */
    WHOLE,
    /** As much was taken as was wanted. */
    CUT,
    /** The time was over. */
    LATE,
    /** The connection ended before the body did. */
    BROKEN
  }

  boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  boolean isGood() {
    return status == 200 || status == 203 || status == 206;
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  String contentType() {
    return header("Content-Type");
  }

  boolean isHtml() {
    String type = mediaType(contentType());
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  /** Text that a page or a robots file may be written in. */
  boolean isText() {
    String type = mediaType(contentType());
    return type.isEmpty() || type.startsWith("text/") || type.contains("xml");
  }

  static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Of the whole body, as the headers say; -1 when they do not. */
  long declaredLength() {
    if (status == 206) {
      String range = header("Content-Range");
      return number(range.substring(range.lastIndexOf('/') + 1));
    }
    return number(header("Content-Length"));
  }

  private static long number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
  }
}
