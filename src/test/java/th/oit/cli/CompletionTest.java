package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the shells complete: asked of the shells themselves, where they are installed. */
class CompletionTest {
  @TempDir Path folder;

  private String script(String shell) {
    return Run.in(folder, "completion", shell, "--lang", "en").exits(0).out();
  }

  // bash

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "oit pub > publish",
        "oit check --for > --format",
        "oit check --format js > json",
        "oit check --format = js > json",
        "oit catalog --format = > text json",
        "oit answers --format x > xlsx",
        "oit explain link/ca > link/case",
        "oit explain O14 > O14",
        "oit new ne > news",
        "oit publish --lang = e > en",
        "oit check --hash wa > warn",
        "oit init --kind pa > pao",
        "oit completion po > powershell",
      })
  void bashCompletesCommandsOptionsAndTheirValues(String typed, String expected) throws Exception {
    assertEquals(expected, askBash(typed));
  }

  @Test
  void bashLeavesFilesToItselfAndOffersNoneWhereNoneCanStand() throws Exception {
    assertEquals("", askBash("oit check --config si"));
    assertEquals("", askBash("oit check --timeout 2"));
    assertEquals("", askBash("oit nothing --fo"));
  }

  private String askBash(String typed) throws Exception {
    Path file = Files.writeString(folder.resolve("oit.bash"), script("bash"));
    String[] words = typed.split(" ");
    StringBuilder array = new StringBuilder();
    for (String word : words) {
      array.append('\'').append(word).append("' ");
    }
    String ask =
        "set -u; source '"
            + file
            + "'; compopt() { :; }; COMP_WORDS=("
            + array
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; _oit; echo ${COMPREPLY[@]+\"${COMPREPLY[@]}\"}";
    return shell("bash", "--norc", "--noprofile", "-c", ask);
  }

  // zsh and fish

  @Test
  void zshUnderstandsItsScript() throws Exception {
    assumeTrue(isInstalled("zsh"), "zsh is not installed");
    Path file = Files.writeString(folder.resolve("_oit"), script("zsh"));
    assertEquals("", shell("zsh", "-f", "-n", file.toString()));
    assertEquals(
        "_oit",
        shell(
            "zsh",
            "-f",
            "-c",
            "autoload -U compinit && compinit -u -D; source '" + file + "'; echo $_comps[oit]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "oit pub > publish",
        "oit check --format js > json",
        "oit check --format=js > --format=json",
        "oit explain link/cas > link/case",
        "oit explain O14 > O14",
        "oit check --links > --links-only",
        "oit --ver > --version",
      })
  void fishCompletesCommandsOptionsAndTheirValues(String typed, String expected) throws Exception {
    assumeTrue(isInstalled("fish"), "fish is not installed");
    Path file = Files.writeString(folder.resolve("oit.fish"), script("fish"));
    String offered =
        shell("fish", "-N", "-c", "source '" + file + "'; complete -C '" + typed + "'");
    assertEquals(expected, offered.replaceAll("\t.*", ""), offered);
  }

  // PowerShell

  /** No PowerShell is at hand to be asked, so its table is read back. */
  @Test
  void powershellHasEveryCommandWithItsOptionsAndTheirValues() {
    String script = script("powershell");
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(script), "read in any code page");
    assertBalanced(script);
    Main.Surroundings around = new Main.Surroundings(folder, Map.of(), false, null, null);
    Commands.all()
        .forEach(
            (name, make) -> {
              int start = script.indexOf("  '" + name + "' = @{\n");
              assertTrue(start > 0, name);
              String entry = script.substring(start, script.indexOf("\n  }\n", start));
              Set<String> options = new TreeSet<>();
              for (OptionSpec option :
                  new CommandLine(make.apply(around)).getCommandSpec().options()) {
                options.addAll(List.of(option.names()));
              }
              for (String option : options) {
                assertTrue(entry.contains("      '" + option + "' = @{ value = $"), option);
              }
            });
    assertTrue(script.contains("'--lang' = @{ value = $true; words = @('th', 'en') }"));
    assertTrue(script.contains("'--strict' = @{ value = $false; words = @() }"));
    assertTrue(script.contains("'link/case', "));
  }

  private static void assertBalanced(String script) {
    Deque<Character> open = new ArrayDeque<>();
    boolean quoted = false;
    for (String line : script.split("\n")) {
      if (line.startsWith("#")) {
        continue;
      }
      for (char letter : line.toCharArray()) {
        if (letter == '\'') {
          quoted = !quoted;
        } else if (!quoted && "({[".indexOf(letter) >= 0) {
          open.push(letter);
        } else if (!quoted && ")}]".indexOf(letter) >= 0) {
          assertEquals(")}]".indexOf(letter), "({[".indexOf(open.pop()), line);
        }
      }
      assertFalse(quoted, line);
    }
    assertTrue(open.isEmpty());
  }

  // The command.

  @Test
  void bashIsMeantWhenNoShellIsNamed() {
    assertEquals(script("bash"), Run.in(folder, "completion", "--lang", "en").exits(0).out());
  }

  @Test
  void anUnknownShellIsRefusedWithThoseThatThereAre() {
    Run.in(folder, "completion", "tcsh").exits(2).says("bash, zsh, fish, powershell");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void aScriptOfThaiHelpHasTheSameOptions(String shell) {
    String thai = Run.in(folder, "completion", shell).exits(0).out();
    assertEquals(script(shell).lines().count(), thai.lines().count());
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private String shell(String... command) throws IOException, InterruptedException {
    assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends");
    return said.strip();
  }
}
