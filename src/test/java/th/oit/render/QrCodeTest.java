package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
  private static final Pattern RUN = Pattern.compile("(?:M(\\d+) (\\d+)\\.5|m(\\d+) 0)h(\\d+)");
  private static final int SCALE = 6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.go.th/oit/2567/o14/",
        "https://www.example.go.th/",
        "https://xn--o3cw4h.example.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/2567/",
      })
  void isReadByAReaderOfCodes(String address) throws ReaderException {
    assertEquals(address, read(QrCode.svg(address)));
  }

  /** Draws the path as a browser would, and reads the picture. */
  private static String read(String svg) throws ReaderException {
    Matcher viewBox = SIZE.matcher(svg);
    viewBox.find();
    int side = Integer.parseInt(viewBox.group(1)) * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher run = RUN.matcher(svg);
    int x = 0;
    int y = 0;
    while (run.find()) {
      if (run.group(1) != null) {
        x = Integer.parseInt(run.group(1)) * SCALE;
        y = Integer.parseInt(run.group(2)) * SCALE;
      } else {
        x += Integer.parseInt(run.group(3)) * SCALE;
      }
      int width = Integer.parseInt(run.group(4)) * SCALE;
      for (int row = y; row < y + SCALE; row++) {
        Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
      }
      x += width;
    }
    RGBLuminanceSource picture = new RGBLuminanceSource(side, side, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText();
  }
}
