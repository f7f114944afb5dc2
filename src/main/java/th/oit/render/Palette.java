package th.oit.render;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The colours that follow from a body's own one: as bright or as dark as they must be for what is
 * written on them, or in them, to be read.
 *
 * <p>Contrast is measured as WCAG 2 defines it. Immutable.
 */
final class Palette {
  private static final int WHITE = 0xFFFFFF;

  /** The ground of dark pages, as the style sheet has it. */
  private static final int DARK_GROUND = 0x10191C;

  /** For text; WCAG asks for 4.5. */
  private static final double TEXT = 5.5;

  /** For parts of pictures such as bars; WCAG asks for 3. */
  private static final double PICTURE = 3.5;

  /** For a dark band under white text, so that it stays darker than the page's own ground. */
  private static final double BAND = 9;

  private final int brand;
  private final int deep;
  private final int bar;
  private final int darkBrand;
  private final int darkDeep;
  private final int darkAccent;
  private final int darkBar;

  private Palette(int color) {
    brand = towards(color, 0, c -> contrast(c, WHITE) >= TEXT);
    deep = mix(brand, 0, 0.28);
    bar = towards(color, 0, c -> contrast(c, WHITE) >= PICTURE);
    darkBrand = towards(color, 0, c -> contrast(c, WHITE) >= BAND);
    darkDeep = mix(darkBrand, 0, 0.28);
    darkAccent = towards(color, WHITE, c -> contrast(c, DARK_GROUND) >= TEXT);
    darkBar = towards(color, WHITE, c -> contrast(c, DARK_GROUND) >= PICTURE);
  }

  /**
   * @param color {@code #rrggbb}
   */
  static Palette of(String color) {
    return new Palette(Integer.parseInt(color.substring(1), 16));
  }

  /** Rules for the end of the style sheet, in which they replace its own colours. */
  String css() {
    String light =
        String.format(
            Locale.ROOT,
            "{--brand:#%06x;--deep:#%06x;--accent:#%1$06x;--bar:#%06x}",
            brand,
            deep,
            bar);
    String dark =
        String.format(
            Locale.ROOT,
            "{--brand:#%06x;--deep:#%06x;--accent:#%06x;--bar:#%06x}",
            darkBrand,
            darkDeep,
            darkAccent,
            darkBar);
    return "\n/* สีของหน่วยงาน จาก site-config.yml */\n"
        + "@media screen{:root"
        + light
        + "@media (prefers-color-scheme:dark){:root:not([data-theme]):not(:has(#theme-light:checked))"
        + dark
        + "}:root[data-theme=dark],:root:has(#theme-dark:checked)"
        + dark
        + "}\n";
  }

  /** The colour itself where it is good enough, else mixed with the other as little as must be. */
  private static int towards(int color, int other, IntPredicate enough) {
    for (int part = 0; part <= 100; part++) {
      int mixed = mix(color, other, part / 100.0);
      if (enough.test(mixed)) {
        return mixed;
      }
    }
    throw new IllegalArgumentException("not even the purest is enough");
  }

  private static int mix(int one, int other, double part) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = one >> shift & 0xFF;
      int b = other >> shift & 0xFF;
      mixed |= (int) Math.round(a + (b - a) * part) << shift;
    }
    return mixed;
  }

  /** The contrast of two colours, from 1 to 21. */
  static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16 & 0xFF)
        + 0.7152 * linear(color >> 8 & 0xFF)
        + 0.0722 * linear(color & 0xFF);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
