package th.oit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import th.oit.text.Language;
import th.oit.text.ThaiDate;

/** The options that every command has. */
final class CommonOptions {
  enum Format {
    TEXT,
    JSON,
    JUNIT,
    SARIF,
    GITHUB,
    MARKDOWN,
    HTML,
    XLSX,
    CSV;

    /** The name on the command line, such as {@code markdown}. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(names = "--site", paramLabel = "DIR")
  Path site;

  @Option(names = "--format", paramLabel = "FORMAT")
  Format format = Format.TEXT;

  @Option(names = "--output", paramLabel = "FILE")
  Path output;

  @Option(names = "--lang", paramLabel = "th|en", converter = LanguageConverter.class)
  Language language;

  @Option(names = "--color", paramLabel = "WHEN")
  Color color = Color.AUTO;

  @Option(names = "--quiet")
  boolean quiet;

  @Option(names = "--strict")
  boolean strict;

  @Option(names = "--jobs", paramLabel = "N", converter = JobsConverter.class)
  int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--today", paramLabel = "DATE", converter = DateConverter.class)
  LocalDate today = LocalDate.now();

  @Option(names = "--debug")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  static final class LanguageConverter implements CommandLine.ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return Language.of(value)
          .orElseThrow(() -> new CommandLine.TypeConversionException("'" + value + "': th, en"));
    }
  }

  static final class JobsConverter implements CommandLine.ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("[1-9]\\d{0,2}")) {
        throw new CommandLine.TypeConversionException("'" + value + "': 1, 2, …, 999");
      }
      return Integer.valueOf(value);
    }
  }

  static final class DateConverter implements CommandLine.ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      return ThaiDate.parse(value)
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "'" + value + "': 2567-04-10, 2024-04-10"));
    }
  }
}
