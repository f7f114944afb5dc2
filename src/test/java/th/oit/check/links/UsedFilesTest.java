package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Source;

class UsedFilesTest {
  @TempDir Path root;

  @Test
  void judgesTheLinksInPicturesWhereTheyStand() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <img src=img/map.svg alt><p id=here>
            -- img/map.svg --
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
              <style><![CDATA[ @import "none.css"; .a { fill: url(#g) } ]]></style>
              <linearGradient id="g"/><use href="#g"/>
              <image xlink:href="none.png"/><image href="there.png"/>
              <a href="../index.html#here">1</a><a href="../index.html#nowhere">2</a>
              <a href="https://example.org/">3</a>
              <rect style="fill:url(pattern.svg#p)"/>
            </svg>
            -- img/there.png --
            -- img/plain.svg --
            <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>
            """);
    assertEquals(
        List.of(
            "none.css img/map.svg:2:29",
            "none.png img/map.svg:4:10",
            "../index.html#nowhere img/map.svg:5:40",
            "pattern.svg#p img/map.svg:7:9"),
        places(result));
    assertEquals(1, result.pages());
    assertEquals(List.of("img/map.svg"), pages(result.externals()));
    assertEquals(true, result.externals().get(0).followed());
  }

  @Test
  void readsTheStyleSheetsThatAPictureImports() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- p.svg --
            <svg xmlns="http://www.w3.org/2000/svg"><style>@import "css/a.css";</style></svg>
            -- css/a.css --
            p { background: url(none.png) }
            """);
    assertEquals(List.of("none.png css/a.css:1:21"), places(result));
  }

  @Test
  void judgesTheManifestOfAnApp() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <link rel=manifest href=app/site.webmanifest>
            -- app/site.webmanifest --
            {"start_url": "../",
             "icons": [{"src": "none.png"}]}
            -- other.webmanifest --
            {"start_url": "none.html"}
            """);
    assertEquals(List.of("none.png app/site.webmanifest:2:21"), places(result));
    assertEquals(3, result.links());
  }

  @Test
  void passesOverInEveryFileWhatAPatternMatchesAsWritten() throws IOException {
    SiteTree.write(
        root,
        """
        -- index.html --
        <link rel=stylesheet href=s.css><img srcset="skip.png 1x, skip%zz.png 2x" alt>
        <script type=application/ld+json>
        {"@context": "https://schema.org", "url": "https://skip.example.org/", "logo": "skip.png"}
        </script>
        -- s.css --
        @import "https://skip.example.org/a.css"; p { background: url(skip.png) }
        -- p.svg --
        <svg xmlns="http://www.w3.org/2000/svg"><image href="skip.png"/><a href="http://skip:x/"/></svg>
        """);
    LinkCheckResult result = LinkCheck.run(request().ignore(List.of(Pattern.compile("skip"))));
    assertEquals(List.of(), places(result));
    assertEquals(List.of(), result.externals());
  }

  @Test
  void readsTheFilesOfOnePageAlone() throws IOException {
    SiteTree.write(
        root,
        """
        -- a.html --
        <link rel=stylesheet href=a.css><img src=a.svg alt>
        -- b.html --
        <link rel=stylesheet href=b.css>
        -- a.css --
        p { background: url(none-a.png) }
        -- a.svg --
        <svg xmlns="http://www.w3.org/2000/svg"><image href="none-s.png"/></svg>
        -- b.css --
        p { background: url(none-b.png) }
        -- b.svg --
        <svg xmlns="http://www.w3.org/2000/svg"><image href="none-t.png"/></svg>
        -- CON.txt --
        """);
    LinkCheckResult result = LinkCheck.run(request().only(root.resolve("a.html")));
    assertEquals(
        List.of("none-a.png", "none-s.png"),
        result.findings().stream().map(Finding::target).toList());
  }

  @Test
  void namesTheSourceOfAPictureByItsOwnLines() throws IOException {
    SiteTree.write(
        root,
        """
        -- index.html --
        -- p.svg --
        <svg xmlns="http://www.w3.org/2000/svg">
        <image href="none.png"/></svg>
        """);
    Origins origins =
        (page, key, occurrence) ->
            page.equals("p.svg") && key.equals(Origins.page())
                ? Optional.of(Source.of("content/images/p.svg"))
                : Optional.empty();
    assertEquals(
        List.of("none.png content/images/p.svg:2:8"),
        places(LinkCheck.run(request().origins(origins))));
  }

  @Test
  void showsTheLineOfWhatItFinds() throws IOException {
    SiteTree.write(
        root,
        "-- index.html --\n<p>ก</p>\r\n<p>ดู <a href=none.pdf>แผน</a></p>\r\n"
            + "<link rel=stylesheet href=s.css>"
            + "<p>"
            + "ข".repeat(5_000)
            + "<a href=far.pdf></a>"
            + "ค".repeat(5_000)
            + "\n-- s.css --\n/* a */\n p { background: url(none.png) }\n");
    List<Finding> findings = LinkCheck.run(request()).findings();
    Finding near = findings.get(0);
    assertEquals("<p>ดู <a href=none.pdf>แผน</a></p>", near.excerpt());
    assertEquals("href=none.pdf", near.excerpt().substring(near.caret() - 1, near.caret() + 12));
    Finding far = findings.get(1);
    assertEquals("…", far.excerpt().substring(0, 1));
    assertEquals("href=far.pdf", far.excerpt().substring(far.caret() - 1, far.caret() + 11));
    assertEquals(true, far.excerpt().length() < 300);
  }

  private LinkCheckRequest request() {
    return LinkCheckRequest.of(root)
        .baseUrl("https://www.example.go.th/")
        .positionsInOutput(true)
        .jobs(2);
  }

  private LinkCheckResult check(String tree) throws IOException {
    SiteTree.write(root, tree);
    return LinkCheck.run(request());
  }

  private static List<String> places(LinkCheckResult result) {
    return result.findings().stream().map(f -> f.target() + " " + f.source()).toList();
  }

  private static List<String> pages(List<ExternalLink> links) {
    return links.stream().map(ExternalLink::page).toList();
  }
}
