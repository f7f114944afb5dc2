package th.oit.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  private static Picture picture(byte[] bytes) {
    return Picture.of(bytes).orElseThrow();
  }

  private static Optional<Picture> svg(String text) {
    return Picture.of(text.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif"})
  void readsTheSidesFromTheHeader(String format) {
    Picture read = picture(Photographs.plain(format, 31, 17));
    assertEquals(31, read.width());
    assertEquals(17, read.height());
  }

  @ParameterizedTest
  @CsvSource({
    "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoCAAMADsD+JaQAA3AA/uaAAAA=, 2, 3",
    "UklGRhwAAABXRUJQVlA4TA8AAAAvAYAAAAcQEf0PRET/Aw==, 2, 3"
  })
  void readsTheSidesOfWebP(String bytes, int width, int height) {
    Picture read = picture(Base64.getDecoder().decode(bytes));
    assertEquals(List.of(width, height), List.of(read.width(), read.height()));
  }

  @Test
  void takesTheSidesOfADrawingFromItsSizeOrElseItsWindow() {
    assertEquals(
        new Picture(Picture.Type.SVG, 72, 36, 1), svg("<svg width='72' height=\"36px\"/>").get());
    assertEquals(
        new Picture(Picture.Type.SVG, 640, 480, 1),
        svg("<?xml version='1.0'?><svg width='100%' viewBox='0 0 640 480'>").get());
    assertEquals(Optional.empty(), svg("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  }

  @Test
  void exchangesTheSidesOfAPictureThatLiesOnItsSide() {
    Picture read = picture(Photographs.fromTelephone(40, 20, 6));
    assertEquals(List.of(20, 40, 6), List.of(read.width(), read.height(), read.orientation()));
  }

  @Test
  void isNoPictureWhenItEndsWithinItsHeader() {
    for (String format : List.of("jpeg", "png", "gif")) {
      byte[] whole = Photographs.plain(format, 30, 20);
      for (int length = 0; length < 9; length++) {
        assertEquals(Optional.empty(), Picture.of(Arrays.copyOf(whole, length)), format);
      }
    }
  }

  // What must not go out.

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 8})
  void takesThePlaceAndTheFilmOutOfAPhotographButNotItsTurning(int orientation) throws IOException {
    byte[] photograph = Photographs.fromTelephone(64, 32, orientation);
    assertTrue(new String(photograph, ISO_8859_1).contains(Photographs.SECRET));
    byte[] bare = Metadata.without(photograph);
    assertFalse(new String(bare, ISO_8859_1).contains(Photographs.SECRET));
    assertEquals(picture(photograph), picture(bare));
    assertArrayEquals(pixels(Photographs.plain("jpeg", 64, 32)), pixels(bare));
    assertSame(bare, Metadata.without(bare), "there is nothing left to take out");
  }

  @Test
  void takesTheTextOutOfAPng() throws IOException {
    byte[] bare = Metadata.without(Photographs.pngWithText(20, 10));
    assertArrayEquals(Photographs.plain("png", 20, 10), bare);
  }

  @Test
  void leavesBytesAloneThatAreCutShortOrNoPicture() {
    byte[] text = "no picture".getBytes(ISO_8859_1);
    assertSame(text, Metadata.without(text));
    byte[] photograph = Photographs.fromTelephone(64, 32, 6);
    for (int length = 0; length < photograph.length; length += 7) {
      Metadata.without(Arrays.copyOf(photograph, length));
    }
  }

  // Smaller copies.

  @Test
  void makesCopiesOfTheWidthsAskedFor() throws IOException {
    byte[] photograph = Photographs.fromTelephone(900, 600, 1);
    List<byte[]> copies = SmallerCopies.of(photograph, picture(photograph), List.of(90, 300));
    assertEquals(new Picture(Picture.Type.JPEG, 90, 60, 1), picture(copies.get(0)));
    assertEquals(new Picture(Picture.Type.JPEG, 300, 200, 1), picture(copies.get(1)));
    assertFalse(new String(copies.get(0), ISO_8859_1).contains(Photographs.SECRET));
    assertArrayEquals(
        copies.get(0), SmallerCopies.of(photograph, picture(photograph), List.of(90)).get(0));
  }

  /** The red quarter of the picture comes to lie where the table of TIFF 6.0 puts it. */
  @ParameterizedTest
  @CsvSource({
    "1, left, top", "2, right, top", "3, right, bottom", "4, left, bottom",
    "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
  })
  void turnsACopyAsThePictureIsToBeShown(int orientation, String side, String end)
      throws IOException {
    byte[] photograph = Photographs.fromTelephone(200, 100, orientation);
    Picture picture = picture(photograph);
    byte[] copy = SmallerCopies.of(photograph, picture, List.of(picture.width() / 2)).get(0);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(copy));
    assertEquals(orientation < 5, shown.getWidth() > shown.getHeight());
    for (int x = 0; x < 2; x++) {
      for (int y = 0; y < 2; y++) {
        int pixel =
            shown.getRGB((2 * x + 1) * shown.getWidth() / 4, (2 * y + 1) * shown.getHeight() / 4);
        boolean red = (pixel >> 16 & 0xFF) > (pixel & 0xFF);
        boolean here = (x == 0) == side.equals("left") && (y == 0) == end.equals("top");
        assertEquals(here, red, x + "," + y);
      }
    }
  }

  @Test
  void makesNoCopiesOfDamagedPixels() {
    byte[] photograph = Photographs.plain("jpeg", 900, 600);
    Picture picture = picture(photograph);
    Arrays.fill(photograph, 20, 150, (byte) 0);
    assertEquals(List.of(), SmallerCopies.of(photograph, picture, List.of(480)));
  }

  private static int[] pixels(byte[] bytes) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
