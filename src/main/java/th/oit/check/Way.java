package th.oit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.text.ThaiDigits;
import th.oit.text.UrlPath;

/**
 * One way to reach a body. Two are equal when they lead to the same place, however they are
 * written.
 */
record Way(Kind kind, String to) {
  private static final String INTERNATIONAL = "66";
  private static final Pattern PHONE = Pattern.compile("(?<!\\d)0[\\d -]{7,13}\\d(?!\\d)");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

  /** By what one reaches it. */
  enum Kind {
    PHONE,
    MAIL,
    WEB,
    FORM
  }

  // Both written out: those of a record are put together of method handles at run time.
  @Override
  public boolean equals(Object other) {
    return other instanceof Way that && that.kind == kind && that.to.equals(to);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + to.hashCode();
  }

  /** The way that a link is by itself; empty for links to pages of the site. */
  static Optional<Way> of(String href) {
    String link = href.strip();
    String lower = link.toLowerCase(Locale.ROOT);
    if (lower.startsWith("tel:") || lower.startsWith("sms:")) {
      return Optional.of(phone(link.substring(4)));
    }
    if (lower.startsWith("mailto:")) {
      return Optional.of(mail(UrlPath.decodeAll(link.substring(7).replaceFirst("\\?.*", ""))));
    }
    if (lower.startsWith("line:") || lower.startsWith("fb-messenger:")) {
      return Optional.of(new Way(Kind.WEB, lower));
    }
    return Optional.empty();
  }

  /** A page of another site. */
  static Way web(String href) {
    String bare = href.strip().replaceFirst("(?i)^https?:", "").replaceFirst("#.*", "");
    return new Way(Kind.WEB, bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
  }

  /** The numbers and addresses that a text names without linking them. */
  static List<Way> in(String text) {
    List<Way> ways = new ArrayList<>(0);
    String plain = ThaiDigits.toArabic(text.replace('\u00A0', ' '));
    if (plain.indexOf('0') >= 0) {
      Matcher phone = PHONE.matcher(plain);
      while (phone.find()) {
        int digits = phone.group().replaceAll("\\D", "").length();
        if (digits == 9 || digits == 10) {
          ways.add(phone(phone.group()));
        }
      }
    }
    if (plain.indexOf('@') >= 0) {
      Matcher mail = MAIL.matcher(plain);
      while (mail.find()) {
        ways.add(mail(mail.group()));
      }
    }
    return ways;
  }

  private static Way phone(String written) {
    String digits = ThaiDigits.toArabic(written).split("[;,]")[0].replaceAll("\\D", "");
    return new Way(
        Kind.PHONE, digits.startsWith(INTERNATIONAL) ? "0" + digits.substring(2) : digits);
  }

  private static Way mail(String address) {
    return new Way(Kind.MAIL, address.strip().toLowerCase(Locale.ROOT));
  }
}
