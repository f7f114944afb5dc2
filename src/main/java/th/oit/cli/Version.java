package th.oit.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The program's name and version. */
final class Version implements CommandLine.IVersionProvider {
  /** The version of the jar; {@code dev} when run from class files. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  /** The day of the release as {@code 2026-01-01}; empty when run from class files. */
  static String day() {
    String said = Version.class.getPackage().getSpecificationVersion();
    return said == null ? "" : said.replaceFirst("T.*", "");
  }

  /**
   * By which this very program is recognised: two builds of one version are not the same. From
   * class files, which change one by one, it cannot be told.
   */
  static String identity() {
    try {
      Path code =
          Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(code)
          ? number() + " " + Files.size(code) + " " + Files.getLastModifiedTime(code)
          : number();
    } catch (IOException | URISyntaxException e) {
      return number() + " " + ProcessHandle.current().pid();
    }
  }

  static String line() {
    return "oit " + number();
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
