package th.oit.hosting;

import th.oit.text.UrlPath;

/**
 * {@code .htaccess} of Apache 2.4 and LiteSpeed. Only what {@code AllowOverride FileInfo} allows,
 * and every module asked for first: a directive that a host does not know or allow makes every page
 * of the site an error 500.
 */
final class Apache {
  private Apache() {}

  static String file(Hosting hosting) {
    StringBuilder out = new StringBuilder(4096);
    out.append(
        """
        # oit สร้างไฟล์นี้ใหม่ทุกครั้งที่เผยแพร่ / written anew by oit at every publishing
        AddDefaultCharset utf-8
        <IfModule mod_mime.c>
        AddType text/csv .csv
        AddType application/json .json
        AddType text/javascript .js
        AddType font/woff2 .woff2
        AddType image/svg+xml .svg
        AddType image/webp .webp
        AddCharset utf-8 .html .css .js .csv .json .xml .svg .txt
        </IfModule>
        """);
    out.append("<FilesMatch \"^feed\\.xml$\">\nForceType application/atom+xml\n</FilesMatch>\n");
    out.append("ErrorDocument 404 ")
        .append(UrlPath.encode(hosting.base().link("/" + hosting.notFound())))
        .append('\n');
    out.append("<IfModule mod_headers.c>\n");
    for (Hosting.Header header : hosting.headers()) {
      header(header.name(), header.value(), out);
    }
    header("Cache-Control", Hosting.ASK, out);
    out.append("<FilesMatch \"\\.html$\">\n");
    header("Content-Security-Policy", Hosting.POLICY, out);
    out.append("</FilesMatch>\n<FilesMatch \"\\.svg$\">\n");
    header("Content-Security-Policy", Hosting.DRAWING_POLICY, out);
    out.append("</FilesMatch>\n");
    out.append("<If \"%{REQUEST_URI} =~ m#/assets/.*").append(Hosting.FIXED_NAME).append("#\">\n");
    header("Cache-Control", Hosting.KEEP, out);
    out.append("</If>\n</IfModule>\n");
    out.append(
        """
        <IfModule mod_filter.c>
        <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE text/html text/css text/javascript text/csv text/plain
        AddOutputFilterByType DEFLATE application/json application/atom+xml application/xml text/xml
        AddOutputFilterByType DEFLATE image/svg+xml
        </IfModule>
        </IfModule>
        """);
    if (!hosting.redirects().isEmpty()) {
      out.append("<IfModule mod_alias.c>\n");
      for (Hosting.Redirect redirect : hosting.redirects()) {
        // Both sides are decoded: Apache compares with the decoded path, and encodes the target.
        out.append("RedirectMatch 301 \"^")
            .append(pattern(hosting.base().link(redirect.spellings().get(0))))
            .append("$\" \"")
            .append(target(hosting.base().link(redirect.to())))
            .append("\"\n");
      }
      out.append("</IfModule>\n");
    }
    return out.toString();
  }

  private static void header(String name, String value, StringBuilder out) {
    out.append("Header always set ").append(name).append(" \"").append(value).append("\"\n");
  }

  private static String pattern(String path) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if ("\\^$.|?*+()[]{}#\"%".indexOf(c) >= 0) {
        out.append("\\").append(c);
      } else {
        out.append(c);
      }
    }
    return path.endsWith("/") && path.length() > 1 ? out.append('?').toString() : out.toString();
  }

  private static String target(String path) {
    return path.replace("\\", "\\\\").replace("$", "\\$").replace("\"", "\\\"");
  }
}
