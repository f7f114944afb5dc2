package th.oit.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes smaller copies of photographs. Every pixel of a copy is the mean of those that it stands
 * for; the same bytes give the same copies under the same Java. Thread-safe.
 */
public final class SmallerCopies {
  private static final float QUALITY = 0.8f;

  /** A larger picture is read with gaps, for its pixels at once would fill the memory. */
  private static final long MOST_PIXELS = 24_000_000;

  private static final int CHANNELS = 4;

  private SmallerCopies() {}

  /** Whether smaller copies can be made of pictures of this type. */
  public static boolean canBeMadeOf(Picture picture) {
    return picture.type() == Picture.Type.JPEG || picture.type() == Picture.Type.PNG;
  }

  /**
   * Makes copies, turned as they are to be shown and without anything but pixels.
   *
   * @param widths in pixels, all less than the picture's
   * @return in the order of the widths, in the format of the picture; empty where the pixels cannot
   *     be read, as of a photograph for print
   */
  public static List<byte[]> of(byte[] bytes, Picture picture, List<Integer> widths) {
    BufferedImage image;
    try {
      image = read(bytes, picture);
    } catch (IOException | RuntimeException e) {
      return List.of(); // decoders throw all kinds of exceptions at damaged pixels
    }
    List<byte[]> copies = new ArrayList<>();
    for (int width : widths) {
      int height =
          (int) Math.max(1, Math.round((double) picture.height() * width / picture.width()));
      boolean sideways = picture.isTurnedSideways();
      int[] pixels = scaled(image, sideways ? height : width, sideways ? width : height);
      copies.add(
          written(
              turned(pixels, width, height, picture.orientation()),
              picture.type(),
              width,
              height,
              image.getColorModel().hasAlpha()));
    }
    return copies;
  }

  private static BufferedImage read(byte[] bytes, Picture picture) throws IOException {
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(picture.type() == Picture.Type.JPEG ? "jpeg" : "png")
            .next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      ImageReadParam how = reader.getDefaultReadParam();
      long pixels = (long) picture.width() * picture.height();
      int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
      if (step > 1) {
        how.setSourceSubsampling(step, step, 0, 0);
      }
      return reader.read(0, how);
    } finally {
      reader.dispose();
    }
  }

  /** The picture in fewer pixels, row by row, so that the large one is never held twice. */
  private static int[] scaled(BufferedImage image, int width, int height) {
    int sourceWidth = image.getWidth();
    int sourceHeight = image.getHeight();
    int[] out = new int[width * height];
    int[] line = new int[sourceWidth];
    double[] narrow = new double[width * CHANNELS];
    double[] sum = new double[width * CHANNELS];
    int row = -1;
    for (int y = 0; y < height; y++) {
      double top = (double) y * sourceHeight / height;
      double bottom = (double) (y + 1) * sourceHeight / height;
      Arrays.fill(sum, 0);
      for (int source = (int) top; source < bottom && source < sourceHeight; source++) {
        double share = Math.min(bottom, source + 1) - Math.max(top, source);
        if (share <= 1e-9) {
          continue;
        }
        if (source != row) {
          image.getRGB(0, source, sourceWidth, 1, line, 0, sourceWidth);
          narrow(line, narrow, width);
          row = source;
        }
        for (int i = 0; i < sum.length; i++) {
          sum[i] += narrow[i] * share;
        }
      }
      for (int x = 0; x < width; x++) {
        out[y * width + x] = pixel(sum, x * CHANNELS, bottom - top);
      }
    }
    return out;
  }

  /** One line in fewer pixels, colours weighed by how opaque they are. */
  private static void narrow(int[] line, double[] out, int width) {
    for (int x = 0; x < width; x++) {
      double left = (double) x * line.length / width;
      double right = (double) (x + 1) * line.length / width;
      double alpha = 0;
      double red = 0;
      double green = 0;
      double blue = 0;
      for (int source = (int) left; source < right && source < line.length; source++) {
        double share = Math.min(right, source + 1) - Math.max(left, source);
        double opaque = share * (line[source] >>> 24);
        alpha += opaque;
        red += opaque * (line[source] >> 16 & 0xFF);
        green += opaque * (line[source] >> 8 & 0xFF);
        blue += opaque * (line[source] & 0xFF);
      }
      double all = right - left;
      out[x * CHANNELS] = alpha / all;
      out[x * CHANNELS + 1] = red / all;
      out[x * CHANNELS + 2] = green / all;
      out[x * CHANNELS + 3] = blue / all;
    }
  }

  private static int pixel(double[] sum, int at, double all) {
    double alpha = sum[at];
    if (alpha <= 0) {
      return 0;
    }
    return channel(alpha / all) << 24
        | channel(sum[at + 1] / alpha) << 16
        | channel(sum[at + 2] / alpha) << 8
        | channel(sum[at + 3] / alpha);
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  /**
   * Turns pixels as Exif says (TIFF 6.0, tag 274).
   *
   * @param width of the picture as shown
   */
  private static int[] turned(int[] pixels, int width, int height, int orientation) {
    if (orientation == 1) {
      return pixels;
    }
    boolean sideways = orientation >= 5;
    int rows = sideways ? width : height;
    int columns = sideways ? height : width;
    int[] out = new int[pixels.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int toX =
            switch (orientation) {
              case 2, 3 -> columns - 1 - x;
              case 5, 8 -> y;
              case 6, 7 -> rows - 1 - y;
              default -> x;
            };
        int toY =
            switch (orientation) {
              case 3, 4 -> rows - 1 - y;
              case 5, 6 -> x;
              case 7, 8 -> columns - 1 - x;
              default -> y;
            };
        out[toY * width + toX] = pixels[y * columns + x];
      }
    }
    return out;
  }

  private static byte[] written(
      int[] pixels, Picture.Type type, int width, int height, boolean alpha) {
    BufferedImage image =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer =
        ImageIO.getImageWritersByFormatName(type == Picture.Type.JPEG ? "jpeg" : "png").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (type == Picture.Type.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
