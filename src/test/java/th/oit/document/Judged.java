package th.oit.document;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Judges files in a Java with little memory: a line for each with its name, its condition, what is
 * known of its text, and the milliseconds of work it took, whatever else the machine does.
 */
final class Judged {
  private Judged() {}

  public static void main(String[] files) throws IOException {
    judge(Path.of("src/test/resources/documents/from-writer.pdf")); // the classes are loaded first
    for (String file : files) {
      long begun = work();
      String said = judge(Path.of(file));
      long millis = (work() - begun) / 1_000_000;
      System.out.println(Path.of(file).getFileName() + " " + said + " " + millis);
    }
  }

  private static long work() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** All that is ever asked of a document. */
  static String judge(Path file) throws IOException {
    DocumentReader reader = new DocumentReader();
    Document document = reader.read(file);
    TextLayer text = reader.text(file);
    StatedYears.remembering(null).of(file);
    return document.condition() + " " + text;
  }

  /** What a Java with 64 MB of heap prints that runs a class of the tests. */
  static List<String> run(Path folder, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(
                    System.getProperty("path.separator"), "target/classes", "target/test-classes"),
                main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(1, TimeUnit.HOURS)) {
      process.destroyForcibly();
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(out));
    lines.add("exit " + process.exitValue());
    return lines;
  }
}
