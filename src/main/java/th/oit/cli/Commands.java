package th.oit.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import th.oit.text.Language;
import th.oit.text.NearMatch;
import th.oit.text.Words;

/** All commands by name, and what happens around each of them. */
@Command(name = "oit", sortOptions = false, versionProvider = Version.class)
final class Commands implements Runnable {
  /** An error of the program itself. */
  static final int FAULT = 3;

  /** The command, the configuration or the content cannot be used as given. */
  static final int UNUSABLE = 2;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  @CommandLine.Option(
      names = {"-V", "--version"},
      versionHelp = true)
  boolean version;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  static Map<String, Function<Main.Surroundings, Object>> all() {
    Map<String, Function<Main.Surroundings, Object>> commands = new LinkedHashMap<>();
    commands.put("init", InitCommand::new);
    commands.put("new", NewCommand::new);
    commands.put("publish", PublishCommand::new);
    commands.put("build", BuildCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("audit", AuditCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("answers", AnswersCommand::new);
    commands.put("clean", CleanCommand::new);
    commands.put("catalog", CatalogCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("schema", SchemaCommand::new);
    commands.put("completion", CompletionCommand::new);
    commands.put("man", ManCommand::new);
    return commands;
  }

  /** Runs a command line and returns its exit code; never exits, never shows a stack trace. */
  static int run(Main.Surroundings around, String... args) {
    Map<String, Function<Main.Surroundings, Object>> commands = all();
    Language language = PlainCommands.language(around, args);
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      around.out().println(Version.line());
      return 0;
    }
    CommandLine root = new CommandLine(new Commands());
    // Each command costs start-up time, so a run that names one knows only that one.
    boolean tellsOfAll = args.length > 0 && List.of("completion", "man").contains(args[0]);
    boolean one = args.length > 0 && commands.containsKey(args[0]) && !tellsOfAll;
    for (Map.Entry<String, Function<Main.Surroundings, Object>> command : commands.entrySet()) {
      if (!one || command.getKey().equals(args[0])) {
        root.addSubcommand(command.getKey(), command.getValue().apply(around));
      }
    }
    boolean wantsHelp =
        args.length == 0
            || tellsOfAll
            || Arrays.asList(args).contains("--help")
            || Arrays.asList(args).contains("-h");
    if (wantsHelp) {
      root.setResourceBundle(
          ResourceBundle.getBundle(
              "th.oit.cli.help",
              language == Language.TH ? Locale.forLanguageTag("th") : Locale.ROOT));
    }
    root.setOut(new PrintWriter(around.out(), true));
    root.setErr(new PrintWriter(around.err(), true));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            around.isColored() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    root.setUsageHelpWidth(100);
    root.setParameterExceptionHandler(
        (exception, unused) -> usageError(exception, commands, language, around));
    root.setExecutionExceptionHandler(
        (exception, commandLine, parsed) ->
            PlainCommands.failed(exception, commandLine.getCommand(), language, around));
    root.setExecutionStrategy(parsed -> execute(parsed, language, around));
    return root.execute(args);
  }

  /** Runs the command, unless it was asked for a format that it does not have. */
  private static int execute(
      CommandLine.ParseResult parsed, Language language, Main.Surroundings around) {
    if (parsed.subcommand() != null
        && parsed.subcommand().commandSpec().userObject() instanceof SiteCommand command
        && command.options.format != null
        && !command.options.help
        && !command.formats().contains(command.options.format)) {
      String name = parsed.subcommand().commandSpec().qualifiedName();
      return PlainCommands.hasNoSuchFormat(name, command, language, around);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int usageError(
      CommandLine.ParameterException exception,
      Map<String, Function<Main.Surroundings, Object>> commands,
      Language language,
      Main.Surroundings around) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    Words words;
    if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String written = String.join(" ", unmatched.getUnmatched());
      String first = unmatched.getUnmatched().get(0);
      List<String> known =
          first.startsWith("-")
              ? List.copyOf(exception.getCommandLine().getCommandSpec().optionsMap().keySet())
              : command.equals("oit") ? List.copyOf(commands.keySet()) : List.of();
      String near = NearMatch.of(first, known).map(name -> " (" + name + "?)").orElse("");
      words = Words.of("ไม่รู้จัก " + written + near, "unknown: " + written + near);
    } else if (exception instanceof CommandLine.MissingParameterException missing) {
      words = Words.of("ยังขาดค่าที่ต้องระบุ: " + missing.getMessage(), missing.getMessage());
    } else {
      words = Words.of("คำสั่งไม่ถูกต้อง: " + exception.getMessage(), exception.getMessage());
    }
    around.err().println("oit: " + words.in(language));
    around
        .err()
        .println(
            Words.of("ดูวิธีใช้ด้วย: " + command + " --help", "see: " + command + " --help")
                .in(language));
    return UNUSABLE;
  }
}
