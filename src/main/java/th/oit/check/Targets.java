package th.oit.check;

/** Answers where a link leads, for the gate. */
interface Targets {
  /**
   * @param page the output file on which the link stands
   * @param href as a browser reads the attribute
   */
  Target of(String page, String href);

  /**
   * Where a link leads.
   *
   * @param file the output file, for internal links; else null
   * @param fragment the part behind {@code #}, as written; null when none
   * @param stands whether the file, and the place in it, exist; always false for malformed links
   */
  record Target(Kind kind, String file, String fragment, boolean stands) {
    enum Kind {
      INTERNAL,
      EXTERNAL,
      /** Mail, telephone and other schemes that open no page. */
      OTHER,
      /** Of the site, where the host could not be asked; never in a folder. */
      UNDECIDED,
      MALFORMED
    }
  }
}
