package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import th.oit.baseline.Baseline;
import th.oit.baseline.BaselineReader;
import th.oit.source.SourceText;
import th.oit.source.YamlNode;
import th.oit.source.YamlReader;

/** The jobs for CI servers that the documentation offers: every command in them exists. */
class SampleJobsTest {
  private static final Path JOBS = Path.of("src/docs/ci");

  /** What a shell and a CI server put in place of these is not known here. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\{[^}]*}}|\\$\\w+");

  private static final Pattern COMMAND = Pattern.compile("\\./oit ([^#|>\\n]+)");

  @TempDir Path folder;

  private static SourceText text(String file) {
    return SourceText.read(JOBS.resolve(file), file);
  }

  /** The command lines, those in comments too. */
  private static List<List<String>> commands(String file) {
    List<List<String>> commands = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(VARIABLE.matcher(text(file).text()).replaceAll("X"));
    while (matcher.find()) {
      commands.add(List.of(matcher.group(1).strip().split("\\s+")));
    }
    return commands;
  }

  private static String[] arguments(List<String> line) {
    return line.stream().skip(1).map(one -> one.replaceAll("[`']", "")).toArray(String[]::new);
  }

  private SiteCommand command(String name) {
    Main.Surroundings around = new Main.Surroundings(folder, Map.of(), false, null, null);
    return switch (name) {
      case "build" -> new BuildCommand(around);
      case "check" -> new CheckCommand(around);
      case "publish" -> new PublishCommand(around);
      default -> throw new AssertionError("a sample uses 'oit " + name + "'");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml"})
  void everyCommandIsOneThatTheToolHas(String file) {
    List<List<String>> commands = commands(file);
    assertTrue(commands.size() >= 4, commands::toString);
    for (List<String> line : commands) {
      SiteCommand command = command(line.get(0));
      new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments(line));
      assertTrue(command.formats().contains(command.options.format), line::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml"})
  void theDailyRunAsksTheNetwork(String file) {
    assertTrue(
        commands(file).stream().anyMatch(line -> line.contains("--external")),
        "what other hosts say changes without anybody touching the site");
  }

  @Test
  void theJobOfGithubRunsEveryDayOfTheWindow() {
    YamlNode.Mapping top = (YamlNode.Mapping) YamlReader.read(text("github-actions.yml"));
    YamlNode.Mapping on = (YamlNode.Mapping) top.entries().get("on").value();
    YamlNode.Sequence schedule = (YamlNode.Sequence) on.entries().get("schedule").value();
    YamlNode.Mapping first = (YamlNode.Mapping) schedule.values().get(0);
    assertEquals("30 23 * 3-4 *", ((YamlNode.Scalar) first.entries().get("cron").value()).text());
    YamlNode.Mapping jobs = (YamlNode.Mapping) top.entries().get("jobs").value();
    YamlNode.Mapping job = (YamlNode.Mapping) jobs.entries().get("oit").value();
    assertTrue(((YamlNode.Sequence) job.entries().get("steps").value()).values().size() >= 6);
  }

  @Test
  void everyJobOfGitlabHasAScriptAndItsReportIsWhereTheServerLooks() {
    YamlNode.Mapping top = (YamlNode.Mapping) YamlReader.read(text("gitlab-ci.yml"));
    for (String job : List.of("oit-changes", "oit-site")) {
      YamlNode.Mapping entries = (YamlNode.Mapping) top.entries().get(job).value();
      YamlNode.Sequence script = (YamlNode.Sequence) entries.entries().get("script").value();
      assertTrue(
          script.values().stream()
              .anyMatch(
                  line ->
                      ((YamlNode.Scalar) line).text().contains("--output reports/oit-junit.xml")),
          job);
    }
  }

  @Test
  void theDocumentationUsesCommandsAndEntriesThatTheToolReads() {
    for (List<String> line : commands("README.md")) {
      if (line.get(0).equals("check") && !line.get(1).contains("`")) {
        new CommandLine(new CheckCommand(null)).parseArgs(arguments(line));
      }
    }
    String text = text("README.md").text();
    String yaml = text.substring(text.indexOf("```yaml\n") + 8);
    Baseline read =
        BaselineReader.read(new SourceText("README.md", yaml.substring(0, yaml.indexOf("```"))));
    assertEquals(2, read.entries().get(0).times());
  }
}
