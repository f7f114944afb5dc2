package th.oit.cli;

import java.io.IOException;
import java.nio.file.Path;

/** The site that stands in the repository, for the tests of what readers get. */
public final class OurSite {
  private OurSite() {}

  /** Publishes a copy of it below a folder; gives the folder that would go to the host. */
  public static Path publish(Path folder) {
    TestSite site = TestSite.ours(folder);
    site.publish().exits(0);
    return site.path("public");
  }

  /** The same of the manual. */
  public static Path publishManual(Path folder) throws IOException {
    return DocumentationTest.publish(folder);
  }
}
