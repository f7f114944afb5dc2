package th.oit.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import th.oit.finding.Finding;
import th.oit.identity.Print;
import th.oit.readiness.Readiness;

/** Where a site is made and judged. Called by one thread at a time for each of the two. */
public interface Studio {
  /**
   * Makes the whole site as its files stand now.
   *
   * @param draft takes every file of the site
   * @throws th.oit.finding.UnusableInput with everything that cannot be used as given
   * @throws IOException when a file cannot be read
   */
  Rendering render(Draft draft) throws IOException;

  /** Whether the site would be another one by now though nobody has touched a file: a new day. */
  boolean isOutdated();

  /** What the site is made of: files, and folders with all that they hold. */
  Set<Path> sources();

  /** A site that was made. */
  interface Rendering {
    /** The path below which the site stands on its host; begins and ends with {@code /}. */
    String basePath();

    /** Headers with which the host will send files, by the ending of their names. */
    Map<String, Map<String, String>> headers();

    /**
     * Judges the site.
     *
     * @param tree the folder that holds every file of it
     * @param prints by which these files are recognised, by their paths in the folder
     * @param stopped whether nobody wants to know any more
     * @throws java.util.concurrent.CancellationException when it was stopped
     */
    Judgement judge(Path tree, Map<String, Print> prints, BooleanSupplier stopped)
        throws IOException;
  }

  /**
   * What is wrong with a site.
   *
   * @param readiness null where the site is made for no assessment
   * @param findings all of them, in their order
   */
  record Judgement(Readiness readiness, List<Finding> findings) {
    public Judgement {
      findings = List.copyOf(findings);
    }
  }
}
