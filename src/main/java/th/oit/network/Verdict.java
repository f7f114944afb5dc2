package th.oit.network;

/** What the network says of an address. */
public enum Verdict {
  /** It opens for anybody. */
  FINE,

  /**
   * It certainly does not open: no such host, 404, 410, or a certificate made out to another name.
   */
  DEAD,

  /** It opens only for those who have an account, or only in somebody's viewer. */
  LOGIN,

  /** Could not be decided: refused to a program, too slow, in trouble just now, or not asked. */
  UNVERIFIED
}
