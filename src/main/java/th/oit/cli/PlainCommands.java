package th.oit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import th.oit.finding.UnusableInput;
import th.oit.text.Language;
import th.oit.text.ThaiDate;
import th.oit.text.Words;

/**
 * Runs the commands of every day when their options are the common ones, plainly written. The model
 * that picocli makes of a command takes as long as reading and rendering a small site, so it is
 * asked for everything else: what is not understood here without any doubt is left to it.
 */
final class PlainCommands {
  private PlainCommands() {}

  /** Runs a command line and returns its exit code; never exits, never shows a stack trace. */
  static int run(Main.Surroundings around, String... args) {
    SiteCommand command = read(around, args);
    if (command == null) {
      return Commands.run(around, args);
    }
    Language language = language(around, args);
    if (!command.formats().contains(command.options.format)) {
      return hasNoSuchFormat("oit " + args[0], command, language, around);
    }
    try {
      return command.call();
    } catch (Exception e) {
      return failed(e, command, language, around);
    }
  }

  /** The command with its options; null when they are not plain. */
  static SiteCommand read(Main.Surroundings around, String... args) {
    SiteCommand command =
        switch (args.length == 0 ? "" : args[0]) {
          case "publish" -> new PublishCommand(around);
          case "build" -> new BuildCommand(around);
          case "check" -> new CheckCommand(around);
          case "status" -> new StatusCommand(around);
          default -> null;
        };
    if (command == null) {
      return null;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < args.length; i++) {
      String name = args[i];
      if (!seen.add(name)) {
        return null;
      }
      boolean taken = flag(command, name);
      if (!taken && i + 1 < args.length) {
        String value = args[++i];
        boolean plain = !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
        try {
          taken = plain && option(command.options, name, value);
        } catch (InvalidPathException e) {
          taken = false;
        }
      }
      if (!taken) {
        return null;
      }
    }
    return command;
  }

  private static boolean flag(SiteCommand command, String name) {
    switch (name) {
      case "--quiet" -> command.options.quiet = true;
      case "--strict" -> command.options.strict = true;
      case "--debug" -> command.options.debug = true;
      case "--group" -> {
        if (!(command instanceof PublishCommand publish)) {
          return false;
        }
        publish.group = true;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean option(CommonOptions options, String name, String value) {
    switch (name) {
      case "--site" -> options.site = Path.of(value);
      case "--output" -> options.output = Path.of(value);
      case "--lang" -> {
        Optional<Language> language = Language.of(value);
        options.language = language.orElse(null);
        return language.isPresent();
      }
      case "--today" -> {
        Optional<LocalDate> today = ThaiDate.parse(value);
        options.today = today.orElse(null);
        return today.isPresent();
      }
      case "--jobs" -> {
        boolean number = value.length() == 1 && value.charAt(0) >= '1' && value.charAt(0) <= '9';
        options.jobs = number ? value.charAt(0) - '0' : options.jobs;
        return number;
      }
      case "--format" -> {
        for (CommonOptions.Format format : CommonOptions.Format.values()) {
          if (format.id().equals(value.toLowerCase(Locale.ROOT))) {
            options.format = format;
            return true;
          }
        }
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Known before the arguments are parsed, for the messages about the arguments themselves. */
  static Language language(Main.Surroundings around, String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--lang") && i + 1 < args.length) {
        return Language.of(args[i + 1]).orElse(Language.TH);
      }
      if (args[i].startsWith("--lang=")) {
        return Language.of(args[i].substring("--lang=".length())).orElse(Language.TH);
      }
    }
    return Language.of(around.environment().getOrDefault("OIT_LANG", "")).orElse(Language.TH);
  }

  /** Says that a command does not have the format that was asked for; the exit code. */
  static int hasNoSuchFormat(
      String name, SiteCommand command, Language language, Main.Surroundings around) {
    String asked = command.options.format.id();
    String known =
        command.formats().stream().map(CommonOptions.Format::id).collect(Collectors.joining(", "));
    around
        .err()
        .println(
            "oit: "
                + Words.of(
                        name + " ไม่มีรูปแบบ " + asked + " ที่ใช้ได้คือ " + known,
                        name + " has no format " + asked + "; it has " + known)
                    .in(language));
    return Commands.UNUSABLE;
  }

  /**
   * Says why a command could not do what it was asked; the exit code.
   *
   * @param command any command's own object
   */
  static int failed(
      Exception exception, Object command, Language language, Main.Surroundings around) {
    if (command instanceof SiteCommand site && exception instanceof UnusableInput unusable) {
      return site.reportUnusable(unusable);
    }
    Words words;
    int exitCode;
    if (exception instanceof UnusableInput unusable) {
      words = unusable.findings().get(0).message();
      exitCode = Commands.UNUSABLE;
    } else if (exception instanceof UncheckedIOException || exception instanceof IOException) {
      Throwable cause =
          exception instanceof UncheckedIOException ? exception.getCause() : exception;
      String what = cause.getClass().getSimpleName() + ": " + cause.getMessage();
      words =
          Words.of(
              "อ่านหรือเขียนไฟล์ไม่ได้ ("
                  + what
                  + ") ตรวจว่าไฟล์ไม่ได้เปิดค้างอยู่ และดิสก์ไม่เต็ม",
              "a file could not be read or written ("
                  + what
                  + "); is it open elsewhere, or the disk full?");
      exitCode = Commands.UNUSABLE;
    } else {
      words =
          Words.of(
              "โปรแกรมขัดข้อง ("
                  + exception
                  + ") โปรดแจ้งผู้พัฒนา โดยสั่งซ้ำด้วย --debug แล้วแนบข้อความที่ได้",
              "a fault of the program ("
                  + exception
                  + "); please report it with the output of --debug");
      exitCode = Commands.FAULT;
    }
    around.err().println("oit: " + words.in(language));
    if (command instanceof SiteCommand site && site.options.debug) {
      exception.printStackTrace(around.err());
    }
    return exitCode;
  }
}
