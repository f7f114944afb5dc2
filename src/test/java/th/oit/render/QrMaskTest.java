package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nayuki.qrcodegen.QrCode;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrMaskTest {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_/.%ABCDEF";

  @Test
  void drawsWhatTheLibraryWouldDraw() {
    Random random = new Random(11);
    BitSet masks = new BitSet();
    BitSet versions = new BitSet();
    for (int i = 0; i < 700; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "" : "https://www.example.go.th/");
      for (int n = random.nextInt(230); n >= 0; n--) {
        text.append(LETTERS.charAt(random.nextInt(i % 5 == 0 ? 10 : LETTERS.length())));
      }
      QrCode expected = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
      versions.set(expected.version);
      long[] rows = th.oit.render.QrCode.rows(text.toString());
      if (expected.version > QrMask.LARGEST_VERSION) {
        assertNull(rows, text::toString);
        continue;
      }
      masks.set(expected.mask);
      assertEquals(expected.size, rows.length, text::toString);
      for (int y = 0; y < rows.length; y++) {
        long row = 0;
        for (int x = 0; x < expected.size; x++) {
          row |= expected.getModule(x, y) ? 1L << x : 0;
        }
        assertEquals(row, rows[y], text::toString);
      }
    }
    assertEquals(8, masks.cardinality());
    assertTrue(versions.cardinality() > QrMask.LARGEST_VERSION, versions::toString);
  }
}
