package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static th.oit.finding.Tolerance.ALLOW;
import static th.oit.finding.Tolerance.ERROR;
import static th.oit.finding.Tolerance.WARN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPolicyTest {
  @TempDir Path root;

  @BeforeEach
  void writeTheTree() throws IOException {
    SiteTree.write(
        root,
        """
        -- index.html --
        <a href="#">1</a><a href="">2</a><a>3</a><img src="" alt>
        <a href=news>4</a><a href=news/>5</a><a href="news#no">6</a><a href=about>7</a>
        <a href=http://other.go.th/>8</a><a href=https://other.go.th/>9</a>
        <a href=http://www.example.go.th/news/>10</a><a href=/news/file>11</a>
        -- news/index.html --
        -- news/file --
        -- about.html --
        """);
  }

  @Test
  void warnsOfEmptyLinksAndAllowsTheRestUnlessToldOtherwise() throws IOException {
    assertEquals(
        List.of(
            "link/empty warning #",
            "link/empty warning ",
            "link/empty warning null",
            "link/empty error ",
            "link/not-found error about",
            "link/no-fragment error news#no"),
        found(LinkPolicy.USUAL));
  }

  @Test
  void weighsEachMatterAsAsked() throws IOException {
    assertEquals(
        List.of(
            "link/empty error #",
            "link/empty error ",
            "link/slash warning news",
            "link/slash warning news#no",
            "external/insecure warning http://other.go.th/",
            "external/insecure warning http://www.example.go.th/news/",
            "link/no-fragment error news#no"),
        found(new LinkPolicy(ERROR, ALLOW, WARN, WARN, true)));
    assertEquals(
        List.of(
            "link/empty error ",
            "link/empty error null",
            "link/empty error ",
            "link/slash error news",
            "link/slash error news#no",
            "link/no-fragment error news#no"),
        found(new LinkPolicy(ALLOW, ERROR, ERROR, ALLOW, true)));
  }

  @Test
  void aLinkThatIsOnlyNoticedStillStands() throws IOException {
    LinkCheckResult result =
        LinkCheck.run(request().policy(new LinkPolicy(WARN, WARN, ERROR, ERROR, true)));
    assertTrue(result.resolve("index.html", "news").isFound());
    assertEquals("about.html", result.resolve("index.html", "about").path());
    assertEquals(2, result.externals().size());
    assertEquals(List.of("about.html", "news/index.html"), result.targets("index.html"));
  }

  @Test
  void anHttpSiteMayLinkToItselfOverHttp() throws IOException {
    LinkCheckResult result =
        LinkCheck.run(
            LinkCheckRequest.of(root)
                .baseUrl("http://www.example.go.th/")
                .policy(new LinkPolicy(ALLOW, ALLOW, ALLOW, WARN, true)));
    assertEquals(
        List.of("http://other.go.th/"),
        result.findings().stream()
            .filter(f -> f.rule().id().equals("external/insecure"))
            .map(f -> f.target())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "อบต-ตัวอย่าง.ไทย, https://อบต-ตัวอย่าง.ไทย/news/",
    "อบต-ตัวอย่าง.ไทย, http://www.xn----6wf4bbw5c8a5bf2bo7x.xn--o3cw4h/news/",
    "https://old.example.com, //OLD.example.com/news/",
    "https://old.example.com, http://www.old.example.com/news/",
    "www.old.example.com, https://old.example.com/news/",
    "https://old.example.com:8443, https://old.example.com:8443/news/",
    "old.example.com, https://example.go.th/news/"
  })
  void takesLinksToAnotherNameOfTheSiteForItsOwn(String alias, String raw) throws IOException {
    LinkCheckResult result = LinkCheck.run(request().aliases(List.of(alias)));
    assertTrue(result.resolve("index.html", raw).isFound(), raw);
    assertFalse(result.resolve("index.html", raw + "none.html").isFound());
  }

  @Test
  void anAliasOnOnePortSaysNothingOfAnother() throws IOException {
    LinkCheckResult result =
        LinkCheck.run(request().aliases(List.of("https://old.example.com:8443")));
    assertEquals(
        Resolution.Kind.EXTERNAL,
        result.resolve("index.html", "https://old.example.com/news/").kind());
  }

  @Test
  void anAliasNeedsNoBaseUrl() throws IOException {
    LinkCheckResult result =
        LinkCheck.run(LinkCheckRequest.of(root).aliases(List.of("example.go.th")));
    assertTrue(result.resolve("index.html", "http://www.example.go.th/news/").isFound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "not a host", "https://a.go.th/site/", "mailto:a@b.go.th", "a.go.th?x"})
  void anAliasIsAHostAndNoMore(String text) {
    assertFalse(LinkCheckRequest.isAlias(text));
  }

  private LinkCheckRequest request() {
    return LinkCheckRequest.of(root).baseUrl("https://www.example.go.th/").jobs(2);
  }

  private List<String> found(LinkPolicy policy) throws IOException {
    return LinkCheck.run(request().policy(policy)).findings().stream()
        .map(f -> f.rule().id() + " " + f.severity().id() + " " + f.target())
        .toList();
  }
}
