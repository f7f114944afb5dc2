package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second opinion on URLs: what {@code new URL(raw, base)} of Node.js says, which follows the URL
 * Standard as browsers do. Runs when asked for, {@code mvn test -Dtest=BrowserUrlsTest
 * -Doit.urls=100000}, and needs {@code node}.
 */
@EnabledIfSystemProperty(named = "oit.urls", matches = "[0-9]+")
class BrowserUrlsTest {
  private static final int COUNT = Integer.getInteger("oit.urls", 0);
  private static final long SEED = Long.getLong("oit.seed", 1);
  private static final String[] BASES = {
    "https://www.example.go.th/oit/2567/o14/index.html?v=1#top",
    "http://example.go.th:8080/a/b",
    "https://user:pass@xn--m3cj0d.xn--o3cw4h/%E0%B8%81/?q"
  };
  private static final String SCRIPT =
      """
      const lines = require('fs').readFileSync(0, 'utf8').split('\\n');
      const out = [];
      for (const line of lines) {
        if (!line) continue;
        const [raw, base] = JSON.parse(line);
        let href = '';
        try { href = new URL(raw, base).href; } catch (e) { }
        out.push(JSON.stringify(href));
      }
      process.stdout.write(out.join('\\n') + '\\n');
      """;

  @TempDir Path folder;

  @Test
  void resolvesMutatedUrlsAsNodeDoes() throws Exception {
    Mutations urls = new Mutations(UrlSamples.GOOD, UrlSamples.PIECES, SEED);
    List<String> raws = new ArrayList<>();
    List<String> bases = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      raws.add(urls.next());
      bases.add(BASES[i % BASES.length]);
      input.append('[').append(json(raws.get(i))).append(',').append(json(bases.get(i)));
      input.append("]\n");
    }
    List<String> theirs = node(input.toString());
    assertEquals(COUNT, theirs.size());
    List<String> differences = new ArrayList<>();
    Map<String, Integer> explained = new TreeMap<>();
    int compared = 0;
    for (int i = 0; i < COUNT; i++) {
      WebAddress address = WebAddress.parse(raws.get(i), WebAddress.parse(bases.get(i)));
      String expected = theirs.get(i);
      if (isOutOfScope(address, expected)) {
        continue;
      }
      compared++;
      String ours = json(address.toString());
      if (alike(ours).equals(alike(expected))) {
        continue;
      }
      String why = explanation(raws.get(i), address, expected);
      if (why != null) {
        explained.merge(why, 1, Integer::sum);
      } else {
        differences.add(
            json(raws.get(i))
                + " on "
                + bases.get(i)
                + "\n  ours   "
                + ours
                + "\n  theirs "
                + expected);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d URLs, seed %d: %d compared, %d differ; explained: %s%n",
        COUNT,
        SEED,
        compared,
        differences.size(),
        explained);
    assertEquals("", String.join("\n", differences.subList(0, Math.min(60, differences.size()))));
  }

  /** Whether there is nothing to compare: only what goes over HTTP is resolved here. */
  private static boolean isOutOfScope(WebAddress ours, String theirs) {
    return theirs.equals("\"\"")
        ? ours.fault() == null && !ours.isWeb()
        : !theirs.matches("\"https?:.*") && !ours.isWeb();
  }

  /** Why the two may differ; null when they may not. */
  private static String explanation(String raw, WebAddress ours, String theirs) {
    if (ours.fault() == WebAddress.Fault.BAD_HOST
        && theirs.matches("\"https?://([^/@]*@)?(\\.|[^/]*\\.\\.)[^/]*/.*")) {
      return "a host with an empty label is a fault to us";
    }
    if (theirs.matches(".*/\\.[^./].*/\\.\\.?(/.*|\")")) {
      return "Node 20 leaves dot segments where a folder's name begins with a dot";
    }
    if (raw.matches("(?s).*[\ud800-\udbff][\\t\\r\\n]+[\udc00-\udfff].*")) {
      return "halves of a character, which HTML cannot hold";
    }
    boolean hostsDiffer = ours.host() == null || !theirs.contains(ours.host() + "/");
    if (hostsDiffer && raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z-]", "").contains("xn--")) {
      return "Node 20 takes a label xn-- that holds nothing, or another one, for a name";
    }
    if (hostsDiffer && raw.codePoints().anyMatch(BrowserUrlsTest::isNewOrForeign)) {
      return "host names in the Unicode of 2003, or from right to left";
    }
    return null;
  }

  private static boolean isNewOrForeign(int point) {
    boolean thai = point >= 0x0E00 && point < 0x0E7F;
    boolean latin = point < 0x0180;
    boolean mark = point >= 0x0300 && point < 0x0370;
    boolean form = point == 0x3002 || point >= 0x2000 && point < 0x2070 || point >= 0xFF00;
    return !thai && !latin && !mark && !form;
  }

  /**
   * Two letters that browsers disagree about: Chromium encodes {@code |} in a path, the standard
   * does not; the standard encodes {@code ^}, Node 20 does not. No server can tell the difference.
   */
  private static String alike(String json) {
    return json.replace("%7C", "|").replace("%5E", "^");
  }

  private List<String> node(String input) throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in.txt"), input);
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder("node", "-e", SCRIPT)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, process.waitFor());
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  /** In ASCII, as JSON. */
  private static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
