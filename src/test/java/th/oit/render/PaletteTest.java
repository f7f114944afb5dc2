package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
  private static final Pattern RULE =
      Pattern.compile("\\{--brand:#(\\w{6});--deep:#(\\w{6});--accent:#(\\w{6});--bar:#(\\w{6})}");

  /** Light rules, then dark ones: brand, deep, accent and bar of each. */
  private static List<int[]> rules(String color) {
    List<int[]> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(Palette.of(color).css());
    while (rule.find()) {
      int[] colors = new int[4];
      for (int i = 0; i < 4; i++) {
        colors[i] = Integer.parseInt(rule.group(i + 1), 16);
      }
      rules.add(colors);
    }
    return rules;
  }

  private static void assertReadable(String color) {
    List<int[]> rules = rules(color);
    int[] light = rules.get(0);
    int[] dark = rules.get(1);
    assertContrast(4.5, light[0], 0xFFFFFF, color + ": white on the band");
    assertContrast(4.5, light[1], 0xFFFFFF, color + ": white on the strip");
    assertContrast(4.5, light[2], 0xFFFFFF, color + ": accent on paper");
    assertContrast(3, light[3], 0xFFFFFF, color + ": bar on paper");
    assertContrast(4.5, dark[0], 0xFFFFFF, color + ": white on the dark band");
    assertContrast(4.5, dark[2], 0x10191C, color + ": accent on dark paper");
    assertContrast(3, dark[3], 0x10191C, color + ": bar on dark paper");
  }

  private static void assertContrast(double least, int one, int other, String what) {
    assertTrue(Palette.contrast(one, other) >= least, what + " " + Palette.contrast(one, other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#000000", "#ffffff", "#ffff00", "#FF0000", "#00ff00", "#0000ff", "#777777"})
  void makesAnyColourReadable(String color) {
    assertReadable(color);
  }

  @Test
  void makesAThousandColoursReadable() {
    Random random = new Random(2567);
    for (int i = 0; i < 1000; i++) {
      assertReadable(String.format("#%06x", random.nextInt(0x1000000)));
    }
  }

  @Test
  void leavesAColourThatIsDarkEnoughAsItIs() {
    assertTrue(Palette.of("#5b1a8b").css().contains("{--brand:#5b1a8b;"));
  }
}
