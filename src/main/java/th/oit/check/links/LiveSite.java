package th.oit.check.links;

import th.oit.finding.Finding;

/**
 * What a host has sent, for judging a site over the network: the tree holds the bytes, and this
 * says which address led to which of its files.
 *
 * <p>Implementations are thread-safe, and give the same answer every time.
 */
public interface LiveSite {
  /** Whether an address belongs to the site, whatever it leads to. */
  boolean isOwn(WebAddress address);

  /** The address that sent a file of the tree. */
  WebAddress addressOf(String file);

  /** What came of asking for an address of the site; its fragment does not matter. */
  Landing landing(WebAddress address);

  /**
   * What came of asking for an address.
   *
   * @param file in the tree, relative to the root; null unless there is one
   * @param problem what is wrong, naming neither page nor link; null unless something else than
   *     that nothing is there
   */
  record Landing(Kind kind, String file, Finding problem) {
    /** What came. */
    public enum Kind {
      FILE,
      /** The host says for certain that there is nothing. */
      GONE,
      WRONG,
      NOT_ASKED
    }

    /** Never asked for: nothing is said about it. */
    public static final Landing NOT_ASKED = new Landing(Kind.NOT_ASKED, null, null);

    /** The host says for certain that there is nothing. */
    public static final Landing GONE = new Landing(Kind.GONE, null, null);

    /** The host sent this file of the tree. */
    public static Landing on(String file) {
      return new Landing(Kind.FILE, file, null);
    }

    /** Something else is wrong, or could not be decided. */
    public static Landing wrong(Finding problem) {
      return new Landing(Kind.WRONG, null, problem);
    }
  }
}
