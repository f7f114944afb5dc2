package th.oit.finding;

import java.util.Optional;

/** What an office wants to hear about something that reasonable people see differently. */
public enum Tolerance {
  /** Nothing. */
  ALLOW,
  WARN,
  ERROR;

  /** How much a finding about it weighs; empty when there is to be none. */
  public Optional<Severity> severity() {
    return switch (this) {
      case ALLOW -> Optional.empty();
      case WARN -> Optional.of(Severity.WARNING);
      case ERROR -> Optional.of(Severity.ERROR);
    };
  }
}
