package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import th.oit.cli.OurSite;

/** Every page and style sheet of the repository's site, judged by the checker of the W3C. */
class NuCheckerTest {
  @TempDir static Path folder;
  private static Path site;

  private final List<String> complaints = new ArrayList<>();
  private String at = "";

  @BeforeAll
  static void publishItOnce() {
    site = OurSite.publish(folder);
  }

  private SimpleDocumentValidator checker() throws Exception {
    ErrorHandler handler =
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException complaint) {
            note("warning", complaint);
          }

          @Override
          public void error(SAXParseException complaint) {
            note("error", complaint);
          }

          @Override
          public void fatalError(SAXParseException complaint) {
            note("fatal error", complaint);
          }
        };
    SimpleDocumentValidator checker = new SimpleDocumentValidator();
    checker.setUpMainSchema("http://s.validator.nu/html5-all.rnc", handler);
    checker.setUpValidatorAndParsers(handler, false, false);
    checker.setAllowCss(true);
    return checker;
  }

  private void note(String severity, SAXParseException complaint) {
    complaints.add(
        at + ":" + complaint.getLineNumber() + ": " + severity + ": " + complaint.getMessage());
  }

  private InputSource source(String name, String text) {
    at = name;
    // As bytes: of a style sheet that comes as characters the checker forgets that it is one.
    InputSource source =
        new InputSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    source.setEncoding("UTF-8");
    source.setSystemId("file:///" + name);
    return source;
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void complainsOfNoPage() throws Exception {
    SimpleDocumentValidator checker = checker();
    List<Path> pages = files(".html");
    assertTrue(pages.size() > 80, pages::toString);
    for (Path page : pages) {
      checker.checkHtmlInputSource(
          source(site.relativize(page).toString(), Files.readString(page)));
    }
    assertEquals("", String.join("\n", complaints));
  }

  @Test
  void complainsOfNoStyleSheet() throws Exception {
    SimpleDocumentValidator checker = checker();
    List<Path> sheets = files(".css");
    assertTrue(sheets.size() >= 2, sheets::toString);
    for (Path sheet : sheets) {
      checker.checkCssInputSource(
          source(site.relativize(sheet).toString(), known(Files.readString(sheet))));
    }
    assertEquals("", String.join("\n", complaints));
  }

  /**
   * The two constructs that this checker does not know yet are put in words that it knows, so that
   * it goes on to judge what stands inside: a condition on a selector (CSS Conditional Rules 4),
   * and the part of {@code details} that unfolds (CSS Pseudo-Elements 4).
   */
  private static String known(String css) {
    return css.replaceAll("@supports selector\\([^{]*\\)", "@supports (display: grid)")
        .replace("::details-content", "::before");
  }

  @Test
  void wouldComplain() throws Exception {
    SimpleDocumentValidator checker = checker();
    checker.checkHtmlInputSource(
        source(
            "page",
            "<!DOCTYPE html><html lang=\"en\"><title>x</title><center>x</center><br/></html>"));
    checker.checkCssInputSource(source("sheet", "p { colr: red }"));
    assertEquals(3, complaints.size(), complaints::toString);
    assertTrue(complaints.get(0).contains("obsolete"), complaints::toString);
    assertTrue(complaints.get(1).contains("warning: Trailing slash"), complaints::toString);
    assertTrue(complaints.get(2).contains("colr"), complaints::toString);
  }
}
