package th.oit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.function.Executable;
import th.oit.finding.Finding;
import th.oit.finding.UnusableInput;

/** What a reader says when it refuses its input. */
public final class Refusal {
  private Refusal() {}

  /** The findings with which the input is refused, in their order. */
  public static List<Finding> all(Executable reading) {
    return assertThrows(UnusableInput.class, reading).findings();
  }

  /** The one finding with which the input is refused. */
  public static Finding one(Executable reading) {
    List<Finding> findings = all(reading);
    assertEquals(1, findings.size(), () -> "one finding was expected: " + lines(findings));
    return findings.get(0);
  }

  /** Findings as lines of {@code place rule}. */
  public static List<String> lines(List<Finding> findings) {
    return findings.stream().map(finding -> finding.source() + " " + finding.rule().id()).toList();
  }
}
