package th.oit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A printed page is a document of its own: A4, with its address, its date and its code. */
@Tag("browser")
class PrintTest {
  private static final String HOST = "https://www.example.go.th";

  @TempDir static Path folder;
  private static ReadersBrowser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = ReadersBrowser.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/oit/2567/o2/, อบต.ตัวอย่าง",
    "/oit/2567/, O35",
    "/oit/2567/o14/, O14",
    "/news/2567-03-28-flood-drill/, อพยพ",
    "/privacy/, ส่วนบุคคล",
  })
  void carriesAddressDateAndCode(String path, String word) throws Exception {
    byte[] pdf;
    String date;
    try (Tab tab = browser.desk()) {
      // Dark on the screen is not dark on paper.
      tab.colours("dark").go(browser.address(path));
      date = tab.evaluate("document.querySelector('.printed time').textContent").asText();
      pdf = tab.pdf();
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        float width = page.getMediaBox().getWidth();
        float height = page.getMediaBox().getHeight();
        assertEquals(595, Math.min(width, height), 1, "A4 is 595 points wide");
        assertEquals(842, Math.max(width, height), 1, "A4 is 842 points high");
      }
      String text = bare(new PDFTextStripper().getText(document));
      assertTrue(text.contains(bare(HOST + path)), text);
      assertTrue(text.contains(bare(date)), () -> date + " is not in " + text);
      assertTrue(text.contains(bare(word)), () -> word + " is not in " + text);
      BufferedImage first = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.RGB);
      assertEquals(HOST + path, code(first));
      assertEquals(0xffffff, first.getRGB(4, 4) & 0xffffff, "the paper is white");
    }
  }

  /** What is read off paper may lie in other words: spaces and line ends decide nothing. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00A0\\u200B]", "");
  }

  /** What a camera reads in the upper right corner of the sheet. */
  private static String code(BufferedImage page) throws Exception {
    // 70 by 60 millimetres, at 300 dots an inch.
    BufferedImage corner = page.getSubimage(page.getWidth() - 825, 0, 825, 705);
    int width = corner.getWidth();
    int height = corner.getHeight();
    int[] pixels = corner.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap dots =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader().decode(dots, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }
}
