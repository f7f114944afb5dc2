package th.oit.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import th.oit.config.SiteConfig.BaseUrl;
import th.oit.config.SiteConfig.Server;

class HostingTest {
  private static final String FIXED = "assets/site.0123456789.css";

  /** Directives of Apache that a host allows under {@code AllowOverride FileInfo}. */
  private static final Set<String> OF_FILE_INFO =
      Set.of(
          "AddDefaultCharset",
          "AddType",
          "AddCharset",
          "ForceType",
          "ErrorDocument",
          "Header",
          "AddOutputFilterByType",
          "RedirectMatch");

  @TempDir Path folder;

  private static Hosting hosting(String scheme, String base) {
    return new Hosting(
        new BaseUrl(scheme, "www.example.go.th", -1, base),
        List.of(
            new Hosting.Redirect("/ita/", "/oit/2567/"),
            new Hosting.Redirect("/ita.php", "/oit/2567/"),
            new Hosting.Redirect("/old.html", "/new/"),
            new Hosting.Redirect("/เก่า $1 (ก)/", "/new/")),
        List.of(FIXED),
        List.of("feed.xml", "oit/feed.xml"),
        "404.html");
  }

  private static final Hosting ROOT = hosting("https", "/");

  private static String file(Hosting hosting, Server server, String name) {
    return hosting.files(EnumSet.of(server)).get(name);
  }

  @Test
  void writesTheFilesOfTheServersThatAreNamedAndNoOthers() {
    assertEquals(Map.of(), ROOT.files(EnumSet.of(Server.NGINX)), "nothing public for nginx");
    assertEquals(
        Set.of(".htaccess", "web.config", "_headers", "_redirects"),
        ROOT.files(EnumSet.allOf(Server.class)).keySet());
  }

  @Test
  void apacheIsToldNothingThatAHostMayForbid() {
    Deque<String> open = new ArrayDeque<>();
    for (String line : file(ROOT, Server.APACHE, ".htaccess").split("\n")) {
      String word = line.split("[ >]")[0];
      if (line.startsWith("</")) {
        assertEquals("</" + open.pop(), word);
      } else if (line.startsWith("<")) {
        open.push(word.substring(1));
        assertTrue(line.endsWith(">"), line);
      } else if (!line.startsWith("#")) {
        assertTrue(OF_FILE_INFO.contains(word), line);
      }
      assertTrue(!word.equals("Header") || open.contains("IfModule"), "asked for first: " + line);
    }
    assertTrue(open.isEmpty());
  }

  @Test
  void apacheSendsEverySpellingOfAnOldAddressOn() {
    String file = file(ROOT, Server.APACHE, ".htaccess");
    Matcher rule = Pattern.compile("RedirectMatch 301 \"(.*)\" \"(.*)\"").matcher(file);
    Set<String> sent = new TreeSet<>();
    while (rule.find()) {
      for (String path :
          List.of(
              "/ita",
              "/ita/",
              "/itaXphp",
              "/ita.php",
              "/old.html",
              "/ita/2567/",
              "/เก่า $1 (ก)/")) {
        if (Pattern.compile(rule.group(1)).matcher(path).find()) {
          sent.add(path + " -> " + rule.group(2));
        }
      }
    }
    assertEquals(
        Set.of(
            "/ita -> /oit/2567/",
            "/ita/ -> /oit/2567/",
            "/ita.php -> /oit/2567/",
            "/old.html -> /new/",
            "/เก่า $1 (ก)/ -> /new/"),
        sent);
  }

  @Test
  void onlyASiteOfHttpsForbidsBrowsersToComeWithout() {
    for (Server server : List.of(Server.APACHE, Server.IIS, Server.NETLIFY)) {
      String with = String.join("", hosting("https", "/").files(EnumSet.of(server)).values());
      String without = String.join("", hosting("http", "/").files(EnumSet.of(server)).values());
      assertTrue(with.contains("Strict-Transport-Security"), server.name());
      assertFalse(without.contains("Strict-Transport-Security"), server.name());
    }
  }

  @Test
  void everyServerIsToldThePolicyAndWhatMayBeKept() {
    for (String text :
        List.of(
            file(ROOT, Server.APACHE, ".htaccess"),
            file(ROOT, Server.IIS, "web.config"),
            file(ROOT, Server.NETLIFY, "_headers"),
            ROOT.nginx())) {
      assertTrue(text.contains("default-src 'none'; script-src 'self'; style-src 'self'"), text);
      assertFalse(text.matches("(?s).*script-src [^;]*unsafe.*"), text);
      assertTrue(text.contains("frame-ancestors 'self'"), text);
      assertTrue(text.contains("nosniff"), text);
      assertTrue(text.contains("immutable"), text);
      assertTrue(text.contains("atom+xml"), text);
    }
  }

  @Test
  void thePolicyOfPagesAllowsNothingInsideOfThem() {
    assertFalse(Hosting.POLICY.contains("unsafe"));
    assertTrue(file(ROOT, Server.APACHE, ".htaccess").contains("\"" + Hosting.POLICY + "\""));
  }

  @Test
  void thePatternOfFingerprintsMeansFingerprintsAlone() {
    Pattern fixed = Pattern.compile("/assets/.*" + Hosting.FIXED_NAME);
    assertTrue(fixed.matcher("/" + FIXED).find());
    assertTrue(fixed.matcher("/assets/fonts/a-b.0123456789.woff2").find());
    assertFalse(fixed.matcher("/assets/site.css").find());
    assertFalse(fixed.matcher("/oit/2567/o1/chart.2567010203.jpg").find());
  }

