package th.oit.network;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import th.oit.check.links.WebAddress;
import th.oit.check.links.WebPage;

/**
 * Knows the places that open only for those with an account, by their names and by what they look
 * like.
 */
final class Walls {
  /** They answer a program otherwise than a person, so that asking them decides nothing. */
  private static final List<String> SOCIAL =
      List.of(
          "facebook.com",
          "fb.com",
          "fb.watch",
          "fb.me",
          "instagram.com",
          "threads.net",
          "linkedin.com",
          "tiktok.com",
          "twitter.com",
          "x.com");

  /** Their pages can be turned over, but neither saved nor read aloud. */
  private static final List<String> VIEWERS =
      List.of(
          "anyflip.com",
          "fliphtml5.com",
          "flipbookpdf.net",
          "flippingbook.com",
          "flipsnack.com",
          "flowpaper.com",
          "heyzine.com",
          "issuu.com",
          "pubhtml5.com",
          "publuu.com",
          "calameo.com",
          "yumpu.com",
          "scribd.com",
          "joomag.com",
          "designrr.page");

  /** Where the big file stores send those who must sign in. */
  private static final List<String> SIGN_IN_HOSTS =
      List.of(
          "accounts.google.com",
          "login.live.com",
          "login.microsoftonline.com",
          "login.microsoft.com",
          "login.yahoo.com",
          "appleid.apple.com");

  /** File stores that show a program the same for shared and for private files. */
  private static final List<String> SCRIPTED =
      List.of(
          "onedrive.live.com",
          "1drv.ms",
          "sharepoint.com",
          "mega.nz",
          "icloud.com",
          "dropbox.com",
          "terabox.com");

  private static final List<String> STORES =
      List.of(
          "drive.google.com",
          "docs.google.com",
          "drive.usercontent.google.com",
          "sites.google.com",
          "forms.gle");

  private static final Pattern SIGN_IN_PATH =
      Pattern.compile(
          "(?i)(?:^|/)(?:log-?in|sign-?in|log-?on|log_in|sign_in|servicelogin|wp-login|"
              + "user-login|member-login|sso|adfs|oauth2?|saml2?|checkpoint)(?:\\.\\w+)?(?:/|$)");
  private static final Pattern SIGN_IN_TITLE =
      Pattern.compile(
          "(?iU)เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อ?กอิน|\\blog[ -]?[io]n\\b|\\bsign[ -]?in\\b");
  private static final Pattern NO_ACCESS_TITLE =
      Pattern.compile(
          "(?iU)you need (?:access|permission)|access denied|request access|permission denied|"
              + "คุณต้องมีสิทธิ์|ต้องขอสิทธิ์|ขอสิทธิ์การเข้าถึง|ไม่มีสิทธิ์เข้าถึง");

  /** A page that says little beside its form is there for the form. */
  private static final int LITTLE_TEXT = 600;

  private final List<String> own;

  /**
   * @param own further hosts that open only for those with an account
   */
  Walls(List<String> own) {
    this.own = own;
  }

  /** Whether asking is of no use, since the host hides from programs. */
  boolean hides(WebAddress address) {
    return isOf(address.host(), SOCIAL) || isOf(address.host(), own);
  }

  /** What an address tells that could be opened, before anybody looks at the page. */
  Optional<Reason> ofPlace(WebAddress asked, List<Hop> hops, WebAddress arrived) {
    if (isOf(arrived.host(), SIGN_IN_HOSTS)
        && hops.stream().map(Hop::from).anyMatch(Walls::isStore)) {
      return Optional.of(Reason.NO_ACCESS);
    }
    boolean moved = !arrived.equals(asked.withoutFragment());
    if (moved && (isOf(arrived.host(), SIGN_IN_HOSTS) || isSignIn(arrived) && !isSignIn(asked))) {
      return Optional.of(Reason.LOGIN_REDIRECT);
    }
    if (moved && hides(arrived)) {
      return Optional.of(Reason.WALLED_HOST);
    }
    if (isOf(asked.host(), VIEWERS) || isOf(arrived.host(), VIEWERS)) {
      // The home page of such a host is a page like any other.
      return arrived.path().equals("/") ? Optional.empty() : Optional.of(Reason.VIEWER);
    }
    return Optional.empty();
  }

  /** What a page tells by its looks. */
  Optional<Reason> ofPage(WebAddress asked, WebAddress arrived, WebPage page) {
    if (isStore(arrived)
        && (NO_ACCESS_TITLE.matcher(page.title()).find()
            || SIGN_IN_TITLE.matcher(page.title()).find())) {
      return Optional.of(Reason.NO_ACCESS);
    }
    boolean formAlone =
        page.asksPassword()
            && (page.text().length() < LITTLE_TEXT || SIGN_IN_TITLE.matcher(page.title()).find());
    if (formAlone && !isSignIn(asked)) {
      return Optional.of(Reason.LOGIN_PAGE);
    }
    return isOf(arrived.host(), SCRIPTED) && !arrived.path().equals("/")
        ? Optional.of(Reason.SCRIPTED)
        : Optional.empty();
  }

  /** What a refusal means at a host whose refusals are known. */
  Optional<Reason> ofStatus(WebAddress arrived, int status) {
    return isStore(arrived) && (status == 401 || status == 403)
        ? Optional.of(Reason.NO_ACCESS)
        : Optional.empty();
  }

  /**
   * Whether it is no more than somebody's own page at a social network, which every body has and
   * which is nobody's evidence.
   */
  static boolean isProfile(WebAddress address) {
    if (!isOf(address.host(), SOCIAL)) {
      return false;
    }
    String path = address.path();
    return path.startsWith("/people/")
        || path.startsWith("/pages/")
        || path.indexOf('/', 1) < 0
        || path.indexOf('/', 1) == path.length() - 1;
  }

  private static boolean isStore(WebAddress address) {
    return isOf(address.host(), STORES) || isOf(address.host(), SCRIPTED);
  }

  private static boolean isSignIn(WebAddress address) {
    return SIGN_IN_PATH.matcher(address.path()).find();
  }

  private static boolean isOf(String host, List<String> names) {
    for (String name : names) {
      if (host.endsWith(name)
          && (host.length() == name.length()
              || host.charAt(host.length() - name.length() - 1) == '.')) {
        return true;
      }
    }
    return false;
  }
}
