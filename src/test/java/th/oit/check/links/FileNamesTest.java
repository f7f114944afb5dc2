package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Severity;

class FileNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/CON",
        "nul.pdf",
        "Com1.tar.gz",
        "aux .txt",
        "lpt9/index.html",
        "what?.pdf",
        "a:b.pdf",
        "back\\slash.pdf",
        "bell\u0007.pdf",
        "แผน|งบ.pdf",
        "dot./index.html",
        "space .pdf ",
        "~$แผน.docx",
        "~WRL0001.tmp",
        ".~lock.แผน.odt#",
        "sub/Thumbs.db",
        "Desktop.ini",
        ".DS_Store",
        "._แผน.pdf"
      })
  void warnsOfANameThatDoesNotBelongThere(String path) {
    List<Finding> findings = of(path);
    assertEquals(1, findings.size(), findings.toString());
    assertEquals("link/name", findings.get(0).rule().id());
    assertEquals(Severity.WARNING, findings.get(0).severity());
    assertTrue(path.startsWith(findings.get(0).source().file()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console.pdf",
        "con-2567.pdf",
        "com10.txt",
        "a~$b.docx",
        "แผนจัดซื้อ (1).pdf",
        "a%20b.pdf",
        ".htaccess",
        ".well-known/security.txt",
        ".git/CON",
        "a/.svn/Thumbs.db",
        "v1.2/index.html"
      })
  void hasNothingToSayOfOtherNames(String path) {
    assertEquals(List.of(), of(path));
  }

  @Test
  void namesTheSecondOfTwoThatWindowsTakesForOne() {
    assertEquals(
        List.of("a/plan.pdf plan.pdf", "news news"),
        told("a/Plan.pdf", "a/plan.pdf", "b/plan.pdf", "News/x.html", "news/x.html"));
    assertEquals(List.of("a/\u00e9.pdf \u00e9.pdf"), told("a/\u00e9.pdf", "a/e\u0301.pdf"));
  }

  @Test
  void namesTheOrderOfThaiMarksThatLooksTheSame() {
    // sara u and tone: NFC puts both in one order
    List<Finding> findings = of("ท\u0E38\u0E48ง.pdf", "ท\u0E48\u0E38ง.pdf");
    assertEquals(1, findings.size());
    assertTrue(findings.get(0).message().en().contains("code points"));
  }

  private static List<Finding> of(String... paths) {
    return Arrays.asList(FileNames.findings(Inventory.of(Arrays.asList(paths)), Origins.NONE));
  }

  private static List<String> told(String... paths) {
    return of(paths).stream().map(f -> f.page() + " " + f.target()).toList();
  }
}
