package th.oit.network;

/** When a link over plain {@code http:} is worth a word. */
public enum InsecureLinks {
  /** When the same address opens over https, which is asked. */
  WHEN_POSSIBLE,
  ALWAYS,
  NEVER
}
