package th.oit.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import th.oit.Refusal;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;

class SourceTextTest {
  private static final Charset THAI_WINDOWS = Charset.forName("x-windows-874");
  private static final String THAI = "แผนการจัดซื้อจัดจ้าง ปีงบประมาณ ๒๕๖๗\nน้ำ ที่ ค่ำ\n";

  @Test
  void readsUtf8() {
    assertEquals(THAI, text(THAI.getBytes(UTF_8)));
  }

  @Test
  void readsUtf8WithAByteOrderMarkAndLeavesTheMarkOut() {
    assertEquals(THAI, text(("\uFEFF" + THAI).getBytes(UTF_8)));
  }

  @Test
  void readsUtf16WithAByteOrderMark() {
    assertEquals(THAI, text(("\uFEFF" + THAI).getBytes(UTF_16LE)));
    assertEquals(THAI, text(("\uFEFF" + THAI).getBytes(UTF_16BE)));
  }

  @Test
  void readsTheBytesThatAThaiWindowsCallsAnsi() {
    // "แผน,ปี 2567" and a curly quote, byte for byte as Notepad saves them
    int[] bytes = {
      0xE1, 0xBC, 0xB9, ',', 0xBB, 0xD5, ' ', '2', '5', '6', '7', 0x93, 0xA1, 0x94, 0x0D, 0x0A
    };
    byte[] saved = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      saved[i] = (byte) bytes[i];
    }
    assertEquals("แผน,ปี 2567“ก”\n", text(saved));
  }

  @Test
  void readsLongerThaiTextInWindows874() {
    String mixed =
        "---\ntitle: รายงานผลการดำเนินงาน\n---\nข้อมูล OIT ไตรมาส 1–2 … ครบ “ทุกข้อ” จ้า\u00A0นะ\n";
    assertEquals(THAI + mixed, text((THAI + mixed).getBytes(THAI_WINDOWS)));
  }

  @Test
  void endsEveryLineInOneWay() {
    assertEquals("a\nb\nc\n\nd", text("a\r\nb\rc\r\n\r\nd".getBytes(UTF_8)));
  }

  @Test
  void readsAnEmptyFileAsAnEmptyText() {
    assertEquals("", text(new byte[0]));
    assertEquals("", text("\uFEFF".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: Café résumé",
        "à la carte, très bien",
        "Müller Straße",
        "déjà vu",
        "El Niño, mañana, corazón",
        "© 2024 ± 5°"
      })
  void refusesTextOfAnotherWesternEncoding(String text) {
    assertRefused(text.getBytes(ISO_8859_1));
  }

  @Test
  void refusesPicturesAndOtherBinaryData() {
    assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    assertRefused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16});
    Random random = new Random(874);
    for (int round = 0; round < 200; round++) {
      byte[] noise = new byte[64];
      random.nextBytes(noise);
      noise[0] = (byte) 0xA1;
      assertRefused(noise);
    }
  }

  @Test
  void refusesBrokenUtf8BehindAByteOrderMark() {
    byte[] bytes = ("\uFEFF" + "ก").getBytes(UTF_8);
    bytes[bytes.length - 1] = 'x';
    assertRefused(bytes);
  }

  @Test
  void namesThePlaceOfTheFirstByteThatCannotBeReadAndTheRemedy() {
    byte[] bytes = "first\nsecond Café\n".getBytes(ISO_8859_1);
    Finding finding = Refusal.one(() -> SourceText.decode(bytes, "content/index.md"));
    assertEquals(Rule.SOURCE_ENCODING, finding.rule());
    assertEquals(new Source("content/index.md", 2, 11), finding.source());
    assertTrue(finding.message().th().contains("content/index.md"));
    assertTrue(finding.hint().th().contains("UTF-8"));
    assertTrue(finding.hint().en().contains("Notepad"));
  }

  @Test
  void namesAFileThatIsNotThere(@TempDir Path folder) {
    Finding finding = Refusal.one(() -> SourceText.read(folder.resolve("x.md"), "content/x.md"));
    assertEquals(Rule.SOURCE_MISSING, finding.rule());
    assertEquals(Source.of("content/x.md"), finding.source());
  }

  @Test
  void namesAFolderThatStandsInPlaceOfAFile(@TempDir Path folder) {
    Finding finding = Refusal.one(() -> SourceText.read(folder, "content/x.csv"));
    assertEquals(Source.of("content/x.csv"), finding.source());
  }

  @Test
  void givesALineByItsNumber() {
    SourceText source = new SourceText("x", "one\ntwo\n\nfour");
    assertEquals("one", source.line(1));
    assertEquals("two", source.line(2));
    assertEquals("", source.line(3));
    assertEquals("four", source.line(4));
    assertEquals("", source.line(5));
  }

  private static String text(byte[] bytes) {
    return SourceText.decode(bytes, "x").text();
  }

  private static void assertRefused(byte[] bytes) {
    assertEquals(Rule.SOURCE_ENCODING, Refusal.one(() -> SourceText.decode(bytes, "x")).rule());
  }
}
