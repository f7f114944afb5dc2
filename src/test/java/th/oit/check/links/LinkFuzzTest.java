package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.finding.Finding;
import th.oit.finding.Source;

/**
 * Throws spoilt pages, style sheets and URLs at the check: it may call them wrong, but never fail,
 * hang or change its mind. A short run belongs to the suite; {@code -Doit.fuzz=N} takes N inputs of
 * each kind, {@code -Doit.seed=S} others.
 */
class LinkFuzzTest {
  private static final int PAGES = Integer.getInteger("oit.fuzz", 500);
  private static final int COUNT = Integer.getInteger("oit.fuzz", 3000);
  private static final long SEED = Long.getLong("oit.seed", 2567);
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int BATCH = 250;
  private static final List<String> REPORT = new ArrayList<>();

  @TempDir Path folder;

  @AfterAll
  static void say() {
    if (System.getProperty("oit.fuzz") != null) {
      REPORT.forEach(System.out::println);
    }
  }

  @Test
  void readsSpoiltPagesTheSameWayTwice() throws IOException {
    Mutations pages = new Mutations(HtmlSamples.PAGES, HtmlSamples.PAGE_PIECES, SEED);
    Mutations styles = new Mutations(HtmlSamples.STYLES, HtmlSamples.STYLE_PIECES, SEED);
    Mutations pictures = new Mutations(HtmlSamples.PICTURES, HtmlSamples.PAGE_PIECES, SEED);
    Mutations manifests = new Mutations(HtmlSamples.MANIFESTS, HtmlSamples.PAGE_PIECES, SEED);
    long start = System.nanoTime();
    int found = 0;
    for (int done = 0; done < PAGES; done += BATCH) {
      Path tree = Files.createDirectories(folder.resolve("tree"));
      for (int i = 0; i < BATCH; i++) {
        byte[] bytes = bytes(pages);
        Files.write(tree.resolve("p" + i + (i % 8 == 0 ? ".xhtml" : ".html")), bytes);
      }
      write(tree, "site.css", styles);
      write(tree, "pic.svg", pictures);
      write(tree, "site.webmanifest", manifests);
      found += checkTwice(tree, done);
    }
    report("pages", PAGES, start, found + " findings");
  }

