package th.oit.finding;

import java.util.Locale;

/** How much a finding weighs: errors close the gate, warnings only when asked, the rest never. */
public enum Severity {
  ERROR,
  WARNING,
  /** Could not be decided, as with a server that answers 429. */
  UNVERIFIED;

  /** The name in reports: {@code error}, {@code warning}, {@code unverified}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