  @Test
  void whatIisReadsIsXmlWithEverySettingOnce() throws Exception {
    Document config = xml(file(ROOT, Server.IIS, "web.config"));
    assertEquals("configuration", config.getDocumentElement().getTagName());
    Set<String> headers = new TreeSet<>();
    NodeList added = config.getElementsByTagName("add");
    for (int i = 0; i < added.getLength(); i++) {
      assertTrue(headers.add(((Element) added.item(i)).getAttribute("name")));
    }
    assertTrue(headers.contains("Content-Security-Policy"));
    Set<String> locations = new TreeSet<>();
    NodeList places = config.getElementsByTagName("location");
    for (int i = 0; i < places.getLength(); i++) {
      String path = ((Element) places.item(i)).getAttribute("path");
      assertTrue(locations.add(path), path);
      assertFalse(path.startsWith("/"), path);
    }
    assertEquals(
        Set.of(
            "feed.xml",
            "oit/feed.xml",
            FIXED,
            "ita/index.html",
            "ita.php/index.html",
            "old.html",
            "เก่า $1 (ก)/index.html"),
        locations);
    NodeList maps = config.getElementsByTagName("mimeMap");
    for (int i = 0; i < maps.getLength(); i++) {
      Element before = (Element) maps.item(i).getPreviousSibling().getPreviousSibling();
      assertEquals("remove", before.getTagName(), "IIS refuses a kind that it knows already");
    }
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void netlifyAndCloudflareEachUnderstandARule() {
    List<String> rules =
        Arrays.stream(file(ROOT, Server.NETLIFY, "_redirects").split("\n")).skip(1).toList();
    assertTrue(rules.contains("/ita /oit/2567/ 301!"), rules::toString);
    assertTrue(rules.contains("/ita/ /oit/2567/ 301"), rules::toString);
    assertTrue(rules.contains("/old.html /new/ 301"), rules::toString);
    rules.forEach(rule -> assertEquals(3, rule.split(" ").length, rule));
  }

  @Test
  void noFileOfNetlifyHasAHeaderFromTwoRules() {
    String path = "";
    Set<String> everywhere = new TreeSet<>();
    for (String line : file(ROOT, Server.NETLIFY, "_headers").split("\n")) {
      if (line.startsWith("  ")) {
        String name = line.strip().split(":")[0];
        assertTrue(path.equals("/*") ? everywhere.add(name) : !everywhere.contains(name), line);
      } else if (!line.startsWith("#")) {
        path = line;
      }
    }
    assertEquals("/" + FIXED, path);
  }

  @Test
  void aSiteBelowTheRootOfItsHostIsToldSo() {
    Hosting below = hosting("https", "/sub/");
    String apache = file(below, Server.APACHE, ".htaccess");
    assertTrue(apache.contains("ErrorDocument 404 /sub/404.html\n"), apache);
    assertTrue(apache.contains("RedirectMatch 301 \"^/sub/ita/?$\" \"/sub/oit/2567/\"\n"), apache);
    assertTrue(
        below.nginx().contains("location = \"/sub/ita/\" { return 301 \"/sub/oit/2567/\"; }"));
    assertTrue(below.nginx().contains("error_page 404 /sub/404.html;"));
    assertTrue(file(below, Server.IIS, "web.config").contains("destination=\"/sub/oit/2567/\""));
    assertTrue(file(below, Server.NETLIFY, "_redirects").contains("/sub/ita /sub/oit/2567/ 301\n"));
  }

  // Where the servers are at hand, they judge for themselves.

  @Test
  void nginxItselfFindsNoMistake() throws Exception {
    Path program = Path.of("/usr/sbin/nginx");
    assumeTrue(Files.isExecutable(program), "nginx is not installed");
    Files.writeString(folder.resolve("site.conf"), ROOT.nginx());
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        pid %1$s/pid;
        error_log stderr;
        events {}
        http {
        access_log off;
        server { listen 127.0.0.1:18092; root %1$s; include %1$s/site.conf; }
        }
        """
            .formatted(folder));
    run(program.toString(), "-t", "-c", config.toString());
  }

  @Test
  void apacheItselfFindsNoMistake() throws Exception {
    Path program = Path.of("/usr/sbin/apache2");
    Path modules = Path.of("/usr/lib/apache2/modules");
    assumeTrue(Files.isExecutable(program) && Files.isDirectory(modules), "no apache2 installed");
    StringBuilder config = new StringBuilder();
    config.append("ServerName localhost\nListen 127.0.0.1:18091\n");
    config.append("ErrorLog \"").append(folder.resolve("log")).append("\"\n");
    for (String module :
        List.of("mpm_event", "authz_core", "mime", "alias", "headers", "filter", "deflate")) {
      config.append("LoadModule %s_module %s/mod_%s.so\n".formatted(module, modules, module));
    }
    config.append("TypesConfig /dev/null\nDocumentRoot \"").append(folder).append("\"\n");
    config.append("<Directory \"").append(folder).append("\">\n");
    config.append(file(ROOT, Server.APACHE, ".htaccess")).append("</Directory>\n");
    Path file = folder.resolve("httpd.conf");
    Files.writeString(file, config);
    run(program.toString(), "-t", "-f", file.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
  }
}