  private static void write(Path tree, String name, Mutations texts) throws IOException {
    Files.write(tree.resolve(name), texts.next().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] bytes(Mutations pages) {
    byte[] bytes = pages.next().getBytes(StandardCharsets.UTF_8);
    // A charset is a matter of bytes, and so are some faults.
    int spoilt = pages.number(4) == 0 ? pages.number(8) : 0;
    for (int i = 0; i < spoilt && bytes.length > 0; i++) {
      bytes[pages.number(bytes.length)] = (byte) pages.number(256);
    }
    return bytes;
  }

  private int checkTwice(Path tree, int batch) throws IOException {
    LinkCheckRequest request =
        LinkCheckRequest.of(tree)
            .baseUrl("https://www.example.go.th/")
            .aliases(List.of("อบต.ไทย"))
            .ignore(List.of(Pattern.compile("ignored")))
            .positionsInOutput(true);
    String where = "seed " + SEED + ", pages from " + batch;
    long start = System.nanoTime();
    LinkCheckResult once;
    LinkCheckResult again;
    try {
      once = LinkCheck.run(request.jobs(2));
      again = LinkCheck.run(request.jobs(1));
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(where, e);
    }
    if (System.nanoTime() - start > LONGEST.toNanos()) {
      eachInTime(tree, request);
    }
    assertEquals(once.findings(), again.findings(), where);
    assertEquals(once.externals(), again.externals(), where);
    assertEquals(once.links(), again.links(), where);
    String file = null;
    String[] lines = {};
    for (Finding finding : once.findings()) {
      Source source = finding.source();
      if (!source.file().equals(file)) {
        file = source.file();
        lines = HtmlFile.text(tree.resolve(file)).split("\n", -1);
      }
      assertTrue(isIn(lines, source), () -> where + ": " + finding);
    }
    return once.findings().size();
  }

  /** Together they took long: is there one that does so alone? */
  private static void eachInTime(Path tree, LinkCheckRequest request) throws IOException {
    for (String page : Inventory.of(tree).pages()) {
      long start = System.nanoTime();
      LinkCheck.run(request.only(tree.resolve(page)));
      inTime(start, page, () -> read(tree.resolve(page)));
    }
  }

  private static boolean isIn(String[] lines, Source source) {
    int line = source.line();
    return line == 0 || line <= lines.length && source.column() <= lines[line - 1].length() + 1;
  }

  @Test
  void takesUrlsOutOfSpoiltStyleSheetsFromWhereTheyStand() {
    each(
        "style sheets",
        new Mutations(HtmlSamples.STYLES, HtmlSamples.STYLE_PIECES, SEED),
        css -> {
          int[] last = {-1};
          StyleSheet.urls(
              css,
              (url, offset) -> {
                assertTrue(offset > last[0] && offset < css.length(), "offset " + offset);
                if (url.indexOf('\ufffd') < 0 && css.indexOf('\\') < 0) {
                  assertTrue(css.startsWith(url, offset), url);
                }
                last[0] = offset;
              });
        });
  }

  @Test
  void splitsSpoiltSetsOfPicturesByTheStepsOfTheStandard() {
    each(
        "srcset",
        new Mutations(HtmlSamples.SETS, HtmlSamples.SET_PIECES, SEED),
        set -> {
          List<String> urls = new ArrayList<>();
          SrcSet.split(set, urls::add);
          assertEquals(Standard.srcset(set), urls);
        });
  }

  @Test
  void readsSpoiltRefreshesByTheStepsOfTheStandard() {
    each(
        "refresh",
        new Mutations(HtmlSamples.REFRESHES, HtmlSamples.REFRESH_PIECES, SEED),
        content -> assertEquals(Standard.refresh(content), MetaRefresh.url(content)));
  }

  @Test
  void readsAgainWhatItWroteOfSpoiltUrls() {
    WebAddress base = WebAddress.parse("https://www.example.go.th/oit/2567/o14/?v=1");
    each(
        "URLs",
        new Mutations(UrlSamples.GOOD, UrlSamples.PIECES, SEED),
        raw -> {
          WebAddress address = WebAddress.parse(raw, base);
          if (address.fault() == null && address.isWeb()) {
            String written = address.toString();
            assertTrue(written.chars().allMatch(c -> c > ' ' && c < 127), written);
            assertEquals(written, WebAddress.parse(written, base).toString());
          }
        });
  }

  @Test
  void judgesSpoiltUrlsTheSameWayTwice() throws IOException {
    SiteTree.write(
        folder,
        """
        -- index.html --
        <p id=list>
        -- oit/index.html --
        <p id=part-2><p id=ก>
        -- oit/แผน ๒๕๖๗.pdf --
        -- Plan.pdf --
        -- a/b/c.html --
        """);
    LinkCheckRequest request =
        LinkCheckRequest.of(folder)
            .baseUrl("https://www.example.go.th/")
            .aliases(List.of("อบต.ไทย"));
    LinkCheckResult one = LinkCheck.run(request);
    LinkCheckResult other = LinkCheck.run(request);
    each(
        "judged URLs",
        new Mutations(UrlSamples.GOOD, UrlSamples.PIECES, SEED + 1),
        raw -> {
          Resolution first = one.resolve("oit/index.html", raw);
          assertEquals(first, one.resolve("oit/index.html", raw));
          assertEquals(first, other.resolve("oit/index.html", raw));
          if (first.problem() != null) {
            assertEquals(raw, first.problem().target());
          }
        });
  }

  /** Gives every input to a check, and holds it to its time. */
  private static void each(String what, Mutations inputs, Consumer<String> check) {
    long begin = System.nanoTime();
    for (int i = 0; i < COUNT; i++) {
      String input = inputs.next();
      long start = System.nanoTime();
      try {
        check.accept(input);
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        throw new AssertionError("seed " + SEED + ", no. " + i + ": " + shown(input), e);
      }
      inTime(start, what + " no. " + i, () -> shown(input));
    }
    report(what, COUNT, begin, "");
  }

  private static void inTime(long start, String what, Supplier<String> input) {
    if (System.nanoTime() - start > LONGEST.toNanos()) {
      throw new AssertionError(what + " took longer than " + LONGEST + ": " + input.get());
    }
  }

  private static String read(Path file) {
    try {
      return shown(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** As a Java text, so that it can be made a test. */
  private static String shown(String input) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < input.length(); i++) {
      char c = input.charAt(i);
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

  private static synchronized void report(String what, int count, long start, String more) {
    REPORT.add(
        String.format(
            Locale.ROOT,
            "fuzz: %,d %s, seed %d, %.1f s %s",
            count,
            what,
            SEED,
            (System.nanoTime() - start) / 1e9,
            more));
  }

  /** The steps of the HTML standard, word for word and as slow as they are: a second opinion. */
  private static final class Standard {
    private Standard() {}

    private static boolean isSpace(char c) {
      return " \t\n\f\r".indexOf(c) >= 0;
    }

    /** "Parse a srcset attribute", without the judgement of descriptors. */
    static List<String> srcset(String input) {
      List<String> urls = new ArrayList<>();
      int position = 0;
      while (true) {
        while (position < input.length()
            && (isSpace(input.charAt(position)) || input.charAt(position) == ',')) {
          position++;
        }
        if (position >= input.length()) {
          return urls;
        }
        StringBuilder url = new StringBuilder();
        while (position < input.length() && !isSpace(input.charAt(position))) {
          url.append(input.charAt(position++));
        }
        if (url.charAt(url.length() - 1) == ',') {
          while (url.length() > 0 && url.charAt(url.length() - 1) == ',') {
            url.setLength(url.length() - 1);
          }
        } else {
          while (position < input.length() && isSpace(input.charAt(position))) {
            position++;
          }
          String state = "in descriptor";
          boolean done = false;
          while (!done && position < input.length()) {
            char c = input.charAt(position);
            switch (state) {
              case "in descriptor" -> {
                if (isSpace(c)) {
                  state = "after descriptor";
                } else if (c == ',') {
                  done = true;
                } else if (c == '(') {
                  state = "in parens";
                }
                position++;
              }
              case "in parens" -> {
                if (c == ')') {
                  state = "in descriptor";
                }
                position++;
              }
              default -> {
                if (isSpace(c)) {
                  position++;
                } else {
                  state = "in descriptor";
                }
              }
            }
          }
        }
        urls.add(url.toString());
      }
    }

    /** "Shared declarative refresh steps", up to the URL; null where there is none. */
    static String refresh(String input) {
      int position = 0;
      while (position < input.length() && isSpace(input.charAt(position))) {
        position++;
      }
      int digits = position;
      while (position < input.length() && "0123456789".indexOf(input.charAt(position)) >= 0) {
        position++;
      }
      if (position == digits && (position >= input.length() || input.charAt(position) != '.')) {
        return null;
      }
      while (position < input.length() && "0123456789.".indexOf(input.charAt(position)) >= 0) {
        position++;
      }
      if (position >= input.length()) {
        return null;
      }
      if (";,".indexOf(input.charAt(position)) < 0 && !isSpace(input.charAt(position))) {
        return null;
      }
      while (position < input.length() && isSpace(input.charAt(position))) {
        position++;
      }
      if (position < input.length() && ";,".indexOf(input.charAt(position)) >= 0) {
        position++;
      }
      while (position < input.length() && isSpace(input.charAt(position))) {
        position++;
      }
      if (position >= input.length()) {
        return null;
      }
      String url = input.substring(position);
      for (String letter : List.of("u", "r", "l")) {
        if (position >= input.length()
            || !input.substring(position, position + 1).toLowerCase(Locale.ROOT).equals(letter)) {
          return letter.equals("u") ? unquoted(input, position) : url;
        }
        position++;
      }
      while (position < input.length() && isSpace(input.charAt(position))) {
        position++;
      }
      if (position >= input.length() || input.charAt(position) != '=') {
        return url;
      }
      position++;
      while (position < input.length() && isSpace(input.charAt(position))) {
        position++;
      }
      return unquoted(input, position);
    }

    private static String unquoted(String input, int from) {
      if (from >= input.length() || "'\"".indexOf(input.charAt(from)) < 0) {
        return input.substring(from);
      }
      int close = input.indexOf(input.charAt(from), from + 1);
      return input.substring(from + 1, close < 0 ? input.length() : close);
    }
  }
}
