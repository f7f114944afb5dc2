package th.oit.hosting;

import th.oit.text.UrlPath;

/** {@code _headers} and {@code _redirects} of Netlify, Cloudflare Pages and their like. */
final class Netlify {
  private static final String MARK =
      "# oit สร้างไฟล์นี้ใหม่ทุกครั้งที่เผยแพร่ / written anew by oit at every publishing\n";

  private Netlify() {}

  /**
   * No file is named by two rules that set the same header, for Cloudflare would join both values.
   * Pages need none about keeping: these hosts let browsers ask before using what they kept.
   */
  static String headers(Hosting hosting) {
    StringBuilder out = new StringBuilder(2048).append(MARK);
    out.append(hosting.base().path()).append("*\n");
    for (Hosting.Header header : hosting.headers()) {
      header(header.name(), header.value(), out);
    }
    header("Content-Security-Policy", Hosting.POLICY_OF_ALL, out);
    for (String feed : hosting.feeds()) {
      path(hosting, feed, out);
      header("Content-Type", "application/atom+xml; charset=utf-8", out);
    }
    for (String file : hosting.fixed()) {
      path(hosting, file, out);
      header("Cache-Control", Hosting.KEEP, out);
    }
    return out.toString();
  }

  private static void path(Hosting hosting, String output, StringBuilder out) {
    out.append(hosting.base().link(UrlPath.encode("/" + output))).append('\n');
  }

  private static void header(String name, String value, StringBuilder out) {
    out.append("  ").append(name).append(": ").append(value).append('\n');
  }

  /**
   * Netlify heeds a rule for an address at which a file stands only with an exclamation mark, which
   * Cloudflare does not know: it passes that line over, and takes the next.
   */
  static String redirects(Hosting hosting) {
    StringBuilder out = new StringBuilder(512).append(MARK);
    for (String status : new String[] {"301!", "301"}) {
      for (Hosting.Redirect redirect : hosting.redirects()) {
        for (String from : redirect.spellings()) {
          out.append(UrlPath.encode(hosting.base().link(from)))
              .append(' ')
              .append(UrlPath.encode(hosting.base().link(redirect.to())))
              .append(' ')
              .append(status)
              .append('\n');
        }
      }
    }
    return out.toString();
  }
}
