package th.oit.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentPathTest {
  @ParameterizedTest
  @CsvSource({
    "oit/2567/o14/index.md, plan.pdf, oit/2567/o14/plan.pdf",
    "oit/2567/o14/index.md, ./plan.pdf, oit/2567/o14/plan.pdf",
    "oit/2567/o14/index.md, ../o13/index.md, oit/2567/o13/index.md",
    "oit/2567/o14/index.md, ../../../pages/contact.md, pages/contact.md",
    "oit/2567/o14/index.md, a//b.pdf, oit/2567/o14/a/b.pdf",
    "index.md, pages/contact.md, pages/contact.md",
    "index.md, ./, ''",
    "pages/a.md, .., ''",
    "pages/a.md, /images/x.svg, images/x.svg",
    "'', index.md, index.md"
  })
  void findsAFileBesideThePage(String page, String target, String path) {
    assertEquals(Optional.of(path), ContentPath.resolve(page, target));
  }

  @ParameterizedTest
  @CsvSource({"index.md, ../x.md", "pages/a.md, ../../x.md", "pages/a.md, ../../content/x.md"})
  void findsNothingOutsideTheFolder(String page, String target) {
    assertEquals(Optional.empty(), ContentPath.resolve(page, target));
  }

  @Test
  void aPathAsWindowsWritesItIsTheSamePath() {
    assertEquals(
        ContentPath.resolve("oit/2567/o1/index.md", "../o2/images/a.png"),
        ContentPath.resolve("oit/2567/o1/index.md", "..\\o2\\images\\a.png"));
  }
}
