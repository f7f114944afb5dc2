package th.oit.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  private static final List<String> PIECES =
      List.of(
          "![",
          "]",
          "](",
          ")",
          "[",
          "ภาพ",
          " ",
          "\n",
          "\n\n",
          "- ",
          "> ",
          "#",
          "a.csv",
          "b.XLSX",
          "c.yml",
          "d.yaml",
          "e.png",
          "&#46;csv",
          "\\.csv",
          "f&period;yml",
          "[r]: g.csv\n",
          "[r]",
          "\"x\"",
          "*",
          "`",
          "<b>",
          "\u00A0",
          "\t",
          "|",
          "<",
          ">",
          "%2Ecsv",
          "Csv",
          "\\");

  @Test
  void keepsTheTreeOfEveryTextInWhichReadingLooksForSomething() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 40_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        if (random.nextInt(5) == 0) {
          text.append("![").append(random.nextBoolean() ? "" : "ค").append("](");
        }
      }
      String written = text.toString();
      if (looksForSomething(written)) {
        found++;
        assertTrue(MarkdownText.of(written).isParsed(), written);
      }
    }
    assertTrue(found > 500, "only " + found + " texts had something to find");
  }

  private static boolean looksForSomething(String text) {
    boolean[] found = {false};
    Markdown.parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Image image) {
                String target = image.getDestination().toLowerCase(Locale.ROOT);
                found[0] |=
                    image.getFirstChild() == null
                        || target.endsWith(".csv")
                        || target.endsWith(".xlsx")
                        || target.endsWith(".yml")
                        || target.endsWith(".yaml");
                visitChildren(image);
              }
            });
    return found[0];
  }

  @Test
  void makesTheSameTreeLaterAsAtOnce() {
    String text = "## หัวข้อ {#a}\n\nข้อความ ![ภาพ](x.png)\n\n| ก | ข |\n|---|---:|\n| 1 | 2 |\n";
    MarkdownText body = MarkdownText.of(text);
    assertFalse(body.isParsed());
    HtmlRenderer html = HtmlRenderer.builder().extensions(Markdown.EXTENSIONS).build();
    assertEquals(html.render(Markdown.parse(text)), html.render(body.tree()));
  }
}
