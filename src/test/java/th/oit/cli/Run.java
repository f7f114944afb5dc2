package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one command did: its exit code and what it printed. */
record Run(int exitCode, String out, String err) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Runs a command in this process, in a folder, with no terminal and an empty environment. */
  static Run in(Path folder, String... args) {
    return in(folder, Map.of(), false, args);
  }

  static Run in(Path folder, Map<String, String> environment, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream complained = new PrintStream(err, true, StandardCharsets.UTF_8);
    int exitCode =
        Main.run(new Main.Surroundings(folder, environment, terminal, printed, complained), args);
    printed.flush();
    complained.flush();
    Run run =
        new Run(
            exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertFalse(run.all().contains("\tat th.oit."), "a stack trace was shown: " + run.all());
    assertFalse(exitCode == 3, () -> "a fault of the program: " + run.all());
    return run;
  }

  String all() {
    return out + err;
  }

  Run exits(int expected) {
    assertEquals(expected, exitCode, all());
    return this;
  }

  Run says(String... texts) {
    for (String text : texts) {
      assertTrue(all().contains(text), () -> "expected '" + text + "' in:\n" + all());
    }
    return this;
  }

  JsonNode json() {
    try {
      return MAPPER.readTree(out);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + all(), e);
    }
  }

  /** The status of an item in the report. */
  String status(String item) {
    for (JsonNode entry : json().path("items")) {
      if (entry.path("id").asText().equals(item)) {
        return entry.path("status").asText();
      }
    }
    return "not in the report";
  }

  /** Every finding as {@code rule item file:line:column target}, with {@code -} for nothing. */
  List<String> findings() {
    List<String> lines = new ArrayList<>();
    for (JsonNode finding : json().path("findings")) {
      JsonNode source = finding.path("source");
      String place =
          source.isNull()
              ? "-"
              : source.path("file").asText()
                  + ":"
                  + source.path("line").asText()
                  + ":"
                  + source.path("column").asText();
      lines.add(
          finding.path("rule").asText()
              + " "
              + finding.path("item").asText("-")
              + " "
              + place
              + " "
              + finding.path("target").asText("-"));
    }
    return lines;
  }

  /**
   * There is a finding by this rule, about this item, at this place.
   *
   * @param item {@code -} for none
   * @param place {@code file:line:column}
   */
  Run finds(String rule, String item, String place) {
    String wanted = rule + " " + item + " " + place + " ";
    assertTrue(
        findings().stream().anyMatch(line -> line.startsWith(wanted)),
        () -> "expected\n  " + wanted + "\namong\n  " + String.join("\n  ", findings()) + err);
    return this;
  }

  /** No rule but these found anything. */
  Run findsOnly(String... rules) {
    List<String> others =
        findings().stream()
            .filter(line -> !List.of(rules).contains(line.substring(0, line.indexOf(' '))))
            .toList();
    assertEquals(List.of(), others);
    return this;
  }
}
