package th.oit.cli;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import th.oit.text.Language;

/** Prints the script that makes a shell complete what is typed after {@code oit}. */
@Command(name = "completion", sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SHELL",
      descriptionKey = "shell",
      converter = ShellConverter.class)
  Shell shell = Shell.BASH;

  @Option(names = "--lang", paramLabel = "th|en", converter = CommonOptions.LanguageConverter.class)
  Language language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  @Spec CommandSpec spec;

  private final Main.Surroundings around;

  CompletionCommand(Main.Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    around.out().print(shell.script(CommandTable.of(spec.root())));
    return 0;
  }

  static final class ShellConverter implements CommandLine.ITypeConverter<Shell> {
    @Override
    public Shell convert(String value) {
      return Stream.of(Shell.values())
          .filter(shell -> shell.id().equalsIgnoreCase(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "'" + value + "': " + String.join(", ", Shell.ids())));
    }
  }
}
