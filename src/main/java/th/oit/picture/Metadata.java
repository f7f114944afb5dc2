package th.oit.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Takes out of a picture what is no picture: where and with what it was taken, by whom, its
 * previews, and what telephones append. A photograph of a sick villager's house must not say where
 * that house stands.
 *
 * <p>The pixels are not touched, nor are the colours' profile and the way in which the picture is
 * turned.
 */
public final class Metadata {
  private Metadata() {}

  /**
   * The picture alone; the very same array when there is nothing to take out, or when the bytes are
   * no picture whose build is understood.
   */
  public static byte[] without(byte[] bytes) {
    Picture picture = Picture.of(bytes).orElse(null);
    if (picture == null) {
      return bytes;
    }
    try {
      byte[] bare =
          switch (picture.type()) {
            case JPEG -> jpeg(bytes, picture.orientation());
            case PNG -> png(bytes);
            case WEBP -> webp(bytes);
            default -> bytes;
          };
      return bare.length == bytes.length ? bytes : bare;
    } catch (IndexOutOfBoundsException e) {
      return bytes; // cut short: the check says so of evidence
    }
  }

  private static byte[] jpeg(byte[] bytes, int orientation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, 2);
    boolean turned = orientation == 1;
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == 0xDA) {
        int end = endOfJpeg(bytes, at);
        if (!turned) {
          turn(out, orientation);
        }
        out.write(bytes, at, end - at);
        return out.toByteArray();
      }
      int length = 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
      // The turning stands before everything but the frame of JFIF, which must be the first.
      if (!turned && marker != 0xE0) {
        turn(out, orientation);
        turned = true;
      }
      if (!isMetadata(bytes, at, marker)) {
        out.write(bytes, at, length);
      }
      at += length;
    }
    return bytes;
  }

  /**
   * All that applications append, but JFIF, the profile of the colours, and Adobe's colour flag.
   */
  private static boolean isMetadata(byte[] bytes, int at, int marker) {
    return switch (marker) {
      case 0xFE -> true;
      case 0xE0 -> !Picture.starts(bytes, at + 4, "JFIF\0");
      case 0xE2 -> !Picture.starts(bytes, at + 4, "ICC_PROFILE\0");
      case 0xEE -> !Picture.starts(bytes, at + 4, "Adobe");
      default -> marker >= 0xE1 && marker <= 0xEF;
    };
  }

  /** Behind the end marker of the picture itself; telephones put films and previews after it. */
  private static int endOfJpeg(byte[] bytes, int firstScan) {
    int at = firstScan + 2;
    while (at + 1 < bytes.length) {
      if ((bytes[at] & 0xFF) != 0xFF) {
        at++;
        continue;
      }
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xD9) {
        return at + 2;
      }
      if (marker == 0xFF) {
        at++;
      } else if (marker == 0 || marker >= 0xD0 && marker <= 0xD7 || at + 3 >= bytes.length) {
        at += 2;
      } else {
        // A table or a further scan, whose own bytes may look like markers.
        at += 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
      }
    }
    return bytes.length;
  }

  /** An Exif block that says how to turn the picture, and nothing else. */
  private static void turn(ByteArrayOutputStream out, int orientation) {
    ByteBuffer block = ByteBuffer.allocate(36);
    block.putShort((short) 0xFFE1).putShort((short) 34);
    block.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
    block.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    block.putShort((short) orientation).putShort((short) 0).putInt(0);
    out.writeBytes(block.array());
  }

  private static byte[] png(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, 8);
    int at = 8;
    while (at + 12 <= bytes.length) {
      long length = 12L + (in.getInt(at) & 0xFFFFFFFFL);
      if (length > bytes.length - at) {
        return bytes;
      }
      String name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      switch (name) {
        case "eXIf", "tEXt", "zTXt", "iTXt", "tIME" -> {}
        default -> out.write(bytes, at, (int) length);
      }
      at += (int) length;
      if (name.equals("IEND")) {
        return out.toByteArray();
      }
    }
    return bytes;
  }

  private static byte[] webp(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, 12);
    int at = 12;
    while (at + 8 <= bytes.length) {
      long size = in.getInt(at + 4) & 0xFFFFFFFFL;
      long length = 8 + size + (size & 1);
      if (length > bytes.length - at) {
        return bytes;
      }
      if (!Picture.starts(bytes, at, "EXIF") && !Picture.starts(bytes, at, "XMP ")) {
        out.write(bytes, at, (int) length);
      }
      at += (int) length;
    }
    byte[] bare = out.toByteArray();
    ByteBuffer header = ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(4, bare.length - 8);
    if (Picture.starts(bare, 12, "VP8X")) {
      bare[20] &= ~0x0C; // no Exif, no XMP
    }
    return bare;
  }
}
