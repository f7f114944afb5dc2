package th.oit.check.links;

import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.text.ThaiDigits;
import th.oit.text.UrlPath;

/** Judges {@code mailto:} and {@code tel:} links. */
final class Contacts {
  private static final String ATOM = "!#$%&'*+-/=?^_`{|}~.";

  private Contacts() {}

  /** What is wrong with a {@code mailto:} link; null when nothing. */
  static Finding mailto(WebAddress address, String raw) {
    String addresses = UrlPath.decodeAll(address.path());
    if (addresses.isBlank()) {
      // A link for sharing names no address, only what is to be sent (RFC 6068).
      if (address.query() != null && !address.query().isEmpty()) {
        return null;
      }
      return Finding.of(
              Rule.LINK_MAILTO,
              "ลิงก์อีเมล “" + raw + "” ไม่ได้ระบุที่อยู่อีเมล",
              "the e-mail link “" + raw + "” names no address")
          .hint(
              "ใส่ที่อยู่อีเมลหลัง mailto: เช่น mailto:saraban@example.go.th",
              "put an address after mailto:, such as mailto:saraban@example.go.th");
    }
    int start = 0;
    for (int i = 0; i <= addresses.length(); i++) {
      if (i < addresses.length() && addresses.charAt(i) != ',') {
        continue;
      }
      String one = addresses.substring(start, i).strip();
      // Slashes may stand in an address, and at its beginning never did anybody mean them.
      if (!isAddress(one) || one.startsWith("//")) {
        return Finding.of(
                Rule.LINK_MAILTO,
                "“" + one + "” ไม่ใช่ที่อยู่อีเมลที่ถูกต้อง",
                "“" + one + "” is not an e-mail address")
            .hint(
                "แก้ให้เป็นรูปแบบ ชื่อ@โดเมน ไม่มีเว้นวรรค ใช้ตัวเลขอารบิก เช่น mailto:saraban@example.go.th",
                "write name@domain, without spaces and in Arabic digits, such as"
                    + " mailto:saraban@example.go.th");
      }
      start = i + 1;
    }
    return null;
  }

  /** What forms accept as an address (HTML standard), the host also in Thai. */
  static boolean isAddress(String text) {
    int at = text.indexOf('@');
    if (at <= 0 || text.charAt(0) == '.' || text.charAt(at - 1) == '.') {
      return false;
    }
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      if (!isAsciiLetterOrDigit(c) && ATOM.indexOf(c) < 0) {
        return false;
      }
    }
    String written = text.substring(at + 1);
    String host = WebAddress.host(written);
    if (host == null || host.indexOf('.') < 0 || host.endsWith(".") || written.contains("..")) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean edge = i == 0 || i == host.length() - 1;
      if (!isAsciiLetterOrDigit(c) && (edge || c != '-' && c != '.')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** What is wrong with a {@code tel:} link; null when nothing. */
  static Finding tel(WebAddress address, String raw) {
    String number = UrlPath.decodeAll(address.path());
    int parameters = number.indexOf(';');
    String subscriber = parameters < 0 ? number : number.substring(0, parameters);
    if (!ThaiDigits.toArabic(subscriber).equals(subscriber)) {
      return Finding.of(
              Rule.LINK_TEL,
              "หมายเลขในลิงก์ “" + raw + "” เป็นเลขไทย โทรศัพท์โทรออกไม่ได้",
              "“" + raw + "” holds Thai digits, which no telephone dials")
          .hint(
              "เขียนในลิงก์เป็นเลขอารบิก: tel:" + ThaiDigits.toArabic(subscriber),
              "write Arabic digits in the link: tel:" + ThaiDigits.toArabic(subscriber));
    }
    int digits = 0;
    boolean odd = false;
    for (int i = 0; i < subscriber.length(); i++) {
      char c = subscriber.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else {
        odd |= " -+().,*".indexOf(c) < 0;
      }
    }
    if (digits >= 3 && !odd) {
      return null;
    }
    return Finding.of(
            Rule.LINK_TEL,
            "“" + raw + "” ไม่ใช่หมายเลขโทรศัพท์ที่โทรออกได้",
            "“" + raw + "” is not a number that can be dialled")
        .hint(
            "หลัง tel: ให้มีเฉพาะตัวเลข เว้นวรรค - + ( ) เช่น tel:0-2123-4567 ส่วนเบอร์ต่อให้เขียนเป็นข้อความนอกลิงก์",
            "after tel: only digits, spaces, - + ( ), such as tel:0-2123-4567; an extension goes"
                + " into the text beside it");
  }
}
