package th.oit.check.links;

import java.util.Objects;
import th.oit.finding.Tolerance;

/**
 * What to make of links that work, or work on some hosts, and that many people would rather not
 * have. Immutable.
 *
 * @param hash links to {@code #} alone, which lead to the top of the page
 * @param empty links without an address, or with an empty one, which load the page again
 * @param slashless links to a folder without the slash at its end, for which the host first sends
 *     the browser on
 * @param insecure links over plain {@code http:}; of a site's own pages only when the site itself
 *     is served over https
 * @param extensionless whether the host answers for {@code /about} with {@code about.html}
 */
public record LinkPolicy(
    Tolerance hash,
    Tolerance empty,
    Tolerance slashless,
    Tolerance insecure,
    boolean extensionless) {

  /** What holds where nobody says otherwise. */
  public static final LinkPolicy USUAL =
      new LinkPolicy(Tolerance.WARN, Tolerance.WARN, Tolerance.ALLOW, Tolerance.ALLOW, false);

  public LinkPolicy {
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(empty, "empty");
    Objects.requireNonNull(slashless, "slashless");
    Objects.requireNonNull(insecure, "insecure");
  }
}
