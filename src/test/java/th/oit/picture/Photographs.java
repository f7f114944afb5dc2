package th.oit.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as telephones make them. */
public final class Photographs {
  /** What must not go out. */
  public static final String SECRET = "13.7563N,100.5018E";

  private Photographs() {}

  /** A picture whose upper left quarter is red, the rest of it blue. */
  public static byte[] plain(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 && y < height / 2 ? 0xE00000 : 0x0000E0 + (x * y & 31));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The same as a JPEG that says where it was taken and how to turn it, with a film behind it. */
  public static byte[] fromTelephone(int width, int height, int orientation) {
    byte[] plain = plain("jpeg", width, height);
    byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + secret.length);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {'I', 'I', 42, 0}).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(secret);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    segment(out, 0xE1, exif.array());
    segment(out, 0xE2, ("MPF\0" + SECRET).getBytes(StandardCharsets.US_ASCII));
    segment(out, 0xFE, secret);
    out.write(plain, 2, plain.length - 2);
    out.writeBytes(("ftypmp42" + SECRET).getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    int length = content.length + 2;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(content);
  }

  /** A PNG that says where it was taken. */
  static byte[] pngWithText(int width, int height) {
    byte[] plain = plain("png", width, height);
    byte[] chunk = ("tEXtComment\0" + SECRET).getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(chunk);
    int afterHeader = 33;
    ByteBuffer out = ByteBuffer.allocate(plain.length + chunk.length + 8);
    out.put(plain, 0, afterHeader).putInt(chunk.length - 4).put(chunk).putInt((int) sum.getValue());
    out.put(plain, afterHeader, plain.length - afterHeader);
    return out.array();
  }
}
