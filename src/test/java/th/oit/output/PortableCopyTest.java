package th.oit.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableCopyTest {
  @TempDir Path folder;

  /** What a page two folders deep becomes. */
  private String copied(String html, String base) throws IOException {
    Path from = folder.resolve("from");
    Path page = from.resolve("oit/o1/index.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, html);
    Path to = folder.resolve("to");
    PortableCopy.write(from, to, base);
    return Files.readString(to.resolve("oit/o1/index.html"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "a href=\"/\" > a href=\"../../index.html\"",
        "a href=\"/contact/\" > a href=\"../../contact/index.html\"",
        "a href='/contact/#tel' > a href='../../contact/index.html#tel'",
        "a href=\"/search/?q=1\" > a href=\"../../search/index.html?q=1\"",
        "a HREF=\"/oit/o14/plan.pdf\" > a HREF=\"../../oit/o14/plan.pdf\"",
        "a title=\"a b\" href=\"/x/\" > a title=\"a b\" href=\"../../x/index.html\"",
        "img src=\"/a.jpg\" srcset=\"/a.jpg 480w, /b.jpg 960w\" > img src=\"../../a.jpg\" srcset=\"../../a.jpg 480w, ../../b.jpg 960w\"",
        "a href=\"#top\" > a href=\"#top\"",
        "a href=\"https://example.go.th/\" > a href=\"https://example.go.th/\"",
        "a href=\"//example.go.th/\" > a href=\"//example.go.th/\"",
        "a href=\"other.html\" > a href=\"other.html\"",
        "link href=\"/s.css\" integrity=\"sha384-a/b\" > link href=\"../../s.css\"",
        "link href=\"/f.woff2\" as=\"font\" crossorigin > link href=\"../../f.woff2\" as=\"font\"",
        "p data-href=\"/x/\" > p data-href=\"/x/\"",
      })
  void linksFromTheRootBecomeRelative(String tag, String expected) throws IOException {
    assertEquals("<" + expected + ">", copied("<" + tag + ">", "/"));
  }

  @Test
  void textThatOnlyLooksLikeALinkStays() throws IOException {
    String html =
        "<!-- <a href=\"/x/\"> --><code>&lt;a href=\"/x/\"&gt;</code>"
            + "<script type=\"application/ld+json\">{\"a\":\"<a href=\\\"/x/\\\">\"}</script> href=\"/x/\"";
    assertEquals(html, copied(html, "/"));
  }

  @Test
  void aSiteBelowAPathLosesThatPath() throws IOException {
    assertEquals(
        "<a href=\"../../index.html\"><a href=\"../../x/index.html\"><a href=\"/other/\">",
        copied("<a href=\"/abt/\"><a href=\"/abt/x/\"><a href=\"/other/\">", "/abt/"));
  }

  @Test
  void filesStayAsTheyAreAndWhatServersReadIsLeftOut() throws IOException {
    Path from = Files.createDirectories(folder.resolve("from/แฟ้ม งาน"));
    byte[] bytes = {0, 1, (byte) 0xff};
    Files.write(from.resolve("แผน.pdf"), bytes);
    for (String name : new String[] {".htaccess", "web.config", "_headers"}) {
      Files.writeString(folder.resolve("from").resolve(name), "x");
    }
    Path to = folder.resolve("to");
    PortableCopy.write(folder.resolve("from"), to, "/");
    assertTrue(java.util.Arrays.equals(bytes, Files.readAllBytes(to.resolve("แฟ้ม งาน/แผน.pdf"))));
    for (String name : new String[] {".htaccess", "web.config", "_headers"}) {
      assertFalse(Files.exists(to.resolve(name)), name);
    }
  }
}
