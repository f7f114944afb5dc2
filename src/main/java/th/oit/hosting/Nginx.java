package th.oit.hosting;

import th.oit.text.UrlPath;

/**
 * What stands inside the {@code server} block of nginx, beside {@code root} and {@code listen}. A
 * location that sets a header inherits none, so each names all of them.
 */
final class Nginx {
  private Nginx() {}

  static String file(Hosting hosting) {
    StringBuilder out = new StringBuilder(4096);
    out.append(
        """
        # oit สร้างไฟล์นี้ใหม่ทุกครั้งที่เผยแพร่ / written anew by oit at every publishing
        # server { listen 80; server_name …; root …/public; include …/reports/nginx.conf; }
        index index.html;
        charset utf-8;
        charset_types text/css text/csv text/plain text/javascript application/javascript \
        application/json application/atom+xml text/xml image/svg+xml;
        gzip on;
        gzip_vary on;
        gzip_min_length 512;
        gzip_types text/css text/csv text/plain text/javascript application/javascript \
        application/json application/atom+xml text/xml image/svg+xml;
        """);
    String base = hosting.base().path();
    out.append("error_page 404 ").append(base).append(hosting.notFound()).append(";\n");
    for (Hosting.Redirect redirect : hosting.redirects()) {
      for (String from : redirect.spellings()) {
        out.append("location = ").append(quoted(hosting.base().link(from)));
        String to = UrlPath.encode(hosting.base().link(redirect.to())).replace("$", "%24");
        out.append(" { return 301 ").append(quoted(to)).append("; }\n");
      }
    }
    location("~ \"^" + base + "assets/.*" + Hosting.FIXED_NAME + "\"", hosting, out);
    end(Hosting.KEEP, out);
    location("~ \"/feed\\.xml$\"", hosting, out);
    out.append("types { }\ndefault_type application/atom+xml;\n");
    end(Hosting.ASK, out);
    location("~ \"\\.csv$\"", hosting, out);
    out.append("types { text/csv csv; }\n");
    end(Hosting.ASK, out);
    location("~ \"\\.html$\"", hosting, out);
    header("Content-Security-Policy", Hosting.POLICY, out);
    end(Hosting.ASK, out);
    location("~ \"\\.svg$\"", hosting, out);
    header("Content-Security-Policy", Hosting.DRAWING_POLICY, out);
    end(Hosting.ASK, out);
    location(base, hosting, out);
    end(Hosting.ASK, out);
    return out.toString();
  }

  private static void location(String name, Hosting hosting, StringBuilder out) {
    out.append("location ").append(name).append(" {\n");
    for (Hosting.Header header : hosting.headers()) {
      header(header.name(), header.value(), out);
    }
  }

  private static void end(String keeping, StringBuilder out) {
    header("Cache-Control", keeping, out);
    out.append("}\n");
  }

  private static void header(String name, String value, StringBuilder out) {
    out.append("add_header ").append(name).append(" \"").append(value).append("\" always;\n");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
