package th.oit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import th.oit.text.Language;

/** Prints the manual page. */
@Command(name = "man", sortOptions = false)
final class ManCommand implements Callable<Integer> {
  @Option(names = "--lang", paramLabel = "th|en", converter = CommonOptions.LanguageConverter.class)
  Language language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  @Spec CommandSpec spec;

  private final Main.Surroundings around;

  ManCommand(Main.Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Language spoken =
        language != null
            ? language
            : Language.of(around.environment().getOrDefault("OIT_LANG", "")).orElse(Language.TH);
    around.out().print(ManPage.of(CommandTable.of(spec.root()), spoken));
    return 0;
  }
}
