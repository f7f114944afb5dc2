package th.oit.check.links;

import th.oit.finding.Finding;

/**
 * Where a link leads, and whether it does.
 *
 * @param path the file that the host sends, relative to the root; null when the link leads to none
 *     of this site. Set also when only the place on the page is missing.
 * @param fragment the place on that page, as written after {@code #}; null when the page as a whole
 *     is meant or the file is no page
 * @param address the URL that the browser would ask for; null where the question did not arise
 * @param problem what is wrong with it, naming neither page nor source; null when nothing is
 * @param notice what somebody asked to hear about a link that works; null when nothing
 */
public record Resolution(
    Kind kind, String path, String fragment, WebAddress address, Finding problem, Finding notice) {

  /** What a link leads to. */
  public enum Kind {
    /** A file of this site, or what should be one. */
    INTERNAL,
    /** Another host, over HTTP. */
    EXTERNAL,
    /** Nothing that this check knows: a script, data, a program, or told to be passed over. */
    OTHER
  }

  static final Resolution PASSED_OVER = new Resolution(Kind.OTHER, null, null, null, null, null);

  /** Whether it is a link into this site and all of it is there, the place on the page included. */
  public boolean isFound() {
    return kind == Kind.INTERNAL && problem == null;
  }

  static Resolution internal(String path, String fragment, WebAddress address) {
    return new Resolution(Kind.INTERNAL, path, fragment, address, null, null);
  }

  static Resolution external(WebAddress address) {
    return new Resolution(Kind.EXTERNAL, null, null, address, null, null);
  }

  static Resolution wrong(Kind kind, WebAddress address, Finding problem) {
    return new Resolution(kind, null, null, address, problem, null);
  }

  Resolution with(Finding newProblem) {
    return new Resolution(kind, path, fragment, address, newProblem, notice);
  }

  /** The same link, with something to be said though it works; null for nothing. */
  Resolution noting(Finding newNotice) {
    return newNotice == null
        ? this
        : new Resolution(kind, path, fragment, address, problem, newNotice);
  }
}
