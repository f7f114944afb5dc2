package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.check.links.Resolution.Kind;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Severity;
import th.oit.finding.Source;

class LinkCheckTest {
  private static final String SITE = "https://www.example.go.th/";

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='none.pdf'>",
        "<map name=m><area href=none.pdf></map>",
        "<link rel=stylesheet href=none.css>",
        "<link rel=icon href=none.png>",
        "<link rel=preload as=image imagesrcset='none.png 2x'>",
        "<link rel=canonical href='https://example.go.th/none/'>",
        "<script src=none.js></script>",
        "<img src=none.png alt>",
        "<img srcset='none.png 1x' alt>",
        "<img src='data:,x' longdesc=none.html alt>",
        "<picture><source srcset='none.webp, data:,x'><img src='data:,x' alt></picture>",
        "<video src=none.mp4></video>",
        "<video poster=none.jpg></video>",
        "<video><source src=none.mp4></video>",
        "<audio src=none.mp3></audio>",
        "<video><track src=none.vtt></video>",
        "<iframe src=none.html></iframe>",
        "<embed src=none.swf>",
        "<object data=none.pdf></object>",
        "<form action=none.php></form>",
        "<button formaction=none.php></button>",
        "<input formaction=none.php>",
        "<input type=image src=none.png>",
        "<q cite=none.html></q>",
        "<blockquote cite=none.html></blockquote>",
        "<del cite=none.html></del>",
        "<ins cite=none.html></ins>",
        "<table background=none.png></table>",
        "<meta http-equiv=refresh content='0; url=none.html'>",
        "<meta property=og:image content=none.png>",
        "<meta name=twitter:image content=none.png>",
        "<meta property=og:url content='http://example.go.th/none/'>",
        "<meta property=og:video:url content=none.mp4>",
        "<meta property=og:audio content=none.mp3>",
        "<meta name=twitter:player content=none.html>",
        "<meta itemprop=image content=none.png>",
        "<link rel=manifest href=none.webmanifest>",
        "<svg><use href='none.svg#a'/></svg>",
        "<svg><image xlink:href=none.png /></svg>",
        "<svg><a xlink:href=none.html></a></svg>",
        "<svg><script href=none.js></script></svg>",
        "<script type=application/ld+json>{\"@context\":\"https://schema.org\","
            + "\"logo\":\"none.png\"}</script>",
        "<style>p{background:url(none.png)}</style>",
        "<style>@import 'none.css';</style>",
        "<p style='background:url(none.png)'>",
        "<noscript><img src=none.png alt></noscript>"
      })
  void findsABrokenLinkWhereverHtmlCanHoldOne(String html) throws IOException {
    List<Finding> findings = check("-- index.html --\n<body>" + html).findings();
    assertEquals(1, findings.size(), html);
    assertEquals("link/not-found", findings.get(0).rule().id());
    assertEquals("index.html", findings.get(0).page());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<template><a href=none.pdf></template>",
        "<head><noscript><link rel=stylesheet href=none.css></noscript></head>",
        "<link rel=dns-prefetch href=//none.example.org><link rel=preconnect href=none>",
        "<img src='data:image/png;base64,AAAA' alt>",
        "<a href='javascript:void(0)'>",
        "<iframe src='about:blank'></iframe>",
        "<a href='blob:none'>",
        "<a href='line://ti/p/none'>",
        "<a href=none.pdf data-oit-ignore>",
        "<div data-oit-ignore><p><a href=none.pdf></p></div>",
        "<textarea><a href=none.pdf></textarea>",
        "<!-- <a href=none.pdf> -->",
        "<script href=none.js></script>",
        "<style data-oit-ignore>p{background:url(none.png)}</style>",
        "<p data-oit-ignore style='background:url(none.png)'>",
        "<img data-oit-ignore srcset='none.png 2x' alt>",
        "<meta data-oit-ignore property=og:image content=none.png>",
        "<script type=application/ld+json data-oit-ignore>{\"@context\":\"https://schema.org\","
            + "\"logo\":\"none.png\"}</script>",
        "<meta name=twitter:site content=none><meta property=og:title content=none.png>",
        "<svg><rect fill='url(#none)' style='filter:url(#none)'/></svg>",
        "<a id=place>",
        "<a name=place>",
        "<a aria-current=page>",
        "<img data-src=later.png alt>",
        "<form action=''></form>",
        "<iframe srcdoc='x' src=''></iframe>",
        "<a href='#place'><p id=place>",
        "<a href='#top'>",
        "<a href='#TOP'>",
        "<a href='?print#'>",
        "<a href='#place:~:text=แผน'><p id=place>",
        "<a href='#:~:text=แผน'>"
      })
  void passesOverWhatIsNoLinkOrIsRight(String html) throws IOException {
    assertEquals(List.of(), check("-- index.html --\n" + html).findings());
  }

  @Test
  void judgesWhatFollowsAnIgnoredElement() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <div><p data-oit-ignore><a href=a.pdf></a></p><a href=b.pdf></a></div><a href=c.pdf></a>
            """);
    assertEquals(
        List.of("b.pdf", "c.pdf"), result.findings().stream().map(Finding::target).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "plan.pdf, oit/o1/plan.pdf",
    "./plan.pdf?download=1#page=3, oit/o1/plan.pdf",
    "'', oit/o1/index.html",
    "?print, oit/o1/index.html",
    "#list, oit/o1/index.html",
    "../, oit/index.html",
    "../o1, oit/o1/index.html",
    "/, index.html",
    "../../?x, index.html",
    "/index.html, index.html",
    "/old/, old/index.htm",
    "https://www.example.go.th/oit/, oit/index.html",
    "http://example.go.th/oit/, oit/index.html",
    "//EXAMPLE.go.th:443/oit/, oit/index.html",
    "https://อบต-ตัวอย่าง.ไทย/oit/, oit/index.html",
    "http://www.อบต-ตัวอย่าง.ไทย/oit/, oit/index.html",
    "https://xn----6wf4bbw5c8a5bf2bo7x.xn--o3cw4h/, index.html",
    "/files/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf, files/แผน.pdf",
    "/files/แผน.pdf, files/แผน.pdf",
    "/files/%e0%b9%81ผน.pdf, files/แผน.pdf",
    "/files/a%20b.pdf, files/a b.pdf",
    "/files/a b.pdf, files/a b.pdf",
    "/files/a%2520b.pdf, files/a%20b.pdf",
    "/files/100%.pdf, files/100%.pdf",
    "/files/a+b.pdf, files/a+b.pdf",
    "/files/[1].pdf, files/[1].pdf",
    "'\\files\\a+b.pdf', files/a+b.pdf",
    "' plan.pdf ', oit/o1/plan.pdf"
  })
  void findsTheFileThatTheHostWouldSend(String raw, String file) throws IOException {
    SiteTree.write(
        root,
        """
        -- index.html --
        -- oit/index.html --
        -- oit/o1/index.html --
        <p id=list>
        -- oit/o1/plan.pdf --
        -- old/index.htm --
        -- files/แผน.pdf --
        -- files/a b.pdf --
        -- files/a%20b.pdf --
        -- files/100%.pdf --
        -- files/a+b.pdf --
        -- files/[1].pdf --
        """);
    LinkCheckResult result = LinkCheck.run(request().aliases(List.of("อบต-ตัวอย่าง.ไทย")));
    Resolution resolution = result.resolve("oit/o1/index.html", raw);
    assertTrue(resolution.isFound(), () -> raw + ": " + resolution);
    assertEquals(file, resolution.path());
  }

  @ParameterizedTest
  @CsvSource({
    "none.pdf, link/not-found",
    "plan.pdf/, link/not-found",
    "/files/, link/not-found",
    "/files, link/not-found",
    "/files%2Fplan.pdf, link/not-found",
    "/oit//o1/, link/not-found",
    "/oit/o1/index.htm, link/not-found",
    "PLAN.pdf, link/case",
    "/OIT/o1/, link/case",
    "'plan.pdf\u200b', link/case",
    "#none, link/no-fragment",
    "#List, link/no-fragment",
    "/oit/o1/#none, link/no-fragment",
    "/oit/#%, link/no-fragment",
    "https://, link/malformed",
    "https://example.go.th:x/, link/malformed",
    "https://https://example.org/, link/malformed",
    "htpps://example.org/, link/malformed",
    "../../../oit/o1/, link/outside-site",
    "/../index.html, link/outside-site",
    "'C:\\Users\\แผน.pdf', link/local-path",
    "d:/แผน.pdf, link/local-path",
    "file:///C:/แผน.pdf, link/local-path",
    "'\\\\server\\share\\แผน.pdf', link/local-path",
    "http://localhost:8080/, link/local-path",
    "http://127.1.2.3/, link/local-path",
    "http://10.0.0.5/a, link/local-path",
    "http://192.168.1.10/a, link/local-path",
    "http://172.16.0.1/, link/local-path",
    "http://172.31.255.255/, link/local-path",
    "http://[::1]/, link/local-path",
    "http://fileserver/plan.pdf, link/local-path",
    "http://nas.local/, link/local-path",
    "/files/~$plan.docx, link/local-path",
    "mailto:saraban, link/mailto",
    "tel:๐๒๑, link/tel"
  })
  void namesTheRuleThatALinkBreaks(String raw, String rule) throws IOException {
    SiteTree.write(
        root,
        """
        -- index.html --
        -- oit/index.html --
        -- oit/o1/index.html --
        <p id=list>
        -- oit/o1/plan.pdf --
        -- files/plan.pdf --
        -- files/~$plan.docx --
        """);
    Resolution resolution = LinkCheck.run(request()).resolve("oit/o1/index.html", raw);
    assertFalse(resolution.isFound());
    assertEquals(rule, resolution.problem().rule().id(), raw);
    assertEquals(raw, resolution.problem().target());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/x",
        "//example.org/",
        "http://172.32.0.1/",
        "http://11.0.0.1/",
        "https://sub.example.go.th/",
        "https://www.example.go.th:8443/",
        "https://10.go.th/"
      })
  void takesOtherHostsForExternal(String raw) throws IOException {
    LinkCheckResult result = check("-- index.html --\n<a href='" + raw + "'>");
    assertEquals(Kind.EXTERNAL, result.resolve("index.html", raw).kind());
    assertEquals(1, result.externals().size());
    assertEquals(List.of(), result.findings());
  }

  @Test
  void gathersExternalLinksInOrderWithTheirUse() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- a.html --
            <a href=https://example.org/x#y>1</a><img src=https://example.org/p.png alt>
            <a href=https://example.org/x#y>2</a>
            -- b.html --
            <a href=//อบต.ไทย/>3</a>
            """);
    List<ExternalLink> externals = result.externals();
    assertEquals(4, externals.size());
    assertEquals("https://example.org/x", externals.get(0).address().withoutFragment().toString());
    assertTrue(externals.get(0).followed());
    assertFalse(externals.get(1).followed());
    assertEquals(1, externals.get(2).occurrence());
    assertEquals("b.html", externals.get(3).page());
    assertEquals("https://xn--m3cj0d.xn--o3cw4h/", externals.get(3).address().toString());
  }

  @Test
  void knowsNoHostOfItsOwnWithoutABaseUrl() throws IOException {
    SiteTree.write(root, "-- index.html --\n<a href=https://www.example.go.th/x><a href=/y>");
    LinkCheckResult result = LinkCheck.run(LinkCheckRequest.of(root));
    assertEquals(1, result.externals().size());
    assertEquals(List.of("/y"), result.findings().stream().map(Finding::target).toList());
  }

  @Test
  void resolvesBelowThePathWhereTheSiteIsServed() throws IOException {
    SiteTree.write(root, "-- index.html --\n-- a/b.html --\n");
    LinkCheckResult result =
        LinkCheck.run(LinkCheckRequest.of(root).baseUrl("https://www.example.go.th/oit"));
    assertEquals("a/b.html", result.resolve("index.html", "/oit/a/b.html").path());
    assertEquals("index.html", result.resolve("a/b.html", "/oit").path());
    assertEquals("index.html", result.resolve("a/b.html", "..").path());
    assertEquals("a/b.html", result.resolve("a/b.html", "../../oit/a/b.html").path());
    assertEquals(Kind.EXTERNAL, result.resolve("a/b.html", "/news/").kind());
    assertEquals(Kind.EXTERNAL, result.resolve("a/b.html", "https://example.go.th/").kind());
    assertEquals(
        "link/outside-site", result.resolve("a/b.html", "../../news/").problem().rule().id());
  }

  @Test
  void resolvesEverythingAgainstTheFirstBaseWithAnAddress() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <base target=_top><base href=/oit/><base href=/none/>
            <a href=o1.html>1</a><a href=#list>2</a><a href=?x>3</a><form action=o1.html></form>
            <a href=#here>4</a><p id=here>
            -- oit/index.html --
            <p id=list>
            -- oit/o1.html --
            """);
    // A place on this very page is not reached any more: the browser looks for it on the base.
    assertEquals(List.of("#here"), result.findings().stream().map(Finding::target).toList());
    assertEquals("oit/o1.html", result.resolve("index.html", "o1.html").path());
  }

  @Test
  void takesEverythingForExternalBehindAnExternalBase() throws IOException {
    LinkCheckResult result =
        check(
            "-- index.html --\n<base href=https://example.org/x/><a href=a.pdf><img src=/b.png alt>");
    assertEquals(
        List.of("https://example.org/x/a.pdf", "https://example.org/b.png"),
        result.externals().stream().map(link -> link.address().toString()).toList());
  }

  @Test
  void passesOverABaseThatIsNoUrl() throws IOException {
    assertEquals(
        List.of(),
        check("-- index.html --\n<base href='https://'><a href=a.pdf>\n-- a.pdf --\n").findings());
  }

  @Test
  void looksForAPlaceAsWrittenAndThenDecoded() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <a href=/p/#หัวข้อ>1</a><a href=/p/#%E0%B8%AB%E0%B8%B1%E0%B8%A7%E0%B8%82%E0%B9%89%E0%B8%AD>2</a>
            <a href=/p/#a%20b>3</a><a href='/p/#a b'>4</a><a href=/p/#x%2Fy>5</a><a href=/p/#named>6</a>
            <a href=/p/#input>7</a><a href=/p/#100%25>8</a><a href=/p/#inside>9</a>
            -- p/index.html --
            <p id=หัวข้อ><p id="a b"><p id="x/y"><a name=named></a><input name=input><p id="100%25">
            <template><p id=inside></p></template>
            """);
    assertEquals(
        List.of("/p/#input", "/p/#inside"),
        result.findings().stream().map(Finding::target).toList());
  }

  @Test
  void namesTheNearestPlaceOrSomeThatThereAre() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <a href=p.html#procuremnt>1</a><a href=p.html#zzzzzz>2</a><a href=q.html#x>3</a>
            -- p.html --
            <p id=procurement><p id=budget>
            -- q.html --
            """);
    List<String> hints = result.findings().stream().map(f -> f.hint().en()).toList();
    assertEquals("the nearest on that page is “#procurement”; every letter counts", hints.get(0));
    assertEquals("that page has: #procurement, #budget", hints.get(1));
    assertEquals(
        "that page has no place to link to: drop the # and what follows, or add an id there",
        hints.get(2));
  }

  @Test
  void saysInThaiWhatToDoAboutAnotherLetterCase() throws IOException {
    Finding finding =
        check("-- index.html --\n<a href=Files/plan.pdf>\n-- files/Plan.pdf --\n")
            .findings()
            .get(0);
    assertEquals(
        "ไม่พบ “/Files/plan.pdf” ชื่อจริงคือ “/files/Plan.pdf” (ตัวพิมพ์เล็ก-ใหญ่ต่างกัน)",
        finding.message().th());
    assertTrue(finding.hint().th().contains("แก้ลิงก์ให้ตรงทุกตัวอักษรเป็น “/files/Plan.pdf”"));
  }

  @Test
  void tellsADecomposedNameFromAComposedOne() throws IOException {
    Finding finding =
        check("-- index.html --\n<a href='cafe\u0301.pdf'>\n-- caf\u00e9.pdf --\n")
            .findings()
            .get(0);
    assertEquals("link/case", finding.rule().id());
    Finding thai =
        check("-- index.html --\n<a href='กําลัง.pdf'>\n-- กำลัง.pdf --\n").findings().get(0);
    assertEquals("link/case", thai.rule().id());
    assertTrue(thai.message().th().contains("รหัสอักขระต่างกัน"));
  }

  @Test
  void namesTheHiddenCharacter() throws IOException {
    Finding finding =
        check("-- index.html --\n<a href='plan\u200b.pdf'>\n-- plan.pdf --\n").findings().get(0);
    assertTrue(finding.message().th().contains("อักขระที่มองไม่เห็น U+200B"));
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.org/x, 'if another site is meant, write https://www.example.org/x'",
    "http//example.org/x, 'if another site is meant, write http://example.org/x'",
    "saraban@example.go.th, 'if an e-mail address is meant, write mailto:saraban@example.go.th'",
    "empty/, 'the folder is there, but holds no index.html; link to a file in it'",
    "planns.pdf, 'if “/plans.pdf” is meant, write that'",
    "files/plans.pdf, 'point the link at “/plans.pdf”'"
  })
  void guessesWhatWasMeant(String raw, String hint) throws IOException {
    Finding finding =
        check("-- index.html --\n<a href='" + raw + "'>\n-- plans.pdf --\n-- empty/x.txt --\n")
            .findings()
            .get(0);
    assertEquals(hint, finding.hint().en());
  }

  @Test
  void weighsEmptyLinksByWhatTheyAreFor() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <a>1</a><a href>2</a><a href=" ">3</a><a href="#">4</a>
            <img alt><img src="" alt><script src=""></script><link rel=stylesheet href="">
            <link rel=stylesheet><iframe src=""></iframe>
            """);
    List<Finding> findings = result.findings();
    assertEquals(10, findings.size());
    assertTrue(findings.stream().allMatch(f -> f.rule().id().equals("link/empty")));
    assertEquals(
        List.of(
            Severity.WARNING,
            Severity.WARNING,
            Severity.WARNING,
            Severity.WARNING,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR),
        findings.stream().map(Finding::severity).toList());
  }

  @Test
  void warnsOfAnIdThatStandsTwice() throws IOException {
    List<Finding> findings =
        check("-- index.html --\n<p id=a><p id=b><p id=a><a name=b></a><a href=#a>x</a>")
            .findings();
    assertEquals(1, findings.size());
    assertEquals("link/duplicate-id", findings.get(0).rule().id());
    assertEquals(Severity.WARNING, findings.get(0).severity());
    assertEquals("a", findings.get(0).target());
  }

  @Test
  void wantsTheImageMapThatAPictureNames() throws IOException {
    List<Finding> findings =
        check(
                """
                -- index.html --
                <img src=data:,x usemap=#there alt><img src=data:,x usemap=#none alt>
                <map name=there></map>
                """)
            .findings();
    assertEquals(List.of("#none"), findings.stream().map(Finding::target).toList());
    assertEquals("link/no-fragment", findings.get(0).rule().id());
  }

  @Test
  void readsEachStyleSheetOnceAndResolvesAgainstIt() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <link rel=stylesheet href=css/site.css>
            -- a.html --
            <link rel=stylesheet href=/css/site.css>
            -- css/site.css --
            @import "more/print.css";
            body { background: url(../images/seal.svg#a) }
            p { background: url(
              none.png) url(https://example.org/x.png) }
            -- css/more/print.css --
            @import "../site.css";
            @font-face { src: url(none.woff2?#iefix) }
            -- css/unused.css --
            p { background: url(never.png) }
            -- images/seal.svg --
            """);
    assertEquals(
        List.of("css/site.css none.png", "css/more/print.css none.woff2?#iefix"),
        result.findings().stream().map(f -> f.page() + " " + f.target()).toList());
    assertEquals(1, result.externals().size());
    assertEquals(2 + 4 + 2, result.links());
    LinkCheckResult placed = LinkCheck.run(request().positionsInOutput(true));
    assertEquals(new Source("css/site.css", 4, 3), placed.findings().get(0).source());
  }

  @Test
  void passesOverWhatAPatternMatchesAsWritten() throws IOException {
    SiteTree.write(
        root,
        """
        -- index.html --
        <a href=old/a.pdf>1</a><a href=https://example.org/>2</a><a href=#>3</a><a href=p.html>4</a>
        -- p.html --
        """);
    LinkCheckResult result =
        LinkCheck.run(
            request()
                .ignore(
                    List.of(
                        Pattern.compile("^old/"),
                        Pattern.compile("example\\.org"),
                        Pattern.compile("^#$"),
                        Pattern.compile("p\\.html"))));
    assertEquals(List.of(), result.findings());
    assertEquals(List.of(), result.externals());
    // Nobody is to hear of the link, but a person can still follow it.
    assertEquals(List.of("p.html"), result.targets("index.html"));
  }

  @Test
  void knowsWhichPagesAPersonCanGoTo() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.html --
            <link rel=alternate href=feed.html><a href=b/>1</a><a href=a.html#x>2</a>
            <iframe src=c.html></iframe><a href=none.html>3</a><a href=d.pdf>4</a>
            <meta http-equiv=refresh content="5; url=e.html">
            -- a.html --
            <p id=x>
            -- b/index.html --
            -- c.html --
            -- d.pdf --
            -- e.html --
            -- feed.html --
            """);
    assertEquals(List.of("a.html", "b/index.html", "e.html"), result.targets("index.html"));
    assertEquals(List.of(), result.targets("d.pdf"));
    assertEquals(Set.of("x"), result.ids("a.html"));
  }

  @Test
  void answersForPlacesOnAnyPageAfterwards() throws IOException {
    LinkCheckResult result =
        check("-- a/index.html --\n<p id=here>\n-- b.html --\n<p id=there>\n-- a/plan.pdf --\n");
    assertEquals("here", result.resolve("a/index.html", "#here").fragment());
    assertTrue(result.resolve("a/index.html", "../b.html#there").isFound());
    Resolution wrong = result.resolve("a/index.html", "../b.html#here");
    assertEquals("b.html", wrong.path());
    assertEquals("link/no-fragment", wrong.problem().rule().id());
    assertNull(result.resolve("a/index.html", "plan.pdf#page=2").fragment());
  }

  @Test
  void namesTheSourceOfEachOccurrence() throws IOException {
    SiteTree.write(
        root,
        "-- index.html --\n<a href=x.pdf>1</a><a href=y>2</a><a href=x.pdf>3</a><p id=a><p id=a>");
    Origins origins =
        (page, key, occurrence) ->
            key.equals(Origins.link("x.pdf"))
                ? Optional.of(new Source("content/index.md", 10 + occurrence, 3))
                : key.equals(Origins.page())
                    ? Optional.of(Source.of("content/index.md"))
                    : Optional.empty();
    List<Finding> findings = LinkCheck.run(request().origins(origins)).findings();
    assertEquals("content/index.md:10:3", findings.get(0).source().toString());
    assertNull(findings.get(1).source());
    assertEquals("content/index.md:11:3", findings.get(2).source().toString());
    assertEquals("content/index.md", findings.get(3).source().toString());
  }

  @Test
  void namesLineAndColumnOfThePageWhenAsked() throws IOException {
    SiteTree.write(
        root,
        """
        -- index.html --
        \uFEFF<!doctype html><title>ก</title>
        <p id=a>ข้อความ <a class=x
           href="x.pdf">1</a> <a href='p.html#none'>2</a>
        <a>3</a><p id=a>
        <style>
          p { background: url(none.png) }
        </style>
        <p style="color:red;background:url(none.gif)">
        <img srcset="a.png 1x, b.png 2x" alt>
        -- p.html --
        """);
    List<Finding> findings = LinkCheck.run(request().positionsInOutput(true)).findings();
    assertEquals(
        List.of(
            "x.pdf index.html:3:4",
            "null index.html:4:1",
            "none.png index.html:6:23",
            "none.gif index.html:8:4",
            "a.png index.html:9:6",
            "b.png index.html:9:6",
            "a index.html:4:12",
            "p.html#none index.html:3:26"),
        findings.stream().map(f -> f.target() + " " + f.source()).toList());
  }

  @Test
  void readsThePagesOfAThaiWindowsByTheirCharset() throws IOException {
    for (String declared :
        List.of(
            "<meta charset=windows-874>",
            "<meta http-equiv=Content-Type content='text/html; charset=TIS-620'>",
            "<!-- <meta charset=utf-8> --><META CHARSET='iso-8859-11'>")) {
      SiteTree.write(
          root,
          "-- index.html --\n<head>"
              + declared
              + "</head><a href='แผน.pdf'>1</a><a href='แผ่น.pdf#ก'>2</a>",
          Charset.forName("windows-874"));
      SiteTree.write(root, "-- แผน.pdf --\n");
      assertEquals(
          List.of("แผ่น.pdf#ก"),
          LinkCheck.run(request()).findings().stream().map(Finding::target).toList());
    }
  }

  @Test
  void readsPagesWithAByteOrderMarkAndUtf8WithoutADeclaration() throws IOException {
    SiteTree.write(root, "-- แผน.pdf --\n-- a.html --\n<a href=แผน.pdf>\n");
    SiteTree.write(root, "-- b.html --\n\uFEFF<a href=แผน.pdf>\n", StandardCharsets.UTF_16LE);
    SiteTree.write(root, "-- c.html --\n\uFEFF<meta charset=windows-874><a href=แผน.pdf>\n");
    assertEquals(List.of(), LinkCheck.run(request()).findings());
  }

  @Test
  void readsXhtmlByTheRulesOfXml() throws IOException {
    LinkCheckResult result =
        check(
            """
            -- index.xhtml --
            <?xml version="1.0" encoding="UTF-8"?>
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>
            <body><a href="none.pdf"/><style>p{background:url(none.png)}</style></body></html>
            -- a.js --
            """);
    assertEquals(
        List.of("none.pdf", "none.png"), result.findings().stream().map(Finding::target).toList());
  }

  @Test
  void judgesOnePageAloneAgainstTheWholeTree() throws IOException {
    SiteTree.write(
        root,
        """
        -- a/index.html --
        <a href=/b.html#x>1</a><a href=/b.html#y>2</a><a href=none.pdf>3</a>
        <link rel=stylesheet href=/s.css>
        -- b.html --
        <p id=x><a href=other.pdf>
        -- s.css --
        p{background:url(none.png)}
        """);
    LinkCheckResult result = LinkCheck.run(request().only(root.resolve("a/index.html")));
    assertEquals(1, result.pages());
    assertEquals(5, result.links());
    assertEquals(
        List.of("none.pdf", "/b.html#y", "none.png"),
        result.findings().stream().map(Finding::target).toList());
    assertThrows(
        IllegalArgumentException.class,
        () -> LinkCheck.run(request().only(root.resolve("../x.html"))));
    assertThrows(
        NoSuchFileException.class, () -> LinkCheck.run(request().only(root.resolve("x.html"))));
  }

  @Test
  void showsEveryPageOnceToTheVisitor() throws IOException {
    SiteTree.write(
        root, "-- a.html --\n<title>ก</title>\n-- b/c.htm --\n<title>ข</title>\n-- d.txt --\n");
    ConcurrentHashMap<String, String> seen = new ConcurrentHashMap<>();
    LinkCheck.run(
        request().visitor((page, document) -> seen.merge(page, document.title(), String::concat)));
    assertEquals(java.util.Map.of("a.html", "ก", "b/c.htm", "ข"), seen);
  }

  @Test
  void letsTheVisitorFail() throws IOException {
    SiteTree.write(root, "-- a.html --\n-- b.html --\n-- c.html --\n");
    LinkCheckRequest request =
        request()
            .visitor(
                (page, document) -> {
                  throw new IllegalStateException("cannot go on");
                });
    assertThrows(IllegalStateException.class, () -> LinkCheck.run(request.jobs(1)));
    assertThrows(IllegalStateException.class, () -> LinkCheck.run(request.jobs(2)));
  }

  @Test
  void findsTheSameWithAnyNumberOfThreads() throws IOException {
    for (int i = 0; i < 60; i++) {
      SiteTree.write(
          root,
          "-- p%d/index.html --\n<nav><a href=/none/>x</a><a href=../p%d/#y>y</a></nav><a href=z%d.pdf>z</a><a href=https://example.org/%d>e</a>"
              .formatted(i, (i + 7) % 60, i, i));
    }
    LinkCheckResult one = LinkCheck.run(request().jobs(1).positionsInOutput(true));
    LinkCheckResult many = LinkCheck.run(request().jobs(4).positionsInOutput(true));
    assertEquals(180, one.findings().size());
    assertEquals(one.findings(), many.findings());
    assertEquals(one.externals(), many.externals());
    assertEquals(60, many.pages());
    assertEquals(240, many.links());
  }

  @Test
  void neverAsksTheFileSystemWhetherALinkIsRight() throws IOException {
    SiteTree.write(root, "-- site/index.html --\n<a href='../secret.html'>\n-- secret.html --\n");
    LinkCheckResult result = LinkCheck.run(LinkCheckRequest.of(root.resolve("site")));
    assertEquals("link/outside-site", result.findings().get(0).rule().id());
    assertEquals(-1, result.inventory().size("../secret.html"));
  }

  @Test
  void followsNoLinkOfTheFileSystemInACircle() throws IOException {
    SiteTree.write(root, "-- a/index.html --\n<a href=/a/>\n");
    Files.createSymbolicLink(root.resolve("a/loop"), root);
    Files.createSymbolicLink(root.resolve("a/gone.html"), root.resolve("nowhere"));
    assertEquals(List.of(), LinkCheck.run(request()).findings());
  }

  @Test
  void staysQuickOnAMonstrousPage() throws IOException {
    StringBuilder page = new StringBuilder("-- index.html --\n");
    for (int i = 0; i < 20_000; i++) {
      page.append("<p id=i").append(i).append("><a href=#i").append(20_000 - i).append(">x</a>");
    }
    page.append("<div>".repeat(5_000));
    SiteTree.write(root, page.toString());
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertEquals(1, LinkCheck.run(request().positionsInOutput(true)).findings().size()));
  }

  @Test
  void staysQuickWhenHalfOfALargeFolderIsMissing() throws IOException {
    StringBuilder tree = new StringBuilder("-- index.html --\n");
    for (int i = 0; i < 3_000; i++) {
      tree.append("<a href=files/doc-").append(i * 2).append(".pdf>x</a>");
      tree.append("<a href=files/doc-").append(i * 2 + 1).append(".pdf>x</a>");
    }
    tree.append('\n');
    SiteTree.write(root, tree.toString());
    Files.createDirectories(root.resolve("files"));
    for (int i = 0; i < 3_000; i++) {
      Files.createFile(root.resolve("files/doc-" + i * 2 + ".pdf"));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertEquals(3_000, LinkCheck.run(request()).findings().size()));
  }

  @Test
  void refusesABaseUrlThatIsNone() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LinkCheckRequest.of(root).baseUrl("www.example.go.th"));
    assertThrows(
        IllegalArgumentException.class,
        () -> LinkCheckRequest.of(root).baseUrl("mailto:a@b.go.th"));
    assertThrows(
        IllegalArgumentException.class,
        () -> LinkCheck.run(request().aliases(List.of("not a host"))));
  }

  private LinkCheckRequest request() {
    return LinkCheckRequest.of(root).baseUrl(SITE).jobs(2);
  }

  private LinkCheckResult check(String tree) throws IOException {
    SiteTree.write(root, tree);
    return LinkCheck.run(request());
  }
}
