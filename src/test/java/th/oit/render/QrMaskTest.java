package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrMaskTest {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_/.%ABCDEF";

  @Test
  void choosesTheMaskThatTheLibraryWouldChoose() {
    Random random = new Random(11);
    BitSet masks = new BitSet();
    BitSet versions = new BitSet();
    for (int i = 0; i < 700; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "" : "https://www.example.go.th/");
      for (int n = random.nextInt(230); n >= 0; n--) {
        text.append(LETTERS.charAt(random.nextInt(i % 5 == 0 ? 10 : LETTERS.length())));
      }
      io.nayuki.qrcodegen.QrCode expected =
          io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
      io.nayuki.qrcodegen.QrCode code = QrCode.encode(text.toString());
      assertEquals(expected.mask, code.mask, text::toString);
      assertEquals(expected.version, code.version, text::toString);
      assertEquals(expected.errorCorrectionLevel, code.errorCorrectionLevel, text::toString);
      masks.set(code.mask);
      versions.set(code.version);
    }
    assertEquals(8, masks.cardinality());
    assertTrue(versions.cardinality() > QrMask.LARGEST_VERSION, versions::toString);
  }
}
