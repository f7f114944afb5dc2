package th.oit.cli;

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

  static String line() {
    return "oit " + number();
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
