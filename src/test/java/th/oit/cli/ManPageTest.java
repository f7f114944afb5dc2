package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page says all that the help says. */
class ManPageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"th", "en"})
  void everyCommandAndOptionStandsInIt(String language) {
    String page = Run.in(folder, "man", "--lang", language).exits(0).out();
    Main.Surroundings around = new Main.Surroundings(folder, Map.of(), false, null, null);
    List<String> missing = new ArrayList<>();
    Commands.all()
        .forEach(
            (name, make) -> {
              if (!page.contains("\n.SS \"oit " + name)) {
                missing.add(name);
              }
              for (OptionSpec option :
                  new CommandLine(make.apply(around)).getCommandSpec().options()) {
                String bold = "\\fB" + option.longestName().replace("-", "\\-") + "\\fR";
                if (!page.contains(bold) && !option.longestName().equals("--version")) {
                  missing.add(name + " " + option.longestName());
                }
              }
            });
    assertEquals(List.of(), missing);
    assertFalse(page.contains("%n"), "a mark of the help's layout");
    for (String line : page.split("\n")) {
      assertTrue(
          line.isEmpty()
              || !line.startsWith(".")
              || line.matches("\\.(TH|SH|SS|TP|B|I|br|ad|nh).*"),
          line);
      assertTrue(!line.startsWith("'") || line.startsWith("'\\\""), line);
    }
  }

  @Test
  void itSpeaksThaiOrEnglish() {
    Run.in(folder, "man").exits(0).says(".SH \"รหัสผลลัพธ์\"");
    Run.in(folder, "man", "--lang", "en").exits(0).says(".SH \"EXIT STATUS\"");
    Run.in(folder, Map.of("OIT_LANG", "en"), false, "man").exits(0).says(".SH \"EXIT STATUS\"");
  }
}
