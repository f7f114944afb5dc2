package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlainCommandsTest {
  private static final Main.Surroundings AROUND =
      new Main.Surroundings(
          Path.of("").toAbsolutePath(),
          Map.of(),
          false,
          new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));

  private static final List<String> COMMANDS = List.of("publish", "build", "check", "status");

  private static final List<String> WORDS =
      List.of(
          "--site",
          "--format",
          "--output",
          "--lang",
          "--color",
          "--quiet",
          "--strict",
          "--jobs",
          "--today",
          "--debug",
          "--group",
          "--external",
          "--help",
          "--",
          "-h",
          "a b",
          "เว็บ",
          "json",
          "JSON",
          "xml",
          "th",
          "EN",
          "1",
          "9",
          "12",
          "0",
          "2567-04-10",
          "2024-04-10",
          "ten",
          "@x",
          "\"q\"",
          "'q'",
          "--lang=en",
          "--site=x",
          "--quiet=true",
          "",
          "-",
          "--sit");

  @Test
  void understandsACommandLineAsTheParserDoesOrNotAtAll() {
    Random random = new Random(20240410);
    int understood = 0;
    for (int round = 0; round < 20_000; round++) {
      List<String> line = new ArrayList<>();
      line.add(COMMANDS.get(random.nextInt(COMMANDS.size())));
      for (int words = random.nextInt(6); words > 0; words--) {
        line.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      String[] args = line.toArray(String[]::new);
      SiteCommand plain = PlainCommands.read(AROUND, args);
      if (plain != null) {
        understood++;
        SiteCommand parsed = (SiteCommand) Commands.all().get(args[0]).apply(AROUND);
        new CommandLine(parsed)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .parseArgs(line.subList(1, line.size()).toArray(String[]::new));
        assertEquals(values(parsed), values(plain), line::toString);
      }
    }
    assertTrue(understood > 3_000, "understood only " + understood);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "publish",
        "publish --quiet --lang en --today 2024-04-10",
        "build --site x --jobs 1",
        "check --format json --output y.json --strict",
        "status --debug --format markdown"
      })
  void understandsTheCommandLinesOfEveryDay(String line) {
    assertNotNull(PlainCommands.read(AROUND, line.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--version", "publish public", "publish --external", "audit", "new"})
  void leavesOthersToTheParser(String line) {
    assertNull(PlainCommands.read(AROUND, line.split(" ")));
  }

  /** What the options of a command are set to, by the names of the fields. */
  private static Map<String, String> values(SiteCommand command) {
    Map<String, String> values = new TreeMap<>();
    for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
      put(command, type, values);
    }
    return values;
  }

  private static void put(Object owner, Class<?> type, Map<String, String> values) {
    for (Field field : type.getDeclaredFields()) {
      try {
        field.setAccessible(true);
        String name = type.getSimpleName() + "." + field.getName();
        if (field.isAnnotationPresent(CommandLine.Mixin.class)) {
          put(field.get(owner), field.getType(), values);
        } else if (field.isAnnotationPresent(CommandLine.Option.class)
            || field.isAnnotationPresent(CommandLine.Parameters.class)) {
          values.put(name, String.valueOf(field.get(owner)));
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
