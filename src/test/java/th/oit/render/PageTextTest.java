package th.oit.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTextTest {
  @Test
  void hasTheBytesOfItsText() {
    for (String text :
        new String[] {
          "",
          "a~\u007F",
          "\u0080é߿",
          "ก๎ਿ\uFFFF",
          "😀𝒳",
          "a\uD83D",
          "\uDE00b",
          "\uD83D\uD83D\uDE00"
        }) {
      PageText page = new PageText(1);
      page.write(text);
      page.write(text.toCharArray(), 0, text.length());
      page.write('ข');
      byte[] expected = (text + text + "ข").getBytes(StandardCharsets.UTF_8);
      assertArrayEquals(expected, page.utf8(), text);
    }
  }
}
