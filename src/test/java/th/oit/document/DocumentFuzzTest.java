package th.oit.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run with each build; a long one with {@code mvn test -Dtest=DocumentFuzzTest
 * -Doit.fuzz=100000}, another with {@code -Doit.fuzz.seed=2} beside it.
 */
class DocumentFuzzTest {
  @TempDir Path folder;

  @Test
  void noSpoiltDocumentThrowsOrHangsOrTakesMoreThanItsShareOfMemory()
      throws IOException, InterruptedException {
    List<String> lines =
        Judged.run(
            folder,
            DocumentFuzz.class,
            List.of(
                System.getProperty("oit.fuzz.seed", "1"),
                "0",
                System.getProperty("oit.fuzz", "1500"),
                folder.toString()));
    if (System.getProperty("oit.fuzz") != null) {
      lines.forEach(System.out::println);
    }
    assertEquals("exit 0", lines.get(lines.size() - 1), () -> String.join("\n", lines));
  }
}
