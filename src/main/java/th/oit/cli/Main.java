package th.oit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Where the program begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    boolean terminal = "1".equals(System.getProperty("oit.terminal"));
    Surroundings surroundings =
        new Surroundings(
            Path.of("").toAbsolutePath(), System.getenv(), terminal, out, err, System.in);
    int exitCode;
    try {
      exitCode = PlainCommands.run(surroundings, args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("oit: หน่วยความจำไม่พอ (out of memory): " + e);
      exitCode = Commands.FAULT;
    }
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /**
   * What a command finds around it; a value, so that a test can run a command in this very process.
   *
   * @param folder the current folder
   * @param terminal whether a person looks at the output
   * @param in what that person types, as UTF-8
   */
  record Surroundings(
      Path folder,
      Map<String, String> environment,
      boolean terminal,
      PrintStream out,
      PrintStream err,
      InputStream in) {
    /** Surroundings in which nobody types anything. */
    Surroundings(
        Path folder,
        Map<String, String> environment,
        boolean terminal,
        PrintStream out,
        PrintStream err) {
      this(folder, environment, terminal, out, err, InputStream.nullInputStream());
    }
  }
}
