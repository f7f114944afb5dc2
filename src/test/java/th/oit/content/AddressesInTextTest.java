package th.oit.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesInTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ดู https://x.go.th/a ด้วย | https://x.go.th/a",
        "ดู HTTPS://x.go.th | HTTPS://x.go.th",
        "ดู www.x.go.th ด้วย | http://www.x.go.th",
        "ถึง a@x.go.th | mailto:a@x.go.th",
        "ถึง a&#64;x.go.th | mailto:a@x.go.th",
        "ดู https&colon;//x.go.th | https://x.go.th",
        "ดู https:\\//x.go.th | https://x.go.th",
        "ดู https:/\\/x.go.th | https://x.go.th",
        "ดู w\\ww.x.go.th | ''",
        "ไม่มีที่อยู่ | ''",
      })
  void becomeLinksHoweverTheyAreWritten(String text, String expected) {
    List<String> links = new ArrayList<>();
    Markdown.parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
              }
            });
    assertEquals(expected, String.join(" ", links));
  }
}
