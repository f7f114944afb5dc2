package th.oit.audit;

/**
 * How much of a site is looked at.
 *
 * @param pages most pages asked for
 * @param depth most links from the first page
 * @param files most files fetched or asked after
 * @param bytes most bytes of files kept in all; what comes after is only asked after
 */
public record Limits(int pages, int depth, int files, long bytes) {
  /** Enough for the site of a sub-district, and too little for a trap. */
  public static final Limits USUAL = new Limits(2_000, 100, 10_000, 4_000_000_000L);
}
