package th.oit.network;

/** How much of an address is asked for. */
public enum Depth {
  /** Whether it opens: HEAD, and a GET of the first bytes where that leaves a doubt. */
  EXISTS,

  /** The whole text of a page, up to {@link NetworkSettings#mostPageBytes()}. */
  PAGE,

  /** The whole body into a file, up to {@link NetworkSettings#mostFileBytes()}. */
  FILE
}
