package th.oit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import th.oit.catalog.CatalogReader;
import th.oit.finding.Rule;
import th.oit.finding.Tolerance;
import th.oit.starter.BodyKind;
import th.oit.text.FiscalYear;
import th.oit.text.ItemCode;

/**
 * What can be typed, as a value: the one source of the completion scripts and of the manual page.
 *
 * <p>Made from the commands themselves and the texts of their help, so that none can be forgotten.
 *
 * @param says what the program is for
 */
record CommandTable(String says, List<Command> commands) {
  /** How a value is found while it is typed. */
  enum Kind {
    /** An option that takes no value. */
    NONE,
    /** One of {@link Argument#words()}. */
    WORD,
    FILE,
    FOLDER,
    /** Anything; nothing can be offered. */
    FREE
  }

  /**
   * A command.
   *
   * @param says one line of help
   * @param operands what stands without a name behind it
   */
  record Command(String name, String says, List<Argument> options, List<Argument> operands) {}

  /**
   * An option or an operand.
   *
   * @param names with their dashes, the long one last; of an operand, none
   * @param label what the help calls the value
   * @param optional whether the option may stand without its value
   */
  record Argument(
      List<String> names,
      String label,
      String says,
      Kind kind,
      List<String> words,
      boolean optional) {
    String longName() {
      return names.get(names.size() - 1);
    }
  }

  /**
   * Reads the table from the parser, whose texts have been set.
   *
   * @param root the program with all its commands
   */
  static CommandTable of(CommandSpec root) {
    List<Command> commands = new ArrayList<>();
    for (CommandLine each : root.subcommands().values()) {
      CommandSpec spec = each.getCommandSpec();
      List<Argument> options = new ArrayList<>();
      for (OptionSpec option : spec.options()) {
        if (!option.hidden()) {
          options.add(argument(spec, option, names(option)));
        }
      }
      List<Argument> operands = new ArrayList<>();
      for (ArgSpec operand : spec.positionalParameters()) {
        operands.add(argument(spec, operand, List.of()));
      }
      commands.add(new Command(spec.name(), line(spec.usageMessage().header()), options, operands));
    }
    return new CommandTable(line(root.usageMessage().header()), commands);
  }

  private static List<String> names(OptionSpec option) {
    return Arrays.stream(option.names())
        .sorted((one, other) -> one.length() - other.length())
        .toList();
  }

  private static String line(String[] texts) {
    return String.join(" ", texts).replace("%n", " ").strip();
  }

  private static Argument argument(CommandSpec command, ArgSpec argument, List<String> names) {
    String label = argument.paramLabel();
    String says = line(argument.description());
    boolean option = argument instanceof OptionSpec;
    if (option && argument.arity().max() == 0) {
      return new Argument(names, "", says, Kind.NONE, List.of(), false);
    }
    List<String> words = words(command, label);
    Kind kind =
        switch (label) {
          case "FILE", "PATH" -> Kind.FILE;
          case "DIR" -> Kind.FOLDER;
          default -> words.isEmpty() ? Kind.FREE : Kind.WORD;
        };
    return new Argument(names, label, says, kind, words, option && argument.arity().min() == 0);
  }

  /** What can stand where the help says {@code label}. */
  private static List<String> words(CommandSpec command, String label) {
    return switch (label) {
      case "FORMAT" ->
          command.userObject() instanceof SiteCommand site
              ? site.formats().stream().map(CommonOptions.Format::id).toList()
              : List.of();
      case "WHEN" -> lower(CommonOptions.Color.values());
      case "LEVEL" -> lower(Tolerance.values());
      case "KIND" -> Stream.of(BodyKind.values()).map(BodyKind::id).toList();
      case "SHELL" -> Shell.ids();
      case "YEAR" -> CatalogReader.bundledYears().stream().map(FiscalYear::toString).toList();
      case "RULE|ITEM" ->
          Stream.concat(Stream.of(Rule.values()).map(Rule::id), items().stream()).toList();
      case "WHAT" ->
          Stream.concat(Stream.of("news", "page", "service", "year"), items().stream()).toList();
      default -> label.matches("[a-z]+(\\|[a-z]+)+") ? List.of(label.split("\\|")) : List.of();
    };
  }

  private static List<String> lower(Enum<?>[] values) {
    return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The codes of all years' items. */
  private static List<String> items() {
    Set<ItemCode> codes = new TreeSet<>();
    for (FiscalYear year : CatalogReader.bundledYears()) {
      CatalogReader.bundled(year).orElseThrow().items().forEach(item -> codes.add(item.code()));
    }
    return codes.stream().map(ItemCode::toString).toList();
  }
}
