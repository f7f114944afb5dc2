package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What can be held of the launcher for Windows where there is no Windows. It was run under wine, in
 * folders named {@code โปรแกรม (อบต)}, {@code a & b}, {@code a !x! b} and {@code a^b}.
 */
class WindowsLauncherTest {
  private static String read(String launcher) throws IOException {
    return Files.readString(Path.of(launcher));
  }

  @Test
  void everyLineEndsAsWindowsNeedsIt() throws IOException {
    String text = read("oit.cmd");
    assertFalse(Pattern.compile("(?<!\r)\n").matcher(text).find(), "a line feed alone");
    assertTrue(text.endsWith("\r\n"));
    assertFalse(text.startsWith("\uFEFF"), "cmd takes a byte order mark for a command");
  }

  @Test
  void everyPlaceThatIsGoneToExistsOnce() throws IOException {
    String text = read("oit.cmd");
    List<String> labels = all(text, "(?m)^:([a-z-]+)");
    Set<String> wanted = new TreeSet<>(all(text, "(?:goto|call) :([a-z-]+)"));
    assertEquals(wanted, new TreeSet<>(labels));
    assertEquals(wanted.size(), labels.size());
  }

  @Test
  void javaGetsTheSameFlagsAsElsewhere() throws IOException {
    assertEquals(flags(read("oit")), flags(read("oit.cmd")));
  }

  private static Set<String> flags(String text) {
    return all(text, "(-X(?:X:[+-]?|log:)[A-Za-z0-9=:]+)").stream()
        .filter(flag -> !flag.contains("Archive"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A folder may hold {@code &}, {@code (} and spaces: each place stands in quotes. */
  @Test
  void noPlaceStandsWithoutQuotes() throws IOException {
    for (String line : read("oit.cmd").split("\r\n")) {
      Matcher place =
          Pattern.compile("%(here|app|sample|jar|archive|new|java|share|LOCALAPPDATA|JAVA_HOME)\\b")
              .matcher(line);
      while (place.find()) {
        long before = line.substring(0, place.start()).chars().filter(c -> c == '"').count();
        assertEquals(1, before % 2, line);
      }
    }
  }

  @Test
  void nothingOfTheEnvironmentIsTakenForTheProgramsOwn() throws IOException {
    Set<String> set =
        new TreeSet<>(all(read("oit.cmd").toLowerCase(Locale.ROOT), "set \"([a-z]+)="));
    for (String known :
        List.of("home", "path", "temp", "tmp", "user", "username", "os", "prompt")) {
      assertFalse(set.contains(known), known);
    }
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }
}
