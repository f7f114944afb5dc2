package th.oit.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header of a picture says. Immutable.
 *
 * @param width in pixels, as a browser shows it: after turning
 * @param height the same
 * @param orientation how it must be turned before it is shown, as Exif counts it: 1 not at all, 5
 *     to 8 with the sides exchanged
 */
public record Picture(Type type, int width, int height, int orientation) {
  private static final int AS_IT_IS = 1;
  private static final int FIRST_WITH_SIDES_EXCHANGED = 5;
  private static final int LAST = 8;

  private static final Pattern SVG = Pattern.compile("(?s)<svg\\b([^>]*)>");
  private static final Pattern LENGTH =
      Pattern.compile("(?s)\\b(width|height)\\s*=\\s*[\"']\\s*(\\d+(?:\\.\\d+)?)(?:px)?\\s*[\"']");
  private static final Pattern VIEW_BOX =
      Pattern.compile(
          "(?s)\\bviewBox\\s*=\\s*[\"']\\s*[-\\d.]+[\\s,]+[-\\d.]+[\\s,]+([\\d.]+)[\\s,]+([\\d.]+)\\s*[\"']");
  private static final int SVG_HEAD = 8192;

  /** The formats whose headers are understood. */
  public enum Type {
    JPEG,
    PNG,
    GIF,
    WEBP,
    SVG
  }

  /** Whether the sides of the pixels are exchanged before they are shown. */
  boolean isTurnedSideways() {
    return orientation >= FIRST_WITH_SIDES_EXCHANGED;
  }

  /** Reads the header; empty when the bytes are no picture that is understood. */
  public static Optional<Picture> of(byte[] bytes) {
    try {
      Picture picture = read(bytes);
      return Optional.ofNullable(picture).filter(p -> p.width > 0 && p.height > 0);
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty(); // the file ends within its header
    }
  }

  private static Picture read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (starts(bytes, 0, "\u00FF\u00D8\u00FF")) {
      return jpeg(bytes);
    }
    if (starts(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
      return new Picture(Type.PNG, in.getInt(16), in.getInt(20), AS_IT_IS);
    }
    in.order(ByteOrder.LITTLE_ENDIAN);
    if (starts(bytes, 0, "GIF8")) {
      return new Picture(Type.GIF, in.getShort(6) & 0xFFFF, in.getShort(8) & 0xFFFF, AS_IT_IS);
    }
    if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
      return webp(bytes, in);
    }
    return svg(bytes);
  }

  static boolean starts(byte[] bytes, int at, String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xFF) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Picture jpeg(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int orientation = AS_IT_IS;
    int at = 2;
    while ((bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int length = in.getShort(at + 2) & 0xFFFF;
      if (marker == 0xE1 && starts(bytes, at + 4, "Exif\0\0")) {
        orientation = orientation(bytes, at + 10, at + 2 + length);
      }
      // Frames of all kinds; C4, C8 and CC among them are something else (ISO 10918-1, table B.1).
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        int height = in.getShort(at + 5) & 0xFFFF;
        int width = in.getShort(at + 7) & 0xFFFF;
        return orientation >= FIRST_WITH_SIDES_EXCHANGED
            ? new Picture(Type.JPEG, height, width, orientation)
            : new Picture(Type.JPEG, width, height, orientation);
      }
      at += 2 + length;
    }
    return null;
  }

  /** The orientation that an Exif block names; 1 when it names none that there is. */
  private static int orientation(byte[] bytes, int tiff, int end) {
    if (end > bytes.length || end - tiff < 8) {
      return AS_IT_IS;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, tiff, end - tiff).slice();
    in.order(in.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    try {
      int directory = in.getInt(4);
      int entries = in.getShort(directory) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if ((in.getShort(entry) & 0xFFFF) == 0x0112) {
          int value = in.getShort(entry + 8) & 0xFFFF;
          return value >= AS_IT_IS && value <= LAST ? value : AS_IT_IS;
        }
      }
    } catch (IndexOutOfBoundsException e) {
      return AS_IT_IS; // browsers show such a picture as it is, too
    }
    return AS_IT_IS;
  }

  private static Picture webp(byte[] bytes, ByteBuffer in) {
    if (starts(bytes, 12, "VP8X")) {
      int width = 1 + (in.getInt(24) & 0xFFFFFF);
      int height = 1 + (in.getInt(26) >>> 8 & 0xFFFFFF);
      return new Picture(Type.WEBP, width, height, AS_IT_IS);
    }
    if (starts(bytes, 12, "VP8L")) {
      int bits = in.getInt(21);
      return new Picture(Type.WEBP, 1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF), AS_IT_IS);
    }
    if (starts(bytes, 12, "VP8 ")) {
      return new Picture(Type.WEBP, in.getShort(26) & 0x3FFF, in.getShort(28) & 0x3FFF, AS_IT_IS);
    }
    return null;
  }

  private static Picture svg(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, SVG_HEAD), StandardCharsets.ISO_8859_1);
    Matcher svg = SVG.matcher(head);
    if (!svg.find()) {
      return null;
    }
    int width = 0;
    int height = 0;
    Matcher length = LENGTH.matcher(svg.group(1));
    while (length.find()) {
      int pixels = (int) Math.round(Double.parseDouble(length.group(2)));
      if (length.group(1).equals("width")) {
        width = pixels;
      } else {
        height = pixels;
      }
    }
    Matcher box = VIEW_BOX.matcher(svg.group(1));
    if ((width == 0 || height == 0) && box.find()) {
      width = (int) Math.round(Double.parseDouble(box.group(1)));
      height = (int) Math.round(Double.parseDouble(box.group(2)));
    }
    return new Picture(Type.SVG, width, height, AS_IT_IS);
  }
}
