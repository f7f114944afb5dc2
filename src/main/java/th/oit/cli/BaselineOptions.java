package th.oit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Option;
import th.oit.baseline.Baseline;
import th.oit.baseline.BaselineReader;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.source.SourceText;

/** Which old faults close no gate, and how the file of them is made. */
final class BaselineOptions {
  @Option(names = "--baseline", paramLabel = "FILE")
  Path baseline;

  @Option(names = "--write-baseline", paramLabel = "FILE")
  Path writeBaseline;

  @Option(names = "--until", paramLabel = "DATE", converter = CommonOptions.DateConverter.class)
  LocalDate until;

  @Option(names = "--reason", paramLabel = "TEXT")
  String reason;

  /**
   * Reads the file that was named; empty when none was. To be asked before anything is made, so
   * that a misspelt file costs no time.
   *
   * @param folder against which the files are named
   * @throws UnusableInput when it cannot be used, or the options do not fit together
   */
  Baseline read(Path folder, LocalDate today) {
    if (writeBaseline == null && (until != null || reason != null)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "--until และ --reason ใช้คู่กับ --write-baseline เท่านั้น",
                  "--until and --reason go with --write-baseline")
              .at(Source.of("--write-baseline")));
    }
    if (writeBaseline != null && until == null) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_MISSING,
                  "--write-baseline ต้องระบุวันสุดท้ายที่ผ่อนผันด้วย --until",
                  "--write-baseline needs the last day on which the faults may stand: --until")
              .at(Source.of("--until"))
              .hint(
                  "เช่น --until 2567-06-30 แล้วแก้ให้เสร็จก่อนวันนั้น",
                  "such as --until 2024-06-30, and mend them before that day"));
    }
    if (until != null && until.isBefore(today)) {
      throw new UnusableInput(
          Finding.of(
                  Rule.SOURCE_VALUE, "วันที่ใน --until ผ่านไปแล้ว", "the day in --until has passed")
              .at(Source.of("--until"))
              .about(until.toString()));
    }
    former(folder);
    return baseline == null ? Baseline.NONE : read(folder, baseline);
  }

  /** The file that is to be written over, whose dates and reasons stay; empty when it is new. */
  Baseline former(Path folder) {
    return writeBaseline != null && Files.exists(folder.resolve(writeBaseline))
        ? read(folder, writeBaseline)
        : Baseline.NONE;
  }

  private static Baseline read(Path folder, Path file) {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new UnusableInput(
          Finding.of(Rule.SOURCE_MISSING, "ไม่พบไฟล์ " + file, "no such file: " + file)
              .at(Source.of(file.toString()))
              .hint(
                  "สร้างด้วย oit check --write-baseline " + file + " --until วันที่",
                  "make it with: oit check --write-baseline " + file + " --until DATE"));
    }
    return BaselineReader.read(SourceText.read(path, file.toString().replace('\\', '/')));
  }
}
