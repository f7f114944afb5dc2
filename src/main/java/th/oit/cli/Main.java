package th.oit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Where the program begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Set by the launcher for Windows where the console can only be read in its Thai code page.
    boolean thaiPage = "874".equals(System.getProperty("oit.console"));
    Charset page = thaiPage ? Charset.forName("x-windows-874") : StandardCharsets.UTF_8;
    PrintStream out = stream(FileDescriptor.out, page);
    PrintStream err = stream(FileDescriptor.err, page);
    String said = System.getProperty("oit.terminal", "0");
    boolean windows = said.equals("auto"); // a batch file cannot tell
    boolean terminal = windows ? System.console() != null : said.equals("1");
    Map<String, String> environment =
        windows ? WindowsConsole.environment(System.getenv()) : System.getenv();
    String typed = windows ? environment.get("OIT_TYPED") : null;
    Surroundings surroundings =
        new Surroundings(
            Path.of("").toAbsolutePath(),
            environment,
            terminal,
            out,
            err,
            thaiPage ? WindowsConsole.asUtf8(System.in, page) : System.in);
    int exitCode;
    try {
      exitCode = answer(surroundings, windows ? WindowsConsole.arguments(args, typed) : args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("oit: หน่วยความจำไม่พอ (out of memory): " + e);
      exitCode = Commands.FAULT;
    }
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  private static int answer(Surroundings around, String[] args) {
    return Boolean.getBoolean("oit.learning") ? learn(around, args) : run(around, args);
  }

  /** Runs a command line, or answers it where nothing has changed; never exits. */
  static int run(Surroundings around, String... args) {
    OptionalInt known = Unchanged.answer(around, args, System.nanoTime());
    return known.isPresent()
        ? known.getAsInt()
        : PlainCommands.run(around.asked(List.of(args)), args);
  }

  /** Runs a command line both ways, so that Java learns which classes each of them needs. */
  private static int learn(Surroundings around, String... args) {
    int exitCode = PlainCommands.run(around.asked(List.of(args)), args);
    Unchanged.answer(around, args, System.nanoTime());
    return exitCode;
  }

  private static PrintStream stream(FileDescriptor descriptor, Charset page) {
    return new PrintStream(new FileOutputStream(descriptor), false, page);
  }

  /**
   * What a command finds around it; a value, so that a test can run a command in this very process.
   *
   * @param folder the current folder
   * @param terminal whether a person looks at the output
   * @param in what that person types, as UTF-8
   * @param arguments the command line; empty when nothing of it is known
   */
  record Surroundings(
      Path folder,
      Map<String, String> environment,
      boolean terminal,
      PrintStream out,
      PrintStream err,
      InputStream in,
      List<String> arguments) {
    /** Surroundings in which nobody knows the command line. */
    Surroundings(
        Path folder,
        Map<String, String> environment,
        boolean terminal,
        PrintStream out,
        PrintStream err,
        InputStream in) {
      this(folder, environment, terminal, out, err, in, List.of());
    }

    /** Surroundings in which nobody types anything. */
    Surroundings(
        Path folder,
        Map<String, String> environment,
        boolean terminal,
        PrintStream out,
        PrintStream err) {
      this(folder, environment, terminal, out, err, InputStream.nullInputStream());
    }

    /** The same with the command line. */
    Surroundings asked(List<String> line) {
      return new Surroundings(folder, environment, terminal, out, err, in, line);
    }

    /** Whether a person looks at a terminal on which a line can be drawn anew. */
    boolean draws() {
      return terminal && !"dumb".equals(environment.get("TERM"));
    }

    /** Whether that person wants to see colours. */
    boolean isColored() {
      return draws() && !environment.containsKey("NO_COLOR");
    }
  }
}
