package th.oit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import th.oit.document.DocumentReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Severity;
import th.oit.finding.Source;

class EvidenceTest {
  private static final Path REAL =
      Path.of("content/oit/2567/o17/annual-procurement-report-2566.pdf");

  @TempDir Path root;

  @Test
  void aScannedPdfIsWarnedOfBecauseNobodyCanSearchIt() throws IOException {
    scan(root.resolve("scan.pdf"));
    List<Finding> findings = judge("scan.pdf");
    assertEquals(1, findings.size());
    assertEquals(Rule.EVIDENCE_SCAN_ONLY, findings.get(0).rule());
    assertEquals(Severity.WARNING, findings.get(0).severity());
  }

  @Test
  void aPdfWithTextIsFine() throws IOException {
    Files.copy(REAL, root.resolve("report.pdf"));
    assertEquals(List.of(), judge("report.pdf"));
  }

  @Test
  void aFileTooLargeForAPhoneIsWarnedOf() throws IOException {
    byte[] text = new byte[20_000_001];
    java.util.Arrays.fill(text, (byte) 'x');
    Files.write(root.resolve("list.txt"), text);
    assertEquals(
        List.of(Rule.EVIDENCE_LARGE), judge("list.txt").stream().map(Finding::rule).toList());
  }

  @Test
  void aSmallScanIsWarnedOfToo() throws IOException {
    Files.copy(Path.of("src/test/resources/documents/scan.pdf"), root.resolve("scan.pdf"));
    assertEquals(
        List.of(Rule.EVIDENCE_SCAN_ONLY), judge("scan.pdf").stream().map(Finding::rule).toList());
  }

  @Test
  void oneFileForTwoItemsIsWarnedOfUnderOneNameAndAsACopy() throws IOException {
    Files.writeString(root.resolve("plan.txt"), "แผน");
    Files.writeString(root.resolve("copy.txt"), "แผน");
    Files.writeString(root.resolve("other.txt"), "ผล!");
    SharedEvidence shared = new SharedEvidence(root, new DocumentReader());
    shared.add(shown("O4", "plan.txt", 7));
    shared.add(shown("O4", "plan.txt", 8));
    shared.add(shown("O5", "plan.txt", 3));
    shared.add(shown("O6", "copy.txt", 9));
    shared.add(shown("O7", "other.txt", 2));
    List<Finding> findings = shared.findings();
    assertEquals(
        List.of(
            "plan.txt, the evidence of O5, is also that of O4 (O4.md:7)",
            "copy.txt, the evidence of O6, is a copy of plan.txt, the evidence of O4 (O4.md:7)"),
        findings.stream().map(finding -> finding.message().en()).toList());
    assertEquals("O5", findings.get(0).item());
    assertEquals(3, findings.get(0).source().line());
    assertEquals(Severity.WARNING, findings.get(0).severity());
  }

  private static SharedEvidence.Shown shown(String item, String file, int line) {
    return new SharedEvidence.Shown(
        item, item + ".html", file, file, new Source(item + ".md", line, 1));
  }

  private List<Finding> judge(String name) {
    PageFacts.FileLink link = new PageFacts.FileLink(name, List.of(), null, true);
    Targets.Target target = new Targets.Target(Targets.Target.Kind.INTERNAL, name, null, true);
    return new Evidence(root, new DocumentReader()).judge(link, target);
  }

  /** One page that is nothing but a noisy picture, as a scanner makes it. */
  private static void scan(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        picture.setRGB(x, y, random.nextInt(0xFFFFFF));
      }
    }
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0);
      }
      document.save(file.toString());
    }
  }
}
