package th.oit.finding;

import java.util.List;

/**
 * Thrown when the configuration or the content cannot be used as given; carries everything that was
 * found wrong, so that a person can mend it all at once.
 */
public final class UnusableInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  public UnusableInput(List<Finding> findings) {
    super(findings.isEmpty() ? "unusable input" : findings.get(0).message().en());
    this.findings = List.copyOf(findings);
  }

  public UnusableInput(Finding finding) {
    this(List.of(finding));
  }

  public List<Finding> findings() {
    return findings;
  }
}
